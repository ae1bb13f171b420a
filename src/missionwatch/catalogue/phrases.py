"""The phrases that name the entries of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Protocol

from missionwatch.catalogue.entries import Body, Mission, Nation, Organisation, Phrase, Place, Words
from missionwatch.catalogue.mission_names import MissionNames
from missionwatch.catalogue.names import is_acronym, plain


class Named(Protocol):
    """What phrases are made from."""

    @property
    def missions(self) -> tuple[Mission, ...]: ...
    @property
    def nations(self) -> tuple[Nation, ...]: ...
    @property
    def organisations(self) -> tuple[Organisation, ...]: ...
    @property
    def bodies(self) -> tuple[Body, ...]: ...
    @property
    def places(self) -> tuple[Place, ...]: ...


def phrases_of(named: Named, names: MissionNames, language: str) -> tuple[Phrase, ...]:
    """All phrases in a language, the longest first, then by text, kind and id, each once."""
    found = [
        *_of_missions(names, named.missions),
        *_of_nations(named.nations, language),
        *_of_organisations(named.organisations, language),
        *_of_named(named.bodies, "body", language),
        *_of_named(named.places, "place", language),
    ]
    once = {(p.text, p.kind, p.id): p for p in reversed(found)}
    return tuple(sorted(once.values(), key=lambda p: (-len(p.text), p.text, p.kind, p.id)))


def _of_missions(names: MissionNames, missions: Iterable[Mission]) -> Iterator[Phrase]:
    for mission in missions:
        if mission.kind == "organisation":
            continue
        for name in names.of(mission.id):
            if (
                "(" in name.text
            ):  # a name told apart by a word in brackets; its other names are the ones in use
                continue
            exact = (name.text,) if name.exact else ()
            unsure = () if names.is_sure(name) else (name.text,)
            for text in dict.fromkeys((name.text, _dotted(name.text))):
                yield from _phrases(text, "mission", mission.id, exact, unsure)
            for text in _turned(name.text):
                yield from _phrases(text, "mission", mission.id, (text,), (text,) if unsure else ())


def _dotted(name: str) -> str:
    """The name with its organisation as news agencies write it ("U.N. Mission in Liberia")."""
    return re.sub(r"\b([A-Z])([A-Z])\b(?= )", r"\1.\2.", name)


def _turned(name: str) -> tuple[str, ...]:
    """The name of an operation the other way round ("the Triton operation"), with the code name as a name."""
    code = name.removeprefix("Operation ")
    return (f"{code.title() if code.isupper() else code} operation",) if code != name else ()


def _of_nations(nations: Iterable[Nation], language: str) -> Iterator[Phrase]:
    for nation in nations:
        for form, words in (
            ("name", nation.names),
            ("adjective", nation.adjectives),
            ("demonym", nation.people),
        ):
            for text in words.get(language, ()):
                yield from _phrases(text, "nation", nation.id, nation.exact, (), form)


def _of_organisations(organisations: Iterable[Organisation], language: str) -> Iterator[Phrase]:
    for organisation in organisations:
        yield from _of_named((organisation,), "organisation", language)
        for text in organisation.adjectives.get(language, ()):
            yield from _phrases(text, "organisation", organisation.id, organisation.exact, (), "adjective")


def _of_named(items: Iterable[Organisation | Body | Place], kind: str, language: str) -> Iterator[Phrase]:
    for item in items:
        acronym = None if isinstance(item, Place) else item.acronym
        for text in (item.name, acronym, *_in(item.aliases, language)):
            if text:
                yield from _phrases(text, kind, item.id, item.exact, item.ambiguous)


def _in(words: Words, language: str) -> tuple[str, ...]:
    """The words of a language, and the English ones, which reports in other languages use as well."""
    return words.get("en", ()) if language == "en" else (*words.get(language, ()), *words.get("en", ()))


def _phrases(
    text: str, kind: str, id: str, exact: Collection[str], ambiguous: Collection[str], form: str = "name"
) -> Iterator[Phrase]:
    """The phrase, and the same without the marks on its letters."""
    acronym = form == "name" and is_acronym(text)
    short = acronym and sum(c.isalpha() for c in text) <= 3
    for spelling in dict.fromkeys((text, plain(text))):
        yield Phrase(
            text=spelling,
            kind=kind,
            id=id,
            form="acronym" if acronym else form,
            exact_case=short or text in exact,
            needs_context=text in ambiguous,
        )
