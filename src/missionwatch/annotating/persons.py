"""Whether a capitalised name is a person's, and the role beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from missionwatch.annotating.names import Name
from missionwatch.annotating.roles import Role
from missionwatch.annotating.words import alternatives, words

_AFTER_NAME = re.compile(
    r"\s*(?:\([^)]{1,30}\)\s*)?,\s*(?:who\s+is\s+|as\s+)?(?:(?:the|a|an|its|their|his)\s+)?(?:[\w.’'-]+\s+){0,3}?"
)
_PARTY = re.compile(r"\s*\((?P<party>[A-ZÆØÅ][\w-]{0,3}|\d{2})\)")
_COLON = re.compile(r"\s*(?:\([^)]{1,40}\))?\s*:\s*[“\"«„]")
_HEAD_OF = re.compile(r"(?:['’]s)?(?:\s+(?:of|for|in|to|and)\b)?[^,.;:()“”\"]{0,70},\s*")


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name with the role that stands beside it; `sure` where more than a verb of speech shows it."""

    name: Name
    role: Role | None
    sure: bool


@dataclass(frozen=True, slots=True)
class _Cues:
    """What stands directly before or after a name and shows that it is a person's."""

    verb_after: re.Pattern[str]
    verb_before: re.Pattern[str]
    cue_before: re.Pattern[str]
    cue_after: re.Pattern[str]
    gap: re.Pattern[str]


@cache
def _cues(language: str) -> _Cues:
    speech, people = words(language, "speech"), words(language, "people")
    verbs = alternatives(w for row in (*speech.rows("say"), *speech.rows("announce")) for w in row[1:4])
    ranks = alternatives((*people.listed("ranks"), *people.listed("titles")))
    return _Cues(
        re.compile(
            rf"(?:\s*,\s*(?:the|a|an|who|its|their)\s[^.;:!?“”\"]{{3,90}},)?\s*,?\s+"
            rf"(?:(?:{alternatives(speech.listed('between'))})\s+)*(?:{verbs})\b"
        ),
        re.compile(rf"\b(?:{verbs}|{alternatives(speech.listed('sources'))})\s*,?\s+$", re.I),
        re.compile(rf"\b(?:{alternatives(people.listed('before_person'))})\s+$", re.I),
        re.compile(rf"\s*,?\s+(?:{alternatives(people.listed('after_person'))})\b", re.I),
        re.compile(rf"\s*,?\s*(?:(?:{ranks})\s+)*", re.I),
    )


def as_person(text: str, name: Name, roles: Sequence[Role], language: str, titled: bool) -> Person | None:
    """The name as a person's, with the role beside it, or None where nothing shows that it is one.

    `titled`: it stands in a headline, where any word may be capitalised and one alone says nothing.
    """
    if titled and name.weight == 1:
        return None
    cues = _cues(language)
    role, rank = _beside(text, name, roles, cues)
    if role or rank:
        return Person(name, role, True)
    cued = cues.cue_before.search(text[max(0, name.start - 40) : name.start]) or cues.cue_after.match(
        text, name.end
    )
    party = _party(text, name)
    if name.weight > 1 and (party or cued):
        return Person(name, None, True)
    after = cues.verb_after.match(text, name.end)
    before = cues.verb_before.search(text[max(0, name.start - 30) : name.start])
    colon = name.weight > 1 and _COLON.match(text, name.end)
    shouted = all(part.isupper() for part in name.parts)
    if (
        colon
        or ((after or before) and not (name.weight == 1 and shouted))
        or (name.weight == 1 and party and not shouted)
    ):
        return Person(name, None, False)
    return None


def _party(text: str, name: Name) -> bool:
    """Whether a party or an age in brackets follows, and not the name's own initials."""
    found = _PARTY.match(text, name.end)
    if not found:
        return False
    initials = "".join(part[0] for part in name.parts).lower()
    return found["party"].lower() != initials or len(initials) == 1


def _beside(text: str, name: Name, roles: Sequence[Role], cues: _Cues) -> tuple[Role | None, bool]:
    """The role next to the name, before it or behind a comma after it; and whether a rank or title stands before it."""
    role: Role | None = None
    rank = False
    for one in roles:
        if one.start > name.end + 60:
            break
        if one.whole_end <= name.start <= one.whole_end + 90:
            held = _held_before(text, one, name, cues)
            if held and one.kind in ("office", "voice"):
                role = one
            rank = rank or (held and one.kind in ("rank", "title"))
        elif role is None and name.end < one.start and _held_behind(text, one, name):
            role = one
    return role, rank


def _held_before(text: str, role: Role, name: Name, cues: _Cues) -> bool:
    """Whether a role, rank or title before a name is that person's."""
    gap = text[role.whole_end : name.start]
    single = name.weight == 1
    if role.kind in ("rank", "title"):
        return bool(re.fullmatch(r"\s*\(?\s*", gap))
    if single and all(part.isupper() for part in name.parts):
        return False
    if cues.gap.fullmatch(gap):
        return "," not in gap or not single
    return role.kind == "office" and not single and len(gap) > 3 and bool(_HEAD_OF.fullmatch(gap))


def _held_behind(text: str, role: Role, name: Name) -> bool:
    """Whether a role behind a name and a comma is that person's."""
    if name.weight < 2 or role.kind not in ("office", "voice"):
        return False
    return bool(_AFTER_NAME.fullmatch(text, name.end, role.whole_start))
