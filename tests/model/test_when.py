"""Uncertain dates: what can be written comes back as it was written, and no bound is a false day."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionwatch.errors import InvalidDate
from missionwatch.model.when import When


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2020-03-18", date(2020, 3, 18), date(2020, 3, 18), "day"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "month"),
        ("2021", date(2021, 1, 1), date(2021, 12, 31), "year"),
        ("2018-21", date(2018, 3, 1), date(2018, 5, 31), "season"),
        ("2018-22", date(2018, 6, 1), date(2018, 8, 31), "season"),
        ("2018-23", date(2018, 9, 1), date(2018, 11, 30), "season"),
        ("2018-24", date(2018, 12, 1), date(2018, 12, 31), "season"),
        ("2020-03~", date(2020, 3, 1), date(2020, 3, 31), "month"),
        ("201X", date(2010, 1, 1), date(2019, 12, 31), "decade"),
        ("20XX", date(2000, 1, 1), date(2099, 12, 31), "century"),
        ("2020-XX", date(2020, 1, 1), date(2020, 12, 31), "year"),
        ("2020-XX-XX", date(2020, 1, 1), date(2020, 12, 31), "year"),
        ("2021-02-XX", date(2021, 2, 1), date(2021, 2, 28), "month"),
        ("201X-02-29", date(2012, 2, 29), date(2016, 2, 29), "day"),
        ("XXXX-02-28", None, None, "day"),
        ("XXXX-02", None, None, "month"),
        ("2020-11/..", date(2020, 11, 1), None, "month"),
        ("2020-11/", date(2020, 11, 1), None, "month"),
        ("../2021", None, date(2021, 12, 31), "year"),
        ("/2021", None, date(2021, 12, 31), "year"),
        ("2018-23/2019-05-02", date(2018, 9, 1), date(2019, 5, 2), "day"),
        ("[2020-04-02..2020-12-31]", date(2020, 4, 2), date(2020, 12, 31), "day"),
        ("[..2020-12]", None, date(2020, 12, 31), "month"),
        ("[2020-12..]", date(2020, 12, 1), None, "month"),
    ],
)
def test_bounds_and_precision(text: str, earliest: date | None, latest: date | None, precision: str) -> None:
    when = When.parse(text)
    assert (when.earliest, when.latest, when.precision) == (earliest, latest, precision)
    assert str(when) == text


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2020-02-30", "no day"), ("2021-02-29", "no day"), ("XXXX-02-30", "no day"),
        ("2020-04-00", "no day"),
        ("2020-13", "no month 13"), ("2020-00", "no month 00"), ("2020-25", "no month 25"),
        ("2020-21-03", "season"), ("0000", "outside"), ("20X0", "middle"), ("2020-XX-03", "no month"),
        ("2021/2020", "before"), ("[2021..2020]", "before"), ("2020/2021/2022", "more than two"),
        ("../..", "no date"), ("[..]", "no date"), ("/", "no date"), ("[2020]", "no set"),
        ("[2020,2021]", "no set"),
        ("[2020..2021", "no set"), ("18 March 2020", "no EDTF"), ("2020-3-18", "no EDTF"), ("", "no EDTF"),
        ("2020-03-18T10:00", "no EDTF"), ("20200318", "no EDTF"), ("2020??", "no EDTF"),
    ],
)  # fmt: skip
def test_bad_dates_are_refused_and_named(text: str, problem: str) -> None:
    with pytest.raises(InvalidDate, match=problem) as caught:
        When.parse(text)
    assert caught.value.subject


@pytest.mark.parametrize("text", ["2020-13", "2021/2020", "18 March 2020", "../.."])
def test_a_refusal_says_what_to_write(text: str) -> None:
    with pytest.raises(InvalidDate) as caught:
        When.parse(text)
    assert caught.value.advice


def test_an_interval_holds_throughout_and_a_set_some_time_within() -> None:
    assert When.parse("2020-12/2022-06").is_interval
    assert not When.parse("2020-12/2022-06").is_some_time_within
    assert When.parse("[2020-12..2022-06]").is_some_time_within
    assert When.parse("2020-12").is_some_time_within
    assert not When.parse("2020-12-03").is_some_time_within


def test_windows_of_start_and_end() -> None:
    span = When.parse("2020-12/2022-06-03")
    assert span.start_window == (date(2020, 12, 1), date(2020, 12, 31))
    assert span.end_window == (date(2022, 6, 3), date(2022, 6, 3))
    assert When.parse("../2020").start_window == (None, None)
    assert When.parse("[2020-12..2022]").start_window == (date(2020, 12, 1), date(2022, 12, 31))


def test_space_is_dropped_and_nothing_else() -> None:
    assert str(When.parse(" 2020 / .. ")) == "2020/.."
    assert str(When.parse("[ 2020 .. 2021 ]")) == "[2020..2021]"


def test_narrower_keeps_the_more_precise_of_two_that_agree() -> None:
    month, day, other = (When.parse(t) for t in ("2020-03", "2020-03-18", "2020-04-01"))
    assert month.narrower(day) == day == day.narrower(month)
    assert month.narrower(other) is None
    overlapping = When.parse("[2020-03-10..2020-04-10]")
    assert month.overlaps(overlapping)
    assert month.narrower(overlapping) is None


def test_a_date_without_a_year_agrees_only_with_itself() -> None:
    anniversary = When.parse("XXXX-02-28")
    assert not anniversary.is_dated
    assert not anniversary.overlaps(When.parse("2020-02-28"))
    assert not anniversary.contains(When.parse("2020-02-28"))
    assert anniversary.contains(When.parse("XXXX-02-28"))


def test_qualifiers_are_kept() -> None:
    assert When.parse("2020?").qualifier == "?"
    assert When.parse("2019~/2020?").qualifier == "%"
    assert When.parse("2019/2020").qualifier == ""


@st.composite
def written_dates(draw: st.DrawFn) -> str:
    year = draw(st.integers(1, 9999))
    month = draw(st.integers(1, 12))
    day = draw(st.integers(1, calendar.monthrange(year, month)[1]))
    season = draw(st.integers(21, 24))
    forms = [
        f"{year:04}", f"{year:04}-{month:02}", f"{year:04}-{month:02}-{day:02}", f"{year:04}-{season}",
        f"{year:04}"[:3] + "X", f"{year:04}-{month:02}-XX", f"{year:04}-XX", f"XXXX-{month:02}-{day:02}",
    ]  # fmt: skip
    return draw(st.sampled_from(forms)) + draw(st.sampled_from(["", "", "?", "~", "%"]))


@st.composite
def written_whens(draw: st.DrawFn) -> str:
    one = draw(written_dates())
    two = draw(written_dates())
    first, second = When.parse(one), When.parse(two)
    if second.is_before(first):
        one, two = two, one
    forms = [one, f"{one}/..", f"../{one}", f"{one}/", f"/{one}", f"{one}/{two}"]
    forms += [f"[{one}..{two}]", f"[..{one}]", f"[{one}..]"]
    return draw(st.sampled_from(forms))


@given(written_whens())
def test_what_is_written_is_printed(text: str) -> None:
    when = When.parse(text)
    assert str(when) == text
    assert When.parse(str(when)) == when
    assert hash(When.parse(text)) == hash(when)


@given(written_whens())
def test_bounds_are_in_order_and_windows_lie_within_them(text: str) -> None:
    when = When.parse(text)
    if when.earliest and when.latest:
        assert when.earliest <= when.latest
    for first, last in (when.start_window, when.end_window):
        if first and last:
            assert first <= last
        if first and when.earliest:
            assert when.earliest <= first
        if last and when.latest:
            assert last <= when.latest


@given(st.dates(), st.dates())
def test_a_day_is_bounded_by_itself_and_by_all_that_hold_it(day: date, other: date) -> None:
    when = When.on(day)
    assert (when.earliest, when.latest) == (day, day)
    for wider in (day.isoformat()[:4], day.isoformat()[:7], day.isoformat()[:3] + "X"):
        assert When.parse(wider).contains(when)
        assert When.parse(wider).narrower(when) == when
    assert when.is_before(When.on(other)) == (day < other)
    assert when.overlaps(When.on(other)) == (day == other)


@given(written_whens(), written_whens())
def test_comparisons_agree_with_each_other(one: str, two: str) -> None:
    first, second = When.parse(one), When.parse(two)
    assert first.overlaps(second) == second.overlaps(first)
    assert not (first.is_before(second) and second.is_before(first))
    assert not (first.is_before(second) and first.overlaps(second))
    assert first.narrower(second) == second.narrower(first)
    assert first.contains(first)
    if first.is_before(second):
        assert first.sort_key < second.sort_key


@given(st.text(max_size=12))
def test_any_other_text_is_refused_with_one_kind_of_error(text: str) -> None:
    try:
        when = When.parse(text)
    except InvalidDate:
        return
    assert When.parse(str(when)) == when
