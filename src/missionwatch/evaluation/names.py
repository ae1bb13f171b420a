"""When two names mean the same: as a strict but not pedantic reader would say it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from missionwatch.catalogue.catalogue import Catalogue

_DATA: Final = Path(__file__).with_name("names.yaml")
_EMPTY: Final = frozenset(("the", "of", "and", "a", "an", "in", "for", "to", "s"))
"""Words that tell nothing apart."""


@cache
def _data() -> Any:
    return yaml.safe_load(_DATA.read_text(encoding="utf-8"))


@cache
def _same() -> dict[str, str]:
    return {other: name for name, others in _data()["same"].items() for other in others}


def folded(name: str | None) -> str:
    """A name without what spelling adds to it: case, "the" before it, "'s" behind it."""
    text = unicodedata.normalize("NFKC", name or "").casefold().strip()
    text = re.sub(r"^the\s+", "", re.sub(r"['’]s\b", "", text))
    return _same().get(text, text)


def alike(a: str | None, b: str | None) -> bool:
    """Whether two names of people, bodies or places may pass for one: equal, one within the other, or half of
    their words the same."""
    if folded(a) == folded(b):
        return True
    x, y = _words(a), _words(b)
    return bool(x and y) and (x <= y or y <= x or len(x & y) / len(x | y) >= 0.5)


def _words(name: str | None) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", folded(name))) - _EMPTY


class MissionNames:
    """Which names mean one mission."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        """Each group holds the names of one mission; of groups that share a name the first names it."""
        self._groups: dict[str, str] = {}
        for group in groups:
            names = [folded(name) for name in group]
            known = next((self._groups[name] for name in names if name in self._groups), names[0])
            for name in names:
                self._groups.setdefault(name, known)

    @classmethod
    def of(cls, catalogue: Catalogue) -> MissionNames:
        """The names of the catalogue that mean nothing else, and those that the measure itself adds."""
        known = ([m.name, *catalogue.sure_names(m.id)] for m in catalogue.search_missions(""))
        return cls([*_data()["missions"], *known])

    def key(self, name: str) -> str:
        """What stands for the mission; a name with an acronym in brackets is known by either."""
        bare = re.sub(r"\s*\(.*?\)", "", name)
        parts = [folded(part) for part in (name, bare, *re.findall(r"\((.*?)\)", name))]
        return next((self._groups[part] for part in parts if part in self._groups), parts[1])
