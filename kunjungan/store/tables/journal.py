"""The journal: what was done, by whom and when, each record with its old and new values.

``jr_change`` has no foreign key to ``jr_txn`` because the header is written last, over the digests
of all its changes; ``verify`` finds orphans. Both refuse UPDATE and DELETE by trigger.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlmodel import SQLModel

from kunjungan.store.tables import record

assert record

KEY = String(32)

jr_txn = Table(
    "jr_txn",
    SQLModel.metadata,
    Column("id", KEY, primary_key=True),
    Column("device", KEY, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("applied", Boolean, nullable=False),
    Column("who", String, nullable=False),
    Column("at", String(27), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("label", String, nullable=False),
    Column("reason", String),
    Column("undoes", KEY),
    Column("final", Boolean, nullable=False),
    Column("prev", LargeBinary(32), nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
    UniqueConstraint("device", "seq"),
)

jr_change = Table(
    "jr_change",
    SQLModel.metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("txn", KEY, nullable=False),
    Column("n", Integer, nullable=False),
    Column("op", String(1), nullable=False),
    Column("tbl", String(40), nullable=False),
    Column("row", KEY, nullable=False),
    Column("delta", Text),
    Column("digest", LargeBinary(32), nullable=False),
    Index(None, "tbl", "row"),
    Index(None, "txn"),
)

jr_device = Table(
    "jr_device",
    SQLModel.metadata,
    Column("id", KEY, primary_key=True),
    Column("name", String, nullable=False),
    Column("own", Boolean, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("head", LargeBinary(32), nullable=False),
    Column("origin", LargeBinary(32), nullable=False),
)
