"""The commands that read reports: into the register, or only to show what would be found."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from missionwatch.cli.options import INCOMPLETE, LanguageOption, PublishedOption, RegisterOption

if TYPE_CHECKING:
    from missionwatch.errors import UnreadableReport
    from missionwatch.model.report import Report
    from missionwatch.service.reading import Outcome, Reader

_KINDS = "Files of text, Markdown, HTML or JSON lines, folders of these, or - for standard input."
PathsArgument = Annotated[list[str], typer.Argument(metavar="PATH", help=_KINDS, show_default=False)]


def extract(
    paths: PathsArgument,
    min_confidence: Annotated[
        float,
        typer.Option(
            "--min-confidence",
            metavar="SHARE",
            min=0.0,
            max=1.0,
            help="Only claims that are this sure, 0 to 1.",
        ),
    ] = 0.0,
    published: PublishedOption = None,
    language: LanguageOption = None,
) -> None:
    """Print the claims of reports as JSON lines. No register is touched."""
    from missionwatch.catalogue.load import load_catalogue
    from missionwatch.cli.output import complain, line
    from missionwatch.errors import UnreadableReport
    from missionwatch.service.extracting import extract_all
    from missionwatch.service.shapes import extracted_shape

    incomplete = False
    for found in extract_all(reports_of(paths, published, language), load_catalogue()):
        if isinstance(found, UnreadableReport):
            incomplete = True
            complain(found)
            continue
        sure = tuple(claim for claim in found.claims if (claim.confidence or 0.0) >= min_confidence)
        line(extracted_shape(found.report, found.language, sure))
        for problem in (*found.refused, *((found.problem,) if found.problem else ())):
            incomplete = True
            complain(problem)
    _end(incomplete)


def annotate(
    paths: PathsArgument, published: PublishedOption = None, language: LanguageOption = None
) -> None:
    """Print what claims are made from, as JSON lines: sentences, mentions, times, quotes and speakers."""
    from missionwatch.catalogue.load import load_catalogue
    from missionwatch.cli.output import complain, line
    from missionwatch.errors import UnreadableReport
    from missionwatch.service.extracting import annotated_report
    from missionwatch.service.shapes import document_shape

    incomplete = False
    catalogue = load_catalogue()
    for report in reports_of(paths, published, language):
        found = report if isinstance(report, UnreadableReport) else annotated_report(report, catalogue)
        if isinstance(found, UnreadableReport):
            incomplete = True
            complain(found)
        elif found.document is not None:
            line(document_shape(found.document))
        elif found.problem is not None:
            incomplete = True
            complain(found.problem)
    _end(incomplete)


def read(
    paths: PathsArgument,
    claims: Annotated[
        bool,
        typer.Option(
            "--claims",
            help="The files hold reports whose claims were made elsewhere; every quote is checked.",
        ),
    ] = False,
    published: PublishedOption = None,
    language: LanguageOption = None,
    register: RegisterOption = None,
) -> None:
    """Read reports into the register. Reading one again changes nothing."""
    from missionwatch.catalogue.load import load_catalogue
    from missionwatch.reading.read import given_by
    from missionwatch.service.reading import Reader
    from missionwatch.service.registers import opened

    if claims and (published or language):
        raise typer.BadParameter("--claims takes no --published and no --language: write them into the file")
    given_by(published, language, None)  # a wrong option is said before a register is made
    with opened(register, make=True) as found:
        reader = Reader(found, load_catalogue())
        outcomes = (
            _with_claims(reader, paths) if claims else reader.read(reports_of(paths, published, language))
        )
        incomplete = _follow(outcomes)
        reader.finish()
    _end(incomplete)


def reports_of(
    paths: Iterable[str], published: str | None, language: str | None
) -> Iterator[Report | UnreadableReport]:
    """The reports of files, folders and standard input; what cannot be read is yielded, not raised."""
    from missionwatch.errors import UnreadableReport
    from missionwatch.reading.read import read_path, read_stream

    for path in paths:
        if path == "-":
            yield from read_stream(sys.stdin.buffer, "standard input", published=published, language=language)
        elif path.startswith(("http://", "https://")):
            yield UnreadableReport(
                path, "addresses are not read by this version", "Save the page to a file and read that"
            )
        else:
            yield from read_path(Path(path), published=published, language=language)


def _with_claims(reader: Reader, paths: Iterable[str]) -> Iterator[Outcome]:
    from missionwatch.catalogue.load import load_catalogue
    from missionwatch.reading.claims_file import read_claims

    for path in paths:
        file = Path("/dev/stdin") if path == "-" else Path(path)
        yield from reader.read_claims(read_claims(file, load_catalogue()))


def _follow(outcomes: Iterable[Outcome]) -> bool:
    """Tell on stderr what was not read, and in the end on stdout what was; gives whether anything was not."""
    from missionwatch.cli.output import complain
    from missionwatch.cli.progress import following

    kinds: Counter[str] = Counter()
    claims = 0
    incomplete = False
    with following("Reading") as step:
        for outcome in outcomes:
            step(outcome.label)
            kinds[outcome.kind] += 1
            claims += outcome.claims
            for problem in outcome.problems:
                incomplete = True
                complain(problem)
    typer.echo(_summary(kinds, claims))
    return incomplete


def _summary(kinds: Counter[str], claims: int) -> str:
    from missionwatch.service.reading import AGAIN, NEW, RETRACTED, UNREAD, UNSUPPORTED

    told = (
        (NEW, f"with {claims} new claims" if claims != 1 else "with 1 new claim"),
        (AGAIN, "in the register already"),
        (RETRACTED, "retracted before and left out"),
        (UNSUPPORTED, "kept, but in a language that is not yet supported"),
        (UNREAD, "not read"),
    )
    parts = [
        f"{kinds[kind]} {'report' if kinds[kind] == 1 else 'reports'} {text}"
        for kind, text in told
        if kinds[kind]
    ]
    return ("; ".join(parts) or "No reports") + "."


def _end(incomplete: bool) -> None:
    if incomplete:
        raise typer.Exit(INCOMPLETE)
