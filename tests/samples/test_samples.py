"""The samples hold what their README says, and their gold is valid: every claim stands in its report."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

from missionwatch.errors import InvalidDate
from missionwatch.model.claim import ASPECT_VALUES, CAUSES, MODALITIES, NEEDS
from missionwatch.model.passage import Passage
from missionwatch.model.report import Report
from missionwatch.model.when import When
from missionwatch.reading.read import read_path

Row = dict[str, Any]

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
REPORT_FIELDS = {"id", "text", "published", "language", "title", "source"}
CLAIM_FIELDS = {
    "mission", "aspect", "value", "actor", "count", "place", "modality", "when", "condition", "causes",
    "said_by", "quote", "start", "end",
}  # fmt: skip
WORDS_OF = ("mission", "actor", "place", "condition", "said_by")


def lines(name: str) -> list[Row]:
    return [json.loads(line) for line in (SAMPLES / name).read_text(encoding="utf-8").splitlines()]


REPORTS = lines("reports.jsonl")
GOLD = lines("gold.jsonl")
CLAIMS = [(report, claim) for report, gold in zip(REPORTS, GOLD, strict=True) for claim in gold["claims"]]


def is_date(written: object) -> bool:
    if not isinstance(written, str):
        return False
    try:
        When.parse(written)
    except InvalidDate:
        return False
    return True


def faults(text: str, claim: Row) -> list[str]:
    """What is wrong with a claim of this text; nothing where it is valid."""
    needed = NEEDS.get(claim["aspect"])
    checks = {
        "fields": set(claim) == CLAIM_FIELDS,
        "quote": Passage(claim["start"], claim["end"], claim["quote"]).stands_in(text),
        "quote without edges of space": claim["quote"] == claim["quote"].strip(),
        "value": claim["value"] in ASPECT_VALUES.get(claim["aspect"], ()),
        "modality": claim["modality"] in MODALITIES,
        "causes": set(claim["causes"]) <= set(CAUSES) and len(set(claim["causes"])) == len(claim["causes"]),
        "needed field": needed is None or claim[needed] is not None,
        "count": claim["count"] is None or (type(claim["count"]) is int and claim["count"] >= 0),
        "when": claim["when"] is None or is_date(claim["when"]),
        "words": all(claim[f] is None or (claim[f] and claim[f] == claim[f].strip()) for f in WORDS_OF),
        "condition in the text": claim["condition"] is None or claim["condition"] in text,
    }
    return [name for name, holds in checks.items() if not holds]


@pytest.mark.parametrize(
    "row", [pytest.param((r, g), id=g["id"]) for r, g in zip(REPORTS, GOLD, strict=True)]
)
def test_every_claim_is_valid_and_stands_in_its_report(row: tuple[Row, Row]) -> None:
    report, gold = row
    assert [
        (claim["quote"], found) for claim in gold["claims"] if (found := faults(report["text"], claim))
    ] == []


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("start", 1, "quote"),
        ("quote", "words that no report has", "quote"),
        ("value", "ending", "value"),
        ("modality", "likely", "modality"),
        ("causes", ["fate"], "causes"),
        ("when", "2020-13", "when"),
        ("when", "last spring", "when"),
        ("count", "500", "count"),
        ("place", " ", "words"),
        ("condition", "when pigs fly", "condition in the text"),
    ],
)
def test_a_broken_claim_is_found_out(field: str, value: object, fault: str) -> None:
    report, claim = CLAIMS[0]
    broken = deepcopy(claim)
    broken[field] = value
    assert fault in faults(report["text"], broken)


def test_a_lead_without_an_actor_is_found_out() -> None:
    report, claim = next(pair for pair in CLAIMS if pair[1]["aspect"] == "lead")
    assert faults(report["text"], {**claim, "actor": None}) == ["needed field"]


def test_gold_and_reports_go_side_by_side() -> None:
    assert [(r["id"], r["published"]) for r in REPORTS] == [(g["id"], g["published"]) for g in GOLD]
    assert len({(r["id"], r["published"]) for r in REPORTS}) == len(REPORTS)


def test_reports_have_their_fields_and_a_readable_length() -> None:
    for report in REPORTS:
        assert set(report) == REPORT_FIELDS
        assert report["language"] in ("en", "da")
        assert report["published"] is None or is_date(report["published"])
        assert 80 <= len(report["text"].split()) <= 350, report["id"]


def test_no_report_makes_one_claim_twice() -> None:
    for gold in GOLD:
        said = [
            json.dumps({k: c[k] for k in sorted(CLAIM_FIELDS - {"quote", "start", "end"})})
            for c in gold["claims"]
        ]
        assert len(set(said)) == len(said), gold["id"]


def test_claims_are_in_the_order_of_the_text() -> None:
    for gold in GOLD:
        starts = [claim["start"] for claim in gold["claims"]]
        assert starts == sorted(starts), gold["id"]


def test_every_aspect_and_modality_occurs() -> None:
    assert {claim["aspect"] for _, claim in CLAIMS} == set(ASPECT_VALUES)
    assert {claim["modality"] for _, claim in CLAIMS} == set(MODALITIES)


def test_the_readme_counts_right() -> None:
    readme = " ".join((SAMPLES / "README.md").read_text(encoding="utf-8").split())
    translated = [r for r in REPORTS if r["source"] in ("Kystposten", "Fjordbladet")]
    missions = {claim["mission"] for _, claim in CLAIMS}
    said = {
        r"(\d+) reports in": len(REPORTS),
        r"in (\d+) articles": len({r["id"] for r in REPORTS}),
        r"with (\d+) claims": len(CLAIMS),
        r"to the month \| (\d+) reports": sum(len(r["published"] or "") == 7 for r in REPORTS),
        r"no date at all \| (\d+) reports": sum(r["published"] is None for r in REPORTS),
        r"from Danish \| (\d+) reports": len(translated),
        r"in Danish \| (\d+) reports": sum(r["language"] == "da" for r in REPORTS),
        r"no claim at all \| (\d+) reports": sum(not g["claims"] for g in GOLD),
    }
    counted = {pattern: re.search(pattern, readme) for pattern in said}
    assert {p: int(m[1]) if m else None for p, m in counted.items()} == said
    assert len(missions) == 1 + 16
    assert "sixteen others" in readme


def test_the_readme_names_reports_that_are_there() -> None:
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z]+-[a-z0-9-]+)`", readme))
    assert len(named) > 20
    assert named <= {report["id"] for report in REPORTS}


def test_the_copy_differs_in_the_agency_line_only() -> None:
    texts = {report["id"]: report["text"] for report in REPORTS}
    wire = texts["nmi-2020-11-handover-wire"].removeprefix("BAGHDAD (Alfa Wire) – ")
    assert texts["nmi-2020-11-handover-copy"] == wire + "\n\n(Alfa Wire)"


def test_the_later_version_of_an_article_follows_the_earlier() -> None:
    dates = [report["published"] for report in REPORTS if report["id"] == "nmi-2021-02-expansion"]
    assert dates == ["2021-02-18", "2021-02-19"]


def test_files_of_text_read_as_the_very_reports() -> None:
    kept = {report["id"]: report for report in REPORTS}
    read = [o for o in read_path(SAMPLES / "texts") if isinstance(o, Report)]
    assert len(read) == len(list((SAMPLES / "texts").iterdir())) == 5
    for report in read:
        if report.url is not None:
            continue
        row = kept[report.label]
        assert report.text == row["text"]
        assert (report.title, report.source, str(report.published)) == (
            row["title"],
            row["source"],
            row["published"],
        )


def test_the_page_says_the_words_of_every_claim() -> None:
    (page,) = read_path(SAMPLES / "texts" / "nmi-2020-11-handover-wire.html")
    assert isinstance(page, Report)
    (report,) = [r for r in REPORTS if r["id"] == "nmi-2020-11-handover-wire"]
    (gold,) = [g for g in GOLD if g["id"] == report["id"]]
    assert page.text.split() == report["text"].split()
    assert (page.title, page.source, str(page.published)) == (
        report["title"],
        report["source"],
        report["published"],
    )
    assert [c["quote"] for c in gold["claims"] if c["quote"] not in page.text] == []


def test_the_demonstration_shows_a_mission_that_the_samples_tell_of() -> None:
    demo = yaml.safe_load((SAMPLES / "demo.yaml").read_text(encoding="utf-8"))
    told = {re.sub(r"[^a-z]+", "-", claim["mission"].lower()) for _, claim in CLAIMS}
    assert demo["mission"] in told
    assert (SAMPLES / demo["reports"]).is_file()


def test_no_quote_reaches_over_two_paragraphs() -> None:
    quotes = chain.from_iterable(gold["claims"] for gold in GOLD)
    assert [claim["quote"] for claim in quotes if "\n" in claim["quote"]] == []
