"""Claims of one slot that cannot all hold, and what they are called (rules 25 to 28)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from missionwatch.model.register import Evidence
from missionwatch.reconciling.sources import at_odds
from missionwatch.reconciling.stretches import Stretch, unique

NEWER_REPORT = "newer report"
DIFFERENT_FIGURE = "different figure"
OTHER_DATE = "other date"
OTHER_CAUSE = "other cause"
PART_AGAINST_WHOLE = "part against whole"
CONTRADICTION = "contradiction"


@dataclass(frozen=True, slots=True)
class Side:
    """What some claims say, in a word or two, and the claims."""

    label: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A disagreement of one slot."""

    kind: str
    sides: tuple[Side, ...]


def conflict(
    kind: str, one: str, some: Iterable[Evidence], other: str, others: Iterable[Evidence]
) -> Conflict | None:
    """The disagreement between two groups of claims; None where no independent claims differ."""
    odds = at_odds(some, others)
    if odds is None:
        return None
    return Conflict(kind, (Side(one, unique(odds[0])), Side(other, unique(odds[1]))))


def set_against(stretch: Stretch, found: Conflict) -> None:
    """Marks a state as disputed by the claims of the disagreement that are not its own."""
    stretch.disputed = True
    name_against(stretch, found)


def name_against(stretch: Stretch, found: Conflict) -> None:
    """Names the claims of a disagreement that are not the state's own as those against it."""
    mine = {e.id for e in stretch.evidence}
    for side in found.sides:
        stretch.against.update((e.id, e) for e in side.evidence if e.id not in mine)


def label(stretch: Stretch) -> str:
    """What a state says, to print as one side."""
    named = next((e.claim.actor for e in stretch.evidence if e.claim.actor), None)
    words = [named] if stretch.word.actor and named else [stretch.word.value]
    if stretch.count is not None:
        words = [str(stretch.count)] if stretch.word.value == "personnel" else [*words, str(stretch.count)]
    return " ".join(words)
