"""Writes many rows by one statement, without asking of each value what its column is."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table

_PLACE: Mapping[str, str] = {"sqlite": "?", "postgresql": "%s"}
_LOOKED = 40
"""So many values of a column tell whether its values come again and again."""


def insert_plain(
    connection: Connection, table: str, names: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert rows of values that the driver takes as they are: texts, numbers, bytes."""
    columns = ", ".join(f'"{name}"' for name in names)
    places = ", ".join([_PLACE[connection.dialect.name]] * len(names))
    statement = f'INSERT INTO "{table}" ({columns}) VALUES ({places})'  # noqa: S608 - our names
    connection.exec_driver_sql(statement, list(rows))


def insert_rows(connection: Connection, table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
    """Insert rows given by all columns of a table, each bound as its type says."""
    bound = (_bound(connection, table, name, values) for name, values in columns.items())
    insert_plain(connection, table.name, list(columns), list(zip(*bound, strict=True)))


def each_made(make: Callable[[Any], Any], values: Sequence[Any]) -> list[Any]:
    """Return what is made of each value; where values come again and again, once of each."""
    if values.count(values[0]) == len(values):
        return [make(values[0])] * len(values)
    try:
        if len(set(values[:_LOOKED])) * 2 < len(values[:_LOOKED]):
            made = {value: make(value) for value in set(values)}
            return [made[value] for value in values]
    except TypeError:  # lists and mappings cannot be looked up
        pass
    return list(map(make, values))


def _bound(connection: Connection, table: Table, name: str, values: Sequence[Any]) -> Sequence[Any]:
    """Return the values of a column as the driver takes them."""
    kind = table.c[name].type.dialect_impl(connection.dialect)
    bind = kind.bind_processor(connection.dialect)
    return each_made(bind, values) if bind else values
