"""Exercises are no missions, and what is told beside one belongs to none ("Poland sent 3,000 soldiers to it")."""

from __future__ import annotations

import itertools
import re

from missionwatch.claiming.lexicon import Lexicon, load_lexicon
from missionwatch.model.document import Document, Sentence

_WORD = re.compile(r"\w+|[^\w\s]")


def exercises_told(document: Document) -> frozenset[Sentence]:
    """The sentences that speak of an exercise."""
    lexicon = load_lexicon(document.language)
    return frozenset(s for s in document.sentences if _tells_of_exercise(document, s, lexicon))


def _tells_of_exercise(document: Document, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence speaks of an exercise; "exercises command of the force" does not."""
    words = [*_WORD.findall(sentence.span.of(document.text).lower()), ""]
    told, done = lexicon.words["exercises"], lexicon.words["exercised"]
    return any(
        (word in told or f"{word} {after}" in told) and after not in done
        for word, after in itertools.pairwise(words)
    )
