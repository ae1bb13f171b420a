"""What a sentence tells in passing: the people of a nation, or a list of nations, stand in it together with a mission
and a word of sending, being or serving, in whatever relation ("a mission in which Irish soldiers have long served").

Frames say exactly who does what; these ask for less, and so are heard only where no other tells of the same nation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from missionwatch.claiming.background import Background
from missionwatch.claiming.clauses import Clause, Group, has_mission, preposition_before
from missionwatch.claiming.conditions import CONDITIONS
from missionwatch.claiming.frames import Frame, frames_in_passing
from missionwatch.claiming.from_frames import claims_of_frame
from missionwatch.claiming.listing import coordinated, goes_on_from_places, is_listed_place, numbered_missions
from missionwatch.claiming.matching import Match
from missionwatch.claiming.nominals import is_any_kind, nations_of
from missionwatch.claiming.triggers import Trigger
from missionwatch.claiming.units import Unit
from missionwatch.model.claim import Claim
from missionwatch.model.document import Mention


def claims_in_passing(
    clause: Clause, triggers: Sequence[Trigger], background: Background, told: Sequence[Claim]
) -> Iterator[Claim]:
    """The contributions that a sentence tells of beside those that its frames have `told`."""
    shares = numbered_missions(clause)
    if len(shares) >= _SEVERAL:
        yield from _shared_out(shares, clause, triggers, background, told)
        return
    mission = _only_mission(clause)
    if mission is None or _is_of_something_else(clause, told):
        return
    hosts = background.hosts(mission)
    known = {c.actor for c in told if c.aspect == "contribution"}
    known.update(background.owner_name(host) for host in hosts)
    for frame in frames_in_passing(background.document.language):
        for matched in _matches(frame, clause, triggers, hosts):
            claims = (c for c in claims_of_frame(matched, background) if c.mission_id == mission.id)
            new = [c for c in claims if c.actor not in known]
            yield from new
            known.update(c.actor for c in new)


def _shared_out(
    shares: Sequence[tuple[Mention, Unit]],
    clause: Clause,
    triggers: Sequence[Trigger],
    background: Background,
    told: Sequence[Claim],
) -> Iterator[Claim]:
    """ "Slovenians are in KFOR with 241, in UNIFIL with 14": what is said of a nation in one of several missions, of
    each with its number."""
    frames = frames_in_passing(background.document.language)
    passing = (m for f in frames[:1] for m in _matches(f, clause, triggers, frozenset()))
    said = [c for c in told if (c.aspect, c.value) == ("contribution", "provides")]
    said = said or [c for m in passing for c in claims_of_frame(m, background)]
    if len({c.actor for c in said}) != 1:
        return
    known = {c.mission_id for c in told if c.aspect == "contribution" and c.count is not None}
    for mission, number in shares:
        if mission.id and mission.id not in known:
            evidence = {**said[0].evidence, "mission": mission.span, "count": number.span}
            kept = {k: v for k, v in evidence.items() if k != "place"}
            yield replace(
                said[0], mission=mission.name, mission_id=mission.id, count=number.number, place=None, evidence=kept
            )  # fmt: skip


def _only_mission(clause: Clause) -> Mention | None:
    """The mission that a sentence names, where it names one alone."""
    named = {m.id: m for c in clause.chunks for m in c.mentions if m.kind == "mission"}
    mission = next(iter(named.values()), None)
    alone = mission is not None and len(named) == 1 and mission.form != "organisation"
    return mission if alone and mission is not None and mission.id else None


def _is_of_something_else(clause: Clause, told: Sequence[Claim]) -> bool:
    """A sentence that denies, or tells how people were struck or the mission ends, tells nothing in passing."""
    ends = any(c.aspect == "incident" or c.value == "ended" for c in told)
    return ends or any(u.text in clause.lexicon.negation for u in clause.units)


def _matches(
    frame: Frame, clause: Clause, triggers: Sequence[Trigger], hosts: frozenset[str]
) -> Iterator[Match]:
    fitting = [t for t in triggers if t.kind in frame.kinds and t.concepts & frame.says]
    for group in _groups(clause, frame) if fitting else ():
        trigger = min(fitting, key=lambda t: (not _has(t, group), abs(t.index - group.index)))
        asked = all(CONDITIONS[name](trigger, value) for name, value in frame.conditions)
        if asked and _is_within(trigger) and (not frame.option("listed") or _is_listed(clause, group, hosts)):
            yield Match(frame, trigger, {"theme": group})


def _groups(clause: Clause, frame: Frame) -> Iterator[Group]:
    for j, chunk in enumerate(clause.chunks):
        group = Group(chunk, j)
        if (
            chunk.kind == "noun"
            and _is_one(group, frame.needs, clause)
            and not _is_one(group, frame.forbids, clause)
        ):
            yield Group(chunk, j, preposition_before(clause.chunks, j))


def _is_one(group: Group, kinds: Mapping[str, tuple[str, ...]], clause: Clause) -> bool:
    return is_any_kind(group, kinds.get("theme", ()), clause)


def _has(trigger: Trigger, group: Group) -> bool:
    return any(g.index == group.index for g in (*trigger.left, *trigger.right))


def _is_within(trigger: Trigger) -> bool:
    """Whether what is told can be told of a part of the mission: not "over the ships of X", nor what X itself does."""
    chunks, words = trigger.clause.chunks, trigger.clause.lexicon.words
    j = next((j for j, c in enumerate(chunks) if has_mission(c)), None)
    if j is None:
        return True
    within = preposition_before(chunks, j)
    if within == "of" and j > 1:
        within = preposition_before(chunks, j - 2) or within
    if within or (j and chunks[j - 1].kind == "verb") or nations_of(chunks[j], trigger.clause):
        return within not in words["apart"]
    return not trigger.concepts.isdisjoint(_MADE_OF)


_MADE_OF = frozenset(("consist", "compose", "have", "come"))
_SEVERAL = 2
_MANY = 3
"""Fewer nations than this stand in a sentence by chance."""


def _is_listed(clause: Clause, group: Group, hosts: frozenset[str]) -> bool:
    """Whether a nation stands in a list of many without a host, that tells no place ("in Mali, Chad and Togo")."""
    listed = (group, *coordinated(clause, group))
    first = min(listed, key=lambda g: g.index)
    within = preposition_before(clause.chunks, first.index)
    placed = (
        within in clause.lexicon.words["placing"]
        or goes_on_from_places(clause, first.index - 1)
        or is_listed_place(clause, first.index)
    )
    nations = [m for g in listed for m in g.chunk.mentions if m.kind == "nation"]
    return len(nations) >= _MANY and not placed and hosts.isdisjoint(m.id for m in nations)
