"""A saved web page: trafilatura finds the article in it, its own markup says the rest. Never a network."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Final

from lxml import etree
from lxml.html import HtmlElement, document_fromstring
from trafilatura import bare_extraction
from trafilatura.settings import Document as Extracted

from missionwatch.errors import UnreadableReport
from missionwatch.model.report import Report
from missionwatch.reading.decoding import decode
from missionwatch.reading.fields import language_code, report_from
from missionwatch.reading.given import Given
from missionwatch.reading.html_date import modified_in, published_in
from missionwatch.reading.limits import LONGEST_REPORT, too_long

_NO_ARTICLE: Final = [
    f"//{name}" for name in ("nav", "footer", "aside", "form", "noscript", "button", "iframe")
] + [
    "//*[@role='navigation']",
    "//*[@role='search']",
]
"""Parts of a page that are no article, whatever they hold."""

_PROLOGUE: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_SENTENCE: Final = re.compile(r"\w[^\n]*?[.!?…][\"'”’»)]*(?=\s|$)")
_FEWEST_WORDS: Final = 20
"""Fewer words than this in sentences are an article only where the page marks them as one."""

_DATE_OPTIONS: Final = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
_ADVICE: Final = "Save the page of a single article, or copy the article's text into a text file"


def read_html(data: bytes, subject: str, label: str, given: Given) -> Report:
    """The article of a page, with its dates and where they were found. Raises `UnreadableReport`."""
    tree = _tree(decode(data, subject, page=True), subject)
    extracted = _extract(tree, subject)
    text = (extracted.text or "").strip() if extracted else ""
    if extracted is None or not _is_article(text, tree):
        raise UnreadableReport(subject, "is a page without an article", _ADVICE)
    if len(text) > LONGEST_REPORT:
        raise too_long(subject, LONGEST_REPORT)
    url = _address(tree) or extracted.url
    published, modified = published_in(tree, url), modified_in(tree)
    fields = {
        "title": extracted.title,
        "source": extracted.sitename,
        "url": url,
        "language": _language(tree),
        "published": published.date if published else None,
        "modified": modified.date if modified else None,
    }
    return report_from(
        fields,
        text,
        subject=subject,
        label=label,
        given=given,
        date_evidence=published.evidence if published else "",
    )


def _tree(page: str, subject: str) -> HtmlElement:
    try:
        return document_fromstring(_PROLOGUE.sub("", page, count=1))
    except (etree.ParserError, ValueError, RecursionError):
        raise UnreadableReport(subject, "is no HTML page", _ADVICE) from None


def _extract(tree: HtmlElement, subject: str) -> Extracted | None:
    try:
        found = bare_extraction(
            deepcopy(tree),
            include_comments=False,
            with_metadata=True,
            prune_xpath=_NO_ARTICLE,
            date_extraction_params=dict(_DATE_OPTIONS),
        )
    except Exception as error:  # a parser of pages from anywhere: one bad page must not stop the others
        raise UnreadableReport(subject, f"cannot be taken apart ({type(error).__name__})", _ADVICE) from None
    return found if isinstance(found, Extracted) else None


def _is_article(text: str, tree: HtmlElement) -> bool:
    """Whether there are sentences, and enough of them unless the page says that this is its article."""
    words = sum(len(sentence[0].split()) for sentence in _SENTENCE.finditer(text))
    marked = tree.find(".//article") is not None or bool(tree.xpath("//*[@itemprop='articleBody']"))
    return words >= (3 if marked else _FEWEST_WORDS)


def _address(tree: HtmlElement) -> str | None:
    """The page's own address, if it names one in full."""
    for found in tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content"):
        if re.match(r"https?://\S+$", found.strip()):
            return str(found.strip())
    return None


def _language(tree: HtmlElement) -> str | None:
    root = tree.getroottree().getroot()
    written = (
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    )
    try:
        return language_code(written.strip()) if written else None
    except ValueError:
        return None
