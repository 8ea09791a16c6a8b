from dataclasses import replace
from uuid import UUID

import pytest
from sqlmodel import select

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.seating_order import Deviation
from kunjungan.services.seating import (
    arrange,
    edit_plan,
    give_reason,
    imagined_plan,
    list_plans,
    lock_seat,
    make_room,
    new_plan,
    plan_form,
    plan_view,
    seat_guest,
    unseat,
)
from kunjungan.store.tables import Seat
from tests.services.seating.case import (
    Case,
    guest_at,
    many_guests,
    reads_of_guests,
    where,
    who_sits,
)


def test_a_plan_seats_host_and_heads_at_the_table_and_the_others_by_rank(
    case: Case, plan: UUID
) -> None:
    view = plan_view(case.office, plan)
    assert [who_sits(view, f"t-1-{n}") for n in (1, 2, 3)] == [
        "Yana Mulyana", "Panca Wijaya Akbar", "Ridho Yahya",
    ]  # fmt: skip
    assert {who_sits(view, "r-1-1"), who_sits(view, "r-1-2")} == {
        "Sekda Bandung",
        "Sekda Prabumulih",
    }
    assert (view.unseated, view.deviations, view.missing_seats) == ((), (), 0)


def test_heads_come_on_their_lists_with_the_plan_and_go_again_with_undo(case: Case) -> None:
    new_plan(case.office, case.visit, "rows")
    assert list_plans(case.office, case.visit)[0].seated == 11
    case.office.store.undo()
    assert list_plans(case.office, case.visit) == []


def test_an_imagined_plan_is_told_and_not_kept(case: Case) -> None:
    order, view = imagined_plan(case.office, case.visit, "signing-3")
    assert len(order.lines) == 11
    assert who_sits(view, "t-1-1") == "Yana Mulyana"
    assert list_plans(case.office, case.visit) == []


def test_arranging_again_writes_nothing(case: Case, plan: UUID) -> None:
    before = plan_view(case.office, plan)
    with case.office.store.read() as session:
        rows = {row.id: row.version for row in session.exec(select(Seat))}
    arrange(case.office, plan)
    with case.office.store.read() as session:
        assert {row.id: row.version for row in session.exec(select(Seat))} == rows
    assert plan_view(case.office, plan) == before


def test_guests_change_seats_and_the_deviation_is_told_with_its_reason(
    case: Case, plan: UUID
) -> None:
    view = plan_view(case.office, plan)
    staff = where(view, "Staf 0")
    seat_guest(case.office, plan, guest_at(view, staff), "r-1-1")
    moved = plan_view(case.office, plan)
    assert who_sits(moved, "r-1-1") == "Staf 0"
    assert who_sits(moved, staff) == who_sits(view, "r-1-1")
    assert {one.kind for one in moved.deviations} == {Deviation.RANK}
    told = moved.deviations[0]
    give_reason(case.office, plan, told.place.key, "Mendampingi alat peraga")
    again = plan_view(case.office, plan)
    assert again.deviations[0].reason == "Mendampingi alat peraga"
    arrange(case.office, plan)
    kept = plan_view(case.office, plan)
    assert who_sits(kept, told.place.key) == who_sits(moved, told.place.key)


def test_a_locked_seat_stays_and_refuses_whoever_is_dropped_on_it(case: Case, plan: UUID) -> None:
    view = plan_view(case.office, plan)
    lock_seat(case.office, plan, "r-1-1")
    guest = guest_at(view, "r-1-1")
    with pytest.raises(RuleBroken):
        seat_guest(case.office, plan, guest_at(view, "r-1-2"), "r-1-1")
    with pytest.raises(RuleBroken):
        seat_guest(case.office, plan, guest, "r-3-7")
    with pytest.raises(RuleBroken):
        unseat(case.office, plan, guest)
    lock_seat(case.office, plan, "r-1-1", locked=False)
    unseat(case.office, plan, guest)
    assert [line.guest.id for line in plan_view(case.office, plan).unseated] == [guest]


def test_a_guest_without_a_seat_dropped_on_a_taken_one_leaves_the_other_without(
    case: Case, plan: UUID
) -> None:
    view = plan_view(case.office, plan)
    first, second = guest_at(view, "r-1-1"), guest_at(view, "r-1-2")
    unseat(case.office, plan, first)
    seat_guest(case.office, plan, first, "r-1-2")
    after = plan_view(case.office, plan)
    assert guest_at(after, "r-1-2") == first
    assert [line.guest.id for line in after.unseated] == [second]


def test_nobody_is_locked_reasoned_or_seated_where_there_is_nothing(case: Case, plan: UUID) -> None:
    guest = guest_at(plan_view(case.office, plan), "r-1-1")
    with pytest.raises(RuleBroken):
        lock_seat(case.office, plan, "r-3-7")
    with pytest.raises(RuleBroken):
        give_reason(case.office, plan, "x", "y")
    with pytest.raises(RuleBroken):
        seat_guest(case.office, plan, guest, "r-99-1")
    with pytest.raises(RuleBroken):
        seat_guest(case.office, plan, UUID(int=1), "r-1-1")


def test_more_guests_than_seats_are_told_and_room_is_made_in_one_change(case: Case) -> None:
    plan = new_plan(case.office, case.visit, "round")
    form = plan_form(case.office, plan)
    edit_plan(case.office, plan, replace(form, parts=(replace(form.parts[0], seats=4),)))
    arrange(case.office, plan)
    view = plan_view(case.office, plan)
    assert view.missing_seats == len(view.unseated) == 7
    assert make_room(case.office, plan) == 2
    assert plan_view(case.office, plan).unseated == ()
    case.office.store.undo()
    assert plan_view(case.office, plan).missing_seats == 7


def test_two_desks_may_give_one_seat_twice_and_the_first_counts(case: Case, plan: UUID) -> None:
    view = plan_view(case.office, plan)
    other = guest_at(view, "r-1-2")
    with case.office.store.change("Second desk") as session:
        session.add(Seat(id=UUID(int=0), plan_id=plan, attendee_id=other, place="r-1-1"))
    seen = plan_view(case.office, plan)
    assert guest_at(seen, "r-1-1") == other
    assert len(seen.unseated) == 1
    arrange(case.office, plan)
    with case.office.store.read() as session:
        assert len(session.exec(select(Seat)).all()) == 11


def test_a_plan_reads_its_guests_once(case: Case, plan: UUID) -> None:
    assert reads_of_guests(case.office, lambda: plan_view(case.office, plan)) == 1


def test_room_for_very_many_is_made_by_one_ranking(case: Case, plan: UUID) -> None:
    many_guests(case, 150)
    assert reads_of_guests(case.office, lambda: make_room(case.office, plan)) == 1
    assert plan_view(case.office, plan).unseated == ()
