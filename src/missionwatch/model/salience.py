"""Which mission a report speaks of: the one that the whole of it is about, and the one of several in a sentence that
goes on being spoken of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from missionwatch.model.document import Document, Mention, Sentence
from missionwatch.model.passage import Span

_LEAD = 3
"""So many sentences, headlines included, say what a report is about."""
_BEGINS = 25
"""The name of a subject begins within so many characters of its sentence, as a rule."""
_IT = "It"
_APART = 2
"""So many words stand between two missions that are no list ("KFOR and UNFICYP")."""
_DOERS = ("nation", "body", "person")


def missions_in(mentions: Sequence[Mention]) -> list[str]:
    """The missions that mentions name, in order; an organisation that stands for all of its own is none."""
    return [m.id for m in mentions if m.kind == "mission" and m.id and m.form != "organisation"]


def main_mission(document: Document) -> str | None:
    """The one mission that the report names more often than any other, and at its beginning."""
    times = Counter(missions_in(document.mentions)).most_common(2)
    if not times or (len(times) > 1 and times[0][1] == times[1][1]):
        return None
    lead = document.sentences[: _LEAD + 1]
    begins = lead[-1].end if lead else 0
    named = any(m.id == times[0][0] and m.start < begins for m in document.mentions if m.kind == "mission")
    return times[0][0] if named else None


def goes_on(
    sentence: Sentence, document: Document, mentions: Sequence[Mention], main: str | None
) -> str | None:
    """Of the missions in a sentence, the one that the next sentence goes on with: its subject ("KFOR, set up in 1999,
    took over from IFOR"), else the one that the report is about."""
    ids = missions_in(mentions)
    taken_up = _taken_up(sentence, document)
    if taken_up is not None:
        return taken_up
    if len(set(ids)) == 1:
        return ids[0]
    if _is_subject(mentions, sentence, document):
        return ids[0]
    return main if main in ids else None


def _taken_up(sentence: Sentence, document: Document) -> str | None:
    """ "KFOR ended in May. It was followed by X.": the mission with which the sentence before begins, where this one
    begins with "it"."""
    words = sentence.span.of(document.text).split(maxsplit=1)
    index = document.sentences.index(sentence) - 1
    if index < 0 or words[:1] != [_IT]:
        return None
    before = document.sentences[index]
    within = document.within(Span(before.start, before.start + _BEGINS))
    named = [m for m in within if m.kind == "mission" and m.form != "organisation"]
    subject = named[0] if named else None
    actors = [m for m in within if m.kind in _DOERS and subject is not None and m.end <= subject.start]
    return subject.id if subject is not None and not actors else None


def _is_subject(mentions: Sequence[Mention], sentence: Sentence, document: Document) -> bool:
    """Whether the first of several missions begins the sentence, alone."""
    named = [m for m in mentions if m.form != "organisation"]
    first = named[0]
    other = next(m for m in named if m.id != first.id)
    actors = [m for m in document.within(Span(sentence.start, first.start)) if m.kind in _DOERS]
    joined = len(document.text[first.end : other.start].split()) < _APART
    return first.start - sentence.start < _BEGINS and not actors and not joined
