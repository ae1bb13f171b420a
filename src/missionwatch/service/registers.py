"""Which register is meant, and opening it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from missionwatch.errors import InvalidData
from missionwatch.service.clock import utc_now
from missionwatch.store.port import PATIENCE, Register

DEFAULT: Final = "missionwatch.db"


def register_named(option: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """The register that an option names, else MISSIONWATCH_REGISTER, else missionwatch.db in this folder."""
    return option or environment.get("MISSIONWATCH_REGISTER") or DEFAULT


def patience_from(environment: Mapping[str, str] = os.environ) -> float:
    """The seconds that MISSIONWATCH_WAIT gives. Raises InvalidData where it is no number."""
    written = environment.get("MISSIONWATCH_WAIT", "")
    try:
        return max(0.0, float(written)) if written else PATIENCE
    except ValueError:
        raise InvalidData("MISSIONWATCH_WAIT", f"'{written}' is no number", "Write seconds, as 30") from None


@contextmanager
def opened(option: str | None, *, write: bool = False, make: bool = False) -> Iterator[Register]:
    """The register, open; to write into with `write`; with `make` it is made where there is none.

    Raises RegisterError."""
    from missionwatch.store.opening import open_register

    register = open_register(
        register_named(option), write=write, make=make, patience=patience_from(), now=utc_now
    )
    try:
        yield register
    finally:
        register.close()
