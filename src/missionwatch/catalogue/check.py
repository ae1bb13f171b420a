"""The check of the catalogue itself: what is wrong in the data, in words that say where."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterator

from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.catalogue.entries import (
    BODY_KINDS,
    MISSION_KINDS,
    PLACE_KINDS,
    Body,
    Mission,
    Nation,
    Organisation,
    Place,
)
from missionwatch.catalogue.names import fold
from missionwatch.model.claim import ASPECT_VALUES


def check_catalogue(catalogue: Catalogue) -> tuple[str, ...]:
    """Everything that is wrong, a line each; empty for a sound catalogue."""
    return tuple(complaint for check in CHECKS for complaint in check(catalogue))


def ids_are_unique(catalogue: Catalogue) -> Iterator[str]:
    lists: dict[str, tuple[Mission | Nation | Organisation | Body | Place, ...]] = {
        "mission": catalogue.missions,
        "nation": catalogue.nations,
        "organisation": catalogue.organisations,
        "body": catalogue.bodies,
        "place": catalogue.places,
    }
    for kind, items in lists.items():
        for id, times in Counter(item.id for item in items).items():
            if times > 1:
                where = "; ".join(item.source for item in items if item.id == id)
                yield f"{kind} {id}: the id stands {times} times ({where})"


def usual_names_are_unique(catalogue: Catalogue) -> Iterator[str]:
    for name, times in Counter(fold(mission.name) for mission in catalogue.missions).items():
        if times > 1:
            where = "; ".join(m.source for m in catalogue.missions if fold(m.name) == name)
            yield f"mission {name!r}: the usual name of {times} missions ({where}); add a word in brackets"


def kinds_and_tasks_are_known(catalogue: Catalogue) -> Iterator[str]:
    for mission in catalogue.missions:
        if mission.kind not in MISSION_KINDS:
            yield f"{mission.source}: kind {mission.kind!r} is unknown, use one of {', '.join(MISSION_KINDS)}"
        for task in mission.tasks:
            if task not in ASPECT_VALUES["task"]:
                yield f"{mission.source}: task {task!r} is unknown, use some of {', '.join(ASPECT_VALUES['task'])}"
    for place in catalogue.places:
        if place.kind not in PLACE_KINDS:
            yield f"{place.source}: kind {place.kind!r} is unknown, use one of {', '.join(PLACE_KINDS)}"
    for body in catalogue.bodies:
        if body.kind not in BODY_KINDS:
            yield f"{body.source}: kind {body.kind!r} is unknown, use one of {', '.join(BODY_KINDS)}"


def references_exist(catalogue: Catalogue) -> Iterator[str]:
    codes = {nation.code for nation in catalogue.nations}
    nations = {nation.id for nation in catalogue.nations}
    organisations = {organisation.id for organisation in catalogue.organisations}
    places = {place.id for place in catalogue.places}
    for mission in catalogue.missions:
        for field, value, known in (
            ("organisation", mission.organisation, organisations | nations),
            ("leader", mission.leader, organisations | nations),
            *(("countries", code, codes) for code in mission.countries),
            *(("places", place, places) for place in mission.places),
        ):
            if value is not None and value not in known:
                yield f"{mission.source}: {field} names {value!r}, which the catalogue does not hold"
    for body in catalogue.bodies:
        if body.of not in organisations | nations:
            yield f"{body.source}: of names {body.of!r}, which the catalogue does not hold"
    for organisation in catalogue.organisations:
        if organisation.seat is not None and organisation.seat not in places:
            yield f"{organisation.source}: seat names {organisation.seat!r}, which the catalogue does not hold"
        if organisation.parent is not None and organisation.parent not in organisations:
            yield f"{organisation.source}: parent names {organisation.parent!r}, which the catalogue does not hold"
    for place in catalogue.places:
        for code in place.countries:
            if code not in codes:
                yield f"{place.source}: countries names {code!r}, which is no nation's code"


def dates_are_in_order(catalogue: Catalogue) -> Iterator[str]:
    for mission in catalogue.missions:
        if mission.start and mission.end and _begins(mission.start.earliest) > _ends(mission.end.latest):
            yield f"{mission.source}: ends {mission.end} before it starts {mission.start}"


def chains_close(catalogue: Catalogue) -> Iterator[str]:
    missions = {mission.id: mission for mission in catalogue.missions}
    for mission in catalogue.missions:
        for field, other, back in (
            ("predecessor", mission.predecessor, "successor"),
            ("successor", mission.successor, "predecessor"),
            ("parent", mission.parent, None),
        ):
            if other is None:
                continue
            if other not in missions:
                yield f"{mission.source}: {field} {other!r} is no mission"
            elif back and getattr(missions[other], back) != mission.id:
                yield f"{mission.source}: {field} is {other}, whose {back} is {getattr(missions[other], back)}"
        yield from _circle(mission, missions, "parent")
        yield from _circle(mission, missions, "successor")


def _circle(mission: Mission, missions: dict[str, Mission], field: str) -> Iterator[str]:
    seen: list[str] = []
    at: Mission | None = mission
    while at is not None and at.id not in seen:
        seen.append(at.id)
        at = missions.get(getattr(at, field) or "")
    if at is not None and at.id == mission.id:
        yield f"{mission.source}: {field} leads in a circle: {' > '.join([*seen, at.id])}"


def shared_names_can_be_told_apart(catalogue: Catalogue) -> Iterator[str]:
    complained: set[tuple[str, str]] = set()
    for names in catalogue.mission_names.by_fold.values():
        missions = {name.mission.id: name.mission for name in names}
        for one, other in itertools.combinations(missions.values(), 2):
            if not told_apart(one, other) and (one.id, other.id) not in complained:
                complained.add((one.id, other.id))
                yield (
                    f"{one.source}: {names[0].text!r} also means {other.id}, and neither countries, years "
                    "nor context tell them apart"
                )


def told_apart(one: Mission, other: Mission) -> bool:
    """Whether countries, years or context words tell two missions of one name apart."""
    countries = one.countries and other.countries and not set(one.countries) & set(other.countries)
    years = _before(one, other) or _before(other, one)
    words = {fold(w) for w in one.context}, {fold(w) for w in other.context}
    return bool(countries or years or (all(words) and not words[0] & words[1]))


def ambiguous_names_have_a_context(catalogue: Catalogue) -> Iterator[str]:
    for mission in catalogue.missions:
        if mission.ambiguous and not (mission.context or mission.countries):
            yield f"{mission.source}: has ambiguous names, and neither context words nor countries to tell them by"


def marked_names_are_names(catalogue: Catalogue) -> Iterator[str]:
    items: tuple[Mission | Organisation | Body | Place, ...] = (
        *catalogue.missions,
        *catalogue.organisations,
        *catalogue.bodies,
        *catalogue.places,
    )
    for item in items:
        acronym = None if isinstance(item, Place) else item.acronym
        names: set[str | None] = {item.name, acronym, *itertools.chain(*item.aliases.values())}
        for field, marked in (("ambiguous", item.ambiguous), ("exact", item.exact)):
            for name in marked:
                if name not in names:
                    yield f"{item.source}: {field} names {name!r}, which is none of its names"
    for nation in catalogue.nations:
        named = (nation.names, nation.adjectives, nation.people)
        words_of = {text for words in named for texts in words.values() for text in texts}
        for name in nation.exact:
            if name not in words_of:
                yield f"{nation.source}: exact names {name!r}, which is none of its names"


def _before(one: Mission, other: Mission) -> bool:
    """Whether the one is over before the other begins; the year of a hand-over may be the same."""
    if not (one.end and other.start and one.end.latest and other.start.earliest):
        return False
    return one.end.latest.year <= other.start.earliest.year


def _begins(day: object) -> str:
    return str(day) if day else "0000"


def _ends(day: object) -> str:
    return str(day) if day else "9999"


CHECKS: tuple[Callable[[Catalogue], Iterator[str]], ...] = (
    ids_are_unique,
    usual_names_are_unique,
    kinds_and_tasks_are_known,
    references_exist,
    dates_are_in_order,
    chains_close,
    shared_names_can_be_told_apart,
    ambiguous_names_have_a_context,
    marked_names_are_names,
)
"""The checks, in the order in which their complaints are listed."""
