"""Which mission is meant by a name that a user writes."""

from __future__ import annotations

import difflib
from typing import Final

from missionwatch.errors import UnknownMission
from missionwatch.model.identity import slug
from missionwatch.store.held import HeldMission
from missionwatch.store.port import View

_ADVICE: Final = (
    "`missionwatch missions TEXT` searches the catalogue, `missionwatch status` shows the register"
)


def mission_named(view: View, name: str) -> str:
    """The id of the mission with this id, name, alias or acronym.

    The register's own names come first, so that the catalogue is loaded only where it is needed. Raises
    UnknownMission, with names that are like it.
    """
    held = view.missions()
    wanted = name.strip().casefold()
    for mission in held:
        if wanted in (mission.id, mission.name.casefold()):
            return mission.id
    return _catalogued(name) or _slugged(held, name)


def _catalogued(name: str) -> str | None:
    from missionwatch.catalogue.load import load_catalogue

    catalogue = load_catalogue()
    found = catalogue.find_mission(name)
    if found is None:
        found = next((mission for mission in catalogue.missions if mission.id == name.strip()), None)
    return found.id if found else None


def _slugged(held: tuple[HeldMission, ...], name: str) -> str:
    ids = {mission.id for mission in held}
    if slug(name) in ids:
        return slug(name)
    like = difflib.get_close_matches(name, [mission.name for mission in held], n=3)
    advice = f"Did you mean {' or '.join(like)}? {_ADVICE}" if like else _ADVICE
    raise UnknownMission(name, "no mission of the catalogue or the register has this name", advice)
