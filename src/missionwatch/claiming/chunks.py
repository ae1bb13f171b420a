"""Units grouped into chunks: noun groups, verb groups, prepositions, dates, joints. A shallow parse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from missionwatch.claiming.lexicon import Lexicon
from missionwatch.claiming.tagging import tags_of
from missionwatch.claiming.units import Unit
from missionwatch.claiming.verbs import Verb, group_end, verbs_of
from missionwatch.model.document import Mention

_NOUN_TAGS = frozenset(("noun", "determiner", "genitive", "pronoun"))
_VERB_TAGS = frozenset(("auxiliary", "verb", "negation", "operator", "to"))
_ARTICLE = "the "
_KINDS = {
    "time": "time",
    "preposition": "preposition",
    "conjunction": "joint",
    "joint": "joint",
    "adverb": "adverb",
}


class Chunk(NamedTuple):  # made for every few words: quicker than a frozen dataclass
    """Units `first` to `last` (inclusive). `kind`: noun, verb, preposition, time, joint, adverb, mark.

    `words` is the text in lower case, `head` its last word, in English the head of a noun group; a noun group has its
    names in `mentions` and its numbers, a verb group its verbs.
    """

    kind: str
    first: int
    last: int
    words: tuple[str, ...]
    mentions: tuple[Mention, ...] = ()
    numbers: tuple[Unit, ...] = ()
    verbs: tuple[Verb, ...] = ()
    text: str = ""
    head: str = ""


def _head(words: Sequence[str]) -> str:
    for word in reversed(words):
        if word[:1].isalnum():
            return word
    return ""


def _is_break(units: Sequence[Unit], tags: Sequence[str], j: int, lexicon: Lexicon) -> bool:
    """Whether a new noun group begins at unit `j`, right after another; "100 more soldiers" are one."""
    if units[j - 1].kind == "number" and lexicon.in_class(units[j].text, "more"):
        return False
    if tags[j] in ("determiner", "pronoun") and tags[j - 1] not in ("determiner", "genitive"):
        return True
    if units[j].kind != "word" and units[j - 1].kind != "word" and units[j].text.startswith(_ARTICLE):
        return True  # "in Kosovo the Bundeswehr"
    return tags[j - 1] == "pronoun" or (units[j].kind == "person" and units[j - 1].kind == "person")


def _noun_end(units: Sequence[Unit], tags: Sequence[str], i: int, lexicon: Lexicon) -> int:
    j = i + 1
    while j < len(tags) and not _is_break(units, tags, j, lexicon):
        if tags[j] not in _NOUN_TAGS and not _is_duration(units, tags, j):
            break
        j += 1
    return j - 1


def _is_duration(units: Sequence[Unit], tags: Sequence[str], j: int) -> bool:
    """ "its three-year naval contribution": a time with a hyphen between a determiner and a noun belongs to them."""
    if tags[j] != "time" or tags[j - 1] not in ("determiner", "genitive") or j + 1 >= len(tags):
        return False
    return "-" in units[j].text and tags[j + 1] == "noun"


def _chunk(units: Sequence[Unit], tags: Sequence[str], i: int, lexicon: Lexicon) -> Chunk:
    """The chunk that begins at unit `i`."""
    if tags[i] in _VERB_TAGS:
        end = group_end(units, tags, i)
        words = tuple([u.text for u in units[i : end + 1]])
        verbs = verbs_of(units, tags, i, end, lexicon)
        return Chunk("verb", i, end, words, (), (), verbs, " ".join(words), _head(words))
    if tags[i] in _NOUN_TAGS:
        inside = units[i : _noun_end(units, tags, i, lexicon) + 1]
        mentions = tuple([u.mention for u in inside if u.mention is not None])
        numbers = tuple([u for u in inside if u.kind == "number"])
        words = tuple([u.text for u in inside])
        end = i + len(inside) - 1
        return Chunk("noun", i, end, words, mentions, numbers, (), " ".join(words), _head(words))
    text = units[i].text
    return Chunk(_KINDS.get(tags[i], "mark"), i, i, (text,), (), (), (), text, _head((text,)))


def chunks_of(units: Sequence[Unit], lexicon: Lexicon) -> tuple[Chunk, ...]:
    """The chunks of a sentence."""
    tags = tags_of(units, lexicon)
    chunks: list[Chunk] = []
    i = 0
    while i < len(units):
        chunks.append(_chunk(units, tags, i, lexicon))
        i = chunks[-1].last + 1
    return tuple(chunks)
