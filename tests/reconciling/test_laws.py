"""The laws that no history may break: made-up news of every kind, taken in any order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from missionwatch.model.claim import ASPECT_VALUES
from missionwatch.model.partial_date import PartialDate
from missionwatch.model.register import Evidence
from missionwatch.reconciling import register
from reconciling.histories import News, is_nation, say

DAYS = st.dates(date(2019, 11, 1), date(2021, 2, 28))
NATIONS = st.sampled_from(["Denmark", "Norway"])
PLACES = st.sampled_from([None, None, "Camp One", "Camp Two"])
COUNTS = st.sampled_from([None, 100, 120, 213, 200])
MODALITIES = st.sampled_from(["actual"] * 6 + ["planned", "offered", "considered", "denied", "denied"])


@st.composite
def dates(draw: st.DrawFn) -> str:
    return draw(DAYS).isoformat()[: draw(st.sampled_from([10, 10, 10, 7, 4]))]


@st.composite
def times(draw: st.DrawFn) -> str | None:
    one, two = sorted((draw(DAYS), draw(DAYS)))
    first = one.isoformat()[: draw(st.sampled_from([10, 7, 4]))]
    forms = [
        None,
        None,
        first,
        f"{first}/..",
        f"../{first}",
        f"{first}/{two}",
        f"[{one}..{two}]",
        "XXXX-03-01",
    ]
    return draw(st.sampled_from(forms))


@st.composite
def claims(draw: st.DrawFn) -> dict[str, Any]:
    aspect = draw(
        st.sampled_from(
            ["activity"] * 4 + ["lead"] * 2 + ["contribution"] * 2 + ["strength", "presence", "mandate"]
        )
        | st.sampled_from(["incident", "commander", "task"])
    )
    value = draw(st.sampled_from(ASPECT_VALUES[aspect][:8]))
    fields: dict[str, Any] = {
        "modality": draw(MODALITIES),
        "said_by": draw(st.sampled_from([None, None, "Ann Lee"])),
    }
    if aspect in ("lead", "contribution", "commander", "mandate"):
        fields["actor"] = draw(NATIONS)
    if aspect in ("activity", "contribution", "presence", "incident"):
        fields["place"] = draw(PLACES) or ("Camp One" if aspect == "presence" else None)
    if aspect in ("strength", "contribution", "incident"):
        fields["count"] = draw(COUNTS) or (100 if aspect == "strength" else None)
    if aspect == "activity":
        fields["causes"] = draw(st.sampled_from([(), (), ("attack",), ("pandemic",)]))
    return say(aspect, value, draw(times()), **fields)


@st.composite
def news(draw: st.DrawFn, most: int = 7) -> News:
    made = News()
    for number in range(draw(st.integers(1, most))):
        published = draw(st.one_of(st.none(), dates(), dates(), dates(), dates()))
        said = draw(st.lists(claims(), min_size=1, max_size=3))
        made.report(
            published,
            draw(st.sampled_from(["A", "B", "C", None])),
            *said,
            article=draw(st.sampled_from([None, None, None, "one", "two"])),
            text=draw(st.sampled_from([None, None, None, "wire one", "wire two"])) or f"text {number}",
        )
    return made


def everything(evidence: tuple[Evidence, ...], on: date | None = None) -> object:
    """All that the register says, as it prints it."""
    return (
        register.states(evidence, is_nation=is_nation),
        register.states(evidence, on=on, is_nation=is_nation, undated=True) if on else (),
        register.disagreements(evidence, is_nation=is_nation),
        register.commitments(evidence, on=on, is_nation=is_nation),
    )


@settings(max_examples=150, deadline=None)
@given(news(), DAYS, DAYS, st.randoms(use_true_random=False))
@pytest.mark.slow
def test_law_3_any_order_gives_the_same_register(made: News, on: date, known: date, random: Any) -> None:
    for by in (None, known):
        before = register.known_by(made.reports, made.claims, made.reviews, by)
        reports, told = list(made.reports), list(made.claims)
        random.shuffle(reports)
        random.shuffle(told)
        after = register.known_by(reports, told, made.reviews, by)
        assert before == after
        shuffled = list(before)
        random.shuffle(shuffled)
        assert everything(before, on) == everything(tuple(shuffled), on)


@settings(max_examples=80, deadline=None)
@given(news(), claims(), DAYS)
@pytest.mark.slow
def test_law_3_a_retracted_report_was_never_there(made: News, more: dict[str, Any], on: date) -> None:
    before = everything(made.known(), on)
    made.report("2020-06-01", "D", more, text="a text of its own")
    made.reports.pop()
    assert everything(made.known(), on) == before


@settings(max_examples=80, deadline=None)
@given(news(), DAYS, DAYS)
@pytest.mark.slow
def test_law_4_what_was_known_is_the_register_of_the_reports_published_by_then(
    made: News, known: date, on: date
) -> None:
    then = everything(register.known_by(made.reports, made.claims, (), known), on)
    by_then = [r for r in made.reports if r.published and r.published.latest and r.published.latest <= known]
    assert then == everything(register.known_by(by_then, made.claims, (), None), on)


def coarsens(side: PartialDate, given: PartialDate) -> bool:
    if side.precision == "day" or not (side.first and side.last and given.first and given.last):
        return False
    return side.first <= given.first and given.last <= side.last


@settings(max_examples=100, deadline=None)
@given(news(), DAYS)
@pytest.mark.slow
def test_law_5_no_day_is_made_up(made: News, on: date) -> None:
    """Whatever date a state shows is a date that a claim gives, and what nobody dated has none."""
    evidence = made.known()
    given_sides = [
        side for e in evidence if e.claim.when for side in (e.claim.when.start, e.claim.when.end) if side
    ]
    given_dates = {side.text for side in given_sides}
    for state in register.states(evidence, is_nation=is_nation):
        for side in (state.valid.start, state.valid.end) if state.valid and state.valid.kind != "set" else ():
            # A set of days may become the month that holds them, never a day or a month that nobody gave.
            assert side is None or side.text in given_dates or any(coarsens(side, one) for one in given_sides)
    for promise in register.commitments(evidence, on=on, is_nation=is_nation):
        if promise.due is not None and promise.due.kind == "date":
            assert promise.due.text in given_dates


@settings(max_examples=80, deadline=None)
@given(news(), DAYS)
@pytest.mark.slow
def test_law_6_a_plan_changes_no_state(made: News, on: date) -> None:
    evidence = made.known()
    # A denial may take back a plan instead of contradicting what is so: of planned things it says nothing here.
    plans = {e.claim.aspect for e in evidence if e.claim.modality not in ("actual", "denied")}
    evidence = tuple(e for e in evidence if e.claim.modality != "denied" or e.claim.aspect not in plans)
    without = tuple(e for e in evidence if e.claim.modality in ("actual", "denied"))
    assert register.states(evidence, on=on, is_nation=is_nation) == register.states(
        without, on=on, is_nation=is_nation
    )


@settings(max_examples=80, deadline=None)
@given(news(), claims(), DAYS)
@pytest.mark.slow
def test_law_6_another_mission_is_left_alone(made: News, more: dict[str, Any], on: date) -> None:
    before = everything(made.known(), on)
    made.report("2020-06-01", "D", {**more, "mission": "Mission Two"}, text="a text of its own")
    first = tuple(e for e in made.known() if e.claim.mission == "Mission One")
    assert everything(first, on) == before
    both = register.states(made.known(), on=on, is_nation=is_nation)
    alone = register.states(first, on=on, is_nation=is_nation)
    assert tuple(s for s in both if s.mission == "Mission One") == alone


@settings(max_examples=80, deadline=None)
@given(news(), st.integers(1, 3000))
@pytest.mark.slow
def test_law_7_silence_ends_nothing(made: News, later: int) -> None:
    """After the last report and the last stated end, what holds goes on as it is."""
    evidence = made.known()
    last = date(2022, 1, 1)
    now = register.states(evidence, on=last, is_nation=is_nation)
    assert register.states(evidence, on=last + timedelta(days=later), is_nation=is_nation) == now


@settings(max_examples=80, deadline=None)
@given(news())
@pytest.mark.slow
def test_law_10_a_copy_changes_nothing(made: News) -> None:
    before = everything(made.known(), date(2021, 6, 1))
    dated = [r for r in made.reports if r.published]
    assume(dated)
    first = dated[0]
    told = [claim for _, claim, version in made.claims if version == first.version]
    # Of an article with several versions the copied one may not count.
    assume(not any(r.id == first.id and r.version != first.version for r in made.reports))
    made.reports.append(
        replace(
            first,
            id="copy",
            version="f" * 16,
            source="Z",
            published=type(first.published).parse("2022-05-01"),
        )  # type: ignore[union-attr]
    )
    made.claims += [(claim.id_in("f" * 16), claim, "f" * 16) for claim in told]
    assert everything(made.known(), date(2021, 6, 1)) == before


@settings(max_examples=100, deadline=None)
@given(news(), DAYS)
@pytest.mark.slow
def test_ids_are_unique_and_claims_are_cited(made: News, on: date) -> None:
    evidence = made.known()
    held = {e.id for e in evidence}
    states = register.states(evidence, is_nation=is_nation)
    promises = register.commitments(evidence, on=on, is_nation=is_nation)
    found = register.disagreements(evidence, is_nation=is_nation)
    for rows in (states, promises, found):
        ids = [row.id for row in rows]  # type: ignore[attr-defined]
        assert len(ids) == len(set(ids))
    for state in states:
        assert state.claims
        assert {*state.claims, *state.against, *state.closed_by} <= held
        assert state.disputed is False or state.against
    for promise in promises:
        assert {step.claim for step in promise.steps} <= held
        assert set(promise.outcome) <= held
    for disagreement in found:
        assert len(disagreement.sides) >= 2
        for side in disagreement.sides:
            assert side.claims
            assert set(side.claims) <= held


@settings(max_examples=80, deadline=None)
@given(news(), DAYS)
@pytest.mark.slow
def test_what_holds_on_a_day_is_on_the_timeline(made: News, on: date) -> None:
    evidence = made.known()
    timeline = {s.id: s for s in register.states(evidence, is_nation=is_nation)}
    for state in register.states(evidence, on=on, is_nation=is_nation):
        whole = timeline[state.id]
        assert replace(state, certain=whole.certain, disputed=whole.disputed) == whole
        assert whole.disputed or not state.disputed


@settings(max_examples=100, deadline=None)
@given(news())
@pytest.mark.slow
def test_no_claim_is_lost(made: News) -> None:
    """Whatever is said to be or to have been so stands behind some state."""
    evidence = made.known()
    cited = {claim for state in register.states(evidence, is_nation=is_nation) for claim in state.claims}
    assert {e.id for e in evidence if e.claim.modality == "actual"} <= cited
