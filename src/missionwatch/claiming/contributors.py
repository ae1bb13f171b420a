"""To which mission a nation contributes, where its sentence names none: the one to which it was said to contribute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from missionwatch.model.claim import Claim
from missionwatch.model.document import Document, Sentence


def with_known_missions(claims: Iterable[Claim], document: Document) -> tuple[Claim, ...]:
    """The claims; a contribution to the mission last spoken of goes to the one mission that other sentences name
    for its nation, unless it leads the former ("Denmark has left X. ... The withdrawal of the Danes ...")."""
    made = tuple(claims)
    known: dict[str | None, dict[str, Claim]] = defaultdict(dict)
    leads = {(c.actor, c.mission_id) for c in made if c.aspect == "lead"}
    for claim in made:
        if claim.aspect == "contribution" and _names_its_mission(claim, document.sentences):
            known[claim.actor].setdefault(claim.mission_id, claim)
    return tuple(
        claim
        if (claim.actor, claim.mission_id) in leads
        else _settled(claim, known[claim.actor], document.sentences)
        for claim in made
    )


def _settled(claim: Claim, known: dict[str, Claim], sentences: tuple[Sentence, ...]) -> Claim:
    if claim.aspect != "contribution" or len(known) != 1 or claim.mission_id in known:
        return claim
    if _names_its_mission(claim, sentences):
        return claim
    (other,) = known.values()
    evidence = {**claim.evidence, "mission": other.evidence["mission"]}
    return replace(claim, mission=other.mission, mission_id=other.mission_id, evidence=evidence)


def _names_its_mission(claim: Claim, sentences: tuple[Sentence, ...]) -> bool:
    """Whether the sentence that makes the claim names the mission."""
    where, named = claim.passage.span, claim.evidence.get("mission")
    return named is not None and any(s.span.covers(named) and s.span.overlaps(where) for s in sentences)
