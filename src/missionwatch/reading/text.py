"""Plain text with a head or without: the body is stored just as it is."""

from __future__ import annotations

from missionwatch.model.report import Report
from missionwatch.reading.decoding import decode
from missionwatch.reading.fields import report_from
from missionwatch.reading.given import Given
from missionwatch.reading.head import split_head


def read_text(data: bytes, subject: str, label: str, given: Given) -> Report:
    """The report in a text file's bytes. Raises `UnreadableReport`."""
    fields, body = split_head(decode(data, subject), subject)
    return report_from(fields, body, subject=subject, label=label, given=given)
