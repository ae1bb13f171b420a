"""What somebody's words only take for granted: the report says it too, and nobody is its speaker."""

from __future__ import annotations

from missionwatch.claiming.clauses import Clause, is_reduced
from missionwatch.claiming.reasons import quote_around, speaker_of
from missionwatch.claiming.triggers import Trigger
from missionwatch.model.passage import Span


def attributed_to(trigger: Trigger, modality: str) -> tuple[str | None, Span | None]:
    """Whom the report attributes to what a trigger says; None for background beside what is reported."""
    quote = quote_around(trigger)
    if quote is not None and not quote.direct and modality == "actual" and _is_presupposed(trigger):
        return None, None
    return speaker_of(trigger)


def _is_presupposed(trigger: Trigger) -> bool:
    """ "which Italy leads", "a force set up in 1999", "the mission to train soldiers", "since it was set up"."""
    if trigger.kind != "verb" or trigger.verb is None:
        return False
    clause, index = trigger.clause, trigger.index
    return _describes_noun(clause, index, trigger) or _in_relative_clause(clause, index)


def _describes_noun(clause: Clause, index: int, trigger: Trigger) -> bool:
    """A participle or an infinitive right behind the noun that it describes."""
    if trigger.verb is None or not index:
        return False
    chunk, before = clause.chunks[index], clause.chunks[index - 1]
    if clause.units[trigger.first - 1].text == clause.lexicon.infinitive:
        nouns = (c for c in reversed(clause.chunks[:index]) if c.text != ",")
        described = next(nouns, before)
        infinitive = chunk.words[0] == clause.lexicon.infinitive or chunk.verbs[0].form == "participle"
        return infinitive and clause.lexicon.in_class(described.head, "undertakings")
    if trigger.verb.first != chunk.first:
        return False
    gerund = trigger.verb.form == "gerund" and before.kind == "noun"
    return gerund or (before.text == "," and is_reduced(clause, index))


def _in_relative_clause(clause: Clause, index: int) -> bool:
    """Whether a relative word, or "since", opens the clause of the verb behind a noun."""
    for j in range(index - 1, 0, -1):
        chunk, before = clause.chunks[j], clause.chunks[j - 1]
        if chunk.kind == "verb" and any(v.finite for v in chunk.verbs):
            return False
        if chunk.text in clause.lexicon.words["background-openers"]:
            return before.kind == "noun" or before.text in (",", ")")
    return False
