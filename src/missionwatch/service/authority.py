"""What reconciling asks of the catalogue: which actors are nations, and who decides for whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from missionwatch.model.claim import Claim


@dataclass(frozen=True)
class _Index:
    """Names of the catalogue, case-folded, to ids; made once, where the first question needs it."""

    nations: frozenset[str]
    owners: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    mission_owner: dict[str, str | None] = field(default_factory=dict)


_indexed: list[_Index] = []


def _index() -> _Index:
    if not _indexed:
        from missionwatch.catalogue.load import load_catalogue

        catalogue = load_catalogue()
        index = _Index(frozenset(nation.name.casefold() for nation in catalogue.nations))
        index.owners.update({nation.name.casefold(): nation.id for nation in catalogue.nations})
        for organisation in catalogue.organisations:
            for name in (organisation.name, organisation.acronym):
                if name:
                    index.owners[name.casefold()] = organisation.id
        index.bodies.update({body.name.casefold(): body.of for body in catalogue.bodies})
        index.mission_owner.update({mission.id: mission.organisation for mission in catalogue.missions})
        _indexed.append(index)
    return _indexed[0]


def is_nation(name: str) -> bool:
    """Whether an actor is a nation."""
    return name.casefold() in _index().nations


def decides_for(speaker: str, claim: Claim) -> bool:
    """Whether a speaker can take back what was promised: its actor's, or its mission's, own body (rule 35)."""
    index = _index()
    said = speaker.casefold()
    owner = (
        index.owners.get(claim.actor.casefold()) if claim.actor else index.mission_owner.get(claim.mission_id)
    )
    return owner is not None and owner in (index.owners.get(said), index.bodies.get(said))
