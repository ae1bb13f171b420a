"""Printing: answers to stdout as a table or as JSON, messages to stderr. Nothing rests on colour alone."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, TextIO

from missionwatch.cli.options import Format
from missionwatch.errors import MissionwatchError

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

PLAIN_WIDTH = 110
"""The width of tables that do not go to a terminal, where COLUMNS does not say otherwise."""
_CONTROLS = {code: " " for code in (*range(32), *range(127, 160)) if code != 10}
_TURNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""What would turn the direction of writing, and with it what a reader believes to see: left out."""


def show(
    format: Format, shapes: Iterable[dict[str, Any]], tables: Callable[[], Iterable[RenderableType]]
) -> None:
    """Print an answer in the format that was asked for; only the one that is printed is made."""
    if format is Format.TABLE:
        for table in tables():
            _print(table)
    elif format is Format.JSON:
        sys.stdout.write(json.dumps(list(shapes), ensure_ascii=False, indent=2) + "\n")
    else:
        for shape in shapes:
            line(shape)


def _print(table: RenderableType) -> None:
    if is_terminal():
        console().print(table)
        return
    with console().capture() as printed:
        console().print(table)
    sys.stdout.write("".join(f"{row.rstrip()}\n" for row in printed.get().splitlines()))


def line(shape: dict[str, Any]) -> None:
    """One JSON object on a line of stdout."""
    sys.stdout.write(json.dumps(shape, ensure_ascii=False) + "\n")


def console() -> Console:
    """Where tables go. Off a terminal they have no colour and no lines."""
    return _console(sys.stdout)


@cache
def _console(stream: TextIO) -> Console:
    import os

    from rich.console import Console

    if stream.isatty():
        return Console(file=stream, highlight=False, markup=False, emoji=False)
    columns = os.environ.get("COLUMNS", "")
    width = int(columns) if columns.isdigit() and int(columns) > 0 else PLAIN_WIDTH
    return Console(
        file=stream,
        width=width,
        highlight=False,
        markup=False,
        emoji=False,
        color_system=None,
        force_terminal=False,
    )


def is_terminal() -> bool:
    return sys.stdout.isatty()


def words(text: object, style: str = "") -> Text:
    """Text for a table, as it is: no markup is read, control characters become spaces."""
    from rich.text import Text

    return Text(clean(str(text)), style=style)


def clean(text: str) -> str:
    """Text without what would steer the terminal."""
    return text.translate({**_CONTROLS, **_TURNS})


def say(message: object) -> None:
    """A message for the user on stderr."""
    sys.stderr.write(f"{clean(str(message))}\n")


def complain(problem: MissionwatchError) -> None:
    """What went wrong with what, and what to do, on stderr."""
    say(f"missionwatch: {problem}")
