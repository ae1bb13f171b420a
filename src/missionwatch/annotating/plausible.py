"""Whether words that are written like a date are one, and not a number, a verb or a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from missionwatch.annotating.atoms import Atom
from missionwatch.annotating.words import alternatives, words

_RECENT = "1940"
_SPAN = re.compile(r"\s+[^\W\d]+\s+(?:19[4-9]|20[0-4])\d\b(?!\s+[^\W\d]*s\b)")
_SOFTENED = re.compile(r"([\w'’-]+)\s+[\w'’-]+\s+least\s+$", re.I)


@dataclass(frozen=True, slots=True)
class _Leads:
    """What must, or must not, stand beside words that may be a date."""

    months: frozenset[str]
    verb_months: frozenset[str]
    modal_months: frozenset[str]
    risky: frozenset[str]
    shortened: frozenset[str]
    days: frozenset[str]
    years: frozenset[str]
    phrases: re.Pattern[str]
    owners: frozenset[str]
    sure_years: frozenset[str]
    doubtful_years: frozenset[str]
    seasons: frozenset[str]
    not_seasons: frozenset[str]
    shy_seasons: frozenset[str]
    season_things: frozenset[str]
    units: frozenset[str]
    then: frozenset[str]
    not_units: frozenset[str]
    weekdays: frozenset[str]
    counted: frozenset[str]
    amounts: frozenset[str]
    numbered: frozenset[str]


@cache
def _leads(language: str) -> _Leads:
    dates, calendar, times = (words(language, name) for name in ("dates", "calendar", "times"))
    return _Leads(
        months=dates.set("month_leads"),
        verb_months=dates.set("verb_month_leads"),
        modal_months=dates.set("modal_months"),
        risky=calendar.set("risky_months"),
        shortened=calendar.set("shortened"),
        days=dates.set("day_leads"),
        years=dates.set("year_leads"),
        phrases=re.compile(rf"\b(?:{alternatives(dates.listed('year_phrases'))})\s+$", re.I),
        owners=dates.set("year_owners"),
        sure_years=dates.set("sure_year_leads"),
        doubtful_years=dates.set("doubtful_year_leads"),
        seasons=dates.set("season_leads"),
        not_seasons=dates.set("season_not_before"),
        season_things=dates.set("season_things"),
        shy_seasons=calendar.set("season_needs_more"),
        then=dates.set("then_leads"),
        units=dates.set("unit_leads"),
        not_units=dates.set("unit_not_before"),
        weekdays=dates.set("short_weekdays"),
        counted=times.set("counted"),
        amounts=times.set("amounts", "numbered"),
        numbered=times.set("numbered"),
    )


def plausible(text: str, atom: Atom, language: str, old: bool = False) -> bool:
    """Whether the words are a date in this place. `old` says that the text tells of times long past."""
    check, leads = _CHECKS.get(atom.kind), _leads(language)
    if _is_heading(text, atom):
        return True
    if not old and _is_doubtful_old_year(text, atom, leads):
        return False
    return check is None or check(text, atom, leads)


def _is_heading(text: str, atom: Atom) -> bool:
    """A year that stands on a line of its own, or heads one: "2003", "2003: The first election"."""
    if atom.kind != "year" or not (atom.start == 0 or text[atom.start - 1] == "\n"):
        return False
    return text[atom.end : atom.end + 1] in ("", "\n", ":")


def _is_doubtful_old_year(text: str, atom: Atom, leads: _Leads) -> bool:
    """A number such as 1325 that only "in", "since" and the like make a year."""
    digits = atom.get("year")[-4:] or atom.get("low")
    return (
        digits.isdigit()
        and digits < _RECENT
        and (
            atom.kind == "range"
            or (atom.kind == "year" and _before(text, atom.start) not in leads.sure_years)
        )
    )


def _before(text: str, at: int) -> str:
    """The word before a place in the text, in lower case."""
    found = re.search(r"([\w'’.-]+)[\s,(]*$", text[max(0, at - 30) : at])
    return found[1].lower() if found else ""


def _before_that(text: str, at: int) -> str:
    found = re.search(r"([\w'’.-]+)\s+[\w'’-]+\s*$", text[max(0, at - 50) : at])
    return found[1].lower() if found else ""


def _after(text: str, at: int) -> str:
    found = re.match(r"[ \u00a0-]*([\w'’.]+)", text[at : at + 30])
    return found[1].lower().rstrip(".") if found else ""


def _small(word: str) -> bool:
    return word[:1].islower()


def _day_of_month(text: str, atom: Atom, leads: _Leads) -> bool:
    """ "5 may" written small is a date behind a preposition, with a year, or with the stop of an ordinal."""
    name = atom.get("month").rstrip(".")
    if name not in leads.risky or not _small(atom.parts["month"]) or atom.get("year"):
        return True
    return (
        name not in leads.modal_months
        or atom.parts["day"].endswith(".")
        or _before(text, atom.start) in leads.days
    )


def _month_with_day(text: str, atom: Atom, leads: _Leads) -> bool:
    return not _small(atom.parts["month"]) or bool(atom.get("year"))


def _month(text: str, atom: Atom, leads: _Leads) -> bool:
    name, before = atom.get("month").rstrip("."), _before(text, atom.start)
    led = bool(atom.get("whose") or atom.get("part")) or before in leads.months
    small = _small(atom.parts["month"])
    if name not in leads.risky:
        return led or not small
    if name in leads.shortened and _next(text, atom.end)[:1].isupper():
        return False  # "led by Jan Novak"
    return led and (
        not small
        or (name not in leads.shortened and before in leads.verb_months and name not in leads.modal_months)
    )


def _weekday(text: str, atom: Atom, leads: _Leads) -> bool:
    name = atom.get("weekday")
    return len(name) > 5 or (not _small(atom.parts["weekday"]) and name not in leads.weekdays)


def _year(text: str, atom: Atom, leads: _Leads) -> bool:
    if atom.get("part") or atom.get("lead"):
        return True
    before, after, year = _before(text, atom.start), _after(text, atom.end), atom.parts["year"]
    if softened := _SOFTENED.search(text[max(0, atom.start - 40) : atom.start]):
        before = softened[1].lower()  # "until at least 2022"
    counts = after in leads.counted and (year.endswith("00") or _small(_next(text, atom.end)))
    if text[atom.end : atom.end + 1] == "%" or counts:
        return False
    if text[atom.start - 1 : atom.start] == "(":  # "(2018)", but not "resolution 2018 (2011)"
        lead = text[: atom.start - 1].rstrip()[-1:]
        return text[atom.end : atom.end + 1] == ")" and not lead.isdigit()
    if leads.phrases.search(text[max(0, atom.start - 30) : atom.start]):
        return True
    if before not in leads.years:
        return _is_of_a_thing(text, atom, leads)
    if before in leads.sure_years or before not in leads.doubtful_years or _SPAN.match(text, atom.end):
        return True  # the last: "from 2020 to 2022"
    return _before_that(text, atom.start) not in (leads.amounts if year.endswith("0") else leads.numbered)


def _is_of_a_thing(text: str, atom: Atom, leads: _Leads) -> bool:
    """ "The 2014 agreement", "Italy's 2006 election": a year before a noun, behind what owns it."""
    owner, noun = _before(text, atom.start), _next(text, atom.end)
    if not noun or (_small(noun) and noun.lower() in leads.counted):
        return False
    if atom.parts["year"].endswith("0") and (
        (_small(noun) and noun.endswith("s")) or noun.lower() in leads.counted
    ):
        return False
    return owner in leads.owners or owner.endswith(("'s", "’s", "s'", "s’"))


def _next(text: str, at: int) -> str:
    """The word that follows on the same line, as written; nothing where something else follows."""
    found = re.match(r"[ \u00a0]+[\"“‘]?([^\W\d_][\w’'.-]*)", text[at : at + 30])
    return found[1] if found else ""


def belongs_to_a_thing(text: str, atom: Atom, language: str) -> bool:
    """Whether a year or season only tells which thing is meant ("the 2014 agreement"), and dates nothing."""
    leads = _leads(language)
    if atom.kind == "season" and not atom.get("year"):
        return _after(text, atom.end) in leads.season_things
    return atom.kind == "year" and not atom.get("part") and _is_of_a_thing(text, atom, leads)


def _range(text: str, atom: Atom, leads: _Leads) -> bool:
    low, high = atom.parts["low"], atom.parts["high"]
    return (len(high) == 4 and low < high) or (len(high) == 2 and int(high) > int(low[2:]))


def _season(text: str, atom: Atom, leads: _Leads) -> bool:
    whose = atom.get("whose")
    if atom.get("year") or whose not in {"", "the"}:
        return True
    if _after(text, atom.end) in leads.season_things:
        return True
    if atom.get("season") in leads.shy_seasons and not whose:
        return False
    return _before(text, atom.start) in leads.seasons and _after(text, atom.end) not in leads.not_seasons


def _unit(text: str, atom: Atom, leads: _Leads) -> bool:
    """ "The year" alone is a date only in "in the year" and in a part of it ("the end of the year")."""
    if atom.get("whose") != "the":
        return True
    after = _after(text, atom.end)
    if atom.get("part"):
        return after != "of"
    led = _before(text, atom.start) in leads.units
    return (
        led
        and atom.get("unit") in {"year", "weekend"}
        and after not in leads.not_units
        and not after[:1].isdigit()
    )


def _then(text: str, atom: Atom, leads: _Leads) -> bool:
    return _before(text, atom.start) in leads.then


_CHECKS = {
    "dmy": _day_of_month, "mdy": _month_with_day, "m": _month, "wd": _weekday, "year": _year, "range": _range,
    "season": _season, "unit": _unit, "then": _then,
}  # fmt: skip
