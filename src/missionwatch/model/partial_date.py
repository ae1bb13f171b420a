"""One date as precisely as it is known: a day, a month, a season, a year, or digits that nobody has said."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from missionwatch.errors import InvalidDate

SEASON_MONTHS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
"""First and last month of spring, summer, autumn and winter; winter is the December of its year."""

_SHAPE: Final = re.compile(
    r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<qualifier>[?~%]?)"
)
_FORMS: Final = "Write it as 2020, 2020-03, 2020-03-18, 2020-21 (spring), 201X or XXXX-03-18"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of some precision, with the first and the last day that it can mean.

    `first` and `last` are None together, where the year is unknown. `precision` is one of day, month, season,
    year, decade, century, millennium and unknown (no digit of the year is said). `qualifier` is "",
    "?" (uncertain), "~" (approximate) or "%" (both).
    """

    text: str
    first: date | None
    last: date | None
    precision: str
    qualifier: str = ""

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read one EDTF date. Raises InvalidDate, also for a day that no calendar has (2021-02-29)."""
        shape = _SHAPE.fullmatch(text)
        if shape is None:
            raise InvalidDate(text or "empty text", "is no EDTF date", _FORMS)
        year, month, day = shape["year"], shape["month"], shape["day"]
        if not re.fullmatch(r"[0-9]*X*", year):
            raise InvalidDate(text, "leaves out a digit in the middle of the year", _FORMS)
        if day is not None and (month == "XX") and day != "XX":
            raise InvalidDate(text, "names a day but no month", f"Write {year} alone")
        if month is not None and month != "XX" and not (1 <= int(month) <= 12 or int(month) in SEASON_MONTHS):
            raise InvalidDate(text, f"has no month {month}", "Months are 01 to 12, seasons 21 to 24")
        first, last = _first_and_last(text, year, month, day)
        return cls(text, first, last, _precision(year, month, day), shape["qualifier"])

    def __str__(self) -> str:
        return self.text


def _precision(year: str, month: str | None, day: str | None) -> str:
    if month is not None and month != "XX":
        if int(month) in SEASON_MONTHS:
            return "season"
        return "day" if day is not None and day != "XX" else "month"
    return ("year", "decade", "century", "millennium", "unknown")[year.count("X")]


def _first_and_last(
    text: str, year: str, month: str | None, day: str | None
) -> tuple[date | None, date | None]:
    """The bounds, checked against the calendar; a date without a year is checked too, but unbounded."""
    earliest_year, latest_year = max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))
    if latest_year == 0:
        raise InvalidDate(text, "is outside the years 0001 to 9999", _FORMS)
    first_month, last_month = _months(text, month, day)
    if day is None or day == "XX":
        first = date(earliest_year, first_month, 1)
        last = date(latest_year, last_month, calendar.monthrange(latest_year, last_month)[1])
    else:
        number = int(day)
        first = _first_valid(text, range(earliest_year, latest_year + 1), first_month, number)
        last = _first_valid(text, range(latest_year, earliest_year - 1, -1), first_month, number)
    return (None, None) if year == "XXXX" else (first, last)


def _months(text: str, month: str | None, day: str | None) -> tuple[int, int]:
    if month is None or month == "XX":
        return 1, 12
    number = int(month)
    if number not in SEASON_MONTHS:
        return number, number
    if day is not None:
        raise InvalidDate(
            text, "names a day of a season", "Write the month 01 to 12, or the season without a day"
        )
    return SEASON_MONTHS[number]


def _first_valid(text: str, years: range, month: int, day: int) -> date:
    """The day in the first of these years that has it (29 February is in every fourth)."""
    for year in years:
        if 1 <= day <= calendar.monthrange(year, month)[1]:
            return date(year, month, day)
    raise InvalidDate(text, f"is no day of the calendar: month {month:02} has no day {day:02} there")
