"""What else must be so, or must not, for a frame to fit a trigger."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from typing import Any

from missionwatch.claiming.clauses import Clause, Group, has_mission, is_actor, with_complement
from missionwatch.claiming.lexicon import singular
from missionwatch.claiming.listing import goes_on_from_places, group_right_before
from missionwatch.claiming.modality import modality_of
from missionwatch.claiming.nominals import is_kind, nations_of
from missionwatch.claiming.prepositions import (
    AS_PART,
    INSIDE,
    PLACE_PREPOSITIONS,
    WITHIN,
    place_before_where,
    place_groups,
)
from missionwatch.claiming.triggers import Trigger

_GOVERNED = 7


NAMES = frozenset(("nation", "organisation", "body", "decider", "person", "place", "number"))


_NAMING = frozenset(("mission", "nation", "organisation", "body"))


_COPULAS = frozenset(("be", "remain", "continue"))


def has_other_theme(trigger: Trigger) -> bool:
    """ "a reduction in violence": the noun of action tells what it is done to."""
    told = [g for g in trigger.right[:1] if g.preposition in ("of", "in", "to", "for", "on")]
    return any(
        not is_kind(g, "place", trigger.clause) and not is_kind(g, "nation", trigger.clause) for g in told
    )


def _has_near(trigger: Trigger, kinds: list[str]) -> bool:
    groups = (*trigger.left, *trigger.right)
    return any(is_kind(g, k, trigger.clause) for g in groups for k in kinds)


def _sentence_has(trigger: Trigger, classes: list[str]) -> bool:
    """Whether a word of one of these classes of the lexicon stands anywhere in the sentence."""
    return any(_clause_has(trigger.clause, name) for name in classes)


def _clause_has(clause: Clause, name: str) -> bool:
    asked = -1, name  # of the sentence, no group of it; many frames ask it
    if asked not in clause.kinds:
        words = [w for u in clause.units if u.kind not in _NAMING for w in u.text.split()]
        phrases = [*words, *(f"{a} {b}" for a, b in itertools.pairwise(words))]
        members = clause.lexicon.words[name]
        clause.kinds[asked] = not (members.isdisjoint(phrases) and members.isdisjoint(map(singular, phrases)))
    return clause.kinds[asked]


def is_missions_own(trigger: Trigger, group: Group) -> bool:
    """ "a base of KFOR", "the MINUSMA patrol", "their vehicle": the group names the mission, or points back to one."""
    complement = with_complement(trigger.clause, group)
    named = [m for g in (group, complement) if g is not None for m in g.chunk.mentions]
    if any(m.kind == "mission" for m in named):
        return True
    if trigger.clause.lexicon.in_class(group.chunk.head, "peacekeepers"):
        return not any(nations_of(g.chunk, trigger.clause) for g in (group, complement) if g is not None)
    return not named and group.chunk.words[0] in trigger.clause.lexicon.possessives


def is_of_mission(trigger: Trigger, group: Group) -> bool:
    """ "the mandate", "its mandate for UNIFIL", "resolution 1701", but no "resolution on trade"."""
    chunks = trigger.clause.chunks
    related = [
        g
        for g in trigger.right
        if g.index == group.index + 2 and g.preposition in ("of", "on", "for", "about")
    ]
    groups = [group, *related]
    if any(m.kind == "mission" for g in groups for m in g.chunk.mentions):
        return True
    if related or "own" in group.chunk.words:
        return False
    if chunks[group.index].words[0] not in trigger.clause.lexicon.possessives:
        return True
    return not any(nations_of(g.chunk, trigger.clause) for g in trigger.agents[:1])


def _is_running(trigger: Trigger) -> bool:
    """ "is in place", "operates", but no "arrangements in place", no "the force operating there"."""
    verb, chunks = trigger.verb, trigger.clause.chunks
    if trigger.kind == "verb":
        return (
            verb is not None
            and verb.finite
            and chunks[trigger.index].words[0] != trigger.clause.lexicon.infinitive
        )
    return verb is None or chunks[trigger.index].kind == "verb" or bool(verb.concepts & _COPULAS)


def _follows(trigger: Trigger, kinds: list[str]) -> bool:
    """Whether such a group stands anywhere after the trigger in its sentence."""
    clause = trigger.clause
    after = (Group(c, j) for j, c in enumerate(clause.chunks) if j > trigger.index and c.kind == "noun")
    return any(is_kind(g, k, clause) for g in after for k in kinds)


def _comes_next(trigger: Trigger, kinds: list[str]) -> bool:
    """Whether the first noun group after the trigger is such a group, whatever joins them."""
    chunks = enumerate(trigger.clause.chunks)
    group = next((Group(c, j) for j, c in chunks if j > trigger.index and c.kind == "noun"), None)
    return group is not None and any(is_kind(group, k, trigger.clause) for k in kinds)


def _governs_verb(trigger: Trigger, concepts: list[str]) -> bool:
    """ "agreed to expand": the verb that follows in the same group or the next one says one of the concepts."""
    lexicon = trigger.clause.lexicon
    for chunk in trigger.clause.chunks[trigger.index : trigger.index + _GOVERNED]:
        following = [v for v in chunk.verbs if v.first > trigger.first]
        if any(v.concepts & set(concepts) and not v.negated for v in following):
            return True
        own = chunk.kind == "joint" and chunk.text in lexicon.relatives and chunk.text != "that"
        if own or chunk.text in (";", "–") or chunk.text in lexicon.words["turns"]:
            return False
    return False


def _goes_to_mission(trigger: Trigger, how: str) -> bool:
    """Whether a mission follows that somebody takes part in, not one that he speaks of ("talks on KFOR")."""
    governed = {"part": AS_PART, "within": WITHIN, "inside": INSIDE}.get(
        how, (*WITHIN, "", "to", "for", "of")
    )
    groups = (g for g in trigger.right[:4] if g.preposition in governed)
    return any(m.kind == "mission" for g in groups for m in g.chunk.mentions)


def _at_place(trigger: Trigger, how: str) -> bool:
    """Whether the clause names a place, or names it next ("is in Beirut")."""
    groups = place_groups(trigger)
    if how == "next":
        groups = tuple(g for g in groups if g in trigger.right[:1])
    else:
        groups = (*groups, *place_before_where(trigger))
    completed = (with_complement(trigger.clause, g) for g in groups if not g.chunk.mentions)
    mentions = (m for g in (*groups, *completed) if g is not None for m in g.chunk.mentions)
    return any(m.kind in ("place", "nation") and m.form != "adjective" for m in mentions)


def _is_since(trigger: Trigger) -> bool:
    """Whether the sentence says since when."""
    return any(u.time is not None and u.time.role == "since" for u in trigger.clause.units)


def _is_own(trigger: Trigger) -> bool:
    """Whether who goes back goes to his own nation, or from a mission: "the Irish soldiers returned to Ireland"."""
    clause = trigger.clause
    goals = {m.id for g in trigger.after("to") for m in g.chunk.mentions if m.kind in ("nation", "place")}
    own = {m.of or m.id for g in trigger.agents[:1] for m in nations_of(g.chunk, clause)}
    left = {
        m.of or m.id for g in trigger.after("from") for m in g.chunk.mentions if m.kind in ("nation", "place")
    }
    leaves = bool(left - own) or any(has_mission(g.chunk) for g in (*trigger.after("from"), *trigger.left))
    return goals <= own and bool(goals or leaves or not trigger.right)


def _is_located(trigger: Trigger) -> bool:
    """Whether the clause says where or in what somebody has people."""
    clause = trigger.clause
    after = (w for c in clause.chunks[trigger.index + 1 :] for w in c.words)
    relative = next(
        (j for j in range(trigger.index - 1, 0, -1) if clause.chunks[j].text in clause.lexicon.relatives), 0
    )
    if relative and clause.chunks[relative - 1].kind == "preposition":
        return True  # "the force, in which Ghana has a battalion"
    return bool(trigger.after(*WITHIN, *PLACE_PREPOSITIONS)) or any(
        clause.lexicon.in_class(w, "located") for w in after
    )


def _only(trigger: Trigger, preposition: str, kinds: list[str]) -> bool:
    """Whether the group after a preposition, where there is one, is of one of the kinds."""
    return all(any(is_kind(g, k, trigger.clause) for k in kinds) for g in trigger.after(preposition)[:1])


def _has_own_place(trigger: Trigger, _: Any) -> bool:
    """Whether the verb is passive, or nothing is done by it to another."""
    verb = trigger.verb
    return verb is not None and (verb.passive or not _does_to_another(trigger))


def _does_to_another(trigger: Trigger) -> bool:
    return any(not g.preposition for g in trigger.right[:1])


def _is_done_to(trigger: Trigger) -> bool:
    verb = trigger.verb
    return verb is None or verb.passive or any(not g.preposition for g in trigger.right)


def _is_decided(trigger: Trigger) -> bool:
    """ "The council's decision to launch", "voted to send": whether a word of deciding governs it."""
    modality, span = modality_of(trigger)
    words = span.of(trigger.clause.document.text).lower().split() if span is not None else []
    return modality == "planned" and any(trigger.clause.lexicon.in_class(w, "decided") for w in words)


def _begins_with_there(trigger: Trigger) -> bool:
    """ "Italy leads it, and there are": what stands in the place of a subject right before the verb."""
    return (
        trigger.index > 0
        and trigger.clause.chunks[trigger.index - 1].text in trigger.clause.lexicon.words["dummies"]
    )


def _stands_alone(trigger: Trigger) -> bool:
    """ "The mandate ends": nobody is said to do it, and to nothing else."""
    return trigger.verb is not None and not trigger.verb.passive and not _does_to_another(trigger)


def _is_governed(trigger: Trigger, concepts: list[str]) -> bool:
    """ "Began its withdrawal": whether the verb right before a noun of action says one of the concepts."""
    before = trigger.clause.chunks[trigger.index - 1] if trigger.index else None
    return before is not None and bool(before.verbs) and not before.verbs[-1].concepts.isdisjoint(concepts)


def _names_place(trigger: Trigger) -> bool:
    return any(m.kind == "place" for g in trigger.themes[:1] for m in g.chunk.mentions)


def _has_doer(trigger: Trigger) -> bool:
    return any(is_kind(g, k, trigger.clause) for g in trigger.agents for k in ("decider", "nation"))


def _is_finite(trigger: Trigger, _: Any) -> bool:
    verb = trigger.verb
    return verb is not None and verb.finite and trigger.clause.chunks[trigger.index].words[0] != "to"


def _is_last(trigger: Trigger, _: Any) -> bool:
    return trigger.verb == trigger.clause.chunks[trigger.index].verbs[-1]


def _tells_to_do(trigger: Trigger) -> bool:
    """ "Authorised the mission to use force": the object is told to do something."""
    chunks, told = trigger.clause.chunks, trigger.right[:1]
    if any(is_kind(g, "decision", trigger.clause) for g in told):
        return False  # "adopted a proposal to send"
    behind = chunks[told[0].index + 1 :] if told else ()
    after = [c for c in behind if c.kind not in ("time", "adverb")][:1]
    return bool(after) and after[0].words[0] == trigger.clause.lexicon.infinitive and after[0].kind == "verb"


def _is_purpose(trigger: Trigger) -> bool:
    """ "Money to sustain", "To continue the effort, the navy sent": what somebody wants to do, and no news of it."""
    chunks, i = trigger.clause.chunks, trigger.index
    if chunks[i].words[0] != trigger.clause.lexicon.infinitive or chunks[i].kind != "verb":
        return False
    if i == 0:
        return True
    if chunks[i - 1].kind != "noun" or modality_of(trigger)[1] is not None:
        return False
    return not is_actor(trigger.clause, Group(chunks[i - 1], i - 1))


def _is_said_of_subject(trigger: Trigger) -> bool:
    """ "The force, including": a word that goes on with a list goes on with what stands right before it, not with
    "areas, including"."""
    chunks, j = trigger.clause.chunks, trigger.index - 1
    while j > 0 and (chunks[j].text == "," or chunks[j].kind == "adverb"):
        j -= 1
    if trigger.verb is None or trigger.verb.form != "gerund" or chunks[j].kind != "noun":
        return True
    kinds = ("mission", "mission-people", "people", "part", "countries", "force", "number")
    return any(is_kind(Group(chunks[j], j), kind, trigger.clause) for kind in kinds)


def _goes_on_from_countries(trigger: Trigger) -> bool:
    """ "19 states and some partners, including Chile": countries stand right before the verb."""
    group = group_right_before(trigger.clause, trigger.index)
    return group is not None and is_kind(group, "countries", trigger.clause)


CONDITIONS: Mapping[str, Callable[[Trigger, Any], bool]] = {
    "passive-or-own": _has_own_place,
    "has-subject": lambda trigger, _: trigger.kind != "verb" or bool(trigger.left),
    "no-subject": lambda trigger, _: not trigger.left or _begins_with_there(trigger),
    "agentless": lambda trigger, _: (
        trigger.verb is not None and trigger.verb.passive and not _has_doer(trigger)
    ),
    "not-purpose": lambda trigger, _: not _is_purpose(trigger),
    "decided": lambda trigger, _: _is_decided(trigger),
    "stands-alone": lambda trigger, _: _stands_alone(trigger),
    "governed": _is_governed,
    "not-governed": lambda trigger, concepts: not _is_governed(trigger, concepts),
    "placeless": lambda trigger, _: not _at_place(trigger, "") and not _names_place(trigger),
    "near": _has_near,
    "not-near": lambda trigger, kinds: not _has_near(trigger, kinds),
    "sentence": _sentence_has,
    "not-sentence": lambda trigger, classes: not _sentence_has(trigger, classes),
    "near-after": _follows,
    "next": _comes_next,
    "not-after": lambda trigger, kinds: not _follows(trigger, kinds),
    "not-since": lambda trigger, _: not _is_since(trigger),
    "of-subject": lambda trigger, _: _is_said_of_subject(trigger),
    "left-countries": lambda trigger, _: _goes_on_from_countries(trigger),
    "not-left-places": lambda trigger, _: not goes_on_from_places(trigger.clause, trigger.index),
    "to-own": lambda trigger, _: _is_own(trigger),
    "to-do": _governs_verb,
    "last-verb": _is_last,
    "finite": _is_finite,
    "affirmed": lambda trigger, _: trigger.verb is None or not trigger.verb.negated,
    "running": lambda trigger, _: _is_running(trigger),
    "done-to": lambda trigger, _: _is_done_to(trigger),
    "not-verb": lambda trigger, concepts: trigger.verb is None or trigger.verb.concepts.isdisjoint(concepts),
    "not-to-do": lambda trigger, concepts: not _governs_verb(trigger, concepts),
    "located": lambda trigger, _: _is_located(trigger),
    "in-place": _at_place,
    "in-mission": _goes_to_mission,
    "only-in": lambda trigger, kinds: _only(trigger, "in", kinds),
    "only-to": lambda trigger, kinds: _only(trigger, "to", kinds),
    "not-told": lambda trigger, _: not _tells_to_do(trigger),
    "theme-none": lambda trigger, _: not _does_to_another(trigger),
}
"""What a frame may ask of its clause beside its parts, by the name of the option."""
