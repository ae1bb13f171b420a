"""From histories to the states that are shown: dates as EDTF, sightings, ids (rules 3, 5, 12, 13 and 17)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from missionwatch.errors import InvalidDate
from missionwatch.model.claim import ASPECT_VALUES
from missionwatch.model.identity import content_id
from missionwatch.model.register import Evidence, State
from missionwatch.model.when import When
from missionwatch.reconciling.events import Event
from missionwatch.reconciling.history import SlotHistory
from missionwatch.reconciling.marks import SIGHTING, START
from missionwatch.reconciling.slots import COUNTED_ASPECTS, NAMED_ASPECTS, Slot, word_of
from missionwatch.reconciling.stretches import CERTAIN, Stretch, by_publication, unique
from missionwatch.reconciling.windows import Window, published

ASPECT_ORDER = {aspect: place for place, aspect in enumerate(ASPECT_VALUES)}


def mission_names(evidence: Iterable[Evidence]) -> dict[str, str]:
    """The name by which each mission is mostly called; of names used equally often the first in the alphabet."""
    used: dict[str, Counter[str]] = defaultdict(Counter)
    for e in evidence:
        used[e.claim.mission_id][e.claim.mission] += 1
    return {mission: min(names, key=lambda name: (-names[name], name)) for mission, names in used.items()}


@dataclass(frozen=True, slots=True)
class Shown:
    """A state, and on which days it holds: CERTAIN, POSSIBLE, or None."""

    state: State
    holds: Callable[[date], str | None]
    is_disputed_on: Callable[[date | None], bool] | None = None
    is_undated: bool = False


def states_of(history: SlotHistory, names: Mapping[str, str]) -> list[Shown]:
    """The states of a slot in order of time."""
    ordered = sorted(history.stretches, key=_in_time)
    return [
        Shown(_state(history.slot, stretch, names), stretch.holds, stretch.is_disputed_on)
        for stretch in ordered
    ]


def undated_states(history: SlotHistory, names: Mapping[str, str]) -> list[Shown]:
    """What reports without a date say, that nothing puts in time: shown, but held by no day (rule 17)."""
    same: dict[object, list[Evidence]] = defaultdict(list)
    for e in history.undated:
        same[word_of(e.claim), e.claim.count].append(e)
    rows = [_row(history.slot, names, unique(claims), None) for claims in same.values()]
    return [Shown(replace(row, certain=False), _on_no_day, is_undated=True) for row in rows]


def event_states(events: Iterable[Event], names: Mapping[str, str]) -> list[Shown]:
    """Events: on the timeline, and in a status only on their day (rule 19)."""
    found = []
    for event in events:
        seen = [event.said.hi] if event.window is None and event.said is not None else []
        row = _row(
            event.slot, names, unique(event.evidence), event.when, count=event.count, seen=seen, against=event.against
        )  # fmt: skip
        found.append(Shown(row, event.happens_on, is_undated=event.window is None and event.said is None))
    return found


def _on_no_day(day: date) -> None:
    return None


def chosen(shown: Iterable[Shown], on: date | None, undated: bool) -> tuple[State, ...]:
    """All states (on None), or those that hold on a day, in the order in which they print, each with its own id."""
    found = []
    for one in _with_own_ids(shown):
        held = CERTAIN if on is None or (undated and one.is_undated) else one.holds(on)
        if held is not None:
            found.append(_as_of(one, on, held == CERTAIN))
    return tuple(sorted(found, key=_printed))


def _as_of(shown: Shown, on: date | None, certain: bool) -> State:
    """The state as it is on a day: disputed while the disagreement stands (rule 26), certain outside windows."""
    state = shown.state
    disputed = shown.is_disputed_on(on) if shown.is_disputed_on is not None else state.disputed
    if state.certain == (certain and state.certain) and state.disputed == disputed:
        return state
    return replace(state, certain=certain and state.certain, disputed=disputed)


def _state(slot: Slot, stretch: Stretch, names: Mapping[str, str]) -> State:
    return _row(
        slot, names, stretch.evidence, valid_time(stretch), count=stretch.count,
        seen=_sightings(stretch), against=stretch.against, closers=stretch.closers,
        disputed=stretch.is_disputed_on(None), value=stretch.word.value,
    )  # fmt: skip


def _row(
    slot: Slot,
    names: Mapping[str, str],
    claims: tuple[Evidence, ...],
    valid: When | None,
    *,
    count: int | None = None,
    seen: Iterable[date] = (),
    against: Mapping[str, Evidence] | None = None,
    closers: Iterable[Evidence] = (),
    disputed: bool | None = None,
    value: str | None = None,
) -> State:
    first = claims[0]
    seen = sorted(seen)
    said = [window.hi for e in claims if (window := published(e.report))]
    if count is None and (slot.aspect not in COUNTED_ASPECTS or not (valid or seen)):
        count = next((e.claim.count for e in claims if e.claim.count is not None), None)
    opposing = unique((against or {}).values())
    of_value = [e.claim for e in claims if value is None or e.claim.value == value] or [first.claim]
    actor = next((c.actor for c in of_value if c.actor), None)
    value = value or first.claim.value
    named = actor if slot.aspect in NAMED_ASPECTS or slot.aspect == "incident" else None
    return State(
        id=content_id(
            "state", slot.mission_id, slot.aspect, slot.actor, slot.place, slot.value, value, first.id
        ),
        mission_id=slot.mission_id,
        mission=names[slot.mission_id],
        aspect=slot.aspect,
        value=value,
        actor=named,
        count=count,
        place=next((e.claim.place for e in claims if e.claim.place), None),
        valid=valid,
        known_from=min(said, default=None),
        first_seen=seen[0] if seen else None,
        last_seen=seen[-1] if seen else None,
        disputed=bool(opposing) if disputed is None else disputed,
        certain=True,
        claims=tuple(e.id for e in claims),
        against=tuple(e.id for e in opposing),
        closed_by=tuple(e.id for e in closers),
    )


def valid_time(stretch: Stretch) -> When | None:
    """The valid time as it was stated: an end that is not stated is unknown ("2020/"), no date at all is None."""
    start = stretch.start_text or None
    end = ".." if stretch.end is None else stretch.end_text or ""
    if start is None:
        return None if end in ("..", "") else When.parse(f"../{end}")
    try:
        return When.parse(f"{start}/{end}")
    except InvalidDate:
        # Two disputed dates can stand the wrong way round; then the start alone is told.
        return When.parse(f"{start}/")


def _sightings(stretch: Stretch) -> list[date]:
    """The publication days of the claims that see the state hold then (rule 13)."""
    begin = stretch.begin.lo
    seen = [m.window.hi for m in stretch.marks if m.kind == SIGHTING and not m.is_stated]
    days = [day for day in seen if day >= begin]
    for mark in stretch.marks:
        if mark.kind == START:
            days += [day for e in mark.evidence if (day := _told_on(e)) and stretch.holds(day)]
    return days


def _told_on(evidence: Evidence) -> date | None:
    """The publication day of a claim that tells a start."""
    said = published(evidence.report)
    return said.hi if said is not None else None


def _in_time(stretch: Stretch) -> tuple[object, ...]:
    end = stretch.end or Window.of((date.max, date.max))
    return stretch.begin, end, stretch.word, stretch.count or 0, [by_publication(e) for e in stretch.evidence]


def _with_own_ids(shown: Iterable[Shown]) -> Iterator[Shown]:
    """States that one claim alone supports twice (before and after a span) are told apart by their order."""
    seen: Counter[str] = Counter()
    for one in shown:
        seen[one.state.id] += 1
        times = seen[one.state.id]
        if times > 1:
            one = replace(one, state=replace(one.state, id=content_id(one.state.id, times)))
        yield one


def _printed(state: State) -> tuple[object, ...]:
    valid = state.valid
    start = valid.earliest if valid is not None else None
    end = valid.latest if valid is not None else None
    start = start or state.first_seen or end or date.max
    return (
        state.mission, ASPECT_ORDER.get(state.aspect, len(ASPECT_ORDER)), state.place or "", start, end or date.max,
        state.value, state.actor or "", state.count or 0, state.id,
    )  # fmt: skip
