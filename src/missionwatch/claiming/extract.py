"""From a document to its claims: triggers against frames, patterns against noun groups, then each thing said once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.claiming.chunks import Chunk
from missionwatch.claiming.circumstances import causes_of, condition_of, speaker_of, when_of
from missionwatch.claiming.clauses import Clause, Group, Trigger, clause_of, triggers_of
from missionwatch.claiming.frames import Match, load_frames, match
from missionwatch.claiming.lexicon import load_lexicon
from missionwatch.claiming.merging import said_once
from missionwatch.claiming.missions import MissionContext, Wanted
from missionwatch.claiming.modality import modality_of
from missionwatch.claiming.nominals import count_in, nations_of
from missionwatch.claiming.patterns import PatternMatch, find, load_patterns
from missionwatch.claiming.places import countries_of, places_of
from missionwatch.model.claim import NEEDS, Claim
from missionwatch.model.document import Document, Mention
from missionwatch.model.passage import Passage, Span
from missionwatch.model.when import When

EXTRACTOR_VERSION = "1"
_LED = re.compile(r"\w[-‐‑]led\b")


@dataclass(frozen=True, slots=True)
class _Actor:
    name: str
    id: str | None
    mention: Mention


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes claims from the clauses of one document."""

    document: Document
    catalogue: Catalogue
    missions: MissionContext

    def claims(self) -> Iterator[Claim]:
        lexicon = load_lexicon(self.document.language)
        frames, patterns = load_frames(self.document.language), load_patterns(self.document.language)
        nations = frozenset(n.id for n in self.catalogue.nations)
        for sentence in self.document.sentences:
            clause = clause_of(self.document, sentence, lexicon, nations)
            for trigger in triggers_of(clause):
                for frame in frames:
                    matched = match(frame, trigger)
                    if matched is not None:
                        yield from self._from_frame(matched)
            for pattern in patterns:
                for found in find(pattern, clause):
                    yield from self._from_pattern(found, clause)

            yield from self._from_names(clause)

    def _from_names(self, clause: Clause) -> Iterator[Claim]:
        """What a mission's name or description says that it is for ("the training mission")."""
        for mention in self.document.within(clause.sentence.span):
            if mention.kind != "mission" or mention.id is None or mention.form == "organisation":
                continue
            yield from self._lead_in_name(mention)
            text = f" {mention.text.lower()} "
            for words, task in clause.lexicon.task_words.items():
                if f" {words} " in text:
                    passage = Passage.cut(self.document.text, mention.start, mention.end)
                    evidence = {"mission": mention.span}
                    yield Claim(
                        mention.name,
                        mention.id,
                        "task",
                        task,
                        passage,
                        evidence=evidence,
                        rule="task-in-name",
                    )

    def _lead_in_name(self, mention: Mention) -> Iterator[Claim]:
        """ "the US-led coalition" as a mission's name says who leads it."""
        mission = self.catalogue.mission(mention.id or "")
        if mission.leader is None or not _LED.search(mention.text):
            return
        actor = self._usual_name(_kind_of(self.catalogue, mission.leader), mission.leader)
        passage = Passage.cut(self.document.text, mention.start, mention.end)
        evidence = {"mission": mention.span, "actor": mention.span}
        yield Claim(
            mention.name,
            mission.id,
            "lead",
            "lead",
            passage,
            actor=actor,
            evidence=evidence,
            rule="lead-in-name",
        )

    def _from_frame(self, matched: Match) -> Iterator[Claim]:
        frame, trigger = matched.frame, matched.trigger
        for mission in self._missions(matched):
            yield from self._about(matched, mission)

    def _about(self, matched: Match, mission: Mention) -> Iterator[Claim]:
        frame, trigger = matched.frame, matched.trigger
        if mission.id is None or (
            frame.option("unless-nation") and self._acts_as_contributor(trigger, mission)
        ):
            return
        modality, modality_span = modality_of(trigger)
        modality = frame.option("modality", modality)
        if modality == "planned":
            modality = frame.option("planned-is", modality)
        when, when_span = when_of(
            trigger,
            frame.option("when", "none"),
            modality,
            self.document.report.published,
            frame.option("time"),
        )
        if (frame.option("time") and when is None) or (frame.option("only-actual") and modality != "actual"):
            return
        causes, causes_span = causes_of(trigger)
        condition, condition_span = condition_of(trigger, modality)
        speaker, speaker_span = speaker_of(trigger)
        for actor in self._actors(matched) or (None,):
            if actor and frame.aspect in ("contribution", "lead") and actor.id in self._hosts(mission):
                continue
            count, count_span = self._count(matched)
            for place in places_of(matched, mission, actor.mention if actor else None, self.catalogue):
                spans = {
                    "mission": mission.span, "actor": actor.mention.span if actor else None, "modality": modality_span,
                    "when": when_span, "causes": causes_span, "condition": condition_span, "said_by": speaker_span,
                    "place": place.span if place else None, "count": count_span,
                }  # fmt: skip
                claim = Claim(
                    mission=mission.name, mission_id=mission.id, aspect=frame.aspect, value=self._value(matched, actor, mission),
                    passage=self._passage(trigger, [spans["actor"], when_span, spans["place"], count_span]),
                    modality=modality, actor=actor.name if actor else None, count=count,
                    place=place.name if place else None, when=when, condition=condition, causes=causes, said_by=speaker,
                    evidence={k: v for k, v in spans.items() if v is not None}, rule=frame.name,
                )  # fmt: skip
                if self._is_whole(claim, frame.option("needs-count", False)):
                    yield claim
                    yield from self._implied_task(matched, claim)

    def _value(self, matched: Match, actor: _Actor | None, mission: Mention) -> str:
        """A host's decision to end a mission is its rejection."""
        by_host = matched.frame.option("value-by-host")
        return by_host if by_host and actor and actor.id in self._hosts(mission) else matched.frame.value

    def _implied_task(self, matched: Match, claim: Claim) -> Iterator[Claim]:
        """ "Training has been suspended": the mission's work is training."""
        theme = matched.parts.get("theme")
        if claim.aspect != "activity" or theme is None or claim.modality == "denied":
            return
        task = matched.trigger.clause.lexicon.work_tasks.get(theme.chunk.head)
        if task:
            span = matched.trigger.clause.span_of(theme.chunk)
            passage = Passage.cut(self.document.text, span.start, span.end)
            evidence = {"mission": claim.evidence["mission"]}
            yield Claim(
                claim.mission, claim.mission_id, "task", task, passage, evidence=evidence, rule="task-at-work"
            )

    def _is_whole(self, claim: Claim, needs_count: bool) -> bool:
        need = NEEDS.get(claim.aspect)
        return (need is None or getattr(claim, need) is not None) and not (
            needs_count and claim.count is None
        )

    def _missions(self, matched: Match) -> tuple[Mention, ...]:
        """The missions that a frame speaks of: one, or those of a list that it says the same of."""
        trigger = matched.trigger
        parts = [*matched.parts.values(), *trigger.themes[:1], *trigger.agents[:1], *trigger.right]
        wanted = Wanted(self._organisations(trigger), self._countries(trigger))
        mission = self.missions.for_trigger(trigger, parts, wanted)
        if mission is None:
            return ()
        if (
            matched.frame.needs.get("theme")
            and "theme" not in matched.parts
            and not trigger.clause.sentence.span.covers(mission.span)
        ):
            return ()
        theme = matched.parts.get("theme")
        if theme is None or matched.frame.aspect != "activity":
            return (mission,)
        return tuple(dict.fromkeys((mission, *_listed_missions(trigger.clause, theme))))

    def _organisations(self, trigger: Trigger) -> frozenset[str]:
        """The organisations whose mission is meant by "its activities", "our mission": the doer's, else the speaker's."""
        agents = {
            m.id for g in trigger.agents[:1] for m in g.chunk.mentions if m.kind == "organisation" and m.id
        }
        if agents:
            return frozenset(agents)
        first_person = any(u.text in ("we", "our", "us") for u in trigger.clause.units)
        speaker, _ = speaker_of(trigger)
        if not first_person or speaker is None:
            return frozenset()
        return frozenset(
            m.of for m in self.document.mentions if m.kind == "person" and m.name == speaker and m.of
        )

    def _countries(self, trigger: Trigger) -> frozenset[str]:
        """The countries where it happens, as far as the clause says so."""
        groups = [g for g in trigger.right if g.preposition in ("in", "at")]
        mentions = [m for g in groups for m in g.chunk.mentions if m.kind in ("nation", "place") and m.id]
        return frozenset(c for m in mentions[:1] for c in countries_of(m, self.catalogue))

    def _hosts(self, mission: Mention) -> frozenset[str]:
        countries = self.catalogue.mission(mission.id).countries if mission.id else ()
        return frozenset(self.catalogue.nation_by_code(code).id for code in countries)

    def _acts_as_contributor(self, trigger: Trigger, mission: Mention) -> bool:
        """Whether a nation other than the host does it: then it speaks of its own part only."""
        nations = {m.of or m.id for g in trigger.agents[:1] for m in nations_of(g.chunk, trigger.clause)}
        return bool(nations) and not nations & self._hosts(mission)

    def _passage(self, trigger: Trigger, spans: list[Span | None]) -> Passage:
        inside = [s for s in spans if s is not None] + [trigger.span]
        themes = [trigger.clause.span_of(g.chunk) for g in trigger.themes[:1]]
        low = min(s.start for s in (*inside, *themes))
        high = max(s.end for s in (*inside, *themes))
        return Passage.cut(self.document.text, low, high)

    def _actors(self, matched: Match) -> tuple[_Actor, ...]:
        part = matched.frame.option("actor")
        if part is None:
            return ()
        if part == "nations":
            return tuple(self._nations_to_the_right(matched.trigger))
        group = matched.parts.get(part)
        if group is None:
            return ()
        groups = [group, *_coordinated(matched.trigger.clause, group)]
        return tuple(a for g in groups for a in self._actors_in(g, matched))

    def _actors_in(self, group: Group, matched: Match) -> Iterator[_Actor]:
        chunk = group.chunk
        wanted = matched.frame.needs.get(matched.frame.option("actor"), ())
        if matched.frame.aspect == "commander":
            mentions = [m for m in chunk.mentions if m.kind == "person"]
        elif matched.frame.aspect == "mandate":
            mentions = [m for m in chunk.mentions if m.kind in ("body", "organisation", "nation")][-1:]
        elif "organisation" in wanted:
            mentions = [m for m in chunk.mentions if m.kind in ("nation", "organisation")] or list(
                nations_of(chunk, matched.trigger.clause)
            )
        else:
            mentions = list(nations_of(chunk, matched.trigger.clause))
        for mention in mentions:
            yield _Actor(self._actor_name(mention, matched.frame.aspect), mention.of or mention.id, mention)

    def _actor_name(self, mention: Mention, aspect: str) -> str:
        """A government, a minister and an army stand for their nation, but for the body that decides."""
        if aspect not in ("mandate", "commander") and mention.kind in ("body", "person") and mention.of:
            return self._usual_name(_kind_of(self.catalogue, mention.of), mention.of)
        return self._usual_name(mention.kind, mention.id) if mention.id else mention.name

    def _usual_name(self, kind: str, id: str) -> str:
        """The name that news uses: an organisation's acronym, else the name."""
        if kind == "organisation":
            organisation = self.catalogue.organisation(id)
            return organisation.acronym or organisation.name
        return self.catalogue.name_of(kind, id)

    def _nations_to_the_right(self, trigger: Trigger) -> Iterator[_Actor]:
        for group in trigger.right:
            for mention in group.chunk.mentions:
                if mention.kind == "nation":
                    yield _Actor(mention.name, mention.id, mention)

    def _count(self, matched: Match) -> tuple[int | None, Span | None]:
        part = matched.frame.option("count")
        if part is None or part == "none":
            return None, None
        group = matched.parts.get(part)
        if group is None:
            return None, None
        count = count_in(group.chunk, matched.trigger.clause.lexicon)
        number = next((u for u in group.chunk.numbers if u.number == count), None)
        return (count, number.span if number else None) if number else (None, None)

    def _from_pattern(self, found: PatternMatch, clause: Clause) -> Iterator[Claim]:
        parts, pattern = found.parts, found.pattern
        unit = parts.get("mission")
        span = clause.span_of_units(found.first, found.last)
        trigger = _pattern_trigger(clause, found)
        mission = unit.mention if unit is not None else self.missions.for_trigger(trigger, ())
        if mission is not None and mission.kind == "organisation":
            mission = self.missions.for_trigger(trigger, (), Wanted(frozenset((mission.id or "",))))
        if mission is None or mission.id is None:
            return
        actor = parts.get("actor")
        number, place = parts.get("count"), parts.get("place")
        speaker, speaker_span = speaker_of(trigger)
        spans = {
            "mission": mission.span,
            "actor": actor.span if actor else None,
            "count": number.span if number else None,
            "said_by": speaker_span,
        }
        if pattern.options.get("once"):
            speaker = None
        claim = Claim(
            mission=mission.name, mission_id=mission.id, aspect=pattern.aspect, value=pattern.value,
            passage=Passage.cut(self.document.text, span.start, span.end),
            actor=self._actor_name(actor.mention, pattern.aspect) if actor and actor.mention else None,
            count=number.number if number else None, said_by=speaker, place=place.mention.name if place and place.mention else None,
            evidence={k: v for k, v in spans.items() if v is not None}, rule=pattern.name,
        )  # fmt: skip
        if self._is_whole(claim, False):
            yield claim


def _listed_missions(clause: Clause, group: Group) -> tuple[Mention, ...]:
    """The missions of the list that a noun group belongs to ("air policing and missions in the Aegean")."""
    found: list[Mention] = []
    for step in (-1, 1):
        j = group.index
        while 0 <= j < len(clause.chunks) and (
            clause.chunks[j].kind in ("noun", "preposition", "adverb") or _is_link(clause.chunks[j])
        ):
            found.extend(m for m in clause.chunks[j].mentions if m.kind == "mission" and m.id)
            j += step
    return tuple(sorted(set(found), key=lambda m: m.start))


def _pattern_trigger(clause: Clause, found: PatternMatch) -> Trigger:
    index = next(n for n, c in enumerate(clause.chunks) if c.first <= found.first <= c.last)
    return Trigger(clause, "state", frozenset(), index, found.first, found.last)


def _kind_of(catalogue: Catalogue, id: str) -> str:
    return "nation" if any(n.id == id for n in catalogue.nations) else "organisation"


def _coordinated(clause: Clause, group: Group) -> tuple[Group, ...]:
    """The other members of a list that the group belongs to ("Poland, Italy and Spain")."""
    found: list[Group] = []
    for step in (-1, 1):
        j = group.index + step
        while 0 <= j < len(clause.chunks) and (_is_link(clause.chunks[j]) or _is_name(clause.chunks[j])):
            if _is_name(clause.chunks[j]):
                if not _is_link(clause.chunks[j - step]):
                    break
                found.append(Group(clause.chunks[j], j))
            j += step
    return tuple(found)


def _is_link(chunk: Chunk) -> bool:
    return chunk.text in (",", "and", "&", "or", "as well as")


def _is_name(chunk: Chunk) -> bool:
    return (
        chunk.kind == "noun"
        and len(chunk.words) <= 2
        and bool(chunk.mentions)
        and chunk.mentions[-1].kind in ("nation", "organisation")
    )


def extract(document: Document, catalogue: Catalogue) -> tuple[Claim, ...]:
    """The claims of a document, in the order of the text, each once."""
    missions = MissionContext.of(document, catalogue)
    if not missions.all:
        return ()
    return said_once(_Maker(document, catalogue, missions).claims())


__all__ = ["EXTRACTOR_VERSION", "When", "extract", "replace"]
