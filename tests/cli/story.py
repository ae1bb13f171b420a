"""A small story in reports with claims, as `read --claims` takes it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def claim(text: str, quote: str, **fields: Any) -> dict[str, Any]:
    start = text.find(quote)
    return {
        "mission": "Harbour Mission", "aspect": "activity", "value": "active", "actor": None, "count": None,
        "place": None, "modality": "actual", "when": None, "condition": None, "causes": [], "said_by": None,
        "quote": quote, "start": start, "end": start + len(quote), **fields,
    }  # fmt: skip


def report(
    id: str, published: str | None, text: str, *claims: dict[str, Any], **fields: Any
) -> dict[str, Any]:
    return {
        "id": id, "published": published, "language": "en", "source": f"Outlet {id.upper()}", "title": None,
        "text": text, "claims": list(claims), **fields,
    }  # fmt: skip


def write(path: Path, reports: Sequence[dict[str, Any]]) -> str:
    path.write_text(
        "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in reports), encoding="utf-8"
    )
    return str(path)


_ACTIVE = "The Harbour Mission works in Port Alba. Norland will lead it from 1 June 2021 if the port is safe."
_HALTED = "Training was halted on 20 May 2021 because of a storm, the harbour master said. Eastmark leads the mission."
_OTHER = "The mission stopped its training on 20 May 2021 after an attack."

STORY = [
    report(
        "a", "2021-05-05", _ACTIVE,
        claim(_ACTIVE, "works in Port Alba", aspect="presence", value="present", place="Port Alba"),
        claim(
            _ACTIVE, "Norland will lead it", aspect="lead", value="lead", actor="Norland", modality="planned",
            when="2021-06-01/..", condition="the port is safe",
            evidence={"when": [_ACTIVE.find("1 June"), _ACTIVE.find("1 June") + len("1 June 2021")]},
        ),
    ),
    report(
        "b", "2021-05-21", _HALTED,
        claim(_HALTED, "Training was halted", value="suspended", when="2021-05-20", causes=["weather"]),
        claim(_HALTED, "Eastmark leads the mission", aspect="lead", value="lead", actor="Eastmark"),
    ),
    report(
        "c", "2021-05-22", _OTHER,
        claim(_OTHER, "stopped its training", value="suspended", when="2021-05-20", causes=["attack"]),
    ),
]  # fmt: skip
"""Two causes for one halt, and a plan to lead that nobody tells the end of."""
