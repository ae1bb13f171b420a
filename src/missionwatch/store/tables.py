"""The whole schema of the register, in one place.

The record: what was published, what people decided, and claims made elsewhere. It is only ever added to.
    reports, reviews, claims of the maker "given"
Derived from it (law 2): what `rebuild` makes anew.
    claims of the maker "missionwatch", current
Memory of the work: runs, readings, changes, stale.

Times of the register's own clock are ISO text in UTC, so they sort as text in every database. Dates of the
news are EDTF text, exactly as precise as they were given.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, MetaData, Table
from sqlalchemy import Text as AnyText

REVISIONS: Final = ("0001", "0002")
"""The revisions of the schema as in migrations/versions, oldest first; `METADATA` describes the last."""

Text: Final = AnyText().with_variant(AnyText(collation="C"), "postgresql")
"""Text that sorts by its characters in every database, whatever the language of the server."""

METADATA: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ABOUT: Final = Table(
    # Says whose database this is. `name` is "made_by" or "made".
    "missionwatch",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

RUNS: Final = Table(
    # One row for each time that reports were read or extracted anew.
    "runs",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("maker", Text, nullable=False),  # "missionwatch", or "given" for claims made elsewhere
    Column("extractor_version", Text),  # None for given claims
    Column("recorded", Text, nullable=False),
)

REPORTS: Final = Table(
    # One row for each version of a report. The text is exact and never changed; offsets count its characters.
    "reports",
    METADATA,
    Column("key", Text, primary_key=True),  # derived from id, version and dates: equal in every register
    Column("id", Text, nullable=False),  # names the article: given id, else address, else the content id
    Column("version", Text, nullable=False),  # the content id: source and text
    Column("label", Text, nullable=False),
    Column("given_id", Text),
    Column("url", Text),
    Column("title", Text),
    Column("source", Text),
    Column("language", Text),
    Column("text", Text, nullable=False),
    Column("published", Text),  # EDTF; None is unknown, never today
    Column("modified", Text),  # EDTF
    Column("fetched", Text),  # the first day on which it was read from the network
    Column("date_evidence", Text),  # where the publication date was found
    Column("known_from", Text),  # the last day that `published` can mean, to find the newest
    Column("copy_key", Text, nullable=False),  # equal for copies of one text
    Column("recorded", Text, nullable=False),
    Column("retracted", Text),  # when it was retracted, else None
    Index(None, "id"),
    Index(None, "copy_key"),
    Index(None, "known_from"),
)

READINGS: Final = Table(
    # Who has looked for claims in which report, and what came of it.
    "readings",
    METADATA,
    Column("report", Text, ForeignKey("reports.key"), primary_key=True),
    Column("maker", Text, primary_key=True),
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    Column("extractor_version", Text),
    Column("problem", Text),  # why there are no claims ("not yet supported: da"), else None
)

CLAIMS: Final = Table(
    # What a report says about a mission, with its words. The fields are those of the claim scheme.
    "claims",
    METADATA,
    Column("report", Text, ForeignKey("reports.key"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("maker", Text, primary_key=True),
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    Column("mission_id", Text, nullable=False),
    Column("mission", Text, nullable=False),
    Column("aspect", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("actor", Text),
    Column("count", Integer),
    Column("place", Text),
    Column("when", Text),  # EDTF
    Column("condition", Text),
    Column("causes", JSON, nullable=False),
    Column("said_by", Text),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),  # the report's text from start to end, always (law 1)
    Column("evidence", JSON, nullable=False),  # {field: [start, end]}
    Column("rule", Text),
    Column("dropped", Text),  # when a newer version of the extractor no longer found it, else None
    Index(None, "mission_id"),
    Index(None, "id"),
)

REVIEWS: Final = Table(
    # A person's decision, bound to report, mission, aspect, value, actor and passage. Never overwritten.
    "reviews",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("claim", Text),  # the claim as it was when it was reviewed, for the reader; binds nothing
    Column("decision", Text, nullable=False),
    Column("report_id", Text, nullable=False),
    Column("mission_id", Text, nullable=False),
    Column("aspect", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("actor", Text),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("fields", JSON, nullable=False),  # the corrected fields
    Column("reviewer", Text),
    Column("note", Text),
    Column("recorded", Text, nullable=False),
    Index(None, "mission_id"),
    Index(None, "report_id"),
)

CURRENT: Final = Table(
    # What the register says as of the newest report, to see what a new report changes and to check a rebuild.
    # Questions are answered from the claims themselves, for any day, and never from here.
    "current",
    METADATA,
    Column("mission_id", Text, primary_key=True),
    Column("subject", Text, primary_key=True),  # state, disagreement or commitment
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("body", Text, nullable=False),  # JSON as `--format json` prints it
    Column(
        "turned", Text
    ),  # of a commitment: the last day up to the newest report, and the first from it on,
    Column("turns", Text),  # on which its state can turn
    Index(None, "id"),
)

CHANGES: Final = Table(
    # What the register came to say, and when it learnt it.
    "changes",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    Column("mission_id", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("subject_id", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Index(None, "mission_id"),
    Index(None, "recorded"),
)

STALE: Final = Table(
    # Missions whose rows in `current` are older than their claims: made anew at the end of a reading,
    # or by the next command where a crash came between.
    "stale",
    METADATA,
    Column("mission_id", Text, primary_key=True),
)
