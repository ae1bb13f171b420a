"""By when a promise is due, and what a new date does to it (rules 32 and 33)."""

from __future__ import annotations

from datetime import date
from typing import Final

from missionwatch.model.claim import Claim
from missionwatch.model.when import When
from missionwatch.reconciling.marks import stated
from missionwatch.reconciling.windows import EVER, NEVER, Window

_BY_START: Final = frozenset({"lead", "commander", "contribution", "presence", "task", "measure", "strength"})
"""Aspects that begin when they are promised to; of the others the date is that of the event."""

SLIPPED: Final = "slipped"
NARROWED: Final = "narrowed"
BROUGHT_FORWARD: Final = "brought forward"


def due_window(claim: Claim) -> Window | None:
    """Between which days a promise is due; NEVER where it has no last day, None where it has no date."""
    when = stated(claim.when)
    if when is None:
        return None
    if not when.is_interval:
        return Window.of((when.earliest, when.latest))
    if claim.aspect in _BY_START:
        return Window.of(when.start_window) if when.start is not None else _by(claim, when)
    if claim.aspect == "mandate":
        return Window(when.earliest, NEVER) if when.earliest is not None else None
    return Window(when.earliest or EVER, when.latest or NEVER)


def due_date(claim: Claim) -> When | None:
    """The due date as it prints: of what begins, its start."""
    when = stated(claim.when)
    if when is None or due_window(claim) is None:
        return None
    if when.is_interval and claim.aspect in _BY_START and when.start is not None:
        return When.parse(when.start.text)
    return when


def _by(claim: Claim, when: When) -> Window | None:
    """ "../D" is "until D" of what holds, and no due date; of a withdrawal or another change it is "by D"."""
    if claim.aspect != "contribution" or claim.value == "provides":
        return None
    return Window(EVER, when.latest or NEVER)


def change_of(old: Window | None, new: Window | None) -> str | None:
    """What a new due date does to the old one; None where there was none, or none is given."""
    if old is None or new is None or old == new:
        return None
    if new.lo > old.hi or (old.hi < new.hi < NEVER):
        return SLIPPED
    return NARROWED if old.contains(new) else BROUGHT_FORWARD


def is_past(due: Window | None, day: date) -> bool:
    """Whether the last day of the due date is over."""
    return due is not None and due.hi < day
