"""What each claim says of its slot, put at the time that it speaks of (rules 1, 4, 6 and 17).

"Since D", and the date of a change, is a start at that date. A claim without a date is a sighting on its publication
day; so is "since D", besides its start. The date of what only was so ("led in 2019") is a sighting at that date. An
end that lies before the report closes a span; a later one is a plan and ends nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from missionwatch.model.register import Evidence
from missionwatch.model.when import When
from missionwatch.reconciling.slots import COUNTED_ASPECTS, Word, word_of
from missionwatch.reconciling.sources import source
from missionwatch.reconciling.windows import Window, published, side_text

START = "start"
SIGHTING = "sighting"
DENIAL = "denial"
CLOSING = "closing"
SPANNING = "spanning"


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim at a time: a start, a sighting or a denial of a value, or a closing of the slot from outside.

    `text` is how a stated time prints. `until` is the last day of a mandate that was given up to a day.
    """

    kind: str
    window: Window
    word: Word
    evidence: tuple[Evidence, ...]
    count: int | None = None
    text: str | None = None
    until: Window | None = None
    until_text: str | None = None

    @property
    def is_stated(self) -> bool:
        return self.text is not None


@dataclass(frozen=True, slots=True)
class Span:
    """A closed stretch of the past, as it is told: with both ends, or with its end alone."""

    start: Window | None
    end: Window
    word: Word
    evidence: tuple[Evidence, ...]
    count: int | None = None
    start_text: str | None = None
    end_text: str | None = None


@dataclass(slots=True)
class Told:
    """All that the claims of one slot say, by kind; `undated` has nothing that puts it in time (rule 17)."""

    marks: list[Mark] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    undated: list[Evidence] = field(default_factory=list)


def figure_of(evidence: Evidence) -> int | None:
    """The figure that a claim gives its slot."""
    return evidence.claim.count if evidence.claim.aspect in COUNTED_ASPECTS else None


def stated(when: When | None) -> When | None:
    """The date of a claim where it bounds time at all; a date without a year does not."""
    return when if when is not None and when.is_dated else None


def tell(evidence: Evidence, told: Told) -> None:
    """Adds what an actual claim says."""
    claim, said = evidence.claim, published(evidence.report)
    when = stated(claim.when)
    if when is None:
        _sighting_or_undated(evidence, said, told)
    elif not when.is_interval:
        told.marks.append(_event(evidence, when, said))
    elif claim.aspect == "mandate":
        _tell_mandate(evidence, when, said, told)
    elif _is_over(when, said):
        told.spans.append(_span(evidence, when))
    else:
        start = _start(evidence, when, said) if when.start is not None else None
        if start is not None:
            told.marks.append(start)
        if said is not None and (start is None or start.window.is_before(said)):
            told.marks.append(_sighting(evidence, said))


def deny(evidence: Evidence, told: Told) -> None:
    """Adds what a denied claim says: of the present, or since a day. A denied past or future says nothing of it."""
    claim, said = evidence.claim, published(evidence.report)
    when = stated(claim.when)
    word = word_of(claim)
    if when is None:
        if said is not None:
            told.marks.append(Mark(DENIAL, said, word, (evidence,), figure_of(evidence)))
        return
    start = Window.of(when.start_window)
    if when.is_interval and when.end is not None:
        return
    if said is None or start.lo <= said.hi:
        window = start if said is None else start.no_later_than(said.hi)
        told.marks.append(
            Mark(DENIAL, window, word, (evidence,), figure_of(evidence), side_text(when, "start") or "")
        )


def settled(told: Told) -> Told:
    """The same, but a report that tells the end of something does not see it go on ("led since May, until today").

    Such a sighting stands behind the end, unless the claim tells a start as well.
    """
    ends = {_teller(e, s.word): i for i, s in enumerate(told.spans) if s.start is None for e in s.evidence}
    starting = {e.id for mark in told.marks if mark.kind == START for e in mark.evidence}
    marks, spans = [], list(told.spans)
    for mark in told.marks:
        by = mark.evidence[0]
        place = ends.get(_teller(by, mark.word)) if mark.kind == SIGHTING and not mark.is_stated else None
        if place is None:
            marks.append(mark)
        elif by.id not in starting:
            spans[place] = replace(spans[place], evidence=(*spans[place].evidence, by))
    return Told(marks, spans, told.undated)


def _teller(evidence: Evidence, word: Word) -> tuple[object, ...]:
    return evidence.report.version, source(evidence), word


def _sighting_or_undated(evidence: Evidence, said: Window | None, told: Told) -> None:
    if said is None:
        told.undated.append(evidence)
    else:
        told.marks.append(_sighting(evidence, said))


def _event(evidence: Evidence, when: When, said: Window | None) -> Mark:
    """A change at a date is a start; what was so at a date was seen then: "today" is the day of the report."""
    start = _start(evidence, when, said)
    if start.word.is_change or evidence.claim.aspect == "mandate":
        return start
    if said is not None and start.window.overlaps(said):
        return _sighting(evidence, said)
    return replace(start, kind=SIGHTING)


def _start(evidence: Evidence, when: When, said: Window | None) -> Mark:
    window = Window.of(when.start_window)
    if said is not None and evidence.claim.aspect != "mandate":
        window = window.no_later_than(said.hi)
    text = side_text(when, "start") or ""
    return Mark(START, window, word_of(evidence.claim), (evidence,), figure_of(evidence), text)


def _sighting(evidence: Evidence, said: Window) -> Mark:
    return Mark(SIGHTING, said, word_of(evidence.claim), (evidence,), figure_of(evidence))


def _is_over(when: When, said: Window | None) -> bool:
    """Whether an interval ended before its report; an end still to come is a plan (rule 6)."""
    if when.end is None or when.end.last is None:
        return False
    return said is None or when.end.last <= said.hi


def _span(evidence: Evidence, when: When) -> Span:
    start = Window.of(when.start_window) if when.start is not None else None
    end = Window.of(when.end_window)
    texts = side_text(when, "start") if start else None, side_text(when, "end")
    return Span(start, end, word_of(evidence.claim), (evidence,), figure_of(evidence), *texts)


def _tell_mandate(evidence: Evidence, when: When, said: Window | None, told: Told) -> None:
    """A mandate given until a day runs out then: its end is the decision itself, no plan (rule 6)."""
    word = word_of(evidence.claim)
    until = Window.of(when.end_window) if when.end is not None and when.end.last is not None else None
    until_text = side_text(when, "end") if until else None
    if when.start is not None:
        start = _start(evidence, when, said)
        told.marks.append(
            Mark(START, start.window, word, (evidence,), None, start.text, until, until_text),
        )
    elif said is not None:
        told.marks.append(Mark(SIGHTING, said, word, (evidence,), None, None, until, until_text))
    elif until is not None:
        told.spans.append(_span(evidence, when))
