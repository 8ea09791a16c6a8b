"""A day in Bandung with guests of Prabumulih, for the tests of papers, pack and visum."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from uuid import UUID

from kunjungan.services.agreements import AgreementForm, draft_agreement
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
    mark_attendance,
)
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.parties import PartyForm
from kunjungan.services.people import PersonForm
from kunjungan.services.visits import edit_visit, visit_form
from tests.builders import Body, a_visit, bandung, prabumulih


@dataclass(frozen=True, slots=True)
class Day:
    """A visit of one delegation, its guests, and an agreement that is signed at it."""

    office: Office
    visit: UUID
    host: Body
    delegation: UUID
    guests: tuple[UUID, ...]
    agreement: UUID

    def sign_in(self, *guests: UUID) -> None:
        """Tick guests as present: they came and signed the attendance list."""
        mark_attendance(self.office, guests, "present")


def a_day(office: Office, on: str = "2022-09-01") -> Day:
    """A visit with three guests, of whom nobody has signed the list yet; its clock ticks."""
    minutes, start = count(), office.now()
    office = replace(office, now=lambda: start + timedelta(minutes=next(minutes)))
    host, guest, visit = bandung(office), prabumulih(office), a_visit(office, on=on)
    change_settings(office, replace(office_settings(office), own_institution=host.id))
    form = replace(visit_form(office, visit), host_id=host.id, host_tenure_id=host.head)
    edit_visit(office, visit, form)
    delegation = add_delegation(office, visit, DelegationForm(guest.id))
    people = (("Ridho Yahya", "Wali Kota Prabumulih"), ("Tamu Kedua", "Sekretaris Daerah"),
              ("Tamu Ketiga", "Kepala Bappeda"))  # fmt: skip
    guests = tuple(
        add_attendee(office, delegation, AttendeeForm(PersonForm(name), title, travel_order=f"{n}"))
        for n, (name, title) in enumerate(people, 1)
    )
    signing = date.fromisoformat(on)
    text = AgreementForm(
        "Penerapan SPBE",
        "the Implementation of SPBE",
        signing_on=signing,
        place_id="Bandung",
        place_en="Bandung",
    )
    parties = [
        PartyForm(host.id, host.head, number="CONTOH-1", number_on=signing),
        PartyForm(guest.id, guest.head, number_pending=True),
    ]
    agreement = draft_agreement(office, text, parties, [visit])
    return Day(office, visit, host, delegation, guests, agreement)
