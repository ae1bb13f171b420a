"""What differs between two predictions for the same gold: the kept one and the new one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from missionwatch.evaluation.agreeing import pairs
from missionwatch.evaluation.names import MissionNames
from missionwatch.evaluation.scoring import Compared, Evaluation
from missionwatch.evaluation.told import Told

GAINED: Final = "gained"
LOST: Final = "lost"
NEW_INVENTION: Final = "new invention"
GONE_INVENTION: Final = "invention gone"
KINDS: Final = (GAINED, LOST, NEW_INVENTION, GONE_INVENTION)


@dataclass(frozen=True, slots=True)
class Difference:
    """One claim that is right now and was not (gained), the other way (lost), or wrong and new or gone.

    `claim` is the predicted one with its words, of the prediction that has it.
    """

    report: str
    kind: str
    claim: Told


def differences(before: Evaluation, now: Evaluation, missions: MissionNames) -> tuple[Difference, ...]:
    """What was gained and lost, kind by kind; both evaluations are of the same gold."""
    found = [
        difference
        for old, new in zip(before.reports, now.reports, strict=True)
        for difference in _of_report(old, new, missions)
    ]
    return tuple(sorted(found, key=lambda difference: KINDS.index(difference.kind)))


def _of_report(old: Compared, new: Compared, missions: MissionNames) -> Iterator[Difference]:
    id = new.gold.id
    was, is_now = dict(old.pairs), dict(new.pairs)
    yield from (Difference(id, GAINED, new.predicted.claims[j]) for i, j in new.pairs if i not in was)
    yield from (Difference(id, LOST, old.predicted.claims[j]) for i, j in old.pairs if i not in is_now)
    kept = pairs(old.invented, new.invented, missions)
    kept_then, kept_now = {i for i, _ in kept}, {j for _, j in kept}
    yield from (Difference(id, NEW_INVENTION, c) for j, c in enumerate(new.invented) if j not in kept_now)
    yield from (Difference(id, GONE_INVENTION, c) for i, c in enumerate(old.invented) if i not in kept_then)
