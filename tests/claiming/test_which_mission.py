"""Which of several missions a clause is about, and what is told of none."""

from __future__ import annotations

import pytest

from claiming.makers import claims_of

Told = set[tuple[str, str, str | None]]


def told_by(text: str, published: str = "2015-06-01", aspect: str = "contribution") -> Told:
    """The claims of an aspect as (mission id, value, actor)."""
    return {(c.mission_id, c.value, c.actor) for c in claims_of(text, published) if c.aspect == aspect}


@pytest.mark.parametrize(
    "text",
    [
        "Ghana has sent soldiers to UNMISS. Some 200 Ghanaian troops stationed in Lebanon will leave in May.",
        "Ghana has sent soldiers to UNMISS. In Lebanon, Ghana will withdraw 200 soldiers in May.",
        "Ghanaian rescue workers returned from the Bahamas on Friday. Ghana has sent soldiers to UNMISS.",
        "Ghana has sent soldiers to UNMISS. A Ghanaian battalion in Mali will go home in May.",
    ],
)
def test_another_country_means_another_mission(text: str) -> None:
    assert told_by(text) == {("unmiss", "provides", "Ghana")}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("In Cyprus, Slovakia keeps 159 soldiers within UNFICYP.", "Slovakia"),
        ("In Kosovo the Bundeswehr keeps 900 soldiers in KFOR.", "Germany"),
        ("In Mali, 50 Estonian soldiers remain with MINUSMA in Gao.", "Estonia"),
        ("Now, in Lebanon, Finland and Ireland have a battalion in UNIFIL.", "Finland"),
    ],
)
def test_where_it_is_at_the_beginning_is_not_who_it_is(text: str, actor: str) -> None:
    actors = {told for _, _, told in told_by(text)}
    assert actor in actors
    assert not actors & {"Cyprus", "Kosovo", "Mali", "Lebanon"}


@pytest.mark.parametrize(
    "text",
    [
        "Finland has officers serving with the UN in war zones, including Chad, Haiti and Nepal, and some with UNIFIL.",
        "Peru takes part in UNIFIL. Its men have served in Iraq (90), Chad (30) and Nepal (12).",
        "The Fijians of UNDOF have served in many countries, including Iraq, Liberia and Nepal.",
    ],
)
def test_a_list_of_places_names_no_contributors(text: str) -> None:
    assert not {told for _, _, told in told_by(text)} & {"Chad", "Haiti", "Nepal", "Iraq", "Liberia"}


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("Mongolia has sent 15,000 soldiers to UN missions since 2002.", "un"),
        ("Mongolia has sent 15,000 soldiers to 11 UN missions in Mali, Chad and Haiti since 2002.", "un"),
        ("Mongolia has people in several EU missions in Africa and Asia.", "eu"),
        ("Mongolia takes part in many of the African Union's missions.", "au"),
    ],
)
def test_an_organisation_stands_for_its_missions(text: str, organisation: str) -> None:
    assert told_by(text) == {(organisation, "provides", "Mongolia")}


def test_as_many_missions_as_places_are_those_missions() -> None:
    text = "Nepal has soldiers in the two UN missions in Mali and Lebanon."
    assert ("un", "provides", "Nepal") not in told_by(text)


def test_international_missions_are_none_of_those_named() -> None:
    text = "Peru sends 110 soldiers to international missions. UNIFIL goes on."
    assert not told_by(text)


def test_what_is_told_of_an_exercise_is_of_no_mission() -> None:
    text = (
        "The exercise Winter Bear opened in Latvia. Poland sent 3,000 troops and Canada 600. The drills end in May. "
        "Spain takes part in Baltic Air Policing."
    )
    assert {actor for _, _, actor in told_by(text)} == {"Spain"}


@pytest.mark.parametrize(
    "text",
    [
        "UNIFIL held an exercise in Tyre. UNIFIL and the army work together. Italy has sent 900 soldiers.",
        "Italy exercises command of UNIFIL. It has sent 900 soldiers.",
    ],
)
def test_a_missions_own_exercise_leaves_it_the_one_spoken_of(text: str) -> None:
    assert ("unifil", "provides", "Italy") in told_by(text)
