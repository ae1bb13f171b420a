"""When two figures agree (rule 27)."""

from __future__ import annotations


def rounds_to(exact: int, rounded: int) -> bool:
    """Whether `rounded` is `exact` rounded to the significant digits that `rounded` shows."""
    if rounded == 0:
        return exact == 0
    unit = 1
    while rounded % (unit * 10) == 0:
        unit *= 10
    return (exact + unit // 2) // unit * unit == rounded


def agree(one: int | None, other: int | None) -> bool:
    """Whether two figures can be one: equal, one of them rounded, or one not given."""
    return one is None or other is None or rounds_to(one, other) or rounds_to(other, one)


def more_exact(one: int | None, other: int | None) -> int | None:
    """Of two figures that agree the one with more digits that count."""
    if one is None or other is None:
        return other if one is None else one
    return one if rounds_to(one, other) else other
