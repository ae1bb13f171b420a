"""The register's values in words, for people."""

from __future__ import annotations

from datetime import date

from missionwatch.model.register import Commitment, Disagreement, State
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


def when(value: When | None) -> str:
    """A date in words, as exact as it is and no more: "since 2020-03-18", "some day from … to …"."""
    if value is None:
        return "no date"
    if value.kind == INTERVAL:
        if value.end is None:
            return f"since {value.start}"
        return f"until {value.end}" if value.start is None else f"{value.start} to {value.end}"
    if value.kind == SET:
        if value.start is None or value.end is None:
            return f"by {value.end}" if value.end else f"some day from {value.start}"
        return f"some day from {value.start} to {value.end}"
    return str(value)


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
            return f"fulfilled {when(commitment.fulfilled)}"
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


def quote(text: str, most: int = 160) -> str:
    """The words in quotation marks, on one line, cut at a word where they are long."""
    flat = " ".join(text.split())
    if len(flat) > most:
        flat = flat[:most].rsplit(" ", 1)[0] + " …"
    return f"“{flat}”"
