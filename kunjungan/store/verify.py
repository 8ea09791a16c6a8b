"""Checks that the journal is whole and that the tables are what it says."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy import Row as AnyRow

from kunjungan.store.chain import Header, Link, chain_hash
from kunjungan.store.codec import digest
from kunjungan.store.rows import Key, Row, all_rows, from_delta
from kunjungan.store.tables import jr_change, jr_device, jr_txn

Links = dict[str, list[Link]]


def verify(connection: Connection) -> list[str]:
    """Return every fault found, in English; an empty list means that nothing was tampered with."""
    links, faults = _contents(connection)
    for device in connection.execute(select(jr_device)):
        faults += _chain(connection, device, links)
    faults += [f"journal: changes without a header: {txn}" for txn in links]
    state, gaps = replay(connection)
    return faults + gaps + list(_differences(state, dict(all_rows(connection))))


def replay(connection: Connection) -> tuple[dict[Key, Row], list[str]]:
    """Return the state rebuilt from the journal alone, and where it does not follow on."""
    state: dict[Key, Row] = {}
    gaps: list[str] = []
    query = (
        select(jr_change)
        .join(jr_txn, jr_txn.c.id == jr_change.c.txn)
        .where(jr_txn.c.applied, jr_change.c.delta.is_not(None))
        .order_by(jr_change.c.id)
    )
    for row in connection.execute(query):
        change = from_delta(row.tbl, row.row, row.op, row.delta)
        had = state.pop(change.key, None)
        if (had is None) != (change.before is None) or not _follows(had, change.before):
            gaps.append(f"journal: {row.tbl} {row.row} does not follow on in {row.txn}")
        if change.after is not None:
            state[change.key] = {**(had or {}), **change.after}
    return state, gaps


def _follows(had: Row | None, before: Row | None) -> bool:
    """Say whether a row was as a change found it; what an older form did not have says nothing."""
    if had is None or before is None:
        return True
    return all(had[name] == value for name, value in before.items() if name in had)


def _differences(state: dict[Key, Row], rows: dict[Key, Row]) -> Iterator[str]:
    for table, row_id in sorted(state.keys() ^ rows.keys()):
        yield f"{table} {row_id.hex}: the journal and the table disagree whether it exists"
    for (table, row_id), row in rows.items():
        known = state.get((table, row_id), {})
        if moved := sorted(name for name, value in known.items() if row[name] != value):
            yield f"{table} {row_id.hex}: differs from the journal in {', '.join(moved)}"


def _contents(connection: Connection) -> tuple[Links, list[str]]:
    """Return the changes under their header's id, and those whose text no longer fits."""
    links: Links = {}
    faults: list[str] = []
    for row in connection.execute(select(jr_change).order_by(jr_change.c.txn, jr_change.c.n)):
        kept = bytes(row.digest)
        if row.delta is not None and digest(row.delta.encode()) != kept:
            faults.append(f"journal: change {row.n} of {row.txn} was altered")
        links.setdefault(row.txn, []).append(Link(row.n, row.op, row.tbl, row.row, kept))
    return links, faults


def _chain(connection: Connection, device: AnyRow[Any], links: Links) -> list[str]:
    """Follow one device's chain from its origin to its head; use up the changes met."""
    faults = []
    prev, seq = bytes(device.origin), 0
    query = select(jr_txn).where(jr_txn.c.device == device.id).order_by(jr_txn.c.seq)
    for txn in connection.execute(query):
        where = f"journal {device.name}: change {txn.seq}"
        if txn.seq != seq + 1:
            faults.append(f"{where}: some before it are missing")
        if bytes(txn.prev) != prev:
            faults.append(f"{where}: is not linked to the one before")
        if chain_hash(prev, _header(txn), links.pop(txn.id, [])) != bytes(txn.hash):
            faults.append(f"{where}: was altered")
        prev, seq = bytes(txn.hash), txn.seq
    if (prev, seq) != (bytes(device.head), device.seq):
        faults.append(f"journal {device.name}: its end is missing")
    return faults


def _header(txn: AnyRow[Any]) -> Header:
    return Header(*(getattr(txn, name) for name in Header.__slots__))
