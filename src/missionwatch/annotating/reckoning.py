"""What "last month", "two weeks ago", "the following year" mean: counted from publication or from the date before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from missionwatch.annotating.atoms import Atom
from missionwatch.annotating.calendar_values import (
    Value,
    first_day,
    last_day,
    month,
    quarter,
    shift,
    week_of,
    year_before,
)
from missionwatch.annotating.dated_words import Tables
from missionwatch.annotating.setting import Setting
from missionwatch.annotating.tense import FUTURE, PAST
from missionwatch.annotating.years_meant import year_near

TOLD = {"the same": 0, "the following": 1, "the previous": -1, "the next": 1}
"""What counts from the date that the text named last, and which way."""


def counts_from_before(whose: str, setting: Setting) -> bool:
    """Whether the word points back to the date named last; "the next" only where there is one."""
    return whose in TOLD and (whose != "the next" or setting.before is not None)


def count_of(atom: Atom, known: Tables) -> float | None:
    """The number of a duration."""
    word = atom.get("count") or atom.get("count2")
    if not word:
        return 1 if atom.get("year_long") else None
    if word in known.numbers:
        return known.numbers[word]
    return float(word.replace("½", ".5").replace(",", "."))


def unit_of(atom: Atom, known: Tables) -> str:
    """The unit of a duration: day, week, fortnight, month, year, decade."""
    return known.units.get(atom.get("unit") or atom.get("unit2"), "year")


def recurring(whose: str, setting: Setting, edtf: Callable[[int], tuple[str, str]]) -> Value | None:
    """ "That May", "the following spring": what comes back every year, counted from the date named last."""
    at = first_day(setting.before.low) if setting.before and setting.before.low else None
    if at is None:
        return None
    for year in (
        range(at.year - 1, at.year + 2) if whose != "the previous" else range(at.year, at.year - 2, -1)
    ):
        low, high = edtf(year)
        first, last = first_day(low), last_day(high)
        fits = {
            "the same": year == at.year,
            "the following": first is not None and first > at,
            "the previous": last is not None and last < at,
        }
        if fits["the following" if whose == "the next" else whose]:
            return Value(low, high)
    return None


def weekday(whose: str, number: int, setting: Setting) -> Value | None:
    """ "The following Monday": counted from the day named last."""
    at = _day_before(setting)
    if at is None:
        return None
    ahead = (number - at.weekday()) % 7
    return Value.day(at + timedelta(days=ahead - 7 if whose == "the previous" else ahead or 7 * TOLD[whose]))


def _day_before(setting: Setting) -> date | None:
    """The day that the text named last; None where it named no day."""
    before = setting.before
    if before is None or not before.is_point or len(before.low or "") != 10:
        return None
    return first_day(before.low or "")


def year_of_season(code: int, whose: str, setting: Setting) -> int | None:
    """The year of a season by the word before it and the tense."""
    both = setting.bounds
    if both and whose == "this":
        return setting.year
    if both and whose in {"last", "next"}:
        years = range(both[0].year - 1, both[1].year + 2)
        stretches = [(y, first_day(f"{y}-{code}"), last_day(f"{y}-{code}")) for y in years]
        if whose == "last":
            return next((y for y, _, high in reversed(stretches) if high and high < both[0]), None)
        return next((y for y, low, _ in stretches if low and low > both[1]), None)
    return year_near(setting, lambda y: (f"{y:04d}-{code}",) * 2)


def unit(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    """ "Last month", "the following year", "the end of the week"."""
    whose, name = atom.get("whose"), atom.get("unit")
    if counts_from_before(whose, setting):
        return _from_before(whose, name, setting)
    if whose == "the" and setting.thread:
        return _from_before("the same", name, setting)
    step = {"last": -1, "next": 1, "the next": 1}.get(whose, 0)
    if whose == "the" and name == "weekend":
        back = setting.tense != FUTURE and setting.day is not None and setting.day.weekday() < 5
        return _whole(name, -1 if back else 0, setting)
    if whose == "the" and not atom.get("part"):
        return _side_of(_whole("year", 0, setting), "later" if setting.tense == FUTURE else "", setting)
    return _whole(name, step, setting)


def told_day(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    """ "The next day", "that night": counted from the day that the text named last."""
    return _from_before(atom.get("whose"), "day", setting)


def then(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    """ "Until then": the date named last."""
    return setting.before


def next_to(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    """ "The day before", "the year after"."""
    whose = "the following" if atom.get("side") == "later" else "the previous"
    return _from_before(whose, atom.get("unit"), setting)


def _from_before(whose: str, name: str, setting: Setting) -> Value | None:
    """ "The following year": counted from the date that the text named last."""
    low = setting.before.low if setting.before else None
    step = TOLD.get(whose, 0)
    if name == "week":
        at = _day_before(setting)
        return week_of(at + timedelta(days=7 * step)) if at else None
    length = {"year": 4, "month": 7, "day": 10}.get(name)
    if not low or not length or len(low) < length or not low[:4].isdigit():
        return None
    moved = shift(low[:length], name, step)
    return Value.point(moved) if moved else None


def _whole(name: str, step: int, setting: Setting) -> Value | None:
    """The year, month or week of publication, or one before or after it."""
    both, day = setting.bounds, setting.day
    if not both:
        return None
    if name == "year":
        return Value.point(f"{setting.year + step:04d}") if setting.year else None
    if name == "month":
        one = both[0].month == both[1].month and setting.year
        return Value.point(month(both[0].year, both[0].month + step)) if one else setting.coarse
    if name in {"week", "weekend"} and day:
        week = week_of(day + timedelta(days=7 * step))
        return week if name == "week" else Value(_weekend(week), week.high, set=True)
    if name in {"week", "weekend"}:
        return setting.coarse
    if name == "decade" and setting.year:
        return Value.point(f"{setting.year // 10 + step:03d}X")
    if name == "quarter" and day:
        number = (day.month - 1) // 3 + step
        return quarter(f"{day.year + number // 4:04d}", number % 4 + 1)
    return None


def _weekend(week: Value) -> str:
    return (date.fromisoformat(week.high or "") - timedelta(days=1)).isoformat()


def side(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    """ "Later this year": from publication to the end of the year; "earlier": from its beginning to publication."""
    whose, name, which = atom.get("whose"), atom.get("unit"), atom.get("side")
    if name in known.seasons:
        year = year_of_season(known.seasons[name], whose, setting)
        return Value.point(f"{year:04d}-{known.seasons[name]}") if year else None
    if whose in TOLD or (setting.thread and whose in {"the", "in"}) or name == "day":
        return _from_before("the same", name, setting)
    step = {"last": -1, "next": 1}.get(whose, 0)
    whole = _whole(name, step, setting)
    return whole if step else _side_of(whole, which, setting)


def _side_of(whole: Value | None, which: str, setting: Setting) -> Value | None:
    both = setting.bounds
    if not whole or not both or not whole.low or not whole.high:
        return whole
    low, high = first_day(whole.low), last_day(whole.high)
    if not low or not high or which not in {"later", "earlier"}:
        return whole
    return Value.within(both[0], high) if which == "later" else Value.within(low, both[1])


def turn(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    """ "Year-end", "mid-year", "the turn of the year", "the new year"."""
    year = setting.year
    if year is None:
        return None
    words = atom.get("turn")
    if words.startswith("mid"):
        return Value.point(f"{year}-06")
    if words.endswith("end"):
        return Value.point(f"{year}-12")
    ahead = setting.tense != PAST
    if "turn" in words:
        last = year if ahead else year - 1
        return Value(f"{last}-12", f"{last + 1}-01", set=True)
    return Value.point(f"{year + 1 if ahead else year}-01")


def ago(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    """ "Two months ago": as fine as the unit says. After a quarter "a year ago" is the same quarter."""
    count, name = count_of(atom, known), unit_of(atom, known)
    if count == 1 and name == "year" and setting.period:
        return year_before(setting.period)
    return _moved(-count, name, setting) if count else None


def _moved(count: float, name: str, setting: Setting) -> Value | None:
    day, year = setting.day, setting.year
    if name in {"year", "decade"}:
        years = count * (10 if name == "decade" else 1)
        return Value.point(f"{year + int(years):04d}") if year and years == int(years) else None
    if day is None:
        one = setting.bounds and setting.bounds[0].month == setting.bounds[1].month
        return setting.coarse if name in {"day", "week"} and one else None
    if name == "month":
        return Value.point(month(day.year, day.month + round(count)))
    if name == "day":
        return Value.day(day + timedelta(days=count))
    return week_of(day + timedelta(days=count * (14 if name == "fortnight" else 7)))


def offset(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    """ "Two days later": counted from the date that the report named last, in a unit no finer than that date."""
    count, name, before = count_of(atom, known), unit_of(atom, known), setting.before
    earlier = atom.get("side") == "earlier"
    if earlier and count == 1 and name == "year" and setting.period:
        return year_before(setting.period)
    if not count or not before:
        return None
    if not before.is_point or not before.low:
        return None
    moved = shift(before.low, name, -count if earlier else count)
    length = {"month": 7, "year": 4, "decade": 4}.get(name, 10)
    return Value.point(moved[:length]) if moved and len(before.low) >= length else None


def past(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    """ "The past three months": some day from then to publication. Without a number it cannot be told."""
    count, day = count_of(atom, known), setting.day
    if not count or day is None:
        return None
    back = atom.get("side") in {"last", "previous"}
    other = shift(day.isoformat(), unit_of(atom, known), -count if back else count)
    if not other:
        return None
    low, high = (other, day.isoformat()) if back else (day.isoformat(), other)
    return Value(low, high, set=True)


def ahead(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    """ "In two weeks"; "within six months" is any day until then. Of the past it is a duration: not told."""
    count = count_of(atom, known)
    if not count or setting.tense == PAST:
        return None
    if atom.get("side") == "in":
        return _moved(count, unit_of(atom, known), setting)
    day = setting.day
    other = shift(day.isoformat(), unit_of(atom, known), count) if day else None
    return Value(day.isoformat(), other, set=True) if day and other else None
