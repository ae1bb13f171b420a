"""Why the register says something: from a state, promise, disagreement or claim down to the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from missionwatch.errors import UnknownItem
from missionwatch.model.claim import Claim
from missionwatch.model.passage import Span
from missionwatch.model.register import Commitment, Disagreement, Review, State
from missionwatch.reconciling.reviews import binds
from missionwatch.service.knowing import Known, added_by_people, known
from missionwatch.service.shapes import (
    Shape,
    commitment_shape,
    disagreement_shape,
    held_claim_shape,
    state_shape,
)
from missionwatch.store.held import HeldClaim, HeldReport
from missionwatch.store.port import View

Subject = State | Commitment | Disagreement | Claim


@dataclass(frozen=True, slots=True)
class Words:
    """A claim in its sentence: `role` is what it does for the answer, `standing` whether it counts.

    `claim` is the claim as it was read; reviews stand beside it. Offsets count in the report's text;
    `sentence` is the stretch of text around the quote that `shown` holds.
    """

    role: str
    id: str
    claim: Claim
    report: HeldReport
    sentence: Span
    shown: str
    fields: Mapping[str, str]
    standing: str
    reviews: tuple[Review, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """A state, commitment or disagreement that rests on a claim, and what the claim does for it."""

    kind: str
    role: str
    subject: State | Commitment | Disagreement


@dataclass(frozen=True, slots=True)
class Why:
    """What was asked about (state, commitment, disagreement or claim) and the words that it rests on; of a claim
    also all that `rests` on it."""

    kind: str
    id: str
    subject: Subject
    words: tuple[Words, ...]
    day: date | None
    rests: tuple[Rest, ...] = ()


def why(
    view: View, id: str, *, said: str | None = None, on: date | None = None, known_on: date | None = None
) -> tuple[Why, ...]:
    """The words behind an id that `status`, `commitments`, `disagreements` or `claims` printed, and from a claim
    up to all that rests on it; for a report each of its claims, or those that overlap the words `said`.

    Raises UnknownItem where nothing has the id, or the report no such words or no claim in them.
    """
    if said is None and (held := view.claims_with_id(id)):
        return (_why_claim(view, id, held, on, known_on),)
    if reports := [r for r in view.reports(retracted=False) if id in (r.id, r.label)]:
        claims = {held.id: None for report in reports for held in _claims_in(view, report, said)}
        if not claims:
            raise UnknownItem(said or id, "no claim is made of it", f"See `missionwatch claims {id}`")
        return tuple(_why_claim(view, c, view.claims_with_id(c), on, known_on) for c in claims)
    return (_why_added(view, id, on, known_on) or _why_answer(view, id, on, known_on),)


def _claims_in(view: View, report: HeldReport, said: str | None) -> Iterator[HeldClaim]:
    """The claims of a report, those that overlap some words of it where these are given."""
    claims = view.claims(report=report.key)
    if said is None:
        yield from claims
        return
    text = view.text(report.key)
    places = [Span(m.start(), m.end()) for m in re.finditer(re.escape(said), text)] if said else []
    if not places:
        raise UnknownItem(
            said, f"these words do not stand in report {report.id}", "Write them exactly as it has them"
        )
    yield from (c for c in claims if any(c.claim.passage.span.overlaps(place) for place in places))


def _why_claim(view: View, id: str, held: Sequence[HeldClaim], on: date | None, known_on: date | None) -> Why:
    words = tuple(_words(view, "the claim", id, claim.report, claim.claim) for claim in held)
    moved = (str(r.fields.get("mission_id") or "") for found in words for r in found.reviews)
    missions = dict.fromkeys((*(claim.claim.mission_id for claim in held), *filter(None, moved)))
    known_of = [known(view, mission_id, known_on) for mission_id in missions]
    rests = tuple(rest for mission in known_of for rest in _resting_on(mission, id, on))
    return Why("claim", id, held[0].claim, words, on or known_on or view.newest_day(), rests)


def _why_added(view: View, id: str, on: date | None, known_on: date | None) -> Why | None:
    """A claim that a person added: it stands in no reading of ours."""
    cited = next((cited for cited in added_by_people(view) if cited.id == id), None)
    if cited is None:
        return None
    mission = known(view, cited.claim.mission_id, known_on)
    words = (_words(view, "added by a person", id, cited.report.key, cited.claim),)
    return Why("claim", id, cited.claim, words, on or mission.day, tuple(_resting_on(mission, id, on)))


def _resting_on(mission: Known, claim_id: str, on: date | None) -> Iterator[Rest]:
    for kind, subject, roles in _subjects(mission, on):
        for role, claims in roles:
            if claim_id in claims and not isinstance(subject, Claim):
                yield Rest(kind, role, subject)


def _why_answer(view: View, id: str, on: date | None, known_on: date | None) -> Why:
    for mission_id in _missions(view, id):
        mission = known(view, mission_id, known_on)
        for kind, subject, roles in _subjects(mission, on):
            if getattr(subject, "id", None) == id:
                return Why(kind, id, subject, tuple(_cited(view, mission, roles)), on or mission.day)
    raise UnknownItem(
        id,
        "nothing in the register has this id",
        "Ids stand in the answers of `status`, `commitments`, `disagreements` and `claims`; an answer of an "
        "earlier day wants the same --on and --known here",
    )


def _missions(view: View, id: str) -> Iterator[str]:
    """The missions to look through: those that are known to have this id first."""
    first = view.missions_of_current(id)
    yield from first
    yield from (mission.id for mission in view.missions() if mission.id not in first)


Roles = tuple[tuple[str, tuple[str, ...]], ...]


def _subjects(mission: Known, on: date | None) -> Iterator[tuple[str, Subject, Roles]]:
    states = {state.id: state for day in {None, on, mission.day} for state in mission.states(day)}
    for state in states.values():
        yield "state", state, _roles_of_state(state)
    for commitment in mission.commitments(on):
        yield "commitment", commitment, _roles_of_commitment(commitment)
    for found in mission.disagreements():
        yield "disagreement", found, tuple((f"says “{side.value}”", side.claims) for side in found.sides)


def _roles_of_state(state: State) -> Roles:
    return (("for it", state.claims), ("against it", state.against), ("ended by", state.closed_by))


def _roles_of_commitment(commitment: Commitment) -> Roles:
    steps = tuple((step.modality, (step.claim,)) for step in commitment.steps)
    return (*steps, (commitment.state, commitment.outcome))


def _cited(view: View, mission: Known, roles: Roles) -> Iterator[Words]:
    seen: set[tuple[str, str]] = set()
    for role, claims in roles:
        for claim_id in claims:
            cited = mission.cited.get(claim_id)
            if cited and (role, claim_id) not in seen:
                seen.add((role, claim_id))
                yield _words(view, role, claim_id, cited.report.key, cited.claim)


def _words(view: View, role: str, claim_id: str, report_key: str, counted: Claim) -> Words:
    """The words of a claim; `counted` is the claim as it counts, for one that a person added."""
    held = next((claim for claim in view.claims_with_id(claim_id) if claim.report == report_key), None)
    claim = held.claim if held else counted
    report = view.report(report_key)
    assert report is not None  # the database's foreign keys see to it
    text = view.text(report_key)
    reviews = tuple(r for r in view.reviews(report_id=report.id) if binds(r, report.id, claim))
    sentence = sentence_around(text, claim.passage.span)
    fields = {name: span.of(text) for name, span in sorted(claim.evidence.items())}
    standing = _standing(report, held.dropped if held else None, reviews)
    return Words(role, claim_id, claim, report, sentence, sentence.of(text), fields, standing, reviews)


def _standing(report: HeldReport, dropped: str | None, reviews: tuple[Review, ...]) -> str:
    if report.retracted:
        return f"does not count: its report was retracted on {report.retracted[:10]}"
    if dropped:
        return f"does not count: no longer found by the extractor since {dropped[:10]}"
    if not reviews:
        return "counts"
    last = reviews[-1]
    by = f" by {last.reviewer}" if last.reviewer else ""
    on = f"{by} on {last.recorded[:10]}"
    if last.decision == "reject":
        return f"does not count: rejected{on}"
    if last.decision == "correct":
        changed = ", ".join(f"{name} = {value}" for name, value in sorted(last.fields.items()))
        return f"counts as corrected{on}: {changed}"
    return f"counts: accepted{on}"


_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*\s+(?=[\"'“‘«–—(]*[^\W\d_a-zæøå])|\n+")


def sentence_around(text: str, quote: Span) -> Span:
    """The sentence, or sentences, that a quote stands in: for showing only, nothing is decided by it."""
    start, end = 0, len(text)
    for found in _SENTENCE_END.finditer(text):
        if found.end() <= quote.start:
            start = found.end()
        elif found.start() >= quote.end - 1:
            end = found.end()
            break
    shown = text[start:end]
    return Span(start + len(shown) - len(shown.lstrip()), start + len(shown.rstrip()))


def why_shape(answer: Why) -> Shape:
    """The explanation as JSON values."""
    return {
        "id": answer.id,
        "kind": answer.kind,
        "says": _says(answer),
        "claims": [_words_shape(words) for words in answer.words],
        "rests": [{"kind": r.kind, "role": r.role, "says": _shape_of(r.subject)} for r in answer.rests],
    }


def _says(answer: Why) -> Shape:
    if isinstance(answer.subject, Claim):
        return held_claim_shape(answer.id, answer.subject, answer.words[0].report.id)
    return _shape_of(answer.subject)


def _shape_of(subject: State | Commitment | Disagreement) -> Shape:
    match subject:
        case State():
            return state_shape(subject)
        case Commitment():
            return commitment_shape(subject)
        case Disagreement():
            return disagreement_shape(subject)


def _words_shape(words: Words) -> Shape:
    report = words.report
    return {
        "role": words.role,
        "standing": words.standing,
        "claim": held_claim_shape(words.id, words.claim, report.id),
        "report": {
            "id": report.id, "title": report.title, "source": report.source, "url": report.url,
            "published": str(report.published) if report.published else None,
            "date_evidence": report.date_evidence,
        },
        "sentence": {"start": words.sentence.start, "end": words.sentence.end, "text": words.shown},
        "fields": dict(words.fields),
        "reviews": [_review_shape(review) for review in words.reviews],
    }  # fmt: skip


def _review_shape(review: Review) -> Shape:
    return {
        "id": review.id, "decision": review.decision, "fields": dict(review.fields),
        "reviewer": review.reviewer, "note": review.note, "recorded": review.recorded,
    }  # fmt: skip
