"""The clauses that an attribution reports without quotation marks."""

from __future__ import annotations

import re
from functools import cache

from missionwatch.annotating.attribution import Attribution, patterns
from missionwatch.annotating.words import words
from missionwatch.model.document import Sentence

_CLAUSE = 4  # a reported clause before its speaker has at least so many words
_SET_IN = re.compile(r"(?:\s*\([^)]*\))?\s*[,–—]")
_COMMA = re.compile(r"(?:\s*\([^)]{1,40}\))?\s*,\s*")
_DASHES = (",", "–", "—")

Spans = list[tuple[int, int]]


@cache
def clauses(language: str) -> dict[str, re.Pattern[str]]:
    """The patterns of the clauses beside an attribution, by name."""
    named = words(language, "speech").names("clauses")
    case = {"hearer", "role_behind"}  # those in which capitals tell names
    return {name: re.compile(source, 0 if name in case else re.I) for name, source in named.items()}


def is_closed(text: str, a: Attribution, sentence: Sentence, language: str) -> bool:
    """Whether no object of the verb follows: "said X on Friday", not "confirms X the offer"."""
    known, end = clauses(language), a.end
    if a.told and (hearer := known["hearer"].match(text, end, sentence.end)):
        end = hearer.end()
    return end >= sentence.end or bool(known["closed"].match(text, end, sentence.end))


def reported(text: str, a: Attribution, sentence: Sentence, language: str) -> Spans:
    """The spans of the clause that an attribution reports: behind it, before it, or on both sides of it."""
    before, after = text[sentence.start : a.start].rstrip(), text[a.end : sentence.end]
    if a.order == "source":
        return _of_source(a, sentence, before, after, language)
    loose = not before.endswith((",", "”", '"', "»", "’", "'"))
    behind = _clause_behind(text, a, sentence, language, loose)
    set_in = before.endswith(_DASHES) and _SET_IN.match(after)
    if behind is not None and not set_in:
        return [(behind, sentence.end)]
    if not before.endswith(_DASHES) or after.startswith(":") or not is_closed(text, a, sentence, language):
        return []
    return _around(text, a, sentence, before, after, language)


def _around(text: str, a: Attribution, sentence: Sentence, before: str, after: str, language: str) -> Spans:
    """The clause before an attribution that a comma sets off, and what goes on behind a second comma."""
    rest = None if clauses(language)["aside"].match(after) else _COMMA.match(after)
    few = len(before.split()) < _CLAUSE
    if rest is None and (a.needs == "quote" or few):
        return []
    spans = [(sentence.start, a.start)]
    if rest and not a.told and (a.order == "SV" or a.needs == "quote" or few):
        spans.append((a.end + rest.end(), sentence.end))
    return spans if sum(len(text[x:y].split()) for x, y in spans) >= _CLAUSE else []


def _of_source(a: Attribution, sentence: Sentence, before: str, after: str, language: str) -> Spans:
    """What "according to X" covers: the rest of the sentence, or what comes before it, or both sides."""
    if not before:
        comma = re.match(r"[^,.;]{0,60},\s*", after)
        return [(a.end + (comma.end() if comma else 0), sentence.end)]
    known = clauses(language)
    rest = None if known["aside"].match(after) else _COMMA.match(after)
    if rest and before.endswith(",") and not known["scene"].match(after[rest.end() :]):
        return [(sentence.start, a.start), (a.end + rest.end(), sentence.end)]
    return [(sentence.start, a.start)]


def _clause_behind(text: str, a: Attribution, sentence: Sentence, language: str, loose: bool) -> int | None:
    """Where the clause behind "X said" begins; None where none follows. `loose`: it may begin with a scene."""
    known, at = clauses(language), a.end
    hearer = patterns(language).hearer.match(text, at, sentence.end)
    if hearer:
        at = hearer.end()
    that = known["that"].match(text, at, sentence.end)
    if that and (a.order == "SV" or len(text[at : that.end()].split()) <= 6):
        return that.end()
    full = (
        a.needs == "nothing"
        or (a.told and hearer)
        or (a.needs == "that" and known["clause"].match(text, at, sentence.end))
    )
    if a.order == "VS" or not full:
        return None
    setting = known["setting"].match(text, at, sentence.end)
    start = setting.end() if setting else at
    rest = text[start : sentence.end]
    if not rest[:1].isalnum() or len(rest.split()) < 3 or known["about_speaker"].match(rest):
        return None
    return None if known["scene"].match(rest) and not loose else start
