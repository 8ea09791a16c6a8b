from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kunjungan.documents.lines import Line
from kunjungan.documents.paging import Page, Pager
from kunjungan.documents.rows import Row
from kunjungan.documents.sheet import sheet_for
from kunjungan.domain.paper import Paper

SHEET = sheet_for(Paper.A4, 2)
LINE = Line((), 10, 3, 1, 1, 0, spaced=True)
BAND, GAP = 60 * 2.8, 15.0


def row(left: int, right: int, *, heading: bool = False, colon: bool = False) -> Row:
    before = SHEET.lead if heading else SHEET.paragraph_gap
    columns = (LINE,) * left, (LINE,) * right
    keep = heading or colon
    return Row(0, *columns, 0, 0, ((), ()), before, centred=heading, keep_next=keep)


def closing(lines: int) -> Row:
    made = row(lines, max(1, lines - 1))
    made.closing = True
    return made


def pages_of(rows: list[Row], bands: int = 1) -> list[Page]:
    for number, each in enumerate(rows):
        each.piece = number
    return Pager(SHEET, SHEET.top - 200, [BAND] * bands, GAP).fill(rows)


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


@settings(max_examples=150, deadline=None)
@given(ROWS, st.integers(1, 12), st.integers(1, 2))
def test_pages_break_by_the_rules_whatever_the_text(
    rows: list[Row], closing_lines: int, bands: int
) -> None:
    rows = [*_sound(rows), closing(closing_lines)]
    pages = pages_of(rows, bands)
    check_nothing_is_lost(rows, pages)
    check_nothing_leaves_the_page(pages)
    check_breaks_are_legal(pages)
    check_signatures_stand_with_the_closing(pages, bands)


def _sound(rows: list[Row]) -> list[Row]:
    """Two headings in a row never occur; a heading has at most four lines."""
    kept = [
        each for at, each in enumerate(rows) if not (at and each.centred and rows[at - 1].centred)
    ]
    for each in kept:
        if each.centred:
            each.left, each.right = each.left[:4], each.right[:4]
    return kept


def check_nothing_is_lost(rows: list[Row], pages: list[Page]) -> None:
    parts = [part for page in pages for part in page.parts]
    for number, each in enumerate(rows):
        own = [part for part in parts if part.row.piece == number]
        assert [own[0].start, own[-1].stop] == [0, each.count]
        assert all(before.stop == after.start for before, after in pairwise(own))
    assert [part.row.piece for part in parts] == sorted(part.row.piece for part in parts)


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
        assert not last.row.centred, "a heading stands alone at the foot"
        if last.stop == last.row.count:
            assert not last.row.keep_next, "the lead-in of a list stands alone at the foot"
        else:
            for column in (last.row.left, last.row.right):
                rest = len(column) - last.stop
                assert rest <= 0 or (rest >= 2 and last.stop - last.start >= 2)


def check_signatures_stand_with_the_closing(pages: list[Page], bands: int) -> None:
    assert [number for page in pages for number, _ in page.bands] == list(range(bands))
    (page,) = [page for page in pages if page.bands]
    assert page.parts[-1].row.closing
    assert page.parts[-1].start == 0


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
    assert [len(page.bands) for page in pages] == [2, 4, 1]
    check_nothing_leaves_the_page(pages)
