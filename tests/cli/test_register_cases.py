"""The hand-made histories of the shared data, asked of the register as a user would ask it."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from cli.conftest import Command


def _runner(shared: Path) -> ModuleType:
    """The runner of the cases: a script without an ending that Python knows as a module's."""
    path = shared / "register-cases" / "run.py"
    spec = importlib.util.spec_from_file_location("register_cases_run", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
def test_the_register_answers_the_cases(
    shared: Path, missionwatch: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Through the same door as the command, in this process: a thousand processes would take minutes."""
    runner = _runner(shared)

    def run(register: object, *arguments: str, status: int = 0) -> str:
        done = missionwatch(*arguments, "--register", register.path)  # type: ignore[attr-defined]
        if done.status != status:
            raise RuntimeError(f"{arguments}: exit status {done.status}, not {status}: {done.err}")
        return done.out

    monkeypatch.setattr(runner.Register, "run", run)
    failed = []
    cases = (shared / "register-cases" / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    for case in map(json.loads, cases):
        folder = tmp_path / case["name"]
        folder.mkdir()
        failed += [f"{case['name']}: {found}" for found in runner.failures(case, "missionwatch", folder)]
    assert not failed, "\n".join(failed)
