"""How large a mission is, told in passing: "its 200 soldiers", "the mission, with 298 observers and 112 civilians"."""

from __future__ import annotations

from collections.abc import Iterator

from missionwatch.claiming.background import Background
from missionwatch.claiming.chunks import Chunk
from missionwatch.claiming.clauses import Clause, Group, is_reduced, with_complement
from missionwatch.claiming.counting import further_numbers, kinds_before
from missionwatch.claiming.listing import number_in
from missionwatch.claiming.nominals import is_kind, speaks_of_nation
from missionwatch.claiming.reference import nation_before
from missionwatch.model.claim import Claim
from missionwatch.model.document import Mention
from missionwatch.model.passage import Span

_MANY = 100
"""Fewer people than this are seldom a whole mission."""


def claims_of_sizes(clause: Clause, background: Background) -> Iterator[Claim]:
    """The number of a mission's people where its noun group says whose they are."""
    for j, chunk in enumerate(clause.chunks):
        number = number_in(chunk, clause) if chunk.kind == "noun" and chunk.numbers else None
        if number is None or not is_kind(Group(chunk, j), "own-troops", clause):
            continue
        mission = _owner(clause, j, background)
        if mission is None or _is_part(clause, j):
            continue
        span = clause.span_of(chunk)
        group = Group(chunk, j)
        for told in (*kinds_before(clause, group), number, *further_numbers(clause, group)):
            yield Claim(
                mission.name, mission.id or "", "strength", "personnel", background.cut(span), count=told.number,
                evidence={"mission": mission.span, "count": Span(told.start, told.end)}, rule="its-people",
            )  # fmt: skip


def _owner(clause: Clause, j: int, background: Background) -> Mention | None:
    """The mission whose people a group are: "UNMIL's 200 soldiers", "its 200 soldiers"."""
    chunk = clause.chunks[j]
    own = next((m for m in chunk.mentions if m.kind == "mission"), None)
    if own is not None:
        return own if "'s" in chunk.words or "’s" in chunk.words else None
    if chunk.words[0] in clause.lexicon.possessives:
        others = speaks_of_nation(chunk, clause) or (not j and nation_before(clause) is not None)
        return None if others else _spoken_of(clause, j, background)
    if _is_the_whole(chunk, clause):
        complement = with_complement(clause, Group(chunk, j))
        named = complement.chunk.mentions if complement else ()
        if complement is not None or not _are_new(clause, j):
            return next((m for m in named if m.kind == "mission"), None)
        return _spoken_of(clause, j, background)
    before = clause.chunks[j - 1].text if j else ""
    with_it = before in clause.lexicon.words["part-with"] and j > 1
    return _right_before(clause, j - 1) if with_it else None


def _is_the_whole(chunk: Chunk, clause: Clause) -> bool:
    """ "The 3,000 soldiers of UNMEE"; "the 13 soldiers of MONUSCO" may be those who were hurt."""
    many = any((n.number or 0) >= _MANY for n in chunk.numbers)
    return many and clause.lexicon.in_class(chunk.words[0], "definite")


def _are_new(clause: Clause, j: int) -> bool:
    """ "The 900 peacekeepers are there": people of whom the report has not told before, and of whom no clause tells
    which ones they are."""
    chunk, lexicon = clause.chunks[j], clause.lexicon
    number = number_in(chunk, clause)
    if number is None or not lexicon.in_class(chunk.head, "uniformed"):
        return False
    text = clause.document.text
    known = text[number.start : number.end] in text[: number.start]
    after = clause.chunks[j + 1] if j + 1 < len(clause.chunks) else None
    told_which = after is not None and (
        after.kind == "joint" or (bool(after.verbs) and is_reduced(clause, j + 1))
    )
    return not known and not told_which and nation_before(clause) is None


def _spoken_of(clause: Clause, j: int, background: Background) -> Mention | None:
    """Whom "its" means: the last mission before it in the sentence, else the one that the report speaks of, unless
    another owner stands before it; a host country is no owner, nor is the organisation that runs the mission."""
    spoken = background.missions.spoken_of(clause.sentence)
    for chunk in reversed(clause.chunks[:j]):
        for mention in reversed(chunk.mentions):
            if mention.kind == "mission" and mention.id:
                return mention
            if mention.kind in ("nation", "organisation", "body") and not _belongs(
                mention, spoken, background
            ):
                return None
        if chunk.kind == "noun" and clause.lexicon.in_class(chunk.head, "host-forces"):
            return None
    return spoken


def _belongs(mention: Mention, spoken: Mention | None, background: Background) -> bool:
    """Whether a name is that of the mission's host country or of the organisation that runs it."""
    if spoken is None:
        return False
    mission = background.catalogue.mission(spoken.id or "")
    return mention.id == mission.organisation or mention.id in background.hosts(spoken)


def _right_before(clause: Clause, i: int) -> Mention | None:
    """The mission that ends right before chunk `i`, but for a comma or dash."""
    while i > 0 and clause.chunks[i - 1].kind == "mark":
        i -= 1
    chunk: Chunk | None = clause.chunks[i - 1] if i > 0 else None
    if i > 1 and clause.chunks[i - 2].kind == "preposition":
        return None  # "Ghana is a contributor to UNIFIL, with 870 soldiers"
    mention = chunk.mentions[-1] if chunk is not None and chunk.mentions else None
    return mention if mention is not None and mention.kind == "mission" and mention.id else None


def _is_part(clause: Clause, j: int) -> bool:
    """ "200 of its 900 soldiers" tells the whole; "about 60 more of its soldiers", "its 60 dead" do not."""
    chunk = clause.chunks[j]
    return any(
        clause.lexicon.in_class(w, "more") or clause.lexicon.in_class(w, "not-themselves")
        for w in chunk.words
    )
