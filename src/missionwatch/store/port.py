"""The port: what the use cases need of a store. `sql_register.py` stands behind it.

Every method can raise RegisterError: the register is locked by another process for too long, read-only,
damaged, or the disk is full. Nothing else is raised unless a method says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import date
from typing import Final, Protocol

from missionwatch.model.claim import Claim
from missionwatch.model.register import Change, Review
from missionwatch.model.report import Report
from missionwatch.store.held import (
    CurrentRow,
    HeldClaim,
    HeldMission,
    HeldReading,
    HeldReport,
    MissionRecord,
)

PATIENCE: Final = 30.0
"""Seconds to wait for another process that writes, where nobody says otherwise."""


class View(Protocol):
    """One consistent look at the register: what others write meanwhile is not seen."""

    def missions(self) -> tuple[HeldMission, ...]:
        """The missions with claims of reports that are not retracted, by id."""
        ...

    def newest_day(self) -> date | None:
        """The newest publication date held (its last possible day); None where no report has a date."""
        ...

    def record_of(self, mission_id: str) -> MissionRecord:
        """The mission's claims, the reports that bear on them (copies and other versions too), and reviews.

        Retracted reports and dropped claims are left out.
        """
        ...

    def reports(self, *, id: str | None = None, retracted: bool = True) -> tuple[HeldReport, ...]:
        """Versions of all reports or of the one with this id, oldest publication first, undated last."""
        ...

    def report(self, key: str) -> HeldReport | None:
        """The version with this key."""
        ...

    def held(self, report: Report) -> HeldReport | None:
        """The row of this very report: the same article, text and dates."""
        ...

    def missions_touched_by(self, key: str) -> tuple[str, ...]:
        """The missions with claims in this version, in other versions of its article, or in copies of it."""
        ...

    def text(self, key: str) -> str:
        """The exact text of a version. Raises UnknownItem where there is none."""
        ...

    def claims(self, *, report: str | None = None, mission_id: str | None = None) -> tuple[HeldClaim, ...]:
        """Claims that stand, of a version (its key) or about a mission, in the order of the text."""
        ...

    def claims_in(self, key: str) -> tuple[HeldClaim, ...]:
        """All claims of a version, dropped ones and those of a retracted report included."""
        ...

    def claims_with_id(self, claim_id: str) -> tuple[HeldClaim, ...]:
        """Claims with this id, dropped ones and those of retracted reports included."""
        ...

    def reviews(self, *, report_id: str | None = None) -> tuple[Review, ...]:
        """Reviews, the first recorded first."""
        ...

    def reading(self, report: str, maker: str) -> HeldReading | None:
        """Whether this maker has looked for claims in this version."""
        ...

    def readings(self) -> tuple[HeldReading, ...]: ...

    def current(self, mission_id: str | None = None) -> tuple[CurrentRow, ...]:
        """The derived rows of a mission or of all, in order."""
        ...

    def missions_of_current(self, id: str) -> tuple[str, ...]:
        """The missions that have a derived row with this id."""
        ...

    def missions_turning_between(self, first: date, last: date) -> tuple[str, ...]:
        """The missions with a promise that can turn in this stretch of days."""
        ...

    def stale(self) -> tuple[str, ...]:
        """The missions whose derived rows are older than their claims."""
        ...

    def changes(self, *, mission_id: str | None = None) -> tuple[Change, ...]:
        """The log of changes, the first recorded first."""
        ...

    def damage(self) -> tuple[str, ...]:
        """What the database itself finds wrong with its file; empty where nothing is."""
        ...


class Writer(View, Protocol):
    """A transaction: all that it does is kept, or nothing. One writer at a time; others wait."""

    def add_run(self, maker: str, extractor_version: str | None, recorded: str) -> int: ...

    def add_report(self, report: Report, copy_key: str, recorded: str) -> HeldReport:
        """Keep a report. One that is there stays as it is, but for an earlier day of fetching."""
        ...

    def set_reading(self, reading: HeldReading, run: int) -> None:
        """Note that somebody looked for claims, over an earlier note of the same maker."""
        ...

    def add_claims(self, report: str, version: str, maker: str, run: int, claims: Iterable[Claim]) -> int:
        """Keep claims; gives how many are new. A dropped one that is found again counts again.

        Raises RefusedClaim where the words do not stand in the stored text (law 1).
        """
        ...

    def drop_claims(self, report: str, maker: str, keep: frozenset[str], recorded: str) -> tuple[str, ...]:
        """Set aside this maker's claims on a version but those with these ids; gives their missions."""
        ...

    def forget_claims(self, report: str, maker: str) -> None:
        """Delete this maker's claims on a version that are not dropped: they are about to be written anew."""
        ...

    def add_review(self, review: Review, claim_id: str) -> None: ...

    def set_retracted(self, report_id: str, recorded: str | None) -> int:
        """Retract all versions of a report, or take that back (None); gives how many rows changed."""
        ...

    def mark_stale(self, mission_ids: Iterable[str]) -> None: ...

    def replace_current(self, mission_id: str, rows: Iterable[CurrentRow]) -> None:
        """Put these in place of the mission's derived rows, and mark it as no longer stale."""
        ...

    def clear_current(self) -> None:
        """Delete all derived rows."""
        ...

    def log(self, changes: Iterable[Change]) -> None: ...


class Register(Protocol):
    """A register that is open."""

    @property
    def name(self) -> str:
        """What to call it in messages: its path, or its address without the password."""
        ...

    def reading(self) -> AbstractContextManager[View]: ...

    def writing(self) -> AbstractContextManager[Writer]:
        """A transaction; leaving it by an exception undoes all of it."""
        ...

    def close(self) -> None: ...
