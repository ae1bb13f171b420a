"""The examples beside the patterns of dates: each pattern reads what its examples say, in each language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from missionwatch.annotating import words as words_module
from missionwatch.annotating.dated_words import find_atoms
from missionwatch.annotating.narrative import tells_of_old_times
from missionwatch.annotating.sentences import sentences
from missionwatch.annotating.times import find_times
from missionwatch.annotating.words import words
from missionwatch.model.document import Document
from missionwatch.model.report import Report
from missionwatch.model.when import When

FOLDERS = Path(words_module.__file__).parent / "languages"
FILES = {
    path.parent.name: yaml.safe_load(path.read_text("utf-8")) for path in FOLDERS.glob("*/date-examples.yaml")
}


def said(text: str, language: str) -> list[str]:
    report = Report(text, "test", published=When.parse(str(FILES[language]["published"])))
    document = Document(report, language, sentences=sentences(text, language))
    return [str(time.when) if time.when else "-" for time in find_times(document)]


def kinds(text: str, language: str) -> set[str]:
    old = tells_of_old_times(text, language)
    return {atom.kind for atom in find_atoms(text, 0, len(text), language, old)}


def examples() -> Iterator[tuple[str, str, str, list[str]]]:
    for language, data in FILES.items():
        for kind, rows in data["examples"].items():
            for text, *expected in rows:
                yield language, kind, text, expected


@pytest.mark.parametrize(("language", "kind", "text", "expected"), list(examples()))
def test_a_pattern_reads_its_examples(language: str, kind: str, text: str, expected: list[str]) -> None:
    assert kind in kinds(text, language)
    assert said(text, language) == expected


@pytest.mark.parametrize("language", FILES)
def test_each_pattern_has_an_example(language: str) -> None:
    assert set(words(language, "dates").names("patterns")) == set(FILES[language]["examples"])


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [(language, *row) for language, data in FILES.items() for row in data.get("narrative", [])],
)
def test_dates_of_a_narrative_go_on_from_one_another(language: str, text: str, expected: list[str]) -> None:
    assert said(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, data in FILES.items() for text in data["none"]]
)
def test_what_is_no_date_gives_none(language: str, text: str) -> None:
    assert said(text, language) == []
