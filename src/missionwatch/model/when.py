"""Uncertain dates (EDTF level 1, and the `[a..b]` set of level 2). First sketch: to be completed."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from missionwatch.errors import InvalidDate

_SEASON = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


def _bounds(text: str) -> tuple[date | None, date | None]:
    m = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?[?~%]?", text)
    if not m:
        if re.fullmatch(r"XXXX-\d{2}(-\d{2})?", text):
            return None, None
        raise InvalidDate(text, "is no EDTF date")
    y, mo, d = int(m[1]), int(m[2] or 0), int(m[3] or 0)
    try:
        if mo in _SEASON and not d:
            a, b = _SEASON[mo]
            return date(y, a, 1), date(y, b, calendar.monthrange(y, b)[1])
        if d:
            return date(y, mo, d), date(y, mo, d)
        if mo:
            return date(y, mo, 1), date(y, mo, calendar.monthrange(y, mo)[1])
        return date(y, 1, 1), date(y, 12, 31)
    except ValueError:
        raise InvalidDate(text, "is no EDTF date") from None


@dataclass(frozen=True, slots=True)
class When:
    text: str
    earliest: date | None
    latest: date | None

    @classmethod
    def parse(cls, text: str) -> When:
        inner = text.strip()
        if inner.startswith("["):
            low, high = inner.strip("[]").split("..")
        elif "/" in inner:
            low, high = inner.split("/")
        else:
            low = high = inner
        a = None if low in ("", "..") else _bounds(low)[0]
        b = None if high in ("", "..") else _bounds(high)[1]
        return cls(inner, a, b)

    def __str__(self) -> str:
        return self.text
