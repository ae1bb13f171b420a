"""The words of a language that claims are made from, read from `languages/CODE/lexicon.yaml`."""

from __future__ import annotations

import functools
import importlib.resources
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from missionwatch.errors import InvalidData

OPERATOR_CLASSES = ("planned", "offered", "considered", "denied", "neutral")
_GAP = "~"


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One form of a verb: its base ("take"), the form's name, and the words that follow it ("over").

    `gap` is true where an object may stand between the verb and its particle ("pull 200 soldiers out").
    """

    base: str
    form: str
    particle: tuple[str, ...] = ()
    gap: bool = False


@dataclass(frozen=True, slots=True)
class VerbSense:
    """A verb with its particle, and the concepts that it says."""

    form: VerbForm
    concepts: frozenset[str]


@dataclass(frozen=True)
class Lexicon:
    """The words of one language, ready for looking up; all keys are in lower case."""

    verbs: Mapping[str, tuple[VerbSense, ...]]
    nouns: Mapping[tuple[str, ...], frozenset[str]]
    states: Mapping[tuple[str, ...], frozenset[str]]
    auxiliaries: Mapping[str, str]
    operator_verbs: Mapping[str, tuple[tuple[VerbForm, str], ...]]
    operator_words: Mapping[str, str]
    operator_nouns: Mapping[str, str]
    negation: frozenset[str]
    words: Mapping[str, frozenset[str]]
    causes: Mapping[str, str]
    cause_cues: frozenset[str]
    condition_cues: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    boundaries: frozenset[str]
    relatives: frozenset[str]
    pronouns: frozenset[str]
    adverbs: frozenset[str]
    about: frozenset[str]
    completing: frozenset[str]
    possessives: frozenset[str]
    governing: frozenset[str]
    bare_auxiliaries: frozenset[str]
    infinitive: str
    transitive: frozenset[str]
    past_ending: str
    adverb_ending: str
    joined: Mapping[str, frozenset[tuple[str, ...]]]
    task_words: Mapping[str, str]
    work_tasks: Mapping[str, str]
    longest: int

    @functools.cached_property
    def verb_forms(self) -> Mapping[str, frozenset[str]]:
        """The forms of verbs that a word may be, those that say something and those that govern others."""
        forms: dict[str, set[str]] = defaultdict(set)
        for word, senses in self.verbs.items():
            forms[word].update(sense.form.form for sense in senses)
        for word, governing in self.operator_verbs.items():
            forms[word].update(form.form for form, _ in governing)
        return {word: frozenset(found) for word, found in forms.items()}

    @functools.cached_property
    def noun_beginnings(self) -> frozenset[str]:
        """The words with which a noun of action begins."""
        return frozenset(phrase[0] for phrase in self.nouns)

    @functools.cached_property
    def state_beginnings(self) -> frozenset[str]:
        """The words with which a state word or phrase begins."""
        return frozenset(phrase[0] for phrase in self.states)

    @functools.cached_property
    def before_quotes(self) -> frozenset[str]:
        """The words behind which a quotation mark opens within a group."""
        return self.determiners | self.auxiliaries.keys() | self.negation | {self.infinitive}

    @functools.cached_property
    def before_nouns(self) -> frozenset[str]:
        """The words with which a noun group, a relative clause or an infinitive begins."""
        return self.determiners | self.pronouns | self.relatives | {self.infinitive}

    @functools.cached_property
    def closed(self) -> frozenset[str]:
        """The words that are never an unlisted verb."""
        return self.prepositions | self.determiners | self.adverbs | self.conjunctions

    @functools.cached_property
    def listed(self) -> frozenset[str]:
        """Every word that may be more than a noun."""
        verbal = self.verb_forms.keys() | self.auxiliaries.keys() | self.negation | self.words["leadership"]
        joining = self.before_nouns | self.closed | self.boundaries | self.operator_words.keys()
        return frozenset(verbal | joining)

    @functools.cached_property
    def reach_ends(self) -> frozenset[str]:
        """The words with which another clause begins."""
        return self.relatives | self.words["turns"]

    @functools.cached_property
    def classed(self) -> frozenset[str]:
        """The words of all classes of nouns."""
        return frozenset().union(*self.words.values())

    def words_that_say(self, concepts: frozenset[str]) -> frozenset[str]:
        """Every first word of a verb, noun or state word with one of these concepts."""
        verbs = (w for w, senses in self.verbs.items() if any(s.concepts & concepts for s in senses))
        others = (
            key[0] for listed in (self.nouns, self.states) for key, said in listed.items() if said & concepts
        )
        return frozenset((*verbs, *others))

    def in_class(self, word: str, name: str) -> bool:
        """Whether a word, singular or plural, belongs to a class of nouns."""
        members = self.words[name]
        return word in members or singular(word) in members


@functools.lru_cache(maxsize=10_000)
def singular(word: str) -> str:
    """The singular of a regular English plural, good enough for looking up; other words unchanged."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


class _Inflection:
    def __init__(self, data: Mapping[str, Any]) -> None:
        self.rules = [(re.compile(ending), forms) for ending, forms in data["inflection"]]
        self.irregular: Mapping[str, list[str]] = data["irregular"]

    def forms(self, base: str) -> list[tuple[str, str]]:
        """The written forms of a verb, each with its name."""
        names = ("present", "past", "participle", "gerund")
        found = self.irregular.get(base)
        if found is None:
            pattern, templates = next((p, t) for p, t in self.rules if p.match(base))
            found = [pattern.sub(template, base) for template in templates]
        return [(base, "base"), *zip(found, names, strict=True)]


def _split(verb: str) -> tuple[str, tuple[str, ...], bool]:
    words = verb.split()
    gap = _GAP in words
    rest = tuple(w for w in words[1:] if w != _GAP)
    return words[0], rest, gap


def _verbs(data: Mapping[str, Any], inflection: _Inflection) -> dict[str, tuple[VerbSense, ...]]:
    concepts: dict[tuple[str, tuple[str, ...], bool], set[str]] = defaultdict(set)
    for concept, verbs in data["verbs"].items():
        for verb in verbs:
            concepts[_split(verb)].add(concept)
    senses: dict[str, list[VerbSense]] = defaultdict(list)
    for (base, particle, gap), said in concepts.items():
        for written, form in inflection.forms(base):
            senses[written].append(VerbSense(VerbForm(base, form, particle, gap), frozenset(said)))
    return {w: tuple(sorted(s, key=lambda v: -len(v.form.particle))) for w, s in senses.items()}


def _operator_verbs(
    data: Mapping[str, Any], inflection: _Inflection
) -> dict[str, tuple[tuple[VerbForm, str], ...]]:
    found: dict[str, list[tuple[VerbForm, str]]] = defaultdict(list)
    for name in OPERATOR_CLASSES:
        for verb in data["operators"][name]["verbs"]:
            base, particle, gap = _split(verb)
            for written, form in inflection.forms(base):
                found[written].append((VerbForm(base, form, particle, gap), name))
    return {w: tuple(sorted(s, key=lambda v: -len(v[0].particle))) for w, s in found.items()}


def _phrases(groups: Mapping[str, Iterable[str]]) -> dict[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for concept, phrases in groups.items():
        for phrase in phrases:
            found[tuple(re.findall(r"\w+|[^\w\s]", phrase.lower()))].add(concept)
    return {words: frozenset(concepts) for words, concepts in found.items()}


def _inverted(groups: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {word.lower(): name for name, members in groups.items() for word in members}


def _joined(phrases: Iterable[str]) -> dict[str, frozenset[tuple[str, ...]]]:
    """Fixed phrases that count as one word, by their first word; a "#" at the end is a number that must follow."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for phrase in phrases:
        words = tuple(phrase.split())
        found[words[0]].add(words)
    return {first: frozenset(words) for first, words in found.items()}


def _lexicon(data: Mapping[str, Any]) -> Lexicon:
    inflection = _Inflection(data)
    operators = data["operators"]
    nouns = _phrases(data["nouns"])
    states = _phrases(data["states"])
    return Lexicon(
        verbs=_verbs(data, inflection),
        nouns=nouns,
        states=states,
        auxiliaries=_inverted(data["auxiliaries"]),
        operator_verbs=_operator_verbs(data, inflection),
        operator_words=_inverted(
            {n: operators[n].get("words", []) for n in OPERATOR_CLASSES if n in operators}
        ),
        operator_nouns=_inverted(
            {n: operators[n].get("nouns", []) for n in OPERATOR_CLASSES if n in operators}
        ),
        negation=frozenset(data["negation"]),
        words={name: frozenset(members) for name, members in data["words"].items()},
        causes=_inverted(data["causes"]),
        cause_cues=frozenset(data["cause-cues"]),
        condition_cues=frozenset(data["condition-cues"]),
        determiners=frozenset(data["determiners"]),
        prepositions=frozenset(data["prepositions"]),
        conjunctions=frozenset(data["conjunctions"]),
        boundaries=frozenset(data["boundaries"]),
        relatives=frozenset(data["relatives"]),
        pronouns=frozenset(data["pronouns"]),
        adverbs=frozenset(data["adverbs"]),
        about=frozenset(data["about"]),
        completing=frozenset(data["completing"]),
        possessives=frozenset(data["possessives"]),
        governing=frozenset(data["governing"]),
        bare_auxiliaries=frozenset(data["bare-auxiliaries"]),
        infinitive=data["infinitive"],
        transitive=frozenset(data["transitive"]),
        past_ending=data.get("past-ending", ""),
        adverb_ending=data.get("adverb-ending", ""),
        joined=_joined(data["joined"]),
        task_words=_inverted(data["task-words"]),
        work_tasks=_inverted(data["work-tasks"]),
        longest=max(map(len, [*nouns, *states])),
    )


@functools.cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of a language; InvalidData names what is missing in its file."""
    folder = importlib.resources.files("missionwatch.claiming") / "languages" / language
    name = f"languages/{language}/lexicon.yaml"
    data = yaml.load((folder / "lexicon.yaml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    try:
        return _lexicon(data)
    except KeyError as missing:
        raise InvalidData(name, f"has no entry {missing}", "Add it, if only as an empty list") from None
