"""Lists that are signed by hand: staggered numbers, repeated heads, own page numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.documents.office.letter import Letterhead
from kunjungan.documents.office.sheet import SMALL
from kunjungan.documents.office.sign_list import SignColumn, SignList, SignPaper
from kunjungan.documents.office.sign_list_pdf import sign_list_pdf
from kunjungan.documents.office.sign_rows import quick_lines
from kunjungan.documents.setting.centred import filled_lines
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.paper import Paper
from kunjungan.domain.visit_words import Tongue
from tests.documents.reading import page_size_mm, places, unembedded_fonts, words

COLUMNS = (
    SignColumn(Bilingual("No.", "No."), 6, "middle"),
    SignColumn(Bilingual("Nama", "Name"), 30),
    SignColumn(Bilingual("Tanda tangan", "Signature"), 30, "zigzag"),
)
TITLE = Bilingual("DAFTAR HADIR", "ATTENDANCE LIST")
FACES = FaceCase()


def rows(count: int) -> list[tuple[str, str, str]]:
    return [(str(n), f"Nama Contoh {n}", f"{n}.") for n in range(1, count + 1)]


def paper(*counts: int, language: Tongue = "both", size: Paper = Paper.F4) -> SignPaper:
    head = Letterhead(("PEMERINTAH KOTA CONTOH", "SEKRETARIAT DAERAH"), "Jalan Contoh", ruled=True)
    facts = ((Bilingual("Acara", "Event"), Bilingual("Kunjungan", "Visit")),)
    lists = tuple(SignList(TITLE, COLUMNS, rows(count), facts, head=head) for count in counts)
    return SignPaper(lists, size, language=language)


def test_equal_lists_give_equal_files_and_every_letter_has_its_font() -> None:
    pdf = sign_list_pdf(paper(40)).pdf
    assert pdf == sign_list_pdf(paper(40)).pdf
    assert not unembedded_fonts(pdf)


@pytest.mark.parametrize("size", list(Paper))
def test_a_list_has_the_size_of_its_paper(size: Paper) -> None:
    pdf = sign_list_pdf(paper(3, size=size)).pdf
    assert page_size_mm(pdf) == pytest.approx(size.size_mm, abs=0.1)


def test_numbers_in_the_column_of_signatures_are_staggered() -> None:
    pdf = sign_list_pdf(paper(4)).pdf
    first, second, third, fourth = (places(pdf, 1, f"{n}.")[0][0] for n in range(1, 5))
    assert first == pytest.approx(third, abs=0.1)
    assert second == pytest.approx(fourth, abs=0.1)
    assert second - first > 15


def test_every_list_counts_its_own_pages_and_repeats_its_heads() -> None:
    made = sign_list_pdf(paper(60, 5))
    count = len(made.marks)
    assert count == 4
    for number in range(1, count):
        page = words(made.pdf, number, number)
        assert f"Halaman {number} dari 3 / Page {number} of 3" in page
        assert "Tanda tangan / Signature" in page
    assert "Halaman 1 dari 1" in words(made.pdf, 4, 4)
    assert words(made.pdf).count("PEMERINTAH KOTA CONTOH") == 2


@pytest.mark.parametrize(("language", "said", "unsaid"), [("id", "Nama", "Name"),
                                                          ("en", "Name", "Nama")])  # fmt: skip
def test_in_one_language_the_other_is_not_said(language: Tongue, said: str, unsaid: str) -> None:
    blank = SignList(TITLE, COLUMNS, [("1", "", "1.")])
    page = words(sign_list_pdf(SignPaper((blank,), language=language)).pdf)
    assert said in page
    assert unsaid not in page


def test_a_mark_changes_with_the_words_of_its_page_and_no_other() -> None:
    before = sign_list_pdf(paper(60)).marks
    changed = rows(60)
    changed[-1] = ("60", "Orang Lain", "60.")
    after = sign_list_pdf(SignPaper((SignList(
        TITLE, COLUMNS, changed, paper(1).lists[0].facts, head=paper(1).lists[0].head),
    ))).marks  # fmt: skip
    assert before[:-1] == after[:-1]
    assert before[-1] != after[-1]


def with_blanks(people: int, blank: int) -> SignPaper:
    empty = [(str(n), "", f"{n}.") for n in range(people + 1, people + blank + 1)]
    return SignPaper((SignList(TITLE, COLUMNS, [*rows(people), *empty], spare=blank),))


def pages_of(people: int, blank: int) -> int:
    return len(sign_list_pdf(with_blanks(people, blank)).marks)


def test_up_to_half_of_the_blank_rows_are_left_out_so_that_a_page_ends_full_people_never() -> None:
    full = next(count for count in range(20, 60) if pages_of(count + 1, 0) == 2)
    assert pages_of(full - 4, 8) == 1
    assert places(sign_list_pdf(with_blanks(full - 4, 8)).pdf, 1, f"{full}.")
    assert pages_of(full - 4, 9) == 2
    assert pages_of(full, 8) == 2
    assert pages_of(full + 1, 8) == 2
    assert f"Nama Contoh {full + 1}" in words(sign_list_pdf(with_blanks(full + 1, 8)).pdf)


texts = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=90)


@given(texts, st.floats(20, 300))
def test_quick_lines_are_those_that_the_setter_makes(text: str, width: float) -> None:
    def said(lines: list) -> list[object]:  # type: ignore[type-arg]
        return [(line.words, line.size, round(line.space, 6)) for line in lines]

    quick = quick_lines(FACES, text, SMALL, width)
    assert said(quick) == said(filled_lines(FACES, text, "regular", SMALL, width))
