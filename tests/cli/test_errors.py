"""What goes wrong is told in one line with advice, and by the exit status; never by a traceback."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import Command

COMMAND = [sys.executable, "-c", "from missionwatch.cli.main import main; main()"]
ASKING = (
    ("status",), ("timeline", "KFOR"), ("commitments",), ("disagreements",), ("why", "0123"), ("claims",),
    ("reports",), ("changes",), ("rebuild",), ("rebuild", "--check"),
)  # fmt: skip


@pytest.mark.parametrize("words", ASKING, ids=" ".join)
def test_asking_where_there_is_no_register(
    missionwatch: Command, words: tuple[str, ...], tmp_path: Path
) -> None:
    done = missionwatch(*words)
    assert (done.status, done.out) == (3, "")
    assert "missionwatch.db: there is no register here. Make one with" in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [("review", "0123", "accept"), ("retract", "a")],
    ids=" ".join,
)
def test_deciding_where_there_is_no_register_makes_none(
    missionwatch: Command, words: tuple[str, ...], tmp_path: Path
) -> None:
    assert missionwatch(*words).status == 3
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [*ASKING, ("read", "x.txt"), ("retract", "a")], ids=" ".join)
def test_a_register_that_is_not_ours(missionwatch: Command, words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("KFOR is in Kosovo.")
    with sqlite3.connect("other.db") as other:
        other.execute("CREATE TABLE t (x)")
    other.close()
    (tmp_path / "text.db").write_text("No register at all, but text." * 20)
    for register in ("other.db", "text.db"):
        done = missionwatch(*words, "--register", register)
        assert (done.status, done.out) == (3, "")
        assert f"{register}: " in done.err
        assert "no register of missionwatch" in done.err


def test_a_register_that_another_process_holds(missionwatch: Command, register: str, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("KFOR is in Kosovo.")
    other = sqlite3.connect(register, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    done = missionwatch("read", "x.txt", "--register", register)
    assert done.status == 3
    assert "another process is writing into it. Wait" in done.err
    other.close()
    assert missionwatch("read", "x.txt", "--register", register).status == 0


def test_a_damaged_register(missionwatch: Command, register: str) -> None:
    data = Path(register).read_bytes()
    Path(register).write_bytes(data[: len(data) // 2])
    done = missionwatch("status", "--register", register)
    assert done.status == 3
    assert "damaged" in done.err
    assert "Restore" in done.err


def test_a_damaged_row(missionwatch: Command, register: str) -> None:
    with sqlite3.connect(register) as database:
        database.execute("UPDATE claims SET \"when\" = 'some day'")
    database.close()
    done = missionwatch("status", "--register", register)
    assert done.status == 3
    assert "its row is damaged" in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("status", "Moon Mission"), "Moon Mission: no mission"),
        (("status", "--on", "tomorrow"), "--on tomorrow"),
        (("status", "--on", "2021-05"), "is no single day"),
        (("status", "--known", "2021/2022"), "is no date"),
        (("commitments", "--state", "broken"), "open, slipped, fulfilled, withdrawn, overdue"),
        (("why", "0000000000000000"), "nothing in the register has this id"),
        (("claims", "no such thing"), "no such report and no such mission"),
        (("retract", "no such report"), "no such report"),
        (("review", "0000000000000000", "accept"), "no claim with this id"),
        (("status", "--colour"), "No such option"),
        (("status", "--format", "xml"), "xml"),
        (("nonsense",), "nonsense"),
        (("timeline",), "MISSION"),
        (("read", "x", "--published", "soon"), "--published"),
        (("read", "x", "--claims", "--language", "en"), "--claims takes no"),
    ],
)
def test_wrong_usage(missionwatch: Command, register: str, words: tuple[str, ...], said: str) -> None:
    rest = () if words[0] == "nonsense" else ("--register", register)
    done = missionwatch(*words, *rest)
    assert (done.status, done.out) == (2, "")
    assert said in " ".join(done.err.split())


def test_a_name_that_is_nearly_right_is_answered_with_the_right_one(
    missionwatch: Command, register: str
) -> None:
    assert (
        "Did you mean Harbour Mission?"
        in missionwatch("status", "Harbor Mission", "--register", register).err
    )


def test_a_mission_of_the_catalogue_of_which_nothing_is_known(missionwatch: Command, register: str) -> None:
    done = missionwatch("status", "KFOR", "--register", register)
    assert (done.status, done.out) == (0, "Nothing is known, as of 2021-05-22.\n")
    assert missionwatch("status", "KFOR", "--format", "json", "--register", register).rows == []


def test_the_register_of_the_environment(
    missionwatch: Command, register: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MISSIONWATCH_REGISTER", register)
    assert len(missionwatch("reports", "--format", "json").rows) == 3
    monkeypatch.setenv("MISSIONWATCH_WAIT", "long")
    assert missionwatch("reports").status == 2


def test_an_error_of_ours_says_how_to_report_it(
    missionwatch: Command, register: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("missionwatch.service.asking.status", broken)
    done = missionwatch("status", "--register", register)
    assert done.status == 4
    assert "ZeroDivisionError: oops" in done.err
    assert "MISSIONWATCH_DEBUG=1" in done.err
    assert "Traceback" not in done.err
    monkeypatch.setenv("MISSIONWATCH_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        missionwatch("status", "--register", register)


def test_every_command_tells_what_it_is_for(missionwatch: Command) -> None:
    for words in ((), *((command,) for command in _commands())):
        done = missionwatch(*words, "--help")
        assert done.status == 0
        assert "Usage" in done.out
    assert missionwatch("--version").out.startswith("missionwatch 0")


def _commands() -> list[str]:
    from missionwatch.cli.main import COMMANDS

    return [command.__name__ for commands in COMMANDS.values() for command in commands]


def test_every_command_is_in_the_documentation(root: Path) -> None:
    page = (root / "docs" / "command-line.md").read_text(encoding="utf-8")
    for command in _commands():
        assert f"`{command}" in page


@pytest.mark.slow
def test_who_reads_only_the_first_line_gets_no_complaint(register: str, tmp_path: Path) -> None:
    shell = f"{' '.join(map(_quoted, COMMAND))} missions --format jsonl | head -n 1"
    done = subprocess.run(["bash", "-c", shell], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr, len(done.stdout.splitlines())) == (0, "", 1)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "status"),
    [("read - <&-", 1), ("missions >&-", 0), ("status --register nowhere.db 2>&-", 3)],
)
def test_a_closed_stream_is_no_error_of_ours(tmp_path: Path, words: str, status: int) -> None:
    shell = f"{' '.join(map(_quoted, COMMAND))} {words}"
    done = subprocess.run(["bash", "-c", shell], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == status, done.stderr


@pytest.mark.slow
def test_a_terminal_that_lacks_a_sign_gets_its_number(register: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "status", "--register", register],
        cwd=tmp_path,
        capture_output=True,
        encoding="ascii",
        timeout=60,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\u201cworks in Port Alba\\u201d" in done.stdout


def _quoted(word: str) -> str:
    return "'" + word.replace("'", "'\\''") + "'"


@pytest.mark.slow
def test_the_quick_commands_load_nothing_heavy(tmp_path: Path) -> None:
    script = (
        "import sys; from missionwatch.cli.main import run; run(['status', '--help']); run(['status']); "
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'alembic', 'trafilatura', 'babel', 'py3langid', "
        "'numpy', 'lxml', 'htmldate', 'yaml'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        env=dict(os.environ),
    )
    assert done.stdout.splitlines()[-1] == "[]", done.stderr
