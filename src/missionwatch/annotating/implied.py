"""Missions that a report speaks of through an organisation's people and things: "AU troops", "a UN convoy".

The words stay what they are, people and things; the mention beside them (form `implied`) only says whose they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from missionwatch.annotating.narrowing import running
from missionwatch.annotating.tokens import Token, tokenise
from missionwatch.annotating.vague import countries_of, word_set
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.catalogue.entries import Mission
from missionwatch.model.document import Document, Mention, Sentence

_OFTEN = 2
"""So often the report as a whole must name a country to be about it."""
_SOON = 400
"""Days before its beginning from which on a mission is spoken of."""
_REACH = 3
"""So many words may stand between the organisation and its people ("UN civilian police")."""


@dataclass(frozen=True)
class _Search:
    document: Document
    catalogue: Catalogue

    def implied(self) -> Iterable[Mention]:
        for sentence in self.document.sentences:
            here = self.document.within(sentence.span)
            if not any(m.kind in ("organisation", "nation") for m in here):
                continue
            taken = [m for m in here if m.kind == "mission"]
            tokens = tokenise(self.document.text, sentence.start, sentence.end)
            for owner in here:
                if owner.kind not in ("organisation", "nation") or any(
                    m.start <= owner.start < m.end for m in taken
                ):
                    continue
                end = self._end_of_people(tokens, owner)
                find = self._own_mission if owner.kind == "nation" else self._mission
                mission = find(owner, sentence, end) if end else None
                if mission is not None:
                    text = self.document.text[owner.start : end]
                    yield Mention(owner.start, end, text, "mission", mission.id, mission.name, "implied")

    def _end_of_people(self, tokens: Sequence[Token], owner: Mention) -> int:
        """Where the people or things of the organisation end that its name stands right before; 0 for none."""
        implying = word_set(self.document.language, "implying")
        for token in [t for t in tokens if t.start >= owner.end][: _REACH + 1]:
            if token.text in word_set(self.document.language, "no-mission"):
                return 0  # "a UN relief convoy"
            if token.lower in implying:
                return token.end
            if not (token.text.isalpha() or token.text in "()-'’"):
                return 0
        return 0

    def _mission(self, owner: Mention, sentence: Sentence, end: int) -> Mission | None:
        """The one mission of the organisation that ran, or was about to begin, where the sentence, or else the
        report, is about."""
        named = self.document.within(sentence.span)
        for ahead in (0, _SOON):
            running = [m for m in self._running(ahead) if owner.id in (m.organisation, m.leader)]
            here = _of_the_place(running, self._places(named), 1)
            there = here or _of_the_place(running, self._places(self.document.mentions), _OFTEN)
            if there:
                return there[0] if len(there) == 1 else None
        return None

    def _own_mission(self, owner: Mention, sentence: Sentence, end: int) -> Mission | None:
        """ "French troops in Mali": the nation's own mission in the place right behind, where no alliance or
        coalition that it may be in was there."""
        place = next((m for m in self.document.within(sentence.span) if m.start >= end), None)
        if owner.form != "adjective" or place is None or not self._is_right_behind(end, place):
            return None
        there = _of_the_place(self._running(0), self._places((place,)), 1)
        own = [m for m in there if owner.id in (m.organisation, m.leader)]
        others = [m for m in there if m.organisation == "nato" or m.kind == "coalition"]
        return own[0] if len(own) == 1 and {m.id for m in others} <= {own[0].id} else None

    def _is_right_behind(self, end: int, place: Mention) -> bool:
        before = self.document.text[end : place.start].lower().split()
        return bool(before) and _between(self.document.language).issuperset(before)

    def _running(self, ahead: int) -> tuple[Mission, ...]:
        published = self.document.report.published
        if published is None or published.earliest is None or published.latest is None:
            return ()
        return running(self.catalogue, published.earliest, published.latest + timedelta(days=ahead))

    def _places(self, mentions: Iterable[Mention]) -> Counter[str]:
        """The codes of the countries and the ids of the places that the mentions name, and how often."""
        where = [m for m in mentions if m.kind in ("nation", "place") and m.form != "adjective"]
        codes = [code for m in where for code in countries_of(self.catalogue, m)]
        return Counter((*codes, *(m.id for m in where if m.kind == "place" and m.id)))


def _between(language: str) -> frozenset[str]:
    """What may stand between people and the place that they are in ("in the northern")."""
    return word_set(language, "places-after", "anaphora", "country-words")


def _of_the_place(missions: Sequence[Mission], named: Counter[str], least: int) -> list[Mission]:
    """The missions in the country or place named most often, at least so many times; one that is there alone
    before one that is there among others."""
    most = max(named.values(), default=0)
    told = {name for name, n in named.items() if n == most >= least}
    there = [m for m in missions if not told.isdisjoint((*m.countries, *m.places))]
    alone = [m for m in there if len(m.countries) == 1]
    return alone if len(alone) == 1 else there


def _names_another(implied: Mention, document: Document) -> bool:
    """ "The NATO and coalition missions" are those two, and not all of NATO's."""
    return any(m.kind == "mission" and m.form != "organisation" for m in document.within(implied.span))


def _is_whole_within(mention: Mention, lists: Iterable[Mention]) -> bool:
    whole = mention.kind == "mission" and mention.form == "organisation"
    return whole and any(one.start <= mention.start and mention.end <= one.end for one in lists)


def with_implied_missions(document: Document, catalogue: Catalogue) -> Document:
    """The document with a mention of form `implied` for each organisation whose people or things it speaks of."""
    found = tuple(_Search(document, catalogue).implied())
    if not found:
        return document
    lists = [one for one in found if _names_another(one, document)]
    both = (*(m for m in document.mentions if not _is_whole_within(m, lists)), *found)
    return replace(
        document, mentions=tuple(sorted(both, key=lambda m: (m.start, -m.end, m.kind != "mission")))
    )
