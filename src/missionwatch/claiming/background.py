"""What every claim of a report is made against: the document, the catalogue, and the missions that the
report speaks of."""

from __future__ import annotations

from dataclasses import dataclass

from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.claiming.clauses import Group
from missionwatch.claiming.missions import MissionContext, Wanted
from missionwatch.claiming.places import countries_of
from missionwatch.claiming.reasons import speaker_of
from missionwatch.claiming.triggers import Trigger
from missionwatch.model.document import Document, Mention
from missionwatch.model.passage import Passage, Span

_MOVES = frozenset(("send", "withdraw", "arrive"))
_GOALS = ("to", "into", "from")
_FIRST_PERSON = frozenset(("we", "our", "us"))


def _is_country(group: Group) -> bool:
    """Whether a group is a nation or place itself ("left Lebanon"), not somebody from there."""
    mention = group.chunk.mentions[-1] if group.chunk.mentions else None
    named = mention is not None and mention.kind in ("nation", "place") and mention.form != "adjective"
    return named and mention is not None and mention.text.lower() == group.chunk.words[-1]


def _where(trigger: Trigger, group: Group) -> Group | None:
    """ "the battalion in Mali": the place right behind a group."""
    behind = trigger.clause.chunks[group.index + 1 : group.index + 3]
    told = len(behind) == 2 and behind[0].text == "in" and _is_country(Group(behind[1], group.index + 2))
    return Group(behind[1], group.index + 2, "in") if told else None


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
        itself = any(g.chunk.words == ("it",) for g in (*trigger.agents[:1], *trigger.themes[:1]))
        return Wanted(self._organisations(trigger), frozenset() if itself else self._countries(trigger))

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
        running = {m.organisation for m in self.catalogue.missions}
        named = frozenset(
            m.id for m in self.document.mentions if m.kind == "organisation" and m.id in running
        )
        return frozenset(i for i in named if i) if len(named) == 1 else frozenset()

    def _countries(self, trigger: Trigger) -> frozenset[str]:
        """The countries where it happens, as far as the clause says so."""
        moves = bool(trigger.concepts & _MOVES)
        groups = [g for g in trigger.right if g.preposition in (("in", "at", *(_GOALS if moves else ())))]
        if trigger.decides and trigger.kind == "verb":  # "decided in Warsaw to": where they met
            groups = [g for g in groups if g.index != trigger.index + 2]
        if "withdraw" in trigger.concepts:
            left = [
                g for g in trigger.right if g.preposition in ("", "of") and _is_country(g)
            ]  # "pulls out of Mali"
            groups = left or groups
        told = (_where(trigger, group) for group in (*trigger.agents[:1], *trigger.themes[:1]))
        groups = [*groups, *(group for group in told if group is not None)]
        mentions = [m for g in groups for m in g.chunk.mentions if m.kind in ("nation", "place") and m.id]
        return frozenset(c for m in mentions[:1] for c in countries_of(m, self.catalogue))
