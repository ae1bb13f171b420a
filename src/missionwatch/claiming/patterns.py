"""Patterns: things that news says in noun groups rather than with a verb ("the NATO-led force", "the
500-strong mission").

A pattern is a row of steps over the units of a sentence, written in `languages/CODE/patterns.yaml`:

    word            this word; `a|b` one of several; `word?` may be missing; `at_least` several that count as one
    {kind}          a mention of this kind, or `{number}`, `{time}`; `{kind:part}` also fills a part of the claim
    {:class}        a word of this class of the lexicon; `{:class:part}` likewise
    ..3             up to three units of any kind but sentence marks
    __3             up to three units without a preposition among them
"""

from __future__ import annotations

import functools
import importlib.resources
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from missionwatch.claiming.clauses import Clause
from missionwatch.claiming.frames import Example
from missionwatch.claiming.lexicon import Lexicon
from missionwatch.claiming.units import Unit
from missionwatch.errors import InvalidData
from missionwatch.model.claim import ASPECT_VALUES

_MARKS = frozenset('.;:–—“”"!?')
_PARTS = ("actor", "count", "place", "mission")


@dataclass(frozen=True, slots=True)
class Step:
    words: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    word_class: str | None = None
    part: str | None = None
    gap: int = 0
    within: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True, eq=False)  # compared by identity: options cannot be hashed
class Pattern:
    name: str
    aspect: str
    value: str
    rows: tuple[tuple[Step, ...], ...]
    needed: tuple[tuple[frozenset[str], ...], ...]
    options: Mapping[str, Any]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class PatternMatch:
    """Where a pattern fits: units `first` to `last`, and the unit that fills each part."""

    pattern: Pattern
    first: int
    last: int
    parts: Mapping[str, Unit] = field(default_factory=dict)


def _step(text: str) -> Step:
    if text.startswith(("..", "__")):
        return Step(gap=int(text[2:]), within=text.startswith("__"))
    if text.startswith("{"):
        optional = text.endswith("?")
        kinds, *rest = text.rstrip("?")[1:-1].split(":")
        if kinds:
            return Step(kinds=frozenset(kinds.split("|")), part=rest[0] if rest else None, optional=optional)
        return Step(word_class=rest[0], part=rest[1] if len(rest) > 1 else None, optional=optional)
    return Step(words=frozenset(text.rstrip("?").replace("_", " ").split("|")), optional=text.endswith("?"))


def _pattern(entry: Mapping[str, Any], file: str) -> Pattern:
    where = f"{file}: {entry.get('name')}"
    if "links" not in entry and entry.get("value") not in ASPECT_VALUES.get(str(entry.get("aspect")), ()):
        raise InvalidData(where, f"{entry.get('aspect')} {entry.get('value')} is no claim of the scheme")
    rows = tuple(tuple(_step(s) for s in row.split()) for row in entry["patterns"])
    for part in (s.part for row in rows for s in row):
        if part is not None and part not in _PARTS:
            raise InvalidData(where, f"{part!r} is no part of a claim", f"Use one of {', '.join(_PARTS)}")
    examples = tuple(Example(e["text"], tuple(e["claims"])) for e in entry.get("examples", ()))
    return Pattern(
        entry["name"],
        entry.get("aspect", ""),
        entry.get("value", ""),
        rows,
        tuple(map(_needed, rows)),
        dict(entry),
        examples,
    )


@functools.cache
def _load(language: str) -> tuple[Pattern, ...]:
    file = f"languages/{language}/patterns.yaml"
    folder = importlib.resources.files("missionwatch.claiming") / "languages" / language
    text = (folder / "patterns.yaml").read_text(encoding="utf-8")
    return tuple(_pattern(entry, file) for entry in yaml.load(text, Loader=yaml.CBaseLoader))


@functools.cache
def load_patterns(language: str) -> tuple[Pattern, ...]:
    """The patterns of a language that give claims; InvalidData names the pattern at fault."""
    return tuple(p for p in _load(language) if "links" not in p.options)


@functools.cache
def load_links(language: str) -> tuple[Pattern, ...]:
    """The patterns of a language that point back to the claim before ("the same applies to")."""
    return tuple(p for p in _load(language) if "links" in p.options)


def _fits(step: Step, unit: Unit, lexicon: Lexicon) -> bool:
    if step.words:
        role = (
            unit.mention is not None and unit.mention.form == "role" and unit.text.split()[-1] in step.words
        )
        return role or (unit.kind in ("word", "mark", "number") and unit.text in step.words)
    if step.kinds:
        form = unit.mention.form if unit.mention is not None else ""
        if form == "adjective":
            return "national" in step.kinds
        return unit.kind in step.kinds and form != "role"
    return (
        step.word_class is not None and unit.kind == "word" and lexicon.in_class(unit.text, step.word_class)
    )


def _may_skip(step: Step, unit: Unit, lexicon: Lexicon) -> bool:
    if unit.text in _MARKS or unit.kind == "nation":
        return False
    return not (step.within and unit.text in lexicon.prepositions)


def _match(
    steps: tuple[Step, ...], units: tuple[Unit, ...], at: int, lexicon: Lexicon
) -> tuple[int, dict[str, Unit]] | None:
    """The unit after the match that begins at `at`, and the parts; shortest gaps first."""
    if not steps:
        return at, {}
    step, rest = steps[0], steps[1:]
    if step.gap:
        for skipped in range(step.gap + 1):
            if skipped and not (
                at + skipped <= len(units) and _may_skip(step, units[at + skipped - 1], lexicon)
            ):
                return None
            found = _match(rest, units, at + skipped, lexicon)
            if found:
                return found
        return None
    if at < len(units) and _fits(step, units[at], lexicon):
        found = _match(rest, units, at + 1, lexicon)
        if found:
            end, parts = found
            return end, ({step.part: units[at], **parts} if step.part else parts)
    return _match(rest, units, at, lexicon) if step.optional else None


def _holds(pattern: Pattern, clause: Clause, first: int, end: int) -> bool:
    """Whether among the words of a match, or right before it ("former"), is one that its pattern must do `without`."""
    words = [w for u in clause.units[max(first - 1, 0) : end] for w in u.text.split()]
    return any(clause.lexicon.in_class(w, c) for c in pattern.options.get("without", ()) for w in words)


@functools.cache
def _by_rarest(patterns: tuple[Pattern, ...]) -> Mapping[str, tuple[tuple[int, int], ...]]:
    """The rows, each as the number of its pattern and its own, by each of the words of which it needs one."""
    rows: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for i, pattern in enumerate(patterns):
        for j, needed in enumerate(pattern.needed):
            for word in needed[0]:
                rows[word].append((i, j))
    return {word: tuple(found) for word, found in rows.items()}


def _possible(
    patterns: tuple[Pattern, ...], there: frozenset[str]
) -> Iterator[tuple[Pattern, tuple[tuple[Step, ...], ...]]]:
    """The patterns and their rows for which a sentence has all that they need, in their order."""
    by_rarest = _by_rarest(patterns)
    called = {place for word in there if word in by_rarest for place in by_rarest[word]}
    fitting = ((i, j) for i, j in sorted(called) if _has(there, patterns[i].needed[j]))
    for i, places in itertools.groupby(fitting, key=lambda place: place[0]):
        yield patterns[i], tuple(patterns[i].rows[j] for _, j in places)


def find(patterns: tuple[Pattern, ...], clause: Clause) -> Iterator[PatternMatch]:
    """Every place of the sentence where one of the patterns fits; of a pattern one match a starting unit."""
    there = _there(clause.units)
    for pattern, rows in _possible(patterns, there):
        for at in range(len(clause.units)):
            for row in rows:
                found = _match(row, clause.units, at, clause.lexicon)
                if found and not _holds(pattern, clause, at, found[0]):
                    end, parts = found
                    yield PatternMatch(pattern, at, end - 1, parts)
                    break


def _needed(row: tuple[Step, ...]) -> tuple[frozenset[str], ...]:
    """For each step that cannot be missing the words or kinds of which it needs one, the rarest first."""
    steps = (step for step in row if not step.optional)
    needed = (step.words or step.kinds for step in steps if step.words or step.kinds)
    return tuple(sorted(needed, key=_frequency))


def _frequency(words: frozenset[str]) -> int:
    return -min(map(len, words))


def _there(units: tuple[Unit, ...]) -> frozenset[str]:
    """The words and kinds of a sentence."""
    named = [u for u in units if u.mention is not None]
    national = ["national" for u in named if u.mention is not None and u.mention.form == "adjective"]
    words = (*(u.text for u in units), *(u.text.split()[-1] for u in named))
    return frozenset((*words, *(u.kind for u in units), *national))


def _has(there: frozenset[str], needed: Iterable[frozenset[str]]) -> bool:
    """Whether a row may fit: most rows ask for something that is not there, and need no closer look."""
    return not any(map(there.isdisjoint, needed))
