"""Letters about a visit that the own people pay, and about a visit of several days."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.precedence import Group
from kunjungan.domain.visit_words import LetterKind
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
)
from kunjungan.services.guests.own_party import add_heads
from kunjungan.services.letters.letters import new_letter
from kunjungan.services.letters.lines import list_requests
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.visits import VisitForm, edit_visit, schedule_visit, visit_form
from tests.builders import Body, prabumulih

WRITTEN = date(2022, 8, 12)
POSTS = (
    ("Sekretaris Daerah", Group.SECRETARY),
    ("Kepala Dinas Kesehatan", Group.AGENCY_HEADS),
)


@pytest.fixture
def away(office: Office, host: Body) -> UUID:
    """A visit of two days that Bandung pays to Prabumulih."""
    there = prabumulih(office)
    form = VisitForm(
        "Studi tiru ke Prabumulih",
        PartialDate(2022, 10, 4),
        until=PartialDate(2022, 10, 5),
        starts_at=time(9),
        ends_at=time(12),
        direction="outgoing",
        host_id=there.id,
        host_tenure_id=there.head,
        place="Kantor Wali Kota",
    )
    schedule_visit(office, VisitForm("Kunjungan", PartialDate(2022, 9, 1), host_id=host.id))
    visit = schedule_visit(office, form)
    delegation = add_delegation(office, visit, DelegationForm(host.id, host.head))
    for post, group in POSTS:
        add_attendee(
            office, delegation, AttendeeForm(PersonForm(f"Contoh {post}"), post, group=group)
        )
    add_heads(office, visit)
    return visit


def test_who_travels_is_assigned_to_visit_the_host_and_not_to_receive_oneself(
    office: Office, away: UUID
) -> None:
    form = new_letter(office, away, LetterKind.ASSIGNMENT, on=WRITTEN)
    assert form.subject_id == "Penugasan perjalanan dinas ke Pemerintah Kota Prabumulih"
    assert "1. Contoh Sekretaris Daerah, Sekretaris Daerah\n2. Contoh Kepala" in form.body_id
    assert "Yana Mulyana" not in form.body_id  # who signs assigns nobody to himself
    assert "penerimaan" not in form.body_id
    assert (
        "Selasa, 4 Oktober 2022 s.d. Rabu, 5 Oktober 2022\npukul : 09.00 WIB s.d." in form.body_id
    )
    assert "To visit the Government of the City of Prabumulih" in form.body_en


def test_thanks_for_a_visit_paid_go_to_its_host(office: Office, away: UUID) -> None:
    form = new_letter(office, away, LetterKind.THANKS, on=WRITTEN)
    assert (form.to_id, form.to_place) == ("Wali Kota Prabumulih", "Prabumulih")
    assert "kunjungan Pemerintah Kota Bandung pada Selasa, 4 Oktober 2022 s.d." in form.body_id
    assert "antara Pemerintah Kota Prabumulih dan Pemerintah Kota Bandung" in form.body_id


def test_who_travels_has_not_asked_us_but_a_hosts_invitation_waits_for_an_answer(
    office: Office, away: UUID
) -> None:
    assert list_requests(office, away) == []
    there = visit_form(office, away).host_id
    assert there is not None
    add_delegation(office, away, DelegationForm(there, letter_number="005/7/2022"))
    assert [line.number for line in list_requests(office, away)] == ["005/7/2022"]


def test_letters_that_only_a_host_writes_are_refused_where_the_own_people_are_guests(
    office: Office, away: UUID
) -> None:
    for kind in (LetterKind.ANSWER, LetterKind.INVITATION, LetterKind.REFUSAL):
        with pytest.raises(RuleBroken, match="such a letter is the host"):
            new_letter(office, away, kind)


def test_a_letter_names_all_days_of_a_visit(office: Office, visit: UUID, guests: UUID) -> None:
    form = replace(visit_form(office, visit), until=PartialDate(2022, 9, 2))
    edit_visit(office, visit, form)
    body = new_letter(office, visit, LetterKind.ANSWER, guests, on=WRITTEN).body_en
    assert "date : Thursday, 1 September 2022 to Friday, 2 September 2022" in body
    assert "time : from 09.00 WIB until finished" in body
