"""A corrected page lands where it should, whatever the printer does to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.print_correction import (
    ACROSS_MM,
    CORNER_MM,
    DOWN_MM,
    Correction,
    Measured,
    correction,
)


def test_a_true_page_is_sent_as_it_is() -> None:
    assert correction(Measured()) == Correction()
    assert Correction().nothing


@given(
    st.floats(-4, 4), st.floats(-4, 4), st.floats(0.97, 1.03), st.floats(0.97, 1.03),
    st.floats(0, 215), st.floats(0, 330),
)  # fmt: skip
def test_what_the_printer_does_is_undone_everywhere(
    moved_x: float, moved_y: float, across: float, down: float, x: float, y: float
) -> None:
    seen = Measured(
        moved_x + across * CORNER_MM,
        moved_y + down * CORNER_MM,
        across * ACROSS_MM,
        down * DOWN_MM,
    )
    made = correction(seen)
    sent = (made.x_mm + made.across * x, made.y_mm + made.down * y)
    landed = (moved_x + across * sent[0], moved_y + down * sent[1])
    assert landed == pytest.approx((x, y), abs=1e-6)


@pytest.mark.parametrize(
    "seen",
    [
        Measured(from_left=32),
        Measured(from_top=5),
        Measured(across=160),
        Measured(down=15),
    ],
)
def test_a_measure_that_no_printer_gives_is_refused(seen: Measured) -> None:
    with pytest.raises(RuleBroken):
        correction(seen)
