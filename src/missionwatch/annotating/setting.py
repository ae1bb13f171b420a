"""What relative words count from: the publication date, the tense around them, the date that the text named last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from missionwatch.annotating.calendar_values import Value
from missionwatch.model.when import When

NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class Setting:
    """Where in the text, and of which text, a date stands.

    `before` is the date that the text named last, `period` the quarter. `thread` is set in a narrative, a text whose
    dates run through the past: the date that it has come to, from which one without a year counts; in news that counts
    from the publication date.
    """

    published: When | None
    tense: str
    before: Value | None
    language: str
    thread: Value | None = None
    period: Value | None = None

    @property
    def day(self) -> date | None:
        """The publication day, where it is known to the day."""
        p = self.published
        return p.earliest if p and p.earliest is not None and p.earliest == p.latest else None

    @property
    def bounds(self) -> tuple[date, date] | None:
        p = self.published
        return (p.earliest, p.latest) if p and p.earliest and p.latest else None

    @property
    def coarse(self) -> Value | None:
        """The publication date itself, for relative words that it is too coarse for."""
        return Value.point(str(self.published)) if self.published and self.bounds else None

    @property
    def year(self) -> int | None:
        """The year of publication, where only one is possible."""
        both = self.bounds
        return both[0].year if both and both[0].year == both[1].year else None
