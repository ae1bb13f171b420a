"""What each word of a sentence means: its readings, and the one that its neighbours leave."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from missionwatch.annotating.glossing.compounds import compound, done_by, left_part
from missionwatch.annotating.glossing.glossary import Glossary, Sense
from missionwatch.annotating.glossing.names import Names
from missionwatch.annotating.glossing.rows import Rows
from missionwatch.annotating.glossing.tokens import Token

FINITE = ("present", "past", "passive", "past-passive", "auxiliary")
"""The forms of verbs that make a clause; a passive may be an infinitive too."""
_VERBAL = frozenset(("auxiliary", "infinite", "become", "verb", "to"))
_PERFECT = frozenset(("is", "was", "has", "had", "gets"))
_OBJECT = frozenset(("determiner", "adjective", "noun", "name", "number", "demonym", "about"))
_GROUP = frozenset(("noun", "name", "pronoun", "number", "demonym"))
_BEFORE_NOUN = frozenset(("determiner", "adjective", "number", "preposition", "about"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence with the reading chosen for it; `english` is what a gloss writes.

    `base` is a verb's infinitive and its English, apart; `space` whether space stands before it in the report.
    """

    start: int
    end: int
    written: str
    kind: str
    english: str
    form: str = ""
    definite: bool = False
    genitive: bool = False
    base: tuple[str, str] = ("", "")

    @property
    def finite(self) -> bool:
        return self.form in FINITE


@dataclass(frozen=True, slots=True)
class _Step:
    """Tokens that belong together, with all their readings."""

    start: int
    end: int
    written: str
    text: str
    senses: tuple[Sense, ...]
    genitive: bool = False


@dataclass(frozen=True)
class Reader:
    """Reads sentences of a language: its words, its ways of saying when, the catalogue's names."""

    glossary: Glossary
    times: Rows
    sizes: Rows
    names: Names

    def words(self, tokens: Sequence[Token]) -> list[Word]:
        """The words of a sentence, each with one reading."""
        steps = list(self._steps(tokens))
        words: list[Word] = []
        for i, step in enumerate(steps):
            sense = _choose(step, words, steps[i + 1 :], self.glossary)
            words.append(_word(step, sense, words, self.glossary))
        return words

    def _steps(self, tokens: Sequence[Token]) -> Iterable[_Step]:
        at = 0
        while at < len(tokens):
            end, senses, genitive = self._at(tokens, at)
            inside = tokens[at:end]
            written = " ".join(t.written for t in inside)
            yield _Step(inside[0].start, inside[-1].end, written, written.lower(), tuple(senses), genitive)
            at = end

    def _at(self, tokens: Sequence[Token], at: int) -> tuple[int, Sequence[Sense], bool]:
        """The longest thing that begins at a token: the token behind it, its readings, whether it is a genitive."""
        token = tokens[at]
        time = self.times.match(tokens, at) if token.is_word or token.is_number else None
        size = self.sizes.match(tokens, at) if token.is_number else None
        if size:
            return size[0], (Sense("adjective", size[1]),), False
        named = next(self.names.match(tokens, at, self.glossary.whose), None) if token.is_word else None
        fixed = self._fixed(tokens, at)
        ends = [(time[0] if time else 0), (named[0] if named else 0), (fixed[0] if fixed else 0)]
        longest = max(ends)
        if longest and time and time[0] == longest:
            return time[0], (Sense("time", time[1]),), False
        if longest and fixed and fixed[0] == longest:
            return *fixed, fixed[1][0].form == "genitive"
        if longest and named:
            pair = self._done_by(tokens, at) if named[1].kind == "adjective" else None
            return pair or (named[0], (Sense(named[1].kind, named[1].english),), named[2])
        return self._hanging(tokens, at) or (at + 1, *self._single(tokens, at))

    def _hanging(self, tokens: Sequence[Token], at: int) -> tuple[int, Sequence[Sense], bool] | None:
        """ "Bevogtnings- og eskorteopgaver": the first part of a compound whose last part comes later."""
        if at + 2 >= len(tokens) or tokens[at + 1].text != "-" or tokens[at + 1].start != tokens[at].end:
            return None
        left = left_part(tokens[at].text, self.glossary)
        apart = tokens[at + 2].start > tokens[at + 1].end
        return (at + 2, (Sense("adjective", left),), False) if left and apart else None

    def _done_by(self, tokens: Sequence[Token], at: int) -> tuple[int, tuple[Sense, ...], bool] | None:
        """ "fransk ledede", for "franskledede"."""
        if at + 1 >= len(tokens):
            return None
        made = done_by(tokens[at].text + tokens[at + 1].text, self.glossary, self.names)
        return (at + 2, made, False) if made else None

    def _fixed(self, tokens: Sequence[Token], at: int) -> tuple[int, tuple[Sense, ...]] | None:
        found: tuple[int, tuple[Sense, ...]] | None = None
        for row, sense in self.glossary.phrases.get(tokens[at].text, ()):
            end = at + len(row)
            if found and end < found[0]:
                return found
            counts = end < len(tokens) and tokens[end].is_number
            if tuple(t.text for t in tokens[at:end]) == row and (counts or sense.kind != "about"):
                found = end, (*(found[1] if found else ()), sense)
        return found

    def _single(self, tokens: Sequence[Token], at: int) -> tuple[Sequence[Sense], bool]:
        token = tokens[at]
        if token.is_number:
            return (Sense("number", _figures(token.text)),), False
        if token.is_number_word:
            number, _, unit = token.text.partition("-")
            return (Sense("adjective", f"{_figures(number)}-{self.glossary.joints.get(unit, unit)}"),), False
        if not token.is_word:
            return (Sense("mark", token.written),), False
        if self._is_name(tokens, at):
            return (Sense("name", token.written, "unknown"),), False
        senses = self.glossary.senses.get(token.text, ())
        if senses:
            return senses, False
        for end in self.glossary.whose:
            bare = token.text.removesuffix(end).rstrip("'")
            owned = (
                [s for s in self.glossary.senses.get(bare, ()) if s.kind == "noun"]
                if bare != token.text
                else []
            )
            owned = owned or (
                list(compound(replace(token, text=bare), self.glossary, self.names))
                if bare != token.text and len(bare) > 5
                else []
            )
            owned = [s for s in owned if s.kind == "noun"]
            if owned:
                return owned, True
        made = compound(token, self.glossary, self.names)
        return made or (self._guess(token),), False

    def _guess(self, token: Token) -> Sense:
        """What a word may be that nothing knows."""
        if token.capital:
            return Sense("name", token.written, "unknown")
        kind = next((k for k, ends in self.glossary.guesses.items() if token.text.endswith(ends)), "noun")
        return Sense(kind, token.written, "one" if kind == "noun" else "")

    def _is_name(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a capitalised word is a name, and no common word at the head of a sentence."""
        token = tokens[at]
        if not token.capital or (self._heads(tokens, at) and not self._begins_name(tokens, at)):
            return False
        if "-" in token.text and not token.written.split("-")[-1][:1].isupper():
            return False
        near = [t for t in (*tokens[at - 1 : at], *tokens[at + 1 : at + 2]) if t.is_word]
        known = any(
            s.kind in ("noun", "adjective", "determiner", "number")
            for s in self.glossary.senses.get(token.text, ())
        )
        lone = not any(t.capital and t.text not in self.glossary.senses for t in near)
        return not ((known or compound(token, self.glossary, self.names)) and lone)

    def _begins_name(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word at the head of a sentence is the first of a person's name rather than what it says."""
        senses = self.glossary.senses.get(tokens[at].text, ())
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        unknown = following is not None and following.capital and following.text not in self.glossary.senses
        return unknown and all(s.kind == "verb" or (s.kind == "noun" and s.form == "many") for s in senses)

    def _heads(self, tokens: Sequence[Token], at: int) -> bool:
        return at == 0 or not (
            tokens[at - 1].is_word or tokens[at - 1].is_number or tokens[at - 1].text in ",)"
        )


def _figures(text: str) -> str:
    """A number with the signs that English puts between its figures; a date stays as it is."""
    thousands = re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text)
    return text.replace(".", ",") if thousands else text.replace(",", ".")


def _kinds(step: _Step | None) -> frozenset[str]:
    return frozenset(s.kind for s in step.senses) if step else frozenset()


def _is_finite(step: _Step) -> bool:
    return any(s.form in FINITE or s.kind == "auxiliary" for s in step.senses)


def _clause_before(words: Sequence[Word]) -> list[Word]:
    """The words since the last mark or the last word that begins a clause, without clauses set in between commas."""
    found: list[Word] = []
    at = len(words) - 1
    while at >= 0:
        word = words[at]
        if word.english == "," and (start := inserted(words, at)) is not None:
            at = start - 1
            continue
        if word.kind in ("mark", "when", "relative"):
            break
        found.append(word)
        at -= 1
    return found


def inserted(words: Sequence[Word], comma: int) -> int | None:
    """Where the comma stands that opens the relative clause which this one closes; None where it closes none."""
    start = comma - 1
    while start >= 0 and words[start].kind != "mark":
        start -= 1
    opens = start > 0 and words[start].english == "," and words[start + 1].kind in ("when", "relative")
    return start if opens else None


def _finite_ahead(steps: Sequence[_Step], reach: int) -> bool:
    """Whether a noun group and a finite verb follow before the next mark."""
    for i, step in enumerate(steps[:reach]):
        if "mark" in _kinds(step):
            return False
        behind_name = i > 0 and _kinds(steps[i - 1]) <= {"name", "pronoun", "demonym"}
        last = i + 1 == len(steps) or "mark" in _kinds(steps[i + 1])
        closing = i > 0 and last and "noun" in _kinds(steps[i - 1])
        sure = i == 0 or behind_name or closing or _kinds(step) <= {"verb", "auxiliary", "become"}
        if _is_finite(step) and sure:
            return True
    return False


def _choose(step: _Step, before: Sequence[Word], after: Sequence[_Step], known: Glossary) -> Sense:
    senses = step.senses
    if len(senses) == 1 and step.text != known.infinitive:
        return senses[0]
    previous = before[-1] if before else None
    following = after[0] if after else None
    kinds = frozenset(s.kind for s in senses)

    def of(*wanted: str) -> Sense | None:
        return next((s for kind in wanted for s in senses if s.kind == kind), None)

    if step.text == known.infinitive:
        later = next((s for s in after if not _kinds(s) <= {"adverb", "negation"}), None)
        forms = {s.form for s in later.senses} if later else set()
        if {"infinitive", "passive"} & forms or "infinite" in _kinds(later):
            return Sense("to", "to")
        return of("when") or senses[0]
    if "dummy" in kinds:
        led = previous is not None and (
            previous.kind in ("noun", "name", "demonym") or previous.english in (",", ")")
        )
        bound = (
            previous is None
            or previous.kind in ("when", "and", "to")
            or previous.finite
            or previous.kind == "auxiliary"
        )
        return (of("dummy") if bound or not led else of("relative")) or senses[0]
    if "relative" in kinds:
        led = previous is not None and (
            previous.kind in ("noun", "name", "demonym", "pronoun") or previous.english == ","
        )
        soon = bool(_kinds(following) & {"adverb", "time"}) and len(after) > 1 and _is_finite(after[1])
        leads_clause = soon or _finite_ahead(after, 6)  # "som nu ophører"
        return (of("relative") if led and leads_clause else of("when")) or senses[0]
    if "about" in kinds:
        if "number" in _kinds(following):
            return of("about") or senses[0]
        senses = tuple(s for s in senses if s.kind != "about")
        return _choose(replace(step, senses=senses), before, after, known)
    if "noun" in kinds and "determiner" in kinds and previous is not None and previous.kind == "determiner":
        return of("noun") or senses[0]  # "en mine": after an article, no pronoun
    if (
        "determiner" in kinds
        and "adjective" in kinds
        and previous is not None
        and previous.kind in ("verb", "to")
    ):
        return of("adjective") or senses[0]
    if "determiner" in kinds:
        ahead = _kinds(following)
        verbal = following is not None and _is_finite(following) and not ahead & {"noun", "adjective"}
        verbal = verbal or "and" in ahead  # "de både træner": they
        if following is not None and step.text in known.of_one and "noun" in ahead:  # "det rammer": it hits
            many = all(s.form == "many" and not s.definite for s in following.senses if s.kind == "noun")
            verbal = verbal or (many and _is_finite(following))
        attributive = following is not None and any(s.form == "attributive" for s in following.senses)
        leads = (
            bool(ahead & {"noun", "adjective", "number", "name", "demonym", "about", "time"}) or attributive
        )
        if "when" in kinds:
            return of("when") or senses[0]
        return (of("determiner") if leads and not verbal else of("pronoun", "determiner")) or senses[0]
    if "when" in kinds:
        if not kinds & {"preposition", "noun"} and (previous is None or previous.english == ","):
            led = bool(_kinds(following) & (_GROUP | {"determiner", "adjective"}))
            verbal = following is not None and _is_finite(following) and "adjective" not in _kinds(following)
            verbal = verbal and not _finite_ahead(after[1:], 9)  # "da styrker fra øen var": forces were
            return (of("when") if led and not verbal else of("adverb")) or senses[0]
        clause = _finite_ahead(after, 9) and not (following is not None and "time" in _kinds(following))
        subject = bool(_kinds(following) & (_GROUP | {"determiner", "adjective", "dummy"}))
        if clause and subject:
            return of("when") or senses[0]
        return of("preposition", "adverb", "when") or senses[0]
    if "adjective" in kinds and kinds & {"adverb", "preposition"}:
        ahead = _kinds(following)
        leads = bool(ahead & {"noun", "adjective"}) and "infinite" not in ahead
        leads = leads and not (previous is not None and previous.kind == "auxiliary")
        bound = following is not None and all(s.definite for s in following.senses if s.kind == "noun")
        leads = leads and ("adjective" in ahead or not bound)  # "styrker yderligere indsatsen"
        return (of("adjective") if leads else of("adverb", "preposition")) or senses[0]
    if "adverb" in kinds and "preposition" in kinds:
        ahead = _kinds(following)
        return (
            of("preposition")
            if ahead & (_GROUP | {"determiner", "adjective", "when", "to", "time", "about"})
            else of("adverb")
        ) or senses[0]
    if kinds == {"verb", "preposition"} and (previous is None or previous.kind != "pronoun"):
        leads = following is not None and following.text == known.infinitive
        leads = leads or bool(_kinds(following) & (_OBJECT | {"pronoun", "time"}))
        return of("preposition" if leads else "verb") or senses[0]
    if kinds == {"noun"} and {"one", "many"} <= {s.form for s in senses}:
        return next(s for s in senses if s.form == ("one" if _of_one(before) else "many"))
    if "verb" in kinds:
        if _kinds(following) & {"number", "about"}:  # "talte 500 mand": numbered, not spoke
            senses = tuple(sorted(senses, key=lambda s: s.english.partition("|")[2] not in known.counting))
        return _verb_or_not(senses, previous, before, following, after)
    if "adjective" in kinds and "noun" in kinds:
        return (of("adjective") if _kinds(following) & {"noun", "adjective"} else of("noun")) or senses[0]
    return senses[0]


def _of_one(before: Sequence[Word]) -> bool:
    """Whether the noun group that these words end in is of one: "et skib", "Danmarks skib", "det nye skib"."""
    for word in reversed(before):
        if word.kind == "number":
            return word.english in ("one", "1")
        if word.kind == "determiner":
            return word.english != "the" or not word.written.lower().endswith("e")
        if word.kind not in ("adjective", "demonym"):
            return word.genitive
    return False


def _verb_or_not(
    senses: Sequence[Sense],
    previous: Word | None,
    before: Sequence[Word],
    following: _Step | None,
    after: Sequence[_Step],
) -> Sense:
    verbs = [s for s in senses if s.kind == "verb"]
    others = [s for s in senses if s.kind != "verb"]
    governing = next((w for w in _clause_before(before) if w.kind in _VERBAL), None)
    if previous is not None and previous.kind == "pronoun" and len(before) > 1 and before[-2].kind == "and":
        governing = None  # "..., og det rammer": a clause of its own
    noun_place = previous is not None and (previous.kind in _BEFORE_NOUN or previous.genitive)
    if previous is not None and re.fullmatch("(?:19|20)[0-9]{2}", previous.english):
        noun_place = False  # "fra 2017 lede": a year counts nothing
    bound = bool(others) and all(s.kind == "noun" and s.definite for s in others)
    if previous is not None and previous.kind == "adjective" and bound:
        noun_place = False  # "har voldsomt angrebet": no adjective alone stands before "angrebet"
    nominal = bool(_kinds(following) & {"noun", "adjective", "name"})

    def form(*names: str) -> Sense | None:
        return next((s for name in names for s in verbs if s.form == name), None)

    attributive = form("attributive")
    if attributive and noun_place and nominal:
        return next((s for s in others if s.kind == "adjective"), attributive)
    if others and (noun_place or (previous is None and _finite_ahead(after, 6))):
        counted = previous is not None and previous.kind == "number" and others[0].kind == "noun"
        closing = counted and following is not None and _is_finite(following)  # "da to ansatte døde"
        return next((s for s in others if s.kind == "adjective" and nominal and not closing), others[0])
    if previous is not None and previous.kind == "and" and governing is not None:
        alike = form(governing.form)
        if alike and (governing.kind == "verb") and (not others or _kinds(following) & _OBJECT):
            return alike
    if governing is None:
        return form(*FINITE) or (others[0] if others else verbs[0])
    if governing.kind == "to" or (governing.kind == "auxiliary" and governing.english not in _PERFECT):
        infinitive = form("infinitive", "passive")
        return infinitive or (others[0] if others else verbs[0])
    if governing.kind in ("auxiliary", "infinite", "become"):
        perfect = form("participle")
        state = next((s for s in others if s.kind == "adjective" and not nominal), None)
        return perfect or state or (others[0] if others else form("infinitive") or verbs[0])
    if others and not (governing.kind == "verb" and governing.form == "attributive" and form(*FINITE)):
        return others[0]
    if governing.form == "attributive" and form(*FINITE):
        return form(*FINITE) or senses[0]
    finite = form(*FINITE) if previous is not None and previous.kind in ("and", "mark", "nothing") else None
    return finite or form("participle", "gerund", "attributive", *FINITE) or verbs[0]


def _word(step: _Step, sense: Sense, before: Sequence[Word], known: Glossary) -> Word:
    """The word with its English, but for verbs, whose English depends on the group that they stand in."""
    base = ("", "")
    english = sense.english
    if sense.kind == "verb":
        infinitive, _, english = sense.english.partition("|")
        base = (infinitive, english)
    owner = before[-1] if before else None
    counted = owner is not None and owner.kind == "number" and owner.english not in ("one", "1")
    if sense.kind == "noun" and (sense.form == "many" or (counted and not sense.definite)):
        english = known.inflection_of_gloss.form("noun", english, "many")
    inverted = len(before) > 1 and before[-2].finite
    named = owner is not None and owner.kind == "name" and not inverted
    held = owner is not None and (named or owner.kind == "determiner" or owner.genitive)
    if sense.kind == "noun" and sense.definite and not held:
        english = f"the {english}"
    bare = owner is not None and owner.kind in ("auxiliary", "become") and not sense.definite
    if sense.kind == "noun" and bare and english in known.roles:
        english = f"the {english}"
    if step.genitive:
        english = f"{english}'" if english.endswith("s") and sense.kind == "noun" else f"{english}'s"
    form = "auxiliary" if sense.kind == "auxiliary" else sense.form
    return Word(
        step.start, step.end, step.written, sense.kind, english, form, sense.definite, step.genitive, base
    )
