"""Bodies of a nation or an organisation that are named by rule: "Iraqi parliament", "parliament in Baghdad"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from missionwatch.annotating.apart import Apart
from missionwatch.annotating.naming import adjective_of
from missionwatch.annotating.words import alternatives, words
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.model.document import Mention

_LINKS = frozenset(("of", "in", "for", "the"))
"""With one of these end the words between a body and the owner behind it."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The usual names of bodies by how they are written, and where they stand beside their owner."""

    usual: dict[str, dict[str, str]]
    after: dict[str, re.Pattern[str]]
    before: dict[str, re.Pattern[str]]
    within: frozenset[str]


@cache
def _patterns(language: str) -> _Patterns:
    data = words(language, "bodies")
    usual: dict[str, dict[str, str]] = {}
    after: dict[str, re.Pattern[str]] = {}
    before: dict[str, re.Pattern[str]] = {}
    between = alternatives(data.listed("between"))
    for kind in ("nation", "organisation"):
        usual[kind] = {word: name for name, listed in data.groups(kind).items() for word in listed}
        nouns = alternatives(usual[kind])
        after[kind] = re.compile(
            rf"(?:['’]s?)?\s+(?:(?:{between}|\d+)\s+)*?(?P<noun>{nouns})\b(?!['’-]\w{{2}})", re.I
        )
        before[kind] = re.compile(rf"\b(?P<noun>{nouns})\s+(?P<link>of|in|for)\s+(?:the\s+)?$", re.I)
    return _Patterns(usual, after, before, data.set("in"))


def find_bodies(
    text: str, mentions: tuple[Mention, ...], catalogue: Catalogue, language: str
) -> tuple[Mention, ...]:
    """The mentions with the bodies of their nations and organisations; an owner within one is dropped."""
    found = [body for owner in mentions for body in _bodies_of(text, owner, catalogue, _patterns(language))]
    if not found:
        return mentions
    return merge(mentions, found)


def merge(mentions: tuple[Mention, ...], added: list[Mention]) -> tuple[Mention, ...]:
    """Both, without what lies in a longer one of the added or overlaps it; of two added that overlap, the longer."""
    apart = Apart()
    longest_first = sorted(added, key=lambda m: (m.start - m.end, m.start))
    kept = [one for one in longest_first if apart.take(one.start, one.end)]
    rest = [one for one in mentions if apart.is_free(one.start, one.end)]
    return tuple(sorted((*rest, *kept), key=lambda m: (m.start, m.end)))


def _bodies_of(text: str, owner: Mention, catalogue: Catalogue, patterns: _Patterns) -> Iterator[Mention]:
    kind, of, named = _owner(owner, catalogue)
    if kind is None or of is None:
        return
    if after := patterns.after[kind].match(text, owner.end):
        yield _body(text, owner.start, after.end(), patterns.usual[kind], after["noun"], of, named)
    window = max(0, owner.start - 60)
    last = text[window : owner.start].lower().split()[-1:]
    before = None if _LINKS.isdisjoint(last) else patterns.before[kind].search(text[window : owner.start])
    if before and owner.form not in ("adjective", "demonym"):
        if (
            before["link"].lower() == "in"
            and _usual(patterns.usual[kind], before["noun"]) not in patterns.within
        ):
            return
        noun = before["noun"]
        yield _body(text, window + before.start("noun"), owner.end, patterns.usual[kind], noun, of, named)


def _owner(owner: Mention, catalogue: Catalogue) -> tuple[str | None, str | None, str]:
    """The kind of the owner, its id and the word that goes before the body's noun ("Danish", "NATO")."""
    if owner.kind == "nation" and owner.id:
        return "nation", owner.id, adjective_of(catalogue, owner.id)
    if owner.kind == "place" and owner.id and (nation := catalogue.nation_of_capital(owner.id)):
        return "nation", nation.id, adjective_of(catalogue, nation.id)
    if owner.kind == "organisation" and owner.id:
        return "organisation", owner.id, catalogue.organisation(owner.id).acronym or owner.name
    return None, None, ""


def _usual(usual: dict[str, str], noun: str) -> str:
    return usual[" ".join(noun.lower().split())]


def _body(text: str, start: int, end: int, usual: dict[str, str], noun: str, of: str, named: str) -> Mention:
    return Mention(start, end, text[start:end], "body", None, f"{named} {_usual(usual, noun)}", of=of)
