"""The words and marks of a sentence as they are looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\d{1,3}(?:\.\d{3})+(?![\d.])|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d+(?:,\d+)?(?![\w-])"
    r"|[^\W_]+(?:[-‐‑'’/.](?=[^\W_])[^\W_]+)*|[^\w\s]|_"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark; `text` is in lower case, with plain signs."""

    start: int
    end: int
    written: str
    text: str

    @property
    def capital(self) -> bool:
        return self.written[:1].isupper()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_number_word(self) -> bool:
        """ "35-årig": a number and a word joined by a hyphen."""
        return self.text[0].isdigit() and self.text[-1].isalpha() and "-" in self.text

    @property
    def is_number(self) -> bool:
        return self.text[0].isdigit() and not any(c.isalpha() for c in self.text)


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch of text; a stop after a shortening is a mark of its own."""
    return [
        Token(
            m.start(),
            m.end(),
            m.group(),
            m.group().lower().replace("’", "'").replace("‐", "-").replace("‑", "-"),
        )
        for m in _TOKEN.finditer(text, start, end)
    ]
