"""Reads the journal: what stands to be undone, what happened to a record, whether all is whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Connection, Select, func, select

from kunjungan.domain.errors import Conflict
from kunjungan.i18n import later
from kunjungan.store.chain import Kind
from kunjungan.store.codec import decoded, read_moment
from kunjungan.store.rows import RowChange, from_delta
from kunjungan.store.shape import journaled
from kunjungan.store.tables import jr_change, jr_txn

What = Literal["added", "changed", "removed"]
WHAT: dict[str, What] = {"i": "added", "u": "changed", "d": "removed"}
EMPTY: tuple[object, ...] = (None, "", (), [])


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One field's step in the life of a record, with values as the tables give them.

    ``kind`` tells the undo or redo of ``label`` from its first doing.
    """

    at: datetime
    who: str
    kind: Kind
    label: str
    what: What
    field: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class Done:
    """One named change of the whole office; ``rows`` counts the records it touched."""

    at: datetime
    who: str
    kind: Kind
    label: str
    reason: str | None
    rows: int


@dataclass(frozen=True, slots=True)
class Step:
    """A change that undo or redo would act on next."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Standing:
    """The tops of the undo and the redo stack."""

    undo: Step | None
    redo: Step | None


def standing(connection: Connection, device: str) -> Standing:
    """Derive both stacks from the journal, so that they survive a restart.

    Read from the newest change backwards, the last word on a command is the first met: an undo or
    a redo settles the command it names. The newest command that stands is the next to undo, and
    had cleared whatever was undone before it; a final one ends the search.
    """
    settled: dict[str, str] = {}
    redo: Step | None = None
    for txn in _newest_first(connection, device):
        if txn.kind in ("undo", "redo"):
            if txn.undoes not in settled:
                settled[txn.undoes] = txn.kind
                if redo is None and txn.kind == "undo":
                    redo = Step(txn.undoes, txn.label)
            continue
        if txn.final:
            break
        if settled.get(txn.id) != "undo":
            return Standing(Step(txn.id, txn.label), redo)
    return Standing(None, redo)


def changes_of(connection: Connection, step: Step) -> list[RowChange]:
    """Return what a change did to each row.

    Raises:
        Conflict: part of it was removed from the journal for privacy, or the tables of today keep
            nothing of what it changed.
    """
    query = select(jr_change).where(jr_change.c.txn == step.id).order_by(jr_change.c.n)
    found = connection.execute(query).all()
    if any(row.delta is None for row in found):
        message = later(
            "“{label}” cannot be reversed, because personal data in it was removed for good."
        )
        raise Conflict(message, label=step.label)
    changes = [from_delta(row.tbl, row.row, row.op, row.delta) for row in found]
    if not any(change.before or change.after for change in changes):
        message = later(
            "“{label}” cannot be reversed, because this version of the program keeps what it "
            "changed in another way. Nothing was touched; change it by hand."
        )
        raise Conflict(message, label=step.label)
    return changes


def history(connection: Connection, table: str, row_id: UUID) -> list[HistoryEntry]:
    """Return the steps of a record, newest first, an added or removed one by its filled fields."""
    query = (
        select(jr_change, jr_txn.c.at, jr_txn.c.who, jr_txn.c.kind, jr_txn.c.label)
        .join(jr_txn, jr_txn.c.id == jr_change.c.txn)
        .where(jr_change.c.tbl == table, jr_change.c.row == row_id.hex)
        .where(jr_change.c.delta.is_not(None))
        .order_by(jr_change.c.id.desc())
    )
    return [entry for row in connection.execute(query) for entry in _entries(row)]


def recent(connection: Connection, most: int) -> list[Done]:
    """Return the latest changes of all desks, newest first."""
    rows = (
        select(func.count())
        .where(jr_change.c.txn == jr_txn.c.id)
        .correlate(jr_txn)
        .scalar_subquery()
    )
    query = (
        select(jr_txn.c.at, jr_txn.c.who, jr_txn.c.kind, jr_txn.c.label, jr_txn.c.reason, rows)
        .order_by(jr_txn.c.at.desc(), jr_txn.c.seq.desc())
        .limit(most)
    )
    return [Done(read_moment(at), *rest) for at, *rest in connection.execute(query)]


def _entries(row: Any) -> Iterator[HistoryEntry]:  # noqa: ANN401 (a row of the query above)
    change = from_delta(row.tbl, row.row, row.op, row.delta)
    table = journaled()[row.tbl]
    before = decoded(table, change.before or {})
    after = decoded(table, change.after or {})
    at, what = read_moment(row.at), WHAT[row.op]
    for name in before | after:
        old, new = before.get(name), after.get(name)
        if row.op == "u" or old not in EMPTY or new not in EMPTY:
            yield HistoryEntry(at, row.who, row.kind, row.label, what, name, old, new)


def _newest_first(connection: Connection, device: str) -> Iterator[Any]:
    query: Select[Any] = (
        select(
            jr_txn.c.id,
            jr_txn.c.kind,
            jr_txn.c.label,
            jr_txn.c.undoes,
            jr_txn.c.final,
            jr_txn.c.seq,
        )
        .where(jr_txn.c.device == device, jr_txn.c.applied, jr_txn.c.kind != "system")
        .order_by(jr_txn.c.seq.desc())
        .limit(50)
    )
    page = connection.execute(query).all()
    while page:
        yield from page
        page = connection.execute(query.where(jr_txn.c.seq < page[-1].seq)).all()
