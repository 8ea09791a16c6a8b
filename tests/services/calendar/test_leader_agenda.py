"""A leader's agenda: whose it is, what the public may see, what is told of each occasion."""

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

import pytest

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import Duty
from kunjungan.services.calendar.day_text import day_text
from kunjungan.services.calendar.entries import EntryForm, add_entry
from kunjungan.services.calendar.leader_agenda import AgendaChoice, agenda
from kunjungan.services.calendar.leader_sheet import day_pdf, week_pdf, write_sheet
from kunjungan.services.calendar.leaders import leader_named, list_leaders
from kunjungan.services.delegations import DelegationForm, add_delegation
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, appoint
from kunjungan.services.people import PersonForm
from kunjungan.services.visits import VisitForm, move_visit, schedule_visit
from kunjungan.store.tables import Assignment
from tests.builders import Body, bandung, prabumulih
from tests.documents.reading import words

DAY = date(2022, 9, 1)
pytestmark = pytest.mark.usefixtures("visit")


@pytest.fixture
def host(office: Office) -> Body:
    return bandung(office)


@pytest.fixture
def visit(office: Office, host: Body) -> UUID:
    form = VisitForm(
        "Kunjungan SPBE",
        PartialDate.of(DAY),
        starts_at=time(9),
        ends_at=time(11),
        host_id=host.id,
        host_tenure_id=host.head,
        place="Balai Kota",
        room="Auditorium",
        note="Rahasia dapur",
    )
    made = schedule_visit(office, form)
    body = prabumulih(office)
    add_delegation(office, made, DelegationForm(body.id, body.head, 18))
    with office.store.change("crew") as session:
        session.add(Assignment(visit_id=made, duty=Duty.LIAISON, name="Petugas", phone="0811"))
    return made


def text(office: Office, **facts: object) -> str:
    return day_text(office, DAY, replace(AgendaChoice(), **facts))  # type: ignore[arg-type]


def test_a_day_tells_hours_place_company_and_contact(office: Office) -> None:
    said = text(office)
    assert "*09.00–11.00 WIB*\nKunjungan SPBE (tentatif)" in said  # noqa: RUF001
    assert "Tempat: Auditorium, Balai Kota" in said
    assert "Bersama: Pemerintah Kota Prabumulih (18 orang)" in said
    assert "Narahubung: Petugas (0811)" in said
    assert "Catatan: Rahasia dapur" in said


def test_the_public_sees_neither_notes_nor_telephones(office: Office) -> None:
    said = text(office, public=True)
    assert "Kunjungan SPBE" in said
    assert "Rahasia" not in said
    assert "0811" not in said


def test_what_takes_several_days_tells_on_each_of_them_what_is_true_of_it(office: Office) -> None:
    form = EntryForm(
        title="Rakornas",
        on=date(2022, 9, 5),
        until=date(2022, 9, 7),
        starts_at=time(20),
        ends_at=time(12),
    )
    add_entry(office, form)
    days = agenda(office, form.on, date(2022, 9, 8), AgendaChoice())
    assert [day.lines[0].hours for day in days] == [
        "20.00 WIB s.d. selesai",
        "sepanjang hari",
        "s.d. 12.00 WIB",
    ]


def test_a_scheduled_visit_is_not_tentative(office: Office, visit: UUID) -> None:
    move_visit(office, visit, VisitStage.SCHEDULED)
    assert "tentatif" not in text(office)


def test_one_leader_sees_only_the_own_agenda(office: Office, host: Body) -> None:
    person = PersonForm("Sekretaris Contoh")
    appoint(office, OfficialForm(host.id, person, "Sekretaris Daerah", "Regional Secretary"))
    mayor, secretary = (
        leader_named(office, name).person_id.hex for name in ("yana", "sekretaris daerah")
    )
    assert "Kunjungan SPBE" in text(office, leader=mayor)
    assert "AGENDA WALI KOTA BANDUNG" in text(office, leader=mayor)
    said = text(office, leader=secretary)
    assert "Kunjungan SPBE" not in said
    assert "Tidak ada acara." in said


def test_a_name_that_tells_nobody_names_the_leaders(office: Office) -> None:
    with pytest.raises(RuleBroken) as refused:
        leader_named(office, "siapa")
    assert "Yana Mulyana" in str(refused.value.values["names"])
    assert [line.name.plain for line in list_leaders(office)] == ["Yana Mulyana"]


def test_english_is_told_in_english(office: Office) -> None:
    said = text(office, language="en")
    assert "Thursday, 1 September 2022" in said
    assert "Place: Auditorium" in said
    assert "Tempat" not in said


def test_every_day_of_a_week_is_there_and_holidays_are_named(office: Office) -> None:
    first = date(2022, 8, 15)
    days = agenda(office, first, first + timedelta(days=7), AgendaChoice())
    assert [day.on for day in days] == [first + timedelta(days=number) for number in range(7)]
    assert any(day.holidays for day in days if day.on == date(2022, 8, 17))


def test_a_free_weekend_takes_no_column(office: Office) -> None:
    said = words(week_pdf(office, DAY))
    assert "Senin, 29" in said
    assert "Jumat, 2" in said
    assert "Sabtu" not in said


def test_a_folder_gets_a_file_named_by_the_day(office: Office) -> None:
    made = write_sheet(office.folder, day_pdf(office, DAY), DAY, week=False)
    assert made.name == "Agenda hari 2022-09-01.pdf"
    assert "Kunjungan SPBE" in words(made.read_bytes())
