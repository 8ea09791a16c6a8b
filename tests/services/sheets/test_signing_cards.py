"""The signing cue card: whose hand signs which original, over the stamp or not, and then."""

from dataclasses import replace

import pytest

from kunjungan.domain.paper import Paper
from kunjungan.services.day_papers.made import Wish
from kunjungan.services.day_papers.signing import make, seated
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.originals import edit_original, original_form
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
