"""`missions`: the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from missionwatch.cli.options import INCOMPLETE, Format, FormatOption

if TYPE_CHECKING:
    from rich.console import RenderableType

    from missionwatch.catalogue.entries import Mission


_MOST_ALIASES = 4


def missions(
    text: Annotated[str | None, typer.Argument(metavar="TEXT", help="Words of a name or acronym.")] = None,
    check: Annotated[bool, typer.Option("--check", help="Check the catalogue itself.")] = False,
    format: FormatOption = Format.TABLE,
) -> None:
    """The missions that the catalogue knows, or those whose names hold the words."""
    from missionwatch.catalogue.load import load_catalogue
    from missionwatch.cli.output import show

    if check:
        _check()
        return
    catalogue = load_catalogue()
    found = catalogue.search_missions(text or "")
    show(format, (_shape(m, catalogue.sure_names(m.id)) for m in found), lambda: _table(found))


def _check() -> None:
    from missionwatch.catalogue.check import check_catalogue
    from missionwatch.catalogue.load import load_catalogue
    from missionwatch.cli.output import say

    catalogue = load_catalogue()
    faults = check_catalogue(catalogue)
    for fault in faults:
        say(fault)
    typer.echo(f"{len(catalogue.missions)} missions, {len(faults)} faults.")
    if faults:
        raise typer.Exit(INCOMPLETE)


def _shape(mission: Mission, sure: tuple[str, ...]) -> dict[str, Any]:
    """Without the names that also mean something else, so that each name tells its mission."""
    return {
        "id": mission.id,
        "name": mission.name,
        "aliases": [name for name in sure if name != mission.name],
    }


def _aliases(mission: Mission) -> list[str]:
    names = (mission.acronym, *(alias for aliases in mission.aliases.values() for alias in aliases))
    return list(dict.fromkeys(name for name in names if name and name != mission.name))


def _some(aliases: list[str]) -> str:
    more = f" and {len(aliases) - _MOST_ALIASES} more" if len(aliases) > _MOST_ALIASES else ""
    return ", ".join(aliases[:_MOST_ALIASES]) + more


def _table(found: tuple[Mission, ...]) -> Iterator[RenderableType]:
    from rich.console import Group

    from missionwatch.cli.output import words
    from missionwatch.cli.tables import grid

    table = grid(
        None, None, ("Mission", 46), ("Organisation", 16), ("From", 12), ("To", 12), ("Also called", 40)
    )
    for mission in found:
        table.add_row(
            Group(words(mission.name, "bold"), words(mission.id, "dim")),
            words(mission.organisation or ""),
            words(mission.start or "not known"),
            words(mission.end or ""),
            words(_some(_aliases(mission))),
        )
    yield table if found else words("No mission of the catalogue has a name with these words.")
