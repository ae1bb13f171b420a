"""Ids derived from content, so that two registers, and a register and its rebuild, agree."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata

_SPELT_OUT = str.maketrans(
    {"ø": "oe", "Ø": "Oe", "æ": "ae", "Æ": "Ae", "ß": "ss", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
)
"""Letters that Unicode does not take apart into an ASCII letter and a mark."""


def content_id(*parts: object) -> str:
    """Sixteen hex digits that name these parts (None, strings, numbers, lists), the same on every machine."""
    written = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def slug(name: str) -> str:
    """A name as an id: lower case ASCII words with hyphens ("NATO Mission Iraq" -> "nato-mission-iraq")."""
    plain = unicodedata.normalize("NFKD", name.translate(_SPELT_OUT))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")


def mission_id_of(name: str) -> str:
    """The id of a mission that the catalogue lacks; a name without ASCII letters has no slug, so its content
    stands in."""
    return slug(name) or content_id("mission", name)
