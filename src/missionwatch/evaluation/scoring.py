"""How good claims are: precision, recall and F1 of what was predicted against gold, over all and by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from missionwatch.evaluation.agreeing import FIELDS, FULL, Pairs, agree, pairs
from missionwatch.evaluation.names import MissionNames
from missionwatch.evaluation.told import Told, ToldReport

_ALWAYS: Final = "modality"
"""The field that every claim has; the others count where either side has them."""
UNKNOWN: Final = "not said"


@dataclass(frozen=True, slots=True)
class Measure:
    """Precision and recall of some claims."""

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of the predicted claims that are right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold claims that were found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of claims: those that agree with gold in their core, those that agree in full, and all."""

    matched: int = 0
    matched_in_full: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.matched + other.matched,
            self.matched_in_full + other.matched_in_full,
            self.predicted + other.predicted,
            self.gold + other.gold,
        )

    @property
    def core(self) -> Measure:
        return Measure(self.matched, self.predicted, self.gold)

    @property
    def full(self) -> Measure:
        return Measure(self.matched_in_full, self.predicted, self.gold)


@dataclass(frozen=True, slots=True)
class Compared:
    """One report: what gold and prediction tell of it, and which claims stand for each other."""

    gold: ToldReport
    predicted: ToldReport
    pairs: Pairs

    @classmethod
    def of(cls, gold: ToldReport, predicted: ToldReport, missions: MissionNames) -> Compared:
        return cls(gold, predicted, pairs(gold.claims, predicted.claims, missions))

    @property
    def language(self) -> str:
        return self.gold.language or self.predicted.language or UNKNOWN

    @property
    def matched(self) -> tuple[tuple[Told, Told], ...]:
        return tuple((self.gold.claims[i], self.predicted.claims[j]) for i, j in self.pairs)

    @property
    def missed(self) -> tuple[Told, ...]:
        """The gold claims that nothing stands for."""
        found = {i for i, _ in self.pairs}
        return tuple(claim for i, claim in enumerate(self.gold.claims) if i not in found)

    @property
    def invented(self) -> tuple[Told, ...]:
        """The predicted claims that stand for nothing."""
        right = {j for _, j in self.pairs}
        return tuple(claim for j, claim in enumerate(self.predicted.claims) if j not in right)

    def score(self, aspect: str | None = None) -> Score:
        """The counts of this report, of one aspect or of all."""
        in_full = [
            all(agree(name, g, p) for name in FULL) for g, p in self.matched if aspect in (None, g.aspect)
        ]
        predicted, gold = (
            sum(aspect in (None, claim.aspect) for claim in told.claims)
            for told in (self.predicted, self.gold)
        )
        return Score(len(in_full), sum(in_full), predicted, gold)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All reports of a gold, by id; `absent` are those that no prediction was given for: nothing was found in
    them."""

    reports: tuple[Compared, ...]
    absent: tuple[str, ...] = ()

    def total(self) -> Score:
        return _sum(report.score() for report in self.reports)

    def by_aspect(self) -> dict[str, Score]:
        """The aspects with the most gold claims first."""
        aspects = {c.aspect for r in self.reports for told in (r.gold, r.predicted) for c in told.claims}
        scores = {a: _sum(report.score(a) for report in self.reports) for a in aspects}
        return dict(sorted(scores.items(), key=lambda item: (-item[1].gold, item[0])))

    def by_language(self) -> dict[str, Score]:
        return self._by({report.gold.id: report.language for report in self.reports})

    def by_translation(self) -> dict[str, Score]:
        """Machine-translated reports and the others apart; empty where gold says it of none."""
        if all(report.gold.machine_translated is None for report in self.reports):
            return {}
        told = {True: "machine-translated", False: "as written", None: UNKNOWN}
        return self._by({report.gold.id: told[report.gold.machine_translated] for report in self.reports})

    def _by(self, kinds: Mapping[str, str]) -> dict[str, Score]:
        scores: dict[str, Score] = defaultdict(Score)
        for report in self.reports:
            scores[kinds[report.gold.id]] += report.score()
        return dict(sorted(scores.items()))

    def by_field(self) -> dict[str, tuple[int, int]]:
        """Over the claims that agree in their core: how many agree in the field, of how many that have it."""
        matched = [pair for report in self.reports for pair in report.matched]
        found = {name: [agree(name, g, p) for g, p in matched if _has(name, g, p)] for name in FIELDS}
        return {name: (sum(agreed), len(agreed)) for name, agreed in found.items() if agreed}


def evaluate(
    gold: Mapping[str, ToldReport], predicted: Mapping[str, ToldReport], missions: MissionNames
) -> Evaluation:
    """Hold predictions against gold, report by report. Predictions for reports that gold lacks do not count."""
    reports = (Compared.of(gold[id], predicted.get(id, ToldReport(id)), missions) for id in sorted(gold))
    return Evaluation(tuple(reports), tuple(id for id in sorted(gold) if id not in predicted))


def differing(gold: Told, predicted: Told) -> Iterator[str]:
    """The fields in which two claims that stand for each other do not agree."""
    return (name for name in FIELDS if not agree(name, gold, predicted))


def _has(name: str, gold: Told, predicted: Told) -> bool:
    return name == _ALWAYS or bool(getattr(gold, name) or getattr(predicted, name))


def _sum(scores: Iterable[Score]) -> Score:
    return sum(scores, Score())
