"""What our extractor makes of reports, as it is compared with gold."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.errors import MissionwatchError, UnreadableReport
from missionwatch.evaluation.told import ToldReport, told
from missionwatch.model.report import Report
from missionwatch.service.extracting import extracted
from missionwatch.service.shapes import extracted_claim_shape


def predictions(
    reports: Iterable[Report | UnreadableReport], catalogue: Catalogue, wanted: Container[str]
) -> Iterator[ToldReport | MissionwatchError]:
    """The claims of each report whose id is wanted; what cannot be read or extracted is passed on."""
    for report in reports:
        if isinstance(report, UnreadableReport):
            yield report
        elif report.label in wanted:
            yield from _prediction(report, catalogue)


def _prediction(report: Report, catalogue: Catalogue) -> Iterator[ToldReport | MissionwatchError]:
    found = extracted(report, catalogue)
    if isinstance(found, UnreadableReport):
        yield found
        return
    yield from found.refused
    if found.problem is not None:
        yield found.problem
    claims = tuple(told(extracted_claim_shape(claim)) for claim in found.claims)
    yield ToldReport(report.label, claims, found.language)
