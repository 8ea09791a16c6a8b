"""Guest book, catering, receiving line, photographs and the seating plan on paper."""

from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
import pytest

from kunjungan.domain.paper import Paper
from kunjungan.domain.visit_words import Tongue
from kunjungan.services.day_papers import catering, guest_book, orders, seating_sheet
from kunjungan.services.day_papers.made import Wish
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.seating.plans import new_plan
from kunjungan.services.seating.seats import unseat
from kunjungan.services.seating.view import list_plans
from kunjungan.store.tables import Attendee, Person
from tests.builders import a_visit
from tests.documents.reading import places
from tests.golden import MatchesGolden
from tests.services.sheets.case import Day, attendee_of, words


@pytest.fixture
def planned(day: Day) -> Day:
    """The day with a plan of its room."""
    new_plan(day.office, day.signing.visit, "signing-3", None)
    return day


def needs(day: Day, name: str, diet: str, access: str) -> None:
    guest = attendee_of(day, name)
    with day.office.store.change("Needs") as session:
        person = session.get_one(Person, session.get_one(Attendee, guest).person_id)
        person.diet, person.access, person.phone = diet, access, "0812-0000-0000"


def test_the_seating_plan_is_as_it_was(planned: Day, matches_golden: MatchesGolden) -> None:
    wish = planned.wish(paper=Paper.A4)
    matches_golden(seating_sheet.make(planned.office, wish).pdf, "seating-plan")


def test_the_plan_is_drawn_from_both_sides_and_has_everybody_in_its_legend(planned: Day) -> None:
    made = seating_sheet.make(planned.office, planned.wish("id"))
    said = words(made)
    assert "DILIHAT DARI HADIRIN" in said
    assert "DILIHAT DARI PANGGUNG" in said
    assert said.count("Ridho Yahya") == 3
    assert made.pages == 3


def test_what_the_audience_sees_at_the_left_the_stage_sees_at_the_right(planned: Day) -> None:
    pdf = seating_sheet.make(planned.office, planned.wish("id")).pdf
    views = [[places(pdf, page, name)[0][0] for name in ("Yahya", "Mulyana")] for page in (1, 2)]
    assert (views[0][0] - views[0][1]) * (views[1][0] - views[1][1]) < 0


def test_who_has_no_seat_is_told_and_stands_in_the_legend(planned: Day) -> None:
    [plan] = list_plans(planned.office, planned.signing.visit)
    unseat(planned.office, plan.id, attendee_of(planned, "Ridho Yahya"))
    made = seating_sheet.make(planned.office, planned.wish("id"))
    assert "belum mendapat kursi" in words(made)
    assert made.warnings[-1].values["count"] == 1


def test_without_a_plan_it_says_what_to_do(day: Day) -> None:
    made = seating_sheet.make(day.office, day.wish())
    assert (made.pages, made.marks) == (0, {})
    assert "seating plan" in made.blockers[0].message


def test_the_guest_book_is_as_it_was(day: Day, matches_golden: MatchesGolden) -> None:
    matches_golden(guest_book.make(day.office, day.wish()).pdf, "guest-book")


def test_the_head_of_each_delegation_has_a_page_in_the_guest_book(day: Day) -> None:
    made = guest_book.make(day.office, day.wish("id"))
    said = words(made)
    assert "Ridho Yahya" in said
    assert "Yana Mulyana" not in said
    one = guest_book.make(day.office, replace(day.wish("id"), delegation_id=day.second))
    assert one.pages == 1
    assert "Bupati Ogan Ilir" in words(one)


def test_the_guest_book_has_as_many_open_rows_as_the_office_set(day: Day) -> None:
    change_settings(day.office, replace(office_settings(day.office), blank_rows=7))
    said = words(guest_book.make(day.office, day.wish()))
    assert "7." in said
    assert "8." not in said


def test_the_catering_sheet_counts_diets_and_shows_no_telephone(
    day: Day, matches_golden: MatchesGolden
) -> None:
    needs(day, "Ridho Yahya", "Vegetarian", "Kursi roda")
    needs(day, "Yana Mulyana", "Vegetarian", "")
    made = catering.make(day.office, day.wish("id", Paper.A4))
    said = words(made)
    assert "Vegetarian 2" in said
    assert "Kursi roda" in said
    assert "0812" not in said
    matches_golden(made.pdf, "catering")


def test_the_catering_sheet_of_a_delegation_counts_nobody_else(day: Day) -> None:
    made = catering.make(day.office, replace(day.wish("id"), delegation_id=day.second))
    said = words(made)
    assert "Jumlah orang : 3" in said
    assert "Pemkot Prabumulih" not in said


def test_the_highest_guest_arrives_last(day: Day, matches_golden: MatchesGolden) -> None:
    made = orders.receiving_line(day.office, day.wish(paper=Paper.A4))
    matches_golden(made.pdf, "receiving-line")
    said = words(orders.receiving_line(day.office, day.wish("id")))
    assert said.index("Yana Mulyana") < said.index("Tamu, dalam urutan menyalami")
    first = said[said.index("1 Bapak", said.index("Tamu, dalam")) :]
    assert "9" in first[: first.index("2 Bapak")]


def test_every_photograph_has_the_host_in_its_middle(
    day: Day, matches_golden: MatchesGolden
) -> None:
    made = orders.photo_order(day.office, day.wish("id", Paper.A4))
    matches_golden(made.pdf, "photo-order")
    said = words(made)
    for call in ("tuan rumah dan pimpinan delegasi", "delegasi Pemkab Ogan Ilir",
                 "delegasi Pemkot Prabumulih", "seluruh peserta"):  # fmt: skip
        assert call in said


@pytest.mark.parametrize("make", [catering.make, orders.receiving_line, orders.photo_order])
def test_a_visit_without_guests_says_what_to_do(office: Office, make: object) -> None:
    made = make(office, Wish(visit_id=a_visit(office)))  # type: ignore[operator]
    assert made.pages == 0
    assert made.blockers


@pytest.mark.parametrize("language", ["id", "en", "both"])
def test_what_lies_on_the_signing_table_is_named_in_one_size_each_language_on_its_line(
    planned: Day, language: Tongue
) -> None:
    pdf = seating_sheet.make(planned.office, planned.wish(language, Paper.A4)).pdf
    with pypdfium2.PdfDocument(pdf) as document:
        layer = document[0].get_textpage()
        text = layer.get_text_range()
        stamps = "Seals" if language == "en" else "Cap, meterai"
        starts = [
            text.index(word) for word in (stamps, "asli 1" if language != "en" else "originals")
        ]
        sizes = {round(pdfium.FPDFText_GetFontSize(layer.raw, start), 1) for start in starts}
    assert len(sizes) == 1
    assert "/ KB" not in text
    assert "/ Pens" not in text
