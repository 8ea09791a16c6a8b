"""Undo and redo by name: across restarts, up to a final change, never over others' work."""

from datetime import UTC, datetime

import pytest

from kunjungan.domain.errors import Conflict, RuleBroken
from kunjungan.store.store import Change, Store
from kunjungan.store.tables import Delegation, Institution, Person, Visit
from tests.store.checks import check_replay, state
from tests.store.doing import add, retitle, titles
from tests.store.records import filled, key, one_of_each


def desk(store: Store, name: str) -> Store:
    """Another desk on the same database."""
    return Store(store.engine, user=name, now=lambda: datetime.now(UTC), desk=name)


def test_undo_and_redo_go_by_name_and_in_order(any_store: Store) -> None:
    add(any_store, "A")
    retitle(any_store, "A", "B")
    assert (any_store.undo_label, any_store.redo_label) == ("Name it B", None)
    any_store.undo()
    assert titles(any_store) == ["A"]
    assert (any_store.undo_label, any_store.redo_label) == ("Add A", "Name it B")
    any_store.undo()
    assert (any_store.undo_label, any_store.redo_label) == (None, "Add A")
    any_store.redo()
    any_store.redo()
    assert titles(any_store) == ["B"]
    assert any_store.redo_label is None
    check_replay(any_store)


def test_undo_and_redo_are_told_under_the_name_of_what_they_settle(store: Store) -> None:
    told: list[Change] = []
    add(store, "A")
    store.listeners.append(told.append)
    store.undo()
    store.redo()
    assert told == [Change("Add A", frozenset({"visit"}), frozenset({key("A")}))] * 2


def test_nothing_to_undo_is_said_in_words(store: Store) -> None:
    with pytest.raises(RuleBroken, match="nothing to undo"):
        store.undo()
    with pytest.raises(RuleBroken, match="nothing to redo"):
        store.redo()


def test_a_new_change_clears_redo(any_store: Store) -> None:
    add(any_store, "A")
    add(any_store, "B")
    any_store.undo()
    any_store.undo()
    add(any_store, "C")
    assert (any_store.undo_label, any_store.redo_label) == ("Add C", None)
    any_store.undo()
    assert (any_store.undo_label, any_store.redo_label) == (None, "Add C")


def test_undo_survives_a_restart(any_store: Store) -> None:
    add(any_store, "A")
    retitle(any_store, "A", "B")
    any_store.undo()
    again = Store(any_store.engine, user="tester", now=lambda: datetime.now(UTC))
    assert (again.undo_label, again.redo_label) == ("Add A", "Name it B")
    again.redo()
    again.undo()
    again.undo()
    assert titles(again) == []


def test_sixty_changes_with_an_import_among_them_can_be_undone(store: Store) -> None:
    add(store, "A")
    for number in range(29):
        retitle(store, "A", f"A{number}")
    with store.change("Import people", kind="import") as session:
        session.add_all(Person(name=f"P{number}") for number in range(300))
    for number in range(29):
        retitle(store, "A", f"B{number}")
    full = state(store)
    for _ in range(60):
        store.undo()
    assert state(store) == {}
    assert store.undo_label is None
    for _ in range(60):
        store.redo()
    assert state(store) == full
    check_replay(store)


def test_undo_ends_at_a_final_change(any_store: Store) -> None:
    add(any_store, "A")
    with any_store.change("Sign", final=True) as session:
        session.get_one(Visit, key("A")).note = "signed"
    assert any_store.undo_label is None
    with pytest.raises(RuleBroken):
        any_store.undo()
    add(any_store, "B")
    any_store.undo()
    assert (any_store.undo_label, any_store.redo_label) == (None, "Add B")


def test_a_system_change_is_neither_undone_nor_in_the_way(any_store: Store) -> None:
    add(any_store, "A")
    with any_store.change("Print", kind="system") as session:
        session.add(Person(name="P"))
    assert any_store.undo_label == "Add A"
    any_store.undo()
    assert any_store.redo_label == "Add A"
    with any_store.change("Print", kind="system") as session:
        session.add(Person(name="Q"))
    assert any_store.redo_label == "Add A"


def test_undo_is_refused_with_the_fields_that_moved_on(any_store: Store) -> None:
    add(any_store, "A")
    with any_store.change("Fill in") as session:
        visit = session.get_one(Visit, key("A"))
        visit.place, visit.room, visit.note = "Aula", "1", "x"
    other = desk(any_store, "other")
    with other.change("Move") as session:
        visit = session.get_one(Visit, key("A"))
        visit.place, visit.room = "Balai", "2"
    before = state(any_store)
    with pytest.raises(Conflict) as refusal:
        any_store.undo()
    assert refusal.value.values == {"label": "Fill in", "fields": "visit.place, visit.room"}
    assert state(any_store) == before
    check_replay(any_store)


def test_undo_keeps_what_others_changed_beside_it(any_store: Store) -> None:
    add(any_store, "A")
    retitle(any_store, "A", "B")
    other = desk(any_store, "other")
    with other.change("Place") as session:
        session.get_one(Visit, key("A")).place = "Aula"
    any_store.undo()
    with any_store.read() as session:
        visit = session.get_one(Visit, key("A"))
        assert (visit.title, visit.place) == ("A", "Aula")


def test_each_desk_undoes_its_own_changes(any_store: Store) -> None:
    other = desk(any_store, "other")
    add(any_store, "A")
    add(other, "B")
    assert (any_store.undo_label, other.undo_label) == ("Add A", "Add B")
    any_store.undo()
    assert titles(other) == ["B"]
    check_replay(other)


def test_undo_of_a_record_that_others_now_need_is_refused(any_store: Store) -> None:
    add(any_store, "A")
    other = desk(any_store, "other")
    with other.change("Add delegation") as session:
        body = filled(Institution)
        body.region_id = None
        session.add(body)
        session.add(Delegation(visit_id=key("A"), institution_id=body.id, rank="a"))
    with pytest.raises(Conflict, match="depend on this one"):
        any_store.undo()
    assert titles(any_store) == ["A"]


def test_a_removed_record_that_comes_back_counts_as_changed(any_store: Store) -> None:
    add(any_store, "A")
    with any_store.read() as session:
        old_copy = session.get_one(Visit, key("A"))
    with any_store.change("Remove") as session:
        session.delete(session.get_one(Visit, key("A")))
    any_store.undo()
    old_copy.title = "overwritten"
    with pytest.raises(Conflict, match="Someone else"), any_store.change("Late") as session:
        session.add(old_copy)
    assert titles(any_store) == ["A"]


def test_records_of_every_table_go_in_and_out_in_any_order(any_store: Store) -> None:
    with any_store.change("Add all") as session:
        session.add_all(one_of_each())
    before = state(any_store)
    with any_store.change("Remove all") as session:
        for record in one_of_each():
            session.delete(session.get_one(type(record), record.id))
    assert state(any_store) == {}
    any_store.undo()
    assert state(any_store) == before
    any_store.undo()
    assert state(any_store) == {}
    any_store.redo()
    any_store.redo()
    assert state(any_store) == {}
    check_replay(any_store)


def test_a_copy_from_before_an_undo_counts_as_changed(any_store: Store) -> None:
    add(any_store, "A")
    retitle(any_store, "A", "B")
    with any_store.read() as session:
        copy = session.get_one(Visit, key("A"))
    any_store.undo()
    copy.note = "late"
    with pytest.raises(Conflict, match="Someone else"), any_store.change("Late") as session:
        session.add(copy)
    assert titles(any_store) == ["A"]
