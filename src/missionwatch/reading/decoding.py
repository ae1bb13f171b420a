"""From bytes to characters, without a guess that could change a word.

In order: a byte order mark, the charset that a page declares, UTF-8, UTF-16 without a mark, and Windows-1252
where the result looks like Western European prose. Everything else is refused.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from missionwatch.errors import UnreadableReport

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 before UTF-16: the mark of the one begins with the mark of the other."""

_DECLARED: Final = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_PROLOGUE: Final = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_PAGE_CHARSET: Final = re.compile(
    r"utf-8|iso8859-\d+|cp\d+|koi8-[rtu]|gb\w+|hz|big5\w*|shift_jis\w*|euc_\w+|iso2022_\w+|mac-\w+"
)
_NO_TEXT: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_WESTERN: Final = frozenset(
    "äöüßåæøéèêëáàâãçñóòôõíìîïúùûÿœšžÄÖÜÅÆØÉÈÊËÁÀÂÃÇÑÓÒÔÕÍÌÎÏÚÙÛŸŒŠŽ\u00a0‘’“”„–—…•·«»‹›€£§°´©®™¿¡²½ºª\u00ad"
)
"""What Western European prose is written with; without the letters that other code pages are mistaken for."""
_FOREIGN_RUN: Final = re.compile(r"(?:(?![A-Za-z])[^\W\d_]){3,}")
_NORDIC: Final = frozenset("æøåäöüÆØÅÄÖÜ")
"""Three letters in a row beyond ASCII: so looks Cyrillic, Greek or Chinese read as Windows-1252. Only these
stand so together, at least where somebody lists the letters of an alphabet."""

ADVICE: Final = "Save it as UTF-8 text and read it again"
BINARY_ADVICE: Final = "Give the report as text, Markdown, HTML or lines of JSON"


def decode(data: bytes, subject: str, *, page: bool = False) -> str:
    """The characters of `data`, without a byte order mark; `page` looks for a declared charset as well.

    Raises `UnreadableReport` for binary data and for text whose encoding cannot be told.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], name, subject)
    declared = _declared(data) if page else None
    # A page that declares a Western charset but is good UTF-8 is UTF-8: the other way round has no words.
    names = ("utf-8", declared) if declared is None or declared.startswith("cp") else (declared, "utf-8")
    for candidate in names:
        text = _attempt(data, candidate)
        if text is not None and "\0" not in text and not _is_binary(data):
            return text
    if b"\0" in data:
        return _wide(data, subject)
    text = _attempt(data, "cp1252")
    if text is not None and not _NO_TEXT.search(data) and _looks_western(text):
        return text
    if _NO_TEXT.search(data):
        raise UnreadableReport(subject, "is binary, not text", BINARY_ADVICE)
    raise UnreadableReport(subject, f"is in an encoding that cannot be told ({_first_fault(data)})", ADVICE)


def _marked(data: bytes, name: str, subject: str) -> str:
    text = _attempt(data, name)
    if text is None:
        raise UnreadableReport(subject, f"begins as {name.upper()} but is not", ADVICE)
    return text


def _attempt(data: bytes, name: str | None) -> str | None:
    if name is None:
        return None
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _declared(data: bytes) -> str | None:
    """The codec of the charset that a page names near its beginning, if it is one for text."""
    found = _PROLOGUE.match(data.lstrip()) or _DECLARED.search(data, 0, 4096)
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    # Browsers read Latin-1 and ASCII as Windows-1252, and so do the people who write pages.
    name = "cp1252" if name in ("iso8859-1", "ascii") else name
    return name if _PAGE_CHARSET.fullmatch(name) else None


def _wide(data: bytes, subject: str) -> str:
    """UTF-16 without a mark: nearly every other byte of Western text is zero."""
    sample = data[:4096]
    for name, zeros, others in (
        ("utf-16-le", sample[1::2], sample[0::2]),
        ("utf-16-be", sample[0::2], sample[1::2]),
    ):
        if len(zeros) and zeros.count(0) > 0.6 * len(zeros) and others.count(0) < 0.05 * len(others) + 1:
            text = _attempt(data, name)
            if text is not None and not _NO_TEXT.search(text.encode("utf-8", "surrogatepass")):
                return text
    raise UnreadableReport(
        subject, f"holds a NUL byte at position {data.index(0)}, so it is binary, not text", BINARY_ADVICE
    )


def _is_binary(data: bytes) -> bool:
    """Whether more than a stray character of the beginning is one that no text holds."""
    sample = data[:65536]
    return len(_NO_TEXT.findall(sample)) > 2 + len(sample) // 200


def _looks_western(text: str) -> bool:
    """Whether the characters beyond ASCII are few and those of Western European prose."""
    beyond = [character for character in text if ord(character) > 127]
    usual = sum(character in _WESTERN for character in beyond)
    letters = sum(character.isalpha() for character in text)
    foreign = any(set(run) - _NORDIC for run in _FOREIGN_RUN.findall(text))
    return usual >= 0.95 * len(beyond) and len(beyond) <= 0.5 * letters and not foreign


def _first_fault(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return f"not UTF-8 from byte {error.start}, line {line}"
    return "not UTF-8"
