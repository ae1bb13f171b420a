"""What shares a slot, what closes what, and who can disagree inside one (rules 18 to 24)."""

from __future__ import annotations

from datetime import date

import pytest

from reconciling.histories import News, say, shown, values


def contribution(value: str, actor: str, when: str | None = None, **fields: object) -> dict[str, object]:
    return say("contribution", value, when, actor=actor, **fields)


def activity(value: str, when: str | None = None, **fields: object) -> dict[str, object]:
    return say("activity", value, when, **fields)


def test_rule_18_a_nation_and_an_organisation_lead_side_by_side() -> None:
    news = News().report(
        "2021-05-01", "A", say("lead", "lead", actor="Italy"), say("lead", "lead", actor="NATO")
    )
    news.report("2021-06-01", "B", say("lead", "lead", actor="NATO"))
    assert values(news.status("2021-07-01")) == ["Italy", "NATO"]
    assert news.kinds() == []


def test_rule_18_two_nations_do_not_lead_side_by_side() -> None:
    news = News().report("2021-05-01", "A", say("lead", "lead", actor="Italy"))
    news.report("2021-06-01", "B", say("lead", "lead", actor="Spain"))
    assert values(news.status("2021-07-01")) == ["Spain"]


def test_rule_18_leaving_one_base_is_not_leaving() -> None:
    news = News().report(
        "2020-03-19",
        "A",
        contribution("withdraws", "Denmark", "2020-03-18", place="Camp One"),
        contribution("provides", "Denmark"),
    )
    assert [(s.value, s.place) for s in news.status("2020-04-01")] == [
        ("provides", None),
        ("withdraws", "Camp One"),
    ]


@pytest.mark.parametrize(
    "claims",
    [
        (say("task", "training"), say("task", "advising")),
        (say("presence", "present", place="Here"), say("presence", "present", place="There")),
        (contribution("provides", "Denmark"), contribution("provides", "Norway")),
        (say("measure", "health"), say("measure", "force-protection")),
        (say("mandate", "approves", actor="Council"), say("mandate", "ends", actor="Parliament")),
    ],
)
def test_rule_18_slots_of_their_own(claims: tuple[dict[str, object], dict[str, object]]) -> None:
    news = News().report("2020-01-01", "A", claims[0]).report("2020-02-01", "B", claims[1])
    assert len(news.status("2020-03-01")) == 2


def test_rule_19_an_incident_holds_only_on_its_day() -> None:
    news = News().report(
        "2020-01-20", "A", say("incident", "attack", "2020-01-15", place="Camp One", count=2)
    )
    assert values(news.status("2020-01-15")) == ["attack"]
    assert values(news.status("2020-01-16")) == []
    assert shown(news.timeline()) == [("attack", "2020-01-15")]


@pytest.mark.parametrize("value", ["requests", "rejects"])
def test_rule_19_requests_and_rejections_are_events(value: str) -> None:
    news = News().report("2020-01-20", "A", say("mandate", value, "2020-01-15", actor="Parliament"))
    assert values(news.status("2020-01-15")) == [value]
    assert values(news.status("2020-04-01")) == []


def test_rule_19_two_reports_of_one_incident_are_one() -> None:
    news = News().report(
        "2020-03-12", "A", say("incident", "attack", "2020-03-11", place="Camp One", count=3)
    )
    news.report("2020-04-12", "B", say("incident", "attack", "2020-03", place="the Camp One"))
    (state,) = news.timeline()
    assert (state.count, len(state.claims), str(state.valid)) == (3, 2, "2020-03-11")


def test_rule_19_the_dead_of_one_day_can_be_counted_differently() -> None:
    news = News().report(
        "2020-03-12", "A", say("incident", "attack", "2020-03-11", place="Camp One", count=3)
    )
    news.report("2020-03-13", "B", say("incident", "attack", "2020-03-11", place="Camp One", count=5))
    assert news.kinds() == ["different figure"]
    assert [s.disputed for s in news.timeline()] == [True, True]


def test_rule_19_a_source_counts_its_dead_anew() -> None:
    news = News().report(
        "2020-03-12", "A", say("incident", "attack", "2020-03-11", place="Camp One", count=3)
    )
    news.report("2020-03-13", "A", say("incident", "attack", "2020-03-11", place="Camp One", count=5))
    assert news.kinds() == []
    assert [(s.count, s.disputed) for s in news.timeline()] == [(5, False)]


def everything_at(place: str) -> tuple[dict[str, object], ...]:
    return (
        say("commander", "command", actor="Ann Lee"),
        say("lead", "lead", actor="NATO"),
        say("strength", "personnel", count=900),
        say("task", "training"),
        say("presence", "present", place=place),
        contribution("provides", "Denmark"),
        contribution("provides", "Denmark", place=place),
        contribution("provides", "Norway", place=place),
    )


def test_rule_20_the_end_of_the_mission_closes_all_inside() -> None:
    news = News().report("2023-02-01", "A", *everything_at("Camp One"))
    news.report("2024-01-02", "B", activity("ended", "2023-12-31"))
    assert len(news.status("2023-12-30")) == 8
    assert values(news.status("2023-12-31")) == ["ended"]
    closed = [s for s in news.timeline() if s.value != "ended"]
    ended = next(s for s in news.timeline() if s.value == "ended")
    assert all(s.closed_by == ended.claims and str(s.valid) == "../2023-12-31" for s in closed)
    assert news.kinds() == []
    assert len(news.status("2024-02-01", known="2024-01-01")) == 8


def test_rule_20_a_later_report_opens_again() -> None:
    news = News().report("2023-02-01", "A", say("presence", "present", place="Camp One"))
    news.report("2024-01-02", "B", activity("ended", "2023-12-31"))
    news.report("2024-03-01", "C", say("presence", "present", place="Camp One"))
    assert values(news.status("2024-04-01")) == ["ended", "Camp One"]
    assert values(news.status("2024-02-01")) == ["ended"]


def test_rule_20_a_place_closes_what_is_there_and_nothing_else() -> None:
    news = News().report("2023-02-01", "A", activity("active"), *everything_at("Camp One"))
    news.report("2023-03-02", "B", activity("ended", "2023-03-01", place="Camp One"))
    left = news.status("2023-04-01")
    assert [(s.aspect, s.value) for s in left if s.place == "Camp One"] == [("activity", "ended")]
    assert len(left) == 7


def test_rule_20_a_nation_that_withdraws_leaves_all_places() -> None:
    news = News().report("2023-02-01", "A", activity("active"), *everything_at("Camp One"))
    news.report("2023-03-02", "B", contribution("withdraws", "Denmark", "2023-03-01"))
    parts = [(s.actor, s.value, s.place) for s in news.status("2023-04-01") if s.aspect == "contribution"]
    assert parts == [("Denmark", "withdraws", None), ("Norway", "provides", "Camp One")]
    assert ("activity", "active") in [(s.aspect, s.value) for s in news.status("2023-04-01")]


def test_rule_20_suspension_closes_nothing() -> None:
    news = News().report("2023-02-01", "A", *everything_at("Camp One"))
    news.report("2023-03-02", "B", activity("suspended", "2023-03-01"))
    assert len(news.status("2023-04-01")) == 9


def test_rule_20_an_end_that_is_disputed_closes_nothing() -> None:
    news = News().report("2023-02-01", "A", say("presence", "present", place="Camp One"))
    news.report("2023-03-02", "B", activity("ended")).report("2023-03-02", "C", activity("active"))
    assert values(news.status("2023-04-01")) == ["active", "ended", "Camp One"]


def test_rule_21_a_part_and_the_whole_do_not_retire_each_other() -> None:
    news = News().report("2020-03-01", "A", activity("active"))
    news.report("2020-03-20", "B", activity("suspended", place="Camp One"))
    assert values(news.status("2020-04-01")) == ["active", "suspended"]
    assert news.kinds() == []


def test_rule_21_the_whole_is_stopped_and_a_part_seen_to_run() -> None:
    news = News().report("2020-03-20", "A", activity("suspended"))
    news.report("2020-03-25", "B", activity("active", place="Camp One"))
    assert news.kinds() == ["part against whole"]
    assert [(s.value, s.disputed) for s in news.status("2020-04-01")] == [
        ("suspended", False),
        ("active", False),
    ]


def test_rule_21_a_part_seen_before_the_whole_stopped_is_no_disagreement() -> None:
    news = News().report("2020-03-10", "B", activity("active", place="Camp One"))
    news.report("2020-03-20", "A", activity("suspended"))
    assert news.kinds() == []


def test_rule_22_one_voice_names_two_leads() -> None:
    news = News().report(
        "2022-05-01", "A", say("lead", "lead", actor="Italy"), say("lead", "lead", actor="Spain")
    )
    news.report("2022-05-20", "B", say("lead", "lead", actor="Italy"))
    assert [(s.actor, s.disputed) for s in news.status("2022-06-01")] == [("Italy", False), ("Spain", False)]
    assert news.kinds() == []
    news.report("2022-06-20", "B", say("lead", "lead", "2022-06-18/..", actor="France"))
    assert values(news.status("2022-07-01")) == ["France"]


def test_rule_22_two_speakers_in_one_report_are_two_sources() -> None:
    news = News().report(
        "2022-05-01", "A", activity("active", said_by="Ann Lee"), activity("suspended", said_by="Bo Berg")
    )
    assert news.kinds() == ["contradiction"]


def test_rule_23_a_later_denial_ends_a_state_and_opens_none() -> None:
    news = News().report("2020-03-01", "A", say("presence", "present", place="Camp One"))
    news.report("2020-05-01", "B", say("presence", "present", place="Camp One", modality="denied"))
    assert values(news.status("2020-04-30")) == ["Camp One"]
    assert values(news.status("2020-05-01")) == []
    (state,) = news.timeline()
    assert len(state.closed_by) == 1
    assert news.kinds() == []


def test_rule_23_a_denial_of_the_same_day_disputes() -> None:
    news = News().report("2020-03-01", "A", say("presence", "present", place="Camp One"))
    news.report("2020-03-01", "B", say("presence", "present", place="Camp One", modality="denied"))
    (state,) = news.status("2020-06-01")
    assert state.disputed
    assert news.kinds() == ["contradiction"]


def test_rule_23_a_denial_speaks_of_its_own_value_and_actor() -> None:
    news = News().report(
        "2020-03-01", "A", contribution("provides", "Denmark"), contribution("provides", "Norway")
    )
    news.report("2020-05-01", "B", contribution("provides", "Norway", modality="denied"))
    assert [s.actor for s in news.status("2020-06-01")] == ["Denmark"]


def test_rule_23_not_yet_resumed_sees_the_suspension_again() -> None:
    news = News().report("2020-03-20", "A", activity("suspended", "2020-03-18"))
    news.report("2020-05-01", "B", activity("resumed", modality="denied"))
    (state,) = news.status("2020-06-01")
    assert (state.value, state.last_seen, state.disputed) == ("suspended", date(2020, 5, 1), False)


def test_rule_24_nothing_crosses_to_another_mission() -> None:
    news = News().report("2014-12-01", "A", contribution("provides", "Georgia", count=100))
    news.report("2015-01-20", "B", activity("ended", "2014-12-31", mission="Mission Two"))
    assert [s.mission for s in news.status("2015-03-01")] == ["Mission One", "Mission Two"]


def test_a_dated_denial_of_an_incident_contradicts_it() -> None:
    attack = say("incident", "attack", "2020-03-11", place="Camp One")
    news = (
        News().report("2020-03-12", "A", attack).report("2020-03-12", "B", {**attack, "modality": "denied"})
    )
    assert news.kinds() == ["contradiction"]
    assert [s.disputed for s in news.timeline()] == [True]


def test_an_undated_denial_of_an_incident_denies_none_of_a_day() -> None:
    attack = say("incident", "attack", "2020-03-11", place="Camp One")
    news = News().report("2020-03-12", "A", attack)
    news.report("2020-05-12", "B", say("incident", "attack", place="Camp One", modality="denied"))
    assert news.kinds() == []


@pytest.mark.parametrize("when", ["../2019", "2018/2019"])
def test_a_denial_of_a_closed_past_says_nothing_of_the_present(when: str) -> None:
    news = News().report("2020-03-01", "A", say("presence", "present", place="Camp One"))
    news.report("2020-05-01", "B", say("presence", "present", when, place="Camp One", modality="denied"))
    assert values(news.status("2020-06-01")) == ["Camp One"]


def test_a_denial_since_a_day_ends_the_state_on_that_day() -> None:
    news = News().report("2020-03-01", "A", say("presence", "present", place="Camp One"))
    news.report(
        "2020-05-20", "B", say("presence", "present", "2020-05-01/..", place="Camp One", modality="denied")
    )
    assert shown(news.timeline()) == [("Camp One", "../2020-05-01")]
