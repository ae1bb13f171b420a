"""Fits the confidence that claims carry, on annotated reports, and says how well it holds on reports left out.

    python evaluation/fit_confidence.py [--keep] GOLD REPORTS WEIGHT [GOLD REPORTS WEIGHT ...]

Each three name reference claims, their reports, and what a claim of them weighs: reports that were at hand while the
rules were written should weigh little. It is a logistic regression over the signs of `missionwatch.claiming.signs`,
with a penalty on the weights, so that what is rare says little. What it says of a report is checked with weights
that were fitted without it. With --keep the weights, fitted on all, are written to where missionwatch reads them.
Needs numpy, which comes with what tells languages apart.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import numpy as np

from missionwatch.annotating.pipeline import annotate
from missionwatch.catalogue.load import load_catalogue
from missionwatch.claiming.confidence import WEIGHTS, Model
from missionwatch.claiming.extract import extract_apart
from missionwatch.claiming.signs import Signs, signs_of
from missionwatch.evaluation.calibration import Calibration, calibration
from missionwatch.evaluation.names import MissionNames
from missionwatch.evaluation.scoring import Compared, Evaluation
from missionwatch.evaluation.told import ToldReport, told, told_reports
from missionwatch.model.report import Report
from missionwatch.reading.read import read_path
from missionwatch.service.shapes import claim_shape

PENALTY = 8.0
PARTS = 10
FEWEST = 4
"""A sign that fewer claims have is left out."""


@dataclass(frozen=True)
class Judged:
    """A report held against its reference claims, with the signs of each claim and what the claims weigh."""

    compared: Compared
    signs: tuple[Signs, ...]
    weight: float

    @property
    def right(self) -> list[bool]:
        matched = {j for _, j in self.compared.pairs}
        return [j in matched for j in range(len(self.signs))]

    @property
    def part(self) -> int:
        return int(sha256(self.compared.gold.id.encode()).hexdigest(), 16) % PARTS

    def with_confidence(self, model: Model) -> Compared:
        claims = zip(self.compared.predicted.claims, self.signs, strict=True)
        judged = tuple(replace(claim, confidence=model.confidence(signs)) for claim, signs in claims)
        return replace(self.compared, predicted=replace(self.compared.predicted, claims=judged))


def judged(gold: Path, reports: Path, weight: float) -> Iterator[Judged]:
    """The annotated reports of a pair of files."""
    catalogue = load_catalogue()
    missions, wanted = MissionNames.of(catalogue), told_reports(gold, gold=True)
    for report in read_path(reports):
        if not isinstance(report, Report) or report.label not in wanted:
            continue
        document = annotate(report, catalogue)
        read = document.read or document
        claims, made = extract_apart(read, catalogue)
        found = ToldReport(report.label, tuple(told(claim_shape(claim)) for claim in claims))
        compared = Compared.of(wanted[report.label], found, missions)
        yield Judged(compared, signs_of(claims, made, read, document.language), weight)


def fitted(reports: Sequence[Judged]) -> Model:
    """The weights under which what was right and wrong is likeliest, by Newton's method."""
    counts = Counter(sign for report in reports for signs in report.signs for sign in signs)
    names = sorted(sign for sign, count in counts.items() if count >= FEWEST)
    place = {name: column for column, name in enumerate(names, 1)}
    rows = [
        (report, signs, right)
        for report in reports
        for signs, right in zip(report.signs, report.right, strict=True)
    ]
    table = np.zeros((len(rows), len(names) + 1))
    table[:, 0] = 1
    for row, (_, signs, _) in enumerate(rows):
        table[row, [place[sign] for sign in signs if sign in place]] = 1
    right = np.array([right for _, _, right in rows], dtype=float)
    weight = np.array([report.weight for report, _, _ in rows])
    penalty = np.diag([1e-6, *[PENALTY] * len(names)])
    found = np.zeros(len(names) + 1)
    for _ in range(25):
        share = 1 / (1 + np.exp(-table @ found))
        slope = table.T @ (weight * (right - share)) - penalty @ found
        bend = (table.T * (weight * share * (1 - share))) @ table + penalty
        found = found + np.linalg.solve(bend, slope)
    return Model(float(found[0]), {name: round(float(found[place[name]]), 3) for name in names})


def left_out(reports: Sequence[Judged]) -> Iterator[tuple[Judged, Compared]]:
    """Each report with the confidence that a model gives which has not seen it."""
    for part in range(PARTS):
        model = fitted([report for report in reports if report.part != part])
        yield from ((one, one.with_confidence(model)) for one in reports if one.part == part)


def show(name: str, found: Calibration) -> None:
    print(f"{name}: Brier score {found.brier:.4f}; {found.brier_of_mean:.4f} if all had the same confidence")
    print("  from   to   claims  confidence  right  |  from here up:  P      R      F1")
    for band in found.bands:
        up = band.from_here
        print(
            f"  {band.low:.1f}   {band.high:.1f}   {band.claims:5}  {band.mean:9.2f}  {band.right / band.claims:6.2f}"
            f"  |{up.precision:18.3f}  {up.recall:.3f}  {up.f1:.3f}"
        )


def main() -> None:
    keep = "--keep" in sys.argv
    words = [word for word in sys.argv[1:] if word != "--keep"]
    sets = [
        (Path(g), Path(r), float(w)) for g, r, w in zip(words[::3], words[1::3], words[2::3], strict=True)
    ]
    reports = [report for one in sets for report in judged(*one)]
    unseen = [*left_out(reports)]
    for weight in sorted({report.weight for report in reports}):
        of_weight = tuple(compared for report, compared in unseen if report.weight == weight)
        if found := calibration(Evaluation(of_weight)):
            show(f"{len(of_weight)} reports of weight {weight}, each left out", found)
    model = fitted(reports)
    if keep:
        data = {"base": round(model.base, 3), "weights": model.weights}
        WEIGHTS.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    else:
        for sign, weight in sorted(model.weights.items(), key=lambda item: item[1]):
            print(f"{weight:+.2f}  {sign}")


if __name__ == "__main__":
    main()
