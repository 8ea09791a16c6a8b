"""Everything the surroundings can do to an office becomes one sentence; bugs stay bugs."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError
from sqlalchemy.orm.exc import StaleDataError

from kunjungan.domain.errors import Conflict, OfficeError, Unavailable
from kunjungan.store import refusals
from kunjungan.store.database import open_office
from kunjungan.store.files import DATABASE
from kunjungan.store.refusals import deadlocked, refusal_for
from kunjungan.store.store import Store
from kunjungan.store.tables import Person, Visit, VisitLink
from tests.store.checks import check_replay, state
from tests.store.clock import Clock
from tests.store.records import a_visit, key


def sqlite_error(name: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("raw words")
    error.sqlite_errorname = name
    return error


class ServerError(Exception):
    """What psycopg raises, as far as it matters here."""

    def __init__(self, sqlstate: str | None) -> None:
        super().__init__("raw words")
        self.sqlstate = sqlstate


def wrapped(error: Exception) -> OperationalError:
    return OperationalError("SELECT 1", None, error)


KNOWN: list[tuple[Exception, type[OfficeError], str]] = [
    (StaleDataError("raw"), Conflict, refusals.CHANGED_ELSEWHERE),
    (sqlite_error("SQLITE_FULL"), Unavailable, refusals.DISK_FULL),
    (sqlite_error("SQLITE_BUSY"), Unavailable, refusals.HELD),
    (sqlite_error("SQLITE_BUSY_SNAPSHOT"), Unavailable, refusals.HELD),
    (sqlite_error("SQLITE_LOCKED"), Unavailable, refusals.HELD),
    (sqlite_error("SQLITE_READONLY_DIRECTORY"), Unavailable, refusals.READ_ONLY),
    (sqlite_error("SQLITE_CORRUPT_INDEX"), Unavailable, refusals.DAMAGED),
    (sqlite_error("SQLITE_NOTADB"), Unavailable, refusals.DAMAGED),
    (sqlite_error("SQLITE_IOERR_FSYNC"), Unavailable, refusals.UNREADABLE),
    (sqlite_error("SQLITE_CANTOPEN"), Unavailable, refusals.GONE),
    (wrapped(sqlite_error("SQLITE_FULL")), Unavailable, refusals.DISK_FULL),
    (wrapped(ServerError("53100")), Unavailable, refusals.DISK_FULL),
    (wrapped(ServerError("40P01")), Conflict, refusals.CHANGED_ELSEWHERE),
    (wrapped(ServerError("08006")), Unavailable, refusals.SERVER_GONE),
    (wrapped(ServerError("57P01")), Unavailable, refusals.SERVER_GONE),
    (wrapped(ServerError(None)), Unavailable, refusals.SERVER_GONE),
    (OSError(errno.ENOSPC, "raw"), Unavailable, refusals.DISK_FULL),
    (OSError(errno.EROFS, "raw"), Unavailable, refusals.READ_ONLY),
    (PermissionError(errno.EACCES, "raw"), Unavailable, refusals.READ_ONLY),
    (FileNotFoundError(errno.ENOENT, "raw"), Unavailable, refusals.GONE),
    (OSError(errno.EIO, "raw"), Unavailable, refusals.UNREADABLE),
    (
        IntegrityError("x", None, sqlite3.IntegrityError("FOREIGN KEY constraint failed")),
        Conflict,
        refusals.STILL_NEEDED,
    ),
    (
        IntegrityError("x", None, Exception('violates unique constraint "uq_region_code"')),
        Conflict,
        refusals.ALREADY_THERE,
    ),
]
BUGS: list[Exception] = [
    sqlite_error("SQLITE_ERROR"),
    wrapped(sqlite_error("SQLITE_MISUSE")),
    wrapped(ServerError("42P01")),
    ProgrammingError("SELECT 1", None, ServerError(None)),
    OSError(errno.EBADF, "raw"),
    IntegrityError("x", None, sqlite3.IntegrityError("NOT NULL constraint failed: visit.title")),
]


@pytest.mark.parametrize(("error", "kind", "words"), KNOWN)
def test_a_known_failure_has_one_sentence(
    error: Exception, kind: type[OfficeError], words: str
) -> None:
    refusal = refusal_for(error)
    assert type(refusal) is kind
    assert refusal.message == words
    assert "raw" not in str(refusal)


@pytest.mark.parametrize("error", BUGS, ids=repr)
def test_a_bug_stays_a_bug(error: Exception) -> None:
    assert refusal_for(error) is None
    with pytest.raises(type(error)), refusals.refusals(OSError):
        raise error


def test_only_a_deadlock_is_worth_another_try() -> None:
    assert deadlocked(wrapped(ServerError("40P01")))
    assert not deadlocked(wrapped(ServerError("53100")))
    assert not deadlocked(None)


@pytest.fixture
def office(tmp_path: Path, pristine: Path) -> Iterator[Store]:
    shutil.copy(pristine / DATABASE, tmp_path)
    opened = open_office(tmp_path, user="tester", now=Clock()).store
    with opened.change("Add") as session:
        session.add(a_visit("A", "A"))
    yield opened
    opened.close()


def pragma(store: Store, words: str) -> None:
    """Set a pragma on the one connection that the pool holds."""
    with store.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA {words}")


def test_a_full_disk_loses_nothing_and_space_heals_it(office: Store) -> None:
    before = state(office)
    pragma(office, "max_page_count = 1")
    with pytest.raises(Unavailable, match="disk is full"), office.change("Many") as session:
        session.add_all(Person(name="x" * 500) for _ in range(500))
    assert state(office) == before
    pragma(office, "max_page_count = 1000000")
    with office.change("Many") as session:
        session.add_all(Person(name="x" * 500) for _ in range(500))
    check_replay(office)


def test_a_database_that_cannot_be_written_says_so(office: Store) -> None:
    pragma(office, "query_only = ON")
    with pytest.raises(Unavailable, match="not written"), office.change("Edit") as session:
        session.get_one(Visit, key("A")).title = "B"
    pragma(office, "query_only = OFF")
    check_replay(office)


def test_a_database_held_by_another_program_says_so(office: Store, tmp_path: Path) -> None:
    pragma(office, "busy_timeout = 0")
    other = sqlite3.connect(tmp_path / "kunjungan.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable, match="Another program"), office.change("Edit"):
        pass
    other.execute("ROLLBACK")
    other.close()
    with office.change("Edit") as session:
        session.get_one(Visit, key("A")).title = "B"
    check_replay(office)


def test_a_broken_link_is_refused_when_the_change_ends(any_store: Store) -> None:

    with pytest.raises(Conflict, match="depend"), any_store.change("Link") as session:
        session.add(VisitLink(visit_id=key("nobody"), earlier_id=key("nobody")))
    assert state(any_store) == {}
