import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.documents.page.column_widths import Demand, column_widths
from kunjungan.documents.page.table_rows import Cell, TableRow
from kunjungan.documents.setting.lines import Line

LINE = Line((), 9, 3, 1, 1, 0, spaced=True)
COLUMN = st.lists(st.integers(0, 30), min_size=1, max_size=3)


@given(st.lists(COLUMN, min_size=1, max_size=4), st.data())
def test_a_row_breaks_only_where_no_line_of_a_cell_or_paragraph_stands_alone(
    columns: list[list[int]], data: st.DataObject
) -> None:
    made = tuple(Cell(0, 50, tuple(("id", (LINE,) * n) for n in column)) for column in columns)
    whole = TableRow(0, made, (), 9.0)
    start = 0
    for _ in range(3):
        room = data.draw(st.floats(0, 500))
        taken = whole.most(start, room)
        if not taken:
            break
        assert whole.height(start, start + taken) <= room
        assert 2 <= taken < whole.count - start
        start += taken
        for column in columns:
            check_break(column, start)


def check_break(paragraphs: list[int], stop: int) -> None:
    whole, first = sum(paragraphs), 0
    assert stop >= whole or (stop >= 2 and whole - stop >= 2)
    for lines in paragraphs:
        inside = stop - first
        assert inside <= 0 or inside >= lines or (inside >= 2 and lines - inside >= 2)
        first += lines


WIDTHS = st.floats(1, 400)
DEMANDS = st.lists(
    st.tuples(WIDTHS, st.floats(1, 8), st.booleans()).map(
        lambda row: Demand(row[0], row[0] * (1 if row[2] else row[1]), [[row[0]]] * 3, row[2])
    ),
    min_size=1,
    max_size=8,
)


@given(DEMANDS, st.floats(100, 500))
def test_columns_fill_the_page_and_words_fit_wherever_they_can(
    demands: list[Demand], room: float
) -> None:
    widths = column_widths(demands, room)
    assert sum(widths) == pytest.approx(room)
    assert all(width > 0 for width in widths)
    if sum(demand.least for demand in demands) < room:
        assert all(
            width >= demand.least - 0.01 for width, demand in zip(widths, demands, strict=True)
        )


def test_a_column_of_long_texts_is_wider_than_one_of_short_ones() -> None:
    long = Demand(40.0, 900.0, [[900.0], [700.0], [850.0]])
    short = Demand(40.0, 120.0, [[120.0], [100.0], [60.0]])
    wide, narrow = column_widths([long, short], 400.0)
    assert wide > 2 * narrow
    assert narrow >= 40.0
