"""How long one report may be."""

from __future__ import annotations

from typing import Final

from missionwatch.errors import UnreadableReport

LONGEST_REPORT: Final = 1_000_000
"""Bytes of one report: a text file, or a line of a `.jsonl`. A book has so many; finding its claims takes minutes."""

LONGEST_PAGE: Final = 5_000_000
"""Bytes of a web page: finding the article in this many takes some ten seconds."""


def too_long(subject: str, limit: int) -> UnreadableReport:
    """The message for a report beyond the limit."""
    return UnreadableReport(
        subject,
        f"is longer than {limit // 1_000_000} MB, the most that one such report may have",
        "Split it into its single reports, a file or a line of a .jsonl each",
    )
