"""Spans that do not overlap one another, kept in order, so that length costs no more than it must."""

from __future__ import annotations

from bisect import bisect_left, insort


class Apart:
    """A set of stretches of text of which no two share a character."""

    def __init__(self) -> None:
        self._stretches: list[tuple[int, int]] = []

    def is_free(self, start: int, end: int) -> bool:
        """Whether no kept stretch shares a character with this one."""
        after = bisect_left(self._stretches, (end,))
        return after == 0 or self._stretches[after - 1][1] <= start

    def take(self, start: int, end: int) -> bool:
        """Keep a stretch if it is free, and say whether it was."""
        if not self.is_free(start, end):
            return False
        insort(self._stretches, (start, end))
        return True
