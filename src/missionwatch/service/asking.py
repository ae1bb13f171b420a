"""Questions to the register: each answer is made from the claims, for the days that were asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from missionwatch.errors import UnknownItem, UnknownMission
from missionwatch.model.register import Change, Commitment, Disagreement, State
from missionwatch.service.catalogued import mission_named
from missionwatch.service.knowing import Cited, Known, added_by_people, known
from missionwatch.store.held import PERSON, HeldClaim, HeldReport
from missionwatch.store.port import View

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: of which mission (None: all), how it was on which day, as known on which day."""

    mission: str | None = None
    on: date | None = None
    known: date | None = None


@dataclass(frozen=True)
class Answer(Generic[Row]):
    """Rows, the claims that they name, and the day that they speak of (None: no report has a date)."""

    rows: tuple[Row, ...]
    cited: Mapping[str, Cited] = field(default_factory=dict)
    day: date | None = None


def status(view: View, question: Question) -> Answer[State]:
    """What holds on the day; without one also what undated reports say of the present."""
    return _asked(view, question, lambda m: m.states(question.on) if question.on else m.standing())


def timeline(view: View, question: Question) -> Answer[State]:
    """All states over time, incidents too; with a day those that hold on it."""
    return _asked(view, question, lambda m: m.states(question.on))


def commitments(view: View, question: Question, state: str | None = None) -> Answer[Commitment]:
    """Promises and what became of them by the day."""
    return _asked(
        view,
        question,
        lambda m: (c for c in m.commitments(question.on) if state is None or c.state == state),
    )


def disagreements(view: View, question: Question) -> Answer[Disagreement]:
    """What independent sources say that cannot all hold."""
    return _asked(view, question, lambda m: m.disagreements())


def _asked(view: View, question: Question, rows_of: Callable[[Known], Iterable[Row]]) -> Answer[Row]:
    if question.mission is None:
        ids = [mission.id for mission in view.missions()]
    else:
        ids = [mission_named(view, question.mission)]
    missions = [known(view, mission_id, question.known) for mission_id in ids]
    return Answer(
        tuple(row for mission in missions for row in rows_of(mission)),
        {id: cited for mission in missions for id, cited in mission.cited.items()},
        question.on or question.known or view.newest_day(),
    )


def reports(view: View) -> tuple[tuple[HeldReport, int, str | None], ...]:
    """Each report with the number of its claims, and why it has none if its language is not supported."""
    claims: dict[str, set[str]] = {}
    for held in view.claims():
        claims.setdefault(held.report, set()).add(held.id)
    problems = {reading.report: reading.problem for reading in view.readings() if reading.problem}
    return tuple((r, len(claims.get(r.key, ())), problems.get(r.key)) for r in view.reports())


def claims(view: View, of: str | None = None) -> tuple[tuple[HeldClaim, HeldReport], ...]:
    """The claims of a report (its id or label), of a mission, or all, each once, with their reports; those that people
    added come last."""
    reports = {report.key: report for report in view.reports(retracted=False)}
    keys = [key for key, report in reports.items() if of in (report.id, report.label)]
    mission_id = _mission_of_claims(view, of) if of is not None and not keys else None
    found = (
        [c for key in keys for c in view.claims(report=key)] if keys else view.claims(mission_id=mission_id)
    )
    added = (
        HeldClaim(cited.id, cited.claim, cited.report.key, PERSON, 0)
        for cited in added_by_people(view)
        if mission_id in (None, cited.claim.mission_id) and (not keys or cited.report.key in keys)
    )
    once = {(claim.report, claim.id): claim for claim in (*found, *added)}
    return tuple((claim, reports[claim.report]) for claim in once.values())


def _mission_of_claims(view: View, name: str) -> str:
    try:
        return mission_named(view, name)
    except UnknownMission:
        raise UnknownItem(
            name,
            "the register has no such report and no such mission",
            "See `missionwatch reports`, or `missionwatch missions TEXT`",
        ) from None


def changes(view: View, mission: str | None = None) -> tuple[Change, ...]:
    """The log of what the register came to say."""
    return view.changes(mission_id=mission_named(view, mission) if mission else None)
