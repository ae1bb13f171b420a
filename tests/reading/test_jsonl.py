from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionwatch.errors import UnreadableReport
from missionwatch.model.report import Report
from missionwatch.reading.given import Given
from missionwatch.reading.jsonl import read_jsonl
from missionwatch.reading.read import read_path
from reading.helpers import only_problem, only_report, write


def line(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"


def test_every_field_of_a_line_is_taken(tmp_path: Path) -> None:
    fields = {
        "id": "r-1",
        "text": " Brigade\r\nstays.\u2028Yes ",
        "published": "2020-04",
        "modified": "2020-05-01",
        "fetched": "2020-06-01T10:00:00Z",
        "language": "da",
        "title": "T",
        "source": "S",
        "url": "https://a.example/1",
    }
    report = only_report(write(tmp_path / "a.jsonl", line(**fields)))
    assert report.text == fields["text"]
    assert (str(report.published), str(report.modified), str(report.fetched)) == (
        "2020-04",
        "2020-05-01",
        "2020-06-01",
    )
    assert (report.label, report.given_id, report.language, report.title, report.source, report.url) == (
        "r-1", "r-1", "da", "T", "S", "https://a.example/1",
    )  # fmt: skip
    assert report.date_evidence == "line of JSON"


def test_a_line_without_an_id_is_named_by_file_and_number(tmp_path: Path) -> None:
    path = write(
        tmp_path / "news.jsonl", "\n" + line(text="One.") + "\n" + line(text="Two.", id=7, title=None)
    )
    first, second = (r for r in read_path(path) if isinstance(r, Report))
    assert (first.label, first.given_id) == ("news-2", None)
    assert (second.label, second.given_id) == ("7", "7")


def test_bad_lines_are_listed_and_the_others_read(tmp_path: Path) -> None:
    whole = line(id="whole", text="One.")
    bad = [
        whole[:12] + "\n",
        '["a", "list"]\n',
        "null\n",
        line(id="no-text"),
        line(text=""),
        line(text=["no", "string"]),
        line(text="One.", published="2020-02-30"),
        line(text="One.", title={"a": 1}),
        line(text="One.", id=True),
        '{"text": "half \\ud83d"}\n',
        '{"text": "nul \\u0000"}\n',
        '{"text": "One.", "title": "half \\udc00"}\n',
        "[" * 100_000 + "\n",
        '{"text": ' + "9" * 5000 + "}\n",
    ]
    path = write(tmp_path / "a.jsonl", "".join(whole + text for text in bad) + whole.rstrip("\n"))
    outcomes = list(read_path(path))
    problems = [o for o in outcomes if isinstance(o, UnreadableReport)]
    assert sum(isinstance(o, Report) for o in outcomes) == len(bad) + 1
    assert [p.subject.split("line ")[1].split(",")[0] for p in problems] == [
        str(2 * n) for n in range(1, len(bad) + 1)
    ]
    assert all(p.advice for p in problems)


def test_a_half_line_says_where_it_breaks(tmp_path: Path) -> None:
    problem = only_problem(write(tmp_path / "a.jsonl", line(text="One.")[:9]))
    assert problem.subject.endswith("a.jsonl, line 1")
    assert "no JSON" in problem.problem


def test_a_line_in_another_encoding_is_refused_alone(tmp_path: Path) -> None:
    good = line(id="g", text="Øvelse.").encode()
    path = write(
        tmp_path / "a.jsonl", b"\xef\xbb\xbf" + good + '{"text": "Øvelse"}\n'.encode("cp1252") + good
    )
    first, second, third = read_path(path)
    assert isinstance(first, Report)
    assert isinstance(third, Report)
    assert isinstance(second, UnreadableReport)
    assert "line 2" in second.subject


def test_utf_16_lines_are_refused_as_a_whole(tmp_path: Path) -> None:
    assert "UTF-16" in only_problem(write(tmp_path / "a.jsonl", line(text="One.").encode("utf-16"))).problem


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_a_file_without_lines_is_listed(tmp_path: Path, content: str) -> None:
    assert "empty" in only_problem(write(tmp_path / "a.jsonl", content)).problem


def test_a_line_beyond_the_limit_is_refused_and_the_next_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("missionwatch.reading.jsonl.LONGEST_REPORT", 100)
    path = write(tmp_path / "a.jsonl", line(text="x" * 250) + line(id="next", text="One."))
    problem, report = read_path(path)
    assert isinstance(problem, UnreadableReport)
    assert "line 1" in problem.subject
    assert isinstance(report, Report)
    assert report.label == "next"


@given(st.text(min_size=1).filter(lambda t: t.strip() and "\0" not in t))
def test_text_goes_round(text: str) -> None:
    ascii_only, unicode = (
        json.dumps({"text": text}, ensure_ascii=e).encode("utf-8") + b"\n" for e in (True, False)
    )
    for report in read_jsonl(io.BytesIO(ascii_only + unicode), "a", "a", Given()):
        assert isinstance(report, Report)
        assert report.text == text


@given(st.binary(max_size=300))
def test_any_bytes_give_reports_or_complaints(data: bytes) -> None:
    for outcome in read_jsonl(io.BytesIO(data), "a", "a", Given()):
        assert isinstance(outcome, Report | UnreadableReport)


@given(
    st.dictionaries(
        st.sampled_from(
            ["id", "text", "published", "modified", "fetched", "language", "title", "source", "url"]
        ),
        st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text(), max_size=2),
    )
)
def test_any_fields_give_a_report_or_a_complaint(fields: dict[str, object]) -> None:
    (outcome,) = read_jsonl(io.BytesIO(json.dumps(fields).encode()), "a", "a", Given())
    assert isinstance(outcome, Report | UnreadableReport)
