"""A mission's size, told in passing."""

from __future__ import annotations

import pytest

from claiming.makers import claims_of


def sizes(text: str) -> list[tuple[str, int | None]]:
    return [(c.mission_id, c.count) for c in claims_of(text) if c.aspect == "strength"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("UNMIL stays in Liberia. Its 200 soldiers and 28 observers are in the capital.", [200]),
        ("UNDOF's 900 peacekeepers watch the line.", [900]),
        ("UNMISS, with 12,000 soldiers, protects civilians.", [12000]),
        ("The council will not touch the 1,000 strong police of UNMIL.", [1000]),
    ],
)
def test_whose_people_they_are_is_said(text: str, counts: list[int]) -> None:
    assert [count for _, count in sizes(text)][: len(counts)] == counts


@pytest.mark.parametrize(
    "text",
    [
        "Denmark supports UNMIL. Norway keeps its 200 soldiers at home.",
        "UNMIL mourns its 12 dead soldiers' bodies.",
        "UNMIL wants 200 more of its soldiers to stay.",
        "The army sent its 3,000 soldiers to the border, UNMIL said.",
    ],
)
def test_other_people_are_no_size_of_the_mission(text: str) -> None:
    assert sizes(text) == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("UNDOF will leave the Golan. The 900 peacekeepers go home in May.", [900]),
        ("UNMISS is in Juba. More than 14,000 soldiers and police currently serve there.", [14000]),
        ("UNDOF has 900 people. The 900 peacekeepers go home.", [900]),
        ("UNDOF was shot at. The 160 peacekeepers held by rebels are well.", []),
        ("UNDOF was shot at. The 12 peacekeepers are well.", []),
        ("Denmark will leave UNDOF. The 160 soldiers go home.", []),
        ("Denmark will leave UNDOF. Some 160 soldiers serve there.", []),
    ],
)
def test_all_of_a_missions_people(text: str, counts: list[int]) -> None:
    assert [count for _, count in sizes(text)] == counts
