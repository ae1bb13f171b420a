"""Report-like text in any amount, the same every time: reports that speak of missions, and reports that do not.

Those with missions are the samples with other figures, months and order of paragraphs, with paragraphs of other news
between them. Those without are such paragraphs alone, about what papers are full of.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from missionwatch.model.report import Report
from missionwatch.reading.read import read_path

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "reports.jsonl"
PARAGRAPHS = 8
"""So many stand in a report without a mission."""
SHARE_OF_OTHER_NEWS = 0.3

TOWNS = "Aldbrook Fernhaven Oslo Lyon Westerby Porto Graz Leeds Malmo Tampere Bergen Ostrava Cork Ghent Utrecht".split()
NATIONS = "Denmark Sweden Portugal Austria Ireland Finland Norway Belgium Spain Hungary Estonia Chile".split()
PEOPLE = (
    "Anna Lind",
    "Peter Holm",
    "Maria Costa",
    "John Reed",
    "Eva Novak",
    "Tom Baker",
    "Ines Moreau",
    "Karl Berg",
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()

NEWS = yaml.safe_load(Path(__file__).with_name("other_news.yaml").read_text(encoding="utf-8"))
SHARE_ALIKE, SHARE_NAMING = 0.35, 0.1
"""How many of the reports without a mission have words in common with those that have one, or name an organisation."""

_NUMBER = re.compile(r"(?<![\d-])\d{1,3}(?:,\d{3})?(?![\d-])(?! [A-Z][a-z]+ \d{4})")


def reports_with_missions(characters: int) -> Iterator[Report]:
    """Reports that speak of missions, with at least so many characters in all."""
    chance = random.Random("with missions")
    samples = [report for report in read_path(SAMPLES) if isinstance(report, Report)]
    number = 0
    while characters > 0:
        sample = samples[number % len(samples)]
        text = _varied(sample.text, chance)
        characters -= len(text)
        number += 1
        yield Report(
            text, f"with-{number}", language="en", published=sample.published, source=f"Paper {number}"
        )


def reports_without(characters: int) -> Iterator[Report]:
    """Reports that speak of no mission, with at least so many characters in all."""
    chance = random.Random("without missions")
    number = 0
    while characters > 0:
        text = "\n\n".join(_filled(news, chance) for news in _other_news(chance))
        characters -= len(text)
        number += 1
        yield Report(text, f"without-{number}", language="en", source=f"Paper {number}")


def _other_news(chance: random.Random) -> list[str]:
    """The paragraphs of a report without a mission."""
    chosen: list[str] = chance.sample(NEWS["plain"], PARAGRAPHS)
    for kind, share in (("alike", SHARE_ALIKE), ("naming", SHARE_NAMING)):
        if chance.random() < share:
            chosen[chance.randrange(PARAGRAPHS)] = chance.choice(NEWS[kind])
    return chosen


def _varied(text: str, chance: random.Random) -> str:
    """The text with other figures, and other news between its paragraphs."""
    paragraphs: list[str] = []
    for paragraph in text.split("\n\n"):
        paragraphs.append(_NUMBER.sub(lambda found: _other(found[0], chance), paragraph))
        if chance.random() < SHARE_OF_OTHER_NEWS:
            paragraphs.append(_filled(chance.choice(NEWS["plain"]), chance))
    return "\n\n".join(paragraphs)


def _other(figure: str, chance: random.Random) -> str:
    number = int(figure.replace(",", ""))
    return figure if number < 40 else f"{chance.randint(max(40, number // 2), number * 2):,}"


def _filled(news: str, chance: random.Random) -> str:
    town, town2 = chance.sample(TOWNS, 2)
    return news.format(
        town=town, town2=town2, nation=_one(NATIONS, chance), person=_one(PEOPLE, chance), day=_one(DAYS, chance),
        month=_one(MONTHS, chance), n=chance.randint(20, 99), d=chance.randint(2, 9),
    )  # fmt: skip


def _one(listed: Sequence[str], chance: random.Random) -> str:
    return listed[chance.randrange(len(listed))]
