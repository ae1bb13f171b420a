"""Closed stretches of the past laid over a slot's history (rule 11).

A report that says "from November 2020 to May 2021", or only "until May 2021", speaks of that time alone. It gives the
states of its own value their ends, cuts its time out of the others, and leaves the day after its end as it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from missionwatch.reconciling.conflicts import (
    CONTRADICTION,
    OTHER_DATE,
    Conflict,
    conflict,
    label,
    set_against,
)
from missionwatch.reconciling.figures import agree, more_exact
from missionwatch.reconciling.marks import SPANNING, Mark, Span
from missionwatch.reconciling.stretches import Stretch, unique
from missionwatch.reconciling.windows import EVER, Window


@dataclass(slots=True)
class History:
    """The states of a slot and the disagreements among its claims."""

    stretches: list[Stretch] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)


def lay_over(history: History, spans: Iterable[Span]) -> None:
    """Lays the spans over the history, each once; those with both ends first."""
    agreed = _agreed(spans)
    for span in agreed:
        if span.start is not None:
            _lay(history, span, span.start)
    for span in agreed:
        if span.start is None:
            _end(history, span)


def _agreed(spans: Iterable[Span]) -> list[Span]:
    """Spans of one value whose ends agree made one, narrow before wide, in order of time."""
    events: list[Span] = []
    for span in sorted(spans, key=_width):
        place = next((i for i, event in enumerate(events) if _agree(event, span)), None)
        if place is None:
            events.append(span)
        else:
            events[place] = _joined(events[place], span)
    return sorted(events, key=_order)


def _agree(one: Span, other: Span) -> bool:
    if one.word != other.word or not agree(one.count, other.count) or not one.end.overlaps(other.end):
        return False
    return one.start is None or other.start is None or one.start.overlaps(other.start)


def _joined(one: Span, other: Span) -> Span:
    start, text = one.start or other.start, one.start_text or other.start_text
    if one.start is not None and other.start is not None:
        start = one.start.common(other.start)
    return replace(
        one,
        start=start,
        start_text=text,
        end=one.end.common(other.end),
        count=more_exact(one.count, other.count),
        evidence=unique([*one.evidence, *other.evidence]),
    )


def _lay(history: History, span: Span, start: Window) -> None:
    whole = Window(start.lo, span.end.hi)
    laid = Stretch.begun_by(Mark(SPANNING, whole, span.word, span.evidence, span.count))
    laid.begin_at(start, span.start_text, span.evidence)
    laid.is_closed_span = True
    laid.end_at(span.end.next_day(), span.end_text, ())
    for other in list(history.stretches):
        if not other.reaches(whole):
            continue
        if other.word == span.word and agree(other.count, span.count):
            _absorb(history, laid, other, span)
        elif not span.word.confirms(other.word):
            _cut(history, laid, other, start, span)
    history.stretches.append(laid)


def _absorb(history: History, laid: Stretch, other: Stretch, span: Span) -> None:
    """One value: what is seen within the span belongs to it, what is seen after it begins anew."""
    if other.is_closed_span:
        found = conflict(OTHER_DATE, _dates(laid), laid.evidence, _dates(other), other.evidence)
        _note(history, found, laid, other)
        return
    after = [mark for mark in other.marks if mark.window.lo > span.end.hi]
    inside = [mark for mark in other.marks if mark.window.lo <= span.end.hi]
    if not inside:
        return
    told, known = laid.begin, other.begin
    before = [mark for mark in inside if mark.window.hi < told.lo]
    if before and other.first_said is not None and other.first_said.hi < told.lo:
        # The span begins after the other had been reported: the same value began anew (rule 9).
        inside = [mark for mark in inside if mark.window.hi >= told.lo]
        earlier = _rest(other, before)
        earlier.end_at(told, span.start_text, span.evidence)
        earlier.replaced_by = None
        history.stretches.append(earlier)
    elif known.hi < told.lo or (other.start is not None and told.hi < known.lo):
        found = conflict(OTHER_DATE, _start_of(laid), laid.started_by, _start_of(other), other.evidence)
        _note(history, found, laid)
        laid.start = told.hull(known)
    elif other.start is not None and told.overlaps(known):
        laid.start = told.common(known)
        if told.contains(known):
            laid.start_text = other.start_text
    for mark in inside:
        laid.take(mark)
    laid.disputed, laid.is_contested = (
        laid.disputed or other.disputed,
        laid.is_contested or other.is_contested,
    )
    laid.against.update(other.against)
    laid.opponents += other.opponents
    for opponent in other.opponents:
        opponent.opponents.append(laid)
    history.stretches.remove(other)
    if after:
        history.stretches.append(_rest(other, after))


def _cut(history: History, laid: Stretch, other: Stretch, start: Window, span: Span) -> None:
    """Another value: the span is cut out of it, up to where a claim sees that value within the span."""
    begin = other.begin
    if begin.overlaps(span.end.hull(span.end.next_day())) and begin.lo > start.hi:
        laid.end, laid.end_text = begin, other.start_text or laid.end_text
        return
    if other.end is not None and other.end.overlaps(start) and begin.lo < start.lo:
        return
    inner = [m for m in other.marks if m.window.lo > start.hi and m.window.hi < span.end.lo]
    if inner or other.is_closed_span:
        seen = unique(e for m in inner or other.marks for e in m.evidence)
        apart = other.is_closed_span and not _surely_overlap(laid, other)
        found = None if apart else conflict(CONTRADICTION, label(laid), span.evidence, label(other), seen)
        _note(history, found, laid, other)
    if other.is_closed_span:
        return
    history.stretches.remove(other)
    history.stretches += _pieces(other, start, span, inner)


def _pieces(other: Stretch, start: Window, span: Span, inner: list[Mark]) -> list[Stretch]:
    """What is left of a state on either side of a span that was cut out of it."""
    pieces = []
    early = [m for m in other.marks if m.window.lo <= start.hi]
    late = [m for m in other.marks if m.window.lo > start.hi]
    if early:
        before = _rest(other, early)
        if other.start is not None:
            before.begin_at(other.start, other.start_text, other.started_by)
        before.end_at(start.not_before(other.begin.lo), span.start_text, span.evidence)
        before.replaced_by = None
        pieces.append(before)
    is_over = other.end is not None and other.end.lo <= span.end.hi
    if inner or (late and is_over):
        pieces.append(_rest(other, late))
    elif not is_over:
        resumed = _rest(other, late or early)
        resumed.begin_at(span.end.next_day(), span.end_text, ())
        pieces.append(resumed)
    return pieces


def _rest(other: Stretch, marks: list[Mark]) -> Stretch:
    """A state with some of the marks of another, its end and what disputes it."""
    rest = Stretch.begun_by(*marks)
    rest.count = other.count
    rest.end, rest.end_text, rest.closers = other.end, other.end_text, other.closers
    rest.replaced_by, rest.until, rest.until_text = other.replaced_by, other.until, other.until_text
    rest.disputed, rest.against = other.disputed, dict(other.against)
    rest.is_contested, rest.opponents = other.is_contested, list(other.opponents)
    for opponent in other.opponents:
        opponent.opponents.append(rest)
    return rest


def _end(history: History, span: Span) -> None:
    """Only an end is told: it ends the state of that value which holds then, or the last one before."""
    same = [s for s in history.stretches if s.word == span.word and agree(s.count, span.count)]
    begun = [s for s in same if s.begin.lo <= span.end.hi]
    if not begun:
        alone = Stretch.begun_by(Mark(SPANNING, span.end, span.word, span.evidence, span.count))
        alone.end_at(span.end.next_day(), span.end_text, ())
        history.stretches.append(alone)
        _meet(history, alone, span)
        return
    last = max(begun, key=lambda s: (s.begin.lo, s.begin.hi))
    mark = Mark(SPANNING, span.end, span.word, span.evidence, span.count)
    if last.end is not None and last.end_text is not None and last.end.hi < span.end.lo:
        found = conflict(OTHER_DATE, last.end_text, last.closers, span.end_text or "", span.evidence)
        _note(history, found, last)
    elif last.end is None or last.end.hi > span.end.hi or last.end_text is None:
        _contradict_replacement(history, last, span)
        after = [m for m in last.marks if m.window.lo > span.end.hi]
        if after:
            history.stretches.append(_rest(last, after))
            last.marks = [m for m in last.marks if m.window.lo <= span.end.hi]
        last.end_at(span.end.next_day(), span.end_text, span.evidence)
        last.replaced_by = None
        _meet(history, last, span)
    last.take(mark)


def _contradict_replacement(history: History, ended: Stretch, span: Span) -> None:
    """Where a sighting put another value in its place before the end that is told, both are said of one time."""
    by = ended.replaced_by
    if by is None or not by.window.is_before(span.end):
        return
    seen = next((s for s in history.stretches if any(mark is by for mark in s.marks)), None)
    other = label(seen) if seen is not None else by.word.value
    found = conflict(CONTRADICTION, label(ended), span.evidence, other, by.evidence)
    _note(history, found, ended, *([seen] if seen is not None else []))


def _meet(history: History, ended: Stretch, span: Span) -> None:
    """On the day of a change the new value holds: an end meets a start that is stated for the same time (rule 3)."""
    starts = [
        s for s in history.stretches if s is not ended and s.start is not None and s.start.overlaps(span.end)
    ]
    for other in starts:
        if other.word != ended.word and other.start is not None and other.start.hi >= ended.begin.hi:
            ended.end, ended.end_text = other.start, other.start_text


def _note(history: History, found: Conflict | None, *disputed: Stretch) -> None:
    if found is not None:
        history.conflicts.append(found)
        for stretch in disputed:
            set_against(stretch, found)


def _surely_overlap(one: Stretch, other: Stretch) -> bool:
    """Whether two closed spans certainly share a day."""
    if one.end is None or other.end is None:
        return True
    return max(one.begin.hi, other.begin.hi) < min(one.end.lo, other.end.lo)


def _dates(stretch: Stretch) -> str:
    return f"{stretch.start_text or '..'}/{stretch.end_text or '..'}"


def _start_of(stretch: Stretch) -> str:
    first = stretch.first
    return stretch.start_text or (f"seen {first.hi.isoformat()}" if first and first.lo != EVER else "")


def _width(span: Span) -> tuple[object, ...]:
    start = span.start or Window(EVER, EVER)
    return (
        span.start is None, span.end.hi - span.end.lo, start.hi - start.lo, span.end, start, span.word,
        span.count or 0, span.evidence[0].id,
    )  # fmt: skip


def _order(span: Span) -> tuple[object, ...]:
    return span.end.hi, span.start or Window(EVER, EVER), span.word, span.count or 0, span.evidence[0].id
