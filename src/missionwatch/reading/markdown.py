"""Markdown: read as text, marks and all, so that every offset leads to what the author wrote.

The title is the head's, else the first heading of the first level.
"""

from __future__ import annotations

import re
from typing import Final

from missionwatch.model.report import Report
from missionwatch.reading.decoding import decode
from missionwatch.reading.fields import report_from
from missionwatch.reading.given import Given
from missionwatch.reading.head import split_head

_HEADING: Final = re.compile(r"^#[ \t]+(\S.*?)[ \t#]*$", re.MULTILINE)


def read_markdown(data: bytes, subject: str, label: str, given: Given) -> Report:
    """The report in a Markdown file's bytes. Raises `UnreadableReport`."""
    fields, body = split_head(decode(data, subject), subject)
    heading = _HEADING.search(body)
    titled = fields if "title" in fields or heading is None else {**fields, "title": heading[1]}
    return report_from(titled, body, subject=subject, label=label, given=given)
