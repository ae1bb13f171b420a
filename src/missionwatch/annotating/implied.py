"""Missions that a report speaks of through an organisation's people and things: "AU troops", "a UN convoy".

The words stay what they are, people and things; the mention beside them (form `implied`) only says whose they are.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from missionwatch.annotating.tokens import Token, tokenise
from missionwatch.annotating.vague import countries_of, word_set
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.catalogue.entries import Mission
from missionwatch.model.document import Document, Mention, Sentence

_OFTEN = 2
"""So often the report as a whole must name a country to be about it."""
_REACH = 3
"""So many words may stand between the organisation and its people ("UN civilian police")."""


@dataclass(frozen=True)
class _Search:
    document: Document
    catalogue: Catalogue

    def implied(self) -> Iterable[Mention]:
        for sentence in self.document.sentences:
            here = self.document.within(sentence.span)
            if not any(m.kind == "organisation" for m in here):
                continue
            taken = [m for m in here if m.kind == "mission"]
            tokens = tokenise(self.document.text, sentence.start, sentence.end)
            for owner in here:
                if owner.kind != "organisation" or any(m.start <= owner.start < m.end for m in taken):
                    continue
                end = self._end_of_people(tokens, owner)
                mission = self._mission(owner, sentence) if end else None
                if mission is not None:
                    text = self.document.text[owner.start : end]
                    yield Mention(owner.start, end, text, "mission", mission.id, mission.name, "implied")

    def _end_of_people(self, tokens: Sequence[Token], owner: Mention) -> int:
        """Where the people or things of the organisation end that its name stands right before; 0 for none."""
        implying = word_set(self.document.language, "implying")
        for token in [t for t in tokens if t.start >= owner.end][: _REACH + 1]:
            if token.lower in implying:
                return token.end
            if not (token.text.isalpha() or token.text in "()-'’"):
                return 0
        return 0

    def _mission(self, owner: Mention, sentence: Sentence) -> Mission | None:
        """The one mission of the organisation that ran where the sentence, or else the report, is about."""
        running = [m for m in self._running if owner.id in (m.organisation, m.leader)]
        here = _of_the_place(running, _places_named(self.document.within(sentence.span), self.catalogue), 1)
        if here:
            return here[0] if len(here) == 1 else None
        there = _of_the_place(running, _places_named(self.document.mentions, self.catalogue), _OFTEN)
        return there[0] if len(there) == 1 else None

    @functools.cached_property
    def _running(self) -> tuple[Mission, ...]:
        published = self.document.report.published
        missions = tuple(m for m in self.catalogue.missions if m.kind != "organisation")
        if published is None or published.earliest is None or published.latest is None:
            return ()
        first, last = published.earliest, published.latest
        return tuple(
            m
            for m in missions
            if (m.start is None or m.start.earliest is None or m.start.earliest <= last)
            and (m.end is None or m.end.latest is None or m.end.latest >= first)
        )


def _places_named(mentions: Iterable[Mention], catalogue: Catalogue) -> Counter[str]:
    """The codes of the countries that the mentions name, and how often."""
    where = (m for m in mentions if m.kind in ("nation", "place") and m.form != "adjective")
    return Counter(code for m in where for code in countries_of(catalogue, m))


def _of_the_place(missions: Sequence[Mission], named: Counter[str], least: int) -> list[Mission]:
    """The missions in the country named most often, at least so many times; one that is there alone before
    one that is there among others."""
    most = max(named.values(), default=0)
    codes = {code for code, n in named.items() if n == most >= least}
    there = [m for m in missions if codes & set(m.countries)]
    alone = [m for m in there if len(m.countries) == 1]
    return alone if len(alone) == 1 else there


def with_implied_missions(document: Document, catalogue: Catalogue) -> Document:
    """The document with a mention of form `implied` for each organisation whose people or things it speaks of."""
    found = tuple(_Search(document, catalogue).implied())
    if not found:
        return document
    both = (*document.mentions, *found)
    return replace(
        document, mentions=tuple(sorted(both, key=lambda m: (m.start, -m.end, m.kind != "mission")))
    )
