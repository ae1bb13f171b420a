"""How long one report may be."""

from __future__ import annotations

from typing import Final

from missionwatch.errors import UnreadableReport

LONGEST_REPORT: Final = 20_000_000
"""Bytes of one report (a file, or a line of a `.jsonl`). A long yearbook has two; a book of laws has ten."""


def too_long(subject: str) -> UnreadableReport:
    """The message for a report beyond the limit."""
    return UnreadableReport(
        subject,
        f"is longer than {LONGEST_REPORT // 1_000_000} MB, the most that one report may have",
        "Split it into its single reports, a file or a line of a .jsonl each",
    )
