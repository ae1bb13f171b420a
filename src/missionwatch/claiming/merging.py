"""What a report says twice is one claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from missionwatch.model.claim import NEEDS, Claim
from missionwatch.model.when import When

_ONCE = ("task",)


def _key(claim: Claim) -> tuple[object, ...]:
    need = NEEDS.get(claim.aspect)
    return (claim.mission_id, claim.aspect, claim.value, getattr(claim, need) if need else None)


def _compatible(a: Claim, b: Claim) -> bool:
    """Whether two claims of one key say the same: no field that both give differs."""
    if _key(a) != _key(b):
        return False
    if a.aspect in _ONCE:
        return True
    if a.modality != b.modality:
        return False
    pairs = ((a.place, b.place), (a.count, b.count))
    return all(x is None or y is None or x == y for x, y in pairs) and _agree(a.when, b.when)


def _agree(a: When | None, b: When | None) -> bool:
    """Whether two dates may be one told twice: one is missing, or one lies within the other."""
    if a is None or b is None or str(a) == str(b):
        return True
    if None in (a.earliest, a.latest, b.earliest, b.latest):
        return False
    return a.contains(b) or b.contains(a)


def _joined(a: Claim, b: Claim) -> Claim:
    """The first claim with what the second adds."""
    added = {
        name: getattr(b, name)
        for name in ("when", "place", "count", "condition", "causes")
        if not getattr(a, name) and getattr(b, name)
    }
    evidence = {**{k: v for k, v in b.evidence.items() if k in added}, **a.evidence}
    return replace(a, **added, evidence=evidence) if added else a


def said_once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims in the order of the text, those that say the same joined into the first of them."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (c.passage.start, c.passage.end)):
        for i, other in enumerate(kept):
            if _compatible(other, claim):
                kept[i] = _joined(other, claim)
                break
        else:
            kept.append(claim)
    return tuple(kept)
