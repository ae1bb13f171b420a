"""Why, on what condition, and on whose word: what stands beside a trigger and qualifies it."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from missionwatch.claiming.clauses import Clause
from missionwatch.claiming.triggers import Trigger
from missionwatch.claiming.units import Unit
from missionwatch.model.document import Quote
from missionwatch.model.passage import Span

_BREAKS = frozenset((";", ":", "–", "—"))
_ENDS = _BREAKS | {".", "”", "“", '"'}
_REACH = 28
_LONGEST_CUE = 5


@functools.cache
def _first_words(cues: frozenset[str]) -> frozenset[str]:
    return frozenset(cue.split(" ", 1)[0] for cue in cues)


def _cue_at(clause: Clause, i: int, cues: frozenset[str]) -> int:
    """How many units a cue takes that begins at unit `i`; 0 where none does."""
    if cues is clause.lexicon.cause_cues and _at_somebodys_request(clause, i):
        return 1
    if clause.units[i].text.split(" ", 1)[0] not in _first_words(cues):
        return 0
    for length in range(min(_LONGEST_CUE, len(clause.units) - i), 0, -1):
        if " ".join(u.text for u in clause.units[i : i + length]) in cues:
            return length
    return 0


def _at_somebodys_request(clause: Clause, i: int) -> bool:
    """ "At Mali's request", "upon the president's invitation"."""
    words, units = clause.lexicon.words, clause.units
    if units[i].text not in words["asked-at"]:
        return False
    owner = next((j for j in range(i + 1, min(i + 5, len(units) - 1)) if units[j].text in ("'s", "’s")), None)
    return owner is not None and units[owner + 1].text in words["askings"]


def _cues(trigger: Trigger, cues: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Cues around a trigger, nearest after it first, as (first unit, unit after the cue)."""
    units = trigger.clause.units
    after = range(trigger.last + 1, min(len(units), trigger.last + _REACH))
    before = range(trigger.first - 1, max(-1, trigger.first - _REACH), -1)
    for i in (*after, *before):
        length = _cue_at(trigger.clause, i, cues)
        if length and i + length < len(units) and units[i + length].kind != "number":
            yield i, i + length


def _reach(clause: Clause, start: int) -> int:
    """The unit after the stretch that a cue governs."""
    relatives = clause.lexicon.reach_ends
    for i in range(start, len(clause.units)):
        text = clause.units[i].text
        if text in _ENDS or text == "," or (text in relatives and i > start):
            return i
    return len(clause.units)


def _is_linked(trigger: Trigger, first: int) -> bool:
    """Whether a cue after the trigger belongs to it: no other clause, and no other finite verb, stands between."""
    clause = trigger.clause
    if first < trigger.first:
        return True
    between = [c for c in clause.chunks if trigger.last < c.first and c.last < first]
    other = any(c.text in _BREAKS or c.text in clause.lexicon.words["turns"] for c in between)
    return not other and not any(v.finite for c in between if c.kind == "verb" for v in c.verbs)


def _causes_in(clause: Clause, units: tuple[Unit, ...]) -> set[str]:
    words = " ".join(u.text for u in units).replace(" - ", "-").split()
    return {
        clause.lexicon.causes[w]
        for w in (*words, *(p for w in words for p in w.split("-")))
        if w in clause.lexicon.causes
    }


def causes_of(trigger: Trigger) -> tuple[tuple[str, ...], Span | None]:
    """Why, as far as the sentence links it: the causes named after the nearest cue, and their words."""
    clause = trigger.clause
    for first, start in _cues(trigger, clause.lexicon.cause_cues):
        end = _reach(clause, start)
        if first < trigger.first < end:
            end = trigger.first  # "after attacks KFOR suspended its patrols"
        if not _is_linked(trigger, first):
            continue
        found = _causes_in(clause, clause.units[first:end])
        if found:
            return tuple(sorted(found)), clause.span_of_units(first, max(first, end - 1))
    return (), None


def condition_of(trigger: Trigger, modality: str) -> tuple[str | None, Span | None]:
    """What a plan waits for, in the report's words."""
    if modality not in ("planned", "offered", "considered"):
        return None, None
    clause = trigger.clause
    for first, start in _cues(trigger, clause.lexicon.condition_cues):
        end = _reach(clause, start)
        if (
            first < trigger.first < end
            or not _is_linked(trigger, first)
            or clause.units[start].kind == "time"
        ):
            continue
        short = end - start < 2  # "if necessary" keeps its cue
        span = clause.span_of_units(first if short else start, end - 1)
        return span.of(clause.document.text), span
    return None, None


def quote_around(trigger: Trigger) -> Quote | None:
    """The innermost quotation around the trigger."""
    around = [q for q in trigger.clause.quotes if q.start <= trigger.span.start and trigger.span.end <= q.end]
    return min(around, key=lambda q: q.end - q.start) if around else None


def speaker_of(trigger: Trigger) -> tuple[str | None, Span | None]:
    """Whom the report attributes the words to: the speaker of the innermost quotation around the trigger."""
    quote = quote_around(trigger)
    return (quote.speaker, quote.speaker_span) if quote is not None else (None, None)
