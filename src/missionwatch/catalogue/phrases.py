"""The phrases that name the entries of the catalogue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from missionwatch.catalogue.entries import Body, Mission, Nation, Organisation, Phrase, Place, Words
from missionwatch.catalogue.names import fold, is_acronym, plain, spellings


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


def mission_names(mission: Mission, organisations: Iterable[Organisation]) -> tuple[str, ...]:
    """Every name of a mission with its plain variants: "UN Mission in X" beside "United Nations Mission in X"."""
    owners = [(o.name, o.acronym) for o in organisations if o.acronym and o.name in mission.name]
    return tuple(dict.fromkeys(form for name in mission.names for form in spellings(name, owners)))


def phrases_of(named: Named, language: str) -> tuple[Phrase, ...]:
    """All phrases in a language, the longest first, then by text, kind and id, each once."""
    found = [
        *_of_missions(named.missions, named.organisations),
        *_of_nations(named.nations, language),
        *_of_organisations(named.organisations, language),
        *_of_named(named.bodies, "body", language),
        *_of_named(named.places, "place", language),
    ]
    once = {(p.text, p.kind, p.id): p for p in reversed(found)}
    return tuple(sorted(once.values(), key=lambda p: (-len(p.text), p.text, p.kind, p.id)))


def _of_missions(missions: Iterable[Mission], organisations: tuple[Organisation, ...]) -> list[Phrase]:
    found = [
        phrase
        for mission in missions
        if mission.kind != "organisation"
        for name in mission_names(mission, organisations)
        for phrase in _phrases(name, "mission", mission.id, mission.exact, mission.ambiguous)
    ]
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for phrase in found:
        owners[fold(phrase.text)].add(phrase.id)
    return [replace(p, needs_context=p.needs_context or len(owners[fold(p.text)]) > 1) for p in found]


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
