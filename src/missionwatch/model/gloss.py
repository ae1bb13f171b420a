"""A report's words in the language of the rules, word by word, each leading back to the report's own words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from missionwatch.model.passage import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of a gloss, and the words of the report that they stand for."""

    start: int
    end: int
    own: Span


@dataclass(frozen=True, slots=True)
class Gloss:
    """The text of a gloss and its pieces, in the order of the gloss, none within another."""

    text: str
    pieces: tuple[Piece, ...]

    def back(self, span: Span) -> Span | None:
        """The report's own words for a stretch of the gloss: from the first of them to the last."""
        first = bisect_right(self.pieces, span.start, key=lambda piece: piece.end)
        behind = bisect_left(self.pieces, span.end, lo=first, key=lambda piece: piece.start)
        own = [piece.own for piece in self.pieces[first:behind]]
        return Span(min(o.start for o in own), max(o.end for o in own)) if own else None
