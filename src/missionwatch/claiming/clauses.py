"""A sentence as a row of chunks, and its noun groups."""

from __future__ import annotations

from dataclasses import dataclass, field

from missionwatch.claiming.acronyms import without_inner_acronyms
from missionwatch.claiming.chunks import Chunk, chunks_of
from missionwatch.claiming.lexicon import Lexicon, singular
from missionwatch.claiming.units import DASH, Unit, units_of, without_quotes_after
from missionwatch.model.document import Document, Quote, Sentence
from missionwatch.model.passage import Span

STOPS = frozenset((";", ":", "–", "—", DASH))
_OPENS = {")": "(", "–": "–", "—": "—", DASH: DASH}
_AND = ("and", "or", "&")
_LONG = 5
"""A description of a state has no more words ("the small Baltic nation")."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence with its units and chunks."""

    document: Document
    sentence: Sentence
    units: tuple[Unit, ...]
    chunks: tuple[Chunk, ...]
    lexicon: Lexicon
    nations: frozenset[str]
    quotes: tuple[Quote, ...]
    kinds: dict[tuple[int, str], bool] = field(default_factory=dict, compare=False)
    """What was found out of which kinds its groups are: many frames ask the same."""

    def span_of(self, chunk: Chunk) -> Span:
        return Span(self.units[chunk.first].start, self.units[chunk.last].end)

    def span_of_units(self, first: int, last: int) -> Span:
        return Span(self.units[first].start, self.units[last].end)


@dataclass(frozen=True, slots=True)
class Group:
    """A noun group in a part: its chunk, its place in the row of chunks, and the preposition that governs it
    ("" if none)."""

    chunk: Chunk
    index: int
    preposition: str = ""


def clause_of(
    document: Document,
    sentence: Sentence,
    lexicon: Lexicon,
    nations: frozenset[str] = frozenset(),
    quotes: tuple[Quote, ...] = (),
) -> Clause:
    """A sentence as units and chunks. `nations` are the ids that are nations', `quotes` those that touch the
    sentence."""
    units = without_quotes_after(
        lexicon.before_quotes,
        units_of(document, sentence, lexicon.joined),
    )
    units = without_inner_acronyms(units, document.text, lexicon)
    return Clause(document, sentence, units, chunks_of(units, lexicon), lexicon, nations, quotes)


def preposition_before(chunks: tuple[Chunk, ...], index: int) -> str:
    j = index - 1
    while j >= 0 and chunks[j].kind == "adverb":
        j -= 1
    if j >= 0 and chunks[j].kind == "preposition":
        return chunks[j].text
    if j < 1 or chunks[j - 1].kind != "noun":
        return ""
    if chunks[j].kind == "joint" and chunks[j].text in _AND:
        return _before_list(chunks, j - 1) or preposition_before(chunks, j - 1)
    return _before_list(chunks, j - 1) if chunks[j].text == "," and _list_goes_on(chunks, j) else ""


def _list_goes_on(chunks: tuple[Chunk, ...], comma: int) -> bool:
    """Whether names behind a comma are joined to a last one by "and" ("in Ghana, Togo, Benin and Mali")."""
    while chunks[comma].text == "," and comma + 2 < len(chunks) and chunks[comma + 1].kind == "noun":
        comma += 2
    return chunks[comma].text in _AND and comma + 1 < len(chunks) and chunks[comma + 1].kind == "noun"


def _before_list(chunks: tuple[Chunk, ...], index: int) -> str:
    """ "Troops from Ghana, Togo and": the preposition of the names up to `index`, where their clause begins with a
    noun group; "After the coup in Ghana, Togo and Benin left" has no such list."""
    while index > 1 and chunks[index - 1].text == "," and chunks[index - 2].kind == "noun":
        index -= 2
    if index < 1 or chunks[index - 1].kind != "preposition":
        return ""
    begin = next((j for j in range(index - 1, -1, -1) if chunks[j].kind in ("mark", "joint")), -1)
    return chunks[index - 1].text if chunks[begin + 1].kind == "noun" else ""


def is_finite(clause: Clause, index: int) -> bool:
    """Whether a verb group has a subject; "adopted" right before a preposition may be a mere participle."""
    chunks = clause.chunks
    if not chunks[index].verbs[0].finite or chunks[index].words[0] == clause.lexicon.infinitive:
        return False
    after = chunks[index + 1].kind if index + 1 < len(chunks) else ""
    return not is_reduced(clause, index) or after == "noun"


def has_mission(chunk: Chunk) -> bool:
    return bool(chunk.mentions) and any(m.kind == "mission" for m in chunk.mentions)


def before_brackets(chunks: tuple[Chunk, ...], index: int) -> int:
    """ "the mission (UNMIL) has", "the mission – the largest – has": the chunk before brackets or a pair of dashes that
    closes at `index`; else `index` itself."""
    opens = _OPENS.get(chunks[index].text)
    opening = next((j for j in range(index - 1, 0, -1) if chunks[j].text == opens), None)
    return index if opening is None else opening - 1


def is_reduced(clause: Clause, index: int) -> bool:
    """Whether a verb group may be a mere participle ("launched in May"); "went" cannot."""
    chunk = clause.chunks[index]
    if not chunk.verbs or len(chunk.words) > 1 or chunk.verbs[0].form not in ("participle", "past"):
        return False
    senses = clause.lexicon.verbs.get(chunk.words[0], ())
    return not senses or any(s.form.form == "participle" for s in senses)


_ACTORS = ("nation", "organisation", "body", "person", "mission")


PERSONAL = frozenset(("it", "they", "them", "we", "he", "she", "i", "you"))


def is_relative_state(clause: Clause, chunk: Chunk) -> bool:
    """ "The minister, whose country sends": the state of who is named right before."""
    before = clause.units[chunk.first - 1].text if chunk.first else ""
    return len(chunk.words) == 1 and before == "whose" and chunk.head in clause.lexicon.words["states"]


def is_unnamed_state(clause: Clause, chunk: Chunk) -> bool:
    """ "The country", "its government", "the Nordic nation": a state that has been named before."""
    words, named = clause.lexicon.words, any(m.form != "adjective" for m in chunk.mentions)
    if is_relative_state(clause, chunk):
        return True
    if chunk.head not in words["states"] or chunk.words[0] not in words["definite"] or named:
        return False
    return len(chunk.words) == 2 or (
        len(chunk.words) <= _LONG
        and not chunk.numbers
        and not any(m.kind == "nation" for m in chunk.mentions)
        and words["other-states"].isdisjoint(chunk.words)
    )


def is_actor(clause: Clause, group: Group) -> bool:
    return (
        is_unnamed_state(clause, group.chunk)
        or any(m.kind in _ACTORS for m in group.chunk.mentions)
        or group.chunk.words[0] in PERSONAL
    )


def with_complement(clause: Clause, group: Group) -> Group | None:
    """ "the government of Denmark": the name that completes a group which has none."""
    chunks, i = clause.chunks, group.index
    if (
        not clause.lexicon.in_class(group.chunk.head, "not-themselves")
        and i + 2 < len(chunks)
        and _completes(clause, i)
        and chunks[i + 2].kind == "noun"
        and not _is_said_of_some(chunks, i + 2)
    ):
        return Group(chunks[i + 2], i + 2, chunks[i + 1].text)
    return _named_behind(clause, group)


def _is_said_of_some(chunks: tuple[Chunk, ...], index: int) -> bool:
    """ "200 soldiers, most of them engineers": a pronoun right before what those are of whom it speaks."""
    after = chunks[index + 1].kind if index + 1 < len(chunks) else ""
    return chunks[index].words[0] in PERSONAL and after == "noun"


def _named_behind(clause: Clause, group: Group) -> Group | None:
    """ "Replaced by a smaller mission, MINUJUSTH.": the name behind a comma, where nothing goes on with it."""
    rest = clause.chunks[group.index + 1 : group.index + 4]
    vague = not group.chunk.mentions and clause.lexicon.in_class(group.chunk.head, "mission-words")
    if not vague or len(rest) < 2 or rest[0].text != "," or not has_mission(rest[1]):
        return None
    closed = len(rest) < 3 or rest[2].text in (",", ".", *STOPS)
    return Group(rest[1], group.index + 2, group.preposition) if closed else None


def _completes(clause: Clause, index: int) -> bool:
    """ "The base of KFOR", "a base for KFOR"; what is done for a mission is not its own."""
    lexicon, group, link = clause.lexicon, clause.chunks[index], clause.chunks[index + 1].text
    if link in lexicon.completing:
        return True
    if link in lexicon.words["along-with"]:  # "soldiers with KFOR"
        return lexicon.in_class(singular(group.head), "people") and has_mission(clause.chunks[index + 2])
    return link in lexicon.words["for-whom"] and any(
        lexicon.in_class(w, "base") for w in (group.head, singular(group.head))
    )


def nouns_before(clause: Clause, index: int) -> list[Group]:
    numbered = reversed(list(enumerate(clause.chunks[:index])))
    return [Group(c, j, preposition_before(clause.chunks, j)) for j, c in numbered if c.kind == "noun"]


def actors_before(clause: Clause, index: int) -> list[Group]:
    """Whom a pronoun may mean: the names before it in the sentence that nothing governs."""
    named = (g for g in nouns_before(clause, index) if not g.preposition and g.chunk.mentions)
    return [g for g in named if not g.index or clause.chunks[g.index - 1].kind != "verb"]  # no objects


def ungoverned(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    return tuple(g for g in groups if not g.preposition)
