"""People that a report names, their full names, their roles and whom they belong to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from missionwatch.annotating.apart import Apart
from missionwatch.annotating.bodies import merge
from missionwatch.annotating.folding import fold
from missionwatch.annotating.names import Name, find_names
from missionwatch.annotating.namesakes import Register
from missionwatch.annotating.persons import as_person
from missionwatch.annotating.roles import Role, display, find_roles
from missionwatch.annotating.words import alternatives, words
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.model.document import Document, Mention

_NEAR = 200  # a role further from a name than this is not that person's
_SHOWN = frozenset({"office", "voice", "unnamed"})


def with_people(document: Document, catalogue: Catalogue) -> Document:
    """The step: the document with its people."""
    return replace(document, mentions=find_people(document, catalogue))


def find_people(document: Document, catalogue: Catalogue) -> tuple[Mention, ...]:
    """The mentions with the people, by full name and by surname, and with the roles that stand for people."""
    text, language = document.text, document.language
    roles = [
        r
        for r in find_roles(text, fold(text), document.mentions, language)
        if not _adjective(text, r, language)
    ]
    names = find_names(_masked(text, roles), document.mentions, language)
    heads = [s.span for s in document.sentences if s.headline]
    starts = [role.start for role in roles]
    people = [
        as_person(
            text,
            name,
            roles[bisect_left(starts, name.start - _NEAR) : bisect_left(starts, name.end + _NEAR)],
            language,
            any(h.start <= name.start < h.end for h in heads),
        )
        for name in names
    ]
    register = Register([person for person in people if person], language)
    beside = {person.name.start for person in people if person and person.sure}
    countries = {m.start for m in document.mentions if m.kind in ("nation", "place")}
    called = [n for n in names if n.weight > 1 or n.start in beside or n.start not in countries]
    named = [_named(text, name, register) for name in called if register.full(name)]
    shown = [_shown(text, role, register, catalogue) for role in roles if role.kind in _SHOWN]
    taken = Apart()
    for mention in named:
        taken.take(mention.start, mention.end)
    return merge(document.mentions, [*named, *(m for m in shown if taken.is_free(m.start, m.end))])


def _masked(text: str, roles: Iterable[Role]) -> str:
    """The text with roles and ranks blotted out, so that "Foreign Minister Kofod" leaves "Kofod"."""
    pieces, at = [], 0
    for role in roles:
        if role.start >= at:
            pieces += [text[at : role.start], "0" * (role.end - role.start)]
            at = role.end
    return "".join((*pieces, text[at:]))


@cache
def _follows_noun(language: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """Roles that are adjectives too, and what follows where they are roles."""
    speech, people = words(language, "speech"), words(language, "people")
    verbs = [w for row in (*speech.rows("say"), *speech.rows("announce")) for w in row]
    after = (
        *verbs,
        *speech.listed("between"),
        *speech.listed("not_said"),
        *people.listed("role_links"),
        *people.listed("after_role"),
    )
    return people.set("also_adjectives"), re.compile(rf"\s+(?:{alternatives(after)})\b", re.I)


def _adjective(text: str, role: Role, language: str) -> bool:
    """Whether the words describe the noun behind them: "an official visit"."""
    both, follows = _follows_noun(language)
    if role.text.lower() not in both or role.whole_end != role.end:
        return False
    return bool(re.match(r"\s+[a-z]", text[role.end :])) and not follows.match(text, role.end)


def _named(text: str, name: Name, register: Register) -> Mention:
    full = register.full(name) or name.written
    role = register.role(full)
    called = " ".join(role.text.split()) if role else None
    of = role.of if role else None
    return Mention(
        name.start, name.end, text[name.start : name.end], "person", None, full, "name", called, of
    )


def _shown(text: str, role: Role, register: Register, catalogue: Catalogue) -> Mention:
    """A role that stands for a person, with the person's name where the report gives it."""
    holder = register.holder(
        role, definite=bool(re.search(r"\bthe\s+$", text[: role.whole_start][-8:], re.I))
    )
    known = register.role(holder) if holder else None
    of = role.of or (known.of if known else None)
    # "KFOR's commander" stays two mentions: the mission that owns a role is itself spoken of.
    start = role.start if role.owner is not None and role.owner.kind == "mission" else role.whole_start
    called = " ".join(role.text.split())
    name = holder or display(role, catalogue)
    return Mention(start, role.end, text[start : role.end], "person", None, name, "role", called, of)
