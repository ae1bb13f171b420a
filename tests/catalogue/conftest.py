"""A catalogue small enough to see at a glance, which tests change in one place and load."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from missionwatch.catalogue import Catalogue, load_catalogue

FILES = {
    "nations.yaml": """
- code: NO
  adjectives: {en: [Norwegian], da: [norsk]}
  people: {en: [Norwegian], da: [nordmand]}
  capital: Oslo
  parliament: {en: [Storting]}
- code: TD
  adjectives: {en: [Chadian]}
  exact: [Chad]
""",
    "organisations.yaml": """
- id: league
  name: League of Lakes
  acronym: LOL
  seat: oslo
""",
    "bodies.yaml": "- {id: lake-council, name: Lake Council, of: league, kind: council}\n",
    "places.yaml": "- {name: Blue Bay, kind: sea, countries: [NO], aliases: {da: [Den Blå Bugt]}}\n",
    "missions/lakes.yaml": """
- id: lake-watch
  name: League of Lakes Stabilization Mission
  acronym: LAKEWATCH
  organisation: league
  kind: observer
  tasks: [monitoring]
  countries: [NO]
  places: [blue-bay]
  leader: norway
  start: 2001-05
  end: 2004
  successor: lake-guard
- id: lake-guard
  name: Operation Lake Guard
  aliases: {en: [the guard], da: [Søvagten]}
  ambiguous: [the guard]
  context: [lake]
  organisation: league
  kind: naval
  countries: [TD]
  start: 2004
  predecessor: lake-watch
""",
}

Make = Callable[..., Catalogue]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Loads the small catalogue, with words of one file replaced: `make("missions/lakes.yaml", old, new)`."""

    def load(file: str | None = None, old: str = "", new: str = "") -> Catalogue:
        (tmp_path / "missions").mkdir(exist_ok=True)
        for name, text in FILES.items():
            if name == file:
                assert old in text, "the test plants nothing"
                text = text.replace(old, new)
            (tmp_path / name).write_text(text, encoding="utf-8")
        load_catalogue.cache_clear()
        return load_catalogue(tmp_path)

    return load


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The catalogue that comes with missionwatch."""
    return load_catalogue()
