"""Danish reports: what they say gives the claims that the same words in English give, with Danish quotes."""

from __future__ import annotations

import pytest

from missionwatch.annotating.pipeline import annotate
from missionwatch.catalogue.load import load_catalogue
from missionwatch.claiming.extract import extract
from missionwatch.model.claim import Claim
from missionwatch.model.report import Report
from missionwatch.model.when import When


def claims_of(text: str, language: str = "da", published: str = "2020-04-14") -> tuple[Claim, ...]:
    report = Report(text=text, label="x", language=language, published=When.parse(published))
    return extract(annotate(report, load_catalogue()), load_catalogue())


Fields = tuple[str, str, str, str | None, int | None, str | None, str, str | None, str | None]


def fields(claim: Claim) -> Fields:
    """All fields but those that hold words of the report itself."""
    when = str(claim.when) if claim.when else None
    return (
        claim.mission_id, claim.aspect, claim.value, claim.actor, claim.count, claim.place, claim.modality, when,
        claim.said_by,
    )  # fmt: skip


DANISH = """Danmark trækker soldater hjem fra Irak

Danmark trækker 30 soldater hjem fra NATO Mission Iraq.

Træningen har været sat på pause siden den 18. marts på grund af coronavirus.

- Så snart situationen tillader det, genoptager missionen træningen, siger forsvarsminister Mette Sand (S).

Missionen, der består af cirka 500 mand, ledes af Canada. Til december skal Danmark overtage ledelsen.

Folketinget har ikke afvist at sende 100 soldater til KFOR."""

TRANSLATED = """Denmark pulls soldiers home from Iraq

Denmark withdraws 30 soldiers from NATO Mission Iraq.

The training has been put on hold since 18. march due to coronavirus.

- As soon as the situation allows it, the mission will resume the training, says defence minister Mette Sand (S).

The mission, which consists of about 500 men, is led by Canada. In December Denmark shall take over the leadership.

The Danish parliament has not rejected to send 100 soldiers to KFOR."""  # fmt: skip


def test_a_report_and_its_clumsy_translation_give_the_same_claims() -> None:
    danish, translated = claims_of(DANISH), claims_of(TRANSLATED, "en")
    assert {fields(c) for c in danish} == {fields(c) for c in translated}
    assert len(danish) >= 6


def test_the_words_of_a_claim_are_the_reports_own() -> None:
    for claim in claims_of(DANISH):
        assert claim.passage.stands_in(DANISH)
        assert all(span.of(DANISH) for span in claim.evidence.values())
    [resumed] = [c for c in claims_of(DANISH) if c.value == "resumed"]
    assert resumed.condition == "situationen tillader det"
    assert resumed.evidence["condition"].of(DANISH) == resumed.condition


SAID = [
    ("I dag overtager Danmark ledelsen af NATO Mission Iraq.", "lead lead Denmark actual 2020-04-14/.."),
    ("Danmark skal i december overtage ledelsen af NATO Mission Iraq.", "lead lead Denmark planned 2020-12/.."),
    ("Efter planen overtager Danmark ledelsen af NATO Mission Iraq.", "lead lead Denmark planned None"),
    ("Danmark har tilbudt at lede NATO Mission Iraq.", "lead lead Denmark offered None"),
    ("Italien står i spidsen for KFOR.", "lead lead Italy actual None"),
    ("Ledelsen af EUTM Mali overdrages til Spanien i maj.", "lead lead Spain planned 2020-05/.."),
    ("Generalmajor Jens Holm er chef for NATO Mission Iraq.", "commander command Jens Holm actual None"),
    ("NATO trapper ned for sin mission i Irak.", "activity reduced None actual None"),
    ("NATO Mission Iraq kører på lavt blus.", "activity reduced None actual None"),
    ("NATO Mission Iraq skrues ned på grund af coronavirus.", "activity reduced None actual None"),
    ("Træningen i NATO Mission Iraq blev indstillet den 18. marts.", "activity suspended None actual 2020-03-18"),
    ("Træningen i NATO Mission Iraq er endnu ikke genoptaget.", "activity resumed None denied None"),
    ("NATO er klar til at udvide NATO Mission Iraq.", "activity expanded None offered None"),
    ("USA ønsker, at NATO Mission Iraq udvides.", "activity expanded None considered None"),
    ("MINUSMA blev etableret i 2013.", "activity established None actual 2013"),
    ("Den 500 mand store mission NATO Mission Iraq fortsætter.", "strength personnel None actual None"),
    ("Estland trækker sine soldater hjem fra Operation Barkhane.", "contribution withdraws Estonia actual None"),
    ("De danske soldater i KFOR er rejst hjem.", "contribution withdraws Denmark actual None"),
    ("Danmark sender ikke soldater til KFOR.", "contribution provides Denmark denied None"),
    ("Regeringen vil sende 200 soldater til KFOR.", "contribution provides Denmark planned None"),
    ("Danmark forøger sit bidrag til KFOR med 50 mand.", "contribution increases Denmark actual None"),
    ("FN's Sikkerhedsråd har forlænget mandatet for UNIFIL til den 31. august 2021.",
     "mandate extends UN Security Council actual ../2021-08-31"),
    ("NATO Mission Iraq holder til i Bagdad.", "presence present None actual None"),
    ("NATO Mission Iraq er ikke en kampmission.", "task combat None denied None"),
    ("MINUSMA's lejr i Gao blev søndag angrebet med raketter.", "incident attack None actual 2020-04-12"),
    ("Fem soldater fra EUTM Mali er sat i karantæne.", "measure health None actual None"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), SAID)
def test_a_sentence_gives_its_claim(text: str, claim: str) -> None:
    claims = [f"{c.aspect} {c.value} {c.actor} {c.modality} {c.when}" for c in claims_of(text)]
    assert claim in claims


NOTHING = [
    "Danmark sender en handelsdelegation til Irak.",
    "Ministeren besøgte soldaterne i KFOR.",
    "Danmark leder EU's formandskab.",
    "Øvelsen begynder i Norge på mandag.",
    "Flere lande har soldater i KFOR.",
    "KFOR er omtalt i avisen.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_a_near_miss_gives_none(text: str) -> None:
    assert claims_of(text) == ()


def test_who_says_the_sentence_before_is_its_speaker() -> None:
    text = "Danmark trækker 30 soldater hjem fra KFOR.\n\nDet siger forsvarsminister Mette Sand (S)."
    [claim] = claims_of(text)
    assert claim.said_by == "Mette Sand"
    assert claim.evidence["said_by"].of(text) == "Mette Sand"


def test_a_relative_clause_between_commas_does_not_part_a_verb_from_its_participle() -> None:
    [claim] = [
        c
        for c in claims_of("NATO Mission Iraq, der ledes af Canada, er sat på pause.")
        if c.aspect == "activity"
    ]
    assert (claim.value, claim.modality) == ("suspended", "actual")
