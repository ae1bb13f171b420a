"""Time expressions: dates with the words that bound them, resolved to EDTF against the publication date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from missionwatch.annotating.atoms import Atom
from missionwatch.annotating.calendar_values import Value
from missionwatch.annotating.dated_words import find_atoms, tables
from missionwatch.annotating.joining import (
    DURATIONS,
    Dated,
    Joints,
    expression_of,
    joined_with,
    joints_of,
    with_shared_years,
)
from missionwatch.annotating.narrative import is_narrative, tells_of_old_times
from missionwatch.annotating.plausible import belongs_to_a_thing
from missionwatch.annotating.reckoning import ago, unit_of
from missionwatch.annotating.resolving import days_of, resolve
from missionwatch.annotating.setting import NEAREST, Setting
from missionwatch.annotating.tense import FUTURE, PAST, UNSURE, tense_at
from missionwatch.model.document import Document, Sentence, TimeExpression

_RELATIVE = frozenset(
    {"wd", "m", "dmy", "mdy", "season", "feast", "quarter", "unit", "ahead", "turn", "side"}
)
_PERFECT_REACH = 80  # characters before a duration within which a perfect tense counts
_OPENING = 24  # characters within which a date opens its sentence
_FROM_PUBLICATION = frozenset({"word", "ago", "past", "ahead", "wd"})


def with_times(document: Document) -> Document:
    """The step: the document with its time expressions."""
    return replace(document, times=find_times(document))


def find_times(document: Document) -> tuple[TimeExpression, ...]:
    """The time expressions of a document with sentences, in the order of the text, none within another."""
    text, language = document.text, document.language
    old = tells_of_old_times(text, language)
    rows = [(s, find_atoms(text, s.start, s.end, language, old)) for s in document.sentences]
    narrative = is_narrative((atom for _, atoms in rows for atom in atoms), document.report.published)
    found: list[TimeExpression] = []
    thread = _first_year(rows) if narrative else None
    setting = Setting(document.report.published, UNSURE, thread, language, thread)
    for sentence, atoms in rows:
        if atoms:
            dated, setting = _dated(document, sentence, atoms, setting)
            found.extend(_composed(text, sentence, dated, language))
    return tuple(found)


def _first_year(rows: Sequence[tuple[Sentence, Sequence[Atom]]]) -> Value | None:
    """The first year that the text writes: what dates before it count from."""
    years = (atom.get("year") or atom.get("low") for _, atoms in rows for atom in atoms)
    return next((Value.point(year[-4:]) for year in years if year[-4:].isdigit()), None)


def _dated(
    document: Document, sentence: Sentence, atoms: Sequence[Atom], setting: Setting
) -> tuple[list[Dated], Setting]:
    """The dates of a sentence, and the setting of the next one."""
    text, language = document.text, document.language
    joints = joints_of(language)
    dated: list[Dated] = []
    for atom in with_shared_years(text, atoms, language):
        role, start = _role_before(text, sentence, atom, joints)
        setting = replace(setting, tense=_tense(text, sentence, atom, start, role, language))
        value = resolve(atom, setting)
        since = _lasting_since(text, sentence, atom, setting) if atom.kind == "for" else None
        dated.extend(_days_apart(atom, since or value, role, start, setting))
        if value and atom.kind == "quarter":
            setting = replace(setting, period=value)
        if value and value.year and not belongs_to_a_thing(text, atom, language):
            moves = setting.thread and _moves_on(sentence, atom)
            setting = replace(setting, before=value, thread=value if moves else setting.thread)
    return dated, setting


def _lasting_since(text: str, sentence: Sentence, atom: Atom, setting: Setting) -> Value | None:
    """ "Has been there for two years": since when; None where the words before are no perfect."""
    before = text[max(sentence.start, atom.start - _PERFECT_REACH) : atom.start]
    if not joints_of(setting.language).perfect.search(before):
        return None
    begun = ago(atom, setting, tables(setting.language))
    return Value(begun.low, None) if begun is not None and begun.is_point else None


def _moves_on(sentence: Sentence, atom: Atom) -> bool:
    """Whether a narrative comes to this date: not to one that counts from publication, nor a year told in passing."""
    if atom.kind in _FROM_PUBLICATION or atom.get("whose") in {"this", "last", "next", "the previous"}:
        return False
    return atom.kind != "year" or atom.start - sentence.start <= _OPENING


def _days_apart(
    atom: Atom, value: Value | None, role: str | None, start: int, setting: Setting
) -> list[Dated]:
    """One date, or the several days of "on 5 and 12 May", each with its own words."""
    more = atom.parts.get("more", "")
    if not re.search(r"and|,|&|\bor\b", more) or value is None:
        return [Dated(atom, value, role, start)]
    values = days_of(atom, setting)
    where = list(re.finditer(r"\d+(?:st|nd|rd|th|\.)?", atom.parts["day"] + more))
    base = atom.start + int(atom.parts["days_at"])
    pieces: list[Dated] = []
    for i, (one, place) in enumerate(zip(values, where, strict=False)):
        first, last = i == 0, i == len(values) - 1
        begin = start if first else base + place.start()
        end = atom.end if last else base + place.end()
        pieces.append(
            Dated(replace(atom, start=begin if not first else atom.start, end=end), one, role, begin)
        )
    return pieces


def _role_before(text: str, sentence: Sentence, atom: Atom, joints: Joints) -> tuple[str | None, int]:
    low = max(sentence.start, atom.start - 48)
    found = joints.before.search(text[low : atom.start])
    if not found:
        return None, atom.start
    word = " ".join(found["role"].lower().split())
    if word == "over" and joints.phrasal.search(text[low : low + found.start()]):
        return None, atom.start
    if word == "to" and joints.moved.search(text[low : atom.start]):
        return "moved", low + found.start()
    if joints.roles[word] == "for" and atom.kind != "past":
        return None, atom.start
    return joints.roles[word], low + found.start()


def _tense(text: str, sentence: Sentence, atom: Atom, start: int, role: str | None, language: str) -> str:
    if atom.kind not in _RELATIVE:
        return PAST
    if role == "since":
        return PAST
    tense = tense_at(text, sentence.start, sentence.end, start, atom.end, language)
    if role in {"until", "by", "before", "moved"}:
        return NEAREST if tense != FUTURE and atom.kind in {"m", "dmy", "mdy"} else FUTURE
    if tense == UNSURE and atom.kind == "side":
        return FUTURE if atom.get("side") == "later" else PAST
    return tense


def _composed(text: str, sentence: Sentence, dated: Sequence[Dated], language: str) -> list[TimeExpression]:
    """The dates of a sentence, pairs of them joined into one expression."""
    found: list[TimeExpression] = []
    i = 0
    while i < len(dated):
        this, following = dated[i], dated[i + 1] if i + 1 < len(dated) else None
        joined = joined_with(text, sentence, this, following, language) if following else None
        if joined and this.atom.kind in DURATIONS and i + 2 < len(dated):
            # "by 12 months from July 2023 to July 2024": both ends are said
            joined = None if joined_with(text, sentence, dated[i + 1], dated[i + 2], language) else joined
        expression = joined or _single(text, sentence, this, language)
        if expression:
            found.append(expression)
        i += 2 if joined else 1
    return found


def _single(text: str, sentence: Sentence, one: Dated, language: str) -> TimeExpression | None:
    if one.atom.kind == "plain_length":
        return None
    if one.atom.kind in DURATIONS:
        when = one.value.when() if one.value is not None else None
        return TimeExpression(one.start, one.atom.end, text[one.start : one.atom.end], when, "for")
    start, end = one.start, one.atom.end
    role = "at" if one.role in {None, "moved"} else one.role or "at"
    after = joints_of(language).after.match(text, end)
    if after and after.end() <= sentence.end:
        role, end = joints_of(language).after_roles[" ".join(after["role"].lower().split())], after.end()
    if role == "at" and start == one.atom.start and belongs_to_a_thing(text, one.atom, language):
        role = "of"
    if role == "until" and joints_of(language).not_before_until.search(text[sentence.start : start]):
        role = "after"
    if one.atom.kind in {"past", "ahead"} and role == "at":
        role = "during"
    if one.value is None:
        return TimeExpression(start, end, text[start:end], None, role)
    if role == "for":
        value, role = _throughout(one, one.value, language), "from"
    else:
        value = _bounded(one.value, role)
    return expression_of(text, start, end, value, role)


def _throughout(one: Dated, value: Value, language: str) -> Value:
    """ "For the next six months": from publication until then; "for the past two years": since then."""
    length = {"year": 4, "decade": 4, "month": 7}.get(unit_of(one.atom, tables(language)), 10)
    low, high = value.low or "", value.high or ""
    if one.atom.get("side") in {"last", "previous"}:
        return Value(low[:length], None)
    return Value(low, high[: max(length, 7)])


def _bounded(value: Value, role: str) -> Value:
    """The value with the end open that the bounding word leaves open."""
    if role in {"since", "from", "after"}:
        return value if not value.is_point and not value.set else Value(value.low, None)
    if role in {"until", "by", "before"}:
        return Value(None, value.high)
    return value
