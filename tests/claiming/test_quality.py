"""A floor under the quality of claims: on the samples, and on the seeds where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from missionwatch.catalogue.load import load_catalogue
from missionwatch.evaluation.names import MissionNames
from missionwatch.evaluation.predicting import predictions
from missionwatch.evaluation.scoring import Evaluation, evaluate
from missionwatch.evaluation.told import ToldReport, told_reports
from missionwatch.reading.read import read_path

FLOOR_F1, FLOOR_PRECISION, FLOOR_FULL_F1 = 0.82, 0.92, 0.77


def evaluated(folder: Path) -> Evaluation:
    """The reports of a folder against its gold, as `evaluate` does it."""
    catalogue = load_catalogue()
    gold = told_reports(folder / "gold.jsonl", gold=True)
    found = list(predictions(read_path(folder / "reports.jsonl"), catalogue, gold))
    assert [one for one in found if not isinstance(one, ToldReport)] == []
    told = {one.id: one for one in found if isinstance(one, ToldReport)}
    return evaluate(gold, told, MissionNames.of(catalogue))


@pytest.mark.slow
def test_samples_stay_above_the_floor_in_each_language(root: Path) -> None:
    found = evaluated(root / "samples")
    assert found.absent == ()
    assert found.total().gold > 360
    for language, score in found.by_language().items():
        assert score.core.f1 >= FLOOR_F1, (language, score)
        assert score.core.precision >= FLOOR_PRECISION, (language, score)
        assert score.full.f1 >= FLOOR_FULL_F1, (language, score)


@pytest.mark.slow
def test_seeds_stay_above_the_floor(shared: Path) -> None:
    found = evaluated(shared / "seeds").total()
    assert found.core.f1 >= 0.85
    assert found.full.f1 >= 0.75
