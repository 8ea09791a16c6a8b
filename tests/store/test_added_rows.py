"""Many rows added at once are journaled like any others: undone whole, found, and proven."""

from uuid import UUID, uuid4

from sqlmodel import select

from kunjungan.domain.search_words import read_query
from kunjungan.store.recorder import add_rows
from kunjungan.store.store import Store
from kunjungan.store.tables import Person


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
