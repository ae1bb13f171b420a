"""Versions, copies, corrections and reviews (rules 39 to 43)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from missionwatch.model.register import Review
from missionwatch.reconciling.copies import copy_key
from reconciling.histories import News, say, values


def strength(count: int, **fields: object) -> dict[str, object]:
    return say("strength", "personnel", count=count, **fields)


def review(
    news: News, decision: str, of: int = 0, recorded: str = "2026-01-01T10:00:00Z", **fields: object
) -> Review:
    """A decision on the claim with this number, as the service binds it."""
    _, claim, version = news.claims[of]
    report = next(r for r in news.reports if r.version == version)
    made = Review(
        f"{decision}-{recorded}", decision, report.id, claim.mission_id, claim.aspect, claim.value, claim.actor,
        claim.passage.start, claim.passage.end, recorded, fields,
    )  # fmt: skip
    news.reviews.append(made)
    return made


def test_rule_39_from_its_date_on_the_newest_version_alone_counts() -> None:
    news = News().report("2020-05-01", "A", strength(500), article="a")
    news.report("2020-05-03", "A", strength(300), article="a")
    assert values(news.status("2020-06-01")) == ["300"]
    assert values(news.timeline()) == ["300"]
    assert values(news.status("2020-05-02", known="2020-05-02")) == ["500"]
    assert news.kinds() == []


def test_rule_39_of_one_date_the_later_edit_counts_from_its_day() -> None:
    news = News().report("2020-05-01", "A", strength(500), article="a")
    news.report("2020-05-01", "A", strength(300), article="a", modified="2020-05-04")
    assert values(news.status("2020-06-01")) == ["300"]
    assert values(news.status("2020-06-01", known="2020-05-03")) == ["500"]
    assert values(news.status("2020-06-01", known="2020-05-04")) == ["300"]


def test_rule_39_of_one_date_the_later_fetched_counts() -> None:
    news = News().report("2020-05-01", "A", strength(500), article="a", fetched="2020-05-05")
    news.report("2020-05-01", "A", strength(300), article="a", fetched="2020-05-06")
    assert values(news.status("2020-06-01")) == ["300"]


def test_rule_39_versions_that_nothing_orders_are_kept_both_and_disputed() -> None:
    news = News().report("2020-05-01", "A", strength(500), article="a")
    news.report("2020-05-01", "A", strength(300), article="a")
    assert [(s.count, s.disputed) for s in news.status("2020-06-01")] == [(300, True), (500, True)]
    assert news.kinds() == ["different figure"]


def test_rule_40_an_outlet_corrects_itself() -> None:
    news = News().report("2020-05-01", "A", strength(500))
    news.report("2020-05-03", "A", strength(300), strength(500, modality="denied"))
    assert [(s.count, s.disputed) for s in news.status("2020-06-01")] == [(300, False)]
    assert values(news.status("2020-05-02")) == ["500"]
    assert news.kinds() == []


def test_rule_40_also_on_the_same_day() -> None:
    present = say("presence", "present", place="Camp One")
    news = (
        News().report("2020-05-01", "A", present).report("2020-05-01", "A", {**present, "modality": "denied"})
    )
    assert news.status("2020-06-01") == ()
    assert news.kinds() == []


def test_rule_41_a_copy_stands_when_the_other_is_retracted() -> None:
    news = News().report("2020-04-02", "Agency", strength(500), text="500 are there, it says.")
    news.report("2020-04-03", "B", strength(500), text="500 are there, it says.")
    assert news.timeline()[0].first_seen == date(2020, 4, 2)
    del news.reports[0]
    assert news.timeline()[0].first_seen == date(2020, 4, 3)


def test_rule_41_what_only_the_copy_is_read_to_say_counts_under_the_first_date() -> None:
    news = News().report("2020-04-02", "Agency", text="500 are there, it says.")
    news.report("2020-04-03", "B", strength(500), text="500 are there, it says.")
    assert news.timeline()[0].first_seen == date(2020, 4, 2)


@pytest.mark.parametrize(
    "written",
    [
        "BAGHDAD, April 2 (Wire) - The force has 500 soldiers. They train.",
        "København (Wire) – The force has 500 soldiers. They train.",
        "Copenhagen /wire/ - The force has 500 soldiers. They train.",
        "The force  has 500\nsoldiers.\n\nThey train.",
        "The force has 500 soldiers. They train.\n\n/wire/",
        "The force has 500 soldiers. They train. (Wire)",
        "The force has 500 soldiers. They train.\nSource: Wire",
    ],
)
def test_rule_30_spacing_and_the_agency_line_aside_a_text_is_one(written: str) -> None:
    assert copy_key(written) == copy_key("The force has 500 soldiers. They train.")


@pytest.mark.parametrize(
    "written",
    [
        "The force has 600 soldiers. They train.",
        "The force has 500 soldiers.",
        "The force has 500 soldiers. They train. More follows.",
        "The force (all of it) has 500 soldiers. They train.",
    ],
)
def test_rule_30_one_sentence_in_common_is_not_enough(written: str) -> None:
    assert copy_key(written) != copy_key("The force has 500 soldiers. They train.")


def test_rule_42_a_rejected_claim_stays_rejected_when_it_is_read_again_with_other_fields() -> None:
    news = News().report("2020-05-01", "A", strength(500))
    review(news, "reject")
    identifier, claim, version = news.claims[0]
    better = replace(claim, count=510, passage=replace(claim.passage, start=2, quote="words 0 and"))
    assert better.id_in(version) != identifier
    news.claims[0] = (better.id_in(version), better, version)
    assert news.timeline() == ()


@pytest.mark.parametrize(
    "change", [{"value": "other"}, {"actor": "Norway"}, {"start": 50, "end": 60}, {"report_id": "x"}]
)
def test_rule_42_a_review_binds_to_nothing_else(change: dict[str, object]) -> None:
    news = News().report("2020-05-01", "A", strength(500))
    news.reviews[:] = [replace(review(news, "reject"), **change)]  # type: ignore[arg-type]
    assert values(news.timeline()) == ["500"]


def test_rule_42_a_review_of_one_version_reaches_the_next_reading_of_the_article() -> None:
    news = News().report("2020-05-01", "A", strength(500), article="a")
    review(news, "reject")
    news.report("2020-05-03", "A", strength(500), article="a")
    assert news.timeline() == ()


def test_rule_42_a_rejected_claim_does_not_come_back_by_a_copy() -> None:
    news = News().report("2020-04-02", "Agency", strength(500), text="500 are there, it says.")
    news.report("2020-04-03", "B", strength(500), text="500 are there, it says.")
    review(news, "reject", of=1)
    assert news.timeline() == ()


def test_rule_43_a_review_counts_at_every_known_date() -> None:
    news = News().report("2020-05-01", "A", strength(500))
    review(news, "correct", count="300")
    for known in (None, "2020-05-01"):
        (state,) = news.status("2020-06-01", known)
        assert (state.count, state.first_seen) == (300, date(2020, 5, 1))
        assert state.claims == (news.claims[0][0],)
    assert news.status("2020-06-01", known="2020-04-30") == ()


def test_rule_43_of_two_reviews_the_later_recorded_counts() -> None:
    news = News().report("2020-05-01", "A", strength(500))
    review(news, "accept", recorded="2026-02-01T10:00:00Z")
    review(news, "reject", recorded="2026-01-01T10:00:00Z")
    assert values(news.timeline()) == ["500"]
    review(news, "reject", recorded="2026-03-01T10:00:00Z")
    assert news.timeline() == ()


def test_a_correction_takes_text_as_a_person_writes_it() -> None:
    news = News().report("2020-05-01", "A", strength(500, causes=("attack",), said_by="Ann Lee"))
    review(news, "correct", count="300", when="2020-04", causes="pandemic, cost", said_by="")
    (evidence,) = news.known()
    claim = evidence.claim
    assert (claim.count, str(claim.when), claim.causes, claim.said_by) == (
        300,
        "2020-04",
        ("pandemic", "cost"),
        None,
    )


def test_a_claim_that_a_person_adds_counts_from_its_reports_date() -> None:
    news = News().report("2020-05-01", "A", strength(500))
    made = review(news, "accept")
    added = {"mission": "Mission One", "actor": "Canada", "quote": "Canada leads", "modality": "actual"}
    news.reviews[:] = [
        replace(
            made,
            decision="add",
            aspect="lead",
            value="lead",
            actor="Canada",
            start=200,
            end=212,
            fields=added,
        )
    ]
    assert values(news.status("2020-06-01", known="2020-05-01")) == ["Canada", "500"]
    news.reviews.append(
        replace(news.reviews[0], id="later", decision="reject", recorded="2026-02-01T10:00:00Z", fields={})
    )
    assert values(news.timeline()) == ["500"]


def test_an_added_claim_replaces_the_machines_reading_of_the_same_words() -> None:
    news = News().report("2020-05-01", "A", strength(500))
    news.reviews[:] = [
        replace(review(news, "accept"), decision="add", fields={"count": 510, "quote": "words 0"})
    ]
    assert values(news.timeline()) == ["510"]
