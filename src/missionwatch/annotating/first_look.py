"""Whether a text can speak of a mission at all: a look at its bare words, since most news does not.

It may say yes where there is nothing, never no where there is a claim: a mission is named; or vague words for one
are told apart by words before them, or have the name of a nation, a place or a body beside them; or an organisation
stands near vague words, or near words for its people or for what it does as a whole; or the people of a nation that
has missions of its own stand before the name of a place. Whoever teaches `vague` or
`implied` another way of meaning a mission must let it through here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Final

from missionwatch.annotating.folding import fold
from missionwatch.annotating.mentions import written_so
from missionwatch.annotating.phrases import Found, PhraseBook
from missionwatch.annotating.vague import BETWEEN_NAMES
from missionwatch.annotating.words import words
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.catalogue.entries import Phrase
from missionwatch.model.passage import Span

_MISSION, _OWNER, _NAME = "mission", "owner", "name"
_NATION = "nation"
_VAGUE, _WEAK, _PEOPLE, _CUE = "vague", "weak", "people", "cue"
_KINDS: Final = {"mission": _MISSION, "organisation": _OWNER, "nation": _NAME, "place": _NAME, "body": _NAME}
_SENTENCE: Final = 600
"""Characters that a long sentence has."""
_PHRASE: Final = 100
"""Characters that stand at most between the head of a vague phrase and a name in it."""
_SHORT: Final = 30
"""Characters that stand at most between a nation and its people."""
_REACH: Final = 8
"""So many words may stand between "its" and the head."""
_WORD = re.compile(r"\w+")
_WORDS_BEFORE = re.compile(r"[\w\s'’‐‑-]+$")


class FirstLook:
    """Made ready once for a catalogue and a language. `cues` are further words for what an organisation does as a
    whole."""

    def __init__(self, catalogue: Catalogue, language: str, cues: Iterable[str] = ()) -> None:
        self._book = PhraseBook[Phrase | str](
            [
                *((phrase.text, phrase) for phrase in catalogue.phrases(language)),
                *_own_words(catalogue, language),
                *((cue, _CUE) for cue in cues),
            ]
        )
        listed = words(language, "descriptions")
        told = listed.set("plain", "led", "shared", "after-shared", "new", "possessives")
        self._telling = _bare((*told, *listed.groups("modifiers"), "s"))
        self._with_missions = {id for m in catalogue.missions for id in (m.organisation, m.leader)}
        self._possessives = listed.set("possessives")
        between = listed.set(
            "places-after", "led", "by", "under", "about", "counted", "country-words", "aim-openers", "aims"
        )
        self._after_head = _bare((*between, "of", *BETWEEN_NAMES))

    def may_speak_of_missions(self, text: str) -> bool:
        """Whether a closer look is worth while."""
        there: dict[str, list[Span]] = defaultdict(list)
        for found in self._book.find(fold(text)):
            for kind in self._kinds(found, text):
                if kind == _MISSION:
                    return True
                there[kind].append(Span(found.start, found.end))
        return (
            _near(there[_OWNER], (*there[_VAGUE], *there[_CUE]), _SENTENCE, text)
            or _near(there[_OWNER], there[_PEOPLE], _PHRASE, text)
            or any(
                self._belong(people, name, text)
                for nation, people in product(there[_NATION], there[_PEOPLE])
                if 0 <= people.start - nation.end <= _SHORT
                for name in there[_NAME]
            )
            or any(self._is_told(head, text) for head in there[_VAGUE])
            or any(
                self._belong(head, name, text)
                for head, name in product((*there[_VAGUE], *there[_WEAK]), there[_NAME])
            )
        )

    def _kinds(self, found: Found[Phrase | str], text: str) -> Iterator[str]:
        for meaning in found.meanings:
            if isinstance(meaning, str):
                yield meaning
            elif meaning.kind != "mission" or written_so(text[found.start : found.end], meaning):
                yield _KINDS[meaning.kind]
                if meaning.form == "adjective" and meaning.id in self._with_missions:
                    yield _NATION

    def _is_told(self, head: Span, text: str) -> bool:
        """Whether words before the head tell which it is: "the training mission", "its mission"."""
        found = _WORDS_BEFORE.search(text[max(0, head.start - _PHRASE) : head.start])
        before = _WORD.findall(found[0].lower()) if found else []
        return bool(before) and (
            before[-1] in self._telling or not self._possessives.isdisjoint(before[-_REACH:])
        )

    def _belong(self, head: Span, name: Span, text: str) -> bool:
        """Whether a name stands right before the head, or behind it with only such words between as a vague phrase
        has."""
        if name.start >= head.end:
            between = text[head.end : name.start]
            return len(between) <= _PHRASE and self._after_head.issuperset(_WORD.findall(between.lower()))
        return not _WORD.search(text[name.end : head.start])


def _own_words(catalogue: Catalogue, language: str) -> Iterator[tuple[str, str]]:
    listed = words(language, "descriptions")
    weak = listed.set("weak")  # they mean a mission only with the place beside them
    yield from ((head, _WEAK if head in weak else _VAGUE) for head in listed.groups("heads"))
    yield from ((p, _VAGUE) for m in catalogue.missions for p in m.descriptions.get(language, ()))
    yield from ((word, _PEOPLE) for word in listed.set("implying", "taking-part"))


def _bare(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in _WORD.findall(phrase.lower()))


def _near(some: Sequence[Span], others: Sequence[Span], reach: int, text: str) -> bool:
    """Whether one may belong with one of the others: near it, and in the same paragraph."""
    return any(
        abs(a.start - b.start) <= reach and "\n\n" not in text[min(a.end, b.end) : max(a.start, b.start)]
        for a, b in product(some, others)
    )
