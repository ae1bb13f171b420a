"""The demonstration shows what the register is for, with the commands that do it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Command


@pytest.mark.slow
def test_the_demonstration_shows_every_kind_of_answer(missionwatch: Command, tmp_path: Path) -> None:
    done = missionwatch("demo")
    assert (done.status, done.err) == (0, "")
    for shown in ("$ missionwatch read", "$ missionwatch status", "$ missionwatch timeline", "as of"):
        assert shown in done.out
    assert "Promised" in done.out.split("$ missionwatch commitments")[1]
    assert "Who says what" in done.out.split("$ missionwatch disagreements")[1]
    assert list(tmp_path.iterdir()) == []
