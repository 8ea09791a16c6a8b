"""Many rows added at once are journaled like any others: undone whole, found, and proven."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event
from sqlmodel import select

from kunjungan.domain.search_words import read_query
from kunjungan.store.added import additions
from kunjungan.store.bulk import each_made
from kunjungan.store.recorder import add_rows
from kunjungan.store.shape import journaled
from kunjungan.store.store import Store
from kunjungan.store.tables import Attendee, Person
from tests.store.looking import built, put
from tests.store.records import a_visit, one_of_each


def rows(*names: str) -> list[dict[str, object]]:
    blank = Person(name="").model_dump()
    return [{**blank, "id": uuid4(), "name": name, "titles_back": ("S.T.",)} for name in names]


def names(store: Store) -> list[str]:
    with store.read() as session:
        return sorted(session.exec(select(Person.name)).all())


def test_rows_added_at_once_are_proven_and_go_with_one_undo(any_store: Store) -> None:
    with any_store.change("Many") as session:
        add_rows(session, Person, rows("Satu", "Dua", "Tiga"))
    assert names(any_store) == ["Dua", "Satu", "Tiga"]
    assert any_store.verify() == []
    any_store.undo()
    assert names(any_store) == []
    any_store.redo()
    assert (names(any_store), any_store.verify()) == (["Dua", "Satu", "Tiga"], [])


def test_a_row_that_is_changed_after_it_was_added_is_journaled_as_it_ended(
    any_store: Store,
) -> None:
    made = rows("Satu", "Dua")
    with any_store.change("Many") as session:
        add_rows(session, Person, made)
        key = made[0]["id"]
        assert isinstance(key, UUID)
        person = session.get(Person, key)
        assert person is not None
        person.name = "Lain"
    assert (names(any_store), any_store.verify()) == (["Dua", "Lain"], [])


def test_rows_added_at_once_are_found_by_their_words(any_store: Store) -> None:
    while not any_store.build_index():
        pass
    made = rows("Panca Contoh")
    with any_store.change("Many") as session:
        add_rows(session, Person, made)
    assert any_store.look(read_query("panca"), ["person"], 5)["person"] == [made[0]["id"]]


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    """Yield the statements that are sent to a database meanwhile."""
    sent: list[str] = []

    def note(*args: object) -> None:
        sent.append(str(args[2]))

    event.listen(store.engine, "before_cursor_execute", note)
    yield sent
    event.remove(store.engine, "before_cursor_execute", note)


def test_people_who_are_new_are_not_read_back_to_be_found(any_store: Store) -> None:
    built(any_store)
    visit = a_visit()
    with any_store.change("A visit") as session:
        session.add(visit)
    made = rows("Panca Contoh", "Dua")
    blank = Attendee(person_id=uuid4()).model_dump()
    coming = {**blank, "id": uuid4(), "person_id": made[0]["id"], "visit_id": visit.id}
    with statements(any_store) as sent, any_store.change("Many") as session:
        add_rows(session, Person, made)
        add_rows(session, Attendee, [{**coming, "title_id": "Ajudan"}])
    assert [each for each in sent if "FROM person" in each or "FROM attendee" in each] == []
    assert any_store.look(read_query("ajudan"), ["person"], 5)["person"] == [made[0]["id"]]
    assert any_store.verify() == []


def test_everything_new_at_once_is_found_as_if_it_had_been_read(any_store: Store) -> None:
    put(built(any_store), *one_of_each())
    assert any_store.verify() == []


def test_deltas_of_many_rows_are_what_each_alone_would_be() -> None:
    made = [
        {**row, "known_as": known, "titles_front": front, "diet": "100 % halal"}
        for row, known, front in zip(
            rows('A "b"', "C\n%s"), ("", None), (("Dr.",), ()), strict=True
        )
    ]
    table = journaled()["person"]
    for some in (made, made[:1]):
        columns = {name: [row[name] for row in some] for name in made[0]}
        changes = additions(table, columns)
        assert [each.written for each in changes] == [
            replace(each, written="").delta() for each in changes
        ]


@pytest.mark.parametrize("values", [["a"] * 90, [["a"]] * 90 + [["b"]], [*"ab" * 50], [*"abc"]])
def test_whatever_comes_again_is_made_as_if_it_came_once(values: list[object]) -> None:
    assert each_made(str, values) == list(map(str, values))
