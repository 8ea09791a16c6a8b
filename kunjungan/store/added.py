"""Many new rows of a table as the journal tells of them, made column by column."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table

from kunjungan.store.bulk import each_made
from kunjungan.store.codec import Field, dumps, fields
from kunjungan.store.rows import RowChange

Columns = Mapping[str, Sequence[Any]]
"""The values of rows by the name of their column, in the order of the rows."""


def additions(table: Table, columns: Columns) -> list[RowChange]:
    """Return the change of each new row, with its delta as ``RowChange.delta`` would write it."""
    kept = {each.name: _kept(each, columns[each.name]) for each in fields(table)}
    rows = (dict(zip(kept, row, strict=True)) for row in zip(*kept.values(), strict=True))
    deltas = _deltas(kept, len(columns["id"]))
    return [
        RowChange(table.name, key, None, row, delta)
        for key, row, delta in zip(columns["id"], rows, deltas, strict=True)
    ]


def _kept(field: Field, values: Sequence[Any]) -> Sequence[Any]:
    """Return the values of a column in canonical form; what leaves as it entered is so already."""
    if field.encode is field.decode:
        return values
    return each_made(lambda value: None if value is None else field.encode(value), values)


def _deltas(columns: Columns, count: int) -> list[str]:
    """Return the deltas of rows: what all have in common is written once, the rest filled in."""
    form: list[str] = []
    differing: list[list[str]] = []
    for name, values in sorted(columns.items()):
        if values.count(values[0]) == count:
            form.append(dumps({name: [None, values[0]]})[1:-1].replace("%", "%%"))
        else:
            form.append(f"{dumps(name)}:[null,%s]")
            differing.append(each_made(dumps, values))
    whole = "{" + ",".join(form) + "}"
    return [whole % texts for texts in zip(*differing, strict=True)] or [whole % ()] * count
