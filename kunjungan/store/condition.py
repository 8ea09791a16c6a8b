"""Looks at a database file before anything opens it for writing, and leaves it as it is."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kunjungan.domain.errors import Unavailable
from kunjungan.i18n import later
from kunjungan.store.migrations import APPLICATION, SCHEMA
from kunjungan.store.refusals import refusals

MAGIC = b"SQLite format 3\0"
HEADER_BYTES = 100
DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
EMPTY = later(
    "“{file}” is empty: its content was lost outside this program. "
    "It was left as it is; restore a backup."
)
FOREIGN = later(
    "“{file}” is not the data of an office. It was left as it is; "
    "choose another folder, or restore a backup."
)
NEWER = later(
    "“{file}” was written by a newer version of this program. It was left as it is; "
    "install the newer version."
)


def refuse_foreign(path: Path) -> None:
    """Raise ``Unavailable`` if a file is empty, foreign, or from a newer program.

    Only its first bytes are read, since even opening a foreign database can leave files beside it.
    """
    with refusals(OSError), path.open("rb") as file:
        header = file.read(HEADER_BYTES)
    if not header:
        raise Unavailable(EMPTY, file=path.name)
    schema, application = header[60:64], header[68:72]
    if not header.startswith(MAGIC) or int.from_bytes(application, "big") != APPLICATION:
        raise Unavailable(FOREIGN, file=path.name)
    if int.from_bytes(schema, "big") > SCHEMA:
        raise Unavailable(NEWER, file=path.name)


def is_sound(path: Path, *, alone: bool = True) -> bool:
    """Say whether a database passes SQLite's full check and no link in it is broken.

    ``alone`` says that nobody else writes it meanwhile.
    """
    try:
        with reading(path, alone=alone) as connection:
            pages = connection.execute("PRAGMA integrity_check(1)").fetchone()
            broken_link = connection.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorname.startswith(DAMAGE):
            return False
        raise
    return pages == ("ok",) and broken_link is None


@contextmanager
def reading(path: Path, *, alone: bool) -> Iterator[sqlite3.Connection]:
    """Open a database for reading; one that nobody writes is read without a trace beside it.

    Whoever has it open keeps a log beside it, be it empty.
    """
    untouched = not has_log(path) if alone else not _log(path).exists()
    immutable = "&immutable=1" if untouched else ""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro{immutable}", uri=True)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        yield connection
    finally:
        connection.close()


def has_log(path: Path) -> bool:
    """Say whether changes wait beside a database that were not yet moved into it."""
    log = _log(path)
    return log.exists() and log.stat().st_size > 0


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")
