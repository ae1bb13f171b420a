"""Values in words: as exact as they are, and never more."""

from __future__ import annotations

import pytest

from missionwatch.cli.output import clean
from missionwatch.cli.wording import learnt, quote, what, when
from missionwatch.model.register import Change
from missionwatch.model.when import When


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2020-03-18", "2020-03-18"), ("2020", "2020"), ("2018-23", "autumn 2018"), ("2020-03/..", "since 2020-03"),
        ("../2021", "until 2021"), ("2020-12/2022-06", "2020-12 to 2022-06"), ("2018-21/..", "since spring 2018"),
        ("[2020-04-02..2020-12-31]", "some day from 2020-04-02 to 2020-12-31"), ("[..2020-12]", "by 2020-12"),
        ("[2020-04..]", "some day from 2020-04"), ("XXXX-02-28", "XXXX-02-28"), ("2020~", "2020~"),
    ],
)  # fmt: skip
def test_a_date_in_words(edtf: str, shown: str) -> None:
    assert when(When.parse(edtf)) == shown


def test_no_date_is_said() -> None:
    assert when(None) == "no date"


@pytest.mark.parametrize(
    ("slot", "shown"),
    [
        (("activity", "suspended", None, None, "Taji"), "activity: suspended at Taji"),
        (("activity", "expanded", None, 3500, None), "activity: expanded by 3,500 people"),
        (("lead", "lead", "Canada", None, None), "lead: Canada"),
        (("strength", "personnel", None, 13289, None), "strength: 13,289 people"),
        (("contribution", "provides", "Alba", 285, "al-Asad"), "contribution: Alba provides 285 people at al-Asad"),
        (("presence", "present", None, None, "Baghdad"), "presence: Baghdad"),
        (("incident", "attack", None, 3, "Taji"), "incident: attack, 3 dead at Taji"),
        (("mandate", "approves", "Danish parliament", None, None), "mandate: approves (Danish parliament)"),
        (("task", "training", None, None, None), "task: training"),
        (("commander", "command", "Ada Person", None, None), "commander: Ada Person"),
    ],
)  # fmt: skip
def test_a_slot_in_words(slot: tuple[str, str, str | None, int | None, str | None], shown: str) -> None:
    assert what(*slot) == shown


def change(subject: str, what: str, before: str | None, after: str | None) -> Change:
    return Change("1", "2026", "m", subject, "2", what, before, after)


@pytest.mark.parametrize(
    ("changed", "shown"),
    [
        (
            change("state", "new", None, '{"aspect":"lead","value":"lead","actor":"Alba","valid":"2021/.."}'),
            "lead: Alba (2021/..)",
        ),
        (change("commitment", "changed", '{"state":"open"}', '{"state":"overdue"}'), "state: open → overdue"),
        (
            change("state", "seen again", '{"last_seen":"1","claims":["a"]}', '{"last_seen":"2","claims":["b"]}'),
            "last_seen: 1 → 2; other claims",
        ),
        (
            change("disagreement", "gone", '{"aspect":"lead","kind":"x","sides":[{"value":"A"},{"value":"B"}]}', None),
            "lead: x: A / B",
        ),
    ],
)  # fmt: skip
def test_a_change_in_words(changed: Change, shown: str) -> None:
    assert learnt(changed) == shown


def test_a_long_quote_is_cut_at_a_word() -> None:
    assert quote("one\n two") == "“one two”"
    cut = quote("word " * 100)
    assert len(cut) < 170
    assert cut.endswith("word …”")


def test_what_steers_a_terminal_is_taken_out() -> None:
    assert clean("a\x1b[31mb\x07\x9bc\u202ed\ne") == "a [31mb  cd\ne"
