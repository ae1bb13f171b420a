"""A register in a file, and small reports to put into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from missionwatch.store.opening import open_register
from missionwatch.store.sql_register import SqlRegister


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a register.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def register(request: pytest.FixtureRequest) -> Iterator[SqlRegister]:
    """An empty register, in each of the databases: what holds of one holds of the other."""
    where = request.getfixturevalue("path" if request.param == "sqlite" else "database")
    made = open_register(str(where), make=True, patience=0.2)
    yield made
    made.close()
