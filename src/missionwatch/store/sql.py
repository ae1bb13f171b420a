"""The store over SQLAlchemy Core: opening, making and migrating a register, and its transactions."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, text
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from missionwatch.errors import RegisterError
from missionwatch.store.tables import ABOUT, METADATA, REVISIONS
from missionwatch.store.troubles import DAMAGED_ADVICE, said, spoken_for
from missionwatch.store.views import SqlView
from missionwatch.store.writers import SqlWriter

PATIENCE: Final = 30.0
"""Seconds to wait for another process that writes."""
_READ_ONLY: Final = ("readonly", "unable to open")


class SqlRegister:
    """`Register` in a SQLite file. Made by `open_register`."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name

    @property
    def name(self) -> str:
        return self._name

    @contextmanager
    def reading(self) -> Iterator[SqlView]:
        with spoken_for(self._name), self._engine.connect() as connection, connection.begin():
            yield SqlView(connection)

    @contextmanager
    def writing(self) -> Iterator[SqlWriter]:
        with spoken_for(self._name), self._engine.connect() as connection:
            connection.info["writes"] = True
            try:
                with connection.begin():
                    yield SqlWriter(connection)
            finally:
                connection.info["writes"] = False

    def close(self) -> None:
        self._engine.dispose()


def open_register(
    where: str,
    *,
    write: bool = False,
    make: bool = False,
    patience: float = PATIENCE,
    now: Callable[[], str] | None = None,
) -> SqlRegister:
    """The register at a path or `sqlite:///` address; with `make` it is made where there is none.

    Raises RegisterError where there is none, where the file is something else, damaged, locked or read-only,
    or made by a newer version.
    """
    path = _path(where)
    if not make and (not path.exists() or path.stat().st_size == 0):
        raise RegisterError(
            str(path),
            "there is no register here",
            "Make one with `missionwatch read PATH`, or name another with --register PATH",
        )
    if path.is_dir():
        raise RegisterError(str(path), "this is a folder", "Name a file: --register PATH")
    _see_that_it_is_whole(path)
    return (
        _opened(path, patience, now or _no_clock)
        if write or make
        else _opened_to_look(path, patience, now or _no_clock)
    )


def _no_clock() -> str:
    return "unknown"


def _path(where: str) -> Path:
    if where.startswith("sqlite:///"):
        return Path(where.removeprefix("sqlite:///"))
    if "://" in where:
        raise RegisterError(
            where.split("://")[0] + "://…",
            "this version keeps registers in SQLite files only",
            "Name a path or sqlite:///PATH",
        )
    return Path(where)


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


def _opened(path: Path, patience: float, now: Callable[[], str]) -> SqlRegister:
    if not path.parent.is_dir():
        raise RegisterError(str(path), "its folder does not exist", f"Make it: mkdir -p {path.parent}")
    engine = _engine(path, patience, "rwc")
    with spoken_for(str(path)):
        _prepare(engine, path, patience, now)
    return SqlRegister(engine, str(path))


def _opened_to_look(path: Path, patience: float, now: Callable[[], str]) -> SqlRegister:
    """A register for questions only: also where the file or its folder cannot be written."""
    for mode in ("rw", "ro", "ro&immutable=1"):
        engine = _engine(path, patience, mode)
        try:
            with engine.connect() as connection, connection.begin():
                revision = _revision(connection, path)
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
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.info.get("writes") else "BEGIN")


def _revision(connection: Connection, path: Path) -> str | None:
    """The revision of the schema; None for an empty database. Raises RegisterError where it is not ours."""
    there = set(inspect(connection).get_table_names())
    if not there:
        return None
    if not {"missionwatch", "alembic_version"} <= there:
        raise RegisterError(
            str(path),
            "this is a database, but no register of missionwatch",
            "Name another file with --register PATH, or a new one to begin with",
        )
    revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if revision not in REVISIONS:
        raise RegisterError(
            str(path),
            f"it was made by a newer missionwatch (schema {revision}; this one knows up to {REVISIONS[-1]})",
            "Install that version or a later one",
        )
    return str(revision)


def _prepare(engine: Engine, path: Path, patience: float, now: Callable[[], str]) -> None:
    """Make the tables in an empty file, or bring an older register up to date."""
    fresh = not path.exists() or path.stat().st_size == 0
    with engine.connect() as connection:
        if fresh:
            _set_write_ahead(connection, patience)
        with connection.begin():
            revision = _revision(connection, path)
        if revision == REVISIONS[-1]:
            return
        connection.info["writes"] = True
        with connection.begin():
            revision = _revision(connection, path)  # another process may have been quicker
            if revision is None:
                make_tables(connection, now())
            elif revision != REVISIONS[-1]:
                _migrate(connection)
        connection.info["writes"] = False


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


def make_tables(connection: Connection, made: str) -> None:
    """The newest schema in an empty database, marked as alembic would."""
    METADATA.create_all(connection)
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(
        text("INSERT INTO alembic_version (version_num) VALUES (:revision)"), {"revision": REVISIONS[-1]}
    )
    connection.execute(insert(ABOUT).values(name="made", value=made))


def _migrate(connection: Connection) -> None:
    from missionwatch.store.migrations.run import upgrade

    upgrade(connection)
