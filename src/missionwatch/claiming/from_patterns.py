"""Claims from patterns of noun groups, and from the words that name a mission."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from missionwatch.claiming.actors import actor_name
from missionwatch.claiming.background import Background
from missionwatch.claiming.clauses import Clause
from missionwatch.claiming.from_frames import is_whole
from missionwatch.claiming.listing import is_listed_place
from missionwatch.claiming.missions import Wanted
from missionwatch.claiming.nominals import nations_of
from missionwatch.claiming.patterns import PatternMatch
from missionwatch.claiming.reasons import speaker_of
from missionwatch.claiming.reference import previous_words
from missionwatch.claiming.triggers import Trigger
from missionwatch.claiming.units import Unit
from missionwatch.model.claim import Claim
from missionwatch.model.document import Mention
from missionwatch.model.passage import Span

_LED = re.compile(r"\w[-‐‑]led\b")


def trigger_of(found: PatternMatch, clause: Clause) -> Trigger:
    """The match as a trigger without parts, for asking about its mission and its speaker."""
    index = next(n for n, c in enumerate(clause.chunks) if c.first <= found.first <= c.last)
    return Trigger(clause, "state", frozenset(), index, found.first, found.last)


def claims_of_pattern(found: PatternMatch, clause: Clause, background: Background) -> Iterator[Claim]:
    """The claim of a pattern, if it has a mission and the field that its aspect needs."""
    parts, pattern = found.parts, found.pattern
    trigger = trigger_of(found, clause)
    mission = _mission(found, trigger, background)
    if mission is None or mission.id is None:
        return
    if pattern.options.get("in-sentence") and not clause.sentence.span.covers(mission.span):
        return
    if pattern.options.get("unless-nation") and _has_nation(clause, background.hosts(mission)):
        return
    if pattern.options.get("unless-unit") and _is_of_unit(found, clause):
        return
    if pattern.aspect == "contribution" and _is_told_as_place(found, clause):
        return
    actor, number, place = parts.get("actor"), parts.get("count"), parts.get("place")
    speaker, speaker_span = (None, None) if pattern.options.get("once") else speaker_of(trigger)
    spans = {
        "mission": mission.span, "actor": actor.span if actor else None, "count": number.span if number else None,
        "place": place.span if place else None, "said_by": speaker_span,
    }  # fmt: skip
    claim = Claim(
        mission=mission.name, mission_id=mission.id, aspect=pattern.aspect, value=pattern.value,
        modality=pattern.options.get("modality", "actual"),
        passage=background.cut(clause.span_of_units(found.first, found.last)),
        actor=actor_name(actor.mention, pattern.aspect, background) if actor and actor.mention else None,
        count=number.number if number else None, place=place.mention.name if place and place.mention else None,
        causes=_causes(found, clause), said_by=speaker,
        evidence={k: v for k, v in spans.items() if v is not None}, rule=pattern.name,
    )  # fmt: skip
    if is_whole(claim):
        yield claim
        yield from (_also_in(claim, further) for further in _further_places(place, clause))


def _further_places(place: Unit | None, clause: Clause) -> Iterator[Mention]:
    """ "Its offices in Gori, Zugdidi and Mtskheta": the places of the list that a place begins."""
    at = clause.units.index(place) + 1 if place is not None else len(clause.units)
    for unit in clause.units[at:]:
        if unit.kind == "place" and unit.mention is not None:
            yield unit.mention
        elif unit.text != "," and unit.text not in clause.lexicon.conjunctions:
            return


def _also_in(claim: Claim, place: Mention) -> Claim:
    return replace(claim, place=place.name, evidence={**claim.evidence, "place": place.span})


def _is_told_as_place(found: PatternMatch, clause: Clause) -> bool:
    """ "Missions in Iraq (900) and Chad (60)": a nation that tells where its number of people is."""
    actor = found.parts.get("actor")
    mention = actor.mention if actor else None
    index = next((j for j, c in enumerate(clause.chunks) if mention in c.mentions), None)
    return index is not None and is_listed_place(clause, index)


def _has_nation(clause: Clause, hosts: frozenset[str]) -> bool:
    """Whether the sentence names a nation that is no host: "its 450-strong contingent" may be that nation's."""
    return any((n.of or n.id) not in hosts for c in clause.chunks for n in nations_of(c, clause))


def _is_of_unit(found: PatternMatch, clause: Clause) -> bool:
    """ "The company from X came home. Its commander is Y": whether "its" can mean a part of a mission."""
    before = clause.units[: found.first]
    words = [w for u in before for w in u.text.split()]
    if not any(u.kind == "mission" for u in before):
        words += previous_words(clause)
    return any(clause.lexicon.in_class(w, "unit") for w in words)


def _causes(found: PatternMatch, clause: Clause) -> tuple[str, ...]:
    """The causes that the pattern takes from any word of its sentence (hygiene rules in a pandemic)."""
    wanted = found.pattern.options.get("causes-in-sentence", ())
    words = {w for u in clause.units for w in u.text.split()}
    return tuple(c for c in wanted if any(clause.lexicon.causes.get(w) == c for w in words))


def _mission(found: PatternMatch, trigger: Trigger, background: Background) -> Mention | None:
    unit = found.parts.get("mission")
    if unit is None:
        doers = [
            u.mention.id or ""
            for u in trigger.clause.units[: found.first]
            if u.mention is not None and u.mention.kind == "organisation"
        ]
        wanted = Wanted(frozenset(doers[-1:]))
        return background.missions.for_trigger(trigger, (), wanted) or background.missions.for_trigger(
            trigger, ()
        )
    if unit.mention is not None and unit.mention.kind == "organisation":
        return background.missions.for_trigger(trigger, (), Wanted(frozenset((unit.mention.id or "",))))
    return unit.mention


def _with_words_before(mention: Mention, clause: Clause) -> Span:
    """A mission's name with what stands before it in its noun group ("the anti-piracy operation Atalanta")."""
    chunk = next((c for c in clause.chunks if mention in c.mentions), None)
    start = clause.span_of(chunk).start if chunk is not None else mention.start
    before = (
        [m.end for m in chunk.mentions if m.end <= mention.start and m.kind == "mission"] if chunk else []
    )
    return Span(max((start, *before)), mention.end)


def _is_in_name(words: str, mention: Mention) -> bool:
    """Whether the words belong to a name: "the UN Stabilization Mission in Mali" is one in capitals."""
    return mention.form == "name" or words.title() in mention.text


def claims_of_names(clause: Clause, background: Background) -> Iterator[Claim]:
    """What a mission's name or description says: what it is for ("the training mission"), who leads it ("US-led")."""
    for mention in background.document.within(clause.sentence.span):
        if mention.kind != "mission" or mention.id is None or mention.form in ("organisation", "implied"):
            continue
        evidence = {"mission": mention.span}
        passage = background.cut(mention.span)
        entry = background.catalogue.mission(mention.id)
        leader = entry.leader or entry.organisation
        if leader is not None and _LED.search(mention.text):
            actor = background.owner_name(leader)
            yield Claim(
                mention.name,
                mention.id,
                "lead",
                "lead",
                passage,
                actor=actor,
                evidence=evidence,
                rule="lead-in-name",
            )
        text = f" {_with_words_before(mention, clause).of(background.document.text).lower()} "
        for words, task in clause.lexicon.task_words.items():
            if words not in text or f" {words} " not in text:
                continue
            if not (_is_in_name(words, mention) and clause.lexicon.in_class(task, "unsaid-by-names")):
                yield Claim(
                    mention.name, mention.id, "task", task, passage, evidence=evidence, rule="task-in-name"
                )
