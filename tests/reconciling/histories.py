"""Small hand-made histories: a line per report, as in the cases, and the register that they give."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any

from missionwatch.model.claim import Claim
from missionwatch.model.identity import content_id
from missionwatch.model.passage import Passage
from missionwatch.model.register import Commitment, Disagreement, Evidence, Review, State, StoredReport
from missionwatch.model.when import When
from missionwatch.reconciling import register

ORGANISATIONS = frozenset({"NATO", "EU", "UN"})


def is_nation(actor: str) -> bool:
    return actor not in ORGANISATIONS


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def say(aspect: str, value: str, when: str | None = None, **fields: Any) -> dict[str, Any]:
    """A claim's fields: `say("lead", "lead", "2020-11-24/..", actor="Denmark")`."""
    return {"aspect": aspect, "value": value, "when": when, **fields}


@dataclass(repr=False)
class News:
    """Reports and their claims as the store would hold them."""

    mission: str = "Mission One"
    reports: list[StoredReport] = field(default_factory=list)
    claims: list[tuple[str, Claim, str]] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    _number: count[int] = field(default_factory=count)

    def __repr__(self) -> str:
        """A line per claim, so that a failing history can be read."""
        lines = []
        for report in self.reports:
            told = [claim for _, claim, version in self.claims if version == report.version]
            head = f"{report.published or 'undated'} {report.source} ({report.id})"
            lines += [
                f"{head}: {c.modality} {c.aspect} {c.value} actor={c.actor} count={c.count} place={c.place} "
                f"when={c.when} said_by={c.said_by} causes={c.causes}"
                for c in told
            ]
        return "\n" + "\n".join(lines) + "\n"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))

    def report(
        self,
        published: str | None,
        source: str | None,
        *said: dict[str, Any],
        article: str | None = None,
        text: str | None = None,
        modified: str | None = None,
        fetched: str | None = None,
    ) -> News:
        """One report with its claims; the same `text` makes a copy, the same `article` another version."""
        number = next(self._number)
        version = content_id("version", number)
        self.reports.append(
            StoredReport(
                id=article or f"r{number}",
                version=version,
                source=source,
                published=When.parse(published) if published else None,
                modified=When.parse(modified) if modified else None,
                fetched=day(fetched),
                copy_key=register.copy_key(text or f"text {number}"),
            )
        )
        for number, fields in enumerate(said):
            claim = self.claim(number, **fields)
            self.claims.append((claim.id_in(version), claim, version))
        return self

    def claim(self, number: int, /, **fields: Any) -> Claim:
        given = dict(fields)
        mission = given.pop("mission", self.mission)
        when = given.pop("when", None)
        quote = given.pop("quote", f"words {number}")
        passage = Passage(number * 100, number * 100 + len(quote), quote)
        return Claim(
            mission=mission,
            mission_id=mission.lower().replace(" ", "-"),
            passage=passage,
            when=When.parse(when) if when else None,
            **given,
        )

    def known(self, known: str | None = None) -> tuple[Evidence, ...]:
        return register.known_by(self.reports, self.claims, self.reviews, day(known))

    def timeline(self, known: str | None = None) -> tuple[State, ...]:
        return register.states(self.known(known), is_nation=is_nation)

    def status(self, on: str | None, known: str | None = None, **options: bool) -> tuple[State, ...]:
        return register.states(self.known(known), on=day(on), is_nation=is_nation, **options)

    def disagreements(self, known: str | None = None) -> tuple[Disagreement, ...]:
        return register.disagreements(self.known(known), is_nation=is_nation)

    def kinds(self, known: str | None = None) -> list[str]:
        return [found.kind for found in self.disagreements(known)]

    def commitments(self, on: str | None, known: str | None = None) -> tuple[Commitment, ...]:
        return register.commitments(self.known(known), on=day(on), is_nation=is_nation)


def shown(states: tuple[State, ...]) -> list[tuple[str, str | None]]:
    """What states say, and when: value (or actor, figure, place) and valid time."""
    return [(told(state), str(state.valid) if state.valid else None) for state in states]


def told(state: State) -> str:
    """The value of a state in a word."""
    if state.aspect in ("lead", "commander"):
        return state.actor or ""
    if state.aspect == "strength":
        return str(state.count)
    if state.aspect == "presence":
        return state.place or ""
    return state.value


def values(states: tuple[State, ...]) -> list[str]:
    return [told(state) for state in states]
