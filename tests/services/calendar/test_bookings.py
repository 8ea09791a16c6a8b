"""What visits, sessions, rundowns, crew and entries take up."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest

from kunjungan.domain.bookings import Booking, ClaimKind
from kunjungan.domain.days import PartialDate
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import ItemKind, ResourceKind
from kunjungan.services.agreements import AgreementForm, draft_agreement
from kunjungan.services.calendar.bookings import bookings
from kunjungan.services.calendar.occasions import Ref
from kunjungan.services.calendar.resources import ResourceForm, add_resource
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.officials import OfficialForm, appoint
from kunjungan.services.parties import PartyForm
from kunjungan.services.people import PersonForm
from kunjungan.services.visits import VisitForm, schedule_visit
from kunjungan.store.tables import Assignment, Tenure
from tests.builders import bandung, prabumulih
from tests.services.calendar import planned
from tests.services.calendar.planned import DAY, Hours

NEXT = date(2022, 9, 2)


def on_the_day(office: Office) -> list[Booking]:
    return bookings(office, DAY, NEXT)


def kinds(booking: Booking) -> list[tuple[ClaimKind, str]]:
    return [(claim.kind, claim.name) for claim in booking.claims]


def assigned(office: Office, visit: UUID, **more: Any) -> None:  # noqa: ANN401 - columns
    with office.store.change("Crew") as session:
        session.add(Assignment(visit_id=visit, **more))


def test_a_visit_with_hours_takes_its_room_and_its_host(office: Office) -> None:
    host = bandung(office)
    planned.visit(office, leader=host.head)
    (one,) = on_the_day(office)
    assert kinds(one) == [(ClaimKind.ROOM, "Auditorium"), (ClaimKind.LEADER, "Yana Mulyana")]
    assert one.span.starts == datetime(2022, 9, 1, 2, tzinfo=UTC)
    assert one.local.starts.time() == time(9)
    assert one.firm


def test_a_visit_without_hours_takes_nothing_up(office: Office) -> None:
    planned.visit(office, None)
    assert on_the_day(office) == []


@pytest.mark.parametrize("stage", [VisitStage.POSTPONED, VisitStage.CANCELLED, VisitStage.NO_SHOW])
def test_a_visit_that_is_called_off_takes_nothing_up(office: Office, stage: VisitStage) -> None:
    planned.visit(office, stage=stage)
    assert on_the_day(office) == []


@pytest.mark.parametrize("stage", [VisitStage.LETTER, VisitStage.APPROVED])
def test_a_visit_is_tentative_until_it_is_scheduled(office: Office, stage: VisitStage) -> None:
    planned.visit(office, stage=stage)
    assert [one.firm for one in on_the_day(office)] == [False]


def test_sessions_claim_in_the_visits_stead_and_take_its_room_and_host(office: Office) -> None:
    host = bandung(office)
    whole = planned.visit(office, Hours(9, 15), leader=host.head, place="Balai Kota")
    planned.session(office, whole, Hours(9, 11))
    planned.session(office, whole, Hours(13, 15), room="Ruang Tengah", turnaround=45)
    planned.session(office, whole, Hours(12, 13), place="Pendopo")
    found = sorted(on_the_day(office), key=lambda one: one.span.starts)
    assert [one.source for one in found] == ["session"] * 3
    rooms = [[name for kind, name in kinds(one) if kind is ClaimKind.ROOM] for one in found]
    assert rooms == [["Auditorium"], [], ["Ruang Tengah"]]
    assert [one.turnaround for one in found] == [None, None, 45]
    assert all((ClaimKind.LEADER, "Yana Mulyana") in kinds(one) for one in found)


def test_a_rooms_own_turn_around_goes_with_it(office: Office) -> None:
    room = ResourceForm(ResourceKind.ROOM, "auditorium ", turnaround=60)
    add_resource(office, room)
    planned.visit(office)
    assert [one.turnaround for one in on_the_day(office)] == [60]


def test_a_line_of_the_rundown_in_another_room_takes_that_room(office: Office) -> None:
    whole = planned.visit(office, place="Balai Kota")
    planned.item(office, whole, time(10), place=" auditorium")
    planned.item(office, whole, time(10), place="BALAI KOTA")
    planned.item(office, whole, time(11), place="Command Center")
    items = [one for one in on_the_day(office) if one.source == "item"]
    assert [kinds(one) for one in items] == [[(ClaimKind.ROOM, "Command Center")]]


def test_the_own_signatory_is_needed_at_the_signing_only(office: Office) -> None:
    host, guest = bandung(office), prabumulih(office)
    whole = planned.visit(office)
    form = AgreementForm("SPBE", signing_on=DAY, place_id="Bandung")
    parties = [PartyForm(host.id, host.head), PartyForm(guest.id, guest.head, number_pending=True)]
    draft_agreement(office, form, parties, [whole.id])
    settings = office_settings(office)
    change_settings(office, replace(settings, own_institution=host.id))
    whole_day = [
        one for one in on_the_day(office) if (ClaimKind.SIGNATORY, "Yana Mulyana") in kinds(one)
    ]
    assert [one.span.ends - one.span.starts for one in whole_day] == [timedelta(hours=3)]
    planned.item(office, whole, time(10), kind=ItemKind.SIGNING)
    (signing,) = [one for one in on_the_day(office) if ClaimKind.SIGNATORY in dict(kinds(one))]
    assert signing.source == "item"
    assert signing.local.starts.time() == time(10)


def test_two_posts_of_one_person_are_one_person(office: Office) -> None:
    host = bandung(office)
    with office.store.read() as session:
        tenure = session.get(Tenure, host.head)
        assert tenure is not None
        person = tenure.person_id
    form = OfficialForm(host.id, PersonForm("Yana Mulyana"), "Ketua Dekranasda", person_id=person)
    other = appoint(office, form)
    planned.visit(office, leader=host.head, room="")
    planned.entry(office, Hours(10, 11), leader=other)
    keys = {claim.key for one in on_the_day(office) for claim in one.claims}
    assert keys == {person.hex}


def test_crew_and_vehicle_are_taken_for_the_hours_of_what_they_are_for(office: Office) -> None:
    whole = planned.visit(office, Hours(9, 15))
    part = planned.session(office, whole, Hours(13, 15))
    assigned(office, whole.id, name="Asep", vehicle="Bus 1")
    assigned(office, whole.id, session_id=part.id, name="Deden")
    assigned(office, whole.id, name="Ujang", starts_at=time(7), ends_at=time(8))
    crew = [one for one in on_the_day(office) if one.source == "assignment"]
    taken = {kinds(one)[0][1]: one.local.starts.hour for one in crew}
    assert taken == {"Asep": 9, "Deden": 13, "Ujang": 7}
    (bus,) = [one for one in crew if ClaimKind.VEHICLE in dict(kinds(one))]
    assert kinds(bus) == [(ClaimKind.CREW, "Asep"), (ClaimKind.VEHICLE, "Bus 1")]


def test_an_entry_without_hours_takes_the_leaders_whole_day(office: Office) -> None:
    host = bandung(office)
    planned.entry(office, None, leader=host.head)
    (one,) = on_the_day(office)
    assert (one.local.starts.time(), one.local.ends.date()) == (time(0), NEXT)


def test_a_session_on_another_day_is_found_in_that_day(office: Office) -> None:
    whole = planned.visit(office)
    planned.session(office, whole, Hours(9, 11, date(2022, 9, 5)))
    found = bookings(office, date(2022, 9, 5), date(2022, 9, 6))
    assert [one.source for one in found] == ["session"]


def test_a_visit_known_to_the_month_takes_nothing_up(office: Office) -> None:
    form = VisitForm("Studi", PartialDate(2022, 9), starts_at=time(9), room="Auditorium")
    schedule_visit(office, form)
    assert on_the_day(office) == []


def test_a_lobby_that_nobody_described_needs_no_turn_around(office: Office) -> None:
    whole = planned.visit(office, place="Balai Kota")
    planned.item(office, whole, time(10), place="Lobi")
    planned.item(office, whole, time(11), place="Command Center")
    add_resource(office, ResourceForm(ResourceKind.ROOM, "Command Center"))
    needs = {kinds(one)[0][1]: one.turnaround for one in on_the_day(office)}
    assert needs == {"Auditorium": None, "Lobi": 0, "Command Center": None}


def test_a_signing_on_the_second_day_is_needed_on_that_day(office: Office) -> None:
    host, guest = bandung(office), prabumulih(office)
    form = VisitForm("Dua hari", PartialDate.of(DAY), PartialDate.of(NEXT), starts_at=time(9))
    visit = schedule_visit(office, form)
    planned.session(office, Ref("visit", visit), Hours(9, 11))
    planned.session(office, Ref("visit", visit), Hours(13, 15, NEXT))
    change_settings(office, replace(office_settings(office), own_institution=host.id))
    parties = [PartyForm(host.id, host.head), PartyForm(guest.id, guest.head, number_pending=True)]
    agreement = AgreementForm("SPBE", signing_on=NEXT, place_id="Bandung")
    draft_agreement(office, agreement, parties, [visit])
    (signing,) = [one for one in on_the_day(office) if ClaimKind.SIGNATORY in dict(kinds(one))]
    assert (signing.local.starts.date(), signing.local.starts.hour) == (NEXT, 13)
