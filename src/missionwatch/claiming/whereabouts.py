"""In which countries it happens, as far as a clause says so: a mission of another country is not meant."""

from __future__ import annotations

from collections.abc import Iterator

from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.claiming.chunks import Chunk
from missionwatch.claiming.clauses import Clause, Group, is_reduced
from missionwatch.claiming.places import countries_of
from missionwatch.claiming.triggers import Trigger

_MOVES = frozenset(("send", "withdraw", "arrive", "return"))
_BACK = frozenset(("withdraw", "return"))
_GOALS = ("to", "into", "from")
_HERE = ("in", "at")
_BEFORE = ("in", "on")
"""What a place at the beginning of a sentence or of a part of it is told with ("In Mali, 50 Danes serve")."""


def countries_told(trigger: Trigger, catalogue: Catalogue) -> frozenset[str]:
    """The codes of the countries where it happens; empty where the clause does not tell."""
    home = _home(trigger, catalogue) if trigger.concepts & _BACK or trigger.decides else None
    for groups in (_beside(trigger), _where_they_are(trigger), _said_first(trigger)):
        named = (m for g in groups for m in g.chunk.mentions if m.kind in ("nation", "place") and m.id)
        told = (frozenset(countries_of(m, catalogue)) for m in named)
        away = next((codes for codes in told if codes != home), None)
        if away is not None:
            return away
    return frozenset()


def _home(trigger: Trigger, catalogue: Catalogue) -> frozenset[str]:
    """The country of the doer: "the Bundestag, in Berlin", "Danish soldiers return to Denmark"."""
    doers = (m for g in trigger.agents[:1] for m in g.chunk.mentions)
    nations = {m.of or m.id for m in doers} & catalogue.nation_ids
    return frozenset(catalogue.nation(id).code for id in nations if id)


def _beside(trigger: Trigger) -> tuple[Group, ...]:
    """The places that the verb itself is said with."""
    moves = bool(trigger.concepts & _MOVES)
    groups = [g for g in trigger.right if g.preposition in (*_HERE, *(_GOALS if moves else ()))]
    if trigger.decides and trigger.kind == "verb":  # "decided in Warsaw to": where they met
        groups = [g for g in groups if g.index != trigger.index + 2]
    if "withdraw" in trigger.concepts:
        left = [
            g for g in trigger.right if g.preposition in ("", "of") and _is_country(g.chunk)
        ]  # "pulls out of Mali"
        groups = left or groups
    return tuple(groups)


def _where_they_are(trigger: Trigger) -> Iterator[Group]:
    """ "The battalion in Mali", "the troops stationed on the Golan": the places right behind who or what it is."""
    clause = trigger.clause
    for group in (*trigger.agents[:1], *trigger.themes[:1]):
        at = group.index + 1
        if at != trigger.index and _is_participle(clause, at):
            at += 1
        behind = clause.chunks[at : at + 2]
        if len(behind) == 2 and behind[0].text in _BEFORE and _is_country(behind[1]):
            yield Group(behind[1], at + 1, behind[0].text)


def _is_participle(clause: Clause, at: int) -> bool:
    """ "The troops stationed in", but no "the troops arrived in"."""
    return at < len(clause.chunks) and bool(clause.chunks[at].verbs) and is_reduced(clause, at)


def _said_first(trigger: Trigger) -> Iterator[Group]:
    """ "In Iraq the US will leave 50,000 soldiers": the nearest place before that begins a part of the sentence."""
    chunks = trigger.clause.chunks
    for j in range(trigger.index - 2, -1, -1):
        begins = j == 0 or chunks[j - 1].kind in ("mark", "joint", "adverb")
        if begins and chunks[j].text in _BEFORE and _is_country(chunks[j + 1]):
            if not trigger.decides:  # "In New York, the Council agreed"
                yield Group(chunks[j + 1], j + 1, chunks[j].text)
            return


def _is_country(chunk: Chunk) -> bool:
    """Whether a group is a nation or place itself ("left Lebanon"), not somebody from there."""
    mention = chunk.mentions[-1] if chunk.mentions else None
    named = mention is not None and mention.kind in ("nation", "place") and mention.form != "adjective"
    return named and mention is not None and mention.text.lower() == chunk.words[-1]
