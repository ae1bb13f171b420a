"""Claims from frames that fit a clause."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from missionwatch.catalogue.entries import Mission
from missionwatch.claiming.actors import Actor, actors_of
from missionwatch.claiming.background import Background
from missionwatch.claiming.clauses import Clause, Group, actors_before, has_mission, with_complement
from missionwatch.claiming.counting import numbers_of
from missionwatch.claiming.dating import scheduled, when_of
from missionwatch.claiming.elsewhere import may_mean
from missionwatch.claiming.listing import further_missions, is_link
from missionwatch.claiming.matching import Match
from missionwatch.claiming.missions import Wanted
from missionwatch.claiming.modality import modality_of
from missionwatch.claiming.nominals import is_kind, nations_of
from missionwatch.claiming.ordered import is_ordered
from missionwatch.claiming.places import places_of
from missionwatch.claiming.presupposed import attributed_to
from missionwatch.claiming.reasons import causes_of, condition_of
from missionwatch.claiming.reference import nation_before, nation_meant
from missionwatch.claiming.triggers import Trigger
from missionwatch.model.claim import NEEDS, Claim
from missionwatch.model.document import Mention
from missionwatch.model.passage import Span
from missionwatch.model.when import When

_CAUSED = frozenset(("activity", "contribution", "measure", "mandate"))
_AT_HOME = ("in", "to", "of", "from", "for", "with", "within", "under", "as part of")
_DECIDED = frozenset(("approves", "extends"))
_GIVING = frozenset(("send", "provide", "have", "offer", "pledge"))
_OF_MISSION = ("strength", "presence", "contribution")
_FEW_HOSTS = 2
"""A mission in more countries than this may be these countries' own."""
_PREPARATION = timedelta(days=730)


def claims_of_frame(matched: Match, background: Background) -> Iterator[Claim]:
    """The claims of a frame: one for each mission, actor and place of a list."""
    for mission in _missions(matched, background):
        of_nation = _is_nations_own(matched, mission, background) or _is_of_nation(matched)
        if not of_nation and not _are_hosts_people(matched, mission, background):
            claims = tuple(_about(matched, mission, background))
            yield from claims
            yield from _to_further_missions(matched, claims)


def _to_further_missions(matched: Match, claims: tuple[Claim, ...]) -> Iterator[Claim]:
    """ "Ireland sends 343 soldiers to UNIFIL, 138 to UNDOF": the same of the missions that a list goes on to."""
    counted = matched.parts.get(matched.frame.option("count", ""))
    if (
        matched.frame.aspect != "contribution"
        or len(claims) != 1
        or claims[0].count is None
        or counted is None
    ):
        return
    for mission, number in further_missions(matched.trigger.clause, counted.index):
        if mission.id != claims[0].mission_id:
            evidence = {**claims[0].evidence, "mission": mission.span, "count": number.span}
            yield replace(
                claims[0], mission=mission.name, mission_id=mission.id or "", count=number.number, place=None,
                evidence={k: v for k, v in evidence.items() if k != "place"},
            )  # fmt: skip


def _is_of_nation(matched: Match) -> bool:
    """ "It has 500 soldiers", "500 soldiers serve there", said after a nation, is no strength of a mission."""
    agent = matched.parts.get("agent") or _pronoun(matched.trigger)
    if matched.frame.option("unless-spoken-of") and nation_before(matched.trigger.clause) is not None:
        return True
    if matched.frame.aspect not in ("strength", "presence") or agent is None or agent.chunk.mentions:
        return False
    if any(m.kind == "mission" for g in matched.trigger.right[:2] for m in g.chunk.mentions):
        return False  # "it cut the number of KFOR soldiers"
    clause, agents = matched.trigger.clause, matched.trigger.agents
    named = any(nations_of(g.chunk, clause) for g in agents)
    return named or nation_meant(agent, matched.trigger) is not None


def _pronoun(trigger: Trigger) -> Group | None:
    """ "It might raise the number": the doer, where it is a pronoun."""
    first = next(iter(trigger.agents), None)
    return first if first is not None and first.chunk.words[0] in trigger.clause.lexicon.pronouns else None


def _are_anothers(matched: Match, actor: Actor | None) -> bool:
    """Whether the people that somebody sends are said to be of another nation."""
    theme = matched.parts.get("theme")
    if not matched.trigger.concepts & _GIVING or actor is None or theme is None:
        return False
    nations = {m.of or m.id for m in nations_of(theme.chunk, matched.trigger.clause)}
    return bool(nations) and actor.id not in nations


def is_whole(claim: Claim) -> bool:
    """Whether the claim has the field without which its aspect says nothing."""
    need = NEEDS.get(claim.aspect)
    return need is None or getattr(claim, need) is not None


def _modality(matched: Match) -> tuple[str, Span | None]:
    frame = matched.frame
    modality, span = modality_of(matched.trigger)
    if frame.aspect == "mandate" and modality == "planned" and span is not None:
        words = span.of(matched.trigger.clause.document.text).lower().split()
        if any(matched.trigger.clause.lexicon.in_class(w, "decided") for w in words):
            modality = "actual"  # "decided to extend", "the decision to extend": the decision has been taken
    if modality != "denied":  # "refused to agree" is no decision
        modality = frame.option("modality", modality)
    if modality == "denied" and frame.option("denied-means"):
        return frame.option("denied-is", "planned"), span
    if modality == "actual" and frame.aspect in ("activity", "strength") and is_ordered(matched.trigger):
        return "planned", span
    return frame.option(f"{modality}-is", modality), span


def _about(matched: Match, mission: Mention, background: Background) -> Iterator[Claim]:
    frame, trigger = matched.frame, matched.trigger
    if frame.option("modality") and modality_of(trigger)[0] == "denied":
        return  # "refused to agree"
    modality, modality_span = _modality(matched)
    published = background.document.report.published
    when, when_span = when_of(
        trigger, frame.option("when", "none"), modality, published, frame.option("time", ())
    )
    if when is None and modality == "actual" and not frame.option("modality"):
        when, when_span = scheduled(trigger, frame.option("when", "none"), published)
        modality, modality_span = ("planned", when_span) if when is not None else (modality, modality_span)
    if (
        modality == frame.option("never")
        or (frame.option("time") and when is None)
        or (frame.option("only-actual") and modality != "actual")
    ):
        return
    if when is not None and not _can_be(when, background.catalogue.mission(mission.id or "")):
        return
    causes, causes_span = causes_of(trigger) if frame.aspect in _CAUSED else ((), None)
    condition, condition_span = condition_of(trigger, modality)
    speaker, speaker_span = attributed_to(trigger, modality)
    numbers = numbers_of(matched)
    for actor in actors_of(matched, mission, background) or (None,):
        if actor and not _may_act(matched, actor, mission, background):
            continue
        if frame.aspect == "contribution" and _are_anothers(matched, actor):
            continue
        places = places_of(matched, mission, actor.mention if actor else None, background.catalogue)
        counted = (actor.number,) if actor and actor.listed else numbers
        for place, number in itertools.product(places, counted):
            spans = {
                "mission": mission.span, "actor": actor.mention.span if actor else None, "modality": modality_span,
                "when": when_span, "causes": causes_span, "condition": condition_span, "said_by": speaker_span,
                "place": place.span if place else None, "count": number.span if number else None,
            }  # fmt: skip
            claim = Claim(
                mission=mission.name, mission_id=mission.id or "", aspect=frame.aspect,
                value=_value(matched, actor, mission, background),
                passage=background.cut(_extent(trigger, [spans[f] for f in ("actor", "when", "place", "count")])),
                modality=modality, actor=actor.name if actor else None, count=number.number if number else None,
                place=place.name if place else None, when=when, condition=condition, causes=causes, said_by=speaker,
                evidence={k: v for k, v in spans.items() if v is not None}, rule=frame.name,
            )  # fmt: skip
            if is_whole(claim) and all(getattr(claim, f) is not None for f in _asked(matched)):
                yield claim
                yield from _implied_task(matched, claim, background)


def _asked(matched: Match) -> tuple[str, ...]:
    """The fields that the frame itself cannot do without."""
    return tuple(f for f in ("count", "place") if matched.frame.option(f"needs-{f}"))


def _can_be(when: When, mission: Mission) -> bool:
    """A date before there was such a mission speaks of something else."""
    begun = mission.start.earliest if mission.start is not None else None
    return begun is None or when.latest is None or when.latest >= begun - _PREPARATION


def _value(matched: Match, actor: Actor | None, mission: Mention, background: Background) -> str:
    """A host's decision to end a mission is its rejection; "will not prolong" is another value as well."""
    denied: str | None = matched.frame.option("denied-means")
    if denied and modality_of(matched.trigger)[0] == "denied":
        return denied
    if matched.frame.value == "provides" and _are_more(matched):
        return "increases"
    by_host: str | None = matched.frame.option("value-by-host")
    if not by_host or actor is None or not _votes(matched, actor):
        return matched.frame.value
    return by_host if actor.id in background.hosts(mission) else matched.frame.value


def _votes(matched: Match, actor: Actor) -> bool:
    """Whether the actor is a parliament: a government that agrees on an end has negotiated it."""
    last = actor.mention.name.lower().split()[-1]
    return matched.trigger.clause.lexicon.in_class(last, "parliaments")


def _are_more(matched: Match) -> bool:
    """ "A further 110 soldiers set off": more of a nation's people than there were."""
    counted = matched.parts.get(matched.frame.option("count", ""))
    contributes = matched.frame.aspect == "contribution" and counted is not None
    return contributes and counted is not None and is_kind(counted, "more-people", matched.trigger.clause)


def _extent(trigger: Trigger, spans: list[Span | None]) -> Span:
    """From the first to the last of the words that say it: the trigger, its theme and its fields."""
    sentence = trigger.clause.sentence.span
    inside = [*(s for s in spans if s is not None and sentence.covers(s)), trigger.span]
    inside.extend(trigger.clause.span_of(g.chunk) for g in trigger.themes[:1])
    return Span(min(s.start for s in inside), max(s.end for s in inside))


def _implied_task(matched: Match, claim: Claim, background: Background) -> Iterator[Claim]:
    """ "Training has been suspended": the mission's work is training."""
    theme = matched.parts.get("theme")
    if claim.aspect != "activity" or theme is None or claim.modality == "denied":
        return
    clause = matched.trigger.clause
    task = clause.lexicon.work_tasks.get(theme.chunk.head)
    if task:
        passage = background.cut(clause.span_of(theme.chunk))
        evidence = {"mission": claim.evidence["mission"]}
        yield Claim(
            claim.mission, claim.mission_id, "task", task, passage, evidence=evidence, rule="task-at-work"
        )


def _missions(matched: Match, background: Background) -> tuple[Mention, ...]:
    """The missions that a frame speaks of: one, or those of a list that it says the same of."""
    trigger, frame = matched.trigger, matched.frame
    about = matched.parts.get(frame.option("about", ""))
    if about is not None:
        return tuple(m for m in about.chunk.mentions if m.kind == "mission" and m.id)[:1]
    if frame.option("mission") == "organisation":
        return _organisation_as_a_whole(trigger, background)
    parts = [
        *_whose(matched),
        *matched.parts.values(),
        *trigger.themes[:1],
        *trigger.agents[:1],
        *trigger.right,
    ]
    wanted = background.wanted(trigger)
    mission = background.missions.for_trigger(trigger, parts, wanted)
    if frame.aspect == "contribution" and _goes_to_unknown(trigger, mission):
        return ()
    if mission is None and frame.aspect == "mandate":  # the UN may decide on the mission of others
        mission = background.missions.for_trigger(trigger, parts, Wanted(countries=wanted.countries))
    if mission is not None and _stands_for_all(mission, matched) and frame.aspect in _OF_MISSION:
        mission = background.missions.for_trigger(trigger, (), Wanted(frozenset((mission.id or "",))))
    if mission is None or (
        frame.option("in-sentence")
        and not trigger.clause.sentence.span.covers(mission.span)
        and not _are_peacekeepers(matched)
    ):
        return ()
    if frame.aspect == "contribution" and not may_mean(trigger.clause, mission, background):
        return ()
    if frame.aspect == "contribution":
        taken_part_in = next((g for g in trigger.right if mission in g.chunk.mentions), None)
        if taken_part_in is None:
            return (mission,)
        listed = (
            ()
            if matched.parts.get(frame.option("count", ""))
            else _with_those_after(trigger.clause, taken_part_in, mission)
        )
        return tuple(dict.fromkeys((*_joined_by_and(trigger.clause, taken_part_in), *listed)))
    theme = matched.parts.get("theme")
    own = trigger.clause.chunks[trigger.index].words[0] in trigger.clause.lexicon.possessives
    if (
        frame.needs.get("theme")
        and theme is None
        and not own
        and not trigger.clause.sentence.span.covers(mission.span)
    ):
        return ()
    if frame.aspect == "mandate":
        named = next((g for g in (*trigger.themes, *trigger.right) if mission in g.chunk.mentions), None)
        return _with_those_after(trigger.clause, named, mission)
    if theme is None or frame.aspect != "activity":
        return (mission,)
    return tuple(dict.fromkeys((mission, *_listed(trigger.clause, theme))))


def _goes_to_unknown(trigger: Trigger, mission: Mention | None) -> bool:
    """ "Sends 20 soldiers to international missions": to some that cannot be told, not to the one spoken of."""
    if mission is None or trigger.clause.sentence.span.covers(mission.span):
        return False
    lexicon, goals = trigger.clause.lexicon, trigger.after("to", "in", "for", "with", "within", "under")
    vague = (g for g in goals if not has_mission(g.chunk))
    return any(lexicon.in_class(g.chunk.head, "vague-missions") for g in vague)


def _stands_for_all(mission: Mention, matched: Match) -> bool:
    """Whether an organisation stands for its missions, and nobody is said to take part in them as a whole ("has
    soldiers in UN missions")."""
    groups = matched.trigger.right if matched.frame.aspect == "contribution" else ()
    return mission.form == "organisation" and not any(mission in g.chunk.mentions for g in groups)


def _whose(matched: Match) -> tuple[Group, ...]:
    """ "EUFOR Althea, which took over from SFOR, had its mandate renewed": the mission that "its" can mean."""
    theme, clause = matched.parts.get("theme"), matched.trigger.clause
    if theme is None or theme.chunk.mentions or theme.chunk.words[0] not in clause.lexicon.possessives:
        return ()
    return tuple(g for g in actors_before(clause, theme.index) if has_mission(g.chunk))[:1]


def _with_those_after(clause: Clause, named: Group | None, mission: Mention) -> tuple[Mention, ...]:
    """The mission, and those that a list goes on with ("the mandates for UNMIL, KFOR and UNDOF")."""
    found = [mission]
    for chunk in clause.chunks[named.index + 1 :] if named is not None else ():
        missions = [m for m in chunk.mentions if m.kind == "mission" and m.id]
        if not missions and not is_link(chunk):
            break
        found.extend(missions)
    here = named.chunk.mentions if named is not None else ()
    return tuple(dict.fromkeys((*(m for m in here if m.kind == "mission" and m.id), *found)))


def _are_peacekeepers(matched: Match) -> bool:
    """ "Two blue helmets were killed": people of missions alone, of the one that the report speaks of."""
    theme, clause = matched.parts.get("theme"), matched.trigger.clause
    return theme is not None and clause.lexicon.in_class(theme.chunk.head, "peacekeepers")


def _organisation_as_a_whole(trigger: Trigger, background: Background) -> tuple[Mention, ...]:
    """The doing organisation, where the catalogue has it as a mission: it stands for its missions as a whole."""
    for mention in (m for g in trigger.agents for m in g.chunk.mentions if m.kind == "organisation"):
        whole = [m for m in background.catalogue.missions if m.kind == "organisation" and m.id == mention.id]
        if whole:
            return (
                Mention(
                    mention.start,
                    mention.end,
                    mention.text,
                    "mission",
                    whole[0].id,
                    whole[0].name,
                    "organisation",
                ),
            )
    return ()


def _listed(clause: Clause, group: Group) -> tuple[Mention, ...]:
    """The missions of the list that a noun group belongs to ("air policing and missions in the Aegean")."""
    found: list[Mention] = []
    for step in (-1, 1):
        j = group.index
        while 0 <= j < len(clause.chunks):
            chunk = clause.chunks[j]
            if chunk.kind not in ("noun", "preposition", "adverb") and not is_link(chunk):
                break
            found.extend(m for m in chunk.mentions if m.kind == "mission" and m.id)
            j += step
    return tuple(sorted(set(found), key=lambda m: m.start))


def _joined_by_and(clause: Clause, group: Group) -> tuple[Mention, ...]:
    """The mission of a group, and the one that "and" joins to it ("both in the UN and in the French-led operation")."""
    found = [m for m in group.chunk.mentions if m.kind == "mission" and m.id][:1]
    after = clause.chunks[group.index + 1 : group.index + 4]
    if after and after[0].text == "and":
        found.extend(
            m for c in after[1:] if c.kind == "noun" for m in c.mentions if m.kind == "mission" and m.id
        )
    return tuple(found)


def _is_nations_own(matched: Match, mission: Mention, background: Background) -> bool:
    """Whether a nation speaks of its own part only: any nation but the host, or with `any` the host too."""
    unless, trigger = matched.frame.option("unless-nation"), matched.trigger
    if not unless:
        return False
    nations = {m.of or m.id for g in _who(trigger) for m in nations_of(g.chunk, trigger.clause)}
    first = next(iter(trigger.agents), None)
    if first is not None and first.chunk.words[0] in trigger.clause.lexicon.words["we"]:
        speaking = nation_meant(first, trigger)
        nations |= {speaking.of or speaking.id} if speaking is not None else set()
    if background.catalogue.mission(mission.id or "").leader in nations:
        return False  # "the UK expanded Operation Orbital": it is the nation's to expand
    return bool(nations) and (unless == "any" or not nations & background.hosts(mission))


def _who(trigger: Trigger) -> tuple[Group, ...]:
    """The doer; for a pronoun also the actor before it that it can mean."""
    pronoun = trigger.agents and trigger.agents[0].chunk.words[0] in trigger.clause.lexicon.pronouns
    return trigger.agents[:2] if pronoun else trigger.agents[:1]


def _are_hosts_people(matched: Match, mission: Mention, background: Background) -> bool:
    """Whether those whom an incident struck are the host's: "two soldiers of the Congolese army"."""
    struck = matched.parts.get("theme")
    if matched.frame.aspect != "incident" or struck is None:
        return False
    clause = matched.trigger.clause
    groups = [g for g in (struck, with_complement(clause, struck)) if g is not None]
    nations = {m.of or m.id for g in groups for m in nations_of(g.chunk, clause)}
    return bool(nations & background.hosts(mission))


def _may_act(matched: Match, actor: Actor, mission: Mention, background: Background) -> bool:
    """Another nation's government decides on its own part alone; its parliament's vote counts."""
    if actor.id in background.hosts(mission):
        shared = len(background.hosts(mission)) > _FEW_HOSTS
        return matched.frame.option("actor") != "speaker" and _may_act_at_home(
            matched, mission, shared=shared
        )
    if matched.frame.value == "requests" and actor.id in background.nations and background.hosts(mission):
        return False  # who asks its own parliament, or allies, asks for no mission in its country
    if (
        matched.frame.aspect != "mandate"
        or matched.frame.value not in _DECIDED
        or actor.id not in background.nations
    ):
        return True
    run = background.catalogue.mission(mission.id or "")
    return _votes(matched, actor) or actor.id in (run.leader, run.organisation)


def _may_act_at_home(matched: Match, mission: Mention, *, shared: bool) -> bool:
    """A host leads no mission, and contributes only to one that several hosts share, where the clause names it."""
    if matched.frame.aspect not in ("contribution", "lead"):
        return True
    named = any(mission in g.chunk.mentions for g in matched.trigger.after(*_AT_HOME))
    return matched.frame.aspect == "contribution" and shared and named
