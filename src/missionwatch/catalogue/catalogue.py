"""The catalogue: entries found by id, by name and by search, and the phrases that name them."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from missionwatch.catalogue.entries import Body, Mission, Nation, Organisation, Phrase, Place
from missionwatch.catalogue.mission_names import MissionNames
from missionwatch.catalogue.names import fold, parts
from missionwatch.catalogue.phrases import phrases_of
from missionwatch.errors import UnknownItem, UnknownMission

__all__ = ["Body", "Catalogue", "Mission", "Nation", "Organisation", "Phrase", "Place"]

Item = TypeVar("Item", Mission, Nation, Organisation, Body, Place)


@dataclass(frozen=True, eq=False)  # compared by identity: hashing all entries would be slow
class Catalogue:
    """Everything that the domain's data holds. Entries keep the order of their files."""

    missions: tuple[Mission, ...] = ()
    nations: tuple[Nation, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    bodies: tuple[Body, ...] = ()
    places: tuple[Place, ...] = ()

    def mission(self, id: str) -> Mission:
        """The mission of this id. Raises UnknownMission, which suggests like ones."""
        if id in self._missions:
            return self._missions[id]
        like = difflib.get_close_matches(id, self._missions, n=3)
        advice = f"Did you mean {' or '.join(like)}?" if like else "`missionwatch missions` lists them"
        raise UnknownMission(id, "is no mission of the catalogue", advice)

    def nation(self, id: str) -> Nation:
        """The nation of this id. Raises UnknownItem, as the next ones do."""
        return _found(self._nations, id, "nation")

    def organisation(self, id: str) -> Organisation:
        return _found(self._organisations, id, "organisation")

    def decides(self, id: str) -> bool:
        """Whether this is the id of a council, which decides on the missions of its organisation."""
        return id in self._bodies and self._bodies[id].kind == "council"

    def body(self, id: str) -> Body:
        return _found(self._bodies, id, "body")

    def place(self, id: str) -> Place:
        return _found(self._places, id, "place")

    def nation_by_code(self, code: str) -> Nation:
        """The nation of an ISO 3166 code ("DK")."""
        return _found(self._codes, code, "code of a nation")

    def nation_of_capital(self, place_id: str) -> Nation | None:
        """The nation that the capital stands for ("Baghdad agreed"); None where the place is no capital."""
        return self._capitals.get(place_id)

    def name_of(self, kind: str, id: str) -> str:
        """The usual name of an entry of this kind (mission, nation, organisation, body, place)."""
        named: dict[str, Callable[[str], Mission | Nation | Organisation | Body | Place]] = {
            "mission": self.mission,
            "nation": self.nation,
            "organisation": self.organisation,
            "body": self.body,
            "place": self.place,
        }
        return named[kind](id).name

    def find_mission(self, name: str) -> Mission | None:
        """The one mission that has this name, alias or acronym; None where no mission has, or more than one.

        Case, marks, dashes and a leading "the" do not count. "Long Name (ACR)" is found by either part. A
        mission's usual name always means that mission; a name that is ambiguous for one and plain for another, the
        other.
        """
        for part in parts(name):
            if part in self._missions:
                return self._missions[part]
            if fold(part) in self._usual_names:
                return self._usual_names[fold(part)]
            meant = self.mission_names.meant(part)
            if len(meant) == 1:
                return self._missions[next(iter(meant))]
        return None

    def search_missions(self, text: str) -> tuple[Mission, ...]:
        """The missions with a name in which each word of the text begins a word; all missions for an empty text."""
        wanted = fold(text).split()
        return tuple(
            mission
            for mission in self.missions
            if any(_begin_words(wanted, fold(name).split()) for name in (mission.id, *mission.names))
        )

    def sure_names(self, mission_id: str) -> tuple[str, ...]:
        """The mission's usual name, and those of its other names that mean it and nothing else."""
        mission, names = self.mission(mission_id), self.mission_names
        return tuple(n.text for n in names.of(mission_id) if n.text == mission.name or names.is_sure(n))

    @functools.cache  # noqa: B019  # the loaded catalogue lives as long as the program
    def phrases(self, language: str) -> tuple[Phrase, ...]:
        """All words that name an entry in this language, longest first; a word of two entries stands twice.

        Missions have their names of all languages, because reports leave them untranslated. An organisation that
        stands for its missions as a whole has its phrases as an organisation only.
        """
        return phrases_of(self, self.mission_names, language)

    @functools.cached_property
    def _missions(self) -> Mapping[str, Mission]:
        return _by_id(self.missions)

    @functools.cached_property
    def _usual_names(self) -> Mapping[str, Mission]:
        return {fold(mission.name): mission for mission in self.missions}

    @functools.cached_property
    def nation_ids(self) -> frozenset[str]:
        """The ids of all nations."""
        return frozenset(nation.id for nation in self.nations)

    @functools.cached_property
    def _nations(self) -> Mapping[str, Nation]:
        return _by_id(self.nations)

    @functools.cached_property
    def _organisations(self) -> Mapping[str, Organisation]:
        return _by_id(self.organisations)

    @functools.cached_property
    def _bodies(self) -> Mapping[str, Body]:
        return _by_id(self.bodies)

    @functools.cached_property
    def _places(self) -> Mapping[str, Place]:
        return _by_id(self.places)

    @functools.cached_property
    def _codes(self) -> Mapping[str, Nation]:
        return {nation.code: nation for nation in self.nations}

    @functools.cached_property
    def _capitals(self) -> Mapping[str, Nation]:
        return {nation.capital: nation for nation in self.nations if nation.capital}

    @functools.cached_property
    def mission_names(self) -> MissionNames:
        """All names of all missions, and which missions each may mean."""
        return MissionNames(self.missions, self.organisations)


def _begin_words(wanted: list[str], words: list[str]) -> bool:
    return all(any(word.startswith(start) for word in words) for start in wanted)


def _by_id(items: Iterable[Item]) -> Mapping[str, Item]:
    return {item.id: item for item in items}


def _found(items: Mapping[str, Item], id: str, kind: str) -> Item:
    if id not in items:
        raise UnknownItem(id, f"is no {kind} of the catalogue")
    return items[id]
