"""Every step from one activity to another, a month apart and reported by two outlets without a date.

The table is written out: a row is the value that ran, a column the value that is reported next. "=" says that the
running value is confirmed and keeps its word, "->" that the new value replaces it, and "newer" that this is listed as
a newer report besides.
"""

from __future__ import annotations

import pytest

from missionwatch.model.claim import ASPECT_VALUES
from reconciling.histories import News, say

ACTIVITY = """
            established active  reduced suspended resumed expanded ended
established =           =       ->      ->        ->      ->       ->
active      ->          =       ->      ->        ->      ->       ->
reduced     ->          =       =       ->        ->      ->       ->
suspended   ->          newer   ->      =         ->      ->       ->
resumed     ->          =       ->      ->        =       ->       ->
expanded    ->          =       ->      ->        ->      =        ->
ended       ->          newer   ->      ->        ->      ->       =
"""

CONTRIBUTION = """
            provides  increases  reduces  suspends  withdraws  resumes
provides    =         ->         ->       ->        ->         ->
increases   =         =          ->       ->        ->         ->
reduces     =         ->         =        ->        ->         ->
suspends    newer     ->         ->       =         ->         ->
withdraws   newer     ->         ->       ->        =          ->
resumes     =         ->         ->       ->        ->         =
"""


def steps(table: str) -> list[tuple[str, str, str]]:
    head, *rows = table.strip().splitlines()
    columns = head.split()
    return [
        (old, new, what)
        for old, *cells in (row.split() for row in rows)
        for new, what in zip(columns, cells, strict=True)
    ]


def check(aspect: str, old: str, new: str, what: str, **fields: object) -> None:
    news = News().report("2020-01-10", "A", say(aspect, old, **fields))
    news.report("2020-02-10", "B", say(aspect, new, **fields))
    before, after = news.status("2020-02-09"), news.status("2020-02-10")
    assert [s.value for s in before] == [old]
    assert [s.value for s in after] == [old if what == "=" else new]
    assert len(news.timeline()) == (1 if what == "=" else 2)
    assert news.kinds() == (["newer report"] if what == "newer" else [])
    assert not any(s.disputed for s in news.timeline())


@pytest.mark.parametrize(("old", "new", "what"), steps(ACTIVITY))
def test_activity(old: str, new: str, what: str) -> None:
    check("activity", old, new, what)


@pytest.mark.parametrize(("old", "new", "what"), steps(CONTRIBUTION))
def test_contribution(old: str, new: str, what: str) -> None:
    check("contribution", old, new, what, actor="Denmark")


@pytest.mark.parametrize(("aspect", "table"), [("activity", ACTIVITY), ("contribution", CONTRIBUTION)])
def test_the_tables_hold_every_value(aspect: str, table: str) -> None:
    values = set(ASPECT_VALUES[aspect])
    assert {(old, new) for old, new, _ in steps(table)} == {(old, new) for old in values for new in values}
