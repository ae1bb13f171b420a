"""A report: one published item, its text stored exactly and never changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from missionwatch.model.identity import content_id
from missionwatch.model.when import When


@dataclass(frozen=True, slots=True)
class Report:
    """What was published, as it was read.

    `given_id` is the id that came with the report (a line of JSON, a head), else None. `label` is what `extract`
    prints as its id: the given id, else the file's stem. `published` and `modified` may be a day, a month or a year
    and may be unknown; `fetched` is the day on which it was read from the network, if it was. `date_evidence` says
    in a few words where the publication date was found ("head", "meta article:published_time", "url"). `origin` is
    the file, with the line where it holds several, for messages alone: it says nothing about the report.
    """

    text: str
    label: str
    given_id: str | None = None
    url: str | None = None
    title: str | None = None
    source: str | None = None
    language: str | None = None
    published: When | None = None
    modified: When | None = None
    fetched: date | None = None
    date_evidence: str | None = None
    origin: str | None = field(default=None, compare=False)

    @property
    def where(self) -> str:
        """What a message calls it: the file that it was read from, else its label."""
        return self.origin or self.label

    @property
    def version(self) -> str:
        """The content id: names this very text of this source."""
        return content_id("report", self.source or "", self.text)

    @property
    def id(self) -> str:
        """Names the article: the given id, else the address, else the content id. An edited article keeps it."""
        return self.given_id or self.url or self.version
