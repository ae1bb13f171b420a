"""Who: the nations, organisations, bodies and people that a claim is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from missionwatch.claiming.background import Background
from missionwatch.claiming.chunks import Chunk
from missionwatch.claiming.clauses import Group
from missionwatch.claiming.listing import coordinated, followers, gapped, nations_with_numbers, number_in
from missionwatch.claiming.matching import Match
from missionwatch.claiming.nominals import nations_from, nations_of
from missionwatch.claiming.reasons import speaker_of
from missionwatch.claiming.reference import nation_meant, speaking_nation
from missionwatch.claiming.units import Unit
from missionwatch.model.document import Mention

_OF_CONTRIBUTORS = ("", "of", "from", "by", "including", "such as", "like", "between")


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor by its usual name, the id of the nation or organisation that it stands for, its words, and for one of
    a counted list its own number, if it has any."""

    name: str
    id: str | None
    mention: Mention
    number: Unit | None = None
    listed: bool = False


def actor_name(mention: Mention, aspect: str, background: Background) -> str:
    """A government and an army stand for their nation, but for the body that decides."""
    if aspect not in ("mandate", "commander") and mention.kind in ("body", "person") and mention.of:
        return background.owner_name(mention.of)
    return background.usual_name(mention.kind, mention.id) if mention.id else mention.name


def actors_of(matched: Match, mission: Mention, background: Background) -> tuple[Actor, ...]:
    """The actors of what a frame says, each member of a list; empty where the frame has none."""
    part, bracketed = matched.frame.option("actor"), tuple[tuple[Mention, Unit], ...]()
    if part == "nations":
        groups = tuple(g for g in matched.trigger.right if g.preposition in _OF_CONTRIBUTORS)
        mentions = [m for g in groups for m in g.chunk.mentions if m.kind == "nation"]
    elif part == "speaker":
        speaking = speaking_nation(matched.trigger)
        mentions = [speaking] if speaking is not None else []
    elif part == "announcer":
        mentions = _announcing(matched) or _who_runs(mission, background)
    elif part is None or part not in matched.parts:
        return ()
    else:
        clause = matched.trigger.clause
        listed = (matched.parts[part], *coordinated(clause, matched.parts[part]))
        mentions = [m for g in listed for m in _mentions(g.chunk, matched)]
        bracketed = tuple(_in_brackets(matched, listed))
        meant = None if mentions else nation_meant(matched.parts[part], matched.trigger)
        mentions = [meant] if meant is not None else mentions
    aspect = matched.frame.aspect
    counted = _numbered(matched)
    if aspect == "contribution" and mentions:
        clause, index = matched.trigger.clause, matched.trigger.index
        counted = (*counted, *followers(clause, index), *gapped(clause, index))
    numbers = {m.start: n for m, n in (*bracketed, *counted)}
    mentions += [m for m, _ in counted if m not in mentions]
    return tuple(
        Actor(actor_name(m, aspect, background), m.of or m.id, m, numbers.get(m.start), m.start in numbers)
        for m in mentions
    )


def _in_brackets(matched: Match, listed: Sequence[Group]) -> Iterator[tuple[Mention, Unit]]:
    """ "Ghana (870 troops) and Togo (60) have withdrawn their contingents": how many a whole contingent is."""
    clause, theme = matched.trigger.clause, matched.parts.get("theme")
    whole = (
        theme is not None and theme.chunk.words[0] in clause.lexicon.possessives and not theme.chunk.numbers
    )
    for group in listed if whole and matched.frame.value == "withdraws" else ():
        behind = clause.chunks[group.index + 1 : group.index + 3]
        nations = _mentions(group.chunk, matched)
        number = number_in(behind[1], clause) if len(behind) == 2 and behind[0].text == "(" else None
        if number is not None and nations:
            yield nations[-1], number


def _announcing(matched: Match) -> list[Mention]:
    """The body, organisation or nation that says so, for what it has decided itself."""
    name, span = speaker_of(matched.trigger)
    if name is None or span is None:
        return []
    mentions = matched.trigger.clause.document.within(span)
    return [m for m in mentions if m.kind in ("body", "organisation", "nation")][:1]


def _who_runs(mission: Mention, background: Background) -> list[Mention]:
    """The one council of those who run the mission that the report names: who prolongs it where nobody is said to."""
    runs = background.catalogue.mission(mission.id or "").organisation
    named = (m for m in reversed(background.document.mentions) if m.kind == "body" and m.of == runs)
    deciding = {m.id: m for m in named if m.id and background.catalogue.decides(m.id)}
    return list(deciding.values()) if len(deciding) == 1 else []


def _numbered(matched: Match) -> tuple[tuple[Mention, Unit | None], ...]:
    """The further nations of a list of people, with their numbers."""
    actor, count = matched.frame.option("actor", ""), matched.frame.option("count", "")
    if matched.frame.aspect != "contribution" or actor not in (count, "from"):
        return ()
    group = matched.parts.get(count)
    return nations_with_numbers(matched.trigger.clause, group) if group is not None else ()


def _mentions(chunk: Chunk, matched: Match) -> list[Mention]:
    aspect = matched.frame.aspect
    wanted = matched.frame.needs.get(matched.frame.option("actor"), ())
    clause = matched.trigger.clause
    nations = list(nations_of(chunk, clause) or nations_from(chunk, clause))
    if aspect == "commander":
        return [m for m in chunk.mentions if m.kind == "person" and m.form != "role"]
    if aspect == "mandate":
        deciders = [m for m in chunk.mentions if m.kind in ("body", "organisation", "nation")]
        return (deciders or [m for m in chunk.mentions if m.kind == "person"])[-1:]
    if "organisation" in wanted:
        return [m for m in chunk.mentions if m.kind in ("nation", "organisation")] or nations
    return nations
