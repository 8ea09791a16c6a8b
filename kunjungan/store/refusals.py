"""Turns what a database or a disk cannot do into one sentence each; everything else is a bug.

Each sentence says what happened, what is safe, and what to do.
"""

import errno
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

from kunjungan.domain.errors import Conflict, OfficeError, Unavailable
from kunjungan.i18n import later

CHANGED_ELSEWHERE = later(
    "Someone else changed this in the meantime. Nothing of yours was saved; "
    "look at it again and repeat your change."
)
STILL_NEEDED = later(
    "Other records still depend on this one. Nothing was changed; remove or change those first."
)
ALREADY_THERE = later(
    "Something with the same number or key is already there. Nothing was changed; choose another."
)
DISK_FULL = later(
    "The disk is full. Nothing was changed and nothing is lost; free some space and try again."
)
HELD = later(
    "Another program is using the office's data. Nothing was changed; try again in a moment."
)
READ_ONLY = later(
    "The office's data can be read but not written. Nothing was changed; "
    "check the folder's permissions."
)
DAMAGED = later(
    "The office's data is damaged. Nothing was changed; "
    "close the program, open the office again and restore a backup."
)
UNREADABLE = later(
    "The disk with the office's data does not answer as it should. Nothing was changed; "
    "check the disk and its cable, then try again."
)
GONE = later(
    "The office's data can no longer be reached. Nothing was changed; "
    "check that its folder is still there."
)
SERVER_GONE = later(
    "The office's server does not answer. Nothing was changed; check the network, then try again."
)

_SQLITE: Mapping[str, str] = MappingProxyType(
    {
        "SQLITE_FULL": DISK_FULL,
        "SQLITE_BUSY": HELD,
        "SQLITE_LOCKED": HELD,
        "SQLITE_READONLY": READ_ONLY,
        "SQLITE_PERM": READ_ONLY,
        "SQLITE_CORRUPT": DAMAGED,
        "SQLITE_NOTADB": DAMAGED,
        "SQLITE_IOERR": UNREADABLE,
        "SQLITE_CANTOPEN": GONE,
    }
)
_POSTGRES: Mapping[str, str] = MappingProxyType(
    {
        "53100": DISK_FULL,
        "55P03": HELD,
        "25006": READ_ONLY,
        "42501": READ_ONLY,
        "08": SERVER_GONE,
        "57P": SERVER_GONE,
        "XX001": DAMAGED,
        "XX002": DAMAGED,
        "58030": UNREADABLE,
    }
)
_OS: Mapping[int, str] = MappingProxyType(
    {
        errno.ENOSPC: DISK_FULL,
        errno.EDQUOT: DISK_FULL,
        errno.EROFS: READ_ONLY,
        errno.EACCES: READ_ONLY,
        errno.EPERM: READ_ONLY,
        errno.EIO: UNREADABLE,
        errno.ENOENT: GONE,
        errno.ENOTDIR: GONE,
    }
)
DEADLOCKS = frozenset({"40P01", "40001"})


@contextmanager
def refusals(*also: type[OSError]) -> Iterator[None]:
    """Raise the database's known failures as ``OfficeError``; let bugs through unchanged.

    With ``OSError`` it answers for a disk too; only for blocks that touch the office's own files.
    """
    known: tuple[type[Exception], ...] = (StaleDataError, DBAPIError, sqlite3.Error, *also)
    try:
        yield
    except known as error:
        if refusal := refusal_for(error):
            raise refusal from error
        raise


def refusal_for(error: Exception) -> OfficeError | None:
    """Return the sentence for a failure, or ``None`` if it is a bug."""
    if isinstance(error, StaleDataError):
        return Conflict(CHANGED_ELSEWHERE)
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(error, IntegrityError) or isinstance(cause, sqlite3.IntegrityError):
        return _broken_rule(str(cause))
    if isinstance(cause, sqlite3.Error):
        return _sqlite(cause)
    if isinstance(cause, OSError):
        return _known(_OS.get(cause.errno or 0))
    return _postgres(error, getattr(cause, "sqlstate", None))


def deadlocked(error: BaseException | None) -> bool:
    """Say whether PostgreSQL ended this change only so that another could go on."""
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) in DEADLOCKS


def _broken_rule(text: str) -> OfficeError | None:
    lower = text.lower()
    if "foreign key" in lower:
        return Conflict(STILL_NEEDED)
    return Conflict(ALREADY_THERE) if "unique" in lower else None


def _sqlite(error: sqlite3.Error) -> OfficeError | None:
    name = getattr(error, "sqlite_errorname", "")
    return _known(next((_SQLITE[start] for start in _SQLITE if name.startswith(start)), None))


def _postgres(error: Exception, state: str | None) -> OfficeError | None:
    if state in DEADLOCKS:
        return Conflict(CHANGED_ELSEWHERE)
    if state is None:
        # psycopg gives no state when there was no server to give one.
        return _known(SERVER_GONE if isinstance(error, OperationalError) else None)
    return _known(next((_POSTGRES[start] for start in _POSTGRES if state.startswith(start)), None))


def _known(message: str | None) -> OfficeError | None:
    return None if message is None else Unavailable(message)
