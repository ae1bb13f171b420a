"""The forms of words by rule: which forms a base has, as the rows of a language's `inflection.yaml` say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from missionwatch.annotating.words import words

Rule = tuple[re.Pattern[str], Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Inflection:
    """How a language inflects: rules by kind of word, the first whose base fits counts; and forms of their own."""

    rules: Mapping[str, tuple[Rule, ...]]
    derived: Mapping[str, tuple[Rule, ...]]
    own: Mapping[str, Mapping[str, tuple[str, ...]]]

    def forms(
        self, kind: str, base: str, given: Mapping[str, Sequence[str]] | None = None
    ) -> Iterator[tuple[str, str]]:
        """Each form of a base with its name. `given` forms, and what derives from them, replace those by rule."""
        made: dict[str, tuple[str, ...]] = _made(self.rules.get(kind, ()), base)
        for name, listed in (given or {}).items():
            made[name] = tuple(listed)
            for word in listed:
                made.update(_made(self.derived.get(name, ()), word))
        for name, listed in made.items():
            for word in listed:
                yield word, name

    def form(self, kind: str, base: str, name: str) -> str:
        """One form of a phrase whose first word is inflected ("take over": "takes over")."""
        head, _, rest = base.partition(" ")
        if kind != "verb":  # "member of parliament" aside, a noun's last word is inflected
            before, _, head = base.rpartition(" ")
            return f"{before} {self._word(kind, head, name)}".strip()
        return f"{self._word(kind, head, name)} {rest}".strip()

    def _word(self, kind: str, word: str, name: str) -> str:
        own = self.own.get(f"{kind} {word}", {}).get(name)
        if own:
            return own[0]
        return next((made for made, form in self.forms(kind, word) if form == name), word)


def _made(rules: Sequence[Rule], base: str) -> dict[str, tuple[str, ...]]:
    for pattern, forms in rules:
        if match := pattern.fullmatch(base):
            return {name: tuple(match.expand(t) for t in templates) for name, templates in forms.items()}
    return {}


@cache
def inflection(language: str) -> Inflection:
    """The inflection of a language."""
    data = words(language, "inflection")
    return Inflection(
        {kind: _rules(data.table(kind)) for kind in data.listed("kinds")},
        {name: _rules(table) for name, table in data.table("derived").items()},
        {f"{kind} {word}": {name: (form,) for name, form in zip(data.listed(f"{kind}-forms"), forms, strict=True)}
         for kind in data.listed("kinds") for word, forms in data.groups(f"{kind}-irregular").items()},
    )  # fmt: skip


def _rules(table: Mapping[str, Mapping[str, Sequence[str]]]) -> tuple[Rule, ...]:
    return tuple(
        (re.compile(base), {name: tuple(templates) for name, templates in forms.items()})
        for base, forms in table.items()
    )
