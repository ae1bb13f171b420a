"""Reading YAML with complaints that name file, entry and field."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import yaml

from missionwatch.catalogue.entries import LANGUAGES, Words
from missionwatch.errors import InvalidData, InvalidDate
from missionwatch.model.when import When

_BASE: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_ABSENT = ("", "null", "~")


class _Loader(_BASE):  # type: ignore[misc]
    """All scalars are text, so that NO is Norway's code and 2018-10 a month; a key given twice is refused."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        mapping: dict[Any, Any] = super().construct_mapping(node, deep)
        if len(mapping) != len(node.value):
            raise yaml.MarkedYAMLError(problem="gives a field twice", problem_mark=node.start_mark)
        return mapping


class Entry:
    """One mapping of a file; each reading method refuses what is not of its shape."""

    def __init__(self, file: str, label: str, data: Mapping[str, Any]) -> None:
        self.file = file
        self.label = label
        self.data = data

    def wrong(self, field: str, problem: str, advice: str | None = None) -> InvalidData:
        """The error that names this file, this entry and this field."""
        return InvalidData(f"{self.file}, {self.label}, {field}", problem, advice)

    def only(self, fields: Collection[str]) -> None:
        """Refuses fields that are not known, which are typing errors."""
        for field in self.data:
            if field not in fields:
                raise self.wrong(field, "is no field", f"The fields are: {', '.join(sorted(fields))}")

    def text(self, field: str) -> str | None:
        """A text, or None where the field is absent or null."""
        value = self.data.get(field)
        if value is None or value in _ABSENT:
            return None
        if not isinstance(value, str):
            raise self.wrong(field, "is not a text")
        return value

    def needed(self, field: str) -> str:
        """A text that must be there."""
        value = self.text(field)
        if value is None:
            raise self.wrong(field, "is missing", "Every entry needs it")
        return value

    def texts(self, field: str) -> tuple[str, ...]:
        """A list of texts; a single text is a list of one."""
        return self._texts(field, self.data.get(field))

    def words(self, field: str) -> Words:
        """Lists of texts by language."""
        value = self.data.get(field)
        if value is None or value in _ABSENT:
            return {}
        if not isinstance(value, Mapping):
            raise self.wrong(field, "is not split by language", "Write {en: [...], da: [...]}")
        for language in value:
            if language not in LANGUAGES:
                raise self.wrong(
                    field, f"has the unknown language {language!r}", f"Use {' or '.join(LANGUAGES)}"
                )
        return {language: self._texts(field, texts) for language, texts in value.items()}

    def when(self, field: str) -> When | None:
        """A date in EDTF, or None."""
        value = self.text(field)
        if value is None:
            return None
        try:
            return When.parse(value)
        except (InvalidDate, ValueError) as error:
            raise self.wrong(
                field, f"{value!r} is no EDTF date", "Write 2018, 2018-10 or 2018-10-31"
            ) from error

    def _texts(self, field: str, value: object) -> tuple[str, ...]:
        if value is None or value in _ABSENT:
            return ()
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
            raise self.wrong(field, "is not a list of texts")
        return tuple(value)


def read_entries(path: Path, key: str = "id") -> tuple[Entry, ...]:
    """The entries of a YAML file, which is a list of mappings; `key` is the field that labels each.

    Raises InvalidData that names the file, and the line where the YAML itself is broken.
    """
    file = f"{path.parent.name}/{path.name}"
    try:
        data = yaml.load(path.read_bytes(), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else "?"
        raise InvalidData(f"{file}, line {line}", f"is broken YAML: {error.problem}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise InvalidData(file, f"is broken YAML: {error}") from error
    except OSError as error:
        raise InvalidData(file, f"cannot be read: {error.strerror}") from error
    if not isinstance(data, list):
        raise InvalidData(file, "is not a list of entries")
    return tuple(_entry(file, number, item, key) for number, item in enumerate(data, start=1))


def _entry(file: str, number: int, item: object, key: str) -> Entry:
    if not isinstance(item, Mapping):
        raise InvalidData(f"{file}, entry {number}", "is not a mapping of fields")
    label = item.get(key)
    if not isinstance(label, str) or not label:
        raise InvalidData(f"{file}, entry {number}, {key}", "is missing", "Every entry needs it")
    return Entry(file, label, item)
