"""How many, where a language tells it behind: "25 soldater mere", "et kompagni til KFOR på 150 mand"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from missionwatch.annotating.glossing.glossary import Glossary
from missionwatch.annotating.glossing.order import group_end, is_size
from missionwatch.annotating.glossing.reading import Word

_HEADS = frozenset(("noun", "name"))


def with_measures(words: Sequence[Word], known: Glossary) -> list[Word]:
    """The words with what is added before its noun, and sizes right behind the noun that they measure."""
    found = list(words)
    for at, word in enumerate(found):
        if word.written.lower() in known.added and _counts(found, at):
            found[at - 1], found[at] = replace(word, kind="adjective", english="more"), found[at - 1]
    for at in range(len(found) - 1, 1, -1):
        _put_beside_noun(found, at, known)
    return found


def _counts(words: Sequence[Word], at: int) -> bool:
    """Whether a noun right behind its number stands before a word."""
    return at > 1 and words[at - 1].kind == "noun" and words[at - 2].kind == "number"


def _put_beside_noun(words: list[Word], at: int, known: Glossary) -> None:
    """ "a company to KFOR of 150 men": a company of 150 men to KFOR."""
    if not is_size(words, at, known) or words[at - 1].kind not in _HEADS:
        return
    first = at - 1
    while first > 0 and words[first].kind != "preposition":
        if words[first].kind in ("mark", "verb", "when", "relative") or words[first].finite:
            return
        first -= 1
    if first < 1 or words[first - 1].kind != "noun" or words[first - 1].genitive:
        return
    if group_end(words, first + 1) != at:
        return
    if words[first].english == "from":  # "a company from Ireland of 90 men"
        words[at] = replace(words[at], english="of")
        return
    behind = group_end(words, at + 1)
    size = [replace(words[at], english="of"), *words[at + 1 : behind]]
    words[first:behind] = [*size, *words[first:at]]
