"""What a report says of itself (in a head, a line of JSON, a page), checked and made into a `Report`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, TypeVar

from missionwatch.errors import InvalidDate, UnreadableReport
from missionwatch.model.report import Report
from missionwatch.model.when import INTERVAL, When
from missionwatch.reading.given import Given

Checked = TypeVar("Checked")

_DAY_AND_TIME: Final = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:?\d\d.*", re.DOTALL)
_LANGUAGE: Final = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*", re.IGNORECASE)
_NOT_STORABLE: Final = re.compile("[\0\ud800-\udfff]")

DATE_ADVICE: Final = "Write a day, a month or a year (2020-04-02, 2020-04, 2020), or leave the line out"


def report_from(
    fields: Mapping[str, object],
    text: str,
    *,
    subject: str,
    label: str,
    given: Given,
    date_evidence: str = "head",
) -> Report:
    """The report that these fields describe. `label` stands in where it brings no id.

    Raises `UnreadableReport`, naming the field, for a value that cannot be what the field holds, and for a
    text that cannot be stored. Fields of other names are no concern of ours.
    """
    check = _Check(fields, subject)
    check.storable("text", text)
    if not text.strip():
        raise UnreadableReport(subject, "holds no text", "Leave it out, or write the report's text into it")
    given_id = check.string("id")
    published = check.checked("published", publication_date, DATE_ADVICE)
    return Report(
        text=text,
        label=given_id or label,
        given_id=given_id,
        url=check.string("url"),
        title=check.string("title"),
        source=check.string("source") or given.source,
        language=check.checked("language", language_code, "Write a code such as en or da") or given.language,
        published=published or given.published,
        modified=check.checked("modified", publication_date, DATE_ADVICE),
        fetched=check.checked("fetched", _day, "Write a day (2020-04-02), or leave the line out"),
        date_evidence=date_evidence if published else ("given on reading" if given.published else None),
        origin=subject,
    )


def publication_date(written: str) -> When:
    """A day, a month, a year, or one of some days, as EDTF; of a time of day only its day is kept.

    Raises `ValueError` that says in a few words what is wrong.
    """
    day_and_time = _DAY_AND_TIME.fullmatch(written)
    try:
        when = When.parse(day_and_time[1] if day_and_time else written)
    except InvalidDate as error:
        raise ValueError(f"{written!r} {error.problem}") from None
    if when.kind == INTERVAL or when.earliest is None or when.latest is None:
        raise ValueError(f"{written!r} does not say on which day, month or year")
    return when


def language_code(written: str) -> str:
    """The language of a tag in lower case ("en" of "en-GB"). Raises `ValueError` for what is no tag."""
    tag = _LANGUAGE.fullmatch(written)
    if tag is None:
        raise ValueError(f"{written!r} is no language code")
    return tag[1].lower()


def not_storable(text: str) -> str | None:
    """What a text holds that no database keeps unchanged, in a few words; None where there is nothing."""
    found = _NOT_STORABLE.search(text)
    if found is None:
        return None
    kind = "a NUL character" if found[0] == "\0" else "half a surrogate pair"
    return f"holds {kind} at character {found.start()}"


def _day(written: str) -> date:
    when = publication_date(written)
    if when.earliest is None or when.earliest != when.latest:
        raise ValueError(f"{written!r} is not a single day")
    return when.earliest


class _Check:
    """Takes fields one by one and complains in the name of the report."""

    def __init__(self, fields: Mapping[str, object], subject: str) -> None:
        self._fields = fields
        self._subject = subject

    def string(self, name: str) -> str | None:
        """The value as written, None where it is absent or says nothing. A number is taken as its digits."""
        value = self._fields.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        if not isinstance(value, str):
            raise UnreadableReport(self._at(name), "is not a piece of text", "Write one value after the name")
        self.storable(name, value)
        return value.strip()

    def checked(self, name: str, check: Callable[[str], Checked], advice: str) -> Checked | None:
        """The value that `check` makes of the field."""
        value = self.string(name)
        if value is None:
            return None
        try:
            return check(value)
        except ValueError as error:
            raise UnreadableReport(self._at(name), str(error), advice) from None

    def storable(self, name: str, value: str) -> None:
        """Refuse what no database keeps unchanged: NUL characters and halves of surrogate pairs."""
        if fault := not_storable(value):
            raise UnreadableReport(self._at(name), fault, "Save the text again as plain UTF-8")

    def _at(self, name: str) -> str:
        return self._subject if name == "text" else f"{self._subject}, field '{name}'"
