"""What fulfils a promise (rules 37 and 38)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from missionwatch.model.register import Evidence
from missionwatch.model.when import When
from missionwatch.reconciling.figures import agree
from missionwatch.reconciling.marks import Mark, stated
from missionwatch.reconciling.windows import EVER, NEVER, Window, published


@dataclass(slots=True, eq=False)
class Held:
    """A state as what was promised may have been already."""

    marks: Sequence[Mark]
    _since: dict[int | None, Window | None] = field(default_factory=dict)

    def was_so_before(self, promised: Window, count: int | None) -> bool:
        """Whether it was seen before a promise was made, with the number promised if there was one (rule 37)."""
        if count not in self._since:
            seen = (m.window for m in self.marks if _is_enough(m.count, count))
            self._since[count] = min(seen, key=lambda w: (w.hi, w.lo), default=None)
        since = self._since[count]
        return since is not None and since.is_before(promised)


@dataclass(frozen=True, slots=True)
class Deed:
    """An actual claim seen as an act: when it was done (`act`), how its day prints (`done`), the state that it is a
    sighting of (`held`, None where it tells its own start), and when it ended if it did."""

    evidence: tuple[Evidence, ...]
    act: Window
    is_dated: bool
    done: When | None
    held: Held | None
    ended: Window | None = None

    @property
    def order(self) -> tuple[object, ...]:
        return self.act.hi, self.act.lo, not self.is_dated, tuple(e.id for e in self.evidence)

    def happened_by(self, day: date | None) -> bool:
        """Whether it counts on a day: from the day on which it happened, else on which it was published."""
        return day is None or self.act.hi <= day

    def is_told_before(self, other: Evidence) -> bool:
        """Whether its report came before another: until then the promise was open."""
        said, then = published(self.evidence[0].report), published(other.report)
        return said is not None and then is not None and said.is_before(then)

    def lies_within(self, due: Window | None) -> bool:
        """Whether it was dated within a due date that has a beginning and an end."""
        if due is None or not self.is_dated or due.lo == EVER or due.hi == NEVER:
            return False
        return due.lo <= self.act.lo and self.act.hi <= due.hi

    def fulfils(self, promises: Sequence[Evidence], due: Window | None, count: int | None) -> bool:
        """Whether it does what was promised, and not before it was promised unless within the due date."""
        done = self.evidence[0].claim.count
        if done is not None and not _is_enough(done, count):
            return False
        first = _first_said(promises)
        if first is None:
            return True
        if self.ended is not None and self.ended.is_before(first):
            return False
        if self.lies_within(due):
            return True
        if self.held is not None and self.held.was_so_before(first, count):
            return False
        return self.act.hi >= first.lo


def deed_of(evidence: Evidence, held: Held | None) -> Deed | None:
    """An actual claim as an act; None for one that nothing puts in time.

    `held` is the state that the claim supports.
    """
    said, when = published(evidence.report), stated(evidence.claim.when)
    if when is None:
        if said is None:
            return None
        return Deed((evidence,), said, False, _by(said, evidence), held)
    if when.is_interval and when.start is None:
        return None
    window = Window.of(when.start_window)
    act = window if said is None else window.no_later_than(said.hi)
    day = When.parse(when.start.text) if when.is_interval and when.start is not None else when
    over = Window.of(when.end_window) if when.is_interval and when.end is not None else None
    ended = over if over is not None and said is not None and over.hi <= said.hi else None
    return Deed((evidence,), act, True, day, None, ended)


def _is_enough(done: int | None, promised: int | None) -> bool:
    """Whether a figure is not lower than promised, or is it rounded; one that nobody gives is not known to be."""
    return promised is None or (done is not None and (done >= promised or agree(done, promised)))


def _by(said: Window, evidence: Evidence) -> When | None:
    """ "By the day of the report": nobody says when it happened."""
    return When.throughout(None, str(evidence.report.published)) if said is not None else None


def _first_said(promises: Iterable[Evidence]) -> Window | None:
    said = [window for e in promises if (window := published(e.report))]
    return min(said, key=lambda w: (w.hi, w.lo), default=None)
