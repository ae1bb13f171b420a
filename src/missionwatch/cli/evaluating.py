"""`evaluate`: how good claims are, against reference claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from missionwatch.cli.options import INCOMPLETE, Format, FormatOption, LanguageOption, PublishedOption

if TYPE_CHECKING:
    from rich.console import RenderableType

    from missionwatch.evaluation.calibration import Calibration
    from missionwatch.evaluation.findings import Findings
    from missionwatch.evaluation.scoring import Evaluation
    from missionwatch.evaluation.told import ToldReport


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(metavar="GOLD", help="The reference claims: JSON lines with id and claims."),
    ],
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="REPORTS",
            help="The reports, as `extract` takes them; ids are matched.",
            show_default=False,
        ),
    ] = None,
    predicted: Annotated[
        Path | None,
        typer.Option(
            "--predicted", metavar="FILE", help="Claims as `extract` prints them, in place of reports."
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline",
            metavar="FILE",
            help="Kept claims, as `extract` prints them: what was gained and lost?",
        ),
    ] = None,
    show: Annotated[
        bool, typer.Option("--show", help="List what was missed, invented and different in each report.")
    ] = False,
    calibration: Annotated[
        bool,
        typer.Option("--calibration", help="Hold the claims' confidence against the share that is right."),
    ] = False,
    published: PublishedOption = None,
    language: LanguageOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    """Hold claims against reference claims: precision, recall and F1."""
    from missionwatch.catalogue.load import load_catalogue
    from missionwatch.cli.output import show as show_answer
    from missionwatch.evaluation.changes import differences
    from missionwatch.evaluation.findings import Findings
    from missionwatch.evaluation.names import MissionNames
    from missionwatch.evaluation.scoring import evaluate as compare
    from missionwatch.evaluation.shapes import findings_shapes
    from missionwatch.evaluation.told import told_reports

    if bool(paths) == (predicted is not None):
        raise typer.BadParameter("name either reports or --predicted FILE")
    wanted = told_reports(gold, gold=True)
    kept = told_reports(baseline) if baseline else None
    missions = MissionNames.of(load_catalogue())
    found, complete = (
        (told_reports(predicted), True) if predicted else _predicted(wanted, paths or [], published, language)
    )
    now = compare(wanted, found, missions)
    findings = Findings(
        now,
        differences(compare(wanted, kept, missions), now, missions) if kept is not None else None,
        _calibration(now) if calibration else None,
        now.reports if show else (),
    )
    show_answer(format, findings_shapes(findings), lambda: _tables(findings))
    if now.absent or not complete:
        _name_absent(now, gold)
        raise typer.Exit(INCOMPLETE)


def _predicted(
    wanted: Mapping[str, ToldReport], paths: list[str], published: str | None, language: str | None
) -> tuple[dict[str, ToldReport], bool]:
    """What is extracted from the reports, and whether all could be; what could not is told."""
    from missionwatch.catalogue.load import load_catalogue
    from missionwatch.cli.output import complain
    from missionwatch.cli.progress import following
    from missionwatch.cli.reading import reports_of
    from missionwatch.evaluation.predicting import predictions
    from missionwatch.evaluation.told import ToldReport

    found: dict[str, ToldReport] = {}
    complete = True
    with following("Extracting", len(wanted)) as step:
        for one in predictions(reports_of(paths, published, language), load_catalogue(), wanted):
            if isinstance(one, ToldReport):
                found[one.id] = one
                step(one.id)
            else:
                complete = False
                complain(one)
    return found, complete


def _calibration(evaluation: Evaluation) -> Calibration:
    from missionwatch.errors import InvalidData
    from missionwatch.evaluation.calibration import calibration

    found = calibration(evaluation)
    if found is None:
        raise InvalidData(
            "--calibration", "no claim carries a confidence", "Use claims as `extract` prints them"
        )
    return found


def _name_absent(evaluation: Evaluation, gold: Path) -> None:
    from missionwatch.cli.output import complain
    from missionwatch.errors import UnreadableReport

    for id in evaluation.absent:
        complain(
            UnreadableReport(
                f"{gold}, report {id}",
                "was not given, so that all its claims count as missed",
                "Add the report, or take its line out of the reference",
            )
        )


def _tables(findings: Findings) -> Iterator[RenderableType]:
    """Loaded only where a table is printed."""
    from missionwatch.cli.evaluation_tables import tables

    return tables(findings)
