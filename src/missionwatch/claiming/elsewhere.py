"""Whether a sentence can speak of a mission: not one on "missions in Mali and Haiti", on an exercise, or on people who
are in a country where the mission is not."""

from __future__ import annotations

from missionwatch.claiming.background import Background
from missionwatch.claiming.clauses import Clause, preposition_before
from missionwatch.claiming.nominals import nations_of
from missionwatch.claiming.places import countries_of, is_place
from missionwatch.model.document import Mention

_WHERE = ("in", "to", "into")


def may_mean(clause: Clause, mission: Mention, background: Background) -> bool:
    """Whether what a sentence says of a nation's people can be said of this mission."""
    words = clause.lexicon.words
    if clause.sentence.span.covers(mission.span):
        several = not words["several-missions"].isdisjoint(mission.text.lower().split())
        return mission.form == "organisation" or not several
    told = words["several-missions"] | words["exercises"]
    return not any(u.text in told for u in clause.units) and not _is_elsewhere(clause, mission, background)


def _is_elsewhere(clause: Clause, mission: Mention, background: Background) -> bool:
    """Whether a sentence says where, and nowhere a country of the mission."""
    own = set(background.catalogue.mission(mission.id or "").countries)
    chunks = clause.chunks
    nouns = [(preposition_before(chunks, j), c) for j, c in enumerate(chunks) if c.kind == "noun"]
    actors = {m.of or m.id for where, c in nouns if where not in _WHERE for m in nations_of(c, clause)}
    told = (m for where, c in nouns if where in _WHERE for m in c.mentions if is_place(m) and m.id)
    named = [set(countries_of(m, background.catalogue)) for m in told if m.id not in actors]
    return bool(own and named) and not any(own & countries for countries in named)
