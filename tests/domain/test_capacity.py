import pytest

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity, is_deputy, is_secretary, title_line
from kunjungan.domain.printed_names import (
    PRINTED,
    DocumentClass,
    Printed,
    SignerClass,
    agreement_matrix,
    printed_with_name,
)

MAYOR = Bilingual("Wali Kota Bandung", "Mayor of Bandung")
AGENCY_HEAD = Bilingual("Kepala Dinas", "Head of Agency")
BARE = Printed()
TITLES = Printed(titles=True)
ALL = Printed(titles=True, nip=True, rank=True)


@pytest.mark.parametrize(
    ("capacity", "line"),
    [
        (Capacity.DEFINITIVE, MAYOR),
        (Capacity.PJ, Bilingual("Pj. Wali Kota Bandung", "Acting Mayor of Bandung")),
        (Capacity.PJS, Bilingual("Pjs. Wali Kota Bandung", "Interim Acting Mayor of Bandung")),
        (Capacity.PLT, Bilingual("Plt. Wali Kota Bandung", "Acting Mayor of Bandung")),
        (Capacity.PLH, Bilingual("Plh. Wali Kota Bandung", "Acting Mayor of Bandung (ad interim)")),
    ],
)
def test_the_capacity_is_part_of_the_office(capacity: Capacity, line: Bilingual) -> None:
    assert title_line(MAYOR, capacity) == line


def test_under_a_signature_only_the_abbreviation_keeps_its_letters() -> None:
    line = title_line(MAYOR, Capacity.PJ, caps=True)
    assert line == Bilingual("Pj. WALI KOTA BANDUNG", "ACTING MAYOR OF BANDUNG")


def test_whoever_acts_for_another_names_the_other_office() -> None:
    assert title_line(AGENCY_HEAD, Capacity.ATTORNEY, MAYOR) == Bilingual(
        "Kepala Dinas atas kuasa Wali Kota Bandung",
        "Head of Agency, by power of attorney of the Mayor of Bandung",
    )
    assert title_line(AGENCY_HEAD, Capacity.FOR_HEAD, MAYOR, caps=True).id == (
        "a.n. WALI KOTA BANDUNG, KEPALA DINAS"
    )
    assert title_line(AGENCY_HEAD, Capacity.ATTORNEY) == AGENCY_HEAD


MATRIX = [
    # art 44 of Permendagri 1/2023, rules 1 to 5
    (DocumentClass.REGULATION, Capacity.DEFINITIVE, True, BARE),
    (DocumentClass.DECREE, Capacity.DEFINITIVE, True, BARE),
    (DocumentClass.REGULATION, Capacity.DEFINITIVE, False, BARE),
    (DocumentClass.ASSIGNMENT, Capacity.DEFINITIVE, True, TITLES),
    (DocumentClass.LETTER, Capacity.DEFINITIVE, True, TITLES),
    (DocumentClass.CERTIFICATE, Capacity.DEFINITIVE, True, BARE),
    (DocumentClass.CERTIFICATE, Capacity.DEFINITIVE, False, BARE),
    (DocumentClass.LETTER, Capacity.DEFINITIVE, False, ALL),
    (DocumentClass.ASSIGNMENT, Capacity.DEFINITIVE, False, ALL),
    (DocumentClass.LETTER, Capacity.PJ, True, BARE),
    (DocumentClass.LETTER, Capacity.PJS, True, BARE),
    (DocumentClass.LETTER, Capacity.PLT, True, BARE),
    (DocumentClass.LETTER, Capacity.PLH, True, BARE),
    # office practice for agreements, a setting
    (DocumentClass.AGREEMENT_TEXT, Capacity.DEFINITIVE, True, TITLES),
    (DocumentClass.AGREEMENT_CAPTION, Capacity.DEFINITIVE, True, BARE),
    (DocumentClass.AGREEMENT_CAPTION, Capacity.PJ, True, BARE),
    (DocumentClass.AGREEMENT_CAPTION, Capacity.ATTORNEY, False, ALL),
]


@pytest.mark.parametrize(("paper", "capacity", "is_head", "printed"), MATRIX)
def test_what_is_printed_with_a_name_is_a_matrix(
    paper: DocumentClass, capacity: Capacity, is_head: bool, printed: Printed
) -> None:
    assert printed_with_name(paper, capacity, is_head) == printed


@pytest.mark.parametrize("paper", DocumentClass)
@pytest.mark.parametrize("capacity", [Capacity.PJ, Capacity.PLH])
def test_an_acting_secretary_signs_with_the_bare_name(
    paper: DocumentClass, capacity: Capacity
) -> None:
    assert printed_with_name(paper, capacity, is_head=False, is_secretary=True) == BARE


def test_the_secretary_of_a_region_prints_titles_but_no_number() -> None:
    printed = printed_with_name(
        DocumentClass.LETTER, Capacity.DEFINITIVE, is_head=False, is_secretary=True
    )
    assert printed == TITLES


def test_an_office_may_print_the_titles_of_a_head_under_an_agreement() -> None:
    caption = DocumentClass.AGREEMENT_CAPTION
    own = {**PRINTED, (caption, SignerClass.HEAD): TITLES}
    assert printed_with_name(caption, Capacity.DEFINITIVE, is_head=True, matrix=own) == TITLES


@pytest.mark.parametrize("in_text", [True, False])
@pytest.mark.parametrize("in_caption", [True, False])
def test_the_office_decides_on_titles_of_heads_in_agreements(
    in_text: bool, in_caption: bool
) -> None:
    matrix = agreement_matrix(titles_in_text=in_text, titles_in_caption=in_caption)

    def titles(paper: DocumentClass, capacity: Capacity, *, is_head: bool = True) -> bool:
        return printed_with_name(paper, capacity, is_head, matrix=matrix).titles

    text, caption = DocumentClass.AGREEMENT_TEXT, DocumentClass.AGREEMENT_CAPTION
    assert titles(text, Capacity.DEFINITIVE) is in_text
    assert titles(caption, Capacity.DEFINITIVE) is in_caption
    assert titles(caption, Capacity.ATTORNEY, is_head=False)
    assert not titles(text, Capacity.PJ)
    assert not titles(caption, Capacity.PLT)
    assert set(matrix) == set(PRINTED)


@pytest.mark.parametrize(
    ("title", "deputy", "secretary"),
    [
        ("Wakil Wali Kota Bandung", True, False),
        ("Wakil Walikota Bandung", True, False),
        ("Wakil Bupati Ogan Ilir", True, False),
        ("Wakil Gubernur Jawa Barat", True, False),
        ("Wakil Ketua DPRD Kota Bandung", False, False),
        ("Sekretaris Daerah Kota Bandung", False, True),
        ("Sekretaris Dinas Komunikasi dan Informatika", False, False),
        ("Wali Kota Bandung", False, False),
    ],
)
def test_deputies_and_the_secretary_are_known_by_their_titles(
    title: str, deputy: bool, secretary: bool
) -> None:
    assert (is_deputy(title), is_secretary(title)) == (deputy, secretary)


def test_the_matrix_has_no_hole() -> None:
    assert set(PRINTED) == {(paper, signer) for paper in DocumentClass for signer in SignerClass}
