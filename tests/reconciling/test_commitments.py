"""What was promised and what became of it (rules 31 to 38)."""

from __future__ import annotations

import pytest

from missionwatch.model.register import Commitment
from missionwatch.reconciling import register
from reconciling.histories import News, day, say


def lead(
    modality: str, when: str | None = None, actor: str = "Denmark", **fields: object
) -> dict[str, object]:
    return say("lead", "lead", when, actor=actor, modality=modality, **fields)


def activity(modality: str, value: str, when: str | None = None, **fields: object) -> dict[str, object]:
    return say("activity", value, when, modality=modality, **fields)


def sends(modality: str, count: int | None, when: str | None = None, **fields: object) -> dict[str, object]:
    return say("contribution", "provides", when, actor="Denmark", modality=modality, count=count, **fields)


def only(found: tuple[Commitment, ...]) -> Commitment:
    (commitment,) = found
    return commitment


def state(news: News, on: str, known: str | None = None) -> str:
    return only(news.commitments(on, known)).state


def test_rule_31_offered_approved_and_done_is_one_commitment() -> None:
    news = News().report("2019-11-20", "A", lead("offered", said_by="Ann Lee"))
    news.report("2020-02-13", "B", lead("planned", "[2020-02-13..2020-12-31]"))
    news.report("2020-11-25", "C", lead("actual", "2020-11-24/.."))
    found = only(news.commitments("2020-12-01"))
    assert [step.modality for step in found.steps] == ["offered", "planned", "actual"]
    assert [str(step.published) for step in found.steps] == ["2019-11-20", "2020-02-13", "2020-11-25"]
    assert found.steps[0].said_by == "Ann Lee"
    assert (found.state, str(found.fulfilled)) == ("fulfilled", "2020-11-24")
    assert found.outcome == (found.steps[-1].claim,)


def test_rule_31_another_count_is_a_step() -> None:
    news = (
        News()
        .report("2020-02-13", "A", sends("planned", 200))
        .report("2020-03-13", "B", sends("planned", 285))
    )
    assert only(news.commitments("2020-04-01")).count == 285


def test_rule_31_a_promise_after_fulfilment_is_a_new_one() -> None:
    news = (
        News()
        .report("2020-02-01", "A", sends("planned", 100))
        .report("2020-03-01", "B", sends("actual", 100))
    )
    news.report("2020-06-01", "A", sends("planned", 300))
    assert sorted(c.state for c in news.commitments("2020-07-01")) == ["fulfilled", "open"]
    assert len({c.id for c in news.commitments("2020-07-01")}) == 2


def test_rule_31_a_promise_after_withdrawal_is_a_new_one() -> None:
    news = News().report("2020-02-01", "A", activity("planned", "expanded"))
    news.report("2020-03-01", "B", activity("denied", "expanded")).report(
        "2020-06-01", "C", activity("planned", "expanded")
    )
    assert sorted(c.state for c in news.commitments("2020-07-01")) == ["open", "withdrawn"]


@pytest.mark.parametrize(
    "other",
    [
        lead("planned", actor="Norway"),
        say("lead", "lead", actor="Denmark", modality="planned", place="Camp One"),
        say("lead", "lead", actor="Denmark", modality="planned", mission="Mission Two"),
    ],
)
def test_rule_31_another_actor_place_or_mission_is_another_commitment(other: dict[str, object]) -> None:
    news = News().report("2020-02-01", "A", lead("planned")).report("2020-03-01", "B", other)
    assert len(news.commitments("2020-04-01")) == 2


def test_rule_32_narrowed_slipped_and_brought_forward() -> None:
    news = News().report("2020-01-10", "A", activity("planned", "ended", "[2020-01-10..2020-12-31]"))
    assert (state(news, "2020-01-11"), str(only(news.commitments("2020-01-11")).due)) == (
        "open",
        "[2020-01-10..2020-12-31]",
    )
    news.report("2020-02-10", "B", activity("planned", "ended", "2020-11"))
    assert state(news, "2020-02-11") == "open"
    news.report("2020-10-10", "C", activity("planned", "ended", "2021-21"))
    assert state(news, "2020-10-11") == "slipped"
    news.report("2020-10-20", "D", activity("planned", "ended", "2021-02"))
    found = only(news.commitments("2020-10-21"))
    assert [step.note for step in found.steps] == [None, "narrowed", "slipped", "brought forward"]
    assert str(found.due) == "2021-02"
    assert state(news, "2021-03-01") == "overdue"


def test_rule_32_brought_forward_stays_open() -> None:
    news = News().report("2020-01-10", "A", activity("planned", "ended", "2020-11"))
    news.report("2020-02-10", "B", activity("planned", "ended", "2020-06"))
    assert state(news, "2020-02-11") == "open"
    assert state(news, "2020-07-01") == "overdue"


def test_rule_32_no_new_date_leaves_the_due() -> None:
    news = News().report("2020-01-10", "A", lead("planned", "2020-11/.."))
    news.report("2020-02-10", "B", lead("planned"))
    assert str(only(news.commitments("2020-03-01")).due) == "2020-11"


def test_rule_32_not_in_may_but_in_june_is_a_slip() -> None:
    news = News().report("2020-01-10", "A", lead("planned", "2020-05/.."))
    news.report("2020-04-10", "B", lead("denied", "2020-05/.."), lead("planned", "2020-06/.."))
    assert state(news, "2020-05-15") == "slipped"


def test_rule_33_overdue_from_the_day_after_the_last_day() -> None:
    news = News().report("2020-01-10", "A", lead("planned", "2020-11/.."))
    assert state(news, "2020-11-30") == "open"
    assert state(news, "2020-12-01") == "overdue"


def test_rule_33_an_event_at_the_earliest_on_a_day_has_no_last_day() -> None:
    news = News().report("2020-01-10", "A", activity("planned", "resumed", "2020-11/.."))
    assert state(news, "2030-01-01") == "open"


def test_rule_33_an_event_by_a_day_is_overdue_after_it() -> None:
    news = News().report("2020-01-10", "A", activity("planned", "resumed", "../2020-11"))
    assert state(news, "2020-12-01") == "overdue"


def test_rule_33_leading_until_a_day_is_not_due_on_it() -> None:
    news = News().report("2020-01-10", "A", lead("planned", "../2020-11"))
    assert state(news, "2022-12-01") == "open"


def test_rule_33_a_condition_without_a_date_is_never_overdue() -> None:
    news = News().report("2020-01-10", "A", activity("planned", "resumed", condition="the situation allows"))
    found = only(news.commitments("2030-01-01"))
    assert (found.state, found.condition, found.due) == ("open", "the situation allows", None)


@pytest.mark.parametrize("modality", ["offered", "considered"])
def test_rule_34_only_what_is_planned_is_overdue_or_slips(modality: str) -> None:
    news = News().report("2020-01-10", "A", lead(modality, "2020-05/.."))
    news.report("2020-02-10", "B", lead(modality, "2020-07/.."))
    assert state(news, "2020-03-01") == "open"
    assert state(news, "2021-01-01") == "open"
    news.report("2020-03-10", "C", lead("planned"))
    assert state(news, "2020-04-01") == "slipped"
    assert state(news, "2021-01-01") == "overdue"


@pytest.mark.parametrize("speaker", [None, "Ann Lee"])
def test_rule_35_who_promised_or_the_report_itself_withdraws(speaker: str | None) -> None:
    news = News().report("2020-01-10", "A", activity("planned", "ended", "2020-11", said_by="Ann Lee"))
    news.report("2020-06-10", "B", activity("denied", "ended", said_by=speaker))
    assert state(news, "2020-05-01") == "open"
    assert state(news, "2021-05-01") == "withdrawn"
    assert state(news, "2021-05-01", known="2020-06-09") == "overdue"
    assert news.kinds() == []


def test_rule_35_somebody_else_contradicts_and_withdraws_nothing() -> None:
    news = News().report("2020-01-10", "A", activity("planned", "expanded", said_by="Ann Lee"))
    news.report("2020-06-10", "B", activity("denied", "expanded", said_by="Bo Berg"))
    assert state(news, "2021-05-01") == "open"
    assert news.kinds() == ["contradiction"]


def test_rule_35_who_decides_for_it_withdraws() -> None:
    news = News().report("2020-01-10", "A", lead("planned"))
    news.report("2020-06-10", "B", lead("denied", said_by="Danish parliament"))
    found = register.commitments(
        news.known(),
        on=day("2020-07-01"),
        decides_for=lambda speaker, claim: (speaker, claim.actor) == ("Danish parliament", "Denmark"),
    )
    assert only(found).state == "withdrawn"


def test_rule_35_a_denial_before_the_promise_withdraws_nothing() -> None:
    news = News().report("2020-01-10", "A", lead("denied")).report("2020-06-10", "B", lead("planned"))
    assert state(news, "2020-07-01") == "open"


@pytest.mark.parametrize("speaker", [None, "Bo Berg"])
def test_rule_36_an_offer_turned_down_in_one_report_is_withdrawn(speaker: str | None) -> None:
    news = News().report("2020-01-10", "A", sends("denied", 200, said_by=speaker), sends("offered", 200))
    found = only(news.commitments("2020-02-01"))
    assert found.state == "withdrawn"
    assert [(step.modality, step.said_by) for step in found.steps] == [("offered", None), ("denied", speaker)]
    assert news.kinds() == []


def test_rule_36_turning_an_offer_down_denies_nothing_that_is() -> None:
    news = News().report("2019-01-10", "A", sends("actual", 100))
    news.report("2020-01-10", "A", sends("offered", None), sends("denied", None))
    assert [s.count for s in news.status("2020-02-01")] == [100]


def test_rule_37_done_by_another_fulfils_nothing() -> None:
    news = News().report("2020-01-10", "A", lead("planned", "2020-05/.."))
    news.report("2020-05-10", "B", lead("actual", "2020-05-09/..", actor="Norway"))
    assert state(news, "2020-07-01") == "overdue"


def test_rule_37_anybody_keeps_a_promise_that_names_nobody() -> None:
    news = News().report("2020-01-10", "A", say("mandate", "extends", modality="planned"))
    news.report("2020-05-10", "B", say("mandate", "extends", "2020-05-09", actor="Council"))
    assert state(news, "2020-07-01") == "fulfilled"


@pytest.mark.parametrize(
    ("sent", "expected"), [(120, "open"), (200, "fulfilled"), (213, "fulfilled"), (195, "fulfilled")]
)
def test_rule_37_the_count_is_not_lower_or_is_a_rounding(sent: int, expected: str) -> None:
    news = (
        News()
        .report("2020-01-10", "A", sends("planned", 200))
        .report("2020-05-10", "B", sends("actual", sent))
    )
    assert state(news, "2020-07-01") == expected


def test_rule_37_led_before_fulfils_nothing() -> None:
    news = News().report("2020-01-10", "A", lead("planned", "2020-05/.."))
    news.report("2020-02-10", "B", lead("actual", "2017-01/2017-12"))
    assert state(news, "2020-07-01") == "overdue"


def test_rule_37_a_state_that_held_already_fulfils_nothing() -> None:
    news = News().report("2019-01-10", "A", sends("actual", 200))
    news.report("2020-01-10", "A", sends("planned", 200, "2020-05/.."))
    news.report("2020-02-10", "B", sends("actual", 200))
    assert state(news, "2020-07-01") == "overdue"


def test_rule_37_done_early() -> None:
    news = News().report("2020-01-10", "A", lead("planned", "2020-12/.."))
    news.report("2020-05-10", "B", lead("actual", "2020-05-09/.."))
    assert state(news, "2020-05-08") == "open"
    assert state(news, "2020-05-09") == "fulfilled"


def test_rule_37_the_plan_printed_after_the_deed() -> None:
    news = News().report("2020-11-25", "A", lead("actual", "2020-11-24/.."))
    news.report("2020-11-28", "B", lead("planned", "2020-11/.."))
    found = only(news.commitments("2021-02-01"))
    assert (found.state, str(found.fulfilled)) == ("fulfilled", "2020-11-24")


def test_rule_37_a_plan_printed_again_after_the_deed_stays_a_step() -> None:
    news = News().report("2020-07-01", "A", lead("planned", "2020-11/.."))
    news.report("2020-11-25", "B", lead("actual", "2020-11-24/..")).report(
        "2020-11-28", "C", lead("planned", "2020-11/..")
    )
    assert state(news, "2021-02-01") == "fulfilled"


def test_rule_37_an_undated_deed_is_done_by_the_day_of_its_report() -> None:
    news = News().report("2020-01-10", "A", lead("planned")).report("2020-05-10", "B", lead("actual"))
    assert str(only(news.commitments("2020-06-01")).fulfilled) == "../2020-05-10"


def test_rule_38_a_deed_counts_from_its_day_and_is_known_from_its_report() -> None:
    news = News().report("2020-07-01", "A", lead("planned", "2020-12/.."))
    news.report("2021-03-20", "B", lead("actual", "2020-12-15/.."))
    assert state(news, "2021-02-01") == "fulfilled"
    assert state(news, "2021-02-01", known="2021-02-01") == "overdue"
    assert state(news, "2020-12-14") == "open"


def test_rule_38_a_step_counts_from_its_publication() -> None:
    news = News().report("2020-07-01", "A", lead("planned", "2020-12/.."))
    news.report("2020-11-15", "B", lead("planned", "2021-03/.."))
    assert [state(news, on) for on in ("2020-07-01", "2020-11-14", "2020-11-15", "2021-04-01")] == [
        "open",
        "open",
        "slipped",
        "overdue",
    ]
    assert news.commitments("2020-06-30") == ()


def test_without_a_day_nothing_is_overdue() -> None:
    news = News().report("2020-07-01", "A", lead("planned", "2020-12/.."))
    assert only(news.commitments(None)).state == "open"


def test_nobody_promises_an_attack() -> None:
    news = News().report("2020-07-01", "A", say("incident", "attack", modality="considered"))
    assert news.commitments("2020-08-01") == ()


def test_rule_23_not_yet_resumed_does_not_withdraw_the_resumption() -> None:
    news = News().report("2020-02-13", "A", activity("planned", "resumed"))
    news.report("2020-06-30", "B", activity("denied", "resumed"))
    assert state(news, "2020-07-01") == "open"
    news.report("2020-07-30", "B", activity("denied", "resumed", "2020-09/.."))
    assert state(news, "2020-08-01") == "withdrawn"


def test_rule_37_a_late_plan_for_the_rest_of_the_year_stays_a_step() -> None:
    news = News().report("2020-07-01", "A", lead("planned", "2020-12/.."))
    news.report("2020-12-11", "B", lead("actual", "2020-12-10/.."))
    news.report("2020-12-15", "C", lead("planned", "[2020-12-15..2020-12-31]"))
    found = only(news.commitments("2021-02-01"))
    assert (found.state, str(found.due), len(found.steps)) == ("fulfilled", "2020-12", 3)
    news.report("2021-12-15", "C", lead("planned", "2022-12/.."))
    assert sorted(c.state for c in news.commitments("2022-01-01")) == ["fulfilled", "open"]


def test_rule_37_fewer_that_were_there_already_do_not_stand_in_the_way() -> None:
    news = News().report("2019-11-26", "A", sends("actual", None))
    news.report("2020-01-10", "A", sends("planned", 285)).report("2020-11-24", "B", sends("actual", 285))
    assert state(news, "2020-12-01") == "fulfilled"


def test_rule_32_a_wider_date_that_agrees_leaves_the_due() -> None:
    news = News().report("2020-01-10", "A", lead("planned", "2020-12/.."))
    news.report("2020-04-02", "B", lead("planned", "[2020-04-02..2020-12-31]"))
    found = only(news.commitments("2020-05-01"))
    assert (str(found.due), [step.note for step in found.steps]) == ("2020-12", [None, None])
