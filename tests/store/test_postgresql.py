"""A register on a server: what is not ours, who may not, who waits for whom, and what a user reads of it."""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import create_engine, inspect, make_url

from missionwatch.errors import RegisterError
from missionwatch.store.held import HeldReading
from missionwatch.store.migrations.run import upgrade
from missionwatch.store.opening import open_register
from servers import new_database, said_to, to_database
from store.stored import FIRST


def test_asking_makes_no_register(database: str) -> None:
    with pytest.raises(RegisterError, match="missionwatch read"):
        open_register(database)
    assert said_to(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == [(0,)]


def test_what_was_kept_is_there_when_opened_again(database: str) -> None:
    made = open_register(database, make=True)
    with made.writing() as writer:
        writer.add_report(FIRST, "key", "2026")
    made.close()
    with open_register(database).reading() as view:
        assert view.text(view.reports()[0].key) == FIRST.text


@pytest.mark.parametrize("write", [True, False])
def test_another_database_is_refused_and_left_alone(database: str, write: bool) -> None:
    said_to(database, "CREATE TABLE reports (id text)")
    with pytest.raises(RegisterError, match="no register of missionwatch"):
        open_register(database, make=write)
    assert said_to(database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'") == [("reports",)]


@pytest.mark.parametrize("write", [True, False])
def test_a_newer_register_is_refused(database: str, write: bool) -> None:
    open_register(database, make=True).close()
    said_to(database, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RegisterError, match="newer missionwatch"):
        open_register(database, make=write)


def test_a_missing_database_is_said_with_what_makes_it(server: str) -> None:
    with pytest.raises(RegisterError, match=r"createdb .* nobody_made_it"):
        open_register(to_database(server, "nobody_made_it"))


def test_a_server_that_is_not_there_is_said_without_the_password() -> None:
    with socket.socket() as taken:  # bound, but nobody listens
        taken.bind(("127.0.0.1", 0))
        where = f"postgresql://reader:secret@127.0.0.1:{taken.getsockname()[1]}/news"
        with pytest.raises(RegisterError, match="no server answers there") as error:
            open_register(where)
    assert "secret" not in str(error.value)
    assert "reader" in str(error.value)


def test_an_address_that_cannot_be_read_is_said_without_the_password() -> None:
    with pytest.raises(RegisterError, match="no address") as error:
        open_register("postgresql://user:secret@host:port:5/db")
    assert "secret" not in str(error.value)


def test_a_missing_driver_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(RegisterError, match=r"pip install 'missionwatch\[postgresql\]'"):
        open_register("postgresql://host/db")


def test_a_database_that_cannot_hold_every_text_is_refused(server: str) -> None:
    with (
        new_database(server, "LATIN1") as address,
        pytest.raises(RegisterError, match=r"LATIN1.*createdb --encoding UTF8"),
    ):
        open_register(address, make=True)


@pytest.fixture
def reader(database: str) -> Iterator[str]:
    """The address of a register as a user who may read it only."""
    open_register(database, make=True).close()
    name = f"reader_of_{make_url(database).database}"
    said_to(
        database,
        f"CREATE ROLE {name} LOGIN PASSWORD 'x'",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {name}",
    )
    yield to_database(database, str(make_url(database).database), username=name, password="x")
    said_to(database, f"DROP OWNED BY {name}", f"DROP ROLE {name}")


def test_who_may_only_read_can_ask_and_not_write(reader: str) -> None:
    with open_register(reader).reading() as view:
        assert view.reports() == ()
    with pytest.raises(RegisterError, match="read-only for this user"):
        open_register(reader, write=True)
    with pytest.raises(RegisterError, match="may not do that"), open_register(reader).writing() as writer:
        writer.mark_stale(["m"])


def test_readers_do_not_wait_for_a_writer_and_see_one_moment(database: str) -> None:
    register = open_register(database, make=True, patience=0.2)
    with register.reading() as view:
        assert view.reports() == ()
        with register.writing() as writer:
            writer.add_report(FIRST, "key", "2026")
            with register.reading() as other:
                assert other.reports() == ()
        assert view.reports() == ()  # the look began before
    with register.reading() as view:
        assert len(view.reports()) == 1


def test_a_second_writer_waits_and_says_so_when_patience_ends(database: str) -> None:
    register = open_register(database, make=True, patience=0.2)
    with (
        register.writing(),
        pytest.raises(RegisterError, match="another process is writing"),
        register.writing(),
    ):
        pass
    with register.writing() as writer:
        writer.add_report(FIRST, "key", "2026")


def test_many_writers_at_once_lose_nothing(database: str) -> None:
    register = open_register(database, make=True)

    def write(number: int) -> None:
        for part in range(5):
            report = replace(FIRST, given_id=f"{number}-{part}", text=f"{FIRST.text} {number} {part}")
            with register.writing() as writer:
                writer.add_report(report, report.text, "2026")
                writer.mark_stale([f"mission-{number}", "shared"])

    writers = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with register.reading() as view:
        assert len(view.reports()) == 30
        assert view.stale() == (*(f"mission-{n}" for n in range(6)), "shared")


def test_what_fails_half_way_leaves_nothing(database: str) -> None:
    register = open_register(database, make=True)

    def write() -> None:
        with register.writing() as writer:
            writer.add_report(FIRST, "key", "2026")
            writer.set_reading(HeldReading("no such report", "missionwatch", "1", None), 1)

    with pytest.raises(RegisterError):
        write()
    with register.reading() as view:
        assert view.reports() == ()


def _columns(address: str) -> list[object]:
    return said_to(
        address,
        "SELECT table_name, column_name, data_type, is_nullable, collation_name FROM information_schema.columns "
        "WHERE table_schema = 'public' ORDER BY 1, 2",
        "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public' "
        "AND tablename <> 'alembic_version' ORDER BY 1, 2",
    )


def test_migrating_an_empty_database_gives_exactly_the_tables(server: str, database: str) -> None:
    open_register(database, make=True).close()
    with new_database(server) as migrated:
        engine = create_engine(make_url(migrated).set(drivername="postgresql+psycopg"))
        with engine.begin() as connection:
            upgrade(connection)
            assert "claims" in inspect(connection).get_table_names()
        engine.dispose()
        assert _columns(migrated) == _columns(database)
