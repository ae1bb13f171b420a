"""Words, numbers and signs with where they stand."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from missionwatch.model.passage import Span

# A plain word, which most are, first for speed; a number with its groups and decimals; an acronym with its stops;
# a word; 's on its own; any other sign.
_TOKEN = re.compile(
    r"[^\W\d_]++(?![\w.'’`\u0300-\u036f])"
    r"|\d{1,3}(?:[,.]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[^\W\d_]+?(?=['’`][sS]\b)|['’`][sS]\b"
    r"|[^\W_](?:[^\W_]|['’](?=[^\W\d_])|[\u0300-\u036f])*"
    r"|[.…]{2,}|\S"
)


_LETTERS = re.compile(r"[^\W\d_]+")


class Token(NamedTuple):  # made for every word: quicker than a frozen dataclass
    """A word, number or sign. Hyphens and 's are tokens of their own: US - led, NATO 's."""

    start: int
    end: int
    text: str
    lower: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@lru_cache(maxsize=512)
def letters(text: str, start: int = 0, end: int | None = None) -> frozenset[str]:
    """The runs of letters, in lower case: a quick look at what cannot be there."""
    return frozenset(_LETTERS.findall(text[start:end].lower()))


@lru_cache(maxsize=512)  # several steps ask for the tokens of the same sentences
def tokenise(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of `text` from `start` to `end`, in order; offsets count in `text`."""
    stop = len(text) if end is None else end
    return tuple(
        Token(m.start(), m.end(), m.group(), m.group().lower()) for m in _TOKEN.finditer(text, start, stop)
    )
