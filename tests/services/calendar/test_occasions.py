"""The entries of the calendar."""

from datetime import date, time

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import EntryKind
from kunjungan.services.calendar.entries import EntryForm, add_entry
from kunjungan.services.calendar.occasions import month_only, occasions
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
)
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.visiting.sessions import SessionForm, add_session
from tests.builders import a_visit, bandung, prabumulih
from tests.services.calendar import planned
from tests.services.calendar.planned import DAY, Hours

NEXT = date(2022, 9, 2)


def test_a_visit_stands_in_the_calendar_with_its_bodies_and_guests(office: Office) -> None:
    host = bandung(office)
    ref = planned.visit(office, leader=host.head)
    delegation = add_delegation(office, ref.id, DelegationForm(prabumulih(office).id))
    for name in ("Ani", "Budi"):
        add_attendee(office, delegation, AttendeeForm(PersonForm(name)))
    (one,) = occasions(office, DAY, NEXT)
    assert (one.ref, one.title, one.detail) == (
        ref, Bilingual("Kunjungan", "Kunjungan"), "Pemkot Prabumulih",
    )  # fmt: skip
    assert (one.guests, one.leader, one.tentative, one.clash) == (2, "Yana Mulyana", False, False)


def test_heads_are_counted_without_names(office: Office) -> None:
    ref = planned.visit(office)
    add_delegation(office, ref.id, DelegationForm(prabumulih(office).id, announced=18))
    assert [one.guests for one in occasions(office, DAY, NEXT)] == [18]


def test_sessions_stand_for_their_visit_with_their_own_guests(office: Office) -> None:
    ref = planned.visit(office, Hours(9, 15))
    guests = [
        add_delegation(office, ref.id, DelegationForm(body.id, announced=count))
        for body, count in ((prabumulih(office), 18), (bandung(office), 7))
    ]
    form = SessionForm("Pagi", "Morning", starts_at=time(9), ends_at=time(11))
    add_session(office, ref.id, form, guests[:1])
    add_session(office, ref.id, SessionForm("Makan siang", starts_at=time(12)))
    morning, lunch = occasions(office, DAY, NEXT)
    assert (morning.title, morning.detail) == (Bilingual("Pagi", "Morning"), "Kunjungan")
    assert (morning.guests, lunch.guests) == (18, 25)
    assert lunch.title == Bilingual("Makan siang", "Makan siang")
    assert morning.visit_id == lunch.visit_id == ref.id


def test_a_visit_of_several_days_is_shown_on_all_of_them_beside_its_sessions(
    office: Office,
) -> None:
    ref = planned.visit(office, Hours(9, 15))
    part = planned.session(office, ref, Hours(9, 11))
    other = planned.session(office, ref, Hours(9, 11, NEXT))
    shown = {one.ref: (one.on, one.starts_at) for one in occasions(office, DAY, date(2022, 9, 3))}
    assert shown == {part: (DAY, time(9)), other: (NEXT, time(9))}


def test_whoever_wants_one_room_at_one_time_is_marked(office: Office) -> None:
    first = planned.visit(office)
    second = planned.visit(office, Hours(11, 13))
    third = planned.visit(office, Hours(13, 15))
    marked = {one.ref for one in occasions(office, DAY, NEXT) if one.clash}
    assert marked == {first, second}
    assert third not in marked


def test_a_visit_that_is_called_off_is_not_shown(office: Office) -> None:
    planned.visit(office, stage=VisitStage.CANCELLED)
    assert occasions(office, DAY, NEXT) == []


def test_entries_come_before_in_the_day_where_they_have_no_hours(office: Office) -> None:
    visit = planned.visit(office)
    whole = planned.entry(office, None)
    found = occasions(office, DAY, NEXT)
    assert [one.ref for one in found] == [whole, visit]
    assert (found[0].kind, found[0].direction, found[0].stage) == (EntryKind.LEADER, None, None)


def test_what_ends_at_midnight_takes_nothing_of_the_next_day(office: Office) -> None:
    form = EntryForm(title="Jamuan", on=DAY, until=NEXT, starts_at=time(20), ends_at=time(0))
    add_entry(office, form)
    assert [(one.last, one.until) for one in occasions(office, DAY, NEXT)] == [(DAY, NEXT)]
    assert occasions(office, NEXT, date(2022, 9, 3)) == []


def test_a_visit_known_to_the_month_is_listed_apart(office: Office) -> None:
    key = a_visit(office, "Studi", "2022-09")
    a_visit(office, "Lain", "2021")
    assert occasions(office, DAY, NEXT) == []
    assert [one.visit_id for one in month_only(office, DAY, NEXT)] == [key]
