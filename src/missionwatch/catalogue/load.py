"""The catalogue from its YAML files."""

from __future__ import annotations

import functools
from pathlib import Path

from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.catalogue.entries import Body, Mission, Organisation, Place
from missionwatch.catalogue.fields import Entry, read_entries
from missionwatch.catalogue.nations import bodies_of, capital_of, nation_from, with_the_rest_of_the_world
from missionwatch.model.identity import slug

DATA = Path(__file__).parent / "data"

_NAMED = ("id", "name", "acronym", "aliases", "exact", "ambiguous")
_MISSION = (
    *_NAMED, "kind", "descriptions", "organisation", "tasks", "countries", "places", "leader", "start", "end",
    "parent", "predecessor", "successor", "context",
)  # fmt: skip


@functools.cache
def load_catalogue(folder: Path = DATA) -> Catalogue:
    """The catalogue in a folder, by default the one that comes with missionwatch; the same object at each call.

    Raises InvalidData naming file, entry and field.
    """
    nation_entries = read_entries(folder / "nations.yaml", key="code")
    nations = with_the_rest_of_the_world(tuple(nation_from(e) for e in nation_entries))
    places = tuple(_place(e) for e in read_entries(folder / "places.yaml", key="name"))
    known = {place.id for place in places}
    capitals = tuple(p for e in nation_entries if (p := capital_of(e)) and p.id not in known)
    bodies = tuple(_body(e) for e in read_entries(folder / "bodies.yaml"))
    names = {nation.code: nation for nation in nations}
    parliaments = tuple(b for e in nation_entries for b in bodies_of(e, names[e.label]))
    return Catalogue(
        missions=tuple(
            _mission(e) for path in sorted((folder / "missions").glob("*.yaml")) for e in read_entries(path)
        ),
        nations=nations,
        organisations=tuple(_organisation(e) for e in read_entries(folder / "organisations.yaml")),
        bodies=bodies + parliaments,
        places=places + capitals,
    )


def _mission(entry: Entry) -> Mission:
    entry.only(_MISSION)
    return Mission(
        id=entry.needed("id"),
        name=entry.needed("name"),
        kind=entry.needed("kind"),
        acronym=entry.text("acronym"),
        aliases=entry.words("aliases"),
        descriptions=entry.words("descriptions"),
        organisation=entry.text("organisation"),
        tasks=entry.texts("tasks"),
        countries=entry.texts("countries"),
        places=entry.texts("places"),
        leader=entry.text("leader"),
        start=entry.when("start"),
        end=entry.when("end"),
        parent=entry.text("parent"),
        predecessor=entry.text("predecessor"),
        successor=entry.text("successor"),
        context=entry.texts("context"),
        ambiguous=entry.texts("ambiguous"),
        exact=entry.texts("exact"),
        source=f"{entry.file}, {entry.label}",
    )


def _organisation(entry: Entry) -> Organisation:
    entry.only((*_NAMED, "adjectives", "seat", "parent"))
    return Organisation(
        id=entry.needed("id"),
        name=entry.needed("name"),
        acronym=entry.text("acronym"),
        aliases=entry.words("aliases"),
        adjectives=entry.words("adjectives"),
        seat=entry.text("seat"),
        parent=entry.text("parent"),
        exact=entry.texts("exact"),
        ambiguous=entry.texts("ambiguous"),
        source=f"{entry.file}, {entry.label}",
    )


def _body(entry: Entry) -> Body:
    entry.only((*_NAMED, "of", "kind"))
    return Body(
        id=entry.needed("id"),
        name=entry.needed("name"),
        of=entry.needed("of"),
        kind=entry.needed("kind"),
        acronym=entry.text("acronym"),
        aliases=entry.words("aliases"),
        exact=entry.texts("exact"),
        ambiguous=entry.texts("ambiguous"),
        source=f"{entry.file}, {entry.label}",
    )


def _place(entry: Entry) -> Place:
    """A place's id is the slug of its name unless it gives another, so that most entries are one line."""
    entry.only((*_NAMED, "kind", "countries"))
    name = entry.needed("name")
    return Place(
        id=entry.text("id") or slug(name),
        name=name,
        kind=entry.needed("kind"),
        countries=entry.texts("countries"),
        aliases=entry.words("aliases"),
        exact=entry.texts("exact"),
        ambiguous=entry.texts("ambiguous"),
        source=f"{entry.file}, {entry.label}",
    )
