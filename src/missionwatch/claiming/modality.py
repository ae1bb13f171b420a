"""How a claim is meant: actual, planned, offered, considered or denied, and the words that say so."""

from __future__ import annotations

from missionwatch.claiming.beside import first_of_infinitives
from missionwatch.claiming.chunks import Chunk
from missionwatch.claiming.clauses import Clause
from missionwatch.claiming.lexicon import singular
from missionwatch.claiming.triggers import Trigger
from missionwatch.claiming.verbs import COPULA, Verb
from missionwatch.model.passage import Span

_STRENGTH = ("considered", "offered", "planned")
_MAX_BACK = 9
_SHARED = {"base": ("base",), "participle": ("participle", "past"), "past": ("participle", "past")}
"""For the form of a verb after "and": those of the verb before with which it shares an auxiliary."""
_TAKE_PLACE = COPULA | {"begin", "continue", "end", "happen", "complete", "establish"}
_APPROVES = frozenset(("agree", "give-approval"))
_GIVES = frozenset(("consist", "send", "participate", "provide", "give"))
_GOES_ON = frozenset(("continue", "remain", "run"))


def _governing_noun(clause: Clause, chunk: Chunk) -> str | None:
    nouns = clause.lexicon.operator_nouns
    return nouns.get(chunk.head) or nouns.get(singular(chunk.head))


def _governors(clause: Clause, index: int) -> list[tuple[str, Span]]:
    """Operators outside the verb group: "the plan to", "decided on", "whether it can", going left from chunk
    `index`."""
    found: list[tuple[str, Span]] = []
    chunks = clause.chunks
    linked = True
    for j in range(index - 1, max(-1, index - _MAX_BACK), -1):
        chunk = chunks[j]
        if chunk.kind == "mark" and chunk.text not in (",", "(", ")"):
            break
        if chunk.kind == "joint" and chunk.text not in ("that", "whether", "if", "and", "or"):
            break
        if chunk.kind == "joint" and chunk.text in ("whether",):
            found.append(("considered", clause.span_of(chunk)))
        if chunk.kind == "noun" and linked:
            name = _governing_noun(clause, chunk)
            if name and name != "neutral" and _links(clause, j, index):
                none = chunk.words[0] in clause.lexicon.words["none"]  # "there are no plans to"
                found.append(("denied" if none else name, clause.span_of(chunk)))
        if chunk.kind == "verb":
            last = chunk.verbs[-1] if chunk.verbs else None
            if last is None and chunk.words[0] == clause.lexicon.infinitive:
                found.extend(_governors(clause, j))  # "offered to be the next to lead"
            elif last is not None and _links_verb(clause, j, index):
                found.extend(_operators(clause, chunk))
                if chunk.words[0] == "to":
                    found.extend(_governors(clause, j))
            break
    return found


def _links(clause: Clause, governor: int, index: int) -> bool:
    """Between a governing noun and what it governs stands only to, of, on, for or that."""
    infinitive = clause.chunks[index].words[:1] == (clause.lexicon.infinitive,)
    between = clause.chunks[governor + 1 : index]
    if all(c.kind in ("time", "adverb") for c in between):  # "the vote in June to end"
        return infinitive
    return all(
        c.kind in ("preposition", "adverb", "time")
        or c.text in ("that",)
        or _is_short_noun(c)
        or (infinitive and c.text in (",", *clause.lexicon.conjunctions))
        for c in between
    ) and (between[0].text in ("of", "on", "for", "about", "that", "to"))


def _is_short_noun(chunk: Chunk) -> bool:
    return chunk.kind == "noun" and len(chunk.words) <= 3


def _links_verb(clause: Clause, governor: int, index: int) -> bool:
    """A verb governs what follows directly, or after "that", "whether", "on", "for", with at most one noun
    group between."""
    between = clause.chunks[governor + 1 : index]
    if any(c.text in ("and", "or", ",") for c in between):
        return False
    if between and between[0].text == "by" and clause.chunks[governor].verbs[-1].passive:
        between = between[1:]  # "was asked by Chad to leave"
    nouns = sum(c.kind == "noun" for c in between)
    return nouns <= 2 and not any(
        c.kind == "preposition" and c.text in ("after", "before", "by", "from", "in", "at", "with", "as")
        for c in between
    )


def _operators(clause: Clause, chunk: Chunk) -> list[tuple[str, Span]]:
    """The operators of a governing verb group, its last verb among them."""
    lexicon = clause.lexicon
    found = [(name, clause.span_of_units(i, i)) for v in chunk.verbs[-1:] for name, i in v.operators]
    last = chunk.verbs[-1]
    readings = lexicon.operator_verbs.get(clause.units[last.first].text, ())
    particle = tuple(u.text for u in clause.units[last.first + 1 : last.last + 1])
    found.extend(
        (name, clause.span_of_units(last.first, last.last))
        for form, name in readings
        if form.particle == particle
    )
    if last.concepts & _APPROVES:
        found.append(("planned", clause.span_of_units(last.first, last.last)))
    if last.negated:
        found.append(("denied", clause.span_of(chunk)))
    return found


def _from_verb(trigger: Trigger) -> list[tuple[str, Span]]:
    verb, clause = trigger.verb, trigger.clause
    if verb is None or (trigger.kind == "state" and verb.concepts & _GOES_ON):
        return []
    found = [(name, clause.span_of_units(i, i)) for name, i in verb.operators]
    if verb.negated:
        found.append(("denied", clause.span_of(clause.chunks[trigger.index])))
    if trigger.kind == "verb":
        done_to = (g.chunk for g in trigger.themes[:1])
        found.extend(
            ("denied", clause.span_of(c)) for c in done_to if clause.lexicon.in_class(c.words[0], "none")
        )
    return found


def _from_joined_verb(trigger: Trigger) -> list[tuple[str, Span]]:
    """ "could be ended or strengthened", "will lead it and send 100": what the verb before "and" is governed by."""
    clause, verb, i = trigger.clause, trigger.verb, trigger.index
    if verb is None or i < 2 or verb.first != clause.chunks[i].first:
        return []
    first = first_of_infinitives(clause, i)
    if first is not None:
        opens = clause.chunks[first].verbs[-1]
        governed = _governors(clause, first) if clause.chunks[first].words[0] == "to" else []
        return [*governed, *((name, clause.span_of_units(at, at)) for name, at in opens.operators)]
    while i > 1 and clause.chunks[i - 1].kind == "adverb":
        i -= 1
    if clause.chunks[i - 1].text not in clause.lexicon.conjunctions or verb.form not in _SHARED:
        return []
    before = next((c for c in reversed(clause.chunks[: i - 1]) if c.kind in ("verb", "joint")), None)
    if before is None or not before.verbs or before.verbs[-1].form not in _SHARED[verb.form]:
        return []
    return [(name, clause.span_of_units(at, at)) for name, at in before.verbs[-1].operators]


def _around_noun(trigger: Trigger) -> list[tuple[str, Span]]:
    """A noun of action takes the modality of its adjectives and of the verb that it is the subject or object of."""
    clause, lexicon = trigger.clause, trigger.clause.lexicon
    found: list[tuple[str, Span]] = []
    chunk = clause.chunks[trigger.index]
    for i in range(chunk.first, trigger.first):
        text = clause.units[i].text
        name = lexicon.operator_words.get(text) or next(
            (n for form, n in lexicon.operator_verbs.get(text, ()) if form.form in ("participle", "past")),
            None,
        )
        if name and name != "neutral":
            found.append((name, clause.span_of_units(i, i)))
    following = clause.chunks[trigger.index + 1 : trigger.index + 8]
    verb = next((c for c in following if c.kind in ("verb", "joint") or c.text in (",", ";")), None)
    if verb is not None and verb.kind == "verb" and verb.verbs and _tells_of_noun(verb.verbs[-1]):
        found.extend((name, clause.span_of_units(i, i)) for name, i in verb.verbs[-1].operators)
        if verb.verbs[-1].passive:  # "the reduction is planned"
            found.extend(_operators(clause, verb))
    return found


def _tells_of_noun(verb: Verb) -> bool:
    """ "The withdrawal will begin" plans it; "its suspension could spell trouble" takes it as it is."""
    return verb.passive or bool(verb.concepts & _TAKE_PLACE)


def _headline_infinitive(trigger: Trigger) -> list[tuple[str, Span]]:
    """ "Denmark to lead mission": an infinitive that nothing governs is a plan, as headlines write it."""
    clause, index = trigger.clause, trigger.index
    chunk = clause.chunks[index]
    if (
        trigger.kind != "verb"
        or chunk.words[0] != "to"
        or any(c.kind == "verb" for c in clause.chunks[:index])
    ):
        return []
    if index == 0 or clause.chunks[index - 1].kind != "noun":
        return []
    if not clause.chunks[index - 1].mentions and not clause.sentence.headline:
        return []
    return [("planned", clause.span_of_units(chunk.first, chunk.first))]


def _around_inclusion(trigger: Trigger) -> list[tuple[str, Span]]:
    """ "will consist of troops from allies including Malta": Malta's as planned as those among whom it is."""
    clause, verb = trigger.clause, trigger.verb
    if verb is None or verb.form != "gerund" or "consist" not in verb.concepts or verb.operators:
        return []
    for along in (range(trigger.index - 1, -1, -1), range(trigger.index + 1, len(clause.chunks))):
        at = next((j for j in along if any(v.finite for v in clause.chunks[j].verbs)), None)
        if at is not None and clause.chunks[at].verbs[-1].concepts & _GIVES:
            governing = clause.chunks[at].verbs[-1]
            own = [(name, clause.span_of_units(i, i)) for name, i in governing.operators]
            return [*own, *_governors(clause, at)]
    return []


def modality_of(trigger: Trigger) -> tuple[str, Span | None]:
    """The modality of what a trigger says and the words for it (None where it is simply told as a fact)."""
    operators = _from_verb(trigger) if trigger.kind != "noun" else _around_noun(trigger)
    operators += _from_joined_verb(trigger)
    operators += _governors(trigger.clause, trigger.index)
    operators += _headline_infinitive(trigger)
    operators += _around_inclusion(trigger)
    found = dict(reversed(operators))
    if "denied" in found:
        return "denied", found["denied"]
    for name in _STRENGTH:
        if name in found:
            return name, found[name]
    return "actual", None
