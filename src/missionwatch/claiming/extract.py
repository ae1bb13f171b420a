"""From a document to its claims: frames against clauses, patterns against noun groups, then each thing said once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.claiming.background import Background
from missionwatch.claiming.begun import with_modality_of_missions
from missionwatch.claiming.clauses import Clause, clause_of
from missionwatch.claiming.commanders import claims_of_commanders
from missionwatch.claiming.confidence import with_confidence
from missionwatch.claiming.contributors import with_known_missions
from missionwatch.claiming.discourse import said_again, with_cause
from missionwatch.claiming.frames import frames_for
from missionwatch.claiming.from_frames import claims_of_frame
from missionwatch.claiming.from_gloss import own_words
from missionwatch.claiming.from_patterns import claims_of_names, claims_of_pattern
from missionwatch.claiming.in_passing import claims_in_passing
from missionwatch.claiming.lexicon import load_lexicon
from missionwatch.claiming.matching import match
from missionwatch.claiming.merging import said_once
from missionwatch.claiming.patterns import find, load_links, load_patterns
from missionwatch.claiming.sizes import claims_of_sizes
from missionwatch.claiming.triggers import triggers_of
from missionwatch.model.claim import Claim
from missionwatch.model.document import Document, Quote, Sentence

EXTRACTOR_VERSION = "3"
"""Names the rules that made a claim; it changes whenever they do."""


def extract(document: Document, catalogue: Catalogue) -> tuple[Claim, ...]:
    """The claims of a document, in the order of the text, each once, with its confidence."""
    read = document.read or document
    claims, made = extract_apart(read, catalogue)
    sure = with_confidence(claims, made, read, document.language)
    return own_words(sure, document.text, document.gloss) if document.gloss is not None else sure


def extract_apart(document: Document, catalogue: Catalogue) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The claims of a document, each once, and as they were before those that say the same were joined."""
    background = Background.of(document, catalogue)
    if not any(m.kind in ("mission", "organisation") for m in document.mentions):
        return (), ()
    lexicon = load_lexicon(document.language)
    claims: list[Claim] = []
    headlines: list[Claim] = []
    quotes = _quotes_by_sentence(document)
    for sentence in _worth_reading(document):
        clause = clause_of(document, sentence, lexicon, background.nations, tuple(quotes[sentence]))
        new = sorted(_claims(clause, background), key=lambda c: (c.passage.start, c.passage.end))
        _link(clause, claims, background)
        (headlines if sentence.headline else claims).extend(new)
    told = (
        *_decided_once(claims, background),
        *_untold(headlines, claims),
    )  # the body says more of the same thing than the headline
    made = with_known_missions(told, document)
    return with_modality_of_missions(said_once(made), catalogue, document.report.published), made


def _worth_reading(document: Document) -> Iterator[Sentence]:
    """All sentences where the report names a mission; else those with an organisation, which may stand for its own."""
    kinds = [m.kind for m in document.mentions]
    for sentence in document.sentences:
        if document.text[sentence.end - 1] == "?":
            continue  # it asks, and says nothing
        if "mission" in kinds or any(m.kind == "organisation" for m in document.within(sentence.span)):
            yield sentence


def _untold(headlines: list[Claim], claims: list[Claim]) -> Iterator[Claim]:
    """What headlines say alone: "UN extends mission" names no other than the Council that the report tells of."""
    told = {(c.mission_id, c.value) for c in claims if c.aspect == "mandate"}
    return (h for h in headlines if h.aspect != "mandate" or (h.mission_id, h.value) not in told)


def _decided_once(claims: list[Claim], background: Background) -> Iterator[Claim]:
    """Without "the UN extended it", where the report tells that the Security Council did."""
    owners = {m.name: m.of for m in background.document.mentions if m.kind == "body" and m.of}
    decided = {
        (c.mission_id, c.value, background.owner_name(owners[c.actor]))
        for c in claims
        if c.aspect == "mandate" and c.actor in owners
    }
    return (
        c for c in claims if c.aspect != "mandate" or (c.mission_id, c.value, c.actor or "") not in decided
    )


def _quotes_by_sentence(document: Document) -> dict[Sentence, list[Quote]]:
    """The quotations that each sentence has a part in."""
    touching: dict[Sentence, list[Quote]] = {sentence: [] for sentence in document.sentences}
    ends = [sentence.end for sentence in document.sentences]
    for quote in document.quotes:
        for sentence in document.sentences[bisect_right(ends, quote.start) :]:
            if sentence.start >= quote.end:
                break
            touching[sentence].append(quote)
    return touching


def _claims(clause: Clause, background: Background) -> Iterator[Claim]:
    language = background.document.language
    asks = clause.sentence.span.of(background.document.text).rstrip("\"”»'’ ").endswith("?")
    triggers = () if asks else tuple(triggers_of(clause))  # a question tells nothing
    told: list[Claim] = []
    for trigger in triggers:
        for frame in frames_for(language, trigger.kind, trigger.concepts):
            matched = match(frame, trigger)
            if matched is not None:
                told.extend(claims_of_frame(matched, background))
    for found in find(load_patterns(language), clause):
        told.extend(claims_of_pattern(found, clause, background))
    yield from told
    yield from claims_in_passing(clause, triggers, background, told)
    yield from claims_of_names(clause, background)
    yield from claims_of_commanders(clause, background)
    yield from claims_of_sizes(clause, background)


def _link(clause: Clause, claims: list[Claim], background: Background) -> None:
    """Add to `claims` what the sentence says by pointing back to them."""
    for found in find(load_links(background.document.language), clause):
        if found.pattern.options["links"] == "again":
            claims.extend(list(said_again(found, clause, claims, background)))
        else:
            caused = with_cause(found, clause, claims, background)
            if caused is not None:
                claims[_last(claims, caused)] = caused


def _last(claims: list[Claim], like: Claim) -> int:
    """The index of the claim that `like` was made from."""
    return next(
        i
        for i in reversed(range(len(claims)))
        if claims[i].passage == like.passage and claims[i].value == like.value
    )
