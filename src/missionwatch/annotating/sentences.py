"""Where sentences begin and end in news text, clumsy translations included."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cache

from missionwatch.annotating.words import words
from missionwatch.model.document import Sentence

_STOP = re.compile(r"(?:\.{2,}|[.!?…]+)")
_CLOSERS = "\"'”’»)]“"
_DASH = re.compile(r"[–—―-]\s")
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_BLANK = re.compile(
    r"(?:\r\n|\r|\n|\u2028|\u2029|\x0b|\x0c|\x85)[^\S\r\n]*(?:\r\n|\r|\n|\u2028|\u2029|\x0b|\x0c|\x85)"
)
_LAST_WORD = re.compile(r"(?:[^\W_]|[.'’-](?=[^\W_]))+$")
_ORDINAL = re.compile(r"(?<!\d)(?<![.,:/])(?<![^.]-)\d{1,2}$")
_SINGLE = re.compile(r"(?<![^\W_])[^\W\d_]$")
_LETTERS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_LONGEST_BEFORE = 48  # characters; no abbreviation is longer
HEADLINE_LENGTH = 140
_WRAPPED_LINES = 3
"""So many line breaks at least tell a wrapped text."""


@dataclass(frozen=True, slots=True)
class _Rules:
    before_name: frozenset[str]
    before_number: frozenset[str]
    before_more: frozenset[str]
    never_ends: frozenset[str]
    clock: frozenset[str]
    domains: frozenset[str]
    starters: frozenset[str]
    articles: frozenset[str]
    ordinal_leads: frozenset[str]
    ordinal_follows: frozenset[str]
    months: frozenset[str]
    speech: frozenset[str]


@cache
def _rules(language: str) -> _Rules:
    short = words(language, "abbreviations")
    speech = words(language, "speech")
    return _Rules(
        before_name=short.set("before_name"),
        before_number=short.set("before_number"),
        before_more=short.set("before_more"),
        never_ends=short.set("never_ends"),
        clock=short.set("clock"),
        domains=short.set("domains"),
        starters=short.set("starters"),
        articles=short.set("articles"),
        ordinal_leads=short.set("ordinal_leads"),
        ordinal_follows=short.set("ordinal_follows"),
        months=frozenset(words(language, "calendar").numbers("months")),
        speech=frozenset(
            word for row in (*speech.rows("say"), *speech.rows("announce")) for word in row[1:4]
        ),
    )


def sentences(text: str, language: str = "en", title: str | None = None) -> tuple[Sentence, ...]:
    """The sentences of a text, in order. None is empty; none has space around it; none crosses a paragraph."""
    rules = _rules(language)
    found: list[Sentence] = []
    blocks = paragraphs(text)
    for number, (start, end) in enumerate(blocks):
        head = _is_headline(text[start:end], number, len(blocks), title)
        cuts = [(start, end)] if head else _cut(text, start, end, rules)
        found.extend(Sentence(a, b, number, head) for a, b in cuts)
    return tuple(found)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The spans of the paragraphs: lines, except where a block of lines is one paragraph wrapped to a width."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text)]
    trimmed = [(a, b) for a, b in (_trim(text, *line) for line in lines) if a < b]
    blocks: list[list[tuple[int, int]]] = []
    for line in trimmed:
        if blocks and not _BLANK.search(text, blocks[-1][-1][1], line[0]):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return [span for block in blocks for span in _joined(text, block)]


def _joined(text: str, block: list[tuple[int, int]]) -> list[tuple[int, int]]:
    head = block[:1] if text[slice(*block[0])].isupper() else []
    rest = block[len(head) :]
    if _runs_on(text, rest):
        return [*head, (rest[0][0], rest[-1][1])]
    full = [b - a for a, b in block[:-1]]
    if not full or min(full) < 45 or max(full) > 120 or max(full) - min(full) > 28:
        return block
    runs_on = sum(text[b - 1] not in '.!?:”"' for _, b in block[:-1])
    marked = any(_DASH.match(text, a) for a, _ in block[1:])
    return [(block[0][0], block[-1][1])] if runs_on * 2 > len(full) and not marked else block


def _runs_on(text: str, block: list[tuple[int, int]]) -> bool:
    """Whether most lines break off within a sentence, whatever their lengths: the next goes on in small letters."""
    pairs = list(itertools.pairwise(block))
    broken = sum(text[b - 1] not in ".!?:" and text[start].islower() for (_, b), (start, _) in pairs)
    return len(pairs) >= _WRAPPED_LINES and broken * 2 > len(pairs)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_headline(line: str, number: int, count: int, title: str | None) -> bool:
    if (
        title
        and number < 3
        and " ".join(line.split()).casefold().strip("# .") == " ".join(title.split()).casefold().strip("# .")
    ):
        return True
    if line.startswith("#") and line.lstrip("#").startswith(" "):
        return True
    if number or count < 2 or len(line) > HEADLINE_LENGTH or _DASH.match(line):
        return False
    return line[-1] not in '.!?:,;…”"»' and not re.search(r"[a-z]{2}[.!?]\s+[A-Z]", line)


def _cut(text: str, start: int, end: int, rules: _Rules) -> list[tuple[int, int]]:
    cuts: list[tuple[int, int]] = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.start() < begin:
            continue
        after = _boundary(text, begin, stop.start(), stop.end(), end, rules)
        if after is not None:
            a, b = _trim(text, begin, after)
            if cuts and not any(c.isalnum() for c in text[a:b]):
                cuts[-1] = (cuts[-1][0], b)  # signs alone belong to the sentence before
            elif a < b:
                cuts.append((a, b))
            begin = after
    a, b = _trim(text, begin, end)
    if a < b:
        cuts.append((a, b))
    return cuts


def _boundary(text: str, begin: int, stop: int, after: int, end: int, rules: _Rules) -> int | None:
    """Where the sentence ends that may end with the stop at `stop`..`after`, or None where it goes on."""
    close = after
    while close < end and text[close] in _CLOSERS and not _opens(text, close, end):
        close += 1
    if close >= end:
        return close
    if not text[close].isspace():
        return close if _glued(text, begin, stop, after, close, end, rules) else None
    upcoming = close
    while upcoming < end and text[upcoming].isspace():
        upcoming += 1
    if upcoming >= end:
        return close
    # a closing quote that stands apart: ‘... the roots. ” says Kofod’
    if text[upcoming] in "”»" and close == after:
        return None if text[upcoming + 1 : upcoming + 3].strip()[:1].islower() else upcoming + 1
    ends = _ends(text, begin, stop, after, close, upcoming, end, rules)
    return close if ends else None


def _opens(text: str, at: int, end: int) -> bool:
    """Whether the sign directly after a stop opens what comes instead of closing what was."""
    sign = text[at]
    following = text[at + 1] if at + 1 < end else " "
    return sign in "“\"'‘" and following.isalpha()


def _glued(text: str, begin: int, stop: int, after: int, close: int, end: int, rules: _Rules) -> bool:
    """A stop without a space behind it: a missing space, or the inside of a number, a name, an address."""
    if text[close] in '“"‘«([' and close == after:
        return text[stop - 1].isalnum() if stop > begin else False
    if after - stop > 1 or text[stop] != "." or close != after:
        return close != after and text[close].isupper()
    left = _LAST_WORD.search(text, begin, stop)
    right = re.compile(r"[^\W\d_]+").match(text, close, end)
    if not left or not right or (len(right.group()) < 2 and right.group().islower()):
        return False
    before, following = left.group(), right.group()
    if (
        "." in before
        or (len(before) < 3 and not before.isdigit())
        or not before[-1].islower()
        or before.lower() in rules.before_name
    ):
        return False
    spaces = [m for m in (text.rfind(c, begin, stop) for c in " \t\n\u00a0") if m >= 0]
    chunk = text[max(spaces, default=begin) : close + len(following) + 2]
    if any(sign in chunk for sign in "/@\\_=") or "www" in chunk.lower():
        return False
    alone = close + len(following) >= end or not text[close + len(following)].isalpha()
    return not (alone and following in rules.domains and following.islower())


def _ends(
    text: str, begin: int, stop: int, after: int, close: int, upcoming: int, end: int, rules: _Rules
) -> bool:
    """Whether a stop with a space behind it ends the sentence."""
    first = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*").match(text, upcoming, end)
    word = first.group() if first else ""
    lower = bool(word) and word[0].islower()
    if text[stop] in "!?" or "?" in text[stop:after] or "!" in text[stop:after]:
        return not (lower and (close > after or word in rules.speech))
    if text[stop] == "…" or after - stop > 1:
        return not lower
    if close > after:
        return not lower
    return not _goes_on(text, begin, stop, word, lower, upcoming, rules)


def _goes_on(text: str, begin: int, stop: int, word: str, lower: bool, upcoming: int, rules: _Rules) -> bool:
    """Whether the single full stop at `stop` belongs to an abbreviation, an initial or an ordinal."""
    if text[stop - 1].isdigit() and _ORDINAL.search(text, begin, stop):
        return _ordinal_goes_on(text, begin, stop, word, lower, rules)
    begin = max(begin, stop - _LONGEST_BEFORE)
    last = _LAST_WORD.search(text, begin, stop)
    if not last:
        return False
    before = last.group().lower()
    starter = word.lower() in rules.starters
    if before in rules.never_ends:
        return True
    if before in rules.clock or _LETTERS.search(text, begin, stop):
        return lower or (not starter and bool(word) and before not in rules.clock and not word[0].isdigit())
    if before in rules.before_number and word[:1].isdigit():
        return True
    if _SINGLE.search(text, begin, stop):
        return bool(word) and not lower and last.group().isupper() and not starter
    if before in rules.before_name and (last.group()[0].isupper() or lower):
        return bool(word) and not (starter and before in {"st", "col", "ft", "mt"})
    if before in rules.months and len(before) <= 4 and before != "may":
        return word[:1].isdigit() or lower
    return before in rules.before_more and (lower or word[:1].isdigit() or before in {"approx", "ca"})


def _ordinal_goes_on(text: str, begin: int, stop: int, word: str, lower: bool, rules: _Rules) -> bool:
    if word.lower() in rules.months:
        return True
    digits = stop - 1 if not text[stop - 2 : stop].isdigit() else stop - 2
    before = text[begin:digits].split()
    if not before:  # "1. Foo" in a list, "18. march" at the head of a sentence
        return True
    if (
        lower
        and word not in rules.articles
        and (before[-1].lower() in rules.ordinal_leads or word in rules.ordinal_follows)
    ):
        return True
    return before[-1].lower() in rules.articles and bool(word) and word.lower() not in rules.starters
