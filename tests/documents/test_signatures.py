import re
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from kunjungan.documents.agreement import AgreementContent, PartyBlock, Press, Typeset
from kunjungan.documents.content import WitnessBlock
from kunjungan.domain.layouts import Layout
from kunjungan.domain.originals import StampForm
from kunjungan.domain.paper import Paper
from tests.documents.reading import MM, places, rectangles_mm, words
from tests.documents.signing import (
    CHIEF,
    EMPTY_BOXES,
    EN,
    FOREIGN,
    GOVERNOR,
    ID,
    SECRETARY,
    SHORT,
    boxes_of_words,
    meet,
    parties,
    party,
    stamp_boxes,
)
from tests.documents.structure_reading import texts

LONG_OFFICE = (
    "PELAKSANA TUGAS KEPALA BADAN PERENCANAAN PEMBANGUNAN, PENELITIAN, DAN PENGEMBANGAN DAERAH KOTA"
    " LUBUKLINGGAU SELAKU KETUA TIM KOORDINASI KERJA SAMA DAERAH DAN PENANGGUNG JAWAB PENERAPAN"
    " SISTEM PEMERINTAHAN BERBASIS ELEKTRONIK DI LINGKUNGAN PEMERINTAH DAERAH,"
)
LONG_NAME = (
    "Prof. Dr. Ir. H. RADEN MAS NGABEHI SURYADININGRAT KUSUMAWARDHANA HADIWIDJOJO SASTROAMIDJOJO,"
    " S.T., M.Sc., Ph.D."
)
PRESS = Press()
UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
"""A failing paper is shown as it is: to look for a smaller one takes minutes."""
WORD = st.text("ABCDEFGHIJKLMNOPRSTUWYabcdeghiklmnoprstu", min_size=1, max_size=18)
NAMES = st.lists(WORD, min_size=1, max_size=14).map(" ".join).map(lambda text: text[:109].strip())
OFFICES = st.lists(WORD, min_size=1, max_size=30).map(" ".join).map(lambda text: text[:256] + ",")
PARTIES = st.lists(st.tuples(OFFICES, NAMES, st.booleans()), min_size=2, max_size=18).map(
    lambda rows: tuple(
        party(number, office, name, stamp=stamp)
        for number, (office, name, stamp) in enumerate(rows, 1)
    )
)


@settings(max_examples=30, deadline=None, phases=UNSHRUNK)
@given(
    PARTIES,
    st.sampled_from(Paper),
    st.sampled_from(Layout),
    st.sampled_from(["left", "right"]),
    st.booleans(),
    st.lists(st.sampled_from([SECRETARY, CHIEF, GOVERNOR]), max_size=4),
)
def test_every_signatory_has_one_whole_cell_that_nothing_lies_over(
    signing: tuple[PartyBlock, ...],
    paper: Paper,
    layout: Layout,
    first_signs: str,
    logos: bool,
    witnesses: list[WitnessBlock],
) -> None:
    content = replace(
        EMPTY_BOXES,
        parties=signing,
        paper=paper,
        layout=layout,
        first_signs=first_signs,  # type: ignore[arg-type]
        logos=logos,
        witnesses=tuple(witnesses),
    )
    typeset = PRESS.set_agreement(content)
    check_words_are_whole(typeset, content)
    check_each_party_has_one_cell(typeset, content)
    check_nothing_lies_over_anything(typeset, paper)


def check_words_are_whole(typeset: Typeset, content: AgreementContent) -> None:
    said = texts(typeset.pdf, "Sign", "P")
    for each in content.parties:
        assert each.label[0] in said[ID]
        assert each.label[1] in said[EN]
        assert {" ".join(each.name[0].split()), " ".join(each.office[0].split())} <= {*said[ID]}
        assert " ".join(each.office[1].split()) in said[EN]


def check_each_party_has_one_cell(typeset: Typeset, content: AgreementContent) -> None:
    labels = texts(typeset.pdf, "Sign")
    assert labels[ID] == [each.label[0] for each in content.parties]
    assert labels[EN] == [each.label[1] for each in content.parties]


def check_nothing_lies_over_anything(typeset: Typeset, paper: Paper) -> None:
    width, height = paper.size_mm
    for page in range(1, typeset.pages + 1):
        written = list(boxes_of_words(typeset, page))
        stamps = stamp_boxes(typeset, page, height)
        assert all(left > 15 * MM and right < (width - 15) * MM for left, _, right, _ in written)
        assert all(box[0] > 15 * MM and box[2] < (width - 15) * MM for box in stamps)
        assert all(box[1] > 25 * MM and box[3] < (height - 15) * MM for box in stamps)
        assert not any(meet(*pair) for pair in combinations(stamps, 2))
        assert not [(one, box) for one in written for box in stamps if meet(one, box)]
        assert not [pair for pair in combinations(written, 2) if meet(*pair, slack=1.5)]


def rows_of_names(typeset: Typeset, count: int) -> list[list[int]]:
    """The parties by page and height of their names, each row from left to right."""
    found = [
        (page, -round(y), x, number)
        for number in range(1, count + 1)
        for page in range(1, typeset.pages + 1)
        for x, y in places(typeset.pdf, page, f"NAMA-{number}")
    ]
    rows: dict[tuple[int, int], list[int]] = {}
    for page, down, _, number in sorted(found):
        rows.setdefault((page, down), []).append(number)
    return list(rows.values())


@pytest.mark.parametrize(
    ("count", "rows"),
    [
        (2, [[1, 2]]),
        (3, [[1, 2, 3]]),
        (4, [[1, 2], [3, 4]]),
        (5, [[1, 2, 3], [4, 5]]),
        (7, [[1, 2, 3], [4, 5], [6, 7]]),
    ],
)
def test_parties_sign_in_rows_from_their_side(
    press: Press, count: int, rows: list[list[int]]
) -> None:
    content = replace(SHORT, parties=parties(9)[:count])
    assert rows_of_names(press.set_agreement(content), count) == rows
    other = press.set_agreement(replace(content, first_signs="right"))
    assert rows_of_names(other, count) == [row[::-1] for row in rows]


def test_the_last_row_stands_in_the_middle(press: Press) -> None:
    typeset = press.set_agreement(replace(SHORT, parties=parties(5)))
    left, right = (places(typeset.pdf, 1, f"NAMA-{number}")[0][0] for number in (4, 5))
    name = right - left
    middle = (22 + (215 - 18)) / 2 * MM
    width = 175 / 3 * MM
    assert name == pytest.approx(width, abs=0.1)
    assert left < middle < right


def room_mm(typeset: Typeset, number: int) -> float:
    """The white between the letters of a party's office and those of its name."""
    ((_, name),) = places(typeset.pdf, typeset.pages, f"NAMA-{number}")
    above = [box[1] for box in boxes_of_words(typeset, typeset.pages) if box[1] > name + 20]
    return (min(above) - name - 0.68 * 10) / MM


@pytest.mark.parametrize(
    ("count", "least"), [(2, 36.0), (3, 36.0), (4, 36.0), (5, 30.0), (6, 30.0)]
)
def test_there_is_room_to_sign(press: Press, count: int, least: float) -> None:
    typeset = press.set_agreement(replace(SHORT, parties=parties(count)))
    assert room_mm(typeset, count) == pytest.approx(least + 3, abs=1)


def test_a_name_is_divided_before_its_titles(press: Press) -> None:
    long = party(3, name="Drs. H. BENI HERNEDI SURYADININGRAT, M.Si.")
    pdf = press.set_agreement(replace(SHORT, parties=(*parties(2), long))).pdf
    (front,) = places(pdf, 1, "Drs. H.")
    (behind,) = places(pdf, 1, "M.Si.")
    (comma,) = places(pdf, 1, "SURYADININGRAT,")
    assert comma[1] > behind[1]
    assert behind[0] > front[0]
    assert "Drs. H. BENI HERNEDI SURYADININGRAT, M.Si." in words(pdf)


def test_long_names_and_offices_fit_on_the_smallest_paper(press: Press) -> None:
    assert (len(LONG_NAME), len(LONG_OFFICE)) == (111, 257)
    signing = tuple(party(number, LONG_OFFICE, LONG_NAME, stamp=True) for number in range(1, 19))
    content = replace(EMPTY_BOXES, parties=signing, paper=Paper.A4)
    typeset = press.set_agreement(content)
    assert not [each for each in typeset.overflows if each.what == "signature"]
    check_words_are_whole(typeset, content)
    check_nothing_lies_over_anything(typeset, Paper.A4)


def test_a_band_higher_than_a_page_is_reported(press: Press) -> None:
    giant = party(1, "WALI KOTA " * 300, "YANA MULYANA")
    typeset = press.set_agreement(replace(SHORT, parties=(giant, party(2))))
    (found,) = [each for each in typeset.overflows if each.what == "signature"]
    assert found.text == "YANA MULYANA"


def test_abroad_the_office_stands_under_the_name(press: Press) -> None:
    for content, above in ((SHORT, True), (FOREIGN, False)):
        pdf = press.set_agreement(content).pdf
        page = max(1, len(texts(pdf)) and 1)
        ((_, office),) = places(pdf, page, "WALI KOTA BANDUNG")
        ((_, name),) = places(pdf, page, "YANA MULYANA")
        assert (office > name) == above


@pytest.mark.parametrize("form", StampForm)
def test_a_stamp_box_is_drawn_for_those_who_stamp(press: Press, form: StampForm) -> None:
    signing = (party(1), party(2, stamp=True), party(3, stamp=True))
    typeset = press.set_agreement(replace(SHORT, parties=signing, stamp_form=form))
    drawn = [box for box in rectangles_mm(typeset.pdf, 1) if box[2:] == pytest.approx((24, 28))]
    expected = [] if form is StampForm.NONE else [2, 3]
    assert [each.party for each in typeset.stamps] == expected
    assert [box[:2] for box in drawn] == [
        pytest.approx((each.x_mm, each.y_mm), abs=0.01) for each in typeset.stamps
    ]
    written = len(re.findall("METERAI Rp10.000", words(typeset.pdf)))
    assert written == (2 if form is StampForm.ADHESIVE else 0)


def test_a_name_with_a_word_wider_than_its_cell_is_reported(press: Press) -> None:
    wide = "W" * 60
    typeset = press.set_agreement(replace(SHORT, parties=(*parties(2), party(3, name=wide))))
    assert [each.text for each in typeset.overflows] == [wide]
    assert not press.set_agreement(replace(SHORT, parties=parties(3))).overflows
