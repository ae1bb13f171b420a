"""Lists: the names of one ("Poland, Italy and Spain"), and nations with their numbers ("700 soldiers from Germany, 400
from Italy")."""

from __future__ import annotations

from collections.abc import Iterator

from missionwatch.claiming.chunks import Chunk
from missionwatch.claiming.clauses import Clause, Group, has_mission, preposition_before
from missionwatch.claiming.nominals import count_in, is_kind, nations_of
from missionwatch.claiming.prepositions import PLACE_PREPOSITIONS
from missionwatch.claiming.units import Unit
from missionwatch.model.document import Mention

_GENITIVES = frozenset(("'s", "’s"))  # "at Mali's request"


def is_link(chunk: Chunk) -> bool:
    return chunk.text in (",", "and", "&", "or", "as well as", "along with", "together with")


def _is_name(chunk: Chunk) -> bool:
    if chunk.kind != "noun" or len(chunk.words) > 3 or not chunk.mentions:
        return False
    name = chunk.mentions[-1]
    return name.kind in ("nation", "organisation", "body") and _GENITIVES.isdisjoint(chunk.words)


def coordinated(clause: Clause, group: Group) -> tuple[Group, ...]:
    """The other members of a list that the group belongs to ("Poland, Italy and Spain")."""
    found: list[Group] = []
    if group.chunk.words[0] in clause.lexicon.pronouns:
        return ()  # "Led by Brazil, it has"
    for step in (-1, 1):
        j = group.index + step
        while 0 <= j < len(clause.chunks):
            j = _past_brackets(clause, j, step)
            if j < 0 or j >= len(clause.chunks):
                break
            if not (is_link(clause.chunks[j]) or _is_name(clause.chunks[j])):
                break
            if _is_name(clause.chunks[j]):
                if not is_link(clause.chunks[j - step]) or (step < 0 and _is_apart(clause, j, group.index)):
                    break
                found.append(Group(clause.chunks[j], j))
            j += step
        if step < 0 and found and _begins_clause(clause, group, found[-1]):
            found.clear()
    return tuple(found)


def _is_apart(clause: Clause, index: int, last: int) -> bool:
    """ "After the coup in Mali, Denmark and": a name that a preposition governs, and that one behind it is not in."""
    governed = clause.chunks[index - 1].kind == "preposition" if index else False
    return governed and not preposition_before(clause.chunks, last)


def _begins_clause(clause: Clause, group: Group, first: Group) -> bool:
    """ "Amid tensions between Iran and Turkey, Italy left": its verb follows, and a preposition governs the list."""
    chunks, i = clause.chunks, group.index
    verb = next((c for c in chunks[i + 1 :] if c.kind != "adverb"), None)
    follows = verb is not None and any(v.finite for v in verb.verbs) and chunks[i - 1].text == ","
    return follows and bool(preposition_before(chunks, first.index))


def _past_brackets(clause: Clause, j: int, step: int) -> int:
    """ "the Netherlands (800 troops) and Ukraine": what stands behind what is in brackets."""
    opening, closing = ("(", ")") if step > 0 else (")", "(")
    if clause.chunks[j].text != opening:
        return j
    while 0 <= j < len(clause.chunks) and clause.chunks[j].text != closing:
        j += step
    return j + step


def is_listed_place(clause: Clause, index: int) -> bool:
    """ "Serve in Iraq (900), Chad (60) and Syria": whether the names of a list say where it is, not who."""
    j = index
    while j > 1 and is_link(clause.chunks[j - 1]):
        j = _past_brackets(clause, j - 2, -1)
        if j < 0 or _ends_with_place(clause.chunks[j], clause):
            return j >= 0
        if not (_is_name(clause.chunks[j]) or _names_place(clause.chunks[j])):
            return False
    return j > 1 and preposition_before(clause.chunks, j) in (*PLACE_PREPOSITIONS, "to")


def group_right_before(clause: Clause, index: int) -> Group | None:
    """The noun group right before chunk `index`, past a comma ("19 states and some partners, including")."""
    j = index - 1
    while j > 0 and (clause.chunks[j].text == "," or clause.chunks[j].kind == "adverb"):
        j -= 1
    if j < 0 or clause.chunks[j].kind != "noun":
        return None
    return Group(clause.chunks[j], j, preposition_before(clause.chunks, j))


def goes_on_from_places(clause: Clause, index: int) -> bool:
    """ "Serve in war zones, including Haiti": whether what chunk `index` goes on from says where."""
    group = group_right_before(clause, index)
    if group is None or group.preposition not in PLACE_PREPOSITIONS:
        return False
    return not has_mission(group.chunk) and not is_kind(group, "people", clause)


def _ends_with_place(chunk: Chunk, clause: Clause) -> bool:
    """ "The missions in Iraq"."""
    mission = chunk.mentions[-1] if chunk.mentions and chunk.mentions[-1].kind == "mission" else None
    inside = clause.document.within(mission.span) if mission is not None else ()
    return mission is not None and any(
        m.kind in ("nation", "place") and m.start > mission.start and m.end == mission.end for m in inside
    )


def _names_place(chunk: Chunk) -> bool:
    return chunk.kind == "noun" and any(m.kind == "place" for m in chunk.mentions)


def number_in(chunk: Chunk, clause: Clause) -> Unit | None:
    """The unit with the number of people that a noun group tells, or None."""
    count = count_in(chunk, clause.lexicon)
    return next((u for u in chunk.numbers if u.number == count), None) if count is not None else None


def nations_with_numbers(clause: Clause, group: Group) -> tuple[tuple[Mention, Unit | None], ...]:
    """The nations that follow a counted group, each with its number ("700 soldiers from Germany, 400 from Italy and 100
    each from Poland and Spain", "700 German soldiers, 400 Italian and 100 Polish").

    A number that several nations share is nobody's own ("20,000 soldiers from Uganda, Kenya and Burundi").
    """
    found: list[tuple[Mention, Unit | None]] = list(_counted_before(clause, group))
    for number, nations, each in _shares(clause, group):
        found.extend((nation, number if each or len(nations) == 1 else None) for nation in nations)
    return tuple(found)


def further_missions(clause: Clause, index: int) -> tuple[tuple[Mention, Unit], ...]:
    """ "343 soldiers to UNIFIL, 138 to UNDOF and another 12 in UNTSO": the further missions that a list behind chunk
    `index` goes on to, each with its number."""
    chunks, found = clause.chunks, list[tuple[Mention, Unit]]()
    for j in range(index + 1, len(chunks) - 3):
        if chunks[j].text == ";" or (chunks[j].kind == "verb" and found):
            break
        missions = [m for m in chunks[j + 3].mentions if m.kind == "mission" and m.id]
        number = number_in(chunks[j + 1], clause)
        linked = is_link(chunks[j]) or chunks[j].text in clause.lexicon.conjunctions
        if linked and number and chunks[j + 2].kind == "preposition" and missions:
            found.append((missions[0], number))
    return tuple(found)


def numbered_missions(clause: Clause) -> tuple[tuple[Mention, Unit], ...]:
    """ "41 in KFOR, 33 in UNIFIL", "in KFOR with 41, in UNIFIL (33)": each mission of a sentence that has a number."""
    chunks, found = clause.chunks, list[tuple[Mention, Unit]]()
    several = sum(m.kind == "mission" for c in chunks for m in c.mentions) > 1
    for j in range(2, len(chunks)) if several else ():
        before, link, after = chunks[j - 2 : j + 1]
        if before.kind == "verb" and j > 2:  # "343 people deployed to UNIFIL"
            before = chunks[j - 3]
        joined = link.kind == "preposition" or link.text == "("
        for counted, named in ((before, after), (after, before)):
            missions = [m for m in named.mentions if m.kind == "mission" and m.id]
            number = number_in(counted, clause) if counted.kind == "noun" and not counted.mentions else None
            taken = missions and any(m.id == missions[0].id or n is number for m, n in found)
            if joined and missions and number is not None and not taken:
                found.append((missions[0], number))
    return tuple(found)


def followers(clause: Clause, index: int) -> tuple[tuple[Mention, Unit | None], ...]:
    """ "Uganda sends most, followed by Burundi with 5,400 and Chad (20)": the nations that come next after what chunk
    `index` says, each with its own number."""
    chunks = clause.chunks
    at = next((j for j in range(index + 1, len(chunks) - 1) if _comes_next(clause, j)), len(chunks))
    if any(c.kind == "verb" or c.text == ";" for c in chunks[index + 1 : at]):
        return ()
    found: list[tuple[Mention, Unit | None]] = []
    for chunk in chunks[at + 1 :]:
        nations = nations_of(chunk, clause) if chunk.kind == "noun" else ()
        found.extend((nation, None) for nation in nations)
        if found and not nations and chunk.numbers and found[-1][1] is None:
            found[-1] = found[-1][0], chunk.numbers[-1]
        if chunk.kind == "verb" or chunk.text == ";":
            break
    return tuple(found)


def gapped(clause: Clause, index: int) -> tuple[tuple[Mention, Unit | None], ...]:
    """ "Armenia sends 40, Switzerland 190 and Austria 300": the nations with their numbers that a list goes on to."""
    found: list[tuple[Mention, Unit | None]] = []
    for chunk in clause.chunks[index + 1 :]:
        own = nations_of(chunk, clause) if chunk.kind == "noun" and chunk.numbers else ()
        if own and chunk.words == (own[0].text.lower(), chunk.numbers[-1].text):
            found.append((own[0], chunk.numbers[-1]))
        elif chunk.kind == "verb" or chunk.text == ";":
            break
    return tuple(found)


def _comes_next(clause: Clause, j: int) -> bool:
    words, text = clause.lexicon.words, clause.chunks[j].text
    return text in words["beside-it"] or (text in words["next-in-row"] and clause.chunks[j + 1].text == "by")


def _counted_before(clause: Clause, group: Group) -> Iterator[tuple[Mention, Unit]]:
    """ "130 Danish and 60 Norwegian soldiers": what stands before the group that its list ends with."""
    j = group.index - 1
    while j > 0 and is_link(clause.chunks[j]) and clause.chunks[j - 1].kind == "noun":
        chunk = clause.chunks[j - 1]
        number, nations = number_in(chunk, clause), nations_of(chunk, clause)
        if number is None or len(nations) != 1:
            return
        yield nations[0], number
        j -= 2


def _shares(clause: Clause, group: Group) -> Iterator[tuple[Unit, list[Mention], bool]]:
    """Each number of the list with the nations that it belongs to, and whether it is told of each."""
    number, each = number_in(group.chunk, clause), False
    nations = list(nations_of(group.chunk, clause))
    words = clause.lexicon.words
    for chunk in clause.chunks[group.index + 1 :]:
        own = number_in(chunk, clause) if chunk.kind == "noun" else None
        if own is not None:
            if number is not None and nations:
                yield number, nations, each
            number, nations, each = own, [], False
        if chunk.kind == "noun":
            nations.extend(nations_of(chunk, clause))
            if own is None and not nations_of(chunk, clause):
                break
        each = each or chunk.text in words["each"]
        if chunk.kind in ("verb", "time") or not _goes_on(clause, chunk):
            break
    if number is not None and nations:
        yield number, nations, each


def _goes_on(clause: Clause, chunk: Chunk) -> bool:
    words = clause.lexicon.words
    return (
        chunk.kind in ("noun", "adverb")
        or is_link(chunk)
        or chunk.text in words["part-cues"] | words["origin"]
    )
