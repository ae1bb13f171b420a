"""Closed stretches of the past against each other and against what was seen (rule 11), told by several reports."""

from __future__ import annotations

from reconciling.histories import News, say, shown, values


def lead(actor: str, when: str | None = None, **fields: object) -> dict[str, object]:
    return say("lead", "lead", when, actor=actor, **fields)


def test_two_spans_of_one_value_that_agree_are_one() -> None:
    news = News().report("2023-01-10", "A", lead("Denmark", "2020-11/2022-05"))
    news.report("2023-02-10", "B", lead("Denmark", "2020-11-24/2022-05-10"))
    (state,) = news.timeline()
    assert (str(state.valid), len(state.claims), state.disputed) == ("2020-11-24/2022-05-10", 2, False)


def test_two_spans_of_one_value_that_do_not_agree_are_another_date() -> None:
    news = News().report("2023-01-10", "A", lead("Denmark", "2020-11-24/2022-05-10"))
    news.report("2023-02-10", "B", lead("Denmark", "2020-12-24/2022-06-10"))
    assert news.kinds() == ["other date"]
    assert all(state.disputed for state in news.timeline())


def test_two_spans_of_two_values_that_share_days_are_a_contradiction() -> None:
    news = News().report("2023-01-10", "A", lead("Denmark", "2020-11-24/2022-05-10"))
    news.report("2023-02-10", "B", lead("Canada", "2020-01-01/2021-05-10"))
    assert news.kinds() == ["contradiction"]
    assert [s.disputed for s in news.status("2021-01-01")] == [True, True]


def test_two_spans_that_meet_in_a_month_agree() -> None:
    news = News().report("2023-01-10", "A", lead("Denmark", "2020-11/2022-05"))
    news.report("2023-02-10", "B", lead("Canada", "2018-10/2020-11"))
    assert news.kinds() == []
    assert [(s.actor, s.certain) for s in news.status("2020-11-10")] == [
        ("Canada", False),
        ("Denmark", False),
    ]


def test_a_start_on_the_day_of_the_end_takes_over() -> None:
    news = News().report("2022-05-11", "A", lead("Italy", "2022-05-10/.."))
    news.report("2023-01-10", "B", lead("Denmark", "2020-11-24/2022-05-10"))
    assert values(news.status("2022-05-09")) == ["Denmark"]
    assert values(news.status("2022-05-10")) == ["Italy"]


def test_a_value_seen_only_inside_a_span_of_another_is_kept_with_it() -> None:
    news = (
        News()
        .report("2020-11-10", "A", lead("Canada"))
        .report("2021-03-01", "A", lead("Italy", "2021-02-20/.."))
    )
    news.report("2023-01-10", "B", lead("Denmark", "2020-11/2021-05"))
    told = {claim for state in news.timeline() for claim in state.claims}
    assert told == {e.id for e in news.known()}
    assert news.kinds() == ["contradiction"]


def test_an_end_alone_ends_the_state_that_holds_then() -> None:
    news = (
        News()
        .report("2020-01-10", "A", lead("Canada"))
        .report("2021-01-10", "A", lead("Canada", "../2020-11-24"))
    )
    assert shown(news.timeline()) == [("Canada", "../2020-11-24")]
    assert values(news.status("2020-11-24")) == ["Canada"]
    assert values(news.status("2020-11-25")) == []


def test_an_end_alone_of_what_nobody_saw_begin() -> None:
    news = News().report("2021-01-10", "A", lead("Canada", "../2020-11-24"))
    assert shown(news.timeline()) == [("Canada", "../2020-11-24")]
    assert values(news.status("2020-06-01")) == []
    assert values(news.status("2020-11-24")) == ["Canada"]


def test_what_is_seen_after_a_told_end_has_begun_anew() -> None:
    news = News().report("2020-01-10", "A", lead("Canada")).report("2021-06-10", "A", lead("Canada"))
    news.report("2022-01-10", "B", lead("Canada", "../2020-11-24"))
    assert values(news.status("2021-01-01")) == []
    assert values(news.status("2021-07-01")) == ["Canada"]


def test_an_end_that_another_start_rules_out_is_another_date() -> None:
    news = (
        News()
        .report("2020-11-25", "A", lead("Canada"))
        .report("2020-11-26", "A", lead("Denmark", "2020-11-26/.."))
    )
    news.report("2021-01-10", "B", lead("Canada", "../2020-12-31"))
    assert news.kinds() == ["other date"]


def test_an_end_after_another_was_seen_is_a_contradiction() -> None:
    news = News().report("2020-01-10", "A", lead("Canada")).report("2020-03-10", "A", lead("Denmark"))
    news.report("2021-01-10", "B", lead("Canada", "../2020-06-30"))
    assert news.kinds() == ["contradiction"]
    assert [(s.actor, s.disputed) for s in news.status("2020-05-01")] == [("Canada", True), ("Denmark", True)]
    assert [s.actor for s in news.status("2020-07-01")] == ["Denmark"]


def test_a_closed_suspension_gives_way_to_what_ran_before() -> None:
    news = News().report("2020-01-10", "A", say("activity", "active"))
    news.report("2021-01-10", "B", say("activity", "suspended", "2020-03-18/2020-06-15"))
    assert [values(news.status(d)) for d in ("2020-03-17", "2020-03-18", "2020-06-15", "2020-06-16")] == [
        ["active"],
        ["suspended"],
        ["suspended"],
        ["active"],
    ]


def test_a_span_of_a_word_that_only_sees_cuts_nothing_that_it_confirms() -> None:
    news = News().report("2020-01-10", "A", say("activity", "reduced", "2020-01-05"))
    news.report("2021-01-10", "B", say("activity", "active", "2020-03-18/2020-06-15"))
    assert values(news.status("2020-05-01")) == ["reduced", "active"]
    assert news.kinds() == []
