"""Claims of a sentence, for tests."""

from __future__ import annotations

from missionwatch.annotating.pipeline import annotate
from missionwatch.catalogue.load import load_catalogue
from missionwatch.claiming.extract import extract
from missionwatch.model.claim import Claim
from missionwatch.model.report import Report
from missionwatch.model.when import When


def claims_of(text: str, published: str | None = None, language: str = "en") -> tuple[Claim, ...]:
    """What the extractor makes of a report published on a day."""
    catalogue = load_catalogue()
    when = When.parse(published) if published else None
    return extract(
        annotate(Report(text=text, label="x", language=language, published=when), catalogue), catalogue
    )


def said(text: str, published: str | None = None) -> set[tuple[str, str, str, str | None]]:
    """The claims as (mission id, aspect and value, modality, actor)."""
    return {(c.mission_id, f"{c.aspect} {c.value}", c.modality, c.actor) for c in claims_of(text, published)}
