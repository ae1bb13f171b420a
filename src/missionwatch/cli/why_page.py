"""`why`: each claim's words marked in their sentence, and per field the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from missionwatch.cli.output import words
from missionwatch.cli.tables import as_of
from missionwatch.cli.wording import of_what, outcome, seen, state_signs, what, when
from missionwatch.model.claim import Claim
from missionwatch.model.register import Commitment, Disagreement, State
from missionwatch.service.explaining import Rest, Why, Words

_OPEN, _CLOSE = "[[", "]]"
"""Around the quote in its sentence: marks that can be seen without colour."""


def pages(answers: Iterable[Why]) -> Iterator[RenderableType]:
    """Each answer, with a line between two."""
    for number, answer in enumerate(answers):
        if number:
            yield words("\n" + "-" * 20 + "\n", "dim")
        yield from page(answer)


def page(answer: Why) -> Iterator[RenderableType]:
    """What was asked about, then each claim down to its words."""
    yield words(f"{answer.kind} {answer.id}, {as_of(answer.day)}", "dim")
    yield from _about(answer)
    for found in answer.words:
        yield Text()
        yield from _claim(found, asked=answer.kind == "claim")
    if answer.kind == "claim":
        yield Text()
        yield from _resting(answer.rests)


def _resting(rests: Sequence[Rest]) -> Iterator[Text]:
    yield words("What rests on it:" if rests else "Nothing rests on it.", "bold")
    for rest in rests:
        about = (
            of_what(rest.subject) if isinstance(rest.subject, Disagreement) else what(*_slot(rest.subject))
        )
        yield words(f"  {rest.kind} {rest.subject.id}: {about} ({rest.role})")


def _about(answer: Why) -> Iterator[Text]:
    match answer.subject:
        case State() as state:
            yield words(f"{state.mission}: {what(*_slot(state))}", "bold")
            yield words(when(state.valid) if state.valid else "start not said")
            for line in (seen(state.first_seen, state.last_seen), *state_signs(state)):
                if line:
                    yield words(line)
        case Commitment() as promise:
            yield words(f"{promise.mission}: {what(*_slot(promise))}", "bold")
            yield words(outcome(promise))
            if promise.due:
                yield words(f"due: {when(promise.due, 'by')}")
            if promise.condition:
                yield words(f"if: {promise.condition}")
        case Disagreement() as found:
            yield words(f"{found.mission}: {of_what(found)}", "bold")
            yield words(f"{found.kind}: {' / '.join(side.value for side in found.sides)}")
        case Claim() as claim:
            yield words(f"{claim.mission}: {what(*_slot(claim))}", "bold")
            yield words(f"{claim.modality}, {when(claim.when)}")


def _slot(of: State | Commitment | Claim) -> tuple[str, str, str | None, int | None, str | None]:
    return of.aspect, of.value, of.actor, of.count, of.place


def _claim(found: Words, *, asked: bool) -> Iterator[RenderableType]:
    report = found.report
    outlet = ", ".join(
        part
        for part in (report.source or "no source", str(report.published or "no date"), report.title)
        if part
    )
    if not asked:
        yield words(f"{found.role} ({found.claim.modality} {what(*_slot(found.claim))})", "bold")
    yield words(outlet, "cyan")
    yield Padding(_marked(found), (0, 0, 0, 2))
    for line in _details(found):
        yield Padding(line, (0, 0, 0, 4))


def _marked(found: Words) -> Text:
    start = max(0, found.claim.passage.start - found.sentence.start)
    end = min(len(found.shown), found.claim.passage.end - found.sentence.start)
    return Text.assemble(
        words(found.shown[:start]),
        words(f"{_OPEN}{found.shown[start:end]}{_CLOSE}", "bold"),
        words(found.shown[end:]),
    )


def _details(found: Words) -> Iterator[Text]:
    claim = found.claim
    values: dict[str, object] = {
        "mission": claim.mission, "actor": claim.actor, "count": claim.count, "place": claim.place,
        "modality": claim.modality, "when": claim.when, "condition": claim.condition,
        "causes": ", ".join(claim.causes), "said_by": claim.said_by,
    }  # fmt: skip
    for name, rests_on in found.fields.items():
        shown = "said by" if name == "said_by" else name
        yield words(f"{shown} = {values[name]}, from “{' '.join(rests_on.split())}”")
    where = (
        f"report {found.report.id}, characters {claim.passage.start} to {claim.passage.end}, claim {found.id}"
    )
    yield words(where, "dim")
    if found.report.url and found.report.url != found.report.id:
        yield words(found.report.url, "dim")
    if found.report.date_evidence:
        yield words(f"date from: {found.report.date_evidence}", "dim")
    if found.standing != "counts":
        yield words(found.standing, "yellow")
    for review in found.reviews:
        by = f" by {review.reviewer}" if review.reviewer else ""
        yield words(
            f"review {review.recorded[:10]}{by}: {review.decision} {review.note or ''}".rstrip(), "dim"
        )
