"""What the fields of an agreement's text say in Indonesian and English."""

from datetime import date
from uuid import UUID

import pytest

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clauses import Level
from kunjungan.domain.layouts import Layout
from kunjungan.services.agreement_values import figure_values
from kunjungan.services.agreement_view import field_values
from kunjungan.services.office import Office
from tests.builders import a_region, bandung, prabumulih
from tests.services.contents import (
    a_city_abroad,
    a_paper,
    a_party,
    a_treaty,
    at_home,
    content_of,
    side,
    values_of,
)


def of_three(office: Office, kind: AgreementKind = AgreementKind.KB) -> UUID:
    bodies = [bandung(office), prabumulih(office), a_region(office, "16.10", "Panca Wijaya")]
    return a_paper(office, [a_party(body) for body in bodies], (), kind=kind)


def said(office: Office, agreement: UUID, field: str) -> tuple[str, str]:
    value = values_of(office, agreement)[field]
    return value.id, value.en


def test_the_day_is_said_as_each_sentence_needs_it(office: Office) -> None:
    agreement = at_home(office)
    assert said(office, agreement, "date") == ("1 September 2022", "1 September 2022")
    assert said(office, agreement, "date.words") == (
        "tanggal satu bulan September tahun dua ribu dua puluh dua",
        "this first day of September in the year two thousand and twenty-two",
    )
    assert said(office, agreement, "opening")[0].startswith("Pada hari ini, Kamis, tanggal Satu")


def test_a_day_that_is_not_known_leaves_room_to_write(office: Office) -> None:
    agreement = at_home(office, signing_on=None)
    for field in ("date", "date.words", "opening"):
        assert all("........" in text for text in said(office, agreement, field))


def test_parties_are_listed_by_label_and_by_name(office: Office) -> None:
    agreement = of_three(office)
    assert said(office, agreement, "parties.labels") == (
        "PIHAK KESATU, PIHAK KEDUA, dan PIHAK KETIGA",
        "The FIRST PARTY, the SECOND PARTY, and the THIRD PARTY",
    )
    assert said(office, agreement, "parties.names")[0] == (
        "Pemerintah Kota Bandung, Provinsi Jawa Barat, Republik Indonesia; "
        "Pemerintah Kota Prabumulih, Provinsi Sumatera Selatan, Republik Indonesia; "
        "dan Pemerintah Kabupaten Ogan Ilir, Provinsi Sumatera Selatan, Republik Indonesia"
    )
    assert said(office, agreement, "parties.others") == ("PIHAK lainnya", "the other PARTIES")
    treaty = a_treaty(office)
    indonesian, english = said(office, treaty, "parties.names")
    assert indonesian == (
        "Pemerintah Kota Bandung, Provinsi Jawa Barat, Republik Indonesia dan "
        "Pemerintah Kota Suwon, Negeri Suwon"
    )
    assert english == (
        "The Government of the City of Bandung, West Java Province, Republic of Indonesia, "
        "and the City of Suwon, Land of Suwon"
    )
    assert said(office, treaty, "parties.others") == ("Pihak lainnya", "the other Party")


def test_the_rows_of_the_parties_end_as_a_list_does(office: Office) -> None:
    values = values_of(office, of_three(office))
    ends = [values[f"party{seq}.end"] for seq in (1, 2, 3)]
    assert ends == [Bilingual(";", ";"), Bilingual("; dan", "; and"), Bilingual(".", ".")]


@pytest.mark.parametrize(
    ("years", "months", "term"),
    [
        (5, None, ("5 (lima) tahun", "5 (five) years")),
        (1, 1, ("1 (satu) tahun 1 (satu) bulan", "1 (one) year 1 (one) month")),
        (None, 6, ("6 (enam) bulan", "6 (six) months")),
        (None, None, ("", "")),
    ],
)
def test_the_term_counts_one_year_as_one(
    office: Office, years: int | None, months: int | None, term: tuple[str, str]
) -> None:
    agreement = at_home(office, term_years=years, term_months=months)
    assert said(office, agreement, "term") == term


def test_originals_are_counted_by_parties_whatever_the_languages(office: Office) -> None:
    treaty = a_treaty(office, layout=Layout.VOLUMES, third_language="ko")
    assert said(office, treaty, "originals") == ("2 (dua)", "2 (two)")
    assert said(office, treaty, "copies") == ("rangkap 2 (dua)", "duplicate")


MADE = "Kesepakatan Bersama ini dibuat dalam bahasa Indonesia"
DIFFERS = "Dalam hal terdapat perbedaan penafsiran, naskah"


def test_at_home_indonesian_prevails_where_english_is_signed_too(office: Office) -> None:
    indonesian, english = said(office, at_home(office), "language.clause")
    assert indonesian == f"{MADE} dan bahasa Inggris. {DIFFERS} bahasa Indonesia yang berlaku."
    assert english == (
        "This Joint Agreement is made in the Indonesian and English languages. In case of any "
        "divergence of interpretation, the Indonesian text shall prevail."
    )


@pytest.mark.parametrize("layout", [Layout.SEQUENCE, Layout.VOLUMES])
def test_a_mere_translation_is_no_language_of_the_agreement(office: Office, layout: Layout) -> None:
    agreement = at_home(office, layout=layout)
    assert said(office, agreement, "language.clause") == (
        f"{MADE}.",
        "This Joint Agreement is made in the Indonesian language.",
    )
    assert said(office, agreement, "languages") == ("bahasa Indonesia", "Indonesian language")


@pytest.mark.parametrize(
    ("clause", "id_language", "en_language"),
    [
        ("id_prevails", "Indonesia", "Indonesian"),
        ("en_prevails", "Inggris", "English"),
        ("third_prevails", "Korea", "Korean"),
    ],
)
def test_abroad_all_texts_are_equal_and_one_of_them_may_prevail(
    office: Office, clause: str, id_language: str, en_language: str
) -> None:
    treaty = a_treaty(office, third_language="ko", language_clause=clause)
    assert said(office, treaty, "languages") == (
        "bahasa Indonesia, bahasa Inggris, dan bahasa Korea",
        "Indonesian, English and Korean languages",
    )
    indonesian, english = said(office, treaty, "authenticity")
    assert indonesian == (
        f"semua naskah memiliki keabsahan yang sama. {DIFFERS} bahasa {id_language} yang berlaku"
    )
    assert english == (
        "all texts being equally authentic. In case of any divergence of interpretation, "
        f"the {en_language} text shall prevail"
    )


def test_where_all_texts_are_equal_nothing_more_is_said(office: Office) -> None:
    assert said(office, a_treaty(office), "authenticity") == (
        "semua naskah memiliki keabsahan yang sama",
        "all texts being equally authentic",
    )


def test_an_agreement_cites_the_umbrella_it_rests_on(office: Office) -> None:
    parties = [a_party(bandung(office), number="1/KB"), a_party(prabumulih(office))]
    umbrella = a_paper(
        office, parties, (), kind=AgreementKind.KB, subject_id="SPBE", subject_en="e-Government"
    )
    pks = at_home(office, kind=AgreementKind.PKS, parent_id=umbrella)
    assert said(office, pks, "umbrella.title") == (
        "Kesepakatan Bersama tentang SPBE",
        "Joint Agreement concerning e-Government",
    )
    assert said(office, pks, "umbrella.numbers") == (
        "Nomor 1/KB dan Nomor ……",
        "Number 1/KB and Number ……",
    )
    assert said(office, pks, "umbrella.date") == ("1 September 2022", "1 September 2022")


def test_what_no_umbrella_says_stays_open(office: Office) -> None:
    rows = [(Level.TEXT, None, "{umbrella.title} {term}", "{umbrella.title} {term} {nothing}")]
    agreement = at_home(office, rows, kind=AgreementKind.PKS)
    assert said(office, agreement, "umbrella.title") == ("", "")
    assert side(content_of(office, agreement), "en") == ["… … {nothing}"]
    addendum = at_home(office, kind=AgreementKind.ADDENDUM, parent_id=a_treaty(office))
    assert said(office, addendum, "umbrella.numbers") == ("", "")


def test_figures_stand_in_the_notation_of_each_language(office: Office) -> None:
    rows = [(Level.TEXT, None, "{number:52245500} {money:5000}", "{money:5000} {number:1000}")]
    content = content_of(office, at_home(office, rows))
    assert side(content, "id") == ["52.245.500 Rp5.000,00 (lima ribu rupiah)"]
    assert side(content, "en") == ["Rp5,000.00 (five thousand rupiah) 1,000"]
    values = field_values(office, at_home(office, rows))
    assert values["number:1000"] == Bilingual("1.000", "1,000")


def test_what_is_no_figure_is_printed_as_typed() -> None:
    assert figure_values(["{number:} {money:x} {number:1234567890123456} {sum:5}"]) == {}
    assert set(figure_values(["{number:0} {number:999999999999999}"])) == {
        "number:0", "number:999999999999999",
    }  # fmt: skip


def test_each_party_has_its_own_fields_by_who_it_is(office: Office) -> None:
    values = values_of(office, a_treaty(office))
    assert values["party2.style"].en == "the City of Suwon, Land of Suwon"
    assert values["party2.government"].id == "Pemerintah Kota Suwon"
    assert values["party1.place"] == Bilingual("Bandung", "Bandung")
    assert values["party1.label"] == Bilingual("PIHAK KESATU", "FIRST PARTY")
    assert values["party1.address"].en == "Jalan Contoh Number 1, Bandung"


def test_who_settles_a_dispute_follows_from_the_regions(office: Office) -> None:
    assert said(office, of_three(office), "disputes.authority")[0] == "Menteri Dalam Negeri"
    assert said(office, a_treaty(office), "disputes.authority")[0] == (
        "pihak yang disepakati PARA PIHAK"
    )


def test_a_kind_is_named_in_the_text_as_it_is_called(office: Office) -> None:
    parties = [a_party(bandung(office)), a_party(a_city_abroad(office, "Suwon", "Lee"))]
    loi = a_paper(office, parties, (), kind=AgreementKind.LOI, signing_on=date(2024, 2, 29))
    assert said(office, loi, "kind") == ("Pernyataan Kehendak Kerja Sama", "Letter of Intent")
