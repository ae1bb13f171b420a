"""Phrases: which words name what, in which case, and when they need a reason."""

from __future__ import annotations

import pytest

from missionwatch.catalogue import Catalogue, Phrase

from .conftest import Make


def named(catalogue: Catalogue, text: str, language: str = "en") -> set[tuple[str, str, str]]:
    return {(p.kind, p.id, p.form) for p in catalogue.phrases(language) if p.text == text}


def phrase(catalogue: Catalogue, text: str) -> Phrase:
    (found,) = (p for p in catalogue.phrases("en") if p.text == text)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Danish", ("nation", "denmark", "adjective")),
        ("Danes", ("nation", "denmark", "demonym")),
        ("United States", ("nation", "united-states", "name")),
        ("USA", ("nation", "united-states", "acronym")),
        ("Turkey", ("nation", "turkey", "name")),
        ("DR Congo", ("nation", "dr-congo", "name")),
        ("Nato", ("organisation", "nato", "name")),
        ("NATO", ("organisation", "nato", "acronym")),
        ("Folketing", ("body", "denmark-parliament", "name")),
        ("Iraqi parliament", ("body", "iraq-parliament", "name")),
        ("Security Council", ("body", "un-security-council", "name")),
        ("NATO foreign ministers", ("body", "nato-foreign-ministers", "name")),
        ("Ain al-Asad", ("place", "al-asad", "name")),
        ("Baghdad", ("place", "baghdad", "name")),
        ("the Aegean", ("place", "aegean-sea", "name")),
        ("KFOR", ("mission", "kosovo-force", "acronym")),
        ("eFP", ("mission", "enhanced-forward-presence", "acronym")),
        ("Takuba", ("mission", "task-force-takuba", "name")),
        ("luftpatruljering", ("mission", "nato-air-policing", "name")),
    ],
)
def test_words_name_what_they_should(catalogue: Catalogue, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in named(catalogue, text)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("danske", "denmark"),
        ("Tyrkiet", "turkey"),
        ("nordmænd", "norway"),
        ("FN", "un"),
        ("Bagdad", "baghdad"),
    ],
)
def test_danish_reports_have_danish_words(catalogue: Catalogue, text: str, id: str) -> None:
    assert id in {found for _, found, _ in named(catalogue, text, "da")}


def test_names_are_also_written_without_their_marks(catalogue: Catalogue) -> None:
    assert ("place", "siauliai", "name") in named(catalogue, "Siauliai")


@pytest.mark.parametrize(
    "text", ["US", "UN", "EU", "AU", "Turkey", "Chad", "Georgia", "Jordan", "Polish", "NMI"]
)
def test_words_that_are_ordinary_in_another_case_keep_theirs(catalogue: Catalogue, text: str) -> None:
    assert all(p.exact_case for p in catalogue.phrases("en") if p.text == text)
    assert named(catalogue, text)


@pytest.mark.parametrize("text", ["United States", "NATO", "Iraqi", "KFOR", "MINUSMA", "Operation Barkhane"])
def test_other_words_are_known_in_any_case(catalogue: Catalogue, text: str) -> None:
    assert not any(p.exact_case for p in catalogue.phrases("en") if p.text == text)


def test_a_word_of_several_stands_once_for_each(catalogue: Catalogue) -> None:
    missions = {p.id for p in catalogue.phrases("en") if p.text == "ECOMOG"}
    assert missions == {"ecomog-liberia", "ecomog-sierra-leone", "ecomog-guinea-bissau"}
    assert all(p.needs_context for p in catalogue.phrases("en") if p.text == "ECOMOG")


def test_an_ambiguous_alias_needs_a_reason_and_a_name_does_not(make: Make) -> None:
    catalogue = make()
    assert phrase(catalogue, "the guard").needs_context
    assert not phrase(catalogue, "Operation Lake Guard").needs_context
    assert not phrase(catalogue, "Op Lake Guard").needs_context


def test_a_name_is_also_written_with_the_acronym_of_its_organisation(make: Make) -> None:
    catalogue = make()
    assert phrase(catalogue, "LOL Stabilisation Mission").id == "lake-watch"


def test_an_organisation_as_a_whole_is_named_as_an_organisation(catalogue: Catalogue) -> None:
    kinds = {m.id: m.kind for m in catalogue.missions}
    assert not [p for p in catalogue.phrases("en") if p.kind == "mission" and kinds[p.id] == "organisation"]


def test_phrases_are_whole_words_the_longest_first_and_each_once(catalogue: Catalogue) -> None:
    for language in ("en", "da"):
        phrases = catalogue.phrases(language)
        lengths = [len(p.text) for p in phrases]
        assert lengths == sorted(lengths, reverse=True)
        assert len({(p.text, p.kind, p.id) for p in phrases}) == len(phrases)
        assert all(
            p.text == p.text.strip() and p.text and "(" not in p.text for p in phrases if p.kind == "mission"
        )


def test_every_phrase_leads_to_its_entry(catalogue: Catalogue) -> None:
    for one in catalogue.phrases("en"):
        assert catalogue.name_of(one.kind, one.id)
