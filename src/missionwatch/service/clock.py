"""The one place that looks at the clock: only what the register records of itself has a time of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], str]
"""Gives the present as ISO text in UTC with microseconds, so that texts sort as times do."""


def utc_now() -> str:
    """The present, as a `Clock` gives it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
