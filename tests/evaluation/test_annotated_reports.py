"""The annotated reports are facts by the claim scheme, without a word of the reports, and none that is kept aside."""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from missionwatch.evaluation.told import told_reports
from missionwatch.model.claim import NEEDS
from missionwatch.model.when import When
from missionwatch.reading.fields import publication_date

FOLDER = Path(__file__).resolve().parents[2] / "evaluation"
FILES = sorted(FOLDER.glob("*.jsonl"))
REPORT = {"id", "query", "url", "published", "language", "machine_translated", "claims"}
CLAIM = {
    "mission", "aspect", "value", "actor", "count", "place", "modality", "when", "condition", "causes", "said_by",
}  # fmt: skip
LONGEST_VALUE = 120
"""Names and a few words of a condition are shorter; sentences are not."""


def lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_there_are_known_reports() -> None:
    assert FOLDER / "known.jsonl" in FILES
    assert len(lines(FOLDER / "known.jsonl")) > 30


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_reports_are_facts_by_the_claim_scheme(file: Path) -> None:
    assert len(told_reports(file, gold=True)) == len(lines(file))  # each id once, every value in its list
    for report in lines(file):
        assert set(report) == REPORT
        assert report["url"].startswith(("http://", "https://"))
        assert report["language"] in ("en", "da")
        assert report["machine_translated"] in (True, False, None)
        assert report["published"] is None or publication_date(report["published"])
        for claim in report["claims"]:
            where = f"{file.name}, {report['id']}: {claim}"
            assert set(claim) == CLAIM, where
            assert claim.get(NEEDS.get(claim["aspect"], "mission")) is not None, where
            assert claim["when"] is None or When.parse(claim["when"]), where
            assert all(len(value) <= LONGEST_VALUE for value in claim.values() if isinstance(value, str)), (
                where
            )


def test_no_report_is_in_two_files() -> None:
    reports = [report for file in FILES for report in lines(file)]
    for name in ("id", "url"):
        assert len({report[name] for report in reports}) == len(reports)


def test_what_is_apart_was_chosen_by_its_address() -> None:
    for file in FILES:
        for report in lines(file):
            chosen = int(sha256(report["url"].encode()).hexdigest(), 16) % 3 == 0
            older = report["id"][0] in "FGH"  # all known before there was a split
            assert older or chosen == (file.name == "apart.jsonl"), report["id"]


def test_no_report_is_among_those_that_are_kept_aside(shared: Path) -> None:
    aside = set((shared / "dev" / "kept-aside.txt").read_text(encoding="utf-8").split())
    developed = {report["url"] for report in lines(shared / "dev" / "gold.jsonl")}
    for file in FILES:
        for report in lines(file):
            assert sha256(report["url"].encode()).hexdigest()[:16] not in aside, report["id"]
            assert report["url"] not in developed, report["id"]


def test_texts_are_joined_with_their_facts(tmp_path: Path) -> None:
    first, *_ = lines(FOLDER / "known.jsonl")
    (tmp_path / f"{first['id']}.txt").write_text("One line.\nAnother – with a dash.", encoding="utf-8")
    given = tmp_path / "given.jsonl"
    words = [str(FOLDER / "reports.py"), str(FOLDER / "known.jsonl"), str(tmp_path), "--given", str(given)]
    done = subprocess.run([sys.executable, *words], capture_output=True, encoding="utf-8", check=True)
    [report] = map(json.loads, done.stdout.splitlines())
    assert report["text"] == "One line.\nAnother – with a dash."
    assert (report["id"], report["published"]) == (first["id"], first["published"])
    assert [line["id"] for line in lines(given)] == [first["id"]]
    assert done.stderr.count("no text: ") == len(lines(FOLDER / "known.jsonl")) - 1
