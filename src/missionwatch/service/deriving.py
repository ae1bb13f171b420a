"""The derived rows of a mission: what holds as of the newest report, and what a new one changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Final

from missionwatch.model.identity import content_id
from missionwatch.model.register import Change
from missionwatch.service.clock import Clock
from missionwatch.service.knowing import Known, known
from missionwatch.service.shapes import (
    canonical,
    commitment_shape,
    disagreement_shape,
    state_shape,
)
from missionwatch.store.held import CurrentRow
from missionwatch.store.port import Register, View, Writer

_ONLY_SEEN_AGAIN: Final = frozenset({"claims", "first_seen", "last_seen", "last_word", "steps"})


def derived(view: View, mission_id: str) -> tuple[CurrentRow, ...]:
    """What the rows of a mission have to be: a function of the record alone (law 2)."""
    mission = known(view, mission_id, None)
    states = ((state.id, "state", canonical(state_shape(state))) for state in mission.states(None))
    disagreements = (
        (found.id, "disagreement", canonical(disagreement_shape(found))) for found in mission.disagreements()
    )
    rows = [
        CurrentRow(mission_id, subject, id, position, body)
        for kind in (states, disagreements)
        for position, (id, subject, body) in enumerate(kind)
    ]
    turned, turns = _turning_days(mission)
    rows.extend(
        CurrentRow(
            mission_id,
            "commitment",
            promise.id,
            position,
            canonical(commitment_shape(promise)),
            turned,
            turns,
        )
        for position, promise in enumerate(mission.commitments(None))
    )
    return tuple(rows)


def _turning_days(mission: Known) -> tuple[date | None, date | None]:
    """The last day up to which, and the first from which on, what became of its promises can turn: a bound of any date
    that its claims tell, on either side of the day that is answered for."""
    if mission.day is None:
        return None, None
    whens = (evidence.claim.when for evidence in mission.evidence)
    told = {day for when in whens if when for day in (*when.start_window, *when.end_window) if day}
    before, after = [d for d in told if d <= mission.day], [d for d in told if d >= mission.day]
    return max(before, default=None), min(after, default=None)


def turning_between(view: View, before: date | None, after: date | None) -> tuple[str, ...]:
    """The missions with promises that can turn as the newest publication day moves, either way."""
    if before == after:
        return ()
    if before is None or after is None:
        return tuple(sorted({row.mission_id for row in view.current() if row.subject == "commitment"}))
    return view.missions_turning_between(min(before, after), max(before, after))


def refresh(register: Register, clock: Clock) -> tuple[Change, ...]:
    """Make the derived rows of all stale missions anew and log what changed; a transaction for each."""
    with register.reading() as view:
        stale = view.stale()
    changes: list[Change] = []
    for mission_id in stale:
        with register.writing() as writer:
            changes.extend(renew(writer, mission_id, clock()))
    return tuple(changes)


def renew(writer: Writer, mission_id: str, recorded: str) -> tuple[Change, ...]:
    """Put the mission's derived rows right; gives and logs the changes."""
    rows = derived(writer, mission_id)
    changes = differences(writer.current(mission_id), rows, recorded)
    writer.replace_current(mission_id, rows)
    writer.log(changes)
    return changes


def differences(
    before: Iterable[CurrentRow], after: Iterable[CurrentRow], recorded: str
) -> tuple[Change, ...]:
    """What is new, changed or gone; `before` and `after` of a change are JSON of the fields that differ."""
    old = {(row.subject, row.id): row for row in before}
    new = {(row.subject, row.id): row for row in after}
    return tuple(
        _change(key, old.get(key), new.get(key), recorded)
        for key in [*(key for key in old if key not in new), *new]
        if old.get(key) is None or new.get(key) is None or old[key].body != new[key].body
    )


def _change(key: tuple[str, str], old: CurrentRow | None, new: CurrentRow | None, recorded: str) -> Change:
    was = json.loads(old.body) if old else {}
    now = json.loads(new.body) if new else {}
    differing = {field for field in {**was, **now} if was.get(field) != now.get(field)}
    if old is None:
        what = "new"
    elif new is None:
        what = "gone"
    else:
        what = "seen again" if differing <= _ONLY_SEEN_AGAIN else "changed"
    row = new or old
    assert row is not None
    texts = [
        canonical({field: value for field, value in shape.items() if field in differing}) if shape else None
        for shape in (was, now)
    ]
    change_id = content_id("change", recorded, row.mission_id, *key, what, *texts)
    return Change(change_id, recorded, row.mission_id, key[0], key[1], what, texts[0], texts[1])
