"""Copies of one text count once, under the date of the first (law 10, rules 30 and 41)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from missionwatch.model.identity import content_id
from missionwatch.model.register import StoredReport
from missionwatch.reconciling.windows import published

_DATELINE = re.compile(
    r"^(?:[^\n.!?()]{0,60}\([^()\n]{2,40}\)|[^\W\d_][^\n.!?()]{0,40}/[^/\n]{2,40}/)\s*[-–—:]+\s*"
)
"""How an agency opens: a place and a date, its name in brackets or between strokes, a dash."""

_CREDIT = re.compile(
    r"\s*(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/|(?:source|kilde|via|copyright|©)\s*:?\s[^\n]{2,60})\s*$",
    re.IGNORECASE,
)
"""How an agency signs: its name in brackets or between strokes, or "Source: ..." at the very end."""


def copy_key(text: str) -> str:
    """Equal for texts that differ in nothing but spacing and the line by which an agency opens or signs."""
    body = unicodedata.normalize("NFC", text).strip()
    body = _CREDIT.sub("", _DATELINE.sub("", body))
    return content_id("copy", " ".join(body.split()))


def first_copies(reports: Iterable[StoredReport]) -> dict[str, StoredReport]:
    """For each copy key the report that stands for all its copies: the one known first.

    Ties go to the lower id, which only chooses what is cited: copies say the same on the same day.
    """
    first: dict[str, StoredReport] = {}
    for report in sorted(reports, key=known_first):
        first.setdefault(report.copy_key, report)
    return first


def known_first(report: StoredReport) -> tuple[date, date, str, str]:
    """Orders reports by when they are known; undated ones last."""
    said = published(report)
    return (said.hi if said else date.max, said.lo if said else date.max, report.id, report.version)
