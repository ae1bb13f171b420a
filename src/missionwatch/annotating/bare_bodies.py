"""Bodies named without their nation: "the defence ministry said", "its parliament voted"."""

from __future__ import annotations

import re
from functools import cache

from missionwatch.annotating.bodies import merge
from missionwatch.annotating.naming import adjective_of
from missionwatch.annotating.words import alternatives, words
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.model.document import Document, Mention

_DATELINE = re.compile(r"\s*(?:\([^)]{1,60}\))?\s*(?:,[^–—.-]{0,40})?\s*[–—-]")
_NEAR = 320  # so far back the nation may stand that "its" means


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], dict[str, str], re.Pattern[str]]:
    data = words(language, "bodies")
    bare = data.set("bare")
    usual = {word: name for name, listed in data.groups("nation").items() if name in bare for word in listed}
    owners, nouns, ministries = (
        alternatives(w) for w in (data.listed("owners"), usual, data.listed("ministries"))
    )
    whole = (
        rf"(?<![\w-])(?P<owner>the|{owners})\s+(?P<noun>{nouns})\b"
        r"(?!['’]?\w)(?!\s+(?:of|in|for)\s+(?:the\s+)?(?-i:[A-Z]))"
    )
    short = rf"(?<![\w-])the\s+(?P<noun>{ministries})\b(?!\s+(?:of|for)\b)"
    return re.compile(whole, re.I), usual, re.compile(short, re.I)


def find_bare_bodies(document: Document, catalogue: Catalogue) -> tuple[Mention, ...]:
    """The mentions with the bodies whose nation the rest of the report tells; where it does not, they are left out."""
    text, mentions = document.text, document.mentions
    whole, usual, short = _patterns(document.language)
    home = _home(document, catalogue)
    added: list[Mention] = []
    for match in whole.finditer(text):
        if any(m.start < match.end() and match.start("noun") < m.end for m in mentions):
            continue
        name = usual[" ".join(match["noun"].lower().split())]
        nation = _nation(match, name, mentions, home, catalogue)
        if nation:
            added.append(_body(text, match, f"{adjective_of(catalogue, nation)} {name}", nation))
    for match in short.finditer(text):
        earlier = [m for m in (*mentions, *added) if m.end <= match.start() and _is_ministry(m)]
        if earlier:
            last = max(earlier, key=lambda m: m.start)
            added.append(_body(text, match, last.name, last.of))
    return merge(mentions, added) if added else mentions


def _nation(
    match: re.Match[str], name: str, mentions: tuple[Mention, ...], home: str | None, catalogue: Catalogue
) -> str | None:
    """The id of the nation that the body belongs to, or None."""
    if match["owner"].lower() != "the":
        near = [m for m in mentions if m.kind == "nation" and 0 <= match.start() - m.end < _NEAR]
        return near[-1].id if near else None
    same = {m.of for m in mentions if m.kind == "body" and m.name.lower().endswith(f" {name}")}
    known = {nation.id for nation in catalogue.nations if nation.id in same}
    if len(known) == 1:
        return known.pop()
    return None if known else home


def _home(document: Document, catalogue: Catalogue) -> str | None:
    """The nation whose capital the report is written from ("COPENHAGEN – ..."), else the one that it opens with."""
    for sentence in document.sentences[:4]:
        for m in document.within(sentence.span):
            if (
                m.start == sentence.start
                and m.kind == "place"
                and m.id
                and _DATELINE.match(document.text, m.end)
            ):
                nation = catalogue.nation_of_capital(m.id)
                return nation.id if nation else None
    opening = [m for s in document.sentences[:3] for m in document.within(s.span)]
    spoken_of = {m.id for m in opening if m.kind == "nation" and m.form in ("adjective", "demonym")}
    return spoken_of.pop() if len(spoken_of) == 1 else None


def _is_ministry(mention: Mention) -> bool:
    return mention.kind == "body" and "ministry" in mention.name.lower()


def _body(text: str, match: re.Match[str], name: str, of: str | None) -> Mention:
    start, end = match.span("noun")
    return Mention(start, end, text[start:end], "body", None, name, "role", of=of)
