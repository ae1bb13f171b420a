"""The schema in a database: made, recognised, and brought up to date."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, insert, inspect, text

from missionwatch.errors import RegisterError
from missionwatch.store.sql_register import to_write
from missionwatch.store.tables import ABOUT, METADATA, REVISIONS

Clock = Callable[[], str]
"""Says when it is, as the register writes it."""


def revision_of(connection: Connection, name: str) -> str | None:
    """The revision of the schema; None for an empty database. Raises RegisterError where it is not ours."""
    there = set(inspect(connection).get_table_names())
    if not there:
        return None
    if not {"missionwatch", "alembic_version"} <= there:
        raise RegisterError(
            name,
            "this is a database, but no register of missionwatch",
            "Name another with --register, or a new and empty one to begin with",
        )
    revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if revision not in REVISIONS:
        raise RegisterError(
            name,
            f"it was made by a newer missionwatch (schema {revision}; this one knows up to {REVISIONS[-1]})",
            "Install that version or a later one",
        )
    return str(revision)


def prepare(connection: Connection, name: str, now: Clock) -> None:
    """Make the tables in an empty database, or bring an older register up to date."""
    with connection.begin():
        revision = revision_of(connection, name)
    if revision == REVISIONS[-1]:
        return
    with to_write(connection):
        revision = revision_of(connection, name)  # another process may have been quicker
        if revision is None:
            make_tables(connection, now())
        elif revision != REVISIONS[-1]:
            _migrate(connection)


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
