"""Whether the words around a date speak of the past or of what is to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from missionwatch.annotating.tokens import Token, tokenise
from missionwatch.annotating.words import words

PAST, FUTURE, UNSURE = "past", "future", "unsure"
_FAR = 10
_REACH = 200  # characters: more than so many words away, no verb counts


@dataclass(frozen=True, slots=True)
class _Cues:
    future: frozenset[str]
    past: frozenset[str]
    scheduled: frozenset[str]
    not_past: frozenset[str]
    future_nouns: frozenset[str]
    before_nouns: frozenset[str]
    plural: frozenset[str]
    speech: frozenset[str]


@cache
def _cues(language: str) -> _Cues:
    times, speech = words(language, "times"), words(language, "speech")
    said = frozenset(form for row in speech.rows("say") for form in row)
    return _Cues(
        times.set("future"),
        times.set("past"),
        times.set("scheduled_present"),
        times.set("not_past"),
        times.set("future_nouns"),
        times.set("before_nouns"),
        times.set("plural"),
        said,
    )


def tense_at(text: str, start: int, end: int, at: int, until: int, language: str) -> str:
    """The tense around `at`..`until` within the sentence `start`..`end`: past, future or unsure.

    The nearest verb decides; commas and joining words count as distance.
    """
    cues = _cues(language)
    before = list(reversed(_signals(tokenise(text, max(start, at - _REACH), at), cues)))
    after = _signals(tokenise(text, until, min(end, until + _REACH)), cues)
    if "said" in (*before[:2], *after[:1]):
        return PAST  # "said on Monday that it will": the day of the saying
    best, direction = float(_FAR), UNSURE
    for signals, handicap in ((before, 0.0), (after, 1.5)):
        distance = handicap
        for signal in signals:
            distance += {"break": 4.0 if handicap else 2.5, "said": 2.5, "stop": 5.0}.get(signal, 1.0)
            if distance >= best:
                break
            if signal in (PAST, FUTURE):
                best, direction = distance, signal
                break
    return direction


def _signals(tokens: Sequence[Token], cues: _Cues) -> list[str]:
    return [_signal(tokens, i, cues) for i in range(len(tokens))]


def _signal(tokens: Sequence[Token], i: int, cues: _Cues) -> str:
    """What a token says: past, future, said (a verb of speech), break (a comma, a joining word), stop or nothing."""
    word = tokens[i].lower
    if word in {",", "that", "which", "who", "and", "but", "when", "while", "as", "("}:
        return "break"
    if word in {";", ":", "–", "—", "“", "”", '"', "."}:
        return "stop"
    if word in cues.speech:
        return "said"
    previous = tokens[i - 1].lower if i else ""
    if word == "to" and previous in {"is", "are"}:
        return FUTURE
    if word == "be" and previous == "to":
        return FUTURE
    if word in cues.future_nouns and previous in cues.before_nouns:
        return ""
    if word in cues.future and not (word == "may" and tokens[i].text[0].isupper()):
        return FUTURE
    if word in cues.past and "be" in {t.lower for t in tokens[max(0, i - 2) : i]}:
        return ""
    if word in cues.past:
        return (
            PAST
            if not (word == "been" and "will" in {t.lower for t in tokens[max(0, i - 3) : i]})
            else FUTURE
        )
    if word in cues.scheduled and previous not in {"the", "a", "an", "of", "in", "its", "their"}:
        agrees = word.endswith("s") or previous.endswith("s") or previous in cues.plural
        return _present(tokens, i) if agrees else ""  # "ministers meet", not "the council vote"
    if word.endswith("ed") and len(word) > 4 and word not in cues.not_past:
        near = {t.lower for t in tokens[max(0, i - 2) : i]}
        return "" if near & {"be", "is", "are", "to", "being"} else PAST
    return ""


def _present(tokens: Sequence[Token], i: int) -> str:
    """A present-tense verb of meeting, starting or ending: what is on the calendar."""
    return "" if any(t.lower in {"did", "had", "was", "were"} for t in tokens[max(0, i - 3) : i]) else FUTURE
