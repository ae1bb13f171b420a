"""`demo`: the sample reports in a register of their own, and what it says of one mission."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import typer

from missionwatch.cli.options import Format


def demo() -> None:
    """Read the sample reports into a temporary register and show what it knows."""
    from missionwatch.cli.asking import commitments, disagreements, status, timeline
    from missionwatch.cli.reading import read
    from missionwatch.service.samples import samples

    shown = samples()
    with tempfile.TemporaryDirectory(prefix="missionwatch-demo-") as folder:
        register = str(Path(folder) / "demo.db")
        _command("read", _from_here(shown.reports))
        read([str(shown.reports)], register=register)
        for ask in (status, timeline, commitments):
            _command(ask.__name__, shown.mission)
            ask(shown.mission, format=Format.TABLE, register=register)
        _command("disagreements")
        disagreements(format=Format.TABLE, register=register)
    typer.echo(_NEXT)


def _from_here(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _command(*words: Any) -> None:
    typer.echo(f"\n$ missionwatch {' '.join(words)}\n")


_NEXT = """\
The register of this demonstration is gone. To keep one:
  missionwatch read REPORTS...     your own files, folders or JSON lines
  missionwatch status              what holds, with the words that say so
  missionwatch why ID              from any answer down to the sentence"""
