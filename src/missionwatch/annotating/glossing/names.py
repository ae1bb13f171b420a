"""The names of the catalogue as a language writes them, with their usual English ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from missionwatch.annotating.glossing.tokens import Token, tokenise
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.catalogue.entries import Phrase

_BOOKS: dict[tuple[int, str], tuple[Catalogue, Names]] = {}


@dataclass(frozen=True, slots=True)
class NameSense:
    """A name in English: `kind` is name or adjective; `cased` where only this writing means it."""

    english: str
    kind: str
    written: str
    cased: bool


@dataclass(frozen=True)
class Names:
    """The names by their first word, the longest first."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], NameSense], ...]]

    def match(
        self, tokens: Sequence[Token], at: int, whose: Sequence[str]
    ) -> Iterator[tuple[int, NameSense, bool]]:
        """The names at a token, the longest first: the token behind, the name, whether it is a genitive."""
        text = _whole(tokens[at].text)
        firsts = [text, *(text.removesuffix(end).rstrip("'") for end in whose if text.endswith(end))]
        found: list[tuple[int, NameSense, bool]] = []
        for first in dict.fromkeys(firsts):
            for row, sense in self.by_first.get(first, ()):
                owned = _stands(tokens, at, row, whose)
                if owned is not None and _cased(tokens[at], sense):
                    found.append((at + len(row), sense, owned))
        yield from sorted(found, key=lambda f: (-f[0], f[2]))


def _stands(tokens: Sequence[Token], at: int, row: tuple[str, ...], whose: Sequence[str]) -> bool | None:
    """Whether the row stands there as a genitive (True) or plain (False); None where it does not stand."""
    here = tuple(_whole(t.text) for t in tokens[at : at + len(row)])
    if here == row:
        return False
    last = here[-1]
    owned = any(last.endswith(end) and last.removesuffix(end).rstrip("'") == row[-1] for end in whose)
    return True if len(here) == len(row) and here[:-1] == row[:-1] and owned else None


def _whole(text: str) -> str:
    """A word without the sign that may stand before the end of a genitive ("Nato's", "Natos")."""
    return text.replace("'", "")


def _cased(token: Token, sense: NameSense) -> bool:
    if sense.cased:
        return token.written.startswith(sense.written.split()[0].split("'")[0])
    return sense.kind == "adjective" or token.capital or sense.written[:1].islower()


def names(catalogue: Catalogue, language: str) -> Names:
    """The names of a catalogue in a language, made ready once."""
    key = id(catalogue), language
    if key not in _BOOKS:
        if len(_BOOKS) >= 8:
            _BOOKS.clear()
        _BOOKS[key] = catalogue, _made(catalogue, language)
    return _BOOKS[key][1]


def _made(catalogue: Catalogue, language: str) -> Names:
    by_first: dict[str, dict[tuple[str, ...], NameSense]] = defaultdict(dict)
    for phrase in catalogue.phrases(language):
        row = tuple(_whole(t.text) for t in tokenise(phrase.text, 0, len(phrase.text)))
        sense = _sense(phrase, catalogue, language)
        if row and sense is not None:
            by_first[row[0]].setdefault(row, sense)
    return Names(
        {
            first: tuple(sorted(rows.items(), key=lambda item: -len(item[0])))
            for first, rows in by_first.items()
        }
    )


def _sense(phrase: Phrase, catalogue: Catalogue, language: str) -> NameSense | None:
    if phrase.kind == "mission":
        return NameSense(phrase.text, "name", phrase.text, phrase.exact_case)
    if phrase.needs_context:
        return None
    if phrase.kind == "nation":
        nation = catalogue.nation(phrase.id)
        if phrase.form not in ("adjective", "demonym"):
            return NameSense(nation.name, "name", phrase.text, phrase.exact_case)
        if phrase.form == "adjective":
            english = nation.adjectives.get("en", ())
            return NameSense(english[0], "adjective", phrase.text, False) if english else None
        own, english = nation.people.get(language, ()), nation.people.get("en", ())
        many = phrase.text in own and own.index(phrase.text) >= 2
        return NameSense(english[-1 if many else 0], "demonym", phrase.text, False) if english else None
    if phrase.kind == "organisation":
        organisation = catalogue.organisation(phrase.id)
        return NameSense(organisation.acronym or organisation.name, "name", phrase.text, phrase.exact_case)
    return NameSense(catalogue.name_of(phrase.kind, phrase.id), "name", phrase.text, phrase.exact_case)
