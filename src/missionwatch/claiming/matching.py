"""Frames matched against triggers: which group fills each part."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from missionwatch.claiming.clauses import Clause, Group, has_mission, with_complement
from missionwatch.claiming.conditions import (
    CONDITIONS,
    NAMES,
    has_other_theme,
    is_missions_own,
    is_of_mission,
)
from missionwatch.claiming.frames import Frame
from missionwatch.claiming.lexicon import singular
from missionwatch.claiming.nominals import is_any_kind, is_kind
from missionwatch.claiming.triggers import Trigger
from missionwatch.claiming.work import is_missions_work


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits a trigger, and which group fills each part."""

    frame: Frame
    trigger: Trigger
    parts: Mapping[str, Group]


_BEHIND: Mapping[str, tuple[str, ...]] = {
    "capacity": ("as",),
    "in": ("in", "to", "for", "with", "within", "as part of", "under", "of"),
    "into": ("in", "into", "inside", "near", "on", "within", "outside"),
    "favour": ("for", "to", "in favour of", "in favor of"),  # "voted for", "gave its consent to"
}
"""The parts that stand behind one of several prepositions."""


def _candidates(trigger: Trigger, part: str) -> tuple[Group, ...]:
    if part == "agent":
        return trigger.agents
    if part == "theme":
        return trigger.themes
    if part == "subject":
        return trigger.left
    if part == "object":
        return trigger.themes[:1]
    if part == "role":  # "named her head of the force", "took over as its commander"
        return (*(g for g in trigger.right if not g.preposition), *trigger.after("as", "to"))
    return trigger.after(*_BEHIND.get(part, (part,)))


def _filler(trigger: Trigger, part: str, kinds: tuple[str, ...]) -> Group | None:
    """The first group that is of one of the kinds; who is named goes before a pronoun."""
    named = _without_pronouns(kinds)
    return _first_of(trigger, part, named) or (_first_of(trigger, part, kinds) if named != kinds else None)


@functools.cache
def _without_pronouns(kinds: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(k for k in kinds if k != "spoken-of")


def _first_of(trigger: Trigger, part: str, kinds: tuple[str, ...]) -> Group | None:
    clause = trigger.clause
    for group in _candidates(trigger, part):
        if part == "theme" and trigger.kind == "verb" and _completes_act(group, clause):
            continue
        if is_any_kind(group, kinds, clause):
            return group
        complement = None if group.chunk.mentions else with_complement(clause, group)
        if complement is not None:
            opaque = complement.preposition == "from" or _is_opaque(
                group, clause
            )  # "withdraw troops from KFOR"
            through = [k for k in kinds if k in NAMES] if opaque else kinds
            if is_any_kind(complement, through, clause):
                return complement
        if (
            "mission" in kinds
            and trigger.kind == "noun"
            and group.index == trigger.index
            and has_mission(group.chunk)
        ):
            return group  # "UNAMID's closure"
    return None


def _is_opaque(group: Group, clause: Clause) -> bool:
    """ "the mandate of KFOR", "the withdrawal of KFOR": what is said of it is not said of the mission."""
    asked = group.chunk.first, "opaque"  # most frames ask this of the same groups
    if asked not in clause.kinds:
        clause.kinds[asked] = _has_opaque_head(group, clause)
    return clause.kinds[asked]


def _has_opaque_head(group: Group, clause: Clause) -> bool:
    head, lexicon = singular(group.chunk.head), clause.lexicon
    if any(lexicon.in_class(head, c) for c in ("work", "people", "part", "mission-words")):
        return False
    classes = ("mandate", "leadership", "commander-roles")
    return _is_act(head, clause) or any(lexicon.in_class(head, c) for c in classes)


def _is_act(head: str, clause: Clause) -> bool:
    return (head,) in clause.lexicon.nouns or head in clause.lexicon.operator_nouns


def _completes_act(group: Group, clause: Clause) -> bool:
    """ "Accelerates the handover of its activities": the verb does nothing to the activities."""
    before = clause.chunks[group.index - 2] if group.preposition == "of" and group.index > 2 else None
    if before is None or before.kind != "noun" or before.mentions:
        return False
    head = singular(before.head)
    works = any(clause.lexicon.in_class(head, c) for c in ("work", "people", "part", "size", "mandate"))
    verb = clause.chunks[group.index - 3].kind == "verb"
    return verb and not works and _is_act(head, clause)


def _is_object(clause: Clause, group: Group) -> bool:
    """Whether a group stands right behind a verb: "the battalion has 600 soldiers deployed in the force"."""
    before = clause.chunks[group.index - 1] if group.index else None
    return before is not None and before.kind == "verb"


def match(frame: Frame, trigger: Trigger) -> Match | None:
    """The frame filled from a trigger, or None where it does not fit."""
    if trigger.kind not in frame.kinds or frame.says.isdisjoint(trigger.concepts):
        return None
    for name, value in frame.conditions:  # most frames fail here or at their parts: no generator, for speed
        if not CONDITIONS[name](trigger, value):
            return None
    if frame.option("work") and not is_missions_work(trigger):
        return None
    parts: dict[str, Group] = {}
    for part, kinds in frame.needs.items():
        group = _filler(trigger, part, kinds)
        if (
            group is None
            and part == "theme"
            and trigger.kind == "noun"
            and frame.option("bare-noun")
            and not has_other_theme(trigger)
        ):
            continue
        if group is None:
            return None
        parts[part] = group
    own = parts.get(frame.option("own", ""))
    if own is not None and not is_missions_own(trigger, own):
        return None
    theirs = parts.get(frame.option("theirs", ""))
    if theirs is not None and not is_of_mission(trigger, theirs):
        return None
    for part, kinds in frame.forbids.items():
        groups = (parts.get(part), next(iter(_candidates(trigger, part)), None))
        if any(is_kind(g, k, trigger.clause) for g in groups if g is not None for k in kinds):
            return None
    if parts.get("agent") is not None and parts.get("agent") == parts.get("theme") and trigger.kind == "verb":
        return None
    if frame.option("theme-free") and _is_object(trigger.clause, parts["theme"]):
        return None
    return Match(frame, trigger, parts)
