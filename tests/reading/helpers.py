"""What the reading tests share."""

from __future__ import annotations

from pathlib import Path

from missionwatch.errors import UnreadableReport
from missionwatch.model.report import Report
from missionwatch.reading.read import read_path


def write(path: Path, content: bytes | str) -> Path:
    """Write a small file, with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def only_report(path: Path, **options: str) -> Report:
    """The one report of a file."""
    (report,) = read_path(path, **options)
    assert isinstance(report, Report), str(report)
    return report


def only_problem(path: Path, **options: str) -> UnreadableReport:
    """The one complaint about a file; it names the file and gives advice."""
    (problem,) = read_path(path, **options)
    assert isinstance(problem, UnreadableReport), problem
    assert str(path) in problem.subject
    assert problem.advice
    return problem
