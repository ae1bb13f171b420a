"""Danish sentences of our own give the claims that stand beside them, through their gloss; near misses give none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from claiming.makers import claims_of
from claiming.test_examples import says

EXAMPLES = yaml.safe_load((Path(__file__).parent / "danish.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example["text"]))
def test_a_danish_sentence_gives_its_claims(example: Mapping[str, Any]) -> None:
    claims = claims_of(example["text"], "2025-03-10", "da")
    for wanted in example["claims"]:
        assert any(says(claim, wanted) for claim in claims), (
            f"no claim {wanted} in {[(c.aspect, c.value, c.actor, c.count, c.modality) for c in claims]}"
        )
    assert example["claims"] or not claims


def test_every_claim_of_a_danish_sentence_quotes_it() -> None:
    for example in EXAMPLES:
        for claim in claims_of(example["text"], "2025-03-10", "da"):
            assert claim.passage.quote in example["text"]
