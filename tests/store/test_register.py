"""What is put into the register comes out as it was, and nothing is kept that breaks a law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from missionwatch.errors import RefusedClaim, UnknownItem
from missionwatch.model.passage import Passage
from missionwatch.model.register import Change, Review
from missionwatch.model.report import Report
from missionwatch.model.when import When
from missionwatch.store.held import GIVEN, OURS, CurrentRow, HeldReading
from missionwatch.store.sql_register import SqlRegister
from store.stored import FIRST, TEXT, claim, dated


def keep(register: SqlRegister, report: Report = FIRST, *claims: object, maker: str = GIVEN) -> str:
    with register.writing() as writer:
        held = writer.add_report(report, "copy of " + report.text, "2026-01-01")
        run = writer.add_run(maker, None, "2026-01-01")
        writer.add_claims(held.key, held.version, maker, run, claims)  # type: ignore[arg-type]
    return held.key


def test_a_report_comes_out_as_it_went_in(register: SqlRegister) -> None:
    report = Report(
        "Tabs\t, \u2028 and 𝒜.\n", "x.txt", "id 1", "https://news.test/1", "Title", "Gazette", "en",
        When.parse("2021-05"), When.parse("2021-06-01"), date(2021, 6, 2), "head",
    )  # fmt: skip
    key = keep(register, report)
    with register.reading() as view:
        held = view.report(key)
        assert held is not None
        assert held.with_text(view.text(key)) == report


def test_a_claim_comes_out_as_it_went_in(register: SqlRegister) -> None:
    whole = dated(
        actor="Alba", count=12, place="Port Alba", modality="planned", condition="so",
        causes=("weather", "attack"), said_by="officials", rule="frame 7",
    )  # fmt: skip
    key = keep(register, FIRST, whole)
    with register.reading() as view:
        [held] = view.claims(report=key)
    assert held.claim == whole
    assert held.id == whole.id_in(FIRST.version)


def test_the_same_again_changes_nothing(register: SqlRegister) -> None:
    keep(register, FIRST, claim())
    with register.reading() as view:
        before = view.reports(), view.claims()
    keep(register, FIRST, claim())
    with register.reading() as view:
        assert (view.reports(), view.claims()) == before


def test_another_text_is_another_version_of_the_same_article(register: SqlRegister) -> None:
    keep(register)
    keep(register, replace(FIRST, text=TEXT + " Corrected.", published=When.parse("2021-05-06")))
    with register.reading() as view:
        assert len(view.reports(id="a")) == 2
        assert view.newest_day() == date(2021, 5, 6)


def test_the_first_day_of_fetching_is_kept(register: SqlRegister) -> None:
    for day in (3, 2, 4):
        keep(register, replace(FIRST, fetched=date(2021, 6, day)))
    with register.reading() as view:
        [held] = view.reports()
    assert held.fetched == date(2021, 6, 2)


@pytest.mark.parametrize(
    "passage",
    [Passage(0, 3, "the"), Passage(4, 4, ""), Passage(-3, 3, "The"), Passage(0, 3000, TEXT)],
)
def test_a_claim_without_its_words_is_refused_with_its_report(
    register: SqlRegister, passage: Passage
) -> None:
    with pytest.raises(RefusedClaim):
        keep(register, FIRST, replace(claim(), passage=passage))
    with register.reading() as view:
        assert view.reports() == ()


def test_an_error_undoes_the_whole_transaction(register: SqlRegister) -> None:
    with pytest.raises(ZeroDivisionError):
        _keep_and_fail(register)
    with register.reading() as view:
        assert view.reports() == ()


def _keep_and_fail(register: SqlRegister) -> None:
    with register.writing() as writer:
        writer.add_report(FIRST, "key", "2026")
        raise ZeroDivisionError


def test_a_retracted_report_is_no_longer_there_and_can_be_put_back(register: SqlRegister) -> None:
    keep(register, FIRST, claim())
    with register.writing() as writer:
        assert writer.set_retracted("a", "2026-02-02") == 1
        assert writer.set_retracted("a", "2026-02-03") == 0
        assert writer.missions() == ()
        assert writer.newest_day() is None
        assert writer.record_of("harbour-mission").claims == ()
        assert [held.retracted for held in writer.reports()] == ["2026-02-02"]
        assert writer.set_retracted("a", None) == 1
        assert len(writer.record_of("harbour-mission").claims) == 1
        with pytest.raises(UnknownItem):
            writer.set_retracted("b", "2026")


def test_dropped_claims_stay_to_be_asked_for_and_count_again_when_found(register: SqlRegister) -> None:
    key = keep(register, FIRST, claim(), maker=OURS)
    claim_id = claim().id_in(FIRST.version)
    with register.writing() as writer:
        assert writer.drop_claims(key, OURS, frozenset({claim_id}), "2026") == ()
        assert writer.drop_claims(key, OURS, frozenset(), "2026") == ("harbour-mission",)
        assert writer.claims() == ()
        assert writer.claims_with_id(claim_id)[0].dropped == "2026"
    keep(register, FIRST, claim(), maker=OURS)
    with register.reading() as view:
        assert [held.dropped for held in view.claims()] == [None]


def test_one_claim_of_two_makers_counts_once(register: SqlRegister) -> None:
    keep(register, FIRST, claim(), maker=OURS)
    keep(register, FIRST, claim(), maker=GIVEN)
    with register.reading() as view:
        assert len(view.claims()) == 2
        assert len(view.record_of("harbour-mission").claims) == 1
        [mission] = view.missions()
        assert (mission.claims, mission.reports) == (1, 1)


def test_a_mission_has_one_name_whichever_report_came_first(register: SqlRegister) -> None:
    keep(register, FIRST, claim(mission="harbour mission"))
    keep(register, replace(FIRST, given_id="b", source="Post"), claim(mission="Harbour Mission"))
    with register.reading() as view:
        assert [mission.name for mission in view.missions()] == ["Harbour Mission"]


def test_the_record_of_a_mission_has_versions_and_copies_that_say_nothing_of_it(
    register: SqlRegister,
) -> None:
    keep(register, FIRST, claim())
    keep(register, replace(FIRST, text="Other words.", published=When.parse("2021-06")))
    keep(register, replace(FIRST, given_id="c", source="Post"))
    keep(register, Report("Nothing to do with it.", "d", given_id="d"))
    with register.reading() as view:
        assert [held.id for held in view.record_of("harbour-mission").reports] == ["a", "c", "a"]
        assert view.missions_touched_by(view.reports(id="c")[0].key) == ("harbour-mission",)
        assert view.missions_touched_by(view.reports(id="d")[0].key) == ()


def review(**fields: object) -> Review:
    return Review(
        "r1", "correct", "a", "harbour-mission", "activity", "suspended", None, 20, 33, "2026-01-02", fields
    )


def test_a_review_comes_out_as_it_went_in(register: SqlRegister) -> None:
    keep(register, FIRST, claim())
    made = review(count=3, causes=["weather"], place=None)
    with register.writing() as writer:
        writer.add_review(made, "claim id")
        assert writer.reviews() == (made,)
        assert dict(writer.reviews()[0].fields) == dict(made.fields)
        assert writer.reviews(report_id="other") == ()


def test_a_claim_that_a_person_moved_is_in_the_record_of_its_new_mission(register: SqlRegister) -> None:
    keep(register, FIRST, claim())
    with register.writing() as writer:
        writer.add_review(review(mission="Quay Mission", mission_id="quay-mission"), "claim id")
        assert len(writer.record_of("quay-mission").claims) == 1


def test_derived_rows_are_replaced_and_no_longer_stale(register: SqlRegister) -> None:
    row = CurrentRow("m", "commitment", "1", 0, "{}", date(2021, 1, 31), date(2021, 12, 31))
    with register.writing() as writer:
        writer.mark_stale(["m", "n"])
        writer.mark_stale(["m"])
        writer.replace_current("m", [row, CurrentRow("m", "state", "2", 0, "{}")])
        assert writer.stale() == ("n",)
        assert [found.subject for found in writer.current("m")] == ["state", "commitment"]
        assert writer.missions_of_current("1") == ("m",)
        writer.replace_current("m", [row])
        assert writer.current() == (row,)
        assert writer.missions_turning_between(date(2021, 1, 1), date(2021, 2, 1)) == ("m",)
        assert writer.missions_turning_between(date(2021, 2, 1), date(2021, 3, 1)) == ()
        assert writer.missions_turning_between(date(2021, 12, 31), date(2022, 3, 1)) == ("m",)


def test_the_log_keeps_its_order(register: SqlRegister) -> None:
    changes = tuple(Change(str(n), "2026", "m", "state", "s", "new", None, "{}") for n in (3, 1, 2))
    with register.writing() as writer:
        writer.log(changes)
        assert writer.changes() == changes
        assert writer.changes(mission_id="other") == ()


def test_a_reading_is_noted_once_a_maker(register: SqlRegister) -> None:
    key = keep(register)
    with register.writing() as writer:
        run = writer.add_run(OURS, "2", "2026")
        for version in ("1", "2"):
            writer.set_reading(HeldReading(key, OURS, version, None), run)
        assert writer.reading(key, OURS) == HeldReading(key, OURS, "2", None)
        assert len(writer.readings()) == 1
