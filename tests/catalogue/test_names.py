"""Names: what two spellings have in common, and the spellings that follow by rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionwatch.catalogue.names import fold, is_acronym, parts, plain, spellings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Lake Force", "lake force"),
        ("Ain al-Asad", "ain al asad"),
        ("Šiauliai", "SIAULIAI"),
        ("Operation Épervier", "operation epervier"),
        ("U.N. Mission", "UN mission"),
        ("AU–UN Force", "AU-UN  force"),
        ("København", "Kobenhavn"),
        ("Côte d’Ivoire", "cote d'ivoire"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("UNMIL", "UNOMIL"), ("UNAVEM I", "UNAVEM II"), ("the", "")])
def test_names_of_two_things_do_not(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=40))
def test_folding_and_plain_letters_are_done_once_for_all(text: str) -> None:
    article = fold(f"x {text}").startswith("x the ")  # only at the beginning it is none of the name
    assert article or fold(f"x {fold(text)}") == fold(f"x {text}")
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize("text", ["KFOR", "CJTF-OIR", "eFP", "U.N.", "EMASoH", "CTF-150", "MAPP/OEA"])
def test_initials_are_an_acronym(text: str) -> None:
    assert is_acronym(text)


@pytest.mark.parametrize("text", ["Nato", "Barkhane", "NATO Mission", "Al-Asad", "", "150", "A"])
def test_words_are_none(text: str) -> None:
    assert not is_acronym(text)


def test_a_name_in_brackets_is_a_name_too() -> None:
    assert parts("Lake Guard Mission (LGM)") == ("Lake Guard Mission (LGM)", "Lake Guard Mission", "LGM")
    assert parts("Lake Guard") == ("Lake Guard",)
    assert parts(" () ") == ("()",)


def test_spellings_follow_by_rule() -> None:
    union = [("Union of Lakes", "UL")]
    assert spellings("Union of Lakes Stabilization Mission", union) == (
        "Union of Lakes Stabilization Mission",
        "UL Stabilization Mission",
        "Union of Lakes Stabilisation Mission",
        "UL Stabilisation Mission",
    )
    assert spellings("Operation Heron") == ("Operation Heron", "Op Heron")
    assert spellings("Union of Lakes", union) == ("Union of Lakes",)


@pytest.mark.parametrize(
    "name", ["Prize Mission", "Operational Group", "Joint Operation Heron", "Size Force"]
)
def test_other_words_are_left_alone(name: str) -> None:
    assert spellings(name) == (name,)
