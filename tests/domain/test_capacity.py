import pytest

from kunjungan.domain.agreements import KINDS, AgreementKind
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import (
    PRINTED,
    STANDING_IN,
    Capacity,
    DocumentClass,
    Printed,
    SignerClass,
    printed_with_name,
    signing_warnings,
    title_line,
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


def test_the_matrix_has_no_hole() -> None:
    assert set(PRINTED) == {(paper, signer) for paper in DocumentClass for signer in SignerClass}


def warned(
    kind: AgreementKind, capacity: Capacity, has_authority: bool = False, is_head: bool = True
) -> str:
    return " ".join(signing_warnings(kind, capacity, has_authority, is_head=is_head))


@pytest.mark.parametrize("kind", [AgreementKind.KB, AgreementKind.PKS])
@pytest.mark.parametrize("capacity", [Capacity.DEFINITIVE, Capacity.PJ])
def test_a_head_in_office_signs_at_home_without_warning(
    kind: AgreementKind, capacity: Capacity
) -> None:
    assert signing_warnings(kind, capacity, has_authority=False) == ()


@pytest.mark.parametrize("kind", [kind for kind in AgreementKind if KINDS[kind].umbrella])
def test_a_power_of_attorney_does_not_reach_an_umbrella_agreement(kind: AgreementKind) -> None:
    assert "art 2(2)" in warned(kind, Capacity.ATTORNEY, has_authority=True)


def test_a_secretary_who_signs_an_umbrella_for_the_mayor_is_warned_about() -> None:
    assert "art 2(2)" in warned(AgreementKind.KB, Capacity.DEFINITIVE, is_head=False)


def test_an_agency_head_signs_a_pks_by_power_of_attorney() -> None:
    assert warned(AgreementKind.PKS, Capacity.ATTORNEY, has_authority=True, is_head=False) == ""
    assert "power of attorney are missing" in warned(
        AgreementKind.PKS, Capacity.ATTORNEY, is_head=False
    )


@pytest.mark.parametrize("capacity", STANDING_IN - {Capacity.PJ})
def test_other_stand_ins_bring_a_warning(capacity: Capacity) -> None:
    assert signing_warnings(AgreementKind.KB, capacity, has_authority=False)


def test_a_foreign_memorandum_asks_for_full_powers() -> None:
    assert "full powers" in warned(AgreementKind.MSP, Capacity.DEFINITIVE)
    assert warned(AgreementKind.MSP, Capacity.DEFINITIVE, has_authority=True) == ""
