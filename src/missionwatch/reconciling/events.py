"""Incidents, and requests for and rejections of a mandate: they happen on a day and are over (rule 19)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from missionwatch.model.register import Evidence
from missionwatch.model.when import When
from missionwatch.reconciling.conflicts import CONTRADICTION, DIFFERENT_FIGURE, Conflict, Side, conflict
from missionwatch.reconciling.figures import agree, more_exact
from missionwatch.reconciling.marks import stated
from missionwatch.reconciling.slots import IsNation, Slot, is_event, slot_of
from missionwatch.reconciling.stretches import CERTAIN, POSSIBLE, by_publication, unique
from missionwatch.reconciling.windows import Window, published


@dataclass(slots=True, eq=False)
class Event:
    """Something that happened: between which days, as which date it is told, with what figure.

    `window` is None where no date is told; then `said` tells it from others.
    """

    slot: Slot
    window: Window | None
    when: When | None
    said: Window | None
    count: int | None
    evidence: list[Evidence]
    against: dict[str, Evidence] = field(default_factory=dict)

    def happens_on(self, day: date) -> str | None:
        """CERTAIN on its day, POSSIBLE on the days on which it may have happened, else None."""
        if self.window is None or not self.window.lo <= day <= self.window.hi:
            return None
        return CERTAIN if self.window.is_exact else POSSIBLE


@dataclass(frozen=True, slots=True)
class SlotEvents:
    """The events of one slot in order, and the disagreements about them."""

    slot: Slot
    events: tuple[Event, ...]
    conflicts: tuple[Conflict, ...]


def slot_events(evidence: Iterable[Evidence], is_nation: IsNation) -> tuple[SlotEvents, ...]:
    """The events of all slots, in the order of the slots."""
    actual: dict[Slot, list[Evidence]] = defaultdict(list)
    denied: dict[Slot, list[Evidence]] = defaultdict(list)
    for e in evidence:
        if is_event(e.claim):
            held = {"actual": actual, "denied": denied}.get(e.claim.modality)
            if held is not None:
                held[_event_slot(e, is_nation)].append(e)
    return tuple(_of_slot(slot, actual[slot], denied.get(slot, ())) for slot in sorted(actual))


def _event_slot(evidence: Evidence, is_nation: IsNation) -> Slot:
    """The slot with its value, so that a request and a rejection stay apart."""
    slot = slot_of(evidence.claim, is_nation)
    return Slot(slot.mission_id, slot.aspect, slot.actor, slot.place, evidence.claim.value)


def _of_slot(slot: Slot, claims: Iterable[Evidence], denials: Iterable[Evidence]) -> SlotEvents:
    events: list[Event] = []
    conflicts: list[Conflict] = []
    for e in sorted(claims, key=_narrow_first):
        _add(events, conflicts, _event(slot, e))
    for denial in sorted(denials, key=by_publication):
        _deny(events, conflicts, denial)
    return SlotEvents(slot, tuple(sorted(events, key=_order)), tuple(conflicts))


def _event(slot: Slot, evidence: Evidence) -> Event:
    claim, said = evidence.claim, published(evidence.report)
    when = stated(claim.when)
    if when is None or (slot.aspect == "mandate" and when.is_interval):
        return Event(slot, None, None, said, claim.count, [evidence])
    window = Window.of((when.earliest, when.latest))
    if said is not None:
        window = window.no_later_than(said.hi)
    return Event(slot, window, when, said, claim.count, [evidence])


def _add(events: list[Event], conflicts: list[Conflict], new: Event) -> None:
    """Joins the event that it tells again, else stands for itself (rules 10 and 27)."""
    same = [e for e in events if _is_one_time(e, new)]
    agreed = next((e for e in same if agree(e.count, new.count)), None)
    if agreed is None:
        agreed = next((e for e in same if e.window == new.window and _is_own_later_word(e, new)), None)
        if agreed is not None:
            agreed.count = _later_count(agreed, new)
    if agreed is not None:
        agreed.evidence += new.evidence
        agreed.count = more_exact(agreed.count, new.count) if agree(agreed.count, new.count) else agreed.count
        return
    for other in same:
        if other.window == new.window:
            _dispute(conflicts, other, new)
    events.append(new)


def _is_one_time(one: Event, other: Event) -> bool:
    if one.window is None or other.window is None:
        return one.window is other.window and one.said == other.said
    return one.window.overlaps(other.window)


def _is_own_later_word(one: Event, other: Event) -> bool:
    return conflict("", "", one.evidence, "", other.evidence) is None


def _later_count(one: Event, other: Event) -> int | None:
    last = max((*one.evidence, *other.evidence), key=by_publication)
    return last.claim.count


def _dispute(conflicts: list[Conflict], one: Event, other: Event) -> None:
    found = conflict(DIFFERENT_FIGURE, str(one.count), one.evidence, str(other.count), other.evidence)
    if found is None:
        return
    conflicts.append(found)
    one.against.update((e.id, e) for e in other.evidence)
    other.against.update((e.id, e) for e in one.evidence)


def _deny(events: list[Event], conflicts: list[Conflict], denial: Evidence) -> None:
    """A denial of what is dated alike contradicts it; who is right is not for the register to say."""
    when = stated(denial.claim.when)
    if when is None:
        return
    window = Window.of((when.earliest, when.latest))
    for event in events:
        if event.window is None or not window.contains(event.window):
            continue
        value = denial.claim.value
        found = conflict(CONTRADICTION, value, event.evidence, f"no {value}", (denial,))
        if found is not None:
            conflicts.append(
                Conflict(found.kind, tuple(Side(s.label, unique(s.evidence)) for s in found.sides))
            )
            event.against[denial.id] = denial


def _narrow_first(evidence: Evidence) -> tuple[object, ...]:
    when = stated(evidence.claim.when)
    if when is None:
        return 1, 0, by_publication(evidence)
    window = Window.of((when.earliest, when.latest))
    return 0, (window.hi - window.lo).days, window, by_publication(evidence)


def _order(event: Event) -> tuple[object, ...]:
    first = event.window or event.said or Window.of((None, None))
    return event.window is None, first, event.count or 0, min(e.id for e in event.evidence)
