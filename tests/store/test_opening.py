"""Opening a register: what is not ours, locked, read-only, damaged, older or newer."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from missionwatch.errors import RegisterError
from missionwatch.store.opening import open_register
from store.stored import FIRST

_NOBODY = 65534


def test_asking_makes_no_register(path: Path) -> None:
    with pytest.raises(RegisterError, match="missionwatch read"):
        open_register(str(path))
    assert not path.exists()


def test_an_empty_file_becomes_a_register_by_writing_only(path: Path) -> None:
    path.touch()
    with pytest.raises(RegisterError, match="no register"):
        open_register(str(path))
    open_register(str(path), make=True).close()
    with open_register(str(path)).reading() as view:
        assert view.reports() == ()


@pytest.mark.parametrize("write", [True, False])
def test_a_text_file_is_refused_and_left_alone(path: Path, write: bool) -> None:
    path.write_text("KFOR, 3,500 soldiers\n" * 100)
    before = path.read_bytes()
    with pytest.raises(RegisterError, match="no register of missionwatch"):
        open_register(str(path), make=write)
    assert path.read_bytes() == before


@pytest.mark.parametrize("write", [True, False])
def test_another_database_is_refused_and_left_alone(path: Path, write: bool) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE reports (id)")
    before = path.read_bytes()
    with pytest.raises(RegisterError, match="no register of missionwatch"):
        open_register(str(path), make=write)
    assert path.read_bytes() == before


@pytest.mark.parametrize("write", [True, False])
def test_a_newer_register_is_refused(path: Path, write: bool) -> None:
    open_register(str(path), make=True).close()
    with sqlite3.connect(path) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.close()
    with pytest.raises(RegisterError, match="newer missionwatch"):
        open_register(str(path), make=write)


def test_a_folder_and_a_missing_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="folder"):
        open_register(str(tmp_path), make=True)
    with pytest.raises(RegisterError, match="mkdir"):
        open_register(str(tmp_path / "none" / "x.db"), make=True)


def test_other_databases_are_refused() -> None:
    with pytest.raises(RegisterError, match="SQLite files or in PostgreSQL") as error:
        open_register("mysql://user:secret@host/db", make=True)
    assert "secret" not in str(error.value)


def test_an_address_of_sqlite_is_its_path(path: Path) -> None:
    open_register(f"sqlite:///{path}", make=True).close()
    assert path.exists()


def test_a_locked_register_is_said_when_patience_ends(path: Path) -> None:
    register = open_register(str(path), make=True, patience=0.2)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RegisterError, match="another process"), register.writing():
        pass
    with register.reading() as view:  # who only asks need not wait
        assert view.reports() == ()
    other.close()
    with register.writing() as writer:
        writer.add_report(FIRST, "key", "2026")


def test_an_exclusive_lock_is_said_to_who_asks(path: Path) -> None:
    open_register(str(path), make=True).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(RegisterError, match="another process"):
        open_register(str(path), patience=0.2)
    other.close()


@pytest.mark.parametrize("length", [50, 1000, 5000, -100])
def test_a_truncated_register_is_damaged(path: Path, length: int) -> None:
    made = open_register(str(path), make=True)
    with made.writing() as writer:
        writer.add_report(FIRST, "key", "2026")
    made.close()
    data = path.read_bytes()
    path.write_bytes(data[:length])
    with pytest.raises(RegisterError, match=r"damaged|no register of missionwatch") as error:
        open_register(str(path))
    assert error.value.advice


def test_overwritten_pages_are_found(path: Path) -> None:
    made = open_register(str(path), make=True)
    with made.writing() as writer:
        writer.add_report(FIRST, "key", "2026")
    made.close()
    data = bytearray(path.read_bytes())
    data[3 * 4096 :] = b"\xff" * (len(data) - 3 * 4096)
    path.write_bytes(bytes(data))
    assert _finds_damage(path)


def _finds_damage(path: Path) -> bool:
    try:
        with open_register(str(path)).reading() as view:
            return bool(view.damage())
    except RegisterError as error:
        return "damaged" in str(error)


def without_rights(work: Callable[[], str]) -> str:
    """What a function says that is run by a user who may not write here; root may write everywhere."""
    if os.geteuid() != 0:
        return work()
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setuid(_NOBODY)
            said = work()
        except BaseException as error:
            said = f"{type(error).__name__}: {error}"
        os.write(theirs, said.encode())
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, encoding="utf-8") as answer:
        said = answer.read()
    os.waitpid(child, 0)
    return said


@pytest.fixture
def sealed() -> Iterator[Path]:
    """A register in a folder that everybody may look into and nobody but its owner may write."""
    folder = Path(tempfile.mkdtemp())
    path = folder / "sealed.db"
    made = open_register(str(path), make=True)
    with made.writing() as writer:
        writer.add_report(FIRST, "key", "2026")
    made.close()
    path.chmod(0o444)
    folder.chmod(0o555)
    yield path
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_read_only_register_can_be_asked(sealed: Path) -> None:
    def ask() -> str:
        with open_register(str(sealed)).reading() as view:
            return view.text(view.reports()[0].key)

    assert without_rights(ask) == FIRST.text


def test_a_read_only_register_cannot_be_written(sealed: Path) -> None:
    def write() -> str:
        try:
            with open_register(str(sealed), write=True).writing() as writer:
                writer.mark_stale(["m"])
        except RegisterError as error:
            return str(error)
        return "written"

    assert "it is read-only. Give yourself the right to write" in without_rights(write)


def test_a_register_opened_to_look_never_writes(path: Path) -> None:
    open_register(str(path), make=True).close()
    before = path.stat().st_mtime_ns, path.read_bytes()
    looking = open_register(str(path))
    with looking.reading() as view:
        view.missions()
    looking.close()
    assert (path.stat().st_mtime_ns, path.read_bytes()) == before
