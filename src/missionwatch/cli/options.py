"""The options that commands share, and what their words mean."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Final

import typer

from missionwatch.errors import InvalidDate

DONE: Final = 0
INCOMPLETE: Final = 1
"""Done, but something was not read, was refused, or is not as it should be: each is named on stderr."""
WRONG_USAGE: Final = 2
NO_REGISTER: Final = 3
OUR_ERROR: Final = 4
INTERRUPTED: Final = 130


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


def mission_names(incomplete: str) -> list[str]:
    """Ids of the catalogue's missions, for the shell to complete."""
    from missionwatch.catalogue.load import load_catalogue

    return [mission.id for mission in load_catalogue().missions if mission.id.startswith(incomplete)]


RegisterOption = Annotated[
    str | None,
    typer.Option(
        "--register",
        metavar="PATH",
        help="The register. Else MISSIONWATCH_REGISTER says which, else missionwatch.db in this folder.",
        show_default=False,
    ),
]
FormatOption = Annotated[
    Format, typer.Option("--format", help="How to print: a table, one JSON list, or a JSON object per line.")
]
OnOption = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar="DAY",
        help="As it was on this day. Else the day of --known, else of the newest report.",
        show_default=False,
    ),
]
KnownOption = Annotated[
    str | None,
    typer.Option(
        "--known",
        metavar="DATE",
        help="As reports that were published by this date had it. Else all reports.",
        show_default=False,
    ),
]
MissionArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="MISSION",
        help="A mission's id, name, alias or acronym. Else all missions of the register.",
        show_default=False,
        autocompletion=mission_names,
    ),
]
OneMissionArgument = Annotated[
    str,
    typer.Argument(
        metavar="MISSION",
        help="A mission's id, name, alias or acronym.",
        show_default=False,
        autocompletion=mission_names,
    ),
]
PublishedOption = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="The publication date of reports that do not say it themselves: 2020-04-02, 2020-04 or 2020.",
        show_default=False,
    ),
]
LanguageOption = Annotated[
    str | None,
    typer.Option(
        "--language",
        metavar="CODE",
        help="The language of reports that do not say it themselves: en, da.",
        show_default=False,
    ),
]


def day_on(written: str | None) -> date | None:
    """The day of --on. Raises InvalidDate where it is no day: a month is not one answer but many."""
    if written is None:
        return None
    first, last = _bounds("--on", written)
    if first != last:
        raise InvalidDate(f"--on {written}", "is no single day", f"Write a day, as in --on {last}")
    return last


def day_known(written: str | None) -> date | None:
    """The last day of --known, which may be a month or a year. Raises InvalidDate where it is no date."""
    return None if written is None else _bounds("--known", written)[1]


def _bounds(option: str, written: str) -> tuple[date, date]:
    from missionwatch.model.when import DATE, When

    try:
        when = When.parse(written)
    except InvalidDate as error:
        raise InvalidDate(f"{option} {written}", error.problem, "Write a day, as in 2020-04-10") from None
    if when.kind != DATE or when.earliest is None or when.latest is None:
        raise InvalidDate(f"{option} {written}", "is no date", "Write a day, as in 2020-04-10")
    return when.earliest, when.latest
