from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionwatch.errors import UnreadableReport
from missionwatch.model.report import Report
from missionwatch.reading.given import Given
from missionwatch.reading.head import split_head
from missionwatch.reading.markdown import read_markdown
from missionwatch.reading.text import read_text
from reading.helpers import only_problem, only_report, write

HEAD = (
    "---\n"
    "published: 2020-04-02\n"
    "modified: 2020-04\n"
    "fetched: 2020-05-01\n"
    "source: Delta Post\n"
    "title: 'Camp: the second week'\n"
    "language: en-GB\n"
    "url: https://news.example/camp\n"
    "id: 0042\n"
    "author: somebody\n"
    "---\n"
)


def test_every_field_of_the_head_is_taken_as_written(tmp_path: Path) -> None:
    report = only_report(write(tmp_path / "camp.txt", HEAD + "The camp stays.\n"))
    assert report.text == "The camp stays.\n"
    assert (str(report.published), str(report.modified), str(report.fetched)) == (
        "2020-04-02",
        "2020-04",
        "2020-05-01",
    )
    assert (report.source, report.title, report.language) == ("Delta Post", "Camp: the second week", "en")
    assert (report.url, report.given_id, report.label, report.id) == (
        "https://news.example/camp",
        "0042",
        "0042",
        "0042",
    )
    assert report.date_evidence == "head"


def test_without_a_head_nothing_is_known_but_the_text(tmp_path: Path) -> None:
    path = write(tmp_path / "plain.txt", "Ein Satz.\n\n-- and no head\n")
    report = only_report(path)
    assert report == Report(text="Ein Satz.\n\n-- and no head\n", label="plain")


def test_the_files_own_time_is_no_publication_date(tmp_path: Path) -> None:
    assert only_report(write(tmp_path / "a.txt", "Words.")).published is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_only_the_line_end_after_the_head_is_dropped(tmp_path: Path, end: str) -> None:
    body = f"{end}  First.{end}{end}Second. {end}"
    content = f"---{end}published: 2020{end}--- {end}{body}"
    report = only_report(write(tmp_path / "a.txt", content.encode()))
    assert report.text == body
    assert str(report.published) == "2020"


def test_a_line_of_hyphens_in_the_body_is_body(tmp_path: Path) -> None:
    report = only_report(write(tmp_path / "a.txt", "---\nsource: A\n---\nOne.\n---\nTwo.\n"))
    assert report.text == "One.\n---\nTwo.\n"


def test_an_empty_head_says_nothing(tmp_path: Path) -> None:
    assert only_report(write(tmp_path / "a.txt", "---\n---\nOne.")).text == "One."


@pytest.mark.parametrize("written", ["", "null", "~"])
def test_a_field_without_a_value_is_not_said(tmp_path: Path, written: str) -> None:
    report = only_report(write(tmp_path / "a.txt", f"---\npublished: {written}\ntitle: {written}\n---\nOne."))
    assert (report.published, report.title, report.date_evidence) == (None, None, None)


def test_norwegian_is_not_false(tmp_path: Path) -> None:
    assert only_report(write(tmp_path / "a.txt", "---\nlanguage: no\n---\nEn setning.")).language == "no"


@pytest.mark.parametrize(
    "date",
    [
        "2020-04-31",
        "soon",
        "2020-13",
        "2 April 2020",
        "2020-04-02/2020-05-01",
        "..",
        "XXXX-04-02",
        "[2020..]",
    ],
)
def test_a_date_that_is_none_is_refused_by_name(tmp_path: Path, date: str) -> None:
    problem = only_problem(write(tmp_path / "a.txt", f"---\npublished: '{date}'\n---\nOne."))
    assert "field 'published'" in problem.subject
    assert date in problem.problem


def test_of_a_time_of_day_the_day_as_written_is_kept(tmp_path: Path) -> None:
    report = only_report(write(tmp_path / "a.txt", "---\npublished: 2020-04-02T23:30:00-05:00\n---\nOne."))
    assert str(report.published) == "2020-04-02"


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("modified: never", "modified"),
        ("fetched: 2020-04", "fetched"),
        ("language: Danish language", "language"),
        ("title: [a, b]", "title"),
        ("source: {a: b}", "source"),
    ],
)
def test_a_wrong_field_is_named(tmp_path: Path, head: str, field: str) -> None:
    assert f"field '{field}'" in only_problem(write(tmp_path / "a.txt", f"---\n{head}\n---\nOne.")).subject


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("---\npublished: 2020\nOne two three.", 1),
        ("---\nsource: A\ntitle: 'open\n---\nOne.", 3),
        ("---\nOne two three.\n---\nFour.", 2),
        ("---\n- a\n- b\n---\nFour.", 2),
        ("---\na: {{{{\n---\nFour.", 2),
        ("---\na: " + "[" * 5000 + "\n---\nFour.", 2),
        ("---\na: \x07\n---\nFour.", 2),
    ],
)
def test_a_broken_head_is_refused_with_its_line(tmp_path: Path, content: str, line: int) -> None:
    problem = only_problem(write(tmp_path / "a.txt", content))
    assert f"line {line}" in problem.subject
    assert "---" in (problem.advice or "")


def test_the_options_stand_in_but_never_override(tmp_path: Path) -> None:
    said = write(tmp_path / "said.txt", "---\npublished: 2019\nlanguage: da\nsource: A\n---\nOne.")
    silent = write(tmp_path / "silent.txt", "One.")
    options = {"published": "2020-01", "language": "EN", "source": " B "}
    first, second = only_report(said, **options), only_report(silent, **options)
    assert (str(first.published), first.language, first.source) == ("2019", "da", "A")
    assert (str(second.published), second.language, second.source) == ("2020-01", "en", "B")
    assert second.date_evidence == "given on reading"


def test_markdown_is_stored_as_written_and_titled_by_its_heading(tmp_path: Path) -> None:
    body = "# The *long* road #\n\nSome **bold** [words](https://a.example).\n"
    report = only_report(write(tmp_path / "a.md", "---\npublished: 2020\n---\n" + body))
    assert (report.text, report.title) == (body, "The *long* road")
    titled = only_report(write(tmp_path / "b.md", "---\ntitle: Another\n---\n" + body))
    assert titled.title == "Another"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip))
def test_any_body_comes_back_as_it_was(body: str) -> None:
    report = read_text(f"---\nsource: A\n---\n{body}".encode(), "a.txt", "a", Given())
    assert report.text == body


@given(st.text(alphabet="-\n\r: ab'[{\t#&*!|>%@", max_size=60))
def test_no_head_brings_the_reader_down(content: str) -> None:
    try:
        fields, body = split_head(content, "a.txt")
    except UnreadableReport:
        return
    assert content.endswith(body)
    assert all(isinstance(name, str) for name in fields)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_report_or_a_complaint(data: bytes) -> None:
    for reader in (read_text, read_markdown):
        with suppress(UnreadableReport):
            assert reader(data, "a", "a", Given()).text.strip()
