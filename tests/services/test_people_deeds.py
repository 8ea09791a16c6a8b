"""Every deed about people is one change: undone it never was, done again it is as it became."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from PIL import Image
from sqlmodel import select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.days import PartialDate
from kunjungan.domain.paper import Paper
from kunjungan.domain.precedence import Group
from kunjungan.services import delegations as guests
from kunjungan.services.delegations import AttendeeForm
from kunjungan.services.duplicates.finding import keep_apart
from kunjungan.services.duplicates.merging import merge
from kunjungan.services.guests.copying import copy_earlier
from kunjungan.services.guests.own_party import add_heads
from kunjungan.services.known_people.purging import purge_contacts
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm, add_person, edit_person, person_form
from kunjungan.services.pictures import keep_picture
from kunjungan.services.precedence.local import (
    LocalRankForm,
    add_local_rank,
    edit_local_rank,
    local_rank_form,
    retire_local_rank,
)
from kunjungan.services.precedence.order import decide, undecide
from kunjungan.services.reception.copying import CopyForm, copy_visit
from kunjungan.services.representing import represent, represent_by_new
from kunjungan.services.seating import plans, seats
from kunjungan.services.seating.rooms import save_template
from kunjungan.services.transfer import export_office, import_office
from kunjungan.services.visits import remove_visit
from kunjungan.services.visum.forms import list_forms, save_form
from kunjungan.services.visum.recording import (
    VisumBatch,
    VisumEntry,
    edit_visum,
    number_order,
    record_visums,
    remove_visums,
)
from kunjungan.store.tables import Attendee, PrintRun, Seat, Visum
from tests.day_case import Day, a_day
from tests.services.transfer_offices import all_rows, empty_office


@dataclass(frozen=True, slots=True)
class Full:
    """A day with an own party, a seating plan, a decision, a visum, a local rank and a photo."""

    day: Day
    office: Office
    rank: UUID
    plan: UUID
    twin: UUID
    visum: UUID
    copied: UUID

    def person(self, number: int) -> UUID:
        """Return who a guest is."""
        with self.office.store.read() as session:
            return session.get_one(Attendee, self.day.guests[number]).person_id

    def place(self, number: int) -> str:
        """Return where a guest sits."""
        with self.office.store.read() as session:
            query = select(Seat.place).where(Seat.attendee_id == self.day.guests[number])
            return session.exec(query).one()


def full(office: Office, folder: Path) -> Full:
    """Make the day with everything that this part of the program keeps."""
    day = a_day(office, "2022-08-25")
    office = day.office
    rank = add_local_rank(office, LocalRankForm(Group.REGION_HEAD, "Tamu kehormatan", "Guest"))
    Image.new("RGB", (40, 40), "red").save(folder / "foto.jpg")
    photo = keep_picture(office, folder / "foto.jpg")
    add_heads(office, day.visit)
    first, second, third = day.guests
    form = guests.attendee_form(office, second)
    person = replace(form.person, photo_sha=photo, diet="Vegetarian", phone="0812 1", access="Lift")
    guests.edit_attendee(office, second, replace(form, person=person, local_rank_id=rank))
    guests.add_attendee(
        office,
        day.delegation,
        AttendeeForm(PersonForm(""), "Ajudan", companion_of_id=first, role="aide"),
    )
    day.sign_in(first, second)
    plan = plans.new_plan(office, day.visit, "meeting")
    decide(office, day.visit, second, third, "Kesepakatan")
    batch = VisumBatch((second,), day.host.head, date(2022, 8, 25), date(2022, 8, 25))
    record_visums(office, day.visit, batch)
    with office.store.read() as session:
        visum = session.exec(select(Visum.id)).one()
    represent(office, third, first)
    twin = add_person(office, PersonForm("Tamu Kedua", phone="0812 2"))
    guests.add_attendee(office, day.delegation, AttendeeForm(PersonForm(""), person_id=twin))
    copied = copy_visit(office, day.visit, CopyForm("Lagi", PartialDate(2022, 9, 8), people=False))
    return Full(day, office, rank, plan, twin, visum, copied)


def _merge(case: Full) -> None:
    form = person_form(case.office, case.twin)
    keep = person_form(case.office, case.person(1))
    merge(case.office, case.person(1), case.twin, keep, seen=form.version)


def _rank(case: Full) -> None:
    form = local_rank_form(case.office, case.rank)
    edit_local_rank(case.office, case.rank, replace(form, source="Perwal"))


def _person(case: Full) -> None:
    form = person_form(case.office, case.twin)
    edit_person(case.office, case.twin, replace(form, card_name="TAMU", pronunciation="ta-mu"))


def _guest(case: Full) -> None:
    form = guests.attendee_form(case.office, case.day.guests[2])
    guests.edit_attendee(case.office, case.day.guests[2], replace(form, person_id=case.twin))


def _visum(case: Full) -> None:
    form = VisumEntry(case.day.host.head, date(2022, 8, 24), None, "SPPD 9", "", 0)
    edit_visum(case.office, case.visum, form)


def _remove_visit(case: Full) -> None:
    remove_visit(case.office, case.copied)


def _form(case: Full) -> None:
    shipped = list_forms(case.office)[0]
    save_form(case.office, replace(shipped, slug="", name=Bilingual("Formulir kami", "Ours")))


DEEDS: dict[str, Callable[[Full], object]] = {
    "merge": _merge,
    "apart": lambda case: keep_apart(case.office, case.person(1), case.twin, "Lain"),
    "rank": _rank,
    "retire": lambda case: retire_local_rank(case.office, case.rank),
    "person": _person,
    "vehicle": lambda case: guests.give_vehicle(case.office, case.day.guests, "Bus 1"),
    "attendance": lambda case: guests.mark_attendance(case.office, case.day.guests, "absent"),
    "represent": lambda case: represent(case.office, *case.day.guests[2:0:-1]),
    "represent new": lambda case: represent_by_new(
        case.office, case.day.guests[1], AttendeeForm(PersonForm("Wakil"), "Wakil Wali Kota")
    ),
    "end": lambda case: guests.mark_attendance(case.office, case.day.guests[2:3], "absent"),
    "remove guests": lambda case: guests.remove_attendees(case.office, case.day.guests),
    "remove delegation": lambda case: guests.remove_delegation(case.office, case.day.delegation),
    "remove visit": _remove_visit,
    "copy guests": lambda case: copy_earlier(case.office, case.copied, case.day.visit),
    "copy visit": lambda case: copy_visit(
        case.office, case.day.visit, CopyForm("Tiga", PartialDate(2022, 10, 1))
    ),
    "purge": lambda case: purge_contacts(
        replace(case.office, today=lambda: date(2040, 1, 1)), [case.person(1), case.person(2)]
    ),
    "undecide": lambda case: undecide(case.office, case.day.visit, *case.day.guests[1:]),
    "new plan": lambda case: plans.new_plan(case.office, case.day.visit, "u-shape"),
    "add row": lambda case: plans.add_row(case.office, case.plan),
    "remove plan": lambda case: plans.remove_plan(case.office, case.plan),
    "unseat": lambda case: seats.unseat(case.office, case.plan, case.day.guests[1]),
    "lock": lambda case: seats.lock_seat(case.office, case.plan, case.place(1)),
    "reason": lambda case: seats.give_reason(case.office, case.plan, case.place(1), "Sakit"),
    "swap": lambda case: seats.seat_guest(
        case.office, case.plan, case.day.guests[0], case.place(1)
    ),
    "template": lambda case: save_template(case.office, case.plan, "Ruang kami"),
    "visum": _visum,
    "visum form": _form,
    "order number": lambda case: number_order(case.office, case.day.guests[0], "SPPD 7"),
    "remove visum": lambda case: remove_visums(case.office, [case.visum]),
}


def test_every_deed_is_one_change_that_goes_and_comes_whole(office: Office, tmp_path: Path) -> None:
    case = full(office, tmp_path)
    store, before = case.office.store, all_rows(case.office)
    for deed in DEEDS.values():
        seq = store.head().seq
        deed(case)
        after = all_rows(case.office)
        assert after != before
        assert store.head().seq == seq + 1
        store.undo()
        assert all_rows(case.office) == before
        store.redo()
        assert all_rows(case.office) == after
        store.undo()
    assert store.verify() == []


def test_a_print_of_more_than_ten_thousand_cards_comes_into_another_office(
    office: Office, tmp_path: Path
) -> None:
    marks = tuple(f"{number}=0" for number in range(10_003))
    printed = PrintRun(
        visit_id=a_day(office).visit,
        what="badges",
        paper=Paper.A4,
        pages=1_251,
        fingerprint="0",
        marks=marks,
        at=office.now(),
        by="Analis Protokol",
    )
    with office.store.change("Print") as session:
        session.add(printed)
    other = empty_office(tmp_path / "lain")
    assert import_office(other, export_office(office)).refused == ()
    with other.store.read() as session:
        assert [row.marks for row in session.exec(select(PrintRun))] == [marks]


def test_all_of_it_comes_into_another_office_as_it_was(office: Office, tmp_path: Path) -> None:
    case = full(office, tmp_path)
    _form(case)
    seats.lock_seat(case.office, case.plan, case.place(1))
    other = empty_office(tmp_path / "lain")
    report = import_office(other, export_office(case.office))
    assert report.written
    assert all_rows(other) == all_rows(case.office)
    sha = person_form(case.office, case.person(1)).photo_sha
    assert other.archive.get(sha) == case.office.archive.get(sha)
