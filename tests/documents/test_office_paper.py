from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

from kunjungan.documents.office.content import Column, OfficePaper, Table
from kunjungan.documents.office.paper import office_pdf
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.paper import Paper
from tests.documents.page_reading import read_paper
from tests.documents.reading import page_size_mm, places, unembedded_fonts, words

COLUMNS = (
    Column(Bilingual("No.", "No."), 1, "right"),
    Column(Bilingual("Perangkat", "Office"), 4),
    Column(Bilingual("Catatan", "Note"), 4),
)


def rows(count: int) -> tuple[tuple[str | Bilingual, ...], ...]:
    return tuple(
        (str(n), Bilingual(f"Bagian {n}", f"Division {n}"), "sesuai") for n in range(1, count + 1)
    )


def paper(count: int = 3, **facts: object) -> OfficePaper:
    made = OfficePaper(
        title=Bilingual("DAFTAR", "LIST"),
        foot="KS-2022-001",
        facts=((Bilingual("Draf", "Draft"), "3"),),
        tables=(Table(COLUMNS, rows(count), Bilingual("Kota Bandung", "City of Bandung"), 12),),
        notes=(Bilingual("Catatan kaki.", "A note."),),
    )
    return replace(made, **facts)  # type: ignore[arg-type]


def pages(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as file:
        return len(file.pages)


def test_the_same_content_gives_the_same_file() -> None:
    assert office_pdf(paper(40)) == office_pdf(paper(40))


@pytest.mark.parametrize("size", list(Paper))
def test_a_paper_has_the_size_of_its_sheet_upright_or_on_its_side(size: Paper) -> None:
    width, height = size.size_mm
    assert page_size_mm(office_pdf(paper(paper=size))) == pytest.approx((width, height), abs=0.1)
    lying = office_pdf(paper(paper=size, landscape=True))
    assert page_size_mm(lying) == pytest.approx((height, width), abs=0.1)


def test_a_long_table_goes_on_under_its_heads_on_pages_that_are_counted() -> None:
    pdf = office_pdf(paper(60))
    count = pages(pdf)
    assert count > 2
    for number in range(1, count + 1):
        page = words(pdf, number, number)
        assert "Perangkat" in page
        assert f"Halaman {number} dari {count} / Page {number} of {count}" in page
    said = words(pdf)
    assert all(f"Bagian {n} Division {n}" in said for n in range(1, 61))


def test_a_head_that_stands_again_is_not_read_again() -> None:
    heads = [each for each in read_paper(office_pdf(paper(60))).elements if each.role == "TH"]
    assert len([each for each in heads if each.language.startswith("id")]) == len(COLUMNS)


def test_no_row_is_divided_while_it_fits_a_page() -> None:
    pdf = office_pdf(paper(60))
    for number in range(1, pages(pdf) + 1):
        page = words(pdf, number, number)
        for n in range(1, 61):
            assert (f"Bagian {n} " in page) == (f"Division {n} " in f"{page} ")


def test_a_cell_that_is_higher_than_a_page_loses_no_word() -> None:
    long = " ".join(f"kata{n}" for n in range(2000))
    table = Table(COLUMNS, (("1", Bilingual("Bagian", "Division"), long),))
    said = words(office_pdf(paper(tables=(table,))))
    assert all(f"kata{n} " in f"{said} " for n in range(2000))


def test_words_stand_inside_their_columns_and_figures_at_the_right() -> None:
    pdf = office_pdf(paper(12))
    (one, _), (ten, _) = places(pdf, 1, "9")[0], places(pdf, 1, "12")[0]
    assert one > ten


def test_what_is_written_in_another_script_can_be_found() -> None:
    table = Table(COLUMNS, (("1", "Universitas 東京", "Łódź ½"),))
    pdf = office_pdf(paper(tables=(table,)))
    said = words(pdf)
    assert "東京" in said
    assert "Łódź ½" in said
    assert [name for name in unembedded_fonts(pdf) if "Naskah" not in name] == []


def test_a_paper_without_tables_has_one_page() -> None:
    assert pages(office_pdf(paper(tables=(), facts=(), notes=()))) == 1


@pytest.mark.parametrize("count", range(12, 34))
def test_notes_stand_on_the_page_of_the_last_row(count: int) -> None:
    notes = (Bilingual("Catatan kaki.", "A note."), Bilingual("Catatan lain.", "Another."))
    with pypdfium2.PdfDocument(office_pdf(paper(count, notes=notes))) as document:
        last = document[len(document) - 1].get_textpage().get_text_range()
    for said in (f"Bagian {count}", "Catatan kaki.", "Catatan lain."):
        assert said in last


def test_a_note_is_as_wide_as_the_paper_and_no_narrow_block() -> None:
    long = Bilingual("kata-kata dalam sebuah catatan yang panjang " * 4, "")
    (first, *_), *others = (
        places(office_pdf(paper(notes=(long,))), 1, word) for word in ("kata-kata", "catatan")
    )
    right = max(x for each in others for x, _ in each)
    assert right - first[0] > 300


def test_title_and_headings_have_both_languages_on_one_line_where_they_fit() -> None:
    pdf = office_pdf(paper())
    for first, second in (("DAFTAR", "LIST"), ("Kota Bandung", "City of Bandung")):
        assert places(pdf, 1, first)[0][1] == pytest.approx(places(pdf, 1, second)[0][1], abs=0.1)
    long = Bilingual(
        "DAFTAR YANG SANGAT PANJANG SEKALI NAMANYA", "A LIST WITH A VERY LONG NAME INDEED"
    )
    apart = office_pdf(paper(title=long))
    assert places(apart, 1, "DAFTAR YANG")[0][1] > places(apart, 1, "A LIST")[0][1] + 5
