"""Law 2: reports and reviews are the record, the rest is derived: making that anew, and checking it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from missionwatch.errors import MissionwatchError, RegisterError, UnreadableReport
from missionwatch.model.report import Report
from missionwatch.service.clock import Clock, utc_now
from missionwatch.service.deriving import derived, renew
from missionwatch.service.extracting import extracted
from missionwatch.service.reading import by_us, keep_claims
from missionwatch.service.words import fault_in
from missionwatch.store.held import OURS, HeldClaim, HeldReport
from missionwatch.store.port import Register, View

if TYPE_CHECKING:
    from missionwatch.catalogue.catalogue import Catalogue

Step = Callable[[str], None]
_REBUILD: Final = "Run `missionwatch rebuild`"
_RESTORE: Final = "The record itself was changed: restore a copy of the register"


def _no_step(_: str) -> None:
    return


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild did: reports extracted anew, missions put right, and what went wrong."""

    reports: int
    missions: int
    changes: int
    problems: tuple[MissionwatchError, ...]


def rebuild(
    register: Register, catalogue: Catalogue, *, clock: Clock = utc_now, step: Step = _no_step
) -> Rebuilt:
    """Extract all reports anew, except those that only have given claims, and derive everything from that."""
    from missionwatch.claiming.extract import EXTRACTOR_VERSION

    problems: list[MissionwatchError] = []
    ours = _read_by_us(register)
    run: int | None = None
    for held, report in ours:
        step(held.label)
        made = extracted(report, catalogue)
        if isinstance(made, UnreadableReport):
            problems.append(made)
            continue
        problems.extend(made.refused)
        with register.writing() as writer:
            recorded = clock()
            number = run or writer.add_run(OURS, EXTRACTOR_VERSION, recorded)
            keep_claims(writer, held, by_us(made, EXTRACTOR_VERSION), number, recorded, anew=True)
        run = number
    with register.reading() as view:
        missions = {m.id for m in view.missions()} | {row.mission_id for row in view.current()}
        missions.update(view.stale())
    changes = 0
    for mission_id in sorted(missions):
        step(mission_id)
        with register.writing() as writer:
            changes += len(renew(writer, mission_id, clock()))
    return Rebuilt(len(ours), len(missions), changes, tuple(problems))


def _read_by_us(register: Register) -> list[tuple[HeldReport, Report]]:
    with register.reading() as view:
        keys = {reading.report for reading in view.readings() if reading.maker == OURS}
        return [(r, r.with_text(view.text(r.key))) for r in view.reports() if r.key in keys]


def check(view: View, catalogue: Catalogue, step: Step = _no_step) -> Iterator[RegisterError]:
    """Everything in the register that is not as the record makes it; nothing is changed."""
    from missionwatch.claiming.extract import EXTRACTOR_VERSION

    damage = view.damage()
    if damage:
        yield from (RegisterError("the file", f"is damaged: {line}", _RESTORE) for line in damage)
        return
    ours = {r.report: r.extractor_version for r in view.readings() if r.maker == OURS}
    for held in view.reports():
        step(held.label)
        text = view.text(held.key)
        yield from _wrong_in_report(held, held.with_text(text))
        claims = view.claims_in(held.key)
        yield from _wrong_in_claims(held, claims, text)
        if ours.get(held.key) == EXTRACTOR_VERSION:
            yield from _otherwise_extracted(held, text, claims, catalogue)
        elif held.key in ours:
            yield RegisterError(
                f"report {held.id}", f"was extracted by another version, {ours[held.key]}", _REBUILD
            )
    yield from _wrong_in_reviews(view)
    yield from _otherwise_derived(view, step)


def _wrong_in_report(held: HeldReport, report: Report) -> Iterator[RegisterError]:
    from missionwatch.reconciling.register import copy_key

    if report.version != held.version or report.id != held.id:
        yield RegisterError(f"report {held.id}", "its text or source is not what was read", _RESTORE)
    elif copy_key(report.text) != held.copy_key:
        yield RegisterError(f"report {held.id}", "its mark for copies is wrong", _RESTORE)


def _wrong_in_claims(held: HeldReport, claims: tuple[HeldClaim, ...], text: str) -> Iterator[RegisterError]:
    for claim in claims:
        advice = _REBUILD if claim.maker == OURS else _RESTORE
        if claim.claim.id_in(held.version) != claim.id:
            yield RegisterError(f"claim {claim.id}", "its fields are not those that it was kept with", advice)
        elif fault := fault_in(claim.claim, text):
            yield RegisterError(f"claim {claim.id}", fault, advice)


def _otherwise_extracted(
    held: HeldReport, text: str, claims: tuple[HeldClaim, ...], catalogue: Catalogue
) -> Iterator[RegisterError]:
    made = extracted(held.with_text(text), catalogue)
    if isinstance(made, UnreadableReport):
        yield RegisterError(f"report {held.id}", made.problem, made.advice)
        return
    there = {claim.id: claim.claim for claim in claims if claim.maker == OURS and not claim.dropped}
    found = {claim.id_in(held.version): claim for claim in made.claims}
    for claim_id in sorted(there.keys() | found.keys()):
        if claim_id not in found:
            yield RegisterError(f"claim {claim_id}", f"extraction does not find it in {held.id}", _REBUILD)
        elif claim_id not in there:
            yield RegisterError(f"claim {claim_id}", f"is missing: {held.id} says it", _REBUILD)
        elif there[claim_id] != found[claim_id]:
            yield RegisterError(f"claim {claim_id}", "is not as extraction makes it", _REBUILD)


def _wrong_in_reviews(view: View) -> Iterator[RegisterError]:
    from missionwatch.service.reviewing import review_id

    for review in view.reviews():
        if review_id(review) != review.id:
            yield RegisterError(f"review {review.id}", "is not as it was recorded", _RESTORE)


def _otherwise_derived(view: View, step: Step) -> Iterator[RegisterError]:
    stored: dict[str, dict[tuple[str, str], object]] = {}
    for row in view.current():
        stored.setdefault(row.mission_id, {})[row.subject, row.id] = row
    stale = view.stale()
    for mission_id in sorted({m.id for m in view.missions()} | stored.keys()):
        step(mission_id)
        if mission_id in stale:
            yield RegisterError(f"mission {mission_id}", "a reading was cut off before its end", _REBUILD)
            continue
        there = stored.get(mission_id, {})
        right = {(row.subject, row.id): row for row in derived(view, mission_id)}
        for key in sorted(there.keys() | right.keys()):
            if there.get(key) != right.get(key):
                what = (
                    "is missing"
                    if key not in there
                    else "follows from nothing"
                    if key not in right
                    else "differs"
                )
                yield RegisterError(f"{key[0]} {key[1]} of {mission_id}", what, _REBUILD)
