"""Text as it is compared: no case, no marks on letters, plain signs; every character leads back to the original."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_SIGNS = {
    "’": "'",
    "‘": "'",
    "`": "'",
    "´": "'",
    "ʼ": "'",
    "-": " ",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ı": "i",
}
_DROPPED = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff\r]")
_DASHES = "‐‑‒–—−"


class _Table(dict[int, str]):
    """What one character becomes: always one character, found out once."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        self[code] = folded
        return folded


def _fold_character(character: str) -> str:
    if character.isspace() or character in _DASHES:
        return " "
    if "\ud800" <= character <= "\udfff":  # half of a character, left by a broken encoding
        return "\ufffd"
    lower = character.lower()
    bare = unicodedata.normalize("NFD", lower)[0] if lower else character
    return _SIGNS.get(bare, bare)


_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `origins` says where each of its characters stands in the original; None means: just there."""

    text: str
    original: str
    origins: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the folded characters `start` to `end` stand in the original."""
        if self.origins is None:
            return start, end
        stop = self.origins[end - 1] + 1
        while stop < len(self.original) and unicodedata.combining(self.original[stop]):
            stop += 1
        return self.origins[start], stop


def fold(text: str) -> Folded:
    """The text in the form in which phrases are looked for."""
    if not _DROPPED.search(text):
        return Folded(text.translate(_TABLE), text, None)
    kept = [i for i, character in enumerate(text) if not _DROPPED.match(character)]
    return Folded("".join(_TABLE[ord(text[i])] for i in kept), text, tuple(kept))
