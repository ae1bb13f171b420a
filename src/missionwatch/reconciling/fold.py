"""From the marks of a slot to its states: one pass in the order of the times that they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from missionwatch.model.register import Evidence
from missionwatch.reconciling.conflicts import (
    CONTRADICTION,
    DIFFERENT_FIGURE,
    OTHER_DATE,
    Conflict,
    conflict,
    label,
    name_against,
    set_against,
)
from missionwatch.reconciling.figures import agree
from missionwatch.reconciling.marks import CLOSING, DENIAL, SIGHTING, START, Mark, stated
from missionwatch.reconciling.slots import RESTARTS
from missionwatch.reconciling.sources import one_voice, outlet
from missionwatch.reconciling.starts import first_said, in_order
from missionwatch.reconciling.stretches import Stretch, unique
from missionwatch.reconciling.windows import Window, is_later, published


class Fold:
    """The states of one slot as the marks are taken, and the disagreements met on the way."""

    def __init__(self) -> None:
        self.running: list[Stretch] = []
        self.stretches: list[Stretch] = []
        self.conflicts: list[Conflict] = []

    def take(self, marks: Iterable[Mark]) -> None:
        """Takes all marks of the slot."""
        for (kind, window), group in groupby(in_order(marks), key=lambda m: (m.kind, m.window)):
            if kind == CLOSING:
                self._close(list(group))
            elif kind == DENIAL:
                for mark in group:
                    self._deny(mark)
            else:
                for told in _by_publication(kind, list(group)):
                    self._see(window, told)
        for stretch in self.stretches:
            _run_out(stretch)

    def _see(self, window: Window, group: Sequence[Mark]) -> None:
        """Takes what is said of one time: it confirms what runs, or replaces it, or stands beside it."""
        before = list(self.running)
        touched: list[Stretch] = []
        fresh: list[Stretch] = []
        for mark in sorted(group, key=lambda m: not m.word.is_change):
            target = next((s for s in (*fresh, *touched, *before) if s.agrees_with(mark)), None)
            if target is None or (target not in fresh and _is_new_event(target, mark)):
                fresh.append(Stretch.begun_by(mark))
            else:
                self._confirm(target, mark)
                if target not in fresh and target not in touched:
                    touched.append(target)
        for old in before:
            if old not in touched:
                self._settle(old, window, group, fresh, touched)
        self._stand_beside(window, touched, fresh)
        self.running += fresh
        self.stretches += fresh

    def _stand_beside(self, window: Window, touched: Sequence[Stretch], fresh: Sequence[Stretch]) -> None:
        for place, new in enumerate(fresh):
            for other in (*touched, *fresh[:place]):
                if other in self.running or other in fresh:
                    self._hold_together(other, new, window)

    def _settle(
        self,
        old: Stretch,
        window: Window,
        group: Sequence[Mark],
        fresh: Sequence[Stretch],
        touched: Sequence[Stretch],
    ) -> None:
        """What becomes of a running value that nobody mentions now while others are."""
        by = fresh[0].marks[0] if fresh else next(m for m in group if touched[0].agrees_with(m))
        if not fresh and any(partner in touched for partner in old.partners):
            return
        if not self._is_tie(old, window, by):
            self._replace(old, by, fresh)
            return
        for new in fresh:
            mark = new.marks[0]
            if mark.is_stated and self._is_later_word(old, mark):
                self._replace(old, mark, (new,))
                return
            self._hold_together(old, new, window)

    def _is_tie(self, old: Stretch, window: Window, by: Mark) -> bool:
        """Whether the running value was said of the same time, so that time alone does not put one last."""
        if by.is_stated:
            return old.start == window
        return old.last is not None and not old.last.is_before(window)

    def _is_later_word(self, old: Stretch, mark: Mark) -> bool:
        """Whether, of one stated date, the later report tells the later change (rules 1 and 25)."""
        if not is_later(first_said(mark), old.first_said):
            return False
        return mark.word.is_change or conflict("", "", old.started_by, "", mark.evidence) is None

    def _replace(self, old: Stretch, by: Mark, fresh: Sequence[Stretch]) -> None:
        told = unique(e for new in fresh for e in new.marks[0].evidence) if fresh else by.evidence
        old.end_at(by.window, by.text, told)
        old.replaced_by = None if by.is_stated else by
        self.running.remove(old)
        for new in fresh:
            if new.start == by.window and old.end is not None:
                new.start = old.end

    def _hold_together(self, one: Stretch, other: Stretch, window: Window) -> None:
        """Both hold: as one voice says, or disputed (rules 15 and 22)."""
        mine, theirs = one.seen_at(window), other.seen_at(window)
        kind = CONTRADICTION
        if one.word == other.word and one.count != other.count:
            kind = DIFFERENT_FIGURE
        elif one.word == other.word and one.until != other.until:
            kind = OTHER_DATE
        labels = (label(one), label(other))
        if kind == OTHER_DATE:
            labels = (one.until_text or labels[0], other.until_text or labels[1])
        found = conflict(kind, labels[0], mine, labels[1], theirs)
        if found is None:
            one.partners.append(other)
            other.partners.append(one)
            return
        self.conflicts.append(found)
        for stretch, opponent in ((one, other), (other, one)):
            name_against(stretch, found)
            stretch.opponents.append(opponent)
            stretch.is_contested = True

    def _confirm(self, stretch: Stretch, mark: Mark) -> None:
        if mark.kind == START and mark.word == stretch.word:
            self._learn_start(stretch, mark)
        stretch.take(mark)

    def _learn_start(self, stretch: Stretch, mark: Mark) -> None:
        """A start of what runs already: learnt later, told again, or another date (rules 9, 10 and 12)."""
        first = stretch.first
        known = stretch.start
        if known is None and first is not None and mark.window.lo <= first.hi:
            stretch.begin_at(Window(mark.window.lo, min(mark.window.hi, first.hi)), mark.text, mark.evidence)
            return
        if known is not None and known.overlaps(mark.window):
            return
        mine = [e for e in stretch.started_by or stretch.evidence if not _may_mean(e, mark.window)]
        found = conflict(OTHER_DATE, _date_of(stretch), mine, mark.text or "", mark.evidence)
        if found is not None:
            self.conflicts.append(found)
            stretch.disputed = True
            stretch.against.update((e.id, e) for e in found.sides[1].evidence)
            stretch.start = stretch.begin.hull(mark.window)
            stretch.start_text = stretch.start_text or mark.text
        elif mine and (
            known is None or any(is_later(published(e.report), stretch.first_said) for e in mark.evidence)
        ):
            stretch.begin_at(stretch.begin if known is None else mark.window, mark.text, mark.evidence)

    def _deny(self, mark: Mark) -> None:
        """A later denial ends the state of that value, one of the same time disputes it (rules 23 and 40)."""
        for stretch in list(self.running):
            if mark.word.confirms(stretch.word) and agree(mark.count, stretch.count):
                self._deny_running(stretch, mark)
            elif stretch.word.value == RESTARTS.get(mark.word.value) and not mark.is_stated:
                stretch.take(Mark(SIGHTING, mark.window, stretch.word, mark.evidence))

    def _deny_running(self, stretch: Stretch, mark: Mark) -> None:
        last = stretch.last
        later = last is None or last.is_before(mark.window) or (mark.is_stated and last.hi < mark.window.hi)
        said = stretch.seen_at(last) if last is not None else ()
        denier = mark.evidence[0]
        if any(one_voice(e, denier) for e in said):
            return
        if later or any(outlet(e) == outlet(denier) for e in said):
            stretch.end_at(mark.window, mark.text, mark.evidence)
            self.running.remove(stretch)
            return
        found = conflict(CONTRADICTION, label(stretch), said, f"not {label(stretch)}", mark.evidence)
        if found is not None:
            self.conflicts.append(found)
            set_against(stretch, found)

    def _close(self, closings: Sequence[Mark]) -> None:
        """What lies outside has ended: all that runs here ends with it (rule 20)."""
        closers: tuple[Evidence, ...] = unique(e for mark in closings for e in mark.evidence)
        for stretch in self.running:
            stretch.end_at(closings[0].window, closings[0].text, closers)
        self.running = []


def _by_publication(kind: str, group: list[Mark]) -> list[list[Mark]]:
    """Starts of one date in the order of their reports; what nothing orders stays together (rule 1)."""
    if kind != START:
        return [group]
    groups: list[list[Mark]] = []
    for mark in sorted(group, key=_when_said):
        if groups and not is_later(first_said(mark), first_said(groups[-1][0])):
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return groups


def _when_said(mark: Mark) -> tuple[object, ...]:
    said = first_said(mark)
    return said is not None, (said.hi, said.lo) if said is not None else ()


def _is_new_event(running: Stretch, mark: Mark) -> bool:
    """Whether a dated change word tells a new event: its date is after the earlier claim's publication (rule 9)."""
    if mark.kind != START or mark.word != running.word or not mark.word.is_change:
        return False
    if running.begin.overlaps(mark.window):
        return False
    told, again = running.first_said, first_said(mark)
    if told is None or again is None:
        return True
    return not again.is_before(told) and mark.window.lo > told.hi


def _may_mean(evidence: Evidence, window: Window) -> bool:
    """Whether the date that a claim gives is wide enough for another date too ("2018" for "October 2018")."""
    when = stated(evidence.claim.when)
    return when is not None and Window.of(when.start_window).overlaps(window)


def _run_out(stretch: Stretch) -> None:
    """A mandate given until a day holds no longer (rule 6)."""
    if stretch.until is None:
        return
    end = stretch.until.next_day()
    if stretch.end is None or stretch.end.lo >= end.hi:
        stretch.end, stretch.end_text, stretch.replaced_by = end, stretch.until_text, None
        stretch.closers = ()


def _date_of(stretch: Stretch) -> str:
    """How the start that is known so far prints."""
    if stretch.start_text:
        return stretch.start_text
    return f"seen {stretch.first.hi.isoformat()}" if stretch.first is not None else ""
