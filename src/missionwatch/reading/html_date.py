"""When a page was published and when it was changed, each only with the place in the page that says so.

The markup that names the publication date comes first, then the address, and last what htmldate makes of the
page. htmldate fills in days that nobody wrote, so its answer counts only where the page writes that day.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from htmldate import find_date
from lxml.html import HtmlElement

from missionwatch.reading.fields import publication_date

_EARLIEST: Final = "1945-01-01"
_LATEST: Final = "2199-12-31"
"""Fixed, for htmldate's own bound is the day on which it runs."""

_ISO: Final = re.compile(r"\s*(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ]\d\d:?\d\d.*)?\s*", re.DOTALL)
_URL_DAY: Final = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)")
_OF_CHANGE: Final = re.compile(
    r"updat|modif|revis|amend|changed|opdater|ændret|rettet|copyright|©", re.IGNORECASE
)
_OF_PUBLICATION: Final = re.compile(r"publi[sck]|posted|issued|released|udgivet", re.IGNORECASE)
_ARTICLE_TYPES: Final = (
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "blogposting",
    "report",
    "pressrelease",
)

_PUBLISHED_NAMES: Final = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "citation_publication_date",
    "publish-date", "publish_date", "publishdate", "published_time", "publication_date", "pubdate",
    "article.published", "parsely-pub-date", "sailthru.date", "rnews:datepublished", "dc.date",
    "dcterms.date", "date",
)  # fmt: skip
_MODIFIED_NAMES: Final = (
    "article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "lastmod", "last-modified", "revised", "article.updated",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageDate:
    """A date as EDTF text and the place in the page that says it."""

    date: str
    evidence: str


def published_in(tree: HtmlElement, url: str | None) -> PageDate | None:
    """When the page says that it was published; None where it does not."""
    return (
        _first(_linked_data(tree, "datePublished"))
        or _first(_named(tree, _PUBLISHED_NAMES))
        or _in_address(url)
        or _in_words(tree, url)
    )


def modified_in(tree: HtmlElement) -> PageDate | None:
    """When the page's markup says that it was last changed; None where it does not."""
    return _first(_linked_data(tree, "dateModified")) or _first(_named(tree, _MODIFIED_NAMES))


def _first(candidates: Iterator[tuple[str, str]]) -> PageDate | None:
    """The first candidate (evidence, value) that is a date as a whole."""
    for evidence, value in candidates:
        written = _ISO.fullmatch(value)
        if written and _is_date(written[1]):
            return PageDate(written[1], evidence)
    return None


def _is_date(text: str) -> bool:
    try:
        publication_date(text)
    except ValueError:
        return False
    return _EARLIEST[:4] <= text[:4] <= _LATEST[:4]


def _linked_data(tree: HtmlElement, field: str) -> Iterator[tuple[str, str]]:
    """What JSON-LD says of the article, before what it says of the page."""
    found: list[tuple[bool, str, str]] = []
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            items = list(_objects(json.loads(script.text_content())))
        except (ValueError, RecursionError):
            continue
        for item in items:
            value = item.get(field)
            kind = str(item.get("@type")).lower()
            if isinstance(value, str) and "comment" not in kind:
                is_article = any(name in kind for name in _ARTICLE_TYPES)
                found.append((not is_article, f"JSON-LD {field}", value))
    for _, evidence, value in sorted(found, key=lambda entry: entry[0]):
        yield evidence, value


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
        yield from _objects(data.get("@graph"))
        yield from _objects(data.get("mainEntity"))
    elif isinstance(data, list):
        for entry in data:
            yield from _objects(entry)


def _named(tree: HtmlElement, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The values of `meta` and of marked elements, in the order of the names."""
    values: dict[str, list[tuple[str, str]]] = {}
    for element in tree.iter("meta", "time", "span", "p", "div", "abbr"):
        for attribute in ("property", "name", "itemprop", "pubdate"):
            name = element.get(attribute)
            if name is None:
                continue
            name = "pubdate" if attribute == "pubdate" else name.lower()
            value = element.get("content") or element.get("datetime")
            if value and name in names:
                tag = "meta" if element.tag == "meta" else f"{element.tag} {attribute}"
                values.setdefault(name, []).append((f"{tag} {name}", value))
    for name in names:
        yield from values.get(name, ())


def _in_address(url: str | None) -> PageDate | None:
    found = _URL_DAY.search(url or "")
    if found is None:
        return None
    day = f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    return PageDate(day, "address") if _is_date(day) else None


def _in_words(tree: HtmlElement, url: str | None) -> PageDate | None:
    """What htmldate finds, if the page writes that day and does not call it the day of a change.

    A day that it finds only by a thorough search may be any day, so the page must say that it is the one.
    """
    for thorough in (False, True):
        day = _proposed(tree, url, thorough)
        for place, words in _written_places(tree) if day else ():
            for found in _written(day or "").finditer(words):
                before = words[max(0, found.start() - 40) : found.start()]
                if not _OF_CHANGE.search(before) and (not thorough or _OF_PUBLICATION.search(before)):
                    return PageDate(day or "", f"{place} '{found[0]}'")
    return None


def _proposed(tree: HtmlElement, url: str | None, thorough: bool) -> str | None:
    try:
        return find_date(
            deepcopy(tree),
            extensive_search=thorough,
            original_date=True,
            url=url,
            min_date=_EARLIEST,
            max_date=_LATEST,
        )
    except Exception:  # a parser of pages from anywhere: whatever it stumbles over, the date is unknown
        return None


def _written_places(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or ""
        if element.get("content"):
            yield f"meta {name}", f"{name} {element.get('content')}"
    for element in tree.iter("time", "abbr"):
        for attribute in ("datetime", "title"):
            yield f"{element.tag} {attribute}", element.get(attribute) or ""
    yield (
        "page text",
        " ".join(" ".join(tree.xpath(".//text()[not(ancestor::script or ancestor::style)]")).split()),
    )


def _written(day: str) -> re.Pattern[str]:
    """The ways to write a day that leave no doubt: 03/04/2020 is not among them, 31/03/2020 is."""
    year, month, number = (int(part) for part in day.split("-"))
    word = r"[^\W\d_]{3,12}\.?,?"
    slashed = rf"|0?{number}[/-]0?{month}[/-]{year}" if number > 12 or number == month else ""
    american = rf"|0?{month}[/-]0?{number}[/-]{year}" if number > 12 else ""
    return re.compile(
        rf"(?<!\d)(?:{year}[-/.]?0?{month}[-/.]?0?{number}"
        rf"|0?{number}(?:\.|st|nd|rd|th)? (?:of |de )?{word} (?:de )?{year}"
        rf"|{word} 0?{number}(?:st|nd|rd|th)?,? {year}"
        rf"|0?{number}\. ?0?{month}\. ?{year}{slashed}{american})(?!\d)"
    )
