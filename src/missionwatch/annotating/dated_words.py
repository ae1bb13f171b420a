"""Finding the words that say when: dates, months, weekdays, "later this year". What they mean is `resolving`'s part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from missionwatch.annotating.words import alternatives, words

YEAR = r"(?:19[4-9]\d|20\d\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"


@dataclass(frozen=True, slots=True)
class Atom:
    """One date or duration in the text: what kind of words it is, and their parts by name."""

    start: int
    end: int
    kind: str
    parts: dict[str, str]

    def get(self, name: str) -> str:
        """A part in lower case with single spaces, or nothing."""
        return " ".join((self.parts.get(name) or "").lower().split())


@dataclass(frozen=True, slots=True)
class Tables:
    """The calendar's words with their numbers."""

    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, int]
    numbers: dict[str, float]
    units: dict[str, str]
    ordinals: dict[str, int]
    risky: frozenset[str]
    shy_seasons: frozenset[str]
    counted: frozenset[str]
    amounts: frozenset[str]
    master: re.Pattern[str]
    hint: re.Pattern[str]
    kinds: dict[str, re.Pattern[str]]


@cache
def tables(language: str) -> Tables:
    """The tables and patterns of a language."""
    data, times = words(language, "calendar"), words(language, "times")
    months, weekdays, seasons = data.numbers("months"), data.numbers("weekdays"), data.numbers("seasons")
    sources = _patterns(
        months, weekdays, seasons, data.numbers("numbers"), data.names("units"), data.numbers("ordinals")
    )
    outer = "|".join(
        f"(?P<{kind}>{re.sub(r'[?]P<[^>]+>', '?:', source)})" for kind, source in sources.items()
    )
    hints = alternatives(
        (
            *months,
            *weekdays,
            *seasons,
            *data.names("units"),
            "today",
            "yesterday",
            "tomorrow",
            "tonight",
            "overnight",
            "last night",
            "quarter",
            "this morning",
            "this afternoon",
            "this evening",
            "new year",
            "weekend",
        )
    )
    return Tables(
        months={w: int(n) for w, n in months.items()},
        weekdays={w: int(n) for w, n in weekdays.items()},
        seasons={w: int(n) for w, n in seasons.items()},
        numbers=data.numbers("numbers"),
        units=data.names("units"),
        ordinals={w: int(n) for w, n in data.numbers("ordinals").items()},
        risky=data.set("risky_months"),
        shy_seasons=data.set("season_needs_more"),
        counted=times.set("counted"),
        amounts=times.set("amounts"),
        master=re.compile(rf"(?<![\w./,:$€£-])(?:{outer})(?![\w])(?!-\d)", re.I),
        hint=re.compile(rf"\d|\b(?:{hints})", re.I),
        kinds={kind: re.compile(source, re.I) for kind, source in sources.items()},
    )


def _patterns(*listed: dict[str, float] | dict[str, str]) -> dict[str, str]:
    """The patterns of each kind, those that take more words first."""
    month, weekday, season, number, unit, ordinal = (alternatives(table) for table in listed)
    shortened = alternatives(
        word for word in listed[0] if len(word) <= 4 and word not in {"may", "june", "july"}
    )
    month = rf"(?:(?:{shortened})\b\.?|(?:{month})\b)"
    weekday = rf"(?:{weekday})\b"
    day = rf"{_DAY}(?:\s?(?:st|nd|rd|th)\b|\.)?"
    whose = r"(?:this|last|next|that|the\s+(?:same|following|next|previous|current|coming)|the)"
    year = rf"(?P<year>{YEAR}\b|(?:this|last|next|that|the\s+same|the\s+following)\s+year)"
    part = (
        r"(?:the\s+)?(?:very\s+)?(?:beginning|start|end|middle|close|turn|first\s+half|second\s+half)\s+of"
        r"|end\s+of|(?:(?<=by\s)|(?<=at\s)|(?<=from\s)|(?<=since\s)|(?<=until\s)|(?<=before\s))end|end(?=-)|early|late|mid"
    )
    parted = rf"(?:(?P<part>{part})(?:\s+|-)(?:in\s+|of\s+)?(?:the\s+(?:month|year)\s+of\s+)?(?:the\s+)?)?"
    counted = rf"(?:\d{{1,3}}(?:[.,]5|½)?|{number})"
    several = rf"(?P<day>{day})(?P<more>(?:\s*(?:,|and|to|or|&|-|–|until)\s*(?:the\s+)?{day})*)"
    several_plain = several.replace(r"|\.)", ")")
    return {
        "iso": r"(?P<iso>\d{4}-\d{2}-\d{2})(?:T[\d:.]+Z?)?",
        "numeric": rf"(?P<a>\d{{1,2}})[/.](?P<b>\d{{1,2}})[/.](?P<year>{YEAR})",
        "dmy": rf"(?:(?P<weekday>{weekday}),?\s+)?(?:the\s+)?{several}\s+(?:of\s+)?(?P<month>{month})(?:,?\s+(?:of\s+)?{year})?",
        "mdy": rf"(?:(?P<weekday>{weekday}),?\s+)?(?P<month>{month})\s+(?:the\s+)?{several_plain}(?!\d|[,.]\d{{3}})(?:,?\s+(?:of\s+)?{year})?",
        "my": rf"{parted}(?P<month>{month}),?\s+(?:of\s+)?{year}",
        "m": rf"(?:(?P<whose>this|last|next|past|coming)\s+)?{parted}(?P<month>{month})(?!\s+(?:the\s+)?\d{{1,2}}(?!\d|[,.]\d))",
        "wd": rf"(?:(?P<whose>this|last|next|past|coming)\s+)?(?P<weekday>{weekday})"
        r"(?:\s+(?P<side>last|next|week)\b)?(?:\s+(?:early\s+)?(?:morning|afternoon|evening|night))?",
        "word": r"(?P<word>(?:the\s+)?day\s+(?:before\s+yesterday|after\s+tomorrow)|today|yesterday|tomorrow|tonight"
        r"|this\s+(?:morning|afternoon|evening)|last\s+night|overnight)(?:\s+(?:morning|afternoon|evening|night))?",
        "quarter": rf"(?:the\s+)?(?P<nth>{ordinal})\s+quarter\s+(?:of\s+)?{year.replace('the|', '')}|(?P<q>Q[1-4])\s+(?P<qyear>{YEAR})",
        "season": rf"{parted}(?:(?P<whose>{whose})\s+)?(?P<season>{season})(?:\s+(?:of\s+)?{year}(?:[-/–]\d{{2,4}})?)?",
        "range": rf"(?P<low>{YEAR})\s?[-–/]\s?(?P<high>{YEAR}|\d\d)",
        "year": rf"{parted}(?P<year>{YEAR})",
        "side": rf"(?P<side>later|earlier)\s+(?:in\s+)?(?:on\s+)?(?P<whose>this|that|last|next|the\s+same|the|in)\s+(?P<unit>year|month|week|{season})",
        "turn": r"(?P<turn>year['’]?s?[- ]end|mid-?year|the\s+turn\s+of\s+the\s+year|the\s+new\s+year|new\s+year)",
        "ago": rf"(?P<count>{counted})\s+(?P<unit>{unit})\s+ago",
        "offset": rf"(?P<count>{counted})\s+(?P<unit>{unit})\s+(?P<side>later|earlier)",
        "past": rf"(?:the\s+)?(?P<side>last|past|previous|next|coming|following)\s+(?:(?P<count>{counted})\s+)?(?P<unit>days|weeks|months|years|decades)",
        "ahead": rf"(?P<side>in|within)\s+(?:about\s+|around\s+)?(?P<count>{counted})\s+(?P<unit>{unit})(?:['’]s?\s+time|\s+from\s+now)?",
        "for": rf"for\s+(?:a\s+(?:further\s+)?period\s+of\s+|at\s+least\s+|up\s+to\s+|about\s+|around\s+|an\s+additional\s+|the\s+duration\s+of\s+|initially\s+|only\s+)*"
        rf"(?:(?:{counted})\s+(?:to|or)\s+)?(?P<count>{counted})\s+(?:more\s+|further\s+)?(?P<unit>{unit})",
        "length": rf"(?P<count>{counted})-(?P<unit>{unit})(?:-long)?|(?P<year_long>year)-long"
        rf"|(?:a|the)\s+period\s+of\s+(?P<count2>{counted})\s+(?P<unit2>{unit})",
        "unit": rf"{parted}(?P<whose>{whose}|past|coming)\s+(?P<unit>year|month|week|weekend|decade|quarter)",
        "plain_length": rf"(?P<count>{counted})\s+(?P<unit>{unit})",
    }


def find_atoms(text: str, start: int, end: int, language: str) -> list[Atom]:
    """Every date, month, weekday, year, relative time and duration from `start` to `end`, in order, none within another."""
    known = tables(language)
    atoms: list[Atom] = []
    at = start
    if not known.hint.search(text, start, end):
        return []
    while match := known.master.search(text, at, end):
        kind = match.lastgroup or ""
        inner = known.kinds[kind].match(text, match.start(), match.end())
        atom = Atom(match.start(), match.end(), kind, _parts(inner) if inner else {})
        if inner and _plausible(text, atom, known):
            atoms.append(atom)
            at = match.end()
        else:
            at = match.start() + max(1, len(text[match.start() : match.end()].split(None, 1)[0]))
    return atoms


def _parts(match: re.Match[str]) -> dict[str, str]:
    """The named parts that are there; `days_at` says where the days of a date begin within it."""
    parts = {name: part for name, part in match.groupdict().items() if part}
    if "day" in parts:
        parts["days_at"] = str(match.start("day") - match.start())
    return parts


def _plausible(text: str, atom: Atom, known: Tables) -> bool:
    """Whether the words are a date and not a number, a verb or a name."""
    if atom.kind == "m":
        return _plausible_month(text, atom, known)
    if atom.kind == "dmy":
        name = atom.get("month").rstrip(".")
        if name in known.risky and atom.parts["month"][0].islower() and not atom.get("year"):
            return (
                name != "may"
                or bool(
                    re.search(r"\b(?:on|of|the|until|by|since|from|to)\s+$", text[: atom.start][-8:], re.I)
                )
                or atom.parts["day"].endswith(".")
            )
        return True
    if atom.kind == "mdy":
        return atom.parts["month"][0].isupper() or bool(atom.get("year"))
    if atom.kind == "wd":
        short = len(atom.get("weekday")) <= 5
        return not short or (
            atom.parts["weekday"][0].isupper() and atom.get("weekday") not in {"sun", "sat", "mon", "wed"}
        )
    if atom.kind == "year":
        return _plausible_year(text, atom, known)
    if atom.kind == "range":
        return len(atom.parts["high"]) == 4 or int(atom.parts["high"]) > int(atom.parts["low"][2:])
    if atom.kind == "season":
        return _plausible_season(text, atom, known)
    if atom.kind == "unit":
        return _plausible_unit(text, atom)
    return True


def _before(text: str, at: int) -> str:
    """The word before a place in the text, in lower case."""
    found = re.search(r"([\w'’.-]+)[\s,(]*$", text[max(0, at - 30) : at])
    return found[1].lower() if found else ""


def _after(text: str, at: int) -> str:
    found = re.match(r"[\s-]*([\w'’.]+)", text[at : at + 30])
    return found[1].lower().rstrip(".") if found else ""


_MONTH_LEADS = frozenset(
    [
        "in",
        "of",
        "since",
        "until",
        "till",
        "by",
        "from",
        "before",
        "after",
        "during",
        "early",
        "late",
        "mid",
        "last",
        "next",
        "this",
        "to",
        "through",
        "between",
        "and",
        "on",
        "starting",
        "beginning",
        "for",
        "end",
        "around",
        "or",
        "than",
    ]
)


def _plausible_month(text: str, atom: Atom, known: Tables) -> bool:
    name, written = atom.get("month").rstrip("."), atom.parts["month"]
    led = atom.get("whose") or atom.get("part") or _before(text, atom.start) in _MONTH_LEADS
    if name not in known.risky:
        return written[0].isupper() or bool(led)
    if len(name) == 3 and name != "may":
        return bool(led) and written[0].isupper()
    return bool(led) and (
        written[0].isupper() or (name == "march" and _before(text, atom.start) in {"in", "since", "last"})
    )


_YEAR_LEADS = frozenset(
    ["in", "since", "until", "till", "by", "from", "before", "after", "during", "early", "late", "mid", "through", "throughout", "and", "between", "for", "to", "of", "around", "on", "end", "than", "summer", "spring", "autumn", "winter", "fall", "back", "year", "than", "already"]
)  # fmt: skip
_SURE_LEADS = frozenset(
    ["in", "since", "until", "till", "during", "throughout", "year", "before", "after", "back"]
)


def _plausible_year(text: str, atom: Atom, known: Tables) -> bool:
    if atom.get("part"):
        return True
    before, after = _before(text, atom.start), _after(text, atom.end)
    if text[atom.end : atom.end + 1] == "%" or after in known.counted:
        return False
    if text[atom.start - 1 : atom.start] == "(":
        lead = text[: atom.start - 1].rstrip()[-1:]
        return text[atom.end : atom.end + 1] == ")" and not lead.isdigit()
    if before not in _YEAR_LEADS:
        return False
    if before in _SURE_LEADS:
        return True
    return (
        before not in {"of", "to", "than", "for", "and", "from", "by", "around", "on"}
        or _before_that(text, atom) not in known.amounts
    )


def _before_that(text: str, atom: Atom) -> str:
    found = re.search(r"([\w'’.-]+)\s+[\w'’-]+\s*$", text[max(0, atom.start - 50) : atom.start])
    return found[1].lower() if found else ""


def _plausible_season(text: str, atom: Atom, known: Tables) -> bool:
    season, whose = atom.get("season"), atom.get("whose")
    if atom.get("year") or whose in {"this", "last", "next", "that"}:
        return True
    led = _before(text, atom.start) in {
        "in",
        "by",
        "since",
        "until",
        "during",
        "before",
        "after",
        "over",
        "from",
        "to",
        "through",
    }
    if season in known.shy_seasons and not whose:
        return False
    return led and _after(text, atom.end) not in {
        "camp",
        "school",
        "break",
        "holiday",
        "holidays",
        "offensive",
        "olympics",
        "games",
        "of",
    }


def _plausible_unit(text: str, atom: Atom) -> bool:
    if atom.get("whose") != "the":
        return True
    if atom.get("part"):
        return _after(text, atom.end) not in {"of"}
    led = _before(text, atom.start) in {"in", "during", "within", "over"}
    return (
        led
        and atom.get("unit") == "year"
        and not re.match(
            r"\s+(?:of|to|\d|after|before|since|when|that|prior|following|leading|up)\b", text[atom.end :]
        )
    )
