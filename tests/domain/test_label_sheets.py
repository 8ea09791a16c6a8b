"""Label sheets: where each label stands, and what no sheet can be."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.label_sheets import (
    LabelSheet,
    check_sheet,
    data_of,
    sheet_of,
    shipped_sheets,
)

SHEETS = st.sampled_from(shipped_sheets())


@pytest.mark.parametrize("sheet", shipped_sheets(), ids=lambda sheet: sheet.slug)
def test_every_shipped_sheet_fits_its_page_and_is_read_again(sheet: LabelSheet) -> None:
    check_sheet(sheet)
    assert sheet_of(data_of(sheet)) == sheet


def test_shipped_sheets_have_names_of_their_own() -> None:
    assert len({sheet.slug for sheet in shipped_sheets()}) == len(shipped_sheets())
    assert len({sheet.name.id for sheet in shipped_sheets()}) == len(shipped_sheets())


@given(SHEETS, st.integers(0, 100), st.integers(0, 100))
def test_no_two_labels_of_a_sheet_overlap(sheet: LabelSheet, one: int, other: int) -> None:
    first, second = sheet.spot(one), sheet.spot(other)
    apart = (
        first.page != second.page
        or abs(first.x - second.x) >= sheet.width - 1e-9
        or abs(first.y - second.y) >= sheet.height - 1e-9
    )
    assert apart == (one != other)


@given(SHEETS, st.integers(0, 100))
def test_every_label_is_on_its_page(sheet: LabelSheet, number: int) -> None:
    spot = sheet.spot(number)
    assert spot.page == number // sheet.per_page
    assert -1e-9 <= spot.x <= sheet.page_width - sheet.width + 0.02
    assert -1e-9 <= spot.y <= sheet.page_height - sheet.height + 0.02


@pytest.mark.parametrize(
    "wrong",
    [
        {"columns": 3},
        {"rows": 9},
        {"columns": 0},
        {"width": 4.0},
        {"page_height": 2000.0},
        {"gap_x": -1.0},
        {"left": 120.0},
        {"uses": ()},
    ],
)
def test_a_sheet_that_no_paper_can_be_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(RuleBroken):
        check_sheet(replace(shipped_sheets()[0], **wrong))  # type: ignore[arg-type]
