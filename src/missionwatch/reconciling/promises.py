"""What makes two claims speak of one commitment (rules 28, 31, 32 and 36)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from missionwatch.model.claim import Claim
from missionwatch.model.register import Evidence
from missionwatch.reconciling.marks import stated
from missionwatch.reconciling.names import folded
from missionwatch.reconciling.slots import NAMED_ASPECTS

PROMISING: Final = frozenset({"planned", "offered", "considered"})


@dataclass(frozen=True, slots=True, order=True)
class PromiseKey:
    """Same mission, aspect, value, actor and place: one commitment while it is open."""

    mission_id: str
    aspect: str
    value: str
    actor: str
    place: str


def key_of(claim: Claim) -> PromiseKey:
    """The commitment that a claim speaks of; the actor counts where the aspect has one."""
    actor = folded(claim.actor) if claim.aspect in NAMED_ASPECTS else ""
    return PromiseKey(claim.mission_id, claim.aspect, claim.value, actor, folded(claim.place))


def is_promise(claim: Claim) -> bool:
    """Whether a claim is of a change still to come; nobody promises an attack."""
    return claim.modality in PROMISING and claim.aspect != "incident"


def promised_in_same_report(evidence: Iterable[Evidence]) -> frozenset[str]:
    """The ids of the denials whose own report makes the promise: they turn it down, and deny no present state."""
    held = tuple(evidence)
    promises = {(e.report.version, key_of(e.claim)) for e in held if is_promise(e.claim)}
    return frozenset(
        e.id for e in held if e.claim.modality == "denied" and (e.report.version, key_of(e.claim)) in promises
    )


def moves_the_date(denial: Evidence, promises: Iterable[Evidence]) -> bool:
    """Whether a denial only takes back a date: "not in May but in June" of one report is a slip (rule 32)."""
    denied = stated(denial.claim.when)
    if denied is None:
        return False
    given = (stated(p.claim.when) for p in promises if p.report.version == denial.report.version)
    return any(when is not None and when.text != denied.text for when in given)
