"""What the register says, from the claims that count: states, disagreements and commitments.

Pure functions: the same evidence in any order gives the same answer, byte for byte. `known_by` tells which claims count
for what was known on a day; all others take what it gives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from missionwatch.model.register import Commitment, Disagreement, Evidence, State
from missionwatch.reconciling import commitments as promised
from missionwatch.reconciling import disagreements as differing
from missionwatch.reconciling import states as held
from missionwatch.reconciling.commitments import DecidesFor, Promise, follow, nobody_else_decides
from missionwatch.reconciling.copies import copy_key
from missionwatch.reconciling.events import slot_events
from missionwatch.reconciling.evidence import known_by, latest_publication
from missionwatch.reconciling.fulfilment import Deed, Held, deed_of
from missionwatch.reconciling.history import SlotHistory, slot_histories
from missionwatch.reconciling.people import with_full_names
from missionwatch.reconciling.promises import PromiseKey, is_promise, key_of
from missionwatch.reconciling.slots import IsNation, Slot, everybody_is_a_nation
from missionwatch.reconciling.windows import published

__all__ = [
    "DecidesFor", "IsNation", "commitments", "copy_key", "disagreements", "known_by", "latest_publication",
    "states",
]  # fmt: skip


def states(
    evidence: Iterable[Evidence],
    *,
    on: date | None = None,
    undated: bool = False,
    is_nation: IsNation = everybody_is_a_nation,
) -> tuple[State, ...]:
    """The states of the missions in the evidence.

    Without `on` all of them, events and undated ones included: the timeline. With `on` those that hold on that day:
    the status. There two values can hold inside an uncertain time, with `certain` false; an event is there only on
    its day; what nothing puts in time is there only with `undated`.
    """
    claims = _in_order(evidence)
    names = held.mission_names(claims)
    found: list[held.Shown] = []
    for history in slot_histories(claims, is_nation):
        found += held.states_of(history, names)
        found += held.undated_states(history, names)
    for slot in slot_events(claims, is_nation):
        found += held.event_states(slot.events, names)
    return held.chosen(found, on, undated)


def disagreements(
    evidence: Iterable[Evidence],
    *,
    is_nation: IsNation = everybody_is_a_nation,
    decides_for: DecidesFor = nobody_else_decides,
) -> tuple[Disagreement, ...]:
    """The claims of independent sources that cannot all hold, both sides kept, named for what they are."""
    claims = _in_order(evidence)
    names = held.mission_names(claims)
    histories = slot_histories(claims, is_nation)
    found = [(h.slot, c) for h in histories for c in h.conflicts]
    found += [(h.slot, c) for h in histories for s in h.stretches for c in differing.causes_at_odds(s)]
    found += [(e.slot, c) for e in slot_events(claims, is_nation) for c in e.conflicts]
    parts = [h for h in histories if h.slot.aspect == "activity" and h.slot.place]
    for whole in (h for h in histories if h.slot.is_whole_mission):
        of_it = [part for part in parts if part.slot.mission_id == whole.slot.mission_id]
        found += differing.parts_against_whole(whole, of_it)
    for promise in _followed(claims, histories, None, decides_for):
        against = promised.contradicted(promise)
        if against is not None:
            key = promise.key
            found.append((Slot(key.mission_id, key.aspect, key.actor, key.place), against))
    return differing.in_print_order(differing.as_printed(slot, c, names) for slot, c in found)


def commitments(
    evidence: Iterable[Evidence],
    *,
    on: date | None,
    is_nation: IsNation = everybody_is_a_nation,
    decides_for: DecidesFor = nobody_else_decides,
) -> tuple[Commitment, ...]:
    """What was promised by a day and what became of it by then; without `on` all that is known, nothing overdue."""
    claims = _in_order(evidence)
    names = held.mission_names(claims)
    followed = _followed(claims, slot_histories(claims, is_nation), on, decides_for)
    return promised.in_print_order(promised.as_printed(promise, names, on) for promise in followed)


def _followed(
    claims: tuple[Evidence, ...], histories: Iterable[SlotHistory], on: date | None, decides_for: DecidesFor
) -> list[Promise]:
    promises = promised.by_key((e for e in claims if is_promise(e.claim) and _counts(e, on)), key_of)
    denials = promised.by_key((e for e in claims if e.claim.modality == "denied" and _counts(e, on)), key_of)
    acts = [e for e in claims if e.claim.modality == "actual" and e.claim.aspect != "incident"]
    held_by = _held(histories) if promises else {}
    deeds: dict[PromiseKey, list[Deed]] = defaultdict(list)
    for e in acts:
        for key in {key_of(e.claim), _by_anybody(key_of(e.claim))}:
            if key in promises:
                deed = deed_of(e, held_by.get(e.id))
                if deed is not None and deed.happened_by(on):
                    deeds[key].append(deed)
    return [
        promise
        for key in sorted(promises)
        for promise in follow(key, promises[key], denials.get(key, ()), deeds[key], decides_for)
    ]


def _by_anybody(key: PromiseKey) -> PromiseKey:
    """A promise that names nobody is kept by anybody's act (rule 37)."""
    return PromiseKey(key.mission_id, key.aspect, key.value, "", key.place)


def _held(histories: Iterable[SlotHistory]) -> dict[str, Held]:
    """For each claim the last state that it supports."""
    found: dict[str, Held] = {}
    for history in histories:
        for stretch in sorted(history.stretches, key=lambda s: s.begin):
            state = Held(stretch.marks)
            found.update((e.id, state) for e in stretch.evidence)
    return found


def _counts(evidence: Evidence, on: date | None) -> bool:
    """Whether a step counts on a day: from its publication. Of undated reports only what is dated does."""
    said = published(evidence.report)
    if on is None:
        return True
    return said.hi <= on if said is not None else evidence.claim.when is not None


def _in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Each claim once, in an order that does not depend on how they came."""
    unique = {e.id: e for e in evidence}
    return with_full_names(unique[i] for i in sorted(unique))
