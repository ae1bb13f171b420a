"""Which of several meanings a name has in this report. Unknown is an answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from missionwatch.annotating.folding import fold
from missionwatch.annotating.phrases import Found
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.catalogue.entries import Mission, Phrase
from missionwatch.model.document import Document
from missionwatch.model.when import When

_PREFERENCE: Final = ("mission", "body", "organisation", "nation", "place")


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rest of the report says for certain: ids that it names, its folded words, its publication date."""

    ids: frozenset[tuple[str, str]]
    codes: frozenset[str]
    text: str
    published: When | None

    @classmethod
    def of(cls, document: Document, found: Iterable[Found[Phrase]], catalogue: Catalogue) -> Reading:
        ids: set[tuple[str, str]] = set()
        for one in found:
            sure = {(p.kind, p.id) for p in one.meanings if not p.needs_context}
            if len(sure) == 1:
                ids |= sure
        return cls(
            frozenset(ids),
            frozenset(_codes(ids, catalogue)),
            f" {fold(document.text).text} ",
            document.report.published,
        )


def _codes(ids: Iterable[tuple[str, str]], catalogue: Catalogue) -> Iterable[str]:
    for kind, id in ids:
        if kind == "nation":
            yield catalogue.nation(id).code
        elif kind == "place":
            yield from catalogue.place(id).countries


def choose(one: Found[Phrase], reading: Reading, catalogue: Catalogue) -> Phrase | None:
    """The one meaning that the report decides for, or None where it decides for none or for several."""
    meanings = _distinct(one.meanings)
    if len(meanings) == 1 and not meanings[0].needs_context:
        return meanings[0]
    kinds = {phrase.kind for phrase in meanings if not phrase.needs_context}
    missions = [phrase for phrase in meanings if phrase.kind == "mission"]
    if missions and (best := _best_mission(missions, reading, catalogue)):
        return best
    for kind in _PREFERENCE[1:]:
        of_kind = [p for p in meanings if p.kind == kind and (kind in kinds or _named_elsewhere(p, reading))]
        if of_kind and len(of_kind) == 1:
            return of_kind[0]
        named = [p for p in of_kind if _named_elsewhere(p, reading)]
        if len(named) == 1:
            return named[0]
    return None


def _distinct(meanings: tuple[Phrase, ...]) -> list[Phrase]:
    seen: dict[tuple[str, str], Phrase] = {}
    for phrase in meanings:
        known = seen.get((phrase.kind, phrase.id))
        if known is None or (known.needs_context and not phrase.needs_context):
            seen[phrase.kind, phrase.id] = phrase
    return list(seen.values())


def _named_elsewhere(phrase: Phrase, reading: Reading) -> bool:
    return (phrase.kind, phrase.id) in reading.ids


def _best_mission(phrases: list[Phrase], reading: Reading, catalogue: Catalogue) -> Phrase | None:
    scored = sorted(
        ((_support(catalogue.mission(p.id), reading), p) for p in phrases), key=lambda s: (-s[0], s[1].id)
    )
    sure = [phrase for phrase in phrases if not phrase.needs_context]
    if len(sure) == 1 and scored[0][0] <= 0:
        return sure[0]
    best = scored[0][0]
    rival = scored[1][0] if len(scored) > 1 else -99.0
    return scored[0][1] if best >= 1 and best > rival else None


def _support(mission: Mission, reading: Reading) -> float:
    """How much of the report speaks for this mission."""
    support = 0.0
    if ("mission", mission.id) in reading.ids:
        support += 3
    support += sum(f" {' '.join(fold(word).text.split())} " in reading.text for word in mission.context)
    support += sum(code in reading.codes for code in mission.countries) and 1.5
    support += sum(("place", place) in reading.ids for place in mission.places) and 1
    support += 0.5 * (("organisation", mission.organisation) in reading.ids)
    return support + _fits_in_time(mission, reading.published) if support else 0.0


def _fits_in_time(mission: Mission, published: When | None) -> float:
    if published is None or published.latest is None or published.earliest is None:
        return 0.0
    begin = mission.start.earliest if mission.start else None
    end = mission.end.latest if mission.end else None
    if begin and published.latest.year < begin.year - 1:
        return -2.0
    if end and published.earliest.year > end.year + 1:
        return -0.75
    return 0.25 if begin else 0.0
