import pytest

from kunjungan.domain.agreements import AgreementKind, PartnerKind, fits, kinds_fitting, kinds_for
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.institutions import InstitutionKind, in_sentence, partner_kind
from kunjungan.domain.kind_rules import Signer
from kunjungan.domain.kinds import KINDS, rule_for
from kunjungan.domain.layouts import Layout
from kunjungan.domain.party_labels import PartyStyle, party_label, signature_label, styles_in

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


@pytest.mark.parametrize("kind", AgreementKind)
def test_at_home_only_indonesian_prevails_and_abroad_all_texts_are_equal(
    kind: AgreementKind,
) -> None:
    rule = KINDS[kind]
    if rule.foreign:
        assert rule.language_clauses[0] == "equal"
        assert rule.layouts[0] is Layout.SEQUENCE
    else:
        assert rule.language_clauses == ("id_prevails",)
        assert rule.layouts[0] is Layout.COLUMNS
    assert set(rule.layouts) == set(Layout)
    assert rule.alternat is rule.foreign
    assert rule.stamped is not rule.foreign


def test_who_may_sign_follows_from_the_kind() -> None:
    heads = {kind for kind, rule in KINDS.items() if rule.signer is Signer.HEAD}
    assert heads == {AgreementKind.KB, AgreementKind.SYNERGY, AgreementKind.LOI, AgreementKind.MSP}
    assert KINDS[AgreementKind.NK].signer is Signer.AGREED
    assert KINDS[AgreementKind.PKS].signer is Signer.ATTORNEY


def test_what_carries_an_umbrella_out_needs_it() -> None:
    needing = {kind for kind, rule in KINDS.items() if rule.needs_umbrella}
    assert needing == {AgreementKind.PKS, AgreementKind.CONTRACT, AgreementKind.ADDENDUM}


def test_only_a_synergy_must_have_its_work_plan_annexed() -> None:
    annexes = {kind: rule.annex for kind, rule in KINDS.items() if rule.annex}
    assert annexes == {AgreementKind.SYNERGY: Bilingual("Rencana Kerja", "Work Plan")}


@pytest.mark.parametrize("parent", [k for k in AgreementKind if k is not AgreementKind.ADDENDUM])
def test_an_addendum_goes_by_the_rule_of_what_it_changes(parent: AgreementKind) -> None:
    rule, changed = rule_for(AgreementKind.ADDENDUM, parent), KINDS[parent]
    assert (rule.logos, rule.foreign, rule.connective, rule.signer) == (
        changed.logos, changed.foreign, changed.connective, changed.signer
    )  # fmt: skip
    assert rule.name == Bilingual("Adendum", "Addendum")
    assert rule.title.id == f"ADENDUM {changed.title.id}"
    assert rule.annex is None
    assert rule.needs_umbrella


def test_a_kind_without_a_parent_goes_by_its_own_rule() -> None:
    assert rule_for(AgreementKind.PKS, AgreementKind.MSP) is KINDS[AgreementKind.PKS]
    assert rule_for(AgreementKind.ADDENDUM) is KINDS[AgreementKind.ADDENDUM]


@pytest.mark.parametrize("kind", AgreementKind)
def test_over_a_signature_stands_the_label_at_home_and_abroad_whom_it_is_for(
    kind: AgreementKind,
) -> None:
    name = Bilingual("Pemerintah Kota Bandung", "the Government of the City of Bandung")
    label = signature_label(KINDS[kind], 2, name, PartyStyle.PERTAMA)
    if KINDS[kind].foreign:
        assert label.id == "UNTUK PEMERINTAH KOTA BANDUNG"
        assert label.en == "FOR THE GOVERNMENT OF THE CITY OF BANDUNG"
    else:
        assert label == Bilingual("PIHAK KEDUA", "THE SECOND PARTY")


def test_a_kind_fits_several_partners_when_it_fits_each() -> None:
    fitting = kinds_fitting([PartnerKind.CENTRAL, PartnerKind.THIRD_PARTY])
    assert fitting == (AgreementKind.NK, AgreementKind.ADDENDUM)
    assert kinds_fitting([]) == ()


def test_one_foreign_partner_makes_the_paper_a_foreign_one() -> None:
    fitting = kinds_fitting([PartnerKind.REGION, PartnerKind.FOREIGN_GOVERNMENT])
    assert fitting == kinds_for(PartnerKind.FOREIGN_GOVERNMENT)


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


def test_eighteen_parties_have_their_ordinals() -> None:
    labels = [party_label(seq) for seq in range(1, 26)]
    assert len({label.id for label in labels}) == len({label.en for label in labels}) == 25
    assert [label.id for label in labels[9:13]] == [
        "PIHAK KESEPULUH", "PIHAK KESEBELAS", "PIHAK KEDUA BELAS", "PIHAK KETIGA BELAS",
    ]  # fmt: skip
    assert [label.en for label in labels[9:13]] == [
        "THE TENTH PARTY", "THE ELEVENTH PARTY", "THE TWELFTH PARTY", "THE THIRTEENTH PARTY",
    ]  # fmt: skip
    assert labels[17] == Bilingual("PIHAK KEDELAPAN BELAS", "THE EIGHTEENTH PARTY")
    assert labels[20] == Bilingual("PIHAK KEDUA PULUH SATU", "THE TWENTY-FIRST PARTY")


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


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("Government of the City of Bandung", "the Government of the City of Bandung"),
        ("Ogan Ilir Regency Government", "the Ogan Ilir Regency Government"),
        ("The University of Melbourne", "the University of Melbourne"),
        ("Ministry of Home Affairs", "the Ministry of Home Affairs"),
        ("Padjadjaran University", "Padjadjaran University"),
        ("PT Bank of Contoh", "PT Bank of Contoh"),
        ("", ""),
    ],
)
def test_a_name_has_its_article_inside_a_sentence(name: str, phrase: str) -> None:
    assert in_sentence(name) == phrase
