"""When: the date that a clause gives to what it says, as an event, a state, its start or its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from missionwatch.claiming.asides import after_asides
from missionwatch.claiming.chunks import Chunk
from missionwatch.claiming.clauses import Clause, is_reduced
from missionwatch.claiming.triggers import Trigger
from missionwatch.claiming.units import Unit
from missionwatch.model.document import TimeExpression
from missionwatch.model.passage import Span
from missionwatch.model.when import When

_BREAKS = frozenset((";", ":", "–", "—"))
_BOUNDING = frozenset(("until", "by", "from", "between"))
_BEGINNING = frozenset(("send",))
"""What begins the state that it tells of: who sends in May has people there from May on."""
_OPEN = _BOUNDING | {"since"}


def _segment(clause: Clause, trigger: Trigger) -> tuple[int, int]:
    """First and last chunk of the stretch around a trigger that no other clause interrupts."""
    return _first(clause, trigger.index), _last(clause, trigger.index)


def _first(clause: Clause, index: int) -> int:
    chunks = clause.chunks
    infinitive = chunks[index].words[:1] == ("to",)
    first = index
    while first > 0:
        chunk = chunks[first - 1]
        if _parts(clause, chunk) or (chunk.kind == "joint" and _has_own_subject(clause, first)):
            break
        if chunk.text in clause.lexicon.words["dated-apart"]:
            break  # "deployed since May following the approval of": the dates before it are not its own
        if chunk.kind == "verb" and chunk.verbs and chunk.verbs[-1].finite and not infinitive:
            break
        first -= 1
    return first


def _last(clause: Clause, index: int) -> int:
    chunks = clause.chunks
    last, clauses = index, 0  # "will leave when its mandate ends in December": both in December
    while last + 1 < len(chunks):
        chunk = chunks[last + 1]
        if chunk.kind == "joint" and chunk.text in clause.lexicon.words["same-time"] and not clauses:
            clauses = 1
        elif _parts(clause, chunk):
            break
        elif (
            chunk.kind == "verb"
            and chunk.verbs
            and chunk.verbs[0].finite
            and last + 1 - index > 1
            and not _in_aside(clause, last + 1)
        ):
            if clauses != 1:
                break
            clauses = 2
        last += 1
    return last


def _in_aside(clause: Clause, index: int) -> bool:
    """ "The force, deployed in 2008, was": a participle between two commas ends no clause."""
    if clause.chunks[index - 1].text != "," or not is_reduced(clause, index):
        return False
    closing = next((c for c in clause.chunks[index + 1 :] if c.text == "," or c.kind == "verb"), None)
    return closing is not None and closing.text == ","


def _parts(clause: Clause, chunk: Chunk) -> bool:
    """Whether it parts clauses: a mark, or a joining word other than "and"."""
    return chunk.text in _BREAKS or (chunk.kind == "joint" and chunk.text not in clause.lexicon.conjunctions)


def _has_own_subject(clause: Clause, index: int) -> bool:
    """Whether a clause of its own begins with chunk `index`, behind an "and": "one left in May and two stayed"."""
    if clause.chunks[index].kind != "noun":
        return False
    return any(c.kind == "verb" and c.verbs and c.verbs[0].finite for c in clause.chunks[:index])


def _times(trigger: Trigger) -> Iterator[TimeExpression]:
    """The time expressions of the segment: after the trigger, nearest first, then those before it."""
    clause = trigger.clause
    first, last = _segment(clause, trigger)
    low, high = clause.chunks[first].first, clause.chunks[last].last
    after = [u for u in _own_units(clause, trigger.last + 1, high) if u.time is not None]
    low = max(low, clause.chunks[after_asides(clause, trigger.index)].first)
    before = [u for u in reversed(clause.units[low : trigger.first]) if u.time is not None]
    if _is_governed(trigger):
        published = clause.document.report.published
        before = [u for u in before if u.time is not None and _lies_ahead(u.time.when, published)]
    for unit in (*after, *before):
        if unit.time is not None:
            yield unit.time


def _ahead_of_plan(trigger: Trigger, published: When | None) -> Iterator[TimeExpression]:
    """ "Nepal will send soldiers to the force that patrols the border in April", "a ceremony on 5 May, where Italy will
    take over": the date ahead of the report, over a clause that tells of what is."""
    clause = trigger.clause
    for j in range(trigger.index + 1, len(clause.chunks)):
        chunk = clause.chunks[j]
        if _is_another_plan(clause, j):
            break
        time = clause.units[chunk.first].time
        if time is not None and _ends_ahead(time.when, published):
            yield time
    where = next(
        (j for j in range(trigger.index - 1, 0, -1) if clause.chunks[j].kind in ("joint", "verb")), 0
    )
    if clause.chunks[where].text in clause.lexicon.words["where"]:
        before = (clause.units[c.first].time for c in reversed(clause.chunks[:where]) if c.kind == "time")
        yield from (t for t in before if t is not None and _lies_ahead(t.when, published))


def _is_another_plan(clause: Clause, index: int) -> bool:
    """Whether what a plan's date cannot belong to begins with a chunk: another clause, or what it follows from."""
    chunk, words = clause.chunks[index], clause.lexicon.words
    if chunk.text in _BREAKS or chunk.text in words["dated-apart"] | words["turns"]:
        return True
    joined = index > 0 and clause.chunks[index - 1].text in clause.lexicon.conjunctions
    return any(v.finite and (v.operators or joined) for v in chunk.verbs)


def _own_units(clause: Clause, first: int, last: int) -> Iterator[Unit]:
    """The units without those behind "following", "because of": a date there belongs to what stands there. An aside
    in commas goes on behind its second comma ("the force, set up after the war, until December")."""
    aside = apart = False
    for i in range(first, last + 1):
        text = clause.units[i].text
        if text == ",":
            aside, apart = not apart, apart and not aside
        apart = apart or _names_another(clause, i)
        if not apart:
            yield clause.units[i]


def _names_another(clause: Clause, i: int) -> bool:
    """A date after "following", "because of" belongs to what stands there."""
    return clause.units[i].kind == "word" and clause.units[i].text in clause.lexicon.words["dated-apart"]


def _is_governed(trigger: Trigger) -> bool:
    """ "agreed on Thursday to expand": a date before the infinitive belongs to the verb that governs it."""
    chunk = trigger.clause.chunks[trigger.index]
    return chunk.words[0] == "to" or any(v.last < trigger.first for v in chunk.verbs)


def _lies_ahead(when: When | None, published: When | None) -> bool:
    if when is None or when.earliest is None or published is None or published.latest is None:
        return False
    return when.earliest > published.latest


def _ends_ahead(when: When | None, published: When | None) -> bool:
    """Whether it lies ahead, or begins with the day of the report ("later this month")."""
    if when is None or when.latest is None or published is None or published.latest is None:
        return False
    begins = when.earliest is None or published.earliest is None or when.earliest >= published.earliest
    return begins and when.latest > published.latest


def _fits(when: When, modality: str, published: When | None) -> bool:
    """A plan lies ahead of its report and a fact behind it; a date on the wrong side belongs to another verb."""
    if published is None or published.latest is None or published.earliest is None:
        return True
    if modality in ("planned", "offered", "considered"):
        return when.latest is None or when.latest >= published.earliest
    if modality == "actual":
        return when.earliest is None or when.earliest <= published.latest
    return True


def _as(kind: str, time: TimeExpression, modality: str) -> When | None:
    """A time expression as the `when` of an event, of a state, of its start or its end."""
    when, text = time.when, str(time.when)
    if when is None:
        return None
    closed = "/" in text and not text.startswith("../") and not text.endswith("/..")
    if kind == "end" and closed and time.role == "from":  # "took over in May and will keep it for a year"
        return When.parse(f"../{when.start}")
    if text.startswith("[") or closed or kind == "mandate":
        return when
    point = text.removeprefix("../").removesuffix("/..")
    if kind == "event":
        stays_open = (
            text.startswith("../") or time.role == "after" or (modality == "planned" and time.role != "since")
        )
        return when if stays_open else When.parse(point)
    if kind == "start":
        return When.parse(f"{point}/..") if time.role not in ("until", "by", "before") else when
    if kind == "end":
        return When.parse(f"../{point}")
    if "/" in text:
        return when
    return When.parse(f"{point}/..") if modality == "planned" or time.role in ("since", "from") else when


def when_of(
    trigger: Trigger,
    kind: str,
    modality: str,
    published: When | None,
    roles: Sequence[str] = (),
    *,
    near: bool = False,
) -> tuple[When | None, Span | None]:
    """The date of what a trigger says, as an event, a state, its start or its end; (None, None) where none is told.

    With `near` only a date of the clause itself. Of what goes on (`bounds`) only a date that says since when or until
    when.
    """
    if kind == "none":
        return None, None
    told = [t for t in _times(trigger) if t.when is not None and (not roles or t.role in roles)]
    told = [t for t in told if t.role != "for" or _lasts(trigger, kind)]
    if kind == "state" and _BEGINNING & trigger.concepts:
        kind = "start"
    if kind == "bounds":
        told = [t for t in told if t.role in _OPEN or t.role == "for"]
    if (
        kind == "mandate"
    ):  # "extended in August until 31 March": the effect counts, not the day of the decision
        told.sort(key=lambda t: t.role not in _BOUNDING)
    if not told and not roles and not near and (modality == "planned" or _is_planned_end(trigger, kind)):
        told.extend(_ahead_of_plan(trigger, published))
    for time in told:
        when = _as(kind, time, modality)
        if when is None or (kind == "state" and _is_the_present(time, published)):
            continue
        if _fits(when, "actual" if trigger.decides else modality, published):
            return when, time.span
    return None, None


def _is_planned_end(trigger: Trigger, kind: str) -> bool:
    """ "Will take over the lead from Turkey": Turkey leads it now, until then."""
    operators = trigger.verb.operators if trigger.verb is not None else ()
    return kind == "end" and any(name == "planned" for name, _ in operators)


def _lasts(trigger: Trigger, kind: str) -> bool:
    """ "Has led it for two years" is a state that began so long ago; "has extended it for two years" is none."""
    return kind in ("state", "bounds") and not _BEGINNING & trigger.concepts


def scheduled(trigger: Trigger, kind: str, published: When | None) -> tuple[When | None, Span | None]:
    """The date ahead of its report that a verb in the present has ("Spain takes over in July"): what it tells is
    planned. (None, None) where there is none."""
    if not _is_present(trigger):
        return None, None
    when, span = when_of(trigger, kind, "planned", published, near=True)
    return (when, span) if _lies_ahead(when, published) else (None, None)


def _is_present(trigger: Trigger) -> bool:
    verb, clause = trigger.verb, trigger.clause
    if verb is None:
        return False
    if not verb.passive and verb.form != "gerund":  # "is sending"
        return verb.form == "present"
    before = clause.units[clause.chunks[trigger.index].first : verb.first]
    return any(clause.lexicon.in_class(unit.text, "present-be") for unit in before)


def _is_the_present(time: TimeExpression, published: When | None) -> bool:
    """ "leads the mission today": the day of the report dates no state."""
    return (
        time.when is not None
        and time.role == "at"
        and published is not None
        and str(time.when) == str(published)
    )
