"""A claim: one thing that one report says about one mission, and the closed lists that its fields take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from missionwatch.model.identity import content_id
from missionwatch.model.passage import Passage, Span
from missionwatch.model.when import When

ASPECT_VALUES: Final[Mapping[str, tuple[str, ...]]] = {
    "activity": ("established", "active", "reduced", "suspended", "resumed", "expanded", "ended"),
    "lead": ("lead",),
    "commander": ("command",),
    "strength": ("personnel",),
    "contribution": ("provides", "increases", "reduces", "suspends", "withdraws", "resumes"),
    "presence": ("present",),
    "task": (
        "training", "advising", "capacity-building", "peacekeeping", "monitoring", "protection",
        "counter-terrorism", "deterrence", "air-policing", "maritime-security", "stabilisation",
        "health-support", "evacuation", "combat", "policing", "other",
    ),
    "mandate": ("approves", "extends", "requests", "ends", "rejects"),
    "incident": ("attack", "accident", "death", "protest"),
    "measure": ("health", "force-protection"),
}  # fmt: skip
"""Each aspect and the values that it takes, in the order in which tables show them."""

MODALITIES: Final = ("actual", "planned", "offered", "considered", "denied")
CAUSES: Final = (
    "pandemic", "attack", "security", "politics", "request", "handover", "elections", "weather", "cost",
    "accident", "other",
)  # fmt: skip
NEEDS: Final[Mapping[str, str]] = {
    "lead": "actor",
    "commander": "actor",
    "contribution": "actor",
    "mandate": "actor",
    "presence": "place",
    "strength": "count",
}
"""The field without which a claim of that aspect says nothing."""

MOST_PEOPLE: Final = 1_000_000_000
"""No `count` is greater: what is, is no number of people."""
EVIDENCE_FIELDS: Final = (
    "mission", "actor", "count", "place", "modality", "when", "condition", "causes", "said_by",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """What a report says about one mission, with the passage it stands in.

    `mission` is the usual full name; `mission_id` its id in the catalogue, or a slug of the name where the
    catalogue does not hold it. `evidence` gives, for each field that has words of its own, where they stand.
    `rule` names the frame that made the claim, for the maker's eyes only. `confidence` is the probability that a
    careful reader would note the claim too, from 0 to 1; it belongs to the extraction and not to what is said, so
    that claims compare and are named without it.
    """

    mission: str
    mission_id: str
    aspect: str
    value: str
    passage: Passage
    modality: str = "actual"
    actor: str | None = None
    count: int | None = None
    place: str | None = None
    when: When | None = None
    condition: str | None = None
    causes: tuple[str, ...] = ()
    said_by: str | None = None
    evidence: Mapping[str, Span] = field(default_factory=dict, hash=False)
    rule: str | None = None
    confidence: float | None = field(default=None, compare=False)

    def id_in(self, report_version: str) -> str:
        """The claim's id: derived from its report, its words and its fields, not from who made it."""
        return content_id(
            "claim", report_version, self.passage.start, self.passage.end, self.mission_id, self.aspect, self.value,
            self.modality, self.actor, self.count, self.place, str(self.when) if self.when else None,
            self.condition, sorted(self.causes), self.said_by,
        )  # fmt: skip
