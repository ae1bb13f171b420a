"""The documentation is true: every command in it runs and prints what it shows, every link leads somewhere.

A block marked `console` is run: each line that begins with "$ " in one temporary folder for each page, with the
samples of the checkout in it, and the lines below it are what must come out. There "..." stands for anything, in a
line or alone for any lines. A command without shown lines must only end well.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


@dataclass(frozen=True)
class Step:
    """A command of a page and what it is said to print."""

    line: int
    command: str
    shown: tuple[str, ...]


def steps_of(page: Path) -> Iterator[Step]:
    lines = page.read_text(encoding="utf-8").splitlines()
    inside, command, begun, shown = False, "", 0, list[str]()
    for number, line in enumerate([*lines, "```"], 1):
        if inside and line.startswith(("$ ", "```")):
            if command:
                yield Step(begun, command, tuple(shown))
            command, begun, shown = line[2:] if line.startswith("$ ") else "", number, []
            inside = not line.startswith("```")
        elif inside and line.startswith("> "):  # as the shell asks for the rest of a command
            command += "\n" + line[2:]
        elif inside:
            shown.append(line.rstrip())
        elif line.strip() == "```console":
            inside = True


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    # The recipe of `make demo` after its set-up; another test sees to it that it is this.
    command = re.sub(r"^make demo$", "missionwatch demo", command)
    # What a page exports holds for its later commands, as in one terminal.
    exports = folder.parent / f"{folder.name}.exports"
    script = f"[ ! -e {exports} ] || . {exports}\n{command}\nstatus=$?\nexport -p > {exports}\nexit $status"
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "NO_COLOR": "1",
        "LC_ALL": "C.UTF-8",
        "PYTHONUTF8": "1",
    }
    return subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def loose(line: str) -> str:
    """A line with single spaces, since the widths of columns follow what else is in the table."""
    return re.sub(r" {2,}", " ", line.rstrip())


def pattern_of(shown: tuple[str, ...]) -> re.Pattern[str]:
    lines = list(shown)
    while lines and not lines[-1]:
        lines.pop()
    parts = [
        r"(?:.*\n)*?"
        if line.strip() == "..."
        else ".*".join(map(re.escape, re.split(r" ?\.\.\. ?", loose(line)))) + "\n"
        for line in lines
    ]
    return re.compile("".join(parts))


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_prints_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    for step in steps_of(page):
        done = run(step.command, tmp_path)
        printed = "".join(loose(line) + "\n" for line in done.stdout.rstrip().splitlines())
        where = f"{page.relative_to(ROOT)}:{step.line}: $ {step.command}"
        assert done.returncode == 0, f"{where}\nexit status {done.returncode}\n{printed}"
        if step.shown:
            assert pattern_of(step.shown).fullmatch(printed), f"{where}\nprints\n{printed}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if not re.match(r"[a-z]+:", target):
            assert (page.parent / target).exists(), f"{page.relative_to(ROOT)} leads to {target}"


def test_the_pages_can_be_reached_from_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    for page in (ROOT / "docs").glob("*.md"):
        assert page.name == "index.md" or f"({page.name})" in index, (
            f"docs/index.md does not lead to {page.name}"
        )


def test_make_demo_runs_the_demo() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^demo:.*\n\t@\$\(BIN\)/missionwatch demo$", makefile, re.MULTILINE)


@pytest.mark.parametrize(
    ("shown", "printed", "fits"),
    [
        (("a...c",), "abbc\n", True),
        (("a", "...", "c"), "a\nb\nb\nc\n", True),
        (("a", "...", "c"), "a\nc\n", True),
        (("a", "...", "c"), "a\nb\n", False),
        (("a",), "a\nb\n", False),
        (("a.c",), "abc\n", False),
        (("a    b",), "a b\n", True),
        (("a b",), "ab\n", False),
        (("...",), "", True),
    ],
)
def test_shown_lines_are_compared_with_care(shown: tuple[str, ...], printed: str, fits: bool) -> None:
    assert (pattern_of(shown).fullmatch(printed) is not None) == fits
