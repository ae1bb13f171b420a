"""A person's decisions on claims (rules 42 and 43).

A review is bound to the words (report, mission, aspect, value, actor and an overlapping passage), so that it outlives
the extractor that made the claim. Of two reviews the later recorded counts. It corrects the reading, not the news: it
counts at every known date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from missionwatch.model.claim import Claim
from missionwatch.model.identity import mission_id_of
from missionwatch.model.passage import Passage, Span
from missionwatch.model.register import Review
from missionwatch.model.when import When
from missionwatch.reconciling.names import folded


def binds(review: Review, report_id: str, claim: Claim) -> bool:
    """Whether the review is about this claim of this article."""
    return (
        review.report_id == report_id
        and review.mission_id == claim.mission_id
        and review.aspect == claim.aspect
        and review.value == claim.value
        and folded(review.actor) == folded(claim.actor)
        and Span(review.start, review.end).overlaps(claim.passage.span)
    )


def latest(reviews: Iterable[Review]) -> Review | None:
    """The later recorded one."""
    return max(reviews, key=lambda review: (review.recorded, review.id), default=None)


def as_reviewed(claim: Claim, review: Review | None) -> Claim | None:
    """The claim as the review leaves it; None where it is rejected."""
    if review is None or review.decision in ("accept", "add"):
        return claim
    return None if review.decision == "reject" else corrected(claim, review.fields)


def added(review: Review) -> Claim:
    """The claim that an `add` carries in its fields."""
    name = str(review.fields.get("mission") or review.mission_id)
    quote = str(review.fields.get("quote") or "")
    passage = Passage(review.start, review.end, quote)
    bare = Claim(name, review.mission_id, review.aspect, review.value, passage, actor=review.actor)
    return corrected(bare, review.fields)


def corrected(claim: Claim, fields: Mapping[str, object]) -> Claim:
    """The claim with some of its fields replaced; values may be text as a person writes it.

    Raises InvalidDate for a `when` that is none, ValueError for a `count` that is no number.
    """
    changes: dict[str, Any] = {}
    for name in ("mission", "mission_id", "aspect", "value", "modality"):
        if fields.get(name):
            changes[name] = str(fields[name])
    if "mission" in changes and "mission_id" not in changes and changes["mission"] != claim.mission:
        changes["mission_id"] = mission_id_of(changes["mission"])
    for name in ("actor", "place", "condition", "said_by"):
        if name in fields:
            changes[name] = str(fields[name]) if fields[name] else None
    if "count" in fields:
        changes["count"] = None if fields["count"] in (None, "") else int(str(fields["count"]))
    if "when" in fields:
        changes["when"] = When.parse(str(fields["when"])) if fields["when"] else None
    if "causes" in fields:
        changes["causes"] = _causes(fields["causes"])
    return replace(claim, **changes)


def _causes(given: object) -> tuple[str, ...]:
    if not given:
        return ()
    listed = given.split(",") if isinstance(given, str) else given
    return tuple(str(cause).strip() for cause in listed) if isinstance(listed, Iterable) else ()
