"""The files that an analyst edits: no key stands twice, for the first would count for nothing, and no word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import missionwatch

PACKAGE = Path(missionwatch.__file__).parent
FILES = sorted(PACKAGE.rglob("*.yaml"))


def keys_twice(node: yaml.Node | None) -> Iterator[str]:
    """The keys that stand twice in one mapping, anywhere below a node."""
    if isinstance(node, yaml.MappingNode):
        counted = Counter(key.value for key, _ in node.value)
        yield from (f"{key} in line {node.start_mark.line + 1}" for key, n in counted.items() if n > 1)
    for child in node.value if isinstance(node, yaml.MappingNode | yaml.SequenceNode) else ():
        for one in child if isinstance(child, tuple) else (child,):
            yield from keys_twice(one)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_key_stands_twice(path: Path) -> None:
    assert list(keys_twice(yaml.compose(path.read_text(encoding="utf-8"), yaml.CSafeLoader))) == []


def test_a_key_that_stands_twice_is_found() -> None:
    assert list(keys_twice(yaml.compose("a: {b: 1, b: 2}"))) == ["b in line 1"]


def test_no_word_stands_twice_in_a_list_of_the_lexicon() -> None:
    path = PACKAGE / "claiming" / "languages" / "en" / "lexicon.yaml"
    lexicon = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)
    lists = {k: v for k, v in lexicon.items() if isinstance(v, list)}
    for section in ("verbs", "nouns", "states", "words"):
        lists |= {f"{section} {name}": words for name, words in lexicon[section].items()}
    twice = {name: [w for w, n in Counter(map(str, words)).items() if n > 1] for name, words in lists.items()}
    assert {name: words for name, words in twice.items() if words} == {}
