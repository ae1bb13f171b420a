"""Uncertain dates: EDTF (ISO 8601-2) level 1, and the `[a..b]` set of level 2.

A date keeps the precision that it was given, and says whether it holds *throughout* (an interval) or lies at
*some time within* (a set, or an imprecise date of an event). It never becomes a day that nobody has said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from missionwatch.errors import InvalidDate
from missionwatch.model.partial_date import PartialDate

DATE: Final = "date"
INTERVAL: Final = "interval"
SET: Final = "set"

_ADVICE: Final = (
    "Write a date (2020-03), an interval (2020-03/.., ../2021, 2019/2020) or a set ([2020-04-02..2020-12])"
)


@dataclass(frozen=True, slots=True)
class When:
    """A date, an interval or a set, as EDTF text, with its bounds.

    `kind` is "date", "interval" or "set". `start` and `end` are the dates written on either side (both the
    same for a single date), None where a side is open (`..`) or unknown (empty). Equal text is equal; use
    `sort_key` to order.
    """

    text: str
    kind: str
    start: PartialDate | None
    end: PartialDate | None

    @classmethod
    def parse(cls, text: str) -> When:
        """Read EDTF. Raises InvalidDate with advice where it is none, or names a day that does not exist."""
        written = text.strip()
        if written.startswith("[") or written.endswith("]"):
            return cls._set(written)
        if "/" in written:
            return cls._interval(written)
        point = PartialDate.parse(written)
        return cls(point.text, DATE, point, point)

    @classmethod
    def _set(cls, written: str) -> When:
        inner = re.fullmatch(r"\[([^][,]*?)\.\.([^][,]*)\]", written)
        if inner is None:
            raise InvalidDate(written, "is no set of the form [a..b]", _ADVICE)
        start, end = (PartialDate.parse(side.strip()) if side.strip() else None for side in inner.groups())
        _in_order(written, start, end)
        return cls(f"[{start or ''}..{end or ''}]", SET, start, end)

    @classmethod
    def _interval(cls, written: str) -> When:
        sides = [side.strip() for side in written.split("/")]
        if len(sides) != 2:
            raise InvalidDate(written, "has more than two ends", _ADVICE)
        start, end = (None if side in ("", "..") else PartialDate.parse(side) for side in sides)
        _in_order(written, start, end)
        return cls("/".join(sides), INTERVAL, start, end)

    @classmethod
    def on(cls, day: date) -> When:
        """A single day."""
        return cls.parse(day.isoformat())

    @classmethod
    def throughout(cls, start: str | None, end: str | None) -> When:
        """The interval between two dates as EDTF text, open where None."""
        return cls.parse(f"{start or '..'}/{end or '..'}")

    @classmethod
    def within(cls, start: str | None, end: str | None) -> When:
        """The set "some time between" two dates as EDTF text, open where None."""
        return cls.parse(f"[{start or ''}..{end or ''}]")

    def __str__(self) -> str:
        return self.text

    @property
    def earliest(self) -> date | None:
        """The first day that it can mean; None where that side is open or the year unknown."""
        return self.start.first if self.start else None

    @property
    def latest(self) -> date | None:
        """The last day that it can mean; None where that side is open or the year unknown."""
        return self.end.last if self.end else None

    @property
    def start_window(self) -> tuple[date | None, date | None]:
        """Between which days it begins: of an interval, its first date, and no later than it ends ("2020/2020-05"
        begins by May); else the whole stretch."""
        if self.kind == INTERVAL:
            if self.start is None:
                return None, None
            return self.start.first, _earlier(self.start.last, self.latest)
        return self.earliest, self.latest

    @property
    def end_window(self) -> tuple[date | None, date | None]:
        """Between which days it ends: of an interval, its last date, and no sooner than it begins; else the whole
        stretch."""
        if self.kind == INTERVAL:
            if self.end is None:
                return None, None
            return _later(self.end.first, self.earliest), self.end.last
        return self.earliest, self.latest

    @property
    def is_interval(self) -> bool:
        """Whether it holds throughout, from its start to its end."""
        return self.kind == INTERVAL

    @property
    def is_some_time_within(self) -> bool:
        """Whether it is one moment that is known only to lie somewhere in a stretch of more than a day."""
        return self.kind != INTERVAL and (self.earliest is None or self.earliest != self.latest)

    @property
    def is_dated(self) -> bool:
        """Whether it bounds time at all (XXXX-02-28 does not: the year is unknown)."""
        return self.earliest is not None or self.latest is not None

    @property
    def precision(self) -> str:
        """The finest precision written: day, month, season, year, decade, century, millennium or unknown."""
        order = ("day", "month", "season", "year", "decade", "century", "millennium", "unknown")
        return min((side.precision for side in (self.start, self.end) if side), key=order.index)

    @property
    def qualifier(self) -> str:
        """ "?" (uncertain), "~" (approximate), "%" (both), or "" where neither side has one."""
        marks = {side.qualifier for side in (self.start, self.end) if side and side.qualifier}
        return "" if not marks else marks.pop() if len(marks) == 1 else "%"

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Orders dates by first day, last day and text; an open start comes first, an open end last."""
        return self.earliest or date.min, self.latest or date.max, self.text

    def is_before(self, other: When) -> bool:
        """Whether its last possible day is before the other's first: certainly earlier."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def overlaps(self, other: When) -> bool:
        """Whether both can mean one day (an open side reaches for ever; without a year it is never said)."""
        if not (self.is_dated and other.is_dated):
            return False
        return not self.is_before(other) and not other.is_before(self)

    def contains(self, other: When) -> bool:
        """Whether all that the other can mean lies within this."""
        if not (self.is_dated and other.is_dated):
            return self.text == other.text
        low, high = self.earliest, self.latest
        return (low is None or (other.earliest is not None and low <= other.earliest)) and (
            high is None or (other.latest is not None and other.latest <= high)
        )

    def narrower(self, other: When) -> When | None:
        """The narrower of two dates that agree (one lies within the other), else None."""
        if self.contains(other):
            return self if other.contains(self) and self.sort_key <= other.sort_key else other
        return self if other.contains(self) else None


def _earlier(one: date | None, other: date | None) -> date | None:
    return one if other is None or one is None else min(one, other)


def _later(one: date | None, other: date | None) -> date | None:
    return one if other is None or one is None else max(one, other)


def _in_order(written: str, start: PartialDate | None, end: PartialDate | None) -> None:
    if start is None and end is None:
        raise InvalidDate(written, "has no date on either side", "Leave the date out where none is known")
    if start and end and start.first and end.last and end.last < start.first:
        raise InvalidDate(written, "ends before it begins", f"Did you mean {end}/{start}?")
