"""Whether a mission has begun, as the report tells it: its tasks are planned until then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from missionwatch.model.claim import Claim

_NOT_YET = ("planned", "offered", "considered")


def with_modality_of_missions(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, each task as its mission is: what a mission "is to do" it does once it is there."""
    coming = {c.mission_id for c in claims if _is_start(c) and c.modality in _NOT_YET}
    begun = {c.mission_id for c in claims if _is_start(c) and c.modality == "actual"}
    return tuple(_as_its_mission(claim, claim.mission_id in coming - begun) for claim in claims)


def _is_start(claim: Claim) -> bool:
    return claim.aspect == "activity" and claim.value == "established"


def _as_its_mission(claim: Claim, is_coming: bool) -> Claim:
    if claim.aspect != "task" or claim.modality == "denied":
        return claim
    modality = "planned" if is_coming else "actual"
    if modality == claim.modality:
        return claim
    evidence = {name: span for name, span in claim.evidence.items() if name not in ("modality", "condition")}
    return replace(claim, modality=modality, condition=None, evidence=evidence)
