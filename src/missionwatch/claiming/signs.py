"""What is known about a claim that tells how far to trust it: its signs."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from missionwatch.model.claim import NEEDS, Claim
from missionwatch.model.document import Document, Mention, Sentence

Signs = tuple[str, ...]
_MANY = 3
_LONG_SENTENCE = 220
_LONG_QUOTE = 90
_FAR = 60
"""Characters between the words of a claim and those of its parts, from which on they are far from each other."""


def signs_of(
    claims: Sequence[Claim], made: Iterable[Claim], document: Document, language: str
) -> tuple[Signs, ...]:
    """The signs of each claim. `made` are the claims before those that say the same were joined, `language` is that
    of the report, where a gloss of it was read."""
    report = _Report(claims, made, document)
    return tuple((f"language {language}", *report.signs(claim)) for claim in claims)


class _Report:
    """What the claims of one report have in common."""

    def __init__(self, claims: Sequence[Claim], made: Iterable[Claim], document: Document) -> None:
        self._document = document
        self._missions = [m for m in document.mentions if m.kind == "mission" and m.id is not None]
        self._by_place = {(m.start, m.end): m for m in self._missions}
        self._starts = [sentence.start for sentence in document.sentences]
        self._made = Counter(_thing(claim) for claim in made)
        self._kept = Counter(_thing(claim) for claim in claims)
        self._in_sentence = Counter(self._sentence(claim) for claim in claims)

    def _sentence(self, claim: Claim) -> Sentence:
        return self._document.sentences[max(0, bisect_right(self._starts, claim.passage.start) - 1)]

    def signs(self, claim: Claim) -> Iterator[str]:
        sentence = self._sentence(claim)
        yield f"aspect {claim.aspect}"
        yield f"value {claim.aspect} {claim.value}"
        yield f"rule {claim.rule}"
        yield f"modality {claim.modality}"
        yield f"modality {claim.aspect} {claim.modality}"
        yield from self._mission(claim, sentence)
        yield from self._fields(claim)
        yield from self._sentence_signs(claim, sentence)
        yield from self._repeated(claim)

    def _mission(self, claim: Claim, sentence: Sentence) -> Iterator[str]:
        """Whether the mission is named with the claim, near it, or only meant by a vague phrase."""
        if len({mention.id for mention in self._missions}) == 1:
            yield "only mission of the report"
        here = self._document.within(sentence.span)
        if len({m.id for m in here if m.kind == "mission" and m.id}) >= 2:
            yield "several missions in the sentence"
        span = claim.evidence.get("mission")
        mention: Mention | None = self._by_place.get((span.start, span.end)) if span else None
        yield f"mission by {mention.form if mention else 'context'}"
        if span is None or not sentence.span.covers(span):
            yield "mission from another sentence"
            return
        gap = max(span.start - claim.passage.end, claim.passage.start - span.end)
        yield "mission in the words" if gap < 0 else "mission far off" if gap > _FAR else "mission beside"

    def _fields(self, claim: Claim) -> Iterator[str]:
        for name in ("actor", "count", "place", "when", "condition", "causes", "said_by"):
            if getattr(claim, name):
                yield f"has {name}"
        need = NEEDS.get(claim.aspect)
        span = claim.evidence.get(need) if need else None
        if need and span is None:
            yield f"{need} without words"
        for name in ("actor", "when", "place"):
            span = claim.evidence.get(name)
            if span and max(span.start - claim.passage.end, claim.passage.start - span.end) > _FAR:
                yield f"{name} far off"

    def _sentence_signs(self, claim: Claim, sentence: Sentence) -> Iterator[str]:
        text = sentence.span.of(self._document.text)
        if sentence.headline:
            yield "headline"
        if sentence.end - sentence.start > _LONG_SENTENCE:
            yield "long sentence"
        if claim.passage.end - claim.passage.start > _LONG_QUOTE:
            yield "long quote"
        if "  " in text or " ," in text or " ." in text or text[:1].islower():
            yield "odd writing"
        if text[-1:].isalnum():
            yield "no full stop"
        if "?" in text:
            yield "question"
        if ";" in text or ":" in text or " - " in text or "–" in text:
            yield "broken sentence"
        if any(quote.direct and quote.span.overlaps(claim.passage.span) for quote in self._document.quotes):
            yield "direct speech"
        if sentence is self._document.sentences[0]:
            yield "first sentence"
        if self._in_sentence[sentence] >= _MANY:
            yield "many claims in the sentence"

    def _repeated(self, claim: Claim) -> Iterator[str]:
        if self._made[_thing(claim)] > self._kept[_thing(claim)]:
            yield "said again"
        if self._kept[_thing(claim)] > 1:
            yield "one of several"


def _thing(claim: Claim) -> tuple[str, str, str]:
    return claim.mission_id, claim.aspect, claim.value
