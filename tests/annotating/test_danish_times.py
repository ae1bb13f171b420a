"""Danish time expressions and the interval that each means."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from missionwatch.annotating.pipeline import annotate
from missionwatch.catalogue.load import load_catalogue
from missionwatch.model.report import Report
from missionwatch.model.when import When

CASES: list[list[Any]] = yaml.load(
    (Path(__file__).parent / "danish_times.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
DAY = "2020-04-14"


def last_said(text: str) -> str | None:
    """The last date that a Danish report of that day gives."""
    report = Report(text, "test", language="da", published=When.parse(DAY))
    said = [str(time.when) for time in annotate(report, load_catalogue()).times if time.when]
    return said[-1] if said else None


def is_right(text: str, when: str) -> bool:
    return last_said(text) == (None if when == "~" else str(When.parse(when)))


def test_there_are_enough_expressions_to_tell_a_share() -> None:
    assert len(CASES) >= 200
    assert len({text for text, _ in CASES}) == len(CASES)


@pytest.mark.parametrize(("text", "when"), CASES)
def test_the_expression_means_its_interval(text: str, when: str) -> None:
    assert is_right(text, when), last_said(text)
