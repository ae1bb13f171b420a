"""The register's values in words, for people."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from missionwatch.model.partial_date import PartialDate
from missionwatch.model.register import Change, Commitment, Disagreement, State
from missionwatch.model.when import INTERVAL, SET, When
from missionwatch.service.knowing import Cited

_OVERDUE = "no report says that it happened"


def what(aspect: str, value: str, actor: str | None, count: int | None, place: str | None) -> str:
    """A slot and its value: "contribution: Denmark provides 285 people at Taji"."""
    number = f"{count:,}" if count is not None else None
    at = f" at {place}" if place else ""
    match aspect:
        case "lead":
            return f"lead: {actor}{at}"
        case "commander":
            return f"commander: {actor}{at}"
        case "strength":
            return f"strength: {number} people{at}"
        case "contribution":
            return f"contribution: {actor} {value}{f' {number} people' if number else ''}{at}"
        case "presence":
            return f"presence: {place}{f', {number} people' if number else ''}"
        case "incident":
            return f"incident: {value}{f', {number} dead' if number else ''}{at}"
        case "mandate":
            return f"mandate: {value}{f' {number} people' if number else ''}{at} ({actor})"
    who = f" ({actor})" if actor else ""
    return f"{aspect}: {value}{f' by {number} people' if number else ''}{who}{at}"


def when(value: When | None, bound: str = "until") -> str:
    """A date in words, as exact as it is and no more: "since 2020-03-18", "some day from … to …".

    `bound` is the word for an end alone: a state holds until then, a promise is kept by then.
    """
    if value is None:
        return "no date"
    start, end = (_date(side) for side in (value.start, value.end))
    if value.kind == INTERVAL:
        if end is None:
            return f"since {start}"
        return f"{bound} {end}" if start is None else f"{start} to {end}"
    if value.kind == SET:
        if start is None or end is None:
            return f"by {end}" if end else f"some day from {start}"
        return f"some day from {start} to {end}"
    return start or str(value)


def _date(side: PartialDate | None) -> str | None:
    """One end of a date; seasons by their names, for nobody reads "2018-23" as autumn."""
    if side is None:
        return None
    year, _, season = side.text.partition("-")
    return f"{_SEASONS[season]} {year}" if season in _SEASONS else side.text


_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def seen(first: date | None, last: date | None) -> str | None:
    """When reports saw it hold: the first and the last publication day."""
    if first is None or last is None:
        return None
    return f"seen {first}" if first == last else f"first seen {first}, last {last}"


def state_signs(state: State) -> tuple[str, ...]:
    """What to know about a state beside its value, in words."""
    dated = state.valid is not None or state.first_seen is not None
    signs = (
        "! disputed" if state.disputed else None,
        "? not certain on this day" if dated and not state.certain else None,
    )
    return tuple(sign for sign in signs if sign)


def outcome(commitment: Commitment) -> str:
    """A commitment's state in words."""
    match commitment.state:
        case "overdue":
            return f"overdue: {_OVERDUE}"
        case "fulfilled" if commitment.fulfilled:
            return f"fulfilled {when(commitment.fulfilled, 'by')}"
    return commitment.state


def of_what(found: Disagreement) -> str:
    """The slot that a disagreement is about."""
    parts = (found.aspect, found.actor, f"at {found.place}" if found.place else None)
    return " ".join(part for part in parts if part)


def source(cited: Cited) -> str:
    """Outlet and date of the report that a claim stands in, and the speaker if there is one."""
    report = cited.report
    outlet = report.source or report.title or report.label
    speaker = f", {cited.claim.said_by}" if cited.claim.said_by else ""
    return f"{outlet}{speaker}, {report.published or 'no date'}"


def learnt(change: Change) -> str:
    """What a change says: the value that is new or gone, or the fields that differ."""
    before, after = (json.loads(side) if side else {} for side in (change.before, change.after))
    if change.what in ("new", "gone"):
        return _row(change.subject, after or before)
    differing = [name for name in {**before, **after} if name not in _LISTS]
    told = [f"{name}: {_value(before.get(name))} → {_value(after.get(name))}" for name in differing]
    if len(differing) < len({**before, **after}):
        told.append("other claims")
    return "; ".join(told)


_LISTS = ("claims", "against", "closed_by", "steps", "outcome", "sides")


def _row(subject: str, row: dict[str, Any]) -> str:
    if subject == "disagreement":
        sides = " / ".join(str(side["value"]) for side in row.get("sides", ()))
        return f"{row.get('aspect')}: {row.get('kind')}: {sides}"
    told = what(row["aspect"], row["value"], row.get("actor"), row.get("count"), row.get("place"))
    more = row.get("valid") if subject == "state" else row.get("state")
    return f"{told} ({more})" if more else told


def _value(value: object) -> str:
    return "none" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def quote(text: str, most: int = 160) -> str:
    """The words in quotation marks, on one line, cut at a word where they are long."""
    flat = " ".join(text.split())
    if len(flat) > most:
        flat = flat[:most].rsplit(" ", 1)[0] + " …"
    return f"“{flat}”"
