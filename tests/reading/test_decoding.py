from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionwatch.errors import UnreadableReport
from missionwatch.reading.decoding import decode
from reading.helpers import only_problem, only_report, write

DANISH = "Styrken bliver i Ålborg – “færre øvelser”, siger chefen.\r\nSå er det sagt.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_the_usual_encodings_give_the_same_characters(encoding: str) -> None:
    assert decode(DANISH.encode(encoding), "a.txt") == DANISH


@pytest.mark.parametrize(
    "text", ["Bogstaverne æøå og ÆØÅ.", "Wörter wie Öl", "Señor Ibáñez dijo «sí» – ¿y qué?"]
)
def test_windows_text_of_western_europe_is_read(text: str) -> None:
    assert decode(text.encode("cp1252"), "a.txt") == text


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le")])
def test_a_mark_tells_the_byte_order(mark: bytes, encoding: str) -> None:
    assert decode(mark + DANISH.encode(encoding), "a.txt") == DANISH


def test_a_head_is_found_behind_a_byte_order_mark(tmp_path: Path) -> None:
    content = "---\npublished: 2020\n---\nOne."
    assert str(only_report(write(tmp_path / "a.txt", content.encode("utf-8-sig"))).published) == "2020"
    assert str(only_report(write(tmp_path / "b.txt", content.encode("utf-16"))).published) == "2020"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x01\x02\x03\x04\x05\x06\x07",
        b"PK\x03\x04\x14\x00\x06\x00",
        bytes(range(256)),
        b"\x01\x02\x03\x04\x05",
        b"plain\x00words",
    ],
)
def test_binary_is_told_apart(tmp_path: Path, data: bytes) -> None:
    assert "binary" in only_problem(write(tmp_path / "a.txt", data)).problem


@pytest.mark.parametrize(
    "data",
    [
        "Миссия продолжается".encode("cp1251"),
        "任務は続く".encode("shift_jis"),
        "任务继续".encode("gbk"),
        "Görev şimdilik sürüyor, asker sayısı azalıyor".encode("cp1254"),
        b"\x81\x8d\x8f",
    ],
)
def test_what_would_be_gibberish_is_refused_with_its_place(tmp_path: Path, data: bytes) -> None:
    problem = only_problem(write(tmp_path / "a.txt", b"One line.\n" + data))
    assert "line 2" in problem.problem
    assert "UTF-8" in (problem.advice or "")


def test_a_mark_that_promises_too_much_is_refused(tmp_path: Path) -> None:
    assert "UTF-8" in only_problem(write(tmp_path / "a.txt", b"\xef\xbb\xbf\xff\xfe words")).problem
    assert "UTF-16" in only_problem(write(tmp_path / "b.txt", b"\xff\xfea\x00b")).problem


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ('<meta charset="iso-8859-1">', "cp1252"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>", "cp1252"),
        ("<meta charset=windows-1251>", "cp1251"),
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="iso-8859-1">', "utf-8"),
        ('<meta charset="utf-8">', "cp1252"),
        ('<meta charset="hex">', "utf-8"),
        ('<meta charset="no-such-thing">', "utf-8"),
    ],
)
def test_a_page_may_declare_its_charset_rightly_or_wrongly(declaration: str, encoding: str) -> None:
    words = "Миссия" if encoding == "cp1251" else "færre øvelser and a good deal of other words"
    page = f"<html><head>{declaration}</head><body>{words}</body></html>"
    assert decode(page.encode(encoding), "a.html", page=True) == page


def test_a_declaration_counts_in_pages_only() -> None:
    data = '<meta charset="windows-1251"> Миссия'.encode("cp1251")
    with pytest.raises(UnreadableReport):
        decode(data, "a.txt")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))), st.sampled_from(["utf-8", "utf-8-sig"]))
def test_unicode_text_goes_round(text: str, encoding: str) -> None:
    # A text that itself begins with a mark loses it: nobody can tell the two apart.
    assert decode(text.encode(encoding), "a") == text.removeprefix("\ufeff" if encoding == "utf-8" else "")


@given(st.binary(max_size=400), st.booleans())
def test_any_bytes_give_text_or_a_complaint(data: bytes, page: bool) -> None:
    with suppress(UnreadableReport):
        assert isinstance(decode(data, "a", page=page), str)
