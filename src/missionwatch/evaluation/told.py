"""Claims as files tell them: the reference (gold) and what an extractor made, a report per line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from missionwatch.errors import InvalidData, UnreadableReport
from missionwatch.model.claim import ASPECT_VALUES, CAUSES, MODALITIES
from missionwatch.reading.jsonl import Line, read_lines
from missionwatch.reading.read import unopened

_ADVICE: Final = 'Write a report per line: {"id": ..., "claims": [...]}'


@dataclass(frozen=True, slots=True)
class Told:
    """One claim, by the fields in which claims are compared. A date is its EDTF text."""

    mission: str
    aspect: str
    value: str
    actor: str | None = None
    count: int | None = None
    place: str | None = None
    modality: str | None = None
    when: str | None = None
    condition: str | None = None
    causes: frozenset[str] = frozenset()
    said_by: str | None = None
    quote: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class ToldReport:
    """What is told of one report. `language` and `machine_translated` are None where the file does not say it."""

    id: str
    claims: tuple[Told, ...] = ()
    language: str | None = None
    machine_translated: bool | None = None


def told_reports(path: Path, *, gold: bool = False) -> dict[str, ToldReport]:
    """The reports of a file by id; of two lines with one id the later counts.

    Raises InvalidData that names file and line. Gold is held against the closed lists of the claim scheme; what an
    extractor made may be as wrong as it likes.
    """
    found = (_report(line, gold=gold) for line in _lines(path))
    return {report.id: report for report in found}


def told(fields: Mapping[str, Any], subject: str = "claim", *, gold: bool = False) -> Told:
    """A claim from its JSON fields. Raises InvalidData."""
    return _Fields(fields, subject).claim(gold=gold)


def _lines(path: Path) -> Iterator[Line]:
    try:
        with path.open("rb") as stream:
            for line in read_lines(stream, str(path), path.stem):
                if isinstance(line, UnreadableReport):
                    raise InvalidData(line.subject, line.problem, _ADVICE)
                yield line
    except OSError as error:
        problem = unopened(path, error)
        raise InvalidData(problem.subject, problem.problem, problem.advice) from None


def _report(line: Line, *, gold: bool) -> ToldReport:
    id, claims = line.fields.get("id"), line.fields.get("claims")
    if not isinstance(id, str | int) or id == "":
        raise InvalidData(line.subject, "has no 'id'", _ADVICE)
    if not isinstance(claims, list) or not all(isinstance(claim, dict) for claim in claims):
        raise InvalidData(f"{line.subject}, report {id}", "has no list 'claims' of JSON objects", _ADVICE)
    where = f"{line.subject}, report {id}, claim "
    language, translated = line.fields.get("language"), line.fields.get("machine_translated")
    return ToldReport(
        str(id),
        tuple(told(claim, f"{where}{number}", gold=gold) for number, claim in enumerate(claims, 1)),
        language if isinstance(language, str) else None,
        translated if isinstance(translated, bool) else None,
    )


class _Fields:
    """Takes the fields of one claim and complains in its name."""

    def __init__(self, fields: Mapping[str, Any], subject: str) -> None:
        self._fields = fields
        self._subject = subject

    def claim(self, *, gold: bool) -> Told:
        made = Told(
            mission=self._text("mission") or "", aspect=self._text("aspect") or "",
            value=self._text("value") or "", actor=self._text("actor"), count=self._number("count"),
            place=self._text("place"), modality=self._text("modality"), when=self._text("when"),
            condition=self._text("condition"), causes=self._causes(), said_by=self._text("said_by"),
            quote=self._text("quote"), confidence=self._share("confidence"),
        )  # fmt: skip
        if gold:
            self._check(made)
        return made

    def _check(self, claim: Told) -> None:
        if not claim.mission:
            raise self._fault("mission", "is missing", "Write the mission's usual name")
        self._listed("aspect", claim.aspect, tuple(ASPECT_VALUES))
        self._listed("value", claim.value, ASPECT_VALUES[claim.aspect])
        self._listed("modality", claim.modality, MODALITIES)
        for cause in sorted(claim.causes):
            self._listed("causes", cause, CAUSES)

    def _listed(self, name: str, value: str | None, allowed: tuple[str, ...]) -> None:
        if value not in allowed:
            raise self._fault(name, f"{value!r} is not in the list", f"Write one of: {', '.join(allowed)}")

    def _text(self, name: str) -> str | None:
        value = self._fields.get(name)
        if value is not None and not isinstance(value, str):
            raise self._fault(name, f"{value!r} is no text", "Write words, or null")
        return value

    def _number(self, name: str) -> int | None:
        value = self._fields.get(name)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            raise self._fault(name, f"{value!r} is no whole number", "Write digits, or null")
        return value

    def _share(self, name: str) -> float | None:
        value = self._fields.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise self._fault(name, f"{value!r} is no number from 0 to 1", "Write a share, or leave it out")
        return float(value)

    def _causes(self) -> frozenset[str]:
        value = self._fields.get("causes") or []
        if not isinstance(value, list) or not all(isinstance(cause, str) for cause in value):
            raise self._fault("causes", "is no list of words", f"Write a list of: {', '.join(CAUSES)}")
        return frozenset(value)

    def _fault(self, name: str, problem: str, advice: str) -> InvalidData:
        return InvalidData(f"{self._subject}, field '{name}'", problem, advice)
