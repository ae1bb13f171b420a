"""What verbs are in English in the group that they stand in: particles, passives, perfects, negation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from missionwatch.annotating.glossing.glossary import Glossary
from missionwatch.annotating.glossing.reading import Word, inserted

_REACH = 12
_GOVERNS = frozenset(("auxiliary", "infinite", "to"))
_BASE_SUBJECTS = frozenset(("i", "we", "you", "they"))
_NAMING = frozenset(("noun", "name", "demonym"))
_ENDS = frozenset(("mark", "preposition", "time", "when"))
_BEGINS = frozenset(("noun", "name", "demonym", "determiner", "number", "pronoun", "adjective"))
_BE = {"is": "has", "was": "had", "be": "have"}
_GERUNDS = {"be": "being", "have": "having"}
_MANY = {"is": "are", "was": "were", "has": "have", "does": "do"}


def with_particles(words: Sequence[Word], known: Glossary) -> list[Word]:
    """ "trækker soldaterne hjem": the particle's meaning goes to the verb, and nothing is left of it."""
    found = list(words)
    for i, word in enumerate(found):
        particles = known.particles.get(word.base[0], ()) if word.kind == "verb" else ()
        for particle in sorted(particles, key=lambda p: -len(p.words)):
            place = _place(found, i, particle.words)
            if place is not None:
                found[i] = replace(word, base=(word.base[0], particle.english))
                first, behind = place
                for j in range(first, behind):
                    found[j] = replace(found[j], english="", kind="nothing")
                break
    return found


def _place(words: Sequence[Word], verb: int, particle: tuple[str, ...]) -> tuple[int, int] | None:
    for first in range(verb + 1, min(verb + _REACH, len(words))):
        if words[first].kind in ("mark", "when", "relative") or words[first].finite:
            return None
        behind, rest = first, list(particle)
        while rest and behind < len(words):
            here = words[behind].written.lower().split()
            if rest[: len(here)] != here:
                break
            rest = rest[len(here) :]
            behind += 1
        if not rest:
            loose = words[first].kind == "preposition" and len(particle) == 1
            beside = all(w.kind in ("time", "adverb", "negation", "nothing") for w in words[verb + 1 : first])
            return (first, behind) if not loose or beside else None
    return None


def with_adverbs(words: Sequence[Word], known: Glossary) -> list[Word]:
    """ "har gradvist trukket", "er formelt slut": an adjective that says how something is done or so."""
    found = list(words)
    for i, word in enumerate(found[:-1]):
        if word.kind != "adjective" or not word.written.endswith(known.adverbial) or not i:
            continue
        if found[i - 1].kind == "verb" and found[i - 1].form != "attributive" and found[i + 1].kind in _ENDS:
            found[i] = replace(
                word, kind="adverb", english=_adverb(word.english)
            )  # "blev udvidet betydeligt"
            continue
        done = found[i + 1].kind == "verb" and found[i + 1].form != "attributive"
        done = done or (found[i + 1].english in known.compared and word.english not in known.compared)
        stands = found[i - 1].kind in ("auxiliary", "become", "adverb", "nothing", "time")
        if done or (stands and found[i + 1].english in known.ended):
            found[i] = replace(word, kind="adverb", english=_adverb(word.english))
    return found


def _adverb(adjective: str) -> str:
    if adjective.endswith("ly"):
        return adjective
    for ending, made in (("ic", "ically"), ("le", "ly"), ("y", "ily")):
        if adjective.endswith(ending):
            return adjective.removesuffix(ending) + made
    return f"{adjective}ly"


def with_english_verbs(words: Sequence[Word], known: Glossary) -> list[Word]:
    """The words with each verb in the form that it has in English."""
    found = [_perfect(word, words[i + 1 :], known) for i, word in enumerate(words)]
    return [_inflected(word, found, i, known) for i, word in enumerate(found)]


def _perfect(word: Word, after: Sequence[Word], known: Glossary) -> Word:
    """ "er blevet", "var rejst": to have, where the verb makes its perfect with "er"."""
    if word.english not in _BE or word.kind not in ("auxiliary", "infinite"):
        return word
    for later in after[:_REACH]:
        if later.kind == "mark" or later.finite:
            break
        moves = later.kind == "verb" and later.form == "participle" and later.base[0] in known.perfect_with_be
        if moves or (later.kind == "become" and later.form == "participle"):
            return replace(word, english=_BE[word.english])
    return word


def _governed(words: Sequence[Word], at: int) -> bool:
    """Whether an auxiliary or the mark of the infinitive stands before in the clause, and no finite verb since."""
    set_in = False
    for i in range(at - 1, -1, -1):
        word = words[i]
        comma = i > 0 and words[i - 1].english == ","
        if word.kind == "and" and comma and words[i + 1].kind in _BEGINS:
            return False  # "vil bidrage, men antallet reduceres": a clause of its own
        if word.kind in _GOVERNS:  # but for the auxiliary of a relative clause that a comma has closed
            return not (set_in and i and words[i - 1].kind == "relative")
        set_in = set_in or word.english == ","
        if word.kind in ("when", "relative") or word.english in (";", ":", ".") or word.finite:
            return False
    return False


def _inflected(word: Word, words: Sequence[Word], at: int, known: Glossary) -> Word:
    if word.kind == "become":
        return replace(word, english=_become(word, words, at, known))
    if word.kind != "verb":
        return word
    forms, english = known.inflection_of_gloss, word.base[1]
    if _leads_infinitive(words, at):  # "vedtog at sende": decided
        english = known.joining["verb-before-infinitive"].get(english, english)
    done = forms.form("verb", english, "participle")
    if word.form in ("passive", "past-passive"):
        be = "was" if word.form == "past-passive" else "be" if _governed(words, at) else "is"
        return replace(word, english=f"{be} {done}")
    if word.form == "infinitive":
        return replace(word, english=english)
    if word.form == "participle" and _is_expected(words, at, known):
        return replace(word, english=f"to be {done}")
    name = {"attributive": "participle"}.get(word.form, word.form)
    return replace(word, english=forms.form("verb", english, name))


def _leads_infinitive(words: Sequence[Word], at: int) -> bool:
    following = next((w for w in words[at + 1 :] if w.kind not in ("time", "adverb", "nothing")), None)
    return following is not None and following.kind == "to"


def _is_expected(words: Sequence[Word], at: int, known: Glossary) -> bool:
    """ "forventes udsendt", "ventes i maj sendt": is expected to be deployed."""
    before = next((w for w in reversed(words[:at]) if w.kind not in ("adverb", "time", "nothing")), None)
    return before is not None and before.finite and before.base[0] in known.expected


def _ahead(words: Sequence[Word], at: int) -> Iterator[Word]:
    """The words behind one in its clause, without the clauses set in between commas."""
    inside = False
    for i, word in enumerate(words[at + 1 :], at + 1):
        following = words[i + 1] if i + 1 < len(words) else None
        if word.english == "," and not inside:
            if following is None or following.kind not in ("when", "relative"):
                return
            inside = True
        elif word.english == ",":
            inside = False
        elif not inside:
            if word.kind in ("mark", "when", "relative") or word.finite:
                return
            yield word


def _become(word: Word, words: Sequence[Word], at: int, known: Glossary) -> str:
    passive, turn, stay = known.become[word.written.lower()]
    if any(later.kind == "verb" and later.form == "participle" for later in _ahead(words, at)):
        return passive
    following = words[at + 1] if at + 1 < len(words) else None
    stays = following is None or following.kind in ("preposition", "nothing", "mark")
    agreed = any(later.kind == "adjective" and later.english in known.becoming for later in _ahead(words, at))
    return stay if stays and not agreed else turn


def with_negation(words: Sequence[Word], known: Glossary) -> list[Word]:
    """ "sender ikke", "ikke sender": does not send."""
    found = list(words)
    for i, word in enumerate(found):
        if word.kind != "negation":
            continue
        before = i - 1
        while before > 0 and found[before].kind in ("adverb", "time", "nothing"):
            before -= 1  # "bidrager fremover ikke": what is denied stands farther off
        for j in (before, i + 1):
            if 0 <= j < len(found) and found[j].finite and found[j].kind in ("verb", "auxiliary", "become"):
                found[j], found[i] = _denied(found[j], word, known), replace(word, english="", kind="nothing")
                break
    return found


def _denied(verb: Word, negation: Word, known: Glossary) -> Word:
    not_ = negation.english
    if (
        verb.kind != "verb"
        or verb.form in ("passive", "past-passive")
        or verb.english.startswith(("is ", "was "))
    ):
        first, _, rest = verb.english.partition(" ")
        return replace(verb, english=f"{first} {not_} {rest}".strip())
    if not_ != "not":
        return replace(verb, english=f"{not_} {verb.english}")
    do = "did" if verb.form == "past" else "do" if verb.english == verb.base[1] else "does"
    return replace(verb, english=f"{do} not {verb.base[1]}")


def with_plans(words: Sequence[Word], known: Glossary) -> list[Word]:
    """ "efter planen overtager": is to take over. What is told as planned stands before the verb of its clause."""
    found = list(words)
    for i, word in enumerate(found):
        if word.kind != "planned":
            continue
        verb = next((j for j in _clause(found, i) if found[j].finite), None)
        if verb is None:
            continue
        found[i] = replace(word, english="", kind="nothing")
        if found[verb].kind == "verb":
            found[verb] = _planned(found[verb], word.english, known)
    return found


def _clause(words: Sequence[Word], at: int) -> list[int]:
    """The places of the clause around a word, the nearest first."""
    low = high = at
    while low > 0 and words[low - 1].kind not in ("mark", "when", "relative", "and"):
        low -= 1
    while high + 1 < len(words) and words[high + 1].kind not in ("mark", "when", "relative", "and"):
        high += 1
    return sorted(range(low, high + 1), key=lambda j: abs(j - at))


def _planned(verb: Word, plan: str, known: Glossary) -> Word:
    if verb.form in ("passive", "past-passive"):
        rest = "be " + known.inflection_of_gloss.form("verb", verb.base[1], "participle")
    else:
        rest = verb.base[1]
    past = verb.form in ("past", "past-passive")
    return replace(verb, english=f"{plan.replace('is', 'was', 1) if past else plan} {rest}")


def with_prepositions(words: Sequence[Word], known: Glossary) -> list[Word]:
    """Prepositions by what stands beside them: "på 200 soldater" of, "ledet af" by, "for at" nothing before "to"."""
    found = list(words)
    for i, word in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else None
        if word.base[1] in known.before_gerund and following is not None and following.kind == "to":
            _as_gerund(found, i + 1, known)
        if word.kind != "preposition" or following is None:
            continue
        clause = found[i + 2] if following.english == "," and i + 2 < len(found) else following
        if clause.kind == "when" and clause.written.lower() == known.infinitive:  # "stemte for, at"
            found[i] = replace(word, english="", kind="nothing")
            continue
        written = word.written.lower()
        for kind, holds in (
            (
                "before-number",
                following.kind in ("number", "about")
                and i
                and found[i - 1].kind in ("noun", "auxiliary", "infinite"),
            ),
            ("agent", _is_done(found, i)),
            ("before-infinitive", following.kind == "to"),
        ):
            if holds and written in known.joining[kind]:
                found[i] = replace(word, english=known.joining[kind][written])
        size = known.joining["of-so-many"]
        if (
            found[i].english == "of"
            and following.kind in ("number", "about")
            and found[i - 1].english in size
        ):
            found[i - 1] = replace(found[i - 1], english=size[found[i - 1].english])
            found[i] = replace(word, english="", kind="nothing")
        owner = _head_before(found, i)
        of_it = following.kind != "name" or written not in known.places
        if owner in known.roles and of_it and written in known.joining["after-role"]:
            found[i] = replace(word, english=known.joining["after-role"][written])
        if (
            following.kind in ("number", "about")
            and written in known.joining["measure"]
            and _measured(found, i, known)
        ):
            found[i] = replace(word, english=known.joining["measure"][written])
        if following.kind == "to" and found[i].english:
            _as_gerund(found, i + 1, known)
        if following.kind == "time":
            found[i + 1] = replace(
                following, english=following.english.removeprefix("on ").removeprefix("in ")
            )
    return found


def _as_gerund(words: list[Word], to: int, known: Glossary) -> None:
    """The infinitive behind "to" as an -ing form, without "to"."""
    words[to] = replace(words[to], english="", kind="nothing")
    verb = next((j for j in range(to + 1, min(to + 4, len(words))) if words[j].form == "infinitive"), None)
    if to + 1 < len(words) and words[to + 1].english in _GERUNDS:
        words[to + 1] = replace(words[to + 1], english=_GERUNDS[words[to + 1].english])
    elif verb is not None:
        gerund = known.inflection_of_gloss.form("verb", words[verb].base[1], "gerund")
        words[verb] = replace(words[verb], english=gerund)


def _head_before(words: Sequence[Word], at: int) -> str:
    before = words[at - 1] if at else None
    return before.english.removeprefix("the ") if before is not None and before.kind == "noun" else ""


def _measured(words: Sequence[Word], at: int, known: Glossary) -> bool:
    """Whether the verb of the clause says that something grows, shrinks or is made longer."""
    verb = next((w for w in reversed(words[:at]) if w.kind == "verb" or w.kind == "mark"), None)
    return verb is not None and verb.base[1] in known.growing


def with_agreement(words: Sequence[Word], known: Glossary) -> list[Word]:
    """Verbs in the number of their subjects: "the soldiers have", "we send"."""
    found = list(words)
    for i, word in enumerate(found):
        if not word.finite or not _is_many(found, i):
            continue
        head, _, rest = word.english.partition(" ")
        if (
            word.kind == "verb"
            and word.form == "present"
            and word.english == known.inflection_of_gloss.form("verb", word.base[1], "present")
            and not word.base[1].startswith("be ")
        ):
            found[i] = replace(word, english=word.base[1])
        elif head in _MANY:
            found[i] = replace(word, english=f"{_MANY[head]} {rest}".strip())
    return found


def _is_many(words: Sequence[Word], verb: int) -> bool:
    """Whether the subject before a verb is of many: the first noun that no preposition governs, else what a relative
    clause belongs to, else, behind "there", what follows."""
    if verb and words[verb - 1].kind == "and":  # "er testet og er sat": what the verb before is said of
        before = next((j for j in range(verb - 1, -1, -1) if words[j].finite), None)
        if before is not None:
            return _is_many(words, before)
    start = verb
    while start and words[start - 1].kind not in ("mark", "when", "relative") and not words[start - 1].finite:
        start -= 1
    subject = _subject_in(words[start:verb])
    opens = (
        inserted(words, start - 1) if subject is None and start and words[start - 1].english == "," else None
    )
    if opens is not None:  # "soldaterne, der blev dræbt, var": what stands before the clause set in
        return _is_many(words, opens)
    if subject is None and start and words[start - 1].kind == "relative":
        subject = next((w for w in reversed(words[: start - 1]) if w.kind in _NAMING), None)
    if subject is None and any(w.kind == "dummy" for w in words[start:verb]):
        subject = next((w for w in words[verb + 1 :] if w.kind in _NAMING), None)
    joined = any(w.english == "and" for w in words[start + 1 : verb])
    return subject is not None and (_many(subject) or (joined and subject.kind in ("name", "noun")))


def _subject_in(words: Sequence[Word]) -> Word | None:
    led = False
    for word, following in zip(words, (*words[1:], None), strict=False):
        counts = following is not None and following.english == "of" and word.english not in ("one", "1")
        if word.kind == "number" and counts and not led:
            return word
        if word.kind == "preposition":
            led = True
        elif word.kind in ("adverb", "time") or word.english.endswith(","):
            led = False
        elif word.kind in _NAMING or word.kind == "pronoun":
            if not led and not word.genitive:
                return word
            led = led and word.genitive
    return None


def _many(word: Word) -> bool:
    if word.kind == "pronoun":
        return word.english.lower() in _BASE_SUBJECTS
    return (
        word.form == "many"
        or word.kind == "number"
        or (word.kind == "demonym" and word.english.endswith("s"))
    )


def with_relatives(words: Sequence[Word], known: Glossary) -> list[Word]:
    """ "Jens Holm, der leder": who, where a person's name stands right before, which is any that is not known."""
    found = list(words)
    for i, word in enumerate(found):
        before = next((w for w in reversed(found[:i]) if w.kind != "mark"), None)
        if word.kind == "relative" and before is not None and before.form == "unknown":
            found[i] = replace(word, english=known.who)
    return found


def with_home(words: Sequence[Word], known: Glossary) -> list[Word]:
    """The offices of the language's own country: "forsvarsministeren" is the Danish one unless another is named."""
    found = list(words)
    for i, word in enumerate(found):
        bare = word.english.removeprefix("the ")
        if word.kind != "noun" or bare not in known.home_offices:
            continue
        before = found[i - 1] if i else None
        if before is not None and (
            before.genitive or before.kind in ("adjective", "determiner", "demonym", "name")
        ):
            continue
        behind = i + 1
        while (behind < len(found) and found[behind].kind in ("name", "number")) or (
            behind < len(found) and found[behind].english in ("(", ")")
        ):
            behind += 1
        if behind < len(found) and found[behind].kind == "preposition":
            continue
        article = "the " if word.english != bare else ""
        found[i] = replace(word, english=f"{article}{known.home} {bare}")
    return found


def with_articles(words: Sequence[Word]) -> list[Word]:
    """ "a" before a vowel."""
    found = list(words)
    for i, word in enumerate(found):
        following = next((w.english for w in found[i + 1 :] if w.english), "")
        if word.english == "a" and following[:1].lower() in set("aeio"):
            found[i] = replace(word, english="an")
    return found


def with_commas(words: Sequence[Word]) -> list[Word]:
    """Without the comma that Danish may put before "that"."""
    found = list(words)
    for i, word in enumerate(found[:-1]):
        if word.english == "," and found[i + 1].english == "that":
            found[i] = replace(word, english="", kind="nothing")
    return found


def with_promises(words: Sequence[Word], known: Glossary) -> list[Word]:
    """ "genoptager træningen, når situationen tillader det": the present of what waits for something is a plan."""
    found = list(words)
    waits = [i for i, w in enumerate(found) if w.kind == "when" and w.written.lower() in known.promises]
    for i in waits:
        behind = next((j for j in range(i + 1, len(found)) if found[j].english == ","), len(found))
        own = next((j for j in range(i + 1, behind) if found[j].finite), None)
        main = [j for j, w in enumerate(found) if w.finite and (j < i or j > behind)]
        if (
            own is None
            or found[own].form not in ("present", "auxiliary")
            or found[own].english in ("was", "had")
        ):
            continue
        before = [j for j in main if j < i and found[j].base[0] not in known.speech]
        for j in before[-1:] or main[:1]:
            if (
                found[j].kind == "verb"
                and found[j].form in ("present", "passive")
                and found[j].base[0] not in known.speech
            ):
                found[j] = _planned(found[j], "will", known)
    return found


def _is_done(words: Sequence[Word], at: int) -> bool:
    """Whether a passive or a participle stands right before, circumstances aside."""
    for word in reversed(words[:at]):
        if word.kind in ("adverb", "time", "nothing", "negation"):
            continue
        done = word.form in ("participle", "attributive", "passive", "past-passive")
        return done or (word.kind == "adjective" and "-" in word.english)
    return False
