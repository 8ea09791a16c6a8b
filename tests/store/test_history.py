"""What the journal tells of a record and of the office."""

from datetime import UTC, datetime

from kunjungan.domain.precedence import Group
from kunjungan.store.memory import open_memory
from kunjungan.store.store import Store
from kunjungan.store.tables import Attendee, Visit
from tests.store.doing import add
from tests.store.records import a_visit, filled, key, one_of_each


def test_the_clock_user_and_reason_stand_in_the_journal() -> None:
    at = datetime(2026, 8, 26, 9, 0, tzinfo=UTC)
    store = open_memory(user="Anna", now=lambda: at)
    with store.change("Add", reason="by letter") as session:
        session.add(a_visit("A"))
    done = store.recent()[0]
    assert (done.at, done.who, done.kind, done.label) == (at, "Anna", "cmd", "Add")
    assert (done.reason, done.rows) == ("by letter", 1)
    store.close()


def test_recent_changes_come_newest_first_and_no_more_than_asked(store: Store) -> None:
    for title in "ABC":
        add(store, title)
    store.undo()
    assert [(d.kind, d.label) for d in store.recent(2)] == [("undo", "Add C"), ("cmd", "Add C")]


def test_history_tells_each_field_newest_first(any_store: Store) -> None:
    with any_store.change("Add all") as session:
        session.add_all(one_of_each())
    with any_store.change("Come") as session:
        attendee = session.get_one(Attendee, key("attendee"))
        attendee.attendance, attendee.note = "present", ""
    any_store.undo()
    steps = any_store.history("attendee", key("attendee"))
    told = [(s.kind, s.label, s.what, s.field, s.old, s.new) for s in steps[:4]]
    assert told == [
        ("undo", "Come", "changed", "attendance", "present", "represented"),
        ("undo", "Come", "changed", "note", "", filled(Attendee).note),
        ("cmd", "Come", "changed", "attendance", "represented", "present"),
        ("cmd", "Come", "changed", "note", filled(Attendee).note, ""),
    ]
    added = {s.field: s.new for s in steps if s.what == "added"}
    assert added["delegation_id"] == key("delegation")
    assert added["precedence_group"] is Group.VILLAGE_HEADS


def test_history_outlives_the_record(any_store: Store) -> None:
    add(any_store, "A")
    with any_store.change("Remove") as session:
        session.delete(session.get_one(Visit, key("A")))
    removed = [s for s in any_store.history("visit", key("A")) if s.what == "removed"]
    assert [(s.field, s.old, s.new) for s in removed if s.field == "title"] == [
        ("title", "A", None)
    ]
