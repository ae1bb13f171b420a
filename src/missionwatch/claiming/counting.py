"""How many people: the number that a frame's counted part tells, or each number of a list."""

from __future__ import annotations

from collections.abc import Iterator

from missionwatch.claiming.chunks import Chunk
from missionwatch.claiming.clauses import Clause, Group, with_complement
from missionwatch.claiming.listing import is_link, number_in
from missionwatch.claiming.matching import Match
from missionwatch.claiming.nominals import is_kind
from missionwatch.claiming.units import Unit


def numbers_of(matched: Match) -> tuple[Unit | None, ...]:
    """The numbers of what a frame says: one, or those of each part of a mission ("800 soldiers and 68 officers")."""
    first = _number_of_people(matched)
    if matched.frame.aspect != "strength" or first is None:
        return (first,)
    group = matched.parts[matched.frame.option("count")]
    clause = matched.trigger.clause
    return (*kinds_before(clause, group), first, *further_numbers(clause, group))


def kinds_before(clause: Clause, group: Group) -> Iterator[Unit]:
    """ "900 international and 120 local staff": the number of a kind of people whose noun stands with the next."""
    j = group.index - 2
    if j < 0 or not is_link(clause.chunks[j + 1]):
        return
    chunk = clause.chunks[j]
    number = number_in(chunk, clause) if chunk.kind == "noun" else None
    if number is not None and clause.lexicon.in_class(chunk.head, "staff-kinds"):
        yield number


def further_numbers(clause: Clause, group: Group) -> Iterator[Unit]:
    """The numbers of the groups of people that follow a group in a list."""
    skipped = 0
    for j in range(group.index + 1, len(clause.chunks)):
        chunk = clause.chunks[j]
        if j == skipped:
            continue
        if chunk.kind == "noun":
            number = number_in(chunk, clause)
            if number is None or not is_kind(Group(chunk, j), "own-troops", clause):
                return
            yield number
        elif chunk.text in clause.lexicon.words["origin"] and _is_of_countries(clause, j + 1):
            skipped = j + 1
        elif not is_link(chunk) and not clause.lexicon.in_class(chunk.text, "part-cues"):
            return


def _is_of_countries(clause: Clause, j: int) -> bool:
    """ "From 48 countries": where people are said to come from, and the list of people goes on."""
    return j < len(clause.chunks) and is_kind(Group(clause.chunks[j], j), "countries", clause)


def _with_number(clause: Clause, group: Group) -> Iterator[Group]:
    """Where the number of a group may stand: in it, in what completes it, in those that it is joined to."""
    yield group
    before = group.index - 2
    if before >= 0 and clause.chunks[before + 1].text in clause.lexicon.completing:
        yield Group(clause.chunks[before], before)  # "180 of its soldiers"
    yield from _beside(clause, group)
    complement = with_complement(clause, group)
    if complement is not None and any(is_kind(complement, k, clause) for k in ("people", "number")):
        yield complement
    for step in (-1, 1):
        j = group.index + 2 * step
        if 0 <= j < len(clause.chunks) and clause.chunks[j - step].text in clause.lexicon.conjunctions:
            joined = Group(clause.chunks[j], j)
            if step < 0 or is_kind(joined, "people", clause):
                yield joined


def _beside(clause: Clause, group: Group) -> Iterator[Group]:
    """ "The contingent, 70 strong,", "the hospital, with 63 nurses,", "the third team to Chad, 60 soldiers in all": the
    people told of right behind a group, between commas."""
    chunks, j = clause.chunks, group.index + 1
    while j + 1 < len(chunks) and chunks[j].kind == "preposition" and chunks[j + 1].kind == "noun":
        j += 2
    if j >= len(chunks) or chunks[j].text != ",":
        return
    j += 2 if j + 1 < len(chunks) and chunks[j + 1].text in clause.lexicon.words["with-people"] else 1
    if j < len(chunks) and chunks[j].kind == "noun" and not chunks[j].mentions:
        told = Group(chunks[j], j)
        strong = clause.lexicon.in_class(chunks[j].head, "sized")
        closed = j + 1 == len(chunks) or chunks[j + 1].kind in ("mark", "preposition", "adverb")
        in_all = any(clause.lexicon.in_class(c.head, "in-number") for c in chunks[j + 2 : j + 3])
        if closed and (strong or in_all or is_kind(told, "troops", clause)):
            yield told


def _number_of_people(matched: Match) -> Unit | None:
    """The number of people that the frame's counted part tells, or None."""
    clause = matched.trigger.clause
    for added in matched.trigger.after(*matched.frame.option("count-after", ())):
        if _is_share(clause, added):
            continue
        if is_kind(added, "people", clause) or is_kind(added, "number", clause):
            number = next((n for g in _with_number(clause, added) if (n := number_in(g.chunk, clause))), None)
            if number is not None:
                return number
    group = matched.parts.get(matched.frame.option("count", ""))
    if group is None or _is_of_portion(clause, group):
        return None
    told = next((n for g in _with_number(clause, group) if (n := number_in(g.chunk, clause))), None)
    if told is None and matched.frame.aspect == "contribution":
        told = next((n for g in matched.trigger.after("with") if (n := _of_troops(g, clause))), None)
    if told is None and matched.frame.aspect == "incident":
        return _one(group.chunk, clause) or _one_of(group, clause)
    return told


def _is_share(clause: Clause, group: Group) -> bool:
    """ "By almost 20%": a share counts no people."""
    after = clause.units[group.chunk.last + 1 : group.chunk.last + 2]
    return any(clause.lexicon.in_class(unit.text, "percents") for unit in after)


def _one_of(group: Group, clause: Clause) -> Unit | None:
    """ "A member of the mission": the one person whom "of" ties to a group."""
    before = clause.chunks[group.index - 2 : group.index] if group.index > 1 else ()
    of = len(before) == 2 and before[1].text in clause.lexicon.completing
    return _one(before[0], clause) if of and before[0].kind == "noun" else None


def _is_of_portion(clause: Clause, group: Group) -> bool:
    """ "Half of the 1,100 troops": whose number is not told."""
    before = clause.chunks[group.index - 2 : group.index] if group.index > 1 else ()
    of = len(before) == 2 and before[1].text == "of"
    return of and clause.lexicon.in_class(before[0].head, "portions")


def _of_troops(group: Group, clause: Clause) -> Unit | None:
    return number_in(group.chunk, clause) if is_kind(group, "troops", clause) else None


def _one(chunk: Chunk, clause: Clause) -> Unit | None:
    """ "a peacekeeper", "another Irish soldier": one person without a number."""
    lexicon = clause.lexicon
    single = chunk.words[0] in lexicon.words["one"] and chunk.head in lexicon.words["single"]
    return clause.units[chunk.first]._replace(number=1) if single else None
