"""A throw-away office in memory, for tests and for looking at something before it is kept."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache

from sqlalchemy import Engine

from kunjungan.store import seeds
from kunjungan.store.engines import WRITES, memory_engine
from kunjungan.store.finding import index
from kunjungan.store.migrations import create
from kunjungan.store.store import Store


def open_memory(
    *, user: str = "tester", now: Callable[[], datetime] | None = None, seed: bool = False
) -> Store:
    """Open an empty office in memory; with ``seed`` it knows regions and holidays."""
    engine = memory_engine()
    source = sqlite3.connect(":memory:")
    source.deserialize(_template(seeded=seed))
    with _raw(engine) as target:
        source.backup(target)
    source.close()
    return Store(engine, user=user, now=now or _utc)


@cache
def _template(*, seeded: bool) -> bytes:
    """Build an office once; copying it is far faster."""
    engine = memory_engine()
    create(engine)
    with engine.execution_options(**WRITES).begin() as connection:
        index.build_some(connection)
    if seeded:
        seeds.seed(Store(engine, user="system", now=_utc))
    with _raw(engine) as source:
        content = source.serialize()
    engine.dispose()
    return content


@contextmanager
def _raw(engine: Engine) -> Iterator[sqlite3.Connection]:
    fairy = engine.raw_connection()
    try:
        connection = fairy.driver_connection
        assert isinstance(connection, sqlite3.Connection)
        yield connection
    finally:
        fairy.close()


def _utc() -> datetime:
    return datetime.now(UTC)
