"""The head of a text file: YAML between two lines of three hyphens, before the body."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import yaml

from missionwatch.errors import UnreadableReport

_OPENING: Final = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSING: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_LONGEST: Final = 65536

_ADVICE: Final = (
    "Write lines such as 'published: 2020-04-02' between two lines of ---, or take the first --- out"
)


def split_head(text: str, subject: str) -> tuple[Mapping[str, object], str]:
    """The fields of the head (none where there is no head) and the body, exactly as it stands after it.

    Every value is kept as it was written: 2020 stays four characters, and `no` is Norwegian. Raises
    `UnreadableReport`, naming the line, for a head that is not closed or that is no YAML of names and values.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return {}, text
    # YAML counts a bare carriage return as a line end, a regular expression does not.
    region = text[opening.end() : opening.end() + _LONGEST]
    closing = _CLOSING.search(re.sub(r"\r(?!\n)", "\n", region))
    if closing is None:
        raise UnreadableReport(f"{subject}, line 1", "opens a head (---) that no second --- closes", _ADVICE)
    return _fields(region[: closing.start()], subject), text[opening.end() + closing.end() :]


def _fields(head: str, subject: str) -> Mapping[str, object]:
    try:
        fields = yaml.load(head, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        # What is never closed is found at the end, which lies behind the head's last line.
        line = min(error.problem_mark.line + 2, head.count("\n") + 1) if error.problem_mark else 2
        raise UnreadableReport(
            f"{subject}, line {line}", f"the head is no YAML: {error.problem}", _ADVICE
        ) from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise UnreadableReport(f"{subject}, line 2", "the head is no YAML", _ADVICE) from None
    if not head.strip() or fields in ("", None):
        return {}
    if not isinstance(fields, dict):
        raise UnreadableReport(f"{subject}, line 2", "the head is no list of names and values", _ADVICE)
    return {str(name): None if value in ("null", "~") else value for name, value in fields.items()}
