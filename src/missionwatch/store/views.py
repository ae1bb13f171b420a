"""Looking into the register through SQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, SelectBase, and_, func, or_, select, text

from missionwatch.errors import UnknownItem
from missionwatch.model.register import Change, Review
from missionwatch.model.report import Report
from missionwatch.store import rows
from missionwatch.store.held import (
    SUBJECTS,
    CurrentRow,
    HeldClaim,
    HeldMission,
    HeldReading,
    HeldReport,
    MissionRecord,
)
from missionwatch.store.tables import CHANGES, CLAIMS, CURRENT, READINGS, REPORTS, REVIEWS, STALE

_HELD = [column for column in REPORTS.columns if column.name not in ("text", "known_from")]
_STANDING = and_(REPORTS.c.retracted.is_(None), CLAIMS.c.dropped.is_(None))
_TEXT_ORDER = (CLAIMS.c.start, CLAIMS.c.end, CLAIMS.c.aspect, CLAIMS.c.value, CLAIMS.c.id, CLAIMS.c.maker)


class SqlView:
    """`View` over one connection that is in a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def missions(self) -> tuple[HeldMission, ...]:
        asked = (
            select(
                CLAIMS.c.mission_id,
                # The first name in the alphabet: the same in whatever order the reports came.
                func.min(CLAIMS.c.mission).label("name"),
                func.count(func.distinct(CLAIMS.c.report + CLAIMS.c.id)).label("claims"),
                func.count(func.distinct(CLAIMS.c.report)).label("reports"),
            )
            .join(REPORTS, CLAIMS.c.report == REPORTS.c.key)
            .where(_STANDING)
            .group_by(CLAIMS.c.mission_id)
            .order_by(CLAIMS.c.mission_id)
        )
        found = {row.mission_id: HeldMission(*row) for row in self._connection.execute(asked)}
        found.update((m.id, m) for m in self._only_moved_to(found.keys()))
        return tuple(found[id] for id in sorted(found))

    def _only_moved_to(self, known: Collection[str]) -> Iterator[HeldMission]:
        """The missions that no claim was made of, but to which a review moved one."""
        standing = {report.id for report in self.reports(retracted=False)}
        moves: dict[str, list[Review]] = defaultdict(list)
        for review in self.reviews():
            target = _target(review)
            if target is not None and target not in known and review.report_id in standing:
                moves[target].append(review)
        for target, reviews in moves.items():
            name = min(str(r.fields.get("mission") or target) for r in reviews)
            claims = {(r.report_id, r.start, r.end, r.aspect, r.value, r.actor) for r in reviews}
            yield HeldMission(target, name, len(claims), len({r.report_id for r in reviews}))

    def newest_day(self) -> date | None:
        newest = self._connection.scalar(
            select(func.max(REPORTS.c.known_from)).where(REPORTS.c.retracted.is_(None))
        )
        return date.fromisoformat(newest) if newest else None

    def record_of(self, mission_id: str) -> MissionRecord:
        reviews = self.reviews()
        moved = {(r.report_id, r.mission_id) for r in reviews if _target(r) == mission_id}
        about = or_(
            CLAIMS.c.mission_id == mission_id,
            *(and_(REPORTS.c.id == report, CLAIMS.c.mission_id == was) for report, was in sorted(moved)),
        )
        told = [r.report_id for r in reviews if r.decision == "add" and _target(r) == mission_id]
        once = {(held.report, held.id): held for held in self._claims(_standing_claims().where(about))}
        keys = select(CLAIMS.c.report).join(REPORTS, CLAIMS.c.report == REPORTS.c.key).where(_STANDING, about)
        both = keys.union(select(REPORTS.c.key).where(REPORTS.c.id.in_(told))) if told else keys
        reports = tuple(map(rows.held_report, self._all(_in_order(_bearing_on(both, *_HELD)))))
        articles = {report.id for report in reports}
        return MissionRecord(
            reports, tuple(once.values()), tuple(r for r in reviews if r.report_id in articles)
        )

    def reports(self, *, id: str | None = None, retracted: bool = True) -> tuple[HeldReport, ...]:
        asked = _in_order(select(*_HELD))
        if id is not None:
            asked = asked.where(REPORTS.c.id == id)
        if not retracted:
            asked = asked.where(REPORTS.c.retracted.is_(None))
        return tuple(map(rows.held_report, self._all(asked)))

    def report(self, key: str) -> HeldReport | None:
        found = self._all(select(*_HELD).where(REPORTS.c.key == key))
        return rows.held_report(found[0]) if found else None

    def held(self, report: Report) -> HeldReport | None:
        return self.report(rows.report_key(report))

    def missions_touched_by(self, key: str) -> tuple[str, ...]:
        reports = _bearing_on(select(REPORTS.c.key).where(REPORTS.c.key == key), REPORTS.c.key)
        asked = select(CLAIMS.c.mission_id).where(CLAIMS.c.report.in_(reports)).distinct()
        articles = set(self._connection.scalars(select(REPORTS.c.id).where(REPORTS.c.key.in_(reports))))
        moved = {_target(r) for r in self.reviews() if r.report_id in articles}
        return tuple(sorted({*self._connection.scalars(asked), *filter(None, moved)}))

    def text(self, key: str) -> str:
        words = self._connection.scalar(select(REPORTS.c.text).where(REPORTS.c.key == key))
        if words is None:
            raise UnknownItem(key, "the register holds no such report", "See `missionwatch reports`")
        return str(words)

    def claims(self, *, report: str | None = None, mission_id: str | None = None) -> tuple[HeldClaim, ...]:
        asked = _standing_claims()
        if report is not None:
            asked = asked.where(CLAIMS.c.report == report)
        if mission_id is not None:
            asked = asked.where(CLAIMS.c.mission_id == mission_id)
        return self._claims(asked)

    def claims_in(self, key: str) -> tuple[HeldClaim, ...]:
        return self._claims(_all_claims().where(CLAIMS.c.report == key))

    def claims_with_id(self, claim_id: str) -> tuple[HeldClaim, ...]:
        return self._claims(_all_claims().where(CLAIMS.c.id == claim_id))

    def reviews(self, *, report_id: str | None = None) -> tuple[Review, ...]:
        asked = select(REVIEWS).order_by(REVIEWS.c.recorded, REVIEWS.c.id)
        if report_id is not None:
            asked = asked.where(REVIEWS.c.report_id == report_id)
        return tuple(map(rows.review, self._all(asked)))

    def reading(self, report: str, maker: str) -> HeldReading | None:
        found = self._readings(
            select(READINGS).where(and_(READINGS.c.report == report, READINGS.c.maker == maker))
        )
        return found[0] if found else None

    def readings(self) -> tuple[HeldReading, ...]:
        return self._readings(select(READINGS).order_by(READINGS.c.report, READINGS.c.maker))

    def current(self, mission_id: str | None = None) -> tuple[CurrentRow, ...]:
        asked = select(CURRENT).order_by(CURRENT.c.mission_id, CURRENT.c.position, CURRENT.c.id)
        if mission_id is not None:
            asked = asked.where(CURRENT.c.mission_id == mission_id)
        found = map(rows.held_current, self._all(asked))
        order = {subject: place for place, subject in enumerate(SUBJECTS)}
        return tuple(sorted(found, key=lambda row: (row.mission_id, order.get(row.subject, 9), row.position)))

    def missions_of_current(self, id: str) -> tuple[str, ...]:
        asked = (
            select(CURRENT.c.mission_id).where(CURRENT.c.id == id).distinct().order_by(CURRENT.c.mission_id)
        )
        return tuple(self._connection.scalars(asked))

    def missions_turning_between(self, first: date, last: date) -> tuple[str, ...]:
        low, high = first.isoformat(), last.isoformat()
        days = (CURRENT.c.turned, CURRENT.c.turns)
        within = or_(*(and_(day >= low, day <= high) for day in days))
        return tuple(self._connection.scalars(select(CURRENT.c.mission_id).where(within).distinct()))

    def stale(self) -> tuple[str, ...]:
        return tuple(self._connection.scalars(select(STALE.c.mission_id).order_by(STALE.c.mission_id)))

    def changes(self, *, mission_id: str | None = None) -> tuple[Change, ...]:
        columns = [column for column in CHANGES.columns if column.name != "number"]
        asked = select(*columns).order_by(CHANGES.c.number)
        if mission_id is not None:
            asked = asked.where(CHANGES.c.mission_id == mission_id)
        return tuple(Change(**row) for row in self._all(asked))

    def damage(self) -> tuple[str, ...]:
        if self._connection.dialect.name != "sqlite":
            return ()
        found = self._connection.scalars(text("PRAGMA quick_check(20)")).all()
        return tuple(line for line in found if line != "ok")

    def _all(self, asked: Select[Any]) -> list[rows.Row]:
        return [dict(row) for row in self._connection.execute(asked).mappings()]

    def _claims(self, asked: Select[Any]) -> tuple[HeldClaim, ...]:
        return tuple(map(rows.held_claim, self._all(asked)))

    def _readings(self, asked: Select[Any]) -> tuple[HeldReading, ...]:
        return tuple(
            HeldReading(row["report"], row["maker"], row["extractor_version"], row["problem"])
            for row in self._all(asked)
        )


def _bearing_on(keys: SelectBase, *columns: ColumnElement[Any]) -> Select[Any]:
    """The reports with these keys, all versions of the same articles, and all copies of any of them."""
    stands = REPORTS.c.retracted.is_(None)
    articles = select(REPORTS.c.id).where(REPORTS.c.key.in_(keys))
    texts = select(REPORTS.c.copy_key).where(REPORTS.c.id.in_(articles), stands)
    return select(*columns).where(or_(REPORTS.c.id.in_(articles), REPORTS.c.copy_key.in_(texts)), stands)


def _in_order(asked: Select[Any]) -> Select[Any]:
    return asked.order_by(REPORTS.c.known_from.is_(None), REPORTS.c.known_from, REPORTS.c.id, REPORTS.c.key)


def _all_claims() -> Select[Any]:
    return (
        select(*CLAIMS.columns)
        .join(REPORTS, CLAIMS.c.report == REPORTS.c.key)
        .order_by(REPORTS.c.known_from.is_(None), REPORTS.c.known_from, REPORTS.c.key, *_TEXT_ORDER)
    )


def _standing_claims() -> Select[Any]:
    return _all_claims().where(_STANDING)


def _target(review: Review) -> str | None:
    """The mission to which a review moves its claim."""
    moved = review.fields.get("mission_id")
    return str(moved) if moved else None
