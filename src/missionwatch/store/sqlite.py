"""A register in a file of SQLite, for one person or one machine."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from missionwatch.errors import RegisterError
from missionwatch.store.schema import Clock, prepare, revision_of
from missionwatch.store.sql_register import WRITES, SqlRegister
from missionwatch.store.tables import REVISIONS
from missionwatch.store.troubles import DAMAGED_ADVICE, said, spoken_for

_READ_ONLY: Final = ("readonly", "unable to open")


def open_file(path: Path, *, write: bool, make: bool, patience: float, now: Clock) -> SqlRegister:
    """The register in a file. Raises RegisterError."""
    if not make and (not path.exists() or path.stat().st_size == 0):
        raise RegisterError(
            str(path),
            "there is no register here",
            "Make one with `missionwatch read PATH`, or name another with --register PATH",
        )
    if path.is_dir():
        raise RegisterError(str(path), "this is a folder", "Name a file: --register PATH")
    _see_that_it_is_whole(path)
    return (_opened if write or make else _opened_to_look)(path, patience, now)


def _see_that_it_is_whole(path: Path) -> None:
    """SQLite takes a cut page for one that ends in zeros, and finds out late or never."""
    try:
        with path.open("rb") as file:
            head = file.read(18)
    except OSError:
        return  # there is none yet, or the database will say what is wrong
    page = int.from_bytes(head[16:18], "big")
    size = 65536 if page == 1 else page
    if head.startswith(b"SQLite format 3\0") and size and path.stat().st_size % size:
        raise RegisterError(str(path), "it is damaged: its end is missing", DAMAGED_ADVICE)


def _opened(path: Path, patience: float, now: Clock) -> SqlRegister:
    if not path.parent.is_dir():
        raise RegisterError(str(path), "its folder does not exist", f"Make it: mkdir -p {path.parent}")
    engine = _engine(path, patience, "rwc")
    with spoken_for(str(path)):
        _prepare(engine, path, patience, now)
    return SqlRegister(engine, str(path))


def _opened_to_look(path: Path, patience: float, now: Clock) -> SqlRegister:
    """A register for questions only: also where the file or its folder cannot be written."""
    for mode in ("rw", "ro", "ro&immutable=1"):
        engine = _engine(path, patience, mode)
        try:
            with engine.connect() as connection, connection.begin():
                revision = revision_of(connection, str(path))
            break
        except SQLAlchemyError as error:
            engine.dispose()
            wal = Path(f"{path}-wal")
            last = mode == "ro&immutable=1" or (mode == "ro" and wal.exists() and wal.stat().st_size > 0)
            if last or not any(words in str(error).lower() for words in _READ_ONLY):
                raise said(str(path), error) from error
    if revision != REVISIONS[-1]:
        engine.dispose()
        return _opened(path, patience, now)
    return SqlRegister(engine, str(path))


def _engine(path: Path, patience: float, mode: str) -> Engine:
    address = f"sqlite:///file:{quote(str(path))}?mode={mode}&uri=true"
    engine = create_engine(address, connect_args={"timeout": patience})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we say ourselves where a transaction begins
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _on_begin(connection: Connection) -> None:
    # The right to write is taken at once: two writers wait for each other and neither fails half-way.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.info.get(WRITES) else "BEGIN")


def _prepare(engine: Engine, path: Path, patience: float, now: Clock) -> None:
    fresh = not path.exists() or path.stat().st_size == 0
    with engine.connect() as connection:
        if fresh:
            _set_write_ahead(connection, patience)
        prepare(connection, str(path), now)


def _set_write_ahead(connection: Connection, patience: float) -> None:
    """Kept in the file from now on: readers and the writer do not wait for each other.

    SQLite does not wait by itself where another process is setting it at the same moment.
    """
    driver: Any = connection.connection.driver_connection
    end = time.monotonic() + patience
    while True:
        try:
            driver.execute("PRAGMA journal_mode = WAL").close()
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > end:
                raise OperationalError("PRAGMA journal_mode", None, error) from error
            time.sleep(0.05)
