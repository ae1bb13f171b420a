"""Commanders who are named in full by one report and by their surname by another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from missionwatch.model.register import Evidence
from missionwatch.reconciling.names import folded


def with_full_names(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence, each mission's commanders by the fullest name that it holds for them.

    A shorter name is another's if all its words stand in that name and it ends alike ("Lee", "Ann Lee"). Where two
    longer names would fit it stays what it is: no guess between two people.
    """
    claims = tuple(evidence)
    names: dict[str, set[str]] = defaultdict(set)
    for e in claims:
        if e.claim.aspect == "commander" and e.claim.actor:
            names[e.claim.mission_id].add(e.claim.actor)
    full = {mission: _full_names(held) for mission, held in names.items() if len(held) > 1}
    return tuple(_renamed(e, full.get(e.claim.mission_id, {})) for e in claims)


def _full_names(names: set[str]) -> dict[str, str]:
    """The names that are short for just one other, with the longest form of it."""
    found = {}
    for short in names:
        longer = [name for name in names if _is_short_for(short, name)]
        longest = max(longer, key=lambda name: (len(name.split()), name), default=None)
        if longest is not None and all(name == longest or _is_short_for(name, longest) for name in longer):
            found[short] = longest
    return found


def _is_short_for(short: str, name: str) -> bool:
    words, others = folded(short).split(), folded(name).split()
    return bool(words) and len(words) < len(others) and words[-1] == others[-1] and set(words) <= set(others)


def _renamed(evidence: Evidence, full: Mapping[str, str]) -> Evidence:
    claim = evidence.claim
    name = full.get(claim.actor or "")
    if claim.aspect != "commander" or name is None:
        return evidence
    return replace(evidence, claim=replace(claim, actor=name))
