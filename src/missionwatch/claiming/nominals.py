"""What a noun group stands for: kinds that frames ask for, and the nations, people and numbers in it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping

from missionwatch.claiming.chunks import Chunk
from missionwatch.claiming.clauses import Clause, Group, has_mission, is_unnamed_state
from missionwatch.claiming.lexicon import Lexicon, singular
from missionwatch.model.document import Mention

Kind = Callable[[Chunk, Clause], bool]


def _class_of_head(name: str) -> Kind:
    def has(chunk: Chunk, clause: Clause) -> bool:
        in_class = clause.lexicon.in_class
        return in_class(chunk.head, name) or in_class(singular(chunk.head), name)

    return has


def _last_mention(chunk: Chunk) -> Mention | None:
    """The mention that is the head of the group: nothing but marks and an apostrophe follows it."""
    mention = chunk.mentions[-1] if chunk.mentions else None
    return mention if mention is not None and mention.text.lower() == chunk.words[-1] else None


def _is_named(kind: str) -> Kind:
    def named(chunk: Chunk, clause: Clause) -> bool:
        mention = _last_mention(chunk)
        return mention is not None and mention.kind == kind

    return named


def nations_of(chunk: Chunk, clause: Clause) -> tuple[Mention, ...]:
    """The mentions through which the group stands for nations: the nation, its people, its government, its
    ministers; for people, their number and a person, also what completes them ("a detachment of the Polish Air
    Force", "Captain Lund of the Danish Army")."""
    counted = (
        _people(chunk, clause)
        or _class_of_head("size")(chunk, clause)
        or _class_of_head("stays")(chunk, clause)
        or _is_named("person")(chunk, clause)
    )
    return _own_nations(chunk, clause) or (_nations_after(chunk, clause, "of") if counted else ())


def nations_from(chunk: Chunk, clause: Clause) -> tuple[Mention, ...]:
    """The nations where people come from ("soldiers from Fiji and Nepal")."""
    whose = _people(chunk, clause) or _is_named("person")(chunk, clause)
    return _nations_after(chunk, clause, "from") if whose else ()


def _own_nations(chunk: Chunk, clause: Clause) -> tuple[Mention, ...]:
    return tuple(
        m
        for m in chunk.mentions
        if m.kind == "nation" or (m.kind in ("body", "person") and m.of in clause.nations)
    )


def _nations_after(chunk: Chunk, clause: Clause, preposition: str) -> tuple[Mention, ...]:
    """The nations of the list that begins with a preposition right behind a group."""
    at = clause.chunks.index(chunk) + 1
    following = clause.chunks[at : at + 1]
    if not following or following[0].text != preposition or preposition not in clause.lexicon.completing:
        return ()
    found: list[Mention] = []
    for after in clause.chunks[at + 1 :]:
        if after.kind == "noun" and (_is_nation(after, clause) or _people(after, clause)):
            found.extend(_own_nations(after, clause))
        elif after.text != "," and after.text not in clause.lexicon.conjunctions:
            break
    return tuple(found)


def _is_nation(chunk: Chunk, clause: Clause) -> bool:
    mention = _last_mention(chunk)
    if mention is not None:
        return (mention.kind == "nation" and mention.form != "adjective") or (
            mention.kind == "body" and mention.of in clause.nations
        )
    own = bool(_own_nations(chunk, clause))
    decides = chunk.head in clause.lexicon.operator_nouns  # "Fiji's agreement to send"
    bodies = clause.lexicon.words["state-bodies"]
    return own and (decides or chunk.head in bodies or singular(chunk.head) in bodies)


def _foreign(chunk: Chunk, clause: Clause) -> bool:
    return bool(nations_of(chunk, clause))


def speaks_of_nation(pronoun: Chunk, clause: Clause) -> bool:
    """ "India announced that it would ...": whether the one actor that a pronoun can mean is a nation, or its
    people."""
    before = (c for c in reversed(clause.chunks) if c.first < pronoun.first and c.kind == "noun")
    for chunk in before:
        if _follows(chunk, clause, "verb") or _follows(chunk, clause, "preposition"):
            continue  # it seldom goes on as the subject
        if has_mission(chunk) or any(m.kind == "organisation" for m in chunk.mentions):
            return False
        if _own_nations(chunk, clause):
            return True
    return False


def _follows(chunk: Chunk, clause: Clause, kind: str) -> bool:
    at = clause.chunks.index(chunk)
    return at > 0 and clause.chunks[at - 1].kind == kind


def _acts(pronoun: Chunk, clause: Clause) -> bool:
    """Whether a pronoun does something: in "Canada leads it" and "it was set up" it cannot be Canada."""
    does = next((c for c in clause.chunks if c.first == pronoun.last + 1 and c.kind == "verb"), None)
    if does is None or does.words[0] == clause.lexicon.infinitive:
        return False
    return not any(v.passive for v in does.verbs)


def _announces(pronoun: Chunk, clause: Clause) -> bool:
    """ "It may be recalled that": the pronoun stands for what follows."""
    at = clause.chunks.index(pronoun)
    after = clause.chunks[at + 1 : at + 3]
    return len(after) == 2 and after[0].kind == "verb" and after[1].text == "that"


def _are_its_people(number: Chunk, clause: Clause) -> bool:
    """ "1,000 of its soldiers"."""
    after = clause.chunks[clause.chunks.index(number) + 1 :][:2]
    its = len(after) == 2 and after[0].text == "of" and after[1].words[0] in clause.lexicon.possessives
    return its and _people(after[1], clause)


def _is_mission(chunk: Chunk, clause: Clause) -> bool:
    """ "KFOR", "the Resolute Support mission", "it"."""
    if chunk.words == ("it",):
        return not _announces(chunk, clause) and (
            not _acts(chunk, clause) or not speaks_of_nation(chunk, clause)
        )
    if _is_named("mission")(chunk, clause):
        return True
    return has_mission(chunk) and chunk.head in clause.lexicon.words["mission-words"]


_work, _part = _class_of_head("work"), _class_of_head("part")


def _people(chunk: Chunk, clause: Clause) -> bool:
    """People, and what a nation sends with people in it: units, ships, aircraft."""
    asked = chunk.first, "people"  # many kinds ask this of the same group
    if asked not in clause.kinds:
        clause.kinds[asked] = _has_people(chunk, clause)
    return clause.kinds[asked]


_sized_as_people = tuple(map(_class_of_head, ("people", "unit", "vessel")))


def _sized_as_troops(chunk: Chunk, clause: Clause) -> bool:
    """Soldiers, police and the units that they serve in, but no staff and no bare "people"."""
    return any(clause.lexicon.in_class(chunk.head, name) for name in ("uniformed", "unit"))


def _is_led(chunk: Chunk, clause: Clause) -> bool:
    """ "The British-led battlegroup"."""
    return any(clause.lexicon.in_class(w, "led") for w in chunk.words)


def _has_people(chunk: Chunk, clause: Clause) -> bool:
    before = clause.units[max(0, chunk.first - 1)].text
    asked = any(clause.lexicon.in_class(w, "question") for w in (before, *chunk.words))  # "how many soldiers"
    return not asked and (
        any(has(chunk, clause) for has in _sized_as_people)
        or _is_numbered_unit(chunk, clause)
        or _is_named_vessel(chunk, clause)
    )


def _is_named_vessel(chunk: Chunk, clause: Clause) -> bool:
    """ "The frigate Maria Holm": a kind of ship with the name that it bears."""
    at = next((i for i, w in enumerate(chunk.words[:-1]) if clause.lexicon.in_class(w, "vessel")), None)
    if at is None or chunk.mentions:
        return False
    named = clause.units[chunk.first + at + 1 : chunk.last + 1]
    return all(clause.document.text[unit.start].isupper() for unit in named)


def _is_numbered_unit(chunk: Chunk, clause: Clause) -> bool:
    """ "Ghana Battalion 85"."""
    numbered = bool(chunk.numbers) and chunk.numbers[-1].text == chunk.words[-1]
    return numbered and any(clause.lexicon.in_class(w, "unit") for w in chunk.words[:-1])


def _mission_work(chunk: Chunk, clause: Clause) -> bool:
    if has_mission(chunk) and clause.lexicon.in_class(chunk.head, "size"):
        return True
    return (
        _work(chunk, clause)
        and (has_mission(chunk) or not _foreign(chunk, clause))
        and _last_mention(chunk) is None
        and not _is_an_enemys(chunk, clause)
        and not _is_anothers(chunk, clause)
    )


def _is_anothers(chunk: Chunk, clause: Clause) -> bool:
    """ "The activities of a party"; "the training of officers" and "the work of the mission" may be the mission's."""
    after = clause.chunks[clause.chunks.index(chunk) + 1 :][:2]
    if len(after) < 2 or after[0].text != "of" or not clause.lexicon.in_class(chunk.head, "deeds"):
        return False
    return not (
        has_mission(after[1]) or any(m.kind == "organisation" for m in after[1].mentions)
    ) and not any(clause.lexicon.in_class(after[1].head, name) for name in ("mission-words", "people"))


def _is_an_enemys(chunk: Chunk, clause: Clause) -> bool:
    """ "Trafficking operations", "a rebel campaign": what others do, and no mission."""
    classes = ("armed-groups", "piracy", "gangs")
    return any(clause.lexicon.in_class(w, name) for w in chunk.words[:-1] for name in classes)


_OF_REACH = 5


def _mission_size(chunk: Chunk, clause: Clause) -> bool:
    """ "KFOR's strength", "its troop ceiling", "the number of MINUSMA troops"; not "the strength of the army"."""
    parts = (clause.lexicon.in_class(w, name) for w in chunk.words[:-1] for name in ("unit", "part"))
    if not _class_of_head("size")(chunk, clause) or _foreign(chunk, clause) or any(parts):
        return False
    after = clause.units[chunk.last + 1 : chunk.last + 1 + _OF_REACH]
    if has_mission(chunk) or not after or after[0].text not in clause.lexicon.completing:
        return True
    return any(u.kind == "mission" for u in after)


def _is_size_of_people(chunk: Chunk, clause: Clause) -> bool:
    """ "The ceiling for soldiers", "the number of its troops"."""
    after = clause.chunks[clause.chunks.index(chunk) + 1 :][:2]
    told = len(after) == 2 and after[0].kind == "preposition" and _people(after[1], clause)
    return told and _class_of_head("size")(chunk, clause)


def _mission_people(chunk: Chunk, clause: Clause) -> bool:
    if chunk.words == ("they",):
        return not speaks_of_nation(chunk, clause)
    own = not _foreign(chunk, clause) and not _has_unknown_acronym(chunk, clause)
    return _people(chunk, clause) and (own or has_mission(chunk))


def _has_unknown_acronym(chunk: Chunk, clause: Clause) -> bool:
    """ "BDF troops": those of an army that the catalogue does not name; not in a headline of capitals."""
    units, text = clause.units[chunk.first : chunk.last], clause.document.text
    words = (text[u.start : u.end] for u in units if u.kind == "word")
    found = any(w.isupper() and w.isalpha() and len(w) > 2 for w in words)
    return found and not text[clause.units[chunk.last].start : clause.units[chunk.last].end].isupper()


def _own_people(chunk: Chunk, clause: Clause) -> bool:
    """ "KFOR soldiers", "its troops", "the peacekeepers": people of a mission alone."""
    if not _mission_people(chunk, clause) or chunk.words == ("they",):
        return False
    its = chunk.words[0] in clause.lexicon.possessives
    return its or has_mission(chunk) or clause.lexicon.in_class(chunk.head, "peacekeepers")


def _is_batch_of_mission_people(chunk: Chunk, clause: Clause) -> bool:
    """ "The final batch of peacekeepers"."""
    after = clause.chunks[clause.chunks.index(chunk) + 1 :][:2]
    of_people = len(after) == 2 and after[0].text == "of" and _mission_people(after[1], clause)
    return of_people and clause.lexicon.in_class(chunk.head, "batches")


def _names_mission(chunk: Chunk, clause: Clause) -> bool:
    """ "KFOR's patrols", "the patrols of KFOR"."""
    after = clause.chunks[clause.chunks.index(chunk) + 1 :][:2]
    return has_mission(chunk) or (len(after) == 2 and after[0].text == "of" and has_mission(after[1]))


def _is_of_mission(chunk: Chunk, clause: Clause) -> bool:
    """ "KFOR's patrols", "the patrols of KFOR", "its patrols"."""
    return _names_mission(chunk, clause) or chunk.words[0] in clause.lexicon.possessives


def _is_its(chunk: Chunk, clause: Clause) -> bool:
    """ "its base", "whose northernmost base"."""
    before = clause.units[chunk.first - 1].text if chunk.first else ""
    return chunk.words[0] in clause.lexicon.possessives or before in clause.lexicon.words["whose"]


def _words(name: str) -> Kind:
    def has(chunk: Chunk, clause: Clause) -> bool:
        words, in_class = chunk.words, clause.lexicon.in_class
        pairs = (f"{a} {b}" for a, b in itertools.pairwise(words))
        return any(in_class(w, name) for w in words) or any(in_class(p, name) for p in pairs)

    return has


def _spoken_of(chunk: Chunk, clause: Clause) -> bool:
    """ "It", "we", "the country": who it is was said before, or is the speaker."""
    pronoun = chunk.words in (("it",), ("they",), ("them",)) or clause.lexicon.in_class(chunk.words[0], "we")
    return pronoun or is_unnamed_state(clause, chunk)


def _is_commander(chunk: Chunk, clause: Clause) -> bool:
    """ "force commander", "its head", but no deputy."""
    words = chunk.text.split()  # a role is a single unit, whatever its words
    return clause.lexicon.in_class(words[-1], "commander-roles") and not any(
        clause.lexicon.in_class(w, "deputies") for w in words
    )


def _decides(chunk: Chunk, clause: Clause) -> bool:
    """ "the Security Council", "NATO", "the parliament's decision", but no army."""
    mention = _last_mention(chunk)
    if mention is not None:
        armed = clause.lexicon.in_class(mention.text.lower().split()[-1], "armed")
        return mention.kind in ("body", "organisation") and not armed
    led = any(m.kind in ("body", "organisation") for m in chunk.mentions)
    words = clause.lexicon.words
    return led and any(
        chunk.head in heads
        for heads in (clause.lexicon.operator_nouns, words["state-bodies"], words["mandate"])
    )


KINDS: Mapping[str, Kind] = {
    "mission": _is_mission,
    "nation": _is_nation,
    "organisation": _is_named("organisation"),
    "body": lambda c, x: (
        _is_named("body")(c, x) or (bool(c.mentions) and c.head in x.lexicon.words["state-bodies"])
    ),
    "authority": lambda c, x: c.head in x.lexicon.words["state-bodies"],
    "person": _is_named("person"),
    "decider": _decides,
    "anything": lambda c, x: True,
    "unit": lambda c, x: (
        (_class_of_head("unit")(c, x) or _words("vessel")(c, x) or _words("contingent")(c, x))
        and not _is_named("mission")(c, x)
    ),
    "missions-whole-work": lambda c, x: (
        _class_of_head("whole-work")(c, x) and _names_mission(c, x) and _last_mention(c) is None
    ),
    "entire-work": lambda c, x: (
        _class_of_head("whole-work")(c, x) and (_is_its(c, x) or c.words[0] in x.lexicon.words["entire"])
    ),
    "called-mission": lambda c, x: c.head in x.lexicon.words["called-missions"] and not _is_its(c, x),
    "whole-work": lambda c, x: _class_of_head("whole-work")(c, x) and not _is_an_enemys(c, x),
    "protection": lambda c, x: (
        _class_of_head("protections")(c, x) or x.lexicon.in_class(" ".join(c.words[-2:]), "protections")
    ),
    "its-people": lambda c, x: (
        _class_of_head("protected")(c, x) and any(x.lexicon.in_class(w, "own") for w in c.words[:3])
    ),
    "several-bases": lambda c, x: _class_of_head("base")(c, x) and c.head != singular(c.head),
    "bare-work": lambda c, x: (
        _class_of_head("whole-work")(c, x)
        and not c.mentions
        and all(w in x.lexicon.words["work-itself"] for w in c.words[:-1])
    ),
    "unit-of-it": _class_of_head("unit"),
    "own-leaving": lambda c, x: _class_of_head("leaving")(c, x) and c.words[0] in x.lexicon.possessives,
    "visits": _class_of_head("visits"),
    "isolated": _class_of_head("isolated"),
    "own-more-people": lambda c, x: _mission_people(c, x) and _words("more")(c, x),
    "sortie": _class_of_head("sorties"),
    "last-people": lambda c, x: (
        _words("last")(c, x) and (_mission_people(c, x) or _is_batch_of_mission_people(c, x))
    ),
    "all-people": lambda c, x: (
        _mission_people(c, x) and bool(x.lexicon.words["entire"].intersection(c.words[:2]))
    ),
    "extension": _class_of_head("extension"),
    "continued": lambda c, x: (_part(c, x) or _mission_people(c, x)) and _words("continued")(c, x),
    "ending": _class_of_head("ending"),
    "place": _is_named("place"),
    "it": lambda c, x: c.words == ("it",) and c.first > 0,
    "pronoun": lambda c, x: c.words[0] in ("it", "they", "we") and not speaks_of_nation(c, x),
    "work": _work,
    "force": _class_of_head("mission-words"),
    "mission-work": _mission_work,
    "of-mission": lambda c, x: (
        has_mission(c) and any(_class_of_head(k)(c, x) for k in ("unit", "people", "capacities"))
    ),
    "mission-size": _mission_size,
    "part": _part,
    "people": _people,
    "troops": _class_of_head("troops"),
    "own-troops": lambda c, x: (
        _class_of_head("troops")(c, x) and not _foreign(c, x) and len(nations_from(c, x)) != 1
    ),
    "mission-people": _mission_people,
    "own-people": _own_people,
    "own-officials": lambda c, x: _class_of_head("officials")(c, x) and _is_of_mission(c, x),
    "own-work": lambda c, x: _mission_work(c, x) and _is_of_mission(c, x),
    "own-vessel": lambda c, x: _words("vessel")(c, x) and _is_of_mission(c, x),
    "mission-troops": lambda c, x: _mission_people(c, x) and x.lexicon.in_class(c.head, "uniformed"),
    "national-people": lambda c, x: (
        ((_people(c, x) or _words("vessel")(c, x)) and _foreign(c, x))
        or any(m.form == "demonym" for m in c.mentions)
    ),
    "nations-troops": lambda c, x: (
        (_sized_as_troops(c, x) or _words("vessel")(c, x)) and bool(nations_of(c, x)) and not _is_led(c, x)
    ),
    "troops-from": lambda c, x: (
        (_sized_as_troops(c, x) or _words("vessel")(c, x)) and bool(nations_from(c, x))
    ),
    "bare-staff": lambda c, _: c.head == "staff" and not c.numbers,
    "nations-stay": lambda c, x: _class_of_head("stays")(c, x) and bool(nations_of(c, x)),
    "uncounted-troops": lambda c, x: KINDS["own-troops"](c, x) and not c.numbers,
    "spoken-of": _spoken_of,
    "statesman": lambda c, x: _is_named("person")(c, x) and bool(nations_of(c, x)),
    "unnamed-contingent": lambda c, x: (
        _words("contingent")(c, x) and not nations_of(c, x) and not has_mission(c)
    ),
    "border": _class_of_head("border"),
    "unnamed-people": lambda c, x: _people(c, x) and not nations_of(c, x) and not has_mission(c),
    "unnamed-troops": lambda c, x: KINDS["unnamed-people"](c, x) and x.lexicon.in_class(c.head, "uniformed"),
    "some-of-its-people": lambda c, x: KINDS["number"](c, x) and _are_its_people(c, x),
    "people-from": lambda c, x: bool(nations_from(c, x)),
    "more-people": lambda c, x: _people(c, x) and _words("more")(c, x),
    "of-nation": lambda c, x: bool(nations_of(c, x)),
    "countries": lambda c, x: x.lexicon.in_class(singular(c.head), "country-words"),
    "national-part": lambda c, x: (
        (_part(c, x) or _class_of_head("size")(c, x) or _class_of_head("unit")(c, x))
        and bool(nations_of(c, x))
    ),
    "number": lambda c, x: bool(c.numbers) and c.numbers[-1].text == c.words[-1],
    "more-number": lambda c, x: any(
        c.words in ((w, n.text), (n.text, w)) for n in c.numbers for w in x.lexicon.words["more"]
    ),
    "leadership": _class_of_head("leadership"),
    "commander-role": _is_commander,
    "mandate": lambda c, x: _class_of_head("mandate")(c, x) or (bool(c.numbers) and _words("mandate")(c, x)),
    "base": lambda c, x: _class_of_head("base")(c, x) or (_words("base")(c, x) and _is_named("place")(c, x)),
    "size": _class_of_head("size"),
    "size-of-people": _is_size_of_people,
    "mission-base": lambda c, x: _class_of_head("base")(c, x) and (has_mission(c) or _is_its(c, x)),
    "presence": lambda c, x: c.head in ("presence", "headquarters", "office", "offices"),
    "decision": _class_of_head("decisions"),
    "armed-group": _words("armed-groups"),
    "foreign-troops": lambda c, x: "foreign" in c.words and _people(c, x),
    "advice": lambda c, x: c.head in ("advice", "counsel", "mentoring"),
    "instruction": lambda c, x: c.head in ("training", "instruction", "courses", "lessons"),
    "support": _class_of_head("support"),
    "cooperation": _class_of_head("cooperation"),
    "security-body": lambda c, x: (
        (_class_of_head("security-bodies")(c, x) or _is_named("body")(c, x))
        and (bool(nations_of(c, x)) or any(w in x.lexicon.words["of-the-host"] for w in c.words))
    ),
    "terrorists": _words("terrorists"),
    "peace": _words("peace"),
    "stability": lambda c, x: _words("stability")(c, x) and not _words("bodies-in-authority")(c, x),
    "line": _words("line"),
    "security-itself": _class_of_head("security-itself"),
    "at-sea": _words("at-sea"),
    "gathered": _words("gathered"),
    "rescued": _words("rescued"),
    "helpful": _words("helpful"),
    "overseen": _words("overseen"),
    "leaving": _class_of_head("leaving"),
    "its-own": lambda c, x: len(c.words) > 2 and x.lexicon.in_class(c.words[1], "own-word"),
    "newcomer": lambda c, x: (
        c.words[0] in x.lexicon.words["one"]
        and not has_mission(c)
        and (_people(c, x) or _part(c, x) or _work(c, x))
    ),
    "patients": _words("patients"),
    "justice": _words("justice"),
    "its-safety": lambda c, x: c.head in x.lexicon.words["safe-state"],
    "care": _class_of_head("care"),
    "fighting": _class_of_head("fighting"),
    "reform": _words("reform"),
    "curfew": _class_of_head("curfew"),
    "airspace": _words("airspace"),
    "gangs": _words("gangs"),
    "institutions": _words("institutions"),
    "guarded": _words("guarded"),
    "remnants": _words("remnants"),
    "deterrence": _words("deterrence"),
    "rights": _words("rights"),
    "relief": _words("relief"),
    "offensive": _words("offensive"),
    "environment": lambda c, x: (
        _words("environment")(c, x) and _words("safe")(c, x) and not _words("at-sea")(c, x)
    ),
    "never-guarded": _words("never-guarded"),
    "waters": _words("waters"),
    "flank": lambda c, x: any(x.lexicon.in_class(p, "flank") for w in c.words for p in w.split()),
    "weapons": _words("weapons"),
    "suspects": _words("suspects"),
    "politics": _words("politics"),
    "awareness": _words("awareness"),
    "sites": _words("sites"),
    "evacuees": _words("evacuees"),
    "shipping": _words("shipping"),
    "piracy": _words("piracy"),
    "order": _words("order"),
    "vessel": _words("vessel"),
    "target": lambda c, x: (
        (not _foreign(c, x) or _is_of_mission(c, x))
        and any(_class_of_head(k)(c, x) for k in ("uniformed", "vessel", "base"))
    ),
    "explosive": _words("explosives"),
    "attack": _words("attack"),
    "safety": _words("safety"),
}
"""Kinds of noun groups that frames ask for. A new kind is one line here and, as a rule, a word class of the lexicon."""


def is_kind(group: Group, kind: str, clause: Clause) -> bool:
    asked = group.chunk.first, kind
    known = clause.kinds.get(asked)
    if known is None:
        known = clause.kinds[asked] = KINDS[kind](group.chunk, clause)
    return known


def is_any_kind(group: Group, kinds: Iterable[str], clause: Clause) -> bool:
    first, known = group.chunk.first, clause.kinds
    for kind in kinds:  # asked more often than anything else: quicker than any() and a generator
        found = known.get((first, kind))
        if found or (found is None and is_kind(group, kind, clause)):
            return True
    return False


def count_in(chunk: Chunk, lexicon: Lexicon) -> int | None:
    """The number of people in a group ("about 200 soldiers"); years, "18-month" and numbers of things are none."""
    for number in reversed(chunk.numbers):
        position = chunk.words.index(number.text) if number.text in chunk.words else -1
        following = chunk.words[position + 1 :]
        if following[:1] and following[0] in lexicon.words["ordinal-endings"]:
            continue
        if following[:1] and following[0] in ("-", "‐", "‑"):
            if not any(lexicon.in_class(w, "sized") for w in following[1:2]):
                continue
        elif any(lexicon.in_class(w, "vessel") for w in following) or _counts_no_people(
            chunk, position, lexicon
        ):
            continue
        return number.number
    return None


def _counts_no_people(chunk: Chunk, position: int, lexicon: Lexicon) -> bool:
    """ "Two battalions", "Battalion 85"."""
    names = position > 0 and lexicon.in_class(chunk.words[position - 1], "unit")
    return lexicon.in_class(chunk.head, "unit") or (names and position == len(chunk.words) - 1)
