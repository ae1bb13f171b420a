"""The check of the catalogue: the shipped one is sound, and each kind of fault is found."""

from __future__ import annotations

import pytest

from missionwatch.catalogue import Catalogue, check_catalogue

from .conftest import Make

MISSIONS = "missions/lakes.yaml"


def test_the_shipped_catalogue_is_sound(catalogue: Catalogue) -> None:
    assert check_catalogue(catalogue) == ()


def test_the_small_catalogue_is_sound(make: Make) -> None:
    assert check_catalogue(make()) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        (MISSIONS, "- id: lake-guard\n", "- id: lake-watch\n", "mission lake-watch: the id stands 2 times"),
        (
            MISSIONS,
            "Operation Lake Guard",
            "League of lakes Stabilization mission",
            "usual name of 2 missions",
        ),
        ("bodies.yaml", "of: league", "of: leage", "of names 'leage'"),
        ("organisations.yaml", "seat: oslo", "seat: olso", "seat names 'olso'"),
        ("organisations.yaml", "seat: oslo", "parent: sea-league", "parent names 'sea-league'"),
        ("places.yaml", "countries: [NO]", "countries: [QQ]", "countries names 'QQ'"),
        ("places.yaml", "kind: sea", "kind: see", "kind 'see' is unknown"),
        ("bodies.yaml", "kind: council", "kind: board", "kind 'board' is unknown"),
        (MISSIONS, "kind: observer", "kind: observation", "kind 'observation' is unknown"),
        (MISSIONS, "tasks: [monitoring]", "tasks: [watching]", "task 'watching' is unknown"),
        (MISSIONS, "organisation: league\n  kind: naval", "organisation: legaue\n  kind: naval", "'legaue'"),
        (MISSIONS, "leader: norway", "leader: norge", "leader names 'norge'"),
        (MISSIONS, "countries: [NO]", "countries: [Norway]", "countries names 'Norway'"),
        (MISSIONS, "places: [blue-bay]", "places: [red-bay]", "places names 'red-bay'"),
        (MISSIONS, "end: 2004", "end: 2001-04", "ends 2001-04 before it starts 2001-05"),
        (MISSIONS, "successor: lake-guard", "successor: lake-gaurd", "successor 'lake-gaurd' is no mission"),
        (MISSIONS, "  successor: lake-guard\n", "", "predecessor is lake-watch, whose successor is None"),
        (MISSIONS, "  predecessor: lake-watch\n", "", "successor is lake-guard, whose predecessor is None"),
        (MISSIONS, "successor: lake-guard", "parent: harbour", "parent 'harbour' is no mission"),
        (
            MISSIONS,
            "leader: norway",
            "parent: lake-watch",
            "parent leads in a circle: lake-watch > lake-watch",
        ),
        (MISSIONS, "ambiguous: [the guard]", "ambiguous: [the gard]", "ambiguous names 'the gard'"),
        ("nations.yaml", "exact: [Chad]", "exact: [chad]", "exact names 'chad'"),
        ("places.yaml", "countries: [NO]", "countries: [NO], exact: [Bay]", "exact names 'Bay'"),
        (MISSIONS, "ambiguous: [the guard]", "exact: [Guard]", "exact names 'Guard'"),
    ],
)
def test_each_fault_is_found_and_said(make: Make, file: str, old: str, new: str, complaint: str) -> None:
    complaints = check_catalogue(make(file, old, new))
    assert any(complaint in line for line in complaints), complaints


def test_a_complaint_says_the_file_and_the_entry(make: Make) -> None:
    (complaint,) = check_catalogue(make(MISSIONS, "tasks: [monitoring]", "tasks: [watching]"))
    assert complaint.startswith("missions/lakes.yaml, lake-watch: ")


def test_ambiguous_names_need_something_to_tell_them_by(make: Make) -> None:
    catalogue = make(
        MISSIONS,
        "  context: [lake]\n  organisation: league\n  kind: naval\n  countries: [TD]\n",
        "  kind: naval\n",
    )
    assert any("has ambiguous names" in line for line in check_catalogue(catalogue))


SAME = """
- {id: one, name: Mission One, acronym: TWIN, kind: other, start: 1990%s}
- {id: two, name: Mission Two, acronym: TWIN, kind: other, start: 1995%s}
"""


@pytest.mark.parametrize(
    ("one", "two", "sound"),
    [
        ("", "", False),
        (", end: 1999", "", False),
        (", end: 1994", "", True),
        (", countries: [NO]", ", countries: [TD]", True),
        (", countries: [NO]", ", countries: [NO, TD]", False),
        (", countries: [NO]", "", False),
        (", context: [fjord]", ", context: [desert]", True),
        (", context: [fjord, sand]", ", context: [desert, sand]", False),
        (", context: [fjord]", "", False),
    ],
)
def test_one_name_of_two_missions_needs_countries_years_or_context(
    make: Make, one: str, two: str, sound: bool
) -> None:
    from .conftest import FILES

    catalogue = make(MISSIONS, FILES[MISSIONS], SAME % (one, two))
    shared = [line for line in check_catalogue(catalogue) if "also means" in line]
    assert bool(shared) is not sound, shared
