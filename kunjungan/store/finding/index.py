"""Keeps the index in step with the tables, builds it, and answers from it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Connection, text

from kunjungan.domain.search_words import Query, has_words
from kunjungan.store.finding import shelf
from kunjungan.store.finding.documents import Document, documents, keys_after
from kunjungan.store.finding.feeds import FEEDS, KINDS, Kind, concerned
from kunjungan.store.finding.new_people import people_apart
from kunjungan.store.rows import RowChange

VERSION = 1
"""Counted up whenever other words are indexed, or words are folded in another way."""
AT_A_TIME = 500
_ONE_AT_A_TIME = 0x6B6A6E67
_MARK = (
    "CREATE TABLE IF NOT EXISTS finding_mark "
    "(version INTEGER NOT NULL, kind TEXT NOT NULL, after TEXT NOT NULL)"
)


def follow(connection: Connection, changes: Iterable[RowChange]) -> None:
    """Bring the documents of everything that changes concern up to date, inside their change.

    A file whose index is damaged keeps the change all the same; the index is then built anew.
    """
    fed = [change for change in changes if change.table in FEEDS]
    if not fed or not _laid(connection):
        return
    if connection.dialect.name == "postgresql":  # of two desks, the later one reads after the other
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
        _follow(connection, fed)
        return
    try:
        with connection.begin_nested():
            _follow(connection, fed)
    except sa.exc.DatabaseError:
        forget(connection)


def is_whole(connection: Connection) -> bool:
    """Say whether the index is there, of this version, and holds every record."""
    return _laid(connection) and _mark(connection) == (VERSION, "", "")


def build_some(connection: Connection, most: int = AT_A_TIME) -> bool:
    """Go on building the index by so many records; True when it is whole."""
    connection.exec_driver_sql(_MARK)
    mark = _mark(connection)
    if mark is None or mark[0] != VERSION or not _laid(connection):
        _begin(connection)
        mark = (VERSION, KINDS[0], "")
    _, kind, after = mark
    if not kind:
        return True
    while kind and most:
        keys = keys_after(connection, kind, after, most)
        shelf.put(connection, documents(connection, kind, keys))
        most -= len(keys)
        kind, after = (kind, keys[-1].hex) if not most else (_next(kind), "")
    query = text("UPDATE finding_mark SET kind = :kind, after = :after")
    connection.execute(query, {"kind": kind, "after": after})
    return not kind


def forget(connection: Connection) -> None:
    """Let the index be built anew from its beginning."""
    if _there(connection, {"finding_mark"}):
        connection.exec_driver_sql("DELETE FROM finding_mark")


def look(
    connection: Connection, query: Query, kinds: Iterable[Kind], most: int
) -> dict[Kind, list[UUID]]:
    """Return the records of each kind with these words: exact ones first, then newest first.

    Without an index, or with a damaged one, the records are read one by one, to the same effect.
    """
    if not query:
        return {}
    if is_whole(connection):
        try:
            return {kind: _on_shelf(connection, query, kind, most) for kind in kinds}
        except sa.exc.DatabaseError:
            if connection.dialect.name != "sqlite":
                raise
    return {kind: _scan(connection, query, kind, most) for kind in kinds}


def out_of_step(connection: Connection) -> int:
    """Return how many records' documents are not what the tables say; 0 while it is not whole."""
    if not is_whole(connection):
        return 0
    wrong = 0
    kept = {
        row.id: (row.exact, row.folded)
        for row in connection.execute(text("SELECT id, exact, folded FROM finding_doc"))
    }
    for document in _every(connection):
        wrong += kept.pop(document.id.hex, None) != shelf.as_kept(document)
    return wrong + len(kept)


def is_sound(connection: Connection) -> bool:
    """Say whether FTS5 holds what the documents say; needs a writing connection."""
    if connection.dialect.name != "sqlite" or not is_whole(connection):
        return True
    check = "INSERT INTO finding_words (finding_words, rank) VALUES ('integrity-check', 1)"
    try:
        connection.exec_driver_sql(check)
    except sa.exc.DatabaseError:
        return False
    return True


def _follow(connection: Connection, changes: Sequence[RowChange]) -> None:
    if (mark := _mark(connection)) is not None and mark[0] != VERSION:
        forget(connection)  # a desk with another program keeps it; it has to begin anew
        return
    new, others = people_apart(changes)
    shelf.put(connection, new)
    for kind, ids in concerned(connection, others).items():
        there = list(documents(connection, kind, ids))
        shelf.put(connection, there)
        shelf.remove(connection, ids.difference(document.id for document in there))


def _next(kind: Kind) -> Kind | Literal[""]:
    """Return the kind that is built after this one; "" after the last."""
    return dict(pairwise(KINDS)).get(kind, "")


def _on_shelf(connection: Connection, query: Query, kind: Kind, most: int) -> list[UUID]:
    found = shelf.look(connection, query, kind, most)
    return found or shelf.look(connection, query, kind, most, loosely=True)


def _scan(connection: Connection, query: Query, kind: Kind, most: int) -> list[UUID]:
    exact = [(word,) for word in query.exact]
    for loosely in (False, True):
        found: list[tuple[bool, int, UUID]] = []
        for document in _of_kind(connection, kind):
            as_written = has_words(document.exact, exact, loosely=loosely)
            if as_written or has_words(document.folded, query.folded, loosely=loosely):
                found.append((as_written, document.day, document.id))
        if found:
            return [key for _, _, key in sorted(found, reverse=True)[:most]]
    return []


def _every(connection: Connection) -> Iterator[Document]:
    for kind in KINDS:
        yield from _of_kind(connection, kind)


def _of_kind(connection: Connection, kind: Kind) -> Iterator[Document]:
    after = ""
    while keys := keys_after(connection, kind, after, AT_A_TIME):
        yield from documents(connection, kind, keys)
        after = keys[-1].hex


def _begin(connection: Connection) -> None:
    shelf.clear(connection)
    shelf.lay(connection)
    forget(connection)
    query = text("INSERT INTO finding_mark (version, kind, after) VALUES (:version, :kind, '')")
    connection.execute(query, {"version": VERSION, "kind": KINDS[0]})


def _mark(connection: Connection) -> tuple[int, Kind | Literal[""], str] | None:
    row = connection.execute(text("SELECT version, kind, after FROM finding_mark")).first()
    return (row.version, row.kind, row.after) if row else None


def _laid(connection: Connection) -> bool:
    names = {"finding_mark", "finding_doc"}
    if connection.dialect.name == "sqlite":
        names.add("finding_words")
    return _there(connection, names) == len(names)


def _there(connection: Connection, names: set[str]) -> int:
    """Return how many of some tables are there."""
    if connection.dialect.name == "sqlite":
        counted = "SELECT count(*) FROM sqlite_master WHERE name IN :names"
    else:
        counted = (
            "SELECT count(*) FROM pg_class WHERE relname IN :names AND pg_table_is_visible(oid)"
        )
    query = text(counted).bindparams(sa.bindparam("names", expanding=True))
    return int(connection.execute(query, {"names": sorted(names)}).scalar_one())
