"""Disagreement or change, and who is independent (rules 25 to 30)."""

from __future__ import annotations

from datetime import date

import pytest

from missionwatch.reconciling.figures import agree, more_exact
from reconciling.histories import News, say, values


def activity(value: str, when: str | None = None, **fields: object) -> dict[str, object]:
    return say("activity", value, when, **fields)


def strength(count: int, when: str | None = None, **fields: object) -> dict[str, object]:
    return say("strength", "personnel", when, count=count, **fields)


def test_rule_25_a_later_change_word_is_a_change() -> None:
    news = (
        News().report("2020-03-01", "A", activity("active")).report("2020-03-20", "B", activity("suspended"))
    )
    assert news.kinds() == []


def test_rule_25_a_later_state_word_of_another_source_is_a_newer_report() -> None:
    news = (
        News().report("2020-03-01", "A", activity("suspended")).report("2020-03-20", "B", activity("active"))
    )
    (found,) = news.disagreements()
    assert found.kind == "newer report"
    assert [side.value for side in found.sides] == ["suspended", "active"]
    assert [s.disputed for s in news.timeline()] == [False, False]


def test_rule_25_a_stated_date_that_separates_the_two_makes_it_a_change() -> None:
    news = News().report("2020-01-10", "A", say("lead", "lead", actor="Canada"))
    news.report("2020-03-10", "B", say("lead", "lead", "2020-03-09/..", actor="Denmark"))
    assert news.kinds() == []


def test_rule_25_an_end_told_later_separates_them_too() -> None:
    news = News().report("2020-01-10", "A", say("lead", "lead", actor="Canada"))
    news.report("2020-03-10", "B", say("lead", "lead", actor="Denmark"))
    assert news.kinds() == ["newer report"]
    news.report("2020-04-10", "C", say("lead", "lead", "../2020-02-20", actor="Canada"))
    assert news.kinds() == []


def test_rule_25_what_is_said_of_one_date_is_a_contradiction() -> None:
    news = News().report("2020-03-10", "A", say("lead", "lead", "2020-03-09/..", actor="Canada"))
    news.report("2020-03-20", "B", say("lead", "lead", "2020-03-09/..", actor="Denmark"))
    assert news.kinds()[0] == "contradiction"
    assert all(s.disputed for s in news.status("2020-03-15"))


def test_rule_25_a_claim_of_a_time_before_an_earlier_report_is_not_newer() -> None:
    news = News().report("2021-01-10", "A", say("lead", "lead", "2018-07/..", actor="Canada"))
    news.report("2019-01-10", "B", say("lead", "lead", actor="Norway"))
    assert news.kinds() == ["contradiction", "newer report"]


@pytest.mark.parametrize(
    ("claims", "disputed"),
    [
        ((activity("suspended", "2020-03-18"), activity("suspended", "2020-03-19")), True),
        ((activity("reduced", causes=("pandemic",)), activity("reduced", causes=("attack",))), False),
    ],
)
def test_rule_26_what_disputes_a_state(
    claims: tuple[dict[str, object], dict[str, object]], disputed: bool
) -> None:
    news = News().report("2020-03-20", "A", claims[0]).report("2020-03-25", "B", claims[1])
    assert len(news.kinds()) == 1
    assert [s.disputed for s in news.status("2020-04-01")] == [disputed]


def test_rule_27_figures_of_one_day_disagree() -> None:
    news = News().report("2020-03-01", "A", strength(500)).report("2020-03-01", "B", strength(600))
    assert news.kinds() == ["different figure"]
    assert [(s.count, s.disputed) for s in news.status("2020-04-01")] == [(500, True), (600, True)]


def test_rule_27_figures_said_of_one_time_disagree_whenever_they_are_published() -> None:
    news = (
        News()
        .report("2020-03-01", "A", strength(500, "2020-02"))
        .report("2021-03-01", "B", strength(600, "2020-02"))
    )
    assert news.kinds() == ["different figure"]


def test_rule_27_a_newer_figure_replaces_the_older() -> None:
    news = News().report("2019-05-01", "A", strength(500)).report("2021-10-01", "B", strength(4000))
    assert values(news.status("2020-01-01")) == ["500"]
    assert values(news.status("2022-01-01")) == ["4000"]
    assert news.kinds() == []


def test_rule_27_a_rounded_figure_agrees_and_the_exact_one_is_kept() -> None:
    news = News().report("2021-05-01", "A", strength(4000)).report("2021-05-01", "B", strength(3976))
    (state,) = news.status("2021-06-01")
    assert (state.count, state.disputed, len(state.claims)) == (3976, False, 2)
    assert news.kinds() == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (4000, 3976, True), (3976, 4000, True), (500, 600, False), (500, 549, True), (500, 550, False),
        (500, 449, False), (0, 0, True), (0, 3, False), (1900, 1949, True), (1900, 1950, False), (None, 3, True),
    ],
)  # fmt: skip
def test_rule_27_rounding(one: int | None, other: int | None, same: bool) -> None:
    assert agree(one, other) is same
    assert agree(other, one) is same


def test_rule_27_the_figure_with_more_digits_that_count_is_more_exact() -> None:
    assert more_exact(4000, 3976) == more_exact(3976, 4000) == 3976
    assert more_exact(None, 5) == more_exact(5, None) == 5


def test_rule_28_an_authorised_size_never_replaces_an_actual_one() -> None:
    news = News().report("2022-05-01", "A", strength(12000), strength(13289, modality="planned"))
    assert values(news.status("2022-06-01")) == ["12000"]
    assert news.kinds() == []


def test_rule_28_the_figures_of_one_report_hold_side_by_side() -> None:
    news = News().report("2022-05-01", "A", strength(11000), strength(1900))
    assert [(s.count, s.disputed) for s in news.status("2022-06-01")] == [(1900, False), (11000, False)]
    assert news.kinds() == []


def test_rule_28_figures_of_one_report_are_not_taken_for_one_rounded() -> None:
    news = News().report("2022-05-01", "A", strength(1000), strength(1400))
    assert len(news.status("2022-06-01")) == 2


@pytest.mark.parametrize(
    ("causes", "kinds"),
    [
        ([("pandemic",), ("attack", "security")], ["other cause"]),
        ([("attack",), ("attack", "pandemic")], []),
        ([("attack",), ()], []),
        ([("attack",), ("attack", "pandemic"), ()], []),
        ([("attack", "cost"), ("attack", "pandemic")], ["other cause"]),
    ],
)
def test_rule_29_causes(causes: list[tuple[str, ...]], kinds: list[str]) -> None:
    news = News()
    for number, given in enumerate(causes):
        news.report(f"2020-04-0{number + 1}", f"Source {number}", activity("reduced", causes=given))
    assert news.kinds() == kinds


def test_rule_29_the_sides_of_a_disagreement_about_causes() -> None:
    news = News().report("2020-04-01", "A", activity("reduced", causes=("pandemic",)))
    news.report("2020-04-02", "B", activity("reduced", causes=("security", "attack")))
    (found,) = news.disagreements()
    assert [(side.value, len(side.claims)) for side in found.sides] == [
        ("attack, security", 1),
        ("pandemic", 1),
    ]


def test_rule_30_a_source_replaces_its_own_word_without_a_disagreement() -> None:
    news = (
        News()
        .report("2020-05-01", "A", activity("suspended"))
        .report("2020-05-20", "the A", activity("active"))
    )
    assert news.kinds() == []
    assert values(news.status("2020-06-01")) == ["active"]


def test_rule_30_the_speaker_is_the_source_whoever_prints_it() -> None:
    news = News().report("2020-05-01", "A", activity("suspended", said_by="Ann Lee"))
    news.report("2020-05-20", "B", activity("active", said_by="Ann Lee"))
    assert news.kinds() == []


def test_rule_30_reports_of_unknown_outlets_are_independent() -> None:
    news = (
        News()
        .report("2020-05-01", None, activity("suspended"))
        .report("2020-05-20", None, activity("active"))
    )
    assert news.kinds() == ["newer report"]


def test_rule_30_a_copy_adds_no_sighting_and_no_side() -> None:
    news = News().report("2020-04-02", "A", strength(500), text="The agency has learnt that 500 are there.")
    news.report("2020-04-09", "B", strength(500), text="The  agency has learnt\nthat 500 are there.")
    (state,) = news.status("2020-05-01")
    assert (state.first_seen, state.last_seen, len(state.claims)) == (date(2020, 4, 2), date(2020, 4, 2), 1)


def test_a_disagreement_is_told_once_whatever_its_sides_are_called() -> None:
    news = (
        News().report("2020-05-01", "A", activity("suspended")).report("2020-05-01", "B", activity("active"))
    )
    news.report("2020-05-01", "C", activity("active"))
    (found,) = news.disagreements()
    assert sorted(len(side.claims) for side in found.sides) == [1, 2]


def test_a_number_beside_a_measure_is_no_figure_of_it() -> None:
    news = News().report("2020-03-24", "A", say("measure", "health", count=38))
    news.report("2020-03-24", "B", say("measure", "health", count=1500))
    assert news.kinds() == []
    assert [s.count for s in news.timeline()] == [38]
