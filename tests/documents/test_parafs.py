from dataclasses import replace

import pytest

from kunjungan.documents.agreement import PartyBlock, Press, State, Typeset
from kunjungan.domain.paper import Paper
from tests.documents.reading import places, rectangles_mm, words
from tests.documents.samples import AGREEMENT, BANDUNG, PRABUMULIH


def parties(count: int) -> tuple[PartyBlock, ...]:
    return tuple(replace(BANDUNG, paraf=f"Paraf {number}") for number in range(1, count + 1))


def paraf_boxes(typeset: Typeset, page: int) -> list[tuple[float, ...]]:
    """The boxes for initials on a page: left, top, width and height in mm."""
    found = rectangles_mm(typeset.pdf, page)
    return [box for box in found if 8 < box[3] <= 11.01 and 15 < box[2] <= 24.01]


@pytest.mark.parametrize(
    ("count", "size"),
    [(2, (24, 11)), (4, (24, 11)), (5, (24, 11)), (8, (24, 11)), (11, (16, 11)), (18, (16, 8.5))],
)
@pytest.mark.parametrize("paper", Paper)
def test_every_party_has_a_box_for_its_initials(
    press: Press, count: int, size: tuple[float, float], paper: Paper
) -> None:
    content = replace(AGREEMENT, parties=parties(count), paper=paper)
    typeset = press.set_agreement(content)
    boxes = paraf_boxes(typeset, 2)
    assert [box[2:] for box in boxes] == [pytest.approx(size, abs=0.01)] * count
    width, height = paper.size_mm
    assert all(box[0] > 22 and box[0] + box[2] < width - 17.9 for box in boxes)
    assert min(box[1] for box in boxes) > height - 45
    assert max(box[1] + box[3] for box in boxes) < height - 9
    for number in range(1, count + 1):
        assert places(typeset.pdf, 2, f"Paraf {number}")


def test_no_box_for_initials_where_all_sign_and_none_on_copies(press: Press) -> None:
    signed = press.set_agreement(AGREEMENT)
    assert [len(paraf_boxes(signed, page)) for page in (1, signed.pages)] == [2, 0]
    copied = press.set_agreement(replace(AGREEMENT, state=State.COPY))
    assert not paraf_boxes(copied, 1)


def test_a_long_word_for_initials_stands_on_two_lines_and_is_not_cut(press: Press) -> None:
    signing = tuple(
        replace(each, paraf="Pihak Kedelapan Belas") for each in (BANDUNG, PRABUMULIH) * 6
    )
    typeset = press.set_agreement(replace(AGREEMENT, parties=signing))
    assert words(typeset.pdf, 2, 2).count("Pihak Kedelapan Belas") == 12
