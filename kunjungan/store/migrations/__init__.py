"""Builds a new database, and brings an older one up to date, one numbered step at a time."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, inspect, text
from sqlmodel import SQLModel

from kunjungan.store.engines import WRITES
from kunjungan.store.shape import protect

SCHEMA = 6
"""Number of the newest step; SQLite's ``user_version`` and Alembic's table both hold it."""

APPLICATION = int.from_bytes(b"KJNG", "big")
"""SQLite's ``application_id`` of an office."""


def schema_of(connection: Connection) -> int:
    """Return the number of the last step a database has had; 0 if it has had none."""
    if not inspect(connection).has_table("alembic_version"):
        return 0
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return int(found or 0)


def create(engine: Engine) -> None:
    """Build every table at once, as if all steps had been applied.

    A test holds the two ways together; this one needs no Alembic.
    """
    with engine.execution_options(**WRITES).begin() as connection:
        SQLModel.metadata.create_all(connection)
        connection.exec_driver_sql(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
            "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
        step = {"step": f"{SCHEMA:04}"}
        connection.execute(text("INSERT INTO alembic_version VALUES (:step)"), step)
        _finish(connection)


def upgrade(engine: Engine) -> None:
    """Apply every step this database has not had yet, all or none.

    Alembic is imported only if there is one: it would double the time to open an office.
    """
    with engine.connect() as connection:
        if schema_of(connection) == SCHEMA:
            return
    with _steps(engine) as connection:
        _run(connection)
        _finish(connection)


@contextmanager
def _steps(engine: Engine) -> Iterator[Connection]:
    """Open a transaction in which a step may rebuild tables that others link to.

    SQLite would take the old table's removal for a broken link, so links are checked at the end.
    """
    with engine.execution_options(**WRITES).connect() as connection:
        if connection.dialect.name != "sqlite":
            with connection.begin():
                yield connection
            return
        raw = connection.connection.cursor()
        raw.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                yield connection
                if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise RuntimeError(f"a step broke a link: {broken}")
        finally:
            raw.execute("PRAGMA foreign_keys = ON")


def _finish(connection: Connection) -> None:
    protect(connection)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")


def _run(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 (slow, and seldom needed)
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "kunjungan:store/migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
