"""Who does what to whom: each verb, noun of action and state word of a sentence with the noun groups around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from missionwatch.claiming.beside import left_groups, right_groups
from missionwatch.claiming.clauses import (
    Clause,
    Group,
    actors_before,
    is_reduced,
    preposition_before,
    ungoverned,
)
from missionwatch.claiming.doers import (
    after_comma,
    after_copula,
    described,
    direct_objects,
    doers_of,
    is_fronted,
    is_undergone,
    needs_object,
    objects,
    relative_object,
    shares_passive,
    subjects,
    who_decides,
)
from missionwatch.claiming.lexicon import singular
from missionwatch.claiming.verbs import Verb
from missionwatch.model.passage import Span

_DECISIONS = frozenset(("request", "approve", "agree", "extend", "reject"))


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that says something happens, and its parts.

    `kind` is verb, noun or state. `left` are the noun groups that may be its subject, the likeliest first; `right` what
    follows it in the clause. `agents` and `themes` are these as doer and thing done to, by voice and construction.
    """

    clause: Clause
    kind: str
    concepts: frozenset[str]
    index: int
    first: int
    last: int
    verb: Verb | None = None
    left: tuple[Group, ...] = ()
    right: tuple[Group, ...] = ()
    agents: tuple[Group, ...] = ()
    themes: tuple[Group, ...] = ()

    @property
    def span(self) -> Span:
        return self.clause.span_of_units(self.first, self.last)

    @property
    def decides(self) -> bool:
        """Whether it is the word of a decision, whose date is that of the deciding."""
        return bool(self.concepts & _DECISIONS)

    def after(self, *prepositions: str) -> tuple[Group, ...]:
        """The groups to the right that follow one of these prepositions."""
        return tuple(g for g in self.right if g.preposition in prepositions)


def _verb_trigger(clause: Clause, index: int, verb: Verb) -> Trigger:
    follows = verb == clause.chunks[index].verbs[-1]
    if shares_passive(clause, index, verb):
        verb = replace(verb, passive=True)
    left = left_groups(clause, index)
    right = right_groups(clause, index)
    by = tuple(g for g in right if g.preposition == "by")
    direct = direct_objects(clause, right)
    relative = relative_object(clause, left)
    finite = verb.finite and clause.chunks[index].words[0] != "to"
    doers = doers_of(clause, index, left, finite=finite)
    set_off = index > 0 and clause.chunks[index - 1].text == "," and is_reduced(clause, index)
    made_of = set_off and bool(right) and right[0].preposition == "of"  # "36 monitors, composed of"
    by_whom = bool(by) and (not direct or (set_off and by[0].index == index + 2))  # ", led by Italy, landed"
    reduced = verb.form in ("participle", "past") and not verb.operators and (by_whom or made_of)
    if not ungoverned(left) and is_fronted(clause, index, verb):
        subject = after_comma(clause, index)
        agents, themes = (subject, direct or subject) if verb.form == "gerund" else (by, subject)
    elif verb.passive or reduced or is_undergone(clause, index, verb):
        agents, themes = by, subjects(clause, index, left)
    elif relative and not (direct and follows):
        agents, themes = doers, relative
    elif direct and follows:
        agents, themes = doers, objects(clause, direct, right)
    elif needs_object(clause, verb):
        agents, themes = doers, ()
    else:
        agents, themes = (
            doers,
            (*_joined_by_of(right), *subjects(clause, index, left)),
        )
    return Trigger(
        clause,
        "verb",
        verb.concepts,
        index,
        verb.first,
        max(verb.last, verb.first),
        verb,
        left,
        right,
        agents,
        themes,
    )


_WHERE = ("in", "on", "at", "near", "around")


def _joined_by_of(right: tuple[Group, ...]) -> tuple[Group, ...]:
    """ "consists of soldiers", "helps with the delivery of aid"; what follows "in the streets of" tells the place."""
    place = bool(right) and right[0].preposition in _WHERE
    return () if place else tuple(g for g in right if g.preposition == "of")


def _noun_triggers(clause: Clause, index: int) -> Iterator[Trigger]:
    chunk, lexicon = clause.chunks[index], clause.lexicon
    for i in range(chunk.first, chunk.last + 1):
        text = clause.units[i].text
        if text not in lexicon.noun_beginnings and singular(text) not in lexicon.noun_beginnings:
            continue
        for length in range(min(lexicon.longest, chunk.last - i + 1), 0, -1):
            words = tuple(u.text for u in clause.units[i : i + length])
            concepts = lexicon.nouns.get(words) or lexicon.nouns.get((*words[:-1], singular(words[-1])))
            if not concepts or any(
                u.kind in ("mission", "place", "person") for u in clause.units[i : i + length]
            ):
                continue
            if i + length - 1 != chunk.last and not concepts & {"attack", "crash"}:
                break
            own = Group(chunk, index, preposition_before(clause.chunks, index))
            right = right_groups(clause, index)
            agents = (*((own,) if chunk.mentions else ()), *(g for g in right if g.preposition == "by"))
            theirs = any(c.words[0] in lexicon.possessives for c in (chunk, *(g.chunk for g in right[:1])))
            if theirs and not agents:  # "Ukraine has begun the withdrawal of its troops"
                agents = tuple(actors_before(clause, index))
            agents = agents or who_decides(clause, index)
            done_to = tuple(g for g in right[:1] if g.preposition in ("of", "in", "to", "for", "on"))
            whole = len(chunk.words) > 1 and not any(g.preposition == "of" for g in done_to)
            themes = (*done_to, *((own,) if whole else ()))
            yield Trigger(
                clause, "noun", concepts, index, i, i + length - 1, None, (own,), right, agents, themes
            )
            break


def _beginning_of(clause: Clause, index: int) -> int:
    """ "is one of the largest": where what the state word belongs to begins."""
    chunks = clause.chunks
    while index > 1 and chunks[index - 1].kind == "preposition" and not chunks[index - 2].mentions:
        index -= 2 if chunks[index - 2].kind == "noun" else 1
    return index


def _state_triggers(clause: Clause) -> Iterator[Trigger]:
    units, lexicon = clause.units, clause.lexicon
    told = 0
    for i in (i for i, unit in enumerate(units) if unit.text in lexicon.state_beginnings):
        for length in range(min(lexicon.longest, len(units) - i), 0, -1):
            concepts = lexicon.states.get(tuple(u.text for u in units[i : i + length]))
            if concepts and i >= told:
                told = i + length
                index = next(n for n, c in enumerate(clause.chunks) if c.first <= i <= c.last)
                if any(v.first < i and "be" not in v.concepts for v in clause.chunks[index].verbs):
                    break  # "put in place" is a verb, "is back at work" a state
                left = left_groups(clause, _beginning_of(clause, index), stops=frozenset())
                left = described(clause, index) or left or after_copula(clause, i + length)
                verb = next(
                    (
                        v
                        for c in reversed(clause.chunks[:index])
                        if c.kind == "verb"
                        for v in reversed(c.verbs)
                    ),
                    None,
                )
                yield Trigger(
                    clause,
                    "state",
                    concepts,
                    index,
                    i,
                    i + length - 1,
                    verb,
                    left,
                    right_groups(clause, index),
                    (),
                    ungoverned(left) or left,
                )
                break


def triggers_of(clause: Clause) -> Iterator[Trigger]:
    """Every word of the sentence that may say something, with its parts."""
    for index, chunk in enumerate(clause.chunks):
        for verb in chunk.verbs:
            if verb.concepts:
                yield _verb_trigger(clause, index, verb)
        if chunk.kind == "noun":
            yield from _noun_triggers(clause, index)
    yield from _state_triggers(clause)
