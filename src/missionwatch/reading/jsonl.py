"""A report per line of JSON: a bad line is listed with its number and the others are read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Final

from missionwatch.errors import UnreadableReport
from missionwatch.model.report import Report
from missionwatch.reading.fields import report_from
from missionwatch.reading.given import Given
from missionwatch.reading.limits import LONGEST_REPORT, too_long

_HALF_LINE_ADVICE: Final = 'Write the whole report on one line: {"id": ..., "text": ...}'
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Line:
    """A line's JSON object, the subject that names it in messages, and a label for a report without an id."""

    subject: str
    label: str
    fields: Mapping[str, object]


def read_jsonl(stream: BinaryIO, name: str, stem: str, given: Given) -> Iterator[Report | UnreadableReport]:
    """The reports of a stream of lines; `name` stands in messages, `stem` in the label of one without id."""
    for line in read_lines(stream, name, stem):
        try:
            yield line if isinstance(line, UnreadableReport) else report_of(line, given)
        except UnreadableReport as problem:
            yield problem


def report_of(line: Line, given: Given) -> Report:
    """The report that a line describes. Raises `UnreadableReport`."""
    text = line.fields.get("text")
    if not isinstance(text, str):
        raise UnreadableReport(
            line.subject, "has no field 'text' that holds the report's text", _HALF_LINE_ADVICE
        )
    return report_from(
        line.fields, text, subject=line.subject, label=line.label, given=given, date_evidence="line of JSON"
    )


def read_lines(stream: BinaryIO, name: str, stem: str) -> Iterator[Line | UnreadableReport]:
    """Each line that is not blank, as JSON; lines end with a line feed. Only one line is held at a time."""
    number = 0
    while data := stream.readline(LONGEST_REPORT + 1):
        number += 1
        subject = f"{name}, line {number}"
        if number == 1:
            if data.startswith(_WIDE_MARKS):
                yield UnreadableReport(name, "is UTF-16; lines of JSON are UTF-8", "Save it as UTF-8")
                return
            data = data.removeprefix(_BYTE_ORDER_MARK)
        if len(data) > LONGEST_REPORT:
            _skip_rest(stream, data)
            yield too_long(subject, LONGEST_REPORT)
        elif data.strip():
            yield _parsed(data, subject, f"{stem}-{number}")


def _skip_rest(stream: BinaryIO, data: bytes) -> None:
    while data and not data.endswith(b"\n"):
        data = stream.readline(LONGEST_REPORT)


def _parsed(data: bytes, subject: str, label: str) -> Line | UnreadableReport:
    try:
        fields = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return UnreadableReport(
            subject, f"is not UTF-8 from byte {error.start} of the line", "Save it as UTF-8"
        )
    except json.JSONDecodeError as error:
        return UnreadableReport(
            subject,
            f"is no JSON from character {error.pos} on: {re.sub(r'(?: starting)? at$', '', error.msg.lower())}",
            _HALF_LINE_ADVICE,
        )
    except (ValueError, RecursionError):
        return UnreadableReport(subject, "is no JSON that can be read", _HALF_LINE_ADVICE)
    if not isinstance(fields, dict):
        return UnreadableReport(subject, "is no JSON object", _HALF_LINE_ADVICE)
    return Line(subject, label, fields)
