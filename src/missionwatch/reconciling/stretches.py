"""A value of a slot over a stretch of time, while the slot's history is being worked out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from missionwatch.model.register import Evidence
from missionwatch.reconciling.figures import agree, more_exact
from missionwatch.reconciling.marks import SIGHTING, START, Mark
from missionwatch.reconciling.slots import Word
from missionwatch.reconciling.windows import EVER, Window, after, published

CERTAIN = "certain"
POSSIBLE = "possible"


@dataclass(slots=True, eq=False)
class Stretch:
    """A value from its start, or its first sighting, to what ended it.

    `start` is the stated start, None where none is stated. `end` is the first day on which it holds no more (a
    window where that is uncertain), None while it goes on; `end_text` is None where no date was stated for it.
    `closers` are the claims that ended it, `replaced_by` the sighting of another value that did.
    `partners` are stretches that hold beside it by one voice. `against` are the claims that dispute it, `opponents`
    the states that do; it is `is_contested` where reports of one time give the slot another value.
    """

    word: Word
    count: int | None = None
    start: Window | None = None
    start_text: str | None = None
    started_by: tuple[Evidence, ...] = ()
    end: Window | None = None
    end_text: str | None = None
    closers: tuple[Evidence, ...] = ()
    replaced_by: Mark | None = None
    until: Window | None = None
    until_text: str | None = None
    is_closed_span: bool = False
    is_contested: bool = False
    disputed: bool = False
    against: dict[str, Evidence] = field(default_factory=dict)
    opponents: list[Stretch] = field(default_factory=list)
    partners: list[Stretch] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    _first: Window | None = None
    _last: Window | None = None
    _last_sighting: Window | None = None
    _first_said: Window | None = None
    _versions: set[str] = field(default_factory=set)

    @classmethod
    def begun_by(cls, *marks: Mark) -> Stretch:
        """A stretch that begins with these marks of one word; a stated start among them is its start."""
        first = marks[0]
        begun = cls(first.word, first.count)
        for mark in marks:
            is_start = mark.kind == START or (mark is first and mark.is_stated and mark.kind == SIGHTING)
            if is_start and mark.word == begun.word and begun.start is None:
                begun.begin_at(mark.window, mark.text, mark.evidence)
            begun.take(mark)
        return begun

    @property
    def begin(self) -> Window:
        """From when it holds: its stated start, else its first sighting."""
        return self.start or self._first or Window(EVER, EVER)

    @property
    def first(self) -> Window | None:
        """The earliest time at which a claim sees it."""
        return self._first

    @property
    def last(self) -> Window | None:
        """The latest time at which a claim sees it."""
        return self._last

    @property
    def first_said(self) -> Window | None:
        """When the first report of it was published."""
        return self._first_said

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The claims for it, each once."""
        return unique(e for mark in self.marks for e in mark.evidence)

    def seen_at(self, window: Window) -> tuple[Evidence, ...]:
        """The claims that speak of a time within the window."""
        return unique(e for mark in self.marks if mark.window.overlaps(window) for e in mark.evidence)

    def agrees_with(self, mark: Mark) -> bool:
        """Whether a mark says the same: the same word or one that confirms it, figures that agree, no other end."""
        if not mark.word.confirms(self.word):
            return False
        if mark.word != self.word:
            return True
        if self.until is not None and mark.window.lo > self.until.hi:
            return False
        if self.until is not None and mark.until is not None and not mark.until.overlaps(self.until):
            return False
        if mark.count == self.count:
            return True
        return agree(mark.count, self.count) and not (
            mark.count is not None
            and self.count is not None
            and any(e.report.version in self._versions for e in mark.evidence)
        )

    def take(self, mark: Mark) -> None:
        """Adds a mark that agrees; an exact figure is kept before a rounded one."""
        self.marks.append(mark)
        window = mark.window
        self._first = window if self._first is None else min(self._first, window)
        self._last = window if self._last is None else max(self._last, window, key=_late)
        if mark.kind == SIGHTING:
            seen = self._last_sighting
            self._last_sighting = window if seen is None else max(seen, window, key=_late)
        for evidence in mark.evidence:
            self._versions.add(evidence.report.version)
            said = published(evidence.report)
            if said is not None:
                self._first_said = (
                    said if self._first_said is None else min(self._first_said, said, key=_late)
                )
        if mark.word == self.word or self.count is None:
            self.count = more_exact(self.count, mark.count)
        if mark.until is not None and (self.until is None or self.until.contains(mark.until)):
            self.until, self.until_text = mark.until, mark.until_text

    def begin_at(self, window: Window, text: str | None, evidence: tuple[Evidence, ...]) -> None:
        """States its start."""
        self.start, self.start_text, self.started_by = window, text, evidence

    def end_at(self, window: Window, text: str | None, closers: Iterable[Evidence]) -> None:
        """Ends it in a window; one stated imprecisely is after the last day on which it was seen to hold."""
        seen = self._last_sighting
        if text is not None and seen is not None and window.lo <= seen.hi < window.hi:
            window = Window(after(seen.hi), window.hi)
        if self.start is not None and self.start.hi > window.hi >= self.start.lo:
            self.start = Window(self.start.lo, window.hi)
        self.end, self.end_text, self.closers = window, text, unique(closers)

    def holds(self, day: date) -> str | None:
        """CERTAIN or POSSIBLE where it holds on that day, else None (rules 3 and 5)."""
        begin = self.begin
        if day < begin.lo or (begin.lo == EVER and day < begin.hi):
            return None
        if self.end is not None and day >= self.end.hi:
            return None
        if day < begin.hi or (self.end is not None and day >= self.end.lo):
            return POSSIBLE
        return CERTAIN

    def is_disputed_on(self, day: date | None) -> bool:
        """Whether a disagreement stands on it: one with another value while that holds too (None: at any time)."""
        return self.disputed or any(day is None or other.holds(day) for other in self.opponents)

    def reaches(self, window: Window) -> bool:
        """Whether it holds at some time in the window, so far as is known."""
        return self.begin.lo <= window.hi and (self.end is None or self.end.hi > window.lo)


def unique(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Each claim once, in the order of publication, then of id."""
    found = {e.id: e for e in evidence}
    return tuple(sorted(found.values(), key=by_publication))


def by_publication(evidence: Evidence) -> tuple[date, date, str]:
    """Orders by publication, undated reports last; the id only orders what is printed."""
    said = published(evidence.report)
    return (said.hi, said.lo, evidence.id) if said else (date.max, date.max, evidence.id)


def _late(window: Window) -> tuple[date, date]:
    return window.hi, window.lo
