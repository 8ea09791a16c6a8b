"""The recorder sees every write, and what it would not see is refused."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.errors import Conflict
from kunjungan.domain.regions import RegionKind
from kunjungan.store.recorder import JournalBypassed
from kunjungan.store.rows import from_delta
from kunjungan.store.store import Store
from kunjungan.store.tables import (
    Agreement,
    Person,
    Region,
    RegisterEntry,
    Setting,
    Visit,
    jr_change,
    jr_txn,
)
from tests.store.checks import check_replay, state
from tests.store.records import DAY, a_visit, filled, key, one_of_each

VISIT: Any = Visit.__table__  # type: ignore[attr-defined]  # SQLModel hides it

BYPASSES: dict[str, Callable[[Session], object]] = {
    "core update": lambda s: s.connection().execute(VISIT.update().values(title="x")),
    "core delete": lambda s: s.connection().execute(VISIT.delete()),
    "core insert": lambda s: s.connection().execute(VISIT.insert(), {"title": "x"}),
    "orm update": lambda s: s.connection().execute(VISIT.update().where(VISIT.c.title == "A")),
    "bulk insert": lambda s: s.bulk_insert_mappings(Visit, [{"title": "x"}]),
    "bulk save": lambda s: s.bulk_save_objects([a_visit("x")]),
    "raw text": lambda s: s.connection().execute(text("update visit set title = 'x'")),
    "raw quoted": lambda s: s.connection().exec_driver_sql('DELETE FROM "visit"'),
    "raw replace": lambda s: s.connection().exec_driver_sql("insert into visit(title) values (1)"),
}


@pytest.fixture
def begun(any_store: Store) -> Store:
    with any_store.change("Add") as session:
        session.add(a_visit("A", "A"))
    return any_store


@pytest.mark.parametrize("bypass", BYPASSES)
def test_a_write_round_the_journal_is_refused(begun: Store, bypass: str) -> None:
    before = state(begun)
    with pytest.raises(JournalBypassed), begun.change("Bypass") as session:
        BYPASSES[bypass](session)
    assert state(begun) == before
    check_replay(begun)


def test_the_guard_is_shut_again_after_every_flush(begun: Store) -> None:
    with begun.change("Bypass") as session:
        session.get_one(Visit, key("A")).title = "B"
        session.flush()
        with pytest.raises(JournalBypassed):
            session.connection().execute(VISIT.delete())
    check_replay(begun)


def test_the_guard_is_shut_after_a_flush_that_failed(begun: Store) -> None:
    for _ in range(2):
        with pytest.raises(Conflict, match="already there"), begun.change("Fail") as session:
            session.add_all(Setting(key="same", value=number) for number in range(2))
        with pytest.raises(JournalBypassed), begun.read() as session:
            session.connection().execute(VISIT.delete())
    check_replay(begun)


def test_a_savepoint_taken_back_leaves_no_trace(begun: Store) -> None:
    with begun.change("Half") as session:
        session.add(Person(id=key("kept"), name="kept"))
        session.flush()
        nested = session.begin_nested()
        session.get_one(Visit, key("A")).title = "passing"
        session.add(Person(name="passing"))
        session.flush()
        nested.rollback()
    names = {row["name"] for (table, _), row in state(begun).items() if table == "person"}
    assert names == {"kept"}
    assert {s.label for s in begun.history("visit", key("A"))} == {"Add"}
    check_replay(begun)


def test_a_savepoint_that_is_kept_is_journaled(begun: Store) -> None:
    with begun.change("Whole") as session, session.begin_nested():
        session.get_one(Visit, key("A")).title = "B"
    assert begun.history("visit", key("A"))[0].new == "B"
    check_replay(begun)


def test_one_record_is_one_row_however_often_it_is_written(begun: Store) -> None:
    with begun.change("Often") as session:
        visit = session.get_one(Visit, key("A"))
        for title in ("B", "C", "D"):
            visit.title = title
            session.flush()
    with begun.read() as session:
        rows = (
            session.connection()
            .execute(
                jr_change.select()
                .join(jr_txn, jr_txn.c.id == jr_change.c.txn)
                .where(jr_txn.c.label == "Often")
            )
            .all()
        )
    assert [(row.op, row.delta) for row in rows] == [("u", '{"title":["A","D"]}')]


def test_the_old_value_is_the_rows_even_after_a_commit_expired_it(begun: Store) -> None:
    with begun.change("Expire") as session:
        visit = session.get_one(Visit, key("A"))
        session.expire(visit)
        visit.title = "B"
    step = begun.history("visit", key("A"))[0]
    assert (step.old, step.new) == ("A", "B")


def test_committing_inside_a_change_is_refused(begun: Store) -> None:
    with begun.change("Early") as session:
        session.get_one(Visit, key("A")).title = "B"
        with pytest.raises(JournalBypassed, match="block ends"):
            session.commit()
    assert begun.history("visit", key("A"))[0].new == "B"
    check_replay(begun)


def test_the_key_of_a_row_never_changes(begun: Store) -> None:
    with pytest.raises(JournalBypassed, match="key"), begun.change("Rekey") as session:
        session.get_one(Visit, key("A")).id = key("B")
    check_replay(begun)


def test_the_database_itself_refuses_to_alter_the_journal(begun: Store) -> None:
    for table in (jr_txn, jr_change):
        for statement in (table.delete(), table.update().values({"id": table.c.id})):
            with (
                pytest.raises(DBAPIError, match="append-only"),
                begun.engine.begin() as connection,
            ):
                connection.execute(statement)
    check_replay(begun)


def test_a_value_that_no_column_takes_leaves_nothing(begun: Store) -> None:
    before = state(begun)
    with pytest.raises(Exception, match="not one of"), begun.change("Wrong") as session:
        session.get_one(Visit, key("A")).direction = "sideways"  # type: ignore[assignment]
    assert state(begun) == before


def test_a_change_tells_its_operation_and_its_inverse() -> None:
    change = from_delta("visit", key("A").hex, "u", '{"title":["A","B"],"gone":[1,2]}')
    assert (change.op, change.before, change.after) == ("u", {"title": "A"}, {"title": "B"})
    assert change.reversed().delta() == '{"title":["B","A"]}'
    added = from_delta("visit", key("A").hex, "i", '{"title":[null,"B"]}')
    assert (added.op, added.reversed().op) == ("i", "d")


def test_moving_a_unique_value_between_two_records_can_be_undone(any_store: Store) -> None:
    """Both directions pass through a state in which two rows want the same number."""
    records = one_of_each()
    with any_store.change("Add") as session:
        session.add_all(records)
        session.flush()
        _second_entry(session)
    before = state(any_store)
    with any_store.change("Swap") as session:
        _swap_numbers(session)
    after = state(any_store)
    any_store.undo()
    assert state(any_store) == before
    any_store.redo()
    assert state(any_store) == after
    check_replay(any_store)


def _second_entry(session: Session) -> None:
    session.add(Agreement(id=key("second"), kind=AgreementKind.KB, subject_id="B"))
    session.add(RegisterEntry(id=key("entry2"), agreement_id=key("second"), year=7, no=8, on=DAY))


def _swap_numbers(session: Session) -> None:
    one = session.get_one(RegisterEntry, key("register_entry"))
    other = session.get_one(RegisterEntry, key("entry2"))
    one.no, other.no = None, 7
    session.flush()
    one.no = 8
    session.flush()


def test_a_duplicate_of_a_key_is_refused_in_words(any_store: Store) -> None:
    with any_store.change("Add") as session:
        session.add(filled(Region))
    with pytest.raises(Conflict, match="already there"), any_store.change("Twice") as session:
        session.add(Region(code=filled(Region).code, kind=RegionKind.CITY, name="again"))
