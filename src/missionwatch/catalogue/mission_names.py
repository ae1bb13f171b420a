"""All names of all missions, and which missions each may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from missionwatch.catalogue.entries import Mission, Organisation
from missionwatch.catalogue.names import fold, spellings


@dataclass(frozen=True, slots=True)
class MissionName:
    """One way to write one mission. Not `plainly`: the words also mean something else (the mission's `ambiguous`)."""

    text: str
    mission: Mission
    plainly: bool
    exact: bool


def names_of(mission: Mission, organisations: Iterable[Organisation]) -> tuple[MissionName, ...]:
    """Every name of a mission with its plain variants ("UN Mission in X" beside "United Nations Mission in X")."""
    owners = [(o.name, o.acronym) for o in organisations if o.acronym and o.name in mission.name]
    once: dict[str, MissionName] = {}
    for name in mission.names:
        plainly, exact = name not in mission.ambiguous, name in mission.exact
        for text in spellings(name, owners):
            once.setdefault(text, MissionName(text, mission, plainly, exact))
    return tuple(once.values())


class MissionNames:
    """The names of all missions by what two spellings have in common (`fold`).

    A name that is plain for one mission and ambiguous for another means the first; the second needs a reason.
    """

    def __init__(self, missions: Iterable[Mission], organisations: Iterable[Organisation]) -> None:
        organisations = tuple(organisations)
        self._of = {mission.id: names_of(mission, organisations) for mission in missions}
        by_fold: defaultdict[str, list[MissionName]] = defaultdict(list)
        for names in self._of.values():
            for name in names:
                by_fold[fold(name.text)].append(name)
        self.by_fold: Mapping[str, list[MissionName]] = by_fold

    def of(self, mission_id: str) -> tuple[MissionName, ...]:
        """The names of one mission, the usual one first."""
        return self._of[mission_id]

    def meant(self, text: str) -> frozenset[str]:
        """The ids of the missions that a name means: those that it means plainly, else all that it may mean."""
        names = self.by_fold.get(fold(text), [])
        plainly = frozenset(name.mission.id for name in names if name.plainly)
        return plainly or frozenset(name.mission.id for name in names)

    def is_sure(self, name: MissionName) -> bool:
        """Whether the words alone tell the mission."""
        return name.plainly and self.meant(name.text) == {name.mission.id}
