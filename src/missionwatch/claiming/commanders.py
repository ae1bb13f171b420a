"""Who commands a mission, told by an office beside a name: "the force commander of KFOR, Major General X"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from missionwatch.catalogue.entries import Mission
from missionwatch.claiming.background import Background
from missionwatch.claiming.clauses import Clause
from missionwatch.claiming.units import Unit
from missionwatch.model.claim import Claim
from missionwatch.model.document import Mention

_REACH = 9
"""So many words may stand between an office and the name of who holds it."""


def claims_of_commanders(clause: Clause, background: Background) -> Iterator[Claim]:
    """A claim for each office of command over a mission with the name beside it."""
    for i, unit in enumerate(clause.units):
        office = unit.mention
        mission = _commanded(office, clause, background) if office is not None else None
        if mission is None or office is None or not _is_command(office, clause) or _is_past(office, clause):
            continue
        if not office.of and _is_of_another(clause, i):
            continue
        holder = office if office.form != "role" else _beside(clause, i)
        if holder is not None:
            passage = background.cut(clause.span_of_units(*sorted((i, _place(clause, holder)))))
            yield Claim(
                mission.name, mission.id, "commander", "command", passage, actor=holder.name,
                evidence={"actor": holder.span}, rule="commander-by-office",
            )  # fmt: skip


def _commanded(office: Mention, clause: Clause, background: Background) -> Mission | None:
    """The mission that an office is of: the one that it names, else the one spoken of, whose office it can only be
    ("the force commander", "the head of mission")."""
    missions = background.missions.missions
    of_mission = clause.lexicon.words["offices-of-missions"]
    if office.of or office.form != "role" or office.text.lower() not in of_mission:
        return missions.get(office.of or "")
    here = [m.id for m in clause.document.within(clause.sentence.span) if m.kind == "mission" and m.id]
    spoken = background.missions.spoken_of(clause.sentence) if not here else None
    only = set(here) if spoken is None else {spoken.id}
    return missions.get(next(iter(only)) or "") if len(only) == 1 else None


def _is_command(mention: Mention, clause: Clause) -> bool:
    words = (mention.role or "").lower().split()
    commands = any(clause.lexicon.in_class(w, "commander-roles") for w in words)
    return (
        mention.kind == "person"
        and commands
        and not any(clause.lexicon.in_class(w, "deputies") for w in words)
    )


def _is_of_another(clause: Clause, i: int) -> bool:
    """ "Land Force Commander": the word before an office that names no mission is part of a name."""
    before = clause.units[i - 1] if i > 1 else None
    if before is None or before.kind != "word" or before.text in clause.lexicon.words["office-words"]:
        return False
    named = clause.document.text[before.start].isupper()
    return named and before.text not in clause.lexicon.determiners


def _is_past(office: Mention, clause: Clause) -> bool:
    """ "The former commander of KFOR, General X": another word stands before the office of that person."""
    before = zip(clause.units, clause.units[1:], strict=False)
    return any(
        unit.mention is not None
        and (unit.mention.name, unit.mention.form) == (office.name, "role")
        and clause.lexicon.in_class(word.text, "deputies")
        for word, unit in before
    )


def _place(clause: Clause, mention: Mention) -> int:
    return next(i for i, u in enumerate(clause.units) if u.mention is mention)


def _beside(clause: Clause, i: int) -> Mention | None:
    """The name after the office ("the head of X is Judge Y"), else the one before it ("Y of Ireland, head of X")."""
    after = _first_name(clause.units[i + 1 : i + 1 + _REACH], clause, past=clause.lexicon.words["is-words"])
    before = reversed(clause.units[max(0, i - _REACH) : i])
    return after or _first_name(before, clause, past=clause.lexicon.words["office-links"])


def _first_name(units: Iterable[Unit], clause: Clause, past: frozenset[str]) -> Mention | None:
    """The first name of a person; None where something stands before it that says another thing."""
    for unit in units:
        mention = unit.mention
        if mention is not None and mention.kind == "person" and mention.form != "role":
            return mention
        passed = mention is not None or unit.text in past | clause.lexicon.words["office-words"]
        if not passed and unit.text not in clause.lexicon.determiners:
            return None
    return None
