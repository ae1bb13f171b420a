"""Words that say who says something: "X said", "says X", "according to X", wherever they stand in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from missionwatch.annotating.tokens import letters
from missionwatch.annotating.words import alternatives, words
from missionwatch.model.document import Document, Mention, Sentence

_SPEAKERS = frozenset({"person", "organisation", "mission", "nation", "body"})
_LED = re.compile(r"\b(?:in|to|from|of|into|across|near|against|on)\s+(?:the\s+)?$", re.I)
_OWNED = re.compile(r"\s+(?:of|for|from|with)\s+(?:the\s+)?", re.I)
_PHRASE = 8  # so many words may belong to the speaker's name in front: rank, role, article
_ARTICLES = r"(?:(?:the|a|an|its|their|his|her|senior|another|unnamed|top|one|that)\s+)*"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says something and where the report says so: the words from `start` to `end` are no part of what is said.

    `subject` is the mention of the speaker, or None with a `pronoun`. `order` is SV ("X said"), VS ("said X") or
    source ("according to X"). `needs` says what must be beside it: nothing, that, or quote.
    """

    start: int
    end: int
    verb: int
    subject: Mention | None
    pronoun: str | None
    order: str
    needs: str = "nothing"
    told: bool = False


@dataclass(frozen=True, slots=True)
class Patterns:
    verbs: re.Pattern[str]
    classes: dict[str, str]
    tellers: frozenset[str]
    gap: re.Pattern[str]
    back: re.Pattern[str]
    aside: re.Pattern[str]
    acts: re.Pattern[str]
    pronoun: re.Pattern[str]
    pronoun_after: re.Pattern[str]
    sources: re.Pattern[str]
    hearer: re.Pattern[str]
    statement: re.Pattern[str]
    not_said: re.Pattern[str]
    forward: re.Pattern[str]
    voices: frozenset[str]
    unnamed: frozenset[str]
    quick: frozenset[str]


@cache
def patterns(language: str) -> Patterns:
    """The patterns of a language."""
    data, people = words(language, "speech"), words(language, "people")
    needs_that, quote_only, tellers = data.set("needs_that"), data.set("quote_only"), data.set("hearer_verbs")
    classes: dict[str, str] = {}
    told: set[str] = set()
    for key in ("announce", "say"):
        for row in data.rows(key):
            needs = (
                "quote"
                if row[0] in quote_only
                else "that"
                if row[0] in needs_that or key == "announce"
                else "nothing"
            )
            classes.update(dict.fromkeys((row[0], row[1], row[2], row[4]), needs))
            told.update(row if row[0] in tellers else ())
    between = rf"(?:(?:{alternatives(data.listed('between'))}|\w+ly)\s+)*"
    when = r"(?:(?:on|in|late|early|earlier|last|this)\s+(?:\w+\s+){0,2}?(?:\w+day|week|month|year)\s+)?"
    statement = rf"(?:['’]s?)?\s+(?:\w+\s+)?(?:{alternatives(data.listed('statements'))})\s+"
    pronouns = alternatives(data.names("pronouns"))
    verbs = alternatives(classes)
    statements, links = alternatives(data.listed("statements")), alternatives(data.listed("statement_links"))
    ranks = alternatives((*people.listed("ranks"), *people.listed("titles")))
    where = r"(?:\s+(?:in|at|from|of|for|with)\s+(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,3}?)?"
    return Patterns(
        verbs=re.compile(rf"(?<![\w-])(?:{verbs})(?![\w-])", re.I),
        classes=classes,
        tellers=frozenset(told),
        gap=re.compile(rf"(?:\s*\([^)]{{1,40}}\))?{where}\s*,?\s*(?:who\s+)?{between}{when}{between}", re.I),
        back=re.compile(
            rf"(?:\s*\([^)]{{1,40}}\))?\s*(?:,|–|—|-\s)[^.!?;]{{0,120}}(?:,|–|—)\s*{between}{when}", re.I
        ),
        aside=re.compile(rf",\s+(?:{alternatives(data.listed('asides'))})\s", re.I),
        acts=re.compile(
            r"(?:\s*,[^,.;]{1,40},)?\s+(?:will|would|is|was|has|had|are|were|have|can|could|may|might)\b",
            re.I,
        ),
        pronoun=re.compile(rf"(?<![\w])(?P<who>{pronouns})\s+{between}$", re.I),
        pronoun_after=re.compile(
            rf"\s+(?P<who>{pronouns})\b(?!\s+(?:will|would|is|was|has|had|can|could|wants|hopes))", re.I
        ),
        sources=re.compile(rf"(?<!\w)(?:{alternatives(data.listed('sources'))})\s+{_ARTICLES}", re.I),
        hearer=re.compile(rf"\s+(?:(?:to\s+|at\s+)?(?:{alternatives(data.listed('hearers'))}))", re.I),
        statement=re.compile(statement, re.I),
        not_said=re.compile(rf"(?:^|\s)(?:{alternatives(data.listed('not_said'))})\s+(?:\w+ly\s+)?$", re.I),
        forward=re.compile(
            rf"\s*,?\s*(?:to\s+)?{_ARTICLES}(?:(?:{statements})\s+(?:{links})\s+)?{_ARTICLES}(?:[a-zæøå-]+\s+)?{_ARTICLES}(?:(?:{ranks})\s+)*",
            re.I,
        ),
        voices=people.set("voices"),
        unnamed=people.set("unnamed"),
        quick=letters(" ".join(max(p.split(), key=len) for p in (*classes, *data.listed("sources")))),
    )


def attributions(document: Document, sentence: Sentence) -> list[Attribution]:
    """Every attribution of a sentence, in order, none within another."""
    known = patterns(document.language)
    text = document.text
    quiet = known.quick.isdisjoint(letters(text, sentence.start, sentence.end))
    if quiet and text.find(":", sentence.start, sentence.end) < 0:
        return []
    mentions = [m for m in document.within(sentence.span) if m.kind in _SPEAKERS]
    found = [
        *_by_colon(text, sentence, mentions),
        *(() if quiet else _by_verb(text, sentence, mentions, known)),
        *(() if quiet else _by_source(text, sentence, mentions, known)),
    ]
    kept: list[Attribution] = []
    for one in sorted(found, key=lambda a: (a.needs != "nothing", a.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda a: a.start)


def _by_verb(
    text: str, sentence: Sentence, mentions: Sequence[Mention], known: Patterns
) -> Iterator[Attribution]:
    for verb in known.verbs.finditer(text, sentence.start, sentence.end):
        before = text[sentence.start : verb.start()]
        if known.not_said.search(before):
            continue
        word = " ".join(verb.group().lower().split())
        needs, told = known.classes[word], word in known.tellers
        set_off = not before.strip() or before.rstrip()[-1] in ",”\"’»?!–—'"
        found = None
        if set_off and (not told or word.endswith("s")):
            found = _after(text, sentence, verb, mentions, known, needs)
        if found is None or known.acts.match(text, found.end, sentence.end):
            found = _before(text, sentence, verb, mentions, known, needs, told) or found
        if found:
            yield found


def _before(
    text: str,
    sentence: Sentence,
    verb: re.Match[str],
    mentions: Sequence[Mention],
    known: Patterns,
    needs: str,
    told: bool,
) -> Attribution | None:
    """The subject before the verb: a name, a name with an apposition, a statement's author, a pronoun."""
    head = text[sentence.start : verb.start()]
    if pronoun := known.pronoun.search(head):
        start = sentence.start + pronoun.start()
        return Attribution(start, verb.end(), verb.start(), None, pronoun["who"].lower(), "SV", needs, told)
    left = [m for m in mentions if m.end <= verb.start()]
    for one in reversed(left[-4:]):
        gap = text[one.end : verb.start()]
        if one.kind == "nation" and _LED.search(text[: one.start][-12:]):
            continue
        if known.gap.fullmatch(gap) or known.statement.fullmatch(gap):
            subject = _told_of_aside(text, one, left, known) or _head_of(text, one, left, known)
            if (
                subject.form in ("adjective",)
                and subject.kind != "person"
                and not known.statement.fullmatch(gap)
            ):
                return None
            start = _phrase_start(text, sentence, subject, left)
            return Attribution(start, verb.end(), verb.start(), subject, None, "SV", needs, told)
        if known.back.fullmatch(gap) and (one.kind == "person" or known.aside.match(gap)):
            start = _phrase_start(text, sentence, one, left)
            return Attribution(start, verb.end(), verb.start(), one, None, "SV", needs, told)
    return None


def _told_of_aside(text: str, one: Mention, left: Sequence[Mention], known: Patterns) -> Mention | None:
    """ "India, which commands the force, said": who is told of between the commas, where the last name stands."""
    if not text[one.end :].lstrip().startswith(","):
        return None
    for other in reversed(left):
        gap = text[other.end : one.start] if other.end <= one.start else ""
        if known.aside.match(gap) and gap.count(",") == 1 and not re.search(r"[.;!?]", gap):
            return other
    return None


def _phrase_start(text: str, sentence: Sentence, subject: Mention, left: Sequence[Mention]) -> int:
    """Where the words for the speaker begin: with rank, role and article, back to the comma before them."""
    start = subject.start
    for other in reversed(left):
        if other.form == "role" and other.end <= start and re.fullmatch(r"\s*,?\s*", text[other.end : start]):
            start = other.start
    phrase = re.search(r"[^,;:“”\"»«–—]*$", text[sentence.start : start])
    words_before = phrase.group() if phrase else ""
    return start - len(words_before.lstrip()) if len(words_before.split()) <= _PHRASE else start


def _head_of(text: str, one: Mention, left: Sequence[Mention], known: Patterns) -> Mention:
    """The person whom an apposition before the verb belongs to ("X, the head of Y, said"), else the mention itself.

    Of "the commander of Y" it is the commander, of "a spokesman for Y" it is Y.
    """
    for role in reversed(left):
        if role.form == "role" and role.end <= one.start and _OWNED.fullmatch(text[role.end : one.start]):
            if (role.role or "").lower() in known.voices:
                return one if one.kind == "nation" else role
            one = role
            break
    for other in reversed(left):
        if other.end > one.start or other.kind != "person":
            continue
        gap = text[other.end : one.start]
        if one.kind == "person" and one.form == "name" and other.form == "role":
            return one
        if (
            re.fullmatch(r"(?:\s*\([^)]{1,40}\))?\s*,[^.;!?]{0,100}", gap)
            and gap.count(",") <= 2
            and "," in text[one.end : one.end + 12]
        ):
            return other
        if re.fullmatch(r"\s*,?\s*", gap) and one.kind == "person" and one.form == "name":
            return one
        break
    return one


def _after(
    text: str,
    sentence: Sentence,
    verb: re.Match[str],
    mentions: Sequence[Mention],
    known: Patterns,
    needs: str,
) -> Attribution | None:
    """The subject behind the verb: "says the Danish defence minister, X"."""
    if pronoun := known.pronoun_after.match(text, verb.end(), sentence.end):
        return Attribution(
            verb.start(), pronoun.end(), verb.start(), None, pronoun["who"].lower(), "VS", needs
        )
    right = [m for m in mentions if m.start >= verb.end()]
    if not right or not known.forward.fullmatch(text[verb.end() : right[0].start]):
        return None
    subject, end = _named_behind(text, right)
    return Attribution(verb.start(), end, verb.start(), subject, None, "VS", needs)


_CHAIN = re.compile(r"\s*(?:['’]s)?(?:-[\w-]+)?\s*,?\s*(?:and\s+)?(?:[\w.-]+\s+){0,3}", re.I)


def _named_behind(text: str, right: Sequence[Mention]) -> tuple[Mention, int]:
    """The first of the mentions, or the person whose role, or whose owner, it is: "the minister's adviser, X"."""
    subject = right[0]
    for following in right[1:4]:
        gap = text[subject.end : following.start]
        if following.kind != "person" or not _CHAIN.fullmatch(gap):
            break
        owned = gap.startswith(("'s", "’s"))
        if subject.kind == "person" and subject.form == "name" and not owned:
            break
        if subject.form == "role" and following.form == "role" and "and" not in gap.split() and not owned:
            break
        subject = following
    return subject, subject.end


_COLON = re.compile(r"\s*(?:\([^)]{1,40}\))?\s*:\s*(?=[“\"«„])")


def _by_colon(text: str, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Attribution]:
    """A name at the head of a sentence with a colon and a quote behind it."""
    for one in mentions:
        colon = _COLON.match(text, one.end)
        if colon and len(text[sentence.start : one.start].split()) <= _PHRASE and one.kind == "person":
            yield Attribution(sentence.start, colon.end(), one.end, one, None, "SV", "quote")


def _by_source(
    text: str, sentence: Sentence, mentions: Sequence[Mention], known: Patterns
) -> Iterator[Attribution]:
    for source in known.sources.finditer(text, sentence.start, sentence.end):
        right = [m for m in mentions if m.start >= source.end()]
        if right and re.fullmatch(r"(?:[a-z-]+\s+){0,3}", text[source.end() : right[0].start]):
            subject, end = _named_behind(text, right)
            if subject.kind == "nation" and subject.form != "name" and subject.form != "acronym":
                continue  # "according to the Italian newspaper"
            yield Attribution(source.start(), end, source.start(), subject, None, "source")
