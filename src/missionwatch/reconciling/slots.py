"""What can hold one value at a time, and what the words for its values do (rules 2, 18 and 19)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from missionwatch.model.claim import Claim
from missionwatch.reconciling.names import folded

IsNation = Callable[[str], bool]
"""Tells nations from organisations, so that both can lead at once; the catalogue knows."""

CONFIRMED_BY: Final = {
    "active": frozenset({"active", "established", "expanded", "reduced", "resumed"}),
    "provides": frozenset({"provides", "increases", "reduces", "resumes"}),
}
"""The words that only see something run, and the running values that they confirm."""

STOPS: Final = frozenset({"suspended", "ended", "suspends", "withdraws"})
"""Values under which nothing runs."""

RESTARTS: Final = {"resumed": "suspended", "resumes": "suspends"}
"""Whose denial ("not yet resumed") sees which value still hold."""

NAMED_ASPECTS: Final = frozenset({"lead", "commander", "contribution", "mandate"})
"""Aspects whose actor is part of what is said; for the others the actor is left aside."""

COUNTED_ASPECTS: Final = frozenset({"strength", "contribution", "activity", "incident"})
"""Aspects whose count is a figure that others can confirm or contradict; for the rest it only goes with the words."""

MANDATE_EVENTS: Final = frozenset({"requests", "rejects"})


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A mission's slot: the aspect, and what tells it from others of that aspect, folded for comparison."""

    mission_id: str
    aspect: str
    actor: str = ""
    place: str = ""
    value: str = ""

    @property
    def is_whole_mission(self) -> bool:
        return self.aspect == "activity" and not self.place


@dataclass(frozen=True, slots=True, order=True)
class Word:
    """What a claim says of its slot, the figure aside: the value, and the actor where the actor is the value."""

    value: str
    actor: str = ""

    @property
    def is_change(self) -> bool:
        """Whether the word itself says that something changed (suspended, increases), not only how it is."""
        return self.value in CHANGE_WORDS

    @property
    def is_stop(self) -> bool:
        return self.value in STOPS

    def confirms(self, running: Word) -> bool:
        """Whether seeing this is seeing the other still hold (rule 2)."""
        return self == running or (
            self.actor == running.actor and running.value in CONFIRMED_BY.get(self.value, ())
        )


CHANGE_WORDS: Final = frozenset(
    {"established", "reduced", "suspended", "resumed", "expanded", "ended"}
    | {"increases", "reduces", "suspends", "withdraws", "resumes"}
    | {"approves", "extends", "requests", "ends", "rejects"}
)


def everybody_is_a_nation(actor: str) -> bool:
    """For registers without a catalogue: one slot for the lead."""
    return True


def is_event(claim: Claim) -> bool:
    """Whether a claim is of something that happens on a day and is over (rule 19)."""
    return claim.aspect == "incident" or (claim.aspect == "mandate" and claim.value in MANDATE_EVENTS)


def slot_of(claim: Claim, is_nation: IsNation) -> Slot:
    """The slot that a claim speaks of. For events it leaves out the day."""
    mission, aspect, place = claim.mission_id, claim.aspect, folded(claim.place)
    match aspect:
        case "activity" | "presence":
            return Slot(mission, aspect, place=place)
        case "lead":
            return Slot(mission, aspect, value="nation" if is_nation(claim.actor or "") else "organisation")
        case "contribution":
            return Slot(mission, aspect, actor=folded(claim.actor), place=place)
        case "mandate":
            return Slot(mission, aspect, actor=folded(claim.actor))
        case "task" | "measure":
            return Slot(mission, aspect, value=claim.value)
        case "incident":
            return Slot(mission, aspect, value=claim.value, place=place)
        case _:
            return Slot(mission, aspect)


def word_of(claim: Claim) -> Word:
    """The value that a claim gives its slot; who leads or commands is the value of those slots."""
    actor = folded(claim.actor) if claim.aspect in ("lead", "commander") else ""
    return Word(claim.value, actor)
