"""In what capacity somebody signs, as the text and the signature say it in both languages."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from tests.builders import Body, bandung, prabumulih
from tests.services.contents import a_paper, a_party, an_official, content_of, values_of

MAYOR = ("Wali Kota Bandung", "Mayor of Bandung")
DECREE = "Keputusan Menteri Dalam Negeri Nomor 131.32-266 Tahun 2018"


def signed_by(office: Office, body: UUID, tenure: UUID, **more: object) -> UUID:
    """A Perjanjian Kerja Sama that a body signs through somebody, with Prabumulih."""
    parties = [a_party(Body(body, tenure), **more), a_party(prabumulih(office))]
    return a_paper(office, parties, (), kind=AgreementKind.PKS)


def an_agency(office: Office, region: UUID) -> UUID:
    form = InstitutionForm(
        InstitutionKind.AGENCY, "Dinas Kominfo Kota Bandung", "Bandung Agency", parent_id=region
    )
    return add_institution(office, form)


def caption(office: Office, agreement: UUID) -> tuple[str, ...]:
    return content_of(office, agreement).parties[0].office


def name(office: Office, agreement: UUID) -> str:
    return content_of(office, agreement).parties[0].name[0]


@pytest.mark.parametrize(
    ("capacity", "over", "inside"),
    [
        (
            Capacity.PJ,
            ("Pj. WALI KOTA BANDUNG", "ACTING MAYOR OF BANDUNG"),
            Bilingual("Pj. Wali Kota Bandung", "Acting Mayor of Bandung"),
        ),
        (
            Capacity.PJS,
            ("Pjs. WALI KOTA BANDUNG", "INTERIM ACTING MAYOR OF BANDUNG"),
            Bilingual("Pjs. Wali Kota Bandung", "Interim Acting Mayor of Bandung"),
        ),
        (
            Capacity.PLT,
            ("Plt. WALI KOTA BANDUNG", "ACTING MAYOR OF BANDUNG"),
            Bilingual("Plt. Wali Kota Bandung", "Acting Mayor of Bandung"),
        ),
        (
            Capacity.PLH,
            ("Plh. WALI KOTA BANDUNG", "ACTING MAYOR OF BANDUNG (AD INTERIM)"),
            Bilingual("Plh. Wali Kota Bandung", "Acting Mayor of Bandung (ad interim)"),
        ),
    ],
)
def test_who_stands_in_for_the_head_says_so_and_carries_no_titles(
    office: Office, capacity: Capacity, over: tuple[str, ...], inside: Bilingual
) -> None:
    host = bandung(office)
    acting = an_official(office, host.id, "Nama Pejabat", *MAYOR, is_head=True, capacity=capacity)
    agreement = signed_by(office, host.id, acting)
    assert caption(office, agreement) == over
    values = values_of(office, agreement)
    assert values["party1.office"] == inside
    assert values["party1.name"].id == name(office, agreement) == "NAMA PEJABAT"


def test_the_head_in_office_signs_by_the_decree_of_the_appointment(office: Office) -> None:
    host = bandung(office)
    head = an_official(
        office, host.id, "Nama Kepala", *MAYOR,
        is_head=True, decree=DECREE, decree_on=date(2018, 9, 5),
    )  # fmt: skip
    agreement = signed_by(office, host.id, head)
    assert values_of(office, agreement)["party1.acting"] == Bilingual(
        f"berdasarkan {DECREE} tanggal 5 September 2018, untuk dan atas nama",
        "by virtue of Decree of the Minister of Home Affairs Number 131.32-266 of 2018"
        " dated 5 September 2018, for and on behalf of",
    )


def test_without_a_decree_on_record_the_head_acts_in_his_office(office: Office) -> None:
    host = bandung(office)
    values = values_of(office, signed_by(office, host.id, host.head))
    assert values["party1.acting"] == Bilingual(
        "dalam jabatannya untuk dan atas nama", "in the said office for and on behalf of"
    )


@pytest.mark.parametrize("number", ["188/7", "Nomor 188/7", "Surat Kuasa Nomor 188/7"])
def test_a_power_of_attorney_is_cited_with_number_and_day(office: Office, number: str) -> None:
    host = bandung(office)
    agency = an_agency(office, host.id)
    head = an_official(
        office, agency, "Nama Kadis", "Kepala Dinas Kominfo", "Head of the Agency",
        is_head=True, capacity=Capacity.ATTORNEY,
    )  # fmt: skip
    agreement = signed_by(office, agency, head, authority=number, authority_on=date(2022, 8, 30))
    assert values_of(office, agreement)["party1.acting"] == Bilingual(
        "berdasarkan Surat Kuasa Nomor 188/7 tanggal 30 Agustus 2022, untuk dan atas nama",
        "under Power of Attorney Number 188/7 dated 30 August 2022, for and on behalf of",
    )
    assert caption(office, agreement) == (
        "KEPALA DINAS KOMINFO ATAS KUASA WALI KOTA BANDUNG",
        "HEAD OF THE AGENCY, BY POWER OF ATTORNEY OF THE MAYOR OF BANDUNG",
    )
    assert name(office, agreement) == "Dr. NAMA KADIS, M.Si."


def test_abroad_the_power_is_called_full_powers(office: Office) -> None:
    host = bandung(office)
    own = a_party(host, authority="12/2022", authority_on=date(2022, 8, 30))
    parties = [own, a_party(prabumulih(office))]
    values = values_of(office, a_paper(office, parties, (), kind=AgreementKind.MSP))
    assert values["party1.acting"].en == (
        "under Full Powers Number 12/2022 dated 30 August 2022, for and on behalf of"
    )


@pytest.mark.parametrize(
    ("title", "english"),
    [
        ("Wakil Wali Kota Bandung", "Deputy Mayor of Bandung"),
        ("Sekretaris Daerah Kota Bandung", "Regional Secretary of the City of Bandung"),
    ],
)
def test_deputy_and_secretary_sign_in_the_name_of_the_head(
    office: Office, title: str, english: str
) -> None:
    host = bandung(office)
    acting = an_official(
        office, host.id, "Nama Pejabat", title, english, capacity=Capacity.FOR_HEAD
    )
    agreement = signed_by(office, host.id, acting)
    assert caption(office, agreement) == (
        f"a.n. WALI KOTA BANDUNG, {title.upper()}",
        f"{english.upper()}, ON BEHALF OF THE MAYOR OF BANDUNG",
    )
    values = values_of(office, agreement)
    assert values["party1.office"] == Bilingual(title, english)
    assert values["party1.acting"] == Bilingual(
        "atas nama Wali Kota Bandung, untuk dan atas nama",
        "on behalf of the Mayor of Bandung, for and on behalf of",
    )


def test_the_secretary_prints_titles_by_the_choice_for_heads_not_by_that_for_officials(
    office: Office,
) -> None:
    host = bandung(office)
    secretary = an_official(
        office, host.id, "Nama Sekda", "Sekretaris Daerah Kota Bandung", "Secretary"
    )
    official = an_official(office, host.id, "Nama Kabag", "Kepala Bagian Kerja Sama", "Head")
    by_secretary = signed_by(office, host.id, secretary)
    by_official = signed_by(office, host.id, official)
    assert name(office, by_secretary) == "NAMA SEKDA"
    assert name(office, by_official) == "Dr. NAMA KABAG, M.Si."
    assert values_of(office, by_secretary)["party1.name"].id == "Dr. NAMA SEKDA, M.Si."
    change_settings(
        office,
        replace(office_settings(office), titles_in_signature=True, titles_in_opening=False),
    )
    assert name(office, by_secretary) == "Dr. NAMA SEKDA, M.Si."
    assert values_of(office, by_secretary)["party1.name"].id == "NAMA SEKDA"


@pytest.mark.parametrize("capacity", [Capacity.PJ, Capacity.PLH])
def test_an_acting_secretary_has_no_titles_whatever_the_office_chose(
    office: Office, capacity: Capacity
) -> None:
    change_settings(office, replace(office_settings(office), titles_in_signature=True))
    host = bandung(office)
    title = "Sekretaris Daerah Kota Bandung"
    acting = an_official(office, host.id, "Nama Sekda", title, "Secretary", capacity=capacity)
    agreement = signed_by(office, host.id, acting)
    assert name(office, agreement) == "NAMA SEKDA"
    assert values_of(office, agreement)["party1.name"].id == "NAMA SEKDA"


def test_a_power_of_attorney_comes_from_the_head_of_the_region_to_whomever_it_is_given(
    office: Office,
) -> None:
    host = bandung(office)
    agency = an_agency(office, host.id)
    an_official(office, agency, "Nama Kadis", "Kepala Dinas Kominfo", "Head", is_head=True)
    secretary = an_official(
        office, agency, "Nama Sekdis", "Sekretaris Dinas", "Secretary", capacity=Capacity.ATTORNEY
    )
    agreement = signed_by(office, agency, secretary)
    assert caption(office, agreement)[0] == "SEKRETARIS DINAS ATAS KUASA WALI KOTA BANDUNG"


def test_who_signs_for_the_head_of_an_agency_names_that_head(office: Office) -> None:
    host = bandung(office)
    agency = an_agency(office, host.id)
    an_official(office, agency, "Nama Kadis", "Kepala Dinas Kominfo", "Head", is_head=True)
    secretary = an_official(
        office, agency, "Nama Sekdis", "Sekretaris Dinas", "Secretary", capacity=Capacity.FOR_HEAD
    )
    agreement = signed_by(office, agency, secretary)
    assert caption(office, agreement)[0] == "a.n. KEPALA DINAS KOMINFO, SEKRETARIS DINAS"


def test_who_stands_in_for_the_head_of_an_agency_is_still_an_official(office: Office) -> None:
    host = bandung(office)
    agency = an_agency(office, host.id)
    acting = an_official(
        office, agency, "Nama Plt", "Kepala Dinas", "Head", is_head=True, capacity=Capacity.PLT
    )
    agreement = signed_by(office, agency, acting)
    assert name(office, agreement) == "Dr. NAMA PLT, M.Si."
    assert caption(office, agreement)[0] == "Plt. KEPALA DINAS"


def test_where_no_head_is_on_record_the_region_itself_tells_its_title(office: Office) -> None:
    host = bandung(office)
    form = InstitutionForm(
        InstitutionKind.REGION, "Pemerintah Kabupaten Ogan Ilir", region_code="16.10"
    )
    body = add_institution(office, form)
    deputy = an_official(
        office, body, "Nama Wakil", "Wakil Bupati Ogan Ilir", "Deputy Regent of Ogan Ilir",
        capacity=Capacity.FOR_HEAD,
    )  # fmt: skip
    parties = [a_party(Body(body, deputy)), a_party(host)]
    agreement = a_paper(office, parties, (), kind=AgreementKind.PKS)
    assert caption(office, agreement) == (
        "a.n. BUPATI OGAN ILIR, WAKIL BUPATI OGAN ILIR",
        "DEPUTY REGENT OF OGAN ILIR, ON BEHALF OF THE REGENT OF OGAN ILIR",
    )


def test_room_is_left_for_whoever_is_not_known_yet(office: Office) -> None:
    host = bandung(office)
    parties = [a_party(host, tenure_id=None), a_party(prabumulih(office))]
    agreement = a_paper(office, parties, (), kind=AgreementKind.KB)
    assert set(caption(office, agreement)) == {"……………………"}
    assert values_of(office, agreement)["party1.name"].id == "……………………"
