"""What the caller says about the reports: used where a report does not say it itself."""

from __future__ import annotations

from dataclasses import dataclass

from missionwatch.model.when import When


@dataclass(frozen=True, slots=True)
class Given:
    """Publication date, language and source for reports that do not state their own."""

    published: When | None = None
    language: str | None = None
    source: str | None = None
