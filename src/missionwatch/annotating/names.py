"""Runs of capitalised words that may be a person's name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from missionwatch.annotating.words import words
from missionwatch.model.document import Mention

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[\u0300-\u036f]|['’-](?=[^\W\d_]))*")
_JOINED = re.compile(r"(?:al|el|an|as|ad|ar|ash|az|ul|d|l|bin|ibn)[-'’][^\W\d_]", re.I)
LONGEST = 6


@dataclass(frozen=True, slots=True)
class Name:
    """A possible name: its span and its words; `weight` is the number of capitalised words, initials aside."""

    start: int
    end: int
    parts: tuple[str, ...]
    weight: int
    written: str = ""  # as the report writes it, spaces aside


@dataclass(frozen=True, slots=True)
class _Lists:
    particles: frozenset[str]
    barred: frozenset[str]
    also: frozenset[str]


@cache
def _lists(language: str) -> _Lists:
    people, calendar = words(language, "people"), words(language, "calendar")
    dates = {w for key in ("months", "weekdays", "seasons") for w in calendar.numbers(key)}
    return _Lists(people.set("particles"), people.set("not_names") | dates, people.set("also_names"))


def find_names(text: str, mentions: Iterable[Mention], language: str) -> list[Name]:
    """Every run of words that is written like a name and names nothing else that is known."""
    lists = _lists(language)
    taken = _taken(mentions, lists)
    names: list[Name] = []
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        if run and not _continues(text, run[-1], match):
            _close(text, run, names, lists)
            run = []
        word = match.group()
        if not run and word.islower():
            continue  # most words: no name begins with them
        if not _nameable(word, match.start(), text, lists, bool(run)) or match.start() in taken:
            _close(text, run, names, lists)
            run = []
            continue
        run.append(match)
    _close(text, run, names, lists)
    return names


def _taken(mentions: Iterable[Mention], lists: _Lists) -> set[int]:
    """Where known names stand, save single words that people are called as well."""
    return {
        at
        for m in mentions
        if m.kind != "person" and not (m.kind in ("nation", "place") and m.text.lower() in lists.also)
        for at in range(m.start, m.end)
    }


def _continues(text: str, last: re.Match[str], this: re.Match[str]) -> bool:
    between = text[last.end() : this.start()]
    if between in (" ", "\u00a0") or (between in ("’ ", "' ") and _JOINED.match(this.group())):
        return True
    initial = len(last.group()) <= 2 and last.group()[0].isupper()
    return initial and between in (".", ". ", ".\u00a0")


def _nameable(word: str, at: int, text: str, lists: _Lists, inside: bool) -> bool:
    if _JOINED.match(word) and any(c.isupper() for c in word):
        return True
    if word[0].islower():
        return inside and word in lists.particles
    if not word[0].isupper():
        return False
    if len(word) == 1:
        return text[at + 1 : at + 2] == "."
    if word.isupper() and len(word) > 1 and word.lower() in lists.barred:
        return False
    return word.lower() not in lists.barred


def _close(text: str, run: list[re.Match[str]], names: list[Name], lists: _Lists) -> None:
    while run and run[-1].group().islower():
        run = run[:-1]
    while run and run[0].group().islower() and not _JOINED.match(run[0].group()):
        run = run[1:]
    if not run or len(run) > LONGEST:
        return
    end = run[-1].end()
    parts = [m.group() for m in run]
    last = parts[-1]
    for tail in ("'s", "’s"):
        if last.endswith(tail):
            end -= len(tail)
            parts[-1] = last[: -len(tail)]
    if len(run) > 1 and all(p.isupper() and len(p) > 3 for p in parts) and len(parts) > 4:
        return
    weight = sum(len(p) > 1 and any(c.isupper() for c in p) for p in parts)
    if weight and len(parts[-1]) > 1:
        written = " ".join(text[run[0].start() : end].split())
        names.append(Name(run[0].start(), end, tuple(parts), weight, written))
