"""When two names are the same name."""

from __future__ import annotations

import re
import unicodedata

_POSSESSIVE = re.compile(r"['’]s\b")
_SPACE = re.compile(r"\s+")


def folded(name: str | None) -> str:
    """A name for comparison: case, spacing, a leading "the" and a possessive aside; "" for none."""
    plain = unicodedata.normalize("NFKC", name or "").casefold()
    plain = _SPACE.sub(" ", _POSSESSIVE.sub("", plain)).strip()
    return plain.removeprefix("the ")
