"""Makes SQLAlchemy engines that write only when told to and forget nothing they have committed."""

import sqlite3
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

BUSY_MS = 5000
WRITES = {"writes": True}
PRAGMAS = (
    f"busy_timeout = {BUSY_MS}",
    "foreign_keys = ON",
    "synchronous = FULL",
    "trusted_schema = OFF",
    "cell_size_check = ON",
)


def file_engine(path: Path, *, read_only: bool = False, immutable: bool = False) -> Engine:
    """Return an engine on a SQLite file that must exist.

    ``immutable`` reads a file whose folder cannot be written; nobody may write it meanwhile.
    """
    mode = "ro" if read_only else "rw"
    uri = f"{path.absolute().as_uri()}?mode={mode}{'&immutable=1' if immutable else ''}"
    return _sqlite(uri, wal=not read_only)


def new_file_engine(path: Path) -> Engine:
    """Return an engine that makes the SQLite file; without a log, so that one file holds it all."""
    return _sqlite(path.absolute().as_uri(), wal=False)


def memory_engine() -> Engine:
    """Return an engine on a throw-away database in memory, shared by all its connections."""
    return _sqlite(f"file:/{uuid4().hex}?vfs=memdb", wal=False)


def server_engine(url: str) -> Engine:
    """Return an engine on the office's PostgreSQL server."""
    return create_engine(url, hide_parameters=True, pool_pre_ping=True)


def _sqlite(uri: str, *, wal: bool) -> Engine:
    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_MS / 1000
        )
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if wal:
            connection.execute("PRAGMA journal_mode = WAL")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Begin at once: Python would wait for the first write and read outside the transaction."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
