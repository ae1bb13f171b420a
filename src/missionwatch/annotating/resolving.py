"""What a date in the text means, counted from the report's publication date. Unknown stays None."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from missionwatch.annotating.atoms import Atom
from missionwatch.annotating.calendar_values import (
    Value,
    first_day,
    last_day,
    month,
    part_of,
    quarter,
    shift,
    week_of,
)
from missionwatch.annotating.dated_words import Tables, tables
from missionwatch.annotating.tense import FUTURE, PAST
from missionwatch.model.when import When

NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class Setting:
    """What relative words count from: the publication date, the tense around them, the date named last before them."""

    published: When | None
    tense: str
    before: Value | None
    language: str

    @property
    def day(self) -> date | None:
        """The publication day, where it is known to the day."""
        p = self.published
        return p.earliest if p and p.earliest is not None and p.earliest == p.latest else None

    @property
    def bounds(self) -> tuple[date, date] | None:
        p = self.published
        return (p.earliest, p.latest) if p and p.earliest and p.latest else None

    @property
    def coarse(self) -> Value | None:
        """The publication date itself, for relative words that it is too coarse for."""
        return Value.point(str(self.published)) if self.published and self.bounds else None

    @property
    def year(self) -> int | None:
        """The year of publication, where only one is possible."""
        both = self.bounds
        return both[0].year if both and both[0].year == both[1].year else None


def resolve(atom: Atom, setting: Setting) -> Value | None:
    """The value of a date, or None where it cannot be told; a duration has none."""
    try:
        return _RESOLVERS[atom.kind](atom, setting, tables(setting.language))
    except (ValueError, OverflowError):
        return None


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


@lru_cache(maxsize=512)
def _number_of_day(text: str) -> int:
    return int("".join(c for c in text if c.isdigit()))


def days_of(atom: Atom, setting: Setting) -> list[Value | None]:
    """The values of a day, or of several days of one month ("5 and 12 May", "5-12 May")."""
    known = tables(setting.language)
    number = known.months[atom.get("month").rstrip(".")]
    days = [
        _number_of_day(atom.get("day")),
        *(int(d) for d in re.findall(r"\d+", atom.parts.get("more", ""))),
    ]
    year = _year_of(atom, setting)
    return [_day_value(year, number, day, setting) for day in days]


def _day_value(year: int | None, number: int, day: int, setting: Setting) -> Value | None:
    if year is None:
        year = _year_near(setting, number, day)
    text = f"{year:04d}-{number:02d}-{day:02d}" if year else f"XXXX-{number:02d}-{day:02d}"
    if year:
        date(year, number, day)  # a day that does not exist raises ValueError
    else:
        date(2000, number, day)
    return Value.point(text)


def _year_of(atom: Atom, setting: Setting) -> int | None:
    """The year that stands beside the date, said outright or by "this year"."""
    words = atom.get("year")
    if words[:4].isdigit():
        return int(words[:4])
    if words in {"that year", "the same year"}:
        return setting.before.year if setting.before else None
    if words == "the following year":
        return setting.before.year + 1 if setting.before and setting.before.year else None
    if words and setting.year:
        return setting.year + {"this year": 0, "last year": -1, "next year": 1}[words]
    if words:
        raise ValueError("the year cannot be told")
    return None


def _year_near(setting: Setting, number: int, day: int | None) -> int | None:
    """The year of a month or day without one: the last such before publication, the next, or the nearest."""
    both = setting.bounds
    if not both:
        return None
    earliest, latest = both
    candidates = []
    for year in range(earliest.year - 1, latest.year + 2):
        text = f"{year:04d}-{number:02d}" + (f"-{day:02d}" if day else "")
        try:
            low, high = first_day(text), last_day(text)
        except Exception:  # 29 February of a common year
            continue
        if low and high:
            candidates.append((year, low, high))
    past = [c for c in candidates if c[1] <= latest]
    ahead = [c for c in candidates if c[2] >= earliest]
    if setting.tense == PAST and past:
        return past[-1][0]
    if setting.tense == FUTURE and ahead:
        return ahead[0][0]
    middle = earliest + (latest - earliest) / 2
    return (
        min(candidates, key=lambda c: (abs((c[1] + (c[2] - c[1]) / 2 - middle).days), c[0]))[0]
        if candidates
        else None
    )


def _iso(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    date.fromisoformat(atom.parts["iso"])
    return Value.point(atom.parts["iso"])


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
    year = _year_of(atom, setting)
    return Value.point(f"{year:04d}-{known.months[atom.get('month').rstrip('.')]:02d}") if year else None


def _month(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    number, whose, both = known.months[atom.get("month").rstrip(".")], atom.get("whose"), setting.bounds
    if not both:
        return None
    earliest, latest = both
    if whose == "last":
        return Value.point(f"{latest.year - (number >= latest.month):04d}-{number:02d}")
    if whose in {"next", "coming"}:
        return Value.point(f"{earliest.year + (number <= earliest.month):04d}-{number:02d}")
    year = earliest.year if whose == "this" and setting.year else _year_near(setting, number, None)
    return Value.point(f"{year:04d}-{number:02d}") if year else None


def _weekday(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    day = setting.day
    if day is None:
        return setting.coarse
    ahead = (known.weekdays[atom.get("weekday")] - day.weekday()) % 7
    whose = atom.get("whose") or atom.get("side")
    if whose == "last":
        return Value.day(day + timedelta(days=ahead - 7))
    if whose in {"next", "coming", "week"}:
        return Value.day(day + timedelta(days=ahead or 7))
    if setting.tense == FUTURE or (whose == "this" and setting.tense != PAST):
        return Value.day(day + timedelta(days=ahead))
    return Value.day(day + timedelta(days=ahead - 7 if ahead else 0))


def _word(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    day, word = setting.day, atom.get("word")
    if day is None:
        return setting.coarse
    moved = {"yesterday": -1, "tomorrow": 1, "last night": -1}.get(word, 0)
    if "before yesterday" in word:
        moved = -2
    elif "after tomorrow" in word:
        moved = 2
    return Value.day(day + timedelta(days=moved))


def _quarter(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    if atom.get("q"):
        return quarter(atom.get("qyear"), int(atom.get("q")[1]))
    year = _year_of(atom, setting)
    return quarter(f"{year:04d}", known.ordinals[atom.get("nth")]) if year else None


def _season(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    code = known.seasons[atom.get("season")]
    year = _year_of(atom, setting) or _year_of_season(code, atom.get("whose"), setting)
    return Value.point(f"{year:04d}-{code}") if year else None


def _year_of_season(code: int, whose: str, setting: Setting) -> int | None:
    if whose in {"that", "the same"}:
        return setting.before.year if setting.before else None
    both = setting.bounds
    if not both:
        return None
    earliest, latest = both
    bounds = [
        (y, first_day(f"{y}-{code}"), last_day(f"{y}-{code}"))
        for y in range(earliest.year - 1, latest.year + 2)
    ]
    known = [(y, low, high) for y, low, high in bounds if low and high]
    if whose == "last" or (whose != "next" and whose != "this" and setting.tense == PAST):
        return next(
            (
                y
                for y, low, high in reversed(known)
                if (high < earliest if whose == "last" else low <= latest)
            ),
            None,
        )
    if whose == "this":
        return setting.year
    return next(
        (y for y, low, high in known if (low > latest if whose == "next" else high >= earliest)), None
    )


def _range(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    low, high = atom.parts["low"], atom.parts["high"]
    return Value(low, high if len(high) == 4 else low[:2] + high)


def _year(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    return Value.point(atom.parts["year"])


def _unit(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    whose, unit = atom.get("whose"), atom.get("unit")
    if whose in {"that", "the same", "the following", "the previous"} or (
        whose == "the next" and setting.before
    ):
        return _from_before(whose, unit, setting)
    step = {"last": -1, "past": -1, "next": 1, "coming": 1, "the next": 1, "the coming": 1}.get(whose, 0)
    if whose == "the" and unit == "weekend":
        back = setting.tense != FUTURE and setting.day is not None and setting.day.weekday() < 5
        return _whole(unit, -1 if back else 0, setting)
    if whose == "the" and not atom.get("part"):
        return _side_of(_whole("year", 0, setting), "later" if setting.tense == FUTURE else "", setting)
    return _whole(unit, step, setting)


def _from_before(whose: str, unit: str, setting: Setting) -> Value | None:
    """ "The following year": counted from the date that the report named last."""
    length = {"year": 4, "month": 7, "day": 10}.get(unit)
    before = setting.before.low if setting.before and setting.before.is_point else None
    if not before or not length or len(before) < length or not before[:4].isdigit():
        return None
    step = {"the following": 1, "the next": 1, "the previous": -1}.get(whose, 0)
    moved = shift(before[:length], unit, step)
    return Value.point(moved) if moved else None


def _whole(unit: str, step: int, setting: Setting) -> Value | None:
    """The year, month or week of publication, or one before or after it."""
    both = setting.bounds
    if not both:
        return None
    if unit == "year":
        return Value.point(f"{setting.year + step:04d}") if setting.year else None
    if unit == "month":
        return (
            Value.point(month(both[0].year, both[0].month + step))
            if both[0].month == both[1].month and setting.year
            else setting.coarse
        )
    day = setting.day
    if unit in {"week", "weekend"} and day:
        week = week_of(day + timedelta(days=7 * step))
        return week if unit == "week" else Value(_weekend(week), week.high, set=True)
    if unit in {"week", "weekend"}:
        return setting.coarse
    if unit == "quarter" and setting.year and day:
        number = (day.month - 1) // 3 + step
        return quarter(f"{day.year + number // 4:04d}", number % 4 + 1)
    return None


def _weekend(week: Value) -> str:
    return (date.fromisoformat(week.high or "") - timedelta(days=1)).isoformat()


def _side(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    """ "Later this year": from publication to the end of the year; "earlier": from its beginning to publication."""
    whose, unit, side = atom.get("whose"), atom.get("unit"), atom.get("side")
    if unit in known.seasons:
        year = _year_of_season(known.seasons[unit], "this", setting)
        return Value.point(f"{year:04d}-{known.seasons[unit]}") if year else None
    if whose in {"that", "the same"}:
        return _from_before("the same", unit, setting)
    step = {"last": -1, "next": 1}.get(whose, 0)
    whole = _whole(unit, step, setting)
    return whole if step else _side_of(whole, side, setting)


def _side_of(whole: Value | None, side: str, setting: Setting) -> Value | None:
    both = setting.bounds
    if not whole or not both or not whole.low or not whole.high:
        return whole
    low, high = first_day(whole.low), last_day(whole.high)
    if not low or not high or side not in {"later", "earlier"}:
        return whole
    return Value.within(both[0], high) if side == "later" else Value.within(low, both[1])


def _turn(atom: Atom, setting: Setting, known: Tables) -> Value | None:
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
        return (
            Value(f"{year}-12", f"{year + 1}-01", set=True)
            if ahead
            else Value(f"{year - 1}-12", f"{year}-01", set=True)
        )
    return Value.point(f"{year + 1 if ahead else year}-01")


def _ago(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    """ "Two months ago": as fine as the unit says."""
    count = count_of(atom, known)
    return _moved(-count, unit_of(atom, known), setting) if count else None


def _moved(count: float, unit: str, setting: Setting) -> Value | None:
    day, year = setting.day, setting.year
    if unit in {"year", "decade"}:
        years = count * (10 if unit == "decade" else 1)
        return Value.point(f"{year + int(years):04d}") if year and years == int(years) else None
    if day is None:
        return (
            setting.coarse
            if unit in {"day", "week"}
            and setting.bounds
            and setting.bounds[0].month == setting.bounds[1].month
            else None
        )
    if unit == "month":
        return Value.point(month(day.year, day.month + round(count)))
    if unit == "day":
        return Value.day(day + timedelta(days=count))
    return week_of(day + timedelta(days=count * (14 if unit == "fortnight" else 7)))


def _offset(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    """ "Two days later": counted from the date that the report named last, in a unit no finer than that date."""
    count, unit = count_of(atom, known), unit_of(atom, known)
    before = setting.before.low if setting.before and setting.before.is_point else None
    if not count or not before:
        return None
    moved = shift(before, unit, count if atom.get("side") == "later" else -count)
    length = {"month": 7, "year": 4, "decade": 4}.get(unit, 10)
    return Value.point(moved[:length]) if moved and len(before) >= length else None


def _past(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    """ "The past three months": some day from then to publication. Without a number it cannot be told."""
    count, day = count_of(atom, known), setting.day
    if not count or day is None:
        return None
    back = atom.get("side") in {"last", "past", "previous"}
    other = shift(day.isoformat(), unit_of(atom, known), -count if back else count)
    if not other:
        return None
    low, high = (other, day.isoformat()) if back else (day.isoformat(), other)
    return Value(low, high, set=True)


def _ahead(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    """ "In two weeks"; "within six months" is any day until then. Of the past it is a duration: not told."""
    count = count_of(atom, known)
    if not count or setting.tense == PAST:
        return None
    if atom.get("side") == "in":
        return _moved(count, unit_of(atom, known), setting)
    day = setting.day
    other = shift(day.isoformat(), unit_of(atom, known), count) if day else None
    return Value(day.isoformat(), other, set=True) if day and other else None


def _nothing(atom: Atom, setting: Setting, known: Tables) -> Value | None:
    return None


_PARTS = {
    "early": "early", "late": "late", "mid": "middle", "end": "end", "beginning": "beginning", "start": "beginning",
    "middle": "middle", "close": "end", "turn": "beginning", "first half": "first half", "second half": "second half",
}  # fmt: skip


def with_part(value: Value | None, atom: Atom) -> Value | None:
    """The part of it that the words name ("the end of 2020")."""
    named = atom.get("part")
    if not value or not named:
        return value
    return next((part_of(value, part) for word, part in _PARTS.items() if word in named), value)


_Resolver = Callable[[Atom, Setting, Tables], Value | None]
_RESOLVERS: dict[str, _Resolver] = {
    "iso": _iso, "numeric": _numeric, "dmy": _days, "mdy": _days, "my": _month_year, "m": _month, "wd": _weekday,
    "word": _word, "quarter": _quarter, "season": _season, "range": _range, "year": _year, "unit": _unit,
    "side": _side, "turn": _turn, "ago": _ago, "offset": _offset, "past": _past, "ahead": _ahead,
    "for": _nothing, "length": _nothing, "plain_length": _nothing,
}  # fmt: skip
