"""The words of a language with the English for them, read from its folder and made ready to be looked up by form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from missionwatch.annotating.glossing.inflection import Inflection, inflection
from missionwatch.annotating.glossing.tokens import tokenise
from missionwatch.annotating.words import Words, words

_PLAIN = ("adverbs", "prepositions", "and", "when", "pronouns", "determiners", "about", "negation", "auxiliaries",
          "infinite", "relatives", "dummy", "numbers", "planned")  # fmt: skip
KINDS: Mapping[str, str] = {
    "adverbs": "adverb", "prepositions": "preposition", "and": "and", "when": "when", "pronouns": "pronoun",
    "determiners": "determiner", "about": "about", "negation": "negation", "auxiliaries": "auxiliary",
    "infinite": "infinite", "relatives": "relative", "dummy": "dummy", "numbers": "number", "planned": "planned",
    "adjectives": "adjective", "nouns": "noun",
}  # fmt: skip
"""The kind of word that each list of the files holds."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a form: the kind of word, the English for it, and what the form says.

    `form` is that of the verb, or one or many of a noun; `given` are the English forms that were chosen from.
    """

    kind: str
    english: str
    form: str = ""
    definite: bool = False
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Particle:
    """A word that belongs to a verb though it stands apart, and the English for both."""

    words: tuple[str, ...]
    english: str


@dataclass(frozen=True)
class Glossary:
    """A language's words. `phrases` are rows of words by the first; `joints` may stand at the head of a compound."""

    senses: Mapping[str, tuple[Sense, ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Sense], ...]]
    particles: Mapping[str, tuple[Particle, ...]]
    joints: Mapping[str, str]
    become: Mapping[str, tuple[str, ...]]
    whose: tuple[str, ...]
    infinitive: str
    joining: Mapping[str, Mapping[str, str]]
    speech: frozenset[str]
    subjects: frozenset[str]
    roles: frozenset[str]
    growing: frozenset[str]
    before_gerund: frozenset[str]
    promises: frozenset[str]
    expected: frozenset[str]
    adverbial: str
    ended: frozenset[str]
    home: str
    home_offices: frozenset[str]
    who: str
    said: frozenset[str]
    guesses: Mapping[str, tuple[str, ...]]
    inflection: Inflection
    inflection_of_gloss: Inflection
    perfect_with_be: frozenset[str]
    added: frozenset[str]
    of_one: frozenset[str]
    counting: frozenset[str]
    before_verb: frozenset[str]
    compared: frozenset[str]
    places: frozenset[str]
    becoming: frozenset[str]


@cache
def glossary(language: str) -> Glossary:
    """The glossary of a language."""
    forms = inflection(language)
    listed, fixed = words(language, "words"), words(language, "phrases")
    senses: dict[str, list[Sense]] = defaultdict(list)
    phrases: dict[str, list[tuple[tuple[str, ...], Sense]]] = defaultdict(list)
    for form, sense in (*_plain(listed), *_plain(fixed)):
        row = tuple(token.text for token in tokenise(form, 0, len(form)))
        if len(row) == 1 and not sense.fixed:
            senses[form].append(sense)
        else:
            phrases[row[0]].append((row, sense))
            for owned in _owned(row, sense, listed.listed("whose")):
                phrases[owned[0]].append((owned, replace(sense, form="genitive")))
    particles: dict[str, list[Particle]] = defaultdict(list)
    joints: dict[str, str] = {}
    for form, sense in (
        *_verbs(words(language, "verbs"), forms, particles),
        *_nouns(language, forms, joints),
    ):
        if " " not in form:
            own = sense.kind == "verb" and sense.english.startswith(f"{form}|")  # "mødes" before "møde"
            senses[form].insert(0 if own and sense.form == "present" else len(senses[form]), sense)
        else:
            phrases[form.split()[0]].append((tuple(form.split()), sense))
    for form, made in listed.groups("become").items():
        senses[form].append(Sense("become", made[0], listed.names("become-forms").get(form, "")))
    for form, sense in _adjectives(listed, forms, joints):
        senses[form].append(sense)
    return Glossary(
        {form: tuple(dict.fromkeys(found)) for form, found in senses.items()},
        {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in phrases.items()},
        {verb: tuple(found) for verb, found in particles.items()},
        joints, listed.groups("become"), listed.listed("whose"), listed.text("infinitive"),
        listed.table("joining"), _speech(language),
        listed.set("subjects"), listed.set("roles"), listed.set("growing"), listed.set("before-gerund"),
        listed.set("promises"), listed.set("expected"), listed.text("adverbial"), listed.set("ended"),
        listed.text("home"), listed.set("home-offices"), listed.text("who"), listed.set("said"),
        listed.groups("guesses"), forms,
        inflection("en"), words(language, "verbs").set("perfect-with-be"),
        listed.set("added"), listed.set("of-one"), listed.set("counting"),
        listed.set("before-verb"), listed.set("compared"), listed.set("places"), listed.set("becoming"),
    )  # fmt: skip


def _owned(row: tuple[str, ...], sense: Sense, whose: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The genitives of a fixed phrase that is a noun: "forsvarsministeriets"."""
    if sense.kind == "noun":
        yield from ((*row[:-1], row[-1] + end) for end in whose)


def _speech(language: str) -> frozenset[str]:
    data = words(language, "speech")
    return frozenset(row[0] for key in ("say", "announce") for row in data.rows(key))


def _plain(data: Words) -> Iterator[tuple[str, Sense]]:
    """The lists whose words have one form."""
    for key in data.keys:
        if key in _PLAIN or (key in KINDS and data.name == "phrases"):
            for form, english in data.names(key).items():
                yield form, Sense(KINDS[key], "" if english == "~" else english, fixed=data.name == "phrases")


def _verbs(
    data: Words, forms: Inflection, particles: dict[str, list[Particle]]
) -> Iterator[tuple[str, Sense]]:
    for infinitive, entry in data.names("verbs").items():
        english, *own = (part.strip() for part in entry.split("|"))
        head, *rest = infinitive.split()
        if rest:
            particles[head].append(Particle(tuple(rest), english))
            continue
        given = {name: (form,) for name, form in zip(("past", "participle", "present"), own, strict=False)}
        for form, name in forms.forms("verb", infinitive, given):
            yield form, Sense("verb", infinitive + "|" + english, name)


def _nouns(language: str, forms: Inflection, joints: dict[str, str]) -> Iterator[tuple[str, Sense]]:
    for noun, entry in words(language, "nouns").names("nouns").items():
        english, *many = (part.strip() for part in entry.split("|"))
        joints[noun] = joints[noun + "s"] = joints[noun + "e"] = english
        for form, name in forms.forms("noun", noun, {"many": many} if many else None):
            number, _, definite = name.partition("-")
            yield form, Sense("noun", english, number, bool(definite))


def _adjectives(data: Words, forms: Inflection, joints: dict[str, str]) -> Iterator[tuple[str, Sense]]:
    for adjective, english in data.names("adjectives").items():
        joints.setdefault(adjective, english)
        for form, name in forms.forms("adjective", adjective):
            degree = {"more": f"more {english}", "most": f"most {english}"}
            yield form, Sense("adjective", degree.get(name, english))
