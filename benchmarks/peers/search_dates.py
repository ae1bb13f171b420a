"""dateparser over texts on standard input, run by the interpreter of its own environment.

In: lines of JSON with `text` and `published`. Out: a line for each with `found`, a list of [words, first day, period].
"""

from __future__ import annotations

import json
import sys
from datetime import datetime

from dateparser.date import DateDataParser
from dateparser.search import search_dates


def found(text: str, published: str) -> list[list[str]]:
    settings = {
        "RELATIVE_BASE": datetime.fromisoformat(published),
        "PREFER_DATES_FROM": "past",
        "PREFER_DAY_OF_MONTH": "first",
        "PREFER_MONTH_OF_YEAR": "first",
    }
    parser = DateDataParser(languages=["en"], settings=settings)
    rows = []
    for words, value in search_dates(text, languages=["en"], settings=settings) or []:
        rows.append([words, value.date().isoformat(), parser.get_date_data(words).period])
    return rows


for line in sys.stdin:
    report = json.loads(line)
    print(json.dumps({"found": found(report["text"], report["published"])}), flush=True)
