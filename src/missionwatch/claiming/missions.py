"""Which mission a clause speaks of: the one in its parts, in its sentence, or the one that the report was
just speaking of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.catalogue.entries import Mission
from missionwatch.claiming.clauses import Group
from missionwatch.claiming.exercises import exercises_told
from missionwatch.claiming.triggers import Trigger
from missionwatch.model.document import Document, Mention, Sentence
from missionwatch.model.salience import goes_on, main_mission, missions_in

_SENTENCES_BACK = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the clause says of a mission that it does not name: whose it is, and in which countries; empty
    for anything. `beside` are the organisations that it names beside the doer: a mission told of before is one of
    theirs."""

    organisations: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()

    def admits(self, mission: Mission) -> bool:
        run_by = {mission.organisation, mission.leader}
        if self.organisations and (mission.kind == "organisation" or not self.organisations & run_by):
            return False
        return not self.countries or not mission.countries or bool(self.countries & set(mission.countries))


@dataclass(frozen=True, slots=True)
class MissionContext:
    """The mission mentions of a report by sentence. Two candidates mean none (law 5)."""

    document: Document
    by_sentence: tuple[tuple[Sentence, tuple[Mention, ...]], ...]
    missions: Mapping[str, Mission]
    places: Mapping[Sentence, int]
    exercises: frozenset[Sentence]
    main: str | None

    @classmethod
    def of(cls, document: Document, catalogue: Catalogue) -> MissionContext:
        by_sentence = tuple(
            (s, tuple(m for m in document.within(s.span) if m.kind == "mission" and m.id is not None))
            for s in document.sentences
        )
        ids = {m.id for _, mentions in by_sentence for m in mentions if m.id}
        places = {s: i for i, s in enumerate(document.sentences)}
        missions = {i: catalogue.mission(i) for i in sorted(ids)}
        named = sum(bool(missions_in(mentions)) for _, mentions in by_sentence)
        exercises = exercises_told(document) if named else frozenset()
        if len(exercises) < named:
            exercises = frozenset()  # its own: the report is about a mission
        return cls(document, by_sentence, missions, places, exercises, main_mission(document))

    @property
    def all(self) -> tuple[Mention, ...]:
        return tuple(m for _, mentions in self.by_sentence for m in mentions)

    def for_trigger(
        self, trigger: Trigger, parts: Iterable[Group], wanted: Wanted | None = None
    ) -> Mention | None:
        """The mission of a claim: in its parts, else the nearest in its sentence, else from the context."""
        for group in parts:
            found = [m for m in group.chunk.mentions if m.kind == "mission" and m.id is not None]
            if found:
                return found[0]
        wanted = wanted or Wanted()
        sentence = trigger.clause.sentence
        if sentence in self.exercises:
            return None
        here = self._fitting(self.by_sentence[self.places[sentence]][1], wanted)
        if here and not (self._is_taken_up(trigger, here) and self._before(sentence, wanted)):
            start = trigger.span.start
            return min(here, key=lambda m: (min(abs(m.start - start), abs(m.end - start)), m.start))
        return self._before(sentence, wanted)

    def _is_taken_up(self, trigger: Trigger, here: Sequence[Mention]) -> bool:
        """ "It began in 2003, when it took over from X": whether a pronoun tells of the mission that was spoken of,
        before another is named."""
        it = any(g.chunk.words == ("it",) for g in trigger.agents[:1])
        return it and all(m.start > trigger.span.start and m.form != "implied" for m in here)

    def spoken_of(self, sentence: Sentence) -> Mention | None:
        """The mission that the report was speaking of before a sentence; None where it may be one of several."""
        return self._before(sentence, Wanted())

    def _before(self, sentence: Sentence, wanted: Wanted) -> Mention | None:
        """The one mission that the report was speaking of before this sentence, else the only one that it names."""
        if not wanted.organisations:
            wanted = replace(wanted, organisations=wanted.beside)
        index = self.places[sentence]
        near = self.by_sentence[max(0, index - _SENTENCES_BACK) : index]
        spoken_of = [
            (back, self._fitting(mentions, wanted))
            for back, mentions in reversed(near)
            if sentence.paragraph - back.paragraph <= _SENTENCES_BACK
        ]
        for back, mentions in spoken_of:
            if back in self.exercises:
                return None
            if missions_in(mentions):
                meant = goes_on(back, self.document, mentions, self.main)
                return _mention_of(meant, (*mentions, *self._fitting(self.all, wanted)))
        nearest = next((mentions for _, mentions in spoken_of if mentions), None)
        fitting = nearest or self._fitting(self.all, wanted)
        return _only(fitting) or _mention_of(self.main, fitting)

    def _fitting(self, mentions: Sequence[Mention], wanted: Wanted) -> tuple[Mention, ...]:
        return tuple(m for m in mentions if m.id and wanted.admits(self.missions[m.id]))


def _mention_of(mission: str | None, mentions: Iterable[Mention]) -> Mention | None:
    """The first mention of a mission."""
    return next((m for m in mentions if mission is not None and m.id == mission), None)


def _only(mentions: Iterable[Mention]) -> Mention | None:
    found = {m.id: m for m in reversed(list(mentions))}
    specific = {i: m for i, m in found.items() if m.form != "organisation"} or found
    return next(iter(specific.values())) if len(specific) == 1 else None
