"""The command line: the list of commands, and the one place where errors become messages."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Final

import typer

from missionwatch.cli import asking, catalogue, deciding, evaluating, reading
from missionwatch.cli.demo import demo
from missionwatch.cli.options import DONE, INCOMPLETE, INTERRUPTED, NO_REGISTER, OUR_ERROR, WRONG_USAGE
from missionwatch.errors import MissionwatchError, RegisterError, UnreadableReport

app = typer.Typer(
    name="missionwatch",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 done; 1 done, but something was not read or refused; 2 wrong usage; "
    "3 the register cannot be used; 4 an error of ours.",
)

COMMANDS: Final = {
    "Read": (reading.read, reading.extract, reading.annotate),
    "Ask": (
        asking.status,
        asking.timeline,
        asking.commitments,
        asking.disagreements,
        asking.why,
        asking.claims,
        asking.reports,
        asking.changes,
        catalogue.missions,
    ),
    "Decide and keep": (deciding.review, deciding.retract, deciding.rebuild),
    "Try and measure": (demo, evaluating.evaluate),
}
for panel, commands in COMMANDS.items():
    for command in commands:
        app.command(rich_help_panel=panel)(command)


def _version(wanted: bool) -> None:
    if wanted:
        from missionwatch import __version__

        typer.echo(f"missionwatch {__version__}")
        raise typer.Exit


@app.callback()
def missionwatch(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version."
    ),
) -> None:
    """Read the news and keep a cited register of international missions."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and give its exit status. No exception leaves it, but with MISSIONWATCH_DEBUG set."""
    _open_what_is_closed()
    _print_what_can_be_printed()
    try:
        status = app(list(arguments) if arguments is not None else None, standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else DONE
    except MissionwatchError as error:
        _raise_for_debugging()
        _say(f"missionwatch: {error}")
        return _status_of(error)
    except (typer.Abort, KeyboardInterrupt):
        _say("missionwatch: interrupted; what was read before is kept")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has enough. Python must not complain when it flushes what is left.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        if callable(shown := getattr(error, "show", None)):
            shown()  # the command line was wrong: the library's own words, with the usage
            return WRONG_USAGE
        _raise_for_debugging()
        _say(
            f"missionwatch: an error of ours ({type(error).__name__}: {error}). Please report it with the command "
            "and, if you may, the report that it was about; MISSIONWATCH_DEBUG=1 shows where it happened"
        )
        return OUR_ERROR


def _open_what_is_closed() -> None:
    """A closed stream reads as empty and takes what is written to it: nothing else depends on it."""
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  # open to the end
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # open to the end
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # open to the end


def _print_what_can_be_printed() -> None:
    """Where the terminal's encoding has no sign for a character, its number is printed and nothing fails."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _status_of(error: MissionwatchError) -> int:
    if isinstance(error, RegisterError):
        return NO_REGISTER
    return INCOMPLETE if isinstance(error, UnreadableReport) else WRONG_USAGE


def _raise_for_debugging() -> None:
    if os.environ.get("MISSIONWATCH_DEBUG"):
        raise


def _say(text: str) -> None:
    from missionwatch.cli.output import say

    say(text)


def main() -> None:
    """The command `missionwatch`."""
    sys.exit(run())
