"""Whom an attribution means: a person by full name, else the organisation or state that speaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from missionwatch.annotating.attribution import Attribution, patterns
from missionwatch.annotating.naming import name_of_owner, speaking_name
from missionwatch.annotating.words import words
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.model.document import Document, Mention
from missionwatch.model.passage import Span

_NEAR = 100  # so far from the role its owner may stand
_SPEAKING = frozenset({"mission", "organisation", "body"})
_OF = re.compile(r"\s+(?:for|of|from|with|at)\s+(?:the\s+|this\s+)?$")


@dataclass(frozen=True, slots=True)
class Speaker:
    """The speaker's name (None where it cannot be told) and where the report names the speaker for these words."""

    name: str | None
    span: Span | None
    kind: str


@cache
def _nouns(language: str) -> tuple[str, ...]:
    """The endings of names of bodies that are named by their nation ("the Danish parliament")."""
    bodies = words(language, "bodies").groups("nation")
    return tuple(f" {noun}" for nouns in bodies.values() for noun in nouns)


class Speakers:
    """Resolves attributions in the order of the text: a pronoun means the last speaker of its kind."""

    def __init__(self, document: Document, catalogue: Catalogue) -> None:
        self._document = document
        self._catalogue = catalogue
        self._known = patterns(document.language)
        self._pronouns = words(document.language, "speech").names("pronouns")
        self._people = {m.name for m in document.mentions if m.kind == "person" and m.form == "name"}
        self._starts = [s.start for s in document.sentences]
        people = words(document.language, "people")
        self._nouns = _nouns(document.language)
        self._plurals = people.listed("plural_endings")
        self._owners, self._spokespeople = people.names("role_owners"), people.set("spokespeople")
        self._last: dict[str, Speaker] = {}

    def of(self, attribution: Attribution) -> Speaker:
        """The speaker of an attribution. Called for each in turn."""
        if attribution.subject is None:
            return self._by_pronoun(attribution)
        speaker = self._named(attribution.subject)
        if speaker.name:
            self._last[speaker.kind] = speaker
            if attribution.subject.form == "role" and speaker.kind == "organisation":
                self._last["voice"] = speaker
            if attribution.subject.kind == "person":  # "a NATO official said ... he added"
                self._last["person"] = speaker
        return speaker

    def is_named(self, mention: Mention) -> bool:
        """Whether the words are a person's name, or an office whose holder the report names."""
        return mention.kind == "person" and (mention.form != "role" or mention.name in self._people)

    def is_unnamed(self, mention: Mention | None) -> bool:
        """Whether the words are an office alone, of one person whose name the report does not link to it."""
        if mention is None or mention.kind != "person" or self.is_named(mention):
            return False
        role = (mention.role or "").lower()
        return role not in self._known.unnamed and not role.endswith(self._plurals)

    def _by_pronoun(self, attribution: Attribution) -> Speaker:
        kind = self._pronouns.get(attribution.pronoun or "", "person")
        length = len(attribution.pronoun or "")
        at = attribution.start if attribution.order == "SV" else attribution.end - length
        span = Span(at, at + length)
        spoke = self._last.get(kind)
        named = self._named_before(attribution.start, kind)
        if (
            named
            and (spoke is None or kind == "person")
            and (spoke is None or spoke.span is None or named.start > spoke.span.start)
        ):
            speaker = self._named(named)
            return Speaker(speaker.name, span, kind)
        return Speaker(spoke.name if spoke else None, span, kind)

    def _named_before(self, at: int, kind: str) -> Mention | None:
        """The last person, or organisation, that the two sentences before name: whom "he said" may mean."""
        begun = bisect_right(self._starts, at)
        low = self._starts[begun - 3] if begun > 2 else 0
        wanted = {"person"} if kind == "person" else {"organisation", "mission"}
        return next(
            (
                m
                for m in reversed(self._document.within(Span(low, at)))
                if m.kind in wanted and m.name in self._people | ({m.name} if kind != "person" else set())
            ),
            None,
        )

    def _named(self, mention: Mention) -> Speaker:
        if mention.kind != "person":
            return Speaker(self._called(mention), mention.span, "organisation")
        if mention.form != "role" or mention.name in self._people:
            return Speaker(mention.name, mention.span, "person")
        role = (mention.role or "").lower()
        if role in self._known.unnamed:
            return Speaker(None, mention.span, "person")
        if role in self._known.voices:
            return Speaker(self._owner(mention), mention.span, "organisation")
        return Speaker(mention.name, mention.span, "person")

    def _called(self, mention: Mention) -> str:
        named = mention.kind in ("mission", "organisation") and mention.id
        return (
            speaking_name(self._catalogue, mention.kind, mention.id) if named and mention.id else mention.name
        )

    def _owner(self, mention: Mention) -> str | None:
        """The organisation or state that an unnamed official or spokesman speaks for."""
        text = self._document.text
        for other in self._document.within(Span(mention.end, mention.end + _NEAR)):
            if other.kind in _SPEAKING and _OF.fullmatch(text[mention.end : other.start]):
                return self._called(other)
        body = mention.name.removesuffix(mention.role or "").strip()
        if mention.of and body.lower().endswith(self._nouns):
            return body
        if mention.of:
            return name_of_owner(self._catalogue, mention.of) or mention.name
        if state := self._state_behind(mention):
            return state
        for other in self._document.within(Span(max(0, mention.start - _NEAR), mention.start)):
            if other.kind in _SPEAKING and re.fullmatch(
                r"(?:['’]s?)?\s+(?:\w+\s+)?", text[other.end : mention.start]
            ):
                return self._called(other)
        return self._by_word(mention) or self._same_voice(mention) or self._about(mention)

    def _by_word(self, mention: Mention) -> str | None:
        """ "An alliance spokesperson": of the organisation that the report named last."""
        words_before = self._document.text[max(0, mention.start - 40) : mention.start].lower().split()[-2:]
        kind = next((self._owners[word] for word in reversed(words_before) if word in self._owners), None)
        before = (m for m in reversed(self._document.mentions) if m.end <= mention.start and m.kind == kind)
        last = next(before, None) if kind else None
        return self._called(last) if last else None

    def _same_voice(self, mention: Mention) -> str | None:
        """ "The spokesperson added": whoever spoke last through one."""
        definite = re.search(
            r"\bthe\s+$", self._document.text[max(0, mention.start - 8) : mention.start], re.I
        )
        last = self._last.get("voice")
        return last.name if definite and last else None

    def _about(self, mention: Mention) -> str | None:
        """ "The mission leaves, a spokesperson said": for whom the sentence speaks of first."""
        if (mention.role or "").lower() not in self._spokespeople:
            return None
        begun = bisect_right(self._starts, mention.start)
        start = self._starts[begun - 1] if begun else 0
        inside = [m for m in self._document.within(Span(start, mention.start)) if m.kind in _SPEAKING]
        return self._called(inside[0]) if inside and inside[0].start < mention.start else None

    def _state_behind(self, mention: Mention) -> str | None:
        """The state of "an official in Jerusalem": its capital stands for it."""
        text = self._document.text
        for other in self._document.within(Span(mention.end, mention.end + _NEAR)):
            if (
                other.kind == "place"
                and other.id
                and re.fullmatch(r"\s+(?:in|from)\s+", text[mention.end : other.start])
            ):
                nation = self._catalogue.nation_of_capital(other.id)
                return nation.name if nation else None
        return None
