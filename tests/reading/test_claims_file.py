from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionwatch.errors import RefusedClaim, UnreadableReport
from missionwatch.model.claim import ASPECT_VALUES
from missionwatch.model.passage import Passage, Span
from missionwatch.reading.claims_file import ReadClaims, read_claims
from reading.helpers import write

TEXT = "The Valley Force stays in Port Blue. Norland – sends 30 people from May, the envoy says."


@dataclass(frozen=True)
class Mission:
    id: str
    name: str


class Catalogue:
    """Knows one mission, by two names."""

    def find_mission(self, name: str) -> Mission | None:
        return Mission("valley", "Valley Force") if name in ("VF", "Valley Force") else None


def claim(**changes: object) -> dict[str, object]:
    fields: dict[str, object] = {
        "mission": "VF",
        "aspect": "contribution",
        "value": "provides",
        "actor": "Norland",
        "count": 30,
        "place": None,
        "modality": "planned",
        "when": "2020-05/..",
        "condition": None,
        "causes": [],
        "said_by": "envoy",
        "quote": "sends 30 people",
        "start": 47,
        "end": 62,
    }
    return {name: value for name, value in (fields | changes).items() if value != "LEFT OUT"}


def read(path: Path, *claims: object) -> ReadClaims:
    line = json.dumps({"id": "r", "published": "2020-04-02", "text": TEXT, "claims": list(claims)})
    (outcome,) = read_claims(write(path / "claims.jsonl", line), Catalogue())
    assert isinstance(outcome, ReadClaims), str(outcome)
    return outcome


def refusal(path: Path, **changes: object) -> RefusedClaim:
    outcome = read(path, claim(), claim(**changes), claim())
    assert len(outcome.claims) == 2
    (refused,) = outcome.refused
    assert "claims.jsonl, line 1, claim 2, field '" in refused.subject
    return refused


def test_a_claim_keeps_every_field(tmp_path: Path) -> None:
    outcome = read(
        tmp_path,
        claim(evidence={"count": [53, 55], "when": [63, 71]}, rule="by-hand", causes=["cost", "cost"]),
    )
    (made,) = outcome.claims
    assert (made.mission_id, made.mission) == ("valley", "Valley Force")
    assert (made.aspect, made.value, made.modality, made.actor) == (
        "contribution",
        "provides",
        "planned",
        "Norland",
    )
    assert (made.count, made.place, str(made.when), made.condition) == (30, None, "2020-05/..", None)
    assert (made.causes, made.said_by, made.rule) == (("cost",), "envoy", "by-hand")
    assert made.passage == Passage(47, 62, "sends 30 people")
    assert made.evidence == {"count": Span(53, 55), "when": Span(63, 71)}
    assert outcome.report.label == "r"
    assert not outcome.refused


def test_a_mission_that_the_catalogue_lacks_is_named_by_its_words(tmp_path: Path) -> None:
    (made,) = read(tmp_path, claim(mission="Operation Ærø II")).claims
    assert (made.mission_id, made.mission) == ("operation-aeroe-ii", "Operation Ærø II")


def test_without_offsets_the_first_place_of_the_words_counts(tmp_path: Path) -> None:
    (made,) = read(tmp_path, claim(quote="s", start=None, end="LEFT OUT")).claims
    assert made.passage == Passage(TEXT.index("s"), TEXT.index("s") + 1, "s")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"start": 46, "end": 61}, "quote"),
        ({"start": 0, "end": 15}, "quote"),
        ({"start": -41, "end": -26}, "quote"),
        ({"end": None}, "end"),
        ({"start": "47"}, "start"),
        ({"start": True}, "start"),
        ({"quote": "sends 31 people", "start": None, "end": None}, "quote"),
        ({"quote": ""}, "quote"),
        ({"quote": None}, "quote"),
        ({"quote": ["a"]}, "quote"),
        ({"mission": None}, "mission"),
        ({"mission": " "}, "mission"),
        ({"mission": "…"}, "mission"),
        ({"aspect": "LEFT OUT"}, "aspect"),
        ({"aspect": "weather"}, "aspect"),
        ({"aspect": ["lead"]}, "aspect"),
        ({"value": "sends"}, "value"),
        ({"aspect": "lead"}, "value"),
        ({"modality": "certain"}, "modality"),
        ({"modality": None}, "modality"),
        ({"actor": None}, "actor"),
        ({"actor": 7}, "actor"),
        ({"actor": "half \ud800"}, "actor"),
        ({"aspect": "presence", "value": "present"}, "place"),
        ({"aspect": "strength", "value": "personnel", "count": None}, "count"),
        ({"count": "30"}, "count"),
        ({"count": 30.0}, "count"),
        ({"count": True}, "count"),
        ({"count": -1}, "count"),
        ({"count": 10**30}, "count"),
        ({"when": "soon"}, "when"),
        ({"when": "2020-02-30"}, "when"),
        ({"when": 2020}, "when"),
        ({"causes": "cost"}, "causes"),
        ({"causes": ["rain"]}, "causes"),
        ({"causes": [{}]}, "causes"),
        ({"evidence": []}, "evidence"),
        ({"evidence": {"colour": [0, 1]}}, "evidence.colour"),
        ({"evidence": {"count": [53]}}, "evidence.count"),
        ({"evidence": {"count": [53, 530]}}, "evidence.count"),
        ({"evidence": {"count": [55, 53]}}, "evidence.count"),
        ({"evidence": {"count": ["a", "b"]}}, "evidence.count"),
    ],
)
def test_a_bad_claim_is_refused_by_field_and_the_others_are_read(
    tmp_path: Path, changes: dict[str, object], field: str
) -> None:
    assert refusal(tmp_path, **changes).subject.endswith(f"field '{field}'")


@pytest.mark.parametrize("bad", [None, 7, "claim", ["claim"]])
def test_a_claim_that_is_no_object_is_refused(tmp_path: Path, bad: object) -> None:
    outcome = read(tmp_path, bad, claim())
    assert len(outcome.claims) == 1
    assert outcome.refused[0].subject.endswith("claim 1")


def test_a_long_wrong_value_is_cut_in_the_message(tmp_path: Path) -> None:
    assert len(str(refusal(tmp_path, value="x" * 10_000))) < 500


def test_bad_lines_are_listed_and_the_others_read(tmp_path: Path) -> None:
    good = json.dumps({"id": "g", "text": TEXT, "claims": [claim()]})
    bad = [
        good[:40],
        json.dumps({"id": "n", "text": TEXT}),
        json.dumps({"id": "e", "text": "", "claims": []}),
    ]
    path = write(tmp_path / "c.jsonl", "\n".join([good, *bad, good]))
    outcomes = list(read_claims(path, Catalogue()))
    assert [isinstance(o, ReadClaims) for o in outcomes] == [True, False, False, False, True]
    problems = [o for o in outcomes if isinstance(o, UnreadableReport)]
    assert all(f"line {n}" in p.subject for n, p in enumerate(problems, 2))


def test_a_missing_file_is_listed(tmp_path: Path) -> None:
    (problem,) = read_claims(tmp_path / "none.jsonl", Catalogue())
    assert isinstance(problem, UnreadableReport)


def test_each_aspect_takes_each_of_its_values(tmp_path: Path) -> None:
    every = [
        claim(aspect=aspect, value=value, place="Port Blue")
        for aspect, values in ASPECT_VALUES.items()
        for value in values
    ]
    assert len(read(tmp_path, *every).claims) == len(every)


VALUES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.lists(st.integers(), max_size=3)
)


@given(st.sampled_from(sorted(claim())), VALUES | st.dictionaries(st.text(max_size=3), VALUES, max_size=2))
def test_any_value_of_any_field_gives_a_claim_or_a_refusal(
    tmp_path_factory: pytest.TempPathFactory, field: str, value: object
) -> None:
    outcome = read(tmp_path_factory.getbasetemp(), claim(**{field: value}))
    assert len(outcome.claims) + len(outcome.refused) == 1
    assert all(made.passage.stands_in(TEXT) for made in outcome.claims)


def test_the_register_cases_are_read_whole(shared: Path, tmp_path: Path) -> None:
    cases = (shared / "register-cases" / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    for case in map(json.loads, cases):
        lines = "".join(json.dumps(report) + "\n" for report in case["reports"])
        outcomes = list(read_claims(write(tmp_path / "case.jsonl", lines), Catalogue()))
        assert all(isinstance(outcome, ReadClaims) for outcome in outcomes)
        refused = sum(len(outcome.refused) for outcome in outcomes if isinstance(outcome, ReadClaims))
        assert (refused > 0) == case.get("refused", False), case["name"]
