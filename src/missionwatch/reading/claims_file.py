"""Reports whose claims were made elsewhere: lines as `extract` prints them, with the report's text in "text".

A claim is taken only as it stands: nothing is filled in, and a quote that is not at its offsets is refused
even where the words stand somewhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from missionwatch.errors import InvalidDate, RefusedClaim, UnreadableReport
from missionwatch.model.claim import (
    ASPECT_VALUES,
    CAUSES,
    EVIDENCE_FIELDS,
    MODALITIES,
    MOST_PEOPLE,
    NEEDS,
    Claim,
)
from missionwatch.model.identity import mission_id_of
from missionwatch.model.passage import Passage, Span
from missionwatch.model.report import Report
from missionwatch.model.when import When
from missionwatch.reading.fields import not_storable
from missionwatch.reading.given import Given
from missionwatch.reading.jsonl import Line, read_lines, report_of
from missionwatch.reading.read import unopened


class NamedMission(Protocol):
    """What is needed of a catalogue's mission."""

    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...


class MissionNames(Protocol):
    """What is needed of the catalogue: the one mission of a name, or None."""

    def find_mission(self, name: str) -> NamedMission | None: ...


@dataclass(frozen=True, slots=True)
class ReadClaims:
    """A report, the claims that stand in it, and those that were refused, with the reason for each."""

    report: Report
    claims: tuple[Claim, ...]
    refused: tuple[RefusedClaim, ...]


def read_claims(path: Path, catalogue: MissionNames) -> Iterator[ReadClaims | UnreadableReport]:
    """The reports of a file with their claims, a line each; what cannot be read is yielded, not raised."""
    try:
        with path.open("rb") as stream:
            for line in read_lines(stream, str(path), path.stem):
                yield line if isinstance(line, UnreadableReport) else _read_line(line, catalogue)
    except OSError as error:
        yield unopened(path, error)


def _read_line(line: Line, catalogue: MissionNames) -> ReadClaims | UnreadableReport:
    try:
        report = report_of(line, Given())
    except UnreadableReport as problem:
        return problem
    written = line.fields.get("claims")
    if not isinstance(written, list):
        return UnreadableReport(
            line.subject, "has no list 'claims'", 'Write "claims": [] where there are none'
        )
    claims: list[Claim] = []
    refused: list[RefusedClaim] = []
    for number, fields in enumerate(written, 1):
        try:
            claims.append(
                _ClaimFields(fields, f"{line.subject}, claim {number}").claim(report.text, catalogue)
            )
        except RefusedClaim as problem:
            refused.append(problem)
    return ReadClaims(report, tuple(claims), tuple(refused))


class _ClaimFields:
    """One claim as it was written; each method takes a field and refuses the claim in its name."""

    def __init__(self, fields: object, subject: str) -> None:
        if not isinstance(fields, Mapping):
            raise RefusedClaim(subject, "is no JSON object", 'Write {"mission": ..., "aspect": ..., ...}')
        self._fields: Mapping[str, object] = fields
        self._subject = subject

    def claim(self, text: str, catalogue: MissionNames) -> Claim:
        """The claim, every field of it checked against the closed lists and the report's text."""
        written = self._needed("mission")
        mission = catalogue.find_mission(written)
        mission_id = mission.id if mission else mission_id_of(written)
        if not any(character.isalnum() for character in written):
            raise self._refused(
                "mission", f"{_short(written)} holds no letter or digit", "Write the mission's usual name"
            )
        aspect = self._one_of("aspect", tuple(ASPECT_VALUES))
        claim = Claim(
            mission=mission.name if mission else written,
            mission_id=mission_id,
            aspect=aspect,
            value=self._one_of("value", ASPECT_VALUES[aspect]),
            passage=self._passage(text),
            modality=self._one_of("modality", MODALITIES),
            actor=self._string("actor"),
            count=self._count(),
            place=self._string("place"),
            when=self._when(),
            condition=self._string("condition"),
            causes=self._causes(),
            said_by=self._string("said_by"),
            evidence=self._evidence(text),
            rule=self._string("rule"),
        )
        needed = NEEDS.get(aspect)
        if needed and getattr(claim, needed) is None:
            raise self._refused(
                needed,
                f"is missing, and {aspect} says nothing without it",
                "Write it, or leave the claim out",
            )
        return claim

    def _refused(self, field: str, problem: str, advice: str | None = None) -> RefusedClaim:
        return RefusedClaim(f"{self._subject}, field '{field}'", problem, advice)

    def _string(self, field: str) -> str | None:
        value = self._fields.get(field)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            raise self._refused(
                field, f"{_short(value)} is no text", "Write words, or null where the report gives none"
            )
        if fault := not_storable(value):
            raise self._refused(field, fault, "Write plain characters")
        return value.strip()

    def _needed(self, field: str) -> str:
        value = self._string(field)
        if value is None:
            raise self._refused(field, "is missing")
        return value

    def _one_of(self, field: str, allowed: tuple[str, ...]) -> str:
        value = self._needed(field)
        if value not in allowed:
            raise self._refused(
                field, f"{_short(value)} is not in the list", f"Write one of: {', '.join(allowed)}"
            )
        return value

    def _count(self) -> int | None:
        value = self._fields.get("count")
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MOST_PEOPLE:
            raise self._refused("count", f"{_short(value)} is no number of people", "Write digits, or null")
        return value

    def _when(self) -> When | None:
        written = self._string("when")
        if written is None:
            return None
        try:
            return When.parse(written)
        except InvalidDate as error:
            raise self._refused("when", f"{_short(written)} {error.problem}", error.advice) from None

    def _causes(self) -> tuple[str, ...]:
        value = self._fields.get("causes")
        if value is None:
            return ()
        if not isinstance(value, list):
            raise self._refused("causes", "is no list", f"Write a list of: {', '.join(CAUSES)}")
        for cause in value:
            if cause not in CAUSES:
                raise self._refused(
                    "causes", f"{_short(cause)} is not in the list", f"Write some of: {', '.join(CAUSES)}"
                )
        return tuple(dict.fromkeys(value))

    def _passage(self, text: str) -> Passage:
        quote = self._fields.get("quote")
        if not isinstance(quote, str) or not quote.strip():
            raise self._refused("quote", "is missing", "Write the words of the report that say it")
        start, end = self._fields.get("start"), self._fields.get("end")
        if start is None and end is None:
            found = text.find(quote)
            if found < 0:
                raise self._refused(
                    "quote", f"{_short(quote)} does not stand in the text", "Copy the words exactly"
                )
            return Passage(found, found + len(quote), quote)
        passage = Passage(self._offset("start", start), self._offset("end", end), quote)
        if not passage.stands_in(text):
            raise self._refused(
                "quote",
                f"{_short(quote)} is not what the text says from {start} to {end}",
                "Copy the words exactly, and count characters of the text from 0, the end not included",
            )
        return passage

    def _offset(self, field: str, value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise self._refused(
                field, f"{_short(value)} is no whole number", "Give both start and end, or neither"
            )
        return value

    def _evidence(self, text: str) -> dict[str, Span]:
        value = self._fields.get("evidence")
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            raise self._refused("evidence", "is no JSON object", 'Write {"when": [start, end], ...}')
        return {field: self._evidence_span(field, ends, text) for field, ends in value.items()}

    def _evidence_span(self, field: str, ends: object, text: str) -> Span:
        name = f"evidence.{field}"
        if field not in EVIDENCE_FIELDS:
            raise self._refused(
                name, "is no field with words of its own", f"Those are: {', '.join(EVIDENCE_FIELDS)}"
            )
        if not isinstance(ends, list) or len(ends) != 2:
            raise self._refused(name, "is no pair of offsets", "Write [start, end]")
        span = Span(self._offset(name, ends[0]), self._offset(name, ends[1]))
        if not 0 <= span.start < span.end <= len(text):
            raise self._refused(name, f"{ends} lies outside the text of {len(text)} characters")
        return span


def _short(value: object) -> str:
    written = repr(value)
    return written if len(written) <= 80 else written[:77] + "..."
