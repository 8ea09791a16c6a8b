"""Visits: stages, links, what removing takes along, and two desks at once."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlmodel import select

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import Conflict, NotFound, RuleBroken
from kunjungan.domain.stages import VisitStage
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
    remove_delegation,
)
from kunjungan.services.guests.participants import participants
from kunjungan.services.history import redo, undo
from kunjungan.services.office import Office
from kunjungan.services.office_settings import office_settings
from kunjungan.services.overview import visit_overview
from kunjungan.services.people import PersonForm, list_people
from kunjungan.services.visit_lists import list_visits
from kunjungan.services.visiting.sessions import SessionForm, add_session, list_sessions
from kunjungan.services.visits import (
    VisitForm,
    edit_visit,
    link_earlier,
    move_visit,
    remove_visit,
    schedule_visit,
    visit_form,
)
from kunjungan.store.tables import AgendaItem, Attachment
from tests.builders import a_visit, bandung, prabumulih


def test_a_visit_known_only_to_the_month_is_complete(office: Office) -> None:
    a_visit(office, on="2021-12")
    assert list_visits(office)[0].on.words.id == "Desember 2021"


@pytest.mark.parametrize(
    "form",
    [
        VisitForm("", PartialDate(2022)),
        VisitForm("A", PartialDate(2022, 9, 2), until=PartialDate(2022, 9, 1)),
        VisitForm("A", PartialDate(2022, 9, 1), starts_at=time(9), ends_at=time(9)),
    ],
)
def test_a_visit_without_title_or_with_its_end_first_is_refused(
    office: Office, form: VisitForm
) -> None:
    with pytest.raises(RuleBroken):
        schedule_visit(office, form)
    assert list_visits(office) == []


def test_two_desks_cannot_overwrite_each_other(office: Office) -> None:
    visit = a_visit(office)
    seen = visit_form(office, visit)
    edit_visit(office, visit, replace(seen, place="Balai Kota"))
    with pytest.raises(Conflict):
        edit_visit(office, visit, replace(seen, place="Pendopo"))
    assert visit_form(office, visit).place == "Balai Kota"


def test_a_postponed_visit_owes_a_reason_and_keeps_it(office: Office) -> None:
    visit = a_visit(office)
    with pytest.raises(RuleBroken, match="Say why"):
        move_visit(office, visit, VisitStage.POSTPONED)
    move_visit(office, visit, VisitStage.POSTPONED, reason="Bupati berhalangan")
    overview = visit_overview(office, visit)
    assert overview.stage is VisitStage.POSTPONED
    assert overview.steps[-1].reason == "Bupati berhalangan"


def test_a_visit_entered_late_keeps_the_days_of_its_steps(office: Office) -> None:
    visit = a_visit(office)
    move_visit(office, visit, VisitStage.APPROVED, on=date(2022, 8, 12))
    assert date(2022, 8, 12) in {step.on for step in visit_overview(office, visit).steps}


def test_removing_a_visit_takes_its_guests_and_undo_brings_all_back(office: Office) -> None:
    visit = a_visit(office)
    body = prabumulih(office)
    delegation = add_delegation(office, visit, DelegationForm(body.id, body.head))
    add_attendee(office, delegation, AttendeeForm(PersonForm("Suharto")))
    remove_visit(office, visit)
    assert list_visits(office) == []
    undo(office)
    assert [guest.name.full for guest in participants(office, visit)] == ["Suharto"]
    redo(office)
    with pytest.raises(NotFound):
        visit_overview(office, visit)


def test_an_earlier_visit_of_the_same_body_is_suggested_until_linked(office: Office) -> None:
    body = prabumulih(office)
    earlier, later = a_visit(office, on="2021-12"), a_visit(office)
    for visit in (earlier, later):
        add_delegation(office, visit, DelegationForm(body.id))
    assert [line.id for line in visit_overview(office, later).related] == [earlier]
    link_earlier(office, later, earlier)
    link_earlier(office, later, earlier)
    overview = visit_overview(office, later)
    assert [line.id for line in overview.earlier] == [earlier]
    assert overview.related == ()


def test_the_same_person_is_not_listed_twice_in_a_delegation(office: Office) -> None:
    body = prabumulih(office)
    delegation = add_delegation(office, a_visit(office), DelegationForm(body.id))
    add_attendee(office, delegation, AttendeeForm(PersonForm("Suharto")))
    known = next(line for line in list_people(office, "suharto"))
    with pytest.raises(RuleBroken, match="already"):
        add_attendee(office, delegation, AttendeeForm(PersonForm("x"), person_id=known.id))


def test_removing_a_delegation_keeps_the_people(office: Office) -> None:
    body = prabumulih(office)
    visit = a_visit(office)
    delegation = add_delegation(office, visit, DelegationForm(body.id))
    add_attendee(office, delegation, AttendeeForm(PersonForm("Suharto")))
    remove_delegation(office, delegation)
    assert participants(office, visit) == []
    assert [line.name.plain for line in list_people(office, "suharto")] == ["Suharto"]


def test_the_first_host_becomes_the_office_and_stays_so(office: Office) -> None:
    host, other = bandung(office), prabumulih(office)
    for body in (host, other):
        schedule_visit(office, VisitForm("A", PartialDate(2022), host_id=body.id))
    assert office_settings(office).own_institution == host.id


def test_a_journey_to_others_says_nothing_of_whose_office_it_is(office: Office) -> None:
    host = prabumulih(office)
    schedule_visit(office, VisitForm("A", PartialDate(2022), host_id=host.id, direction="outgoing"))
    assert office_settings(office).own_institution is None


@pytest.mark.parametrize("hours", [(None, time(9)), (time(9), time(9)), (time(15), time(9))])
def test_a_session_has_hours_in_their_order(
    office: Office, hours: tuple[time | None, time]
) -> None:
    with pytest.raises(RuleBroken):
        add_session(office, a_visit(office), SessionForm("A", starts_at=hours[0], ends_at=hours[1]))
    with pytest.raises(RuleBroken):
        schedule_visit(
            office, VisitForm("A", PartialDate(2022), starts_at=hours[0], ends_at=hours[1])
        )


def test_a_removed_visit_takes_rundown_and_files_along_and_undo_brings_them_back(
    office: Office,
) -> None:
    visit = a_visit(office)
    delegation = add_delegation(office, visit, DelegationForm(prabumulih(office).id))
    with office.store.change("Import") as session:
        session.add(
            AgendaItem(
                visit_id=visit, delegation_id=delegation, rank="V",
                starts_at=time(9), minutes=10, title_id="Sambutan",
            )
        )  # fmt: skip
        session.add(Attachment(visit_id=visit, name="surat.pdf", sha256="0" * 64, size=1))
    remove_delegation(office, delegation)
    remove_visit(office, visit)
    assert list_visits(office) == []
    undo(office)
    with office.store.read() as session:
        assert session.exec(select(AgendaItem)).one().delegation_id is None
        assert session.exec(select(Attachment)).one().name == "surat.pdf"


def test_no_stage_is_reached_on_a_day_to_come(office: Office) -> None:
    visit = a_visit(office)
    with pytest.raises(RuleBroken, match="to come"):
        move_visit(office, visit, VisitStage.READY, on=office.today() + timedelta(days=1))


def test_a_removed_delegation_takes_its_own_sessions_along_and_leaves_joint_ones(
    office: Office,
) -> None:
    visit = a_visit(office)
    one, other = (
        add_delegation(office, visit, DelegationForm(body.id))
        for body in (prabumulih(office), bandung(office))
    )
    own = add_session(office, visit, SessionForm("Pagi", starts_at=time(9)), [one])
    joint = add_session(office, visit, SessionForm("Siang", starts_at=time(12)), [one, other])
    with office.store.change("Import") as session:
        session.add(
            AgendaItem(
                visit_id=visit, session_id=own, rank="V", starts_at=time(9), minutes=5, title_id="A"
            )
        )
    remove_delegation(office, one)
    assert [line.id for line in list_sessions(office, visit)] == [joint]
    undo(office)
    assert {line.id for line in list_sessions(office, visit)} == {own, joint}
    with office.store.read() as session:
        assert [item.session_id for item in session.exec(select(AgendaItem))] == [own]
