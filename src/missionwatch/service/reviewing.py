"""A person's decisions: reviews of claims, and retractions of reports. Rows are added, never overwritten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from missionwatch.errors import InvalidData, InvalidDate, UnknownItem
from missionwatch.model.claim import ASPECT_VALUES, CAUSES, MODALITIES, MOST_PEOPLE, NEEDS, Claim
from missionwatch.model.identity import content_id, mission_id_of
from missionwatch.model.passage import Passage
from missionwatch.model.register import Review
from missionwatch.model.when import When
from missionwatch.reading.fields import not_storable
from missionwatch.reconciling.reviews import corrected as as_corrected
from missionwatch.service.clock import Clock, utc_now
from missionwatch.service.deriving import refresh, turning_between
from missionwatch.service.knowing import added_by_people
from missionwatch.store.held import HeldReport
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
        raise InvalidData(decision, "is no decision on a claim", f"Write one of: {', '.join(DECISIONS)}")
    if bool(corrections) != (decision == "correct"):
        raise InvalidData(decision, *_wants_fields(decision))
    _check_storable("the reviewer", reviewer)
    _check_storable("the note", note)
    with register.writing() as writer:
        claim, report = claim_of(writer, claim_id)
        fields = corrected(claim, corrections)
        made = _review(claim, report, decision, fields, reviewer, note, clock())
        writer.add_review(made, claim_id)
        writer.mark_stale(writer.missions_touched_by(report.key))
    refresh(register, clock)
    return made


def add(
    register: Register,
    report_id: str,
    words: str,
    fields: Sequence[str],
    *,
    reviewer: str | None = None,
    note: str | None = None,
    clock: Clock = utc_now,
) -> Review:
    """Record a claim that extraction missed: `words` of the report say it, `fields` are FIELD=VALUE, mission, aspect
    and value among them.

    Raises UnknownItem where there is no such report or its newest version does not hold the words exactly once,
    InvalidData where a field or value is none or one is missing.
    """
    _check_storable("the reviewer", reviewer)
    _check_storable("the note", note)
    with register.writing() as writer:
        report = _newest(writer, report_id)
        passage = _passage(writer.text(report.key), words, report_id)
        claim, kept = _told(passage, fields)
        kept |= {"quote": passage.quote, "version": report.version}
        made = _review(claim, report, "add", kept, reviewer, note, clock())
        writer.add_review(made, claim.id_in(report.key))
        writer.mark_stale({claim.mission_id, *writer.missions_touched_by(report.key)})
    refresh(register, clock)
    return made


def _newest(view: View, report_id: str) -> HeldReport:
    found = [report for report in view.reports(retracted=False) if report_id in (report.id, report.label)]
    if not found:
        raise UnknownItem(report_id, "the register holds no such report", "See `missionwatch reports`")
    return found[-1]


def _passage(text: str, words: str, report_id: str) -> Passage:
    places = text.count(words) if words.strip() else 0
    if places != 1:
        often = "do not stand" if places == 0 else f"stand {places} times"
        advice = "Write them exactly as it has them" if places == 0 else "Give more of the words around them"
        raise UnknownItem(f"the words “{words}”", f"{often} in report {report_id}", advice)
    start = text.index(words)
    return Passage.cut(text, start, start + len(words))


def _told(passage: Passage, fields: Sequence[str]) -> tuple[Claim, dict[str, object]]:
    """The claim that the fields tell, and the fields as they are kept."""
    named = {written.partition("=")[0].strip() for written in fields}
    missing = [name for name in ("mission", "aspect", "value") if name not in named]
    if missing:
        raise InvalidData("add", f"lacks {', '.join(missing)}", f"Write {missing[0]}=... as well")
    bare = Claim("", "", "", "", passage)
    kept = corrected(bare, fields)
    return as_corrected(bare, kept), kept


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


def claim_of(view: View, claim_id: str) -> tuple[Claim, HeldReport]:
    """The claim with this id, read or added by a person, and its report. Raises UnknownItem."""
    for held in view.claims_with_id(claim_id):
        report = view.report(held.report)
        if report is not None:
            return held.claim, report
    for cited in added_by_people(view):
        if cited.id == claim_id:
            return cited.claim, cited.report
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
