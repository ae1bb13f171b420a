"""Acronyms in brackets in the midst of a noun group: "the Australian Defence Force (ADF) personnel" are one group."""

from __future__ import annotations

from collections.abc import Sequence

from missionwatch.claiming.lexicon import Lexicon, singular
from missionwatch.claiming.units import Unit

_HEADS = ("people", "part", "unit", "work", "mission-words")


def without_inner_acronyms(units: Sequence[Unit], text: str, lexicon: Lexicon) -> tuple[Unit, ...]:
    """The units without an acronym in brackets behind which a noun group goes on; one that alone names a mission
    stays."""
    dropped = {
        j
        for i in range(1, len(units) - 3)
        if units[i].text == "(" and _is_inner_acronym(units, i, text) and _goes_on(units[i + 3], lexicon)
        for j in range(i, i + 3)
    }
    return tuple(u for i, u in enumerate(units) if i not in dropped) if dropped else tuple(units)


def _is_inner_acronym(units: Sequence[Unit], i: int, text: str) -> bool:
    before, inner, closing = units[i - 1], units[i + 1], units[i + 2]
    if closing.text != ")" or not inner.span.of(text).isupper() or before.kind in ("mark", "time", "number"):
        return False
    named = before.mention.id if before.mention is not None else None
    return inner.mention is None or inner.mention.kind != "mission" or inner.mention.id == named


def _goes_on(unit: Unit, lexicon: Lexicon) -> bool:
    if unit.kind == "mission":
        return True
    return unit.kind == "word" and any(lexicon.in_class(singular(unit.text), name) for name in _HEADS)
