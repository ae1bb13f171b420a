"""How sure claims are: what tells it, that it stays out of what a claim is, and that it means something."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from claiming.makers import claims_of
from missionwatch.annotating.pipeline import annotate
from missionwatch.catalogue.load import load_catalogue
from missionwatch.claiming.confidence import Model, load_model
from missionwatch.claiming.extract import extract_apart
from missionwatch.claiming.signs import Signs, signs_of
from missionwatch.errors import InvalidData
from missionwatch.model.report import Report
from missionwatch.reading.claims_file import ReadClaims, read_claims
from missionwatch.service.shapes import extracted_claim_shape

TEXT = "KFOR has 3,500 soldiers in Kosovo. Norway leads the mission. Norway leads KFOR, the ministry said."


def signs(text: str) -> dict[str, Signs]:
    """The signs of each claim of a report, by its aspect."""
    document = annotate(Report(text=text, label="x", language="en"), load_catalogue())
    claims, made = extract_apart(document, load_catalogue())
    return {c.aspect: one for c, one in zip(claims, signs_of(claims, made, document, "en"), strict=True)}


@pytest.mark.parametrize(
    ("text", "aspect", "there", "not_there"),
    [
        ("KFOR has 3,500 soldiers.", "strength", "mission by acronym", "mission from another sentence"),
        (
            "KFOR is in Kosovo. It has 3,500 soldiers.",
            "strength",
            "mission from another sentence",
            "mission in the words",
        ),
        (
            "KFOR has 3,500 soldiers.",
            "strength",
            "only mission of the report",
            "several missions in the sentence",
        ),
        ("Norway leads KFOR.", "lead", "mission in the words", "mission far off"),
        (
            "Norway leads KFOR, and MINUSMA is in Mali.",
            "lead",
            "several missions in the sentence",
            "has when",
        ),
        ("KFOR has 3,500 soldiers", "strength", "no full stop", "long sentence"),
        ("Norway will lead KFOR from May 2021.", "lead", "has when", "modality actual"),
        (TEXT, "lead", "said again", "headline"),
        ("Norway leads KFOR.", "lead", "value lead lead", "said again"),
    ],
)
def test_signs(text: str, aspect: str, there: str, not_there: str) -> None:
    found = signs(text)[aspect]
    assert there in found
    assert not_there not in found
    assert len(found) == len(set(found))


def test_what_a_sign_weighs_adds_up_to_a_probability() -> None:
    model = Model(0.0, {"good": 2.0, "bad": -2.0})
    assert model.confidence(()) == 0.5
    assert model.confidence(("good", "never seen")) == 0.88
    assert model.confidence(("bad",)) == 0.12
    assert model.confidence(("good", "bad")) == 0.5


def test_every_claim_has_a_confidence_that_is_the_same_each_time() -> None:
    first, second = ([c.confidence for c in claims_of(TEXT)] for _ in range(2))
    assert first == second
    assert len(first) >= 2
    assert all(c is not None and 0 < c < 1 and c == round(c, 2) for c in first)


def test_a_claim_is_the_same_whatever_its_confidence() -> None:
    claim, *_ = claims_of(TEXT)
    other = replace(claim, confidence=0.01)
    assert other == claim
    assert other.id_in("x") == claim.id_in("x")


def test_lines_with_a_confidence_are_read_as_before(tmp_path: Path) -> None:
    claims = claims_of(TEXT)
    line = {"id": "x", "text": TEXT, "claims": [extracted_claim_shape(claim) for claim in claims]}
    assert all(claim["confidence"] for claim in line["claims"])
    (tmp_path / "made.jsonl").write_text(json.dumps(line), encoding="utf-8")
    [read] = read_claims(tmp_path / "made.jsonl", load_catalogue())
    assert isinstance(read, ReadClaims)
    assert read.refused == ()
    assert read.claims == claims


@pytest.mark.parametrize("text", ["", "{}", '{"base": 1, "weights": [1]}', '{"base": "x", "weights": {}}'])
def test_a_broken_file_of_weights_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "weights.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidData, match=r"weights\.json"):
        load_model(file)


def test_the_weights_are_small_and_of_signs_that_there_are() -> None:
    model = load_model()
    assert len(model.weights) > 30
    assert all(abs(weight) < 3 for weight in model.weights.values())
    known = {sign.split()[0] for one in signs(TEXT).values() for sign in one}
    assert known <= {sign.split()[0] for sign in model.weights} | {"rule", "language"}
