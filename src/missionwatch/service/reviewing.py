"""A person's decisions: reviews of claims, and retractions of reports. Rows are added, never overwritten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from missionwatch.errors import InvalidData, InvalidDate, UnknownItem
from missionwatch.model.claim import ASPECT_VALUES, CAUSES, MODALITIES, MOST_PEOPLE, NEEDS, Claim
from missionwatch.model.identity import content_id, mission_id_of
from missionwatch.model.register import Review
from missionwatch.model.when import When
from missionwatch.reading.fields import not_storable
from missionwatch.service.clock import Clock, utc_now
from missionwatch.service.deriving import refresh, turning_between
from missionwatch.store.held import HeldClaim, HeldReport
from missionwatch.store.port import Register, View

DECISIONS: Final = ("accept", "reject", "correct")
FIELDS: Final = (
    "mission", "aspect", "value", "actor", "count", "place", "modality", "when", "condition", "causes",
    "said_by",
)  # fmt: skip
_MOST_DIGITS: Final = len(str(MOST_PEOPLE))
_NEVER_EMPTY: Final = ("mission", "aspect", "value", "modality")


def review(
    register: Register,
    claim_id: str,
    decision: str,
    corrections: Sequence[str] = (),
    *,
    reviewer: str | None = None,
    note: str | None = None,
    clock: Clock = utc_now,
) -> Review:
    """Record a decision on a claim; `corrections` are FIELD=VALUE, an empty value for none.

    Raises UnknownItem where the register has no such claim, InvalidData where a field or value is none.
    """
    if decision not in DECISIONS:
        raise InvalidData(decision, "is no decision", f"Write one of: {', '.join(DECISIONS)}")
    if bool(corrections) != (decision == "correct"):
        raise InvalidData(decision, *_wants_fields(decision))
    _check_storable("the reviewer", reviewer)
    _check_storable("the note", note)
    with register.writing() as writer:
        held, report = claim_of(writer, claim_id)
        fields = corrected(held.claim, corrections)
        made = _review(held.claim, report, decision, fields, reviewer, note, clock())
        writer.add_review(made, claim_id)
        writer.mark_stale(writer.missions_touched_by(report.key))
    refresh(register, clock)
    return made


def _wants_fields(decision: str) -> tuple[str, str]:
    if decision == "correct":
        return "says nothing of what is to be corrected", "Write FIELD=VALUE, as in: correct count=300"
    return "takes no fields", "To change a field: review CLAIM_ID correct FIELD=VALUE"


def _review(
    claim: Claim,
    report: HeldReport,
    decision: str,
    fields: Mapping[str, object],
    reviewer: str | None,
    note: str | None,
    recorded: str,
) -> Review:
    passage = claim.passage
    made = Review(
        "", decision, report.id, claim.mission_id, claim.aspect, claim.value, claim.actor, passage.start,
        passage.end, recorded, fields, reviewer, note,
    )  # fmt: skip
    return replace(made, id=review_id(made))


def review_id(review: Review) -> str:
    """The id that follows from what the review says."""
    return content_id(
        "review", review.decision, review.report_id, review.mission_id, review.aspect, review.value,
        review.actor, review.start, review.end, review.recorded, sorted(review.fields.items()),
        review.reviewer, review.note,
    )  # fmt: skip


def claim_of(view: View, claim_id: str) -> tuple[HeldClaim, HeldReport]:
    """The claim with this id and its report. Raises UnknownItem."""
    for held in view.claims_with_id(claim_id):
        report = view.report(held.report)
        if report is not None:
            return held, report
    raise UnknownItem(claim_id, "the register has no claim with this id", "See `missionwatch claims`")


def corrected(claim: Claim, corrections: Sequence[str]) -> dict[str, object]:
    """The corrected fields as they are kept: JSON values, dates as EDTF text, checked against the lists."""
    fields: dict[str, object] = {}
    for written in corrections:
        name, equals, value = written.partition("=")
        name = name.strip()
        if not equals or name not in FIELDS:
            raise InvalidData(written, "is no FIELD=VALUE of a claim", f"The fields are: {', '.join(FIELDS)}")
        fields[name] = _value(name, value.strip())
    if "mission" in fields:
        fields["mission_id"], fields["mission"] = _mission(str(fields["mission"]))
    aspect, value = str(fields.get("aspect", claim.aspect)), str(fields.get("value", claim.value))
    _one_of("aspect", aspect, tuple(ASPECT_VALUES))
    _one_of("value", value, ASPECT_VALUES[aspect])
    needed = NEEDS.get(aspect)
    if needed and fields.get(needed, getattr(claim, needed)) is None:
        raise InvalidData(f"{needed}=", f"{aspect} says nothing without it", f"Write {needed}=... as well")
    return fields


def _value(name: str, written: str) -> object:
    _check_storable(f"{name}=", written)
    if not written:
        if name in _NEVER_EMPTY:
            raise InvalidData(f"{name}=", "this field is never empty", "To leave the claim out: reject")
        return [] if name == "causes" else None
    if name == "count":
        if (
            not written.isascii()
            or not written.isdigit()
            or len(written) > _MOST_DIGITS
            or int(written) > MOST_PEOPLE
        ):
            raise InvalidData(
                f"count={written}", "is no number of people", "Write digits only, as in count=300"
            )
        return int(written)
    if name == "when":
        try:
            return str(When.parse(written))
        except InvalidDate as error:
            raise InvalidData(f"when={written}", error.problem, error.advice) from None
    if name == "modality":
        return _one_of(name, written, MODALITIES)
    if name == "causes":
        return sorted(_one_of(name, cause.strip(), CAUSES) for cause in written.split(","))
    return written


def _check_storable(field: str, written: str | None) -> None:
    if fault := not_storable(written or ""):
        raise InvalidData(field, fault, "Write it in plain characters")


def _one_of(name: str, written: str, allowed: tuple[str, ...]) -> str:
    if written not in allowed:
        raise InvalidData(f"{name}={written}", "is not in the list", f"Write one of: {', '.join(allowed)}")
    return written


def _mission(name: str) -> tuple[str, str]:
    from missionwatch.catalogue.load import load_catalogue

    found = load_catalogue().find_mission(name)
    return (found.id, found.name) if found else (mission_id_of(name), name)


def retract(register: Register, report_id: str, *, undo: bool = False, clock: Clock = utc_now) -> int:
    """Take a report out of the register, all its versions, or put it back; gives how many rows changed.

    The text stays, so that it can be put back. Raises UnknownItem where there is no such report.
    """
    with register.writing() as writer:
        before = writer.newest_day()
        keys = [report.key for report in writer.reports(id=report_id)]
        # Looked up while the report stands: it can matter as a copy or as a version.
        if undo:
            changed = writer.set_retracted(report_id, None)
        touched = {mission for key in keys for mission in writer.missions_touched_by(key)}
        if not undo:
            changed = writer.set_retracted(report_id, clock())
        writer.mark_stale(touched)
        writer.mark_stale(turning_between(writer, before, writer.newest_day()))
    refresh(register, clock)
    return changed
