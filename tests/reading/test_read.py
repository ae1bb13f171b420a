from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from missionwatch.errors import InvalidData, InvalidDate, UnreadableReport
from missionwatch.model.report import Report
from missionwatch.reading.limits import LONGEST_PAGE, LONGEST_REPORT
from missionwatch.reading.read import read_path, read_stream
from reading.helpers import only_problem, only_report, write


def labels(path: Path) -> list[str]:
    return [
        o.label if isinstance(o, Report) else f"! {Path(o.subject.split(',')[0]).name}"
        for o in read_path(path)
    ]


def test_a_folder_is_read_in_the_order_of_its_names_without_what_is_hidden(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/z.md",
        "a/y.txt",
        ".git/x.txt",
        "a/.hidden.txt",
        "c.MD",
        "d.jpg",
        "r.db",
        "r.db-wal",
    ):
        write(tmp_path / name, "Words.")
    write(tmp_path / "e.jsonl", '{"id": "first", "text": "One."}\n{"id": "second", "text": "Two."}\n')
    write(tmp_path / "bad.txt", b"\x00\x01")
    assert labels(tmp_path) == ["y", "z", "b", "! bad.txt", "c", "! d.jpg", "first", "second"]


def test_a_folder_without_files_is_listed(tmp_path: Path) -> None:
    write(tmp_path / "empty" / ".hidden.txt", "Words.")
    assert "folder without files" in only_problem(tmp_path / "empty").problem


def test_links_are_followed_to_files_but_not_round_in_circles(tmp_path: Path) -> None:
    write(tmp_path / "real" / "a.txt", "Words.")
    (tmp_path / "real" / "loop").symlink_to(tmp_path / "real")
    (tmp_path / "real" / "b.txt").symlink_to(tmp_path / "real" / "a.txt")
    (tmp_path / "real" / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    assert labels(tmp_path / "real") == ["a", "b", "! gone.txt"]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl", "a"])
def test_a_missing_file_is_listed(tmp_path: Path, name: str) -> None:
    assert "no such file" in only_problem(tmp_path / name).problem


@pytest.mark.parametrize("content", ["", " \n\t\n"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl", "a"])
def test_an_empty_file_is_listed(tmp_path: Path, name: str, content: str) -> None:
    assert "empty" in only_problem(write(tmp_path / name, content)).problem


def test_a_head_without_a_body_is_no_report(tmp_path: Path) -> None:
    assert "no text" in only_problem(write(tmp_path / "a.txt", "---\npublished: 2020\n---\n")).problem


def test_a_file_that_may_not_be_opened_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.txt", "Words.")
    path.chmod(0)
    if os.access(path, os.R_OK):  # who is root may read everything

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr(Path, "open", refuse)
    assert "permission denied" in only_problem(path).problem


def test_a_folder_that_may_not_be_opened_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "shut" / "a.txt", "Words.")
    write(tmp_path / "b.txt", "Words.")
    (tmp_path / "shut").chmod(0)
    if os.access(tmp_path / "shut", os.R_OK):
        listing = Path.iterdir

        def refuse(folder: Path) -> object:
            if folder.name == "shut":
                raise PermissionError(13, "Permission denied", str(folder))
            return listing(folder)

        monkeypatch.setattr(Path, "iterdir", refuse)
    assert labels(tmp_path) == ["b", "! shut"]


def test_an_error_in_the_midst_of_reading_is_listed() -> None:
    class Broken(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            raise OSError(5, "Input/output error")

    (problem,) = read_stream(Broken(), "-")  # type: ignore[arg-type]
    assert isinstance(problem, UnreadableReport)


@pytest.mark.parametrize(("name", "limit"), [("a.txt", LONGEST_REPORT), ("a.html", LONGEST_PAGE)])
def test_a_report_beyond_the_limit_is_refused_with_the_limit(tmp_path: Path, name: str, limit: int) -> None:
    problem = only_problem(write(tmp_path / name, b"Words. " * (limit // 7 + 1)))
    assert f"{limit // 1_000_000} MB" in problem.problem
    assert "Split" in (problem.advice or "")


def test_a_report_of_just_the_limit_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", (b"Words. " * (LONGEST_REPORT // 7 + 1))[:LONGEST_REPORT])
    assert len(only_report(path).text) == LONGEST_REPORT


@pytest.mark.parametrize(
    ("content", "label"),
    [
        ("Plain words.", "words"),
        ("---\nid: h\n---\nPlain words.", "h"),
        ('{"id": "j", "text": "One."}\n', "j"),
        ('\ufeff\n {"id": "j", "text": "One."}\n', "j"),
        (
            "<!DOCTYPE html><html><body><article><p>The bridge stands again.</p></article></body></html>",
            "words",
        ),
        ("\n<html><body><article><p>The bridge stands since noon.</p></article></body></html>", "words"),
    ],
)
def test_the_kind_of_a_stream_or_an_unknown_file_is_told_from_its_beginning(
    tmp_path: Path, content: str, label: str
) -> None:
    (report,) = read_stream(io.BytesIO(content.encode()), "words")
    assert isinstance(report, Report), str(report)
    assert report.label == label
    assert "<" not in report.text
    assert only_report(write(tmp_path / "words", content)) == report


def test_a_stream_stays_open_and_may_be_empty() -> None:
    stream = io.BytesIO(b"")
    (problem,) = read_stream(stream, "standard input")
    assert isinstance(problem, UnreadableReport)
    assert problem.subject == "standard input"
    assert not stream.closed


def test_a_wrong_option_is_raised_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InvalidDate, match="2020-04-31"):
        read_path(tmp_path / "missing.txt", published="2020-04-31")
    with pytest.raises(InvalidData, match="not a code"):
        read_path(tmp_path / "missing.txt", language="not a code")
