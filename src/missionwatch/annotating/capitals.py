"""Capitals that stand for their governments: "Berlin will send 300 soldiers"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from missionwatch.annotating.words import alternatives, words
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.model.document import Document, Mention


def with_capitals(document: Document, catalogue: Catalogue) -> Document:
    """The step: a capital that does what governments do is its nation."""
    starts = frozenset(s.start for s in document.sentences)
    return replace(
        document, mentions=tuple(_meant(m, document, catalogue, starts) for m in document.mentions)
    )


def _meant(mention: Mention, document: Document, catalogue: Catalogue, starts: frozenset[int]) -> Mention:
    nation = catalogue.nation_of_capital(mention.id) if mention.kind == "place" and mention.id else None
    if nation is None or not _acts(document, mention, starts):
        return mention
    return replace(mention, kind="nation", id=nation.id, name=nation.name)


def _acts(document: Document, mention: Mention, starts: frozenset[int]) -> bool:
    """Whether the capital begins a clause and a verb of deciding or doing follows at once."""
    opens, doing = _around(document.language)
    text = document.text
    begins = mention.start in starts or opens.search(text[max(0, mention.start - 20) : mention.start])
    return bool(begins) and bool(doing.match(text, mention.end))


@cache
def _around(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = words(language, "bodies")
    opens = rf"(?:[“\"„;:,]|\b(?:{alternatives(data.listed('clause_openers'))}))\s*$"
    adverbs, verbs = (
        alternatives(data.listed("government_adverbs")),
        alternatives(data.listed("government_verbs")),
    )
    doing = rf"\s+(?:(?:{adverbs})\s+)?(?:{verbs})\b(?!\s+been\b)"
    return re.compile(opens, re.I), re.compile(doing)
