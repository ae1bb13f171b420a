"""When two claims agree: in their core, in a field, and which predicted claim stands for which reference claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from missionwatch.evaluation.names import MissionNames, alike
from missionwatch.evaluation.told import Told
from missionwatch.model.claim import NEEDS

FIELDS: Final = ("modality", "when", "causes", "condition", "said_by", "count", "place")
"""What claims that agree in their core are compared in."""
FULL: Final = ("modality", "when")
"""The fields in which a claim must agree to be right in full; they also weigh most where pairs are chosen."""
_WEIGHT_OF_FULL: Final = 3

Pairs = tuple[tuple[int, int], ...]


def agree(field: str, a: Told, b: Told) -> bool:
    """Whether two claims say the same in this field."""
    match field:
        case "when":
            return months(a.when) == months(b.when)
        case "condition":
            return bool(a.condition) == bool(b.condition)
        case "said_by" | "place":
            return _may_be_same(getattr(a, field), getattr(b, field))
    return bool(getattr(a, field) == getattr(b, field))


def _may_be_same(gold: str | None, predicted: str | None) -> bool:
    """Gold may allow several names, with semicolons between them."""
    if not gold or not predicted:
        return not gold and not predicted
    return any(alike(name, predicted) for name in gold.split(";"))


def same_core(a: Told, b: Told, missions: MissionNames) -> bool:
    """Whether two claims say the same of the same mission, with the field that the aspect cannot do without."""
    if (a.aspect, a.value) != (b.aspect, b.value) or missions.key(a.mission) != missions.key(b.mission):
        return False
    need = NEEDS.get(a.aspect)
    if need == "count":
        return a.count == b.count
    return need is None or alike(getattr(a, need), getattr(b, need))


def pairs(gold: Sequence[Told], predicted: Sequence[Told], missions: MissionNames) -> Pairs:
    """Which predicted claim stands for which gold claim, as indices: each at most once, the likest first."""
    options = sorted(
        (-_likeness(g, p), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if same_core(g, p, missions)
    )
    kept: dict[int, int] = {}
    for _, i, j in options:
        if i not in kept and j not in kept.values():
            kept[i] = j
    return tuple(sorted(kept.items()))


def _likeness(a: Told, b: Told) -> int:
    return sum(_WEIGHT_OF_FULL if name in FULL else 1 for name in FIELDS if agree(name, a, b))


Bounds = tuple[int | None, int | None] | str | None


def months(when: str | None) -> Bounds:
    """The first and the last month that a date touches, None for an open end; its text where it cannot be read.

    Months, for two careful readers do not agree on days. Whether it holds throughout or at some time within
    makes no difference.
    """
    if not when:
        return None
    text = when.strip().strip("[]{}")
    if "/" not in text and ".." not in text:
        return _months_of(text) or when
    low, *high = (_months_of(part) for part in re.split(r"/|\.\.(?=\d)|(?<=\d)\.\.", text, maxsplit=1))
    return (low and low[0], high[0] and high[0][1]) if high else when


_SEASONS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


def _months_of(text: str) -> tuple[int, int] | None:
    """The months of one date, counted from the year nought; None where it is no date."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", text.strip().rstrip("?~%"))
    if found is None:
        return None
    january = int(found[1]) * 12
    if not found[2]:
        return january + 1, january + 12
    first, last = _SEASONS.get(int(found[2]), (int(found[2]),) * 2)
    return january + first, january + last
