"""Where words stand: offsets into the stored text of a report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of a report's stored text, counted in Unicode code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of a report and where they stand: `text[start:end] == quote`, always (law 1)."""

    start: int
    end: int
    quote: str

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Passage:
        """The passage of `text` at these offsets."""
        return cls(start, end, text[start:end])

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def stands_in(self, text: str) -> bool:
        """Whether the quote is not empty and is just what the text says at the offsets."""
        return (
            bool(self.quote)
            and 0 <= self.start < self.end <= len(text)
            and text[self.start : self.end] == self.quote
        )
