"""Joins texts that were fetched with what is known of them, as JSON lines that `missionwatch` reads.

    python evaluation/reports.py known.jsonl TEXTS [--given GOLD]

TEXTS is a folder that holds ID.txt for each report. With --given the lines of the reports whose texts are there are
written to GOLD, to measure with these alone.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("facts", type=Path)
    options.add_argument("texts", type=Path)
    options.add_argument("--given", type=Path, metavar="GOLD")
    chosen = options.parse_args()
    given = []
    for line in chosen.facts.read_text(encoding="utf-8").splitlines():
        facts = json.loads(line)
        file = chosen.texts / f"{facts['id']}.txt"
        if not file.is_file():
            print(f"no text: {file.name}, {facts['url']}", file=sys.stderr)
            continue
        given.append(line)
        report = {"id": facts["id"], "text": file.read_bytes().decode("utf-8")}
        report |= {name: facts[name] for name in ("url", "published", "language")}
        print(json.dumps(report, ensure_ascii=False))
    if chosen.given:
        chosen.given.write_text("".join(f"{line}\n" for line in given), encoding="utf-8")


if __name__ == "__main__":
    main()
