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


def test_it_is_the_mission_told_of_before_another_is_named() -> None:
    text = "The EU Police Mission in Bosnia closed. It began in 2003, when it took over from UNMIBH."
    begun = {c.mission_id for c in claims_of(text, "2012-07-01") if c.value == "established"}
    assert begun == {"eupm-bih"}


def test_a_sentence_with_it_is_about_whom_the_one_before_told_of() -> None:
    text = (
        "MINUSTAH ended on Sunday. It was succeeded by MINUJUSTH, which is smaller. "
        "Brazil withdrew its last 950 soldiers in September."
    )
    assert ("minustah", "withdraws", "Brazil") in told_by(text, "2017-10-16")


def test_a_report_goes_on_with_its_own_subject() -> None:
    text = (
        "EUFOR Althea turns ten. EUFOR Althea has its seat near Sarajevo. The people of EUFOR Althea like it. "
        "The council welcomed the work of SFOR. The mission was suspended in May."
    )
    assert told_by(text, "2014-12-01", "activity") == {("eufor-althea", "suspended", None)}


@pytest.mark.parametrize(
    ("text", "mission"),
    [
        (
            "A coup shook Guinea-Bissau. Guinea-Bissau is calm now. The ECOWAS force has 629 soldiers.",
            "ecomib",
        ),
        ("In Iraq, the general praised NATO's mission, which has 500 soldiers.", "nato-mission-iraq"),
        ("Resolute Support goes on. In Kosovo, NATO's force has 3,500 soldiers.", "kosovo-force"),
    ],
)
def test_an_organisations_mission_is_the_one_where_it_happens(text: str, mission: str) -> None:
    published = {"ecomib": "2012-06-01", "nato-mission-iraq": "2020-02-01"}.get(mission, "2018-01-01")
    assert {c.mission_id for c in claims_of(text, published) if c.aspect == "strength"} == {mission}


def test_people_on_an_organisations_duty_are_in_none_of_anothers_missions() -> None:
    text = "Bangladesh has 9,000 soldiers on UN duty. The AU force in Burundi, AMIB, is small."
    assert not told_by(text, "2004-05-01")


def test_nations_with_numbers_behind_a_mission_with_a_place_are_places() -> None:
    text = "Polish soldiers serve in the EU missions in Mali (90), Somalia (12), Niger (8) and Georgia (3)."
    assert not {told for _, _, told in told_by(text)} & {"Somalia", "Niger", "Georgia", "Mali"}


@pytest.mark.parametrize(("country", "leads"), [("Libya", False), ("Iraq", True)])
def test_a_coalition_is_known_by_its_leader_only_where_it_is(country: str, leads: bool) -> None:
    text = f"{country} was struck again. The US-led coalition flew all night."
    assert bool(told_by(text, "2017-03-28", "lead")) is leads
