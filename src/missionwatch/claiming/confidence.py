"""How sure a claim is: the probability that a careful reader of the report would note it too.

A logistic model over the claim's signs. Its weights are fitted on annotated reports by `evaluation/fit_confidence.py`
and stand in `confidence.json`; a sign without a weight says nothing.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from missionwatch.claiming.signs import Signs, signs_of
from missionwatch.errors import InvalidData
from missionwatch.model.claim import Claim
from missionwatch.model.document import Document

WEIGHTS: Final = Path(__file__).with_name("confidence.json")


@dataclass(frozen=True, slots=True)
class Model:
    """What each sign adds to the log odds that a claim is right."""

    base: float
    weights: Mapping[str, float]

    def confidence(self, signs: Signs) -> float:
        """From 0 to 1, as exact as it is worth telling."""
        odds = self.base + sum(self.weights.get(sign, 0.0) for sign in signs)
        return round(1 / (1 + math.exp(-odds)), 2)


@cache
def load_model(path: Path = WEIGHTS) -> Model:
    """The fitted model. Raises InvalidData where the file is not one."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Model(float(data["base"]), {sign: float(weight) for sign, weight in data["weights"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidData(
            str(path), f"is no file of weights ({error})", "Install missionwatch anew"
        ) from error


def with_confidence(
    claims: Sequence[Claim], made: Iterable[Claim], document: Document, language: str
) -> tuple[Claim, ...]:
    """The claims, each with its confidence. `made` are those before what says the same was joined; `language` is
    that of the report, where a gloss of it was read."""
    model = load_model()
    signs = signs_of(claims, made, document, language)
    return tuple(
        replace(claim, confidence=model.confidence(one)) for claim, one in zip(claims, signs, strict=True)
    )
