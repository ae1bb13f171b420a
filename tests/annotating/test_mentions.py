"""What a report names: nations and their forms, organisations, bodies, missions, places; and what it does not name."""

from __future__ import annotations

import pytest

from .conftest import Annotate

# text, words, kind, usual name, form
NAMED = [
    ("Denmark takes over.", "Denmark", "nation", "Denmark", "name"),
    ("The Danish soldiers left.", "Danish", "nation", "Denmark", "adjective"),
    ("The Danes left.", "Danes", "nation", "Denmark", "demonym"),
    ("the iraqi soldiers left.", "iraqi", "nation", "Iraq", "adjective"),
    ("Troops of the UNITED states left.", "the UNITED states", "nation", "United States", "name"),
    ("US troops left.", "US", "nation", "United States", "acronym"),
    ("US-led troops left.", "US", "nation", "United States", "acronym"),
    ("DENMARK TO LEAD", "DENMARK", "nation", "Denmark", "name"),
    ("Denmark's soldiers left.", "Denmark", "nation", "Denmark", "name"),
    ("Türkiye and Greece agreed.", "Türkiye", "nation", "Turkey", "name"),
    ("Turkey agreed.", "Turkey", "nation", "Turkey", "name"),
    ("NATO agreed.", "NATO", "organisation", "NATO", "acronym"),
    ("Nato agreed.", "Nato", "organisation", "NATO", "acronym"),
    ("The UN agreed.", "UN", "organisation", "United Nations", "acronym"),
    ("It is in Baghdad.", "Baghdad", "place", "Baghdad", "name"),
    ("Planes land at Siauliai.", "Siauliai", "place", "Šiauliai", "name"),
    ("Planes land at S\u030ciauliai.", "S\u030ciauliai", "place", "Šiauliai", "name"),
    ("The KFOR soldiers left.", "KFOR", "mission", "Kosovo Force", "acronym"),
    ("The Nato Mission\nIraq left.", "Nato Mission\nIraq", "mission", "NATO Mission Iraq", "name"),
    ("İraq 😀: the UN Security Council met.", "UN Security Council", "body", "UN Security Council", "name"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "kind", "name", "form"), NAMED)
def test_names_and_their_forms(
    read: Annotate, text: str, words: str, kind: str, name: str, form: str
) -> None:
    found = {(m.text, m.kind, m.name, m.form) for m in read(text).mentions}
    assert (words, kind, name, form) in found


# text, words of the body, its name, what it belongs to
BODIES = [
    ("The Iraqi parliament voted.", "Iraqi parliament", "Iraqi parliament", "iraq"),
    ("Germany's armed forces left.", "Germany's armed forces", "German armed forces", "germany"),
    ("the parliament in Baghdad voted.", "parliament in Baghdad", "Iraqi parliament", "iraq"),
    ("The government of Spain agreed.", "government of Spain", "Spanish government", "spain"),
    ("The Romanian defense ministry agreed.", "Romanian defense ministry", "Romanian defence ministry", "romania"),
    ("The MoD of Romania agreed.", "MoD of Romania", "Romanian defence ministry", "romania"),
    ("The Spanish Air Force came.", "Spanish Air Force", "Spanish air force", "spain"),
    ("NATO's 29 defence ministers met.", "NATO's 29 defence ministers", "NATO defence ministers", "nato"),
    ("EU foreign ministers met.", "EU foreign ministers", "EU foreign ministers", "eu"),
    ("The transitional government of Mali fell.", "government of Mali", "Malian government", "mali"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name", "of"), BODIES)
def test_bodies_are_named_by_rule_and_keep_their_owner(
    read: Annotate, text: str, words: str, name: str, of: str
) -> None:
    bodies = [m for m in read(text).mentions if m.kind == "body"]
    assert [m.of for m in bodies] == [of]
    assert bodies[0].text == words
    assert bodies[0].name.casefold() == name.casefold()


@pytest.mark.parametrize("text", ["The Iraqi parliament voted.", "Germany's armed forces left."])
def test_a_name_within_a_longer_one_is_no_mention_of_its_own(read: Annotate, text: str) -> None:
    assert [m.kind for m in read(text).mentions] == ["body"]


BARE = [
    ("COPENHAGEN – The parliament approved it.", "Danish parliament"),
    ("Iraq agreed. Its parliament approved it.", "Iraqi parliament"),
    ("The Iraqi parliament met. The parliament approved it.", "Iraqi parliament"),
    ("Any NATO presence needs Iraqi consent. The country’s parliament voted against it.", "Iraqi parliament"),
]


@pytest.mark.parametrize(("text", "name"), BARE)
def test_a_bare_body_belongs_to_the_nation_that_the_report_tells(
    read: Annotate, text: str, name: str
) -> None:
    assert {m.name for m in read(text).mentions if m.kind == "body"} == {name}


def test_a_bare_body_that_may_be_anybodys_is_left_out(read: Annotate) -> None:
    assert not [m for m in read("The parliament approved it.").mentions if m.kind == "body"]
    both = "The Iraqi parliament and the Danish parliament met. The parliament approved it."
    assert len([m for m in read(both).mentions if m.kind == "body"]) == 2


NOT_NAMED = [
    ("They ate turkey and used china.", "turkey"),
    ("He told us to go.", "us"),
    ("un homme est mort", "un"),
    ("A polish of shoes.", "polish"),
    ("Romania", "Oman"),
    ("The Danishness of it.", "Danish"),
    ("NATOS and UNO", "NATO"),
]


@pytest.mark.parametrize(("text", "words"), NOT_NAMED)
def test_parts_of_words_and_common_words_name_nothing(read: Annotate, text: str, words: str) -> None:
    assert words not in {m.text for m in read(text).mentions}


def test_a_surname_that_is_a_country_is_a_person(read: Annotate) -> None:
    found = read("Defence minister Michael Jordan left Jordan. Jordan said so.").mentions
    assert [(m.text, m.kind) for m in found if m.form == "name"][:2] == [
        ("Michael Jordan", "person"),
        ("Jordan", "nation"),
    ]


def test_a_name_that_several_missions_share_goes_by_the_rest_of_the_report(read: Annotate) -> None:
    in_iraq = read("The US-led coalition goes on in Iraq and Syria against Islamic State.").mentions
    assert "Operation Inherent Resolve" in {m.name for m in in_iraq if m.kind == "mission"}
    nowhere = read("The US-led coalition goes on.").mentions
    assert not [m for m in nowhere if m.kind == "mission" and m.form == "name"]


def test_mentions_come_in_order_and_name_their_words(read: Annotate) -> None:
    text = (
        "Jens Berg, NATO's secretary-general, met the Danish defence minister in Baghdad, Iraq, about KFOR."
    )
    found = read(text).mentions
    assert [m.start for m in found] == sorted(m.start for m in found)
    assert all(text[m.start : m.end] == m.text for m in found)
