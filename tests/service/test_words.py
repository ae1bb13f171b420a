"""Law 1: whatever offsets a claim has, it is kept only if the text says its quote there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from missionwatch.model.claim import Claim
from missionwatch.model.passage import Passage, Span
from missionwatch.service.words import fault_in, sorted_out

TEXTS = st.text(alphabet="ab \né𝒜", max_size=12)
NUMBERS = st.integers(-3, 15)


def claim(passage: Passage, evidence: dict[str, Span] | None = None) -> Claim:
    return Claim("M", "m", "activity", "active", passage, evidence=evidence or {})


@given(TEXTS, TEXTS, NUMBERS, NUMBERS)
def test_a_quote_stands_where_it_says_or_is_refused(text: str, quote: str, start: int, end: int) -> None:
    taken, refused = sorted_out([claim(Passage(start, end, quote))], text, "x")
    stands = 0 <= start < end <= len(text) and text[start:end] == quote
    assert (len(taken), len(refused)) == ((1, 0) if stands else (0, 1))


@given(TEXTS.filter(bool), NUMBERS, NUMBERS)
def test_the_words_of_a_field_lie_in_the_text(text: str, start: int, end: int) -> None:
    whole = Passage(0, len(text), text)
    fault = fault_in(claim(whole, {"when": Span(start, end)}), text)
    assert (fault is None) == (0 <= start < end <= len(text))


def test_a_field_that_has_no_words_of_its_own_is_refused() -> None:
    assert fault_in(claim(Passage(0, 1, "a"), {"colour": Span(0, 1)}), "a")


def test_a_refusal_names_report_and_claim_and_keeps_the_others() -> None:
    good, bad = claim(Passage(0, 1, "a")), claim(Passage(0, 1, "b"))
    taken, [refusal] = sorted_out([bad, good], "a", "report.txt")
    assert taken == [good]
    assert str(refusal).startswith("report.txt, activity active of M: its quote is not")
