"""Bad input among good: each bad file is named with what to do, the good ones are read, and the status says so."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from cli.conftest import Command

GOOD = "KFOR has 3,500 soldiers in Kosovo."
GERMAN = (
    "Die deutschen Soldaten bleiben bis Dezember im Land, sagt der Minister. Die Mission bildet weiter aus."
)
PAGE = "<html><body><nav><a href='/'>Home</a> <a href='/news'>News</a></nav></body></html>"


@dataclass(frozen=True)
class Bad:
    """A file that is not read: its name, what is in it, and what must be said of it, in this order."""

    name: str
    content: bytes
    said: tuple[str, ...]


def head(lines: str, text: str = GOOD) -> bytes:
    return f"---\n{lines}\n---\n{text}\n".encode()


UNREAD = (
    Bad("empty.txt", b"", ("is empty", "leave it out")),
    Bad("blank.md", b" \n\n", ("is empty", "leave it out")),
    Bad("binary.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), ("is binary", "Give the report as text")),
    Bad(
        "cp1252.txt",
        b"A caf\xe9 \x81\x8d,\nand KFOR has 3,500 soldiers.",  # bytes that Windows-1252 does not have
        ("encoding", "line 1", "Save it as UTF-8"),
    ),
    Bad("utf-16.txt", b"\xff\xfeK\0F\0O\0R", ("begins as UTF-16", "Save it as UTF-8")),  # half a character at the end
    Bad("page.html", PAGE.encode(), ("is a page without an article", "copy the article's text")),
    Bad("head.txt", head("published: 2021-03-01\nsource: [Post"), (", line 3", "no YAML", "Write lines such as")),
    Bad("open-head.txt", b"---\npublished: 2021\nKFOR stays.", (", line 1", "no second ---", "Write lines")),
    Bad("date.txt", head("published: 2021-02-31"), ("'published'", "no day of the calendar", "Write a day")),
    Bad("language.txt", head("language: 7!"), ("'language'", "no language code", "such as en")),
    Bad("long.txt", f"{GOOD} ".encode() * 1_430_000, ("longer than 1 MB", "Split it")),
    Bad("picture.jpg", b"\xff\xd8\xff\xe0", ("is of no kind that is read", "These are: text")),
)  # fmt: skip


def among_good(folder: Path, *bad: Bad) -> None:
    """A folder with these files, with a good one before and after them in the order of names."""
    for name, people in (("00-first", "3,500"), ("zz-last", "3,600")):
        (folder / f"{name}.txt").write_text(f"KFOR has {people} soldiers in Kosovo.", encoding="utf-8")
    for one in bad:
        (folder / one.name).write_bytes(one.content)


def lines_about(name: str, err: str) -> list[str]:
    """The messages whose subject, such as "news/a.txt, line 3", is this file."""
    return [line for line in err.splitlines() if Path(line.split(": ")[1].split(",")[0]).name == name]


def assert_told(bad: Bad, err: str) -> None:
    [line] = lines_about(bad.name, err)
    at = 0
    for words in bad.said:
        assert words in line[at:], f"{words!r} should be said in: {line}"
        at = line.index(words, at)
    assert "Traceback" not in err


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("bad", UNREAD, ids=lambda bad: bad.name)
def test_extract_names_it_and_goes_on(missionwatch: Command, news: Path, bad: Bad) -> None:
    among_good(news, bad)
    done = missionwatch("extract", "news")
    assert done.status == 1
    assert_told(bad, done.err)
    assert [(line["id"], len(line["claims"])) for line in done.lines] == [("00-first", 1), ("zz-last", 1)]


def test_read_names_each_and_keeps_the_good_ones(missionwatch: Command, news: Path) -> None:
    among_good(news, *UNREAD)
    done = missionwatch("read", "news", "gone.txt", "--published", "2021-03-01")
    assert done.status == 1
    for bad in UNREAD:
        assert_told(bad, done.err)
    [gone] = lines_about("gone.txt", done.err)
    assert "no such file" in gone
    assert "Check the spelling" in gone
    assert done.out == f"2 reports with 2 new claims; {len(UNREAD) + 1} reports not read.\n"
    rows = missionwatch("claims", "KFOR", "--format", "json").rows
    assert sorted(row["count"] for row in rows) == [3500, 3600]
    assert missionwatch("rebuild", "--check").status == 0


def test_a_line_cut_in_half_is_named_by_its_number(missionwatch: Command, news: Path) -> None:
    whole = [
        json.dumps({"id": name, "text": GOOD, "published": "2021-03-01", "source": name}) for name in "abc"
    ]
    (news / "lines.jsonl").write_text("\n".join((whole[0], whole[1][:40], whole[2])), encoding="utf-8")
    for command in ("extract", "read"):
        done = missionwatch(command, "news")
        assert done.status == 1
        [line] = done.err.splitlines()
        assert "lines.jsonl, line 2: is no JSON" in line
        assert "Write the whole report on one line" in line
    assert {row["id"] for row in missionwatch("reports", "--format", "json").rows} == {"a", "c"}


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_an_encoding_that_can_be_told_is_read(missionwatch: Command, news: Path, encoding: str) -> None:
    (news / "k.txt").write_bytes("“KFOR has 3,500 soldiers”, says Jörg Müller.".encode(encoding))
    for command in ("extract", "read"):
        done = missionwatch(command, "news")
        assert (done.status, done.err) == (0, "")
    [row] = missionwatch("claims", "KFOR", "--format", "json").rows
    assert row["quote"] == "has 3,500 soldiers"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            GERMAN.encode(),
            "German is not yet supported. If it is in English or Danish, say so: --language en",
        ),
        (head("language: de", GERMAN), "German is not yet supported. Reports in English and Danish are read"),
        (head("language: xx", GERMAN), "“xx” is no language code that is known here. Known codes: en, da"),
    ],
)
def test_a_language_that_is_not_read_is_said_and_its_report_kept(
    missionwatch: Command, news: Path, content: bytes, said: str
) -> None:
    among_good(news, Bad("other.txt", content, ()))
    for command in ("extract", "read"):
        done = missionwatch(command, "news")
        assert done.status == 1
        assert f"{Path('news') / 'other.txt'}: {said}" in done.err
    rows = missionwatch("reports", "--format", "json").rows
    assert sorted((row["claims"], row["problem"] is None) for row in rows) == [
        (0, False),
        (1, True),
        (1, True),
    ]
    assert "supported" in missionwatch("reports").out or "no language code" in missionwatch("reports").out


def test_a_claims_file_with_half_a_line_among_whole_ones(missionwatch: Command, news: Path) -> None:
    at = GOOD.index("has")
    made = {
        "mission": "KFOR", "aspect": "strength", "value": "personnel", "count": 3500, "modality": "actual",
        "quote": GOOD[at : at + 18], "start": at, "end": at + 18,
    }  # fmt: skip
    lines = [json.dumps({"id": name, "text": GOOD, "source": name, "claims": [made]}) for name in "abc"]
    (news / "made.jsonl").write_text("\n".join((lines[0], lines[1][:-9], lines[2])), encoding="utf-8")
    done = missionwatch("read", "--claims", "news/made.jsonl")
    assert done.status == 1
    assert "made.jsonl, line 2: is no JSON" in done.err
    assert done.out == "2 reports with 2 new claims; 1 report not read.\n"
