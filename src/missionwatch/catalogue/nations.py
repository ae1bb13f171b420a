"""Nations: names from CLDR, and from the YAML what CLDR lacks. Their capitals, parliaments and governments."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from babel import Locale

from missionwatch.catalogue.entries import LANGUAGES, Body, Nation, Place, Words
from missionwatch.catalogue.fields import Entry
from missionwatch.model.identity import slug

_FIELDS = ("code", "names", "adjectives", "people", "capital", "capital_aliases", "parliament", "exact")
_NO_COUNTRIES: Final = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ", "UM", "AQ"}
)
"""Two-letter codes that CLDR names and that are no country: unions, islets, placeholders."""


_ENGLISH_WITH_S: Final = frozenset({"German", "Roman", "Oman"})


@functools.cache
def _cldr(language: str) -> dict[str, str]:
    return {code: name for code, name in Locale.parse(language).territories.items() if len(code) == 2}


def nation_from(entry: Entry) -> Nation:
    """A nation of the YAML, its names filled up from CLDR."""
    entry.only(_FIELDS)
    code = entry.label
    if code not in _cldr("en"):
        raise entry.wrong("code", "is no ISO 3166 code of a country")
    names = {language: _names(code, language, entry.words("names")) for language in LANGUAGES}
    capital = entry.text("capital")
    return Nation(
        id=slug(names["en"][0]),
        code=code,
        names=names,
        adjectives=_inflected(entry.words("adjectives"), {"da": _danish_adjective}),
        people=_inflected(entry.words("people"), {"en": _english_people, "da": _danish_people}),
        capital=slug(capital) if capital else None,
        exact=entry.texts("exact"),
        source=f"{entry.file}, {entry.label}",
    )


def with_the_rest_of_the_world(nations: tuple[Nation, ...]) -> tuple[Nation, ...]:
    """The nations, and every other country and territory that CLDR knows, by its CLDR names alone."""
    missing = sorted(_cldr("en").keys() - _NO_COUNTRIES - {nation.code for nation in nations})
    return nations + tuple(
        Nation(
            id=slug(_cldr("en")[code]),
            code=code,
            names={language: _names(code, language, {}) for language in LANGUAGES},
            exact=_names(code, "en", {}),
            source=f"CLDR, {code}",
        )
        for code in missing
    )


def capital_of(entry: Entry) -> Place | None:
    """The capital as a place, where the entry names one."""
    name = entry.text("capital")
    if not name:
        return None
    source = f"{entry.file}, {entry.label}"
    return Place(slug(name), name, "town", (entry.label,), entry.words("capital_aliases"), source=source)


def bodies_of(entry: Entry, nation: Nation) -> Iterator[Body]:
    """The nation's parliament and government, named after its adjective or its name, and by their own names."""
    own = entry.words("parliament")
    yield _body(nation, "parliament", own)
    yield _body(nation, "government", {})


def _body(nation: Nation, kind: str, own: Words) -> Body:
    adjectives = nation.adjectives.get("en", ())
    composed = [f"{word} {kind}" for word in adjectives]
    composed += [f"{kind} of {name}" for name in nation.names["en"]]
    danish = {"parliament": "parlament", "government": "regering"}[kind]
    with_danish = [f"{word} {danish}" for word in nation.adjectives.get("da", ()) if word.endswith("e")]
    return Body(
        id=f"{nation.id}-{kind}",
        name=composed[0],
        of=nation.id,
        kind=kind,
        aliases={"en": (*composed[1:], *own.get("en", ())), "da": (*with_danish, *own.get("da", ()))},
        source=nation.source,
    )


def _names(code: str, language: str, given: Words) -> tuple[str, ...]:
    """The usual name first: the YAML's where it has one, then CLDR's, with "&" also written out."""
    name = _cldr(language)[code].replace("’", "'")
    written_out = name.replace("&", {"en": "and", "da": "og"}[language])
    bare = written_out.split(" (")[0]
    return tuple(dict.fromkeys((*given.get(language, ()), bare, written_out)))


def _inflected(words: Words, rules: Mapping[str, Callable[[str], tuple[str, ...]]]) -> Words:
    return {
        language: tuple(
            dict.fromkeys(
                form for text in texts for form in (rules[language](text) if language in rules else (text,))
            )
        )
        for language, texts in words.items()
    }


def _english_people(word: str) -> tuple[str, ...]:
    """Dane -> Dane, Danes; Frenchman -> Frenchman, Frenchmen; Japanese stays."""
    if word.endswith("man") and word not in _ENGLISH_WITH_S:
        return (word, f"{word[:-3]}men")
    return (word,) if word.endswith(("ese", "ss", "sh", "ch")) else (word, f"{word}s")


def _danish_adjective(word: str) -> tuple[str, ...]:
    """dansk -> dansk, danske."""
    return (word, word + "e") if word.endswith("sk") else (word,)


def _danish_people(word: str) -> tuple[str, ...]:
    """dansker -> dansker, danskere, danskeren, danskerne; finne -> finner; nordmand -> nordmænd; kroat -> kroater."""
    if word.endswith("mand"):
        return (word, f"{word}en", f"{word[:-4]}mænd", f"{word[:-4]}mændene")
    if word.endswith("ak"):
        return (word, f"{word}ken", f"{word}ker", f"{word}kerne")
    if word.endswith("ing"):
        return (word, f"{word}en", f"{word}e", f"{word}ene")
    if word.endswith("er"):
        return (word, f"{word}en", f"{word}e", f"{word}ne")
    if word.endswith("e"):
        return (word, f"{word}n", f"{word}r", f"{word}rne")
    return (word, f"{word}en", f"{word}er", f"{word}erne")
