"""Which part each unit plays in its sentence.

Only the closed words and the verbs of the lexicon are known; everything else counts as part of a noun group. That is
little, but it holds for clumsy language too.
"""

from __future__ import annotations

from collections.abc import Sequence

from missionwatch.claiming.lexicon import Lexicon, singular
from missionwatch.claiming.units import NAMED, Unit, is_hyphen
from missionwatch.claiming.verbs import forms_at, particle_at, sense_at

_BEFORE_GERUND = (
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
)
_BEFORE_ADVERB = ("auxiliary", "negation", "noun", "pronoun")
_BEFORE_PRESENT = ("noun", "pronoun", "joint", "adverb", "time", "mark", "conjunction")


def tags_of(units: Sequence[Unit], lexicon: Lexicon) -> tuple[str, ...]:
    """A tag for each unit: noun, determiner, genitive, pronoun, verb, particle, auxiliary, to, negation, operator,
    adverb, preposition, conjunction, joint, time or mark."""
    tagger = _Tagger(units, lexicon)
    for i in range(len(units)):
        tagger.tags.append(tagger.tag(i))
    tagger.mark_particles()
    return tuple(tagger.tags)


class _Tagger:
    """Goes through a sentence from left to right; a tag may look at those before it and at the words after it."""

    def __init__(self, units: Sequence[Unit], lexicon: Lexicon) -> None:
        self.units = units
        self.lexicon = lexicon
        self.tags: list[str] = []

    def tag(self, i: int) -> str:
        unit = self.units[i]
        if unit.kind == "time":
            return "time"
        if unit.kind in NAMED or unit.kind == "number":
            return "noun"
        if unit.kind == "mark":
            return "noun" if is_hyphen(unit) and self._glued(i) else "mark"
        return "noun" if self._is_plain(i) else self._verbal(i) or self._closed(i) or "noun"

    def _is_plain(self, i: int) -> bool:
        """Most words are in no list, and nothing makes them verbs or adverbs: known without a closer look."""
        text = self.units[i].text
        if text in self.lexicon.listed or self._ends_in_past(text) or self._follows_modal(i):
            return False
        if self._tag_before(i) == "to":
            return False
        return text != "'s" and not self._ends_as_adverb(i)

    def mark_particles(self) -> None:
        """ "take over", "pull 200 soldiers out": the particle belongs to its verb and is no preposition."""
        for i, tag in enumerate(self.tags):
            if tag != "verb":
                continue
            sense, at = sense_at(self.units, i, self.lexicon, self.tags)
            if sense is not None and at > i:
                first = at - len(sense.form.particle) + 1
                self.tags[first : at + 1] = ["particle" if first == i + 1 else "adverb"] * (at + 1 - first)

    def _verbal(self, i: int) -> str | None:
        text, words = self.units[i].text, self.lexicon
        if words.in_class(self._text_before(i), "owning"):
            return None
        if text == "'s":
            return "genitive" if self._tag_before(i) in ("noun", "time") else "auxiliary"
        if text in words.negation:
            return "negation"
        if text == words.infinitive:
            return "to" if self._infinitive_follows(i) else "preposition"
        if text in words.words["leadership"] and self._text_before(i) in words.determiners | {"in"}:
            return "noun"
        if text in words.auxiliaries and not self._is_main_have(i):
            return "auxiliary"
        return "verb" if self._is_verb(i) or self._looks_like_verb(i) else None

    def _closed(self, i: int) -> str | None:
        text, words = self.units[i].text, self.lexicon
        if text in words.relatives:
            return self._relative(i)
        if text in words.conjunctions:
            return "conjunction"
        if text in words.operator_words and self._is_before_base(i):
            return "operator"
        if text in words.prepositions:
            return "determiner" if text in words.about and self._kind_after(i) == "number" else "preposition"
        if text in words.boundaries:
            return "joint"
        if text in words.pronouns:
            return "pronoun"
        if text in words.operator_words and self._text_after(i) in words.governing:
            return "operator"
        if text in words.words["floating"] and self._tag_before(i) == "auxiliary":
            return "adverb"  # "have all sent"
        if text in words.adverbs and self._tag_before(i) != "determiner":
            return "adverb"
        if self._ends_as_adverb(i) and self._stands_as_adverb(i):
            return "adverb"
        return "determiner" if text in words.determiners else None

    def _ends_as_adverb(self, i: int) -> bool:
        text, ending = self.units[i].text, self.lexicon.adverb_ending
        return bool(ending) and text.endswith(ending) and text not in self.lexicon.words["not-adverbs"]

    def _stands_as_adverb(self, i: int) -> bool:
        """ "has reportedly left", "the force reportedly left", "left quickly for Kabul"."""
        tag, after = self._tag_before(i), self._after(i)
        if tag in ("auxiliary", "negation", "to"):
            return True
        if tag in ("verb", "particle"):
            return after is None or after.kind == "time" or after.text in self.lexicon.prepositions
        if tag not in ("noun", "pronoun", "joint", "conjunction") or after is None or after.kind != "word":
            return False
        return bool(forms_at(after, self.lexicon)) or self._ends_in_past(after.text)

    def _ends_in_past(self, text: str) -> bool:
        return bool(self.lexicon.past_ending) and text.endswith(self.lexicon.past_ending)

    def _is_before_base(self, i: int) -> bool:
        """ "due to leave" is no reason: the infinitive's mark is part of the words."""
        after = self._after(i)
        closes = self.units[i].text.split()[-1] == self.lexicon.infinitive
        return (
            closes and after is not None and after.kind == "word" and "base" in forms_at(after, self.lexicon)
        )

    def _relative(self, i: int) -> str:
        if self.units[i].text not in self.lexicon.determiners:
            return "joint"
        joins = self._tag_before(i) in ("noun", "verb", "mark")
        if self._opens_clause(i):
            return "joint"  # "announced on Monday that it"
        return "joint" if joins and self._text_after(i) not in self.lexicon.words["work"] else "determiner"

    def _opens_clause(self, i: int) -> bool:
        """ "Said on Monday that 200 soldiers": after a date, and before what begins a noun group."""
        after = self._after(i)
        return self._text_after(i) in self.lexicon.pronouns or (
            self._tag_before(i) == "time" and self._starts_noun_group(after)
        )

    def _tag_before(self, i: int) -> str:
        return self.tags[i - 1] if i else ""

    def _tag(self, i: int) -> str:
        return self.tags[i] if i >= 0 else ""

    def _text_before(self, i: int) -> str:
        return self.units[i - 1].text if i else ""

    def _after(self, i: int) -> Unit | None:
        return self.units[i + 1] if i + 1 < len(self.units) else None

    def _text_after(self, i: int) -> str:
        return self.units[i + 1].text if i + 1 < len(self.units) else ""

    def _kind_after(self, i: int) -> str:
        return self.units[i + 1].kind if i + 1 < len(self.units) else ""

    def _glued(self, i: int) -> bool:
        """Whether a hyphen stands between two words without space."""
        before = i > 0 and self.units[i - 1].end == self.units[i].start
        return before and i + 1 < len(self.units) and self.units[i].end == self.units[i + 1].start

    def _skip(self, i: int, *lists: frozenset[str]) -> Unit | None:
        """The first unit from `i` on that is in none of the lists, and no adverb by its ending."""
        skipped = (
            self._ends_as_adverb(j) or any(unit.text in words for words in lists)
            for j, unit in enumerate(self.units[i:], start=i)
        )
        return next((unit for unit, skip in zip(self.units[i:], skipped, strict=False) if not skip), None)

    def _infinitive_follows(self, i: int) -> bool:
        unit = self._skip(i + 1, self.lexicon.adverbs)
        if unit is None or unit.kind != "word":
            return False
        known = "base" in forms_at(unit, self.lexicon) or unit.text in self.lexicon.bare_auxiliaries
        return known or self._is_unlisted_base(i + 1)

    def _is_unlisted_base(self, i: int) -> bool:
        """ "to foil the plot": a word that is in no list, between "to" and an article."""
        unlisted = self.units[i].text.isalpha() and not self._is_known(i)
        return unlisted and self._text_after(i) in self.lexicon.words["articles"]

    def _is_main_have(self, i: int) -> bool:
        """ "has 500 soldiers": have is the verb itself where no participle follows before its object."""
        if self.lexicon.auxiliaries.get(self.units[i].text) != "have":
            return False
        unit = self._skip(i + 1, self.lexicon.adverbs, self.lexicon.negation, self.lexicon.words["floating"])
        if unit is None or unit.kind in ("mark", "time"):
            return False
        forms = forms_at(unit, self.lexicon) | (
            {"participle"} if unit.text in self.lexicon.auxiliaries else set()
        )
        unlisted = not forms and self._ends_in_past(unit.text)  # "has rendered"
        return unit.kind != "word" or not (
            forms & {"participle", "past"} or unit.text == self.lexicon.infinitive or unlisted
        )

    def _is_verb(self, i: int) -> bool:
        forms = forms_at(self.units[i], self.lexicon)
        if not forms or self._is_in_compound(i):
            return False
        tag = self._tag_before(i)
        if tag in ("to", "auxiliary", "negation") or (tag == "operator" and self._is_before_base(i - 1)):
            return True
        if tag == "adverb" and i > 1 and self.tags[i - 2] in ("to", "auxiliary", "negation", "pronoun"):
            return True
        if tag in ("determiner", "genitive") or self._text_before(i) in self.lexicon.words["whose"]:
            return False
        if "gerund" in forms:
            return self._gerund_is_verb(i)
        if forms & {"past", "participle"}:
            return self._past_is_verb(i, forms)
        if tag == "preposition" or self._follows_adjective(i):
            return False
        if self._has_particle(i):
            return True
        return self._present_is_verb(i) if "present" in forms else self._base_is_verb(i)

    def _looks_like_verb(self, i: int) -> bool:
        """Whether a word that is in no list ends and stands as a verb in the past does ("the mission grounded
        its helicopters")."""
        if self._follows_modal(i) or (self._tag_before(i) == "to" and self._is_unlisted_base(i)):
            return True
        ends = self._ends_in_past(self.units[i].text)
        if not ends or self._is_known(i) or self._is_in_compound(i):
            return False
        tag, text = self._tag_before(i), self._text_after(i)
        if tag in ("auxiliary", "negation") or (tag == "adverb" and self._tag(i - 2) in _BEFORE_ADVERB):
            return True
        named = i > 0 and self.units[i - 1].kind in ("mission", "body", "organisation")
        if named and self._kind_after(i) == "word":
            return True  # "KFOR blocked roads"
        links = self.lexicon.prepositions | self.lexicon.conjunctions | {""}
        follows = self._starts_noun_group(self._after(i)) or text in links
        if self._text_before(i) in (")", "–", "—"):
            return follows  # "the force (KFOR) survived and"
        return tag in ("noun", "pronoun", "joint") and (follows or self._kind_after(i) == "time")

    def _follows_modal(self, i: int) -> bool:
        """ "could spell", "will tackle": after such an auxiliary a word that is in no list is a verb."""
        if self.lexicon.auxiliaries.get(self._text_before(i)) not in ("planned", "considered"):
            return False
        unlisted = self.units[i].text.isalpha() and not self._is_known(i)
        return unlisted and not self._ends_as_adverb(i)

    def _is_known(self, i: int) -> bool:
        return bool(forms_at(self.units[i], self.lexicon)) or self.units[i].text in self.lexicon.closed

    def _is_in_compound(self, i: int) -> bool:
        """ "US-led", "train-and-advise": a part of a word with hyphens is no verb."""
        after = self._after(i)
        before = i > 0 and is_hyphen(self.units[i - 1]) and self._tag_before(i) == "noun"
        return before or (after is not None and is_hyphen(after) and self._glued(i + 1))

    def _follows_adjective(self, i: int) -> bool:
        mention = self.units[i - 1].mention if i else None
        return mention is not None and mention.form == "adjective"

    def _past_is_verb(self, i: int, forms: frozenset[str]) -> bool:
        """ "The Danish deployed to" is said of people; "after reduced activity" has an adjective."""
        text, kind = self._text_after(i), self._kind_after(i)
        if self._follows_adjective(i):
            return "past" in forms and (text in self.lexicon.prepositions or text in self.lexicon.determiners)
        return not (
            self._tag_before(i) == "preposition" and kind == "word" and text not in self.lexicon.prepositions
        )

    def _gerund_is_verb(self, i: int) -> bool:
        tag, text = self._tag_before(i), self._text_after(i)
        if self._kind_after(i) in ("", "mark"):
            return tag == "auxiliary"
        if self._has_particle(i, gap=True) and tag in _BEFORE_GERUND:
            return True  # "before handing over to"
        counts = text in self.lexicon.about and self._kind_after(i + 1) == "number"
        before_preposition = (
            text in self.lexicon.prepositions and not counts
        ) or text in self.lexicon.conjunctions
        is_noun = any(self.units[i].text in self.lexicon.words[name] for name in ("work", "attack"))
        if is_noun and before_preposition:
            return tag == "auxiliary"
        if text in self.lexicon.words["gerund-heads"]:
            return False
        if text in self.lexicon.auxiliaries and tag != "noun":  # "Training has begun"
            return False
        led = tag in ("noun", "mark", "verb") or (tag == "" and self._opens(i))
        return tag in _BEFORE_GERUND and (not before_preposition or led)

    def _opens(self, i: int) -> bool:
        """ "Operating in Niger since 2012, the mission": a clause without a subject, which a comma closes."""
        for unit in self.units[i + 1 :]:
            if unit.kind == "mark" or unit.text in self.lexicon.auxiliaries:
                return unit.text == ","
        return False

    def _has_particle(self, i: int, *, gap: bool = False) -> bool:
        """ "take part": the words right after it make it a verb; with `gap` also "hand over", which may be parted."""
        senses = self.lexicon.verbs.get(self.units[i].text, ())
        forms = [s.form for s in senses if s.form.particle and (gap or not s.form.gap)]
        if not forms:
            return False
        ahead = [*self.tags, *[""] * (len(self.units) - len(self.tags))]
        return any(particle_at(self.units, i, form, ahead) == i + len(form.particle) for form in forms)

    def _is_noun_too(self, i: int) -> bool:
        """Whether a form in -s may be the plural of a noun of the lexicon ("plans", "attacks")."""
        word = singular(self.units[i].text)
        if word in self.lexicon.words["never-nouns"]:
            return False
        known = (word,) in self.lexicon.nouns or word in self.lexicon.operator_nouns
        return known or word in self.lexicon.classed

    def _is_counted(self, i: int) -> bool:
        """ "200 EU monitors": a number before it in its group makes it a noun."""
        j = i - 1
        while j >= 0 and self.tags[j] == "noun":
            if self.units[j].kind == "number":
                return self._is_noun_too(i)
            j -= 1
        return False

    def _starts_noun_group(self, unit: Unit | None) -> bool:
        words = self.lexicon
        if unit is None:
            return False
        named = unit.kind in NAMED or unit.kind == "number"
        return named or unit.text in words.before_nouns

    def _present_is_verb(self, i: int) -> bool:
        tag, after = self._tag_before(i), self._after(i)
        if tag not in _BEFORE_PRESENT:
            return False
        if self.units[i].text in self.lexicon.words["mostly-nouns"]:
            named = i > 0 and self.units[i - 1].kind in NAMED
            return (tag != "noun" or named) and self._starts_noun_group(after)
        if self._is_counted(i):
            return False
        if tag == "mark" and self._acts_after_name(i):
            return True
        before = self._text_before(i)
        if before in self.lexicon.relatives and before not in self.lexicon.determiners:
            return before not in self.lexicon.words["whose"]  # "which protects merchant shipping"
        if not self._is_noun_too(i) or tag == "pronoun" or (i > 0 and self.units[i - 1].kind in NAMED):
            return True
        if self._starts_noun_group(after) or self._text_after(i) in self.lexicon.adverbs or self._goes_on(i):
            return True
        return tag == "noun" and self._kind_after(i) == "time"

    def _base_is_verb(self, i: int) -> bool:
        tag, starts = self._tag_before(i), self._starts_noun_group(self._after(i))
        if tag in ("pronoun", "joint"):
            return True
        if tag == "noun" and self._is_done_by_people(i):
            return True
        if self._ends_list(i) and (starts or not self._is_deed(i)):
            return True
        if tag in ("noun", "adverb"):
            named = self.units[i - 1].kind in NAMED and not self._is_one(i - 1)
            named = named and self._text_after(i) != self.lexicon.infinitive  # "KFOR base to demand"
            several = self._names_several(i - 1) or named or tag == "adverb"
            if named and self._is_of_several(i - 1) and self._text_after(i) in self.lexicon.prepositions:
                return True
            return several and (starts or self._acts_on(i) or not self._is_noun_too(i))
        if tag == "verb" and self._text_before(i) in self.lexicon.words["before-bare-infinitive"]:
            return True
        if tag == "mark" and self._text_before(i) == "," and self._has_particle(i, gap=True):
            return True  # "as others, among them Ireland, scale back"
        acts = starts or self._acts_on(i)
        if tag in ("", "conjunction") and acts:
            return True
        if self._goes_on(i):
            return True
        return self._is_listed_infinitive(i) and (acts or not self._is_noun_too(i))

    def _is_one(self, i: int) -> bool:
        """ "the AU flag", "at the Goma base": a name behind an article takes no base form, unless it is a plural."""
        return self._text_before(i) in self.lexicon.words["articles"] and not self._names_several(i)

    def _acts_on(self, i: int) -> bool:
        """ "They escort food ships": a word that seldom stands as a noun without an article, before another one; "and
        help build"."""
        after = self._after(i)
        if self.units[i].text in self.lexicon.words["before-bare-infinitive"] and after is not None:
            return "base" in forms_at(after, self.lexicon)
        return self.units[i].text in self.lexicon.words["mostly-verbs"] and self._kind_after(i) in (
            "word",
            *NAMED,
        )

    def _is_done_by_people(self, i: int) -> bool:
        """ "Four officers work in the force": what follows people, and stands before a preposition of place."""
        text = self._text_before(i)
        people = text.endswith("s") and self.lexicon.in_class(singular(text), "people")
        return people and self._text_after(i) in self.lexicon.words["work-prepositions"]

    def _goes_on(self, i: int) -> bool:
        """ "They arrived in May, protect civilians and now escort convoys": a verb after a comma, or after "and" and an
        adverb, before its object, where a finite verb has told what the same subject does."""
        after, j = self._after(i), i - 1
        if after is None or after.kind != "word" or not after.text.endswith("s") or self._is_deed(i):
            return False
        while j > 0 and self.tags[j] == "adverb":
            j -= 1
        joined = self._tag(j) == "conjunction" or (self._tag(j) == "mark" and self.units[j].text == ",")
        return joined and self._has_told(j)

    def _is_deed(self, i: int) -> bool:
        """ "Attack", "patrols": a word that is a noun of action as well."""
        return (singular(self.units[i].text),) in self.lexicon.nouns

    def _has_told(self, i: int) -> bool:
        """Whether the last verb before a comma or "and" may have the same subject."""
        verb = next((j for j in range(i - 1, 0, -1) if self.tags[j] == "verb"), 0)
        before = ("noun", "pronoun", "verb", "joint", "adverb", "conjunction", "mark", "auxiliary")
        return verb > 0 and self.tags[verb - 1] in before and (self._tag(i) == "mark" or self._is_now(verb))

    def _is_now(self, verb: int) -> bool:
        """Whether a verb is in the present; "sent soldiers and guard dogs" goes on with no other verb."""
        return not forms_at(self.units[verb], self.lexicon).isdisjoint(("present", "base"))

    def _acts_after_name(self, i: int) -> bool:
        """ "The mission, KFOR, monitors human rights": behind a name between commas."""
        named = i > 1 and self.units[i - 2].kind in NAMED
        after = self._after(i)
        seldom = singular(self.units[i].text) in self.lexicon.words["mostly-verbs"]
        return named and seldom and after is not None and after.kind == "word"

    def _is_listed_infinitive(self, i: int) -> bool:
        """ "to protect civilians, investigate crimes and help restore order": a base form after a comma or "and", where
        an infinitive came before."""
        if self._tag_before(i) != "conjunction" and self._text_before(i) != ",":
            return False
        for j in range(i - 1, 0, -1):
            if self.tags[j] == "verb":
                governed = self.tags[j - 1] in ("to", "auxiliary") or self._text_before(j) in (",", "and")
                return governed and "base" in forms_at(self.units[j], self.lexicon)
            if self.tags[j] == "joint" or self.units[j].text in (";", ":"):
                return False
        return False

    def _is_of_several(self, i: int) -> bool:
        """ "The ships of the force": a name that belongs to several before it."""
        while i > 0 and self._text_before(i) in self.lexicon.determiners:
            i -= 1
        of_them = i > 1 and self._text_before(i) in self.lexicon.completing
        return of_them and self._names_several(i - 2)

    def _ends_list(self, i: int) -> bool:
        """ "Denmark and Norway contribute": behind names that "and" joins."""
        named = all(j >= 0 and self.units[j].kind in NAMED for j in (i - 1, i - 3))
        return named and self._tag(i - 2) == "conjunction"

    def _names_several(self, i: int) -> bool:
        """ "troops", "police": a noun with which a verb takes its base form."""
        text = self.units[i].text
        return text.endswith("s") or text in self.lexicon.words["plurals"]
