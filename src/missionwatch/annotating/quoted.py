"""Where words stand in quotation marks or behind a dash. Who said them is `quotes`' part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from missionwatch.model.document import Sentence

_CLOSES = {"“": '”“"', "„": "“”", "«": "»", "»": "«", "”": "”", '"': '"”', "‘": "’", "'": "'", "‹": "›"}
_MARKS = re.compile("[“”„«»\"‘’'‹›]")
_DASH = re.compile(r"[–—―-]\s+")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotation marks, without the marks; `open` where the closing mark is missing."""

    start: int
    end: int
    paragraph: int
    open: bool = False


def paragraph_spans(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """The spans of the paragraphs, by number."""
    spans: dict[int, tuple[int, int]] = {}
    for s in sentences:
        low, high = spans.get(s.paragraph, (s.start, s.end))
        spans[s.paragraph] = min(low, s.start), max(high, s.end)
    return [spans[number] for number in sorted(spans)]


def is_dashed(text: str, start: int) -> bool:
    """Whether a paragraph begins with the dash of direct speech."""
    return bool(_DASH.match(text, start))


def after_dash(text: str, start: int) -> int:
    """Where the words behind the dash begin."""
    found = _DASH.match(text, start)
    return found.end() if found else start


def find_quoted(text: str, start: int, end: int, paragraph: int) -> list[Quoted]:
    """The words in quotation marks of a paragraph; marks within marks belong to the words."""
    found: list[Quoted] = []
    opened: tuple[str, int] | None = None
    for mark in _MARKS.finditer(text, start, end):
        sign, at = mark.group(), mark.start()
        if opened is None:
            if sign in _CLOSES and _may_open(text, sign, at, end):
                opened = sign, at + 1
        elif sign == opened[0] == "‘" and _may_open(text, sign, at, end):
            opened = sign, at + 1  # the one before was an apostrophe
        elif sign in _CLOSES[opened[0]] and _may_close(text, sign, at, opened[1]):
            found.append(_trimmed(text, opened[1], at, paragraph, False))
            opened = None
    if opened and opened[0] not in "‘'":
        found.append(_trimmed(text, opened[1], end, paragraph, True))
    return [q for q in found if q.start < q.end]


def _may_open(text: str, sign: str, at: int, end: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < end else " "
    if sign in "“„«‹":
        return True
    if sign in "‘'":
        return (
            not before.isalnum()
            and after.isalpha()
            and bool(re.search(rf"[{_CLOSES[sign]}](?![^\W_])", text[at + 1 : end]))
        )
    return not before.isalnum() and before not in ".,!?" and not after.isspace()


def _may_close(text: str, sign: str, at: int, begun: int) -> bool:
    after = text[at + 1] if at + 1 < len(text) else " "
    if sign in "’'":
        return not after.isalnum() and at > begun
    return sign != '"' or at > begun


def _trimmed(text: str, start: int, end: int, paragraph: int, open: bool) -> Quoted:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quoted(start, end, paragraph, open)
