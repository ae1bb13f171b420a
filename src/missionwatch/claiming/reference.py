"""Which nation is meant where none is named: by "it" and "the country", by "we", and by what its minister announces.

Two candidates mean none."""

from __future__ import annotations

from collections.abc import Iterable

from missionwatch.claiming.clauses import PERSONAL, Clause, Group, is_relative_state
from missionwatch.claiming.lexicon import singular
from missionwatch.claiming.reasons import speaker_of
from missionwatch.claiming.triggers import Trigger
from missionwatch.model.document import Mention, Sentence

_SENTENCES_BACK = 2
_PEOPLE_REACH = 4
"""So many words stand at most before a nation that begins a sentence, and between it and its people."""
_SUBJECTS = ("nation", "body", "person", "mission", "organisation")


def nation_meant(group: Group, trigger: Trigger) -> Mention | None:
    """The nation that a group without a name stands for ("it", "the country", "we")."""
    lexicon = trigger.clause.lexicon
    if group.chunk.words[0] in lexicon.words["we"]:
        return speaking_nation(trigger)
    persons = group.chunk.words[0] in lexicon.words["persons-own"]
    if persons or is_relative_state(trigger.clause, group.chunk):
        return _nation_right_before(trigger.clause, group)
    before = nation_before(trigger.clause)
    if before is None and group.chunk.words in (("they",), ("them",)):
        before = _nation_of_people_before(trigger.clause)
    if before is not None:
        return before
    is_pronoun = len(group.chunk.words) == 1 or group.chunk.words[0] in lexicon.possessives
    if is_pronoun:
        return None
    return _only_nation_before(trigger.clause) or speaking_nation(trigger)


def _nation_right_before(clause: Clause, group: Group) -> Mention | None:
    """ "The minister X, whose country": the name that stands last before, if it stands for a nation."""
    before = [m for c in clause.chunks[: group.index] for m in c.mentions]
    return before[-1] if before and _stands_for_nation(before[-1], clause) else None


def _deciding_nation(clause: Clause) -> Mention | None:
    """ "Parliament passed a plan under which 300 soldiers will serve": the nation of the one body that a sentence
    names, where it names no other nation."""
    mentions = clause.document.within(clause.sentence.span)
    armed = clause.lexicon.words["armed"]
    bodies = {
        m.of: m
        for m in mentions
        if m.kind == "body" and m.of in clause.nations and m.name.lower().split()[-1] not in armed
    }
    others = {m.id for m in mentions if m.kind == "nation"} - set(bodies)
    return next(iter(bodies.values())) if len(bodies) == 1 and not others else None


def speaking_nation(trigger: Trigger) -> Mention | None:
    """The nation for which the speaker of the words speaks: a minister, a ministry, an army."""
    name, span = speaker_of(trigger)
    if name is None:
        return _deciding_nation(trigger.clause)
    mentions = trigger.clause.document.mentions
    said = [m for m in mentions if name in (m.name, m.text) and _stands_for_nation(m, trigger.clause)]
    near = [
        m
        for m in mentions
        if span is not None and span.overlaps(m.span) and _stands_for_nation(m, trigger.clause)
    ]
    found = {m.of or m.id: m for m in reversed(near or said)}
    return next(iter(found.values())) if len(found) == 1 else None


def nation_before(clause: Clause) -> Mention | None:
    """The nation that the sentence before begins with."""
    before = subject_before(clause)
    return before if before is not None and _stands_for_nation(before, clause) else None


def subject_before(clause: Clause) -> Mention | None:
    """What the sentence before begins with, for "it" and "its" to take up."""
    told = (s for s in _sentences_before(clause) if not _begins_with_pronoun(s, clause))
    previous = next(told, None)
    if previous is None:
        return None
    mentions = [m for m in clause.document.within(previous.span) if m.kind in _SUBJECTS]
    first = next((m for m in mentions if m.form != "adjective"), None)
    other = first is not None and first.kind == "nation" and mentions[0].form == "adjective"
    return None if other else first  # "Danish soldiers left for Mali"


def _nation_of_people_before(clause: Clause) -> Mention | None:
    """ "Danish soldiers left for Mali": the nation of the people of whom the sentence before tells, for "they"."""
    previous = next(iter(_sentences_before(clause)), None)
    mentions = clause.document.within(previous.span) if previous is not None else ()
    first = next((m for m in mentions if m.kind in _SUBJECTS), None)
    people = first is not None and first.kind == "nation" and first.form == "adjective"
    if previous is None or first is None or not people:
        return None
    text = clause.document.text
    words = text[first.end : previous.end].lower().replace(",", " ").split()[:_PEOPLE_REACH]
    told = any(singular(w) in clause.lexicon.words["uniformed"] for w in words)
    return first if told and len(text[previous.start : first.start].split()) < _PEOPLE_REACH else None


def _begins_with_pronoun(sentence: Sentence, clause: Clause) -> bool:
    """ "They will join KFOR": a sentence whose subject the one before it tells."""
    first = sentence.span.of(clause.document.text).split(maxsplit=1)[0].lower()
    return first in PERSONAL and first in clause.lexicon.pronouns


def _only_nation_before(clause: Clause) -> Mention | None:
    """The one nation that the nearest of the sentences before names, with that which its pronoun takes up."""
    found: dict[str | None, Mention] = {}
    for sentence in _sentences_before(clause):
        found |= _nations_in(clause.document.within(sentence.span), clause)
        if found and not _begins_with_pronoun(sentence, clause):
            break
    return next(iter(found.values())) if len(found) == 1 else None


def _nations_in(mentions: Iterable[Mention], clause: Clause) -> dict[str | None, Mention]:
    return {m.of or m.id: m for m in mentions if _stands_for_nation(m, clause)}


def _stands_for_nation(mention: Mention, clause: Clause) -> bool:
    if mention.kind in ("body", "person"):
        return mention.of in clause.nations
    return mention.kind == "nation"


def previous_words(clause: Clause) -> list[str]:
    """The words of the sentence before, in lower case."""
    previous = next(iter(_sentences_before(clause)), None)
    return clause.document.text[previous.start : previous.end].lower().split() if previous is not None else []


def _sentences_before(clause: Clause) -> list[Sentence]:
    """The sentences right before, nearest first, as far as they belong to the same stretch of text."""
    sentences = clause.document.sentences
    index = sentences.index(clause.sentence)
    back = sentences[max(0, index - _SENTENCES_BACK) : index]
    return [s for s in reversed(back) if not s.headline and clause.sentence.paragraph - s.paragraph <= 1]
