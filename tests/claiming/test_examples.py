"""The example sentences of the frames and patterns give the claims that stand beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from claiming.makers import claims_of
from missionwatch.catalogue.load import load_catalogue
from missionwatch.claiming.frames import Example, load_frames
from missionwatch.claiming.patterns import load_links, load_patterns
from missionwatch.model.claim import Claim

PUBLISHED = (None, "2020-06-01", "2025-06-01")


def examples() -> list[tuple[str, str, str, Example]]:
    rules = (*load_frames("en"), *load_patterns("en"), *load_links("en"))
    return [(rule.name, rule.aspect, rule.value, example) for rule in rules for example in rule.examples]


def says(claim: Claim, wanted: Mapping[str, Any]) -> bool:
    """Whether the claim has the wanted fields; missions compare by the catalogue's id."""
    catalogue = load_catalogue()
    for name, value in wanted.items():
        found = getattr(claim, name)
        if name == "mission":
            mission = catalogue.find_mission(value)
            assert mission is not None, f"{value} is not in the catalogue"
            found, value = claim.mission_id, mission.id
        if name == "causes":
            found, value = sorted(found), sorted(value)
        if str(found if found is not None else "") != str(value):
            return False
    return True


@pytest.mark.parametrize(
    ("name", "aspect", "value", "example"),
    examples(),
    ids=lambda part: part if isinstance(part, str) else "x",
)
def test_example_gives_its_claims(name: str, aspect: str, value: str, example: Example) -> None:
    claims = [c for published in PUBLISHED for c in claims_of(example.text, published)]
    for wanted in example.claims:
        whole = {"aspect": aspect, "value": value, **wanted}
        assert any(says(c, {k: v for k, v in whole.items() if v}) for c in claims), (
            f"{name}: no claim {whole} in {[(c.aspect, c.value, c.actor, c.modality, str(c.when)) for c in claims]}"
        )


def test_every_rule_that_gives_claims_shows_one_by_an_example() -> None:
    rules = (*load_frames("en"), *load_patterns("en"))
    assert [rule.name for rule in rules if not any(example.claims for example in rule.examples)] == []


def test_every_frame_that_gives_claims_has_a_unique_name() -> None:
    names = [rule.name for rule in (*load_frames("en"), *load_patterns("en"), *load_links("en"))]
    assert len(names) == len(set(names))
