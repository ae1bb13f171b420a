"""Which language a report is in."""

from __future__ import annotations

import pytest

from missionwatch.annotating.language import language_of
from missionwatch.errors import UnsupportedLanguage
from missionwatch.model.report import Report

ENGLISH = [
    "The mission goes on.",
    "Denmark leads NATO Mission Iraq",
    "KFOR",
    "",
    "12 34 ...",
    "According to the commander, the training is on hold due to the virus.",
    # a clumsy translation with words left as they were
    "Under viruskrisen the alliance holds on to its soldaterudsendelse, and luftpatruljering goes on.",
    "NATO forces to start withdrawal by May 1",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_read(text: str) -> None:
    assert language_of(Report(text, "test")) == "en"


DANISH = [
    "Danmark overtager ledelsen af missionen i Irak til efteråret, og det er en god nyhed, siger ministeren.",
    "Missionen er sat på pause.",
    "Soldaterne bliver sendt hjem efter et halvt år, men en del af udstyret bliver i landet.",
    "Regeringen vil sende flere soldater ud.",
]


@pytest.mark.parametrize("text", DANISH)
def test_danish_is_read(text: str) -> None:
    assert language_of(Report(text, "test")) == "da"


OTHERS = [
    ("Soldatene blir sendt hjem etter et halvt år, men noe av utstyret blir igjen i landet.", "Norwegian"),
    ("Soldaterna skickas hem efter ett halvår, men en del av utrustningen stannar i landet.", "Swedish"),
    ("Regjeringen vil sende flere soldater ut av landet etter nyttår.", "Norwegian"),
    ("Die Mission im Irak wird von Dänemark geleitet, und die Soldaten bleiben noch lange dort.", "German"),
    ("La mission en Irak est dirigée par le Danemark et les soldats y restent pour le moment.", "French"),
    ("Данія очолить місію в Іраку наприкінці року, повідомив міністр оборони на засіданні.", "Ukrainian"),
]


@pytest.mark.parametrize(("text", "name"), OTHERS)
def test_other_languages_are_said_to_be_not_yet_supported(text: str, name: str) -> None:
    with pytest.raises(UnsupportedLanguage, match=f"{name} is not yet supported"):
        language_of(Report(text, "test"))


def test_the_given_language_counts() -> None:
    assert language_of(Report("Missionen er sat på pause.", "test", language="en-GB")) == "en"
    with pytest.raises(UnsupportedLanguage, match="German is not yet supported"):
        language_of(Report("The mission goes on.", "test", language="de"))


def test_an_unknown_code_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(UnsupportedLanguage, match=r"no language code.*en, da") as raised:
        language_of(Report("The mission goes on.", "desk.txt", language="klingon"))
    assert raised.value.subject == "desk.txt"
