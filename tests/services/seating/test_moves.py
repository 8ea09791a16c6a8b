from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import UUID

import pytest

from kunjungan.domain.paper import Paper
from kunjungan.domain.precedence import Group
from kunjungan.services.day_papers.made import Wish
from kunjungan.services.day_papers.papers import make_day_paper
from kunjungan.services.pack.changes import as_marks, names_of, since_printed
from kunjungan.services.pack.outdated import outdated_cards
from kunjungan.services.seating import (
    after_change,
    arrange,
    new_plan,
    plan_view,
    seat_guest,
)
from kunjungan.store.tables import PrintRun
from tests.services.seating.case import Case, guest_at, where, who_sits


def test_a_substitute_moves_by_the_own_rank_and_few_others_move(case: Case, plan: UUID) -> None:
    view = plan_view(case.office, plan)
    mayor, secretary = guest_at(view, "t-1-3"), guest_at(view, where(view, "Sekda Prabumulih"))
    case.change(mayor, attendance="represented")
    case.change(secretary, represents_id=mayor)
    moves = after_change(case.office, case.visit).moved
    by_name = {move.name.id: (move.before, move.after) for move in moves}
    assert by_name["Ridho Yahya"] == ("t-1-3", "")
    assert by_name["Sekda Prabumulih"][1] == "t-1-3"
    assert len(moves) == 3  # the two, and one of the staff who closes up
    arrange(case.office, plan)
    assert after_change(case.office, case.visit).moved == ()
    assert who_sits(plan_view(case.office, plan), "t-1-3") == "Sekda Prabumulih"


def test_a_representing_head_of_a_higher_body_sits_behind_the_other_head(case: Case) -> None:
    plan = new_plan(case.office, case.visit, "signing-3")
    view = plan_view(case.office, plan)
    regent, secretary = (
        guest_at(view, "t-1-2"),
        case.guest("ogan ilir", "Sekda Ogan Ilir", Group.SECRETARY),
    )
    case.change(regent, attendance="represented")
    case.change(secretary, represents_id=regent)
    arrange(case.office, plan)
    after = plan_view(case.office, plan)
    assert [who_sits(after, f"t-1-{n}") for n in (1, 2, 3)] == [
        "Yana Mulyana", "Ridho Yahya", "Sekda Ogan Ilir",
    ]  # fmt: skip
    assert after.deviations == ()


def test_cards_are_due_only_where_their_paper_was_printed(case: Case, plan: UUID) -> None:
    view = plan_view(case.office, plan)
    everybody = [seat.guest.guest.id for seat in view.seats if seat.guest]
    mayor = guest_at(view, "t-1-3")
    case.change(mayor, attendance="absent")
    assert after_change(case.office, case.visit).cards == ()
    _print(case, "tents", everybody)
    _print(case, "place_labels", everybody)
    _print(case, "seating", [plan])
    newcomer = case.guest("ogan ilir", "Tamu baru", Group.SECRETARY)
    found = after_change(case.office, case.visit)
    due = {(card.slug, card.key) for card in found.cards}
    assert ("tents", str(newcomer)) in due
    assert ("place_labels", str(newcomer)) in due
    assert ("seating", str(plan)) in due
    assert {slug for slug, _ in due} == {"tents", "place_labels", "seating"}
    assert [key for slug, key in due if slug == "tents"] == [str(newcomer)]
    moved = {str(move.attendee_id) for move in found.moved if move.after}
    assert {key for slug, key in due if slug == "place_labels"} == moved
    assert {(card.slug, card.key) for card in found.stale} == {
        ("tents", str(mayor)), ("place_labels", str(mayor)),
    }  # fmt: skip


def _print(case: Case, slug: str, keys: list[UUID]) -> None:
    with case.office.store.change("Print") as session:
        session.add(
            PrintRun(
                visit_id=case.visit, what=slug, paper=Paper.A4, pages=1, fingerprint="x",
                marks=tuple(f"{key}=1" for key in keys),
                at=datetime(2022, 8, 31, tzinfo=UTC), by="x",
            )
        )  # fmt: skip


def test_every_plan_of_a_visit_has_its_labels_and_older_logs_are_understood(
    case: Case, plan: UUID
) -> None:
    wish = Wish(visit_id=case.visit, drawn=False)
    before = make_day_paper(case.office, "place_labels", wish).marks
    _print_as(case, before)
    meal = new_plan(case.office, case.visit, "banquet")
    after = make_day_paper(case.office, "place_labels", wish).marks
    guests = [str(s.guest.guest.id) for s in plan_view(case.office, plan).seats if s.guest]
    assert {key: mark for key, mark in after.items() if key in before} == before
    assert set(after) - set(before) == {f"{guest}@{meal}" for guest in guests}
    with case.office.store.read() as session:
        since = since_printed(session, case.visit, "place_labels", after)
    assert since.changed == {f"{guest}@{meal}" for guest in guests}
    assert not since.gone
    assert names_of(case.office, case.visit, since.changed)


@pytest.mark.usefixtures("plan")
def test_who_changes_tables_needs_the_label_of_that_plan_alone(case: Case) -> None:
    meal = new_plan(case.office, case.visit, "banquet")
    wish = Wish(visit_id=case.visit, drawn=False)
    _print_as(case, make_day_paper(case.office, "place_labels", wish).marks)
    view = plan_view(case.office, meal)
    free = next(seat.place.key for seat in view.seats if seat.guest is None)
    mover = guest_at(view, "b-1-2")
    seat_guest(case.office, meal, mover, free)
    due = outdated_cards(case.office, case.visit).cards
    assert [(card.slug, card.key) for card in due] == [("place_labels", f"{mover}@{meal}")]
    case.change(mover, attendance="absent")
    stale = {c.key for c in after_change(case.office, case.visit).stale}
    assert {str(mover), f"{mover}@{meal}"} <= stale


def _print_as(case: Case, marks: Mapping[str, str]) -> None:
    with case.office.store.change("Print") as session:
        session.add(
            PrintRun(
                visit_id=case.visit, what="place_labels", paper=Paper.A4, pages=1, fingerprint="x",
                marks=as_marks(marks), language="id", at=datetime(2022, 8, 31, tzinfo=UTC), by="x",
            )
        )  # fmt: skip
