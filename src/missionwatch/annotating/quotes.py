"""What people and organisations are reported to say, directly and indirectly, and who says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from missionwatch.annotating.attribution import Attribution, attributions
from missionwatch.annotating.named_later import named_later
from missionwatch.annotating.quoted import Quoted, after_dash, find_quoted, is_dashed, paragraph_spans
from missionwatch.annotating.reported import clauses, is_closed, reported
from missionwatch.annotating.speakers import Speaker, Speakers
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.model.document import Document, Quote, Sentence

_COMMA = re.compile(r"(?:\s*\([^)]{1,30}\))?\s*,\s*(?=[^\W_])")
_SHORT = 3  # fewer quoted words than these, and nobody near who says them: so-called, not said


def with_quotes(document: Document, catalogue: Catalogue) -> Document:
    """The step: the document with its quotes."""
    return replace(document, quotes=find_quotes(document, catalogue))


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence with its attributions and their speakers."""

    sentence: Sentence
    attributions: tuple[tuple[Attribution, Speaker], ...]


def find_quotes(document: Document, catalogue: Catalogue) -> tuple[Quote, ...]:
    """The quotes of a document with sentences and mentions, in the order of the text."""
    text, language = document.text, document.language
    paragraphs = paragraph_spans(document.sentences)
    quoted = {n: find_quoted(text, a, b, n) for n, (a, b) in enumerate(paragraphs)}
    said = _said(document, catalogue, [q for listed in quoted.values() for q in listed])
    by_paragraph: dict[int, list[_Said]] = {}
    for one in said:
        by_paragraph.setdefault(one.sentence.paragraph, []).append(one)
    found: list[Quote] = []
    waiting: list[int] = []  # indexes of dash quotes whose speaker is named further down
    last: Speaker | None = None
    for number, (start, _) in enumerate(paragraphs):
        sentences = by_paragraph.get(number, [])
        if is_dashed(text, start):
            quotes, speaker = _dash_quotes(text, start, sentences, language)
            if speaker is None:
                waiting.extend(range(len(found), len(found) + len(quotes)))
            else:
                for i in waiting:
                    found[i] = replace(found[i], speaker=speaker.name, speaker_span=speaker.span)
                waiting = []
            found.extend(quotes)
            last = speaker or last
            continue
        if not _goes_on(text, paragraphs, quoted, number):
            for i in waiting:
                found[i] = _with_speaker(found[i], last)
            waiting = []
        direct, speaker = _direct_quotes(
            text, quoted[number], sentences, last if _runs_on(text, paragraphs, quoted, number) else None
        )
        for i in waiting if speaker else ():
            found[i] = _with_speaker(found[i], speaker)
        waiting = [] if speaker else waiting
        if quoted[number] and quoted[number][-1].open and speaker is None:
            waiting.extend(len(found) + i for i, q in enumerate(direct) if q.speaker is None)
        found.extend(direct)
        found.extend(_indirect_quotes(text, sentences, quoted[number], language))
        last = speaker or (
            sentences[-1].attributions[-1][1] if sentences and sentences[-1].attributions else last
        )
    for i in waiting:
        found[i] = _with_speaker(found[i], last)
    return tuple(sorted(set(found), key=lambda q: (q.start, q.end, not q.direct)))


def _said(document: Document, catalogue: Catalogue, quoted: Sequence[Quoted]) -> list[_Said]:
    speakers = Speakers(document, catalogue)
    said: list[_Said] = []
    for sentence in document.sentences:
        outside = [
            a
            for a in attributions(document, sentence)
            if not any(q.start <= a.verb < q.end and not q.open for q in quoted)
        ]
        said.append(_Said(sentence, tuple((a, speakers.of(a)) for a in outside)))
    named = named_later([pair for one in said for pair in one.attributions], speakers)
    return [
        replace(one, attributions=tuple((a, named.get(a, who)) for a, who in one.attributions))
        for one in said
    ]


def _with_speaker(quote: Quote, speaker: Speaker | None) -> Quote:
    return (
        replace(quote, speaker=speaker.name, speaker_span=speaker.span)
        if speaker and quote.speaker is None
        else quote
    )


def _quote(text: str, start: int, end: int, speaker: Speaker | None, direct: bool) -> Quote | None:
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;" or _stray(text, start, end)):
        end -= 1
    if start >= end or not any(c.isalnum() for c in text[start:end]):
        return None
    return Quote(start, end, speaker.name if speaker else None, speaker.span if speaker else None, direct)


def _stray(text: str, start: int, end: int) -> bool:
    """Whether the last sign closes marks that the words do not open."""
    sign = text[end - 1]
    if sign in "”»":
        return text.count("“", start, end) + text.count("«", start, end) < text.count(sign, start, end)
    return sign == '"' and text.count('"', start, end) % 2 == 1


def _dash_quotes(
    text: str, start: int, sentences: Sequence[_Said], language: str
) -> tuple[list[Quote], Speaker | None]:
    """The said parts of a paragraph behind a dash, and who says them; the speaker's own words are left out."""
    pieces: list[tuple[int, int]] = []
    speaker: Speaker | None = None
    begin = after_dash(text, start)
    for said in sentences:
        for attribution, who in said.attributions:
            if not _set_off(text, attribution, said.sentence, begin, language):
                continue
            pieces.append((begin, attribution.start))
            speaker = speaker or who
            begin = _resumes(text, attribution, said.sentence, language)
    if sentences:
        pieces.append((begin, sentences[-1].sentence.end))
    quotes = [_quote(text, a, b, speaker, True) for a, b in pieces]
    return [q for q in quotes if q and any(c.isalpha() for c in text[q.start : q.end])], speaker


def _set_off(text: str, attribution: Attribution, sentence: Sentence, begin: int, language: str) -> bool:
    """Whether the attribution stands apart from what is said: behind a comma or a sign, and closed."""
    before = text[begin : attribution.start].rstrip()
    if not before:
        return attribution.order == "source"
    apart = before[-1] in ",”\"’»?!–—.'" or attribution.order == "source"
    return apart and is_closed(text, attribution, sentence, language)


def _resumes(text: str, attribution: Attribution, sentence: Sentence, language: str) -> int:
    """Where the said words go on behind the attribution: after its clause, or after its sentence."""
    rest = _COMMA.match(text, attribution.end, sentence.end)
    if rest and not clauses(language)["role_behind"].match(text, attribution.end, sentence.end):
        return rest.end()
    return sentence.end


def _runs_on(
    text: str, paragraphs: Sequence[tuple[int, int]], quoted: dict[int, list[Quoted]], number: int
) -> bool:
    """Whether a paragraph is one quote that goes on from the paragraph before it."""
    if not number or not quoted[number]:
        return False
    start, end = paragraphs[number]
    first = quoted[number][0]
    whole = first.start - start <= 2
    if whole and text[: paragraphs[number - 1][1]].endswith(":"):
        return True
    if not quoted[number - 1]:
        return False
    before = quoted[number - 1][-1]
    return whole and (before.open or paragraphs[number - 1][1] - before.end <= 2 or first.end >= end - 2)


def _goes_on(
    text: str, paragraphs: Sequence[tuple[int, int]], quoted: dict[int, list[Quoted]], number: int
) -> bool:
    """Whether the paragraph before ends in a quote without a closing mark, and this one begins with a mark again."""
    if not number or not quoted[number] or not quoted[number - 1]:
        return False
    return quoted[number - 1][-1].open and quoted[number][0].start - paragraphs[number][0] <= 2


def _direct_quotes(
    text: str, quoted: Sequence[Quoted], sentences: Sequence[_Said], before: Speaker | None
) -> tuple[list[Quote], Speaker | None]:
    found: list[Quote] = []
    speaker = before
    for one in quoted:
        own = _own_speaker(text, one, sentences)
        begins = any(s.sentence.start <= one.start <= s.sentence.start + 2 for s in sentences)
        who = own or (speaker if begins else None)
        speaker = own or speaker
        end = _end_of_open(one, sentences)
        said = text[one.start : end].split()
        short = len(said) < _SHORT or (own is None and all(w[0].isupper() for w in said))
        if short and not (own and (begins or who)):
            continue
        quote = _quote(text, one.start, end, who, True)
        if quote:
            found.append(quote)
    # words at the head of a paragraph whose speaker is named only with the quote behind them
    if speaker and speaker is not before:
        found = [_with_speaker(q, speaker) if _heads(q, sentences) else q for q in found]
    return found, speaker


def _heads(quote: Quote, sentences: Sequence[_Said]) -> bool:
    return bool(sentences) and quote.start <= sentences[0].sentence.start + 2


def _end_of_open(one: Quoted, sentences: Sequence[_Said]) -> int:
    """Where a quote without a closing mark ends: at the words that attribute it, else with its paragraph."""
    if not one.open:
        return one.end
    starts = [
        a.start for s in sentences for a, _ in s.attributions if a.start > one.start and a.order != "SV"
    ]
    inside = [s.sentence.end for s in sentences if s.sentence.start + 2 < one.start < s.sentence.end]
    return min(starts, default=inside[0] if inside else one.end)


def _own_speaker(text: str, one: Quoted, sentences: Sequence[_Said]) -> Speaker | None:
    """Who the sentence of the quote's beginning or end says is speaking; else who the words before its colon name."""
    near = [
        (min(abs(a.start - one.end), abs(one.start - a.end)), who)
        for s in sentences
        if s.sentence.start <= one.end + 2 and one.start < s.sentence.end
        for a, who in s.attributions
    ]
    if near:
        return min(near, key=lambda n: n[0])[1]
    before = [s for s in sentences if s.sentence.end <= one.start]
    if before and before[-1].attributions and text[: one.start].rstrip('“"«„ \n\t').endswith(":"):
        return before[-1].attributions[-1][1]
    return None


def _indirect_quotes(
    text: str, sentences: Sequence[_Said], quoted: Sequence[Quoted], language: str
) -> list[Quote]:
    found: list[Quote] = []
    for said in sentences:
        for attribution, who in said.attributions:
            for start, end in reported(text, attribution, said.sentence, language):
                quote = _quote(text, start, end, who, False)
                if quote and not any(q.start <= quote.start + 2 and quote.end - 4 <= q.end for q in quoted):
                    found.append(quote)
    return found
