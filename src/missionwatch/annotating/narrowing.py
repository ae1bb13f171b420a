"""Of several missions that a vague phrase fits, those that it means before the others; all, where it does not tell."""

from __future__ import annotations

import functools
from datetime import date

from missionwatch.annotating.vague import Description
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.catalogue.entries import Mission


def wholes(missions: list[Mission], description: Description) -> list[Mission]:
    """Those that are no part of another among them."""
    ids = {m.id for m in missions}
    return [m for m in missions if m.parent not in ids]


def of_that_place(missions: list[Mission], description: Description) -> list[Mission]:
    """Those of that very place before those of its country, and of these one that is in no other place."""
    there = [m for m in missions if description.places & set(m.places)]
    only_there = [m for m in there if len(m.places) == 1]
    return only_there if len(only_there) == 1 else there or missions


def of_that_nation(missions: list[Mission], description: Description) -> list[Mission]:
    """The one that is the nation's own ("the French operation in the Sahel")."""
    own = [m for m in missions if m.organisation in description.nations]
    return own if len(own) == 1 else missions


def nowhere_else(missions: list[Mission], description: Description) -> list[Mission]:
    """The one that is in that country alone, before those that are there among others."""
    alone = [m for m in missions if description.countries and set(m.countries) == description.countries]
    return alone if len(alone) == 1 else missions


def no_offices(missions: list[Mission], description: Description) -> list[Mission]:
    """Those that have people in the field, before political offices beside them."""
    return [m for m in missions if m.kind not in ("political", "other")] or missions


def newest(missions: list[Mission], published: date | None) -> list[Mission]:
    """The one that begins after all others; none of them before its last year is new."""
    begun = {m.id: m.start.earliest for m in missions if m.start is not None and m.start.earliest is not None}
    if published is None or not begun or len(begun) < len(missions):
        return missions
    last = max(begun.values())
    latest = [m for m in missions if begun[m.id] == last]
    return latest if len(latest) == 1 and last.year >= published.year - 1 else missions


@functools.lru_cache(maxsize=256)  # all phrases of a report ask it for the same days
def running(catalogue: Catalogue, earliest: date, latest: date) -> tuple[Mission, ...]:
    """The missions that ran on one of these days."""
    return tuple(m for m in catalogue.missions if m.kind != "organisation" and _ran(m, earliest, latest))


def _ran(mission: Mission, earliest: date, latest: date) -> bool:
    """Whether it had begun by `latest` and had not ended before `earliest`."""
    start = mission.start.earliest if mission.start is not None else None
    end = mission.end.latest if mission.end is not None else None
    return (start is None or start <= latest) and (end is None or end >= earliest)
