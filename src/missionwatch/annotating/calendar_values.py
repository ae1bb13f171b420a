"""Stretches of the calendar as EDTF, and reckoning with them: pure, without text."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from missionwatch.errors import InvalidDate
from missionwatch.model.when import When

_SEASONS = frozenset({"21", "22", "23", "24"})


@dataclass(frozen=True, slots=True)
class Value:
    """A date, or two ends: `set` means some day within them, else throughout. An end of None is open.

    The ends are EDTF dates ("2020", "2020-03", "2020-03-18", "2020-21", "XXXX-02-28").
    """

    low: str | None
    high: str | None
    set: bool = False

    @classmethod
    def point(cls, text: str) -> Value:
        return cls(text, text)

    @classmethod
    def day(cls, day: date) -> Value:
        return cls.point(day.isoformat())

    @classmethod
    def within(cls, low: date, high: date) -> Value:
        return cls(low.isoformat(), high.isoformat(), set=True) if low < high else cls.day(low)

    @property
    def is_point(self) -> bool:
        return self.low is not None and self.low == self.high

    @property
    def year(self) -> int | None:
        """The year of its first end, where it is known."""
        first = self.low or self.high or ""
        return int(first[:4]) if first[:4].isdigit() else None

    def when(self) -> When | None:
        """As an uncertain date; None for what is no date of the calendar (30 February)."""
        if self.is_point:
            text = self.low or ""
        elif self.set:
            text = f"[{self.low or ''}..{self.high or ''}]"
        else:
            text = f"{self.low or '..'}/{self.high or '..'}"
        try:
            return When.parse(text)
        except InvalidDate:
            return None


def first_day(text: str) -> date | None:
    """The first day of an EDTF date; None where the year is not known."""
    return When.parse(text).earliest


def last_day(text: str) -> date | None:
    """The last day of an EDTF date; None where the year is not known."""
    return When.parse(text).latest


def month(year: int, number: int) -> str:
    """A month as EDTF; `number` may lie outside 1 to 12 and then counts on or back."""
    shift, rest = divmod(number - 1, 12)
    return f"{year + shift:04d}-{rest + 1:02d}"


def shift(text: str, unit: str, count: float) -> str | None:
    """An EDTF date moved by days, weeks, months, years or decades, in the precision that it has."""
    parts = text.split("-")
    if len(parts) == 2 and parts[1] in _SEASONS and unit in {"year", "decade"} and parts[0].isdigit():
        return f"{int(parts[0]) + round(count * (10 if unit == 'decade' else 1)):04d}-{parts[1]}"
    if not parts[0].isdigit() or (len(parts) > 1 and not 1 <= int(parts[1]) <= 12):
        return None
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(unit)
    if months is None:
        return _shift_days(text, {"day": 1, "week": 7, "fortnight": 14}[unit] * count)
    total = round(months * count)
    if len(parts) == 1:
        return f"{int(parts[0]) + total // 12:04d}" if total % 12 == 0 else None
    moved = month(int(parts[0]), int(parts[1]) + total)
    if len(parts) == 2:
        return moved
    last = calendar.monthrange(int(moved[:4]), int(moved[5:7]))[1] if 0 < int(moved[:4]) < 10000 else 28
    return f"{moved}-{min(int(parts[2]), last):02d}"


def _shift_days(text: str, days: float) -> str | None:
    if len(text) != 10:
        return None
    try:
        return (date.fromisoformat(text) + timedelta(days=round(days))).isoformat()
    except (ValueError, OverflowError):
        return None


def week_of(day: date) -> Value:
    """Some day of the week, Monday to Sunday, that a day lies in."""
    monday = day - timedelta(days=day.weekday())
    return Value.within(monday, monday + timedelta(days=6))


def part_of(value: Value, part: str) -> Value | None:
    """The part of a year, season, month or week that "early", "middle", "end" and the like name.

    By the claim scheme the end of a year is its December, the middle its June and the beginning its January;
    "early" and "late" say less than that: some day of its first or last three months.
    """
    if not value.is_point or value.low is None or len(value.low) != 4 or part == "whole":
        return value  # a month's or a season's part is no finer than the month or season
    if value.low.endswith("X"):
        return _part_of_decade(value, part)
    year = value.low
    named = {"beginning": f"{year}-01", "middle": f"{year}-06", "end": f"{year}-12"}
    if part in named:
        return Value.point(named[part])
    stretches = {"early": (1, 3), "late": (10, 12), "first half": (1, 6), "second half": (7, 12)}
    low, high = stretches[part]
    return Value(f"{year}-{low:02d}", f"{year}-{high:02d}", set=True)


def _part_of_decade(value: Value, part: str) -> Value:
    """Some day of its first four, middle three or last three years; of a century, no finer than the century."""
    decade = (value.low or "")[:3]
    stretches = {
        "early": (0, 3),
        "middle": (4, 6),
        "late": (7, 9),
        "first half": (0, 4),
        "second half": (5, 9),
    }
    if not decade.isdigit() or part not in stretches:
        return value
    low, high = stretches[part]
    return Value(f"{decade}{low}", f"{decade}{high}", set=True)


def year_before(value: Value, years: int = 1) -> Value | None:
    """The same stretch as many years earlier: of a quarter its months, of a day its month."""
    ends = [shift(end[:7], "year", -years) for end in (value.low, value.high) if end]
    return Value(ends[0], ends[1], value.set) if len(ends) == 2 and all(ends) else None


def quarter(year: str, number: int) -> Value:
    """Some day of a quarter."""
    return Value(f"{year}-{number * 3 - 2:02d}", f"{year}-{number * 3:02d}", set=True)
