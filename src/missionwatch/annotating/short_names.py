"""A body named in full once is named shortly later: "NATO defence ministers", then "the ministers"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from missionwatch.annotating.apart import Apart
from missionwatch.model.document import Document, Mention


def _tails(body: Mention) -> Iterator[str]:
    """The ends of a body's words that may stand for it: all but the first, down to the last word alone."""
    words = body.text.split()
    for i in range(1, len(words)):
        yield " ".join(words[i:]).lower()


def with_short_names(document: Document) -> Document:
    """The document with "the foreign ministers", "the council" as mentions of the one body that they can mean.

    Where the words fit two bodies of the report they stay unresolved.
    """
    meant: dict[str, dict[str, Mention]] = defaultdict(dict)
    for body in document.mentions:
        if body.kind == "body":
            for tail in _tails(body):
                meant[tail].setdefault(body.name, body)
    apart = Apart()
    for mention in document.mentions:
        apart.take(mention.start, mention.end)
    found: list[Mention] = []
    for tail, bodies in sorted(meant.items(), key=lambda item: -len(item[0])):
        if len(bodies) == 1:
            body = next(iter(bodies.values()))
            for match in re.finditer(rf"\bthe ({re.escape(tail)})\b", document.text, re.I):
                if apart.is_free(match.start(1), match.end(1)) and apart.take(match.start(1), match.end(1)):
                    found.append(
                        replace(
                            body, start=match.start(1), end=match.end(1), text=match.group(1), form="pronoun"
                        )
                    )
    if not found:
        return document
    return replace(
        document, mentions=tuple(sorted((*document.mentions, *found), key=lambda m: (m.start, -m.end)))
    )
