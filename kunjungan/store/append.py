"""Appends one change to the journal: its rows, its header over them, and the new head."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from secrets import token_bytes
from uuid import uuid4

from sqlalchemy import Connection, select

from kunjungan.store.bulk import insert_plain
from kunjungan.store.chain import Head, Header, Kind, Link, chain_hash
from kunjungan.store.codec import digest, moment
from kunjungan.store.rows import RowChange
from kunjungan.store.tables import jr_change, jr_device, jr_txn


@dataclass(frozen=True, slots=True)
class Entry:
    """What a change is called, who makes it and when; ``undoes`` names the change it settles."""

    label: str
    who: str
    at: datetime
    kind: Kind = "cmd"
    reason: str | None = None
    undoes: str | None = None
    final: bool = False


def head_of(connection: Connection, device: str, *, lock: bool = False) -> Head:
    """Return where a device's journal stands; ``lock`` keeps others from appending meanwhile."""
    query = select(jr_device.c.seq, jr_device.c.head).where(jr_device.c.id == device)
    seq, head = connection.execute(query.with_for_update() if lock else query).one()
    return Head(device, seq, bytes(head))


def append(connection: Connection, device: str, entry: Entry, changes: Sequence[RowChange]) -> Head:
    """Write ``changes`` under ``entry`` and return the new head."""
    if connection.dialect.name == "postgresql":
        # Deferred key checks lock rows; doing them after the head is locked invites deadlocks.
        connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
    last = head_of(connection, device, lock=True)
    header = _header(last, entry)
    deltas = [change.delta() for change in changes]
    links = [_link(n, *pair) for n, pair in enumerate(zip(changes, deltas, strict=True), 1)]
    head = Head(device, header.seq, chain_hash(last.hash, header, links))
    rows = [(header.id, delta, *link) for link, delta in zip(links, deltas, strict=True)]
    insert_plain(connection, jr_change.name, ("txn", "delta", *Link._fields), rows)
    values = {**asdict(header), "applied": True, "prev": last.hash, "hash": head.hash}
    connection.execute(jr_txn.insert(), values)
    here = jr_device.c.id == device
    connection.execute(jr_device.update().where(here).values(seq=head.seq, head=head.hash))
    return head


def _header(last: Head, entry: Entry) -> Header:
    return Header(
        id=uuid4().hex,
        device=last.device,
        seq=last.seq + 1,
        who=entry.who,
        at=moment(entry.at),
        kind=entry.kind,
        label=entry.label,
        reason=entry.reason,
        undoes=entry.undoes,
        final=entry.final,
    )


def _link(n: int, change: RowChange, delta: str) -> Link:
    return Link(n, change.op, change.table, change.id.hex, digest(delta.encode()))


def device_named(connection: Connection, desk: str) -> str | None:
    """Return the id of a desk's chain, if it has begun."""
    query = select(jr_device.c.id).where(jr_device.c.name == desk).order_by(jr_device.c.id)
    return connection.execute(query).scalars().first()


def begin_device(connection: Connection, desk: str) -> str:
    """Begin a desk's chain at a random origin, so that no two offices share one; return its id."""
    device, origin = uuid4().hex, token_bytes(32)
    values = {"id": device, "name": desk, "own": True, "seq": 0, "head": origin, "origin": origin}
    connection.execute(jr_device.insert(), values)
    return device
