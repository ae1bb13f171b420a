"""Councils that are named by their noun alone."""

from __future__ import annotations

import pytest

from missionwatch.annotating.pipeline import annotate
from missionwatch.catalogue.load import load_catalogue
from missionwatch.model.report import Report


def _councils(text: str) -> list[str]:
    document = annotate(Report(text=text, label="x", language="en"), load_catalogue())
    return [m.name for m in document.mentions if m.kind == "body" and m.text.lower() == "council"]


@pytest.mark.parametrize(
    ("text", "council"),
    [
        ("The AU Peace and Security Council met. The council renewed it.", "AU Peace and Security Council"),
        ("UNIFIL stays: the 15-member council renewed its mandate.", "UN Security Council"),
        ("A council resolution widened the mandate of UNMISS.", "UN Security Council"),
        ("EUTM Mali goes on, the Council said in Brussels.", "Council of the European Union"),
    ],
)
def test_is_the_one_named_before_or_that_of_the_missions(text: str, council: str) -> None:
    assert _councils(text) == [council]


@pytest.mark.parametrize(
    "text",
    [
        "UNIFIL met the Council of Elders.",
        "The town council thanked UNIFIL.",
        "EUTM Mali and MINUSMA stay, the council said.",
        "The council has mended the road.",
    ],
)
def test_is_none_where_another_or_none_may_be_meant(text: str) -> None:
    assert _councils(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("EUTM Mali will go on after foreign ministers agreed to it.", "EU foreign ministers"),
        ("KFOR grows, as defence ministers have decided.", "NATO defence ministers"),
        ("SAMIM was planned for months. Regional leaders approved it in June.", "SADC leaders"),
    ],
)
def test_members_are_those_of_the_one_who_runs_the_missions(text: str, name: str) -> None:
    document = annotate(Report(text=text, label="x", language="en"), load_catalogue())
    assert name in [m.name for m in document.mentions if m.kind == "body"]


@pytest.mark.parametrize(
    "text",
    ["EUTM Mali met Baltic foreign ministers.", "KFOR and EUTM Mali were praised by defence ministers."],
)
def test_members_are_nobody_where_another_owner_may_be_meant(text: str) -> None:
    document = annotate(Report(text=text, label="x", language="en"), load_catalogue())
    assert not [m for m in document.mentions if m.kind == "body"]
