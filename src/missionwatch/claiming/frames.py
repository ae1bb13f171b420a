"""Frames: how a language says a thing about a mission, read from `languages/CODE/frames/`."""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from missionwatch.claiming.conditions import CONDITIONS
from missionwatch.claiming.nominals import KINDS
from missionwatch.errors import InvalidData
from missionwatch.model.claim import ASPECT_VALUES

_PARTS = (
    "agent", "theme", "object", "subject", "role", "from", "to", "by", "in", "of", "with", "at", "for", "on",
    "against", "favour", "into", "capacity",
)  # fmt: skip


_OPTIONS = frozenset(
    "name aspect value says as actor count count-after when time place at-place mission modality planned-is "
    "not-after only-actual near not-near near-after next to-do not-to-do in-mission only-in only-to "
    "in-sentence theme-none needs-count has-subject finite last-verb passive-or-own work bare-noun theme-free in-place "
    "located to-own not-since unless-nation unless-spoken-of value-by-host sentence not-sentence own theirs "
    "not-verb not-told running done-to affirmed examples "
    "needs-place about no-subject left-countries not-left-places actual-is denied-is denied-means "
    "of-subject "
    "in-passing listed agentless never not-purpose decided stands-alone governed not-governed placeless".split()
)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of ours and the claims that its frame must give, each as the fields that are checked."""

    text: str
    claims: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class Frame:
    """A trigger with the parts that it must have, and the claim that it gives. docs/frames.md explains the fields."""

    name: str
    aspect: str
    value: str
    says: frozenset[str]
    kinds: frozenset[str]
    needs: Mapping[str, tuple[str, ...]]
    forbids: Mapping[str, tuple[str, ...]]
    options: Mapping[str, Any]
    examples: tuple[Example, ...]

    @functools.cached_property
    def conditions(self) -> tuple[tuple[str, Any], ...]:
        """What the frame asks of its clause beside its parts."""
        return tuple((name, self.options[name]) for name in CONDITIONS if self.options.get(name))

    def option(self, name: str, default: Any = None) -> Any:
        return self.options.get(name, default)


def _frame(entry: Mapping[str, Any], file: str) -> Frame:
    name = str(entry.get("name"))
    where = f"{file}: {name}"
    if entry.get("value") not in ASPECT_VALUES.get(str(entry.get("aspect")), ()):
        raise InvalidData(where, f"{entry.get('aspect')} {entry.get('value')} is no claim of the scheme")
    needs = {p: tuple(entry[p]) for p in _PARTS if p in entry}
    forbids = {p: tuple(entry[f"not-{p}"]) for p in _PARTS if f"not-{p}" in entry}
    for kind in (k for kinds in (*needs.values(), *forbids.values()) for k in kinds):
        if kind not in KINDS:
            raise InvalidData(where, f"{kind!r} is no kind of noun group", f"Use one of {', '.join(KINDS)}")
    unknown = set(entry) - _OPTIONS - set(_PARTS) - {f"not-{p}" for p in _PARTS}
    if unknown:
        raise InvalidData(where, f"unknown field {sorted(unknown)[0]!r}")
    options = {k: v for k, v in entry.items() if k in _OPTIONS}
    examples = tuple(Example(e["text"], tuple(e["claims"])) for e in entry.get("examples", ()))
    return Frame(
        name, entry["aspect"], entry["value"], frozenset(entry["says"]), frozenset(entry.get("as", ("verb", "noun"))),
        needs, forbids, options, examples,
    )  # fmt: skip


@functools.cache
def load_frames(language: str) -> tuple[Frame, ...]:
    """The frames of a language, one file for each aspect; InvalidData names the frame and field at fault."""
    folder = importlib.resources.files("missionwatch.claiming") / "languages" / language / "frames"
    frames: list[Frame] = []
    for aspect in ASPECT_VALUES:
        text = (folder / f"{aspect}.yaml").read_text(encoding="utf-8")
        file = f"languages/{language}/frames/{aspect}.yaml"
        frames.extend(_frame(entry, file) for entry in yaml.load(text, Loader=yaml.CBaseLoader) or ())
    return tuple(frames)


@functools.cache
def frames_for(language: str, kind: str, concepts: frozenset[str]) -> tuple[Frame, ...]:
    """The frames that a trigger of this kind and with these concepts may fit, in their order."""
    frames = (f for f in load_frames(language) if not f.option("in-passing"))
    return tuple(f for f in frames if kind in f.kinds and f.says & concepts)


@functools.cache
def frames_in_passing(language: str) -> tuple[Frame, ...]:
    """The frames that hear what a sentence says whatever the relation of its parts."""
    return tuple(f for f in load_frames(language) if f.option("in-passing"))


def concepts_of_organisations(language: str) -> frozenset[str]:
    """What frames say of an organisation that stands for its missions as a whole, where the report names none."""
    frames = (f for f in load_frames(language) if f.option("mission") == "organisation")
    return frozenset(concept for frame in frames for concept in frame.says)
