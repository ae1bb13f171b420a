"""The words of a language that annotating rests on, read once from the YAML files of its folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from missionwatch.errors import InvalidData

_FOLDER = Path(__file__).parent / "languages"


class Words:
    """One YAML file of a language: lists and tables of words by key. A missing key is an InvalidData."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._data: Mapping[str, Any] = _read(path)

    def _value(self, key: str) -> Any:
        if key not in self._data:
            raise InvalidData(f"{self._path.name}: {key}", "is missing", "Add the list of words.")
        return self._data[key]

    def listed(self, key: str) -> tuple[str, ...]:
        """The words of a list, as written."""
        return tuple(str(word) for word in self._value(key))

    def set(self, *keys: str) -> frozenset[str]:
        """The words of one or several lists."""
        return frozenset(word for key in keys for word in self.listed(key))

    def numbers(self, key: str) -> dict[str, float]:
        """A table from words to numbers."""
        return {str(word): float(number) for word, number in self._value(key).items()}

    def names(self, key: str) -> dict[str, str]:
        """A table from words to words."""
        return {str(word): str(name) for word, name in self._value(key).items()}

    def groups(self, key: str) -> dict[str, tuple[str, ...]]:
        """A table from a usual word to the words that stand for it."""
        return {str(name): tuple(str(w) for w in words) for name, words in self._value(key).items()}

    @property
    def name(self) -> str:
        """The file's name without ending."""
        return self._path.stem

    @property
    def keys(self) -> Iterable[str]:
        """The keys of the file."""
        return self._data.keys()

    def text(self, key: str) -> str:
        """A single word."""
        return str(self._value(key))

    def table(self, key: str) -> Mapping[str, Any]:
        """A table as it stands."""
        table: Mapping[str, Any] = self._value(key)
        return table

    def rows(self, key: str) -> tuple[tuple[str, ...], ...]:
        """A list of lists of words."""
        return tuple(tuple(str(word) for word in row) for row in self._value(key))


def _read(path: Path) -> Mapping[str, Any]:
    try:
        data = yaml.load(
            path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        )
    except (OSError, yaml.YAMLError) as error:
        raise InvalidData(
            str(path.name), f"cannot be read: {error}", "Install missionwatch again."
        ) from error
    if not isinstance(data, dict):
        raise InvalidData(str(path.name), "is not a table of words")
    return data


@cache
def words(language: str, name: str) -> Words:
    """The file `name` (without ending) of a language's folder."""
    return Words(_FOLDER / language / f"{name}.yaml")


def alternatives(listed: Iterable[str]) -> str:
    """A pattern for any of these words or phrases, the longest first, any space between their words."""
    ordered = sorted(set(listed), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in ordered)
