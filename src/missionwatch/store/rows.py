"""Rows of the tables as the types of the model, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from missionwatch.errors import RegisterError
from missionwatch.model.claim import Claim
from missionwatch.model.identity import content_id
from missionwatch.model.passage import Passage, Span
from missionwatch.model.register import Review
from missionwatch.model.report import Report
from missionwatch.model.when import When
from missionwatch.store.held import CurrentRow, HeldClaim, HeldReport

Row = Mapping[str, Any]
_DAMAGED: Final = "Run `missionwatch rebuild --check`, and restore a copy of the register if that finds more"


def report_key(report: Report) -> str:
    """Names a version of a report with its dates: the same text with another date is another row."""
    return content_id("reading", report.id, report.version, _text(report.published), _text(report.modified))


def report_row(report: Report, copy_key: str, recorded: str) -> dict[str, Any]:
    published = report.published
    return {
        "key": report_key(report), "id": report.id, "version": report.version, "label": _storable(report.label),
        "given_id": report.given_id, "url": report.url, "title": report.title, "source": report.source,
        "language": report.language, "text": report.text, "published": _text(published),
        "modified": _text(report.modified), "fetched": _text(report.fetched),
        "date_evidence": report.date_evidence, "known_from": _text(published.latest if published else None),
        "copy_key": copy_key, "recorded": recorded, "retracted": None,
    }  # fmt: skip


def held_report(row: Row) -> HeldReport:
    try:
        return HeldReport(
            row["key"], row["id"], row["version"], row["label"], row["given_id"], row["url"], row["title"],
            row["source"], row["language"], _when(row["published"]), _when(row["modified"]),
            _day(row["fetched"]), row["date_evidence"], row["copy_key"], row["recorded"], row["retracted"],
        )  # fmt: skip
    except (TypeError, ValueError) as error:
        raise RegisterError(f"report {row['id']}", f"its row is damaged ({error})", _DAMAGED) from error


def claim_row(claim: Claim, claim_id: str, report: str, maker: str, run: int) -> dict[str, Any]:
    return {
        "report": report, "id": claim_id, "maker": maker, "run": run, "mission_id": claim.mission_id,
        "mission": claim.mission, "aspect": claim.aspect, "value": claim.value, "modality": claim.modality,
        "actor": claim.actor, "count": claim.count, "place": claim.place, "when": _text(claim.when),
        "condition": claim.condition, "causes": list(claim.causes), "said_by": claim.said_by,
        "start": claim.passage.start, "end": claim.passage.end, "quote": claim.passage.quote,
        "evidence": {name: [span.start, span.end] for name, span in sorted(claim.evidence.items())},
        "rule": claim.rule, "dropped": None,
    }  # fmt: skip


def held_claim(row: Row) -> HeldClaim:
    try:
        claim = Claim(
            mission=row["mission"], mission_id=row["mission_id"], aspect=row["aspect"], value=row["value"],
            passage=Passage(row["start"], row["end"], row["quote"]), modality=row["modality"],
            actor=row["actor"], count=row["count"], place=row["place"], when=_when(row["when"]),
            condition=row["condition"], causes=tuple(row["causes"]), said_by=row["said_by"],
            evidence={name: Span(*ends) for name, ends in row["evidence"].items()}, rule=row["rule"],
        )  # fmt: skip
    except (AttributeError, TypeError, ValueError) as error:
        raise RegisterError(f"claim {row['id']}", f"its row is damaged ({error})", _DAMAGED) from error
    return HeldClaim(row["id"], claim, row["report"], row["maker"], row["run"], row["dropped"])


def review_row(review: Review, claim_id: str) -> dict[str, Any]:
    return {
        "id": review.id, "claim": claim_id, "decision": review.decision, "report_id": review.report_id,
        "mission_id": review.mission_id, "aspect": review.aspect, "value": review.value,
        "actor": review.actor, "start": review.start, "end": review.end, "fields": dict(review.fields),
        "reviewer": review.reviewer, "note": review.note, "recorded": review.recorded,
    }  # fmt: skip


def review(row: Row) -> Review:
    return Review(
        row["id"], row["decision"], row["report_id"], row["mission_id"], row["aspect"], row["value"],
        row["actor"], row["start"], row["end"], row["recorded"], row["fields"], row["reviewer"], row["note"],
    )  # fmt: skip


def current_row(row: CurrentRow) -> dict[str, Any]:
    return {
        "mission_id": row.mission_id, "subject": row.subject, "id": row.id, "position": row.position,
        "body": row.body, "turned": _text(row.turned), "turns": _text(row.turns),
    }  # fmt: skip


def held_current(row: Row) -> CurrentRow:
    try:
        turned, turns = _day(row["turned"]), _day(row["turns"])
    except (TypeError, ValueError) as error:
        raise RegisterError(
            f"{row['subject']} {row['id']}", f"its row is damaged ({error})", _DAMAGED
        ) from error
    return CurrentRow(
        row["mission_id"], row["subject"], row["id"], row["position"], row["body"], turned, turns
    )


def _storable(label: str) -> str:
    """A file's name can hold bytes that are no characters; databases hold characters only."""
    return label.encode("utf-8", "backslashreplace").decode()


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _when(text: str | None) -> When | None:
    return None if text is None else When.parse(text)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
