"""A floor under the quality of claims: on the samples, and on the seeds where they are at hand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from claiming.makers import claims_of
from missionwatch.catalogue.load import load_catalogue
from missionwatch.evaluation.scoring import Score, score
from missionwatch.reading.claims_file import ReadClaims, read_claims

FLOOR_F1, FLOOR_PRECISION, FLOOR_FULL_F1 = 0.78, 0.90, 0.66


def gold_samples(root: Path, folder: Path) -> list[ReadClaims]:
    """The samples with their gold claims, as if made elsewhere."""
    reports = (root / "samples/reports.jsonl").read_text(encoding="utf-8").splitlines()
    gold = (root / "samples/gold.jsonl").read_text(encoding="utf-8").splitlines()
    lines = [
        json.dumps({**json.loads(r), "claims": json.loads(g)["claims"]})
        for r, g in zip(reports, gold, strict=True)
    ]
    file = folder / "gold.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    read = list(read_claims(file, load_catalogue()))
    return [one for one in read if isinstance(one, ReadClaims)]


@pytest.mark.slow
def test_samples_stay_above_the_floor(root: Path, tmp_path: Path) -> None:
    total = Score()
    for one in gold_samples(root, tmp_path):
        published = str(one.report.published) if one.report.published else None
        total += score(one.claims, claims_of(one.report.text, published))
    assert total.gold > 370
    assert total.f1 >= FLOOR_F1, total
    assert total.precision >= FLOOR_PRECISION, total
    assert total.full_f1 >= FLOOR_FULL_F1, total


def test_perfect_and_empty_predictions_score_as_they_should(root: Path, tmp_path: Path) -> None:
    one = gold_samples(root, tmp_path)[0]
    assert score(one.claims, one.claims).f1 == 1.0
    assert score(one.claims, one.claims).full_f1 == 1.0
    assert score(one.claims, ()).f1 == 0.0
    twice = score(one.claims, (*one.claims, *one.claims))
    assert twice.recall == 1.0
    assert twice.precision == 0.5


@pytest.mark.slow
def test_seeds_are_extracted_as_the_scorer_asks(shared: Path, tmp_path: Path) -> None:
    run = [str(Path(sys.executable).parent / "missionwatch")]
    for name, words in (
        ("predicted.jsonl", ["extract", str(shared / "seeds/reports.jsonl")]),
        ("missions.jsonl", ["missions", "--format", "jsonl"]),
    ):
        done = subprocess.run([*run, *words], capture_output=True, text=True, check=True)
        (tmp_path / name).write_text(done.stdout, encoding="utf-8")
    scored = subprocess.run(
        [
            sys.executable, str(shared / "score.py"), str(shared / "seeds/gold.jsonl"),
            str(tmp_path / "predicted.jsonl"), "--texts", str(shared / "seeds/texts"),
            "--missions", str(tmp_path / "missions.jsonl"), "--json",
        ],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    result = json.loads(scored.stdout)
    assert result["core"]["f1"] >= 0.85
    assert result["full"]["f1"] >= 0.75
    assert result["quotes_not_in_text"] == 0
