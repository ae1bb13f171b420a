"""Reports and claims for the tests of the store."""

from __future__ import annotations

from typing import Any

from missionwatch.model.claim import Claim
from missionwatch.model.passage import Passage, Span
from missionwatch.model.report import Report
from missionwatch.model.when import When

TEXT = "The Harbour Mission was suspended on 4 May 2021, officials said. It stays in Port Alba."
FIRST = Report(TEXT, "first", given_id="a", source="Gazette", published=When.parse("2021-05-05"))


def claim(quote: str = "was suspended", text: str = TEXT, **fields: Any) -> Claim:
    start = text.index(quote)
    wanted = {"mission": "Harbour Mission", "aspect": "activity", "value": "suspended", **fields}
    return Claim(mission_id="harbour-mission", passage=Passage.cut(text, start, start + len(quote)), **wanted)


def dated(**fields: Any) -> Claim:
    start = TEXT.index("on 4 May 2021")
    return claim(when=When.parse("2021-05-04"), evidence={"when": Span(start, start + 13)}, **fields)
