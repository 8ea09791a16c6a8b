from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kunjungan.documents.page.paging import Page, Pager
from kunjungan.documents.page.rows import Row
from kunjungan.documents.setting.lines import Line
from kunjungan.documents.sheet import sheet_for
from kunjungan.domain.paper import Paper

SHEET = sheet_for(Paper.A4, 2)
LINE = Line((), 10, 3, 1, 1, 0, spaced=True)
BAND, GAP = 60 * 2.8, 15.0


def row(left: int, right: int, *, heading: bool = False, colon: bool = False) -> Row:
    before = SHEET.lead if heading else SHEET.paragraph_gap
    columns = (LINE,) * left, (LINE,) * right
    keep = heading or colon
    role = "H2" if heading else "P"
    return Row(0, columns, 0, 0, (None, None), before, SHEET.lead, role, keep_next=keep)


def closing(lines: int) -> Row:
    made = row(lines, max(1, lines - 1))
    made.closing = True
    return made


def pages_of(rows: list[Row], bands: int = 1) -> list[Page]:
    for number, each in enumerate(rows):
        each.piece = number
    return Pager(SHEET, (1, SHEET.top - 200), [BAND] * bands, GAP).fill(rows)


ROWS = st.lists(
    st.builds(
        row,
        st.integers(0, 25),
        st.integers(0, 25),
        heading=st.booleans(),
        colon=st.booleans(),
    ),
    min_size=1,
    max_size=40,
)


@settings(max_examples=250, deadline=None)
@given(ROWS, st.integers(1, 12), st.integers(1, 2), st.lists(ROWS, max_size=2))
def test_pages_break_by_the_rules_whatever_the_text(
    rows: list[Row], closing_lines: int, bands: int, annexes: list[list[Row]]
) -> None:
    rows = [*_sound(rows), closing(closing_lines)]
    for annex in annexes:
        rows += [annex_heading(), *_sound(annex), row(3, 2)]
    pages = pages_of(rows, bands)
    check_nothing_is_lost(rows, pages)
    check_nothing_leaves_the_page(pages)
    check_breaks_are_legal(pages)
    check_signatures_stand_with_the_closing(pages, bands)
    check_annexes_begin_pages(pages)


def _sound(rows: list[Row]) -> list[Row]:
    """Two headings in a row never occur; a heading has at most four lines."""
    kept = [
        each for at, each in enumerate(rows) if not (at and each.centred and rows[at - 1].centred)
    ]
    for each in kept:
        if each.centred:
            each.columns = tuple(lines[:4] for lines in each.columns)
    return kept


def annex_heading() -> Row:
    heading = row(2, 2)
    heading.role, heading.keep_next, heading.fresh = "H1", True, True
    return heading


def check_annexes_begin_pages(pages: list[Page]) -> None:
    for page in pages:
        for place, part in enumerate(page.parts):
            if part.block.fresh:
                assert place == 0
                assert not page.bands
                assert part.top == SHEET.top


def check_nothing_is_lost(rows: list[Row], pages: list[Page]) -> None:
    parts = [part for page in pages for part in page.parts]
    for number, each in enumerate(rows):
        own = [part for part in parts if part.block.piece == number]
        assert [own[0].start, own[-1].stop] == [0, each.count]
        assert all(before.stop == after.start for before, after in pairwise(own))
    assert [part.block.piece for part in parts] == sorted(part.block.piece for part in parts)


def check_nothing_leaves_the_page(pages: list[Page]) -> None:
    for page in pages:
        bottoms = [part.top - (part.stop - part.start) * SHEET.lead for part in page.parts]
        bottoms += [top - BAND for _, top in page.bands]
        assert min(bottoms, default=SHEET.top) >= SHEET.bottom - 0.001


def check_breaks_are_legal(pages: list[Page]) -> None:
    for page in pages[:-1]:
        if not page.parts:
            continue
        last = page.parts[-1]
        assert isinstance(last.block, Row)
        assert not last.block.centred, "a heading stands alone at the foot"
        if last.stop == last.block.count:
            assert not last.block.keep_next, "the lead-in of a list stands alone at the foot"
        else:
            for column in last.block.columns:
                rest = len(column) - last.stop
                assert rest <= 0 or (rest >= 2 and last.stop - last.start >= 2)


def check_signatures_stand_with_the_closing(pages: list[Page], bands: int) -> None:
    assert [number for page in pages for number, _ in page.bands] == list(range(bands))
    (page,) = [page for page in pages if page.bands]
    assert page.parts[-1].block.closing
    assert page.parts[-1].start == 0
    assert sum(part.stop - part.start for part in page.parts) >= 2


def test_a_long_pair_runs_on_over_three_pages() -> None:
    pages = pages_of([row(110, 80), closing(4)])
    stops = [page.parts[0].stop for page in pages[:3]]
    assert stops[-1] == 110
    assert [page.parts[0].start for page in pages[:3]] == [0, *stops[:2]]


def test_without_a_closing_two_lines_of_text_stand_with_the_signatures() -> None:
    full = next(n for n in range(1, 80) if len(pages_of([row(n, n)])) > 1)
    pages = pages_of([row(full, full)])
    assert pages[-1].bands
    assert pages[-1].parts[0].stop - pages[-1].parts[0].start >= 2


def test_bands_too_many_for_one_page_go_on_to_the_next() -> None:
    pages = pages_of([closing(4)], bands=7)
    assert [len(page.bands) for page in pages] == [2, 3, 2]
    check_nothing_leaves_the_page(pages)


def test_a_closing_of_one_line_brings_another_line_to_the_page_of_the_signatures() -> None:
    room = SHEET.top - 200 - SHEET.bottom
    for lines in range(int(room / SHEET.lead) - 20, int(room / SHEET.lead) + 1):
        pages = pages_of([row(lines, lines), row(4, 4), closing(1)])
        (signed,) = [page for page in pages if page.bands]
        assert sum(part.stop - part.start for part in signed.parts) >= 2


def test_the_text_begins_on_the_page_on_which_a_long_head_ends() -> None:
    rows = [row(3, 3), closing(2)]
    pages = Pager(SHEET, (2, SHEET.bottom + 300), [BAND / 4], GAP).fill(rows)
    assert [len(page.parts) for page in pages] == [0, 2]
    assert pages[1].parts[0].top == SHEET.bottom + 300 - rows[0].before


def test_a_head_is_repeated_wherever_a_page_begins_with_a_row_of_its_table() -> None:
    head = row(1, 1, colon=True)
    body = [row(2, 2) for _ in range(80)]
    for each in body:
        each.head = (head,)
    pages = pages_of([row(3, 3), head, *body, closing(2)])
    inside = [page for page in pages[1:] if page.parts[-1].block.head]
    assert len(inside) > 1
    for page in inside:
        assert page.parts[0].block is head
        assert page.parts[0].again
        assert [part.again for part in page.parts].count(True) == 1
    check_nothing_leaves_the_page(pages)


@pytest.mark.parametrize("lines", range(1, 14))
def test_the_heading_of_the_closing_stands_with_it_however_high_the_signatures_are(
    lines: int,
) -> None:
    for bands in range(1, 5):
        rows = [row(30, 30), row(2, 2, heading=True), closing(lines)]
        pages = pages_of(rows, bands)
        check_breaks_are_legal(pages)
        (page,) = [page for page in pages if page.parts[-1:] and page.parts[-1].block is rows[2]]
        assert [part.block for part in page.parts][-2:] == rows[1:]
        assert page.bands
