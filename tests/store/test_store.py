"""Named changes: whole or not at all, journaled and told; short reads."""

import threading
from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from kunjungan.domain.errors import Conflict, Unavailable
from kunjungan.store.append import Entry, append
from kunjungan.store.recorder import JournalBypassed
from kunjungan.store.rows import RowChange
from kunjungan.store.store import Change, Store
from kunjungan.store.tables import Person, Visit
from tests.store.checks import check_replay
from tests.store.doing import add, retitle, titles
from tests.store.records import a_visit, key


def fail_half_way(store: Store) -> None:
    with store.change("Fail") as session:
        session.add(a_visit("A"))
        session.flush()
        raise LookupError("half-way")


def test_a_change_is_kept_and_told_once(any_store: Store) -> None:
    told: list[Change] = []
    any_store.listeners.append(told.append)
    add(any_store, "A")
    assert titles(any_store) == ["A"]
    assert told == [Change("Add A", frozenset({"visit"}), frozenset({key("A")}))]
    check_replay(any_store)


def test_a_change_that_fails_leaves_nothing_and_tells_nobody(any_store: Store) -> None:
    told: list[Change] = []
    any_store.listeners.append(told.append)
    with pytest.raises(LookupError, match="half-way"):
        fail_half_way(any_store)
    assert (titles(any_store), told, any_store.undo_label) == ([], [], None)
    add(any_store, "B")
    check_replay(any_store)


def test_a_change_that_does_nothing_is_no_change(any_store: Store) -> None:
    add(any_store, "A")
    with any_store.change("Nothing") as session:
        session.get_one(Visit, key("A")).title = "A"
    with any_store.change("Come and go") as session:
        passing = a_visit("B")
        session.add(passing)
        session.flush()
        session.delete(passing)
    assert any_store.undo_label == "Add A"
    assert any_store.head().seq == 1


def test_a_stale_copy_is_refused_in_words(any_store: Store) -> None:
    add(any_store, "A")
    with any_store.read() as session:
        mine = session.get_one(Visit, key("A"))
    retitle(any_store, "A", "theirs")
    mine.title = "mine"
    with pytest.raises(Conflict, match="Someone else"), any_store.change("Late") as session:
        session.add(mine)
    assert titles(any_store) == ["theirs"]


def test_changes_do_not_nest_and_reads_do_not_look_past_one(store: Store) -> None:
    with pytest.raises(RuntimeError, match="open here"), store.change("Outer"):
        add(store, "A")
    with pytest.raises(RuntimeError, match="open here"), store.change("Outer"), store.read():
        pass
    assert titles(store) == []
    add(store, "B")


def test_a_listener_may_read_and_change(store: Store) -> None:
    seen: list[list[str]] = []

    def answer(change: Change) -> None:
        seen.append(titles(store))
        if change.label == "Add A":
            add(store, "B")

    store.listeners.append(answer)
    add(store, "A")
    assert seen == [["A"], ["A", "B"]]


def test_threads_take_turns(store: Store) -> None:
    workers = [threading.Thread(target=add, args=(store, f"T{n}")) for n in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(titles(store)) == 8
    check_replay(store)


def test_a_change_elsewhere_is_noticed_by_its_tables(any_store: Store) -> None:
    other = Store(any_store.engine, user="other", now=lambda: datetime.now(UTC), desk="other")
    add(any_store, "A")
    assert any_store.changed_elsewhere() == frozenset()
    with other.change("Add") as session:
        session.add(Person(name="P"))
    add(any_store, "B")
    assert any_store.changed_elsewhere() == {"person"}
    assert any_store.changed_elsewhere() == frozenset()
    assert other.changed_elsewhere() == {"visit"}


def test_another_program_on_the_same_file_is_noticed_too(store: Store) -> None:
    twin = Store(store.engine, user="twin", now=lambda: datetime.now(UTC))
    add(twin, "A")
    with store.change("Add") as session:
        session.add(Person(name="P"))
    assert "visit" in store.changed_elsewhere()


def test_a_store_for_reading_refuses_changes_in_words(store: Store) -> None:
    add(store, "A")
    looking = Store(store.engine, user="guest", now=lambda: datetime.now(UTC), read_only=True)
    assert titles(looking) == ["A"]
    with pytest.raises(Unavailable, match="reading only"), looking.change("Add"):
        pass
    with pytest.raises(Unavailable, match="reading only"):
        looking.undo()


def test_a_session_for_reading_writes_nothing(store: Store) -> None:
    with store.read() as session:
        session.add(a_visit("A"))
        with pytest.raises(JournalBypassed):
            session.commit()
    assert titles(store) == []


def test_closing_lets_go_of_whatever_was_held(store: Store) -> None:
    let_go: list[str] = []
    store.on_close += [lambda: let_go.append("first"), lambda: let_go.append("second")]
    store.close()
    store.close()
    assert let_go == ["second", "first"]


def test_the_session_of_a_change_keeps_its_records_readable(store: Store) -> None:
    with store.change("Add") as session:
        assert isinstance(session, Session)
        visit = a_visit("A", "A")
        session.add(visit)
    assert visit.title == "A"


def test_a_change_of_fields_that_no_longer_exist_says_why_it_stays(store: Store) -> None:
    gone = RowChange("visit", key("A"), {"hours": None}, {"hours": "09:00"})
    add(store, "A")
    with store.engine.begin() as connection:
        device = store.head().device
        append(connection, device, Entry("Edit hours", "Anna", datetime.now(UTC)), [gone])
    with pytest.raises(Conflict, match="in another way"):
        store.undo()
    assert titles(store) == ["A"]
