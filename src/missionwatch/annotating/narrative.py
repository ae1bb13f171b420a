"""Whether a text tells of the past, its dates running on from one another, or of the day on which it was published."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from missionwatch.annotating.atoms import Atom
from missionwatch.annotating.words import words
from missionwatch.model.when import When

_OLD_YEAR = re.compile(r"(?<= )1(?:[0-8]\d\d|9[0-3]\d)(?![\w%]|[.,]\d)")
_NEAR = frozenset({"wd", "word", "ago"})
_ENOUGH = 4
_OFTEN = 3
_LONGEST_LEAD = 16  # characters


def tells_of_old_times(text: str, language: str) -> bool:
    """Whether it names years before 1940, behind words that make them years, so often that others may be years too."""
    before = (
        text[max(0, found.start() - _LONGEST_LEAD) : found.start()].split()
        for found in _OLD_YEAR.finditer(text)
    )
    return sum(bool(row) and row[-1].lower().rstrip(".") in _leads(language) for row in before) >= _OFTEN


@cache
def _leads(language: str) -> frozenset[str]:
    return words(language, "dates").set("sure_year_leads").union(words(language, "calendar").names("months"))


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
