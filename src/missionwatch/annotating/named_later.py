"""The lead gives an office, the next sentences the name: "a UN official said ... the spokeswoman, Anna Holm, told"."""

from __future__ import annotations

from collections.abc import Sequence

from missionwatch.annotating.attribution import Attribution
from missionwatch.annotating.speakers import Speaker, Speakers

_NEAR = 700  # characters between the office and the name at most


def named_later(
    told: Sequence[tuple[Attribution, Speaker]], speakers: Speakers
) -> dict[Attribution, Speaker]:
    """For the first attribution to an office without a name, the person whom the next one names."""
    first = next((i for i, (a, _) in enumerate(told) if speakers.is_unnamed(a.subject)), None)
    if first is None:
        return {}
    office, span = told[first][0], told[first][1].span
    following = next(
        ((a, who) for a, who in told[first + 1 :] if a.subject and a.subject.kind == "person"), None
    )
    if following is None or following[0].start - office.end > _NEAR:
        return {}
    named, name = following[0].subject, following[1].name
    if named is None or not speakers.is_named(named):
        return {}
    owners = {m.of for m in (office.subject, named) if m is not None and m.of}
    if len(owners) > 1 or any(
        a.subject is not None and a.subject.name == named.name for a, _ in told[:first]
    ):
        return {}
    return {office: Speaker(name, span, "person")}
