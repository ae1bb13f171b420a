"""The migrations lead to just what the tables say."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from missionwatch.store import schema as store_schema
from missionwatch.store import tables
from missionwatch.store.migrations.run import configuration, upgrade
from missionwatch.store.opening import open_register
from missionwatch.store.schema import make_tables


def schema(path: Path) -> list[tuple[str, str, str]]:
    """All that defines the tables, however it was spaced and in whatever order the columns' keys stand."""
    with sqlite3.connect(path) as database:
        found = database.execute(
            "SELECT m.type, m.name, group_concat(i.name || i.type || i.[notnull] || i.pk) "
            "FROM sqlite_master m LEFT JOIN pragma_table_info(m.name) i "
            "WHERE m.name NOT LIKE 'sqlite_%' GROUP BY m.type, m.name ORDER BY 1, 2"
        ).fetchall()
        keys = database.execute(
            "SELECT m.name, 'key', f.[from] || f.[table] || f.[to] FROM sqlite_master m "
            "JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY 1, 3"
        ).fetchall()
    return [*found, *keys]


def test_migrating_an_empty_database_gives_exactly_the_tables(tmp_path: Path) -> None:
    migrated, made = tmp_path / "migrated.db", tmp_path / "made.db"
    engine = create_engine(f"sqlite:///{migrated}")
    with engine.begin() as connection:
        upgrade(connection)
        assert compare_metadata(MigrationContext.configure(connection), tables.METADATA) == []
    with create_engine(f"sqlite:///{made}").begin() as connection:
        make_tables(connection, "2026")
    assert schema(migrated) == schema(made)


def test_the_list_of_revisions_is_that_of_the_files() -> None:
    with create_engine("sqlite://").connect() as connection:
        scripts = ScriptDirectory.from_config(configuration(connection))
        assert tuple(s.revision for s in scripts.walk_revisions())[::-1] == tables.REVISIONS


def test_an_older_register_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.db"
    open_register(str(path), make=True).close()
    steps: list[object] = []
    monkeypatch.setattr(store_schema, "REVISIONS", (*tables.REVISIONS, "next"))
    monkeypatch.setattr("missionwatch.store.migrations.run.upgrade", steps.append)
    open_register(str(path), make=True).close()
    assert len(steps) == 1


def test_rows_of_the_first_schema_are_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "first.db"
    with create_engine(f"sqlite:///{path}").begin() as connection:
        upgrade(connection, "0001")
        connection.exec_driver_sql(
            "INSERT INTO current (mission_id, subject, id, position, body, due_begins_by) "
            "VALUES ('m', 'commitment', 'c', 0, '{}', '2021-01-31')"
        )
    register = open_register(str(path), write=True)
    with register.reading() as view:
        assert view.stale() == ("m",)
        assert [str(row.turned) for row in view.current()] == ["2021-01-31"]
    register.close()
