"""Which version of an article counts, and from which day a report is known (rules 16, 17 and 39)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from missionwatch.model.register import StoredReport
from missionwatch.reconciling.windows import NEVER, published


def counting(reports: Iterable[StoredReport], known: date | None) -> tuple[StoredReport, ...]:
    """The reports that count for what was known on a day: the newest version of each article known by then."""
    articles: dict[str, dict[str, StoredReport]] = defaultdict(dict)
    for report in reports:
        articles[report.id][report.version] = report
    kept = (version for held in articles.values() for version in _newest(tuple(held.values()), known))
    return tuple(sorted(kept, key=lambda report: (report.id, report.version)))


def is_known(report: StoredReport, known: date | None) -> bool:
    """Whether a report is known on a day: from the last possible day of its publication; an undated one from the
    day on which it was fetched, else only where no day is asked for."""
    if known is None:
        return True
    said = published(report)
    day = said.hi if said else report.fetched
    return day is not None and day <= known


def _newest(versions: tuple[StoredReport, ...], known: date | None) -> tuple[StoredReport, ...]:
    there = [v for v in versions if is_known(v, known) and not _is_edit_after(v, versions, known)]
    return tuple(v for v in there if not any(_supersedes(other, v) for other in there))


def _is_edit_after(version: StoredReport, versions: tuple[StoredReport, ...], known: date | None) -> bool:
    """Whether it is a later edit, made after the day asked for, of another version with its publication date."""
    if known is None or version.modified is None or version.modified.latest is None:
        return False
    edited = version.modified.latest > known
    return edited and any(v.published == version.published and _supersedes(version, v) for v in versions)


def _supersedes(newer: StoredReport, older: StoredReport) -> bool:
    """Whether one version is certainly the newer one, by publication, else by edit, else by when it was fetched."""
    said, before = published(newer), published(older)
    if said and before and not said.overlaps(before):
        return before.is_before(said)
    if (said is None) != (before is None):
        return said is not None
    edited, edited_before = _edited(newer), _edited(older)
    if edited != edited_before:
        return edited > edited_before
    if newer.fetched and older.fetched:
        return newer.fetched > older.fetched
    return False


def _edited(report: StoredReport) -> date:
    """The last day of its edit, before all others where none is known."""
    return date.min if report.modified is None else report.modified.latest or NEVER
