"""The histories of all slots of the missions in the evidence, each mission for itself (rules 18, 20 and 24)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from missionwatch.model.register import Evidence
from missionwatch.reconciling.conflicts import (
    CONTRADICTION,
    NEWER_REPORT,
    Conflict,
    conflict,
    label,
    set_against,
)
from missionwatch.reconciling.fold import Fold
from missionwatch.reconciling.marks import CLOSING, Mark, Told, deny, settled, tell
from missionwatch.reconciling.promises import promised_in_same_report
from missionwatch.reconciling.slots import IsNation, Slot, is_event, slot_of
from missionwatch.reconciling.spans import History, lay_over
from missionwatch.reconciling.stretches import Stretch
from missionwatch.reconciling.windows import is_later, published


@dataclass(frozen=True, slots=True)
class SlotHistory:
    """One slot: its states over time, the claims that nothing puts in time, and its disagreements."""

    slot: Slot
    stretches: tuple[Stretch, ...]
    undated: tuple[Evidence, ...]
    conflicts: tuple[Conflict, ...]


@dataclass(slots=True)
class _Closings:
    """What has ended of one mission: the whole, its places, the nations that withdrew (rule 20)."""

    whole: list[Mark] = field(default_factory=list)
    places: dict[str, list[Mark]] = field(default_factory=dict)
    nations: dict[str, list[Mark]] = field(default_factory=dict)

    def of(self, slot: Slot) -> list[Mark]:
        """The ends that close a slot: of what it lies in, never of what lies in it."""
        if slot.is_whole_mission:
            return []
        marks = list(self.whole)
        if slot.place and slot.aspect != "activity":
            marks += self.places.get(slot.place, ())
        if slot.place and slot.aspect == "contribution":
            marks += self.nations.get(slot.actor, ())
        return marks

    def learn(self, slot: Slot, stretches: Iterable[Stretch]) -> None:
        if slot.is_whole_mission:
            self.whole += _ends(stretches, "ended")
        elif slot.aspect == "activity":
            self.places[slot.place] = _ends(stretches, "ended")
        elif slot.aspect == "contribution" and not slot.place:
            self.nations[slot.actor] = _ends(stretches, "withdraws")


def slot_histories(evidence: Iterable[Evidence], is_nation: IsNation) -> tuple[SlotHistory, ...]:
    """The history of each slot, in the order of the slots."""
    told = _told(tuple(evidence), is_nation)
    closings: Mapping[str, _Closings] = defaultdict(_Closings)
    found = []
    for slot in sorted(told, key=_from_outside_in):
        around = closings[slot.mission_id]
        history = _history(told[slot], around.of(slot))
        around.learn(slot, history.stretches)
        undated = tuple(sorted(told[slot].undated, key=lambda e: e.id))
        found.append(SlotHistory(slot, tuple(history.stretches), undated, tuple(history.conflicts)))
    return tuple(sorted(found, key=lambda h: h.slot))


def _told(evidence: tuple[Evidence, ...], is_nation: IsNation) -> dict[Slot, Told]:
    told: dict[Slot, Told] = defaultdict(Told)
    of_promises = promised_in_same_report(evidence)
    for e in evidence:
        if is_event(e.claim):
            continue
        if e.claim.modality == "actual":
            tell(e, told[slot_of(e.claim, is_nation)])
        elif e.claim.modality == "denied" and e.id not in of_promises:
            deny(e, told[slot_of(e.claim, is_nation)])
    return told


def _history(told: Told, closings: Iterable[Mark]) -> History:
    fold = Fold()
    told = settled(told)
    fold.take([*told.marks, *closings])
    history = History(fold.stretches, fold.conflicts)
    lay_over(history, told.spans)
    for stretch in history.stretches:
        _compare_with_newer(history, stretch)
    return history


def _compare_with_newer(history: History, stretch: Stretch) -> None:
    """A state word that replaced another value without a date between is a newer report (rules 8 and 25).

    Where all that was said of the older value was published later than the sighting, nothing is newer: both are
    said of one time.
    """
    by = stretch.replaced_by
    if by is None or by.word.is_change or by.word == stretch.word:
        return
    said = [w for e in by.evidence if (w := published(e.report))]
    is_newer = any(
        is_later(window, published(e.report)) or published(e.report) is None
        for window in said
        for e in stretch.evidence
    )
    kind = NEWER_REPORT if is_newer else CONTRADICTION
    named = next((s for s in history.stretches if any(by is mark for mark in s.marks)), None)
    other = label(named) if named is not None else by.word.value
    found = conflict(kind, label(stretch), stretch.evidence, other, by.evidence)
    if found is None:
        return
    history.conflicts.append(found)
    if kind == CONTRADICTION:
        for disputed in (stretch, named):
            if disputed is not None:
                set_against(disputed, found)


def _ends(stretches: Iterable[Stretch], value: str) -> list[Mark]:
    """The ends that close what lies inside: none while reports of that time say that it runs."""
    return [
        Mark(CLOSING, s.begin, s.word, s.evidence, text=s.start_text)
        for s in stretches
        if s.word.value == value and not s.is_contested
    ]


def _from_outside_in(slot: Slot) -> tuple[bool, bool, bool, Slot]:
    """The whole mission first, then its places, then the nations' parts as a whole."""
    return (
        not slot.is_whole_mission,
        slot.aspect != "activity",
        not (slot.aspect == "contribution" and not slot.place),
        slot,
    )
