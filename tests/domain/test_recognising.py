"""The rows of an agreement are found in what was copied, by its numbers in either language."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kunjungan.domain.clause_marks import markers
from kunjungan.domain.clauses import LISTED, Level
from kunjungan.domain.pasting import Grid, Paragraph, PastedRow, blocks_of_text
from kunjungan.domain.recognising import rows_of

SIGNS = {
    Level.TEXT: "t", Level.PARTY: "I", Level.ARTICLE: "A", Level.PARAGRAPH: "p",
    Level.LETTER: "l", Level.NUMBER: "n", Level.SUBLETTER: "s", Level.SUBNUMBER: "u",
    Level.CLOSING: "c", Level.ANNEX: "X", Level.TABLE_HEAD: "h", Level.TABLE_ROW: "r",
}  # fmt: skip


def read(text: str) -> list[PastedRow]:
    return rows_of(blocks_of_text(text))


def shape(text: str) -> str:
    return "".join(SIGNS[row.level] for row in read(text))


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Pasal 1\nOBJEK\nIsi.", "Ap"),
        ("Pasal 1: Objek\nIsi.", "Ap"),
        ("Article 1 \N{EN DASH} Object\nText.", "Ap"),
        ("ARTICLE IV\nOBJECT\nText.", "Ap"),
        ("Section 2. Scope\n1. one\n2. two", "App"),
        ("Pasal 1\nOBJEK\n(1) a\n(2) b", "App"),
        ("Pasal 1\nOBJEK\n(1)A\n(2)B", "App"),
        ("Pasal 1\nOBJEK\nIntro:\na. x\nb. y", "Apll"),
        ("Pasal 1\nOBJEK\nIntro:\n1. x\n2. y", "Apnn"),
        ("(1) x\na. y\n1. z\na) w\n1) v\nb) w\n2. z\nb. y\n(2) x", "plnsusnlp"),
        ("(1) x\na) y\nb) y", "pll"),
        ("(1) x\n1) y\n2) y", "pnn"),
        ("a. x\ni. y\nii. y\nb. x", "lnnl"),
        ("g. x\nh. x\ni. x\nj. x", "llll"),
        ("1. x\na. y\nb. y\n2. x", "nssn"),
        ("\N{BULLET} x\n\N{BULLET} y", "ll"),
        ("- x\n- y", "ll"),
        ("(a) x\n(i) y\n(ii) y\n(b) x", "lnnl"),
        ("1.1 x\n1.2 y\n1.2.1 z", "ppl"),
        ("a. x\nlagi x.\nb. y", "ll"),
        ("a. x\nTerusan x.\nb. y", "ll"),
        ("a. x\nPenutup daftar.", "lt"),
        ("Pasal 1\nA\nSatu.\nDua.", "Att"),
        ("BAB I\nKETENTUAN UMUM\nPasal 1\nA\nSatu.", "tAp"),
        ("I. SATU\nII. DUA", "II"),
        ("1. SATU, selanjutnya disebut PIHAK KESATU", "I"),
        ("Pasal 1\nA\nSatu.\nDemikian Perjanjian ini dibuat.", "Apc"),
        ("IN WITNESS WHEREOF, the undersigned", "t"),
        ("LAMPIRAN I\nRENCANA KERJA\n1. x", "Xn"),
        ("Lampiran ini merupakan bagian.", "t"),
        ("Pasal 3 ayat (1) berlaku.", "t"),
        ("Pasal 3 dan Pasal 4 tetap berlaku.", "t"),
        ("PT. Contoh Jaya\nH. Budi hadir.", "tt"),
        ("Rp. 5.000", "t"),
        ("No | Kegiatan", "t"),
        ("No\tKegiatan\tBiaya\n1\tSatu\t5", "hr"),
        ("Pasal 1\n- 2 -\nOBJEK\nIsi.", "Ap"),
        ("", ""),
    ],
)  # fmt: skip
def test_numbers_of_both_languages_are_read(text: str, signs: str) -> None:
    assert shape(text) == signs


def test_a_number_stands_apart_from_the_words() -> None:
    rows = read("Pasal 12\nHAK DAN\nKEWAJIBAN\n(3) satu;\nc. dua")
    assert [(row.number, row.mark, row.text) for row in rows] == [
        (12, "Pasal 12", "HAK DAN"),
        (0, "", "KEWAJIBAN"),
        (3, "(3)", "satu;"),
        (3, "c.", "dua"),
    ]


def test_a_title_in_two_lines_is_one_title() -> None:
    parts = [Paragraph(text, heading=True) for text in ("Pasal 1", "HAK DAN", "KEWAJIBAN")]
    assert rows_of(parts)[0].text == "HAK DAN KEWAJIBAN"


def test_marks_round_a_number_are_not_left_in_the_words() -> None:
    rows = read("**(1)** satu **dua**\n**a. tiga** empat\n__1.__ lima")
    assert [row.text for row in rows] == ["satu **dua**", "**tiga** empat", "lima"]


def test_lines_cut_to_a_width_are_one_paragraph() -> None:
    text = "(1) PARA PIHAK sepakat untuk melaksanakan kerja sama dalam\nbidang layanan publik.\n"
    assert [row.text for row in read(text)] == [
        "PARA PIHAK sepakat untuk melaksanakan kerja sama dalam bidang layanan publik."
    ]


def test_a_number_that_a_list_gave_is_read_like_a_typed_one() -> None:
    rows = rows_of(
        [Paragraph("satu", "(1)"), Paragraph("dua", "a."), Paragraph("OBJEK", "Pasal 4")]
    )
    assert [(row.level, row.number, row.text) for row in rows] == [
        (Level.PARAGRAPH, 1, "satu"),
        (Level.LETTER, 1, "dua"),
        (Level.ARTICLE, 4, "OBJEK"),
    ]


def test_a_mark_that_says_nothing_stays_in_the_words() -> None:
    assert [row.text for row in rows_of([Paragraph("satu", "Bagian Kesatu")])] == [
        "Bagian Kesatu satu"
    ]


def test_a_table_keeps_its_cells_and_one_of_a_single_column_is_none() -> None:
    cell = (Paragraph("a | b"),)
    grid = Grid(((cell, (Paragraph("**c**"),)), (cell, ())))
    assert [row.text for row in rows_of([grid])] == ["a / b | c", "a / b | "]
    assert [row.level for row in rows_of([Grid(((cell,),))])] == [Level.TEXT]


def test_the_article_of_another_language_is_known_by_its_form() -> None:
    rows = rows_of(blocks_of_text("제1조 목적\n(1) 가\n(2) 나\n제 2 조\n범위"), "제{n}조")
    assert [(row.level, row.number) for row in rows] == [
        (Level.ARTICLE, 1), (Level.PARAGRAPH, 1), (Level.PARAGRAPH, 2), (Level.ARTICLE, 2),
    ]  # fmt: skip


@st.composite
def written(draw: st.DrawFn) -> list[Level]:
    """The levels of a well-formed text: articles with paragraphs, lists inside one another."""
    levels: list[Level] = []
    for _ in range(draw(st.integers(1, 4))):
        levels.append(Level.ARTICLE)
        for _ in range(draw(st.integers(1, 4))):
            levels.append(Level.PARAGRAPH)
            levels += draw(nested(0))
    return levels


def nested(depth: int) -> st.SearchStrategy[list[Level]]:
    if depth >= len(LISTED):
        return st.just([])
    item = nested(depth + 1).map(lambda inner: [LISTED[depth], *inner])
    items = st.lists(item, max_size=3).map(lambda many: [level for one in many for level in one])
    return st.one_of(st.just([]), items)


@settings(max_examples=150)
@given(written())
def test_a_printed_text_that_is_pasted_has_its_structure_again(levels: list[Level]) -> None:
    marked = markers(levels)
    for language in ("id", "en"):
        lines = []
        for level, mark in zip(levels, marked, strict=True):
            words = "Judul Pasal" if level is Level.ARTICLE else "kata-kata;"
            joint = "\n" if level is Level.ARTICLE else " "
            lines.append(f"{mark.id if language == 'id' else mark.en}{joint}{words}".strip())
        rows = read("\n\n".join(lines))
        assert [row.level for row in rows] == levels
        assert {row.text for row in rows} <= {"Judul Pasal", "kata-kata;"}


@given(st.text(max_size=400))
def test_any_text_gives_rows_without_losing_its_letters(text: str) -> None:
    rows = read(text)
    assert all(row.level in SIGNS for row in rows)


@given(st.lists(st.sampled_from(
    ["Pasal 1", "BAB II", "(1) a", "a. b", "1. c", "a) d", "1) e", "i. f", "- g", "LAMPIRAN",
     "Teks biasa.", "JUDUL", "A. h", "I. j", "1.2 k"]), max_size=30))  # fmt: skip
def test_any_mix_of_numbers_is_read_with_levels_that_fit(lines: list[str]) -> None:
    rows = read("\n".join(lines))
    assert len(rows) <= len(lines)
    assert len(markers([row.level for row in rows])) == len(rows)
