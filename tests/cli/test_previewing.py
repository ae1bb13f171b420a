"""`rebuild --dry-run`: what a newer extractor would change, and that nothing is changed by asking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from cli.conftest import Command
from missionwatch.model.claim import Claim
from missionwatch.service import previewing
from missionwatch.service.extracting import Extracted

TEXT = "KFOR has 3,500 soldiers in Kosovo. Denmark has 30 soldiers in the force."


@pytest.fixture
def kept(missionwatch: Command, tmp_path: Path) -> Command:
    """The command line, with a register in which our own extraction was kept."""
    (tmp_path / "k.txt").write_text(f"---\npublished: 2021-03-01\nsource: Gazette\n---\n{TEXT}")
    assert missionwatch("read", "k.txt").status == 0
    return missionwatch


def finding(monkeypatch: pytest.MonkeyPatch, change: Callable[[Claim], Claim | None]) -> None:
    """Let a newer extractor find other claims: each as `change` makes it, or not at all."""
    now = previewing.extracted

    def newer(*words: object) -> object:
        made = now(*words)  # type: ignore[arg-type]
        assert isinstance(made, Extracted)
        return replace(made, claims=tuple(c for claim in made.claims if (c := change(claim)) is not None))

    monkeypatch.setattr(previewing, "extracted", newer)


def test_the_same_extractor_changes_nothing(kept: Command) -> None:
    done = kept("rebuild", "--dry-run")
    assert done.out == "No claim would be gained, lost or changed.\n"
    assert done.err == "0 gained, 0 lost, 0 changed; nothing was written.\n"


def test_lost_and_changed_claims_are_shown(kept: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    finding(monkeypatch, lambda c: None if c.aspect == "strength" else replace(c, count=31))
    rows = kept("rebuild", "--dry-run", "--format", "json").rows
    assert {(row["what"], row["was"]["aspect"]) for row in rows} == {
        ("lost", "strength"),
        ("changed", "contribution"),
    }
    [changed] = [row for row in rows if row["what"] == "changed"]
    assert (changed["fields"], changed["was"]["count"], changed["now"]["count"]) == (["count"], 30, 31)
    assert "count: 30 -> 31" in kept("rebuild", "--dry-run").out


def test_gained_claims_are_shown(kept: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = kept("claims", "--format", "json").rows
    finding(monkeypatch, lambda c: replace(c, aspect="presence", value="present", place="Pristina"))
    rows = kept("rebuild", "--dry-run", "--format", "json").rows
    assert [row["what"] for row in rows].count("gained") == len(gone)
    assert {row["now"]["place"] for row in rows if row["what"] == "gained"} == {"Pristina"}


@pytest.fixture
def decided(kept: Command) -> Command:
    """The same, with a person's decision on the strength."""
    strength = next(c for c in kept("claims", "--format", "json").rows if c["aspect"] == "strength")
    assert kept("review", strength["id"], "reject", "--by", "Ada").status == 0
    return kept


def test_a_decision_that_binds_to_the_new_claim_is_not_named(
    decided: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    finding(monkeypatch, lambda c: replace(c, condition="if so"))
    rows = decided("rebuild", "--dry-run", "--format", "json").rows
    assert rows
    assert all(row["reviews"] == [] for row in rows)


def test_decisions_left_without_a_claim_are_named(decided: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    finding(monkeypatch, lambda c: None if c.aspect == "strength" else c)
    [row] = decided("rebuild", "--dry-run", "--format", "json").rows
    assert len(row["reviews"]) == 1
    assert "left alone: reject by Ada" in decided("rebuild", "--dry-run").out


def test_nothing_is_written(kept: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    before = Path("missionwatch.db").read_bytes()
    finding(monkeypatch, lambda _: None)
    assert kept("rebuild", "--dry-run").status == 0
    assert Path("missionwatch.db").read_bytes() == before


def test_two_questions_at_once_are_refused(kept: Command) -> None:
    assert kept("rebuild", "--check", "--dry-run").status == 2
