"""Writing into the register through SQL."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from sqlalchemy import ColumnElement, and_, delete, insert, select, update

from missionwatch.errors import RefusedClaim, UnknownItem
from missionwatch.model.claim import Claim
from missionwatch.model.register import Change, Review
from missionwatch.model.report import Report
from missionwatch.store import rows
from missionwatch.store.held import CurrentRow, HeldReading, HeldReport
from missionwatch.store.tables import CHANGES, CLAIMS, CURRENT, READINGS, REPORTS, REVIEWS, RUNS, STALE
from missionwatch.store.views import SqlView


class SqlWriter(SqlView):
    """`Writer` over one connection that is in a transaction which holds the right to write."""

    def add_run(self, maker: str, extractor_version: str | None, recorded: str) -> int:
        done = self._connection.execute(
            insert(RUNS).values(maker=maker, extractor_version=extractor_version, recorded=recorded)
        )
        key = done.inserted_primary_key
        assert key is not None
        return int(key[0])

    def add_report(self, report: Report, copy_key: str, recorded: str) -> HeldReport:
        row = rows.report_row(report, copy_key, recorded)
        there = self.report(row["key"])
        if there is None:
            self._connection.execute(insert(REPORTS).values(row))
            there = rows.held_report(row)
        elif report.fetched is not None and (there.fetched is None or report.fetched < there.fetched):
            self._connection.execute(
                update(REPORTS).where(REPORTS.c.key == there.key).values(fetched=row["fetched"])
            )
        return there

    def set_reading(self, reading: HeldReading, run: int) -> None:
        same = and_(READINGS.c.report == reading.report, READINGS.c.maker == reading.maker)
        self._connection.execute(delete(READINGS).where(same))
        self._connection.execute(insert(READINGS).values(**asdict(reading), run=run))

    def add_claims(self, report: str, version: str, maker: str, run: int, claims: Iterable[Claim]) -> int:
        text = self.text(report)
        there = set(self._ids(report, maker))
        added = 0
        for claim in claims:
            claim_id = claim.id_in(version)
            if not claim.passage.stands_in(text):
                raise RefusedClaim(f"claim {claim_id}", "its quote is not in the stored text at its offsets")
            if claim_id in there:
                self._connection.execute(
                    update(CLAIMS)
                    .where(
                        and_(*_named(report, maker), CLAIMS.c.id == claim_id, CLAIMS.c.dropped.is_not(None))
                    )
                    .values(dropped=None, run=run)
                )
                continue
            there.add(claim_id)
            added += 1
            self._connection.execute(
                insert(CLAIMS).values(rows.claim_row(claim, claim_id, report, maker, run))
            )
        return added

    def drop_claims(self, report: str, maker: str, keep: frozenset[str], recorded: str) -> tuple[str, ...]:
        standing = and_(*_named(report, maker), CLAIMS.c.dropped.is_(None))
        found = self._connection.execute(select(CLAIMS.c.id, CLAIMS.c.mission_id).where(standing)).all()
        lost = {claim_id: mission_id for claim_id, mission_id in found if claim_id not in keep}
        for claim_id in lost:
            self._connection.execute(
                update(CLAIMS).where(standing, CLAIMS.c.id == claim_id).values(dropped=recorded)
            )
        return tuple(sorted(set(lost.values())))

    def forget_claims(self, report: str, maker: str) -> None:
        self._connection.execute(delete(CLAIMS).where(*_named(report, maker), CLAIMS.c.dropped.is_(None)))

    def _ids(self, report: str, maker: str) -> list[str]:
        return list(self._connection.scalars(select(CLAIMS.c.id).where(and_(*_named(report, maker)))))

    def add_review(self, review: Review, claim_id: str) -> None:
        self._connection.execute(insert(REVIEWS).values(rows.review_row(review, claim_id)))

    def set_retracted(self, report_id: str, recorded: str | None) -> int:
        if not self.reports(id=report_id):
            raise UnknownItem(report_id, "the register holds no such report", "See `missionwatch reports`")
        was = REPORTS.c.retracted.is_(None) if recorded else REPORTS.c.retracted.is_not(None)
        done = self._connection.execute(
            update(REPORTS).where(and_(REPORTS.c.id == report_id, was)).values(retracted=recorded)
        )
        return done.rowcount

    def mark_stale(self, mission_ids: Iterable[str]) -> None:
        there = set(self.stale())
        for mission_id in sorted(set(mission_ids) - there):
            self._connection.execute(insert(STALE).values(mission_id=mission_id))

    def replace_current(self, mission_id: str, rows_: Iterable[CurrentRow]) -> None:
        self._connection.execute(delete(CURRENT).where(CURRENT.c.mission_id == mission_id))
        for row in rows_:
            self._connection.execute(insert(CURRENT).values(rows.current_row(row)))
        self._connection.execute(delete(STALE).where(STALE.c.mission_id == mission_id))

    def clear_current(self) -> None:
        self._connection.execute(delete(CURRENT))

    def log(self, changes: Iterable[Change]) -> None:
        for change in changes:
            self._connection.execute(insert(CHANGES).values(**asdict(change)))


def _named(report: str, maker: str) -> tuple[ColumnElement[bool], ...]:
    return CLAIMS.c.report == report, CLAIMS.c.maker == maker
