"""Where: the places that a clause names for what it says, without those that the mission's name already holds."""

from __future__ import annotations

from collections.abc import Iterable

from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.claiming.clauses import Clause, Group, with_complement
from missionwatch.claiming.matching import Match
from missionwatch.claiming.prepositions import place_before_where, place_groups
from missionwatch.claiming.triggers import Trigger
from missionwatch.model.document import Document, Mention

_WITHOUT = frozenset(("lead", "commander", "strength", "mandate", "task", "measure"))
_LISTED = frozenset(("activity", "presence"))


def is_place(mention: Mention) -> bool:
    return mention.kind in ("place", "nation") and mention.form not in ("adjective", "demonym")


def _listed(clause: Clause, group: Group) -> Iterable[Mention]:
    """The place of a group and those of its list ("in Bamako and Koulikoro"); of "Rome, Italy" the town."""
    j = group.index
    town = False
    while j < len(clause.chunks):
        chunk = clause.chunks[j]
        places = [m for m in chunk.mentions if is_place(m)]
        if chunk.kind == "noun" and places:
            country = town and places[-1].kind == "nation" and clause.chunks[j - 1].text == ","
            if not country:
                yield places[-1]
            town = places[-1].kind == "place"
        elif chunk.text not in (",", "and", "or", "as well as") and chunk.kind != "preposition":
            return
        j += 1


def _named(matched: Match, taken: Mention | None, name: str) -> tuple[Mention, ...]:
    groups = place_groups(matched.trigger)
    own = matched.parts.get(matched.frame.option("place", ""))
    if own is not None:
        groups = (own, *groups)
    clause = matched.trigger.clause
    groups = (*groups, *place_before_where(matched.trigger))
    completed = (g for group in groups for g in (group, with_complement(clause, group)) if g is not None)
    for group in completed:
        found = [
            m
            for m in _listed(matched.trigger.clause, group)
            if m is not taken and (m.name not in name or matched.frame.aspect == "presence")
        ]
        if found:
            return tuple(found) if matched.frame.aspect in _LISTED else tuple(found[:1])
    return ()


def place_within(document: Document, mission: Mention, name: str) -> Mention | None:
    """The place in the words for the mission, where its name holds none ("the missions in Afghanistan")."""
    inside = document.within(mission.span)
    return next((m for m in inside if is_place(m) and m.name not in name), None)


def in_host_country(trigger: Trigger, mission_id: str, catalogue: Catalogue) -> tuple[Mention, ...]:
    """The nearest place of the sentence that lies in the mission's host countries."""
    countries = set(catalogue.mission(mission_id).countries)
    mentions = trigger.clause.document.within(trigger.clause.sentence.span)
    for mention in sorted(mentions, key=lambda m: abs(m.start - trigger.span.start)):
        if is_place(mention) and mention.id is not None and countries & set(countries_of(mention, catalogue)):
            return (mention,)
    return ()


def countries_of(mention: Mention, catalogue: Catalogue) -> tuple[str, ...]:
    if mention.kind == "nation":
        return (catalogue.nation(mention.id or "").code,)
    return catalogue.place(mention.id or "").countries


def places_of(
    matched: Match, mission: Mention, taken: Mention | None, catalogue: Catalogue
) -> tuple[Mention | None, ...]:
    """The places of what a frame says, each of a list; (None,) where none is told. `taken` is no place here
    (the actor)."""
    if matched.frame.aspect in _WITHOUT or mission.id is None:
        return (None,)
    if mission.form == "organisation" and matched.frame.aspect == "contribution":
        return (None,)  # "UN missions in Asia and Africa"
    name = catalogue.mission(mission.id).name
    if matched.frame.option("place") == "none":
        return (None,)
    own = place_within(matched.trigger.clause.document, mission, name)
    theme = matched.parts.get("theme")
    if own is not None and theme is not None and mission not in theme.chunk.mentions:
        return (own,)  # one of a list of missions, with a place of its own
    found = _named(matched, taken, name)
    if not found and matched.frame.option("at-place"):
        found = in_host_country(matched.trigger, mission.id, catalogue)
    return _narrowest(found, catalogue) or (own,)


def _narrowest(places: tuple[Mention, ...], catalogue: Catalogue) -> tuple[Mention, ...]:
    """ "In Rome, Italy": a country right behind a place that lies in it says no more."""
    return tuple(
        place
        for before, place in zip((None, *places), places, strict=False)
        if before is None
        or before.kind != "place"
        or place.kind != "nation"
        or not set(countries_of(place, catalogue)) <= set(countries_of(before, catalogue))
    )
