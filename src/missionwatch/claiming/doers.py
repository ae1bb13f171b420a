"""Who does what a verb says, and to what it is done, by voice and construction."""

from __future__ import annotations

from missionwatch.claiming.beside import left_groups, right_groups
from missionwatch.claiming.clauses import (
    PERSONAL,
    Clause,
    Group,
    actors_before,
    has_mission,
    is_actor,
    is_finite,
    is_reduced,
    nouns_before,
    preposition_before,
    ungoverned,
    with_complement,
)
from missionwatch.claiming.lexicon import singular
from missionwatch.claiming.verbs import Verb

_DECIDING = frozenset(
    ("approve", "agree", "extend", "announce", "begin", "continue", "end", "suspend", "resume")
)
_APPROVING = frozenset(("give-approval", "agree"))
_APPROVAL_REACH = 6


def is_fronted(clause: Clause, index: int, verb: Verb) -> bool:
    """ "Established in 1978, UNIFIL has", "After pulling out of KFOR, Spain said", "Set up in 1999 and led by Italy,
    the force": a participle that stands before the subject of its sentence."""
    chunks = clause.chunks
    if verb.form not in ("participle", "past", "gerund") or verb.finite != (verb.form != "gerund"):
        return False
    before = chunks[:index]
    opens = all(c.kind in ("preposition", "joint", "adverb") for c in before[:1])
    if opens and verb.form == "gerund" and len(before) <= 1:
        return True
    started = not before or (
        bool(before[0].verbs)
        and is_fronted(clause, 0, before[0].verbs[0])
        and bool(before[-1].text in clause.lexicon.conjunctions)
    )
    return started and not any(c.text == "," for c in before[:-2])


def doers_of(clause: Clause, index: int, left: tuple[Group, ...], *, finite: bool) -> tuple[Group, ...]:
    """Who does what the verb says: the nearest actor that no preposition governs; for "to lead", "leading"
    also one further off."""
    bare = [g for g in left if not g.preposition]
    for group in (_whom_it_is_said_of(clause, g) for g in bare):
        if is_actor(clause, group):
            others = [g for g in bare if g is not group and is_actor(clause, g)]
            if group.chunk.words[0] in PERSONAL:
                others.extend(actors_before(clause, group.index))
            return (group, *others)
        complement = with_complement(clause, group)
        if complement is not None and is_actor(clause, complement):
            has_people = any(clause.lexicon.in_class(group.chunk.head, name) for name in ("people", "unit"))
            return (complement, group) if has_people else (complement,)
    if not finite and preposition_before(clause.chunks, index) != "from":
        asked = _who_is_to(clause, index)
        if asked is not None:
            return (asked,)
        further = nouns_before(clause, index)
        decided = [
            c for g in further if _decides(clause, g) and (c := _decider(clause, g)) and is_actor(clause, c)
        ]
        return (*decided[:1], *(g for g in further if not g.preposition and is_actor(clause, g)))
    return tuple(g for g in left if g.preposition and is_actor(clause, g)) if not bare else ()


def _whom_it_is_said_of(clause: Clause, group: Group) -> Group:
    """Spain for "Spain is the only country that takes part": what is said of a country is said of its name."""
    chunks, i = clause.chunks, group.index
    person = _apposed_to(clause, group)
    if person is not None:
        return person
    if not clause.lexicon.in_class(singular(group.chunk.head), "country-words"):
        return group
    while i > 1 and chunks[i - 1].kind == "preposition" and not chunks[i - 2].mentions:
        i -= 2 if chunks[i - 2].kind == "noun" else 1  # "is among the countries", "is one of the states"
    if i < 2 or chunks[i - 2].kind != "noun":
        return group
    copula = all(clause.lexicon.auxiliaries.get(w) in ("be", "have") for w in chunks[i - 1].words)
    named = Group(chunks[i - 2], i - 2)
    return named if chunks[i - 1].kind == "verb" and copula and is_actor(clause, named) else group


def _apposed_to(clause: Clause, group: Group) -> Group | None:
    """Rosa Bianchi for "Rosa Bianchi, an Italian diplomat who heads"."""
    chunks, i = clause.chunks, group.index
    if i < 2 or chunks[i - 1].text != "," or chunks[i + 1].text not in clause.lexicon.relatives:
        return None
    named = chunks[i - 2].mentions[-1:]
    is_person = bool(named) and named[0].kind == "person"
    apart = any(m.form == "name" for m in group.chunk.mentions)
    return Group(chunks[i - 2], i - 2) if is_person and not apart else None


def _who_is_to(clause: Clause, index: int) -> Group | None:
    """ "calls on Serbia to withdraw", "asked Denmark to lead": who stands right before the infinitive is to do it."""
    chunks, i = clause.chunks, index - 1
    if i < 1 or chunks[index].words[0] != clause.lexicon.infinitive or chunks[i].kind != "noun":
        return None
    group = Group(chunks[i], i, preposition_before(chunks, i))
    asked = group.preposition in ("on", "for") or (not group.preposition and chunks[i - 1].kind == "verb")
    return group if asked and is_actor(clause, group) else None


def _decider(clause: Clause, group: Group) -> Group | None:
    """ "the decision of the summit", "a decision by Ghana to leave": who decides."""
    chunks, by = clause.chunks, group.index + 1
    if (
        by + 2 < len(chunks)
        and chunks[by].text == "by"
        and chunks[by + 2].words[0] == clause.lexicon.infinitive
    ):
        return Group(chunks[by + 1], by + 1, "by")
    return with_complement(clause, group)


def _decides(clause: Clause, group: Group) -> bool:
    """ "the decision of the summit to extend": a noun that governs an infinitive has the doer as its complement."""
    return (
        not group.preposition and clause.lexicon.operator_nouns.get(group.chunk.head, "neutral") != "neutral"
    )


def subjects(clause: Clause, index: int, left: tuple[Group, ...]) -> tuple[Group, ...]:
    """What a verb without an object is said of. No preposition governs it ("the troops of the coalition" are not the
    coalition), but a participle may belong to what stands last before it ("help for the force, launched in May")."""
    bare = ungoverned(left)
    if not bare or not _belongs_to_noun(clause, index):
        return bare or left
    last = max(left, key=lambda g: g.index)
    return (last, *(g for g in left if g is not last))


def _belongs_to_noun(clause: Clause, index: int) -> bool:
    """Whether "launched" may belong to a noun: another verb of the sentence tells what happens."""
    chunks = clause.chunks
    others = (j for j, c in enumerate(chunks) if c.verbs and j != index and not is_reduced(clause, j))
    return is_reduced(clause, index) and any(is_finite(clause, j) for j in others)


def relative_object(clause: Clause, left: tuple[Group, ...]) -> tuple[Group, ...]:
    """ "the mission, which Denmark is to take over", "the force it leads": what stands before the relative word, or
    before the pronoun, is the thing done to."""
    chunks = clause.chunks
    for group in left[:1]:
        j = group.index - 1
        if j >= 0 and chunks[j].kind == "noun" and chunks[group.index].words[0] in PERSONAL:
            return (Group(chunks[j], j, preposition_before(chunks, j)),)
        if j >= 1 and chunks[j].kind == "joint" and chunks[j].text in ("which", "that", "whom"):
            return (
                ()
                if _tells(clause, j) or chunks[j - 1].kind == "preposition"
                else (*_mission_before(clause, j), *left_groups(clause, j))[:2]
            )
    return ()


def _mission_before(clause: Clause, joint: int) -> tuple[Group, ...]:
    """ "Part of KFOR, which the council has renewed": the mission right before a relative word."""
    j = joint - 1 if clause.chunks[joint - 1].text != "," else joint - 2
    if j < 0 or clause.chunks[j].kind != "noun" or not has_mission(clause.chunks[j]):
        return ()
    return (Group(clause.chunks[j], j, preposition_before(clause.chunks, j)),)


def _tells(clause: Clause, joint: int) -> bool:
    """ "Said on Monday that", "told reporters that": whether the word opens what is said, and points to no noun."""
    chunks, j = clause.chunks, joint - 1
    while j > 0 and chunks[j].kind in ("time", "adverb"):
        j -= 1
    if chunks[joint].text != "that":
        return False
    if j > 0 and chunks[j].kind == "noun" and chunks[j - 1].verbs:
        return clause.lexicon.in_class(chunks[j - 1].verbs[-1].base, "telling")
    return chunks[j].kind == "verb"


def after_comma(clause: Clause, index: int) -> tuple[Group, ...]:
    """ "Established in 1978, UNIFIL has ...": the subject of a participle that begins the sentence stands
    after the comma."""
    chunks = clause.chunks
    for j in range(index + 1, len(chunks) - 1):
        if chunks[j].text == ",":
            if chunks[j + 1].kind == "noun":
                return (Group(chunks[j + 1], j + 1),)
            if chunks[j + 1].text not in clause.lexicon.conjunctions:
                return ()  # but "Set up in 1999, and led by Italy, the force has"
    return ()


def direct_objects(clause: Clause, right: tuple[Group, ...]) -> tuple[Group, ...]:
    """The groups that may be the object: "consists of 240 men, plus two helicopters" and "remain in Kidal, Gao and
    Menaka" have none."""
    found: list[Group] = []
    listed = False
    for group in () if right and right[0].preposition == "of" else right:
        before = clause.chunks[group.index - 1].text
        listed = bool(group.preposition) or (
            listed and (before == "," or before in clause.lexicon.conjunctions)
        )
        if not listed:
            found.append(group)
    return tuple(found)


def objects(clause: Clause, direct: tuple[Group, ...], right: tuple[Group, ...]) -> tuple[Group, ...]:
    """The object of a verb, the members of a list that it begins, and what "of" joins to them; a name between
    commas is no second object."""
    joined = [
        i for i, g in enumerate(direct) if clause.chunks[g.index - 1].text in clause.lexicon.conjunctions
    ]
    done_to = direct[: max(joined, default=0) + 1]
    last = done_to[-1].index + 2
    return (*done_to, *(g for g in right if g.preposition == "of" and g.index <= last))


def is_undergone(clause: Clause, index: int, verb: Verb) -> bool:
    """ "Has seen its mandate renewed by": a participle behind the thing that it was done to."""
    before = clause.chunks[max(0, index - 2) : index]
    if len(before) < 2 or before[1].kind != "noun" or not before[0].verbs or not is_reduced(clause, index):
        return False
    theirs = before[1].words[0] in clause.lexicon.possessives
    return theirs and clause.lexicon.in_class(before[0].verbs[-1].base, "undergoing")


def shares_passive(clause: Clause, index: int, verb: Verb) -> bool:
    """ "They are armed, trained and equipped": a participle that goes on with the passive before it."""
    chunks, j = clause.chunks, index - 1
    if verb.form not in ("participle", "past") or j < 1 or len(chunks[index].words) > 1:
        return False
    while j > 0 and (chunks[j].text == "," or chunks[j].text in clause.lexicon.conjunctions):
        j -= 1
    before = chunks[j].verbs[-1] if j < index - 1 and chunks[j].verbs else None
    return before is not None and (before.passive or shares_passive(clause, j, before))


def needs_object(clause: Clause, verb: Verb) -> bool:
    """ "It aims to strengthen, with partners, ...": whose object is out of sight, and its subject is none."""
    return verb.form in ("base", "present", "gerund") and verb.base in clause.lexicon.transitive


def who_decides(clause: Clause, index: int) -> tuple[Group, ...]:
    """ "parliament approved the deployment", "has begun a withdrawal": who does what the verb right before it says."""
    at = _approval_before(clause, index)
    verb = clause.chunks[at].verbs[-1] if at >= 0 and clause.chunks[at].verbs else None
    if verb is None or verb.passive or not verb.concepts & (_DECIDING if at == index - 1 else _APPROVING):
        return ()
    return doers_of(clause, at, left_groups(clause, at), finite=verb.finite)


def _approval_before(clause: Clause, index: int) -> int:
    """The chunk right before a noun of action, or the verb of "gave the green light for", "voted in favour of"."""
    chunks, at = clause.chunks, index - 1
    if at < 1 or chunks[at].text not in clause.lexicon.words["approved-by"]:
        return at
    return next((j for j in range(at - 1, max(-1, at - _APPROVAL_REACH), -1) if chunks[j].kind == "verb"), -1)


def after_copula(clause: Clause, unit: int) -> tuple[Group, ...]:
    """ "The largest are Ghana and Nepal": what stands behind the verb, where nothing stands before it."""
    verbs = (j for j, c in enumerate(clause.chunks) if c.first >= unit and c.kind == "verb")
    verb = next(verbs, None)
    return right_groups(clause, verb) if verb is not None else ()


def described(clause: Clause, index: int) -> tuple[Group, ...]:
    """ "other arrangements in place": the noun group right before the words, where no verb comes between."""
    before = clause.chunks[index - 1] if index else None
    if before is None or before.kind != "noun" or before.mentions:
        return ()
    return (Group(before, index - 1, preposition_before(clause.chunks, index - 1)),)
