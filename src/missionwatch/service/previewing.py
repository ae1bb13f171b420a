"""What extracting all reports anew would change, before it is done: `rebuild --dry-run`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from missionwatch.errors import UnreadableReport
from missionwatch.model.claim import Claim
from missionwatch.model.register import Review
from missionwatch.reconciling.reviews import binds
from missionwatch.service.extracting import extracted
from missionwatch.store.held import OURS, HeldReport
from missionwatch.store.port import View

if TYPE_CHECKING:
    from missionwatch.catalogue.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim that is gained or lost, or whose fields change: `was` and `now` (None where there is none).

    `reviews` are those that bind to what is lost and to nothing that is found: they would stand alone.
    """

    report: HeldReport
    was: Claim | None
    now: Claim | None
    reviews: tuple[Review, ...] = ()

    @property
    def what(self) -> str:
        return "gained" if self.was is None else "lost" if self.now is None else "changed"


def preview(
    view: View, catalogue: Catalogue, step: Callable[[str], None] = lambda _: None
) -> Iterator[Difference | UnreadableReport]:
    """How the claims of our own extraction would change, report by report in the order of publication; a report
    that cannot be read any more comes as the error. Nothing is changed."""
    ours = {reading.report for reading in view.readings() if reading.maker == OURS}
    for held in view.reports():
        if held.key not in ours:
            continue
        step(held.label)
        made = extracted(held.with_text(view.text(held.key)), catalogue)
        if isinstance(made, UnreadableReport):
            yield made
            continue
        standing = (c for c in view.claims_in(held.key) if c.maker == OURS and not c.dropped)
        before = {claim.id: claim.claim for claim in standing}
        after = {claim.id_in(held.version): claim for claim in made.claims}
        yield from _differences(held, before, after, view.reviews(report_id=held.id))


def _differences(
    held: HeldReport, before: Mapping[str, Claim], after: Mapping[str, Claim], reviews: Sequence[Review]
) -> Iterator[Difference]:
    gained = [claim for id, claim in after.items() if id not in before]
    for id, was in before.items():
        if id in after:
            continue
        now = next((claim for claim in gained if _says_of_the_same(was, claim)), None)
        if now is not None:
            gained.remove(now)
        yield Difference(held, was, now, tuple(_left_alone(was, held, after.values(), reviews)))
    yield from (Difference(held, None, claim) for claim in gained)


def _says_of_the_same(was: Claim, now: Claim) -> bool:
    same = (was.mission_id, was.aspect, was.value) == (now.mission_id, now.aspect, now.value)
    return same and was.passage.span.overlaps(now.passage.span)


def _left_alone(
    was: Claim, held: HeldReport, found: Collection[Claim], reviews: Sequence[Review]
) -> Iterator[Review]:
    for review in reviews:
        if binds(review, held.id, was) and not any(binds(review, held.id, claim) for claim in found):
            yield review
