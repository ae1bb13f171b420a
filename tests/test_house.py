"""How the house is built, read from its source: which way imports point, and what may not stand in code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from missionwatch.catalogue.load import load_catalogue
from missionwatch.model.claim import ASPECT_VALUES

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "missionwatch"
MODULES = sorted(SOURCE.rglob("*.py"))

BELOW_THE_FACES = {
    "model",
    "catalogue",
    "reading",
    "annotating",
    "claiming",
    "reconciling",
    "store",
    "service",
}
MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "catalogue": {"model"},
    "reading": {"model"},
    "annotating": {"model", "catalogue"},
    "claiming": {"model", "catalogue"},
    "reconciling": {"model"},
    "store": {"model"},
    "service": BELOW_THE_FACES - {"service"},
    "evaluation": BELOW_THE_FACES,
    "cli": BELOW_THE_FACES | {"evaluation"},
}
"""Beside a package's own modules and `missionwatch.errors`, which all may import."""


def package_of(path: Path) -> str:
    inside = path.relative_to(SOURCE).parts
    return inside[0] if len(inside) > 1 else ""


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides its direction"
            yield node.module or ""
            if node.module == "missionwatch":
                yield from (f"missionwatch.{name.name}" for name in node.names)


def strings_of(path: Path) -> Iterator[tuple[int, str]]:
    """The strings that code works with: not what is written for readers (docstrings of all kinds)."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    spoken = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in spoken:
            yield node.lineno, node.value


def test_every_package_has_its_place_in_the_house() -> None:
    packages = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert packages == set(MAY_IMPORT)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_point_one_way(path: Path) -> None:
    package = package_of(path)
    ours = {name.split(".")[1] for name in imports_of(path) if name.startswith("missionwatch.")}
    allowed = MAY_IMPORT.get(package, set()) | {package, "errors", "__version__"}
    assert not ours - allowed, f"{path.relative_to(ROOT)} imports {sorted(ours - allowed)}"


def test_what_is_derived_is_pure() -> None:
    """Neither the words of the domain nor the decisions look at a clock, a file or the network."""
    for path in (*(SOURCE / "model").glob("*.py"), *(SOURCE / "reconciling").glob("*.py")):
        impure = {"os", "pathlib", "time", "random", "sqlalchemy", "socket", "subprocess", "uuid", "io"}
        found = impure & {name.split(".")[0] for name in imports_of(path)}
        assert not found, f"{path.relative_to(ROOT)} imports {sorted(found)}"
        assert not re.search(r"\.(today|now|utcnow)\(", path.read_text(encoding="utf-8")), path.relative_to(
            ROOT
        )


def test_no_mission_is_named_in_code() -> None:
    """What a mission is called is data: a rule that knows a name was made for one report."""
    catalogue = load_catalogue()
    names = {
        name
        for mission in catalogue.missions
        for name in (mission.id, *catalogue.sure_names(mission.id))
        if len(name) > 3 and (" " in name or "-" in name or name.isupper())
    }
    names -= {
        value for values in ASPECT_VALUES.values() for value in values
    }  # a task may be called like a mission
    assert len(names) > 300
    named = re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?![\w-])"
    )
    found = [
        f"{path.relative_to(ROOT)}:{line}: {match[0]}"
        for path in MODULES
        for line, text in strings_of(path)
        if (match := named.search(text))
    ]
    assert not found


def test_no_path_of_a_machine_and_no_registry_stands_in_the_checkout() -> None:
    """Neither where somebody works nor where somebody's packages come from is the project's business."""
    patterns = re.compile(
        r"(?<![\w.])/(?:home|root|work|Users|opt|tmp)/|https?://[^\s\"']*(?:/simple\b|/packages/)"
    )
    kept = [*SOURCE.rglob("*"), *(ROOT / "requirements").glob("*"), *(ROOT / "docs").rglob("*")]
    kept += [ROOT / name for name in ("Makefile", "pyproject.toml", "README.md", "CONTRIBUTING.md")]
    for path in kept:
        if path.is_file() and "__pycache__" not in path.parts:
            found = patterns.search(path.read_bytes().decode("utf-8", "replace"))
            assert not found, f"{path.relative_to(ROOT)}: {found and found[0]}"


def test_every_locked_package_has_a_hash() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        entries = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
        unhashed = [
            entry.split()[0]
            for entry in entries
            if not entry.startswith("#") and "--hash=sha256:" not in entry
        ]
        assert not unhashed, f"{lock.name}: {unhashed}"
