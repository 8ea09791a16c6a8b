"""The hash chain of the journal: a header over its changes, each over the one before.

The chain shows alteration, removal, reordering and gaps. It cannot show that a whole journal was
written anew; for that its head stands in every backup.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from kunjungan.store.codec import digest, dumps

Kind = Literal["cmd", "import", "merge", "system", "undo", "redo"]


@dataclass(frozen=True, slots=True)
class Header:
    """Everything a journaled change says about itself; ``at`` is UTC text, ids are hex."""

    id: str
    device: str
    seq: int
    who: str
    at: str
    kind: Kind
    label: str
    reason: str | None
    undoes: str | None
    final: bool


class Link(NamedTuple):
    """One row's place in a change: its order, operation, table, row and the digest of its delta."""

    n: int
    op: str
    tbl: str
    row: str
    digest: bytes


@dataclass(frozen=True, slots=True)
class Head:
    """Where a device's journal stands: how many changes, and the hash of the last."""

    device: str
    seq: int
    hash: bytes


def chain_hash(prev: bytes, header: Header, links: Iterable[Link]) -> bytes:
    """Return the hash that binds a change to its contents and to the change before it."""
    who = [
        header.id,
        header.device,
        header.seq,
        header.who,
        header.at,
        header.kind,
        header.label,
        header.reason,
        header.undoes,
        header.final,
    ]
    body = [[link.n, link.op, link.tbl, link.row, link.digest.hex()] for link in links]
    return digest(prev, dumps(who).encode(), dumps(body).encode())
