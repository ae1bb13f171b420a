"""Finding a mission by any of its names, and not finding one where a name means several."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missionwatch.catalogue import Catalogue, load_catalogue
from missionwatch.errors import UnknownItem, UnknownMission


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("NATO Mission Iraq", "nato-mission-iraq"),
        ("nmi", "nato-mission-iraq"),
        ("the Nato mission in Iraq", "nato-mission-iraq"),
        ("NATO Mission Iraq (NMI)", "nato-mission-iraq"),
        ("Some Unheard Name (NMI)", "nato-mission-iraq"),
        ("Natos mission i Irak", "nato-mission-iraq"),
        ("CJTF-OIR", "operation-inherent-resolve"),
        ("coalition against Islamic State", "operation-inherent-resolve"),
        ("Global Coalition against Daesh", "operation-inherent-resolve"),
        ("UN Multidimensional Integrated Stabilisation Mission in Mali", "minusma"),
        ("Operation Epervier", "operation-epervier"),
        ("Op Sea Guardian", "operation-sea-guardian"),
        ("Baltic air policing", "nato-air-policing"),
        ("enhanced-forward-presence", "enhanced-forward-presence"),
        ("NATO", "nato"),
        ("African Union–United Nations Hybrid Operation in Darfur", "unamid"),
    ],
)
def test_a_mission_is_found_by_any_of_its_names(catalogue: Catalogue, name: str, id: str) -> None:
    mission = catalogue.find_mission(name)
    assert mission is not None
    assert mission.id == id


@pytest.mark.parametrize("name", ["ECOMOG", "UNEF", "Nowhere Force", "", "()"])
def test_a_name_of_several_or_of_none_finds_nothing(catalogue: Catalogue, name: str) -> None:
    assert catalogue.find_mission(name) is None


def test_a_name_that_is_plain_for_one_mission_means_that_one(catalogue: Catalogue) -> None:
    found = catalogue.find_mission("NATO Training Mission Iraq")
    assert found is not None
    assert found.id == "nato-mission-iraq"


def test_every_mission_is_found_by_its_sure_names_and_by_no_others(catalogue: Catalogue) -> None:
    for mission in catalogue.missions:
        for name in catalogue.sure_names(mission.id):
            found = catalogue.find_mission(name)
            assert found is not None
            assert found.id == mission.id, (name, found.id)
        assert catalogue.find_mission(mission.id) == mission


def test_sure_names_leave_out_what_means_something_else(catalogue: Catalogue) -> None:
    names = catalogue.sure_names("operation-inherent-resolve")
    assert names[0] == "Operation Inherent Resolve"
    assert "CJTF-OIR" in names
    assert "international coalition" not in names
    assert "ECOMOG" not in catalogue.sure_names("ecomog-liberia")


@settings(deadline=None)  # the first example may load the catalogue
@given(st.data())
def test_case_marks_and_article_do_not_count(data: st.DataObject) -> None:
    catalogue = load_catalogue()
    mission = data.draw(st.sampled_from(catalogue.missions))
    name = data.draw(st.sampled_from(catalogue.sure_names(mission.id)))
    written = data.draw(
        st.sampled_from([name.upper(), name.lower(), f"the {name}", f" {name} ", name.replace("-", " ")])
    )
    assert catalogue.find_mission(written) == catalogue.find_mission(name)


def test_search_wants_every_word_to_begin_one_of_a_name(catalogue: Catalogue) -> None:
    ids = {mission.id for mission in catalogue.search_missions("training IRAQ")}
    assert "nato-mission-iraq" in ids
    assert "eutm-mali" not in ids
    assert catalogue.search_missions("") == catalogue.missions
    assert catalogue.search_missions("zzz") == ()
    assert "chinese-escort-task-force" not in {mission.id for mission in catalogue.search_missions("kfor")}


def test_an_unknown_id_is_said_with_like_ones(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownMission, match="nato-mission-iraq"):
        catalogue.mission("nato-mission-irak")
    with pytest.raises(UnknownItem, match="atlantis"):
        catalogue.nation("atlantis")
    with pytest.raises(UnknownItem):
        catalogue.place("atlantis")


@pytest.mark.shared
def test_names_that_the_scorer_takes_for_one_mission_find_one(catalogue: Catalogue, shared: object) -> None:
    import ast
    from pathlib import Path

    assert isinstance(shared, Path)
    tree = ast.parse((shared / "score.py").read_text(encoding="utf-8"))
    (rows,) = [
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "MISSION_NAMES"
    ]
    for row in rows:
        found = {name: mission.id for name in row if (mission := catalogue.find_mission(name))}
        assert found.keys() == set(row), (row, found)
        assert len(set(found.values())) == 1, found
