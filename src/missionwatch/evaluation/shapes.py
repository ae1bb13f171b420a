"""An evaluation as plain JSON values, a row for each figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from missionwatch.evaluation.calibration import Calibration
from missionwatch.evaluation.changes import KINDS, Difference
from missionwatch.evaluation.findings import Findings
from missionwatch.evaluation.scoring import Compared, Evaluation, Measure, Score, differing
from missionwatch.evaluation.told import Told

Shape = dict[str, Any]
_TOLD = (
    "mission", "aspect", "value", "actor", "count", "place", "modality", "when", "condition", "causes", "said_by",
)  # fmt: skip


def measures(evaluation: Evaluation) -> Iterator[tuple[str, str, Score]]:
    """Each score with its kind and name: of all, of each aspect, language and way of being translated."""
    yield "all", "all", evaluation.total()
    for kind, scores in (
        ("aspect", evaluation.by_aspect()),
        ("language", evaluation.by_language()),
        ("translation", evaluation.by_translation()),
    ):
        yield from ((kind, name, score) for name, score in scores.items())


def findings_shapes(findings: Findings) -> Iterator[Shape]:
    """All rows: the figures first, then what else was asked for."""
    yield from evaluation_shapes(findings.evaluation)
    if findings.calibration is not None:
        yield from calibration_shapes(findings.calibration)
    if findings.differences is not None:
        for kind in KINDS:
            yield {
                "row": "differences",
                "name": kind,
                "claims": sum(d.kind == kind for d in findings.differences),
            }
        yield from difference_shapes(findings.differences)
    for report in findings.shown:
        yield from report_shapes(report)


def evaluation_shapes(evaluation: Evaluation) -> Iterator[Shape]:
    """The figures: a row per kind of claims, then a row per field."""
    for kind, name, score in measures(evaluation):
        yield {
            "row": kind,
            "name": name,
            "core": measure_shape(score.core),
            "full": measure_shape(score.full),
        }
    for name, (agreed, of) in evaluation.by_field().items():
        yield {"row": "field", "name": name, "agreed": agreed, "of": of, "share": round(agreed / of, 3)}


def measure_shape(measure: Measure) -> Shape:
    return {
        "precision": round(measure.precision, 3), "recall": round(measure.recall, 3), "f1": round(measure.f1, 3),
        "matched": measure.right, "predicted": measure.predicted, "gold": measure.gold,
    }  # fmt: skip


def calibration_shapes(found: Calibration) -> Iterator[Shape]:
    """A row per band of confidence, and the Brier score."""
    for band in found.bands:
        yield {
            "row": "band", "from": band.low, "to": band.high, "claims": band.claims, "right": band.right,
            "share": round(band.right / band.claims, 3), "confidence": round(band.mean, 3),
            "from_here": measure_shape(band.from_here),
        }  # fmt: skip
    yield {"row": "brier", "brier": round(found.brier, 4), "of_mean": round(found.brier_of_mean, 4)}


def difference_shapes(found: Iterable[Difference]) -> Iterator[Shape]:
    """A row per claim gained, lost, newly invented or no longer."""
    for one in found:
        yield {"row": one.kind, "report": one.report, **told_shape(one.claim)}


def report_shapes(report: Compared) -> Iterator[Shape]:
    """A row per gold claim missed, per claim invented, and per pair that differs, with the gold's values."""
    for kind, claims in (("missed", report.missed), ("invented", report.invented)):
        yield from ({"row": kind, "report": report.gold.id, **told_shape(claim)} for claim in claims)
    for gold, predicted in report.matched:
        if names := [*differing(gold, predicted)]:
            wanted = {name: _plain(getattr(gold, name)) for name in names}
            yield {"row": "differs", "report": report.gold.id, **told_shape(predicted), "gold": wanted}


def told_shape(claim: Told) -> Shape:
    """The claim with its words, and its confidence where it has one."""
    shape = {name: _plain(getattr(claim, name)) for name in _TOLD} | {"quote": claim.quote}
    return shape if claim.confidence is None else shape | {"confidence": claim.confidence}


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else value
