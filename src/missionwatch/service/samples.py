"""The sample reports: beside the sources in a checkout, inside the package where it is installed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from missionwatch.errors import InvalidData

_PACKAGE: Final = Path(__file__).resolve().parent.parent
_FOLDERS: Final = (_PACKAGE / "samples", _PACKAGE.parent.parent / "samples")


@dataclass(frozen=True, slots=True)
class Samples:
    """The file of reports, and the id of the mission whose story they tell."""

    reports: Path
    mission: str


def samples(folders: tuple[Path, ...] = _FOLDERS) -> Samples:
    """Where the samples are. Raises InvalidData where they are not, or do not say which mission they show."""
    import yaml

    for folder in folders:
        description = folder / "demo.yaml"
        if not description.is_file():
            continue
        said = yaml.safe_load(description.read_text(encoding="utf-8"))
        if not isinstance(said, dict) or not {"mission", "reports"} <= said.keys():
            raise InvalidData(
                str(description), "does not give 'mission' and 'reports'", "Install missionwatch anew"
            )
        return Samples(folder / str(said["reports"]), str(said["mission"]))
    raise InvalidData("samples", "are not where they are installed", "Install missionwatch anew")
