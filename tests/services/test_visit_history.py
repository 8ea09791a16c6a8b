"""What the history of a visit tells, also of what was removed from it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from kunjungan.domain.visit_words import Duty
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
    mark_attendance,
    remove_attendees,
    remove_delegation,
)
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.tasks import TaskForm, add_task
from kunjungan.services.travel.changing import (
    JourneyForm,
    LodgingForm,
    add_journey,
    add_lodging,
    remove_journey,
)
from kunjungan.services.visit_history import VisitEvent, visit_history
from kunjungan.services.visiting.crew import AssignmentForm, assign
from kunjungan.services.visiting.gifts import GiftForm, add_gift
from kunjungan.services.visiting.sessions import SessionForm, add_session, remove_session
from kunjungan.services.visits import edit_visit, link_earlier, visit_form
from kunjungan.store.archive import Archive
from kunjungan.store.memory import open_memory
from tests.builders import a_visit, prabumulih


def ticking() -> Callable[[], datetime]:
    """Return a clock that goes on a second each time it is read."""
    moments = iter(datetime(2022, 8, 26, tzinfo=UTC) + timedelta(seconds=n) for n in range(999))
    return lambda: next(moments)


@pytest.fixture
def ticking_office(tmp_path: Path) -> Office:
    """An office whose changes each have a moment of their own."""
    clock = ticking()
    store = open_memory(user="Analis", now=clock, seed=True)
    today = datetime(2022, 8, 26, tzinfo=UTC).date()
    return Office(store, Archive(tmp_path), tmp_path, "Analis", lambda: today, clock)


def told(events: list[VisitEvent]) -> list[tuple[str, str]]:
    """Return each change with what it was about."""
    return [
        (event.label, ", ".join(dict.fromkeys(s.subject for s in event.steps if s.subject)))
        for event in events
    ]


def test_changes_of_a_visit_and_of_all_in_it_come_latest_first(ticking_office: Office) -> None:
    office = ticking_office
    visit, body = a_visit(office), prabumulih(office)
    delegation = add_delegation(office, visit, DelegationForm(body.id))
    guest = add_attendee(office, delegation, AttendeeForm(PersonForm("Suharto")))
    mark_attendance(office, [guest], "confirmed")
    add_task(office, visit, TaskForm("Gladi"))
    link_earlier(office, visit, a_visit(office, "Studi pertama", "2021-12"))
    assert told(visit_history(office, visit)) == [
        ("Link earlier visit", "Studi pertama"),
        ("Add step", "Gladi"),
        ("Change attendance", "Suharto"),
        ("Add guest", "Suharto"),
        ("Add delegation", "Pemerintah Kota Prabumulih"),
        ("Schedule visit", ""),
    ]


def test_a_change_tells_the_field_from_what_to_what(ticking_office: Office) -> None:
    visit = a_visit(ticking_office)
    form = visit_form(ticking_office, visit)
    edit_visit(ticking_office, visit, replace(form, room="Auditorium"))
    first = visit_history(ticking_office, visit)[0]
    (step,) = first.steps
    assert (step.table, step.field, step.old, step.new) == ("visit", "room", "", "Auditorium")
    assert first.who == "Analis"


def test_who_was_removed_is_still_told_of(ticking_office: Office) -> None:
    office = ticking_office
    visit, body = a_visit(office), prabumulih(office)
    delegation = add_delegation(office, visit, DelegationForm(body.id))
    for name in ("Suharto", "Asisten"):
        add_attendee(office, delegation, AttendeeForm(PersonForm(name)))
    gone = add_attendee(office, delegation, AttendeeForm(PersonForm("Staf")))
    remove_attendees(office, [gone])
    remove_delegation(office, delegation)
    (removed, about), (guests, who), *_ = told(visit_history(office, visit))
    assert (removed, guests, who) == ("Remove delegation", "Remove guests", "Staf")
    assert set(about.split(", ")) == {"Pemerintah Kota Prabumulih", "Suharto", "Asisten"}


def test_what_was_undone_says_so(ticking_office: Office) -> None:
    visit = a_visit(ticking_office)
    add_task(ticking_office, visit, TaskForm("Gladi"))
    undo(ticking_office)
    assert [(e.label, e.kind) for e in visit_history(ticking_office, visit)] == [
        ("Add step", "undo"),
        ("Add step", "cmd"),
        ("Schedule visit", "cmd"),
    ]


def test_another_visit_is_not_told_of(ticking_office: Office) -> None:
    visit, other = a_visit(ticking_office), a_visit(ticking_office, "Lain")
    add_task(ticking_office, other, TaskForm("Gladi"))
    assert [event.label for event in visit_history(ticking_office, visit)] == ["Schedule visit"]


def test_sessions_crew_and_gifts_are_in_a_visits_history(office: Office) -> None:
    visit = a_visit(office)
    session = add_session(office, visit, SessionForm("Makan siang", starts_at=time(12)))
    assign(office, visit, AssignmentForm(Duty.MC, name="Budi"))
    add_gift(office, visit, GiftForm("Plakat"))
    remove_session(office, session)
    told = {(step.table, step.what, step.subject)
            for event in visit_history(office, visit) for step in event.steps}  # fmt: skip
    assert ("visit_session", "removed", "Makan siang") in told
    assert {("assignment", "added", "Budi"), ("gift", "added", "Plakat")} <= told


def test_journeys_and_nights_are_told_also_when_they_were_removed(ticking_office: Office) -> None:
    office = ticking_office
    visit, body = a_visit(office), prabumulih(office)
    delegation = add_delegation(office, visit, DelegationForm(body.id))
    day = date(2022, 9, 1)
    journey = add_journey(office, delegation, JourneyForm(on=day, number="CT 302"))
    add_lodging(office, delegation, LodgingForm("Hotel Contoh", on=day))
    remove_journey(office, journey)
    assert told(visit_history(office, visit))[:3] == [
        ("Remove journey", "CT 302"),
        ("Add lodging", "Hotel Contoh"),
        ("Add journey", "CT 302"),
    ]
