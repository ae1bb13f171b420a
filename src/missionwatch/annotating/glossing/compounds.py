"""Words written together, read by their parts: the last part is the head, the parts before it narrow it down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from missionwatch.annotating.glossing.glossary import Glossary, Sense
from missionwatch.annotating.glossing.names import Names
from missionwatch.annotating.glossing.tokens import Token

_SHORTEST = 2
_SHORTEST_HEAD = 3
_SHORTEST_DONE = 4
_SHORTEST_ADJECTIVE = 6  # "-lig" and "-fuld" are endings


def compound(token: Token, known: Glossary, names: Names) -> tuple[Sense, ...]:
    """The readings of a compound; none where its last part is not known."""
    text = token.text
    first, dash, rest = text.rpartition("-")
    if dash:
        return tuple(_led(token.written[: len(first)], rest, known, names))
    return (
        tuple(_closed(text, known))
        or (tuple(_of_place(text, known, names)) if token.capital else ())
        or done_by(text, known, names)
    )


def _of_place(text: str, known: Glossary, names: Names) -> Iterator[Sense]:
    """ "Bagdadområdet": a name at the head of a closed compound."""
    for at in range(len(text) - _SHORTEST_HEAD, _SHORTEST + 1, -1):
        heads = [s for s in known.senses.get(text[at:], ()) if s.kind == "noun"]
        left = _named(text[:at], names) if heads else None
        if left is not None:
            yield replace(heads[0], english=f"{left} {heads[0].english}")
            return


def done_by(text: str, known: Glossary, names: Names) -> tuple[Sense, ...]:
    """ "franskledet": a nationality and what it has done, written together; nothing where it is something else."""
    for at in range(len(text) - _SHORTEST_DONE, _SHORTEST_HEAD, -1):
        done = next((d for head in known.senses.get(text[at:], ()) if (d := _done(head, known))), None)
        left = (_named(text[:at], names) or left_part(text[:at], known)) if done else None
        if left is not None:
            return (Sense("adjective", f"{left}-{done}"),)
    return ()


def _done(head: Sense, known: Glossary) -> str | None:
    """The English participle of a head that is one."""
    if head.kind != "verb" or head.form not in ("participle", "attributive"):
        return None
    return known.inflection_of_gloss.form("verb", head.english.partition("|")[2], "participle")


def _closed(text: str, known: Glossary) -> Iterator[Sense]:
    """ "træningsbidrag": the longest last part that is known."""
    for at in range(_SHORTEST, len(text) - _SHORTEST_HEAD + 1):
        left = left_part(text[:at], known)
        if left is None:
            continue
        heads = [
            s
            for s in known.senses.get(text[at:], ())
            if s.kind == "noun" or (s.kind == "adjective" and len(text) - at >= _SHORTEST_ADJECTIVE)
        ]
        yield from (replace(head, english=f"{left} {head.english}") for head in heads)
        if heads:
            return


def _led(first: str, rest: str, known: Glossary, names: Names) -> Iterator[Sense]:
    """ "Irak-missionen", "NATO-ledet": what stands before the hyphen may be a name."""
    left = _named(first.lower(), names) or left_part(first.lower(), known) or first
    heads = known.senses.get(rest) or tuple(_closed(rest, known))
    nouns = [head for head in heads if head.kind == "noun"]
    for head in nouns or heads:  # "fly-bidraget": the contribution, not contributed
        if done := _done(head, known):
            yield Sense("adjective", f"{left}-{done}")
            return
        if head.kind in ("noun", "adjective"):
            yield replace(head, english=f"{left} {head.english}")


def _named(text: str, names: Names) -> str | None:
    parts = [Token(0, len(part), part.capitalize(), part) for part in text.split("-")]
    whole = Token(0, len(text), text.capitalize(), text)
    acronym = Token(0, len(text), text.upper(), text)
    for row in ([whole], parts, [acronym]):
        found = next(names.match(row, 0, ()), None)
        if found and found[0] == len(row):
            return found[1].english
    return None


def left_part(text: str, known: Glossary) -> str | None:
    """The English for the parts before the head."""
    if text in known.joints:
        return known.joints[text]
    for at in range(len(text) - _SHORTEST_HEAD, _SHORTEST - 1, -1):
        if text[at:] in known.joints and text[:at] in known.joints:
            return f"{known.joints[text[:at]]} {known.joints[text[at:]]}"
    return None
