"""What a sentence adds to the claim before it: "The same applies to ...", "It is due to ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from missionwatch.claiming.background import Background
from missionwatch.claiming.clauses import Clause
from missionwatch.claiming.from_patterns import trigger_of
from missionwatch.claiming.patterns import PatternMatch
from missionwatch.claiming.places import place_within
from missionwatch.claiming.reasons import causes_of, speaker_of
from missionwatch.model.claim import Claim
from missionwatch.model.passage import Span

_SENTENCES_BACK = 3


def said_again(
    found: PatternMatch, clause: Clause, before: Sequence[Claim], background: Background
) -> Iterator[Claim]:
    """ "The same applies to the battlegroups": the last claim about a mission's activity, for the missions
    named here."""
    last = next((c for c in reversed(before) if c.aspect == "activity"), None)
    if last is None:
        return
    speaker, _ = speaker_of(trigger_of(found, clause))
    for mention in background.document.within(clause.sentence.span):
        if mention.kind != "mission" or mention.id is None:
            continue
        place = place_within(background.document, mention, mention.name)
        whole = Span(clause.units[found.first].start, mention.end)
        evidence = {"mission": mention.span} | ({"place": place.span} if place else {})
        yield replace(
            last, mission=mention.name, mission_id=mention.id, passage=background.cut(whole), said_by=speaker,
            place=place.name if place else None, evidence=evidence, rule=found.pattern.name,
        )  # fmt: skip


def with_cause(
    found: PatternMatch, clause: Clause, before: Sequence[Claim], background: Background
) -> Claim | None:
    """ "It is due to attacks": the last claim of the sentences before, with these causes too."""
    trigger = trigger_of(found, clause)
    causes, span = causes_of(replace(trigger, last=trigger.last - 1))
    sentences = background.document.sentences
    first = sentences[max(0, sentences.index(clause.sentence) - _SENTENCES_BACK)].start
    near = [c for c in before if c.passage.start >= first and c.aspect in ("activity", "contribution")]
    if not causes or span is None or not near:
        return None
    last = near[-1]
    return replace(
        last, causes=tuple(sorted({*last.causes, *causes})), evidence={**last.evidence, "causes": span}
    )
