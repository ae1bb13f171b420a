"""What a report says twice is one claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from missionwatch.model.claim import NEEDS, Claim
from missionwatch.model.when import When

_FATAL = ("attack", "accident")  # whose dead are no deaths beside it
_ONCE = ("task",)
_NEAR = 300
"""So many characters apart at most, two sentences tell of one incident."""
_DECIDED = ("extends", "ends", "rejects")
_STATES = ("lead", "commander", "contribution", "presence")


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


def _spans(a: When, b: When) -> When | None:
    """A beginning and an end told apart, as one stretch; None where they are no such pair."""
    start, end = str(a), str(b)
    if not start.endswith("/..") or not end.startswith("../"):
        return None
    begun, over = a.earliest, b.latest
    if begun is None or over is None or begun > over:
        return None
    return When.parse(f"{start.removesuffix('/..')}/{end.removeprefix('../')}")


def _stretch(a: Claim, b: Claim) -> Claim | None:
    """ "X took over in 2020", "Y took over from X in 2022": one claim of X from 2020 to 2022."""
    if a.aspect not in _STATES or _key(a) != _key(b) or (a.modality, a.place) != (b.modality, b.place):
        return None
    if a.when is None or b.when is None:
        return None
    when = _spans(a.when, b.when) or _spans(b.when, a.when)
    return replace(a, when=when) if when is not None else None


def said_once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims, those that say the same joined into the first of them; in the order of the text."""
    kept: list[Claim] = []
    for claim in claims:
        for i, other in enumerate(kept):
            stretch = _stretch(other, claim)
            if stretch is not None or _compatible(other, claim):
                kept[i] = stretch or _joined(other, claim)
                break
        else:
            kept.append(claim)
    told = [c for c in kept if not _is_told_better(c, kept) and not _is_same_incident(c, kept)]
    return tuple(sorted(told, key=lambda c: (c.passage.start, c.passage.end)))


def _is_told_better(claim: Claim, claims: Iterable[Claim]) -> bool:
    """ "Parliament voted to extend the mandate" approves nothing besides: the same words tell what was decided. The
    dead of an attack are told with it."""
    if claim.value == "death":
        return any(
            o.value in _FATAL and (o.mission_id, o.count) == (claim.mission_id, claim.count) for o in claims
        )
    return (claim.aspect, claim.value) == ("mandate", "approves") and any(
        other.aspect == "mandate"
        and other.value in _DECIDED
        and (other.mission_id, other.actor) == (claim.mission_id, claim.actor)
        and other.passage.span.overlaps(claim.passage.span)
        for other in claims
    )


def _is_same_incident(claim: Claim, claims: Iterable[Claim]) -> bool:
    """ "Eight died. ... The crash killed eight": the dead of an attack or accident are no further deaths."""
    return (
        claim.value == "death"
        and claim.count is not None
        and any(
            other.value in ("attack", "accident")
            and other.mission_id == claim.mission_id
            and (other.count == claim.count or (other.count is None and _are_near(claim, other)))
            for other in claims
        )
    )


def _are_near(a: Claim, b: Claim) -> bool:
    return max(a.passage.start, b.passage.start) - min(a.passage.end, b.passage.end) <= _NEAR
