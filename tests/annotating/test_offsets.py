"""Whatever the text, annotating does not fail, and every offset leads back to the stored words."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from missionwatch.annotating.pipeline import annotate
from missionwatch.catalogue.load import load_catalogue
from missionwatch.model.document import Document
from missionwatch.model.report import Report
from missionwatch.model.when import When

PIECES = [
    "Denmark", "the Danish defence minister", "Anna Holm", "Lt. Gen. P. Olsen", "NATO's", "the mission", "KFOR",
    "Baghdad", "said that", "says", "according to", "“We stay", "”", '"', "– ", ", ", ". ", "! ", "\n", "\r\n\r\n",
    "on 18 March", "since 2018", "last week", "in the", "İ", "😀", "S\u030ciauliai", "Šiauliai", "\u200b", "\ufeff",
    "\u2028", "ß", "ﬁ", "(S)", "US-led", "2,000", "he", "it", "coalition", "al-Asad", "parliament", "of", "May",
    "for 18 months", "from", "to", "\x00", "\ud83d", "’s", "‘", "’", "«", "»", "...", " ",
]  # fmt: skip


def stands(document: Document) -> bool:
    text = document.text
    layers = [*document.mentions, *document.times]
    spans = [
        layer.span for layer in (*document.sentences, *document.mentions, *document.times, *document.quotes)
    ]
    spans += [q.speaker_span for q in document.quotes if q.speaker_span]
    return all(0 <= s.start < s.end <= len(text) for s in spans) and all(
        layer.text == text[layer.start : layer.end] for layer in layers
    )


def document_of(text: str) -> Document:
    report = Report(text, "test", language="en", published=When.parse("2020-04-14"))
    return annotate(report, load_catalogue())


@settings(deadline=None, max_examples=150)
@given(parts=st.lists(st.sampled_from(PIECES), max_size=25))
@example(parts=["İ", "😀", "\r\n", "S\u030ciauliai", " ", "Denmark", "’s", " ", "parliament"])
def test_words_of_the_trade_in_any_order(parts: list[str]) -> None:
    assert stands(document_of(" ".join(parts)))
    assert stands(document_of("".join(parts)))


@settings(deadline=None, max_examples=80)
@given(text=st.text(max_size=120))
def test_any_text_at_all(text: str) -> None:
    assert stands(document_of(text))


def test_the_same_report_gives_the_same_document() -> None:
    text = (
        "Anna Holm, the Danish defence minister, said on Friday that NATO Mission Iraq will go on until May."
    )
    assert document_of(text) == document_of(text)


def test_long_rows_of_one_kind_take_no_time() -> None:
    pieces = "Anna Holm |said, |18 March |“|NATO's |the mission, |for a year |a.|“We stay,” he said. "
    for piece in pieces.split("|"):
        assert stands(document_of(piece * 400))
