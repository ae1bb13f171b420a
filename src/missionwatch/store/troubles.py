"""What a database complains about, said so that a user knows what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from missionwatch.errors import RegisterError

DAMAGED_ADVICE: Final = (
    "Restore a copy of the file, or read the reports again into a new register with --register PATH"
)
_KNOWN: Final = (
    ("database is locked", "another process is writing into it", "Wait until it is done and try again"),
    ("database table is locked", "another process is writing into it", "Wait until it is done and try again"),
    (
        "readonly",
        "it is read-only",
        "Give yourself the right to write the file and its folder, or use a copy with --register PATH",
    ),
    (
        "not a database",
        "it is no register of missionwatch",
        "Name another file with --register PATH, or a new one to begin with",
    ),
    (
        "malformed",
        "it is damaged",
        DAMAGED_ADVICE,
    ),
    (
        "unable to open",
        "it cannot be opened",
        "See that the folder exists and that you may read it, or name another file with --register PATH",
    ),
    ("disk is full", "the disk is full", "Make room and read again: what was read before is kept"),
    ("disk i/o error", "the disk cannot be read or written", "See to the disk, or use a copy of the file"),
    ("lock timeout", "another process is writing into it", "Wait until it is done and try again"),
    (
        "connection refused",
        "no server answers there",
        "Start it, or mend host and port of the address",
    ),
    ("failed to resolve", "its host is not known", "Mend the host of the address"),
    (
        "timeout expired",
        "the server does not answer",
        "See to the network, or mend host and port of the address",
    ),
    (
        "authentication failed",
        "the server refuses this user or password",
        "Mend the address, or set PGUSER and PGPASSWORD",
    ),
    ("permission denied", "this user may not do that here", "Ask the owner of the database for the right"),
    (
        "read-only transaction",
        "the server only lets itself be read",
        "Name the main server and not its copy",
    ),
    (
        "no such",
        "a part of it is missing: it is damaged",
        DAMAGED_ADVICE,
    ),
)

_NO_DATABASE: Final = re.compile(r'database "(?P<name>[^"]+)" does not exist')


def said(subject: str, error: SQLAlchemyError) -> RegisterError:
    """The RegisterError for what the database complained about."""
    complaint = str(error.orig if isinstance(error, DBAPIError) else error)
    if (missing := _NO_DATABASE.search(complaint)) is not None:
        return RegisterError(
            subject,
            "the server holds no such database",
            f"Make it: createdb --encoding UTF8 {missing['name']}",
        )
    for words, problem, advice in _KNOWN:
        if words in complaint.lower():
            return RegisterError(subject, problem, advice)
    return RegisterError(subject, f"the database says: {complaint.strip().splitlines()[0]}")


@contextmanager
def spoken_for(subject: str) -> Iterator[None]:
    """Turns what the database raises within into RegisterError."""
    try:
        yield
    except SQLAlchemyError as error:
        raise said(subject, error) from error
