"""The smallest part of a time expression: one date or duration as it is written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Atom:
    """One date or duration in the text: what kind of words it is, and their parts by name."""

    start: int
    end: int
    kind: str
    parts: dict[str, str]

    def get(self, name: str) -> str:
        """A part in lower case with single spaces, or nothing."""
        return " ".join((self.parts.get(name) or "").lower().split())
