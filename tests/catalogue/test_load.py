"""Loading: what the shipped files hold, and what faulty files get."""

from __future__ import annotations

import subprocess
import sys

import pytest

from missionwatch.catalogue import Catalogue, load_catalogue
from missionwatch.errors import InvalidData

from .conftest import Make

MISSIONS = "missions/lakes.yaml"


def test_there_are_enough_missions_of_every_kind_of_organisation(catalogue: Catalogue) -> None:
    by: dict[str | None, int] = {}
    for mission in catalogue.missions:
        by[mission.organisation] = by.get(mission.organisation, 0) + 1
    assert len(catalogue.missions) >= 160
    assert by["un"] >= 90
    assert by["eu"] >= 45
    assert by["nato"] >= 35
    assert by["osce"] >= 25
    assert by["au"] >= 10
    assert by["france"] >= 10
    assert {"ecowas", "sadc", "eccas", "csto", "cis", "arab-league", "g5-sahel"} <= by.keys()


def test_every_mission_but_few_has_a_start_and_a_host(catalogue: Catalogue) -> None:
    missions = [m for m in catalogue.missions if m.kind != "organisation"]
    assert sum(m.start is None for m in missions) < len(missions) * 0.07
    assert all(m.countries or m.places for m in missions if m.kind not in ("naval", "organisation"))


def test_every_nation_has_names_in_both_languages(catalogue: Catalogue) -> None:
    assert len(catalogue.nations) >= 240
    assert all(nation.names["en"] and nation.names["da"] for nation in catalogue.nations)
    assert catalogue.nation("norway").code == "NO"
    assert catalogue.nation("kosovo").code == "XK"
    assert catalogue.nation_by_code("PS").name == "Palestine"
    assert catalogue.nation("denmark").names["da"] == ("Danmark",)
    assert "danskerne" in catalogue.nation("denmark").people["da"]


def test_capitals_lead_to_their_nations(catalogue: Catalogue) -> None:
    nation = catalogue.nation_of_capital("baghdad")
    assert nation is not None
    assert nation.id == "iraq"
    assert catalogue.nation_of_capital("taji") is None
    assert catalogue.place("baghdad").country == "IQ"


def test_every_nation_has_a_parliament_and_a_government(catalogue: Catalogue) -> None:
    assert catalogue.body("iraq-parliament").name == "Iraqi parliament"
    assert catalogue.body("denmark-government").of == "denmark"
    assert "Folketinget" in catalogue.body("denmark-parliament").aliases["en"]


def test_missions_know_their_neighbours(catalogue: Catalogue) -> None:
    assert catalogue.mission("resolute-support").predecessor == "isaf"
    assert catalogue.mission("monuc").successor == "monusco"
    assert str(catalogue.mission("nato-mission-iraq").start) == "2018-10"
    assert catalogue.mission("nato-mission-iraq").end is None
    assert catalogue.mission("kosovo-force").countries == ("XK",)


def test_loading_is_done_once(catalogue: Catalogue) -> None:
    assert load_catalogue() is load_catalogue()


@pytest.mark.slow
def test_loading_is_quick() -> None:
    program = (
        "import time\nfrom missionwatch.catalogue import load_catalogue\n"
        "begin = time.process_time()\nload_catalogue()\nprint(time.process_time() - begin)"
    )
    seconds = [
        float(subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout)
        for _ in range(3)
    ]
    assert min(seconds) < 0.6


@pytest.mark.parametrize(
    ("file", "old", "new", "subject", "problem"),
    [
        (MISSIONS, "start: 2001-05", "start: May 2001", f"{MISSIONS}, lake-watch, start", "is no EDTF date"),
        (MISSIONS, "start: 2001-05", "start: 2001-13", f"{MISSIONS}, lake-watch, start", "is no EDTF date"),
        (MISSIONS, "  kind: observer\n", "", f"{MISSIONS}, lake-watch, kind", "is missing"),
        (MISSIONS, "start: 2001-05", "begin: 2001-05", f"{MISSIONS}, lake-watch, begin", "is no field"),
        (MISSIONS, "acronym: LAKEWATCH", "acronym: [A, B]", f"{MISSIONS}, lake-watch, acronym", "is not a text"),
        (MISSIONS, "tasks: [monitoring]", "tasks: {a: b}", f"{MISSIONS}, lake-watch, tasks", "list of texts"),
        (MISSIONS, "{en: [the guard], da", "{en: [the guard], dk", f"{MISSIONS}, lake-guard, aliases", "'dk'"),
        (MISSIONS, "{en: [the guard], da: [Søvagten]}", "[guard]", f"{MISSIONS}, lake-guard, aliases", "by language"),
        (MISSIONS, "- id: lake-guard\n  name", "- name", f"{MISSIONS}, entry 2, id", "is missing"),
        (MISSIONS, "leader: norway", "kind: naval", f"{MISSIONS}, line 2", "gives a field twice"),
        (MISSIONS, "tasks: [monitoring]", "tasks: [monitoring", f"{MISSIONS}, line ", "is broken YAML"),
        ("nations.yaml", "code: TD", "code: Chad", "nations.yaml, Chad, code", "is no ISO 3166 code"),
        ("nations.yaml", "capital: Oslo", "capitol: Oslo", "nations.yaml, NO, capitol", "is no field"),
        ("places.yaml", "kind: sea, ", "", "places.yaml, Blue Bay, kind", "is missing"),
        ("bodies.yaml", "- {id", "{id", "bodies.yaml", "is not a list"),
    ],
)  # fmt: skip
def test_a_fault_is_named_by_file_entry_and_field(
    make: Make, file: str, old: str, new: str, subject: str, problem: str
) -> None:
    with pytest.raises(InvalidData) as error:
        make(file, old, new)
    assert subject in error.value.subject
    assert problem in error.value.problem


def test_scalars_are_text_whatever_yaml_makes_of_them(make: Make) -> None:
    catalogue = make(MISSIONS, "name: Operation Lake Guard", "name: On")
    assert catalogue.mission("lake-guard").name == "On"
    assert catalogue.mission("lake-watch").countries == ("NO",)
    assert str(catalogue.mission("lake-watch").end) == "2004"


def test_null_is_unknown(make: Make) -> None:
    catalogue = make(MISSIONS, "end: 2004", "end: null")
    assert catalogue.mission("lake-watch").end is None


def test_a_missing_file_is_named(make: Make, tmp_path: object) -> None:
    from pathlib import Path

    assert isinstance(tmp_path, Path)
    make()
    (tmp_path / "places.yaml").unlink()
    load_catalogue.cache_clear()
    with pytest.raises(InvalidData, match=r"places\.yaml"):
        load_catalogue(tmp_path)
