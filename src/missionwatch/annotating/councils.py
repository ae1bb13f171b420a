"""A council by its bare noun: "the council voted" is the one that the report has named, else that of those who run its
missions."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from missionwatch.annotating.bodies import merge
from missionwatch.annotating.words import alternatives, words
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.catalogue.entries import Body
from missionwatch.model.document import Document, Mention

_KIND = "council"


@cache
def _bare(language: str) -> re.Pattern[str]:
    data = words(language, "bodies")
    between = alternatives(data.listed("between-council"))
    nouns = alternatives(data.listed("councils"))
    return re.compile(
        rf"(?<![\w-])(?:the|a)\s+(?:(?:{between}|\d+-\w+)\s+)?(?P<noun>{nouns})\b(?!-\w)(?!\s+(?:of|for)\b)"
        r"(?!['’]?\w)(?!\s+(?-i:[A-Z]))",
        re.I,
    )


def with_councils(document: Document, catalogue: Catalogue) -> Document:
    """The document with the councils that are named by their noun alone; where two may be meant, none is."""
    added: list[Mention] = []
    for match in _bare(document.language).finditer(document.text):
        start, end = match.span("noun")
        if any(m.start < end and start < m.end for m in document.mentions):
            continue
        council = _meant(document, start, catalogue)
        if council is not None:
            added.append(
                Mention(start, end, document.text[start:end], "body", council.id, council.name, of=council.of)
            )
    return replace(document, mentions=merge(document.mentions, added)) if added else document


def _meant(document: Document, before: int, catalogue: Catalogue) -> Body | None:
    """The council that was named last before a position, else the only one of those who run the report's missions."""
    councils = {b.id: b for b in catalogue.bodies if b.kind == _KIND}
    named = [m.id for m in document.mentions if m.end <= before and m.id in councils]
    if named:
        return councils[named[-1] or ""]
    run = {catalogue.mission(m.id).organisation for m in document.mentions if m.kind == "mission" and m.id}
    deciding = {b.of: b for b in reversed(tuple(councils.values()))}  # the first of each in the catalogue
    return deciding.get(next(iter(run)) or "") if len(run) == 1 else None
