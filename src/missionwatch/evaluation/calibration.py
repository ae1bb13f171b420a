"""Whether confidence means what it says: of the claims with 0.8, four in five should be right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from missionwatch.evaluation.scoring import Evaluation, Measure
from missionwatch.evaluation.told import Told

BANDS: Final = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Where the bands of confidence begin; the last one ends at 1."""


@dataclass(frozen=True, slots=True)
class Band:
    """The claims whose confidence lies from `low` to below `high`; `from_here` measures all from `low` up."""

    low: float
    high: float
    claims: int
    right: int
    mean: float
    from_here: Measure


@dataclass(frozen=True, slots=True)
class Calibration:
    """The bands that have claims, and the Brier score: the mean square of what confidence was off, 0 is best.

    `brier_of_mean` is that of a confidence that is the same for all, their share of right ones: to be beaten.
    """

    bands: tuple[Band, ...]
    brier: float
    brier_of_mean: float


def calibration(evaluation: Evaluation) -> Calibration | None:
    """How well the claims' confidence fits; None where no claim has one."""
    judged = [*_judged(evaluation)]
    if not judged:
        return None
    gold = evaluation.total().gold
    ends = (*BANDS[1:], 1.01)
    bands = tuple(
        _band(low, high, judged, gold)
        for low, high in zip(BANDS, ends, strict=True)
        if any(low <= confidence < high for confidence, _ in judged)
    )
    share = sum(right for _, right in judged) / len(judged)
    brier = sum((confidence - right) ** 2 for confidence, right in judged) / len(judged)
    return Calibration(bands, brier, share * (1 - share))


def _judged(evaluation: Evaluation) -> list[tuple[float, bool]]:
    claims: list[tuple[Told, bool]] = []
    for report in evaluation.reports:
        claims.extend((predicted, True) for _, predicted in report.matched)
        claims.extend((predicted, False) for predicted in report.invented)
    return [(claim.confidence, right) for claim, right in claims if claim.confidence is not None]


def _band(low: float, high: float, judged: list[tuple[float, bool]], gold: int) -> Band:
    inside = [(confidence, right) for confidence, right in judged if low <= confidence < high]
    above = [right for confidence, right in judged if confidence >= low]
    return Band(
        low,
        min(high, 1.0),
        len(inside),
        sum(right for _, right in inside),
        sum(confidence for confidence, _ in inside) / len(inside),
        Measure(sum(above), len(above), gold),
    )
