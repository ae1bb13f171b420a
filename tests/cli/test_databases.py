"""The command line gives the same answers from a file and from a server, and after a backup."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Command
from cli.story import STORY, write
from servers import new_database, tool

ASKED = (
    ("status",), ("timeline", "Harbour Mission"), ("commitments",), ("disagreements",), ("claims",),
    ("commitments", "--on", "2021-06-03"), ("status", "--on", "2021-05-10", "--known", "2021-05-21"),
)  # fmt: skip


def answers(missionwatch: Command, where: str) -> list[Any]:
    done = [missionwatch(*words, "--format", "json", "--register", where) for words in ASKED]
    assert [(one.status, one.err) for one in done] == [(0, "")] * len(done)
    return [one.rows for one in done]


@pytest.fixture
def served(missionwatch: Command, tmp_path: Path, database: str) -> str:
    """The address of a register in which the story was read."""
    story = write(tmp_path / "served.jsonl", STORY)
    done = missionwatch("read", "--claims", story, "--register", database)
    assert (done.status, done.err) == (0, "")
    return database


def test_both_databases_answer_alike(missionwatch: Command, register: str, served: str) -> None:
    assert answers(missionwatch, served) == answers(missionwatch, register)


def test_decisions_count_alike(missionwatch: Command, register: str, served: str) -> None:
    for where in (register, served):
        claims = missionwatch("claims", "--format", "json", "--register", where).rows
        led = next(c["id"] for c in claims if c["actor"] == "Eastmark")
        assert missionwatch("review", led, "correct", "actor=Westmark", "--register", where).status == 0
        assert missionwatch("retract", "c", "--register", where).status == 0
        assert missionwatch("rebuild", "--check", "--register", where).status == 0
    assert answers(missionwatch, served) == answers(missionwatch, register)
    assert "Westmark" in json.dumps(answers(missionwatch, served))


def test_a_backup_gives_the_register_back(
    missionwatch: Command, served: str, server: str, tmp_path: Path
) -> None:
    dump = str(tmp_path / "news.dump")
    subprocess.run([tool("pg_dump"), "--format", "custom", "--file", dump, served], check=True)
    with new_database(server) as restored:
        subprocess.run([tool("pg_restore"), "--dbname", restored, dump], check=True)
        assert answers(missionwatch, restored) == answers(missionwatch, served)
        assert missionwatch("rebuild", "--check", "--register", restored).status == 0


def test_an_address_without_a_register_is_said(missionwatch: Command, database: str) -> None:
    done = missionwatch("status", "--register", database)
    assert done.status == 3
    assert "there is no register here" in done.err
