"""Papers say what is true of the visit: whose place, which days, who receives, from where."""

from dataclasses import replace
from datetime import date

import pytest

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.paper import Paper
from kunjungan.domain.precedence import Group
from kunjungan.services.day_papers.attendance import make as attendance
from kunjungan.services.day_papers.badges import make as badges
from kunjungan.services.day_papers.guest_book import make as guest_book
from kunjungan.services.day_papers.labels import folder_labels
from kunjungan.services.day_papers.mc import mc_script
from kunjungan.services.day_papers.orders import photo_order, receiving_line
from kunjungan.services.day_papers.signs import vehicle_signs
from kunjungan.services.day_papers.tents import make as tents
from kunjungan.services.day_papers.visum import make as visum
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
    attendee_form,
    edit_attendee,
)
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.visits import edit_visit, visit_form
from kunjungan.services.visum.recording import VisumBatch, record_visums
from kunjungan.store.tables import Attendee, Delegation
from tests.builders import a_region
from tests.documents.card_reading import all_words, picture
from tests.documents.reading import places
from tests.services.day_papers.card_case import Case, card_case
from tests.services.sheets.case import Day, attendee_of, words


@pytest.fixture
def case(office: Office) -> Case:
    return card_case(office)


def represented(day: Day) -> None:
    """Prabumulih's mayor sends his secretary."""
    mayor = attendee_of(day, "Ridho Yahya")
    form = attendee_form(day.office, mayor)
    edit_attendee(day.office, mayor, replace(form, attendance="represented"))
    day.guest(day.signing.delegation, "Sekretaris Daerah Kota Prabumulih", "Sekda Contoh",
              Group.SECRETARY, represents_id=mayor, role="head",
              title_en="Regional Secretary of Prabumulih")  # fmt: skip


def test_whoever_stands_in_for_another_is_said_to_wherever_he_is_called_or_sits(day: Day) -> None:
    represented(day)
    for make in (mc_script, receiving_line, guest_book):
        said = words(make(day.office, day.wish()))
        assert "(mewakili Wali Kota Prabumulih)" in said
        assert "(representing the Mayor of Prabumulih)" in said
    said = all_words(tents(day.office, day.wish(paper=Paper.A4)).pdf)
    assert "MEWAKILI WALI KOTA PRABUMULIH" in said
    assert said.count("MEWAKILI") == 2


def test_a_visit_of_several_days_says_the_first_and_the_last_and_no_hours(day: Day) -> None:
    form = visit_form(day.office, day.signing.visit)
    edit_visit(day.office, day.signing.visit, replace(form, until=PartialDate.parse("2022-09-03")))
    said = words(attendance(day.office, day.wish()))
    assert "Kamis, 1 September 2022 s.d. Sabtu, 3 September 2022" in said
    assert "Thursday, 1 September 2022 to Saturday, 3 September 2022" in said
    assert "pukul" not in said
    assert "pukul" in words(attendance(day.office, day.wish(session=True)))


def test_where_the_own_people_are_guests_the_host_is_named_and_signs_the_visums(day: Day) -> None:
    other = a_region(day.office, "35.78", "Nama Wali Kota")
    form = visit_form(day.office, day.signing.visit)
    away = replace(form, direction="outgoing", host_id=other.id, host_tenure_id=other.head)
    edit_visit(day.office, day.signing.visit, away)
    said = words(attendance(day.office, day.wish("id")))
    assert "Tuan rumah : Pemerintah Kota Surabaya" in said
    made = visum(day.office, day.wish())
    assert made.pages == 0
    assert "host signs the visums" in made.blockers[0].message
    guest = attendee_of(day, "Ridho Yahya")
    with pytest.raises(RuleBroken, match="host signs the visums"):
        record_visums(day.office, day.signing.visit,
                      VisumBatch((guest,), other.head, date(2022, 8, 20)))  # fmt: skip


def abroad(case: Case) -> None:
    """A foreign delegation comes, too."""
    form = InstitutionForm(InstitutionKind.FOREIGN_GOVERNMENT, "Kota Contoh", "City of Sample")
    there = add_delegation(
        case.office, case.visit, DelegationForm(add_institution(case.office, form))
    )
    guest = AttendeeForm(PersonForm("Yūki Ōta"), "Wali Kota Contoh", "Mayor of Sample")
    add_attendee(case.office, there, replace(guest, role="head"))


def test_no_region_shows_its_arms_on_cards_where_foreign_guests_come(case: Case) -> None:
    with_arms = badges(case.office, case.wish()).marks[str(case.mayor)]
    abroad(case)
    assert badges(case.office, case.wish()).marks[str(case.mayor)] != with_arms
    only = case.wish(only=frozenset({str(case.mayor)}))
    page = picture(tents(case.office, only).pdf, 50, grey=True)
    under_the_fold = page.crop((0, page.height // 2 + 4, page.width, page.height * 62 // 100))
    assert under_the_fold.getextrema() == (255, 255)


def test_a_foreign_guest_s_post_stands_in_both_languages_where_the_list_has_both(
    case: Case,
) -> None:
    abroad(case)
    said = words(attendance(case.office, case.wish(language="both")))
    assert "Wali Kota Contoh / Mayor of Sample" in said
    assert "Wali Kota Prabumulih / Mayor" not in said
    assert "Mayor of Sample" not in words(attendance(case.office, case.wish(language="id")))


def test_the_anthem_of_the_guests_country_is_called_only_where_they_come_from_abroad(
    day: Day,
) -> None:
    assert "negara tamu" not in words(mc_script(day.office, day.wish("id")))
    form = InstitutionForm(InstitutionKind.FOREIGN_GOVERNMENT, "Kota Contoh", "City of Sample")
    body = add_institution(day.office, form)
    with day.office.store.change("Abroad") as session:
        session.get_one(Delegation, day.signing.delegation).institution_id = body
    said = words(mc_script(day.office, day.wish()))
    assert "lagu kebangsaan negara tamu" in said
    assert "our guests' country" in said
    assert "bersama-sama menyanyikan" not in said


def test_one_person_on_two_lists_is_told_on_badges_and_tents(case: Case) -> None:
    assert not badges(case.office, case.wish()).warnings
    with case.office.store.read() as session:
        person = session.get_one(Attendee, case.mayor).person_id
    second = add_delegation(
        case.office, case.visit, DelegationForm(a_region(case.office, "16.10", "Bupati").id)
    )
    twin = AttendeeForm(PersonForm("Ridho Yahya"), "Ketua Rombongan", person_id=person)
    add_attendee(case.office, second, twin)
    for make in (badges, tents):
        [warned] = make(case.office, case.wish()).warnings
        assert "two lists" in warned.message
        assert "Ridho Yahya" in warned.who


def test_the_leader_of_the_hosts_stands_beside_the_highest_guest_whatever_his_rank(
    day: Day,
) -> None:
    host = attendee_of(day, "Yana Mulyana")
    form = attendee_form(day.office, host)
    edit_attendee(day.office, host, replace(form, group=Group.DIVISION_HEADS))
    pdf = photo_order(day.office, day.wish("id", Paper.A4)).pdf
    middle = 297 / 25.4 * 72 / 2
    across = [places(pdf, 2, name)[0][0] for name in ("Yana", "Panca")]
    assert all(abs(x - middle) < 130 for x in across)


def test_a_car_of_the_hosts_has_another_colour_than_one_of_guests(case: Case) -> None:
    form = attendee_form(case.office, case.host)
    edit_attendee(case.office, case.host, replace(form, vehicle="Mobil 1"))
    made = vehicle_signs(case.office, case.wish())
    bands = []
    for page in range(made.pages):
        shown = picture(made.pdf, 36, page).convert("RGB")
        bands.append(shown.getpixel((shown.width // 2, shown.height - 12)))
    assert len(set(bands)) == 2


def test_the_label_of_a_folder_says_between_whom_in_whole_english(day: Day) -> None:
    said = all_words(folder_labels(day.office, day.wish("en", Paper.A4)).pdf)
    assert "between the Government of the City of Bandung" in said
    assert "for the Government of" in said or "Original" not in said
