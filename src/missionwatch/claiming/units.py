"""A sentence as a row of units: names, times, numbers, words and marks, each with its offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from missionwatch.model.document import Document, Mention, Sentence, TimeExpression
from missionwatch.model.passage import Span

_TOKEN = re.compile(
    r"\d{1,3}(?:[,. ]\d{3})+(?!\d)|(?<!\d, )\d{1,3}, (?:000|\d00(?= [a-z]{4}))(?!\d)|\d+(?:\.\d+)?"
    r"|[A-Z][A-Za-z]?[-‐‑]\d{1,3}[A-Z]?s?\b"  # aircraft: "F-16s"
    r"|[^\W\d_]+?(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ll|ve|d|m)\b|[^\W\d_]+(?:['’](?=[a-z]{2,}\b)[^\W\d_]+)*|--+|[^\w\s]|_"
)
_LONGEST_ABBREVIATION = 4
_DASHES = "-‐‑"
DASH = "--"
"""How a hyphen reads that stands for a dash."""
QUOTES = frozenset(("“", "”", '"', "„", "«", "»"))
NAMED = frozenset(("mission", "nation", "organisation", "body", "place", "person"))
"""The kinds of units that are mentions."""
_SMALL: Mapping[str, int] = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS: Mapping[str, int] = {
    w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_LARGE: Mapping[str, int] = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
_NUMBER_WORDS = frozenset((*_SMALL, *_TENS, *_LARGE))


class Unit(NamedTuple):  # made for every word: quicker than a frozen dataclass
    """One step of a sentence. `kind` is word, number, mark, time, or the kind of a mention; `text` is in lower case."""

    start: int
    end: int
    text: str
    kind: str
    mention: Mention | None = None
    time: TimeExpression | None = None
    number: int | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def number_of(words: Sequence[str]) -> int | None:
    """The number that figures or number words say ("2,000", "two hundred"), or None."""
    total = current = 0
    seen = False
    for word in words:
        plain = re.sub(r"(?:, |[,. ])(?=\d{3}\b)", "", word)
        if plain.isdecimal():
            current += int(plain)
        elif word in _SMALL:
            current += _SMALL[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word in _LARGE:
            if not seen and word != "dozen":
                return None  # "hundreds", "a few thousand" tell no number
            current = max(current, 1) * _LARGE[word]
            if _LARGE[word] >= 1000:
                total, current = total + current, 0
        elif word not in ("and", "-"):
            return None
        seen = True
    return total + current if seen else None


def _is_number_word(word: str) -> bool:
    return word in _NUMBER_WORDS


def _outermost(mentions: Sequence[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end, m.kind != "mission")):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _times_within(document: Document, sentence: Sentence) -> Iterator[TimeExpression]:
    """Those that date what is said, not "the 2014 agreement"."""
    first = bisect_left(document.times, sentence.start, key=lambda t: t.start)
    for time in document.times[first:]:
        if time.start >= sentence.end:
            return
        if time.end <= sentence.end and time.role != "of":
            yield time


def _merged(document: Document, sentence: Sentence) -> list[Unit]:
    """The mentions and time expressions of a sentence as units that do not overlap; a mention goes before a time."""
    inside = (m for m in document.within(sentence.span) if m.form != "implied")
    mentions = _outermost(tuple(inside))
    units = [Unit(m.start, m.end, m.text.lower(), m.kind, mention=m) for m in mentions]
    for time in _times_within(document, sentence):
        if not any(u.start < time.end and time.start < u.end for u in units):
            units.append(Unit(time.start, time.end, time.text.lower(), "time", time=time))
    return sorted(units, key=lambda u: u.start)


def _is_abbreviated(text: str, stop: re.Match[str], before: Unit | None) -> bool:
    """Whether a full stop within a sentence ends an abbreviation ("Maj. Gen. Holm")."""
    return (
        before is not None
        and before.end == stop.start()
        and before.kind == "word"
        and len(before.text) <= _LONGEST_ABBREVIATION
        and text[stop.end() : stop.end() + 1] == " "
    )


def _is_dash(text: str, hyphen: re.Match[str]) -> bool:
    """ "The force - the largest - has", "the force -- the largest --": a hyphen that stands apart is a dash."""
    start, end = hyphen.span()
    apart = start > 0 and text[start - 1] == " " == text[end : end + 1]
    return end - start > 1 or (
        apart and not (text[start - 2].isdecimal() and text[end + 1 : end + 2].isdecimal())
    )


def _plain(text: str, start: int, end: int) -> list[Unit]:
    found: list[Unit] = []
    for match in _TOKEN.finditer(text, start, end):
        start, end = match.span()
        word = text[start:end].lower()
        if "’" in word:
            word = word.replace("’", "'")
        if word == "." and _is_abbreviated(text, match, found[-1] if found else None):
            continue
        if word[0] == "-" and _is_dash(text, match):
            word = DASH
        kind = "number" if word[0].isdecimal() else "word" if word[0].isalpha() or word[0] == "'" else "mark"
        number = number_of([word]) if kind == "number" else None
        found.append(Unit(start, end, word, kind, None, None, number))
    return found


def _is_pronoun_one(units: list[Unit], i: int, j: int) -> bool:
    """ "one" counts people only right before them ("one soldier")."""
    return (
        j - i == 1
        and units[i].text == "one"
        and not (j < len(units) and units[j].kind == "word" and len(units[j].text) > 3)
    )


def _counts_on(units: list[Unit], i: int, first: int) -> bool:
    """Whether unit `i` goes on with the number that began at `first` ("two hundred and fifty", "twenty-five")."""
    unit = units[i]
    if unit.kind == "number" or (unit.kind == "word" and _is_number_word(unit.text)):
        return True
    return (
        i > first
        and unit.text == "-"
        and i + 1 < len(units)
        and (units[i + 1].text in _SMALL or units[i + 1].text in _LARGE)
    )


def _join_numbers(units: list[Unit]) -> list[Unit]:
    """Number words and the figures before them become one unit ("two hundred", "3 thousand")."""
    if not any(unit.kind == "number" or _is_number_word(unit.text) for unit in units):
        return units
    joined: list[Unit] = []
    i = 0
    while i < len(units):
        j = i
        while j < len(units) and _counts_on(units, j, i):
            j += 1
        if j == i or (j - i == 1 and units[i].kind == "number") or _is_pronoun_one(units, i, j):
            joined.append(units[i])
            i += 1
            continue
        words = [u.text for u in units[i:j]]
        one = i > 0 and units[i - 1].text == "a" and words[0] in _LARGE
        joined.append(
            Unit(
                units[i].start,
                units[j - 1].end,
                " ".join(words),
                "number",
                number=number_of(["one", *words] if one else words),
            )
        )
        i = j
    return joined


def _length(units: list[Unit], i: int, phrase: tuple[str, ...]) -> int:
    """How many units from `i` a fixed phrase covers: 0 where it does not stand; "#" is a number behind it."""
    words = phrase[:-1] if phrase[-1] == "#" else phrase
    end = i + len(words)
    stands = tuple(u.text for u in units[i:end]) == words
    counts = len(words) == len(phrase) or (end < len(units) and units[end].kind == "number")
    return len(words) if stands and counts else 0


def _join_phrases(units: list[Unit], joined: Mapping[str, frozenset[tuple[str, ...]]]) -> list[Unit]:
    """Fixed phrases become one unit ("as soon as")."""
    found: list[Unit] = []
    i = 0
    while i < len(units):
        phrases = joined.get(units[i].text) if units[i].kind == "word" else None
        length = max(1, *(_length(units, i, p) for p in phrases)) if phrases else 1
        last = units[i + length - 1]
        found.append(
            units[i]
            if length == 1
            else Unit(units[i].start, last.end, " ".join(u.text for u in units[i : i + length]), "word")
        )
        i += length
    return found


def _is_abbreviation_of_name(text: str, units: Sequence[Unit], i: int) -> bool:
    """ "World Food Programme (WFP) ships": the brackets around a word in capitals, or that word."""
    for first in (i, i - 1, i - 2):
        row = units[max(first, 0) : first + 3]
        if [u.text for u in row[::2]] == ["(", ")"] and row[1].kind == "word":
            return text[row[1].start : row[1].end].isupper()
    return False


def _is_said_again(units: Sequence[Unit], i: int) -> bool:
    """ "The UN mission in Mali, MINUSMA, has", "the UN mission (MINUSMA) has": a name in commas or brackets of the
    mission right before it, with its marks."""
    for first in (i, i - 1, i - 2):
        if first < 1 or first + 2 >= len(units):
            continue
        known, opening, again, closing = units[first - 1 : first + 3]
        if opening.text + closing.text in (",,", "()") and known.mention is not None:
            same = again.mention is not None and again.mention.id == known.mention.id
            if same and known.kind == again.kind == "mission":
                return True
    return False


def units_of(
    document: Document, sentence: Sentence, joined: Mapping[str, frozenset[tuple[str, ...]]]
) -> tuple[Unit, ...]:
    """The units of a sentence in the order of the text."""
    units: list[Unit] = []
    position = sentence.start
    for fixed in _merged(document, sentence):
        units.extend(_plain(document.text, position, fixed.start))
        units.append(fixed)
        position = fixed.end
    units.extend(_plain(document.text, position, sentence.end))
    if any(u.text == "(" for u in units):
        units = [u for i, u in enumerate(units) if not _is_abbreviation_of_name(document.text, units, i)]
    if sum(u.kind == "mission" for u in units) > 1:
        units = [u for i, u in enumerate(units) if not _is_said_again(units, i)]
    return tuple(_join_phrases(_join_numbers(units), joined))


def is_hyphen(unit: Unit) -> bool:
    return unit.kind == "mark" and unit.text in _DASHES


def without_quotes_after(words: Set[str], units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units without quotation marks that open within a group, right behind one of these words ('the "Allied
    Shield" operation', 'should "continue"'), and without those that close them before the group goes on."""
    kept: list[Unit] = []
    opened = False
    for i, unit in enumerate(units):
        if unit.text not in QUOTES:
            kept.append(unit)
            continue
        opens = bool(kept) and kept[-1].text in words and not opened
        if not opens and not (opened and _goes_on(units, i)):
            kept.append(unit)
        opened = opens
    return tuple(kept)


def _goes_on(units: Sequence[Unit], i: int) -> bool:
    return i + 1 < len(units) and units[i + 1].kind != "mark"
