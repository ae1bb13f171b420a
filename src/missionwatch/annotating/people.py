"""People that a report names, their full names, their roles and whom they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from missionwatch.annotating.bodies import merge
from missionwatch.annotating.folding import fold
from missionwatch.annotating.names import Name, find_names
from missionwatch.annotating.roles import Role, display, find_roles
from missionwatch.annotating.words import alternatives, words
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.model.document import Document, Mention

_AFTER_NAME = re.compile(
    r"\s*,\s*(?:who\s+is\s+|as\s+)?(?:the\s+|a\s+|an\s+|its\s+|their\s+|his\s+)?(?:[\w.’'-]+\s+){0,3}?$"
)
_PARTY = re.compile(r"\s*\((?:[A-ZÆØÅ][\w-]{0,3}|\d{2})\)")
_BEFORE_GAP = re.compile(r"^\s*,?\s*$")
_RANK_GAP = re.compile(r"^\s*\(?\s*$")


@dataclass(frozen=True, slots=True)
class _Cues:
    """What stands directly before or after a name and shows that it is a person's."""

    verb_after: re.Pattern[str]
    verb_before: re.Pattern[str]
    cue_before: re.Pattern[str]


@cache
def _cues(language: str) -> _Cues:
    speech = words(language, "speech")
    verbs = alternatives(w for row in (*speech.rows("say"), *speech.rows("announce")) for w in row[1:4])
    between = alternatives(speech.listed("between"))
    return _Cues(
        re.compile(rf"\s*,?\s+(?:(?:{between})\s+)*(?:{verbs})\b"),
        re.compile(rf"\b(?:{verbs}|{alternatives(speech.listed('sources'))})\s*,?\s+$", re.I),
        re.compile(rf"\b(?:{alternatives(words(language, 'people').listed('before_person'))})\s+$", re.I),
    )


@dataclass(frozen=True, slots=True)
class _Person:
    name: Name
    role: Role | None
    strong: bool  # more than a verb of speech speaks for it


def find_people(document: Document, catalogue: Catalogue) -> tuple[Mention, ...]:
    """The mentions with the people, by full name and by surname, and with the roles that stand for people."""
    text, language = document.text, document.language
    roles = find_roles(text, fold(text), document.mentions, language)
    names = find_names(_masked(text, roles), document.mentions, language)
    people = [p for name in names if (p := _person(text, name, roles, _cues(language)))]
    register = _Register(people)
    named = [_mention(text, name, register) for name in names if register.full(name)]
    shown = [
        m
        for role in roles
        if role.kind in ("office", "voice", "unnamed")
        for m in _role_mention(text, role, register, catalogue)
    ]
    return merge(document.mentions, [*named, *(m for m in shown if not _inside(m, named))])


def _masked(text: str, roles: Iterable[Role]) -> str:
    """The text with roles and ranks blotted out, so that "Foreign Minister Kofod" leaves "Kofod"."""
    pieces, at = [], 0
    for role in roles:
        if role.start >= at:
            pieces += [text[at : role.start], "0" * (role.end - role.start)]
            at = role.end
    return "".join((*pieces, text[at:]))


def _person(text: str, name: Name, roles: Sequence[Role], cues: _Cues) -> _Person | None:
    """The name as a person's, with the role beside it, or None where nothing shows that it is one."""
    role, rank = None, False
    for one in roles:
        if one.whole_end <= name.start <= one.whole_end + 3 and _gap_before(text, one, name):
            role, rank = (one, rank) if one.kind in ("office", "voice") else (role, True)
        elif (
            name.end < one.start <= name.end + 60
            and role is None
            and name.weight > 1
            and one.kind in ("office", "voice", "rank")
        ):
            if _AFTER_NAME.fullmatch(text[name.end : one.whole_start]):
                role = one
    if role or rank:
        return _Person(name, role, True)
    if name.weight > 1 and (
        _PARTY.match(text, name.end) or cues.cue_before.search(text[max(0, name.start - 40) : name.start])
    ):
        return _Person(name, None, True)
    spoken = cues.verb_after.match(text, name.end) or cues.verb_before.search(
        text[max(0, name.start - 30) : name.start]
    )
    if spoken and not (name.weight == 1 and _shouted(name)):
        return _Person(name, None, False)
    if name.weight == 1 and _PARTY.match(text, name.end):
        return _Person(name, None, False)
    return None


def _gap_before(text: str, role: Role, name: Name) -> bool:
    gap = text[role.whole_end : name.start]
    if role.kind in ("rank", "title"):
        return bool(_RANK_GAP.match(gap)) and name.start > role.end
    return bool(_BEFORE_GAP.match(gap)) and ("," not in gap or name.weight > 1)


def _shouted(name: Name) -> bool:
    return all(part.isupper() for part in name.parts)


class _Register:
    """Full names by the parts of them that stand for the whole; a part of two people's names stands for neither."""

    def __init__(self, people: Iterable[_Person]) -> None:
        self._people: dict[str, list[_Person]] = {}
        self._by_part: dict[str, set[str]] = {}
        everybody = list(people)
        longs = [p for p in everybody if len(p.name.parts) > 1]
        for person in longs:
            full = self._known_as(person.name.parts) or " ".join(person.name.parts)
            self._people.setdefault(full, []).append(person)
            for part in _shorter(person.name.parts):
                self._by_part.setdefault(part, set()).add(full)
        for person in everybody:
            if len(person.name.parts) == 1:
                part = _key(person.name.parts)
                full = next(iter(self._by_part.get(part, {person.name.parts[0]})))
                if len(self._by_part.get(part, {full})) == 1:
                    self._people.setdefault(full, []).append(person)
                    self._by_part.setdefault(part, set()).add(full)

    def _known_as(self, parts: tuple[str, ...]) -> str | None:
        known = self._by_part.get(_key(parts), set())
        return next(iter(known)) if len(known) == 1 else None

    def full(self, name: Name) -> str | None:
        """The full name that this one stands for; itself where two people are called so; None for no person."""
        known = self._by_part.get(_key(name.parts))
        if not known:
            return None
        return next(iter(known)) if len(known) == 1 else " ".join(name.parts)

    def role(self, full: str) -> Role | None:
        """The first role that the report gives the person, one that names its owner before others."""
        roles = [p.role for p in self._people.get(full, ()) if p.role]
        return next((r for r in roles if r.of), roles[0] if roles else None)

    def holder(self, role: Role) -> str | None:
        """The one person of the report who has this role, or whom the report names right beside it."""
        beside = [
            f for f, people in self._people.items() for p in people if p.role and p.role.start == role.start
        ]
        if beside:
            return beside[0]
        if role.kind != "office":
            return None
        wanted = _plain(role)
        holders = {
            full
            for full, people in self._people.items()
            for p in people
            if p.role
            and _plain(p.role) == wanted
            and (role.of is None or p.role.of is None or role.of == p.role.of)
        }
        return holders.pop() if len(holders) == 1 else None


def _plain(role: Role) -> str:
    return " ".join(role.text.lower().replace("-", " ").replace("defense", "defence").split())


def _key(parts: Iterable[str]) -> str:
    return fold(" ".join(parts)).text.replace(".", "")


def _shorter(parts: tuple[str, ...]) -> set[str]:
    """The ways in which a later sentence may name the person: the whole, its ends, a surname before the last."""
    ends = {_key(parts[i:]) for i in range(len(parts))}
    ends.add(_key((parts[0], parts[-1])))
    if len(parts) > 2 and len(parts[-2]) > 3:
        ends.add(_key(parts[-2:-1]))
    bare = {part.split("-", 1)[1] for part in parts if re.match(r"[a-zA-Z]{2,3}-[A-Z]", part)}
    return ends | {_key((part,)) for part in bare}


def _mention(text: str, name: Name, register: _Register) -> Mention:
    full = register.full(name) or " ".join(name.parts)
    role = register.role(full)
    words_of_role = " ".join(role.text.split()) if role else None
    return Mention(
        name.start, name.end, text[name.start : name.end], "person", None, full, "name", words_of_role,
        role.of if role else None,
    )  # fmt: skip


def _role_mention(text: str, role: Role, register: _Register, catalogue: Catalogue) -> list[Mention]:
    holder = register.holder(role)
    name = holder or display(role, catalogue)
    known = register.role(holder) if holder else None
    of = role.of or (known.of if known else None)
    whole = text[role.whole_start : role.whole_end]
    mention = Mention(
        role.whole_start, role.whole_end, whole, "person", None, name, "role", " ".join(role.text.split()), of
    )
    return [mention]


def _inside(one: Mention, others: Iterable[Mention]) -> bool:
    return any(one.span.overlaps(other.span) for other in others)


def with_people(document: Document, catalogue: Catalogue) -> Document:
    """The step: the document with its people."""
    return replace(document, mentions=find_people(document, catalogue))
