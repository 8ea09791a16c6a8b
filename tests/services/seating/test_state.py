from uuid import UUID

from kunjungan.services.precedence.order import ranking
from kunjungan.services.seating import (
    after_change,
    list_plans,
    new_plan,
    plan_view,
    seat_guest,
    seating_state,
)
from tests.services.seating.case import Case, guest_at, reads_of_guests


def test_the_seating_of_several_plans_reads_and_ranks_its_guests_once(
    case: Case, plan: UUID
) -> None:
    new_plan(case.office, case.visit, "signing-3", case.session)
    new_plan(case.office, case.visit, "banquet")
    assert reads_of_guests(case.office, lambda: seating_state(case.office, case.visit, plan)) == 1


def test_what_is_read_at_once_is_what_each_question_answers(case: Case, plan: UUID) -> None:
    part = new_plan(case.office, case.visit, "signing-3", case.session)
    case.change(guest_at(plan_view(case.office, part), "t-1-2"), attendance="absent")
    for shown, session in ((plan, None), (part, case.session)):
        state = seating_state(case.office, case.visit, shown)
        assert list(state.plans) == list_plans(case.office, case.visit)
        assert state.view == plan_view(case.office, shown)
        assert state.order == ranking(case.office, case.visit, session)
        assert state.moves == after_change(case.office, case.visit).of_plan(shown)
        assert [line.id for line in state.others] == [part if shown == plan else plan]


def test_a_visit_without_plans_still_shows_its_order(case: Case) -> None:
    state = seating_state(case.office, case.visit, None)
    assert (state.plans, state.view) == ((), None)
    assert state.order == ranking(case.office, case.visit)


def test_a_guest_is_seated_without_ranking_anybody(case: Case, plan: UUID) -> None:
    guest = guest_at(plan_view(case.office, plan), "r-1-1")
    read = reads_of_guests(case.office, lambda: seat_guest(case.office, plan, guest, "r-1-3"))
    assert read == 0
    assert guest_at(plan_view(case.office, plan), "r-1-3") == guest
