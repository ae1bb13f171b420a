"""Every error that a user can meet.

MissionwatchError
├── UnreadableReport      one report could not be read; the others go on
├── InvalidDate           text that is no EDTF date
├── InvalidData           YAML or JSON of ours or of the user that is not as it should be
├── UnsupportedLanguage   a report is in a language that is not read yet, or the language's code is unknown
├── UnknownMission        no mission of the catalogue or the register has this name
├── UnknownItem           no claim, report, state or commitment has this id
├── RefusedClaim          a claim whose quote is not in the text (law 1)
└── RegisterError         the register cannot be opened, is locked, is not ours, or is damaged

Each carries its subject, says what is wrong, and what to do about it.
"""

from __future__ import annotations


class MissionwatchError(Exception):
    """What went wrong with which `subject` (file, line, field), and what to do (`advice`)."""

    def __init__(self, subject: str, problem: str, advice: str | None = None) -> None:
        super().__init__(subject, problem, advice)
        self.subject = subject
        self.problem = problem
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.subject}: {self.problem}" + (f". {self.advice}" if self.advice else "")


class UnreadableReport(MissionwatchError):
    """One report could not be read."""


class InvalidDate(MissionwatchError, ValueError):
    """Text that is no date in EDTF."""


class InvalidData(MissionwatchError):
    """A file of data is not as it should be."""


class UnsupportedLanguage(MissionwatchError):
    """The report is in a language that is not read yet, or nobody knows the language's code."""


class UnknownMission(MissionwatchError):
    """No mission has this name."""


class UnknownItem(MissionwatchError):
    """Nothing in the register has this id."""


class RefusedClaim(MissionwatchError):
    """A claim that the register does not take."""


class RegisterError(MissionwatchError):
    """The register cannot be used."""
