"""Which year is meant where none is written: of a day, a month, a season or a quarter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from missionwatch.annotating.atoms import Atom
from missionwatch.annotating.calendar_values import Value, first_day, last_day
from missionwatch.annotating.setting import Setting
from missionwatch.annotating.tense import FUTURE, PAST
from missionwatch.errors import InvalidDate

_FAR_BACK = 240


def year_written(words: str, setting: Setting) -> int | None:
    """The year that stands beside a date, outright or as "this year", "that year"; None where none stands there."""
    digits = words[-4:]
    if digits.isdigit():
        return int(digits)
    if not words:
        return None
    whose = words.removesuffix(" year")
    told = {"that": 0, "that same": 0, "the same": 0, "the following": 1, "the next": 1, "the previous": -1}
    if whose in told:
        if setting.before is None or setting.before.year is None:
            raise ValueError("no year was named before")
        return setting.before.year + told[whose]
    if setting.year is None:
        raise ValueError("the year of publication is not known")
    return setting.year + {"this": 0, "last": -1, "next": 1}[whose]


def year_of(atom: Atom, setting: Setting) -> int | None:
    """The year written beside a date of the text."""
    return year_written(atom.get("year") or atom.get("aside_year"), setting)


def year_near(setting: Setting, edtf: Callable[[int], tuple[str, str]]) -> int | None:
    """The year of a stretch that comes back every year; `edtf` gives its first and last date in a year.

    In a narrative it is the next one from the date named last; else the last before publication, the next after it,
    or the nearest, as the tense has it.
    """
    if setting.thread:
        return _year_in_narrative(setting.thread, edtf)
    both = setting.bounds
    if not both:
        return None
    earliest, latest = both
    candidates = _candidates(range(earliest.year - 1, latest.year + 2), edtf)
    past = [year for year, low, _ in candidates if low <= latest]
    ahead = [year for year, _, high in candidates if high >= earliest]
    if setting.tense == PAST and past:
        return past[-1]
    if setting.tense == FUTURE and ahead:
        return ahead[0]
    middle = earliest + (latest - earliest) / 2
    near = sorted((abs((low + (high - low) / 2 - middle).days), year) for year, low, high in candidates)
    return near[0][1] if near else None


def _year_in_narrative(thread: Value, edtf: Callable[[int], tuple[str, str]]) -> int | None:
    """The year of the date named last, or the next one where that would step back by more than eight months."""
    year, at = thread.year, first_day(thread.low or thread.high or "")
    if year is None:
        return None
    if at is None or len(thread.low or "") < 7:
        return year
    candidates = _candidates(range(year, year + 2), edtf)
    return next((y for y, _, high in candidates if (at - high).days <= _FAR_BACK), year)


def _candidates(years: range, edtf: Callable[[int], tuple[str, str]]) -> list[tuple[int, date, date]]:
    found = []
    for year in years:
        low, high = edtf(year)
        try:
            first, last = first_day(low), last_day(high)
        except InvalidDate:  # 29 February of a common year
            continue
        if first and last:
            found.append((year, first, last))
    return found
