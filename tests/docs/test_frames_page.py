"""What the page on frames and the page on claims show is what the rules and the scheme have."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import missionwatch.claiming
from missionwatch.model.claim import ASPECT_VALUES

DOCS = Path(__file__).resolve().parents[2] / "docs"
RULES = Path(missionwatch.claiming.__file__).parent / "languages" / "en"


def shown_in(page: str) -> list[Any]:
    """The YAML blocks of a page."""
    text = (DOCS / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [yaml.load(block, yaml.BaseLoader) for block in blocks]


def rules_in(name: str) -> Any:
    return yaml.load((RULES / name).read_text(encoding="utf-8"), yaml.BaseLoader)


def assert_part_of(shown: Any, whole: Any, where: str) -> None:
    """A page may leave out fields, words and examples, but not add any."""
    if isinstance(shown, dict):
        for key, value in shown.items():
            assert key in whole, f"{where}: {key}"
            assert_part_of(value, whole[key], f"{where}: {key}")
    elif isinstance(shown, list):
        assert [one for one in shown if one not in whole] == [], where
    else:
        assert shown == whole, where


def test_the_shown_rules_are_rules() -> None:
    lexicon, *rules = shown_in("frames.md")
    assert_part_of(lexicon, rules_in("lexicon.yaml"), "lexicon.yaml")
    known = {rule["name"]: rule for name in ("frames.yaml", "patterns.yaml") for rule in rules_in(name)}
    assert len(rules) == 2
    for [rule] in rules:
        assert_part_of(rule, known[rule["name"]], rule["name"])


@pytest.mark.parametrize("aspect", ASPECT_VALUES)
def test_the_page_on_claims_lists_the_values_of_each_aspect(aspect: str) -> None:
    page = (DOCS / "claim-scheme.md").read_text(encoding="utf-8")
    [row] = re.findall(rf"^\| `{aspect}` \| (.*?) \|", page, re.MULTILINE)
    assert row.split(", ") == list(ASPECT_VALUES[aspect])
