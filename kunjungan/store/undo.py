"""Writes journaled changes back to the tables: the inverse for undo, the same again for redo."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam

from kunjungan.domain.errors import Conflict
from kunjungan.i18n import later
from kunjungan.store.codec import decoded
from kunjungan.store.recorder import Recorder
from kunjungan.store.rows import Key, Row, RowChange
from kunjungan.store.shape import journaled, yielding

Found = dict[Key, Row | None]
Updates = list[tuple[UUID, Row]]
ROW = "_row"
"""A place in a statement that no column is called."""


def write_back(recorder: Recorder, label: str, changes: Sequence[RowChange], *, seq: int) -> None:
    """Bring rows to the ``after`` of each change, if they still stand as in its ``before``.

    ``seq`` becomes the version of rows that come back, so that a copy read before they were
    removed counts as out of date.

    Raises:
        Conflict: something was changed since; names the fields.
    """
    ordered = sorted(changes, key=lambda change: change.key)
    found = recorder.note(change.key for change in ordered)
    if moved := sorted({name for change in ordered for name in _moved_on(change, found)}):
        message = later(
            "“{label}” cannot be reversed, because this was changed since: {fields}. "
            "Nothing was touched."
        )
        raise Conflict(message, label=label, fields=", ".join(moved))
    with recorder.writing() as connection:
        for name, table in journaled().items():
            if here := [change for change in ordered if change.table == name]:
                _write_table(connection, table, here, found, seq)


def _moved_on(change: RowChange, found: Found) -> list[str]:
    """Return the fields, as ``table.field``, that no longer hold what the change left there."""
    row = found[change.key]
    if change.before is None or row is None:
        return [] if change.before is row else [change.table]
    return [f"{change.table}.{name}" for name, old in change.before.items() if row[name] != old]


def _write_table(
    connection: Connection, table: Table, changes: Sequence[RowChange], found: Found, seq: int
) -> None:
    """Remove, step aside, add, change: in this order no UNIQUE is met halfway."""
    gone = [change.id for change in changes if change.after is None]
    new = [(c.id, c.after) for c in changes if c.after is not None and c.before is None]
    changed: Updates = []
    for change in changes:
        row = found[change.key]
        if change.after is not None and row is not None:
            yields = {n: row[n] for n in yielding(table, change.after) if n not in change.after}
            changed.append((change.id, {**yields, **change.after}))
    _remove(connection, table, gone)
    _update(connection, table, _emptied(table, changed))
    _add(connection, table, new, seq)
    _update(connection, table, changed)


def _emptied(table: Table, changed: Updates) -> Updates:
    """Return updates that empty the columns through which two rows might clash in passing."""
    return [(key, dict.fromkeys(names)) for key, row in changed if (names := yielding(table, row))]


def _remove(connection: Connection, table: Table, keys: Iterable[UUID]) -> None:
    if rows := [{ROW: key} for key in keys]:
        connection.execute(table.delete().where(table.c.id == bindparam(ROW)), rows)


def _add(
    connection: Connection, table: Table, new: Sequence[tuple[UUID, Row]], version: int
) -> None:
    if rows := [{"id": key, "version": version, **decoded(table, row)} for key, row in new]:
        connection.execute(table.insert(), rows)


def _update(connection: Connection, table: Table, updates: Updates) -> None:
    """Write rows in groups that touch the same columns; each counts up its version."""
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for key, row in updates:
        values = {f"new_{name}": value for name, value in decoded(table, row).items()}
        groups.setdefault(tuple(sorted(row)), []).append({ROW: key, **values})
    for names, rows in groups.items():
        places = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in names}
        statement = table.update().where(table.c.id == bindparam(ROW))
        connection.execute(statement.values(version=table.c.version + 1, **places), rows)
