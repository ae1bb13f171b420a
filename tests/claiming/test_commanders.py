"""Who commands a mission, told by an office beside a name."""

from __future__ import annotations

import pytest

from claiming.makers import claims_of


def commanders(text: str) -> set[tuple[str, str | None]]:
    return {(c.mission_id, c.actor) for c in claims_of(text) if c.aspect == "commander"}


@pytest.mark.parametrize(
    "text",
    [
        "Maj. Gen. Anna Berg of Norway, head of UNIFIL, said so.",
        "UNIFIL Force Commander, South African Major General Anna Berg, thanked them.",
        "Major General Anna Berg of Ireland took up her post as Force Commander of UNIFIL.",
        "UNIFIL commander Maj. Gen. Anna Berg (Ireland) met the press.",
        "UNIFIL, under Major General Anna Berg, patrols the line.",
        "Major General Anna Berg has been at the helm of UNIFIL since May.",
        "The Secretary-General announced the appointment of Major General Anna Berg as Force Commander of UNIFIL.",
    ],
)
def test_the_office_names_its_holder(text: str) -> None:
    assert commanders(text) == {("unifil", "Anna Berg")}


@pytest.mark.parametrize(
    "text",
    [
        "Major General Anna Berg, deputy force commander of UNIFIL, met the press.",
        "Colonel Anna Berg leads the Irish contingent of UNIFIL.",
        "The force commander of UNIFIL told Major General Anna Berg to wait.",
        "The head of UNIFIL left, minister Anna Berg said.",
    ],
)
def test_others_do_not_command_it(text: str) -> None:
    assert commanders(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "UNDOF stays on the Golan. The head of mission, General Nirmal Thapa, said so.",
        "UNDOF stays on the Golan. Force commander General Nirmal Thapa said so.",
    ],
)
def test_an_office_that_only_missions_have_is_that_of_the_mission_spoken_of(text: str) -> None:
    told = [(c.mission_id, c.actor) for c in claims_of(text) if c.aspect == "commander"]
    assert told == [("undof", "Nirmal Thapa")]


def test_an_office_is_of_no_mission_where_two_are_spoken_of() -> None:
    text = "Fiji has people in UNDOF and UNIFIL. The head of mission, General Nirmal Thapa, said so."
    assert not [c for c in claims_of(text) if c.aspect == "commander"]
