"""All that one evaluation has to tell."""

from __future__ import annotations

from dataclasses import dataclass

from missionwatch.evaluation.calibration import Calibration
from missionwatch.evaluation.changes import Difference
from missionwatch.evaluation.scoring import Compared, Evaluation


@dataclass(frozen=True, slots=True)
class Findings:
    """The figures, and what else was asked for: None where it was not."""

    evaluation: Evaluation
    differences: tuple[Difference, ...] | None = None
    calibration: Calibration | None = None
    shown: tuple[Compared, ...] = ()
