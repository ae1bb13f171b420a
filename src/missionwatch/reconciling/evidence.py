"""Which claims count on a day: versions, publication dates, copies and reviews (rules 12 to 17, 30, 39, 41 to 43)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from missionwatch.model.claim import Claim
from missionwatch.model.passage import Passage
from missionwatch.model.register import Evidence, Review, StoredReport
from missionwatch.reconciling.copies import first_copies, known_first
from missionwatch.reconciling.reviews import added, as_reviewed, binds, latest
from missionwatch.reconciling.versions import counting
from missionwatch.reconciling.windows import published

_NOWHERE = Passage(0, 0, "")

ClaimRow = tuple[str, Claim, str]
"""A claim's id, the claim, and the content id of the version of the report that makes it."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one version of a report is read to say in one place."""

    id: str
    claim: Claim
    report: StoredReport
    added_at: str = ""


def known_by(
    reports: Iterable[StoredReport],
    claims: Iterable[ClaimRow],
    reviews: Iterable[Review],
    known: date | None,
) -> tuple[Evidence, ...]:
    """The claims that count for what was known on a day (None: all that is held).

    `reports` are all that are held and not retracted, `claims` theirs. Of each article the newest version counts, of
    copies the first, each claim as the last review leaves it. The result does not depend on any order.
    """
    held = counting(reports, known)
    by_version: dict[str, list[StoredReport]] = defaultdict(list)
    for report in held:
        by_version[report.version].append(report)
    by_article: dict[str, list[Review]] = defaultdict(list)
    for review in reviews:
        by_article[review.report_id].append(review)
    readings = [_Reading(i, claim, report) for i, claim, v in claims for report in by_version.get(v, ())]
    readings = _with_added(readings, held, by_article)
    first = first_copies(held)
    copies: dict[tuple[str, object], list[_Reading]] = defaultdict(list)
    for reading in readings:
        copies[reading.report.copy_key, _sense(reading.claim)].append(reading)
    counted = (_counted(same, first[key], by_article) for (key, _), same in copies.items())
    unique = {evidence.id: evidence for evidence in counted if evidence is not None}
    return tuple(unique[i] for i in sorted(unique))


def latest_publication(evidence: Iterable[Evidence]) -> date | None:
    """The newest publication day in the evidence, which `--on` defaults to (rule 14); None where all is undated."""
    said = (published(e.report) for e in evidence)
    return max((window.hi for window in said if window), default=None)


def _with_added(
    readings: Sequence[_Reading], held: Iterable[StoredReport], reviews: dict[str, list[Review]]
) -> list[_Reading]:
    """The readings and the claims that people added; an added one replaces the machine's reading of the same."""
    extra = [
        _Reading(claim.id_in(report.version), claim, report, review.recorded)
        for report in held
        for review in reviews.get(report.id, ())
        if review.decision == "add" and review.fields.get("version") in (None, report.content)
        for claim in (added(review),)
    ]
    if not extra:
        return list(readings)
    theirs: dict[str, list[_Reading]] = defaultdict(list)
    for reading in extra:
        theirs[reading.report.version].append(reading)
    kept = [r for r in readings if not any(_same_words(r, a) for a in theirs.get(r.report.version, ()))]
    return kept + extra


def _same_words(one: _Reading, other: _Reading) -> bool:
    return _subject(one.claim) == _subject(other.claim) and one.claim.passage.span.overlaps(
        other.claim.passage.span
    )


def _subject(claim: Claim) -> tuple[str, str, str, str | None]:
    return claim.mission_id, claim.aspect, claim.value, claim.actor


def _sense(claim: Claim) -> object:
    """What a claim says, wherever in the report it stands: copies may differ in their spacing."""
    quote = " ".join(claim.passage.quote.split())
    return (
        quote,
        replace(claim, passage=_NOWHERE, evidence={}, rule=None, causes=tuple(sorted(claim.causes))),
    )


def _counted(
    same: Sequence[_Reading], report: StoredReport, reviews: dict[str, list[Review]]
) -> Evidence | None:
    """One claim of a text and its copies, under the first one's date, as the last review of any of them leaves it."""
    own = min(same, key=lambda r: (r.report.version != report.version, known_first(r.report), r.id))
    decision = latest(
        review
        for reading in same
        for review in reviews.get(reading.report.id, ())
        if review.decision != "add"
        and review.recorded >= reading.added_at
        and binds(review, reading.report.id, reading.claim)
    )
    claim = as_reviewed(own.claim, decision)
    return None if claim is None else Evidence(own.id, claim, report)
