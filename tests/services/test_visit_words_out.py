"""What leaves the office about a visit: a message, whom to ring, the list as a file, tomorrow."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import Duty
from kunjungan.exchange.sheets import read_sheets
from kunjungan.services.delegations import DelegationForm, add_delegation
from kunjungan.services.office import Office
from kunjungan.services.reception.exporting import write_visits
from kunjungan.services.reception.message import visit_text
from kunjungan.services.reception.readiness import readiness_of_tomorrow
from kunjungan.services.reception.telling import people_to_tell
from kunjungan.services.tasks import TaskForm, add_task
from kunjungan.services.visit_lists import list_visits
from kunjungan.services.visiting.crew import AssignmentForm, assign
from kunjungan.services.visits import VisitForm, edit_visit, move_visit, schedule_visit, visit_form
from tests.builders import a_visit, bandung, prabumulih


def a_told_visit(office: Office) -> UUID:
    host, guest = bandung(office), prabumulih(office)
    visit = schedule_visit(
        office,
        VisitForm(
            "Kunjungan SPBE", PartialDate(2022, 9, 1), starts_at=time(9), ends_at=time(11, 30),
            theme_id="Penerapan SPBE", theme_en="E-government", host_id=host.id,
            host_tenure_id=host.head, place="Balai Kota", room="Auditorium",
        ),
    )  # fmt: skip
    form = DelegationForm(guest.id, guest.head, 18, contact="Sari", contact_phone="0800-1")
    add_delegation(office, visit, form)
    assign(office, visit, AssignmentForm(Duty.LIAISON, name="Asep", phone="0800-2"))
    return visit


def test_a_message_tells_the_visit_in_both_languages(office: Office) -> None:
    visit = a_told_visit(office)
    told = visit_text(office, visit, "id")
    assert told.splitlines() == [
        "*Kunjungan SPBE*",
        "Hari, tanggal: Kamis, 1 September 2022",
        "Waktu: 09.00\N{EN DASH}11.30 WIB",
        "Tempat: Auditorium, Balai Kota",
        "Tema: Penerapan SPBE",
        "Diterima oleh: Yana Mulyana, Wali Kota Bandung",
        "Tamu:",
        "1. Pemerintah Kota Prabumulih; Ridho Yahya, Wali Kota Prabumulih; 18 orang",
        "Penghubung: Asep (0800-2)",
    ]
    english = visit_text(office, visit, "en")
    assert "Date: Thursday, 1 September 2022" in english
    assert "Ridho Yahya, Mayor of Prabumulih; 18 people" in english


def test_a_message_says_nothing_of_what_is_not_known(office: Office) -> None:
    visit = a_visit(office, on="2021-12")
    assert visit_text(office, visit, "id").splitlines() == [
        "*Kunjungan SPBE*",
        "Hari, tanggal: Desember 2021",
    ]


def test_a_visit_abroad_tells_its_own_local_time(office: Office) -> None:
    visit = a_told_visit(office)
    form = visit_form(office, visit)
    edit_visit(office, visit, replace(form, abroad="Asia/Tokyo"))
    assert "09.00\N{EN DASH}11.30 (Tokyo)" in visit_text(office, visit, "id")
    with pytest.raises(RuleBroken, match="time zone"):
        edit_visit(office, visit, replace(form, abroad="Asia/Bandung", version=0))


def test_everybody_is_told_guests_first(office: Office) -> None:
    told = people_to_tell(office, a_told_visit(office))
    assert [(one.part, one.name, one.phone) for one in told] == [
        ("contact", "Sari", "0800-1"),
        ("head", "Ridho Yahya", ""),
        ("host", "Yana Mulyana", ""),
        ("crew", "Asep", "0800-2"),
    ]


def test_the_list_is_written_with_its_filter_and_the_time(office: Office, tmp_path: Path) -> None:
    a_told_visit(office)
    a_visit(office, "=SUM(1)", "2021-12")
    lines = list_visits(office)
    sheet, about = read_sheets(write_visits(office, lines, tmp_path / "a.xlsx", "id", "Aktif"))
    head, first, second = sheet.rows
    assert head[:3] == ("Tanggal", "Sampai", "Kunjungan")
    assert first[0] == date(2022, 9, 1)
    assert first[6] == 18, "heads count without names"
    assert (second[0], second[2]) == ("2021-12", "=SUM(1)"), "a month is text, nothing a formula"
    assert ("Saringan", "Aktif") in about.rows
    text = write_visits(office, lines, tmp_path / "a.csv", "en", "Active").read_text("utf-8-sig")
    assert "Filter: Active; Visits: 2; Taken: 26-08-2022 02.00" in text
    with pytest.raises(RuleBroken, match="xlsx"):
        write_visits(office, lines, tmp_path / "a.ods", "id")
    assert not (tmp_path / "a.ods").exists()


def on_day(office: Office, day: date) -> Office:
    return replace(office, today=lambda: day)


def test_tomorrow_names_what_a_visit_still_lacks(office: Office) -> None:
    visit = a_told_visit(office)
    add_task(office, visit, TaskForm("Gladi", due_on=date(2022, 8, 31)))
    add_task(office, visit, TaskForm("Laporan", days_before=-7))
    tomorrow = readiness_of_tomorrow(on_day(office, date(2022, 8, 31)))
    assert tomorrow.day == date(2022, 9, 1)
    (line,) = tomorrow.visits
    codes = [one.code or (one.step.id if one.step else "") for one in line.lacking]
    assert codes == ["guests", "rundown", "rundown_sent", "Gladi"]


def test_a_friday_looks_over_the_weekend_to_monday(office: Office) -> None:
    a_visit(office, on="2022-08-29")
    assert readiness_of_tomorrow(on_day(office, date(2022, 8, 26))).day == date(2022, 8, 29)
    a_visit(office, "Sabtu", "2022-08-27")
    saturday = readiness_of_tomorrow(on_day(office, date(2022, 8, 26)))
    assert [line.title for line in saturday.visits] == ["Sabtu"]


def test_a_visit_that_is_called_off_lacks_nothing(office: Office) -> None:
    visit = a_visit(office)
    move_visit(office, visit, VisitStage.POSTPONED, reason="Bupati berhalangan")
    assert readiness_of_tomorrow(on_day(office, date(2022, 8, 31))).visits == ()


def test_a_visit_without_any_document_lacks_no_text(office: Office) -> None:
    a_visit(office)
    (line,) = readiness_of_tomorrow(on_day(office, date(2022, 8, 31))).visits
    assert not {"translated", "cleared", "printed", "guests"} & {one.code for one in line.lacking}
