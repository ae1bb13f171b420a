"""Whether what is done is a mission's work: it or its people do it, or it is told as what the mission is for."""

from __future__ import annotations

from missionwatch.claiming.beside import first_of_infinitives, left_groups, right_groups
from missionwatch.claiming.chunks import Chunk
from missionwatch.claiming.clauses import Clause, Group, actors_before, has_mission, with_complement
from missionwatch.claiming.lexicon import singular
from missionwatch.claiming.nominals import is_kind
from missionwatch.claiming.triggers import Trigger

_DOERS = ("mission", "mission-people", "mission-work")
_OTHERS = frozenset(("nation", "body", "organisation"))
_PURPOSE_REACH = 10
_EFFORT_REACH = 3
_SENDING = frozenset(("send", "establish", "run", "base", "support", "task", "begin", "continue", "work"))

_HELPING = frozenset(("support", "task"))
"""With these a noun tells what the mission does: "supports the disarmament of rebels"."""


def is_missions_work(trigger: Trigger) -> bool:
    """ "KFOR patrols", "its task is to patrol", "sent to patrol"."""
    clause = trigger.clause
    depends = _is_dependent(trigger)
    if depends and _is_effort_of_others(trigger):
        return False
    passive = trigger.verb is not None and trigger.verb.passive
    doers = trigger.agents or (() if passive else trigger.left)
    if trigger.kind == "verb" and doers and _is_doer(doers[0], clause):
        return not _somebody_else_is_to(trigger)
    if trigger.left and _is_its_purpose(trigger.left[0].chunk, clause):
        return True
    if trigger.kind == "noun" and _is_of_mission(trigger):
        return True
    return depends and (_after_purpose(trigger) or _after_sending(trigger) or _after_mission(trigger))


def _is_effort_of_others(trigger: Trigger) -> bool:
    """ "a setback to attempts to restore peace", "international efforts to stabilise": not the mission's own, as "its
    effort to" is, nor what it is a part of or there for."""
    clause, i = trigger.clause, trigger.index
    words = clause.lexicon.words
    while i and clause.chunks[i].kind != "noun":
        if i < trigger.index - _EFFORT_REACH:
            return False
        i -= 1
    if i > 1 and clause.chunks[i - 1].text == "by":
        i -= 2  # "efforts by the government to build"
    effort = clause.chunks[i]
    if singular(effort.head) not in words["efforts"] or i == trigger.index or has_mission(effort):
        return False
    before = clause.chunks[i - 1] if i else None
    own = before is not None and (before.kind == "verb" or before.text in ("of", "in", "as part of"))
    return not own and effort.words[0] not in clause.lexicon.possessives


def _is_of_mission(trigger: Trigger) -> bool:
    """ "KFOR's monitoring of", and "its protection of civilians" where no other actor stands before it."""
    clause, chunk = trigger.clause, trigger.clause.chunks[trigger.index]
    if any(m.kind == "mission" for m in chunk.mentions):
        return True
    its = chunk.words[0] in clause.lexicon.possessives
    if not its or (chunk.words[0] != "its" and not trigger.after("of")):
        return False  # "their protection" may be that of its people
    return not any(_is_other(c, clause) for c in clause.chunks[: trigger.index])


def _is_doer(group: Group, clause: Clause) -> bool:
    """The mission, its people, or "it" where no other actor stands before it; "the police" are the host's."""
    if any(m.kind == "mission" for m in group.chunk.mentions):
        return True
    complement = with_complement(clause, group)
    if complement is not None and has_mission(complement.chunk) and _is_officials(group, clause):
        return True
    if group.chunk.words[0] in clause.lexicon.pronouns:
        subjects = tuple(g.chunk for g in actors_before(clause, group.index))
        others = subjects if group.chunk.words == ("it",) else clause.chunks[: group.index]
        return not any(_is_other(c, clause) for c in others)
    if clause.lexicon.in_class(group.chunk.head, "host-forces") and not group.chunk.numbers:
        return False
    if is_kind(group, "armed-group", clause):
        return False
    return any(is_kind(group, kind, clause) for kind in _DOERS)


def _is_its_purpose(chunk: Chunk, clause: Clause) -> bool:
    """ "whose primary mandate is protecting civilians"."""
    before = clause.chunks[clause.chunks.index(chunk) - 1]
    return before.text in clause.lexicon.words["whose"] and clause.lexicon.in_class(chunk.head, "purpose")


def _is_officials(group: Group, clause: Clause) -> bool:
    """ "Experts of EUBAM Libya": people whom a role already ties to the mission."""
    return any(m.form == "role" for m in group.chunk.mentions) or is_kind(group, "people", clause)


def _is_other(chunk: Chunk, clause: Clause) -> bool:
    if chunk.words[0] in clause.lexicon.words["means"]:
        return False
    if chunk.kind != "noun" or any(m.kind == "mission" for m in chunk.mentions):
        return False
    return any(m.kind in _OTHERS for m in chunk.mentions) or clause.lexicon.in_class(
        chunk.head, "host-forces"
    )


def _somebody_else_is_to(trigger: Trigger) -> bool:
    """ "asked the police to guard", "thanked the army for guarding": whom the verb before it is about is to do it."""
    clause, i = trigger.clause, trigger.index
    if not _is_dependent(trigger) or i < 2:
        return False
    if clause.chunks[i - 1].kind == "preposition":
        i -= 1
    asked, verb = clause.chunks[i - 1], clause.chunks[i - 2]
    return _is_other(asked, clause) and any(not v.concepts & _SENDING for v in verb.verbs)


def _is_dependent(trigger: Trigger) -> bool:
    """Whether the word depends on another one: a noun, "to monitor", "monitoring"."""
    verb = trigger.verb
    if trigger.kind == "noun" or verb is None:
        return True
    clause = trigger.clause
    if first_of_infinitives(clause, trigger.index) is not None:
        return True  # "a mandate to stabilise the country and protect civilians"
    before = (clause.units[i].text for i in range(clause.chunks[trigger.index].first, verb.first))
    return not verb.finite or clause.lexicon.infinitive in before


def _after_purpose(trigger: Trigger) -> bool:
    """ "tasked with monitoring", "its mandate is to protect", "responsible for the protection of"."""
    clause = trigger.clause
    before = clause.chunks[max(0, trigger.index - _PURPOSE_REACH) : trigger.index]
    return any(clause.lexicon.in_class(w, "purpose") for c in before for w in c.words)


def _after_mission(trigger: Trigger) -> bool:
    """ "the EU force fighting piracy", "a mission to protect": a mission stands before it and nobody else between."""
    clause = trigger.clause
    if trigger.kind == "noun":
        return False
    for chunk in reversed(clause.chunks[: trigger.index]):
        if any(m.kind == "mission" for m in chunk.mentions):
            return True
        if _is_other(chunk, clause) or chunk.text in (";", ":"):
            return False
    return False


def _after_sending(trigger: Trigger) -> bool:
    """ "was sent to protect", "helps the police to fight": the verb that governs it speaks of the mission."""
    clause = trigger.clause
    sending = _HELPING if trigger.kind == "noun" else _SENDING
    for j in range(trigger.index, max(-1, trigger.index - _PURPOSE_REACH), -1):
        verbs = [v for v in clause.chunks[j].verbs if v.first < trigger.first]
        if any(v.concepts & sending for v in verbs):
            groups = (*left_groups(clause, j)[:2], *right_groups(clause, j)[:1])
            return any(_is_doer(g, clause) for g in groups)
        if any(v.finite for v in verbs) or clause.chunks[j].text in (";", ":"):
            return False
    return False
