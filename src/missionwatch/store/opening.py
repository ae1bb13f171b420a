"""Opening the register that a path or an address names."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from missionwatch.errors import RegisterError
from missionwatch.store.port import PATIENCE
from missionwatch.store.schema import Clock
from missionwatch.store.sql_register import SqlRegister
from missionwatch.store.sqlite import open_file

_FILE: Final = "sqlite:///"
_SERVERS: Final = ("postgresql://", "postgres://")


def open_register(
    where: str,
    *,
    write: bool = False,
    make: bool = False,
    patience: float = PATIENCE,
    now: Clock | None = None,
) -> SqlRegister:
    """The register at a path, a `sqlite:///` or a `postgresql://` address; with `make` it is made where there is none.

    Raises RegisterError where there is none, where it is something else, damaged, locked or read-only, cannot be
    reached, or was made by a newer version.
    """
    clock = now or _no_clock
    if where.startswith(_SERVERS):
        from missionwatch.store.postgresql import open_database  # an extra: needed by who has a server

        return open_database(where, write=write, make=make, patience=patience, now=clock)
    if "://" in where and not where.startswith(_FILE):
        raise RegisterError(
            where.split("://")[0] + "://…",
            "registers are kept in SQLite files or in PostgreSQL",
            "Name a path, sqlite:///PATH or postgresql://USER@HOST/DATABASE",
        )
    path = Path(where.removeprefix(_FILE))
    return open_file(path, write=write, make=make, patience=patience, now=clock)


def _no_clock() -> str:
    return "unknown"
