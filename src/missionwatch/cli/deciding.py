"""The commands by which people decide, and by which the derived part is made anew."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from missionwatch.cli.options import INCOMPLETE, Format, FormatOption, RegisterOption
from missionwatch.errors import InvalidData

if TYPE_CHECKING:
    from rich.console import RenderableType


def review(
    id: Annotated[
        str,
        typer.Argument(metavar="CLAIM_ID", help="The claim, as `claims` prints its id; to add: the report."),
    ],
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="accept, reject, correct or add.")],
    fields: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FIELD=VALUE", help="With correct and add: what it should be; empty for none."
        ),
    ] = None,
    words: Annotated[
        str | None, typer.Option("--words", help="With add: the words that say it.", show_default=False)
    ] = None,
    by: Annotated[str | None, typer.Option("--by", help="Who decides.", show_default=False)] = None,
    note: Annotated[str | None, typer.Option("--note", help="Why.", show_default=False)] = None,
    register: RegisterOption = None,
) -> None:
    """Accept, reject or correct a claim, or add one. The decision outranks the extractor and is never overwritten."""
    from missionwatch.service.registers import opened
    from missionwatch.service.reviewing import add
    from missionwatch.service.reviewing import review as record

    if (decision == "add") != (words is not None):
        raise InvalidData(
            "--words", "go with add, and only with it", "review REPORT_ID add --words WORDS FIELD=VALUE"
        )
    with opened(register, write=True) as found:
        if words is not None:
            made = add(found, id, words, fields or (), reviewer=by, note=note)
        else:
            made = record(found, id, decision, fields or (), reviewer=by, note=note)
    what = "a claim" if words is not None else f"claim {id}"
    typer.echo(f"Recorded: {made.decision} {what} of report {made.report_id}.")


def retract(
    report_id: Annotated[
        str, typer.Argument(metavar="REPORT_ID", help="The report, as `reports` prints its id.")
    ],
    undo: Annotated[bool, typer.Option("--undo", help="Put it back.")] = False,
    register: RegisterOption = None,
) -> None:
    """Take a report out: the register is then as if it had never been read."""
    from missionwatch.service.registers import opened
    from missionwatch.service.reviewing import retract as take_out

    with opened(register, write=True) as found:
        changed = take_out(found, report_id, undo=undo)
    was = "put back" if undo else "retracted"
    already = "stands already" if undo else "is retracted already"
    typer.echo(f"Report {report_id} {was}." if changed else f"Report {report_id} {already}.")


def rebuild(
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; name what is not as the reports make it.")
    ] = False,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Change nothing; show what claims would be gained, lost or changed."),
    ] = False,
    format: FormatOption = Format.TABLE,
    register: RegisterOption = None,
) -> None:
    """Extract all reports anew and derive everything from that; reports and reviews stay."""
    if check and dry_run:
        raise InvalidData("--check --dry-run", "are two questions", "Ask one of them")
    if check:
        _check(register)
        return
    if dry_run:
        _preview(register, format)
        return
    from missionwatch.catalogue.load import load_catalogue
    from missionwatch.cli.output import complain
    from missionwatch.cli.progress import following
    from missionwatch.service.rebuilding import rebuild as anew
    from missionwatch.service.registers import opened

    with opened(register, write=True) as found, following("Rebuilding") as step:
        done = anew(found, load_catalogue(), step=step)
    for problem in done.problems:
        complain(problem)
    typer.echo(
        f"Extracted {done.reports} reports anew and derived {done.missions} missions: {done.changes} changes."
    )
    if done.problems:
        raise typer.Exit(INCOMPLETE)


def _preview(register: str | None, format: Format) -> None:
    from missionwatch.catalogue.load import load_catalogue
    from missionwatch.cli.output import complain, say, show
    from missionwatch.cli.progress import following
    from missionwatch.service.previewing import Difference, preview
    from missionwatch.service.registers import opened
    from missionwatch.service.shapes import difference_shape

    with opened(register) as found, found.reading() as view, following("Extracting") as step:
        rows = list(preview(view, load_catalogue(), step))
    differences = [row for row in rows if isinstance(row, Difference)]
    unread = [row for row in rows if not isinstance(row, Difference)]

    def tables() -> Iterable[RenderableType]:
        from missionwatch.cli.tables import differences as table

        return table(differences)

    show(format, map(difference_shape, differences), tables)
    for problem in unread:
        complain(problem)
    counts = [sum(row.what == what for row in differences) for what in ("gained", "lost", "changed")]
    say("{} gained, {} lost, {} changed; nothing was written.".format(*counts))
    if unread:
        raise typer.Exit(INCOMPLETE)


def _check(register: str | None) -> None:
    from missionwatch.catalogue.load import load_catalogue
    from missionwatch.cli.output import complain
    from missionwatch.cli.progress import following
    from missionwatch.service.rebuilding import check
    from missionwatch.service.registers import opened

    faults = 0
    with opened(register) as found, found.reading() as view, following("Checking") as step:
        for fault in check(view, load_catalogue(), step):
            faults += 1
            complain(fault)
    typer.echo("All is as the reports make it." if not faults else f"{faults} differences.")
    if faults:
        raise typer.Exit(INCOMPLETE)
