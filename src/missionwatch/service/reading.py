"""Reading reports into the register: each one in a transaction of its own, so that a crash loses nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from missionwatch.errors import MissionwatchError, RefusedClaim, UnreadableReport
from missionwatch.model.claim import Claim
from missionwatch.model.report import Report
from missionwatch.service.clock import Clock, utc_now
from missionwatch.service.deriving import refresh, turning_between
from missionwatch.service.extracting import Extracted, extracted
from missionwatch.service.words import sorted_out
from missionwatch.store.held import GIVEN, OURS, HeldReading, HeldReport
from missionwatch.store.port import Register, View, Writer

if TYPE_CHECKING:
    from missionwatch.catalogue.catalogue import Catalogue
    from missionwatch.reading.claims_file import ReadClaims

NEW: Final = "new"
AGAIN: Final = "again"
RETRACTED: Final = "retracted"
UNSUPPORTED: Final = "not yet supported"
UNREAD: Final = "not read"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one report. `problems` are what the user must hear of, each with advice."""

    label: str
    kind: str
    report_id: str | None = None
    claims: int = 0
    problems: tuple[MissionwatchError, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A report with the claims that somebody made of it; `version` is that of our extractor."""

    report: Report
    maker: str
    version: str | None
    claims: tuple[Claim, ...]
    refused: tuple[RefusedClaim, ...] = ()
    problem: MissionwatchError | None = None


class Reader:
    """Reads into one register. `finish` puts the derived rows right; after a crash the next reading does."""

    def __init__(self, register: Register, catalogue: Catalogue, clock: Clock = utc_now) -> None:
        self._register = register
        self._catalogue = catalogue
        self._clock = clock
        self._runs: dict[str, int] = {}

    def read(self, reports: Iterable[Report | UnreadableReport]) -> Iterator[Outcome]:
        """Extract and keep; a report that this version has extracted before is left as it is."""
        for report in reports:
            yield _unread(report) if isinstance(report, UnreadableReport) else self._read_one(report)

    def read_claims(self, items: Iterable[ReadClaims | UnreadableReport]) -> Iterator[Outcome]:
        """Keep reports with claims made elsewhere; a claim whose words are not in the text is left out."""
        for item in items:
            if isinstance(item, UnreadableReport):
                yield _unread(item)
                continue
            taken, refused = sorted_out(item.claims, item.report.text, item.report.where)
            yield self.keep(Made(item.report, GIVEN, None, tuple(taken), (*item.refused, *refused)))

    def finish(self) -> None:
        """Put the derived rows right and log what changed."""
        refresh(self._register, self._clock)

    def _read_one(self, report: Report) -> Outcome:
        from missionwatch.claiming.extract import EXTRACTOR_VERSION

        with self._register.reading() as view:
            held = view.held(report)
            reading = view.reading(held.key, OURS) if held else None
            retracted = _is_retracted(view, report)
        if retracted:
            return Outcome(report.label, RETRACTED, report.id)
        if held and reading and reading.extractor_version == EXTRACTOR_VERSION:
            return Outcome(report.label, AGAIN, held.id)
        made = extracted(report, self._catalogue)
        return (
            _unread(made) if isinstance(made, UnreadableReport) else self.keep(by_us(made, EXTRACTOR_VERSION))
        )

    def keep(self, made: Made) -> Outcome:
        """Keep a report and its claims, all or nothing. Keeping it again changes nothing."""
        from missionwatch.reconciling.register import copy_key

        recorded = self._clock()
        with self._register.writing() as writer:
            before = writer.newest_day()
            known = writer.held(made.report)
            if _is_retracted(writer, made.report):
                return Outcome(made.report.label, RETRACTED, made.report.id)
            held = writer.add_report(made.report, copy_key(made.report.text), recorded)
            run = self._runs.get(made.maker) or writer.add_run(made.maker, made.version, recorded)
            added = keep_claims(writer, held, made, run, recorded)
            writer.mark_stale(turning_between(writer, before, writer.newest_day()))
        self._runs[made.maker] = run
        return _outcome(made, held, added, is_new=known is None)


def _is_retracted(view: View, report: Report) -> bool:
    """Whether somebody took this text of this article out, whatever date it has now."""
    return any(held.retracted and held.version == report.version for held in view.reports(id=report.id))


def by_us(made: Extracted, version: str) -> Made:
    """What our extractor of this version made of a report."""
    return Made(made.report, OURS, version, made.claims, made.refused, made.problem)


def keep_claims(
    writer: Writer, held: HeldReport, made: Made, run: int, recorded: str, *, anew: bool = False
) -> int:
    """Put a maker's claims on a version in the register; gives how many are new.

    Ours take the place of what an earlier version of the extractor found, and with `anew` are written over
    what is there; given ones are only ever added to.
    """
    dropped: tuple[str, ...] = ()
    if made.maker == OURS:
        keep = frozenset(claim.id_in(held.version) for claim in made.claims)
        dropped = writer.drop_claims(held.key, OURS, keep, recorded)
        if anew:
            writer.forget_claims(held.key, OURS)
    added = writer.add_claims(held.key, held.version, made.maker, run, made.claims)
    reading = HeldReading(held.key, made.maker, made.version, made.problem.problem if made.problem else None)
    if writer.reading(held.key, made.maker) != reading:
        writer.set_reading(reading, run)
        # The report itself can matter to missions that it says nothing of: as a copy or another version.
        writer.mark_stale(writer.missions_touched_by(held.key))
    if added or dropped:
        writer.mark_stale({*(claim.mission_id for claim in made.claims), *dropped})
    return added


def _outcome(made: Made, held: HeldReport, added: int, *, is_new: bool) -> Outcome:
    problems: tuple[MissionwatchError, ...] = made.refused
    if made.problem:
        return Outcome(made.report.label, UNSUPPORTED, held.id, 0, (*problems, made.problem))
    return Outcome(made.report.label, NEW if is_new or added else AGAIN, held.id, added, problems)


def _unread(problem: UnreadableReport) -> Outcome:
    return Outcome(problem.subject, UNREAD, problems=(problem,))
