"""The commands that ask the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Annotated

import typer

from missionwatch.cli.options import (
    Format,
    FormatOption,
    KnownOption,
    MissionArgument,
    OneMissionArgument,
    OnOption,
    RegisterOption,
    day_known,
    day_on,
)

if TYPE_CHECKING:
    from rich.console import RenderableType

    from missionwatch.service.asking import Question
    from missionwatch.service.explaining import Why
    from missionwatch.store.port import View


@contextmanager
def _looking(register: str | None) -> Iterator[View]:
    from missionwatch.service.registers import opened

    with opened(register) as found, found.reading() as view:
        yield view


def _question(mission: str | None, on: str | None, known: str | None) -> Question:
    from missionwatch.service.asking import Question

    return Question(mission, day_on(on), day_known(known))


def status(
    mission: MissionArgument = None,
    on: OnOption = None,
    known: KnownOption = None,
    format: FormatOption = Format.TABLE,
    register: RegisterOption = None,
) -> None:
    """What holds, with the words that say so."""
    from missionwatch.cli.output import show
    from missionwatch.service import asking, shapes

    question = _question(mission, on, known)
    with _looking(register) as view:
        answer = asking.status(view, question)
    show(format, map(shapes.state_shape, answer.rows), lambda: _tables().states(answer))


def timeline(
    mission: OneMissionArgument,
    on: OnOption = None,
    known: KnownOption = None,
    format: FormatOption = Format.TABLE,
    register: RegisterOption = None,
) -> None:
    """All that was so over time, incidents too; of each thing the earliest first."""
    from missionwatch.cli.output import show
    from missionwatch.service import asking, shapes

    question = _question(mission, on, known)
    with _looking(register) as view:
        answer = asking.timeline(view, question)
    show(format, map(shapes.state_shape, answer.rows), lambda: _tables().states(answer, "What was so"))


def commitments(
    mission: MissionArgument = None,
    state: Annotated[
        str | None,
        typer.Option(
            "--state",
            help="Only those that are open, slipped, fulfilled, withdrawn or overdue.",
            show_default=False,
        ),
    ] = None,
    on: OnOption = None,
    known: KnownOption = None,
    format: FormatOption = Format.TABLE,
    register: RegisterOption = None,
) -> None:
    """What was planned, offered or considered, and what became of it."""
    from missionwatch.cli.output import show
    from missionwatch.service import asking, shapes

    _known_state(state)
    question = _question(mission, on, known)
    with _looking(register) as view:
        answer = asking.commitments(view, question, state)
    show(format, map(shapes.commitment_shape, answer.rows), lambda: _tables().commitments(answer))


def _known_state(state: str | None) -> None:
    from missionwatch.errors import InvalidData
    from missionwatch.model.register import COMMITMENT_STATES

    if state is not None and state not in COMMITMENT_STATES:
        raise InvalidData(f"--state {state}", "is no state", f"Write one of: {', '.join(COMMITMENT_STATES)}")


def disagreements(
    mission: MissionArgument = None,
    on: OnOption = None,
    known: KnownOption = None,
    format: FormatOption = Format.TABLE,
    register: RegisterOption = None,
) -> None:
    """What independent sources say that cannot all hold."""
    from missionwatch.cli.output import show
    from missionwatch.service import asking, shapes

    question = _question(mission, on, known)
    with _looking(register) as view:
        answer = asking.disagreements(view, question)
    show(format, map(shapes.disagreement_shape, answer.rows), lambda: _tables().disagreements(answer))


def why(
    id: Annotated[str, typer.Argument(help="The id of a state, commitment, disagreement, claim or report.")],
    words: Annotated[
        str | None,
        typer.Option("--words", help="Of a report: only what is claimed of these words.", show_default=False),
    ] = None,
    on: OnOption = None,
    known: KnownOption = None,
    format: FormatOption = Format.TABLE,
    register: RegisterOption = None,
) -> None:
    """From an answer down to the words that it rests on, and from words up to all that rests on them."""
    from missionwatch.cli.output import show
    from missionwatch.service.explaining import why, why_shape

    with _looking(register) as view:
        answers = why(view, id, said=words, on=day_on(on), known_on=day_known(known))
    show(format, map(why_shape, answers), lambda: _pages(answers))


def _pages(answers: Iterable[Why]) -> Iterator[RenderableType]:
    from missionwatch.cli.why_page import pages

    return pages(answers)


def claims(
    of: Annotated[
        str | None, typer.Argument(metavar="MISSION|REPORT", help="Those of one mission or of one report.")
    ] = None,
    format: FormatOption = Format.TABLE,
    register: RegisterOption = None,
) -> None:
    """What the reports say, claim by claim, with the words."""
    from missionwatch.cli.output import show
    from missionwatch.service import asking, shapes

    with _looking(register) as view:
        rows = asking.claims(view, of)
    found = (shapes.held_claim_shape(held.id, held.claim, report.id) for held, report in rows)
    show(format, found, lambda: _tables().claims(rows))


def reports(format: FormatOption = Format.TABLE, register: RegisterOption = None) -> None:
    """What was read, with its date, its source and the number of its claims."""
    from missionwatch.cli.output import show
    from missionwatch.service import asking, shapes

    with _looking(register) as view:
        rows = asking.reports(view)
    show(format, (shapes.report_shape(*row) for row in rows), lambda: _tables().reports(rows))


def changes(
    mission: MissionArgument = None, format: FormatOption = Format.TABLE, register: RegisterOption = None
) -> None:
    """What the register came to say, and when it learnt it."""
    from missionwatch.cli.output import show
    from missionwatch.service import asking, shapes

    with _looking(register) as view:
        rows = asking.changes(view, mission)
    show(format, map(shapes.change_shape, rows), lambda: _tables().changes(rows))


def _tables() -> ModuleType:
    """Loaded only where a table is printed."""
    from missionwatch.cli import tables

    return tables
