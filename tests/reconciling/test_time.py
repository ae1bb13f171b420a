"""Time inside a slot: order, starts, ends, windows and what is shown of them (rules 1 to 17)."""

from __future__ import annotations

from datetime import date

import pytest

from missionwatch.reconciling import register
from reconciling.histories import News, say, shown, values


def suspended(when: str | None = None, **fields: object) -> dict[str, object]:
    return say("activity", "suspended", when, **fields)


def resumed(when: str | None = None) -> dict[str, object]:
    return say("activity", "resumed", when)


def active(when: str | None = None) -> dict[str, object]:
    return say("activity", "active", when)


def lead(actor: str, when: str | None = None) -> dict[str, object]:
    return say("lead", "lead", when, actor=actor)


def present(place: str = "Camp One", when: str | None = None) -> dict[str, object]:
    return say("presence", "present", when, place=place)


def test_rule_1_an_old_event_told_again_leaves_the_present() -> None:
    news = (
        News()
        .report("2020-03-20", "A", suspended("2020-03-18"))
        .report("2020-06-16", "B", resumed("2020-06-15"))
    )
    news.report("2022-02-01", "C", suspended("2020-03-18"))
    assert values(news.status("2022-03-01")) == ["resumed"]
    assert shown(news.timeline()) == [("suspended", "2020-03-18/2020-06-15"), ("resumed", "2020-06-15/..")]


def test_rule_1_since_a_day_is_also_a_sighting_on_the_publication_day() -> None:
    news = (
        News()
        .report("2019-05-01", "A", lead("Norway"))
        .report("2021-05-01", "B", lead("Canada", "2018-07/.."))
    )
    assert values(news.status("2019-01-01")) == ["Canada"]
    assert values(news.status("2020-01-01")) == ["Norway"]
    assert values(news.status("2021-06-01")) == ["Canada"]


def test_rule_1_of_overlapping_dates_the_one_published_first_comes_first() -> None:
    news = (
        News()
        .report("2020-04-01", "A", suspended("2020-03"))
        .report("2020-04-03", "B", resumed("2020-03-20"))
    )
    assert values(news.status("2020-05-01")) == ["resumed"]
    assert news.kinds() == []


def test_rule_2_active_confirms_a_change_word_and_keeps_it() -> None:
    news = News().report("2020-04-02", "A", active(), say("activity", "reduced"))
    news.report("2020-04-14", "B", active())
    (state,) = news.status("2020-05-01")
    assert (state.value, state.first_seen, state.last_seen) == (
        "reduced",
        date(2020, 4, 2),
        date(2020, 4, 14),
    )
    assert news.kinds() == []


def test_rule_2_provides_confirms_an_increase() -> None:
    news = News().report("2020-04-02", "A", say("contribution", "increases", "2020-04-01", actor="Denmark"))
    news.report("2020-05-14", "B", say("contribution", "provides", actor="Denmark", count=100))
    (state,) = news.status("2020-06-01")
    assert (state.value, state.count, state.last_seen) == ("increases", 100, date(2020, 5, 14))
    assert news.kinds() == []


def test_rule_2_active_begins_a_state_after_a_stop() -> None:
    news = News().report("2020-04-02", "A", suspended()).report("2020-05-02", "A", active())
    assert values(news.status("2020-06-01")) == ["active"]


def test_rule_3_on_the_day_of_a_change_the_new_value_holds() -> None:
    news = (
        News()
        .report("2020-03-20", "A", suspended("2020-03-18"))
        .report("2020-06-16", "B", resumed("2020-06-15"))
    )
    assert values(news.status("2020-06-14")) == ["suspended"]
    assert values(news.status("2020-06-15")) == ["resumed"]


def test_rule_3_a_stated_end_is_the_last_day_where_nothing_follows() -> None:
    news = News().report("2021-01-20", "A", lead("Canada", "2020-03-01/2020-11-24"))
    assert values(news.status("2020-11-24")) == ["Canada"]
    assert values(news.status("2020-11-25")) == []


def test_rule_3_a_hand_over_on_one_day_leaves_no_day_with_two_leads() -> None:
    news = News().report("2020-11-25", "A", lead("Denmark", "2020-11-24/.."), lead("Canada", "../2020-11-24"))
    news.report("2020-01-10", "B", lead("Canada"))
    assert values(news.status("2020-11-23")) == ["Canada"]
    assert values(news.status("2020-11-24")) == ["Denmark"]
    assert news.kinds() == []


def test_rules_4_and_5_a_window_is_cut_at_the_report_and_inside_it_both_hold() -> None:
    news = News().report("2019-12-01", "A", active()).report("2020-04-10", "B", suspended("2020"))
    inside = news.status("2020-02-15")
    assert [(s.value, s.certain) for s in inside] == [("active", False), ("suspended", False)]
    assert [(s.value, s.certain) for s in news.status("2019-12-15")] == [("active", True)]
    assert [(s.value, s.certain) for s in news.status("2020-04-10")] == [("suspended", True)]
    assert [(s.value, s.certain) for s in news.status("2020-08-01")] == [("suspended", True)]
    assert shown(news.timeline())[-1] == ("suspended", "2020/..")


def test_rule_5_a_sighting_inside_the_window_narrows_it() -> None:
    news = News().report("2019-12-01", "A", active()).report("2020-02-01", "A", active())
    news.report("2020-04-10", "B", suspended("2020"))
    assert [(s.value, s.certain) for s in news.status("2020-01-15")] == [("active", True)]
    assert [(s.value, s.certain) for s in news.status("2020-03-01")] == [
        ("active", False),
        ("suspended", False),
    ]


def test_rule_6_an_end_still_to_come_is_a_plan() -> None:
    news = News().report("2020-07-01", "A", lead("Canada", "../2020-12"))
    assert values(news.status("2021-02-01")) == ["Canada"]


@pytest.mark.parametrize("when", ["../2021-06-30", "2020-06-30/2021-06-30"])
def test_rule_6_a_mandate_runs_out(when: str) -> None:
    news = News().report("2020-06-29", "A", say("mandate", "extends", when, actor="Council"))
    assert values(news.status("2021-06-30")) == ["extends"]
    assert values(news.status("2021-07-01")) == []


def test_rule_6_a_mandate_that_is_extended_again_goes_on() -> None:
    news = News().report("2020-06-29", "A", say("mandate", "extends", "../2021-06-30", actor="Council"))
    news.report("2021-06-28", "B", say("mandate", "extends", "../2022-06-30", actor="Council"))
    assert values(news.status("2021-12-01")) == ["extends"]
    assert len(news.timeline()) == 2
    assert news.kinds() == []


def test_rule_7_a_plan_changes_no_state() -> None:
    news = News().report("2023-01-10", "A", active())
    news.report("2023-02-10", "A", say("activity", "ended", "../2023-12-31", modality="planned"))
    (state,) = news.status("2024-06-01")
    assert (state.value, state.last_seen) == ("active", date(2023, 1, 10))


def test_rule_8_sightings_with_another_between_are_three_states() -> None:
    news = News().report("2020-01-10", "A", lead("Canada")).report("2020-03-10", "B", lead("Denmark"))
    news.report("2020-05-10", "C", lead("Canada"))
    seen = [(s.actor, s.first_seen, s.last_seen, s.valid) for s in news.timeline()]
    assert seen == [
        ("Canada", date(2020, 1, 10), date(2020, 1, 10), None),
        ("Denmark", date(2020, 3, 10), date(2020, 3, 10), None),
        ("Canada", date(2020, 5, 10), date(2020, 5, 10), None),
    ]
    assert news.kinds() == ["newer report", "newer report"]


def test_rule_9_a_change_dated_after_the_earlier_report_is_a_new_one() -> None:
    news = (
        News()
        .report("2020-01-06", "A", suspended("2020-01-05"))
        .report("2020-03-13", "B", suspended("2020-03-12"))
    )
    assert shown(news.timeline()) == [
        ("suspended", "2020-01-05/2020-03-12"),
        ("suspended", "2020-03-12/.."),
    ]
    assert news.kinds() == []


def test_rule_9_a_change_dated_before_the_earlier_report_is_the_same_one() -> None:
    news = (
        News()
        .report("2020-03-20", "A", suspended("2020-03-18"))
        .report("2020-03-25", "B", suspended("2020-03-20"))
    )
    (state,) = news.status("2020-04-01")
    assert state.disputed
    assert news.kinds() == ["other date"]
    assert [(s.value, s.certain) for s in news.status("2020-03-19")] == [("suspended", False)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (lead("Canada", "2018-07/.."), lead("Canada", "2019-02/..")),
        (present(when="2018-07/.."), present(when="2019-02/..")),
        (
            say("commander", "command", "2018-07-01/..", actor="Ann Lee"),
            say("commander", "command", "2019-02-03/..", actor="Ann Lee"),
        ),
    ],
)
def test_rule_9_a_second_since_is_another_date(first: dict[str, object], second: dict[str, object]) -> None:
    news = News().report("2018-08-01", "A", first).report("2019-03-01", "B", second)
    assert len(news.timeline()) == 1
    assert news.kinds() == ["other date"]
    assert news.timeline()[0].disputed


def test_rule_9_one_outlet_corrects_its_own_date_in_silence() -> None:
    news = (
        News()
        .report("2020-03-20", "A", suspended("2020-03-18"))
        .report("2020-03-25", "A", suspended("2020-03-20"))
    )
    assert shown(news.timeline()) == [("suspended", "2020-03-20/..")]
    assert news.kinds() == []


@pytest.mark.parametrize(
    "dates", [("2020-03", "2020-03-18"), ("2020-03-18", "2020-03"), ("2020-21", "2020-03-18")]
)
def test_rule_10_dates_of_which_one_lies_in_the_other_agree(dates: tuple[str, str]) -> None:
    news = (
        News().report("2020-06-01", "A", suspended(dates[0])).report("2020-06-03", "B", suspended(dates[1]))
    )
    assert shown(news.timeline()) == [("suspended", "2020-03-18/..")]
    assert news.kinds() == []
    assert not news.timeline()[0].disputed


def test_rule_11_a_closed_past_is_cut_out_and_the_day_after_is_as_it_was() -> None:
    news = News().report("2019-06-01", "A", lead("Canada")).report("2022-03-01", "B", lead("Canada"))
    news.report("2023-01-10", "C", lead("Denmark", "2020-11-24/2021-05-10"))
    assert shown(news.timeline()) == [
        ("Canada", "../2020-11-24"),
        ("Denmark", "2020-11-24/2021-05-10"),
        ("Canada", "2021-05-10/.."),
    ]
    assert [values(news.status(day)) for day in ("2020-11-23", "2020-11-24", "2021-05-10", "2021-05-11")] == [
        ["Canada"],
        ["Denmark"],
        ["Denmark"],
        ["Canada"],
    ]
    assert news.kinds() == []
    canada = news.timeline()[0]
    assert canada.closed_by == news.timeline()[1].claims


def test_rule_11_a_closed_past_gives_its_own_value_an_end() -> None:
    news = News().report("2020-11-25", "A", lead("Denmark", "2020-11-24/.."))
    news.report("2022-06-01", "B", lead("Denmark", "2020-11-24/2022-05-10"))
    assert shown(news.timeline()) == [("Denmark", "2020-11-24/2022-05-10")]
    assert values(news.status("2022-05-11")) == []


def test_rule_11_a_closed_past_against_a_sighting_in_it_is_a_contradiction() -> None:
    news = News().report("2021-01-10", "A", lead("Canada"))
    news.report("2023-01-10", "C", lead("Denmark", "2020-11-24/2021-05-10"))
    assert news.kinds() == ["contradiction"]
    both = news.status("2021-03-01")
    assert [(s.actor, s.disputed) for s in both] == [("Denmark", True), ("Canada", True)]


def test_rule_12_a_start_learnt_later_holds_only_for_what_is_known_then() -> None:
    news = News().report("2020-05-01", "A", present()).report("2021-02-01", "B", present(when="2017/.."))
    assert values(news.status("2019-01-01")) == ["Camp One"]
    assert values(news.status("2019-01-01", known="2020-12-31")) == []
    assert [s.certain for s in news.status("2017-06-01")] == [False]


def test_rule_13_first_and_last_seen_known_from() -> None:
    news = News().report("2020-05-01", "A", present()).report("2021-02-01", "B", present())
    news.report("2023-02-01", "C", lead("Canada", "2020-01/2020-06"))
    led, seen = news.timeline()
    assert (seen.first_seen, seen.last_seen, seen.known_from) == (
        date(2020, 5, 1),
        date(2021, 2, 1),
        date(2020, 5, 1),
    )
    assert (led.first_seen, led.last_seen, led.known_from) == (None, None, date(2023, 2, 1))


def test_rule_13_an_old_event_told_again_is_no_sighting_of_what_is_over() -> None:
    news = (
        News()
        .report("2020-03-20", "A", suspended("2020-03-18"))
        .report("2020-06-16", "B", resumed("2020-06-15"))
    )
    news.report("2022-02-01", "C", suspended("2020-03-18"))
    assert news.timeline()[0].last_seen == date(2020, 3, 20)


def test_rule_14_the_newest_publication_is_the_default_day() -> None:
    news = (
        News()
        .report("2020-05-01", "A", present())
        .report("2021-02", "B", present())
        .report(None, "C", present())
    )
    assert register.latest_publication(news.known()) == date(2021, 2, 28)
    assert register.latest_publication(News().report(None, "C", present()).known()) is None


def test_rule_15_two_reports_of_one_day_are_unordered() -> None:
    news = News().report("2020-05-01", "A", suspended()).report("2020-05-01", "B", active())
    both = news.status("2020-06-01")
    assert [(s.value, s.disputed) for s in both] == [("active", True), ("suspended", True)]
    assert news.kinds() == ["contradiction"]
    assert both[0].against == both[1].claims


def test_rule_15_a_later_report_settles_it() -> None:
    news = News().report("2020-05-01", "A", suspended()).report("2020-05-01", "B", active())
    news.report("2020-05-20", "C", active())
    assert [(s.value, s.disputed) for s in news.status("2020-05-19")] == [
        ("active", True),
        ("suspended", True),
    ]
    assert [(s.value, s.disputed) for s in news.status("2020-06-01")] == [("active", False)]
    assert [s.disputed for s in news.timeline()] == [True, True]


def test_rule_16_an_imprecise_publication_is_not_earlier_than_a_day_in_it() -> None:
    news = News().report("2020-04", "A", suspended()).report("2020-04-14", "B", active())
    assert [(s.value, s.disputed) for s in news.status("2020-05-15")] == [
        ("active", True),
        ("suspended", True),
    ]
    assert [(s.value, s.disputed) for s in news.status("2020-04-20", known="2020-04-20")] == [
        ("active", False)
    ]
    assert values(news.status("2020-05-15", known="2020-04-29")) == ["active"]


def test_rule_17_an_undated_report_retires_nothing() -> None:
    news = News().report("2020-01-10", "A", lead("Canada")).report(None, "B", lead("Denmark"))
    assert values(news.status("2021-01-01")) == ["Canada"]
    assert values(news.status("2021-01-01", undated=True)) == ["Canada", "Denmark"]
    undated = next(s for s in news.timeline() if s.actor == "Denmark")
    assert (undated.valid, undated.known_from, undated.first_seen, undated.last_seen) == (
        None,
        None,
        None,
        None,
    )
    assert news.kinds() == []


def test_rule_17_what_an_undated_report_dates_counts_in_full() -> None:
    news = (
        News().report("2020-01-10", "A", lead("Canada")).report(None, "B", lead("Denmark", "2020-11-24/.."))
    )
    (state,) = news.status("2021-01-01")
    assert (state.actor, state.known_from, state.last_seen) == ("Denmark", None, None)
    assert values(news.status("2021-01-01", known="2021-12-31")) == ["Canada"]


def test_rule_17_an_undated_report_is_known_from_the_day_it_was_fetched() -> None:
    news = News().report(None, "B", lead("Denmark", "2020-11-24/.."), fetched="2022-01-05")
    assert values(news.status("2021-01-01", known="2022-01-05")) == ["Denmark"]
    assert values(news.status("2021-01-01", known="2022-01-04")) == []


def test_a_change_reported_on_its_own_day_is_a_change() -> None:
    news = (
        News()
        .report("2020-01-10", "A", lead("Canada"))
        .report("2020-11-24", "B", lead("Denmark", "2020-11-24/.."))
    )
    news.report("2022-05", "C", lead("Italy", "2022-05/.."))
    assert news.kinds() == []
    assert [(s.actor, s.first_seen) for s in news.timeline()] == [
        ("Canada", date(2020, 1, 10)),
        ("Denmark", date(2020, 11, 24)),
        ("Italy", date(2022, 5, 31)),
    ]


def test_what_is_so_today_is_a_sighting_and_no_start() -> None:
    news = (
        News()
        .report("2018-10-10", "A", lead("Canada"))
        .report("2019-11-26", "B", lead("Canada", "2019-11-26"))
    )
    (state,) = news.timeline()
    assert (state.valid, state.first_seen, state.last_seen) == (None, date(2018, 10, 10), date(2019, 11, 26))
    assert news.kinds() == []


def test_what_was_so_at_a_date_began_no_later_and_is_no_second_since() -> None:
    news = News().report("2018-10-10", "A", lead("Canada", "2018-07/.."))
    news.report("2020-11-26", "B", lead("Canada", "2019"), lead("Norway", "2020-02"))
    assert shown(news.timeline()) == [("Canada", "2018-07/2020-02"), ("Norway", "2020-02/..")]
    assert news.kinds() == []
    assert news.timeline()[0].last_seen == date(2018, 10, 10)


def test_a_report_that_tells_an_end_does_not_see_the_ended_go_on() -> None:
    news = News().report(
        "2023-05",
        "A",
        lead("Italy", "2022-05/.."),
        lead("Italy", "../2023-05"),
        lead("Spain", "2023-05/.."),
    )
    assert values(news.status("2023-08-01")) == ["Spain"]
    assert shown(news.timeline()) == [("Italy", "2022-05/2023-05"), ("Spain", "2023-05/..")]


def test_one_event_told_on_its_day_and_by_an_undated_report_is_one() -> None:
    news = News().report("2020-01-04", "A", suspended()).report(None, "B", suspended("2020-01-04"))
    assert shown(news.timeline()) == [("suspended", "2020-01-04/..")]


def test_rule_10_a_wide_date_takes_no_side_between_two_narrow_ones() -> None:
    news = News().report("2020-01-10", "A", say("activity", "established", "2018-07"))
    news.report("2020-01-11", "B", say("activity", "established", "2018-10"))
    news.report("2020-01-12", "C", say("activity", "established", "2018"))
    (found,) = news.disagreements()
    assert found.kind == "other date"
    assert sorted(len(side.claims) for side in found.sides) == [1, 1]


def test_rule_11_a_later_term_of_the_same_value_is_a_term_of_its_own() -> None:
    news = News().report("2019-03-29", "A", lead("Spain", "2019-03-29/.."))
    news.report("2023-07-17", "B", lead("Spain", "2023-02-15/2023-07-17"))
    assert shown(news.timeline()) == [("Spain", "2019-03-29/2023-02-15"), ("Spain", "2023-02-15/2023-07-17")]
    assert news.kinds() == []
    assert values(news.status("2023-08-01")) == []


def test_rule_11_another_start_of_the_same_term_is_another_date() -> None:
    news = News().report("2020-11-25", "A", lead("Denmark", "2020-11-20/.."))
    news.report("2023-07-17", "B", lead("Denmark", "2020-11-24/2022-05-10"))
    assert news.kinds() == ["other date"]
    (state,) = news.timeline()
    assert state.disputed


def test_rule_1_of_one_date_the_later_report_tells_the_later_change() -> None:
    news = (
        News()
        .report("2020-06-15", "A", suspended("2020-06-15"))
        .report("2020-06-16", "B", resumed("2020-06-15"))
    )
    assert values(news.status("2020-06-20")) == ["resumed"]
    assert news.kinds() == []


def test_rule_15_changes_of_one_date_in_reports_of_one_day_are_unordered() -> None:
    news = (
        News()
        .report("2020-06-16", "A", suspended("2020-06-15"))
        .report("2020-06-16", "B", resumed("2020-06-15"))
    )
    assert [(s.value, s.disputed) for s in news.status("2020-06-20")] == [
        ("resumed", True),
        ("suspended", True),
    ]
    assert news.kinds() == ["contradiction"]


def test_rule_30_an_outlet_replaces_its_own_lead_of_one_date() -> None:
    news = News().report("2020-06-16", "A", lead("Canada", "2020-06-15/.."))
    news.report("2020-06-18", "A", lead("Denmark", "2020-06-15/.."))
    assert values(news.status("2020-06-20")) == ["Denmark"]
    assert news.kinds() == []


def test_two_ends_of_one_mandate_are_another_date() -> None:
    news = News().report("2020-06-29", "A", say("mandate", "extends", "../2021-06-30", actor="Council"))
    news.report("2020-06-29", "B", say("mandate", "extends", "../2021-12-31", actor="Council"))
    (found,) = news.disagreements()
    assert (found.kind, sorted(side.value for side in found.sides)) == (
        "other date",
        ["2021-06-30", "2021-12-31"],
    )


def test_a_mandate_with_a_start_and_an_end() -> None:
    news = News().report(
        "2020-06-29", "A", say("mandate", "extends", "2020-07-01/2021-06-30", actor="Council")
    )
    assert values(news.status("2020-06-30")) == []
    assert values(news.status("2020-07-01")) == ["extends"]
    assert values(news.status("2021-07-01")) == []


def test_a_mandate_of_an_undated_report_ends_when_it_says() -> None:
    news = News().report(None, "A", say("mandate", "extends", "../2021-06-30", actor="Council"))
    assert shown(news.timeline()) == [("extends", "../2021-06-30")]
