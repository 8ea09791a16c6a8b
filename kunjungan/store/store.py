"""The one way in and out of the database."""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import Connection, Engine, select
from sqlmodel import Session

from kunjungan.domain.errors import Conflict, RuleBroken, Unavailable
from kunjungan.domain.search_words import Query
from kunjungan.i18n import later
from kunjungan.store import journal
from kunjungan.store.append import Entry, append, begin_device, device_named, head_of
from kunjungan.store.chain import Head, Kind
from kunjungan.store.engines import WRITES
from kunjungan.store.finding import index
from kunjungan.store.finding.feeds import Kind as FoundKind
from kunjungan.store.journal import Done, HistoryEntry, Standing
from kunjungan.store.recorder import Recorder, guard
from kunjungan.store.refusals import deadlocked, refusals
from kunjungan.store.rows import RowChange
from kunjungan.store.tables import jr_change, jr_device, jr_txn
from kunjungan.store.undo import write_back
from kunjungan.store.verify import verify

__all__ = ["Change", "Done", "HistoryEntry", "Store"]

TRIES = 3
Looked = dict[FoundKind, list[UUID]]
"""The records that were found, by kind."""


@dataclass(frozen=True, slots=True)
class Change:
    """News of a finished change: its name and which records of which tables it touched."""

    label: str
    tables: frozenset[str]
    ids: frozenset[UUID]


class Store:
    """An open database: short reads, named changes, undo that survives a restart, history.

    ``listeners`` are told of every change made here, undo and redo included; ``rules`` see each
    before it is kept and may refuse it; ``on_close`` is called by ``close``, for whoever holds the
    file for this store. ``desk`` names the chain of changes that undo follows: one in a file, one
    for each desk on a shared server.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        user: str,
        now: Callable[[], datetime],
        desk: str = "office",
        read_only: bool = False,
    ) -> None:
        self.engine = engine
        self.user = user
        self.read_only = read_only
        self.listeners: list[Callable[[Change], None]] = []
        self.rules: list[Callable[[Session, Sequence[RowChange]], None]] = []
        self.on_close: list[Callable[[], None]] = []
        self._now = now
        self._one_writer = threading.Lock()
        self._writer: int | None = None
        guard(engine)
        self._device = self._own_device(desk)
        self._seen = self._heads()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Open a session for looking only, on the database as it is now."""
        self._refuse_inside_change()
        with refusals(), Session(self.engine) as session:
            yield session

    @contextmanager
    def change(
        self, label: str, *, final: bool = False, kind: Kind = "cmd", reason: str | None = None
    ) -> Iterator[Session]:
        """Run one named change: all of it is kept, journaled and told to listeners, or none.

        A ``final`` change is one that signed paper now vouches for: undo ends there.
        ``kind`` ``system`` is for changes nobody asked for and nobody undoes.

        Raises:
            Conflict: someone else changed the same, or a rule of the tables forbids it.
            Unavailable: the disk or the database cannot keep it.
        """
        entry = Entry(label, self.user, self._now(), kind=kind, reason=reason, final=final)
        with self._writing() as recorder:
            yield recorder.session
            news = self._finish(recorder, entry)
        self._tell(news)

    def undo(self) -> None:
        """Take back the last change.

        Raises:
            RuleBroken: there is nothing to undo.
            Conflict: part of it was changed since; names the fields.
        """
        self._step("undo")

    def redo(self) -> None:
        """Do again what was just undone; raises like ``undo``."""
        self._step("redo")

    @property
    def undo_label(self) -> str | None:
        """Name of the change that ``undo`` would take back, if any."""
        step = self._standing().undo
        return step.label if step else None

    @property
    def redo_label(self) -> str | None:
        """Name of the change that ``redo`` would do again, if any."""
        step = self._standing().redo
        return step.label if step else None

    def history(self, table: str, row_id: UUID) -> list[HistoryEntry]:
        """Return every step of one record, newest first."""
        with self.read() as session:
            return journal.history(session.connection(), table, row_id)

    def recent(self, most: int = 200) -> list[Done]:
        """Return the latest named changes of the whole office, newest first."""
        with self.read() as session:
            return journal.recent(session.connection(), most)

    def verify(self) -> list[str]:
        """Return every fault of the journal and of the tables against it; empty if all is well.

        An index for finding that is out of step counts as one; ``mend_index`` builds it anew.
        """
        with self.read() as session:
            connection = session.connection()
            wrong = index.out_of_step(connection)
            stale = [f"search index: {wrong} records are out of step"] if wrong else []
            return verify(connection) + stale

    def look(self, query: Query, kinds: Iterable[FoundKind], most: int) -> Looked:
        """Return the records of each kind with these words: exact ones first, then newest first."""
        with self.read() as session:
            return index.look(session.connection(), query, kinds, most)

    def build_index(self) -> bool:
        """Go on building the index for finding, for a moment; True when it is whole.

        It is derived from the tables, so nothing of it is journaled. A store that is only read is
        searched without it.
        """
        if self.read_only:
            return True
        with self._beside_the_journal() as connection:
            return index.build_some(connection)

    def mend_index(self) -> bool:
        """Build the index for finding anew if it is not what the tables say; True if it was not."""
        with self._beside_the_journal() as connection:
            sound = index.is_sound(connection) and not index.out_of_step(connection)
            if not sound:
                index.forget(connection)
        while not self.build_index():
            pass
        return not sound

    def head(self) -> Head:
        """Return where the journal stands, to be printed or kept as an anchor outside."""
        with self.read() as session:
            return head_of(session.connection(), self._device)

    def changed_elsewhere(self) -> frozenset[str]:
        """Return the tables that others changed since this was last asked; cheap enough to poll."""
        heads = self._heads()
        seen, self._seen = self._seen, heads
        moved = {device for device, seq in heads.items() if seen.get(device, 0) != seq}
        return frozenset().union(*(self._tables_since(d, seen.get(d, 0)) for d in moved))

    def refuse_looking_on(self) -> None:
        """Raise Unavailable where the office is open for reading only."""
        if self.read_only:
            raise Unavailable(later("This office is open for reading only. Nothing was changed."))

    def close(self) -> None:
        """Close every connection and let go of the file."""
        self.engine.dispose()
        while self.on_close:
            self.on_close.pop()()

    @contextmanager
    def _writing(self) -> Iterator[Recorder]:
        """Hold the database for one change; roll back whatever is not finished."""
        self.refuse_looking_on()
        self._refuse_inside_change()
        with self._one_writer, refusals(), Session(self.engine, expire_on_commit=False) as session:
            self._writer = threading.get_ident()
            try:
                session.connection(execution_options=WRITES)
                yield Recorder(session)
            except BaseException:
                session.rollback()  # closing alone leaves SQLite inside a COMMIT that failed
                raise
            finally:
                self._writer = None

    @contextmanager
    def _beside_the_journal(self) -> Iterator[Connection]:
        """Hold the database to write what is derived from it."""
        self._refuse_inside_change()
        engine = self.engine.execution_options(**WRITES)
        with self._one_writer, refusals(), engine.begin() as connection:
            yield connection

    def _refuse_inside_change(self) -> None:
        if self._writer == threading.get_ident():
            raise RuntimeError("a change is open here; read and write through its session")

    def _finish(self, recorder: Recorder, entry: Entry) -> Change | None:
        """Journal what was done and commit; return the news, or ``None`` if nothing was done."""
        changes = recorder.changes()
        if not changes:
            recorder.seal()
            return None
        for rule in self.rules:
            rule(recorder.session, changes)
        connection = recorder.session.connection()
        index.follow(connection, changes)
        head = append(connection, self._device, entry, changes)
        recorder.seal()
        recorder.session.commit()
        if self._seen[self._device] == head.seq - 1:
            self._seen[self._device] = head.seq
        tables = frozenset(change.table for change in changes)
        return Change(entry.label, tables, frozenset(change.id for change in changes))

    def _step(self, kind: Literal["undo", "redo"]) -> None:
        """Undo or redo, again if PostgreSQL ended it for another's sake."""
        for _ in range(TRIES - 1):
            try:
                return self._step_once(kind)
            except Conflict as refusal:
                if not deadlocked(refusal.__cause__):
                    raise
        return self._step_once(kind)

    def _step_once(self, kind: Literal["undo", "redo"]) -> None:
        with self._writing() as recorder:
            connection = recorder.session.connection()
            stacks = journal.standing(connection, self._device)
            step = stacks.undo if kind == "undo" else stacks.redo
            if step is None:
                nothing = later("There is nothing to undo."), later("There is nothing to redo.")
                raise RuleBroken(nothing[kind == "redo"])
            changes = journal.changes_of(connection, step)
            if kind == "undo":
                changes = [change.reversed() for change in changes]
            seq = head_of(connection, self._device).seq + 1
            write_back(recorder, step.label, changes, seq=seq)
            entry = Entry(step.label, self.user, self._now(), kind=kind, undoes=step.id)
            news = self._finish(recorder, entry)
        self._tell(news)

    def _standing(self) -> Standing:
        with self.read() as session:
            return journal.standing(session.connection(), self._device)

    def _heads(self) -> dict[str, int]:
        with self.read() as session:
            found = session.connection().execute(select(jr_device.c.id, jr_device.c.seq))
            return {row.id: row.seq for row in found}

    def _tables_since(self, device: str, seq: int) -> list[str]:
        query = select(jr_change.c.tbl).join(jr_txn, jr_txn.c.id == jr_change.c.txn).distinct()
        since = query.where(jr_txn.c.device == device, jr_txn.c.seq > seq)
        with self.read() as session:
            return list(session.connection().execute(since).scalars())

    def _own_device(self, desk: str) -> str:
        """Return this desk's chain, begun now if it is new."""
        with refusals(), self.engine.connect() as connection:
            found = device_named(connection, desk)
        if found is None:
            with refusals(), self.engine.execution_options(**WRITES).begin() as connection:
                return device_named(connection, desk) or begin_device(connection, desk)
        return found

    def _tell(self, news: Change | None) -> None:
        if news:
            for listener in self.listeners:
                listener(news)
