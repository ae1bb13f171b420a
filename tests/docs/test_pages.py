"""What the pages say of rules, claims and dependencies is what there is."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

import missionwatch
from missionwatch.model.claim import ASPECT_VALUES

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PACKAGES = Path(missionwatch.__file__).parent
RULES = PACKAGES / "claiming" / "languages" / "en"


def shown_in(page: str) -> list[Any]:
    """The YAML blocks of a page."""
    text = (DOCS / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [yaml.load(block, yaml.BaseLoader) for block in blocks]


RULE_FILES = ("patterns.yaml", *(f"frames/{aspect}.yaml" for aspect in ASPECT_VALUES))


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
    known = {rule["name"]: rule for name in RULE_FILES for rule in rules_in(name)}
    assert len(rules) == 2
    for [rule] in rules:
        assert_part_of(rule, known[rule["name"]], rule["name"])


@pytest.mark.parametrize("aspect", ASPECT_VALUES)
def test_the_page_on_claims_lists_the_values_of_each_aspect(aspect: str) -> None:
    page = (DOCS / "claim-scheme.md").read_text(encoding="utf-8")
    [row] = re.findall(rf"^\| `{aspect}` \| (.*?) \|", page, re.MULTILINE)
    assert row.split(", ") == list(ASPECT_VALUES[aspect])


def test_the_files_that_the_page_on_frames_names_are_there() -> None:
    page = (DOCS / "frames.md").read_text(encoding="utf-8")
    there = {path.name for path in PACKAGES.rglob("*.*")}
    named = set(re.findall(r"`(?:[a-z]+/)?([a-z_]+\.(?:py|yaml))`", page))
    assert len(named) > 10
    assert named - there == set()


def test_every_dependency_is_on_the_page_with_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    asked = [*project["project"]["dependencies"], *groups["build"], *groups["dev"], *groups["bench"]]
    asked += [one for extra in project["project"]["optional-dependencies"].values() for one in extra]
    wanted = {re.split(r"[>=<~\[]", one)[0] for one in asked if isinstance(one, str)}
    rows = re.findall(
        r"^\| ([a-z0-9, -]+) \|", (DOCS / "dependencies.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    told = {name for row in rows for name in row.split(", ")} - {"package", "---"}
    assert told == wanted


def test_the_page_on_quality_tells_the_floors_that_are_held() -> None:
    page = (DOCS / "quality.md").read_text(encoding="utf-8")
    test = (ROOT / "tests" / "claiming" / "test_quality.py").read_text(encoding="utf-8")
    held = re.search(r"^FLOOR_F1, FLOOR_PRECISION, FLOOR_FULL_F1 = (.*), (.*), (.*)$", test, re.MULTILINE)
    assert held
    f1, precision, full = held.groups()
    assert f"| at least {precision} | at least {f1} | at least {full} |" in page
