"""The noun groups before and after a verb: what may be its subject, and what follows it in its clause."""

from __future__ import annotations

from missionwatch.claiming.asides import MAX_REACH, before_asides, is_named_apart
from missionwatch.claiming.chunks import Chunk
from missionwatch.claiming.clauses import (
    PERSONAL,
    STOPS,
    Clause,
    Group,
    before_brackets,
    has_mission,
    is_actor,
    is_finite,
    is_reduced,
    preposition_before,
)
from missionwatch.claiming.units import QUOTES

_INTERRUPTS = ("preposition", "time", "adverb")
_INTERRUPTION = 8
"""What stands between two commas within a clause has no more chunks."""
_RELATIVE_SUBJECTS = frozenset(("which", "who"))


def left_groups(
    clause: Clause, index: int, depth: int = 0, stops: frozenset[str] = STOPS
) -> tuple[Group, ...]:
    """Noun groups before chunk `index` that may be its subject: bare ones first, nearest first, then those
    after prepositions."""
    chunks = clause.chunks
    bare: list[Group] = []
    governed: list[Group] = []
    if index and chunks[index - 1].words[-1] in clause.lexicon.words["question"]:
        return ()  # "learn how to clear mines"
    joined = first_of_infinitives(clause, index)
    if joined is None:
        joined = _verb_joined_to(clause, index)
    if joined is None:
        joined = _verb_accompanied(clause, index)
    if joined is None:
        joined = _verb_listed_before(clause, index)
    if joined is not None and depth < 3:
        return left_groups(clause, joined, depth + 1, stops)
    own = (
        _subject_after_opener(clause, index)
        or _antecedents(clause, index)
        or _subject_after_with(clause, index)
    )
    if own:
        return own
    j = before_asides(clause, index)
    crossed_joint = False
    start, aside = j, list[Group]()
    while j >= 0 and index - j < MAX_REACH:
        before = before_brackets(chunks, j)
        aside.extend(Group(chunks[k], k) for k in range(before + 1, j) if has_mission(chunks[k]))
        j = before
        chunk = chunks[j]
        if chunk.text == ")":
            j = _before_aside(clause, j)
        elif chunk.kind == "noun":
            preposition = preposition_before(chunks, j)
            if j == index - 2 and is_named_apart(clause, j):
                aside.append(Group(chunk, j))
                j -= 2
                continue
            apart = preposition or _is_apposed(clause, j)
            (governed if apart else bare).append(Group(chunk, j, preposition))
            if not preposition and chunk.words[0] in PERSONAL:
                break
        elif chunk.kind == "verb":
            beyond = None if bare or j != index - 1 else _before_relative(clause, j)
            if beyond is not None and depth < 3:
                return left_groups(clause, beyond, depth + 1)
            if bare and not crossed_joint:
                bare = (
                    list(left_groups(clause, j, depth + 1) if _has_object(clause, j, start, index) else ())
                    or bare
                )
                break
            if not bare and depth < 3:
                bare.extend(left_groups(clause, j, depth + 1))
            break
        elif chunk.kind == "mark" and (chunk.text in stops or chunk.text in QUOTES):
            if chunk.text in stops or bare:
                break
        elif chunk.text == "," and bare and _is_opening(clause, j):
            break
        elif chunk.kind == "joint" and stops:
            if chunk.text == "whose" and bare:
                break
            if chunk.text in clause.lexicon.relatives or chunk.text in clause.lexicon.conjunctions:
                crossed_joint = True
            elif bare:
                break
        j -= 1
    return (*bare, *aside, *governed)


def _is_apposed(clause: Clause, index: int) -> bool:
    """ "The battalion, part of the force, left": what only tells to what the group before the comma belongs."""
    chunks = clause.chunks
    if index < 2 or not clause.lexicon.in_class(chunks[index].head, "belonging") or chunks[index].mentions:
        return False
    return chunks[index - 1].text == "," and chunks[index - 2].kind == "noun"


def _before_relative(clause: Clause, verb: int) -> int | None:
    """ "The talks that the mission had led were suspended": the relative word whose clause ends with a verb, where it
    has a subject of its own."""
    j = verb - 1
    while j > 0 and clause.chunks[j].kind in ("noun", "preposition", "adverb", "time"):
        j -= 1
    own_subject = j < verb - 1 and clause.chunks[j + 1].kind == "noun"
    relative = clause.chunks[j].text in clause.lexicon.relatives and clause.chunks[j - 1].kind == "noun"
    return j if j > 0 and own_subject and relative else None


def _before_aside(clause: Clause, closing: int) -> int:
    """The bracket that opens what a bracket closes, unless a mission stands between ("the UN mission (MINUSMA)")."""
    chunks = clause.chunks
    opening = next((i for i in range(closing, -1, -1) if chunks[i].text == "("), closing)
    named = any(m.kind == "mission" for c in chunks[opening:closing] for m in c.mentions)
    return closing if named else opening


def _subject_after_opener(clause: Clause, index: int) -> tuple[Group, ...]:
    """ "It left as tensions continued", "it ends after Russia vetoed it": the subject of a clause that a word opens
    which may be a preposition too."""
    chunks, verbs = clause.chunks, clause.chunks[index].verbs
    last = index - 1
    while last > 0 and chunks[last].kind in ("adverb", "time"):
        last -= 1
    first = last
    while first > 1 and chunks[first].kind == "noun" and chunks[first - 1].text in clause.lexicon.completing:
        first -= 2
    if first < 1 or chunks[first].kind != "noun" or not verbs or not is_finite(clause, index):
        return ()
    opener = first - 1
    if chunks[opener].kind != "preposition" or chunks[opener].text not in clause.lexicon.boundaries:
        return ()
    begins = opener == 0 or chunks[opener - 1].kind == "mark"
    if not begins and not any(v.finite for c in chunks[:opener] for v in c.verbs):
        return ()  # "the force set up after the war is small": the verb of the sentence itself
    return tuple(Group(chunks[j], j) for j in range(first, last + 1, 2))


def _subject_after_with(clause: Clause, index: int) -> tuple[Group, ...]:
    """ "Troops are leaving, with the mission expected to close": a participle with a subject of its own."""
    chunks, verbs = clause.chunks, clause.chunks[index].verbs
    if index < 2 or not verbs or chunks[index - 1].kind != "noun":
        return ()
    forms = clause.lexicon.verb_forms.get(chunks[index].words[0], frozenset())
    participle = not forms.isdisjoint(("participle", "gerund"))
    begins = index == 2 or chunks[index - 3].text == ","
    if not participle or not begins or not clause.lexicon.in_class(chunks[index - 2].text, "accompanying"):
        return ()
    return (Group(chunks[index - 1], index - 1),)


def _antecedents(clause: Clause, index: int) -> tuple[Group, ...]:
    """ "replaced by a force, which will grow": what a relative word right before a verb speaks of, the nearest noun
    group and those that it completes ("the mission in Mali, which began")."""
    chunks, j = clause.chunks, index - 1
    while j > 0 and chunks[j].kind in ("adverb", "time"):
        j -= 1
    if j < 1 or chunks[j].text not in _RELATIVE_SUBJECTS:
        return ()
    relative = chunks[j].text
    j -= 1
    while j > 0 and (chunks[j].kind in ("adverb", "time") or chunks[j].text in (",", *QUOTES)):
        j -= 1
    found: list[Group] = []
    while j >= 0 and chunks[j].kind == "noun":
        found.append(Group(chunks[j], j))
        j -= 2 if j > 1 and chunks[j - 1].kind == "preposition" else len(chunks)
    things = [g for g in found if not any(m.kind == "person" for m in g.chunk.mentions)]
    of_things = relative in clause.lexicon.words["of-things"] and things
    return tuple(things if of_things else found)


def _has_object(clause: Clause, verb: int, last: int, index: int) -> bool:
    """ "Troops sent to fight rebels have left": whether what stands between a verb and chunk `last`, before the verb at
    `index`, is its object."""
    between = clause.chunks[verb + 1 : last + 1]
    first = clause.chunks[verb].verbs
    dependent = bool(first) and (
        not first[0].finite or clause.lexicon.infinitive in clause.chunks[verb].words
    )
    return (
        dependent
        and between[:1] != ()
        and between[0].kind == "noun"
        and all(c.kind in ("noun", "preposition", "time") or c.text in ("(", ")") for c in between)
        and bool(clause.chunks[index].verbs)
        and is_finite(clause, index)
    )


def _verb_joined_to(clause: Clause, index: int) -> int | None:
    """ "Canada leads it and has 250 soldiers": the verb group whose subject a verb after "and" shares, with no
    other noun group before it."""
    chunks = clause.chunks
    link = index - 1
    while link > 0 and chunks[link].kind in ("adverb", "time"):
        link -= 1
    if link < 1 or chunks[index].kind != "verb" or not _links_verbs(clause, link):
        return None
    for j in range(link - 1, -1, -1):
        if chunks[j].text in STOPS:
            return None
        if chunks[j].kind == "verb" and chunks[j].verbs and chunks[j].verbs[0].finite:
            return j
    return None


def _links_verbs(clause: Clause, link: int) -> bool:
    """ "and", or "but" right before a verb."""
    text = clause.chunks[link].text
    return text in clause.lexicon.conjunctions or text in clause.lexicon.words["turns"]


def _verb_listed_before(clause: Clause, index: int) -> int | None:
    """ "It arrived in May, trains soldiers and": the verb before a comma whose subject a verb right after it shares,
    unless a clause of its own ends there ("the force, which Italy leads, has")."""
    chunks, comma = clause.chunks, index - 1
    while comma > 0 and chunks[comma].kind in ("adverb", "time"):
        comma -= 1
    if comma < 1 or chunks[comma].text != "," or not chunks[index].verbs or not is_finite(clause, index):
        return None
    if index + 1 < len(chunks) and chunks[index + 1].kind != "noun":
        return None  # "is an operation, launched following a vote"
    for j in range(comma - 1, -1, -1):
        if chunks[j].kind == "joint" or chunks[j].text in (",", *STOPS, *QUOTES):
            return None
        if chunks[j].verbs and is_finite(clause, j):
            return j if _begins_clause(clause, j) else None
    return None


def _begins_clause(clause: Clause, verb: int) -> bool:
    """Whether no word that opens a clause of its own stands between a verb and the comma before it."""
    for chunk in reversed(clause.chunks[:verb]):
        if chunk.text == ",":
            return True
        if chunk.kind == "joint" and chunk.text not in clause.lexicon.conjunctions:
            return False
    return True


def _is_opening(clause: Clause, comma: int) -> bool:
    """ "Leading KFOR since 2022, Italy has": whether what stands before a comma is a participle with its own parts."""
    before = clause.chunks[:comma]
    verbs = [j for j, c in enumerate(before) if c.verbs]
    return bool(verbs) and verbs[0] <= 1 and not any(is_finite(clause, j) for j in verbs)


def first_of_infinitives(clause: Clause, index: int) -> int | None:
    """ "to protect civilians, watch the border and help": the verb group with which a list of base forms begins."""
    found = None
    while _is_listed_infinitive(clause, index):
        before = next((j for j in range(index - 1, -1, -1) if clause.chunks[j].verbs), -1)
        if before < 0 or clause.chunks[before].verbs[-1].form != "base":
            break
        found = index = before
    return found


def _is_listed_infinitive(clause: Clause, index: int) -> bool:
    chunks, link = clause.chunks, index - 1
    while link > 0 and chunks[link].kind == "adverb":
        link -= 1
    verbs = chunks[index].verbs
    bare = bool(verbs) and verbs[0].form == "base" and verbs[0].first == chunks[index].first
    return bare and link > 0 and chunks[link].text in (",", *clause.lexicon.conjunctions)


def _verb_accompanied(clause: Clause, index: int) -> int | None:
    """ "The council met in May, extending the mandate": the verb whose subject an -ing form after a comma shares."""
    chunks, comma = clause.chunks, index - 1
    while comma > 0 and chunks[comma].kind == "adverb":
        comma -= 1
    if comma < 1 or chunks[comma].text != "," or not chunks[index].verbs:
        return None
    if chunks[index].verbs[0].form != "gerund" or chunks[index].verbs[0].finite:
        return None
    for j in range(comma - 1, -1, -1):
        if chunks[j].text in (",", *STOPS) or chunks[j].kind == "joint":
            return None
        if chunks[j].kind == "verb" and chunks[j].verbs and is_finite(clause, j):
            return j
    return None


def right_groups(clause: Clause, index: int) -> tuple[Group, ...]:
    """Noun groups after chunk `index` within its clause, each with its preposition."""
    chunks = clause.chunks
    found: list[Group] = []
    begin = _after_interruption(chunks, index + 1)
    for j in range(begin, min(len(chunks), index + MAX_REACH)):
        chunk = chunks[j]
        if chunk.kind == "noun":
            found.append(Group(chunk, j, preposition_before(chunks, j)))
        elif chunk.kind == "verb":
            if found and _begins_a_clause(clause, found[-1], j):
                found.pop()
            break
        elif (
            chunk.kind == "mark"
            and (chunk.text in STOPS or (chunk.text == "," and not found) or (chunk.text in QUOTES and found))
        ) or (chunk.kind == "joint" and chunk.text not in clause.lexicon.conjunctions):
            break
    return tuple(found)


def _after_interruption(chunks: tuple[Chunk, ...], comma: int) -> int:
    """ "Sends, at the request of France, 200 soldiers": where a verb goes on behind what stands between two commas."""
    if comma + 2 >= len(chunks) or chunks[comma].text != "," or chunks[comma + 1].kind not in _INTERRUPTS:
        return comma
    for j in range(comma + 1, min(len(chunks) - 1, comma + _INTERRUPTION)):
        if chunks[j].text == ",":
            return j + 1 if chunks[j + 1].kind == "noun" else comma
        if chunks[j].kind not in ("noun", *_INTERRUPTS):
            return comma
    return comma


def _begins_a_clause(clause: Clause, group: Group, verb: int) -> bool:
    """Whether a group is the subject of the verb behind it: "has left, and the force grows", "has left, KFOR said"."""
    chunks, before = clause.chunks, group.index - 1
    verbs = chunks[verb].verbs
    if chunks[before].text == ",":
        by = verb + 1 < len(chunks) and chunks[verb + 1].text == "by"
        subject = is_actor(clause, group) or not is_reduced(clause, verb)
        return subject and group.index == verb - 1 and bool(verbs) and verbs[0].finite and not by
    return (
        chunks[before].text in clause.lexicon.conjunctions
        and group.index == verb - 1
        and (not verbs or verbs[0].finite)
        and chunks[verb].words[0] != clause.lexicon.infinitive
        and not is_reduced(clause, verb)
    )
