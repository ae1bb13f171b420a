"""Reading, deciding and rebuilding through the command line."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Command
from cli.story import STORY, claim, report, write

TEXT = "KFOR has 3,500 soldiers in Kosovo. The mission will stay until December 2021."


def dump(register: str) -> list[str]:
    """Everything in a register but the log."""
    with sqlite3.connect(register) as database:
        return [line for line in database.iterdump() if 'INTO "changes"' not in line]


def test_reading_again_changes_nothing(missionwatch: Command, register: str, tmp_path: Path) -> None:
    before = dump(register)
    done = missionwatch("read", "--claims", str(tmp_path / "story.jsonl"), "--register", register)
    assert (done.status, done.out) == (0, "3 reports in the register already.\n")
    assert [line for line in dump(register) if '"runs"' not in line] == [
        line for line in before if '"runs"' not in line
    ]
    with sqlite3.connect(register) as database:
        assert database.execute("SELECT count(*) FROM changes WHERE what = 'gone'").fetchone() == (0,)


def test_our_own_extraction_is_read_once(missionwatch: Command, tmp_path: Path) -> None:
    (tmp_path / "k.txt").write_text(f"---\npublished: 2021-03-01\nsource: Gazette\n---\n{TEXT}")
    done = missionwatch("read", "k.txt")
    assert done.status == 0, done.err
    assert done.out.startswith("1 report with ")
    before = dump("missionwatch.db")
    assert missionwatch("read", "k.txt").out == "1 report in the register already.\n"
    assert dump("missionwatch.db") == before
    assert missionwatch("status", "KFOR", "--format", "json").rows
    assert missionwatch("rebuild", "--check").out == "All is as the reports make it.\n"


def test_extract_leaves_the_surer_claims(missionwatch: Command, tmp_path: Path) -> None:
    (tmp_path / "k.txt").write_text(TEXT)
    [whole] = missionwatch("extract", "k.txt").lines
    shares = sorted(found["confidence"] for found in whole["claims"])
    [sure] = missionwatch("extract", "k.txt", "--min-confidence", str(shares[-1])).lines
    assert [found["confidence"] for found in sure["claims"]] == [s for s in shares if s == shares[-1]]
    assert missionwatch("extract", "k.txt", "--min-confidence", "1").lines[0]["claims"] == []
    assert missionwatch("extract", "k.txt", "--min-confidence", "2").status == 2


def test_extract_prints_the_lines_of_the_design(missionwatch: Command, tmp_path: Path) -> None:
    (tmp_path / "k.txt").write_text(f"---\npublished: 2021-03-01\nsource: Gazette\n---\n{TEXT}")
    done = missionwatch("extract", "k.txt")
    assert (done.status, done.err) == (0, "")
    [line] = done.lines
    assert list(line) == ["id", "source", "published", "language", "title", "claims"]
    assert (line["id"], line["published"]) == ("k", "2021-03-01")
    for found in line["claims"]:
        assert TEXT[found["start"] : found["end"]] == found["quote"]
    assert not (tmp_path / "missionwatch.db").exists()


def test_annotate_prints_the_layers(missionwatch: Command, tmp_path: Path) -> None:
    (tmp_path / "k.txt").write_text(TEXT)
    [line] = missionwatch("annotate", "k.txt", "--published", "2021-03-01").lines
    assert list(line) == ["id", "sentences", "mentions", "times", "quotes"]
    assert len(line["sentences"]) == 2
    assert line["mentions"][0].keys() == {"start", "end", "text", "kind", "id"}
    assert line["times"][0]["when"] == "../2021-12"


def test_what_extract_prints_is_what_read_claims_takes(missionwatch: Command, tmp_path: Path) -> None:
    (tmp_path / "k.txt").write_text(f"---\npublished: 2021-03-01\n---\n{TEXT}")
    line = missionwatch("extract", "k.txt").lines[0]
    (tmp_path / "made.jsonl").write_text(json.dumps({**line, "text": TEXT}))
    assert missionwatch("read", "--claims", "made.jsonl").status == 0
    assert len(missionwatch("claims", "--format", "json").rows) == len(line["claims"]) > 0


def test_what_cannot_be_read_is_named_and_the_rest_is_read(missionwatch: Command, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "empty.txt").write_text("")
    done = missionwatch(
        "read", "good.txt", "empty.txt", "gone.txt", "https://news.test/1", "--published", "2021-03"
    )
    assert done.status == 1
    assert done.out.endswith("3 reports not read.\n")
    for name in ("empty.txt", "gone.txt", "https://news.test/1"):
        assert sum(name in line for line in done.err.splitlines()) == 1
    assert "good" in missionwatch("reports").out


def test_a_file_with_a_name_that_is_no_text_is_read(missionwatch: Command, tmp_path: Path) -> None:
    (tmp_path / "odd").mkdir()
    Path(os.fsdecode(bytes(tmp_path / "odd") + b"/\xff.txt")).write_text(TEXT)
    assert missionwatch("extract", "odd").status == 0
    assert missionwatch("read", "odd").status == 0
    assert "\\udcff" in missionwatch("reports").out


def test_a_language_that_is_not_yet_supported_is_kept_and_said(missionwatch: Command, tmp_path: Path) -> None:
    (tmp_path / "de.txt").write_text("Die Soldaten bleiben im Land, sagt die Ministerin.")
    for command in ("extract", "read"):
        done = missionwatch(command, "de.txt", "--language", "de")
        assert done.status == 1
        assert "not yet supported" in done.err
    [row] = missionwatch("reports", "--format", "json").rows
    assert (row["claims"], row["language"]) == (0, "de")
    assert "not yet supported" in row["problem"]


def test_a_wrong_quote_costs_one_claim(missionwatch: Command, tmp_path: Path) -> None:
    text = "The Harbour Mission works in Port Alba."
    wrong = claim(text, "works in Port Alba") | {"start": 3}
    line = report("a", "2021-05-05", text, wrong, claim(text, "works in Port Alba"))
    done = missionwatch("read", "--claims", write(tmp_path / "x.jsonl", [line]))
    assert done.status == 1
    assert "claim 1" in done.err
    assert len(missionwatch("claims", "--format", "json").rows) == 1


def first_claim(missionwatch: Command, register: str, aspect: str) -> str:
    rows = missionwatch("status", "--format", "json", "--register", register).rows
    return next(row["claims"][0] for row in rows if row["aspect"] == aspect)


def test_a_rejected_claim_stays_rejected(missionwatch: Command, register: str, tmp_path: Path) -> None:
    lead = first_claim(missionwatch, register, "lead")
    assert missionwatch("review", lead, "reject", "--by", "Ada", "--register", register).status == 0
    for _ in range(2):
        rows = missionwatch("status", "--format", "json", "--register", register).rows
        assert "lead" not in {row["aspect"] for row in rows}
        missionwatch("read", "--claims", str(tmp_path / "story.jsonl"), "--register", register)
        missionwatch("rebuild", "--register", register)
    printed = missionwatch("why", lead, "--register", register).out
    assert "does not count: rejected by Ada" in printed
    assert missionwatch("review", lead, "accept", "--register", register).status == 0
    assert first_claim(missionwatch, register, "lead") == lead


def test_a_corrected_claim_counts_as_corrected(missionwatch: Command, register: str) -> None:
    lead = first_claim(missionwatch, register, "lead")
    done = missionwatch(
        "review", lead, "correct", "actor=Westmark", "when=2021-05-01/..", "--register", register
    )
    assert done.status == 0, done.err
    rows = missionwatch("status", "--format", "json", "--register", register).rows
    [row] = [row for row in rows if row["aspect"] == "lead"]
    assert (row["actor"], row["valid"]) == ("Westmark", "2021-05-01/..")
    assert missionwatch("rebuild", "--check", "--register", register).status == 0


def test_a_claim_can_be_moved_to_another_mission(missionwatch: Command, register: str) -> None:
    lead = first_claim(missionwatch, register, "lead")
    missionwatch("review", lead, "correct", "mission=KFOR", "--register", register)
    [row] = missionwatch("status", "Kosovo Force", "--format", "json", "--register", register).rows
    assert row["claims"] == [lead]
    rows = missionwatch("status", "harbour-mission", "--format", "json", "--register", register).rows
    assert "lead" not in {row["aspect"] for row in rows}
    rows = missionwatch("status", "--format", "json", "--register", register).rows
    assert ("kosovo-force", [lead]) in [(row["mission_id"], row["claims"]) for row in rows]


@pytest.mark.parametrize("name", ["Quay Mission", "日本"])
def test_a_claim_can_be_moved_to_a_mission_that_the_catalogue_lacks(
    missionwatch: Command, register: str, name: str
) -> None:
    lead = first_claim(missionwatch, register, "lead")
    missionwatch("review", lead, "correct", f"mission={name}", "--register", register)
    [row] = missionwatch("status", name, "--format", "json", "--register", register).rows
    assert (row["mission"], row["claims"]) == (name, [lead])


def test_retracting_a_report_takes_its_moved_claim_along(missionwatch: Command, register: str) -> None:
    lead = first_claim(missionwatch, register, "lead")
    missionwatch("review", lead, "correct", "mission=KFOR", "--register", register)
    missionwatch("review", lead, "correct", "mission=MINUSMA", "--register", register)
    assert missionwatch("rebuild", "--check", "--register", register).status == 0
    for row in missionwatch("reports", "--format", "json", "--register", register).rows:
        missionwatch("retract", str(row["id"]), "--register", register)
    done = missionwatch("rebuild", "--check", "--register", register)
    assert done.status == 0, done.out + done.err
    assert missionwatch("status", "--format", "json", "--register", register).rows == []


@pytest.mark.parametrize(
    "words",
    [
        ("correct",), ("correct", "colour=red"), ("correct", "count=many"), ("correct", "when=soon"),
        ("correct", "aspect=weather"), ("correct", "value=withdraws"), ("correct", "mission="),
        ("correct", "causes=boredom"), ("correct", "actor="), ("correct", "count=" + "9" * 5000),
        ("correct", "place=\udcff"),
        ("accept", "--note", "\udcff"), ("correct", "aspect=strength", "value=personnel"),
        ("reject", "count=3"), ("doubt",),
    ],
)  # fmt: skip
def test_a_review_that_makes_no_sense_is_refused(
    missionwatch: Command, register: str, words: tuple[str, ...]
) -> None:
    lead = first_claim(missionwatch, register, "lead")
    before = dump(register)
    done = missionwatch("review", lead, *words, "--register", register)
    assert done.status == 2
    assert done.err.startswith("missionwatch: ")
    assert dump(register) == before


def test_retracting_gives_the_register_that_never_had_it(
    missionwatch: Command, register: str, tmp_path: Path
) -> None:
    never = str(tmp_path / "never.db")
    missionwatch("read", "--claims", write(tmp_path / "less.jsonl", STORY[:2]), "--register", never)
    assert missionwatch("retract", "c", "--register", register).status == 0

    def answers(path: str) -> list[Any]:
        asks = (
            ("status",),
            ("timeline", "harbour-mission"),
            ("commitments",),
            ("disagreements",),
            ("claims",),
        )
        return [missionwatch(*ask, "--format", "json", "--register", path).rows for ask in asks]

    assert answers(register) == answers(never)
    assert missionwatch("rebuild", "--check", "--register", register).status == 0
    again = missionwatch("read", "--claims", str(tmp_path / "story.jsonl"), "--register", register)
    assert "1 report retracted before and left out" in again.out
    assert answers(register) == answers(never)
    assert missionwatch("retract", "c", "--undo", "--register", register).status == 0
    assert len(missionwatch("disagreements", "--format", "json", "--register", register).rows) == 1


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE current SET body = replace(body, 'Alba', 'Elba') WHERE subject = 'state'",
        "DELETE FROM current WHERE subject = 'commitment'",
        "INSERT INTO current VALUES ('harbour-mission', 'state', 'x', 9, '{}', NULL, NULL)",
        "UPDATE claims SET place = 'Port Elba' WHERE place IS NOT NULL",
        'UPDATE claims SET "start" = "start" + 1',
        "UPDATE reports SET text = text || ' More.' WHERE id = 'a'",
        "UPDATE reports SET copy_key = 'x' WHERE id = 'a'",
        "INSERT INTO stale VALUES ('harbour-mission')",
    ],
)
def test_a_check_finds_what_was_changed_by_hand(missionwatch: Command, register: str, change: str) -> None:
    assert missionwatch("rebuild", "--check", "--register", register).status == 0
    with sqlite3.connect(register) as database:
        database.execute(change)
    database.close()
    done = missionwatch("rebuild", "--check", "--register", register)
    assert done.status == 1
    assert done.err.startswith("missionwatch: ")


def test_a_rebuild_gives_the_same_register(missionwatch: Command, register: str) -> None:
    """Deleting all that is derived and making it anew gives the same."""

    def current() -> list[str]:
        return [line for line in dump(register) if '"current"' in line]

    before = current()
    assert before
    with sqlite3.connect(register) as database:
        database.execute("DELETE FROM current")
    database.close()
    assert missionwatch("rebuild", "--register", register).status == 0
    assert current() == before


def test_a_rebuild_extracts_anew(
    missionwatch: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "k.txt").write_text(f"---\npublished: 2021-03-01\nsource: Gazette\n---\n{TEXT}")
    missionwatch("read", "k.txt")
    before = missionwatch("claims", "--format", "json").out
    with sqlite3.connect("missionwatch.db") as database:
        database.execute("UPDATE claims SET place = 'Elsewhere'")
        database.execute("UPDATE claims SET mission_id = 'other' WHERE aspect = 'strength'")
    database.close()
    assert missionwatch("rebuild", "--check").status == 1
    assert missionwatch("rebuild").status == 0
    assert missionwatch("claims", "--format", "json").out == before
    assert missionwatch("rebuild", "--check").status == 0
    monkeypatch.setattr("missionwatch.claiming.extract.EXTRACTOR_VERSION", "99")
    monkeypatch.setattr("missionwatch.claiming.extract.extract", lambda document, catalogue: ())
    assert "another version" in missionwatch("rebuild", "--check").err
    assert missionwatch("rebuild").status == 0
    assert missionwatch("claims", "--format", "json").rows == []
    gone = json.loads(before)[0]["id"]
    assert "no longer found by the extractor" in missionwatch("why", gone).out


def test_our_own_claims_are_checked_too(
    missionwatch: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from missionwatch.claiming.extract import extract
    from missionwatch.model.passage import Passage, Span

    def liar(*given: Any) -> Any:
        first, *rest = extract(*given)
        return (
            replace(first, passage=Passage(0, 4, "SFOR")),
            *(replace(claim, evidence={"when": Span(0, 4000)}) for claim in rest),
        )

    monkeypatch.setattr("missionwatch.claiming.extract.extract", liar)
    (tmp_path / "k.txt").write_text(f"---\npublished: 2021-03-01\n---\n{TEXT}")
    done = missionwatch("read", "k.txt")
    assert done.status == 1
    assert "its quote is not what the text says" in done.err
    assert missionwatch("claims", "--format", "json").rows == []


def test_an_error_of_ours_in_one_report_costs_that_report(
    missionwatch: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from missionwatch.claiming.extract import extract

    def fragile(document: Any, catalogue: Any) -> Any:
        if "fragile" in document.text:
            raise KeyError("boom")
        return extract(document, catalogue)

    monkeypatch.setattr("missionwatch.claiming.extract.extract", fragile)
    (tmp_path / "a.txt").write_text("A fragile report on KFOR.")
    (tmp_path / "b.txt").write_text(TEXT)
    done = missionwatch("read", "a.txt", "b.txt", "--published", "2021")
    assert done.status == 1
    assert "KeyError" in done.err
    assert "Traceback" not in done.err
    assert len(missionwatch("reports", "--format", "json").rows) == 1


@pytest.mark.slow
def test_two_processes_read_into_one_register_at_once(missionwatch: Command, tmp_path: Path) -> None:
    texts = [f"The Harbour Mission works in Port {n}." for n in range(40)]
    lines = [
        report(f"r{n}", "2021-05-05", text, claim(text, "works in Port")) for n, text in enumerate(texts)
    ]
    command = [sys.executable, "-c", "from missionwatch.cli.main import main; main()", "read", "--claims"]
    environment = {"MISSIONWATCH_WAIT": "60", "PATH": ""}
    started = [
        subprocess.Popen(
            [*command, write(tmp_path / f"{n}.jsonl", part), "--register", "both.db"],
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for n, part in enumerate((lines[:25], lines[15:]))
    ]
    for process in started:
        _, said = process.communicate(timeout=60)
        assert (process.returncode, said) == (0, "")
    assert len(missionwatch("reports", "--format", "json", "--register", "both.db").rows) == 40
    assert missionwatch("rebuild", "--check", "--register", "both.db").status == 0


def test_a_crash_in_the_middle_loses_nothing(
    missionwatch: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from missionwatch.store.writers import SqlWriter

    kept = SqlWriter.set_reading

    def crash(writer: SqlWriter, reading: Any, run: int) -> None:
        kept(writer, reading, run)
        if len(writer.reports()) == 3:
            raise KeyboardInterrupt

    file = write(tmp_path / "story.jsonl", STORY)
    with monkeypatch.context() as patched:
        patched.setattr(SqlWriter, "set_reading", crash)
        assert missionwatch("read", "--claims", file).status == 130
    assert len(missionwatch("reports", "--format", "json").rows) == 2
    assert "cut off" in missionwatch("rebuild", "--check").err
    assert missionwatch("read", "--claims", file).status == 0
    assert missionwatch("rebuild", "--check").status == 0
    assert len(missionwatch("reports", "--format", "json").rows) == 3


def test_a_date_learnt_later_takes_the_place_of_none(missionwatch: Command, tmp_path: Path) -> None:
    (tmp_path / "k.txt").write_text(TEXT)
    missionwatch("read", "k.txt")
    missionwatch("read", "k.txt", "--published", "2021-03-01")
    rows = missionwatch("status", "KFOR", "--on", "2021-03-02", "--format", "json").rows
    assert rows
    assert {row["first_seen"] for row in rows} == {"2021-03-01"}
    assert all(row["known_from"] for row in missionwatch("timeline", "KFOR", "--format", "json").rows)


def test_another_date_does_not_bring_a_retracted_report_back(missionwatch: Command, tmp_path: Path) -> None:
    (tmp_path / "k.txt").write_text(TEXT)
    missionwatch("read", "k.txt")
    [row] = missionwatch("reports", "--format", "json").rows
    missionwatch("retract", row["id"])
    done = missionwatch("read", "k.txt", "--published", "2021-03-01")
    assert done.out == "1 report retracted before and left out.\n"
    assert missionwatch("status", "--format", "json").rows == []


def test_what_was_learnt_is_logged(missionwatch: Command, register: str) -> None:
    rows = missionwatch("changes", "--format", "json", "--register", register).rows
    assert {row["what"] for row in rows} == {"new"}
    assert {row["subject"] for row in rows} == {"state", "commitment", "disagreement"}
    lead = first_claim(missionwatch, register, "lead")
    missionwatch("review", lead, "reject", "--register", register)
    rows = missionwatch("changes", "--format", "json", "--register", register).rows
    assert "gone" in {row["what"] for row in rows}
    assert [row["recorded"] for row in rows] == sorted(row["recorded"] for row in rows)


def test_a_promise_falls_due_when_a_report_on_another_mission_moves_the_day(
    missionwatch: Command, register: str, tmp_path: Path
) -> None:
    text = "The Quay Mission is in Westport."
    later = report("d", "2021-08-23", text, claim(text, "is in Westport", mission="Quay Mission"))
    missionwatch("read", "--claims", write(tmp_path / "d.jsonl", [later]), "--register", register)
    rows = missionwatch("changes", "harbour-mission", "--format", "json", "--register", register).rows
    assert json.loads(rows[-1]["after"])["state"] == "overdue"
    assert missionwatch("rebuild", "--check", "--register", register).status == 0
