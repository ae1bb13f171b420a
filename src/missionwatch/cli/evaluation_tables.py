"""An evaluation as tables that fit the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from rich.console import Group, RenderableType
from rich.text import Text

from missionwatch.cli.output import words
from missionwatch.cli.tables import grid
from missionwatch.cli.wording import quote, what
from missionwatch.evaluation.calibration import Calibration
from missionwatch.evaluation.changes import KINDS, Difference
from missionwatch.evaluation.findings import Findings
from missionwatch.evaluation.scoring import UNKNOWN, Compared, Evaluation, differing
from missionwatch.evaluation.shapes import measures
from missionwatch.evaluation.told import Told

_COUNTS: Final = (("Right", 8), ("Of", 8), ("Gold", 8))
_SHARES: Final = (("P", 8), ("R", 8), ("F1", 8))


def tables(findings: Findings) -> Iterator[RenderableType]:
    """The figures, then what else was asked for."""
    yield _figures(findings.evaluation)
    yield Text()
    yield _fields(findings.evaluation)
    if findings.calibration is not None:
        yield Text()
        yield _calibration(findings.calibration)
    if findings.differences is not None:
        yield Text()
        yield from _differences(findings.differences)
    for report in findings.shown:
        yield Text()
        yield _report(report)


def _figures(evaluation: Evaluation) -> RenderableType:
    full = (("P full", 8), ("R full", 8), ("F1 full", 8))
    table = grid(None, None, ("Claims", 28), *_SHARES, *full, *_COUNTS, dense=True)
    for kind, name, score in measures(evaluation):
        shares = (share for m in (score.core, score.full) for share in (m.precision, m.recall, m.f1))
        counts = (score.matched, score.predicted, score.gold)
        label = f"{kind}: {name}" if kind == "language" or name == UNKNOWN else name
        table.add_row(words(label, "bold"), *(f"{share:.3f}" for share in shares), *map(str, counts))
    return table


def _fields(evaluation: Evaluation) -> RenderableType:
    table = grid(None, None, ("Field", 28), ("Right", 24), ("Of", 24), ("Share", 24), dense=True)
    for name, (agreed, of) in evaluation.by_field().items():
        table.add_row(words(name, "bold"), str(agreed), str(of), f"{agreed / of:.3f}")
    return table


def _calibration(found: Calibration) -> RenderableType:
    caption = f"Brier score {found.brier:.4f}; {found.brier_of_mean:.4f} if all had the same confidence"
    above = (("P from here", 12), ("R", 8), ("F1", 8))
    table = grid(
        None,
        caption,
        ("Confidence", 18),
        ("Mean", 10),
        ("Share right", 12),
        ("Right", 8),
        ("Of", 8),
        *above,
        dense=True,
    )
    for band in found.bands:
        measure = band.from_here
        table.add_row(
            words(f"{band.low:.1f} to {band.high:.1f}", "bold"), f"{band.mean:.3f}", f"{band.right / band.claims:.3f}",
            str(band.right), str(band.claims), f"{measure.precision:.3f}", f"{measure.recall:.3f}", f"{measure.f1:.3f}",
        )  # fmt: skip
    return table


def _differences(found: Iterable[Difference]) -> Iterator[RenderableType]:
    found = tuple(found)
    counts = (f"{sum(one.kind == kind for one in found)} {kind}" for kind in KINDS)
    yield words("Against the baseline: " + ", ".join(counts), "bold")
    if found:
        yield _listing(None, ((one.kind, one.report, one.claim, None) for one in found))


def _report(report: Compared) -> RenderableType:
    rows: list[tuple[str, str | None, Told, str | None]] = [
        *(("missed", None, claim, None) for claim in report.missed),
        *(("invented", None, claim, None) for claim in report.invented),
    ]
    for gold, predicted in report.matched:
        if names := [*differing(gold, predicted)]:
            told = "; ".join(f"{name}: {_value(gold, name)}, not {_value(predicted, name)}" for name in names)
            rows.append(("differs", None, predicted, told))
    found = (
        f"{len(report.pairs)} of {len(report.gold.claims)} found, {len(report.predicted.claims)} predicted"
    )
    title = f"{report.gold.id}: {found}"
    return _listing(title, rows) if rows else words(title, "bold")


def _listing(title: str | None, rows: Iterable[tuple[str, str | None, Told, str | None]]) -> RenderableType:
    table = grid(title, None, ("", 20), ("Claim", 46), ("Words", 44))
    for kind, report, claim, note in rows:
        said = what(claim.aspect, claim.value, claim.actor, claim.count, claim.place)
        when = f", {claim.when}" if claim.when else ""
        table.add_row(
            Group(words(kind, "bold"), *([words(report, "cyan")] if report else [])),
            Group(
                words(claim.mission),
                words(said, "bold"),
                words(f"{claim.modality}{when}"),
                *([words(note, "yellow")] if note else []),
            ),
            words(quote(claim.quote) if claim.quote else ""),
        )
    return table


def _value(claim: Told, name: str) -> str:
    value = getattr(claim, name)
    told = ", ".join(sorted(value)) if isinstance(value, frozenset) else value
    return "none" if told in (None, "") else str(told)
