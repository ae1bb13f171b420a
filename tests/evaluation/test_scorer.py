"""The figures are those of the scorer that is shared between projects, one by one."""

from __future__ import annotations

import importlib.util
import json
import random
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionwatch.catalogue.load import load_catalogue
from missionwatch.evaluation.agreeing import FIELDS, agree, pairs, same_core
from missionwatch.evaluation.names import MissionNames
from missionwatch.evaluation.scoring import Measure, evaluate
from missionwatch.evaluation.told import told, told_reports

Row = dict[str, Any]
NAMES = (
    "NATO Mission Iraq", "the NMI", "KFOR", "Kosovo Force (KFOR)", "UN", "the United Nations", "Denmark", "Danish",
    "the Danish parliament", "Folketinget", "Jens Stoltenberg", "Mr Stoltenberg", "Ain al-Asad", "al-Asad base",
    "Denmark;Sweden", "UK", "Britain's", "of the", "", "Operation Barkhane", "Harbour Force",
)  # fmt: skip
DATES = (
    None, "", "2020", "2020-04", "2020-04-02", "2020-22", "2020-24", "[2020-04-02..2020-12-31]", "2020-04/2020-12",
    "2020/..", "../2020-12", "2020/", "XXXX-02-28", "2020?", "[2020-04..]", "[..2020-04]", "2019-23/2020-21", "soon",
)  # fmt: skip
CLAIMS = st.fixed_dictionaries(
    {
        "mission": st.sampled_from(NAMES),
        "aspect": st.sampled_from(("activity", "lead", "strength", "presence", "contribution")),
        "value": st.sampled_from(("active", "lead")),
        "actor": st.sampled_from((None, *NAMES)),
        "count": st.sampled_from((None, 0, 30)),
        "place": st.sampled_from((None, *NAMES)),
        "modality": st.sampled_from(("actual", "planned")),
        "when": st.sampled_from(DATES),
        "condition": st.sampled_from((None, "", "conditions allow")),
        "causes": st.sampled_from(([], ["attack"], ["attack", "cost"], ["cost", "attack"])),
        "said_by": st.sampled_from((None, *NAMES)),
    }
)


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    """The shared scorer, loaded as it stands."""
    spec = importlib.util.spec_from_file_location("shared_scorer", shared / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def missions() -> MissionNames:
    return MissionNames.of(load_catalogue())


@given(a=CLAIMS, b=CLAIMS)
def test_any_two_claims_agree_where_the_scorer_says_so(
    scorer: ModuleType, missions: MissionNames, a: Row, b: Row
) -> None:
    x, y = told(a), told(b)
    known = scorer.Missions()
    assert same_core(x, y, MissionNames(scorer.MISSION_NAMES)) == scorer.core(a, b, known)
    assert {f: agree(f, x, y) for f in FIELDS} == {f: scorer.agrees(f, a, b) for f in FIELDS}


@given(gold=st.lists(CLAIMS, max_size=6), predicted=st.lists(CLAIMS, max_size=6))
def test_the_same_claims_are_paired(scorer: ModuleType, gold: list[Row], predicted: list[Row]) -> None:
    made = pairs([*map(told, gold)], [*map(told, predicted)], MissionNames(scorer.MISSION_NAMES))
    assert made == tuple(sorted(scorer.pair(gold, predicted, scorer.Missions())))


def test_missions_have_the_names_that_the_scorer_gives_them(
    scorer: ModuleType, missions: MissionNames, listed_missions: Path
) -> None:
    theirs = scorer.Missions(listed_missions)
    names = [n for m in load_catalogue().missions for n in (m.name, *load_catalogue().sure_names(m.id))]
    names += [name for group in scorer.MISSION_NAMES for name in group]
    names += [*NAMES, *(f"{name} (ABC)" for name in names[:50]), *(f"the {name}'s" for name in names[:50])]
    groups: dict[str, set[str]] = {}
    for name in names:
        groups.setdefault(missions.key(name), set()).add(theirs.key(name))
    assert [keys for keys in groups.values() if len(keys) > 1] == []
    assert len({key for keys in groups.values() for key in keys}) == len(groups)


@pytest.fixture(scope="module")
def listed_missions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogue as `missions --format jsonl` prints it."""
    file = tmp_path_factory.mktemp("scorer") / "missions.jsonl"
    run = [
        sys.executable,
        "-c",
        "from missionwatch.cli.main import main; main()",
        "missions",
        "--format",
        "jsonl",
    ]
    with file.open("w", encoding="utf-8") as out:
        subprocess.run(run, stdout=out, check=True)
    return file


@pytest.mark.parametrize("gold", ["seeds/gold.jsonl", "re3d/gold.jsonl", "dev/gold.jsonl"])
def test_every_figure_is_the_scorers(
    shared: Path, gold: str, missions: MissionNames, listed_missions: Path, tmp_path: Path
) -> None:
    """Predictions are gold with faults of every kind in it, so that nothing is simply all right."""
    chance = random.Random(gold)
    wanted = told_reports(shared / gold)
    lines = [json.loads(line) for line in (shared / gold).read_text(encoding="utf-8").splitlines() if line]
    some = [claim for line in lines for claim in line["claims"]]
    for line in lines:
        kept = [claim for claim in line["claims"] if chance.random() > 0.2]
        strange = chance.sample(some, min(2, len(some)))
        line["claims"] = [_spoilt(claim, chance) for claim in (*kept, *strange)]
    file = tmp_path / "predicted.jsonl"
    file.write_text("\n".join(map(json.dumps, lines[1:])), encoding="utf-8")
    found = evaluate(wanted, told_reports(file), missions)
    run = [sys.executable, str(shared / "score.py"), str(shared / gold), str(file), "--json"]
    done = subprocess.run(
        [*run, "--missions", str(listed_missions)], capture_output=True, text=True, check=True
    )
    theirs = json.loads(done.stdout)
    assert _figures(found.total().core) == theirs["core"]
    assert _figures(found.total().full) == theirs["full"]
    assert {name: _figures(score.core) for name, score in found.by_aspect().items()} == theirs["aspects"]
    shares = {name: f"{k}/{n} = {k / n:.3f}" for name, (k, n) in found.by_field().items()}
    assert shares == theirs["fields"]
    assert list(found.absent) == theirs["reports_absent"]


def _spoilt(claim: Row, chance: random.Random) -> Row:
    """The claim with about one field in eight changed."""
    other: Row = {
        "mission": "KFOR", "value": "lead", "actor": "Denmark", "count": 7, "place": "Harbour", "modality": "planned",
        "when": "2020-22", "condition": "if so", "causes": ["cost"], "said_by": "A. Person",
    }  # fmt: skip
    return claim | {name: value for name, value in other.items() if chance.random() < 0.12}


def _figures(measure: Measure) -> Row:
    return {
        "p": round(measure.precision, 3), "r": round(measure.recall, 3), "f1": round(measure.f1, 3),
        "matched": measure.right, "predicted": measure.predicted, "gold": measure.gold,
    }  # fmt: skip
