"""What the journal must know about the tables: which it keeps, their uniques, its own triggers."""

from collections.abc import Collection
from functools import cache

from sqlalchemy import Connection, Table, UniqueConstraint
from sqlmodel import SQLModel

from kunjungan.store import tables

assert tables

APPEND_ONLY = ("jr_txn", "jr_change")


@cache
def journaled() -> dict[str, Table]:
    """Return every table whose rows the journal follows, parents before children."""
    found = SQLModel.metadata.sorted_tables
    return {table.name: table for table in found if not table.name.startswith("jr_")}


@cache
def uniques(table: Table) -> tuple[tuple[str, ...], ...]:
    """Return the column names of each UNIQUE of ``table``."""
    constraints = [
        tuple(column.name for column in constraint.columns)
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint)
    ]
    indexes = [tuple(c.name for c in index.columns) for index in table.indexes if index.unique]
    return tuple(sorted({*constraints, *indexes}))


def yielding(table: Table, names: Collection[str]) -> list[str]:
    """Return the columns to empty before ``names`` are written, so that no UNIQUE clashes."""
    return [
        column
        for unique in uniques(table)
        if any(name in names for name in unique)
        for column in unique
        if table.c[column].nullable
    ]


def protect(connection: Connection) -> None:
    """Make the database itself refuse to alter or shorten the journal.

    Called after every migration, because a table that a migration rebuilds loses its triggers.
    """
    if connection.dialect.name == "sqlite":
        for table in APPEND_ONLY:
            for verb in ("update", "delete"):
                connection.exec_driver_sql(_sqlite_trigger(table, verb))
        return
    connection.exec_driver_sql(_POSTGRES_FUNCTION)
    for table in APPEND_ONLY:
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_ro ON {table}")
        connection.exec_driver_sql(
            f"CREATE TRIGGER {table}_ro BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION jr_refuse()"
        )


def _sqlite_trigger(table: str, verb: str) -> str:
    return (
        f"CREATE TRIGGER IF NOT EXISTS {table}_{verb} BEFORE {verb.upper()} ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
    )


_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION jr_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$
"""
