"""Finding the words that say when: dates, months, weekdays, "later this year". What they mean is `resolving`'s part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from missionwatch.annotating.atoms import Atom
from missionwatch.annotating.plausible import plausible
from missionwatch.annotating.tokens import letters
from missionwatch.annotating.words import Words, alternatives, words

_WORD = re.compile(r"\d+|[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_LONGEST_LEAD = 48  # characters from the first word of a date to the one that tells of time
_JOINED = frozenset("./,:$€£-_")


@dataclass(frozen=True, slots=True)
class Tables:
    """The calendar's words with their numbers, and the patterns of dates."""

    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, int]
    numbers: dict[str, float]
    units: dict[str, str]
    ordinals: dict[str, int]
    decades: dict[str, int]
    centuries: dict[str, int]
    spoken_centuries: dict[str, int]
    spoken: dict[str, int]
    parts: dict[str, str]
    near_days: dict[str, int]
    feasts: dict[str, str]
    senses: dict[str, str]
    first: frozenset[str]
    telling: frozenset[str]
    master: re.Pattern[str]
    kinds: dict[str, re.Pattern[str]]


@cache
def tables(language: str) -> Tables:
    """The tables and patterns of a language."""
    calendar, dates = words(language, "calendar"), words(language, "dates")
    sources = _sources(calendar, dates)
    outer = "|".join(
        f"(?P<{kind}>{re.sub(r'[?]P<[^>]+>', '?:', source)})" for kind, source in sources.items()
    )
    telling = (
        "months",
        "weekdays",
        "seasons",
        "units",
        "decades",
        "centuries",
        "near_days",
        "feasts",
        "tens",
        "teens",
    )
    tabled = ("months", "weekdays", "seasons", "numbers", "ordinals", "decades", "centuries", "near_days")
    listed = [
        *dates.listed("first_words"),
        *(word for table in tabled for word in calendar.numbers(table)),
        *calendar.names("feasts"),
    ]
    return Tables(
        months=_whole(calendar, "months"),
        weekdays=_whole(calendar, "weekdays"),
        seasons=_whole(calendar, "seasons"),
        numbers=calendar.numbers("numbers"),
        units=calendar.names("units"),
        ordinals=_whole(calendar, "ordinals"),
        decades=_whole(calendar, "decades"),
        centuries=_whole(calendar, "centuries"),
        spoken_centuries=_whole(calendar, "spoken_centuries"),
        spoken={
            word: number
            for table in ("ones", "teens", "tens")
            for word, number in _whole(calendar, table).items()
        },
        parts=calendar.names("parts"),
        near_days=_whole(calendar, "near_days"),
        feasts=calendar.names("feasts"),
        senses=dates.names("senses"),
        first=frozenset(_WORD.findall(phrase)[0] for phrase in listed),
        telling=dates.set("telling_words").union(
            _WORD.findall(word)[-1] for table in telling for word in calendar.names(table)
        ),
        master=re.compile(rf"(?:{outer})(?!\w)(?:(?<=[^\W\d])|(?!-\d))", re.I),
        kinds={kind: re.compile(source, re.I) for kind, source in sources.items()},
    )


def _whole(calendar: Words, table: str) -> dict[str, int]:
    return {word: int(number) for word, number in calendar.numbers(table).items()}


def _sources(calendar: Words, dates: Words) -> dict[str, str]:
    """The patterns with their fragments filled in."""
    months, short = calendar.numbers("months"), calendar.listed("shortened")
    fragments = {
        "month": rf"(?:(?:{alternatives(short)})\b\.?|(?:{alternatives(set(months) - set(short))})\b)",
        "weekday": f"(?:{alternatives(calendar.numbers('weekdays'))})",
        "season": f"(?:{alternatives(calendar.numbers('seasons'))})",
        "number": f"(?:{alternatives(calendar.numbers('numbers'))})",
        "unit": f"(?:{alternatives(calendar.names('units'))})",
        "ordinal": f"(?:{alternatives(calendar.numbers('ordinals'))})",
        "decade": f"(?:{alternatives(calendar.numbers('decades'))})",
        "century": f"(?:{alternatives(calendar.numbers('centuries'))})",
        "feast": f"(?:{alternatives(calendar.names('feasts'))})",
        "tens": f"(?:{alternatives(calendar.numbers('tens'))})",
        "teens": f"(?:{alternatives(calendar.numbers('teens'))})",
        "ones": f"(?:{alternatives(calendar.numbers('ones'))})",
        **dates.names("fragments"),
    }
    return {kind: _filled(source, fragments) for kind, source in dates.names("patterns").items()}


def _filled(source: str, fragments: dict[str, str]) -> str:
    while "~" in source:
        source = re.sub("~([a-z_]+)~", lambda name: fragments[name[1]], source)
    return source


def _beginnings(text: str, start: int, end: int, known: Tables) -> Iterator[int]:
    """Where a date may begin: at a word that can be its first, with one that tells of time close behind."""
    if not _DIGIT.search(text, start, end) and known.telling.isdisjoint(letters(text, start, end)):
        return
    found = [(word.start(), word.group().lower()) for word in _WORD.finditer(text, start, end)]
    telling = [begin for begin, word in found if word[0].isdigit() or word in known.telling]
    i = 0
    for begin, word in found if telling else ():
        while i < len(telling) and telling[i] < begin:
            i += 1
        if i == len(telling):
            return
        if telling[i] - begin < _LONGEST_LEAD and (word[0].isdigit() or word in known.first):
            yield begin


def find_atoms(text: str, start: int, end: int, language: str, old: bool = False) -> list[Atom]:
    """The dates, relative times and durations from `start` to `end`, in order, none within another.

    `old` says that the text tells of times long past, so that numbers may be years of any century.
    """
    known = tables(language)
    atoms: list[Atom] = []
    at = start
    for begin in _beginnings(text, start, end, known):
        if begin < at:
            continue
        joined = bool(begin) and text[begin - 1] in _JOINED
        if joined and not (atoms and begin == at + 1 and text[at] == "-"):  # "5 May-12 June"
            continue
        match = known.master.match(text, begin, end)
        if not match:
            continue
        kind = match.lastgroup or ""
        inner = known.kinds[kind].fullmatch(text, match.start(), match.end())
        atom = Atom(match.start(), match.end(), kind, _parts(inner, known) if inner else {})
        if inner and plausible(text, atom, language, old):
            atoms.append(atom)
            at = match.end()
    return atoms


def _parts(match: re.Match[str], known: Tables) -> dict[str, str]:
    """The named parts that are there; `days_at` says where the days of a date begin within it."""
    parts = {name: part for name, part in match.groupdict().items() if part}
    if "day" in parts:
        parts["days_at"] = str(match.start("day") - match.start())
    for name in parts.keys() & {"whose", "side"}:
        word = " ".join(parts[name].lower().split())
        parts[name] = known.senses.get(word, word)
    return parts
