"""Verbs and verb groups: "is scheduled to take over" is one group with two verbs, the second governed by the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from missionwatch.claiming.lexicon import Lexicon, VerbForm, VerbSense
from missionwatch.claiming.units import Unit

_FURTHEST_PARTICLE = 9
_IN_GROUP = frozenset(("auxiliary", "verb", "particle", "to", "negation", "adverb", "operator", "time"))
_ENDS_GROUP = frozenset(("verb", "particle", "auxiliary", "operator", "negation"))
COPULA = frozenset(("be",))
"""What a form of be says that no verb follows ("is", "has been")."""
_FORMS = ("participle", "past", "gerund", "present", "base")
"""Which form a verb has that says nothing here ("drawn from"), the likeliest first."""
_GOES_ON = frozenset(("to", "verb", "particle", "adverb", "time", "negation"))


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb of a verb group: the units it stands on and what it says or governs.

    `operators` are the classes of what governs it within its group, each with its unit ("will" planned, "offered to"
    offered). `finite` is false for "-ing" forms and participles without an auxiliary.
    """

    first: int
    last: int
    base: str
    form: str
    concepts: frozenset[str]
    operators: tuple[tuple[str, int], ...] = ()
    passive: bool = False
    negated: bool = False
    finite: bool = True


def forms_at(unit: Unit, lexicon: Lexicon) -> frozenset[str]:
    """The forms of verbs that a word may be: base, present, past, participle, gerund; empty where it is no verb."""
    return lexicon.verb_forms.get(unit.text, frozenset())


def particle_at(units: Sequence[Unit], i: int, form: VerbForm, tags: Sequence[str]) -> int | None:
    """Where the last word of the verb's particle stands (`i` itself where it has none), or None."""
    words = form.particle
    if not words:
        return i
    furthest = i + _FURTHEST_PARTICLE if form.gap else i + 1
    for j in range(i + 1, min(furthest, len(units) - len(words)) + 1):
        if units[j].text == words[0] and all(units[j + k].text == w for k, w in enumerate(words)):
            return j + len(words) - 1
        if tags[j] in ("verb", "auxiliary", "joint") or units[j].text in (".", ";", ":"):
            return None
    return None


def sense_at(
    units: Sequence[Unit], i: int, lexicon: Lexicon, tags: Sequence[str]
) -> tuple[VerbSense | None, int]:
    """The verb at a unit with its concepts, over its readings with the longest particle that is there, and its end."""
    found = [
        (s, at)
        for s in lexicon.verbs.get(units[i].text, ())
        if (at := particle_at(units, i, s.form, tags)) is not None
    ]
    if not found:
        return None, i
    longest = max(len(s.form.particle) for s, _ in found)
    best = [(s, at) for s, at in found if len(s.form.particle) == longest]
    sense, end = best[0]
    return VerbSense(sense.form, frozenset().union(*(s.concepts for s, _ in best))), end


def _operator_at(units: Sequence[Unit], i: int, lexicon: Lexicon, tags: Sequence[str]) -> str | None:
    """The class of the verb as one that governs another; "set up to" is no "set to"."""
    readings = lexicon.operator_verbs.get(units[i].text)
    if not readings:
        return None
    sense, _ = sense_at(units, i, lexicon, tags)
    least = len(sense.form.particle) if sense else 0
    return next(
        (
            name
            for form, name in readings
            if len(form.particle) >= least and particle_at(units, i, form, tags) is not None
        ),
        None,
    )


def group_end(units: Sequence[Unit], tags: Sequence[str], start: int) -> int:
    """The last unit of the verb group that begins at `start`: trailing adverbs, dates and "to" do not belong to it."""
    end = j = start
    while j < len(tags) and tags[j] in _IN_GROUP:
        if tags[j] in _ENDS_GROUP:
            end = j
        following = tags[j + 1] if j + 1 < len(tags) else ""
        if tags[j] in ("verb", "particle") and following and following not in _GOES_ON:
            break
        j += 1
    return end


def _is_to_do(tags: Sequence[str], i: int, last: int, kind: str) -> bool:
    """ "Is to leave", "has to leave", "has until Friday to leave"."""
    j = i + 1
    while kind == "have" and j < last and tags[j] == "time":
        j += 1
    return kind in ("be", "have") and j < last and tags[j] == "to"


def verbs_of(
    units: Sequence[Unit], tags: Sequence[str], first: int, last: int, lexicon: Lexicon
) -> tuple[Verb, ...]:
    """The verbs of the group from unit `first` to `last`, each with what governs it."""
    verbs: list[Verb] = []
    operators: list[tuple[str, int]] = []
    negated = be = False
    finite = tags[first] in ("auxiliary", "verb")
    for i in range(first, last + 1):
        tag, text = tags[i], units[i].text
        if tag == "negation":
            negated = True
        elif tag == "operator":
            operators.append((lexicon.operator_words[text], i))
        elif tag == "auxiliary":
            kind = lexicon.auxiliaries.get(text, "be")
            be = kind == "be"
            if kind in ("planned", "considered"):
                operators.append((kind, i))
            elif _is_to_do(tags, i, last, kind):
                operators.append(("planned", i + 1))
            if be and text in lexicon.verbs and "remain" in lexicon.verbs[text][0].concepts:
                verbs.append(
                    Verb(
                        i,
                        i,
                        text,
                        "present",
                        lexicon.verbs[text][0].concepts,
                        tuple(operators),
                        False,
                        negated,
                    )
                )
        elif tag == "verb":
            verb = _verb(units, tags, i, lexicon, tuple(operators), be=be, negated=negated, finite=finite)
            verbs.append(verb)
            be = False
            operator = _operator_at(units, i, lexicon, tags)
            if operator:
                operators.append((operator, i))
                negated = negated or operator == "denied"
    if be and not verbs:
        i = next(j for j in range(last, first - 1, -1) if tags[j] == "auxiliary")
        verbs.append(Verb(i, i, units[i].text, "present", COPULA, tuple(operators), False, negated, finite))
    return tuple(verbs)


def _form(sense: VerbSense, forms: frozenset[str], tags: Sequence[str], i: int) -> str:
    """The form of a verb; one that has the same in the past ("set up") is base only where something governs it."""
    before = i - 1
    while before >= 0 and tags[before] == "adverb":
        before -= 1
    governed = before >= 0 and tags[before] in ("to", "auxiliary", "conjunction", "negation")
    past = sense.form.form == "base" and {"past", "participle"} <= forms and not governed
    return "participle" if past else sense.form.form


def _verb(
    units: Sequence[Unit], tags: Sequence[str], i: int, lexicon: Lexicon, operators: tuple[tuple[str, int], ...],
    *, be: bool, negated: bool, finite: bool,
) -> Verb:  # fmt: skip
    sense, end = sense_at(units, i, lexicon, tags)
    adjacent = i + 1 < len(tags) and tags[i + 1] == "particle"
    forms = forms_at(units[i], lexicon)
    gerund = "gerund" in forms
    participle = "participle" in forms or not forms
    unlisted = next((form for form in _FORMS if form in forms), "past")
    return Verb(
        first=i, last=end if adjacent else i, base=sense.form.base if sense else units[i].text,
        form=_form(sense, forms, tags, i) if sense else unlisted,
        concepts=sense.concepts if sense else frozenset(), operators=operators,
        passive=be and participle and not gerund, negated=negated, finite=(finite and not gerund) or be,
    )  # fmt: skip
