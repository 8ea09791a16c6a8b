"""The index is built in pieces, told stale, mended, and missed by nobody while it is gone."""

import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Thread
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlmodel import select

from kunjungan.store.files import DATABASE
from kunjungan.store.finding import index
from kunjungan.store.finding.feeds import FEEDS
from kunjungan.store.migrations import create
from kunjungan.store.shape import journaled
from kunjungan.store.store import Store
from kunjungan.store.tables import Delegation, Institution, Person, Region
from tests.store.backends import empty_server
from tests.store.clock import Clock
from tests.store.doing import opening
from tests.store.looking import built, look, put
from tests.store.records import a_visit, filled


@pytest.fixture
def indexed(any_store: Store) -> Store:
    return built(any_store)


def test_the_index_is_built_in_pieces_while_work_goes_on(indexed: Store) -> None:
    put(indexed, *(Person(name=f"Orang {n}") for n in range(25)))
    with indexed._beside_the_journal() as connection:
        index.forget(connection)
        assert not index.build_some(connection, 7)
    put(indexed, Person(name="Orang baru"))
    with indexed.change("Rename") as session:
        person = session.exec(select(Person).where(Person.name == "Orang 3")).one()
        person.name = "Lain"
    assert len(look(indexed, "orang", "person", most=50)) == 25
    built(indexed)
    assert len(look(indexed, "orang", "person", most=50)) == 25
    assert look(indexed, "lain", "person") == [person.id]
    assert indexed.verify() == []


def test_an_index_of_another_version_is_built_anew(indexed: Store) -> None:
    put(indexed, Person(name="Panca"))
    with indexed._beside_the_journal() as connection:
        connection.execute(text("UPDATE finding_mark SET version = 0"))
        connection.execute(text("UPDATE finding_doc SET folded = ''"))
    assert len(look(indexed, "panca", "person")) == 1, "it is not asked any more"
    built(indexed)
    assert not indexed.mend_index()
    assert len(look(indexed, "panca", "person")) == 1


def test_a_change_under_another_version_lets_it_be_built_anew(indexed: Store) -> None:
    with indexed._beside_the_journal() as connection:
        connection.execute(text("UPDATE finding_mark SET version = 99"))
    put(indexed, Person(name="Panca"))
    built(indexed)
    assert len(look(indexed, "panca", "person")) == 1


def test_a_stale_index_is_told_and_mended(indexed: Store) -> None:
    put(indexed, Person(name="Panca"))
    with indexed._beside_the_journal() as connection:
        connection.execute(text("DELETE FROM finding_doc"))
    assert indexed.verify() == ["search index: 1 records are out of step"]
    assert indexed.mend_index()
    assert indexed.verify() == []
    assert not indexed.mend_index()
    assert len(look(indexed, "panca", "person")) == 1


def test_two_desks_that_change_one_visit_at_once_are_both_found() -> None:
    engine = empty_server()
    create(engine)
    desks = [Store(engine, user=name, now=Clock(), desk=name) for name in ("Anna", "Budi")]
    built(desks[0])
    body, visit = filled(Institution), a_visit("Bersama", "Bersama")
    put(desks[0], body, filled(Region), visit)

    def add(desk: Store, number: str) -> None:
        with desk.change("Delegation") as session:
            session.add(
                Delegation(
                    visit_id=visit.id, institution_id=body.id, rank=number, letter_number=number
                )
            )

    for _ in range(5):
        numbers = [uuid4().hex for _ in desks]
        working = [Thread(target=add, args=pair) for pair in zip(desks, numbers, strict=True)]
        for thread in working:
            thread.start()
        for thread in working:
            thread.join()
        assert [look(desks[0], number, "visit") for number in numbers] == [[visit.id]] * 2
    assert desks[1].verify() == []
    engine.dispose()


def test_a_lost_index_stops_no_change_and_comes_back(closed_office: Path, clock: Clock) -> None:
    opened = opening(closed_office, clock).store
    with opened._beside_the_journal() as connection:
        connection.exec_driver_sql("DROP TABLE finding_doc")
    put(opened, Person(name="Panca"))
    assert len(look(opened, "panca", "person")) == 1
    opened.close()
    again = opening(closed_office, clock).store
    with again.read() as session:
        assert index.is_whole(session.connection())
    assert len(look(again, "panca", "person")) == 1
    again.close()


def test_a_broken_index_stops_neither_changes_nor_searches(store: Store) -> None:
    put(store, *(Person(name=f"Panca {n}") for n in range(50)))
    with store._beside_the_journal() as connection:
        connection.exec_driver_sql("UPDATE finding_words_data SET block = x'00ff' WHERE id > 10")
    assert len(look(store, "panca", "person", most=99)) == 50
    with store.change("Rename") as session:
        session.exec(select(Person).where(Person.name == "Panca 7")).one().name = "Lain"
    assert len(look(store, "panca", "person", most=99)) == 49
    store.mend_index()
    assert len(look(store, "panca", "person", most=99)) == 49
    assert not store.mend_index()


def test_an_office_that_is_only_read_is_searched_without_an_index(
    closed_office: Path, clock: Clock
) -> None:
    opened = opening(closed_office, clock).store
    with opened._beside_the_journal() as connection:
        connection.exec_driver_sql("DROP TABLE finding_mark")
    opened.close()
    reading = opening(closed_office, clock, read_only=True).store
    assert reading.build_index(), "there is nothing to be done"
    assert len(look(reading, "a", "visit")) == 1
    reading.close()


def test_the_index_is_not_in_the_journal(store: Store) -> None:
    put(store, Person(name="Panca"))
    assert not any(table.startswith("finding") for table in journaled())
    assert [done.label for done in store.recent()] == ["Put"]


def test_every_column_that_feeds_the_index_exists() -> None:
    for name, feed in FEEDS.items():
        columns = set(journaled()[name].columns.keys())
        assert feed.columns | set(feed.names.values()) <= columns


def test_an_office_with_a_record_that_cannot_be_indexed_opens_all_the_same(
    closed_office: Path, clock: Clock
) -> None:
    opened = opening(closed_office, clock).store
    with opened._beside_the_journal() as connection:
        index.forget(connection)
    opened.close()
    with closing(sqlite3.connect(closed_office / DATABASE)) as raw:
        raw.execute("UPDATE visit SET \"on\" = 'never'")
        raw.commit()
    again = opening(closed_office, clock).store
    put(again, Person(name="Panca"))
    assert len(look(again, "panca", "person")) == 1
    again.close()
