"""What stands aside between a subject and its verb: relative clauses, participles, appositions, who says it."""

from __future__ import annotations

from missionwatch.claiming.clauses import STOPS, Clause, is_finite, is_reduced, preposition_before
from missionwatch.claiming.units import QUOTES

MAX_REACH = 24
"""How far from a verb its subject is looked for, in chunks."""


def before_asides(clause: Clause, index: int) -> int:
    """Where to look for the subject of chunk `index`: before what a comma closes ("Denmark, which leads it, sends",
    "The force, set up in May, has", '"The force," he said, "has"')."""
    closing = _closing(clause, index)
    opening = _opening(clause, closing) if closing else None
    return index - 1 if opening is None else opening - 1


def after_asides(clause: Clause, index: int) -> int:
    """The first chunk of the clause of chunk `index` that no aside before it swallows."""
    closing = _closing(clause, index)
    return closing if closing and _opening(clause, closing) is not None else 0


def is_named_apart(clause: Clause, index: int) -> bool:
    """ "Soldiers of the UN mission, MINUSMA, have": a name between commas, right before the verb, that repeats what a
    preposition governs."""
    chunks = clause.chunks
    return (
        index > 2
        and chunks[index - 1].text == "," == chunks[index + 1].text
        and len(chunks[index].words) == 1
        and chunks[index - 2].kind == "noun"
        and bool(preposition_before(chunks, index - 2))
        and any(not g.mentions for g in chunks[: index - 2] if g.kind == "noun")
        and is_finite(clause, index + 2)
    )


def _closing(clause: Clause, index: int) -> int:
    """The comma right before chunk `index`, but for adverbs and the like; 0 where there is none."""
    chunks, j = clause.chunks, index - 1
    while j > 0 and (chunks[j].text in QUOTES or chunks[j].kind in ("adverb", "time")):
        j -= 1
    return j if j > 0 and chunks[j].text == "," else 0


def _opening(clause: Clause, closing: int) -> int | None:
    """The comma that opens the aside which the comma at `closing` closes, or None."""
    chunks = clause.chunks
    has_verb = False
    for k in range(closing - 1, max(0, closing - MAX_REACH), -1):
        chunk = chunks[k]
        if chunk.kind == "verb":
            has_verb = True
            if _is_saying(clause, k):
                return _before_saying(clause, k, closing)
        elif chunk.text == ",":
            if opens_participle_clause(clause, k + 1):
                return _enclosing(clause, k) or k  # "The Council, acting unanimously, renewed"
        elif chunk.kind == "joint" and chunk.text in clause.lexicon.relatives:
            before = k - 1 if chunks[k - 1].kind == "preposition" else k
            if before > 0 and chunks[before - 1].text in clause.lexicon.conjunctions:
                continue  # "who left in May and who came back in June"
            return _before_relative(clause, before) if has_verb else None
        elif chunk.text in STOPS:
            return None
    return None


def _before_relative(clause: Clause, relative: int) -> int | None:
    """The comma before a relative word, or before the noun group that it belongs to ("Togo, the first that")."""
    chunks = clause.chunks
    if relative > 0 and chunks[relative - 1].text == ",":
        return relative - 1
    comma = (
        relative - 2 - (relative > 2 and chunks[relative - 2].kind == "preposition")
    )  # ", after a vote in which"
    if comma < 1 or chunks[relative - 1].kind != "noun" or chunks[comma].text != ",":
        return None
    bare = chunks[comma - 1].kind == "noun" and not preposition_before(chunks, comma - 1)
    return comma if bare else None


def _enclosing(clause: Clause, comma: int) -> int | None:
    """ ", which includes watching the border, training police,": the comma of the clause that goes on at `comma`."""
    for chunk in reversed(clause.chunks[:comma]):
        if chunk.text == "," or chunk.kind == "joint":
            return None
        if chunk.kind == "verb":
            return _opening(clause, comma)
    return None


def _is_saying(clause: Clause, verb: int) -> bool:
    verbs = clause.chunks[verb].verbs
    return bool(verbs) and verbs[0].finite and verbs[-1].base in clause.lexicon.words["saying"]


def _before_saying(clause: Clause, verb: int, closing: int) -> int | None:
    """The comma before ", said the minister on Monday," or ", the minister said,"."""
    chunks, j = clause.chunks, verb - 1
    if any(c.kind == "joint" for c in chunks[verb:closing]):
        return None
    while j > 0 and chunks[j].kind in ("noun", "preposition", "time", "adverb"):
        j -= 1
    quoted = j > 0 and chunks[j].text in QUOTES
    j -= quoted
    if not quoted and any(c.text == "," for c in chunks[verb:closing]):
        return None  # ", said the mission, KFOR, is to": who speaks may end at the first comma
    return j if j > 0 and chunks[j].text == "," else None


def opens_participle_clause(clause: Clause, index: int) -> bool:
    """ ", acting under Chapter VII", ", set up in 1999", but no ", said the force"."""
    chunk, after = clause.chunks[index], clause.chunks[index + 1 : index + 2]
    if chunk.kind != "verb" or not chunk.verbs:
        return False
    for_purpose = chunk.words[1:2] == (clause.lexicon.infinitive,) and chunk.verbs[0].form == "past"
    reduced = for_purpose or (is_reduced(clause, index) and bool(after) and after[0].kind != "noun")
    return reduced or chunk.verbs[0].form in ("gerund", "participle")
