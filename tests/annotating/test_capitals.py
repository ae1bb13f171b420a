"""Capitals that stand for their governments, and those that are places."""

from __future__ import annotations

import pytest

from .conftest import Annotate


@pytest.mark.parametrize(
    "text",
    [
        "Berlin will send 300 soldiers.",
        "The minister said that Berlin has withdrawn 300 soldiers.",
        "France agreed, but Berlin refused.",
        "“Berlin is to decide on it,” she said.",
        "Berlin also wants to stay.",
    ],
)
def test_a_capital_that_acts_is_its_nation(read: Annotate, text: str) -> None:
    assert ("Berlin", "nation", "Germany") in {(m.text, m.kind, m.name) for m in read(text).mentions}


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers from Berlin will go.",
        "Berlin has been bombed.",
        "Berlin is the capital.",
        "BERLIN (Wire) – The minister left.",
        "They met in Berlin and agreed.",
        "The police in Berlin said so.",
    ],
)
def test_a_capital_where_something_is_is_a_place(read: Annotate, text: str) -> None:
    assert [m.kind for m in read(text).mentions if m.text.lower() == "berlin"] == ["place"]
