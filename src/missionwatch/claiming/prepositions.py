"""What prepositions say: that something lies within another, and where it happens."""

from __future__ import annotations

from missionwatch.claiming.clauses import Group
from missionwatch.claiming.triggers import Trigger

_LEAVING = frozenset(("withdraw", "relocate", "close"))
AS_PART = ("as part of", "within", "under", "with")
INSIDE = ("as part of", "within", "under", "in", "inside")
WITHIN = ("in", "with", "within", "under", "as part of", "inside", "into", "alongside", "among")
PLACE_PREPOSITIONS = (
    "in",
    "at",
    "near",
    "on",
    "outside",
    "around",
    "off",
    "across",
    "into",
    "inside",
)


def place_groups(trigger: Trigger) -> tuple[Group, ...]:
    """The groups that may name the place of what a trigger says: after a preposition of place, to the right,
    then to the left; a place in the cause is none ("because of a strike in Baghdad")."""
    leaves = trigger.concepts & _LEAVING
    chunks, causes = trigger.clause.chunks, trigger.clause.lexicon.words["cause-only"]
    cause = next((j for j in range(trigger.index, len(chunks)) if chunks[j].text in causes), len(chunks))
    wanted = trigger.after(*PLACE_PREPOSITIONS, *(("from",) if leaves else ()))
    right = tuple(g for g in wanted if g.index < cause)
    left = tuple(
        g for g in trigger.left if g.preposition in PLACE_PREPOSITIONS and not _belongs_to_verb(trigger, g)
    )
    return (*right, *left)


def place_before_where(trigger: Trigger) -> tuple[Group, ...]:
    """ "in Estonia, where Denmark has soldiers": the place before the word that begins the clause."""
    chunks = trigger.clause.chunks
    for j in range(trigger.index - 1, 1, -1):
        if chunks[j].kind == "verb":
            return ()
        if chunks[j].text in trigger.clause.lexicon.words["where"]:
            before = next((i for i in range(j - 1, -1, -1) if chunks[i].kind == "noun"), None)
            if (
                before is None
                or not chunks[before].mentions
                or chunks[before].mentions[-1].text.lower() != chunks[before].words[-1]
            ):
                return ()
            return (Group(chunks[before], before),)
    return ()


def _belongs_to_verb(trigger: Trigger, group: Group) -> bool:
    """ "Under a deal struck in Luanda, the force": a place that another verb right before it is said with."""
    before = trigger.clause.chunks[group.index - 2] if group.index > 1 else None
    return before is not None and before.kind == "verb" and group.index < trigger.index
