"""Who does what to whom: each verb, noun of action and state word of a sentence with the noun groups around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from missionwatch.claiming.chunks import Chunk, chunks_of
from missionwatch.claiming.lexicon import Lexicon, singular
from missionwatch.claiming.units import QUOTES, Unit, units_of, without_quotes_after
from missionwatch.claiming.verbs import Verb
from missionwatch.model.document import Document, Quote, Sentence
from missionwatch.model.passage import Span

_STOPS = frozenset((";", ":", "–", "—"))
_MAX_REACH = 24
_RELATIVE_SUBJECTS = frozenset(("which", "who"))
_DECIDING = frozenset(
    ("approve", "agree", "extend", "announce", "begin", "continue", "end", "suspend", "resume")
)
_DECISIONS = frozenset(("request", "approve", "agree", "extend", "reject"))


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


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that says something happens, and its parts.

    `kind` is verb, noun or state. `left` are the noun groups that may be its subject, the likeliest first; `right` what
    follows it in the clause. `agents` and `themes` are these as doer and thing done to, by voice and construction.
    """

    clause: Clause
    kind: str
    concepts: frozenset[str]
    index: int
    first: int
    last: int
    verb: Verb | None = None
    left: tuple[Group, ...] = ()
    right: tuple[Group, ...] = ()
    agents: tuple[Group, ...] = ()
    themes: tuple[Group, ...] = ()

    @property
    def span(self) -> Span:
        return self.clause.span_of_units(self.first, self.last)

    @property
    def decides(self) -> bool:
        """Whether it is the word of a decision, whose date is that of the deciding."""
        return bool(self.concepts & _DECISIONS)

    def after(self, *prepositions: str) -> tuple[Group, ...]:
        """The groups to the right that follow one of these prepositions."""
        return tuple(g for g in self.right if g.preposition in prepositions)


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
    return Clause(document, sentence, units, chunks_of(units, lexicon), lexicon, nations, quotes)


def _preposition_before(chunks: tuple[Chunk, ...], index: int) -> str:
    j = index - 1
    while j >= 0 and chunks[j].kind == "adverb":
        j -= 1
    if j >= 0 and chunks[j].kind == "preposition":
        return chunks[j].text
    if (
        j >= 1
        and chunks[j].kind == "joint"
        and chunks[j].text in ("and", "or", "&")
        and chunks[j - 1].kind == "noun"
    ):
        return _preposition_before(chunks, j - 1)
    return ""


def left_groups(
    clause: Clause, index: int, depth: int = 0, stops: frozenset[str] = _STOPS
) -> tuple[Group, ...]:
    """Noun groups before chunk `index` that may be its subject: bare ones first, nearest first, then those
    after prepositions."""
    chunks = clause.chunks
    bare: list[Group] = []
    governed: list[Group] = []
    if index and chunks[index - 1].words[-1] in clause.lexicon.words["question"]:
        return ()  # "learn how to clear mines"
    joined = first_of_infinitives(clause, index)
    if joined is None:
        joined = _verb_joined_to(clause, index)
    if joined is None:
        joined = _verb_accompanied(clause, index)
    if joined is not None and depth < 3:
        return left_groups(clause, joined, depth + 1, stops)
    own = _subject_after_opener(clause, index) or _antecedents(clause, index)
    if own:
        return own
    j = _before_relative_clause(clause, index)
    crossed_joint = False
    start, aside = j, list[Group]()
    while j >= 0 and index - j < _MAX_REACH:
        before = before_brackets(chunks, j)
        aside.extend(Group(chunks[k], k) for k in range(before + 1, j) if has_mission(chunks[k]))
        j = before
        chunk = chunks[j]
        if chunk.text == ")":
            j = _before_aside(clause, j)
        elif chunk.kind == "noun":
            preposition = _preposition_before(chunks, j)
            (governed if preposition else bare).append(Group(chunk, j, preposition))
            if not preposition and chunk.words[0] in _PERSONAL:
                break
        elif chunk.kind == "verb":
            if bare and not crossed_joint:
                bare = (
                    list(left_groups(clause, j, depth + 1) if _has_object(clause, j, start, index) else ())
                    or bare
                )
                break
            if not bare and depth < 3:
                bare.extend(left_groups(clause, j, depth + 1))
            break
        elif chunk.kind == "mark" and (chunk.text in stops or chunk.text in QUOTES):
            if chunk.text in stops or bare:
                break
        elif chunk.text == "," and bare and _is_opening(clause, j):
            break
        elif chunk.kind == "joint" and stops:
            if chunk.text == "whose" and bare:
                break
            if chunk.text in clause.lexicon.relatives or chunk.text in clause.lexicon.conjunctions:
                crossed_joint = True
            elif bare:
                break
        j -= 1
    return (*bare, *aside, *governed)


def _before_aside(clause: Clause, closing: int) -> int:
    """The bracket that opens what a bracket closes, unless a mission stands between ("the UN mission (MINUSMA)")."""
    chunks = clause.chunks
    opening = next((i for i in range(closing, -1, -1) if chunks[i].text == "("), closing)
    named = any(m.kind == "mission" for c in chunks[opening:closing] for m in c.mentions)
    return closing if named else opening


def _subject_after_opener(clause: Clause, index: int) -> tuple[Group, ...]:
    """ "It left as tensions continued", "it ends after Russia vetoed it": the subject of a clause that a word opens
    which may be a preposition too."""
    chunks, verbs = clause.chunks, clause.chunks[index].verbs
    last = index - 1
    while last > 0 and chunks[last].kind in ("adverb", "time"):
        last -= 1
    first = last
    while first > 1 and chunks[first].kind == "noun" and chunks[first - 1].text in clause.lexicon.completing:
        first -= 2
    if first < 1 or chunks[first].kind != "noun" or not verbs or not _is_finite(clause, index):
        return ()
    opener = first - 1
    if chunks[opener].kind != "preposition" or chunks[opener].text not in clause.lexicon.boundaries:
        return ()
    begins = opener == 0 or chunks[opener - 1].kind == "mark"
    if not begins and not any(v.finite for c in chunks[:opener] for v in c.verbs):
        return ()  # "the force set up after the war is small": the verb of the sentence itself
    return tuple(Group(chunks[j], j) for j in range(first, last + 1, 2))


def _antecedents(clause: Clause, index: int) -> tuple[Group, ...]:
    """ "replaced by a force, which will grow": what a relative word right before a verb speaks of, the nearest noun
    group and those that it completes ("the mission in Mali, which began")."""
    chunks, j = clause.chunks, index - 1
    while j > 0 and chunks[j].kind in ("adverb", "time"):
        j -= 1
    if j < 1 or chunks[j].text not in _RELATIVE_SUBJECTS:
        return ()
    relative = chunks[j].text
    j -= 1
    while j > 0 and (chunks[j].kind in ("adverb", "time") or chunks[j].text in (",", *QUOTES)):
        j -= 1
    found: list[Group] = []
    while j >= 0 and chunks[j].kind == "noun":
        found.append(Group(chunks[j], j))
        j -= 2 if j > 1 and chunks[j - 1].kind == "preposition" else len(chunks)
    things = [g for g in found if not any(m.kind == "person" for m in g.chunk.mentions)]
    of_things = relative in clause.lexicon.words["of-things"] and things
    return tuple(things if of_things else found)


def _has_object(clause: Clause, verb: int, last: int, index: int) -> bool:
    """ "Troops sent to fight rebels have left": whether what stands between a verb and chunk `last`, before the verb at
    `index`, is its object."""
    between = clause.chunks[verb + 1 : last + 1]
    first = clause.chunks[verb].verbs
    dependent = bool(first) and (
        not first[0].finite or clause.lexicon.infinitive in clause.chunks[verb].words
    )
    return (
        dependent
        and between[:1] != ()
        and between[0].kind == "noun"
        and all(c.kind in ("noun", "preposition", "time") or c.text in ("(", ")") for c in between)
        and bool(clause.chunks[index].verbs)
        and _is_finite(clause, index)
    )


def _is_finite(clause: Clause, index: int) -> bool:
    """Whether a verb group has a subject; "adopted" right before a preposition may be a mere participle."""
    chunks = clause.chunks
    if not chunks[index].verbs[0].finite or chunks[index].words[0] == clause.lexicon.infinitive:
        return False
    after = chunks[index + 1].kind if index + 1 < len(chunks) else ""
    return not _is_reduced(clause, index) or after == "noun"


def _verb_joined_to(clause: Clause, index: int) -> int | None:
    """ "Canada leads it and has 250 soldiers": the verb group whose subject a verb after "and" shares, with no
    other noun group before it."""
    chunks = clause.chunks
    link = index - 1
    while link > 0 and chunks[link].kind in ("adverb", "time"):
        link -= 1
    if link < 1 or chunks[index].kind != "verb" or chunks[link].text not in clause.lexicon.conjunctions:
        return None
    for j in range(link - 1, -1, -1):
        if chunks[j].text in _STOPS:
            return None
        if chunks[j].kind == "verb" and chunks[j].verbs and chunks[j].verbs[0].finite:
            return j
    return None


def _is_opening(clause: Clause, comma: int) -> bool:
    """ "Leading KFOR since 2022, Italy has": whether what stands before a comma is a participle with its own parts."""
    before = clause.chunks[:comma]
    verbs = [j for j, c in enumerate(before) if c.verbs]
    return bool(verbs) and verbs[0] <= 1 and not any(_is_finite(clause, j) for j in verbs)


def first_of_infinitives(clause: Clause, index: int) -> int | None:
    """ "to protect civilians, watch the border and help": the verb group with which a list of base forms begins."""
    found = None
    while _is_listed_infinitive(clause, index):
        before = next((j for j in range(index - 1, -1, -1) if clause.chunks[j].verbs), -1)
        if before < 0 or clause.chunks[before].verbs[-1].form != "base":
            break
        found = index = before
    return found


def _is_listed_infinitive(clause: Clause, index: int) -> bool:
    chunks, link = clause.chunks, index - 1
    while link > 0 and chunks[link].kind == "adverb":
        link -= 1
    verbs = chunks[index].verbs
    bare = bool(verbs) and verbs[0].form == "base" and verbs[0].first == chunks[index].first
    return bare and link > 0 and chunks[link].text in (",", *clause.lexicon.conjunctions)


def _verb_accompanied(clause: Clause, index: int) -> int | None:
    """ "The council met in May, extending the mandate": the verb whose subject an -ing form after a comma shares."""
    chunks, comma = clause.chunks, index - 1
    while comma > 0 and chunks[comma].kind == "adverb":
        comma -= 1
    if comma < 1 or chunks[comma].text != "," or not chunks[index].verbs:
        return None
    if chunks[index].verbs[0].form != "gerund" or chunks[index].verbs[0].finite:
        return None
    for j in range(comma - 1, -1, -1):
        if chunks[j].text in (",", *_STOPS) or chunks[j].kind == "joint":
            return None
        if chunks[j].kind == "verb" and chunks[j].verbs and _is_finite(clause, j):
            return j
    return None


def has_mission(chunk: Chunk) -> bool:
    return bool(chunk.mentions) and any(m.kind == "mission" for m in chunk.mentions)


def before_brackets(chunks: tuple[Chunk, ...], index: int) -> int:
    """ "the mission (UNMIL) has", "the mission – the largest – has": the chunk before brackets or a pair of dashes that
    closes at `index`; else `index` itself."""
    opens = {")": "(", "–": "–", "—": "—"}.get(chunks[index].text)
    opening = next((j for j in range(index - 1, 0, -1) if chunks[j].text == opens), None)
    return index if opening is None else opening - 1


def _before_relative_clause(clause: Clause, index: int) -> int:
    """Where to look for the subject of chunk `index`: before a relative clause that a comma closes
    ("Denmark, which leads it, sends")."""
    chunks = clause.chunks
    j = index - 1
    while j > 0 and (chunks[j].text in QUOTES or chunks[j].kind in ("adverb", "time")):
        j -= 1
    if j <= 0 or chunks[j].text != ",":
        return index - 1
    has_verb = False
    for k in range(j - 1, max(0, j - _MAX_REACH), -1):
        if chunks[k].kind == "verb":
            has_verb = True
        if chunks[k].text == "," and _opens_participle_clause(clause, k + 1):
            return k - 1  # "The Council, acting unanimously, renewed"
        if chunks[k].kind == "joint" and chunks[k].text in clause.lexicon.relatives:
            before = k - 1 if chunks[k - 1].kind == "preposition" else k
            return before - 1 if has_verb and before > 0 and chunks[before - 1].text == "," else index - 1
        if chunks[k].text in _STOPS:
            break
    return index - 1


def _opens_participle_clause(clause: Clause, index: int) -> bool:
    """ ", acting under Chapter VII", ", set up in 1999", but no ", said the force"."""
    chunk, after = clause.chunks[index], clause.chunks[index + 1 : index + 2]
    if chunk.kind != "verb" or not chunk.verbs:
        return False
    reduced = _is_reduced(clause, index) and bool(after) and after[0].kind != "noun"
    return reduced or chunk.verbs[0].form in ("gerund", "participle")


def _is_fronted(clause: Clause, index: int, verb: Verb) -> bool:
    """ "Established in 1978, UNIFIL has", "After pulling out of KFOR, Spain said", "Set up in 1999 and led by Italy,
    the force": a participle that stands before the subject of its sentence."""
    chunks = clause.chunks
    if verb.form not in ("participle", "past", "gerund") or verb.finite != (verb.form != "gerund"):
        return False
    before = chunks[:index]
    opens = all(c.kind in ("preposition", "joint", "adverb") for c in before[:1])
    if opens and verb.form == "gerund" and len(before) <= 1:
        return True
    started = not before or (
        before[0].kind == "verb"
        and len(before[0].words) == 1
        and bool(before[-1].text in clause.lexicon.conjunctions)
    )
    return started and not any(c.text == "," for c in before)


def after_relative_clause(clause: Clause, index: int) -> int:
    """The first chunk of the clause of chunk `index` that no relative clause before it swallows."""
    before = _before_relative_clause(clause, index)
    if before == index - 1:
        return 0
    return next((j for j in range(index - 1, before, -1) if clause.chunks[j].text == ","), 0)


def right_groups(clause: Clause, index: int) -> tuple[Group, ...]:
    """Noun groups after chunk `index` within its clause, each with its preposition."""
    chunks = clause.chunks
    found: list[Group] = []
    for j in range(index + 1, min(len(chunks), index + _MAX_REACH)):
        chunk = chunks[j]
        if chunk.kind == "noun":
            found.append(Group(chunk, j, _preposition_before(chunks, j)))
        elif chunk.kind == "verb":
            if found and _begins_a_clause(clause, found[-1], j):
                found.pop()
            break
        elif (
            chunk.kind == "mark"
            and (
                chunk.text in _STOPS or (chunk.text == "," and not found) or (chunk.text in QUOTES and found)
            )
        ) or (chunk.kind == "joint" and chunk.text not in clause.lexicon.conjunctions):
            break
    return tuple(found)


def _begins_a_clause(clause: Clause, group: Group, verb: int) -> bool:
    """Whether a group is the subject of the verb behind it: "has left, and the force grows", "has left, KFOR said"."""
    chunks, before = clause.chunks, group.index - 1
    verbs = chunks[verb].verbs
    if chunks[before].text == ",":
        by = verb + 1 < len(chunks) and chunks[verb + 1].text == "by"
        return (
            _is_actor(clause, group)
            and group.index == verb - 1
            and bool(verbs)
            and verbs[0].finite
            and not by
        )
    return (
        chunks[before].text in clause.lexicon.conjunctions
        and group.index == verb - 1
        and (not verbs or verbs[0].finite)
        and chunks[verb].words[0] != clause.lexicon.infinitive
        and not _is_reduced(clause, verb)
    )


def _is_reduced(clause: Clause, index: int) -> bool:
    """Whether a verb group may be a mere participle ("launched in May"); "went" cannot."""
    chunk = clause.chunks[index]
    if not chunk.verbs or len(chunk.words) > 1 or chunk.verbs[0].form not in ("participle", "past"):
        return False
    senses = clause.lexicon.verbs.get(chunk.words[0], ())
    return not senses or any(s.form.form == "participle" for s in senses)


_ACTORS = ("nation", "organisation", "body", "person", "mission")
_PERSONAL = frozenset(("it", "they", "we", "he", "she", "i", "you"))


def is_unnamed_state(clause: Clause, chunk: Chunk) -> bool:
    """ "The country", "its government": a state that has been named before."""
    words = clause.lexicon.words
    return len(chunk.words) == 2 and chunk.head in words["states"] and chunk.words[0] in words["definite"]


def _is_actor(clause: Clause, group: Group) -> bool:
    return (
        is_unnamed_state(clause, group.chunk)
        or any(m.kind in _ACTORS for m in group.chunk.mentions)
        or group.chunk.words[0] in _PERSONAL
    )


def with_complement(clause: Clause, group: Group) -> Group | None:
    """ "the government of Denmark": the name that completes a group which has none."""
    chunks, i = clause.chunks, group.index
    if (
        not clause.lexicon.in_class(group.chunk.head, "not-themselves")
        and i + 2 < len(chunks)
        and _completes(clause, i)
        and chunks[i + 2].kind == "noun"
    ):
        return Group(chunks[i + 2], i + 2, chunks[i + 1].text)
    return None


def _completes(clause: Clause, index: int) -> bool:
    """ "The base of KFOR", "a base for KFOR"; what is done for a mission is not its own."""
    lexicon, group, link = clause.lexicon, clause.chunks[index], clause.chunks[index + 1].text
    if link in lexicon.completing:
        return True
    return link in lexicon.words["for-whom"] and any(
        lexicon.in_class(w, "base") for w in (group.head, singular(group.head))
    )


def _doers(clause: Clause, index: int, left: tuple[Group, ...], *, finite: bool) -> tuple[Group, ...]:
    """Who does what the verb says: the nearest actor that no preposition governs; for "to lead", "leading"
    also one further off."""
    bare = [g for g in left if not g.preposition]
    for group in (_whom_it_is_said_of(clause, g) for g in bare):
        if _is_actor(clause, group):
            others = [g for g in bare if g is not group and _is_actor(clause, g)]
            if group.chunk.words[0] in _PERSONAL:
                others.extend(_actors_before(clause, group.index))
            return (group, *others)
        complement = with_complement(clause, group)
        if complement is not None and _is_actor(clause, complement):
            has_people = any(clause.lexicon.in_class(group.chunk.head, name) for name in ("people", "unit"))
            return (complement, group) if has_people else (complement,)
    if not finite and _preposition_before(clause.chunks, index) != "from":
        asked = _who_is_to(clause, index)
        if asked is not None:
            return (asked,)
        further = _nouns_before(clause, index)
        decided = [
            c
            for g in further
            if _decides(clause, g) and (c := with_complement(clause, g)) and _is_actor(clause, c)
        ]
        return (*decided[:1], *(g for g in further if not g.preposition and _is_actor(clause, g)))
    return tuple(g for g in left if g.preposition and _is_actor(clause, g)) if not bare else ()


def _whom_it_is_said_of(clause: Clause, group: Group) -> Group:
    """Spain for "Spain is the only country that takes part": what is said of a country is said of its name."""
    chunks, i = clause.chunks, group.index
    if (
        i < 2
        or not clause.lexicon.in_class(group.chunk.head, "country-words")
        or chunks[i - 2].kind != "noun"
    ):
        return group
    copula = all(clause.lexicon.auxiliaries.get(w) in ("be", "have") for w in chunks[i - 1].words)
    named = Group(chunks[i - 2], i - 2)
    return named if chunks[i - 1].kind == "verb" and copula and _is_actor(clause, named) else group


def _who_is_to(clause: Clause, index: int) -> Group | None:
    """ "calls on Serbia to withdraw", "asked Denmark to lead": who stands right before the infinitive is to do it."""
    chunks, i = clause.chunks, index - 1
    if i < 1 or chunks[index].words[0] != clause.lexicon.infinitive or chunks[i].kind != "noun":
        return None
    group = Group(chunks[i], i, _preposition_before(chunks, i))
    asked = group.preposition in ("on", "for") or (not group.preposition and chunks[i - 1].kind == "verb")
    return group if asked and _is_actor(clause, group) else None


def _decides(clause: Clause, group: Group) -> bool:
    """ "the decision of the summit to extend": a noun that governs an infinitive has the doer as its complement."""
    return (
        not group.preposition and clause.lexicon.operator_nouns.get(group.chunk.head, "neutral") != "neutral"
    )


def _nouns_before(clause: Clause, index: int) -> list[Group]:
    numbered = reversed(list(enumerate(clause.chunks[:index])))
    return [Group(c, j, _preposition_before(clause.chunks, j)) for j, c in numbered if c.kind == "noun"]


def _actors_before(clause: Clause, index: int) -> list[Group]:
    """Whom a pronoun may mean: the names before it in the sentence that nothing governs."""
    named = (g for g in _nouns_before(clause, index) if not g.preposition and g.chunk.mentions)
    return [g for g in named if not g.index or clause.chunks[g.index - 1].kind != "verb"]  # no objects


def _direct(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    return tuple(g for g in groups if not g.preposition)


def _subjects(clause: Clause, index: int, left: tuple[Group, ...]) -> tuple[Group, ...]:
    """What a verb without an object is said of. No preposition governs it ("the troops of the coalition" are not the
    coalition), but a participle may belong to what stands last before it ("help for the force, launched in May")."""
    bare = _direct(left)
    if not bare or not _belongs_to_noun(clause, index):
        return bare or left
    last = max(left, key=lambda g: g.index)
    return (last, *(g for g in left if g is not last))


def _belongs_to_noun(clause: Clause, index: int) -> bool:
    """Whether "launched" may belong to a noun: another verb of the sentence tells what happens."""
    chunks = clause.chunks
    others = (j for j, c in enumerate(chunks) if c.verbs and j != index and not _is_reduced(clause, j))
    return _is_reduced(clause, index) and any(_is_finite(clause, j) for j in others)


def _relative_object(clause: Clause, left: tuple[Group, ...]) -> tuple[Group, ...]:
    """ "the mission, which Denmark is to take over", "the force it leads": what stands before the relative word, or
    before the pronoun, is the thing done to."""
    chunks = clause.chunks
    for group in left[:1]:
        j = group.index - 1
        if j >= 0 and chunks[j].kind == "noun" and chunks[group.index].words[0] in _PERSONAL:
            return (Group(chunks[j], j, _preposition_before(chunks, j)),)
        if j >= 1 and chunks[j].kind == "joint" and chunks[j].text in ("which", "that", "whom"):
            before = left_groups(clause, j)
            return before[:2]
    return ()


def _after_comma(clause: Clause, index: int) -> tuple[Group, ...]:
    """ "Established in 1978, UNIFIL has ...": the subject of a participle that begins the sentence stands
    after the comma."""
    comma = next((j for j in range(index + 1, len(clause.chunks)) if clause.chunks[j].text == ","), None)
    if comma is None or comma + 1 >= len(clause.chunks) or clause.chunks[comma + 1].kind != "noun":
        return ()
    return (Group(clause.chunks[comma + 1], comma + 1),)


def _objects(clause: Clause, direct: tuple[Group, ...], right: tuple[Group, ...]) -> tuple[Group, ...]:
    """The object of a verb, the members of a list that it begins, and what "of" joins to them; a name between
    commas is no second object."""
    joined = [
        i for i, g in enumerate(direct) if clause.chunks[g.index - 1].text in clause.lexicon.conjunctions
    ]
    objects = direct[: max(joined, default=0) + 1]
    last = objects[-1].index + 2
    return (*objects, *(g for g in right if g.preposition == "of" and g.index <= last))


def _shares_passive(clause: Clause, index: int, verb: Verb) -> bool:
    """ "They are armed, trained and equipped": a participle that goes on with the passive before it."""
    chunks, j = clause.chunks, index - 1
    if verb.form not in ("participle", "past") or j < 1 or len(chunks[index].words) > 1:
        return False
    while j > 0 and (chunks[j].text == "," or chunks[j].text in clause.lexicon.conjunctions):
        j -= 1
    before = chunks[j].verbs[-1] if j < index - 1 and chunks[j].verbs else None
    return before is not None and (before.passive or _shares_passive(clause, j, before))


def _verb_trigger(clause: Clause, index: int, verb: Verb) -> Trigger:
    follows = verb == clause.chunks[index].verbs[-1]
    if _shares_passive(clause, index, verb):
        verb = replace(verb, passive=True)
    left = left_groups(clause, index)
    right = right_groups(clause, index)
    by = tuple(g for g in right if g.preposition == "by")
    direct = _direct(right)
    relative = _relative_object(clause, left)
    finite = verb.finite and clause.chunks[index].words[0] != "to"
    doers = _doers(clause, index, left, finite=finite)
    set_off = index > 0 and clause.chunks[index - 1].text == "," and _is_reduced(clause, index)
    made_of = set_off and bool(right) and right[0].preposition == "of"  # "36 monitors, composed of"
    reduced = verb.form in ("participle", "past") and not verb.operators and ((by and not direct) or made_of)
    if not _direct(left) and _is_fronted(clause, index, verb):
        subject = _after_comma(clause, index)
        agents, themes = (subject, direct or subject) if verb.form == "gerund" else (by, subject)
    elif verb.passive or reduced:
        agents, themes = by, _subjects(clause, index, left)
    elif relative and not (direct and follows):
        agents, themes = doers, relative
    elif direct and follows:
        agents, themes = doers, _objects(clause, direct, right)
    elif _needs_object(clause, verb):
        agents, themes = doers, ()
    else:
        agents, themes = (
            doers,
            (*(g for g in right if g.preposition == "of"), *_subjects(clause, index, left)),
        )
    return Trigger(
        clause,
        "verb",
        verb.concepts,
        index,
        verb.first,
        max(verb.last, verb.first),
        verb,
        left,
        right,
        agents,
        themes,
    )


def _needs_object(clause: Clause, verb: Verb) -> bool:
    """ "It aims to strengthen, with partners, ...": whose object is out of sight, and its subject is none."""
    return verb.form in ("base", "present", "gerund") and verb.base in clause.lexicon.transitive


def _who_decides(clause: Clause, index: int) -> tuple[Group, ...]:
    """ "parliament approved the deployment", "has begun a withdrawal": who does what the verb right before it says."""
    before = clause.chunks[index - 1] if index else None
    verb = before.verbs[-1] if before is not None and before.verbs else None
    if verb is None or verb.passive or not verb.concepts & _DECIDING:
        return ()
    return _doers(clause, index - 1, left_groups(clause, index - 1), finite=verb.finite)


def _noun_triggers(clause: Clause, index: int) -> Iterator[Trigger]:
    chunk, lexicon = clause.chunks[index], clause.lexicon
    for i in range(chunk.first, chunk.last + 1):
        text = clause.units[i].text
        if text not in lexicon.noun_beginnings and singular(text) not in lexicon.noun_beginnings:
            continue
        for length in range(min(lexicon.longest, chunk.last - i + 1), 0, -1):
            words = tuple(u.text for u in clause.units[i : i + length])
            concepts = lexicon.nouns.get(words) or lexicon.nouns.get((*words[:-1], singular(words[-1])))
            if not concepts or any(
                u.kind in ("mission", "place", "person") for u in clause.units[i : i + length]
            ):
                continue
            if i + length - 1 != chunk.last and not concepts & {"attack", "crash"}:
                break
            own = Group(chunk, index, _preposition_before(clause.chunks, index))
            right = right_groups(clause, index)
            agents = (*((own,) if chunk.mentions else ()), *(g for g in right if g.preposition == "by"))
            theirs = any(c.words[0] in lexicon.possessives for c in (chunk, *(g.chunk for g in right[:1])))
            if theirs and not agents:  # "Ukraine has begun the withdrawal of its troops"
                agents = tuple(_actors_before(clause, index))
            agents = agents or _who_decides(clause, index)
            done_to = tuple(g for g in right[:1] if g.preposition in ("of", "in", "to", "for", "on"))
            whole = len(chunk.words) > 1 and not any(g.preposition == "of" for g in done_to)
            themes = (*done_to, *((own,) if whole else ()))
            yield Trigger(
                clause, "noun", concepts, index, i, i + length - 1, None, (own,), right, agents, themes
            )
            break


def _beginning_of(clause: Clause, index: int) -> int:
    """ "is one of the largest": where what the state word belongs to begins."""
    chunks = clause.chunks
    while index > 1 and chunks[index - 1].kind == "preposition" and not chunks[index - 2].mentions:
        index -= 2 if chunks[index - 2].kind == "noun" else 1
    return index


def _after_copula(clause: Clause, unit: int) -> tuple[Group, ...]:
    """ "The largest are Ghana and Nepal": what stands behind the verb, where nothing stands before it."""
    verbs = (j for j, c in enumerate(clause.chunks) if c.first >= unit and c.kind == "verb")
    verb = next(verbs, None)
    return right_groups(clause, verb) if verb is not None else ()


def _described(clause: Clause, index: int) -> tuple[Group, ...]:
    """ "other arrangements in place": the noun group right before the words, where no verb comes between."""
    before = clause.chunks[index - 1] if index else None
    if before is None or before.kind != "noun" or before.mentions:
        return ()
    return (Group(before, index - 1, _preposition_before(clause.chunks, index - 1)),)


def _state_triggers(clause: Clause) -> Iterator[Trigger]:
    units, lexicon = clause.units, clause.lexicon
    told = 0
    for i in (i for i, unit in enumerate(units) if unit.text in lexicon.state_beginnings):
        for length in range(min(lexicon.longest, len(units) - i), 0, -1):
            concepts = lexicon.states.get(tuple(u.text for u in units[i : i + length]))
            if concepts and i >= told:
                told = i + length
                index = next(n for n, c in enumerate(clause.chunks) if c.first <= i <= c.last)
                if any(v.first < i and "be" not in v.concepts for v in clause.chunks[index].verbs):
                    break  # "put in place" is a verb, "is back at work" a state
                left = left_groups(clause, _beginning_of(clause, index), stops=frozenset())
                left = _described(clause, index) or left or _after_copula(clause, i + length)
                verb = next(
                    (
                        v
                        for c in reversed(clause.chunks[:index])
                        if c.kind == "verb"
                        for v in reversed(c.verbs)
                    ),
                    None,
                )
                yield Trigger(
                    clause,
                    "state",
                    concepts,
                    index,
                    i,
                    i + length - 1,
                    verb,
                    left,
                    right_groups(clause, index),
                    (),
                    left,
                )
                break


def triggers_of(clause: Clause) -> Iterator[Trigger]:
    """Every word of the sentence that may say something, with its parts."""
    for index, chunk in enumerate(clause.chunks):
        for verb in chunk.verbs:
            if verb.concepts:
                yield _verb_trigger(clause, index, verb)
        if chunk.kind == "noun":
            yield from _noun_triggers(clause, index)
    yield from _state_triggers(clause)
