"""The register's answers as plain JSON values, with the names that other tools rely on."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from missionwatch.model.claim import Claim
from missionwatch.model.document import Document
from missionwatch.model.register import Change, Commitment, Disagreement, State
from missionwatch.model.report import Report
from missionwatch.model.when import When
from missionwatch.service.previewing import Difference
from missionwatch.store.held import HeldReport

Shape = dict[str, Any]


def claim_shape(claim: Claim) -> Shape:
    """The fields of the claim scheme, and the words."""
    return {
        "mission": claim.mission, "aspect": claim.aspect, "value": claim.value, "actor": claim.actor,
        "count": claim.count, "place": claim.place, "modality": claim.modality, "when": _text(claim.when),
        "condition": claim.condition, "causes": list(claim.causes), "said_by": claim.said_by,
        "mission_id": claim.mission_id, "quote": claim.passage.quote, "start": claim.passage.start,
        "end": claim.passage.end,
        "evidence": {field: [span.start, span.end] for field, span in sorted(claim.evidence.items())},
        "rule": claim.rule,
    }  # fmt: skip


def extracted_claim_shape(claim: Claim) -> Shape:
    """A claim as `extract` prints it: with how sure the extractor is, which the register does not keep."""
    return {**claim_shape(claim), "confidence": claim.confidence}


def held_claim_shape(claim_id: str, claim: Claim, report_id: str) -> Shape:
    return {"id": claim_id, "report": report_id, **claim_shape(claim)}


def extracted_shape(report: Report, language: str | None, claims: tuple[Claim, ...]) -> Shape:
    """A line of `extract`."""
    return {
        "id": report.label, "source": report.source, "published": _text(report.published),
        "language": language, "title": report.title,
        "claims": [extracted_claim_shape(claim) for claim in claims],
    }  # fmt: skip


def document_shape(document: Document) -> Shape:
    """A line of `annotate`."""
    return {
        "id": document.report.label,
        "sentences": [[sentence.start, sentence.end] for sentence in document.sentences],
        "mentions": [
            {"start": m.start, "end": m.end, "text": m.text, "kind": m.kind, "id": m.id}
            for m in document.mentions
        ],
        "times": [
            {"start": t.start, "end": t.end, "text": t.text, "when": _text(t.when)} for t in document.times
        ],
        "quotes": [{"start": q.start, "end": q.end, "speaker": q.speaker} for q in document.quotes],
    }


def state_shape(state: State) -> Shape:
    return {
        "id": state.id, "mission_id": state.mission_id, "mission": state.mission, "aspect": state.aspect,
        "value": state.value, "actor": state.actor, "count": state.count, "place": state.place,
        "valid": _text(state.valid), "known_from": _text(state.known_from),
        "first_seen": _text(state.first_seen), "last_seen": _text(state.last_seen),
        "disputed": state.disputed, "certain": state.certain, "claims": list(state.claims),
        "against": list(state.against), "closed_by": list(state.closed_by),
    }  # fmt: skip


def commitment_shape(commitment: Commitment) -> Shape:
    return {
        "id": commitment.id, "mission_id": commitment.mission_id, "mission": commitment.mission,
        "aspect": commitment.aspect, "value": commitment.value, "actor": commitment.actor,
        "count": commitment.count, "place": commitment.place, "due": _text(commitment.due),
        "condition": commitment.condition, "state": commitment.state,
        "fulfilled": _text(commitment.fulfilled),
        "steps": [
            {
                "modality": step.modality, "published": _text(step.published), "said_by": step.said_by,
                "claim": step.claim, "due": _text(step.due), "note": step.note,
            }
            for step in commitment.steps
        ],
        "outcome": list(commitment.outcome), "last_word": _text(commitment.last_word),
    }  # fmt: skip


def disagreement_shape(disagreement: Disagreement) -> Shape:
    return {
        "id": disagreement.id, "mission_id": disagreement.mission_id, "mission": disagreement.mission,
        "aspect": disagreement.aspect, "kind": disagreement.kind,
        "sides": [{"value": side.value, "claims": list(side.claims)} for side in disagreement.sides],
        "place": disagreement.place, "actor": disagreement.actor,
    }  # fmt: skip


def difference_shape(found: Difference) -> Shape:
    """A line of `rebuild --dry-run`: `fields` are those that differ, where a claim is neither gained nor lost."""
    was, now = (claim_shape(claim) if claim else None for claim in (found.was, found.now))
    differing = [name for name in was if was[name] != now[name]] if was and now else []
    return {
        "what": found.what, "report": found.report.id, "fields": differing, "was": was, "now": now,
        "reviews": [review.id for review in found.reviews],
    }  # fmt: skip


def report_shape(report: HeldReport, claims: int, problem: str | None) -> Shape:
    return {
        "id": report.id, "version": report.version, "title": report.title, "source": report.source,
        "url": report.url, "language": report.language, "published": _text(report.published),
        "modified": _text(report.modified), "fetched": _text(report.fetched),
        "date_evidence": report.date_evidence, "recorded": report.recorded, "retracted": report.retracted,
        "claims": claims, "problem": problem,
    }  # fmt: skip


def change_shape(change: Change) -> Shape:
    return {
        "id": change.id, "recorded": change.recorded, "mission_id": change.mission_id,
        "subject": change.subject, "subject_id": change.subject_id, "what": change.what,
        "before": change.before, "after": change.after,
    }  # fmt: skip


def canonical(shape: Shape) -> str:
    """JSON text that is the same for the same shape."""
    return json.dumps(shape, ensure_ascii=False, separators=(",", ":"))


def _text(value: When | date | None) -> str | None:
    return None if value is None else str(value)
