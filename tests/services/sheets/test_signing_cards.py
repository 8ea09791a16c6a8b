"""The signing cue card: whose hand signs which original, over the stamp or not, and then."""

from dataclasses import replace
from datetime import date

import pytest

from kunjungan.domain.days import PartialDate
from kunjungan.domain.paper import Paper
from kunjungan.services.day_papers.made import Wish
from kunjungan.services.day_papers.signing import make, seated
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.originals import edit_original, original_form
from kunjungan.services.visiting.sessions import edit_session, session_form
from kunjungan.services.visits import edit_visit, visit_form
from kunjungan.store.tables import Agreement, Institution
from tests.builders import a_visit
from tests.golden import MatchesGolden
from tests.services.sheets.case import Day, words


@pytest.mark.parametrize("paper", list(Paper))
def test_the_card_is_as_it_was(day: Day, matches_golden: MatchesGolden, paper: Paper) -> None:
    made = make(day.office, day.wish(paper=paper))
    assert made.pages == 1
    matches_golden(made.pdf, f"signing-card-{paper.value}")


def test_the_card_tells_when_it_is_signed_not_how_long_the_visit_is(day: Day) -> None:
    said = words(make(day.office, day.wish("id")))
    assert said.count("pukul") == 1
    assert "pukul 09.33\N{EN DASH}09.43 WIB" in said


def test_a_card_with_longer_names_takes_less_white_before_it_takes_a_second_page(day: Day) -> None:
    plain = make(day.office, day.wish(paper=Paper.A4))
    with day.office.store.change("A longer name") as session:
        body = session.get_one(Institution, day.signing.guest.id)
        body.name_id = "Pemerintah Kota Prabumulih dan Kawasan Sekitarnya yang Bersatu dan Maju"
        body.name_en = "Government of the City of Prabumulih and of the United Area Around It"
        row = session.get_one(Agreement, day.agreement)
        row.subject_id, row.subject_en = "Kerja sama kota " * 6, "Cooperation of cities " * 5
    made = make(day.office, day.wish(paper=Paper.A4))
    assert (plain.pages, made.pages) == (1, 1)
    assert "Jabat tangan" in words(made)


def test_the_card_tells_the_day_and_the_room_of_the_signing_not_those_of_the_visit(
    day: Day,
) -> None:
    form = visit_form(day.office, day.signing.visit)
    edit_visit(day.office, day.signing.visit, replace(form, until=PartialDate(2022, 9, 3)))
    own = session_form(day.office, day.signing.session)
    moved = replace(own, on=date(2022, 9, 2), room="Pendopo")
    edit_session(day.office, day.signing.session, moved, [day.signing.delegation])
    said = words(make(day.office, day.wish("id")))
    assert "Jumat, 2 September 2022, pukul 09.33" in said
    assert "Pendopo" in said
    assert "Auditorium" not in said


def test_the_guest_sits_at_the_audiences_left_unless_the_office_has_it_otherwise(day: Day) -> None:
    said = words(make(day.office, day.wish()))
    assert said.index("Ridho Yahya") < said.index("Yana Mulyana")
    change_settings(day.office, replace(office_settings(day.office), guest_right=False))
    said = words(make(day.office, day.wish()))
    assert said.index("Ridho Yahya") > said.index("Yana Mulyana")


def test_cross_wise_everybody_first_signs_over_the_stamp_and_hands_that_one_over(day: Day) -> None:
    said = words(make(day.office, day.wish("id")))
    first = said[said.index("Tanda tangan ke-1") : said.index("menukar map")]
    assert first.count("DI ATAS METERAI") == 2
    assert first.index("Asli 2") < first.index("Asli 1")
    second = said[said.index("Tanda tangan ke-2") : said.index("menukar kembali")]
    assert second.count("tanpa meterai") == 2
    last = said[said.index("saling menyerahkan") :]
    assert last.index("kepada Wali Kota Bandung") < last.index("kepada Wali Kota Prabumulih")
    assert "Jumlah tanda tangan: 4" in said


def test_another_choice_of_stamps_changes_the_card_and_its_mark(day: Day) -> None:
    before = make(day.office, day.wish("id"))
    form = original_form(day.office, day.agreement, 1)
    edit_original(day.office, day.agreement, 1, replace(form, stamps=(1, 2)))
    after = make(day.office, day.wish("id"))
    assert words(after).count("DI ATAS METERAI") == 3
    assert before.marks != after.marks
    assert set(after.marks) == {day.agreement.hex}


def test_the_time_of_printing_is_not_in_the_mark(day: Day) -> None:
    later = replace(day.office, now=lambda: day.office.now().replace(hour=5))
    one, two = make(day.office, day.wish()), make(later, day.wish())
    assert one.marks == two.marks
    assert one.pdf != two.pdf


def test_of_three_the_host_sits_in_the_middle() -> None:
    assert seated([1, 2, 3], 1, guest_right=True) == (2, 1, 3)
    assert seated([1, 2], 1, guest_right=True) == (2, 1)
    assert seated([2, 1], 1, guest_right=False) == (1, 2)


def test_a_session_in_which_nothing_is_signed_has_no_card(day: Day) -> None:
    made = make(day.office, replace(day.wish(), session_id=day.lunch))
    assert made.pages == 0
    assert "No agreement" in made.blockers[0].message


def test_a_visit_without_agreements_says_what_to_do(office: Office) -> None:
    assert make(office, Wish(visit_id=a_visit(office))).pages == 0
