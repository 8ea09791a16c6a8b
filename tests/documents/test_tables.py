import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pypdfium2  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kunjungan.documents.agreement import AgreementContent, Piece, Press, Typeset
from kunjungan.documents.page.tables import Tables
from kunjungan.documents.setting.compositor import Compositor
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.sheet import sheet_for
from kunjungan.domain.clauses import Level
from kunjungan.domain.layouts import Layout
from kunjungan.domain.paper import Paper
from kunjungan.domain.richtext import rich
from tests.documents.reading import MM, places, words
from tests.documents.samples import AGREEMENT, piece
from tests.documents.structure_reading import texts

Texts = tuple[str, str]
ID, EN = "id-ID", "en-GB"
PRESS = Press()
CLOSING = piece(Level.CLOSING, "Demikian dibuat.", "Done.")
ANNEX = piece(Level.ANNEX, "RENCANA KERJA", "WORK PLAN", "LAMPIRAN I")
HEAD: Sequence[Texts] = (
    ("No.", "No."),
    ("Kegiatan", "Activity"),
    ("Penanggung Jawab", "Responsible Body"),
    ("Anggaran (Rp)", "Budget (IDR)"),
)
ACTIVITIES: Sequence[Texts] = (
    ("Replikasi aplikasi layanan publik", "Replication of public service applications"),
    ("Pelatihan pengelola pusat data", "Training of data centre officers"),
    (
        "Penyusunan rencana induk penerapan Sistem Pemerintahan Berbasis Elektronik",
        "Preparation of the master plan for the Electronic-Based Government System",
    ),
)


def cells(level: Level, *columns: Texts) -> Piece:
    texts_of = tuple(tuple(rich(text) for text in column) for column in columns)
    return Piece(level, ("", ""), (), texts_of)


def row(number: int, amount: int, activity: Texts) -> Piece:
    digits = f"{amount:,}"
    return cells(
        Level.TABLE_ROW,
        (str(number), str(number)),
        activity,
        ("Bappelitbang", "Bappelitbang"),
        (digits.replace(",", "."), digits),
    )


def work_plan(rows: int) -> tuple[Piece, ...]:
    chance = random.Random(4)  # noqa: S311 - a sample
    body = (
        row(number, chance.randrange(10**6, 10**9), chance.choice(ACTIVITIES))
        for number in range(1, rows + 1)
    )
    return (CLOSING, ANNEX, cells(Level.TABLE_HEAD, *HEAD), *body)


def with_table(*rows: Piece, base: AgreementContent = AGREEMENT) -> AgreementContent:
    return replace(base, pieces=(CLOSING, ANNEX, *rows))


def right_edges(typeset: Typeset, page: int, wanted: Sequence[str]) -> list[float]:
    """Where some texts of a page end, in points from its left."""
    document = pypdfium2.PdfDocument(typeset.pdf)
    layer, found = document[page - 1].get_textpage(), []
    for text in wanted:
        finder = layer.search(text, match_case=True)
        while (at := finder.get_next()) is not None:
            found.append(layer.get_charbox(at[0] + at[1] - 1, loose=True)[2])
    document.close()
    return found


@pytest.mark.parametrize("layout", Layout)
def test_every_cell_is_in_the_text_of_its_language(press: Press, layout: Layout) -> None:
    content = replace(AGREEMENT, layout=layout, pieces=work_plan(40))
    typeset = press.set_agreement(content)
    said = texts(typeset.pdf, "TD", "TH")
    for each in content.pieces[2:]:
        for column in each.cells:
            indonesian, english = ("".join(span.text for span in text) for text in column)
            assert indonesian in said[ID]
            if layout is not Layout.COLUMNS or indonesian != english:
                assert english in said[EN]


def test_the_head_stands_again_on_every_page_and_once_in_the_structure(press: Press) -> None:
    typeset = press.set_agreement(replace(AGREEMENT, pieces=work_plan(90)))
    first = next(place.page for place in typeset.places if place.piece == 2)
    assert typeset.pages > first + 1
    for page in range(first, typeset.pages + 1):
        assert len(places(typeset.pdf, page, "Penanggung Jawab")) == 1
    assert texts(typeset.pdf, "TH")[ID].count("Penanggung Jawab") == 1
    assert len([place for place in typeset.places if place.piece == 2]) == 1


def test_figures_end_together_and_each_language_has_its_own(press: Press) -> None:
    rows = (row(1, 52_245_500, ACTIVITIES[0]), row(2, 1_500, ACTIVITIES[1]))
    head = cells(Level.TABLE_HEAD, *HEAD)
    typeset = press.set_agreement(with_table(head, *rows))
    page = typeset.pages
    amounts = ("52.245.500", "52,245,500", "1.500", "1,500")
    edges = right_edges(typeset, page, amounts)
    assert len(edges) == len(amounts)
    assert edges == [pytest.approx((215 - 18) * MM, abs=0.6)] * len(edges)


def test_what_is_the_same_in_both_languages_stands_once(press: Press) -> None:
    rows = (row(1, 10, ACTIVITIES[0]), row(2, 20, ACTIVITIES[1]))
    typeset = press.set_agreement(with_table(*rows))
    assert len(places(typeset.pdf, typeset.pages, "Bappelitbang")) == 2
    assert texts(typeset.pdf, "TD")[ID].count("Bappelitbang") == 2


def test_a_table_keeps_to_the_text_in_every_layout(press: Press) -> None:
    for layout, margin in ((Layout.COLUMNS, 22), (Layout.SEQUENCE, 35)):
        typeset = press.set_agreement(replace(AGREEMENT, layout=layout, pieces=work_plan(3)))
        page = next(place.page for place in typeset.places if place.piece == 2)
        ((left, _),) = places(typeset.pdf, page, "No.")
        assert left == pytest.approx(margin * MM, abs=1.0)


def test_a_table_with_many_words_takes_the_room_beside_a_single_column(press: Press) -> None:
    wide = tuple(("Pertanggungjawaban",) * 2 for _ in range(5))
    rows = cells(Level.TABLE_HEAD, *wide), cells(Level.TABLE_ROW, *wide)
    content = with_table(*rows, base=replace(AGREEMENT, layout=Layout.SEQUENCE))
    typeset = press.set_agreement(content)
    page = next(place.page for place in typeset.places if place.piece == 2)
    left = min(x for x, _ in places(typeset.pdf, page, "Pertanggungjawaban"))
    assert left == pytest.approx(22 * MM, abs=1.0)


def test_no_row_of_a_few_lines_is_divided(press: Press) -> None:
    typeset = press.set_agreement(replace(AGREEMENT, pieces=work_plan(120)))
    pieces = [place.piece for place in typeset.places if place.piece > 1]
    assert pieces == sorted(set(pieces))


def test_a_row_longer_than_a_page_goes_on_with_two_lines_at_least(press: Press) -> None:
    long = " ".join(f"kata{number}" for number in range(2_000))
    head = cells(Level.TABLE_HEAD, ("Uraian", "Description"), ("Ket.", "Remarks"))
    tall = cells(Level.TABLE_ROW, (long, "Short."), ("a", "b"))
    typeset = press.set_agreement(with_table(head, tall))
    own = [place for place in typeset.places if place.piece == 3]
    assert len(own) > 2
    assert all(place.bottom_mm - place.top_mm > 8 for place in own)
    assert long in texts(typeset.pdf, "TD")[ID]


@pytest.mark.parametrize("paper", Paper)
def test_a_word_wider_than_its_column_is_reported_and_stays_in_the_text(
    press: Press, paper: Paper
) -> None:
    word = "w" * 300
    wide = cells(Level.TABLE_ROW, *[(f"{word}{number}", "ok") for number in range(4)])
    typeset = press.set_agreement(with_table(wide, base=replace(AGREEMENT, paper=paper)))
    assert [each.text for each in typeset.overflows if each.what == "cell"] == [
        f"{word}{number}" for number in range(4)
    ]
    assert all(f"{word}{number}" in texts(typeset.pdf, "TD")[ID] for number in range(4))


def test_amounts_too_many_for_the_page_are_narrowed_and_never_broken(press: Press) -> None:
    amounts = [(f"{n}52.245.500.000,00", f"{n}52,245,500,000.00") for n in range(9)]
    typeset = press.set_agreement(with_table(cells(Level.TABLE_ROW, *amounts)))
    for both in amounts:
        for amount in both:
            assert len(places(typeset.pdf, typeset.pages, amount)) == 1
    assert {each.text for each in typeset.overflows if each.what == "cell"} <= {
        amount for both in amounts for amount in both
    }


TEXT = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["", "1", "52.245.500", "w" * 300, "kata " * 1_000, "\ud800", "a\x00b", "a\nb"]
    ),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=12), min_size=1, max_size=5))
def test_no_text_stops_a_table(rows: list[list[Texts]]) -> None:
    levels = [Level.TABLE_HEAD, *[Level.TABLE_ROW] * 3, Level.TABLE_HEAD]
    pieces = [cells(level, *row) for level, row in zip(levels, rows, strict=False)]
    assert PRESS.set_agreement(with_table(*pieces)).pages >= 2


@pytest.mark.parametrize("rows", [250, 1_000])
def test_every_cell_is_measured_once_whatever_the_length(
    rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    compositor, asked = Compositor(FaceCase()), 0
    measure = compositor.galley

    def counted(*wanted: object) -> object:
        nonlocal asked
        asked += 1
        return measure(*wanted)  # type: ignore[arg-type]

    monkeypatch.setattr(compositor, "galley", counted)
    blocks = Tables(compositor, sheet_for(Paper.F4), AGREEMENT).blocks(2, work_plan(rows)[2:])
    assert len(blocks) == rows + 1
    assert asked <= 7 * (rows + 1)


def test_two_tables_with_nothing_between_have_each_their_own_columns(press: Press) -> None:
    one = (
        cells(Level.TABLE_HEAD, ("Kota", "City")),
        cells(Level.TABLE_ROW, ("Bandung", "Bandung City")),
    )
    two = (
        cells(Level.TABLE_HEAD, ("Tahun", "Year"), ("Jumlah", "Amount")),
        cells(Level.TABLE_ROW, ("2023",) * 2, ("10",) * 2),
    )
    typeset = press.set_agreement(with_table(*one, *two))
    tops = [place.top_mm for place in typeset.places if place.piece > 1]
    gaps = [after - before for before, after in pairwise(tops)]
    assert gaps[1] > gaps[0] * 1.2
    assert "Kota City Bandung Bandung City Tahun Year Jumlah Amount 2023 10" in words(typeset.pdf)
