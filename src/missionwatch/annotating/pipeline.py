"""From a report to a document with all its layers: the list of steps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from missionwatch.annotating.bare_bodies import find_bare_bodies
from missionwatch.annotating.bodies import find_bodies
from missionwatch.annotating.capitals import with_capitals
from missionwatch.annotating.councils import with_councils
from missionwatch.annotating.descriptions import describe_missions
from missionwatch.annotating.glossing.gloss import glossed
from missionwatch.annotating.implied import with_implied_missions
from missionwatch.annotating.language import RULES, language_of
from missionwatch.annotating.mentions import find_mentions
from missionwatch.annotating.people import with_people
from missionwatch.annotating.quotes import with_quotes
from missionwatch.annotating.sentences import sentences
from missionwatch.annotating.short_names import with_short_names
from missionwatch.annotating.steps import Step
from missionwatch.annotating.times import with_times
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.model.document import Document, Mention, Quote, TimeExpression
from missionwatch.model.gloss import Gloss
from missionwatch.model.report import Report

Layer = TypeVar("Layer", Mention, TimeExpression)
Found = TypeVar("Found", Mention, TimeExpression, Quote)


def naming(catalogue: Catalogue) -> tuple[Step, ...]:
    """What is done first to a report with sentences, in order: who and what is named or meant in it."""
    return (
        lambda document: replace(document, mentions=find_mentions(document, catalogue)),
        lambda document: replace(
            document, mentions=find_bodies(document.text, document.mentions, catalogue, document.language)
        ),
        lambda document: replace(document, mentions=find_bare_bodies(document, catalogue)),
        lambda document: with_capitals(document, catalogue),
        with_short_names,
        lambda document: with_people(document, catalogue),
        lambda document: describe_missions(document, catalogue),
        lambda document: with_implied_missions(document, catalogue),
        lambda document: with_councils(document, catalogue),
    )


def telling(catalogue: Catalogue) -> tuple[Step, ...]:
    """What is done then: when it was, and who says so."""
    return (with_times, lambda document: with_quotes(document, catalogue))


def annotate(report: Report, catalogue: Catalogue, *, for_claims: bool = False) -> Document:
    """The report with its sentences, mentions, time expressions and quotes.

    With `for_claims` times and quotes are left out where the report names nothing that claims are made about. One
    in another language than that of the rules is read through a gloss. Raises UnsupportedLanguage where its
    language is not read at all.
    """
    document = with_sentences(Document(report, language_of(report)))
    if document.language != RULES:
        return _glossed(document, catalogue)
    return _layered(document, catalogue, for_claims=for_claims)


def _layered(document: Document, catalogue: Catalogue, *, for_claims: bool = False) -> Document:
    for step in naming(catalogue):
        document = step(document)
    if for_claims and not any(m.kind in ("mission", "organisation") for m in document.mentions):
        return document
    for step in telling(catalogue):
        document = step(document)
    return document


def _glossed(document: Document, catalogue: Catalogue) -> Document:
    """The layers that the gloss of a document has, at the document's own words."""
    rendered, gloss = glossed(document, catalogue)
    read = _layered(rendered, catalogue)
    text = document.text
    return replace(
        document,
        gloss=gloss,
        read=read,
        mentions=tuple(_in_order(_at(m, gloss, text) for m in read.mentions)),
        times=tuple(_in_order(_at(t, gloss, text) for t in read.times)),
        quotes=tuple(_in_order(_quote_at(q, gloss) for q in read.quotes)),
    )


def _at(layer: Layer, gloss: Gloss, text: str) -> Layer | None:
    """A mention or a time expression at the report's own words."""
    own = gloss.back(layer.span)
    return replace(layer, start=own.start, end=own.end, text=own.of(text)) if own else None


def _quote_at(quote: Quote, gloss: Gloss) -> Quote | None:
    own = gloss.back(quote.span)
    speaker = gloss.back(quote.speaker_span) if quote.speaker_span else None
    return replace(quote, start=own.start, end=own.end, speaker_span=speaker) if own else None


def _in_order(found: Iterable[Found | None]) -> list[Found]:
    return sorted((f for f in found if f is not None), key=lambda f: (f.start, -f.end))


def with_sentences(document: Document) -> Document:
    report = document.report
    return replace(document, sentences=sentences(report.text, document.language, report.title))
