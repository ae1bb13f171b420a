"""What the register holds and says: evidence, states, disagreements, commitments, reviews and changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from missionwatch.model.claim import Claim
from missionwatch.model.when import When

COMMITMENT_STATES: Final = ("open", "slipped", "fulfilled", "withdrawn", "overdue")


@dataclass(frozen=True, slots=True)
class StoredReport:
    """What reconciling needs of a report held by the register; its text is only hashed for copies.

    `id` names the article and `version` its content. `copy_key` is equal for reports of identical text, spacing
    and agency line aside. `content` is equal for readings of the very same text, also with other dates.
    """

    id: str
    version: str
    source: str | None
    published: When | None
    modified: When | None
    fetched: date | None
    copy_key: str
    content: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """A person's decision on a claim, bound to the words: report, mission, aspect, value, actor and passage (rule 42).

    `fields` holds the corrected fields of a `correct`. `recorded` is an ISO time; the later recorded counts.
    """

    id: str
    decision: str
    report_id: str
    mission_id: str
    aspect: str
    value: str
    actor: str | None
    start: int
    end: int
    recorded: str
    fields: Mapping[str, object] = field(default_factory=dict, hash=False)
    reviewer: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim with what counts for it: its id, its report and the day from which it is known (None: unknown)."""

    id: str
    claim: Claim
    report: StoredReport


@dataclass(frozen=True, slots=True)
class State:
    """A slot's value over a stretch of valid time, as known on some day, with the claims for it and against it."""

    id: str
    mission_id: str
    mission: str
    aspect: str
    value: str
    actor: str | None
    count: int | None
    place: str | None
    valid: When | None
    known_from: date | None
    first_seen: date | None
    last_seen: date | None
    disputed: bool
    certain: bool
    claims: tuple[str, ...]
    against: tuple[str, ...] = ()
    closed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    value: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Claims of independent sources on one slot that cannot all hold, named for what it is."""

    id: str
    mission_id: str
    mission: str
    aspect: str
    kind: str
    sides: tuple[Side, ...]
    place: str | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One report's word on a promise: its modality, when it was published, who said it, the claim, its due date."""

    modality: str
    published: When | None
    said_by: str | None
    claim: str
    due: When | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """A planned, offered or considered change and what became of it, as of a day."""

    id: str
    mission_id: str
    mission: str
    aspect: str
    value: str
    actor: str | None
    count: int | None
    place: str | None
    due: When | None
    condition: str | None
    state: str
    fulfilled: When | None
    steps: tuple[Step, ...]
    outcome: tuple[str, ...] = ()
    last_word: date | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What the register now says that it did not say before, with the time at which it learnt it."""

    id: str
    recorded: str
    mission_id: str
    subject: str
    subject_id: str
    what: str
    before: str | None = None
    after: str | None = None
