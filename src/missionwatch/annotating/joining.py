"""Two dates that are one expression: "from May to June 2021", "for 18 months from December 2020"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from missionwatch.annotating.atoms import Atom
from missionwatch.annotating.calendar_values import Value, shift
from missionwatch.annotating.dated_words import tables
from missionwatch.annotating.reckoning import count_of, unit_of
from missionwatch.annotating.words import alternatives, words
from missionwatch.model.document import Sentence, TimeExpression

DURATIONS = frozenset({"for", "length", "plain_length"})
_BARE = frozenset({"m", "dmy", "mdy", "season"})
_BEGINS = frozenset({"from", "since", "at", None})
_DATED = frozenset({"my", "dmy", "mdy", "season"})
_DATED_AS = {"m": "my"}
_NEXT = re.compile(r"\s+and\s+(?:the\s+)?(?:next\s+)?", re.I)


@dataclass(frozen=True, slots=True)
class Joints:
    """What stands before, after and between dates."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    between: re.Pattern[str]
    listing: re.Pattern[str]
    lasting_until: re.Pattern[str]
    lasting_for: re.Pattern[str]
    between_words: re.Pattern[str]
    not_before_until: re.Pattern[str]
    from_length: re.Pattern[str]
    to_length: re.Pattern[str]
    roles: dict[str, str]
    after_roles: dict[str, str]
    moved: re.Pattern[str]
    phrasal: re.Pattern[str]
    perfect: re.Pattern[str]


@cache
def joints_of(language: str) -> Joints:
    data = words(language, "times")
    roles = {word: role for role, listed in data.groups("roles").items() for word in listed}
    after = {word: role for role, listed in data.groups("after_words").items() for word in listed}
    softeners = alternatives(data.listed("softeners"))
    starts = alternatives(data.listed("starts"))
    ands, articles = alternatives(data.listed("ands")), alternatives(data.listed("articles"))
    lasting = (
        rf"\s*,?\s*(?:{ands})\s+(?:\w+\s+){{0,2}}(?:{alternatives(data.listed('lasting'))})"
        rf"(?:\s+(?:{alternatives(data.listed('lasting_objects'))}))?"
    )
    until = alternatives(data.listed("until_words"))
    return Joints(
        before=re.compile(rf"(?<![\w-])(?P<role>{alternatives(roles)})\s+(?:(?:{softeners})\s+)*$", re.I),
        after=re.compile(rf"\s*,?\s*(?P<role>{alternatives(after)})\b", re.I),
        between=re.compile(
            rf"\s*,?\s*(?P<sign>{alternatives(data.listed('joiners'))}|[-–—])\s*(?:(?:{softeners})\s+)*(?:the\s+)?",
            re.I,
        ),
        listing=re.compile(
            rf"\s*(?:,|,?\s*\b(?:{alternatives(data.listed('listing'))})\b)\s*(?:(?:in|on)\s+)?(?:the\s+)?",
            re.I,
        ),
        lasting_until=re.compile(rf"{lasting}\s+(?:{until})\s+(?:(?:{articles})\s+)?", re.I),
        lasting_for=re.compile(rf"{lasting}\s+", re.I),
        between_words=re.compile(
            rf"\b(?:{alternatives(data.listed('between_words'))})\s+(?:(?:{articles})\s+)?$", re.I
        ),
        not_before_until=re.compile(
            rf"(?:{alternatives(data.listed('not_before_until'))})\b[^.;,]{{0,50}}$", re.I
        ),
        from_length=re.compile(rf"\s*,?\s*(?:{starts})\s+(?:the\s+)?", re.I),
        to_length=re.compile(r"\s*,?\s*(?:and\s+|then\s+)*", re.I),
        roles=roles,
        after_roles=after,
        moved=re.compile(rf"\b(?:{alternatives(data.listed('moved'))})\s+(?:[\w-]+\s+){{0,2}}to\s+$", re.I),
        perfect=re.compile(rf"\b(?:{alternatives(data.listed('perfect'))})\s+[^.;,]*$", re.I),
        phrasal=re.compile(rf"\b(?:{alternatives(data.listed('phrasal'))})\s+$", re.I),
    )


@dataclass(frozen=True, slots=True)
class Dated:
    """An atom with its value and the word before it that bounds it."""

    atom: Atom
    value: Value | None
    role: str | None
    start: int


def with_shared_years(text: str, atoms: Sequence[Atom], language: str) -> list[Atom]:
    """The dates of a sentence, a year shared backwards: in "April and June 1955" both are of 1955."""
    shared = list(atoms)
    for i in range(len(shared) - 2, -1, -1):
        one, other = shared[i], shared[i + 1]
        year = other.parts.get("year", "")
        alike = one.kind in _BARE and other.kind in _DATED and not one.get("year") and not one.get("whose")
        if alike and year.isdigit() and joints_of(language).listing.fullmatch(text, one.end, other.start):
            shared[i] = replace(
                one, kind=_DATED_AS.get(one.kind, one.kind), parts={**one.parts, "year": year}
            )
    return shared


def joined_with(text: str, sentence: Sentence, a: Dated, b: Dated, language: str) -> TimeExpression | None:
    """The expression that two dates make together, or None where each stands for itself."""
    gap = text[a.atom.end : b.atom.start]
    if a.atom.kind in DURATIONS or b.atom.kind in DURATIONS:
        return _with_length(text, a, b, gap, language)
    sign = joints_of(language).between.fullmatch(gap)
    lasts = a.role in _BEGINS and b.role == "until" and joints_of(language).lasting_until.fullmatch(gap)
    if not sign and not lasts:
        return None
    if b.role == "until" and not lasts and a.role == "at":
        return None  # "extended in August until 31 March": two dates
    between = _between(text, sentence, a, language) if sign and sign["sign"].lower() == "and" else None
    if sign and not lasts and (sign["sign"].lower() == "and") != (between is not None):
        return None
    if sign and sign["sign"].lower() == "to" and a.role not in {"from", None, "at"}:
        return None
    low, high = _completed(a, b, language)
    if low is None or high is None:
        return None
    start, role = (a.start, "from") if between is None else (between, "between")
    return expression_of(text, start, b.atom.end, Value(low, high, set=between is not None), role)


def _with_length(text: str, a: Dated, b: Dated, gap: str, language: str) -> TimeExpression | None:
    """A duration with its beginning, in either order."""
    joints = joints_of(language)
    if a.atom.kind in DURATIONS and b.atom.kind not in DURATIONS:
        fits = b.value is not None and joints.from_length.fullmatch(gap)
        return _stretch(text, a.start, b.atom.end, b.value, a.atom, language) if fits else None
    if a.atom.kind in DURATIONS or a.value is None:
        return None
    behind = (
        b.atom.kind == "for"
        and a.role in _BEGINS
        and (joints.to_length.fullmatch(gap) or joints.lasting_for.fullmatch(gap))
    )
    onwards = a.role == "from" and _NEXT.fullmatch(gap)
    return _stretch(text, a.start, b.atom.end, a.value, b.atom, language) if behind or onwards else None


def _stretch(
    text: str, start: int, end: int, first: Value | None, length: Atom, language: str
) -> TimeExpression | None:
    """A duration with its beginning: both ends follow."""
    known = tables(language)
    count, low = count_of(length, known), first.low if first else None
    if not count or low is None:
        return None
    high = shift(low, unit_of(length, known), count)
    return expression_of(text, start, end, Value(low, high), "from") if high else None


def _completed(a: Dated, b: Dated, language: str) -> tuple[str | None, str | None]:
    """Both ends. An end without a year takes it from the other: "from May to June 2021"."""
    low, high = _low_of(a, b, language), b.value.high if b.value else None
    if not low or not high:
        return None, None
    bare = [one.atom.kind in _BARE and not one.atom.get("year") for one in (a, b)]
    if bare[0] and not bare[1] and high[:4].isdigit():
        low = high[:4] + low[4:]
        return (low, high) if low[:7] <= high[:7] else (f"{int(high[:4]) - 1:04d}{low[4:]}", high)
    if bare[1] and low[:4].isdigit() and high[:4].isdigit():
        high = low[:4] + high[4:]
        return (low, high) if low[:7] <= high[:7] else (low, f"{int(low[:4]) + 1:04d}{high[4:]}")
    return low, high


def _low_of(a: Dated, b: Dated, language: str) -> str | None:
    """The first end; of an undated report's bare month, with the year of the second."""
    if a.value:
        return a.value.low
    year = b.value.year if b.value and b.atom.get("year") else None
    if year is None or a.atom.kind != "m":
        return None
    return f"{year:04d}-{tables(language).months[a.atom.get('month').rstrip('.')]:02d}"


def _between(text: str, sentence: Sentence, a: Dated, language: str) -> int | None:
    """Where "between" stands directly before the first of two dates."""
    low = max(sentence.start, a.start - 12)
    found = joints_of(language).between_words.search(text[low : a.start])
    return low + found.start() if found else None


def expression_of(text: str, start: int, end: int, value: Value, role: str) -> TimeExpression | None:
    """The words from `start` to `end` with what they say."""
    return TimeExpression(start, end, text[start:end], value.when(), role)
