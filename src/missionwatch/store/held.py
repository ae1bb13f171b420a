"""What the store gives back: rows of the register as small frozen types."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from missionwatch.model.claim import Claim
from missionwatch.model.register import Review, StoredReport
from missionwatch.model.report import Report
from missionwatch.model.when import When

OURS: Final = "missionwatch"
"""The maker of claims that the register's own extractor found: derived, made anew by `rebuild`."""
GIVEN: Final = "given"
"""The maker of claims that came with their report: part of the record."""
PERSON: Final = "person"
"""The maker of claims that a review added: they stand among the reviews."""
SUBJECTS: Final = ("state", "disagreement", "commitment")


@dataclass(frozen=True, slots=True)
class HeldReport:
    """A version of a report in the register, without its text (`View.text`).

    `key` names this version with these dates; `recorded` and `retracted` are ISO times of the register's
    clock.
    """

    key: str
    id: str
    version: str
    label: str
    given_id: str | None
    url: str | None
    title: str | None
    source: str | None
    language: str | None
    published: When | None
    modified: When | None
    fetched: date | None
    date_evidence: str | None
    copy_key: str
    recorded: str
    retracted: str | None = None

    @property
    def stored(self) -> StoredReport:
        """What reconciling needs of it."""
        return StoredReport(
            self.id,
            self.key,
            self.source,
            self.published,
            self.modified,
            self.fetched,
            self.copy_key,
            self.version,
        )

    def with_text(self, text: str) -> Report:
        """The report as it was read."""
        return Report(
            text, self.label, self.given_id, self.url, self.title, self.source, self.language,
            self.published, self.modified, self.fetched, self.date_evidence,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class HeldClaim:
    """A claim in the register: the key of its report, who made it in which run, when it was dropped."""

    id: str
    claim: Claim
    report: str
    maker: str
    run: int
    dropped: str | None = None


@dataclass(frozen=True, slots=True)
class HeldMission:
    """A mission that the register has claims about."""

    id: str
    name: str
    claims: int
    reports: int


@dataclass(frozen=True, slots=True)
class HeldReading:
    """That somebody looked for claims in a report; `problem` says why there are none, if so."""

    report: str
    maker: str
    extractor_version: str | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class MissionRecord:
    """All that reconciling needs to know of one mission."""

    reports: tuple[HeldReport, ...]
    claims: tuple[HeldClaim, ...]
    reviews: tuple[Review, ...]


@dataclass(frozen=True, slots=True)
class CurrentRow:
    """What the register says as of its newest report: a state, disagreement or commitment as JSON. A commitment may
    have turned on the day `turned` and may turn on the day `turns`, those next to the newest report's."""

    mission_id: str
    subject: str
    id: str
    position: int
    body: str
    turned: date | None = None
    turns: date | None = None
