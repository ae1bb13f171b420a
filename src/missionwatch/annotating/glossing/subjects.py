"""Subjects that a formal one stands for: "der er udsendt soldater", "det er Norge, der leder"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from missionwatch.annotating.glossing.order import group_end
from missionwatch.annotating.glossing.reading import Word

_LIGHT = frozenset(("adverb", "negation", "nothing", "planned"))
_CHAIN = frozenset(("auxiliary", "become", "infinite"))
_DONE = frozenset(("participle", "passive", "past-passive"))
_BE = frozenset(("is", "was"))
_ANY = frozenset(("a", "an", "one"))


def with_real_subjects(words: Sequence[Word]) -> list[Word]:
    """The words with the noun group that a formal subject stands for in its place."""
    found = list(words)
    at = 0
    while at < len(found):
        if found[at].kind == "dummy":
            _put_before_passive(found, at)
        elif found[at].english == "it":
            _bring_out(found, at)
        at += 1
    return found


def _put_before_passive(words: list[Word], dummy: int) -> None:
    """ "there are deployed 120 soldiers": 120 soldiers are deployed."""
    verb = dummy + 1
    while verb < len(words) and words[verb].kind in _CHAIN | _LIGHT:
        verb += 1
    if verb == len(words) or words[verb].kind != "verb" or words[verb].form not in _DONE:
        return
    if any(w.kind == "negation" for w in words[dummy:verb]):
        return
    first = verb + 1
    while first < len(words) and words[first].kind == "nothing":
        first += 1
    behind = group_end(words, first)
    if first < behind:
        if dummy and words[first].kind == "number" and words[dummy - 1].kind in ("time", "noun", "name"):
            words[dummy - 1] = replace(words[dummy - 1], english=f"{words[dummy - 1].english},")
        words[dummy:behind] = [*words[first:behind], *words[dummy + 1 : first]]


def _bring_out(words: list[Word], it: int) -> None:
    """ "it is Norway, which leads": Norway leads. What is only named as one of a kind stays as it stands."""
    if it and words[it - 1].kind not in ("mark", "when"):
        return
    if it + 2 >= len(words) or words[it + 1].english not in _BE or words[it + 2].english in _ANY:
        return
    behind = group_end(words, it + 2)
    while behind > it + 2 and behind + 1 < len(words) and _joins(words, behind):
        behind = group_end(words, behind + 1)
    comma = behind < len(words) and words[behind].english == ","
    relative = behind + comma
    if behind == it + 2 or relative >= len(words) or words[relative].kind != "relative":
        return
    following = words[relative + 1 : relative + 3]
    if any(w.finite for w in following) and not any(w.kind == "pronoun" for w in following):
        words[it : relative + 1] = words[it + 2 : behind]


def _joins(words: Sequence[Word], at: int) -> bool:
    joined = words[at].kind == "and" or words[at].english == ","
    return joined and group_end(words, at + 1) > at + 1
