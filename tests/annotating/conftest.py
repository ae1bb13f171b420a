"""What the tests of annotating share: the catalogue, read once, and a short way to annotate words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from missionwatch.annotating.pipeline import annotate
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.catalogue.load import load_catalogue
from missionwatch.model.document import Document
from missionwatch.model.report import Report
from missionwatch.model.when import When

Annotate = Callable[..., Document]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def read(catalogue: Catalogue) -> Annotate:
    """Annotates English words, published on 14 April 2020 unless the test says otherwise."""

    def annotated(text: str, published: str | None = "2020-04-14", title: str | None = None) -> Document:
        day = When.parse(published) if published else None
        return annotate(Report(text, "test", language="en", published=day, title=title), catalogue)

    return annotated
