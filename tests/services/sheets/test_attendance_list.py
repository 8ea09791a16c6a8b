"""The attendance list: who is on it, what is asked of them, and what is not."""

from dataclasses import replace

import pytest

from kunjungan.domain.paper import Paper
from kunjungan.services.day_papers.attendance import make
from kunjungan.services.day_papers.made import Made, Wish
from kunjungan.services.delegations import attendee_form, edit_attendee
from kunjungan.services.office import Office
from kunjungan.services.office_settings import OfficeSettings, change_settings, office_settings
from tests.builders import a_visit
from tests.golden import MatchesGolden
from tests.services.sheets.case import Day, attendee_of, words

NIP = "196804111993031009"


def choose(office: Office, **choices: object) -> OfficeSettings:
    settings = replace(office_settings(office), **choices)  # type: ignore[arg-type]
    change_settings(office, settings)
    return settings


def listed(day: Day, wish: Wish | None = None) -> Made:
    return make(day.office, wish or day.wish())


@pytest.mark.parametrize("paper", list(Paper))
def test_the_lists_are_as_they_were(day: Day, matches_golden: MatchesGolden, paper: Paper) -> None:
    matches_golden(listed(day, day.wish(paper=paper)).pdf, f"attendance-{paper.value}")


def test_each_delegation_has_its_own_list_with_its_own_pages(day: Day) -> None:
    said = words(listed(day))
    assert said.count("DAFTAR HADIR / ATTENDANCE LIST") == 3
    assert "Delegasi / Delegation : Pemerintah Kota Prabumulih" in said
    assert "Tuan rumah / Host : Pemerintah Kota Bandung" in said
    one = words(listed(day, replace(day.wish(), delegation_id=day.second)))
    assert "Panca Wijaya Akbar" in one
    assert "Ridho Yahya" not in one


def test_a_session_has_one_list_that_says_whence_everybody_comes(day: Day) -> None:
    said = words(listed(day, day.wish(session=True)))
    assert said.count("DAFTAR HADIR") == 1
    assert "Instansi Institution" in said
    assert "Ridho Yahya" in said
    assert "Panca Wijaya Akbar" not in said


def test_walk_ins_have_as_many_rows_as_the_office_set(day: Day) -> None:
    wish = replace(day.wish(), delegation_id=day.signing.delegation)
    choose(day.office, blank_rows=31)
    assert "37." in words(listed(day, wish))
    assert "38." not in words(listed(day, wish))


def test_whoever_was_announced_and_is_not_known_has_a_row_even_without_walk_ins(day: Day) -> None:
    choose(day.office, blank_rows=0)
    said = words(listed(day, replace(day.wish(), delegation_id=day.signing.delegation)))
    assert "18." in said
    assert "19." not in said


def test_a_name_to_come_is_blank_and_its_post_stays(day: Day) -> None:
    said = words(listed(day))
    assert "menyusul" not in said
    assert "Kepala Bagian Kerja Sama" in said


def test_nip_and_telephone_are_asked_for_only_where_the_office_says_so(day: Day) -> None:
    day.guest(day.second, "Kepala Bagian Hukum", "Orang Contoh",
                      person={"nip": NIP, "phone": "0812-0000-0000"})  # fmt: skip
    said = words(listed(day))
    assert "Orang Contoh" in said
    for hidden in ("NIP", "19680411", "No. HP", "0812"):
        assert hidden not in said
    choose(day.office, attendance_nip=True, attendance_phone=True)
    said = words(listed(day))
    for shown in ("19680411 199303 1 009", "No. HP / Mobile", "0812-0000-0000"):
        assert shown in said


def test_who_is_absent_is_not_listed_and_who_comes_instead_says_for_whom(day: Day) -> None:
    mayor = attendee_of(day, "Ridho Yahya")
    form = attendee_form(day.office, mayor)
    edit_attendee(day.office, mayor, replace(form, attendance="represented"))
    day.guest(day.signing.delegation, "Sekretaris Daerah Kota Prabumulih", "Sekda Contoh",
              represents_id=mayor)  # fmt: skip
    said = words(listed(day))
    assert "Ridho Yahya" not in said
    assert "Sekretaris Daerah Kota Prabumulih (mewakili Wali Kota Prabumulih)" in said


def test_only_the_page_of_somebody_who_changed_has_another_mark(day: Day) -> None:
    before = listed(day).marks
    guest = attendee_of(day, "Panca Wijaya Akbar")
    form = attendee_form(day.office, guest)
    edit_attendee(day.office, guest, replace(form, title_id="Bupati Ogan Ilir dua periode"))
    after = listed(day).marks
    assert [page for page, mark in after.items() if before[page] != mark] == [max(after)[:1]]


def test_a_visit_without_guests_says_what_to_do(office: Office) -> None:
    made = make(office, Wish(visit_id=a_visit(office)))
    assert (made.pages, made.pdf, made.marks) == (0, b"", {})
    assert "Add a delegation first" in made.blockers[0].message
