"""Claims that were made from a gloss, at the report's own words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from missionwatch.model.claim import Claim
from missionwatch.model.gloss import Gloss
from missionwatch.model.passage import Passage


def own_words(claims: Iterable[Claim], text: str, gloss: Gloss) -> tuple[Claim, ...]:
    """The claims with their passages, evidence and conditions cut from the report's text, in its order."""
    found = (own for claim in claims if (own := _own(claim, text, gloss)) is not None)
    return tuple(sorted(found, key=lambda claim: (claim.passage.start, claim.passage.end)))


def _own(claim: Claim, text: str, gloss: Gloss) -> Claim | None:
    passage = gloss.back(claim.passage.span)
    if passage is None:
        return None
    evidence = {field: own for field, span in claim.evidence.items() if (own := gloss.back(span)) is not None}
    condition = evidence.get("condition")
    return replace(
        claim,
        passage=Passage.cut(text, passage.start, passage.end),
        evidence=evidence,
        condition=condition.of(text) if condition and claim.condition else None,
    )
