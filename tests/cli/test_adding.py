"""`review REPORT add`: a person's own claim, from the words of a report, counts like any other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Command, Done
from cli.story import claim, report, write

WORDS = "Eastmark leads"


def add(missionwatch: Command, register: str, *fields: str, words: str = WORDS, of: str = "b") -> Done:
    return missionwatch("review", of, "add", "--words", words, *fields, "--by", "Ada", "--register", register)


def rows(missionwatch: Command, register: str, *words: str) -> Any:
    done = missionwatch(*words, "--format", "json", "--register", register)
    assert (done.status, done.err) == (0, "")
    return done.rows


COMMAND = ("mission=Harbour Mission", "aspect=commander", "value=command", "actor=Bo Holm", "when=2021-05/..")


def test_an_added_claim_counts_from_its_reports_date(missionwatch: Command, register: str) -> None:
    assert add(missionwatch, register, *COMMAND).out == "Recorded: add a claim of report b.\n"
    [state] = [s for s in rows(missionwatch, register, "status") if s["aspect"] == "commander"]
    assert (state["actor"], state["valid"], state["known_from"]) == ("Bo Holm", "2021-05/..", "2021-05-21")
    early = rows(missionwatch, register, "status", "--on", "2021-05-20", "--known", "2021-05-20")
    assert "commander" not in {s["aspect"] for s in early}
    assert missionwatch("rebuild", "--check", "--register", register).status == 0


def test_it_is_listed_explained_and_can_be_rejected(missionwatch: Command, register: str) -> None:
    add(missionwatch, register, *COMMAND)
    for of in ((), ("b",), ("Harbour Mission",)):
        [listed] = [c for c in rows(missionwatch, register, "claims", *of) if c["aspect"] == "commander"]
        assert listed["quote"] == WORDS
    assert "commander" not in {c["aspect"] for c in rows(missionwatch, register, "claims", "a")}
    [answer] = rows(missionwatch, register, "why", listed["id"])
    assert [rest["says"]["actor"] for rest in answer["rests"]] == ["Bo Holm"]
    assert missionwatch("review", listed["id"], "reject", "--register", register).status == 0
    assert "commander" not in {s["aspect"] for s in rows(missionwatch, register, "status")}


def test_it_can_be_about_a_mission_that_no_report_was_read_to_name(
    missionwatch: Command, register: str
) -> None:
    add(missionwatch, register, "mission=KFOR", "aspect=lead", "value=lead", "actor=Eastmark")
    [state] = rows(missionwatch, register, "status", "KFOR")
    assert (state["mission_id"], state["actor"]) == ("kosovo-force", "Eastmark")
    assert missionwatch("retract", "b", "--register", register).status == 0
    assert "kosovo-force" not in {s["mission_id"] for s in rows(missionwatch, register, "status")}
    assert missionwatch("rebuild", "--check", "--register", register).status == 0


def test_an_edit_without_the_words_takes_it_out(missionwatch: Command, register: str, tmp_path: Path) -> None:
    add(missionwatch, register, *COMMAND)
    text = "Nobody leads the mission."
    edited = report("b", "2021-05-25", text, claim(text, "Nobody leads", value="active"), source="Outlet B")
    assert (
        missionwatch("read", "--claims", write(tmp_path / "e.jsonl", [edited]), "--register", register).status
        == 0
    )
    assert "commander" not in {s["aspect"] for s in rows(missionwatch, register, "status")}


@pytest.mark.parametrize(
    ("fields", "words", "of", "told"),
    [
        (COMMAND, "Westmark leads", "b", "do not stand in report b"),
        (COMMAND, "the", "b", "times in report b"),
        (COMMAND, " ", "b", "do not stand"),
        (COMMAND, WORDS, "z", "no such report"),
        (COMMAND[1:], WORDS, "b", "mission"),
        (COMMAND[:3], WORDS, "b", "actor"),
        ((*COMMAND[:2], "value=commands", "actor=X"), WORDS, "b", "is not in the list"),
    ],
)
def test_what_cannot_be_added_is_said(
    missionwatch: Command, register: str, fields: tuple[str, ...], words: str, of: str, told: str
) -> None:
    done = add(missionwatch, register, *fields, words=words, of=of)
    assert (done.status, told in done.err) == (2, True), done.err


def test_words_go_with_add_only(missionwatch: Command, register: str) -> None:
    assert missionwatch("review", "b", "add", *COMMAND, "--register", register).status == 2
    [led] = rows(missionwatch, register, "why", "b", "--words", WORDS)
    assert missionwatch("review", led["id"], "accept", "--words", WORDS, "--register", register).status == 2
