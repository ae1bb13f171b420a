"""Answers as tables that fit the terminal: what, when, and who says so in which words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import TypeVar

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from missionwatch.cli.output import console, is_terminal, words
from missionwatch.cli.wording import learnt, of_what, outcome, quote, seen, source, state_signs, what, when
from missionwatch.model.register import Change, Commitment, Disagreement, State
from missionwatch.service.asking import Answer
from missionwatch.service.knowing import Cited
from missionwatch.service.previewing import Difference
from missionwatch.service.shapes import difference_shape
from missionwatch.store.held import HeldClaim, HeldReport

Row = TypeVar("Row", State, Commitment, Disagreement)
_MOST_SOURCES = 2
_ID_WIDTH = 16
_ROOMY = 60


def grid(title: str | None, caption: str | None, *columns: tuple[str, int], dense: bool = False) -> Table:
    """A table with these headings and shares of the width; lines only on a terminal. A dense one has no space
    between its rows."""
    table = Table(
        title=words(title) if title else None,
        caption=words(caption if is_terminal() else f"\n{caption}") if caption else None,
        box=box.SIMPLE_HEAD if is_terminal() else None,
        title_justify="left",
        caption_justify="left",
        title_style="bold",
        caption_style="italic",
        pad_edge=False,
        padding=(0, 2, 0 if is_terminal() or dense else 1, 0),
        expand=True,
        leading=0 if dense else 1,
    )
    for place, (heading, share) in enumerate(columns):
        # Ids stand in the first column and should not be cut; where there is no room at all, they are.
        narrowest = _ID_WIDTH if place == 0 and console().width >= _ROOMY else None
        table.add_column(
            heading, ratio=share, min_width=narrowest, overflow="fold", justify="left", header_style="bold"
        )
    return table


def states(answer: Answer[State], heading: str = "What holds") -> Iterator[RenderableType]:
    """`status` and `timeline`: a table for each mission."""
    yield from _by_mission(answer, ((heading, 34), ("When", 24), ("Who says so", 52)), _state_cells)


def _state_cells(state: State, cited: Mapping[str, Cited]) -> tuple[RenderableType, ...]:
    value = words(what(state.aspect, state.value, state.actor, state.count, state.place), "bold")
    signs = [words(sign, "yellow") for sign in state_signs(state)]
    sightings = seen(state.first_seen, state.last_seen)
    if state.valid is not None:
        times = [words(when(state.valid))]
    else:
        times = [words("start not said" if sightings else "undated report")]
    if sightings:
        times.append(words(sightings, "dim"))
    enders = [source(cited[claim]) for claim in state.closed_by if claim in cited]
    if enders:
        times.append(words(f"ended by {enders[0]}", "dim"))
    return Group(value, *signs, _id(state.id)), Group(*times), _sources(state.claims, cited)


def commitments(answer: Answer[Commitment]) -> Iterator[RenderableType]:
    """`commitments`: what was promised, what became of it, and each step's words."""
    yield from _by_mission(
        answer,
        (("Promised", 34), ("Due, and what became of it", 30), ("Steps", 46)),
        _commitment_cells,
        "No such commitment",
    )


def _commitment_cells(promise: Commitment, cited: Mapping[str, Cited]) -> tuple[RenderableType, ...]:
    value = words(what(promise.aspect, promise.value, promise.actor, promise.count, promise.place), "bold")
    fate = [words(outcome(promise), "yellow" if promise.state == "overdue" else "bold")]
    if promise.due is not None:
        fate.append(words(f"due: {when(promise.due, 'by')}"))
    if promise.condition:
        fate.append(words(f"if: {promise.condition}"))
    if promise.last_word:
        fate.append(words(f"last word of it: {promise.last_word}", "dim"))
    lines = [_step(step.modality, step.claim, cited, step.note) for step in promise.steps]
    told = {step.claim for step in promise.steps}
    lines += [_step(promise.state, claim, cited, None) for claim in promise.outcome if claim not in told]
    return Group(value, _id(promise.id)), Group(*fate), Group(*lines)


def _step(word: str, claim: str, cited: Mapping[str, Cited], note: str | None) -> Text:
    return Text.assemble(
        words(f"{word}: ", "bold"), _words_of(claim, cited), words(f" ({note})" if note else "")
    )


def disagreements(answer: Answer[Disagreement]) -> Iterator[RenderableType]:
    """`disagreements`: what it is about, its kind, and each side with its words."""
    yield from _by_mission(
        answer, (("About", 24), ("Kind", 22), ("Who says what", 64)), _disagreement_cells, "No disagreement"
    )


def _disagreement_cells(found: Disagreement, cited: Mapping[str, Cited]) -> tuple[RenderableType, ...]:
    sides = [
        Group(words(side.value, "bold"), _sources(side.claims, cited, indent="  ")) for side in found.sides
    ]
    return Group(words(of_what(found), "bold"), _id(found.id)), words(found.kind), Group(*sides)


def _by_mission(
    answer: Answer[Row],
    columns: tuple[tuple[str, int], ...],
    cells: Callable[[Row, Mapping[str, Cited]], tuple[RenderableType, ...]],
    none: str = "Nothing is known",
) -> Iterator[RenderableType]:
    if not answer.rows:
        yield words(f"{none}, {as_of(answer.day)}.")
    for (mission, mission_id), rows in groupby(answer.rows, key=lambda row: (row.mission, row.mission_id)):
        table = grid(f"{mission}  ({mission_id})", as_of(answer.day), *columns)
        for row in rows:
            table.add_row(*cells(row, answer.cited))
        yield table
        yield Text()


def as_of(day: date | None) -> str:
    """The day that an answer speaks of."""
    return f"as of {day}" if day else "no report has a date"


def _sources(claims: Iterable[str], cited: Mapping[str, Cited], indent: str = "") -> RenderableType:
    # The newest word first: what a reader wants to see when there is not room for all.
    ids = sorted(claims, key=lambda claim: _published(cited.get(claim)), reverse=True)
    lines = [Text.assemble(indent, _words_of(claim, cited)) for claim in ids[:_MOST_SOURCES]]
    if len(ids) > _MOST_SOURCES:
        lines.append(words(f"{indent}and {len(ids) - _MOST_SOURCES} more: see `missionwatch why`", "dim"))
    return Group(*lines)


def _published(found: Cited | None) -> date:
    published = found.report.published if found else None
    return (published.latest if published else None) or date.min


def _words_of(claim: str, cited: Mapping[str, Cited]) -> Text:
    found = cited.get(claim)
    if found is None:
        return words(f"claim {claim}")
    return Text.assemble(words(source(found), "cyan"), ": ", words(quote(found.claim.passage.quote)))


def _id(id: str) -> Text:
    return words(id, "dim")


def claims(rows: Iterable[tuple[HeldClaim, HeldReport]]) -> Iterator[RenderableType]:
    """`claims`: each claim with its words."""
    table = grid(None, None, ("Claim", 42), ("When", 20), ("Words", 48))
    for held, report in rows:
        claim = held.claim
        said = what(claim.aspect, claim.value, claim.actor, claim.count, claim.place)
        more = [
            ("if: " + claim.condition) if claim.condition else None,
            ("because of: " + ", ".join(claim.causes)) if claim.causes else None,
        ]
        cited = Cited(held.id, claim, report)
        table.add_row(
            Group(words(claim.mission), words(said, "bold"), *(words(m) for m in more if m), _id(held.id)),
            Group(words(claim.modality), words(when(claim.when))),
            Text.assemble(words(source(cited), "cyan"), ": ", words(quote(claim.passage.quote))),
        )
    yield table if table.row_count else words("No claims.")


def differences(rows: Iterable[Difference]) -> Iterator[RenderableType]:
    """`rebuild --dry-run`: what is gained, lost or changed, with the words."""
    table = grid(None, None, ("What", 16), ("Claim", 42), ("Words", 52))
    for found in rows:
        claim = found.now or found.was
        if claim is None:
            continue
        shape = difference_shape(found)
        changed = [
            f"{name}: {_value(shape['was'], name)} -> {_value(shape['now'], name)}"
            for name in shape["fields"]
        ]
        orphaned = [f"left alone: {r.decision} by {r.reviewer or 'somebody'}" for r in found.reviews]
        said = what(claim.aspect, claim.value, claim.actor, claim.count, claim.place)
        table.add_row(
            words(found.what, "bold"),
            Group(
                words(claim.mission),
                words(said, "bold"),
                *map(words, changed),
                *(words(o, "yellow") for o in orphaned),
            ),
            Text.assemble(
                words(source(Cited("", claim, found.report)), "cyan"), ": ", words(quote(claim.passage.quote))
            ),
        )
    yield table if table.row_count else words("No claim would be gained, lost or changed.")


def _value(shape: Mapping[str, object], name: str) -> str:
    value = shape[name]
    return "none" if value is None or value == [] else str(value)


def reports(rows: Iterable[tuple[HeldReport, int, str | None]]) -> Iterator[RenderableType]:
    """`reports`: what was read, with the number of claims."""
    table = grid(None, None, ("Report", 40), ("Published", 18), ("Source and title", 40), ("Claims", 12))
    for report, count, problem in rows:
        note = f"retracted {report.retracted[:10]}" if report.retracted else problem
        table.add_row(
            words(report.id),
            words(report.published or "no date"),
            Group(
                words(report.source or "no source", "cyan"),
                words(report.title or report.label),
                *([words(note, "yellow")] if note else []),
            ),
            words(count),
        )
    yield table if table.row_count else words("No reports.")


def changes(rows: Iterable[Change]) -> Iterator[RenderableType]:
    """`changes`: what the register came to say, and when it learnt it."""
    table = grid(None, None, ("Learnt", 22), ("Mission", 30), ("What", 26), ("Value", 52))
    for change in rows:
        table.add_row(
            words(change.recorded[:19].replace("T", " ")),
            words(change.mission_id),
            Group(words(f"{change.subject} {change.what}", "bold"), _id(change.subject_id)),
            words(learnt(change)),
        )
    yield table if table.row_count else words("Nothing has changed yet.")
