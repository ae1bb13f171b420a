"""What the register knows of one mission: its evidence as of a day, reconciled by pure functions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from missionwatch.model.claim import Claim
from missionwatch.model.register import Commitment, Disagreement, Evidence, State
from missionwatch.service.authority import decides_for, is_nation
from missionwatch.store.held import HeldReport, MissionRecord
from missionwatch.store.port import View


@dataclass(frozen=True, slots=True)
class Cited:
    """A claim as it counts now, and the report that it stands in."""

    id: str
    claim: Claim
    report: HeldReport


@dataclass(frozen=True)
class Known:
    """A mission's evidence, known on a day (None: everything held), and what follows from it.

    `day` is the day for which questions are answered where they name none: `known`, else the newest
    publication date that the register holds (rule 14).
    """

    mission_id: str
    record: MissionRecord
    evidence: tuple[Evidence, ...]
    day: date | None

    def states(self, on: date | None) -> tuple[State, ...]:
        """The states that hold on a day, or all of them over time."""
        from missionwatch.reconciling.register import states

        return states(self.evidence, on=on, is_nation=is_nation)

    def standing(self) -> tuple[State, ...]:
        """What holds on `day`, and what undated reports say (rule 17)."""
        from missionwatch.reconciling.register import states

        return states(self.evidence, on=self.day, undated=True, is_nation=is_nation)

    def commitments(self, on: date | None) -> tuple[Commitment, ...]:
        """What was promised by a day, `day` where none is given, and what became of it by then."""
        from missionwatch.reconciling.register import commitments

        return commitments(self.evidence, on=on or self.day, is_nation=is_nation, decides_for=decides_for)

    def disagreements(self) -> tuple[Disagreement, ...]:
        from missionwatch.reconciling.register import disagreements

        return disagreements(self.evidence, is_nation=is_nation, decides_for=decides_for)

    @cached_property
    def cited(self) -> Mapping[str, Cited]:
        """The claims that count, by id."""
        reports = {report.key: report for report in self.record.reports}
        # Of copies the first one's date counts, but the words are read where they were found.
        stands_in = {(held.id, held.report) for held in self.record.claims}
        own = {held.id: held.report for held in reversed(self.record.claims)}
        return {
            e.id: Cited(e.id, e.claim, reports[key])
            for e in self.evidence
            for key in [
                e.report.version if (e.id, e.report.version) in stands_in else own.get(e.id, e.report.version)
            ]
        }


def known(view: View, mission_id: str, day: date | None) -> Known:
    """What was known of a mission by a day; None: all that is held now."""
    from missionwatch.reconciling.register import known_by

    record = view.record_of(mission_id)
    evidence = known_by(
        tuple(report.stored for report in _dated_where_known(record.reports)),
        tuple((held.id, held.claim, held.report) for held in record.claims),
        record.reviews,
        day,
    )
    about = tuple(e for e in evidence if e.claim.mission_id == mission_id)
    return Known(mission_id, record, about, day or view.newest_day())


def added_by_people(view: View) -> Iterator[Cited]:
    """The claims that reviews added and that count, by mission."""
    added = {str(r.fields.get("mission_id")) for r in view.reviews() if r.decision == "add"}
    for mission_id in sorted(added):
        mission = known(view, mission_id, None)
        read = {held.id for held in mission.record.claims}
        yield from (cited for cited in mission.cited.values() if cited.id not in read)


def _dated_where_known(reports: tuple[HeldReport, ...]) -> tuple[HeldReport, ...]:
    """Without the undated readings of a text whose date another reading of the same article knows."""
    dated = {(report.id, report.version) for report in reports if report.published}
    return tuple(r for r in reports if r.published or (r.id, r.version) not in dated)
