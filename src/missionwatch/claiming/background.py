"""What every claim of a report is made against: the document, the catalogue, and the missions that the
report speaks of."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.claiming.clauses import Group
from missionwatch.claiming.missions import MissionContext, Wanted
from missionwatch.claiming.reasons import speaker_of
from missionwatch.claiming.triggers import Trigger
from missionwatch.claiming.whereabouts import countries_told
from missionwatch.model.document import Document, Mention
from missionwatch.model.passage import Passage, Span

_HYPHENS = frozenset("-‐‑")
_WITHIN = ("on", "in", "with", "within", "under", "for", "as part of")
_FIRST_PERSON = frozenset(("we", "our", "us"))


@dataclass(frozen=True)
class Background:
    """A document with the catalogue and its missions."""

    document: Document
    catalogue: Catalogue
    missions: MissionContext
    nations: frozenset[str]

    @classmethod
    def of(cls, document: Document, catalogue: Catalogue) -> Background:
        return cls(document, catalogue, MissionContext.of(document, catalogue), catalogue.nation_ids)

    def cut(self, span: Span) -> Passage:
        return Passage.cut(self.document.text, span.start, span.end)

    def hosts(self, mission: Mention) -> frozenset[str]:
        """The nations in which the mission is."""
        countries = self.catalogue.mission(mission.id).countries if mission.id else ()
        return frozenset(self.catalogue.nation_by_code(code).id for code in countries)

    def usual_name(self, kind: str, id: str) -> str:
        """The name that news uses: an organisation's acronym, else the name."""
        if kind == "organisation":
            organisation = self.catalogue.organisation(id)
            return organisation.acronym or organisation.name
        return self.catalogue.name_of(kind, id)

    def owner_name(self, id: str) -> str:
        """The usual name of the nation or organisation of this id."""
        return self.usual_name("nation" if id in self.nations else "organisation", id)

    def wanted(self, trigger: Trigger) -> Wanted:
        """What the clause says of a mission that it does not name."""
        told = (*trigger.agents[:1], *trigger.themes[:1])
        itself = any(g.chunk.words == ("it",) or self._is_its_base(g, trigger) for g in told)
        where = frozenset[str]() if itself else countries_told(trigger, self.catalogue)
        return Wanted(self._organisations(trigger), where, self._beside(trigger))

    @staticmethod
    def _is_its_base(group: Group, trigger: Trigger) -> bool:
        """ "Its headquarters are in Rome": a mission's base may lie in a country where it has no work."""
        lexicon = trigger.clause.lexicon
        return group.chunk.words[0] in lexicon.possessives and lexicon.in_class(group.chunk.head, "base")

    def _beside(self, trigger: Trigger) -> frozenset[str]:
        """ "Has 900 soldiers on UN duty": the organisations with missions that are named behind the verb."""
        behind = (m for g in trigger.right if g.preposition in _WITHIN for m in g.chunk.mentions)
        text = self.document.text
        return frozenset(
            m.id
            for m in behind
            if m.kind == "organisation"
            and m.id in self._running
            and text[m.end : m.end + 1] not in _HYPHENS  # "a UN-backed force"
        )

    @functools.cached_property
    def _running(self) -> frozenset[str]:
        """The organisations that run missions."""
        return frozenset(m.organisation for m in self.catalogue.missions if m.organisation)

    def _organisations(self, trigger: Trigger) -> frozenset[str]:
        """The organisations whose mission is meant by "its activities", "our mission": the doer's, else the
        speaker's."""
        doers = [m for g in trigger.agents[:1] for m in g.chunk.mentions]
        agents = {m.id for m in doers if m.kind == "organisation" and m.id}
        owned = self.nations | self.missions.missions.keys()  # "experts of EUBAM Libya"
        agents |= {m.of for m in doers if m.kind in ("body", "person") and m.of and m.of not in owned}
        if agents:
            return frozenset(agents)
        speaker, _ = speaker_of(trigger)
        if speaker is None or not any(u.text in _FIRST_PERSON for u in trigger.clause.units):
            return frozenset()
        people = [m for m in self.document.mentions if m.kind == "person" and m.name == speaker]
        owners = frozenset(m.of for m in people if m.of)
        return (owners or self._only_organisation()) - self.nations

    def _only_organisation(self) -> frozenset[str]:
        """The one organisation with missions of its own that the report names; empty where it names several."""
        named = frozenset(
            m.id for m in self.document.mentions if m.kind == "organisation" and m.id in self._running
        )
        return named if len(named) == 1 else frozenset()
