"""The first look spares reports that speak of no mission, and never one that holds a claim."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from missionwatch.annotating.pipeline import annotate
from missionwatch.catalogue.load import load_catalogue
from missionwatch.claiming.extract import extract
from missionwatch.claiming.frames import load_frames
from missionwatch.claiming.patterns import load_links, load_patterns
from missionwatch.model.report import Report
from missionwatch.model.when import When
from missionwatch.reading.read import read_path
from missionwatch.service.extracting import Extracted, extracted
from missionwatch.service.first_look import speaks_of_no_mission


def spared(text: str, language: str = "en") -> bool:
    return speaks_of_no_mission(Report(text=text, label="x", language=language), load_catalogue())


@pytest.mark.parametrize(
    "text",
    [
        "The council of Aldbrook closes the swimming hall.",
        "He will miss the season after an operation on his knee in Lyon.",
        "The wind reached hurricane force. It was felt in Denmark too.",
        "Eva Holm won the race.",
        "The European Union wants to lower tariffs on steel.",
    ],
)
def test_other_news_is_spared(text: str) -> None:
    assert spared(text)


@pytest.mark.parametrize(
    "text",
    [
        "KFOR is in Kosovo.",
        "The peacekeeping mission in Mali was extended.",
        "The French-led multinational combat operation goes on.",
        "The training mission both in Afghanistan and in Iraq stays.",
        "Forces in Lebanon came under fire.",
        "UN troops were attacked.",
        "Denmark takes part in the UN.",
        "NATO will examine whether it can engage further in Africa.",
    ],
)
def test_what_may_be_a_mission_is_looked_at_closely(text: str) -> None:
    assert not spared(text)


def test_other_languages_are_always_looked_at() -> None:
    assert not spared("Byrådet i Aldbrook lukker svømmehallen.", "da")
    assert not spared("Le conseil municipal ferme la piscine.", "fr")


def test_no_claim_is_lost(root: Path) -> None:
    """Neither of an example of the rules, nor of a sample, nor of a paragraph of other news."""
    catalogue = load_catalogue()
    rules = (*load_frames("en"), *load_patterns("en"), *load_links("en"))
    news = yaml.safe_load((root / "benchmarks" / "other_news.yaml").read_text(encoding="utf-8"))
    texts = [example.text for rule in rules for example in rule.examples]
    texts += [paragraph for paragraphs in news.values() for paragraph in paragraphs]
    reports = [Report(text=t, label="x", language="en", published=When.parse("2020-06-01")) for t in texts]
    reports += [r for r in read_path(root / "samples" / "reports.jsonl") if isinstance(r, Report)]
    spare = [report for report in reports if speaks_of_no_mission(report, catalogue)]
    assert len(spare) > 20
    assert [report.text for report in spare if extract(annotate(report, catalogue), catalogue)] == []


def test_a_report_that_is_spared_has_its_language_and_no_claims() -> None:
    found = extracted(Report(text="It rained in Aldbrook on Monday.", label="x"), load_catalogue())
    assert isinstance(found, Extracted)
    assert (found.language, found.claims, found.problem) == ("en", (), None)
