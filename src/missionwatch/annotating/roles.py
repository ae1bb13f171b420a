"""Roles, ranks and titles in a text, with whom they belong to: "the Danish defence minister", "NATO's spokesman"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from missionwatch.annotating.apart import Apart
from missionwatch.annotating.folding import Folded
from missionwatch.annotating.naming import adjective_of
from missionwatch.annotating.phrases import PhraseBook, longest
from missionwatch.annotating.words import alternatives, words
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.model.document import Mention

_KINDS = {"ranks": "rank", "titles": "title", "offices": "office", "voices": "voice", "unnamed": "unnamed"}


@cache
def _links(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand between an owner and the role behind it, and between a role and the owner behind that."""
    data = words(language, "people")
    left = rf"(?:['’]s?)?[\s-]+(?:(?:{alternatives(data.listed('role_modifiers'))})[\s-]+)*"
    links, objects = alternatives(data.listed("role_links")), alternatives(data.listed("role_objects"))
    right = rf"\s+(?:{links})\s+(?:(?:{objects})\s+(?:of|in)\s+(?:the\s+)?)?"
    return re.compile(left, re.I), re.compile(right, re.I)


@dataclass(frozen=True, slots=True)
class Role:
    """A role's own words (`start`..`end`), the whole phrase with its owner, and the owner's id.

    `kind` is rank, title, office (one person holds it), voice (an official, a spokesman) or unnamed (sources).
    """

    start: int
    end: int
    text: str
    kind: str
    whole_start: int
    whole_end: int
    of: str | None = None
    owner: Mention | None = None


@cache
def _book(language: str) -> PhraseBook[str]:
    data = words(language, "people")
    return PhraseBook((word, kind) for key, kind in _KINDS.items() for word in data.listed(key))


def find_roles(text: str, folded: Folded, mentions: tuple[Mention, ...], language: str) -> list[Role]:
    """Every role, rank and title that lies in no other mention, in the order of the text."""
    before = {m.end: m for m in mentions}
    after = {m.start: m for m in mentions}
    named = Apart()
    for mention in mentions:
        named.take(mention.start, mention.end)
    roles = []
    for one in longest(_book(language).find(folded)):
        if not named.is_free(one.start, one.end):
            continue
        kind = next((k for k in ("office", "voice", "unnamed", "rank", "title") if k in one.meanings), "rank")
        if "rank" in one.meanings and "office" in one.meanings:
            kind = "office"
        role = Role(one.start, one.end, text[one.start : one.end], kind, one.start, one.end)
        roles.append(_with_owner(text, role, before, after, language))
    return roles


def _with_owner(
    text: str, role: Role, before: dict[int, Mention], after: dict[int, Mention], language: str
) -> Role:
    if role.kind in ("rank", "title"):
        return role
    left, right = _links(language)
    for end in range(role.start - 1, max(-1, role.start - 40), -1):
        owner = before.get(end)
        if owner is None:
            continue
        if left.fullmatch(text, end, role.start) and _owns(owner):
            return _owned(role, owner, owner.start, role.end)
        break
    owner_right, end = _right(text, role, after, right)
    return _owned(role, owner_right, role.start, end) if owner_right else role


def _right(
    text: str, role: Role, after: dict[int, Mention], pattern: re.Pattern[str]
) -> tuple[Mention | None, int]:
    link = pattern.match(text, role.end)
    owner = after.get(link.end()) if link else None
    return (
        (owner, owner.end)
        if owner and _owns(owner) and owner.form not in ("adjective", "demonym")
        else (None, role.end)
    )


def _owns(owner: Mention) -> bool:
    return owner.kind in ("nation", "organisation", "body", "mission")


def _owned(role: Role, owner: Mention, start: int, end: int) -> Role:
    of = owner.id if owner.id else owner.of
    return Role(role.start, role.end, role.text, role.kind, start, end, of, owner)


def display(role: Role, catalogue: Catalogue) -> str:
    """How an unnamed holder is called: "Danish defence minister", "NATO spokesman", else the role alone."""
    if role.owner is None:
        return " ".join(role.text.split())
    nation = role.owner.id if role.owner.kind == "nation" else None
    named = adjective_of(catalogue, nation) if nation else role.owner.name
    return f"{named} {' '.join(role.text.split())}"
