"""A report in another language as an English text of its words, each leading back to its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from missionwatch.annotating.glossing.glossary import Glossary, glossary
from missionwatch.annotating.glossing.measures import with_measures
from missionwatch.annotating.glossing.names import names
from missionwatch.annotating.glossing.order import (
    in_english_order,
    with_adverbs_first,
    with_circumstances_last,
)
from missionwatch.annotating.glossing.reading import Reader, Word
from missionwatch.annotating.glossing.rows import rows
from missionwatch.annotating.glossing.subjects import with_real_subjects
from missionwatch.annotating.glossing.tokens import tokenise
from missionwatch.annotating.glossing.verbs import (
    with_adverbs,
    with_agreement,
    with_articles,
    with_commas,
    with_english_verbs,
    with_home,
    with_negation,
    with_particles,
    with_plans,
    with_prepositions,
    with_promises,
    with_relatives,
)
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.model.document import Document, Sentence
from missionwatch.model.gloss import Gloss, Piece
from missionwatch.model.passage import Span

_READ_IN = "en"


def glossed(document: Document, catalogue: Catalogue) -> tuple[Document, Gloss]:
    """A document with sentences, as one of the gloss with the same sentences."""
    reader = Reader(
        glossary(document.language),
        rows(document.language, "patterns"),
        rows(document.language, "sizes"),
        names(catalogue, document.language),
    )
    text = ""
    pieces: list[Piece] = []
    sentences: list[Sentence] = []
    at = 0
    for sentence in document.sentences:
        words = _english(document.text, sentence, reader)
        before = sentences[-1] if sentences else None
        gap, paragraph = document.text[at : sentence.start], sentence.paragraph
        near = before is not None and paragraph - before.paragraph <= 1 and not before.headline
        if near and before is not None and text.endswith(".") and _says_that(words, reader.glossary):
            text, words, gap = f"{text[:-1]},", words[1:], " "  # "... Det siger X.": "..., says X."
            start, paragraph = sentences.pop().start, before.paragraph
        else:
            start = len(text) + len(gap)
        text += gap
        own = document.text[sentence.start : sentence.end]
        upper = next((c for c in own if c.isalnum()), "").isupper()
        text = _written(text, words, document.text, pieces, upper)
        sentences.append(replace(sentence, start=start, end=len(text), paragraph=paragraph))
        at = sentence.end
    text += document.text[at:]
    report = replace(document.report, text=text, language=_READ_IN)
    return Document(report, _READ_IN, sentences=tuple(s for s in sentences if s.start < s.end)), Gloss(
        text, tuple(pieces)
    )


def _says_that(words: Sequence[Word], known: Glossary) -> bool:
    """ "Det siger ministeren": who says what the sentence before says."""
    if len(words) < 3 or words[0].written.lower() not in known.said or words[1].base[0] not in known.speech:
        return False
    return words[1].finite and words[2].kind not in ("pronoun", "when", "mark", "preposition")


def _english(text: str, sentence: Sentence, reader: Reader) -> list[Word]:
    known = reader.glossary
    words = reader.words(tokenise(text, sentence.start, sentence.end))
    words = with_adverbs(with_particles(words, known), known)
    words = with_measures(in_english_order(words, known), known)
    words = with_real_subjects(with_circumstances_last(words, known))
    words = with_adverbs_first(words, known)
    words = with_english_verbs(words, known)
    words = with_promises(with_plans(words, known), known)
    words = with_agreement(words, known)
    words = with_negation(words, known)
    words = with_home(with_relatives(words, known), known)
    return with_articles(with_commas(with_prepositions(words, known)))


def _written(text: str, words: Sequence[Word], own: str, pieces: list[Piece], upper: bool) -> str:
    """The text with the words of a sentence put behind it; `pieces` grows by them."""
    before: Word | None = None
    for word in words:
        if not word.english:
            continue
        english = word.english
        led = not text.endswith(", ")
        if upper and led and (before is None or not _started(words, before)):
            english = english[0].upper() + english[1:]
        if before is not None and _spaced(before, word, own):
            text += " "
        pieces.append(Piece(len(text), len(text) + len(english), Span(word.start, word.end)))
        text += english
        before = word
    return text


def _started(words: Sequence[Word], before: Word) -> bool:
    """Whether a word, and no mark alone, has been written."""
    return before.kind != "mark" or any(w.kind != "mark" for w in words[: words.index(before)])


def _spaced(before: Word, word: Word, own: str) -> bool:
    if word.kind == "mark":
        return own[word.start - 1].isspace() if word.start else False
    return before.kind != "mark" or own[before.end : before.end + 1].isspace()
