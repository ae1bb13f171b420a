"""Many phrases at once: where they stand in a text, on word boundaries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

from missionwatch.annotating.apart import Apart
from missionwatch.annotating.folding import Folded, fold

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Found(Generic[Meaning]):
    """Words of the text with everything that they may mean."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]


class PhraseBook(Generic[Meaning]):
    """Phrases with their meanings, made ready for searching."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        self._meanings: dict[str, list[Meaning]] = {}
        for text, meaning in entries:
            key = " ".join(fold(text).text.split())
            if key:
                self._meanings.setdefault(key, []).append(meaning)
        self._keys = list(self._meanings)
        self._automaton = (
            AhoCorasick(self._keys, implementation=Implementation.ContiguousNFA) if self._keys else None
        )

    def find(self, folded: Folded) -> list[Found[Meaning]]:
        """Every phrase that stands in the text as whole words, overlapping ones too, in the order of the text."""
        if self._automaton is None:
            return []
        text, size = folded.text, len(folded.text)
        found: list[Found[Meaning]] = []
        for key, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if start and text[start].isalnum() and text[start - 1].isalnum():
                continue
            if end < size and text[end - 1].isalnum() and text[end].isalnum():
                continue
            a, b = folded.span(start, end)
            found.append(Found(a, b, tuple(self._meanings[self._keys[key]])))
        return sorted(found, key=lambda f: (f.start, -f.end))


def longest(found: Iterable[Found[Meaning]]) -> list[Found[Meaning]]:
    """Those that lie in no longer one; of two that overlap, the longer, else the earlier."""
    apart = Apart()
    kept = [
        one
        for one in sorted(found, key=lambda f: (f.start - f.end, f.start))
        if apart.take(one.start, one.end)
    ]
    return sorted(kept, key=lambda f: f.start)
