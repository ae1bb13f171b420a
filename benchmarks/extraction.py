"""How fast claims are extracted, beside spaCy's small tagger and parser on the same sentences: `make bench`.

    python benchmarks/extraction.py [MEGABYTES]

One core each, in one run, on reports that speak of missions and on reports that do not, half of the text each. What
is counted is the time of the processor, so that what else the machine does plays no part. Then the memory of
`missionwatch extract` on a tenth of the text and on all of it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

for library in ("OMP", "OPENBLAS", "BLIS", "MKL"):
    os.environ[f"{library}_NUM_THREADS"] = "1"  # before any of them is loaded

from peers.spacy_parser import WHAT, parse, parser
from spacy.language import Language
from texts import reports_with_missions, reports_without

from missionwatch.annotating.sentences import sentences
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.catalogue.load import load_catalogue
from missionwatch.model.report import Report
from missionwatch.service.extracting import Extracted, extracted

MEGABYTES = 20
MILLION = 1_000_000
WARM_UP = 100_000
BATCH = 500
"""Reports that are held at a time."""


@dataclass
class Times:
    """What was read, and how many seconds of the processor each took for it."""

    reports: int = 0
    words: int = 0
    characters: int = 0
    claims: int = 0
    ours: float = 0.0
    theirs: float = 0.0


def one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def extract(reports: Iterable[Report], catalogue: Catalogue) -> int:
    """The whole way of each report; gives the number of claims."""
    results = (extracted(report, catalogue) for report in reports)
    return sum(len(result.claims) for result in results if isinstance(result, Extracted))


def sentences_of(reports: Iterable[Report]) -> list[str]:
    return [s.span.of(r.text) for r in reports for s in sentences(r.text, "en", r.title)]


def batches(reports: Iterator[Report]) -> Iterator[list[Report]]:
    while batch := [report for _, report in zip(range(BATCH), reports, strict=False)]:
        yield batch


def measured(reports: Iterator[Report], catalogue: Catalogue, nlp: Language) -> Times:
    """Both on the same reports, in turns."""
    times = Times()
    for batch in batches(reports):
        told = sentences_of(batch)
        times.reports += len(batch)
        times.words += sum(len(report.text.split()) for report in batch)
        times.characters += sum(len(report.text) for report in batch)
        times.ours += seconds(lambda batch=batch: _count(times, extract(batch, catalogue)))  # type: ignore[misc]
        times.theirs += seconds(lambda told=told: parse(nlp, told))  # type: ignore[misc]
    return times


def _count(times: Times, claims: int) -> None:
    times.claims += claims


def show(name: str, times: Times) -> None:
    ours, theirs = times.words / times.ours, times.words / times.theirs
    print(
        f"{name:<18}{times.characters / MILLION:>6.1f} MB {times.reports:>7,} reports {times.words:>10,} words "
        f"{times.claims:>8,} claims"
    )
    print(f"  missionwatch    {ours:>12,.0f} words/s")
    print(f"  spaCy           {theirs:>12,.0f} words/s")
    print(f"  ratio           {ours / theirs:>12,.1f} times as fast", flush=True)


def memory(characters: int, folder: Path) -> float:
    """The most memory, in MB, that `missionwatch extract` takes for so much text."""
    file = folder / "reports.jsonl"
    with file.open("w", encoding="utf-8") as out:
        for report in chain(reports_with_missions(characters // 2), reports_without(characters // 2)):
            out.write(json.dumps({"id": report.label, "text": report.text, "language": "en"}) + "\n")
    run = [sys.executable, "-c", "from missionwatch.cli.main import main; main()", "extract", str(file)]
    child = subprocess.Popen(run, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    assert status == 0, f"extract ended with {status}"
    return used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


def main() -> None:
    one_core()
    characters = int(float(sys.argv[1] if len(sys.argv) > 1 else MEGABYTES) * MILLION)
    catalogue, nlp = load_catalogue(), parser()
    for warm in (reports_with_missions(WARM_UP), reports_without(WARM_UP)):
        batch = list(warm)
        extract(batch, catalogue)
        parse(nlp, sentences_of(batch))
    print(f"spaCy: {WHAT}")
    show("with missions", measured(reports_with_missions(characters // 2), catalogue, nlp))
    show("without missions", measured(reports_without(characters // 2), catalogue, nlp))
    with tempfile.TemporaryDirectory() as folder:
        small, large = (memory(size, Path(folder)) for size in (characters // 10, characters))
    print(f"memory            {small:>6.0f} MB for a tenth of the text, {large:.0f} MB for all of it")


if __name__ == "__main__":
    main()
