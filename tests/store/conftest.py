"""A register in a file, and small reports to put into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from missionwatch.store.sql import SqlRegister, open_register


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a register.db"


@pytest.fixture
def register(path: Path) -> Iterator[SqlRegister]:
    made = open_register(str(path), make=True, patience=0.2)
    yield made
    made.close()
