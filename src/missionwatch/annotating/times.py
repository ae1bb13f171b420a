"""Time expressions: dates with the words that bound them, resolved to EDTF against the publication date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from missionwatch.annotating.atoms import Atom
from missionwatch.annotating.calendar_values import Value, shift
from missionwatch.annotating.dated_words import find_atoms, tables
from missionwatch.annotating.resolving import NEAREST, Setting, count_of, days_of, resolve, unit_of, with_part
from missionwatch.annotating.tense import FUTURE, PAST, UNSURE, tense_at
from missionwatch.annotating.words import alternatives, words
from missionwatch.model.document import Document, Sentence, TimeExpression

_DURATIONS = frozenset({"for", "length", "plain_length"})
_RELATIVE = frozenset({"wd", "m", "dmy", "mdy", "season", "unit", "ahead", "turn", "side"})


@dataclass(frozen=True, slots=True)
class _Joints:
    """What stands before, after and between dates."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    between: re.Pattern[str]
    from_length: re.Pattern[str]
    to_length: re.Pattern[str]
    roles: dict[str, str]
    after_roles: dict[str, str]
    moved: re.Pattern[str]
    phrasal: re.Pattern[str]


@cache
def _joints(language: str) -> _Joints:
    data = words(language, "times")
    roles = {word: role for role, listed in data.groups("roles").items() for word in listed}
    after = {word: role for role, listed in data.groups("after_words").items() for word in listed}
    softeners = alternatives(data.listed("softeners"))
    starts = alternatives(data.listed("starts"))
    return _Joints(
        before=re.compile(rf"(?<![\w-])(?P<role>{alternatives(roles)})\s+(?:(?:{softeners})\s+)*$", re.I),
        after=re.compile(rf"\s*,?\s*(?P<role>{alternatives(after)})\b", re.I),
        between=re.compile(
            rf"\s*,?\s*(?P<sign>{alternatives(data.listed('joiners'))}|[-–—])\s*(?:(?:{softeners})\s+)*(?:the\s+)?",
            re.I,
        ),
        from_length=re.compile(rf"\s*,?\s*(?:{starts})\s+(?:the\s+)?", re.I),
        to_length=re.compile(r"\s*,?\s*(?:and\s+|then\s+)*", re.I),
        roles=roles,
        after_roles=after,
        moved=re.compile(rf"\b(?:{alternatives(data.listed('moved'))})\s+(?:[\w-]+\s+){{0,2}}to\s+$", re.I),
        phrasal=re.compile(rf"\b(?:{alternatives(data.listed('phrasal'))})\s+$", re.I),
    )


@dataclass(frozen=True, slots=True)
class _Dated:
    """An atom with its value and the word before it that bounds it."""

    atom: Atom
    value: Value | None
    role: str | None
    start: int


def with_times(document: Document) -> Document:
    """The step: the document with its time expressions."""
    return replace(document, times=find_times(document))


def find_times(document: Document) -> tuple[TimeExpression, ...]:
    """The time expressions of a document with sentences, in the order of the text, none within another."""
    text, language = document.text, document.language
    found: list[TimeExpression] = []
    before: Value | None = None
    for sentence in document.sentences:
        atoms = find_atoms(text, sentence.start, sentence.end, language)
        if atoms:
            dated, before = _dated(document, sentence, atoms, before)
            found.extend(_composed(text, sentence, dated, language))
    return tuple(found)


def _dated(
    document: Document, sentence: Sentence, atoms: Sequence[Atom], before: Value | None
) -> tuple[list[_Dated], Value | None]:
    text, language = document.text, document.language
    joints = _joints(language)
    dated: list[_Dated] = []
    for atom in atoms:
        role, start = _role_before(text, sentence, atom, joints)
        setting = Setting(
            document.report.published, _tense(text, sentence, atom, start, role, language), before, language
        )
        value = with_part(resolve(atom, setting), atom)
        dated.extend(_days_apart(atom, value, role, start, setting))
        before = value or before
    return dated, before


def _days_apart(
    atom: Atom, value: Value | None, role: str | None, start: int, setting: Setting
) -> list[_Dated]:
    """One date, or the several days of "on 5 and 12 May", each with its own words."""
    more = atom.parts.get("more", "")
    if not re.search(r"and|,|&|\bor\b", more) or value is None:
        return [_Dated(atom, value, role, start)]
    values = days_of(atom, setting)
    where = list(re.finditer(r"\d+(?:st|nd|rd|th|\.)?", atom.parts["day"] + more))
    base = atom.start + int(atom.parts["days_at"])
    pieces: list[_Dated] = []
    for i, (one, place) in enumerate(zip(values, where, strict=False)):
        first, last = i == 0, i == len(values) - 1
        begin = start if first else base + place.start()
        end = atom.end if last else base + place.end()
        pieces.append(
            _Dated(replace(atom, start=begin if not first else atom.start, end=end), one, role, begin)
        )
    return pieces


def _role_before(text: str, sentence: Sentence, atom: Atom, joints: _Joints) -> tuple[str | None, int]:
    low = max(sentence.start, atom.start - 48)
    found = joints.before.search(text[low : atom.start])
    if not found:
        return None, atom.start
    word = " ".join(found["role"].lower().split())
    if word == "over" and joints.phrasal.search(text[low : low + found.start()]):
        return None, atom.start
    if word == "to" and joints.moved.search(text[low : atom.start]):
        return "moved", low + found.start()
    return joints.roles[word], low + found.start()


def _tense(text: str, sentence: Sentence, atom: Atom, start: int, role: str | None, language: str) -> str:
    if atom.kind not in _RELATIVE:
        return PAST
    if role == "since":
        return PAST
    if role in {"until", "by", "moved"}:
        return NEAREST if atom.kind in {"m", "dmy", "mdy"} else FUTURE
    tense = tense_at(text, sentence.start, sentence.end, start, atom.end, language)
    if tense == UNSURE and atom.kind == "side":
        return FUTURE if atom.get("side") == "later" else PAST
    return tense


def _composed(text: str, sentence: Sentence, dated: Sequence[_Dated], language: str) -> list[TimeExpression]:
    """The dates of a sentence, pairs of them joined into one expression."""
    found: list[TimeExpression] = []
    i = 0
    while i < len(dated):
        this, following = dated[i], dated[i + 1] if i + 1 < len(dated) else None
        joined = _joined(text, sentence, this, following, language) if following else None
        if joined and this.atom.kind in _DURATIONS and i + 2 < len(dated):
            # "by 12 months from July 2023 to July 2024": both ends are said
            joined = None if _joined(text, sentence, dated[i + 1], dated[i + 2], language) else joined
        expression = joined or _single(text, sentence, this, language)
        if expression:
            found.append(expression)
        i += 2 if joined else 1
    return found


def _joined(
    text: str, sentence: Sentence, a: _Dated, b: _Dated | None, language: str
) -> TimeExpression | None:
    if b is None:
        return None
    joints = _joints(language)
    gap = text[a.atom.end : b.atom.start]
    lengths = a.atom.kind in _DURATIONS, b.atom.kind in _DURATIONS
    if lengths == (True, False) and joints.from_length.fullmatch(gap) and b.value:
        return _stretch(text, a.start, b.atom.end, b.value, a.atom, language)
    if (
        lengths == (False, True)
        and a.role in {"from", "at", None}
        and a.value
        and b.atom.kind == "for"
        and joints.to_length.fullmatch(gap)
    ):
        return _stretch(text, a.start, b.atom.end, a.value, b.atom, language)
    if (
        lengths == (False, True)
        and a.role == "from"
        and a.value
        and re.fullmatch(r"\s+and\s+(?:the\s+)?(?:next\s+)?", gap)
    ):
        return _stretch(text, a.start, b.atom.end, a.value, b.atom, language)
    if any(lengths) or a.value is None or b.value is None:
        return None
    sign = joints.between.fullmatch(gap)
    if not sign:
        return None
    word = sign["sign"].lower()
    between = _between(text, sentence, a)
    if word == "and" and between is None:
        return None
    if word == "to" and a.role not in {"from", None, "at"}:
        return None
    low, high = _completed(a, b)
    if low is None or high is None:
        return None
    role = "between" if word == "and" else "from"
    start = a.start if word != "and" or between is None else between
    return _expression(text, start, b.atom.end, Value(low, high, set=word == "and"), role)


def _completed(a: _Dated, b: _Dated) -> tuple[str | None, str | None]:
    """Both ends. A first end without a year takes it from the second: "from May to June 2021"."""
    low, high = (a.value.low if a.value else None), (b.value.high if b.value else None)
    bare = a.atom.kind in {"m", "dmy", "mdy", "season"} and not a.atom.get("year")
    if low and high and bare and b.atom.get("year") and high[:4].isdigit():
        low = f"{high[:4]}{low[4:]}"
        if low[:7] > high[:7]:
            low = f"{int(high[:4]) - 1:04d}{low[4:]}"
    if (
        low
        and high
        and not b.atom.get("year")
        and b.atom.kind in {"m", "dmy", "mdy", "season"}
        and low[:4].isdigit()
        and high[:4].isdigit()
    ):
        high = f"{low[:4]}{high[4:]}"
        if high[:7] < low[:7]:
            high = f"{int(low[:4]) + 1:04d}{high[4:]}"
    return low, high


def _between(text: str, sentence: Sentence, a: _Dated) -> int | None:
    """Where "between" stands directly before the first of two dates."""
    low = max(sentence.start, a.start - 12)
    found = re.search(r"\bbetween\s+(?:the\s+)?$", text[low : a.start], re.I)
    return low + found.start() if found else None


def _stretch(
    text: str, start: int, end: int, first: Value, length: Atom, language: str
) -> TimeExpression | None:
    """A duration with its beginning: both ends follow."""
    known = tables(language)
    count, low = count_of(length, known), first.low
    if not count or low is None:
        return None
    high = shift(low, unit_of(length, known), count)
    return _expression(text, start, end, Value(low, high), "from") if high else None


def _single(text: str, sentence: Sentence, one: _Dated, language: str) -> TimeExpression | None:
    if one.atom.kind == "plain_length":
        return None
    if one.atom.kind in _DURATIONS:
        return TimeExpression(one.start, one.atom.end, text[one.start : one.atom.end], None, "for")
    role, end = ("at" if one.role in {None, "moved"} else one.role or "at"), one.atom.end
    after = _joints(language).after.match(text, end)
    if after and after.end() <= sentence.end:
        role, end = _joints(language).after_roles[" ".join(after["role"].lower().split())], after.end()
    if role == "until" and re.search(
        r"(?:\bnot|n['’]t|\bnever)\b[^.;,]{0,50}$", text[sentence.start : one.start]
    ):
        role = "from"
    if one.atom.kind in {"past", "ahead"} and role == "at":
        role = "during"
    if one.value is None:
        return TimeExpression(one.start, end, text[one.start : end], None, role)
    return _expression(text, one.start, end, _bounded(one.value, role), role)


def _bounded(value: Value, role: str) -> Value:
    """The value with the end open that the bounding word leaves open."""
    if role in {"since", "from", "after"}:
        return value if not value.is_point and not value.set else Value(value.low, None)
    if role in {"until", "by", "before"}:
        return Value(None, value.high)
    return value


def _expression(text: str, start: int, end: int, value: Value, role: str) -> TimeExpression | None:
    return TimeExpression(start, end, text[start:end], value.when(), role)
