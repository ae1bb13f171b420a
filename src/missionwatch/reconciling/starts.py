"""Which stated starts are one event, and in which order marks are taken (rules 1, 9 and 10)."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from missionwatch.reconciling.figures import agree, more_exact
from missionwatch.reconciling.marks import CLOSING, DENIAL, SIGHTING, START, Mark
from missionwatch.reconciling.slots import Word
from missionwatch.reconciling.stretches import unique
from missionwatch.reconciling.windows import Window, is_later, published

_RANK = {SIGHTING: 0, START: 1, DENIAL: 2, CLOSING: 3}
"""On one day: what is seen comes before what changes, and an end from outside last."""


def in_order(marks: Iterable[Mark]) -> list[Mark]:
    """The marks by the time that they speak of, starts that agree made one; publication breaks ties."""
    starts: dict[Word, list[Mark]] = defaultdict(list)
    others = []
    for mark in marks:
        if mark.kind == START:
            starts[mark.word].append(mark)
        else:
            others.append(mark)
    events = [event for same in starts.values() for event in _events(same)]
    return _ties_by_publication(sorted([*others, *events], key=_order))


def first_said(mark: Mark) -> Window | None:
    """When the first report of a mark was published; None where none is dated."""
    said = [window for e in mark.evidence if (window := published(e.report))]
    return min(said, key=lambda w: (w.hi, w.lo), default=None)


def _events(starts: Sequence[Mark]) -> list[Mark]:
    """Starts of one word: those whose dates agree are one event with the narrower date (rule 10).

    From narrow to wide, so that "March" joins "18 March"; a wide date that holds several joins the first of them.
    """
    events: list[Mark] = []
    for start in sorted(starts, key=_width):
        place = next((i for i in _near(events, start) if _agree(events[i], start)), None)
        if place is None:
            insort(events, start, key=_from)
        else:
            events[place] = _joined(events[place], start)
    return events


def _near(events: list[Mark], start: Mark) -> Iterable[int]:
    """Places of the events whose dates overlap; events lie apart or on one date, in order."""
    place = bisect_right(events, start.window.lo, key=lambda e: e.window.lo)
    while place > 0 and events[place - 1].window.hi >= start.window.lo:
        place -= 1
    while place < len(events) and events[place].window.lo <= start.window.hi:
        yield place
        place += 1


def _agree(event: Mark, start: Mark) -> bool:
    if event.until is not None and start.until is not None and not event.until.overlaps(start.until):
        return False
    if event.count == start.count or event.count is None or start.count is None:
        return True
    versions = {e.report.version for e in event.evidence}
    return agree(event.count, start.count) and not any(e.report.version in versions for e in start.evidence)


def _joined(event: Mark, start: Mark) -> Mark:
    """Both as one event: the narrower window, printed as the narrower of the two was."""
    return replace(
        event,
        window=event.window.common(start.window),
        evidence=unique([*event.evidence, *start.evidence]),
        count=more_exact(event.count, start.count),
        until=event.until or start.until,
        until_text=event.until_text or start.until_text,
    )


def _ties_by_publication(marks: list[Mark]) -> list[Mark]:
    """Of two starts with overlapping, unequal dates the one published first comes first (rule 1)."""
    for i in range(1, len(marks)):
        j = i
        while j > 0 and _belongs_before(marks[j], marks[j - 1]):
            marks[j - 1], marks[j] = marks[j], marks[j - 1]
            j -= 1
    return marks


def _belongs_before(mark: Mark, earlier: Mark) -> bool:
    if mark.kind != START or earlier.kind != START or mark.word == earlier.word:
        return False
    if mark.window == earlier.window or not mark.window.overlaps(earlier.window):
        return False
    said, before = first_said(mark), first_said(earlier)
    if said is not None and said == before:
        return mark.window.lo < earlier.window.lo
    return is_later(before, said)


def _order(mark: Mark) -> tuple[object, ...]:
    window, said = mark.window, first_said(mark)
    return (
        window.hi, _RANK[mark.kind], window.lo, said or Window(date.max, date.max), mark.word,
        mark.count or 0, mark.count is None, tuple(e.id for e in mark.evidence),
    )  # fmt: skip


def _width(mark: Mark) -> tuple[object, ...]:
    window = mark.window
    return (
        window.hi - window.lo,
        window,
        mark.count is None,
        mark.count or 0,
        mark.text,
        mark.evidence[0].id,
    )


def _from(mark: Mark) -> date:
    return mark.window.lo
