"""What the catalogue holds: missions, nations, organisations, bodies, places and the phrases that name them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from missionwatch.model.when import When

MISSION_KINDS: Final = (
    "training", "advising", "capacity-building", "peacekeeping", "observer", "monitoring", "police", "political",
    "stabilisation", "combat", "counter-terrorism", "naval", "air", "deterrence", "evacuation", "humanitarian",
    "coalition", "organisation", "other",
)  # fmt: skip
"""What a mission mainly is. `organisation` is an organisation that stands for its missions as a whole."""

PLACE_KINDS: Final = ("region", "sea", "base", "town", "country-part")
BODY_KINDS: Final = (
    "parliament", "government", "council", "assembly", "ministers", "members", "secretariat", "summit", "command",
    "other",
)  # fmt: skip
LANGUAGES: Final = ("en", "da")
"""The languages that the data has names in. The first gives the usual names."""

Words = Mapping[str, tuple[str, ...]]
"""Words by language."""


@dataclass(frozen=True, slots=True)
class Mission:
    """A named deployment abroad, or (kind `organisation`) an organisation's missions as a whole.

    `countries` are ISO 3166 codes of the host countries, `places` ids of regions and seas, `leader` the id of the
    nation or organisation that leads it by nature. `start` and `end` are as precise as they are known; no `end`
    means still running or not known. `descriptions` are words that name it only beside its country or its
    organisation ("battle groups"). `ambiguous` are those of its names that also mean something else; they count
    only where one of the `context` words stands in the same report.
    """

    id: str
    name: str
    kind: str
    acronym: str | None = None
    aliases: Words = field(default_factory=dict, hash=False)
    descriptions: Words = field(default_factory=dict, hash=False)
    organisation: str | None = None
    tasks: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    leader: str | None = None
    start: When | None = None
    end: When | None = None
    parent: str | None = None
    predecessor: str | None = None
    successor: str | None = None
    context: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    source: str = field(default="", compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it has, the usual one first, in all languages."""
        given = [self.name, self.acronym or "", *(a for words in self.aliases.values() for a in words)]
        return tuple(dict.fromkeys(name for name in given if name))


@dataclass(frozen=True, slots=True)
class Nation:
    """A country: its ISO 3166 code, names (the usual one first), adjectives and people by language, its capital.

    `capital` is the id of a place, or None where it has none or none is known.
    """

    id: str
    code: str
    names: Words = field(hash=False)
    adjectives: Words = field(default_factory=dict, hash=False)
    people: Words = field(default_factory=dict, hash=False)
    capital: str | None = None
    exact: tuple[str, ...] = ()
    source: str = field(default="", compare=False)

    @property
    def name(self) -> str:
        """The usual English name."""
        return self.names["en"][0]


@dataclass(frozen=True, slots=True)
class Organisation:
    """An international organisation or alliance; `seat` is the id of a place."""

    id: str
    name: str
    acronym: str | None = None
    aliases: Words = field(default_factory=dict, hash=False)
    adjectives: Words = field(default_factory=dict, hash=False)
    seat: str | None = None
    parent: str | None = None
    exact: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    source: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Body:
    """What decides or speaks for a nation or an organisation (`of`): a parliament, a council, ministers, a command."""

    id: str
    name: str
    of: str
    kind: str
    acronym: str | None = None
    aliases: Words = field(default_factory=dict, hash=False)
    exact: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    source: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Place:
    """A region, sea, base, town or part of a country; `name` is the normal spelling, `countries` are ISO codes."""

    id: str
    name: str
    kind: str
    countries: tuple[str, ...] = ()
    aliases: Words = field(default_factory=dict, hash=False)
    exact: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    source: str = field(default="", compare=False)

    @property
    def country(self) -> str | None:
        """The code of the country that it lies in, None where it spans several or none."""
        return self.countries[0] if len(self.countries) == 1 else None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name an entry: of which `kind` (mission, nation, organisation, body, place) and which `id`.

    `form` is name, acronym, adjective or demonym. `exact_case`: only in this very case, because the words in
    another case are ordinary ones. `needs_context`: names the entry only where the report gives a reason for it
    (another of its names, a context word, its country), because the words also mean something else.
    """

    text: str
    kind: str
    id: str
    form: str = "name"
    exact_case: bool = False
    needs_context: bool = False
