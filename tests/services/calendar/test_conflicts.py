"""The list of conflicts, and those that the office lives with."""

from datetime import date, time

import pytest

from kunjungan.domain.bookings import ClaimKind
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.services.calendar.conflicts import (
    leave_conflict,
    list_conflicts,
)
from kunjungan.services.calendar.moving import Slot, move_to
from kunjungan.services.delegations import DelegationForm, add_delegation
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.store.tables import Visit
from tests.builders import bandung, prabumulih
from tests.services.calendar import planned
from tests.services.calendar.planned import DAY, Hours


def test_a_leader_at_two_places_is_told_with_both_events(office: Office) -> None:
    host = bandung(office)
    visit = planned.visit(office, Hours(9, 14), leader=host.head)
    add_delegation(office, visit.id, DelegationForm(prabumulih(office).id, announced=18))
    other = planned.entry(office, Hours(13, 15), leader=host.head)
    (line,) = list_conflicts(office, DAY)
    assert (line.kind, line.name, line.firm, line.missing) == (
        ClaimKind.LEADER, "Yana Mulyana", True, 0,
    )  # fmt: skip
    assert (line.since.time(), line.until.time()) == (time(13), time(14))
    assert (line.first.ref, line.second.ref) == (visit, other)
    assert (line.first.need, line.second.need) == (18, 0)
    assert line.second.slot == Slot(DAY, DAY, time(13), time(15))


def test_only_the_days_that_are_asked_for_are_told(office: Office) -> None:
    for day in (DAY, date(2022, 8, 25)):
        planned.visit(office, Hours(9, 12, day))
        planned.visit(office, Hours(9, 12, day))
    assert [line.since.date() for line in list_conflicts(office)] == [DAY]
    assert list_conflicts(office, date(2022, 8, 26), DAY) == []
    assert len(list_conflicts(office, date(2022, 8, 1))) == 2
    assert len(list_conflicts(office, DAY, date(2022, 9, 2))) == 1


def test_a_conflict_that_goes_on_is_told_on_each_of_its_days(office: Office) -> None:
    for _ in range(2):
        key = planned.visit(office, Hours(9, 12)).id
        with office.store.change("Stretch") as session:
            session.get_one(Visit, key).until = PartialDate(2022, 9, 3)
    for day, told in ((1, 1), (2, 1), (3, 1), (4, 0)):
        assert len(list_conflicts(office, date(2022, 9, day))) == told


def test_a_conflict_that_is_left_says_why_and_comes_back_by_undo(office: Office) -> None:
    planned.visit(office)
    planned.visit(office)
    (line,) = list_conflicts(office, DAY)
    with pytest.raises(RuleBroken):
        leave_conflict(office, line.what, "  ")
    leave_conflict(office, line.what, "Berbagi ruang")
    (left,) = list_conflicts(office, DAY)
    assert (left.left, left.reason, left.what) == (True, "Berbagi ruang", line.what)
    undo(office)
    assert not list_conflicts(office, DAY)[0].left


def test_a_conflict_keeps_its_name_when_the_two_change_places(office: Office) -> None:
    first = planned.visit(office)
    planned.visit(office)
    (line,) = list_conflicts(office, DAY)
    for start in (8, 10):
        move_to(office, first, Slot(DAY, DAY, time(start), time(12)))
        assert [one.what for one in list_conflicts(office, DAY)] == [line.what]


def test_an_item_or_crew_is_moved_by_what_it_is_part_of(office: Office) -> None:
    visit = planned.visit(office)
    part = planned.session(office, visit, Hours(9, 12))
    planned.item(office, visit, time(10), part=part, place="Command Center")
    planned.visit(office, Hours(10, 11), room="Command Center")
    (line,) = list_conflicts(office, DAY)
    assert part in {line.first.ref, line.second.ref}
