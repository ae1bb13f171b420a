"""A report with what was found in it: the layers that claims are made from."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from missionwatch.model.gloss import Gloss
from missionwatch.model.passage import Span
from missionwatch.model.report import Report
from missionwatch.model.when import When


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span without surrounding space, the number of its paragraph, whether it is a headline."""

    start: int
    end: int
    paragraph: int
    headline: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name something of the catalogue, or a person.

    `kind` is one of mission, nation, organisation, body, place, person. `id` is the catalogue's id; for a person it
    is None. `form` is how it is named: name, acronym, adjective ("Danish"), demonym ("Danes"), description
    ("the training mission in Iraq"), pronoun ("the mission", "it"), role ("the defence minister").
    `name` is the usual name ("Denmark"; a person's full name as the report gives it anywhere, without rank).
    `role` is a person's role as written ("secretary-general"); `of` the id of the nation or organisation that a
    person or body belongs to.
    """

    start: int
    end: int
    text: str
    kind: str
    id: str | None
    name: str
    form: str = "name"
    role: str | None = None
    of: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when. `when` is None where it cannot be resolved (a relative date in an undated report).

    The words include the preposition ("since 2018", "by the end of the year", "from 5 May to 3 June"). `role` is
    how they bound: at, since, until, by, from, between, during, before, after, for (a duration alone), of (the year or
    season of a thing: "the 2014 agreement").
    """

    start: int
    end: int
    text: str
    when: When | None
    role: str = "at"

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody is reported to say, directly or indirectly, with the speaker's name and the speaker's words.

    `direct` is true for words in quotation marks or after a dash. `speaker` is a person, else an organisation, else
    None where it cannot be told; `speaker_span` is where the report names the speaker for it.
    """

    start: int
    end: int
    speaker: str | None
    speaker_span: Span | None = None
    direct: bool = True

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Document:
    """A report and its layers. All lists are in the order of the text. Offsets count in `report.text`.

    A report in another language than that of the rules is read through its gloss: `read` is the gloss as a document.
    """

    report: Report
    language: str
    sentences: tuple[Sentence, ...] = field(default=())
    mentions: tuple[Mention, ...] = field(default=())
    times: tuple[TimeExpression, ...] = field(default=())
    quotes: tuple[Quote, ...] = field(default=())
    gloss: Gloss | None = None
    read: Document | None = None

    @property
    def text(self) -> str:
        return self.report.text

    def within(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that lie inside a span."""
        first = bisect_left(self.mentions, span.start, key=_start)
        behind = bisect_left(self.mentions, span.end, lo=first, key=_start)
        return tuple(m for m in self.mentions[first:behind] if m.end <= span.end)


def _start(mention: Mention) -> int:
    return mention.start
