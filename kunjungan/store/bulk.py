"""Writes many rows by one statement, without asking of each value what its column is."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table

_PLACE: Mapping[str, str] = {"sqlite": "?", "postgresql": "%s"}


def insert_plain(
    connection: Connection, table: str, names: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert rows of values that the driver takes as they are: texts, numbers, bytes."""
    columns = ", ".join(f'"{name}"' for name in names)
    places = ", ".join([_PLACE[connection.dialect.name]] * len(names))
    statement = f'INSERT INTO "{table}" ({columns}) VALUES ({places})'  # noqa: S608 - our names
    connection.exec_driver_sql(statement, list(rows))


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that have a value for every column of a table, bound as its types say."""
    names = [column.name for column in table.columns]
    columns = (_bound(connection, table, name, [row[name] for row in rows]) for name in names)
    insert_plain(connection, table.name, names, list(zip(*columns, strict=True)))


def _bound(connection: Connection, table: Table, name: str, values: Iterable[Any]) -> Iterable[Any]:
    """Return the values of a column as the driver takes them."""
    kind = table.c[name].type.dialect_impl(connection.dialect)
    bind = kind.bind_processor(connection.dialect)
    return map(bind, values) if bind else values
