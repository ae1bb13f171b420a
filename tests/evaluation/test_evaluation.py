"""What counts as right, what was gained and lost, and whether confidence means what it says."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from missionwatch.errors import InvalidData
from missionwatch.evaluation.agreeing import months
from missionwatch.evaluation.calibration import calibration
from missionwatch.evaluation.changes import differences
from missionwatch.evaluation.names import MissionNames, alike
from missionwatch.evaluation.scoring import Evaluation, evaluate
from missionwatch.evaluation.told import Told, ToldReport, told_reports

MISSIONS = MissionNames([["Harbour Force", "HF"], ["Valley Mission", "HF in the Valley"]])
LEADS = Told("Harbour Force", "lead", "lead", actor="Norland", modality="actual")
SENDS = Told(
    "HF", "contribution", "provides", actor="Sudland", count=30, modality="planned", when="2021-05/.."
)
TRAINS = Told("Valley Mission", "task", "training", modality="actual")


def held(gold: tuple[Told, ...], predicted: tuple[Told, ...], **said: Any) -> Evaluation:
    return evaluate({"a": ToldReport("a", gold, **said)}, {"a": ToldReport("a", predicted)}, MISSIONS)


def test_perfect_and_empty_predictions() -> None:
    claims = (LEADS, SENDS, TRAINS)
    assert held(claims, claims).total().full.f1 == 1.0
    assert held(claims, ()).total().core.f1 == 0.0
    assert held((), ()).total().core.f1 == 0.0
    twice = held(claims, claims * 2).total().core
    assert (twice.recall, twice.precision) == (1.0, 0.5)


def test_a_claim_is_right_in_its_core_without_its_modality_and_date() -> None:
    found = held((SENDS,), (replace(SENDS, mission="Harbour Force", modality="actual", when=None),)).total()
    assert (found.matched, found.matched_in_full) == (1, 0)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(LEADS, actor="Sudland"),
        replace(LEADS, mission="Valley Mission"),
        replace(LEADS, aspect="commander"),
    ],
)
def test_a_claim_with_another_core_is_wrong(wrong: Told) -> None:
    assert held((LEADS,), (wrong,)).total().matched == 0


def test_of_two_that_fit_the_likest_stands_for_the_gold_claim() -> None:
    [report] = held((SENDS,), (replace(SENDS, when=None), SENDS)).reports
    assert report.pairs == ((0, 1),)
    assert [claim.when for claim in report.invented] == [None]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("the Norland Parliament", "Norland parliament", True),
        ("General A. Person", "Person", True),
        ("Anna Person", "Berta Person", False),
        ("UK", "Britain", True),
        ("Norland", "Sudland", False),
        (None, "Norland", False),
    ],
)
def test_names_are_compared_as_a_reader_would(a: str | None, b: str | None, same: bool) -> None:
    assert alike(a, b) == same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("2020-04-02", "2020-04", True),
        ("2020-22", "2020-06/2020-08", True),
        ("[2020-04-02..2020-12-31]", "2020-04/2020-12", True),
        ("2020/..", "../2020", False),
        ("2020", None, False),
        ("XXXX-02-28", "XXXX-02-28", True),
        ("..", "2020", False),
    ],
)
def test_dates_are_compared_by_the_months_that_they_touch(a: str | None, b: str | None, same: bool) -> None:
    assert (months(a) == months(b)) == same


def test_reports_that_were_not_given_count_as_missed_and_are_named() -> None:
    gold = {id: ToldReport(id, (LEADS,)) for id in "ab"}
    found = evaluate(gold, {"a": ToldReport("a", (LEADS,)), "z": ToldReport("z", (TRAINS,))}, MISSIONS)
    assert found.absent == ("b",)
    assert (found.total().core.precision, found.total().core.recall) == (1.0, 0.5)


def test_kinds_of_reports_are_told_apart() -> None:
    gold = {
        "a": ToldReport("a", (LEADS,), "en", True),
        "b": ToldReport("b", (LEADS,), "da", False),
        "c": ToldReport("c", (LEADS,)),
    }
    found = evaluate(gold, {"a": ToldReport("a", (LEADS,)), "c": ToldReport("c", (), "en")}, MISSIONS)
    languages = {name: (score.matched, score.gold) for name, score in found.by_language().items()}
    assert languages == {"en": (1, 2), "da": (0, 1)}
    translated = {name: (score.matched, score.gold) for name, score in found.by_translation().items()}
    assert translated == {"machine-translated": (1, 1), "as written": (0, 1), "not said": (0, 1)}
    assert held((LEADS,), (LEADS,)).by_translation() == {}


def test_fields_count_where_either_side_has_them() -> None:
    found = held(
        (SENDS, LEADS), (replace(SENDS, when="2021-06/..", count=None), replace(LEADS, place="Port Alba"))
    )
    assert found.by_field() == {"modality": (2, 2), "when": (0, 1), "count": (0, 1), "place": (0, 1)}


def test_what_was_gained_and_lost_against_a_baseline() -> None:
    gold = (LEADS, SENDS)
    wrong, other = replace(TRAINS, quote="old"), replace(TRAINS, value="advising")
    before = held(gold, (LEADS, wrong, wrong))
    now = held(gold, (SENDS, replace(wrong, quote="new"), other))
    found = [(one.kind, one.report, one.claim) for one in differences(before, now, MISSIONS)]
    assert found == [
        ("gained", "a", SENDS), ("lost", "a", LEADS), ("new invention", "a", other), ("invention gone", "a", wrong),
    ]  # fmt: skip
    assert differences(now, now, MISSIONS) == ()


def test_calibration_holds_confidence_against_the_share_that_is_right() -> None:
    sure, doubtful = replace(LEADS, confidence=0.95), replace(TRAINS, confidence=0.3)
    found = calibration(held((LEADS, SENDS), (sure, doubtful)))
    assert found
    assert [(band.low, band.claims, band.right) for band in found.bands] == [(0.2, 1, 0), (0.9, 1, 1)]
    assert [band.from_here.precision for band in found.bands] == [0.5, 1.0]
    assert found.brier == pytest.approx((0.05**2 + 0.3**2) / 2)
    assert found.brier_of_mean == 0.25
    assert calibration(held((LEADS,), (LEADS,))) is None


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"aspect": "mood"}, "field 'aspect': 'mood' is not in the list"),
        ({"value": "leads"}, "field 'value': 'leads' is not in the list"),
        ({"mission": None}, "field 'mission': is missing"),
        ({"modality": "perhaps"}, "field 'modality'"),
        ({"causes": ["fate"]}, "field 'causes': 'fate' is not in the list"),
        ({"causes": "attack"}, "field 'causes': is no list"),
        ({"count": "many"}, "field 'count': 'many' is no whole number"),
        ({"when": 2020}, "field 'when': 2020 is no text"),
        ({"confidence": 2}, "field 'confidence': 2 is no number from 0 to 1"),
    ],
)
def test_malformed_gold_names_file_line_claim_and_field(
    tmp_path: Path, fields: dict[str, Any], said: str
) -> None:
    claim = {"mission": "HF", "aspect": "lead", "value": "lead", "actor": "Norland", "modality": "actual"}
    lines = [{"id": "a", "claims": [claim]}, {"id": "b", "claims": [claim, claim | fields]}]
    file = tmp_path / "gold.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    with pytest.raises(InvalidData) as caught:
        told_reports(file, gold=True)
    assert f"gold.jsonl, line 2, report b, claim 2, {said}" in str(caught.value)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"claims": []}', "line 1: has no 'id'"),
        ('{"id": "a"}', "line 1, report a: has no list 'claims'"),
        ('{"id": "a", "claims": [1]}', "line 1, report a: has no list 'claims' of JSON objects"),
        ('{"id": "a", ', "line 1: is no JSON"),
    ],
)
def test_a_malformed_line_names_file_and_line(tmp_path: Path, line: str, said: str) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(line, encoding="utf-8")
    with pytest.raises(InvalidData, match=said):
        told_reports(file)
