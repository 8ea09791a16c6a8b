"""Rows as the journal sees them, read from the database and never from a session's memory.

SQLAlchemy's attribute history lacks the old value of an expired row and does not see a change
inside a JSON value; the row itself, read before and after, always tells the truth.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Connection, Select, Table, bindparam, select

from kunjungan.store.codec import dumps, encoded, fields
from kunjungan.store.shape import journaled

Key = tuple[str, UUID]
Row = dict[str, Any]
Op = Literal["i", "u", "d"]
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class RowChange:
    """What became of one row: ``None`` where it was not there, else only the fields concerned.

    ``written`` is its delta where that has been made already.
    """

    table: str
    id: UUID
    before: Row | None
    after: Row | None
    written: str = field(default="", compare=False, repr=False)

    @property
    def key(self) -> Key:
        """Table and id."""
        return self.table, self.id

    @property
    def op(self) -> Op:
        """``i`` for a new row, ``d`` for a removed one, ``u`` for a changed one."""
        if self.before is None:
            return "i"
        return "d" if self.after is None else "u"

    def reversed(self) -> "RowChange":
        """Return the change that takes this one back."""
        return RowChange(self.table, self.id, self.after, self.before)

    def delta(self) -> str:
        """Return the fields with old and new value as the JSON the journal keeps."""
        if self.written:
            return self.written
        if self.before is None:
            return dumps({name: [None, value] for name, value in (self.after or {}).items()})
        before, after = self.before, self.after or {}
        return dumps({name: [before.get(name), after.get(name)] for name in {**before, **after}})


def from_delta(table: str, row: str, op: Op, delta: str) -> RowChange:
    """Return the change that ``RowChange.delta`` wrote, without fields that no longer exist."""
    pairs: Mapping[str, list[Any]] = json.loads(delta)
    known = {field.name for field in fields(journaled()[table])}
    before = None if op == "i" else {k: old for k, (old, _) in pairs.items() if k in known}
    after = None if op == "d" else {k: new for k, (_, new) in pairs.items() if k in known}
    return RowChange(table, UUID(row), before, after)


def compare(key: Key, before: Row | None, after: Row | None) -> RowChange | None:
    """Return what changed between two readings of a row, or ``None`` if nothing did."""
    if before == after:
        return None
    if before is None or after is None:
        return RowChange(*key, before, after)
    moved = [name for name, value in after.items() if before[name] != value]
    return RowChange(*key, {n: before[n] for n in moved}, {n: after[n] for n in moved})


def read_rows(connection: Connection, keys: Iterable[Key], *, lock: bool = False) -> dict[Key, Row]:
    """Return the rows that exist, in canonical values; ``lock`` holds them (PostgreSQL only)."""
    wanted: dict[str, list[UUID]] = {}
    for table, row_id in keys:
        wanted.setdefault(table, []).append(row_id)
    return {
        (name, row_id): row
        for name, ids in wanted.items()
        for some in _chunks(ids)
        for row_id, row in _encoded(connection, journaled()[name], some, lock=lock)
    }


def all_rows(connection: Connection) -> Iterator[tuple[Key, Row]]:
    """Yield every row of every journaled table in canonical values."""
    for name, table in journaled().items():
        for row_id, row in _encoded(connection, table):
            yield (name, row_id), row


def _encoded(
    connection: Connection, table: Table, ids: Sequence[UUID] | None = None, *, lock: bool = False
) -> Iterator[tuple[UUID, Row]]:
    query = _reading(table, some=ids is not None)
    if lock:
        query = query.with_for_update(key_share=True)
    for row_id, *values in connection.execute(query, {"ids": ids} if ids is not None else {}):
        yield row_id, encoded(table, values)


@cache
def _reading(table: Table, *, some: bool) -> Select[Any]:
    """Return what reads all rows of a table, or ``some`` by their ``ids``."""
    columns = (field.column for field in fields(table))
    query = select(table.c.id, *columns).order_by(table.c.id)
    return query.where(table.c.id.in_(bindparam("ids", expanding=True))) if some else query


def _chunks(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))
