"""`evaluate`: the figures as tables and rows, the lists, and what goes wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Command

TEXT = "KFOR has 3,500 soldiers. Norway leads KFOR."
SIZE = {
    "mission": "Kosovo Force", "aspect": "strength", "value": "personnel", "count": 3500, "modality": "actual",
    "quote": "has 3,500 soldiers",
}  # fmt: skip
LEAD = {"mission": "KFOR", "aspect": "lead", "value": "lead", "actor": "Norway", "modality": "actual"}
WRONG = SIZE | {"count": 1, "quote": "one"}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A gold file, its reports, and predictions: `right` has one claim of two, `wrong` none and one invented."""
    write(
        tmp_path / "gold.jsonl",
        {"id": "a", "language": "en", "claims": [SIZE, LEAD]},
        {"id": "b", "claims": []},
    )
    write(tmp_path / "reports.jsonl", *({"id": id, "text": TEXT, "language": "en"} for id in "abz"))
    sure = SIZE | {"confidence": 0.9, "modality": "planned"}
    write(tmp_path / "right.jsonl", {"id": "a", "claims": [sure]}, {"id": "b", "claims": []})
    write(tmp_path / "wrong.jsonl", {"id": "a", "claims": [WRONG]}, {"id": "b", "claims": []})
    return tmp_path


def write(path: Path, *lines: dict[str, Any]) -> None:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def test_figures_of_kept_claims(missionwatch: Command, files: Path) -> None:
    done = missionwatch("evaluate", "gold.jsonl", "--predicted", "right.jsonl", "--format", "json")
    assert (done.status, done.err) == (0, "")
    rows = {(row["row"], row["name"]): row for row in done.rows}
    assert rows["all", "all"]["core"] == {
        "precision": 1.0, "recall": 0.5, "f1": 0.667, "matched": 1, "predicted": 1, "gold": 2,
    }  # fmt: skip
    assert rows["all", "all"]["full"]["matched"] == 0
    assert rows["aspect", "lead"]["core"]["recall"] == 0.0
    assert rows["language", "en"]["core"]["gold"] == 2
    assert rows["field", "count"] == {"row": "field", "name": "count", "agreed": 1, "of": 1, "share": 1.0}


def test_reports_are_extracted_and_matched_by_id(missionwatch: Command, files: Path) -> None:
    done = missionwatch("evaluate", "gold.jsonl", "reports.jsonl", "--format", "jsonl", "--show")
    assert (done.status, done.err) == (0, "")
    assert done.lines[0]["core"]["matched"] == 2
    kept = missionwatch("extract", "reports.jsonl")
    (files / "kept.jsonl").write_text(kept.out, encoding="utf-8")
    again = missionwatch("evaluate", "gold.jsonl", "--predicted", "kept.jsonl", "--format", "jsonl", "--show")
    assert again.out == done.out


def test_what_was_missed_invented_and_different(missionwatch: Command, files: Path) -> None:
    words = ("evaluate", "gold.jsonl", "--show", "--predicted")
    rows = [row for row in missionwatch(*words, "right.jsonl", "--format", "json").rows if "report" in row]
    assert [(row["row"], row["aspect"]) for row in rows] == [("missed", "lead"), ("differs", "strength")]
    assert rows[1]["gold"] == {"modality": "actual"}
    table = missionwatch(*words, "right.jsonl").out
    assert "a: 1 of 2 found, 1 predicted" in table
    assert "modality: actual, not planned" in table
    assert "“one”" in missionwatch(*words, "wrong.jsonl").out


def test_a_baseline_shows_what_was_gained_and_lost(missionwatch: Command, files: Path) -> None:
    words = ("evaluate", "gold.jsonl", "--predicted", "right.jsonl", "--baseline", "wrong.jsonl")
    rows = missionwatch(*words, "--format", "json").rows
    counts = {row["name"]: row["claims"] for row in rows if row["row"] == "differences"}
    assert counts == {"gained": 1, "lost": 0, "new invention": 0, "invention gone": 1}
    assert [row["quote"] for row in rows if row["row"] == "invention gone"] == ["one"]
    assert (
        "Against the baseline: 1 gained, 0 lost, 0 new invention, 1 invention gone"
        in missionwatch(*words).out
    )


def test_confidence_is_held_against_what_was_right(missionwatch: Command, files: Path) -> None:
    words = ("evaluate", "gold.jsonl", "--calibration", "--predicted")
    [band] = [r for r in missionwatch(*words, "right.jsonl", "--format", "json").rows if r["row"] == "band"]
    assert (band["from"], band["claims"], band["right"], band["confidence"]) == (0.9, 1, 1, 0.9)
    assert "Brier score 0.0100" in missionwatch(*words, "right.jsonl").out
    done = missionwatch(*words, "wrong.jsonl")
    assert done.status == 2
    assert "no claim carries a confidence" in done.err


def test_a_report_that_is_not_there_is_named_and_the_others_go_on(missionwatch: Command, files: Path) -> None:
    write(files / "one.jsonl", {"id": "a", "text": TEXT, "language": "en"})
    done = missionwatch("evaluate", "gold.jsonl", "one.jsonl", "missing.txt", "--format", "jsonl")
    assert done.status == 1
    assert done.lines[0]["core"]["matched"] == 2
    assert "missing.txt: cannot be opened" in done.err
    assert "gold.jsonl, report b: was not given" in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("gold.jsonl",), "name either reports or --predicted"),
        (("gold.jsonl", "reports.jsonl", "--predicted", "right.jsonl"), "name either reports or --predicted"),
        (("nowhere.jsonl", "reports.jsonl"), "nowhere.jsonl: cannot be opened"),
        (("reports.jsonl", "reports.jsonl"), "reports.jsonl, line 1, report a: has no list 'claims'"),
        (
            ("gold.jsonl", "--predicted", "right.jsonl", "--baseline", "bad.jsonl"),
            "bad.jsonl, line 1: is no JSON",
        ),
    ],
)
def test_wrong_usage(missionwatch: Command, files: Path, words: tuple[str, ...], said: str) -> None:
    (files / "bad.jsonl").write_text("{", encoding="utf-8")
    done = missionwatch("evaluate", *words)
    assert (done.status, done.out) == (2, "")
    assert said in " ".join(done.err.split())
