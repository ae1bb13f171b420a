"""The disagreements that are listed: of slots, of causes, and of a part with its whole (rules 21, 25 to 29)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from missionwatch.model.identity import content_id
from missionwatch.model.register import Disagreement, Evidence
from missionwatch.model.register import Side as PrintedSide
from missionwatch.reconciling.conflicts import (
    OTHER_CAUSE,
    PART_AGAINST_WHOLE,
    Conflict,
    Side,
    conflict,
)
from missionwatch.reconciling.history import SlotHistory
from missionwatch.reconciling.marks import SIGHTING, START
from missionwatch.reconciling.slots import STOPS, Slot
from missionwatch.reconciling.sources import at_odds
from missionwatch.reconciling.states import ASPECT_ORDER
from missionwatch.reconciling.stretches import Stretch, unique


def causes_at_odds(stretch: Stretch) -> list[Conflict]:
    """The sets of causes given for one state of which neither holds the other (rule 29)."""
    given: dict[tuple[str, ...], list[Evidence]] = defaultdict(list)
    for e in stretch.evidence:
        if e.claim.causes and e.claim.value == stretch.word.value:
            given[tuple(sorted(set(e.claim.causes)))].append(e)
    sides: dict[tuple[str, ...], dict[str, Evidence]] = defaultdict(dict)
    for one in sorted(given):
        for other in sorted(given):
            if one < other and not set(one) <= set(other) and not set(other) <= set(one):
                odds = at_odds(given[one], given[other])
                for causes, claims in zip((one, other), odds or (), strict=False):
                    sides[causes].update((e.id, e) for e in claims)
    if not sides:
        return []
    return [
        Conflict(OTHER_CAUSE, tuple(Side(", ".join(c), unique(sides[c].values())) for c in sorted(sides)))
    ]


def parts_against_whole(whole: SlotHistory, parts: Iterable[SlotHistory]) -> list[tuple[Slot, Conflict]]:
    """Where the whole is said to be stopped and a part is seen to run on that day or later (rule 21)."""
    found = []
    for stop in whole.stretches:
        if not stop.word.is_stop:
            continue
        for part in parts:
            for stretch in part.stretches:
                seen = _seen_running(stretch, stop)
                place = next((e.claim.place for e in seen if e.claim.place), part.slot.place)
                odds = conflict(
                    PART_AGAINST_WHOLE,
                    stop.word.value,
                    stop.evidence,
                    f"{stretch.word.value} in {place}",
                    seen,
                )
                if odds is not None:
                    found.append((part.slot, odds))
    return found


def _seen_running(part: Stretch, stop: Stretch) -> tuple[Evidence, ...]:
    """The claims that see the part run while the whole is stopped."""
    if part.word.value in STOPS:
        return ()
    begin, end = stop.begin, stop.end
    return unique(
        e
        for mark in part.marks
        if mark.kind in (SIGHTING, START) and mark.window.hi >= begin.lo
        if end is None or mark.window.lo < end.hi
        for e in mark.evidence
    )


def as_printed(slot: Slot, found: Conflict, names: Mapping[str, str]) -> Disagreement:
    """A disagreement with an id that its kind and its claims give."""
    sides = tuple(PrintedSide(side.label, tuple(e.id for e in side.evidence)) for side in found.sides)
    claims = [e.claim for side in found.sides for e in side.evidence]
    ids = sorted([sorted(side.claims) for side in sides])
    return Disagreement(
        id=content_id("disagreement", slot.mission_id, slot.aspect, found.kind, ids),
        mission_id=slot.mission_id,
        mission=names[slot.mission_id],
        aspect=slot.aspect,
        kind=found.kind,
        sides=sides,
        place=next((c.place for c in claims if c.place), None) if slot.place else None,
        actor=next((c.actor for c in claims if c.actor), None) if slot.actor else None,
    )


def in_print_order(found: Iterable[Disagreement]) -> tuple[Disagreement, ...]:
    """Disagreements by mission, aspect, place, kind and sides, each once."""
    unique_ones = {d.id: d for d in found}
    return tuple(sorted(unique_ones.values(), key=_printed))


def _printed(found: Disagreement) -> tuple[object, ...]:
    return (
        found.mission, ASPECT_ORDER.get(found.aspect, len(ASPECT_ORDER)), found.place or "", found.actor or "",
        found.kind, [(side.value, side.claims) for side in found.sides], found.id,
    )  # fmt: skip
