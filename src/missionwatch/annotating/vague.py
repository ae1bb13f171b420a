"""Vague phrases for missions and what they say: who runs it, who leads it, where it is, what it does."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from missionwatch.annotating.tokens import Token, letters, tokenise
from missionwatch.annotating.words import Words, words
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.model.document import Document, Mention, Sentence

TAKING_PART = "taking part"
"""The head of "takes part in the UN", where an organisation stands for its mission."""

BETWEEN_NAMES = ("the", "and", ",", "in", "both")
"""What may stand before and between the names of a list."""

HYPHENS = frozenset("-‐‑")
_GENITIVES = frozenset(("'s", "’s"))
_LONGEST = 6
_MANY = 100
"""No organisation has so many missions."""
_AIM = 14
"""So many words behind the head tell what a mission is for."""


@dataclass(frozen=True, slots=True)
class Description:
    """A vague phrase: where it stands and what it says of the mission.

    All but `start`, `end`, `head` and `definite` are ids or codes; `only` are the missions that the catalogue says
    these words mean, `nations` those named before the head, which it belongs to or lies in, `said` the words that
    narrow it down. `several` says that there are more of them than it names places for, `shared` that several
    nations run it, `new` that the report has not spoken of it before, `its` that it belongs to the doer. `further` are
    the other places of a list ("the missions in Afghanistan and Kosovo").
    """

    start: int
    end: int
    head: str
    definite: bool
    organisations: frozenset[str] = frozenset()
    leaders: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    tasks: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    nations: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()
    several: bool = False
    shared: bool = False
    new: bool = False
    its: bool = False
    further: tuple[Mention, ...] = field(default=())

    @property
    def located(self) -> bool:
        """Whether it says where the mission is."""
        return bool(self.countries or self.places)

    @property
    def bare(self) -> bool:
        """Whether it says nothing but the head word."""
        return not (
            self.organisations or self.leaders or self.countries or self.places or self.tasks or self.only
        )


@functools.cache
def _described(catalogue: Catalogue, language: str) -> dict[str, frozenset[str]]:
    """Words of the catalogue that name a mission only beside its place or organisation."""
    found: dict[str, set[str]] = {}
    for mission in catalogue.missions:
        for phrase in mission.descriptions.get(language, ()):
            key = " ".join(token.lower for token in tokenise(phrase))
            found.setdefault(key, set()).add(mission.id)
    return {phrase: frozenset(ids) for phrase, ids in found.items()}


@functools.cache
def _first_words(catalogue: Catalogue, language: str) -> frozenset[str]:
    """The words with which a head begins."""
    heads = words(language, "descriptions").groups("heads")
    return frozenset(phrase.split()[0] for phrase in (*heads, *_described(catalogue, language)))


@functools.cache
def _telling_letters(catalogue: Catalogue, language: str) -> frozenset[str]:
    """Letters of which a sentence with a vague phrase has some."""
    return letters(" ".join((*_first_words(catalogue, language), *word_set(language, "taking-part"))))


@functools.cache
def word_set(language: str, *keys: str) -> frozenset[str]:
    """One or several lists of words of a language's `descriptions.yaml`."""
    return words(language, "descriptions").set(*keys)


def countries_of(catalogue: Catalogue, mention: Mention) -> tuple[str, ...]:
    """The codes of the countries that a nation or place is or lies in; a sea lies in none."""
    if mention.id is None:
        return ()
    if mention.kind == "nation":
        return (catalogue.nation(mention.id).code,)
    place = catalogue.place(mention.id)
    return () if place.kind == "sea" else place.countries


@dataclass(frozen=True)
class Finder:
    """Finds the vague phrases of a document, sentence by sentence."""

    document: Document
    catalogue: Catalogue

    @functools.cached_property
    def _words(self) -> Words:
        return words(self.document.language, "descriptions")

    def _set(self, *keys: str) -> frozenset[str]:
        return word_set(self.document.language, *keys)

    @functools.cached_property
    def _heads(self) -> dict[str, tuple[str, ...]]:
        return self._words.groups("heads")

    @functools.cached_property
    def _modifiers(self) -> dict[str, tuple[str, ...]]:
        return self._words.groups("modifiers")

    @functools.cached_property
    def _owners(self) -> dict[str, tuple[str, ...]]:
        return self._words.groups("owners")

    @functools.cached_property
    def _inside(self) -> frozenset[str]:
        """Words that may stand before the head without breaking the phrase."""
        return self._words.set("plain", "led", "shared", "new") | frozenset(self._modifiers)

    def in_sentence(self, sentence: Sentence) -> Iterable[tuple[Description, ...]]:
        """Each vague phrase, in the ways in which it can be taken, the more telling one first."""
        there = letters(self.document.text, sentence.start, sentence.end)
        if there.isdisjoint(_telling_letters(self.catalogue, self.document.language)):
            return
        tokens = tokenise(self.document.text, sentence.start, sentence.end)
        mentions = self.document.within(sentence.span)
        i = 0
        while i < len(tokens):
            if tokens[i].lower not in self._first_words:
                i += 1
                continue
            length, only = self._head_at(tokens, i)
            last = i + length - 1
            if i and tokens[i - 1].text in self._set("no-mission"):
                length = 0  # "the trade mission to Y"
            if any(
                m.kind == "body" and m.form != "pronoun" and m.start < tokens[i].start < m.end
                for m in mentions
            ):
                length = 0  # a nation's Defence Force is no mission
            if length:
                own = self._description(tokens, i, last, mentions, only)
                plain = only and tokens[last].lower in self._heads
                other = self._description(tokens, last, last, mentions, frozenset()) if plain else own
                yield tuple(dict.fromkeys((*self._opened_with_place(own, tokens, mentions), own, other)))
            i += max(length, 1)
        for description in self._taken_part_in(tokens, mentions):
            yield (description,)

    def _opened_with_place(
        self, described: Description, tokens: Sequence[Token], mentions: tuple[Mention, ...]
    ) -> Iterable[Description]:
        """ "In Iraq, the general leads NATO's mission": the place with which the sentence opens is its place."""
        owned = described.organisations or described.leaders
        if described.located or not owned or tokens[0].lower not in self._set("places-after"):
            return
        place = next(
            (m for m in mentions if m.start == tokens[1].start and m.kind in ("place", "nation")), None
        )
        if place is not None and place.id is not None and place.form == "name":
            where = frozenset(countries_of(self.catalogue, place))
            places = frozenset({place.id} if place.kind == "place" else ())
            yield replace(described, countries=where, places=places)

    def _taken_part_in(self, tokens: Sequence[Token], mentions: tuple[Mention, ...]) -> Iterable[Description]:
        """ "takes part in the UN": the organisation stands for its mission where the report is speaking of."""
        for mention in mentions:
            if mention.kind != "organisation" or mention.id is None:
                continue
            before = [t.lower for t in tokens if t.end <= mention.start][-4:]
            after = next((t.text for t in tokens if t.start >= mention.end), "")
            if "in" in before and self._set("taking-part") & set(before) and after not in HYPHENS:
                yield Description(mention.start, mention.end, TAKING_PART, True, frozenset((mention.id,)))

    @functools.cached_property
    def _described(self) -> dict[str, frozenset[str]]:
        return _described(self.catalogue, self.document.language)

    @functools.cached_property
    def _first_words(self) -> frozenset[str]:
        return _first_words(self.catalogue, self.document.language)

    def _head_at(self, tokens: Sequence[Token], i: int) -> tuple[int, frozenset[str]]:
        for length in range(_LONGEST, 0, -1):
            words = " ".join(t.lower for t in tokens[i : i + length])
            if i + length <= len(tokens):
                if words in self._heads:
                    return length, frozenset()
                if words in self._described:
                    return length, self._described[words]
        return 0, frozenset()

    def _description(
        self,
        tokens: Sequence[Token],
        first: int,
        last: int,
        mentions: tuple[Mention, ...],
        only: frozenset[str],
    ) -> Description:
        start, left, definite = self._leftwards(tokens, first, mentions)
        end, right = self._rightwards(tokens, last, mentions)
        said = self.document.text[tokens[start].start : tokens[first].start].lower().split()
        leaders = {m.id for m in left if m.kind in ("nation", "organisation") and self._is_led(tokens, m)}
        led_by = self._led_by(tokens, last, mentions)[0]
        behind = {m.id for m in led_by if m.kind in ("nation", "organisation")}
        owners = {m.id for m in (*left, *right) if m.kind == "organisation"} | {
            m.of for m in left if m.kind == "body"
        }
        owners = owners or self._owners_told(said)
        where = [m for m in right if m.kind in ("place", "nation")]
        where += [
            m
            for m in left
            if m.kind == "place" or (m.kind == "nation" and m.form == "name" and m.id not in leaders)
        ]
        there = (
            where[:1]
            or self._meant_by_there(tokens, first, last, mentions)
            or self._aim(tokens, last, mentions)
        )
        sizes = (i + 1 for i in range(start + 2, first) if self._is_size(tokens[i - 2 : i + 1]))
        led = (self._after_led(tokens, m) for m in left if m.id in leaders)
        begin = max([tokens[start].start, *led, *(tokens[i].start for i in sizes)])
        return Description(
            start=begin, end=end, head=" ".join(t.lower for t in tokens[first : last + 1]), definite=definite,
            organisations=frozenset(i for i in owners - leaders if i),
            leaders=frozenset(i for i in leaders | behind if i),
            countries=frozenset(c for m in there for c in countries_of(self.catalogue, m)),
            places=frozenset(m.id for m in there if m.kind == "place" and m.id),
            nations=frozenset(m.id for m in left if m.kind == "nation" and m.id and m.id not in leaders),
            several=self._are_several(tokens[max(start - 2, 0) : start], len(where)),
            shared=not self._set("shared").isdisjoint(said), new=not self._set("new").isdisjoint(said),
            its=self._is_possessed(tokens[max(start - 3, 0) : start]),
            said=frozenset(word for word in said if word in self._inside),
            tasks=frozenset(t for word in said for t in self._modifiers.get(word, ())), only=only,
            further=tuple(m for m in right if m.kind in ("place", "nation"))[1:],
        )  # fmt: skip

    def _are_several(self, before: Sequence[Token], places: int) -> bool:
        """ "Several UN missions in Y", "11 missions in Y": whether the words say that there are more than places."""
        said, numbers = (
            [t.lower for t in before],
            words(self.document.language, "calendar").numbers("numbers"),
        )
        number = next((int(w) if w.isdecimal() else numbers.get(w, 0) for w in said[-1:]), 0)
        return max(places, 1) < number < _MANY or not self._set("several").isdisjoint(said)

    def _owners_told(self, said: Sequence[str]) -> set[str | None]:
        """ "The West African force": the organisations that the words before the head may mean."""
        told = f" {' '.join(said)} ".replace("-", " ")
        longest = sorted(self._owners, key=len, reverse=True)
        return set(next((self._owners[words] for words in longest if f" {words} " in told), ()))

    def _meant_by_there(
        self, tokens: Sequence[Token], first: int, last: int, mentions: tuple[Mention, ...]
    ) -> list[Mention]:
        """ "Lebanon, with the UN mission there": the place named last."""
        if not self._set("there").issuperset(t.lower for t in tokens[last + 1 : last + 2]):
            return []
        named = (m for m in mentions if m.kind in ("place", "nation") and m.form == "name")
        return [m for m in named if m.end <= tokens[first].start and last + 1 < len(tokens)][-1:]

    def _is_led(self, tokens: Sequence[Token], mention: Mention) -> bool:
        after = [t for t in tokens if t.start >= mention.end][:2]
        return len(after) == 2 and after[0].text in HYPHENS and after[1].lower in self._set("led")

    def _after_led(self, tokens: Sequence[Token], mention: Mention) -> int:
        return [t for t in tokens if t.start >= mention.end][2].start

    def _leftwards(
        self, tokens: Sequence[Token], first: int, mentions: tuple[Mention, ...]
    ) -> tuple[int, list[Mention], bool]:
        """First token of the phrase, the names in it, and whether it is definite."""
        inside: list[Mention] = []
        i = first
        while i > 0:
            token = tokens[i - 1]
            mention = next((m for m in mentions if m.start <= token.start < m.end), None)
            if mention is not None and mention.kind in ("nation", "organisation", "place", "body"):
                inside.append(mention)
                i = next(n for n, t in enumerate(tokens) if t.start >= mention.start)
            elif self._is_inside(tokens, i, mentions):
                i -= 1
            elif i > 2 and tokens[i - 2].text in HYPHENS and self._is_modifier(tokens[i - 3 : i]):
                i -= 3
            elif token.text in HYPHENS or token.lower in _GENITIVES:
                i -= 1
            else:
                break
        definite = i > 0 and tokens[i - 1].lower in self._set("anaphora")
        while i < first and (tokens[i].text in HYPHENS or tokens[i].lower in _GENITIVES):
            i += 1  # "the world's largest", "its 13-year-old mission"
        return i, inside, definite

    def _is_inside(self, tokens: Sequence[Token], i: int, mentions: tuple[Mention, ...]) -> bool:
        """Whether the word before token `i` may stand before a head; "security" only with words of the phrase
        before it."""
        word = tokens[i - 1].lower
        if word in self._inside or self._is_shared(tokens[max(i - 2, 0) : i]):
            return True
        before = tokens[i - 2] if i > 1 and word in self._set("inner") else None
        return before is not None and (
            before.lower in self._inside or any(m.start <= before.start < m.end for m in mentions)
        )

    def _is_possessed(self, tokens: Sequence[Token]) -> bool:
        """ "Its mission", "its security force training mission"; not "its support for the mission"."""
        for token in reversed(tokens):
            if token.lower in self._set("possessives"):
                return True
            if not token.text.isalpha() or token.lower in self._set("own-words", "anaphora", "articles"):
                return False
        return False

    def _is_shared(self, tokens: Sequence[Token]) -> bool:
        """ "A regional security force" is no security force of the state."""
        return (
            len(tokens) == 2
            and tokens[0].lower in self._set("shared")
            and tokens[1].lower in self._set("after-shared")
        )

    def _is_modifier(self, tokens: Sequence[Token]) -> bool:
        """Whether a word with a hyphen narrows the mission down ("counter-terrorist", "4,000-strong")."""
        written = "".join(t.lower for t in tokens)
        return written in self._inside or self._is_size(tokens)

    def _is_size(self, tokens: Sequence[Token]) -> bool:
        """Whether words say how large it is ("4,000-strong")."""
        return len(tokens) == 3 and tokens[1].text in HYPHENS and tokens[2].lower in self._set("sized")

    def _rightwards(
        self, tokens: Sequence[Token], last: int, mentions: tuple[Mention, ...]
    ) -> tuple[int, list[Mention]]:
        """End of the phrase, and the places, nations and organisations that follow it with a preposition."""
        end, i = tokens[last].end, self._led_by(tokens, last, mentions)[1]
        inside: list[Mention] = []
        while i < len(tokens) and i <= last + 14:
            past = self._after_size(tokens, i)
            if past > i:
                i = past
            elif tokens[i].lower in self._set("places-after") or tokens[i].lower == "of":
                found, after = self._names_from(tokens, i + 1, mentions)
                if not found or (tokens[i].lower == "of" and found[0].kind != "organisation"):
                    break
                inside.extend(found)
                if found[0].kind in ("place", "nation"):
                    return found[0].end, inside
                end, i = found[-1].end, after
            else:
                break
        return end, inside

    def _after_size(self, tokens: Sequence[Token], i: int) -> int:
        """Behind "of some 26,000 troops"; `i` where nothing such stands there."""
        end = i + 1
        while end < len(tokens) and tokens[end].lower in self._set("about"):
            end += 1
        if tokens[i].lower != "of" or end >= len(tokens) or not tokens[end].text[0].isdecimal():
            return i
        end += 1
        return end + (end < len(tokens) and tokens[end].lower in self._set("counted"))

    def _aim(self, tokens: Sequence[Token], last: int, mentions: tuple[Mention, ...]) -> list[Mention]:
        """ "To train Y's army", "that protects ships in Y": the place in the words for what it is for."""
        words = [t.lower for t in tokens[last + 1 : last + _AIM]]
        start = next((i for i, word in enumerate(words) if word not in self._set("aim-openers")), 0)
        if not start or words[start] not in self._set("aims"):
            return []
        stop = next((i for i, t in enumerate(words) if t in self._set("aim-ends")), len(words))
        reach = tokens[last + 1 : last + 1 + stop]
        inside = (m for m in mentions if reach and reach[0].start <= m.start and m.end <= reach[-1].end)
        named = (replace(m, kind="nation", id=m.of) if m.kind == "body" else m for m in inside)
        return [m for m in named if m.kind == "place" or (m.kind == "nation" and self._is_nation(m.id))][:1]

    def _is_nation(self, id: str | None) -> bool:
        return any(nation.id == id for nation in self.catalogue.nations)

    def _led_by(
        self, tokens: Sequence[Token], last: int, mentions: tuple[Mention, ...]
    ) -> tuple[list[Mention], int]:
        """ "The coalition led by the United States", "the mission under NATO leadership": who, and the token behind."""
        words = [t.lower for t in tokens[last + 1 : last + 3]]
        if len(words) == 2 and words[0] in self._set("led") and words[1] in self._set("by"):
            found, behind = self._names_from(tokens, last + 3, mentions)
            return found[:1], behind if found else last + 1
        if len(words) == 2 and words[0] in self._set("under"):
            found, behind = self._names_from(tokens, last + 2, mentions)
            if found and behind < len(tokens) and tokens[behind].lower in self._set("leadership"):
                return found, behind + 1
        return [], last + 1

    def _names_from(
        self, tokens: Sequence[Token], i: int, mentions: tuple[Mention, ...]
    ) -> tuple[list[Mention], int]:
        """The names of a list ("Afghanistan and Kosovo") that begins at token `i`."""
        found: list[Mention] = []
        while i < len(tokens):
            mention = next(
                (
                    m
                    for m in mentions
                    if m.start == tokens[i].start
                    and m.kind in ("place", "nation", "organisation")
                    and m.form != "adjective"
                ),
                None,
            )
            if mention is not None:
                found.append(mention)
                i = next((n for n, t in enumerate(tokens) if t.start >= mention.end), len(tokens))
            elif tokens[i].lower in BETWEEN_NAMES or (
                not found and tokens[i].lower in self._set("country-words")
            ):
                i += 1
            else:
                break
        return found, i
