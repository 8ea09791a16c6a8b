"""The databases that store tests run on."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, create_engine, make_url

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
    engine = server_engine(_own_database(url))
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    return engine


def _own_database(url: str) -> str:
    """Return the address of a database that no other test process empties; make it if need be."""
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker is None:
        return url
    address = make_url(url)
    own = address.set(database=f"{address.database}_{worker}")
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        known = connection.exec_driver_sql("SELECT datname FROM pg_database").scalars()
        if own.database not in known:
            connection.exec_driver_sql(f'CREATE DATABASE "{own.database}"')
    engine.dispose()
    return own.render_as_string(hide_password=False)
