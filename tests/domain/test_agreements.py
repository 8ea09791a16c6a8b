import pytest

from kunjungan.domain.agreements import (
    KINDS,
    AgreementKind,
    PartnerKind,
    PartyStyle,
    fits,
    kinds_for,
    party_label,
    styles_in,
)
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.institutions import InstitutionKind, partner_kind

FIRST_CHOICES = [
    (PartnerKind.REGION, {AgreementKind.KB, AgreementKind.PKS}),
    (PartnerKind.THIRD_PARTY, {AgreementKind.KB, AgreementKind.CONTRACT, AgreementKind.NK}),
    (PartnerKind.CENTRAL, {AgreementKind.SYNERGY, AgreementKind.NK}),
    (PartnerKind.FOREIGN_GOVERNMENT, {AgreementKind.LOI, AgreementKind.MSP}),
    (PartnerKind.FOREIGN_INSTITUTION, {AgreementKind.LOI, AgreementKind.MSP}),
    (PartnerKind.OTHER, {AgreementKind.NK, AgreementKind.PKS}),
]


@pytest.mark.parametrize(("partner", "kinds"), FIRST_CHOICES)
def test_each_partner_has_its_kinds_and_any_may_be_amended(
    partner: PartnerKind, kinds: set[AgreementKind]
) -> None:
    assert set(kinds_for(partner)) == kinds | {AgreementKind.ADDENDUM}


@pytest.mark.parametrize("partner", PartnerKind)
@pytest.mark.parametrize("kind", AgreementKind)
def test_a_kind_fits_when_it_is_offered(kind: AgreementKind, partner: PartnerKind) -> None:
    assert fits(kind, partner) is (kind in kinds_for(partner))


def test_two_regions_never_sign_what_only_foreigners_are_offered() -> None:
    assert not fits(AgreementKind.MSP, PartnerKind.REGION)
    assert not fits(AgreementKind.KB, PartnerKind.FOREIGN_GOVERNMENT)


def test_the_true_case_is_a_kesepakatan_bersama() -> None:
    rule = KINDS[AgreementKind.KB]
    assert rule.title == Bilingual("KESEPAKATAN BERSAMA", "JOINT AGREEMENT")
    assert [word.id for word in rule.connective] == ["ANTARA", "DENGAN"]
    assert [word.en for word in rule.connective] == ["BETWEEN", "AND"]
    assert (rule.umbrella, rule.logos, rule.number_lines) == (True, True, True)


@pytest.mark.parametrize("kind", [AgreementKind.LOI, AgreementKind.MSP])
def test_papers_signed_with_foreigners_carry_no_logo_and_no_number(kind: AgreementKind) -> None:
    rule = KINDS[kind]
    assert (rule.logos, rule.number_lines, rule.foreign) == (False, False, True)
    assert rule.connective[1] == Bilingual("DAN", "AND")


def test_the_word_mou_is_two_different_titles() -> None:
    assert KINDS[AgreementKind.NK].title.en == KINDS[AgreementKind.MSP].title.en
    assert KINDS[AgreementKind.NK].title.id == "NOTA KESEPAHAMAN"
    assert KINDS[AgreementKind.MSP].title.id == "MEMORANDUM SALING PENGERTIAN"


def test_every_kind_has_its_words_in_both_languages() -> None:
    assert set(KINDS) == set(AgreementKind)
    assert all(rule.title.complete and rule.name.complete for rule in KINDS.values())


@pytest.mark.parametrize(
    ("seq", "style", "caps", "label"),
    [
        (1, PartyStyle.KESATU, True, Bilingual("PIHAK KESATU", "THE FIRST PARTY")),
        (2, PartyStyle.KESATU, True, Bilingual("PIHAK KEDUA", "THE SECOND PARTY")),
        (3, PartyStyle.KESATU, False, Bilingual("Pihak Ketiga", "the Third Party")),
        (1, PartyStyle.PERTAMA, True, Bilingual("PIHAK PERTAMA", "THE FIRST PARTY")),
        (2, PartyStyle.PERTAMA, True, Bilingual("PIHAK KEDUA", "THE SECOND PARTY")),
    ],
)
def test_parties_are_called_by_their_number(
    seq: int, style: PartyStyle, caps: bool, label: Bilingual
) -> None:
    assert party_label(seq, style, caps=caps) == label


def test_a_text_that_mixes_the_two_styles_is_noticed() -> None:
    mixed = "PIHAK PERTAMA dan PIHAK KEDUA; PIHAK KESATU wajib …"
    assert styles_in(mixed) == {PartyStyle.KESATU, PartyStyle.PERTAMA}
    assert styles_in("PIHAK KESATU dan PIHAK KEDUA") == {PartyStyle.KESATU}
    assert styles_in("pihak pertama kali") == set()


@pytest.mark.parametrize(
    ("kind", "partner"),
    [
        (InstitutionKind.REGION, PartnerKind.REGION),
        (InstitutionKind.AGENCY, PartnerKind.REGION),
        (InstitutionKind.MINISTRY, PartnerKind.CENTRAL),
        (InstitutionKind.COMPANY, PartnerKind.THIRD_PARTY),
        (InstitutionKind.FOREIGN_GOVERNMENT, PartnerKind.FOREIGN_GOVERNMENT),
    ],
)
def test_an_institution_is_a_kind_of_partner(kind: InstitutionKind, partner: PartnerKind) -> None:
    assert partner_kind(kind) is partner


def test_every_institution_is_some_partner() -> None:
    assert {partner_kind(kind) for kind in InstitutionKind} == set(PartnerKind)
