"""Whether a text tells of the past, its dates running on from one another, or of the day on which it was published."""

from __future__ import annotations

import re
from collections.abc import Iterable

from missionwatch.annotating.atoms import Atom
from missionwatch.model.when import When

_OLD_YEAR = re.compile(r"(?<![\w.,/$€£])1(?:[0-8]\d\d|9[0-3]\d)(?![\w%]|[.,]\d)")
_NEAR = frozenset({"wd", "word", "ago"})
_ENOUGH = 4


def tells_of_old_times(text: str) -> bool:
    """Whether it names years before 1940 often enough that any such number may be one."""
    found = _OLD_YEAR.finditer(text)
    return sum(1 for _ in zip(found, range(_ENOUGH), strict=False)) == _ENOUGH


def is_narrative(atoms: Iterable[Atom], published: When | None) -> bool:
    """Whether years long past outnumber what counts from the day of publication ("on Monday", "last year")."""
    if published is None or published.earliest is None:
        return False
    past = near = 0
    for atom in atoms:
        year = atom.get("year") or atom.get("low")
        if year[:4].isdigit():
            past += int(year[:4]) < published.earliest.year - 1
            near += int(year[:4]) >= published.earliest.year - 1
        else:
            near += atom.kind in _NEAR or atom.get("whose") in {"this", "last", "next"}
    return past >= _ENOUGH and past > near
