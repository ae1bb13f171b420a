"""The laws of the register, attacked through the store: any order, at once or one by one, retraction, rebuild."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.model.claim import Claim
from missionwatch.model.passage import Passage
from missionwatch.model.report import Report
from missionwatch.model.when import When
from missionwatch.reading.claims_file import ReadClaims
from missionwatch.service import asking, deriving, shapes
from missionwatch.service.asking import Question
from missionwatch.service.reading import Reader
from missionwatch.service.reviewing import retract
from missionwatch.store.opening import open_register
from missionwatch.store.port import View
from missionwatch.store.sql_register import SqlRegister
from servers import new_database

pytestmark = pytest.mark.slow

DATES = (None, "2020", "2020-04", "2020-04-02", "2020-04-14", "2020-05-01", "2020-06-20")
WHEN = (None, "2020-03-18", "2020-03", "2020-05/..", "../2020-05-15", "[2020-04-02..2020-12-31]")
VALUES = (
    ("activity", "active", None), ("activity", "suspended", None), ("activity", "resumed", None),
    ("activity", "ended", None), ("lead", "lead", "Canada"), ("lead", "lead", "Denmark"),
    ("contribution", "provides", "Denmark"), ("contribution", "withdraws", "Denmark"),
)  # fmt: skip
MODALITIES = ("actual", "planned", "denied")


@st.composite
def read_claims(draw: st.DrawFn) -> ReadClaims:
    """A report of three sentences, with claims in it; few ids and texts, so that versions and copies come about."""
    text = draw(
        st.sampled_from(("One said so. Two said so.", "One  said so. Two said so.", "They say otherwise."))
    )
    claims = []
    for _ in range(draw(st.integers(0, 3))):
        aspect, value, actor = draw(st.sampled_from(VALUES))
        when = draw(st.sampled_from(WHEN))
        claims.append(
            Claim(
                "Harbour Mission",
                draw(st.sampled_from(("harbour-mission", "quay-mission"))),
                aspect,
                value,
                Passage.cut(text, 0, draw(st.integers(3, 10))),
                draw(st.sampled_from(MODALITIES)),
                actor,
                when=When.parse(when) if when else None,
            )
        )
    published = draw(st.sampled_from(DATES))
    report = Report(
        text, "label", draw(st.sampled_from("abcd")), source=draw(st.sampled_from(("Post", "Gazette"))),
        published=When.parse(published) if published else None,
    )  # fmt: skip
    return ReadClaims(report, tuple(claims), ())


@dataclass
class Clock:
    """Counts, so that no two readings of it are equal."""

    ticks: Iterator[int]

    def __call__(self) -> str:
        return f"2026-01-01T00:00:00.{next(self.ticks):06}"


Empty = Callable[[], AbstractContextManager[str]]
"""Makes the place of an empty register, for as long as its block lasts."""


@contextmanager
def new_file() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield str(Path(folder) / "r.db")


@pytest.fixture(params=["sqlite", "postgresql"], scope="session")
def empty(request: pytest.FixtureRequest) -> Empty:
    if request.param == "sqlite":
        return new_file
    server: str = request.getfixturevalue("server")
    return lambda: new_database(server)


@contextmanager
def filled(empty: Empty, batches: Sequence[Sequence[ReadClaims]], clock: Clock) -> Iterator[SqlRegister]:
    with empty() as where:
        register = open_register(where, make=True)
        for batch in batches:
            reader = Reader(register, Catalogue(), clock)
            list(reader.read_claims(batch))
            reader.finish()
        yield register
        register.close()


def answers(view: View) -> list[Any]:
    """All that the register says, and the rows that it derived."""
    asks: list[tuple[Callable[..., Any], Callable[[Any], Any]]] = [
        (asking.status, shapes.state_shape), (asking.commitments, shapes.commitment_shape),
        (asking.disagreements, shapes.disagreement_shape),
    ]  # fmt: skip
    said = [[shape(row) for row in ask(view, Question()).rows] for ask, shape in asks]
    return [*said, view.current(), view.stale()]


def in_any_order() -> st.SearchStrategy[tuple[list[ReadClaims], list[ReadClaims]]]:
    return st.lists(read_claims(), max_size=5).flatmap(
        lambda reports: st.tuples(st.just(reports), st.permutations(reports))
    )


QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(in_any_order())
def test_order_does_not_matter(empty: Empty, orders: tuple[list[ReadClaims], list[ReadClaims]]) -> None:
    """Law 3: all at once in one order, one by one in another."""
    one, other = orders
    clock = Clock(itertools.count())
    with (
        filled(empty, [one], clock) as first,
        filled(empty, [[report] for report in other], clock) as second,
        first.reading() as view,
        second.reading() as twin,
    ):
        assert answers(view) == answers(twin)
        assert view.stale() == ()


@QUICK
@given(st.lists(read_claims(), max_size=4), st.sampled_from("abcd"))
def test_a_retracted_report_was_never_there(empty: Empty, reports: list[ReadClaims], gone: str) -> None:
    clock = Clock(itertools.count())
    less = [read for read in reports if read.report.id != gone]
    with filled(empty, [reports], clock) as register, filled(empty, [less], clock) as never:
        if len(less) < len(reports):
            retract(register, gone, clock=clock)
        with register.reading() as view, never.reading() as twin:
            assert answers(view) == answers(twin)


@QUICK
@given(st.lists(read_claims(), max_size=4))
def test_all_that_is_derived_follows_from_the_record(empty: Empty, reports: list[ReadClaims]) -> None:
    """Law 2."""
    clock = Clock(itertools.count())
    with filled(empty, [[report] for report in reports], clock) as register:
        with register.reading() as view:
            before = view.current()
            missions = {row.mission_id for row in before} | {mission.id for mission in view.missions()}
        with register.writing() as writer:
            writer.clear_current()
            for mission_id in sorted(missions):
                deriving.renew(writer, mission_id, clock())
            assert writer.current() == before


@QUICK
@given(st.lists(read_claims(), min_size=1, max_size=4))
def test_the_log_leads_to_what_is_said_now(empty: Empty, reports: list[ReadClaims]) -> None:
    """Law 4: what is new less what is gone is what is there."""
    clock = Clock(itertools.count())
    with filled(empty, [[report] for report in reports], clock) as register, register.reading() as view:
        there: set[tuple[str, str, str]] = set()
        for change in view.changes():
            key = (change.mission_id, change.subject, change.subject_id)
            assert (key in there) == (change.what != "new")
            there = there - {key} if change.what == "gone" else there | {key}
        assert there == {(row.mission_id, row.subject, row.id) for row in view.current()}
        assert [change.recorded for change in view.changes()] == sorted(c.recorded for c in view.changes())


def test_a_promise_turns_on_any_day_that_is_told(empty: Empty) -> None:
    """An act that an undated report dates counts from its day on, whichever report brings that day."""
    text = "One said so. Two said so."
    told = tuple(
        Claim(
            "Harbour Mission", "quay-mission", "activity", "suspended", Passage.cut(text, 0, 3), modality,
            when=When.parse(when),
        )
        for modality, when in (("actual", "2020-05/.."), ("planned", "2020-03-18"))
    )  # fmt: skip
    undated = ReadClaims(Report(text, "label", "b", source="Post"), told, ())
    later = [
        ReadClaims(
            Report("They say otherwise.", "label", "a", source="Post", published=When.parse(day)), (), ()
        )
        for day in ("2020-04", "2020")
    ]
    clock = Clock(itertools.count())
    orders = itertools.permutations((undated, *later))
    registers = [[[report] for report in order] for order in orders]
    seen = []
    for batches in registers:
        with filled(empty, batches, clock) as register, register.reading() as view:
            assert view.current() == deriving.derived(view, "quay-mission")
            seen.append(view.current())
    assert all(rows == seen[0] for rows in seen)
