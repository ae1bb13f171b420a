"""Whose claims are independent of one another (rules 22 and 30)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from missionwatch.model.register import Evidence
from missionwatch.reconciling.names import folded
from missionwatch.reconciling.windows import is_later, published

Source = tuple[str, str]


def source(evidence: Evidence) -> Source:
    """The speaker if there is one, else the outlet; a report of an unknown outlet is a source of its own."""
    if evidence.claim.said_by:
        return "speaker", folded(evidence.claim.said_by)
    return outlet(evidence)


def outlet(evidence: Evidence) -> Source:
    """Who printed it."""
    report = evidence.report
    return ("outlet", folded(report.source)) if report.source else ("report", report.id)


def one_voice(one: Evidence, other: Evidence) -> bool:
    """Whether one report says both in one voice: such claims hold together (rule 22)."""
    return one.report.version == other.report.version and source(one) == source(other)


def can_disagree(one: Evidence, other: Evidence) -> bool:
    """Whether two claims that differ are a disagreement: not those of one voice, nor a source's own later word."""
    if one_voice(one, other):
        return False
    if source(one) != source(other):
        return True
    said, again = published(one.report), published(other.report)
    return not is_later(said, again) and not is_later(again, said)


def at_odds(
    some: Iterable[Evidence], others: Iterable[Evidence]
) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]] | None:
    """The claims on either side that disagree with one on the other, or None where none does."""
    left, right = tuple(some), tuple(others)
    kept = tuple(e for e in left if _disagrees_with_any(e, right))
    if not kept:
        return None
    return kept, tuple(e for e in right if _disagrees_with_any(e, left))


def _disagrees_with_any(one: Evidence, others: Sequence[Evidence]) -> bool:
    return any(can_disagree(one, other) for other in others)
