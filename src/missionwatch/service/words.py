"""Law 1: no claim without its words."""

from __future__ import annotations

from collections.abc import Iterable

from missionwatch.errors import RefusedClaim
from missionwatch.model.claim import EVIDENCE_FIELDS, Claim


def fault_in(claim: Claim, text: str) -> str | None:
    """What is wrong with the claim's words in this text (its quote, a field's span), else None."""
    if not claim.passage.stands_in(text):
        return "its quote is not what the text says at its offsets"
    for name, span in claim.evidence.items():
        if name not in EVIDENCE_FIELDS:
            return f"'{name}' is no field with words of its own"
        if not 0 <= span.start < span.end <= len(text):
            return f"the words for '{name}' ({span.start} to {span.end}) lie outside the text"
    return None


def sorted_out(claims: Iterable[Claim], text: str, subject: str) -> tuple[list[Claim], list[RefusedClaim]]:
    """The claims whose words stand in the text, and those that are refused, each with the reason."""
    taken: list[Claim] = []
    refused: list[RefusedClaim] = []
    for claim in claims:
        fault = fault_in(claim, text)
        if fault is None:
            taken.append(claim)
        else:
            what = f"{subject}, {claim.aspect} {claim.value} of {claim.mission}"
            refused.append(RefusedClaim(what, fault, "The claim is left out; the others are kept"))
    return taken, refused
