"""What was promised and what became of it (rules 31 to 38)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from missionwatch.model.claim import Claim
from missionwatch.model.identity import content_id
from missionwatch.model.register import Commitment, Evidence, Step
from missionwatch.model.when import When
from missionwatch.reconciling.conflicts import CONTRADICTION, Conflict, conflict
from missionwatch.reconciling.due import SLIPPED, change_of, due_date, due_window, is_past
from missionwatch.reconciling.fulfilment import Deed
from missionwatch.reconciling.names import folded
from missionwatch.reconciling.promises import PromiseKey, moves_the_date
from missionwatch.reconciling.slots import RESTARTS
from missionwatch.reconciling.states import ASPECT_ORDER
from missionwatch.reconciling.stretches import unique
from missionwatch.reconciling.windows import Window, published

DecidesFor = Callable[[str, Claim], bool]
"""Whether a speaker decides for whoever promised: a parliament or minister for its nation (rule 35)."""


def nobody_else_decides(speaker: str, claim: Claim) -> bool:
    """For registers without a catalogue: only who promised can take it back."""
    return False


@dataclass(slots=True, eq=False)
class Promise:
    """One commitment while its steps are taken: the promises, the denials, and what fulfilled it."""

    key: PromiseKey
    said: list[Evidence] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    due: Window | None = None
    first_due: Window | None = None
    due_text: When | None = None
    count: int | None = None
    condition: str | None = None
    deed: Deed | None = None
    withdrawn_by: list[Evidence] = field(default_factory=list)
    denied_by: list[Evidence] = field(default_factory=list)

    @property
    def is_closed(self) -> bool:
        return self.deed is not None or bool(self.withdrawn_by)

    def is_told_late_by(self, evidence: Evidence) -> bool:
        """Whether a promise printed after the deed is this one: the deed, or the old due date, lies in its date."""
        due = due_window(evidence.claim)
        if self.deed is None or due is None:
            return False
        return self.deed.lies_within(due) or (self.due is not None and self.due.overlaps(due))

    def step(self, evidence: Evidence) -> None:
        """Takes one more promise: another count, condition or due date is a step of it."""
        claim = evidence.claim
        self.said.append(evidence)
        self.count = claim.count if claim.count is not None else self.count
        self.condition = claim.condition or self.condition
        due = due_window(claim)
        if due is None or (self.due is not None and due.contains(self.due) and due.hi == self.due.hi):
            return  # no date, or a wider one that agrees: the narrower is kept
        change = change_of(self.due, due)
        if change is not None:
            self.notes[evidence.id] = change
        self.due, self.due_text = due, due_date(claim)
        self.first_due = self.first_due or due

    def state(self, on: date | None) -> str:
        """As of a day: fulfilled, withdrawn, overdue, slipped, open, in this order (rule 38)."""
        if self.deed is not None:
            return "fulfilled"
        if self.withdrawn_by:
            return "withdrawn"
        if any(e.claim.modality == "planned" for e in self.said):
            if on is not None and is_past(self.due, on):
                return "overdue"
            if change_of(self.first_due, self.due) == SLIPPED:
                return "slipped"
        return "open"


def follow(
    key: PromiseKey,
    promises: Sequence[Evidence],
    denials: Sequence[Evidence],
    deeds: Sequence[Deed],
    decides_for: DecidesFor,
) -> list[Promise]:
    """The commitments of one key, from what counts on a day, in the order in which it was published.

    While one is open another promise is a step of it; after it was fulfilled or withdrawn a new one opens. A promise
    printed after the deed that it speaks of is still a step of the fulfilled one.
    """
    found: list[Promise] = []
    current: Promise | None = None
    acts = sorted(deeds, key=lambda d: d.order)
    for e in sorted((*promises, *denials), key=lambda e: _taken(e, promises)):
        if current is not None and not current.is_closed:
            _fulfil(current, [d for d in acts if d.is_told_before(e)])
        if e.claim.modality == "denied":
            if current is not None and not current.is_closed:
                _deny(current, e, decides_for)
        elif current is not None and current.is_told_late_by(e):
            current.said.append(e)
        else:
            if current is None or current.is_closed:
                current = Promise(key)
                found.append(current)
            current.step(e)
    if current is not None and not current.is_closed:
        _fulfil(current, acts)
    return found


def _fulfil(promise: Promise, deeds: Iterable[Deed]) -> None:
    promise.deed = next((d for d in deeds if d.fulfils(promise.said, promise.due, promise.count)), None)


def _deny(promise: Promise, denial: Evidence, decides_for: DecidesFor) -> None:
    """A denial in the report's own voice, by who promised or by who decides, withdraws; another's does not."""
    if moves_the_date(denial, promise.said) or _denies_another_date(denial, promise):
        return
    if _says_not_yet(denial, promise):
        return
    later = [p for p in promise.said if _is_after(denial, p)]
    if later and _may_withdraw(promise, denial, decides_for):
        promise.withdrawn_by.append(denial)
    else:
        promise.denied_by.append(denial)


def _is_after(denial: Evidence, promise: Evidence) -> bool:
    """Within one report a denial counts after the promise (rule 36); else publication decides."""
    if denial.report.version == promise.report.version:
        return True
    said, before = published(denial.report), published(promise.report)
    return said is not None and (before is None or before.is_before(said))


def _says_not_yet(denial: Evidence, promise: Promise) -> bool:
    """ "Not yet resumed" sees the stop go on and leaves the promise as it is (rule 23)."""
    if denial.claim.value not in RESTARTS:
        return False
    return all(p.report.version != denial.report.version for p in promise.said) and not _is_of_the_future(
        denial
    )


def _is_of_the_future(denial: Evidence) -> bool:
    due, said = due_window(denial.claim), published(denial.report)
    return due is not None and said is not None and due.hi > said.hi


def _denies_another_date(denial: Evidence, promise: Promise) -> bool:
    denied = due_window(denial.claim)
    return denied is not None and promise.due is not None and not denied.overlaps(promise.due)


def _may_withdraw(promise: Promise, denial: Evidence, decides_for: DecidesFor) -> bool:
    speaker = denial.claim.said_by
    if not speaker or decides_for(speaker, promise.said[-1].claim):
        return True
    names = {folded(name) for p in promise.said for name in (p.claim.said_by, p.claim.actor) if name}
    if folded(speaker) in names:
        return True
    # An offer that its own report says was turned down is withdrawn; the steps say by whom.
    return any(
        p.claim.modality == "offered" and p.report.version == denial.report.version for p in promise.said
    )


def contradicted(promise: Promise) -> Conflict | None:
    """Somebody else's denial stands against an open promise (rule 35)."""
    value = promise.key.value
    if not promise.denied_by:
        return None
    return conflict(CONTRADICTION, f"{value} promised", promise.said, f"not {value}", promise.denied_by)


def as_printed(promise: Promise, names: Mapping[str, str], on: date | None) -> Commitment:
    """A commitment as of a day, with its steps in the order of publication and the claims of its outcome."""
    first = promise.said[0]
    deed = promise.deed
    acts = deed.evidence if deed is not None else ()
    steps = [*promise.said, *promise.withdrawn_by, *promise.denied_by, *acts]
    said = [window.hi for e in steps if (window := published(e.report))]
    return Commitment(
        id=content_id("commitment", *_parts(promise.key), first.id),
        mission_id=promise.key.mission_id,
        mission=names[promise.key.mission_id],
        aspect=promise.key.aspect,
        value=promise.key.value,
        actor=next((e.claim.actor for e in promise.said if e.claim.actor), None),
        count=promise.count,
        place=first.claim.place,
        due=promise.due_text,
        condition=promise.condition,
        state=promise.state(on),
        fulfilled=deed.done if deed is not None else None,
        steps=tuple(_step(e, promise.notes.get(e.id)) for e in steps),
        outcome=tuple(e.id for e in unique([*promise.withdrawn_by, *acts])),
        last_word=max(said, default=None),
    )


def in_print_order(found: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """Commitments by mission, aspect, place, due date, value and id."""
    return tuple(sorted(found, key=_printed))


def _step(evidence: Evidence, note: str | None) -> Step:
    claim = evidence.claim
    due = due_date(claim) if claim.modality not in ("actual", "denied") else None
    return Step(claim.modality, evidence.report.published, claim.said_by, evidence.id, due, note)


def _taken(evidence: Evidence, promises: Sequence[Evidence]) -> tuple[object, ...]:
    """Undated reports first, as they are later than nothing; of one day promises first, the later due date last."""
    said = published(evidence.report)
    due = due_window(evidence.claim)
    return (
        said is not None,
        (said.hi, said.lo) if said else (date.min, date.min),
        evidence.claim.modality == "denied",
        (due.hi, due.lo) if due else (date.min, date.min),
        evidence.id,
    )


def _parts(key: PromiseKey) -> tuple[str, ...]:
    return key.mission_id, key.aspect, key.value, key.actor, key.place


def _printed(found: Commitment) -> tuple[object, ...]:
    due = found.due.sort_key if found.due else (date.max, date.max, "")
    return (
        found.mission, ASPECT_ORDER.get(found.aspect, len(ASPECT_ORDER)), found.place or "", due, found.value,
        found.actor or "", found.id,
    )  # fmt: skip


def by_key(
    evidence: Iterable[Evidence], key: Callable[[Claim], PromiseKey]
) -> dict[PromiseKey, list[Evidence]]:
    """Claims by the commitment that they speak of."""
    grouped: dict[PromiseKey, list[Evidence]] = defaultdict(list)
    for e in evidence:
        grouped[key(e.claim)].append(e)
    return grouped
