"""What the asking commands print: the shapes that other tools rely on, and tables for people."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from cli.conftest import Command
from cli.story import claim, report, write
from missionwatch.cli import output

STATE = {
    "id", "mission_id", "mission", "aspect", "value", "actor", "count", "place", "valid", "known_from", "first_seen",
    "last_seen", "disputed", "certain", "claims",
}  # fmt: skip
COMMITMENT = {
    "id", "mission_id", "mission", "aspect", "value", "actor", "count", "place", "due", "condition", "state",
    "fulfilled", "steps",
}  # fmt: skip


def ask(missionwatch: Command, register: str, *words: str) -> Any:
    done = missionwatch(*words, "--format", "json", "--register", register)
    assert (done.status, done.err) == (0, "")
    return done.rows


def test_a_state_has_the_fields_of_the_design(missionwatch: Command, register: str) -> None:
    rows = ask(missionwatch, register, "status", "Harbour Mission")
    assert all(row.keys() >= STATE for row in rows)
    [presence] = [row for row in rows if row["aspect"] == "presence"]
    assert presence["mission_id"] == "harbour-mission"
    assert (presence["first_seen"], presence["disputed"], presence["certain"]) == ("2021-05-05", False, True)
    assert len(presence["claims"]) == 1


def test_a_commitment_has_the_fields_of_the_design(missionwatch: Command, register: str) -> None:
    [row] = ask(missionwatch, register, "commitments", "harbour-mission")
    assert row.keys() >= COMMITMENT
    assert (row["actor"], row["state"], row["condition"]) == ("Norland", "open", "the port is safe")
    [step] = row["steps"]
    assert step.keys() >= {"modality", "published", "said_by", "claim"}
    assert (step["modality"], step["published"]) == ("planned", "2021-05-05")


def test_a_disagreement_has_the_fields_of_the_design(missionwatch: Command, register: str) -> None:
    [row] = ask(missionwatch, register, "disagreements")
    assert row.keys() >= {"id", "mission_id", "mission", "aspect", "kind", "sides"}
    assert row["kind"] == "other cause"
    assert [side.keys() >= {"value", "claims"} for side in row["sides"]] == [True, True]


def test_a_claim_is_as_extract_prints_it_with_id_and_report(missionwatch: Command, register: str) -> None:
    rows = ask(missionwatch, register, "claims", "a")
    assert [row["report"] for row in rows] == ["a", "a"]
    assert rows[1]["quote"] == "Norland will lead it"
    assert rows[1]["evidence"]["when"][1] - rows[1]["evidence"]["when"][0] == len("1 June 2021")
    assert len(ask(missionwatch, register, "claims")) == 5
    assert len(ask(missionwatch, register, "claims", "Harbour Mission")) == 5


def test_two_days_are_asked_for_apart(missionwatch: Command, register: str) -> None:
    known = ask(missionwatch, register, "status", "--on", "2021-05-21", "--known", "2021-05-20")
    assert {row["aspect"] for row in known} == {"presence"}
    [overdue] = ask(missionwatch, register, "commitments", "--state", "overdue", "--on", "2021-07-01")
    assert overdue["actor"] == "Norland"
    assert ask(missionwatch, register, "commitments", "--state", "fulfilled") == []
    assert ask(missionwatch, register, "timeline", "harbour-mission", "--known", "2021-04") == []


def test_json_lines_hold_the_same_rows(missionwatch: Command, register: str) -> None:
    rows = ask(missionwatch, register, "status")
    done = missionwatch("status", "--format", "jsonl", "--register", register)
    assert done.lines == rows


def test_all_missions_are_shown_without_a_name(missionwatch: Command, register: str, tmp_path: Path) -> None:
    text = "The Quay Mission is in Westport."
    more = report("d", "2021-05-23", text, claim(text, "is in Westport", mission="Quay Mission"))
    missionwatch("read", "--claims", write(tmp_path / "d.jsonl", [more]), "--register", register)
    rows = ask(missionwatch, register, "status")
    assert {row["mission_id"] for row in rows} == {"harbour-mission", "quay-mission"}


def test_a_table_shows_the_words_their_source_and_the_day(missionwatch: Command, register: str) -> None:
    printed = missionwatch("status", "--register", register).out
    for shown in ("Port Alba", "Outlet A, 2021-05-05", "“works in Port Alba”", "as of 2021-05-22"):
        assert shown in printed


def test_an_overdue_promise_is_never_called_broken(missionwatch: Command, register: str) -> None:
    printed = missionwatch("commitments", "--on", "2021-07-01", "--register", register).out
    assert "overdue: no report says" in printed
    assert "it happened" in printed
    assert "broken" not in printed
    assert "if: the port is safe" in printed


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize(
    "command", ["status", "commitments", "disagreements", "claims", "reports", "changes"]
)
def test_tables_fit_the_width(
    missionwatch: Command, register: str, monkeypatch: pytest.MonkeyPatch, width: int, command: str
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    printed = missionwatch(command, "--register", register).out
    assert printed.strip()
    assert max(map(len, printed.splitlines())) <= width


def test_text_of_a_report_cannot_steer_the_terminal(missionwatch: Command, tmp_path: Path) -> None:
    text = "The mission \x1b[2Jhides [bold]here[/bold] \u202eback."
    hostile = report("x", "2021-01-01", text, claim(text, text[4:-1], place="[red]"), title="\x1b]0;x\x07")
    file = write(tmp_path / "x.jsonl", [hostile])
    assert missionwatch("read", "--claims", file).status in (0, 1)
    for command in ("status", "claims", "reports"):
        printed = missionwatch(command).out
        assert not set("\x1b\x07\u202e") & set(printed)
    assert "[bold]here[/bold]" in " ".join(missionwatch("claims").out.split())


def test_colour_is_never_needed(
    missionwatch: Command, register: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With and without colour the same characters are printed."""
    import sys

    printed = []
    for system in (None, "truecolor"):

        def console(_: object, system: Any = system) -> Console:
            return Console(file=sys.stdout, width=90, color_system=system, force_terminal=system is not None)

        monkeypatch.setattr(output, "_console", console)
        raw = missionwatch("disagreements", "--register", register).out
        printed.append(__import__("re").sub(r"\x1b\[[0-9;]*m", "", raw))
    assert printed[0] == printed[1]


def test_why_leads_from_a_state_to_the_words(missionwatch: Command, register: str) -> None:
    [state] = [row for row in ask(missionwatch, register, "status") if row["aspect"] == "activity"]
    [answer] = ask(missionwatch, register, "why", state["id"])
    assert answer["kind"] == "state"
    assert answer["says"] == state
    assert {found["report"]["id"] for found in answer["claims"]} == {"b", "c"}
    printed = missionwatch("why", state["id"], "--register", register).out
    assert "[[Training was halted]] on 20 May 2021 because of a storm, the harbour master said." in printed
    assert "Eastmark" not in printed


def test_why_shows_what_each_field_rests_on(missionwatch: Command, register: str) -> None:
    [promise] = ask(missionwatch, register, "commitments")
    printed = " ".join(missionwatch("why", promise["id"], "--register", register).out.split())
    assert "when = 2021-06-01/.., from “1 June 2021”" in printed
    [answer] = ask(missionwatch, register, "why", promise["steps"][0]["claim"])
    assert (answer["kind"], answer["claims"][0]["standing"]) == ("claim", "counts")
    [found] = ask(missionwatch, register, "disagreements")
    assert len(ask(missionwatch, register, "why", found["id"])[0]["claims"]) == 2


def test_why_finds_an_answer_of_another_day(missionwatch: Command, register: str) -> None:
    days = ("--on", "2021-05-10", "--known", "2021-05-10")
    for row in ask(missionwatch, register, "status", *days):
        assert ask(missionwatch, register, "why", row["id"], *days)[0]["says"]["id"] == row["id"]


def test_why_leads_from_a_claim_up_to_all_that_rests_on_it(missionwatch: Command, register: str) -> None:
    [halted] = [c for c in ask(missionwatch, register, "claims", "b") if c["aspect"] == "activity"]
    [answer] = ask(missionwatch, register, "why", halted["id"])
    assert {(rest["kind"], rest["role"]) for rest in answer["rests"]} == {
        ("state", "for it"),
        ("disagreement", "says “weather”"),
    }
    [state] = [row for row in ask(missionwatch, register, "status") if row["aspect"] == "activity"]
    printed = missionwatch("why", halted["id"], "--register", register).out
    assert f"state {state['id']}" in printed


def test_why_leads_up_from_the_words_of_a_report(missionwatch: Command, register: str) -> None:
    answers = ask(missionwatch, register, "why", "b")
    assert [found["claims"][0]["claim"]["aspect"] for found in answers] == ["activity", "lead"]
    [led] = ask(missionwatch, register, "why", "b", "--words", "Eastmark leads")
    assert [rest["says"]["actor"] for rest in led["rests"] if rest["kind"] == "state"] == ["Eastmark"]
    lost = missionwatch("why", "b", "--words", "Westmark leads", "--register", register)
    assert (lost.status, "these words do not stand in report b" in lost.err) == (2, True)
    none = missionwatch("why", "b", "--words", "harbour master said", "--register", register)
    assert (none.status, "no claim is made of it" in none.err) == (2, True)


def test_nothing_rests_on_a_rejected_claim(missionwatch: Command, register: str) -> None:
    [led] = ask(missionwatch, register, "why", "b", "--words", "Eastmark leads")
    assert missionwatch("review", led["id"], "reject", "--register", register).status == 0
    assert "Nothing rests on it." in missionwatch("why", led["id"], "--register", register).out


def test_the_catalogue_is_searched(missionwatch: Command) -> None:
    done = missionwatch("missions", "KFOR", "--format", "jsonl")
    assert all(row.keys() == {"id", "name", "aliases"} for row in done.lines)
    assert any("KFOR" in row["aliases"] for row in done.lines)
    assert missionwatch("missions", "no such mission at all").out.startswith("No mission")


def test_answers_are_the_same_byte_for_byte(missionwatch: Command, register: str, tmp_path: Path) -> None:
    other = str(tmp_path / "other.db")
    lines = (tmp_path / "story.jsonl").read_text().splitlines(keepends=True)
    for number, text in enumerate(reversed(lines)):
        file = tmp_path / f"{number}.jsonl"
        file.write_text(text)
        assert missionwatch("read", "--claims", str(file), "--register", other).status == 0
    for command in (
        ("status",),
        ("timeline", "harbour-mission"),
        ("commitments",),
        ("disagreements",),
        ("claims",),
    ):
        for format in ("table", "json", "jsonl"):
            one = missionwatch(*command, "--format", format, "--register", register)
            assert one == missionwatch(*command, "--format", format, "--register", other)
            assert one.status == 0
            assert one.out.strip() or format == "jsonl"
