from __future__ import annotations

import socket
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missionwatch.errors import UnreadableReport
from missionwatch.model.report import Report
from missionwatch.reading.given import Given
from missionwatch.reading.html import read_html
from reading.helpers import only_problem, only_report, write

BODY = (
    "<p>The brigade keeps two hundred engineers in the valley, said its spokeswoman in the capital.</p>"
    "<p>Nobody leaves before the bridge stands – “that was the promise”, she said, and færre will come.</p>"
)
MENU = "<nav><a href='/'>Home</a> <a href='/world'>World</a></nav>"


def page(head: str = "", body: str = BODY, attributes: str = "", before: str = "") -> str:
    return (
        f"<!DOCTYPE html><html {attributes}><head><meta charset='utf-8'>"
        f"<title>Engineers stay</title>{head}</head>"
        f"<body>{MENU}<article><h1>Engineers stay</h1>{before}{body}</article>"
        "<footer>Copyright 2019 Valley Times. Subscribe to our letter for more.</footer></body></html>"
    )


def read(content: str) -> Report:
    return read_html(content.encode(), "a.html", "a", Given())


def test_the_article_is_taken_and_the_menu_is_not(tmp_path: Path) -> None:
    report = only_report(write(tmp_path / "a.html", page()))
    assert "two hundred engineers in the valley" in report.text
    assert "færre will come" in report.text
    assert "Home" not in report.text
    assert "Subscribe" not in report.text
    assert (report.title, report.label) == ("Engineers stay", "a")


def test_the_page_says_where_it_is_from_and_in_which_language() -> None:
    head = (
        '<meta property="og:site_name" content="Valley Times">'
        '<link rel="canonical" href="https://valley.example/engineers">'
    )
    report = read(page(head, attributes='lang="en-GB"'))
    assert (report.source, report.url, report.language) == (
        "Valley Times",
        "https://valley.example/engineers",
        "en",
    )


def test_a_language_that_is_none_and_an_address_that_is_part_of_one_are_left_out() -> None:
    report = read(page('<link rel="canonical" href="/engineers">', attributes='lang="{{ page.lang }}"'))
    assert (report.url, report.language) == (None, None)


@pytest.mark.parametrize(
    ("head", "before", "published", "evidence"),
    [
        (
            '<script type="application/ld+json">'
            '{"@graph": [{"@type": "WebPage", "datePublished": "2019-01-05"},'
            '{"@type": "NewsArticle", "datePublished": "2020-04-02T10:00:00Z"}]}</script>',
            "",
            "2020-04-02",
            "JSON-LD datePublished",
        ),
        (
            '<meta property="article:published_time" content="2020-04-02T23:30:00-05:00">',
            "",
            "2020-04-02",
            "meta article:published_time",
        ),
        ('<meta name="DC.date.issued" content="2020-04">', "", "2020-04", "meta dc.date.issued"),
        (
            "",
            '<time itemprop="datePublished" datetime="2020-04-02">x</time>',
            "2020-04-02",
            "time itemprop datepublished",
        ),
        ('<link rel="canonical" href="https://v.example/2020/04/02/engineers">', "", "2020-04-02", "address"),
        ("", '<p class="date">2. april 2020</p>', "2020-04-02", "page text '2. april 2020'"),
        ("", '<p class="date">31/03/2020</p>', "2020-03-31", "page text '31/03/2020'"),
        ("", "<p>Published on April 2, 2020</p>", "2020-04-02", "page text 'April 2, 2020'"),
    ],
)
def test_the_date_comes_with_the_place_that_says_it(
    head: str, before: str, published: str, evidence: str
) -> None:
    report = read(page(head, before=before))
    assert (str(report.published), report.date_evidence) == (published, evidence)


@pytest.mark.parametrize(
    ("head", "before"),
    [
        ("", ""),
        ("", '<p class="date">2020</p>'),
        ("", '<p class="date">April 2020</p>'),
        ("", '<time datetime="2020-04">this spring</time>'),
        ("", '<p class="date">03/04/2020</p>'),
        ("", '<p class="byline">two days ago</p>'),
        ("", '<p class="date">Last updated 3 April 2020</p>'),
        ("", "<p>On 5 May 2019 they had met in the harbour.</p>"),
        ('<meta property="article:published_time" content="soon">', ""),
        ('<meta property="article:published_time" content="2020-04-31">', ""),
        ('<link rel="canonical" href="https://v.example/2020/13/02/engineers">', ""),
        ('<meta property="article:modified_time" content="2020-04-09">', ""),
        (
            '<script type="application/ld+json">{"@type": "Comment", "datePublished": "2020-04-02"}</script>',
            "",
        ),
        ('<script type="application/ld+json">{"datePublished": "2020-04-</script>', ""),
    ],
)
def test_no_date_is_made_up(head: str, before: str) -> None:
    report = read(page(head, before=before))
    assert (report.published, report.date_evidence) == (None, None)


def test_publication_and_change_are_kept_apart() -> None:
    report = read(
        page(
            '<meta property="article:modified_time" content="2020-05-09T08:00">'
            '<meta property="article:published_time" content="2020-04-02">'
        )
    )
    assert (str(report.published), str(report.modified)) == ("2020-04-02", "2020-05-09")
    only_changed = read(page('<meta property="article:modified_time" content="2020-05-09">'))
    assert (only_changed.published, str(only_changed.modified)) == (None, "2020-05-09")


def test_the_option_stands_in_for_a_date_that_the_page_does_not_say(tmp_path: Path) -> None:
    report = only_report(write(tmp_path / "a.html", page()), published="2020-04-07")
    assert (str(report.published), report.date_evidence) == ("2020-04-07", "given on reading")


LINKS = "".join(
    f'<li><a href="/s/{n}">Ministers agree to send the ship number {n}</a></li>' for n in range(20)
)


@pytest.mark.parametrize(
    "body",
    [
        "",
        MENU,
        f"{MENU}<ul>{LINKS}</ul>",
        f"{MENU}<h1>Page not found</h1><p>What you are looking for is not here.</p>",
        "<div id=root></div><noscript>You need to switch on scripts to run this.</noscript>",
        f"{MENU}<form><label>Name</label><input name=a><label>Password</label><input type=password></form>",
        "<div class='cookie'><p>We use cookies. Is that all right?</p></div>",
    ],
)
def test_a_page_without_an_article_is_refused_with_advice(tmp_path: Path, body: str) -> None:
    problem = only_problem(write(tmp_path / "a.html", f"<html><body>{body}</body></html>"))
    assert "without an article" in problem.problem
    assert "single article" in (problem.advice or "")


def test_a_short_flash_is_an_article_where_the_page_marks_it() -> None:
    assert read(page(body="<p>The bridge stands since noon.</p>")).text.endswith(
        "The bridge stands since noon."
    )


def test_an_article_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("missionwatch.reading.html.LONGEST_REPORT", 100)
    with pytest.raises(UnreadableReport, match="longer than"):
        read(page())


def test_xhtml_with_a_prologue_in_another_encoding(tmp_path: Path) -> None:
    content = '<?xml version="1.0" encoding="iso-8859-1"?>\n' + page().replace("<meta charset='utf-8'>", "")
    content = content.replace("–", "-").replace("“", '"').replace("”", '"')
    report = only_report(write(tmp_path / "a.xhtml", content.encode("iso-8859-1")))
    assert "færre will come" in report.text


def test_the_same_bytes_give_the_same_report_with_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    monkeypatch.setattr(socket, "getaddrinfo", no_network)
    content = page(
        '<link rel="canonical" href="https://valley.example/a">', before="<p class='date'>2 April 2020</p>"
    )
    first = read(content)
    read(page(body="<p>Something else entirely, with a good number of words about roads and rivers.</p>"))
    assert read(content) == first


TAGS = [
    "<p>", "</p>", "<div", ">", "<script>", "</script>", "<!--", "-->", "<article>", "<table><td>",
    "&#0;", "&amp", "\x01", "<html", "lang=", "'", "<meta charset=", "<time datetime='2020",
    "words and a sentence. ",
]  # fmt: skip


@given(st.lists(st.sampled_from(TAGS) | st.text(max_size=8), max_size=25).map("".join))
@settings(deadline=None, max_examples=60)
def test_no_page_brings_the_reader_down(content: str) -> None:
    try:
        report = read_html(content.encode("utf-8", "replace"), "a.html", "a", Given())
    except UnreadableReport:
        return
    assert report.text.strip()


@given(st.binary(max_size=200))
@settings(deadline=None, max_examples=60)
def test_any_bytes_give_a_page_or_a_complaint(data: bytes) -> None:
    try:
        report = read_html(b"<html><body>" + data, "a.html", "a", Given())
    except UnreadableReport:
        return
    assert report.text.strip()


def test_deep_nesting_is_no_trouble(tmp_path: Path) -> None:
    deep = "<div>" * 3000 + BODY + "</div>" * 3000
    outcome = write(tmp_path / "a.html", f"<html><body>{deep}</body></html>")
    try:
        read_html(outcome.read_bytes(), "a.html", "a", Given())
    except UnreadableReport as problem:
        assert problem.advice is not None  # noqa: PT017 (either answer is right, a crash is not)
