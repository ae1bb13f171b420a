"""Bodies of organisations by their bare noun: "the council voted" is the one that the report has named, else that of
those who run its missions; "foreign ministers agreed" are theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from missionwatch.annotating.bodies import merge
from missionwatch.annotating.words import alternatives, words
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.catalogue.entries import Body
from missionwatch.model.document import Document, Mention

_KIND = "council"
_ENDS = r"\b(?!-\w)(?!\s+(?:of|for|from)\b)(?!['’]?\w)(?!\s+(?-i:[A-Z]))"


@cache
def _councils(language: str) -> re.Pattern[str]:
    data = words(language, "bodies")
    between, nouns = alternatives(data.listed("between-council")), alternatives(data.listed("councils"))
    return re.compile(rf"(?<![\w-])(?:the|a)\s+(?:(?:{between}|\d+-\w+)\s+)?(?P<noun>{nouns}){_ENDS}", re.I)


@cache
def _members(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    data = words(language, "bodies")
    usual = {word: name for name, listed in data.groups("members").items() for word in listed}
    opened = alternatives(data.listed("before-members"))
    return re.compile(
        rf"(?:^|[.,;:]\s+|\b(?:{opened})\s+)(?P<noun>{alternatives(usual)}){_ENDS}", re.I | re.M
    ), usual


def with_councils(document: Document, catalogue: Catalogue) -> Document:
    """The document with the bodies that are named by their noun alone; where two may be meant, none is."""
    if not any(m.kind in ("mission", "body") for m in document.mentions):
        return document
    added = (
        *_named_councils(document, catalogue),
        *_named_members(document, catalogue),
        *_named_owners(document, catalogue),
    )
    free = [m for m in added if not any(o.start < m.end and m.start < o.end for o in document.mentions)]
    return replace(document, mentions=merge(document.mentions, free)) if free else document


def _named_councils(document: Document, catalogue: Catalogue) -> Iterator[Mention]:
    for match in _councils(document.language).finditer(document.text):
        start, end = match.span("noun")
        council = _meant(document, start, catalogue)
        if council is not None:
            text = document.text[start:end]
            yield Mention(start, end, text, "body", council.id, council.name, of=council.of)


def _named_members(document: Document, catalogue: Catalogue) -> Iterator[Mention]:
    """Ministers and member states, of the one organisation of several nations that runs the report's missions."""
    pattern, usual = _members(document.language)
    owners = _running(document, catalogue)
    owner = next(iter(owners)) if len(owners) == 1 else None
    if owner is None or all(o.id != owner for o in catalogue.organisations):
        return
    name = catalogue.organisation(owner).acronym or catalogue.organisation(owner).name
    for match in pattern.finditer(document.text):
        start, end = match.span("noun")
        noun = usual[" ".join(match["noun"].lower().split())]
        yield Mention(start, end, document.text[start:end], "body", None, f"{name} {noun}", "role", of=owner)


def _named_owners(document: Document, catalogue: Catalogue) -> Iterator[Mention]:
    """ "The alliance", "the bloc": names that mean others too are those of who runs the report's missions."""
    owners = _running(document, catalogue)
    for owner in catalogue.organisations:
        if owners != {owner.id}:
            continue
        for name in owner.ambiguous:
            for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w’'-])", document.text, re.I):
                yield Mention(*match.span(), match.group(), "organisation", owner.id, owner.name, "name")


def _running(document: Document, catalogue: Catalogue) -> set[str | None]:
    named = (m.id for m in document.mentions if m.kind == "mission" and m.id)
    return {catalogue.mission(id).organisation for id in named}


def _meant(document: Document, before: int, catalogue: Catalogue) -> Body | None:
    """The council that was named last before a position, else the only one of those who run the report's missions."""
    councils = {b.id: b for b in catalogue.bodies if b.kind == _KIND}
    named = [m.id for m in document.mentions if m.end <= before and m.id in councils]
    if named:
        return councils[named[-1] or ""]
    owners = _running(document, catalogue)
    deciding = {b.of: b for b in reversed(tuple(councils.values()))}  # the first of each in the catalogue
    return deciding.get(next(iter(owners)) or "") if len(owners) == 1 else None
