"""Which full name a later, shorter one stands for, and which role a person has in the report."""

from __future__ import annotations

import re
from collections.abc import Iterable

from missionwatch.annotating.folding import fold
from missionwatch.annotating.names import Name
from missionwatch.annotating.persons import Person
from missionwatch.annotating.roles import Role
from missionwatch.annotating.words import words


class Register:
    """Full names by the parts of them that stand for the whole; a part of two people's names stands for neither."""

    def __init__(self, people: Iterable[Person], language: str) -> None:
        self._heads = words(language, "people").set("heads")
        self._people: dict[str, list[Person]] = {}
        self._by_part: dict[str, set[str]] = {}
        everybody = list(people)
        longs = [p for p in everybody if len(p.name.parts) > 1]
        for person in longs:
            full = self._known_as(person.name.parts) or person.name.written
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
        return next(iter(known)) if len(known) == 1 else name.written

    def role(self, full: str) -> Role | None:
        """The first role that the report gives the person, one that names its owner before others."""
        roles = [p.role for p in self._people.get(full, ()) if p.role]
        return next((r for r in roles if r.of), roles[0] if roles else None)

    def holder(self, role: Role, definite: bool) -> str | None:
        """The one person of the report who has this role, or whom the report names right beside it.

        `definite`: "the spokesman" may be one whom the report has named, "a spokesman" may not.
        """
        beside = [
            f for f, people in self._people.items() for p in people if p.role and p.role.start == role.start
        ]
        if beside:
            return beside[0]
        if role.kind == "unnamed" or (role.kind == "voice" and not definite):
            return None
        if role.text.lower() in self._heads and role.of:
            return self._one_of({f for f, p in self._in_office() if p.role and p.role.of in (role.of, None)})
        same = {f for f, p in self._in_office() if p.role and _plain(p.role) == _plain(role)}
        fitting = {
            f
            for f, p in self._in_office()
            if f in same and p.role and (not role.of or p.role.of in (role.of, None))
        }
        return self._one_of(fitting)

    def _in_office(self) -> list[tuple[str, Person]]:
        return [(full, person) for full, people in self._people.items() for person in people if person.role]

    @staticmethod
    def _one_of(names: set[str]) -> str | None:
        return next(iter(names)) if len(names) == 1 else None


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
    if re.fullmatch(r"[A-Z][a-z]+-[a-z]+", parts[-1]):  # the family name comes first: Ban Ki-moon
        ends.add(_key(parts[:1]))
    bare = {part.split("-", 1)[1] for part in parts if re.match(r"[a-zA-Z]{2,3}-[A-Z]", part)}
    return ends | {_key((part,)) for part in bare}
