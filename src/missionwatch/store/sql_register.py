"""A register behind SQLAlchemy: its transactions, whatever database it lies in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection, Engine

from missionwatch.store.troubles import spoken_for
from missionwatch.store.views import SqlView
from missionwatch.store.writers import SqlWriter

WRITES: Final = "writes"
"""Set in the `info` of a connection whose next transaction writes: each database takes the right to write in its
own way, at once, so that two writers wait for each other and neither fails half-way."""


class SqlRegister:
    """`Register` over an engine. Made by `open_register`."""

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
        with spoken_for(self._name), self._engine.connect() as connection, to_write(connection):
            yield SqlWriter(connection)

    def close(self) -> None:
        self._engine.dispose()


@contextmanager
def to_write(connection: Connection) -> Iterator[None]:
    """A transaction of the connection that holds the right to write."""
    connection.info[WRITES] = True
    try:
        with connection.begin():
            yield
    finally:
        connection.info[WRITES] = False
