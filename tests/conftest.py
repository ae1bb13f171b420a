"""What all tests share: the data beside the checkout, which may be absent locally but never in CI."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from servers import database, server

__all__ = ["database", "server"]

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared data. A test that asks for it is marked `shared` by itself."""
    if not SHARED.is_dir():
        pytest.fail("the folder 'shared' beside the checkout is absent; CI must have it")
    return SHARED


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if "shared" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.shared)
    if SHARED.is_dir() or os.environ.get("CI") == "true":
        return
    absent = [item for item in items if item.get_closest_marker("shared")]
    if absent:
        config.hook.pytest_deselected(items=absent)
        items[:] = [item for item in items if not item.get_closest_marker("shared")]
