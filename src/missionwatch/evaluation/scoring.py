"""How good claims are: precision, recall and F1 of predicted claims against gold ones.

Two claims agree in their core when mission, aspect and value are the same and, where the aspect needs one, the actor,
place or count; they agree in full when modality and date agree too. Each gold claim is paired with at most one
predicted claim, pairs that agree in more fields first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from missionwatch.model.claim import NEEDS, Claim

_FIELDS = ("modality", "when", "place", "count", "said_by")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of claims; `core` and `full` are the pairs that agree so far."""

    core: int = 0
    full: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.core + other.core,
            self.full + other.full,
            self.predicted + other.predicted,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """The share of the predicted claims that are right in their core."""
        return self.core / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold claims that were found, in their core."""
        return self.core / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def full_f1(self) -> float:
        claims = self.predicted + self.gold
        return 2 * self.full / claims if claims else 0.0


def _words(text: object) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", str(text or "").casefold())) - {"the", "of", "and", "in"}


def _alike(a: object, b: object) -> bool:
    """Names that are equal or one within the other."""
    x, y = _words(a), _words(b)
    return x == y or bool(x and y and (x <= y or y <= x))


def _same_core(a: Claim, b: Claim) -> bool:
    if (a.mission_id, a.aspect, a.value) != (b.mission_id, b.aspect, b.value):
        return False
    need = NEEDS.get(a.aspect)
    if need == "count":
        return a.count == b.count
    return need is None or _alike(getattr(a, need), getattr(b, need))


def _agreement(a: Claim, b: Claim) -> int:
    return sum(str(getattr(a, name)) == str(getattr(b, name)) for name in _FIELDS)


def _same_in_full(a: Claim, b: Claim) -> bool:
    return a.modality == b.modality and str(a.when) == str(b.when)


def pairs(gold: Sequence[Claim], predicted: Sequence[Claim]) -> tuple[tuple[int, int], ...]:
    """Which predicted claim stands for which gold claim, as indices."""
    options = sorted(
        (-_agreement(g, p), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if _same_core(g, p)
    )
    kept: dict[int, int] = {}
    for _, i, j in options:
        if i not in kept and j not in kept.values():
            kept[i] = j
    return tuple(sorted(kept.items()))


def score(gold: Iterable[Claim], predicted: Iterable[Claim]) -> Score:
    """The score of one report."""
    wanted, found = tuple(gold), tuple(predicted)
    matched = pairs(wanted, found)
    full = sum(_same_in_full(wanted[i], found[j]) for i, j in matched)
    return Score(len(matched), full, len(found), len(wanted))
