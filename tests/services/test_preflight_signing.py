"""What preflight finds about facts and signatures: day, place, kind, who signs by what right."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.articles import BY_LAW
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity
from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.layouts import Layout
from kunjungan.services.agreements import AgreementForm, draft_agreement
from kunjungan.services.institutions import (
    InstitutionForm,
    add_institution,
    edit_institution,
    institution_form,
)
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.officials import OfficialForm, appoint, edit_official, official_form
from kunjungan.services.parties import PartyForm, parties_of
from kunjungan.services.people import PersonForm
from kunjungan.services.witnesses import WitnessForm, set_witnesses
from kunjungan.store.tables import AgendaItem, Position, Tenure
from tests.builders import SIGNING_DAY, Body, a_visit, an_agreement, bandung, prabumulih
from tests.services.memoranda import a_memorandum
from tests.services.proving import KOREAN, alter, alter_party, codes, found, one, remove, said

POWER = {"authority": "800/12/2022", "authority_on": date(2022, 8, 1)}


@pytest.fixture
def agreement(office: Office) -> UUID:
    """A Kesepakatan Bersama that is ready to be printed."""
    return an_agreement(office)


def an_agency(office: Office, region: Body, name: str) -> Body:
    """The agency of a region, with its head."""
    form = InstitutionForm(
        InstitutionKind.AGENCY, f"Dinas Kominfo {name}", f"Informatics Agency of {name}",
        parent_id=region.id, address_id="Jalan Contoh", address_en="Jalan Contoh",
    )  # fmt: skip
    body = add_institution(office, form)
    official = OfficialForm(
        body, PersonForm(f"Kepala {name}"), "Kepala Dinas", "Head of Agency", is_head=True,
        begins_on=PartialDate(2018),
    )  # fmt: skip
    return Body(body, appoint(office, official))


def a_pks(office: Office) -> UUID:
    """An implementing agreement of two agencies, still without powers of attorney."""
    host, guest = bandung(office), prabumulih(office)
    parties = [PartyForm(host.id, host.head), PartyForm(guest.id, guest.head)]
    umbrella = draft_agreement(
        office, AgreementForm("SPBE", "EBGS", signing_on=SIGNING_DAY, place_id="Bandung"), parties
    )
    for seq in (1, 2):
        alter_party(office, umbrella, seq, number=f"KB-{seq}")
    agencies = [an_agency(office, host, "Bandung"), an_agency(office, guest, "Prabumulih")]
    form = AgreementForm(
        "Replikasi", "the Replication", AgreementKind.PKS, SIGNING_DAY, "Bandung", "Bandung",
        parent_id=umbrella,
    )  # fmt: skip
    return draft_agreement(office, form, [PartyForm(b.id, b.head, number="1") for b in agencies])


def test_subject_day_and_place_are_owed(office: Office, agreement: UUID) -> None:
    alter(office, agreement, subject_en="", signing_on=None, place_id=" ")
    assert codes(office, agreement) == [
        ("missing-translation", True),
        ("missing-signing-place", True),
        ("missing-signing-date", True),
    ]
    assert [f.field for f in found(office, agreement)] == ["subject_en", "place_id", "signing_on"]


def test_numbers_in_the_subject_are_compared(office: Office, agreement: UUID) -> None:
    alter(office, agreement, subject_id="SPBE Tahun 2022", subject_en="EBGS of 2023")
    finding = one(office, agreement, "figures-differ")
    assert (finding.blocking, finding.field) == (False, "subject_en")
    assert "Indonesian 2022, English 2023." in said(finding)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2022, 9, 1), []),
        (date(2022, 9, 2), []),
        (date(2022, 9, 3), ["weekend"]),
        (date(2022, 8, 17), ["holiday"]),
        (date(2022, 5, 4), ["joint-leave"]),
    ],
)
def test_a_day_to_mind_is_to_consider(
    day: date, told: list[str], office: Office, agreement: UUID
) -> None:
    alter(office, agreement, signing_on=day)
    assert codes(office, agreement) == [(code, False) for code in told]


@pytest.mark.parametrize(("minutes", "told"), [(30, []), (31, [("quiet-time", False)])])
def test_a_signing_that_runs_into_the_friday_prayer_is_to_consider(
    minutes: int, told: list[tuple[str, bool]], office: Office, agreement: UUID
) -> None:
    friday = date(2022, 9, 2)
    alter(office, agreement, signing_on=friday)
    visit = a_visit(office, on=str(friday))
    with office.store.change("Rundown") as session:
        session.add(
            AgendaItem(visit_id=visit, agreement_id=agreement, rank="a", starts_at=time(11),
                       minutes=minutes, title_id="Penandatanganan")
        )  # fmt: skip
    assert codes(office, agreement) == told


def test_an_office_of_six_days_minds_no_saturday(office: Office, agreement: UUID) -> None:
    alter(office, agreement, signing_on=date(2022, 9, 3))
    change_settings(office, replace(office_settings(office), six_day_week=True))
    assert found(office, agreement) == []


def test_a_kind_against_the_partners_owes_a_reason(office: Office, agreement: UUID) -> None:
    alter(office, agreement, kind=AgreementKind.NK)
    assert ("kind-without-reason", True) in codes(office, agreement)
    alter(office, agreement, reason="Diminta mitra")
    assert "kind-without-reason" not in dict(codes(office, agreement))


def test_a_usual_article_may_be_missing_one_the_law_demands_may_not(
    office: Office, agreement: UUID
) -> None:
    remove(office, agreement, lambda row: row.key == "financing")
    assert codes(office, agreement) == [("missing-article", False)]
    alter(office, agreement, kind=AgreementKind.CONTRACT, reason="x")
    by_law = [f.values["article"] for f in found(office, agreement)
              if f.code == "missing-article-by-law"]  # fmt: skip
    keys = {"Hak dan Kewajiban", "Sanksi"}
    assert {name.id for name in by_law if isinstance(name, Bilingual)} == keys
    assert len(BY_LAW[AgreementKind.CONTRACT]) == 4


def test_a_synergy_needs_its_work_plan(office: Office, agreement: UUID) -> None:
    alter(office, agreement, kind=AgreementKind.SYNERGY, reason="x")
    (finding,) = [f for f in found(office, agreement) if f.blocking]
    assert (finding.code, said(finding)[:23]) == ("missing-annex", "The annex “Work Plan” i")


def test_nobody_who_signs_blocks(office: Office, agreement: UUID) -> None:
    alter_party(office, agreement, 2, tenure_id=None)
    finding = one(office, agreement, "missing-signatory")
    assert (finding.blocking, finding.seq, finding.field) == (True, 2, "tenure_id")
    assert "Nobody signs for Government of the City of Prabumulih yet." in said(finding)


def test_who_left_the_office_before_the_day_blocks_with_name_and_day(
    office: Office, agreement: UUID
) -> None:
    tenure = parties_of(office, agreement)[1].tenure_id
    assert tenure is not None
    form = replace(official_form(office, tenure), ends_on=PartialDate(2022, 8, 31))
    edit_official(office, tenure, form)
    finding = one(office, agreement, "signatory-not-in-office")
    assert (finding.blocking, finding.person) == (True, "Ridho Yahya")
    assert "Choose who holds it on 1 September 2022" in said(finding)
    alter(office, agreement, signing_on=date(2022, 8, 31))
    assert found(office, agreement) == []


def test_an_empty_number_blocks_unless_it_is_pending(office: Office, agreement: UUID) -> None:
    alter_party(office, agreement, 2, number_pending=False)
    finding = one(office, agreement, "missing-number")
    assert (finding.blocking, finding.about, finding.seq) == (True, "number", 2)


def test_a_memorandum_has_no_number_lines_and_asks_our_side_for_full_powers(
    office: Office,
) -> None:
    told = found(office, a_memorandum(office))
    (finding,) = [each for each in told if each.code == "full-powers"]
    assert (finding.blocking, finding.seq) == (False, 1)
    assert found(office, a_memorandum_of_intent(office)) == []


def a_memorandum_of_intent(office: Office) -> UUID:
    return a_memorandum(office, kind=AgreementKind.LOI)


def test_agency_heads_owe_a_power_of_attorney_for_a_pks(office: Office) -> None:
    agreement = a_pks(office)
    assert codes(office, agreement) == [("missing-authority", True)] * 2
    alter_party(office, agreement, 1, **POWER)
    alter_party(office, agreement, 2, authority="800/13/2022")
    assert one(office, agreement, "missing-authority").seq == 2


def test_a_reason_takes_the_weight_and_is_told(office: Office) -> None:
    agreement = a_pks(office)
    alter_party(office, agreement, 1, **POWER)
    alter_party(office, agreement, 2, authority_reason="Menyusul, disetujui Bagian Hukum")
    finding = one(office, agreement, "missing-authority")
    assert not finding.blocking
    assert "The reason kept: Menyusul, disetujui Bagian Hukum" in said(finding)


def test_an_umbrella_signed_by_another_than_the_head_owes_a_reason(
    office: Office, agreement: UUID
) -> None:
    body = parties_of(office, agreement)[1].institution_id
    secretary = OfficialForm(
        body, PersonForm("Sekretaris"), "Sekretaris Daerah", "Regional Secretary",
        begins_on=PartialDate(2018),
    )  # fmt: skip
    alter_party(office, agreement, 2, tenure_id=appoint(office, secretary), **POWER)
    finding = one(office, agreement, "not-signed-by-head")
    assert (finding.blocking, "PP 28/2018 art 2(2)" in said(finding)) == (True, True)
    alter_party(office, agreement, 2, authority_reason="Wali Kota berhalangan")
    assert codes(office, agreement) == [("not-signed-by-head", False)]


@pytest.mark.parametrize(
    ("capacity", "law"), [(Capacity.PLT, "UU 30/2014 art 14"), (Capacity.PJS, "election leave")]
)
def test_a_stand_in_is_to_consider_with_the_law(
    capacity: Capacity, law: str, office: Office, agreement: UUID
) -> None:
    tenure = parties_of(office, agreement)[0].tenure_id
    assert tenure is not None
    edit_official(office, tenure, replace(official_form(office, tenure), capacity=capacity))
    finding = one(office, agreement, f"signed-by-{capacity.value}")
    assert (finding.blocking, law in said(finding)) == (False, True)


def test_a_post_without_english_blocks_a_name_without_it_does_not(
    office: Office, agreement: UUID
) -> None:
    party = parties_of(office, agreement)[1]
    assert party.tenure_id is not None
    body = institution_form(office, party.institution_id)
    edit_institution(office, party.institution_id, replace(body, name_en=""))
    assert codes(office, agreement) == [("missing-translation", False)]
    with office.store.change("Forget the title") as session:
        tenure = session.get(Tenure, party.tenure_id)
        assert tenure is not None
        post = session.get(Position, tenure.position_id)
        assert post is not None
        post.title_en = ""
    assert codes(office, agreement)[0] == ("missing-translation", True)


def test_an_address_is_owed_and_its_numbers_agree(office: Office, agreement: UUID) -> None:
    party = parties_of(office, agreement)[0]
    form = institution_form(office, party.institution_id)
    edit_institution(office, party.institution_id, replace(form, address_en="Jalan Contoh 7"))
    assert codes(office, agreement) == [("figures-differ", False)]
    form = institution_form(office, party.institution_id)
    edit_institution(office, party.institution_id, replace(form, address_id=""))
    assert one(office, agreement, "missing-address").about == "institution"


def test_names_in_the_partner_s_language_are_owed(office: Office) -> None:
    agreement = a_memorandum(office, layout=Layout.SEQUENCE, **KOREAN)
    assert [f.seq for f in found(office, agreement) if f.field == "name_third"] == [1, 2]
    for seq in (1, 2):
        alter_party(office, agreement, seq, name_third="수원시", office_third="시장")
    assert [f for f in found(office, agreement) if f.field == "name_third"] == []


def test_a_witness_is_in_office_on_the_day_and_has_an_english_office(
    office: Office, agreement: UUID
) -> None:
    body = parties_of(office, agreement)[0].institution_id
    deputy = OfficialForm(
        body, PersonForm("Wakil"), "Wakil Wali Kota", "Deputy Mayor",
        ends_on=PartialDate(2022, 8), begins_on=PartialDate(2018),
    )  # fmt: skip
    witnesses = [
        WitnessForm(tenure_id=appoint(office, deputy)),
        WitnessForm("acknowledged", None, "Nama", "Ketua DPRD", ""),
    ]
    set_witnesses(office, agreement, witnesses)
    told = [(f.code, f.person, f.blocking) for f in found(office, agreement)]
    assert told == [
        ("witness-not-in-office", "Wakil", True),
        ("missing-translation", "Nama", True),
    ]
