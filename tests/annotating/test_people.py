"""People, their full names, roles and whom they belong to."""

from __future__ import annotations

import pytest

from .conftest import Annotate

# text, full name, role, of
PEOPLE = [
    ("Secretary General Jens Berg came.", "Jens Berg", "Secretary General", None),
    ("NATO Secretary General Jens Berg came.", "Jens Berg", "Secretary General", "nato"),
    ("Jens Berg, NATO's secretary-general, came.", "Jens Berg", "secretary-general", "nato"),
    ("Foreign minister Anna Holm (S) came.", "Anna Holm", "Foreign minister", None),
    ("The Danish foreign minister Anna Holm came.", "Anna Holm", "foreign minister", "denmark"),
    ("The Danish defence minister, Anna Holm, came.", "Anna Holm", "defence minister", "denmark"),
    ("Denmark's minister of defence, Anna Holm, came.", "Anna Holm", "minister of defence", "denmark"),
    ("Anna Holm, the defence minister of Denmark, came.", "Anna Holm", "defence minister", "denmark"),
    ("Maj. Gen. Dan Forth took over.", "Dan Forth", None, None),
    ("Lieutenant General Per Pugh Olsen took over.", "Per Pugh Olsen", None, None),
    ("Major General Dan Forth, commander of KFOR, came.", "Dan Forth", "commander", "kosovo-force"),
    ("The Danish force commander, Lieutenant General Mik Lund, came.", "Mik Lund", "force commander", "denmark"),
    ("UN spokesman Stéphane Dujon spoke.", "Stéphane Dujon", "spokesman", "un"),
    ("US President Don Tramp came.", "Don Tramp", "President", "united-states"),
    ("Rear Admiral Juan María Ibáñez Martín took over.", "Juan María Ibáñez Martín", None, None),
    ("Defence minister Ursula von der Leyden came.", "Ursula von der Leyden", "Defence minister", None),
    ("Prime Minister Mustafa al-Kadhim came.", "Mustafa al-Kadhim", "Prime Minister", None),
    ("Gen. J. R. Miller came.", "J. R. Miller", None, None),
    ("UN Secretary-General Ban Ki-moon came.", "Ban Ki-moon", "Secretary-General", "un"),
    ("The mission is commanded by Mik Lund.", "Mik Lund", None, None),
    ("Mik Lund said so.", "Mik Lund", None, None),
    ("It is so, says Mik Lund.", "Mik Lund", None, None),
    ("Chairman of Sudan's Council, Abdel Fattah Al-Burhan, came.", "Abdel Fattah Al-Burhan", "Chairman", "sudan"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role", "of"), PEOPLE)
def test_people_with_their_roles(
    read: Annotate, text: str, name: str, role: str | None, of: str | None
) -> None:
    people = [m for m in read(text).mentions if m.kind == "person" and m.form == "name"]
    assert [(m.text, m.name, m.role, m.of) for m in people] == [(name, name, role, of)]


LATER = [
    ("Foreign minister Anna Holm came. Holm said so.", "Holm", "Anna Holm"),
    ("Lt. Gen. Per Pugh Olsen came. Olsen left.", "Olsen", "Per Pugh Olsen"),
    ("Lt. Gen. Per Pugh Olsen came. Pugh Olsen left.", "Pugh Olsen", "Per Pugh Olsen"),
    ("Gen. Juan Ibáñez Martín came. Ibáñez left.", "Ibáñez", "Juan Ibáñez Martín"),
    ("So said Holm. Foreign minister Anna Holm came.", "Holm", "Anna Holm"),
    ("UN Secretary-General Ban Ki-moon came. Ban left.", "Ban", "Ban Ki-moon"),
    ("Prime Minister Mustafa al-Kadhim came. Kadhim left.", "Kadhim", "Mustafa al-Kadhim"),
    ("Foreign minister Anna Holm's plan is new. Holm’s idea is good.", "Holm", "Anna Holm"),
]


@pytest.mark.parametrize(("text", "words", "name"), LATER)
def test_a_surname_stands_for_the_full_name(read: Annotate, text: str, words: str, name: str) -> None:
    assert (words, name) in {(m.text, m.name) for m in read(text).mentions if m.kind == "person"}


def test_a_surname_of_two_people_stands_for_neither(read: Annotate) -> None:
    found = read("Foreign minister Anna Holm met Gen. Ole Holm. Holm said so.").mentions
    assert [m.name for m in found if m.text == "Holm"] == ["Holm"]


def test_an_office_is_resolved_to_its_one_holder(read: Annotate) -> None:
    text = "Danish defence minister Anna Holm came. The defence minister left. The commander stayed."
    roles = [(m.text, m.name) for m in read(text).mentions if m.form == "role"]
    assert roles == [
        ("Danish defence minister", "Anna Holm"),
        ("defence minister", "Anna Holm"),
        ("commander", "commander"),
    ]


def test_an_office_of_another_nation_is_another_person(read: Annotate) -> None:
    text = "Danish defence minister Anna Holm came. The Iraqi defence minister left."
    assert [m.name for m in read(text).mentions if m.form == "role"][1] == "Iraqi defence minister"


NOBODY = [
    "Last Monday Baghdad and New York agreed.",
    "Ministry officials and Sea Guardian ships left.",
    "European Union Training Mission Mali said so.",
    "Denmark said so. Baghdad says no.",
    "The Council said so.",
    "He was on an official visit in May.",
    "Maritime Situational Awareness (MSA) grew.",
    "Reuters said so.",
    "Officials said so.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_places_organisations_and_months_are_no_people(read: Annotate, text: str) -> None:
    assert [m.text for m in read(text).mentions if m.kind == "person" and m.form == "name"] == []


def test_a_headline_in_capitals_makes_nobody(read: Annotate) -> None:
    found = read("UN Chief Decides To Suspend Rotations\n\nThe UN has suspended its rotations.").mentions
    assert not [m for m in found if m.kind == "person" and m.form == "name"]
