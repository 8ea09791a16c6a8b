"""The room set-up tells the crew of every session what to bring and by when all stands."""

from datetime import date, time
from io import BytesIO

import pytest
from pypdf import PdfReader

from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.paper import Paper
from kunjungan.domain.visit_words import Duty, LetterKind
from kunjungan.services.day_papers.made import Made, Wish
from kunjungan.services.day_papers.room_setup import make
from kunjungan.services.delegations import DelegationForm, add_delegation
from kunjungan.services.office import Office
from kunjungan.services.seating.plans import new_plan
from kunjungan.services.visiting.crew import AssignmentForm, assign
from kunjungan.services.visiting.gifts import GiftForm, add_gift
from kunjungan.services.visiting.sessions import SessionForm, add_session
from kunjungan.services.visits import VisitForm, schedule_visit
from kunjungan.store.tables import Institution, Letter
from tests.golden import MatchesGolden
from tests.services.sheets.case import Day, a_day, words


@pytest.fixture
def day(office: Office) -> Day:
    """The day with a plan of its room, gifts, crew and an invitation that says what is worn."""
    made = a_day(office)
    new_plan(office, made.signing.visit, "signing-3", made.signing.session)
    for delegation, what, count in (
        (made.signing.delegation, "Wayang golek", 1),
        (made.second, "Plakat kota", 3),
    ):
        form = GiftForm(what, delegation_id=delegation, count=count)
        add_gift(office, made.signing.visit, form)
    assign(
        office,
        made.signing.visit,
        AssignmentForm(Duty.PROTOCOL, name="Asep", session_id=made.signing.session),
    )
    assign(office, made.signing.visit, AssignmentForm(Duty.DRIVER, name="Dadang"))
    with office.store.change("Invitation") as session:
        session.add(
            Letter(
                visit_id=made.signing.visit,
                kind=LetterKind.INVITATION,
                body_id="hari : Kamis\npakaian : Batik lengan panjang\n\nTerima kasih.",
                body_en="dress : long-sleeved batik",
            )
        )
    return made


def rows(made: Made) -> str:
    assert not made.blockers
    return words(made)


def test_the_room_setup_is_as_it_was(day: Day, matches_golden: MatchesGolden) -> None:
    matches_golden(make(day.office, day.wish()).pdf, "room-setup")


def test_a_session_has_its_room_its_seats_its_flags_and_what_lies_on_the_table(day: Day) -> None:
    said = rows(make(day.office, day.wish("id")))
    for told in (
        "Auditorium, Balai Kota Bandung", "Meja penandatanganan: 3 kursi", "Baris kursi: ",
        "Bendera Merah Putih", "Map naskah: 2", "Cap, meterai", "Papan nama meja: ",
        "Label kursi: ", "Dirigen", "Batik lengan panjang", "Asep", "Dadang",
    ):  # fmt: skip
        assert told in said, told
    assert said.count("Naskah sambutan") == 1  # needed by three speeches
    assert "Belum ada denah; hadir 10 orang" in said  # the luncheon


def test_rooms_are_ready_before_their_first_item_and_not_before_the_one_before_ends(
    day: Day,
) -> None:
    said = rows(make(day.office, day.wish("id")))
    assert "08.00 Kota Prabumulih 08.30" in said
    assert "Jamuan makan siang 12.00" in said
    add_session(
        day.office,
        day.signing.visit,
        SessionForm("Sore", starts_at=time(13, 10), ends_at=time(14), room="AUDITORIUM"),
    )
    day.signing.add("12.40", 20, "Gladi")
    assert "13.00 Sore 13.10" in rows(make(day.office, day.wish("id")))


def test_gifts_wait_where_souvenirs_are_exchanged_and_else_with_their_guests(day: Day) -> None:
    said = rows(make(day.office, day.wish("id", session=True)))
    assert "Cendera mata: Wayang golek" in said
    assert "Cendera mata: Plakat kota (3)" not in said  # its guests have the luncheon alone
    assert "Cendera mata: Plakat kota (3)" in rows(make(day.office, day.wish("id")))


def test_one_language_says_nothing_of_the_other_but_what_the_office_wrote(day: Day) -> None:
    said = rows(make(day.office, day.wish("en")))
    for told in ("Ready by", "Signing table: 3 seats", "long-sleeved batik", "City of Prabumulih"):
        assert told in said, told
    assert "08.30" in said
    for other in ("Siap pukul", "Meja penandatanganan", "Batik lengan", "Map naskah: "):
        assert other not in said, other


@pytest.mark.parametrize("paper", list(Paper))
def test_the_sheet_lies_across_and_cuts_nothing(day: Day, paper: Paper) -> None:
    long = "Sepatah-kata-yang-panjang " * 40
    day.signing.add("11.00", 5, "Panjang", needs=long, in_charge="Nama " * 20 + "Akhir")
    made = make(day.office, day.wish("both", paper))
    width, height = paper.size_mm
    for page in PdfReader(BytesIO(made.pdf)).pages:
        assert float(page.mediabox.width) == pytest.approx(height * 72 / 25.4, abs=1)
        assert float(page.mediabox.height) == pytest.approx(width * 72 / 25.4, abs=1)
    assert "Akhir" in rows(made)
    assert rows(made).count("Sepatah") == 40


def test_days_stand_apart_where_a_visit_has_several(day: Day) -> None:
    add_session(
        day.office, day.signing.visit, SessionForm("Lagi", on=date(2022, 9, 2), starts_at=time(9))
    )
    said = rows(make(day.office, day.wish("id")))
    assert said.index("Kamis, 1 September 2022") < said.index("Jumat, 2 September 2022")
    assert "08.30 Lagi 09.00" in said


def test_foreign_guests_need_no_desk_for_visums(day: Day) -> None:
    office = day.office
    visit = schedule_visit(office, VisitForm("Lain", PartialDate.of(date(2022, 9, 5))))
    wish = Wish(visit_id=visit)
    assert make(office, wish).blockers  # nothing is planned yet
    body = day.signing.guest.id
    add_session(
        office, visit, SessionForm("Pagi"), [add_delegation(office, visit, DelegationForm(body))]
    )
    assert "Meja visum perjalanan dinas" in rows(make(office, wish))
    with office.store.change("From abroad") as session:
        session.get_one(Institution, body).kind = InstitutionKind.FOREIGN_GOVERNMENT
    assert "Meja visum" not in rows(make(office, wish))
