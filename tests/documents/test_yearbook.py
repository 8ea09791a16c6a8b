"""The printed register of a year: heads on every page, nothing cut, everything counted."""

from datetime import date

import pytest

from kunjungan.documents.office.paper import office_pdf
from kunjungan.documents.office.yearbook import YearLine, yearbook_paper
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.kinds import KINDS
from kunjungan.domain.paper import Paper
from tests.documents.reading import unembedded_fonts, words

BODY = Bilingual("Pemerintah Kota Bandung", "Government of the City of Bandung")
STATES = (Bilingual("Diperpanjang", "Extended"), Bilingual("Dalam proses", "In process"))
LONG = Bilingual(
    "Peningkatan kapasitas aparatur dan pengembangan aplikasi pelayanan publik",
    "Capacity building of civil servants and development of public service applications",
)


def line(number: int) -> YearLine:
    kinds = list(KINDS.values())
    return YearLine(
        f"2022/{number:03}",
        kinds[number % len(kinds)].name,
        f"415.4/{number:04}-KSD/2022\n119.{number}/MOU-PBM/DISKOMINFO/2022",
        (Bilingual("Pemerintah Kota Prabumulih", "Government of the City of Prabumulih"),),
        LONG,
        "01-09-2022",
        ("01-09-2022", "01-09-2027"),
        STATES[number % 2],
        Bilingual("Lemari 2", "Lemari 2"),
    )


def book(count: int, paper: Paper = Paper.F4) -> bytes:
    lines = [line(number) for number in range(1, count + 1)]
    return office_pdf(yearbook_paper(2022, BODY, lines, date(2022, 12, 31), paper))


@pytest.mark.parametrize("paper", list(Paper))
def test_no_number_and_no_word_of_a_state_or_kind_is_cut(paper: Paper) -> None:
    said = f" {words(book(24, paper))} "
    for number in range(1, 25):
        assert f" 415.4/{number:04}-KSD/2022 " in said
        assert f" 119.{number}/MOU-PBM/ DISKOMINFO/2022 " in said
    for word in ("Diperpanjang", "Understanding", "Pengertian", "Kesepahaman", "Cooperation"):
        assert f" {word} " in said


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("count", [1, 40])
def test_every_page_of_a_book_has_its_heads_and_its_count(paper: Paper, count: int) -> None:
    pdf = book(count, paper)
    said = words(pdf)
    pages = said.count("Page ")
    assert pages > count // 6
    assert said.count("Naskah asli Original") == pages
    assert f"Page {pages} of {pages}" in said
    assert unembedded_fonts(pdf) == []


def test_the_summary_counts_in_both_languages() -> None:
    said = words(book(3))
    for part in (
        "Jumlah / Number : 3",
        "Diperpanjang 1",
        "Extended 1",
        "Jumlah mitra / Partners : 1",
    ):
        assert part in said
    assert "Belum bernomor" not in said


def test_a_book_of_equal_lines_is_an_equal_file() -> None:
    assert book(7) == book(7)
