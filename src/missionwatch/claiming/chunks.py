"""Units grouped into chunks: noun groups, verb groups, prepositions, times, joints. A shallow parse that survives clumsy language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from missionwatch.claiming.lexicon import Lexicon, VerbForm, VerbSense, singular
from missionwatch.claiming.units import Unit, is_hyphen
from missionwatch.model.document import Mention

NAMED = ("mission", "nation", "organisation", "body", "place", "person")


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb of a verb group: the units it stands on and what it says or governs.

    `operators` are the classes of what governs it within its group ("will" planned, "offered to" offered);
    `passive` and `negated` speak for themselves; `finite` is false for "-ing" forms and participles without auxiliary.
    """

    first: int
    last: int
    base: str
    form: str
    concepts: frozenset[str]
    operators: tuple[tuple[str, int], ...] = ()
    passive: bool = False
    negated: bool = False
    finite: bool = True
    particle_at: int | None = None


@dataclass(frozen=True, slots=True)
class Chunk:
    """Units `first` to `last` (inclusive). `kind`: noun, verb, preposition, time, joint, mark.

    `words` is the text in lower case; a noun group has its names in `mentions`, a verb group its `verbs`.
    """

    kind: str
    first: int
    last: int
    words: tuple[str, ...]
    mentions: tuple[Mention, ...] = ()
    numbers: tuple[Unit, ...] = ()
    verbs: tuple[Verb, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def head(self) -> str:
        """The last word of a noun group, its head in English."""
        return next((w for w in reversed(self.words) if w[:1].isalnum()), "")


@dataclass
class _Tagger:
    """Says of each unit which part it plays. Only the closed words and the verbs of the lexicon are known; the rest is nouns."""

    units: Sequence[Unit]
    lexicon: Lexicon
    tags: list[str] = field(default_factory=list)

    def tag(self) -> list[str]:
        for i in range(len(self.units)):
            self.tags.append(self._tag(i))
        self._mark_particles()
        return self.tags

    def _mark_particles(self) -> None:
        """ "take over", "pull 200 soldiers out": the particle belongs to its verb and is no preposition."""
        for i, tag in enumerate(self.tags):
            if tag != "verb":
                continue
            sense, at = _sense_at(self.units, i, self.lexicon, self.tags)
            if sense is not None and at > i:
                first = at - len(sense.form.particle) + 1
                self.tags[first : at + 1] = ["particle" if first == i + 1 else "adverb"] * (at + 1 - first)

    def _tag(self, i: int) -> str:
        unit, words = self.units[i], self.lexicon
        if unit.kind == "time":
            return "time"
        if unit.kind in NAMED or unit.kind == "number":
            return "noun"
        if unit.kind == "mark":
            return "noun" if is_hyphen(unit) and self._glued(i) else "mark"
        text = unit.text
        if text == "'s":
            return "genitive" if self._previous_tag(i) == "noun" else "auxiliary"
        if text in words.negation:
            return "negation"
        if text == "to":
            return "to" if self._infinitive_follows(i) else "preposition"
        if text in ("lead", "leads") and self._previous_text(i) in ("the", "a", "its", "their", "in"):
            return "noun"
        if text in words.auxiliaries and not self._is_main_have(i):
            return "auxiliary"
        if self._is_verb(i):
            return "verb"
        if text in words.relatives and text != "that":
            return "joint"
        if text == "that":
            return (
                "joint"
                if self._previous_tag(i) in ("noun", "verb", "mark") and not self._noun_follows_closely(i)
                else "determiner"
            )
        if text in words.conjunctions:
            return "conjunction"
        if text in words.boundaries and text not in words.prepositions:
            return "joint"
        if text in words.prepositions:
            return (
                "determiner"
                if text in ("about", "over", "around", "under") and self._number_follows(i)
                else "preposition"
            )
        if text in words.pronouns:
            return "pronoun"
        if text in words.operator_words and self._governs(i):
            return "operator"
        if text in words.adverbs and self._previous_tag(i) != "determiner":
            return "adverb"
        if text in words.determiners:
            return "determiner"
        return "noun"

    def _glued(self, i: int) -> bool:
        before = i > 0 and self.units[i - 1].end == self.units[i].start
        return before and i + 1 < len(self.units) and self.units[i].end == self.units[i + 1].start

    def _previous_tag(self, i: int) -> str:
        return self.tags[i - 1] if i else ""

    def _previous_text(self, i: int) -> str:
        return self.units[i - 1].text if i else ""

    def _next(self, i: int) -> Unit | None:
        return self.units[i + 1] if i + 1 < len(self.units) else None

    def _number_follows(self, i: int) -> bool:
        following = self._next(i)
        return following is not None and following.kind == "number"

    def _noun_follows_closely(self, i: int) -> bool:
        following = self._next(i)
        return (
            following is not None
            and following.kind == "word"
            and following.text in self.lexicon.words["work"]
        )

    def _verb_forms(self, i: int) -> set[str]:
        text = self.units[i].text
        senses = {s.form.form for s in self.lexicon.verbs.get(text, ())}
        return senses | {f.form for f, _ in self.lexicon.operator_verbs.get(text, ())}

    def _infinitive_follows(self, i: int) -> bool:
        j = i + 1
        while j < len(self.units) and self.units[j].text in self.lexicon.adverbs:
            j += 1
        if j >= len(self.units) or self.units[j].kind != "word":
            return False
        text = self.units[j].text
        return "base" in self._verb_forms(j) or text in ("be", "have", "do")

    def _is_main_have(self, i: int) -> bool:
        """ "has 500 soldiers": have is the verb itself where no participle follows before its object."""
        if self.lexicon.auxiliaries.get(self.units[i].text) != "have":
            return False
        j = i + 1
        while j < len(self.units) and (
            self.units[j].text in self.lexicon.adverbs or self.units[j].text in self.lexicon.negation
        ):
            j += 1
        if j >= len(self.units):
            return False
        unit = self.units[j]
        if unit.kind != "word":
            return unit.kind != "mark" and unit.kind != "time"
        return unit.text != "been" and not self._verb_forms(j) & {"participle", "past"} and unit.text != "to"

    def _governs(self, i: int) -> bool:
        following = self._next(i)
        return following is not None and (
            following.text in ("to", "for") or following.text in ("that", "whether")
        )

    def _is_verb(self, i: int) -> bool:
        forms = self._verb_forms(i)
        if not forms:
            return False
        previous, tag = self._previous_text(i), self._previous_tag(i)
        following = self._next(i)
        if i and is_hyphen(self.units[i - 1]) and self._previous_tag(i) == "noun":
            return False
        if following is not None and is_hyphen(following) and self._glued(i + 1):
            return False
        if tag in ("to", "auxiliary", "negation"):
            return True
        if (
            tag == "adverb"
            and len(self.tags) > 1
            and self.tags[i - 2] in ("to", "auxiliary", "negation", "pronoun")
        ):
            return True
        if tag in ("determiner", "genitive") or previous in ("a", "an", "the"):
            return False
        if "gerund" in forms:
            return self._gerund_is_verb(i)
        if i and self.units[i - 1].mention is not None and self.units[i - 1].mention.form == "adjective":
            return (
                bool(forms & {"past"})
                and following is not None
                and (following.text in ("by", "in", "to") or following.text in self.lexicon.determiners)
            )
        if forms & {"past", "participle"}:
            return not (tag in ("preposition",) and following is not None and following.kind == "word"
                        and following.text not in self.lexicon.prepositions)  # fmt: skip
        if tag == "preposition":
            return False
        if self._has_particle(i):
            return True
        if "present" in forms:
            return self._present_is_verb(i)
        return self._base_is_verb(i)

    def _has_particle(self, i: int) -> bool:
        """ "take part": the words after it make it a verb."""
        senses = self.lexicon.verbs.get(self.units[i].text, ())
        ahead = [*self.tags, *[""] * (len(self.units) - len(self.tags))]
        return any(
            s.form.particle and not s.form.gap and _particle_at(self.units, i, s.form, ahead) is not None
            for s in senses
        )

    def _is_noun_too(self, i: int) -> bool:
        """Whether a form in -s may be the plural of a noun of the lexicon ("plans", "attacks")."""
        word = singular(self.units[i].text)
        lexicon = self.lexicon
        return (
            (word,) in lexicon.nouns
            or word in lexicon.operator_nouns
            or any(word in members for members in lexicon.words.values())
        )

    def _gerund_is_verb(self, i: int) -> bool:
        tag, following = self._previous_tag(i), self._next(i)
        if following is None or following.kind == "mark":
            return tag == "auxiliary"
        if self.units[i].text in self.lexicon.words["work"] and following.text in self.lexicon.prepositions:
            return tag == "auxiliary"
        if following.text in (
            "mission",
            "operation",
            "activities",
            "program",
            "programme",
            "facilities",
            "team",
            "teams",
            "center",
            "centre",
            "missions",
            "of",
        ):
            return False
        return tag in (
            "preposition",
            "verb",
            "mark",
            "joint",
            "noun",
            "conjunction",
            "time",
            "adverb",
            "pronoun",
            "",
        ) and (following.text not in self.lexicon.prepositions or tag in ("noun", "mark", "verb"))

    def _starts_noun_group(self, unit: Unit | None) -> bool:
        if unit is None:
            return False
        return (
            unit.kind in NAMED
            or unit.kind == "number"
            or unit.text in self.lexicon.determiners
            or unit.text in ("to", "that", "up")
            or unit.text in self.lexicon.pronouns
        )

    def _present_is_verb(self, i: int) -> bool:
        if self._previous_tag(i) not in ("noun", "pronoun", "joint", "adverb", "time", "mark", "conjunction"):
            return False
        if self.units[i].text in (
            "attacks",
            "strikes",
            "forces",
            "numbers",
            "troops",
            "works",
            "means",
            "crashes",
            "talks",
            "calls",
            "exits",
        ):
            return (
                self._starts_noun_group(self._next(i))
                and self.units[i].text != "forces"
                and self._previous_tag(i) != "noun"
            )
        if not self._is_noun_too(i):
            return True
        following = self._next(i)
        named = i > 0 and self.units[i - 1].kind in NAMED
        if named or self._previous_tag(i) == "pronoun":
            return True
        if self._starts_noun_group(following) or (
            following is not None and following.text in self.lexicon.adverbs
        ):
            return True
        return self._previous_tag(i) == "noun" and following is not None and (
            following.kind == "time" or self.tags[i - 1] == "noun" and following.text in ("in", "on", "from", "with", "under") and self.units[i].text not in self._plurals
        )  # fmt: skip

    @property
    def _plurals(self) -> frozenset[str]:
        return frozenset(
            (
                "plans",
                "offers",
                "requests",
                "ends",
                "supports",
                "decreases",
                "increases",
                "pauses",
                "reports",
                "votes",
            )
        )

    def _base_is_verb(self, i: int) -> bool:
        tag, text = self._previous_tag(i), self._previous_text(i)
        if tag == "pronoun":
            return True
        if tag in ("mark", "") or tag == "conjunction":
            return self._starts_noun_group(self._next(i)) and tag != "mark"
        if tag in ("noun", "adverb"):
            plural = text.endswith("s") or self.units[i - 1].kind in NAMED or tag == "adverb"
            return plural and self._starts_noun_group(self._next(i))
        return tag == "joint"


def _particle_at(units: Sequence[Unit], i: int, form: VerbForm, tags: Sequence[str]) -> int | None:
    """Where the last word of the verb's particle stands, or None."""
    words = form.particle
    if not words:
        return i
    furthest = i + 9 if form.gap else i + 1
    for j in range(i + 1, min(furthest, len(units) - len(words)) + 1):
        if all(units[j + k].text == w for k, w in enumerate(words)):
            return j + len(words) - 1
        if tags[j] in ("verb", "auxiliary", "joint") or units[j].text in (".", ";", ":"):
            return None
    return None


def _sense_at(
    units: Sequence[Unit], i: int, lexicon: Lexicon, tags: Sequence[str]
) -> tuple[VerbSense | None, int]:
    """The verb at a unit with its concepts, joined over its readings with the longest particle that is there."""
    found: list[tuple[VerbSense, int]] = []
    for sense in lexicon.verbs.get(units[i].text, ()):
        at = _particle_at(units, i, sense.form, tags)
        if at is not None:
            found.append((sense, at))
    if not found:
        return None, i
    longest = max(len(s.form.particle) for s, _ in found)
    best = [(s, at) for s, at in found if len(s.form.particle) == longest]
    concepts = frozenset().union(*(s.concepts for s, _ in best))
    sense, at = best[0]
    return VerbSense(sense.form, concepts), at


def _operator_at(units: Sequence[Unit], i: int, lexicon: Lexicon, tags: Sequence[str]) -> str | None:
    readings = lexicon.operator_verbs.get(units[i].text, ())
    for form, name in readings:
        if _particle_at(units, i, form, tags) is not None:
            return name
    return None


_GROUP = ("auxiliary", "verb", "particle", "to", "negation", "adverb", "operator", "time")


def _group_end(tags: Sequence[str], units: Sequence[Unit], start: int) -> int:
    """The last unit of the verb group that begins at `start`: trailing adverbs, times and "to" do not belong to it."""
    end = start
    j = start
    while j < len(tags) and (
        tags[j] in _GROUP
        or (
            units[j].text == ","
            and j + 1 < len(tags)
            and tags[j + 1] == "verb"
            and tags[j - 1] in ("adverb",)
        )
    ):
        if tags[j] in ("verb", "particle", "auxiliary", "operator", "negation"):
            end = j
        if (
            tags[j] in ("verb", "particle")
            and j + 1 < len(tags)
            and tags[j + 1] not in ("to", "verb", "particle", "adverb", "time", "negation")
        ):
            break
        j += 1
    return end


def _verbs(
    units: Sequence[Unit], tags: Sequence[str], first: int, last: int, lexicon: Lexicon
) -> tuple[Verb, ...]:
    verbs: list[Verb] = []
    operators: list[tuple[str, int]] = []
    negated = be = False
    finite = tags[first] in ("auxiliary", "verb")
    i = first
    while i <= last:
        tag, text = tags[i], units[i].text
        if tag == "negation":
            negated = True
        elif tag == "auxiliary":
            kind = lexicon.auxiliaries.get(text, "be")
            be = kind == "be"
            if kind in ("planned", "considered"):
                operators.append((kind, i))
            if text == "won't":
                negated = True
            if kind == "be" and i + 1 <= last and tags[i + 1] == "to":
                operators.append(("planned", i + 1))
            if text in ("remain", "remains"):
                verbs.append(
                    Verb(
                        i,
                        i,
                        "remain",
                        "present",
                        frozenset(("remain",)),
                        tuple(operators),
                        False,
                        negated,
                        True,
                    )
                )
        elif tag == "operator":
            operators.append((lexicon.operator_words[text], i))
        elif tag == "verb":
            sense, at = _sense_at(units, i, lexicon, tags)
            operator = _operator_at(units, i, lexicon, tags)
            form = sense.form.form if sense else "base"
            readings = {s.form.form for s in lexicon.verbs.get(text, ())} | {
                f.form for f, _ in lexicon.operator_verbs.get(text, ())
            }
            passive = be and "participle" in readings and "gerund" not in readings
            verbs.append(Verb(i, i, sense.form.base if sense else text, form, sense.concepts if sense else frozenset(), tuple(operators),
                              passive, negated, finite and "gerund" not in readings or be, at if at != i else None))  # fmt: skip
            if operator:
                operators.append((operator, i))
                if operator == "denied":
                    negated = True
            be = False
        i += 1
    return tuple(verbs)


def _noun_chunk(units: Sequence[Unit], first: int, last: int) -> Chunk:
    inside = units[first : last + 1]
    return Chunk(
        "noun", first, last, tuple(u.text for u in inside),
        tuple(u.mention for u in inside if u.mention is not None),
        tuple(u for u in inside if u.kind == "number"),
    )  # fmt: skip


_NOUN_TAGS = ("noun", "determiner", "genitive", "pronoun")


def _noun_end(units: Sequence[Unit], tags: Sequence[str], i: int) -> int:
    end = i
    j = i + 1
    while j < len(tags) and tags[j] in _NOUN_TAGS:
        if tags[j] in ("determiner", "pronoun") and tags[j - 1] not in ("determiner", "genitive"):
            break
        if tags[j - 1] == "pronoun":
            break
        if units[j].mention is not None and units[j].kind == "person" and units[j - 1].kind == "person":
            break
        end = j
        j += 1
    return end


def chunks_of(units: Sequence[Unit], lexicon: Lexicon) -> tuple[Chunk, ...]:
    """The chunks of a sentence."""
    tags = _Tagger(units, lexicon).tag()
    chunks: list[Chunk] = []
    i = 0
    while i < len(units):
        tag = tags[i]
        if tag in ("auxiliary", "verb", "negation", "operator") or (tag == "to"):
            end = max(i, _group_end(tags, units, i))
            verbs = _verbs(units, tags, i, end, lexicon)
            chunks.append(Chunk("verb", i, end, tuple(u.text for u in units[i : end + 1]), verbs=verbs))
            i = end + 1
            continue
        if tag in _NOUN_TAGS:
            end = _noun_end(units, tags, i)
            chunks.append(_noun_chunk(units, i, end))
            i = end + 1
            continue
        kind = {
            "time": "time",
            "preposition": "preposition",
            "conjunction": "joint",
            "joint": "joint",
            "adverb": "adverb",
        }.get(tag, "mark")
        chunks.append(Chunk(kind, i, i, (units[i].text,)))
        i += 1
    return tuple(chunks)
