"""Words, numbers and signs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionwatch.annotating.tokens import tokenise

CASES = [
    ("NATO's base", "NATO 's base"),
    ("Denmark’s", "Denmark ’s"),
    ("US-led", "US - led"),
    ("a 500-strong force", "a 500 - strong force"),
    ("2,000 or 4.5", "2,000 or 4.5"),
    ("the U.S. base", "the U.S. base"),
    ("O'Neil", "O'Neil"),
    ("al-Asad.", "al - Asad ."),
    ("wait... “now”", "wait ... “ now ”"),
    ("18. march", "18 . march"),
    ("213 people", "213 people"),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_tokens(text: str, wanted: str) -> None:
    assert [t.text for t in tokenise(text)] == wanted.split()


def test_offsets_count_in_the_whole_text() -> None:
    text = "one two three"
    assert [(t.start, t.text) for t in tokenise(text, 4, 7)] == [(4, "two")]


@given(st.text(max_size=60))
def test_every_letter_lies_in_one_token(text: str) -> None:
    found = tokenise(text)
    assert all(text[t.start : t.end] == t.text for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join(t.text for t in found) == "".join(c for c in text if not c.isspace())
