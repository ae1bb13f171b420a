"""A report to its claims, touching no register."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from missionwatch.annotating.language import RULES
from missionwatch.errors import MissionwatchError, RefusedClaim, UnreadableReport, UnsupportedLanguage
from missionwatch.model.claim import Claim
from missionwatch.model.document import Document
from missionwatch.model.report import Report
from missionwatch.service.words import sorted_out

if TYPE_CHECKING:
    from missionwatch.catalogue.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Extracted:
    """A report with its claims. `problem` says why there are none: its language is not yet supported."""

    report: Report
    language: str | None
    claims: tuple[Claim, ...] = ()
    refused: tuple[RefusedClaim, ...] = ()
    problem: MissionwatchError | None = None
    document: Document | None = None


def extract_all(
    reports: Iterable[Report | UnreadableReport], catalogue: Catalogue
) -> Iterator[Extracted | UnreadableReport]:
    """Every report with its claims; what cannot be read is passed on."""
    for report in reports:
        yield report if isinstance(report, UnreadableReport) else extracted(report, catalogue)


def extracted(report: Report, catalogue: Catalogue) -> Extracted | UnreadableReport:
    """The claims of a report, each one's words checked. An error of ours costs this report alone.

    Raises InvalidData where the data that comes with missionwatch is broken.
    """
    from missionwatch.claiming.extract import extract
    from missionwatch.service.first_look import speaks_of_no_mission

    if speaks_of_no_mission(report, catalogue):
        return Extracted(report, RULES)
    annotated = annotated_report(report, catalogue, for_claims=True)
    if isinstance(annotated, UnreadableReport) or annotated.document is None:
        return annotated
    try:
        found = extract(annotated.document, catalogue)
    except MissionwatchError:
        raise  # data of ours is broken: no report can be read
    except Exception as error:
        return _failed(report, error)
    claims, refused = sorted_out(found, report.text, report.where)
    return Extracted(report, annotated.language, tuple(claims), tuple(refused), document=annotated.document)


def annotated_report(
    report: Report, catalogue: Catalogue, *, for_claims: bool = False
) -> Extracted | UnreadableReport:
    """The report with its layers, or those that claims are made from, and no claims yet."""
    from missionwatch.annotating.pipeline import annotate

    try:
        document = annotate(report, catalogue, for_claims=for_claims)
    except UnsupportedLanguage as problem:
        return Extracted(report, report.language, problem=problem)
    except MissionwatchError:
        raise  # data of ours is broken: no report can be read
    except Exception as error:
        return _failed(report, error)
    return Extracted(report, document.language, document=document)


def _failed(report: Report, error: Exception) -> UnreadableReport:
    if os.environ.get("MISSIONWATCH_DEBUG"):
        raise error
    return UnreadableReport(
        report.where,
        f"an error inside missionwatch ({type(error).__name__}: {error})",
        "Please report it with the text; MISSIONWATCH_DEBUG=1 shows where it happened",
    )
