"""How far long work has come: on stderr, only on a terminal, and only if it takes a moment."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from missionwatch.cli.output import clean

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_MOMENT = 0.5
"""Seconds before anything is shown."""


@contextmanager
def following(work: str, total: int | None = None) -> Iterator[Callable[[str], None]]:
    """Gives a function to call with the name of each thing that is done."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    began = time.monotonic()
    bar = _Bar(work, total)

    def step(name: str) -> None:
        bar.done += 1
        if time.monotonic() - began > _MOMENT:
            bar.show(name)

    try:
        yield step
    finally:
        bar.stop()


class _Bar:
    """A bar of rich, made when it is first shown."""

    def __init__(self, work: str, total: int | None) -> None:
        self.done = 0
        self._work = work
        self._total = total
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def show(self, name: str) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        if self._progress is None:
            self._progress = Progress(
                TextColumn("{task.description}", markup=False),
                BarColumn(bar_width=24),
                TextColumn("{task.completed} done"),
                TimeElapsedColumn(),
                TextColumn("{task.fields[name]}", markup=False),
                console=Console(stderr=True),
                transient=True,
            )
            self._progress.start()
            self._task = self._progress.add_task(self._work, total=self._total, name="")
        assert self._task is not None
        self._progress.update(self._task, completed=self.done, name=clean(name)[-40:])

    def stop(self) -> None:
        if self._progress is not None:
            self._progress.stop()
