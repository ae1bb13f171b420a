"""The shape that every step of annotating has."""

from __future__ import annotations

from collections.abc import Callable

from missionwatch.model.document import Document

Step = Callable[[Document], Document]
"""Takes a document and gives it back with one more layer."""
