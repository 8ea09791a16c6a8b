"""Follows one session, lets only its flushes write, and journals what became of each row."""

import re
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, event, inspect
from sqlalchemy.orm import Session as AnySession
from sqlmodel import Session

from kunjungan.store.added import additions
from kunjungan.store.bulk import insert_rows
from kunjungan.store.rows import Key, Row, RowChange, compare, read_rows
from kunjungan.store.shape import journaled
from kunjungan.store.tables import Record

OPEN = "journal_open"
_OWN = "recorder"
"""By what name a session knows the recorder that follows it."""


class JournalBypassed(RuntimeError):
    """A write that the journal would not see; always a mistake in the program."""


class Recorder:
    """Reads each row before the session first writes it, and again when the change is done."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._guard: MutableMapping[Any, Any] = {}
        self._before: dict[Key, Row | None] = {}
        self._added: dict[Key, RowChange] = {}
        self._sealed = False
        session.info[_OWN] = self
        event.listen(session, "before_flush", self._before_flush)
        event.listen(session, "after_flush", self._shut)
        event.listen(session, "after_soft_rollback", self._shut)
        event.listen(session, "before_commit", self._refuse_early_commit)

    def note(self, keys: Iterable[Key]) -> dict[Key, Row | None]:
        """Read and lock rows about to be written; return them as they are now."""
        wanted = list(dict.fromkeys(keys))
        found = read_rows(self.session.connection(), wanted, lock=True)
        rows = {key: found.get(key) for key in wanted}
        self._before = {**rows, **self._before}
        return rows

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open the guard for statements on rows that were noted."""
        connection = self._open()
        try:
            yield connection
        finally:
            self._shut()

    def add(self, table: type[Record], rows: Sequence[Mapping[str, Any]]) -> None:
        """Write new rows, whole but for their version, by one statement."""
        self.session.flush()
        local = inspect(table).local_table
        names = [column.name for column in local.columns if column.name != "version"]
        columns = {name: [row[name] for row in rows] for name in names}
        self._added |= {change.key: change for change in additions(local, columns)}
        with self.writing() as connection:
            insert_rows(connection, local, {**columns, "version": [1] * len(rows)})

    def changes(self) -> list[RowChange]:
        """Return what became of each row, leaving out those that ended as they began."""
        self.session.flush()
        after = read_rows(self.session.connection(), self._before)
        found = (compare(key, row, after.get(key)) for key, row in self._before.items())
        return [*self._added.values(), *(change for change in found if change)]

    def seal(self) -> None:
        """Allow the commit: everything is journaled now."""
        self._sealed = True

    def _before_flush(self, session: AnySession, *_: object) -> None:
        if self._sealed:
            raise JournalBypassed("a write after the change was journaled")
        known = [_key(record) for record in (*session.dirty, *session.deleted)]
        again = {key: None for key in known if self._added.pop(key, None)}
        self._before.update(again)
        self.note(key for key in known if key not in self._before)
        for record in session.new:
            self._before.setdefault(_key(record), None)
        self._open()

    def _open(self) -> Connection:
        connection = self.session.connection()
        self._guard = connection.info
        self._guard[OPEN] = True
        return connection

    def _shut(self, *_: object) -> None:
        self._guard[OPEN] = False

    def _refuse_early_commit(self, session: AnySession) -> None:
        if not self._sealed and not session.in_nested_transaction():
            raise JournalBypassed("a change is committed when its block ends, not inside it")


def add_rows(session: Session, table: type[Record], rows: Sequence[Mapping[str, Any]]) -> None:
    """Add many new rows to an open change at once, journaled like any others.

    Each row has its id and a value for every column; the session does not know them as records.
    """
    if rows:
        recorder: Recorder = session.info[_OWN]
        recorder.add(table, rows)


def guard(engine: Engine) -> None:
    """Refuse every write to a journaled table that no recorder has seen.

    This catches our own mistakes, such as a bulk UPDATE; it is not a wall against attackers.
    """
    names = "|".join(journaled())
    write = re.compile(
        r"\s*(?:insert\s+(?:or\s+\w+\s+)?into|update(?:\s+or\s+\w+)?|delete\s+from|replace\s+into)"
        rf'\s+"?({names})"?(?:\s|\(|$)',
        re.IGNORECASE,
    )

    def refuse(connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        if not connection.info.get(OPEN) and (found := write.match(statement)):
            raise JournalBypassed(f"a write to {found[1]} goes round the journal")

    event.listen(engine, "before_cursor_execute", refuse)


def _key(record: Any) -> Key:  # noqa: ANN401 (whatever the session holds)
    assert isinstance(record, Record)
    identity = inspect(record).identity
    if identity is not None and identity[0] != record.id:
        raise JournalBypassed("the key of a row never changes")
    assert isinstance(record.id, UUID)
    return inspect(type(record)).local_table.name, record.id
