"""Where the documents are kept: SQLite's FTS5, or PostgreSQL's text search, to the same effect.

A document's number begins with its day, so that the newest have the highest numbers and both
databases can stop at the first few. Every word begins with the letter of its record's kind, so
that looking for one kind does not wade through the words of the others.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import Connection, bindparam, text

from kunjungan.domain.search_words import Query
from kunjungan.store.bulk import insert_plain
from kunjungan.store.finding.documents import Document
from kunjungan.store.finding.feeds import AT_ONCE, Kind

DAY = 10**10
"""So many documents may have one day."""
_LITE = """CREATE TABLE IF NOT EXISTS finding_doc (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, exact TEXT NOT NULL, folded TEXT NOT NULL)"""
_LITE_WORDS = """CREATE VIRTUAL TABLE IF NOT EXISTS finding_words USING fts5(
    exact, folded, content='finding_doc', content_rowid='n',
    tokenize='ascii', prefix='2 3 4 5', detail='column')"""
_SERVED = """CREATE TABLE IF NOT EXISTS finding_doc (
    n BIGINT PRIMARY KEY, id TEXT NOT NULL UNIQUE, exact TEXT NOT NULL, folded TEXT NOT NULL,
    exact_words tsvector GENERATED ALWAYS AS
        (array_to_tsvector(string_to_array(exact, ' '))) STORED,
    folded_words tsvector GENERATED ALWAYS AS
        (array_to_tsvector(string_to_array(folded, ' '))) STORED)"""
_LAY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sqlite": (_LITE, _LITE_WORDS),
        "postgresql": (
            _SERVED,
            "CREATE INDEX IF NOT EXISTS finding_exact ON finding_doc USING gin (exact_words)",
            "CREATE INDEX IF NOT EXISTS finding_folded ON finding_doc USING gin (folded_words)",
        ),
    }
)
_LITE_LOOK = """SELECT id FROM finding_doc WHERE n IN (SELECT rowid FROM finding_words
    WHERE finding_words MATCH :asked ORDER BY rowid DESC LIMIT :most) ORDER BY n DESC"""
_SERVED_LOOK = """SELECT id FROM finding_doc
    WHERE {column}_words @@ CAST(:asked AS tsquery) ORDER BY n DESC LIMIT :most"""
_LOOK: Mapping[str, str] = MappingProxyType({"sqlite": _LITE_LOOK, "postgresql": _SERVED_LOOK})
_FORGET = (
    "INSERT INTO finding_words (finding_words, rowid, exact, folded) "
    "VALUES ('delete', :n, :exact, :folded)"
)
_KEPT = text("SELECT n, id, exact, folded FROM finding_doc WHERE id IN :ids").bindparams(
    bindparam("ids", expanding=True)
)
Values = dict[str, object]


def lay(connection: Connection) -> None:
    """Make the shelf where it is not there yet."""
    for statement in _LAY[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def clear(connection: Connection) -> None:
    """Take the shelf away with everything on it."""
    for table in ("finding_words", "finding_doc"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")


def put(connection: Connection, documents: Iterable[Document]) -> None:
    """Keep documents, each in place of the record's former one; one that is the same stays."""
    some = {document.id.hex: document for document in documents}
    kept = _kept(connection, list(some))
    gone: list[Values] = []
    added: list[tuple[object, ...]] = []
    ends: dict[int, int] = {}
    for key, document in some.items():
        old, words = kept.get(key), as_kept(document)
        here = old is not None and int(str(old["n"])) // DAY == document.day
        if old and here and (old["exact"], old["folded"]) == words:
            continue
        gone += [old] if old else []
        number = old["n"] if old and here else _next(connection, document.day * DAY, ends)
        added.append((number, key, *words))
    _remove(connection, gone)
    _add(connection, added)


def remove(connection: Connection, ids: Iterable[UUID]) -> None:
    """Throw the documents of records away."""
    _remove(connection, list(_kept(connection, [key.hex for key in ids]).values()))


def look(
    connection: Connection, query: Query, kind: Kind, most: int, *, loosely: bool = False
) -> list[UUID]:
    """Return the records of a kind that have every word, exact ones first, then newest first.

    ``loosely`` lets every word be the beginning of one, not only the last.
    """
    found: dict[str, None] = {}
    mark = _letter(kind)
    for column, words in (("exact", [(word,) for word in query.exact]), ("folded", query.folded)):
        if len(found) < most:
            asked = _asked(connection, column, _lettered(words, mark), loosely=loosely)
            statement = text(_LOOK[connection.dialect.name].format(column=column))
            rows = connection.execute(statement, {"asked": asked, "most": most})
            found |= dict.fromkeys(rows.scalars())
    return [UUID(key) for key in list(found)[:most]]


def as_kept(document: Document) -> tuple[str, str]:
    """Return the words of a document as the shelf keeps them."""
    mark = _letter(document.kind)
    return _marked(document.exact, mark), _marked(document.folded, mark)


def _marked(words: str, mark: str) -> str:
    return mark + words.replace(" ", f" {mark}") if words else ""


def _asked(
    connection: Connection, column: str, words: Iterable[Sequence[str]], *, loosely: bool
) -> str:
    """Return a query in the database's own language; words are letters and digits only."""
    every = list(words)
    lite = connection.dialect.name == "sqlite"
    mark, quote = ("*", '"') if lite else (":*", "'")
    parts = [
        _either([f"{quote}{word}{quote}{mark if begun else ''}" for word in forms], lite=lite)
        for begun, forms in (
            (loosely or n == len(every), forms) for n, forms in enumerate(every, 1)
        )
    ]
    joined = (" AND " if lite else " & ").join(parts)
    return f"{column} : ({joined})" if lite else joined


def _either(words: Sequence[str], *, lite: bool) -> str:
    return f"({(' OR ' if lite else ' | ').join(words)})"


def _letter(kind: Kind) -> str:
    return kind[0]


def _lettered(words: Iterable[Sequence[str]], mark: str) -> list[list[str]]:
    return [[f"{mark}{form}" for form in forms] for forms in words]


def _kept(connection: Connection, ids: Sequence[str]) -> dict[str, Values]:
    found: dict[str, Values] = {}
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        rows = connection.execute(_KEPT, {"ids": some}).mappings()
        found |= {row["id"]: dict(row) for row in rows}
    return found


def _next(connection: Connection, low: int, ends: dict[int, int]) -> int:
    """Return the next free number of a day; ``ends`` remembers the last ones given out."""
    if low not in ends:
        query = text("SELECT max(n) FROM finding_doc WHERE n >= :low AND n < :high")
        found = connection.execute(query, {"low": low, "high": low + DAY}).scalar()
        ends[low] = low if found is None else int(found)
    ends[low] += 1
    return ends[low]


def _remove(connection: Connection, rows: list[Values]) -> None:
    if rows:
        if connection.dialect.name == "sqlite":
            connection.execute(text(_FORGET), rows)
        connection.execute(text("DELETE FROM finding_doc WHERE n = :n"), rows)


def _add(connection: Connection, rows: list[tuple[object, ...]]) -> None:
    if rows:
        insert_plain(connection, "finding_doc", ("n", "id", "exact", "folded"), rows)
        if connection.dialect.name == "sqlite":
            words = [(n, exact, folded) for n, _, exact, folded in rows]
            insert_plain(connection, "finding_words", ("rowid", "exact", "folded"), words)
