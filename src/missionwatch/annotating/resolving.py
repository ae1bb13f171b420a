"""What a date in the text means, counted from the report's publication date. Unknown stays None."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from missionwatch.annotating import reckoning
from missionwatch.annotating.atoms import Atom
from missionwatch.annotating.calendar_values import Value, month, part_of, quarter, year_before
from missionwatch.annotating.dated_words import Tables, tables
from missionwatch.annotating.setting import Setting
from missionwatch.annotating.tense import FUTURE, PAST
from missionwatch.annotating.years_meant import year_near, year_of, year_written


def resolve(atom: Atom, setting: Setting) -> Value | None:
    """The value of a date, or None where it cannot be told; a duration has none."""
    known = tables(setting.language)
    try:
        return _with_part(_RESOLVERS[atom.kind](atom, setting, known), atom, known)
    except (ValueError, OverflowError):
        return None


def _with_part(value: Value | None, atom: Atom, known: Tables) -> Value | None:
    """The part of it that the words name ("the end of 2020")."""
    named = atom.get("part")
    if not value or not named:
        return value
    return next((part_of(value, part) for word, part in known.parts.items() if word in named), value)


@lru_cache(maxsize=512)
def _number_of_day(text: str) -> int:
    return int("".join(c for c in text if c.isdigit()))


def _number_of_month(atom: Atom, known: Tables) -> int:
    return known.months[atom.get("month").rstrip(".")]


def days_of(atom: Atom, setting: Setting) -> list[Value | None]:
    """The values of a day, or of several days of one month ("5 and 12 May", "5-12 May")."""
    number = _number_of_month(atom, tables(setting.language))
    days = [
        _number_of_day(atom.get("day")),
        *(int(d) for d in re.findall(r"\d+", atom.parts.get("more", ""))),
    ]
    try:
        year = year_of(atom, setting)
    except ValueError:  # "31 March next year" of an undated report
        return [Value.point(f"XXXX-{number:02d}-{day:02d}") for day in days]
    if atom.get("whose"):
        year = year_near(
            replace(setting, thread=None, tense=FUTURE if atom.get("whose") == "next" else PAST),
            lambda y: (f"{y:04d}-{number:02d}-{days[0]:02d}",) * 2,
        )
    return [_day_value(year, number, day, setting) for day in days]


def _day_value(year: int | None, number: int, day: int, setting: Setting) -> Value | None:
    year = year or year_near(setting, lambda y: (f"{y:04d}-{number:02d}-{day:02d}",) * 2)
    date(year or 2000, number, day)  # a day that does not exist raises ValueError
    return Value.point(f"{year:04d}-{number:02d}-{day:02d}" if year else f"XXXX-{number:02d}-{day:02d}")


def _iso(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    return Value.day(date.fromisoformat(atom.parts["iso"]))


def _numeric(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    """Day and month in either order; where both orders are dates, only the year is certain."""
    a, b, year = int(atom.parts["a"]), int(atom.parts["b"]), int(atom.parts["year"])
    if a > 12 or a == b or atom.parts["sep"] == ".":  # dots are not written with the month first
        return Value.day(date(year, b, a))
    if b > 12:
        return Value.day(date(year, a, b))
    return Value.point(str(year))


def _days(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    values = days_of(atom, setting)
    if len(values) == 1 or values[0] is None or values[-1] is None:
        return values[0]
    return Value(values[0].low, values[-1].high)


def _month_year(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    year = year_of(atom, setting)
    return Value.point(month(year, _number_of_month(atom, known))) if year else None


def _month(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    number, whose, both = _number_of_month(atom, known), atom.get("whose"), setting.bounds
    if reckoning.counts_from_before(whose, setting):
        return reckoning.recurring(whose, setting, lambda y: (month(y, number),) * 2)
    if not both:
        return None
    earliest, latest = both
    if whose == "last":
        return Value.point(month(latest.year - (number >= latest.month), number))
    if whose == "next":
        return Value.point(month(earliest.year + (number <= earliest.month), number))
    if whose == "this" and setting.year:
        return Value.point(month(earliest.year, number))
    year = year_near(setting, lambda y: (month(y, number),) * 2)
    return Value.point(month(year, number)) if year else None


def _weekday(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    day, number = setting.day, known.weekdays[atom.get("weekday")]
    whose = atom.get("whose") or atom.get("side")
    if reckoning.counts_from_before(whose, setting):
        return reckoning.weekday(whose, number, setting)
    if day is None:
        return setting.coarse
    ahead = (number - day.weekday()) % 7
    if whose == "last":
        return Value.day(day + timedelta(days=ahead - 7))
    if whose in {"next", "week"}:
        return Value.day(day + timedelta(days=ahead or 7))
    if setting.tense == FUTURE or (whose == "this" and setting.tense != PAST):
        return Value.day(day + timedelta(days=ahead))
    return Value.day(day + timedelta(days=ahead - 7 if ahead else 0))


def _near_day(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    day = setting.day
    if day is None:
        return setting.coarse
    return Value.day(day + timedelta(days=known.near_days[atom.get("word")]))


def _quarter(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    if atom.get("q"):
        return quarter(atom.get("qyear"), int(atom.get("q")[1]))
    number = known.ordinals[atom.get("nth")]
    first, last = f"-{number * 3 - 2:02d}", f"-{number * 3:02d}"
    year = year_written(_before_genitive(atom), setting) or year_of(atom, setting)
    if "-" in atom.parts["nth_quarter"]:
        setting = replace(
            setting, tense=PAST
        )  # "third-quarter results" have been seen, whoever will report them
    year = year or year_near(setting, lambda y: (f"{y:04d}{first}", f"{y:04d}{last}"))
    return quarter(f"{year:04d}", number) if year else None


def _before_genitive(atom: Atom) -> str:
    """The year of "last year's third quarter", "the 1988 third quarter"."""
    return re.sub("['’]s?$", "", atom.get("first_year"))


def _same_quarter(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    """ "The quarter", "the 2019 period": the quarter named last, or the same one of that year."""
    period = setting.period
    if period is None or period.year is None:
        return None
    year = year_written(_before_genitive(atom), setting)
    return year_before(period, period.year - year) if year else period


def _year_back(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    """ "The year-earlier quarter": a year before the date named last."""
    period = _quarter(atom, setting, known) if atom.get("nth") else setting.period
    if period:
        return year_before(period)
    return Value.point(f"{setting.year - 1:04d}") if setting.year else None


def _season(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    code = known.seasons[atom.get("season")]
    year, whose = year_of(atom, setting), atom.get("whose")
    if year is None and reckoning.counts_from_before(whose, setting):
        return reckoning.recurring(whose, setting, lambda y: (f"{y:04d}-{code}",) * 2)
    year = year or reckoning.year_of_season(code, whose, setting)
    return Value.point(f"{year:04d}-{code}") if year else None


def _feast(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    """ "Christmas 2021", "New Year's Eve": days that have a name."""
    month_and_day = known.feasts[atom.get("feast").replace("’", "'")]
    year = year_of(atom, setting) or year_near(setting, lambda y: (f"{y:04d}-{month_and_day}",) * 2)
    return Value.point(f"{year or 'XXXX'}-{month_and_day}")


def _decade(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    """ "The 1990s"; without a century the last such decade before publication."""
    if atom.get("decade"):
        return Value.point(atom.get("decade")[:3] + "X")
    if atom.get("named"):
        return Value.point(str(known.decades[atom.get("named")])[:3] + "X")
    year, short = setting.year or date.max.year, int(atom.get("short"))
    first = next((y for y in (2000 + short, 1900 + short) if y <= year), None)
    return Value.point(str(first)[:3] + "X") if first and setting.year else None


def _century(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    word = atom.get("century")
    number = _number_of_day(word) if word[0].isdigit() else known.centuries[word]
    return Value.point(f"{number - 1:02d}XX") if 1 < number < 100 else None


def _spoken(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    """A year in words."""
    words = atom.get("spoken").replace("-", " ")
    century = next(word for word in known.spoken_centuries if words.startswith(word))
    rest = words.removeprefix(century).split()
    return Value.point(str(known.spoken_centuries[century] + sum(known.spoken[word] for word in rest)))


def _range(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    low, high = atom.parts["low"], atom.parts["high"]
    return Value(low, high if len(high) == 4 else low[:2] + high)


def _year(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    return Value.point(atom.parts["year"])


def _nothing(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    return None


_Resolver = Callable[[Atom, Setting, Tables], Value | None]
_RESOLVERS: dict[str, _Resolver] = {
    "iso": _iso, "numeric": _numeric, "dmy": _days, "mdy": _days, "my": _month_year, "m": _month, "wd": _weekday,
    "word": _near_day, "quarter": _quarter, "same_quarter": _same_quarter, "year_back": _year_back, "season": _season,
    "feast": _feast, "decade": _decade, "century": _century, "spoken": _spoken, "range": _range, "year": _year,
    "then": reckoning.then, "unit": reckoning.unit, "told_day": reckoning.told_day, "side": reckoning.side,
    "turn": reckoning.turn, "ago": reckoning.ago, "offset": reckoning.offset, "next_to": reckoning.next_to,
    "past": reckoning.past, "ahead": reckoning.ahead, "for": _nothing, "length": _nothing, "plain_length": _nothing,
}  # fmt: skip
