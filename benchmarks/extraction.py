"""How fast claims are extracted, beside a plain pass over the same text: `make bench`.

A machine's speed says little about the program, so the figure to watch is the ratio: how many times longer than
splitting the text into words and looking up every name of the catalogue in it, in the same process and in turns.
"""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.catalogue.load import load_catalogue
from missionwatch.model.report import Report
from missionwatch.reading.read import read_path
from missionwatch.service.extracting import Extracted, extracted

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "reports.jsonl"
ROUNDS = 5
WORD = re.compile(r"\w+|[^\w\s]")


def seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def extract(reports: Iterable[Report], catalogue: Catalogue) -> int:
    """The whole way of each report; gives the number of claims."""
    results = [extracted(report, catalogue) for report in reports]
    return sum(len(result.claims) for result in results if isinstance(result, Extracted))


def plain_pass(reports: Iterable[Report], names: AhoCorasick) -> int:
    """Words and names alone."""
    return sum(
        len(WORD.findall(r.text)) + len(names.find_matches_as_indexes(r.text.lower())) for r in reports
    )


def main() -> None:
    catalogue = load_catalogue()
    reports = [report for report in read_path(SAMPLES) if isinstance(report, Report)]
    names = AhoCorasick({n.lower() for m in catalogue.missions for n in catalogue.sure_names(m.id)})
    words = sum(len(report.text.split()) for report in reports)
    claims = extract(reports, catalogue)  # also warms up what is loaded once
    pairs = [
        (seconds(lambda: extract(reports, catalogue)), seconds(lambda: plain_pass(reports, names)))
        for _ in range(ROUNDS)
    ]
    slow, plain = (statistics.median(side) for side in zip(*pairs, strict=True))
    print(f"{len(reports)} reports, {words:,} words, {claims} claims, median of {ROUNDS} rounds")
    print(f"extraction   {words / slow:>12,.0f} words/s")
    print(f"plain pass   {words / plain:>12,.0f} words/s")
    print(f"ratio        {slow / plain:>12,.0f} times as long as the plain pass")


if __name__ == "__main__":
    main()
