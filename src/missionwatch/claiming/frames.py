"""Frames: how a language says a thing about a mission, read from `languages/CODE/frames/` and matched
against clauses."""

from __future__ import annotations

import functools
import importlib.resources
import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from missionwatch.claiming.clauses import Clause, Group, Trigger, has_mission, with_complement
from missionwatch.claiming.lexicon import singular
from missionwatch.claiming.nominals import KINDS, is_kind, nations_of
from missionwatch.claiming.work import is_missions_work
from missionwatch.errors import InvalidData
from missionwatch.model.claim import ASPECT_VALUES

_PARTS = (
    "agent", "theme", "object", "subject", "role", "from", "to", "by", "in", "of", "with", "at", "for", "on",
    "against", "favour", "into",
)  # fmt: skip
_GOVERNED = 7
_NAMES = frozenset(("nation", "organisation", "body", "decider", "person", "place", "number"))
_NAMING = frozenset(("mission", "nation", "organisation", "body"))
_COPULAS = frozenset(("be", "remain", "continue"))
_LEAVING = frozenset(("withdraw", "relocate", "close"))
_AS_PART = ("as part of", "within", "under", "with")
_WITHIN = ("in", "with", "within", "under", "as part of", "inside", "into", "alongside", "among")
_PLACE_PREPOSITIONS = (
    "in",
    "at",
    "near",
    "on",
    "outside",
    "around",
    "off",
    "across",
    "into",
    "inside",
)
_OPTIONS = frozenset(
    "name aspect value says as actor count count-after when time place at-place mission modality planned-is "
    "not-after only-actual near not-near near-after next to-do not-to-do in-mission only-in only-to "
    "in-sentence theme-none needs-count has-subject finite last-verb passive-or-own work bare-noun theme-free in-place "
    "located to-own not-since unless-nation value-by-host sentence not-sentence own theirs needs-place about "
    "not-verb not-told running done-to affirmed examples "
    "no-subject actual-is denied-means".split()
)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of ours and the claims that its frame must give, each as the fields that are checked."""

    text: str
    claims: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class Frame:
    """A trigger with the parts that it must have, and the claim that it gives. docs/frames.md explains the fields."""

    name: str
    aspect: str
    value: str
    says: frozenset[str]
    kinds: frozenset[str]
    needs: Mapping[str, tuple[str, ...]]
    forbids: Mapping[str, tuple[str, ...]]
    options: Mapping[str, Any]
    examples: tuple[Example, ...]

    @functools.cached_property
    def conditions(self) -> tuple[tuple[str, Any], ...]:
        """What the frame asks of its clause beside its parts."""
        return tuple((name, self.options[name]) for name in _CONDITIONS if self.options.get(name))

    def option(self, name: str, default: Any = None) -> Any:
        return self.options.get(name, default)


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits a trigger, and which group fills each part."""

    frame: Frame
    trigger: Trigger
    parts: Mapping[str, Group]


def _frame(entry: Mapping[str, Any], file: str) -> Frame:
    name = str(entry.get("name"))
    where = f"{file}: {name}"
    if entry.get("value") not in ASPECT_VALUES.get(str(entry.get("aspect")), ()):
        raise InvalidData(where, f"{entry.get('aspect')} {entry.get('value')} is no claim of the scheme")
    needs = {p: tuple(entry[p]) for p in _PARTS if p in entry}
    forbids = {p: tuple(entry[f"not-{p}"]) for p in _PARTS if f"not-{p}" in entry}
    for kind in (k for kinds in (*needs.values(), *forbids.values()) for k in kinds):
        if kind not in KINDS:
            raise InvalidData(where, f"{kind!r} is no kind of noun group", f"Use one of {', '.join(KINDS)}")
    unknown = set(entry) - _OPTIONS - set(_PARTS) - {f"not-{p}" for p in _PARTS}
    if unknown:
        raise InvalidData(where, f"unknown field {sorted(unknown)[0]!r}")
    options = {k: v for k, v in entry.items() if k in _OPTIONS}
    examples = tuple(Example(e["text"], tuple(e["claims"])) for e in entry.get("examples", ()))
    return Frame(
        name, entry["aspect"], entry["value"], frozenset(entry["says"]), frozenset(entry.get("as", ("verb", "noun"))),
        needs, forbids, options, examples,
    )  # fmt: skip


@functools.cache
def load_frames(language: str) -> tuple[Frame, ...]:
    """The frames of a language, one file for each aspect; InvalidData names the frame and field at fault."""
    folder = importlib.resources.files("missionwatch.claiming") / "languages" / language / "frames"
    frames: list[Frame] = []
    for aspect in ASPECT_VALUES:
        text = (folder / f"{aspect}.yaml").read_text(encoding="utf-8")
        file = f"languages/{language}/frames/{aspect}.yaml"
        frames.extend(_frame(entry, file) for entry in yaml.load(text, Loader=yaml.CBaseLoader) or ())
    return tuple(frames)


@functools.cache
def frames_for(language: str, kind: str, concepts: frozenset[str]) -> tuple[Frame, ...]:
    """The frames that a trigger of this kind and with these concepts may fit, in their order."""
    return tuple(f for f in load_frames(language) if kind in f.kinds and f.says & concepts)


def concepts_of_organisations(language: str) -> frozenset[str]:
    """What frames say of an organisation that stands for its missions as a whole, where the report names none."""
    frames = (f for f in load_frames(language) if f.option("mission") == "organisation")
    return frozenset(concept for frame in frames for concept in frame.says)


def _candidates(trigger: Trigger, part: str) -> tuple[Group, ...]:
    if part == "agent":
        return trigger.agents
    if part == "theme":
        return trigger.themes
    if part == "subject":
        return trigger.left
    if part == "object":
        return trigger.themes[:1]
    if part == "role":  # "named her head of the force", "took over as its commander"
        return (*(g for g in trigger.right if not g.preposition), *trigger.after("as", "to"))
    if part == "in":
        return trigger.after("in", "to", "for", "with", "within", "as part of", "under", "of")
    if part == "into":
        return trigger.after("in", "into", "inside", "near", "on", "within")
    if part == "favour":  # "voted for", "in favour of", "gave its consent to"
        return trigger.after("for", "to", "in favour of", "in favor of")
    return trigger.after(part)


def _filler(trigger: Trigger, part: str, kinds: tuple[str, ...]) -> Group | None:
    """The first group that is of one of the kinds; who is named goes before a pronoun."""
    named = tuple(k for k in kinds if k != "spoken-of")
    return _first_of(trigger, part, named) or (_first_of(trigger, part, kinds) if named != kinds else None)


def _first_of(trigger: Trigger, part: str, kinds: tuple[str, ...]) -> Group | None:
    clause = trigger.clause
    for group in _candidates(trigger, part):
        if any(is_kind(group, k, clause) for k in kinds):
            return group
        complement = None if group.chunk.mentions else with_complement(clause, group)
        if complement is not None:
            opaque = complement.preposition == "from" or _is_opaque(
                group, clause
            )  # "withdraw troops from KFOR"
            through = [k for k in kinds if k in _NAMES] if opaque else kinds
            if any(is_kind(complement, k, clause) for k in through):
                return complement
        if (
            "mission" in kinds
            and trigger.kind == "noun"
            and group.index == trigger.index
            and has_mission(group.chunk)
        ):
            return group  # "UNAMID's closure"
    return None


def _is_opaque(group: Group, clause: Clause) -> bool:
    """ "the mandate of KFOR", "the withdrawal of KFOR": what is said of it is not said of the mission."""
    asked = group.chunk.first, "opaque"  # most frames ask this of the same groups
    if asked not in clause.kinds:
        clause.kinds[asked] = _has_opaque_head(group, clause)
    return clause.kinds[asked]


def _has_opaque_head(group: Group, clause: Clause) -> bool:
    head, lexicon = singular(group.chunk.head), clause.lexicon
    if any(lexicon.in_class(head, c) for c in ("work", "people", "part", "mission-words")):
        return False
    acts = (head,) in lexicon.nouns or head in lexicon.operator_nouns
    return acts or any(lexicon.in_class(head, c) for c in ("mandate", "leadership", "commander-roles"))


def _has_other_theme(trigger: Trigger) -> bool:
    """ "a reduction in violence": the noun of action tells what it is done to."""
    told = [g for g in trigger.right[:1] if g.preposition in ("of", "in", "to", "for", "on")]
    return any(
        not is_kind(g, "place", trigger.clause) and not is_kind(g, "nation", trigger.clause) for g in told
    )


def _has_near(trigger: Trigger, kinds: list[str]) -> bool:
    groups = (*trigger.left, *trigger.right)
    return any(is_kind(g, k, trigger.clause) for g in groups for k in kinds)


def _sentence_has(trigger: Trigger, classes: list[str]) -> bool:
    """Whether a word of one of these classes of the lexicon stands anywhere in the sentence."""
    return any(_clause_has(trigger.clause, name) for name in classes)


def _clause_has(clause: Clause, name: str) -> bool:
    asked = -1, name  # of the sentence, no group of it; many frames ask it
    if asked not in clause.kinds:
        words = [w for u in clause.units if u.kind not in _NAMING for w in u.text.split()]
        phrases = [*words, *(f"{a} {b}" for a, b in itertools.pairwise(words))]
        clause.kinds[asked] = any(clause.lexicon.in_class(p, name) for p in phrases)
    return clause.kinds[asked]


def _is_missions_own(trigger: Trigger, group: Group) -> bool:
    """ "a base of KFOR", "the MINUSMA patrol", "their vehicle": the group names the mission, or points back to one."""
    complement = with_complement(trigger.clause, group)
    named = [m for g in (group, complement) if g is not None for m in g.chunk.mentions]
    if any(m.kind == "mission" for m in named):
        return True
    if trigger.clause.lexicon.in_class(group.chunk.head, "peacekeepers"):
        return not any(nations_of(g.chunk, trigger.clause) for g in (group, complement) if g is not None)
    return not named and group.chunk.words[0] in trigger.clause.lexicon.possessives


def _is_of_mission(trigger: Trigger, group: Group) -> bool:
    """ "the mandate", "its mandate for UNIFIL", "resolution 1701", but no "resolution on trade"."""
    chunks = trigger.clause.chunks
    related = [
        g
        for g in trigger.right
        if g.index == group.index + 2 and g.preposition in ("of", "on", "for", "about")
    ]
    groups = [group, *related]
    if any(m.kind == "mission" for g in groups for m in g.chunk.mentions):
        return True
    if related or "own" in group.chunk.words:
        return False
    if chunks[group.index].words[0] not in trigger.clause.lexicon.possessives:
        return True
    return not any(nations_of(g.chunk, trigger.clause) for g in trigger.agents[:1])


def _is_running(trigger: Trigger) -> bool:
    """ "is in place", "operates", but no "arrangements in place", no "the force operating there"."""
    verb, chunks = trigger.verb, trigger.clause.chunks
    if trigger.kind == "verb":
        return (
            verb is not None
            and verb.finite
            and chunks[trigger.index].words[0] != trigger.clause.lexicon.infinitive
        )
    return verb is None or chunks[trigger.index].kind == "verb" or bool(verb.concepts & _COPULAS)


def _follows(trigger: Trigger, kinds: list[str]) -> bool:
    """Whether such a group stands anywhere after the trigger in its sentence."""
    clause = trigger.clause
    after = (Group(c, j) for j, c in enumerate(clause.chunks) if j > trigger.index and c.kind == "noun")
    return any(is_kind(g, k, clause) for g in after for k in kinds)


def _comes_next(trigger: Trigger, kinds: list[str]) -> bool:
    """Whether the first noun group after the trigger is such a group, whatever joins them."""
    chunks = enumerate(trigger.clause.chunks)
    group = next((Group(c, j) for j, c in chunks if j > trigger.index and c.kind == "noun"), None)
    return group is not None and any(is_kind(group, k, trigger.clause) for k in kinds)


def _governs_verb(trigger: Trigger, concepts: list[str]) -> bool:
    """ "agreed to expand": the verb that follows in the same group or the next one says one of the concepts."""
    lexicon = trigger.clause.lexicon
    for chunk in trigger.clause.chunks[trigger.index : trigger.index + _GOVERNED]:
        following = [v for v in chunk.verbs if v.first > trigger.first]
        if any(v.concepts & set(concepts) and not v.negated for v in following):
            return True
        own = chunk.kind == "joint" and chunk.text in lexicon.relatives and chunk.text != "that"
        if own or chunk.text in (";", "–") or chunk.text in lexicon.words["turns"]:
            return False
    return False


def _goes_to_mission(trigger: Trigger, how: str) -> bool:
    """Whether a mission follows that somebody takes part in, not one that he speaks of ("talks on KFOR")."""
    governed = {"part": _AS_PART, "within": _WITHIN}.get(how, (*_WITHIN, "", "to", "for", "of"))
    groups = (g for g in trigger.right[:4] if g.preposition in governed)
    return any(m.kind == "mission" for g in groups for m in g.chunk.mentions)


def _at_place(trigger: Trigger, how: str) -> bool:
    """Whether the clause names a place, or names it next ("is in Beirut")."""
    groups = place_groups(trigger)
    if how == "next":
        groups = tuple(g for g in groups if g in trigger.right[:1])
    mentions = (m for g in groups for m in g.chunk.mentions)
    return any(m.kind in ("place", "nation") and m.form != "adjective" for m in mentions)


def _is_since(trigger: Trigger) -> bool:
    """Whether the sentence says since when."""
    return any(u.time is not None and u.time.role == "since" for u in trigger.clause.units)


def _is_own(trigger: Trigger) -> bool:
    """Whether who goes back goes to his own nation, or from a mission: "the Irish soldiers returned to Ireland"."""
    clause = trigger.clause
    goals = {m.id for g in trigger.after("to") for m in g.chunk.mentions if m.kind in ("nation", "place")}
    own = {m.of or m.id for g in trigger.agents[:1] for m in nations_of(g.chunk, clause)}
    leaves = any(has_mission(g.chunk) for g in (*trigger.after("from"), *trigger.left))
    return goals <= own and bool(goals or leaves or not trigger.right)


def _is_located(trigger: Trigger) -> bool:
    """Whether the clause says where or in what somebody has people."""
    clause = trigger.clause
    after = (w for c in clause.chunks[trigger.index + 1 :] for w in c.words)
    relative = next(
        (j for j in range(trigger.index - 1, 0, -1) if clause.chunks[j].text in clause.lexicon.relatives), 0
    )
    if relative and clause.chunks[relative - 1].kind == "preposition":
        return True  # "the force, in which Ghana has a battalion"
    return bool(trigger.after(*_WITHIN, *_PLACE_PREPOSITIONS)) or any(
        clause.lexicon.in_class(w, "located") for w in after
    )


def _only(trigger: Trigger, preposition: str, kinds: list[str]) -> bool:
    """Whether the group after a preposition, where there is one, is of one of the kinds."""
    return all(any(is_kind(g, k, trigger.clause) for k in kinds) for g in trigger.after(preposition)[:1])


def _has_own_place(trigger: Trigger, _: Any) -> bool:
    """Whether the verb is passive, or nothing is done by it to another."""
    verb = trigger.verb
    return verb is not None and (verb.passive or not _does_to_another(trigger))


def _does_to_another(trigger: Trigger) -> bool:
    return any(not g.preposition for g in trigger.right[:1])


def _is_done_to(trigger: Trigger) -> bool:
    verb = trigger.verb
    return verb is None or verb.passive or any(not g.preposition for g in trigger.right)


def _is_finite(trigger: Trigger, _: Any) -> bool:
    verb = trigger.verb
    return verb is not None and verb.finite and trigger.clause.chunks[trigger.index].words[0] != "to"


def _is_last(trigger: Trigger, _: Any) -> bool:
    return trigger.verb == trigger.clause.chunks[trigger.index].verbs[-1]


def _tells_to_do(trigger: Trigger) -> bool:
    """ "Authorised the mission to use force": the object is told to do something."""
    chunks, told = trigger.clause.chunks, trigger.right[:1]
    after = chunks[told[0].index + 1 : told[0].index + 2] if told else ()
    return bool(after) and after[0].words[0] == trigger.clause.lexicon.infinitive and after[0].kind == "verb"


_CONDITIONS: Mapping[str, Callable[[Trigger, Any], bool]] = {
    "passive-or-own": _has_own_place,
    "has-subject": lambda trigger, _: trigger.kind != "verb" or bool(trigger.left),
    "no-subject": lambda trigger, _: not trigger.left,
    "near": _has_near,
    "not-near": lambda trigger, kinds: not _has_near(trigger, kinds),
    "sentence": _sentence_has,
    "not-sentence": lambda trigger, classes: not _sentence_has(trigger, classes),
    "near-after": _follows,
    "next": _comes_next,
    "not-after": lambda trigger, kinds: not _follows(trigger, kinds),
    "not-since": lambda trigger, _: not _is_since(trigger),
    "to-own": lambda trigger, _: _is_own(trigger),
    "to-do": _governs_verb,
    "last-verb": _is_last,
    "finite": _is_finite,
    "affirmed": lambda trigger, _: trigger.verb is None or not trigger.verb.negated,
    "running": lambda trigger, _: _is_running(trigger),
    "done-to": lambda trigger, _: _is_done_to(trigger),
    "not-verb": lambda trigger, concepts: trigger.verb is None or trigger.verb.concepts.isdisjoint(concepts),
    "not-to-do": lambda trigger, concepts: not _governs_verb(trigger, concepts),
    "located": lambda trigger, _: _is_located(trigger),
    "in-place": _at_place,
    "in-mission": _goes_to_mission,
    "only-in": lambda trigger, kinds: _only(trigger, "in", kinds),
    "only-to": lambda trigger, kinds: _only(trigger, "to", kinds),
    "not-told": lambda trigger, _: not _tells_to_do(trigger),
    "theme-none": lambda trigger, _: not _does_to_another(trigger),
}
"""What a frame may ask of its clause beside its parts, by the name of the option."""


def _is_object(clause: Clause, group: Group) -> bool:
    """Whether a group stands right behind a verb: "the battalion has 600 soldiers deployed in the force"."""
    before = clause.chunks[group.index - 1] if group.index else None
    return before is not None and before.kind == "verb"


def match(frame: Frame, trigger: Trigger) -> Match | None:
    """The frame filled from a trigger, or None where it does not fit."""
    if trigger.kind not in frame.kinds or not frame.says & trigger.concepts:
        return None
    if not all(_CONDITIONS[name](trigger, value) for name, value in frame.conditions):
        return None
    if frame.option("work") and not is_missions_work(trigger):
        return None
    parts: dict[str, Group] = {}
    for part, kinds in frame.needs.items():
        group = _filler(trigger, part, kinds)
        if (
            group is None
            and part == "theme"
            and trigger.kind == "noun"
            and frame.option("bare-noun")
            and not _has_other_theme(trigger)
        ):
            continue
        if group is None:
            return None
        parts[part] = group
    own = parts.get(frame.option("own", ""))
    if own is not None and not _is_missions_own(trigger, own):
        return None
    theirs = parts.get(frame.option("theirs", ""))
    if theirs is not None and not _is_of_mission(trigger, theirs):
        return None
    for part, kinds in frame.forbids.items():
        groups = (parts.get(part), next(iter(_candidates(trigger, part)), None))
        if any(is_kind(g, k, trigger.clause) for g in groups if g is not None for k in kinds):
            return None
    if parts.get("agent") is not None and parts.get("agent") == parts.get("theme") and trigger.kind == "verb":
        return None
    if frame.option("theme-free") and _is_object(trigger.clause, parts["theme"]):
        return None
    return Match(frame, trigger, parts)


def place_groups(trigger: Trigger) -> tuple[Group, ...]:
    """The groups that may name the place of what a trigger says: after a preposition of place, to the right,
    then to the left; a place in the cause is none ("because of a strike in Baghdad")."""
    leaves = trigger.concepts & _LEAVING
    chunks, causes = trigger.clause.chunks, trigger.clause.lexicon.words["cause-only"]
    cause = next((j for j in range(trigger.index, len(chunks)) if chunks[j].text in causes), len(chunks))
    wanted = trigger.after(*_PLACE_PREPOSITIONS, *(("from",) if leaves else ()))
    right = tuple(g for g in wanted if g.index < cause)
    left = tuple(g for g in trigger.left if g.preposition in _PLACE_PREPOSITIONS)
    return (*right, *left)
