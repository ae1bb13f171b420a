"""Rows of words with slots ("for {number} {unit} siden"), and what they say in English."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from missionwatch.annotating.glossing.glossary import glossary
from missionwatch.annotating.glossing.tokens import Token
from missionwatch.annotating.words import words

_FIGURES = re.compile(r"\d{1,3}(?:\.\d{3})*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ONE = frozenset(("1", "a", "one", "a further", "another"))
_LONGEST_NUMBER = 3
Slots = dict[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A pattern: its steps (words, or a slot in braces) and the English with the slots in it."""

    steps: tuple[str, ...]
    english: str


@dataclass(frozen=True)
class Rows:
    """The patterns of a language by their first word; those that begin with a slot stand under ""."""

    by_first: Mapping[str, tuple[Row, ...]]
    classes: Mapping[str, Mapping[str, str]]
    numbers: Mapping[tuple[str, ...], str]
    about: frozenset[tuple[str, ...]]

    def match(self, tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
        """The longest pattern that fits at a token: the token behind it and the English."""
        best: tuple[int, int, str] | None = None
        for row in (*self.by_first.get(tokens[at].text, ()), *self.by_first.get("", ())):
            for end, slots in self._fits(row.steps, tokens, at):
                if best is None or (end, -len(slots)) > best[:2]:
                    best = end, -len(slots), _filled(row.english, slots)
        return (best[0], best[2]) if best else None

    def _fits(self, steps: tuple[str, ...], tokens: Sequence[Token], at: int) -> Iterator[tuple[int, Slots]]:
        if not steps:
            yield at, {}
            return
        for end, slots in self._step(steps[0], tokens, at):
            for last, more in self._fits(steps[1:], tokens, end):
                yield last, {**slots, **more}

    def _step(self, step: str, tokens: Sequence[Token], at: int) -> Iterator[tuple[int, Slots]]:
        if at >= len(tokens):
            return
        text = tokens[at].text
        if not step.startswith("{"):
            for word in step.split("|"):
                stop = word.endswith(".") and len(word) > 1
                if text == (word[:-1] if stop else word):
                    dotted = at + 1 < len(tokens) and tokens[at + 1].text == "."
                    yield at + (2 if stop and dotted else 1), {}
            return
        name = step.strip("{}")
        kind = name.rstrip("2")
        if kind == "day" and text.isdecimal() and 0 < int(text) < 32:
            dotted = at + 2 < len(tokens) and tokens[at + 1].text == "."
            yield at + (2 if dotted else 1), {name: str(int(text))}
        elif kind == "year" and _YEAR.fullmatch(text):
            yield at + 1, {name: text}
        elif kind == "number":
            yield from self._number(tokens, at)
        elif kind == "about":
            for length in range(3, 0, -1):
                if tuple(t.text for t in tokens[at : at + length]) in self.about:
                    yield at + length, {}
                    return
        elif kind in self.classes:
            table = self.classes[kind]
            dotted = at + 1 < len(tokens) and tokens[at + 1].text == "." and f"{text}." in table
            found = table.get(f"{text}.") if dotted else table.get(text)
            if found:
                yield at + (2 if dotted else 1), {name: found}

    def _number(self, tokens: Sequence[Token], at: int) -> Iterator[tuple[int, Slots]]:
        for length in range(_LONGEST_NUMBER, 0, -1):
            found = self.numbers.get(tuple(t.text for t in tokens[at : at + length]))
            if found is not None:
                yield at + length, {"number": found}
                return
        text = tokens[at].text
        if _FIGURES.fullmatch(text):
            yield at + 1, {"number": text.replace(".", ",")}


def _filled(english: str, slots: Slots) -> str:
    made = english
    for name, word in slots.items():
        made = made.replace(f"{{{name}}}", word)
    unit = slots.get("unit", "")
    return made.replace("{units}", unit if slots.get("number", "") in _ONE else f"{unit}s")


@cache
def rows(language: str, key: str) -> Rows:
    """The patterns of a language: `patterns` say when, `sizes` how large."""
    data = words(language, "times")
    by_first: dict[str, list[Row]] = defaultdict(list)
    for pattern, english in data.names(key).items():
        row = Row(tuple(pattern.split()), english)
        first = row.steps[0]
        for word in [""] if first.startswith("{") else first.split("|"):
            by_first[word.rstrip(".") if len(word) > 1 else word].append(row)
    known = glossary(language)
    numbers = {
        row: sense.english for rows in known.phrases.values() for row, sense in rows if sense.kind == "number"
    }
    numbers |= {
        (form,): s.english for form, senses in known.senses.items() for s in senses if s.kind == "number"
    }
    about: set[tuple[str, ...]] = {
        (form,) for form, senses in known.senses.items() if any(s.kind == "about" for s in senses)
    }
    about |= {row for rows in known.phrases.values() for row, sense in rows if sense.kind == "about"}
    classes = {
        name: {str(k): str(v) for k, v in table.items()} for name, table in data.table("classes").items()
    }
    return Rows({first: tuple(rows) for first, rows in by_first.items()}, classes, numbers, frozenset(about))
