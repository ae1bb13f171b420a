"""The order of words: where a language puts its finite verb second, English puts it behind the subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from missionwatch.annotating.glossing.glossary import Glossary
from missionwatch.annotating.glossing.reading import Word

_FRONTED = frozenset(("preposition", "adverb", "time", "planned", "negation", "nothing", "about"))
_BEFORE_HEAD = frozenset(("determiner", "adjective", "number", "about"))
_HEADS = frozenset(("noun", "name", "demonym"))
_NOMINAL = _BEFORE_HEAD | _HEADS | {"pronoun", "dummy"}
_ENDS = frozenset(("mark", "when", "relative", "and"))
_BE = frozenset(("is", "was"))
_LIGHT = frozenset(("adverb", "negation", "planned", "nothing"))


def in_english_order(words: Sequence[Word], known: Glossary) -> list[Word]:
    """The words with each subject that stands behind its verb put before it."""
    found = list(words)
    at = 0
    while at < len(found):
        if found[at].finite and _stands_second(found, at, known):
            first, behind = _subject(found, at, known)
            if first < behind:
                verb, subject = found[at], found[first:behind]
                long = found[at - 1].kind == "adverb" and " " in found[at - 1].english
                if (
                    found[at - 1].kind in ("noun", "name") or long
                ):  # "In Kosovo, Denmark has": two names apart
                    found[at - 1] = replace(found[at - 1], english=f"{found[at - 1].english},")
                found[at:behind] = [*subject, verb, *found[at + 1 : first]]
                at += len(subject)
        at += 1
    return found


def _stands_second(words: Sequence[Word], verb: int, known: Glossary) -> bool:
    """Whether something other than the subject stands first in the clause of a verb."""
    start = verb
    while start and words[start - 1].kind not in ("mark", "when", "relative", "and", "to"):
        if words[start - 1].finite:
            return False
        start -= 1
    if start and words[start - 1].kind in ("when", "relative", "to"):
        return False
    front = words[start:verb]
    if not front:
        return words[verb].base[0] not in known.speech and _after_clause(words, verb)
    following = words[verb + 1] if verb + 1 < len(words) else None
    subject = following is not None and following.written.lower() in known.subjects
    return subject or _is_circumstance(front)


def _is_circumstance(front: Sequence[Word]) -> bool:
    """ "i dag", "efter angrebet i januar": no noun group that could be a subject stands in it."""
    if front[0].kind not in _FRONTED:
        return False
    led = False
    for word in front:
        if word.kind == "preposition":
            led = True
        elif word.kind in ("time", "adverb"):
            led = False
        elif word.kind in _NOMINAL and not led:
            return False
    return True


def _after_clause(words: Sequence[Word], verb: int) -> bool:
    """ "Hvis situationen tillader det, sender Danmark": a circumstance closed by a comma stands before the verb."""
    if not verb or words[verb - 1].english != ",":
        return False
    start = verb - 1
    while start and not (words[start - 1].kind == "mark" and words[start - 1].english != ","):
        start -= 1
    front = [w for w in words[start : verb - 1] if w.kind != "nothing"]
    if not front:
        return False
    if front[0].kind == "when" or (front[0].kind == "and" and len(front) > 1 and front[1].kind == "when"):
        return any(w.finite for w in front) or any(w.kind == "verb" for w in front)
    return front[0].kind in _FRONTED and not any(w.finite for w in _outside_clauses(front))


def _outside_clauses(words: Sequence[Word]) -> list[Word]:
    kept: list[Word] = []
    inside = False
    for word in words:
        inside = word.kind in ("when", "relative") or (inside and word.english != ",")
        if not inside:
            kept.append(word)
    return kept


def _subject(words: Sequence[Word], verb: int, known: Glossary) -> tuple[int, int]:
    """The noun group behind a verb: its first word and the one behind it; nothing where none stands there."""
    first = verb + 1
    while first < len(words) and words[first].kind in _LIGHT:
        first += 1
    behind = group_end(words, first)
    if behind == first:
        return first, first
    behind = _joined(words, behind)
    if words[verb].kind in ("auxiliary", "become"):
        behind = _with_circumstances(words, behind, known)
    else:
        while behind < len(words) and (words[behind].english == "of" or is_size(words, behind, known)):
            end = group_end(words, behind + 1)
            if end == behind + 1:
                break
            behind = end
    return first, behind


def group_end(words: Sequence[Word], first: int) -> int:
    """Behind the noun group that begins at a word; that word itself where none does."""
    at, head = first, -1
    while at < len(words):
        word = words[at]
        if word.kind in ("pronoun", "dummy"):
            return at + 1 if at == first else first if head < 0 else at
        attributive = word.kind == "verb" and word.form == "attributive"
        if word.genitive or word.kind in _BEFORE_HEAD or attributive:
            if head >= 0:
                break
        elif word.kind in _HEADS:
            if head >= 0 and not _goes_on(words[at - 1], word):
                break
            head = at
        elif word.english == "(" and head >= 0:
            close = next((j for j in range(at, min(at + 4, len(words))) if words[j].english == ")"), None)
            if close is None:
                break
            at = close
        else:
            break
        at += 1
    return at if head >= 0 or (at > first and words[at - 1].kind in ("number", "adjective")) else first


def _goes_on(before: Word, word: Word) -> bool:
    """Whether a head belongs to the one before: "minister NAME", the parts of a name."""
    if word.kind == "name":
        return before.kind == "name" or (
            before.kind == "noun" and (not before.definite or word.written.isupper())
        )
    return False


def is_size(words: Sequence[Word], at: int, known: Glossary) -> bool:
    """Whether a preposition and a number of something stand there: "på 150 mand"."""
    of = known.joining["before-number"].get(words[at].written.lower()) == "of"
    if not of or at + 2 >= len(words) or words[at + 1].kind not in ("number", "about"):
        return False
    last = words[group_end(words, at + 1) - 1]
    return last.kind == "noun" and not last.definite


def _joined(words: Sequence[Word], behind: int) -> int:
    """Behind the last member of a list ("Danmark, Norge og Sverige")."""
    at = behind
    while at + 1 < len(words) and (words[at].kind == "and" or words[at].english == ","):
        end = group_end(words, at + 1)
        if end == at + 1 or words[at + 1].kind == "pronoun":
            break
        if words[at].kind == "and":
            return end if not (end < len(words) and words[end].finite) else behind
        at = end
    return behind


def _list_end(words: Sequence[Word], at: int) -> int:
    """Behind a list that goes on here (", Letland og Litauen"); the place itself where none does."""
    behind = _joined(words, at)
    listed = any(w.kind == "and" for w in words[at:behind])
    return behind if listed and not (behind < len(words) and words[behind].finite) else at


def _with_circumstances(words: Sequence[Word], behind: int, known: Glossary) -> int:
    """ "blev soldaterne i Irak ramt": what belongs to the subject stands before the participle, or its size."""
    at = behind
    while at < len(words) and words[at].kind == "preposition" and not is_size(words, at, known):
        end = group_end(words, at + 1)
        if end == at + 1:
            return behind
        at = end
    if at == len(words):
        return behind
    governed = ("verb", "become", "infinite", "negation", "adverb")
    if not is_size(words, at, known):
        return at if words[at].kind in governed else behind
    end = group_end(words, at + 1)
    return end if end < len(words) and words[end].kind in governed else at


def with_circumstances_last(words: Sequence[Word], known: Glossary) -> list[Word]:
    """ "skal i december overtage ledelsen": what stands between an auxiliary and its verb goes behind the object."""
    found = list(words)
    for at, word in enumerate(words):
        if found[at] is not word:
            continue
        if word.kind == "verb":
            first, behind = _dates_behind(found, at)
        elif word.kind in ("auxiliary", "become", "infinite"):
            first, behind = _between(found, at, known)
        elif word.kind == "relative":
            first, behind = _before_finite(found, at)
        else:
            continue
        if first == behind:
            continue
        end = behind
        while end < len(found) and (found[end].kind not in _ENDS or _list_end(found, end) > end):
            end = max(end + 1, _list_end(found, end))
        found[first:end] = [*found[behind:end], *found[first:behind]]
    return found


def with_adverbs_first(words: Sequence[Word], known: Glossary) -> list[Word]:
    """ "afslutter dermed missionen": English puts such an adverb before the verb."""
    found = list(words)
    for at in range(len(found) - 1):
        verb, adverb = at, at + 1
        while adverb + 1 < len(found) and found[adverb].kind == "nothing":
            adverb += 1
        light = found[adverb].kind == "adverb" and (
            found[adverb].english in known.before_verb or found[adverb].english.endswith("ly")
        )
        light = light and not (adverb + 1 < len(found) and found[adverb + 1].english in known.compared)
        if light and at and found[verb].kind == "verb" and found[verb].finite:
            found.insert(verb, found.pop(adverb))
    return found


def _dates_behind(words: Sequence[Word], verb: int) -> tuple[int, int]:
    """The dates between a verb and its object ("tæller i dag 3.800 soldater")."""
    behind = verb + 1
    while behind < len(words) and words[behind].kind == "time":
        behind += 1
    while behind < len(words) and words[behind].kind == "nothing":
        behind += 1  # "overtog mandag kommandoen over": the particle, which the verb holds already
    object_ = behind < len(words) and words[behind].kind in _NOMINAL
    return (verb + 1, behind) if object_ else (verb + 1, verb + 1)


def _before_finite(words: Sequence[Word], relative: int) -> tuple[int, int]:
    """The circumstances between a relative and its verb ("der siden maj har ledet")."""
    first = at = relative + 1
    while at < len(words):
        if words[at].kind == "time":
            at += 1
        elif words[at].kind == "preposition" and group_end(words, at + 1) > at + 1:
            at = group_end(words, at + 1)
        else:
            break
    return (first, at) if at < len(words) and words[at].finite else (first, first)


def _between(words: Sequence[Word], auxiliary: int, known: Glossary) -> tuple[int, int]:
    """The circumstances between an auxiliary and the verb that it governs."""
    first = auxiliary + 1
    while first < len(words) and words[first].kind in _LIGHT:
        first += 1
    at = first
    while at < len(words):
        if words[at].kind == "time":
            at += 1
        elif words[at].kind == "preposition":
            behind = (
                at + 2 if at + 1 < len(words) and words[at + 1].kind == "time" else group_end(words, at + 1)
            )
            if behind == at + 1:
                break
            at = behind
        else:
            break
    if at == len(words):
        return (first, first)
    agreed = words[auxiliary].kind == "become" and words[at].english in known.becoming
    told = (
        words[auxiliary].kind == "auxiliary"
        and words[auxiliary].english in _BE
        and words[at].english == "the"
    )
    governs = agreed or told or (words[at].kind in ("verb", "infinite", "become") and not words[at].finite)
    return (first, at) if governs else (first, first)
