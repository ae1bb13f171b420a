"""A register in a database of PostgreSQL, for several people at once.

Who asks sees one snapshot and waits for nobody. Who writes holds a lock of the whole database until the transaction
ends, which is short: one report. `lock_timeout` is the patience of those who wait for it.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from missionwatch.errors import RegisterError
from missionwatch.store.schema import Clock, prepare, revision_of
from missionwatch.store.sql_register import WRITES, SqlRegister
from missionwatch.store.tables import REVISIONS
from missionwatch.store.troubles import spoken_for

_WRITERS: Final = 0x6D69_7373
"""Names the lock of those who write, among the advisory locks of the database."""
_CONNECTING: Final = 10
"""Seconds until a server that does not answer is given up."""


def open_database(where: str, *, write: bool, make: bool, patience: float, now: Clock) -> SqlRegister:
    """The register in the database that a `postgresql://` address names. Raises RegisterError."""
    address = _address(where)
    name = address.set(drivername="postgresql").render_as_string(hide_password=True)
    engine = _engine(address, patience)
    try:
        with spoken_for(name), engine.connect() as connection:
            with connection.begin():
                _see_that_text_fits(connection, name)
                revision = revision_of(connection, name)
            if revision is None and not make:
                raise RegisterError(
                    name,
                    "there is no register here",
                    "Make one with `missionwatch read PATH`, or name another with --register",
                )
            if revision != REVISIONS[-1]:
                prepare(connection, name, now)
            if write or make:
                _see_that_it_can_be_written(connection, name)
    except BaseException:
        engine.dispose()
        raise
    return SqlRegister(engine, name)


def _address(where: str) -> URL:
    try:
        address = make_url(where)
    except (ArgumentError, ValueError):
        raise RegisterError(
            where.split("://")[0] + "://…",
            "this is no address of a database",
            "Write postgresql://USER:PASSWORD@HOST:PORT/DATABASE",
        ) from None
    return address.set(drivername="postgresql+psycopg")


def _engine(address: URL, patience: float) -> Engine:
    try:
        engine = create_engine(
            address,
            pool_pre_ping=True,  # a server may have been restarted since
            connect_args={"connect_timeout": _CONNECTING, "application_name": "missionwatch"},
        )
    except ModuleNotFoundError:
        raise RegisterError(
            "postgresql://…",
            "the driver for PostgreSQL is not installed",
            "Install it: pip install 'missionwatch[postgresql]'",
        ) from None
    milliseconds = max(1, int(patience * 1000))

    def on_begin(connection: Connection) -> None:
        if connection.info.get(WRITES):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {milliseconds}")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    event.listen(engine, "begin", on_begin)
    return engine


def _see_that_text_fits(connection: Connection, name: str) -> None:
    encoding: Any = connection.exec_driver_sql("SHOW server_encoding").scalar()
    if encoding != "UTF8":
        raise RegisterError(
            name,
            f"the database keeps text as {encoding}, which cannot hold every report",
            "Make one with: createdb --encoding UTF8 --template template0 NAME",
        )


def _see_that_it_can_be_written(connection: Connection, name: str) -> None:
    with connection.begin():
        may = connection.exec_driver_sql("SELECT has_table_privilege('reports', 'INSERT')").scalar()
    if not may:
        raise RegisterError(
            name, "it is read-only for this user", "Ask its owner: GRANT INSERT, UPDATE, DELETE"
        )
