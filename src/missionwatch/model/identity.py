"""Ids derived from content, so that two registers, and a register and its rebuild, agree."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata


def content_id(*parts: object) -> str:
    """Sixteen hex digits that name these parts (None, strings, numbers, lists), the same on every machine."""
    written = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def slug(name: str) -> str:
    """A name as an id: lower case ASCII words joined by hyphens ("NATO Mission Iraq" -> "nato-mission-iraq")."""
    plain = unicodedata.normalize("NFKD", name.replace("ø", "oe").replace("Ø", "Oe").replace("æ", "ae"))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")
