"""The databases that store tests run on."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from kunjungan.store.engines import server_engine
from kunjungan.store.memory import open_memory
from kunjungan.store.migrations import create
from kunjungan.store.store import Store

BACKENDS = ("sqlite", "postgres")
SERVER = "KUNJUNGAN_TEST_POSTGRES"


@contextmanager
def open_backend(name: str) -> Iterator[Store]:
    """Open an empty office on the database called ``name``."""
    if name == "sqlite":
        store = open_memory()
    else:
        engine = empty_server()
        create(engine)
        store = Store(engine, user="tester", now=lambda: datetime.now(UTC))
    yield store
    store.close()


def empty_server() -> Engine:
    """Return an engine on the test server with nothing in it, or skip if none is named."""
    url = os.environ.get(SERVER)
    if not url:
        pytest.skip(f"{SERVER} names no PostgreSQL server, so nothing is tested on one.")
    engine = server_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    return engine
