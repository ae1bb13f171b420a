"""What an entry of the catalogue is called in claims."""

from __future__ import annotations

from missionwatch.annotating.words import words
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.errors import MissionwatchError

_VERY_LONG = 6
_LONG = 4  # an organisation whose name has so many words is usually called by its acronym


def usual_name(catalogue: Catalogue, kind: str, id: str) -> str:
    """The usual name: "Denmark", "NATO" (whose full name nobody says), "United Nations"."""
    if kind == "organisation":
        organisation = catalogue.organisation(id)
        long = len(organisation.name.split()) >= _LONG
        return organisation.acronym if organisation.acronym and long else organisation.name
    return catalogue.name_of(kind, id)


def speaking_name(catalogue: Catalogue, kind: str, id: str) -> str:
    """The name under which it speaks: a mission with a name that nobody says in full speaks by its acronym."""
    if kind == "mission":
        mission = catalogue.mission(id)
        return (
            mission.acronym if mission.acronym and len(mission.name.split()) >= _VERY_LONG else mission.name
        )
    return usual_name(catalogue, kind, id)


def name_of_owner(catalogue: Catalogue, id: str) -> str | None:
    """The usual name of a nation, organisation, mission or body, whichever has this id."""
    for kind in ("nation", "organisation", "mission", "body"):
        try:
            return speaking_name(catalogue, kind, id)
        except MissionwatchError:
            continue
    return None


def adjective_of(catalogue: Catalogue, nation_id: str) -> str:
    """ "Danish" for Denmark; the nation's name where it has no adjective."""
    called = words("en", "bodies").names("called")
    if nation_id in called:
        return called[nation_id]
    nation = catalogue.nation(nation_id)
    return next(iter(nation.adjectives.get("en", ())), nation.name)
