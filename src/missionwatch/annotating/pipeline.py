"""From a report to a document with all its layers: the list of steps."""

from __future__ import annotations

from dataclasses import replace

from missionwatch.annotating.bare_bodies import find_bare_bodies
from missionwatch.annotating.bodies import find_bodies
from missionwatch.annotating.descriptions import describe_missions
from missionwatch.annotating.implied import with_implied_missions
from missionwatch.annotating.language import language_of
from missionwatch.annotating.mentions import find_mentions
from missionwatch.annotating.people import with_people
from missionwatch.annotating.quotes import with_quotes
from missionwatch.annotating.sentences import sentences
from missionwatch.annotating.short_names import with_short_names
from missionwatch.annotating.steps import Step
from missionwatch.annotating.times import with_times
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.model.document import Document
from missionwatch.model.report import Report


def steps(catalogue: Catalogue) -> tuple[Step, ...]:
    """What is done to a report, in order. Each step rests on the layers before it."""
    return (
        with_sentences,
        lambda document: replace(document, mentions=find_mentions(document, catalogue)),
        lambda document: replace(
            document, mentions=find_bodies(document.text, document.mentions, catalogue, document.language)
        ),
        lambda document: replace(document, mentions=find_bare_bodies(document, catalogue)),
        with_short_names,
        lambda document: with_people(document, catalogue),
        lambda document: describe_missions(document, catalogue),
        lambda document: with_implied_missions(document, catalogue),
        with_times,
        lambda document: with_quotes(document, catalogue),
    )


def annotate(report: Report, catalogue: Catalogue) -> Document:
    """The report with its sentences, mentions, time expressions and quotes.

    Raises UnsupportedLanguage where its language is not read.
    """
    document = Document(report, language_of(report))
    for step in steps(catalogue):
        document = step(document)
    return document


def with_sentences(document: Document) -> Document:
    report = document.report
    return replace(document, sentences=sentences(report.text, document.language, report.title))
