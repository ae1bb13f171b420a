"""The command line in this process: quick, and through the same door as the command itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cli.story import STORY, write
from missionwatch.cli.main import run


@dataclass(frozen=True)
class Done:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Command = Callable[..., Done]


@pytest.fixture
def missionwatch(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Command:
    """Runs a command line in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("MISSIONWATCH_REGISTER", "MISSIONWATCH_DEBUG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MISSIONWATCH_WAIT", "0.2")

    def command(*arguments: str) -> Done:
        capsys.readouterr()
        status = run(arguments)
        printed = capsys.readouterr()
        return Done(status, printed.out, printed.err)

    return command


@pytest.fixture
def register(missionwatch: Command, tmp_path: Path) -> str:
    """A register in which the story was read."""
    path = str(tmp_path / "story.db")
    done = missionwatch("read", "--claims", write(tmp_path / "story.jsonl", STORY), "--register", path)
    assert (done.status, done.err) == (0, "")
    return path
