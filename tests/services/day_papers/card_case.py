"""A visit whose cards are printed by tests."""

from dataclasses import dataclass, replace
from uuid import UUID

from kunjungan.domain.label_sheets import shipped_sheets
from kunjungan.domain.words import Attendance, Role
from kunjungan.services.day_papers.made import Made, Wish
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
    add_to_own_party,
)
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.people import PersonForm
from kunjungan.services.visits import edit_visit, visit_form
from tests.builders import a_visit, bandung, prabumulih
from tests.documents.card_reading import words_on


@dataclass(frozen=True)
class Case:
    """A visit of Prabumulih to Bandung: a mayor, a secretary without name, a host."""

    office: Office
    visit: UUID
    guests: UUID
    mayor: UUID
    secretary: UUID
    host: UUID

    def wish(self, **asked: object) -> Wish:
        return Wish(visit_id=self.visit, **asked)  # type: ignore[arg-type]

    def guest(
        self, name: str, title: str, role: Role = "member", attendance: Attendance = "confirmed"
    ) -> UUID:
        person = PersonForm(name)
        form = AttendeeForm(person, title, role=role, attendance=attendance)
        return add_attendee(self.office, self.guests, form)


def card_case(office: Office) -> Case:
    host, guest, visit = bandung(office), prabumulih(office), a_visit(office)
    change_settings(office, replace(office_settings(office), own_institution=host.id))
    form = replace(visit_form(office, visit), host_id=host.id, host_tenure_id=host.head)
    edit_visit(office, visit, replace(form, place="Balai Kota", room="Auditorium"))
    guests = add_delegation(office, visit, DelegationForm(guest.id))
    mayor = PersonForm("Ridho Yahya", ("Ir.", "H."), ("M.M.",))
    people: tuple[tuple[PersonForm, str, str, Role], ...] = (
        (mayor, "Wali Kota Prabumulih", "Mayor of Prabumulih", "head"),
        (PersonForm(""), "Sekretaris Daerah Kota Prabumulih", "", "member"),
    )
    ids = [
        add_attendee(
            office,
            guests,
            AttendeeForm(person, title, english, role=role, vehicle="Bus 1"),
        )
        for person, title, english, role in people
    ]
    own = AttendeeForm(PersonForm("Nama Tuan Rumah"), "Kepala Dinas Contoh")
    return Case(office, visit, guests, ids[0], ids[1], add_to_own_party(office, visit, own))


def card_words(made: Made, key: UUID, slug: str) -> str:
    """What stands on one card of a paper."""
    sheet = next(sheet for sheet in shipped_sheets() if sheet.slug == slug)
    return words_on(made.pdf, sheet, list(made.marks).index(str(key)))
