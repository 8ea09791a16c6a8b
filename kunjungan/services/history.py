"""What was done, by whom and when; undo and redo by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, func, select

from kunjungan.services.office import Office
from kunjungan.store.chain import Kind
from kunjungan.store.codec import read_moment
from kunjungan.store.store import HistoryEntry
from kunjungan.store.tables import jr_change, jr_device, jr_txn


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A named change of the office in a list; ``label`` is an untranslated sentence.

    ``rows`` counts the records it touched, ``final`` tells that undo ends there, ``undone`` that
    it was taken back and stands no longer. ``at`` is in UTC.
    """

    id: str
    at: datetime
    who: str
    kind: Kind
    label: str
    reason: str
    rows: int
    final: bool
    undone: bool


def history(office: Office, table: str, record_id: UUID) -> list[HistoryEntry]:
    """Return every change of one record, field by field, the latest first."""
    return office.store.history(table, record_id)


def recent_changes(office: Office, *, most: int = 200) -> list[ChangeLine]:
    """Return the latest named changes of the whole office, the latest first."""
    with office.store.read() as session:
        found = _latest(session.connection(), most)
    undone = _undone(found)
    return [_line(row, undone=row.id in undone) for row in found]


def count_changes(office: Office) -> int:
    """Return how many named changes the office's journal holds."""
    with office.store.read() as session:
        return session.connection().execute(select(func.count()).select_from(jr_txn)).scalar_one()


def undo(office: Office) -> None:
    """Take the last change back; raises Conflict when somebody built on it since."""
    office.store.undo()


def redo(office: Office) -> None:
    """Do again what was just undone."""
    office.store.redo()


def undo_label(office: Office) -> str | None:
    """Return the name of the change that undo would take back, if any."""
    return office.store.undo_label


def redo_label(office: Office) -> str | None:
    """Return the name of the change that redo would do again, if any."""
    return office.store.redo_label


def _latest(connection: Connection, most: int) -> list[Row[Any]]:
    """Return the latest headers of all chains; each chain is read along its index, not whole."""
    rows = select(func.count()).where(jr_change.c.txn == jr_txn.c.id).correlate(jr_txn)
    query = select(jr_txn, rows.scalar_subquery().label("rows")).limit(most)
    chains = connection.execute(select(jr_device.c.id)).scalars().all()
    found = [
        row
        for chain in chains
        for row in connection.execute(
            query.where(jr_txn.c.device == chain).order_by(jr_txn.c.seq.desc())
        )
    ]
    return sorted(found, key=lambda row: (row.at, row.seq), reverse=True)[:most]


def _undone(newest_first: Sequence[Row[Any]]) -> set[str]:
    """Return the changes whose last word is an undo; that word is newer, so it is among these."""
    last: dict[str, str] = {}
    for row in newest_first:
        if row.undoes:
            last.setdefault(row.undoes, row.kind)
    return {change for change, kind in last.items() if kind == "undo"}


def _line(row: Row[Any], *, undone: bool) -> ChangeLine:
    return ChangeLine(
        row.id,
        read_moment(row.at),
        row.who,
        row.kind,
        row.label,
        row.reason or "",
        row.rows,
        row.final,
        undone,
    )
