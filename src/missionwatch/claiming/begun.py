"""Whether a mission has begun, as the report tells it: its tasks are planned until then."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.model.claim import Claim
from missionwatch.model.when import When

_THERE = ("contribution", "presence", "lead", "commander", "strength", "activity", "mandate")
_LESS = ("withdraws", "reduces", "suspends", "ended", "reduced", "suspended", "ends", "rejects")
"""What is planned of these tells nothing of a mission that is still to come."""
_WITH_IT = ("lead", "commander", "presence", "strength")
"""What nobody has of a mission before it begins."""
_NOT_YET = ("planned", "offered", "considered")


def with_modality_of_missions(
    claims: Sequence[Claim], catalogue: Catalogue, published: When | None
) -> tuple[Claim, ...]:
    """The claims, each task as its mission is: what a mission "is to do" it does once it is there."""
    begun = {c.mission_id for c in claims if _is_start(c) and c.modality == "actual"}
    not_yet = {c.mission_id for c in claims if c.modality in _NOT_YET and _tells_of_coming(c)}
    ahead = {i for i in not_yet - begun if _starts_after(catalogue.mission(i).start, published)}
    coming = {c.mission_id for c in claims if _is_start(c) and c.modality in _NOT_YET} - begun
    return tuple(_as_its_mission(claim, claim.mission_id in coming | ahead, ahead) for claim in claims)


def _tells_of_coming(claim: Claim) -> bool:
    return claim.aspect in _THERE and claim.value not in _LESS


def _starts_after(start: When | None, published: When | None) -> bool:
    """Whether the mission began after the day of the report, as far as both are known."""
    if start is None or published is None or start.latest is None or published.latest is None:
        return False
    return start.latest > published.latest


def _is_start(claim: Claim) -> bool:
    return claim.aspect == "activity" and claim.value == "established"


def _as_its_mission(claim: Claim, is_coming: bool, ahead: Set[str]) -> Claim:
    if claim.aspect in _WITH_IT and claim.modality == "actual" and claim.mission_id in ahead:
        return replace(claim, modality="planned")
    if claim.aspect != "task" or claim.modality == "denied":
        return claim
    modality = "planned" if is_coming else "actual"
    if modality == claim.modality:
        return claim
    evidence = {name: span for name, span in claim.evidence.items() if name not in ("modality", "condition")}
    return replace(claim, modality=modality, condition=None, evidence=evidence)
