"""Files, folders and standard input to reports: chooses the reader for a kind, lists what it cannot read."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from missionwatch.errors import InvalidData, InvalidDate, UnreadableReport
from missionwatch.model.report import Report
from missionwatch.reading.fields import DATE_ADVICE, language_code, publication_date
from missionwatch.reading.given import Given
from missionwatch.reading.jsonl import read_jsonl
from missionwatch.reading.limits import LONGEST_PAGE, LONGEST_REPORT, too_long
from missionwatch.reading.markdown import read_markdown
from missionwatch.reading.text import read_text

Outcome = Report | UnreadableReport
Reader = Callable[[bytes, str, str, Given], Report]


def _read_html(data: bytes, subject: str, label: str, given: Given) -> Report:
    # Not above: the libraries for pages take a third of a second to load, and most commands read none.
    from missionwatch.reading.html import read_html

    return read_html(data, subject, label, given)


READERS: Final[Mapping[str, Reader]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": _read_html,
    ".htm": _read_html,
    ".xhtml": _read_html,
}
LINES: Final = (".jsonl", ".ndjson")
REGISTERS: Final = (".db", ".db-wal", ".db-shm", ".db-journal")
"""A register may lie among the reports that it was made from."""

_KINDS: Final = "text (.txt), Markdown (.md), web pages (.html) and lines of JSON (.jsonl)"


def read_path(
    path: Path, *, published: str | None = None, language: str | None = None, source: str | None = None
) -> Iterator[Outcome]:
    """The reports of a file, or of a folder with all that lies in it, sorted by path, hidden files left out.

    The three options stand in where a report does not say them itself. What cannot be read is yielded, not
    raised. Raises `InvalidDate` or `InvalidData` at once where an option itself is wrong.
    """
    return _read_path(path, given_by(published, language, source))


def read_stream(
    stream: BinaryIO,
    name: str,
    *,
    published: str | None = None,
    language: str | None = None,
    source: str | None = None,
) -> Iterator[Outcome]:
    """The reports of a stream, whose kind its beginning tells; `name` stands in messages and as the id."""
    return _read_stream(stream, name, given_by(published, language, source))


def given_by(published: str | None, language: str | None, source: str | None) -> Given:
    """The caller's options, checked."""
    try:
        date = publication_date(published) if published else None
    except ValueError as error:
        raise InvalidDate("--published", str(error), DATE_ADVICE) from None
    try:
        code = language_code(language) if language else None
    except ValueError as error:
        raise InvalidData("--language", str(error), "Write a code such as en or da") from None
    return Given(date, code, source.strip() or None if source else None)


def _read_path(path: Path, given: Given) -> Iterator[Outcome]:
    if not path.is_dir():
        yield from _read_file(path, given)
        return
    empty = True
    for found in _files_in(path):
        empty = False
        if isinstance(found, UnreadableReport):
            yield found
        elif found.suffix.lower() in READERS or found.suffix.lower() in LINES:
            yield from _read_file(found, given)
        else:
            yield UnreadableReport(str(found), "is of no kind that is read", f"These are: {_KINDS}")
    if empty:
        yield UnreadableReport(str(path), "is a folder without files", f"Put reports there: {_KINDS}")


def _files_in(folder: Path) -> Iterator[Path | UnreadableReport]:
    """The files below a folder in the order of their names, and the folders that could not be opened."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield unopened(folder, error)
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.suffix in REGISTERS:
            continue
        # A linked folder is not followed: it may lead back here.
        if entry.is_dir() and not entry.is_symlink():
            yield from _files_in(entry)
        elif not entry.is_dir():
            yield entry


def _read_file(path: Path, given: Given) -> Iterator[Outcome]:
    try:
        with path.open("rb") as stream:
            if path.suffix.lower() in LINES:
                yield from _or_empty(read_jsonl(stream, str(path), path.stem, given), str(path))
            elif reader := READERS.get(path.suffix.lower()):
                yield _read_whole(stream, str(path), path.stem, reader, given)
            else:
                yield from _sniffed(stream, str(path), path.stem, given)
    except OSError as error:
        yield unopened(path, error)


def _read_stream(stream: BinaryIO, name: str, given: Given) -> Iterator[Outcome]:
    peekable = io.BufferedReader(cast(io.RawIOBase, stream))
    try:
        yield from _sniffed(peekable, name, name, given)
    except OSError as error:
        yield UnreadableReport(name, f"cannot be read: {error.strerror or error}", "Try again with a file")
    finally:
        peekable.detach()  # the stream is the caller's to close


def _sniffed(stream: io.BufferedReader[Any], name: str, stem: str, given: Given) -> Iterator[Outcome]:
    """Lines of JSON begin with a brace, pages with an angle bracket; all else is text."""
    start = stream.peek(1024)[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"{"):
        yield from read_jsonl(stream, name, stem, given)
    else:
        page = start[:9].lower().startswith((b"<!doctype", b"<html", b"<?xml", b"<!--"))
        yield _read_whole(stream, name, stem, _read_html if page else read_text, given)


def _read_whole(stream: BinaryIO, name: str, stem: str, reader: Reader, given: Given) -> Outcome:
    limit = LONGEST_PAGE if reader is _read_html else LONGEST_REPORT
    data = stream.read(limit + 1)
    if len(data) > limit:
        return too_long(name, limit)
    if not data.strip():
        return UnreadableReport(name, "is empty", "Write the report's text into it, or leave it out")
    try:
        return reader(data, name, stem, given)
    except UnreadableReport as problem:
        return problem


def _or_empty(outcomes: Iterator[Outcome], name: str) -> Iterator[Outcome]:
    """The outcomes, or one that says that there are none."""
    nothing = True
    for outcome in outcomes:
        nothing = False
        yield outcome
    if nothing:
        yield UnreadableReport(name, "is empty", "Write a report per line into it, or leave it out")


def unopened(path: Path, error: OSError) -> UnreadableReport:
    advice = {
        FileNotFoundError: "Check the spelling of the path",
        PermissionError: "Ask for leave to read it, or copy it to a place of your own",
        IsADirectoryError: "Name the folder itself",
    }.get(type(error), "Copy it to a disk of your own and try again")
    reason = os.strerror(error.errno).lower() if error.errno else str(error)
    return UnreadableReport(str(path), f"cannot be opened: {reason}", advice)
