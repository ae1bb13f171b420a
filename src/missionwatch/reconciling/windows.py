"""Stretches of days in which one moment lies, and when reports were published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from missionwatch.model.register import StoredReport
from missionwatch.model.when import When

EVER = date.min
"""Stands for a first day that nobody has said."""
NEVER = date.max
"""Stands for a last day that nobody has said."""


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """One moment lies between `lo` and `hi`, both included; EVER and NEVER where a side is not known."""

    lo: date
    hi: date

    @classmethod
    def of(cls, bounds: tuple[date | None, date | None]) -> Window:
        lo, hi = bounds
        return cls(lo or EVER, hi or NEVER)

    @classmethod
    def on(cls, day: date) -> Window:
        return cls(day, day)

    @property
    def is_exact(self) -> bool:
        return self.lo == self.hi

    def is_before(self, other: Window) -> bool:
        """Certainly earlier: every day of this is before every day of the other."""
        return self.hi < other.lo

    def overlaps(self, other: Window) -> bool:
        return self.lo <= other.hi and other.lo <= self.hi

    def contains(self, other: Window) -> bool:
        return self.lo <= other.lo and other.hi <= self.hi

    def common(self, other: Window) -> Window:
        """The days in both; call only for windows that overlap."""
        return Window(max(self.lo, other.lo), min(self.hi, other.hi))

    def hull(self, other: Window) -> Window:
        return Window(min(self.lo, other.lo), max(self.hi, other.hi))

    def no_later_than(self, day: date) -> Window:
        """Cut at a day: what has happened is no later than the report of it (rule 4)."""
        return Window(min(self.lo, day), min(self.hi, day))

    def not_before(self, day: date) -> Window:
        """Cut at a day from below, where that leaves a day."""
        return Window(max(self.lo, day), self.hi) if day <= self.hi else Window.on(self.hi)

    def next_day(self) -> Window:
        """The day after: what is said to end on D still holds on D."""
        return Window(after(self.lo), after(self.hi))


def after(day: date) -> date:
    """The next day; EVER and NEVER stay."""
    return day if day in (EVER, NEVER) else day + timedelta(days=1)


def published(report: StoredReport) -> Window | None:
    """Between which days the report was published; None where its date is unknown."""
    when = report.published
    if when is None or when.earliest is None or when.latest is None:
        return None
    return Window(when.earliest, when.latest)


def is_later(one: Window | None, other: Window | None) -> bool:
    """Whether a publication is certainly later than another; an undated one is later than nothing (rules 16, 17)."""
    return one is not None and other is not None and other.is_before(one)


def coarse(window: Window) -> str | None:
    """The narrowest plain EDTF date that holds the window, never narrower than what is known; None if unbounded."""
    lo, hi = window.lo, window.hi
    if lo == EVER or hi == NEVER:
        return None
    if lo == hi:
        return lo.isoformat()
    first, last = lo.isoformat(), hi.isoformat()
    if first[:7] == last[:7]:
        return first[:7]
    for kept in (4, 3, 2, 1):
        if first[:kept] == last[:kept]:
            return first[:kept] + "X" * (4 - kept)
    return None


def side_text(when: When, side: str) -> str | None:
    """How the start or the end of a date prints as one side of an interval."""
    if when.is_interval:
        point = when.start if side == "start" else when.end
        return point.text if point else None
    return when.text if when.kind == "date" else coarse(Window.of((when.earliest, when.latest)))
