"""The cases that settle the rules, asked of the pure functions: at once, and in reversed order."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from missionwatch.model.claim import Claim
from missionwatch.model.identity import content_id, slug
from missionwatch.model.passage import Passage
from missionwatch.model.register import Review, StoredReport
from missionwatch.model.when import When
from missionwatch.reconciling import register
from reconciling.histories import is_nation

CASES = Path(__file__).parents[3] / "shared" / "register-cases" / "cases.jsonl"
ALIASES = {"Kosovo Force": "KFOR"}


def cases() -> Iterator[Any]:
    if CASES.exists():
        for line in CASES.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            yield pytest.param(case, id=case["name"])


def mission_id(name: str) -> str:
    return slug(ALIASES.get(name, name))


class Register:
    """What the store would hold after reading the reports of a case."""

    def __init__(self, reports: list[dict[str, Any]]) -> None:
        self.reports: list[StoredReport] = []
        self.claims: list[tuple[str, Claim, str]] = []
        self.reviews: list[Review] = []
        for report in reports:
            self.read(report)

    def read(self, report: dict[str, Any]) -> None:
        text = report["text"]
        version = content_id("report", report["source"], text)
        published = When.parse(report["published"]) if report["published"] else None
        key = register.copy_key(text)
        stored = StoredReport(report["id"], version, report["source"], published, None, None, key)
        self.reports.append(stored)
        for fields in report["claims"]:
            passage = Passage(fields["start"], fields["end"], fields["quote"])
            if passage.stands_in(text):
                claim = claim_of(fields, passage)
                self.claims.append((claim.id_in(version), claim, version))

    def retract(self, report_id: str) -> None:
        self.reports = [report for report in self.reports if report.id != report_id]

    def review(self, claim_id: str, decision: str, *words: str) -> None:
        claim, version = next((c, v) for i, c, v in self.claims if i == claim_id)
        report = next(r for r in self.reports if r.version == version)
        fields = dict(word.split("=", 1) for word in words)
        span = claim.passage
        self.reviews.append(
            Review(
                "review", decision, report.id, claim.mission_id, claim.aspect, claim.value, claim.actor,
                span.start, span.end, "2026-01-01T00:00:00Z", fields,
            )
        )  # fmt: skip

    def ask(self, ask: dict[str, Any]) -> list[dict[str, Any]]:
        known = date.fromisoformat(ask["known"]) if ask["known"] else None
        evidence = register.known_by(self.reports, self.claims, self.reviews, known)
        newest = register.latest_publication(register.known_by(self.reports, self.claims, self.reviews, None))
        on = date.fromisoformat(ask["on"]) if ask["on"] else known or newest
        rows: Any = {
            "status": lambda: register.states(evidence, on=on, is_nation=is_nation),
            "timeline": lambda: register.states(evidence, is_nation=is_nation),
            "disagreements": lambda: register.disagreements(evidence, is_nation=is_nation),
            "commitments": lambda: register.commitments(evidence, on=on, is_nation=is_nation),
        }[ask["command"]]()
        printed = [json.loads(json.dumps(asdict(row), default=printable)) for row in rows]
        return [row for row in printed if row["mission_id"] == mission_id(ask["mission"])]


def claim_of(fields: dict[str, Any], passage: Passage) -> Claim:
    return Claim(
        fields["mission"], mission_id(fields["mission"]), fields["aspect"], fields["value"], passage,
        fields["modality"], fields["actor"], fields["count"], fields["place"],
        When.parse(fields["when"]) if fields["when"] else None,
        fields["condition"], tuple(fields["causes"]), fields["said_by"],
    )  # fmt: skip


def printable(value: object) -> object:
    return str(value)


def flat(row: dict[str, Any]) -> dict[str, Any]:
    """Dates as text, as the command line prints them."""
    dates = {"valid": row.get("valid"), "fulfilled": row.get("fulfilled"), "due": row.get("due")}
    return {**row, **{name: value["text"] for name, value in dates.items() if isinstance(value, dict)}}


def matches(wanted: dict[str, Any], row: dict[str, Any]) -> bool:
    return all(
        w["contains"] in str(row.get(name) or "") if isinstance(w, dict) else row.get(name) == w
        for name, w in wanted.items()
    )


def has_a_row_each(wanted: list[dict[str, Any]], rows: list[dict[str, Any]]) -> bool:
    """Whether each wanted row can have a row of its own."""
    if not wanted:
        return True
    first, *others = wanted
    return any(
        matches(first, row) and has_a_row_each(others, rows[:place] + rows[place + 1 :])
        for place, row in enumerate(rows)
    )


@pytest.mark.shared
@pytest.mark.parametrize("case", list(cases()))
def test_case(case: dict[str, Any]) -> None:
    once, reversed_order = Register(case["reports"]), Register(case["reports"][::-1])
    for held in (once, reversed_order):
        for report in case.get("retract", []):
            held.retract(report)
        for ask, wanted, decision, *words in case.get("review", []):
            row = next(row for row in held.ask(ask) if matches(wanted, flat(row)))
            held.review(row["claims"][0], decision, *words)
    for ask in case["asks"]:
        rows = [flat(row) for row in once.ask(ask)]
        assert rows == [flat(row) for row in reversed_order.ask(ask)]
        shown = json.dumps(rows, indent=1)
        name = re.sub(r"\s+", " ", json.dumps({k: v for k, v in ask.items() if v and k != "expect"}))
        assert has_a_row_each(ask["expect"], rows), f"{name}: wanted {ask['expect']} in {shown}"
        for unwanted in ask["absent"]:
            assert not any(matches(unwanted, row) for row in rows), f"{name}: unwanted {unwanted} in {shown}"
