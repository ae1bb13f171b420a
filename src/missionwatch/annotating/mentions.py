"""What of the catalogue a report names, and where."""

from __future__ import annotations

import re
from functools import cache

from missionwatch.annotating.context import Reading, choose
from missionwatch.annotating.folding import fold
from missionwatch.annotating.naming import usual_name
from missionwatch.annotating.phrases import Found, PhraseBook, longest
from missionwatch.annotating.words import words
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.catalogue.entries import Phrase
from missionwatch.model.document import Document, Mention

_REMEMBERED = 2
_DESCRIBES = re.compile(r"\b(?:mission|force|operation)\b")

_BOOKS: dict[tuple[int, str], tuple[Catalogue, PhraseBook[Phrase]]] = {}


def _book(catalogue: Catalogue, language: str) -> PhraseBook[Phrase]:
    """The catalogue's phrases, made ready once for each catalogue (told apart by identity: comparing is slow)."""
    key = id(catalogue), language
    if key not in _BOOKS:
        if len(_BOOKS) >= 8:
            _BOOKS.clear()
        _BOOKS[key] = catalogue, PhraseBook((phrase.text, phrase) for phrase in catalogue.phrases(language))
    return _BOOKS[key][1]


def find_mentions(document: Document, catalogue: Catalogue) -> tuple[Mention, ...]:
    """The missions, nations, organisations, bodies and places that the text names, the longest names only.

    A name that may mean several things is kept only where the rest of the report decides between them.
    """
    text = document.text
    folded = fold(text)
    risks = words(document.language, "bodies").set("lower_case_risks")
    nouns = [(one.start, one.end) for one in _nouns(document.language).find(folded)]
    found = []
    for one in _book(catalogue, document.language).find(folded):
        written = text[one.start : one.end]
        meanings = tuple(
            phrase
            for phrase in one.meanings
            if written_so(written, phrase, risks) and _can_be_known(written, phrase, document, catalogue)
        )
        if meanings and not any(one.start < a < one.end < b for a, b in nouns):
            found.append(Found(one.start, one.end, meanings))
    chosen = _chosen(found, Reading.of(document, longest(found), catalogue), catalogue)
    return tuple(_mention(text, one, phrase, catalogue) for one, phrase in chosen)


@cache
def _nouns(language: str) -> PhraseBook[str]:
    """Roles and bodies: a name that ends in the midst of one ("Danish defence" before "minister") is none."""
    bodies, people = words(language, "bodies"), words(language, "people")
    listed = [
        word
        for kind in ("nation", "organisation")
        for names in bodies.groups(kind).values()
        for word in names
    ]
    return PhraseBook(
        (word, word) for word in (*listed, *people.listed("offices"), *people.listed("voices")) if " " in word
    )


def _chosen(
    found: list[Found[Phrase]], reading: Reading, catalogue: Catalogue
) -> list[tuple[Found[Phrase], Phrase]]:
    """The longest names with their meanings; where nothing decides a name's meaning, the names within it count."""
    while True:
        kept = [(one, choose(one, reading, catalogue)) for one in longest(found)]
        undecided = {(one.start, one.end) for one, phrase in kept if phrase is None}
        if not undecided:
            return [(one, phrase) for one, phrase in kept if phrase]
        found = [one for one in found if (one.start, one.end) not in undecided]


def written_so(written: str, phrase: Phrase, risks: frozenset[str] = frozenset()) -> bool:
    """Whether the case of the words allows this meaning."""
    if phrase.exact_case:
        flat = " ".join(written.replace("’", "'").split())
        shouted = flat.isupper() and len(flat) > 3 and not phrase.text.isupper()
        return flat == " ".join(phrase.text.replace("’", "'").split()) or (
            shouted and flat == phrase.text.upper()
        )
    if written.lower() in risks:
        return written[:1].isupper()
    return True


def _can_be_known(written: str, phrase: Phrase, document: Document, catalogue: Catalogue) -> bool:
    """No report writes of a mission years before it: the words then mean another one. Nor does "the UN mission in
    Sudan", in small letters, mean the one of ten years ago."""
    published = document.report.published
    if phrase.kind != "mission" or published is None or published.latest is None:
        return True
    mission = catalogue.mission(phrase.id)
    start, end = mission.start, mission.end
    if start is not None and start.earliest is not None and published.latest.year < start.earliest.year - 1:
        return False
    over = (
        end is not None and end.latest is not None and published.latest.year > end.latest.year + _REMEMBERED
    )
    return not (over and _DESCRIBES.search(written))


def _mention(text: str, one: Found[Phrase], phrase: Phrase, catalogue: Catalogue) -> Mention:
    name = usual_name(catalogue, phrase.kind, phrase.id)
    of = catalogue.body(phrase.id).of if phrase.kind == "body" else None
    return Mention(
        one.start, one.end, text[one.start : one.end], phrase.kind, phrase.id, name, phrase.form, of=of
    )
