"""Names: how they compare, and the ways in which one name is also written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "æ": "ae",
        "Æ": "Ae",
        "ð": "d",
        "Ð": "D",
        "đ": "d",
        "Đ": "D",
        "ł": "l",
        "Ł": "L",
        "’": "'",
        "‘": "'",
    }
)
_DASHES = re.compile(r"[‐‑‒–—−-]")


def plain(text: str) -> str:
    """The text with its letters' marks taken off ("Šiauliai" -> "Siauliai")."""
    parts = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in parts if not unicodedata.combining(c))


def fold(text: str) -> str:
    """What two spellings of one name have in common: no case, marks, dashes, article or final dot."""
    words = _DASHES.sub(" ", plain(plain(text).casefold())).replace(".", "").split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def parts(text: str) -> tuple[str, ...]:
    """The names in a name: "Long Name (ACR)" is that, "Long Name" and "ACR"."""
    inner = re.findall(r"\(([^()]*)\)", text)
    outer = " ".join(re.sub(r"\([^()]*\)", " ", text).split())
    return tuple(dict.fromkeys(p for p in (text.strip(), outer, *inner) if p))


def is_acronym(text: str) -> bool:
    """Whether a name is made of initials ("KFOR", "CJTF-OIR", "eFP", "U.N.")."""
    letters = [c for c in text if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    return bool(letters) and " " not in text and upper >= 2 and upper >= len(letters) - 1


def spellings(name: str, owners: Iterable[tuple[str, str]] = ()) -> tuple[str, ...]:
    """The name and its plain variants: an organisation's acronym for its name, Op for Operation, -ise for -ize.

    `owners` are pairs of an organisation's name and acronym ("United Nations", "UN").
    """
    forms = [name]
    for long, short in owners:
        if name != long:
            forms += [re.sub(rf"\b{re.escape(long)}\b", short, form) for form in forms]
    forms += [re.sub(r"^Operation (?=\w)", "Op ", form) for form in forms]
    british = [re.sub(r"(?<=[a-z]{3})iz(?=ation|ing\b|ed\b|e\b)", "is", form) for form in forms]
    return tuple(dict.fromkeys((*forms, *british)))
