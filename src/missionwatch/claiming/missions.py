"""Which mission a clause speaks of: the one in its parts, in its sentence, or the one that the report was just speaking of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.catalogue.entries import Mission
from missionwatch.claiming.clauses import Group, Trigger
from missionwatch.model.document import Document, Mention, Sentence

_SENTENCES_BACK = 5


@dataclass(frozen=True, slots=True)
class MissionContext:
    """The mission mentions of a report by sentence. Two candidates mean none (law 5)."""

    by_sentence: tuple[tuple[Sentence, tuple[Mention, ...]], ...]
    organisations: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, document: Document, catalogue: Catalogue) -> MissionContext:
        missions = [m for m in document.mentions if m.kind == "mission" and m.id is not None]
        return cls(
            tuple(
                (s, tuple(m for m in missions if s.start <= m.start and m.end <= s.end))
                for s in document.sentences
            ),
            {m.id: _run_by(catalogue.mission(m.id)) for m in missions if m.id},
        )

    def before(self, sentence: Sentence, organisations: frozenset[str]) -> Mention | None:
        """The one mission that the report was speaking of before this sentence, else the only one that it names."""
        index = next(i for i, (s, _) in enumerate(self.by_sentence) if s == sentence)
        for back, mentions in reversed(self.by_sentence[max(0, index - _SENTENCES_BACK) : index]):
            fitting = self._of(mentions, organisations)
            if fitting and sentence.paragraph - back.paragraph <= _SENTENCES_BACK:
                return _only(fitting)
        return _only(self._of(self.all, organisations)) or self.only()

    @property
    def all(self) -> tuple[Mention, ...]:
        return tuple(m for _, mentions in self.by_sentence for m in mentions)

    def _of(self, mentions: Sequence[Mention], organisations: frozenset[str]) -> tuple[Mention, ...]:
        """The mentions of missions that these organisations run; all where none is asked for."""
        if not organisations:
            return tuple(mentions)
        return tuple(
            m
            for m in mentions
            if m.form != "organisation" and m.id and self.organisations[m.id] & organisations
        )

    def only(self) -> Mention | None:
        return _only(self.all)

    def for_trigger(
        self, trigger: Trigger, parts: Iterable[Group], organisations: frozenset[str] = frozenset()
    ) -> Mention | None:
        """The mission of a claim: in its parts, else the nearest in its sentence, else from the context.

        `organisations` are those whose mission must be meant where the parts do not name it; empty for any.
        """
        for group in parts:
            found = [m for m in group.chunk.mentions if m.kind == "mission" and m.id is not None]
            if found:
                return found[0]
        sentence = trigger.clause.sentence
        here = self._of(next(mentions for s, mentions in self.by_sentence if s == sentence), organisations)
        if here:
            start = trigger.span.start
            return min(here, key=lambda m: (min(abs(m.start - start), abs(m.end - start)), m.start))
        return self.before(sentence, organisations)


def _run_by(mission: Mission) -> frozenset[str]:
    return frozenset(i for i in (mission.organisation, mission.leader) if i)


def _only(mentions: Iterable[Mention]) -> Mention | None:
    found = {m.id: m for m in reversed(list(mentions))}
    specific = {i: m for i, m in found.items() if m.form != "organisation"} or found
    return next(iter(specific.values())) if len(specific) == 1 else None
