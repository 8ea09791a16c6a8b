"""What preflight finds between the languages: figures, terms, and what a text says of them."""

from uuid import UUID

import pytest

from kunjungan.domain.clauses import Level
from kunjungan.domain.layouts import Layout
from kunjungan.domain.party_labels import PartyStyle
from kunjungan.services.office import Office
from tests.builders import an_agreement
from tests.services.memoranda import a_memorandum
from tests.services.proving import (
    KOREAN,
    alter,
    codes,
    first,
    found,
    one,
    remove,
    rows,
    said,
    write,
)

BOTH = "Naskah ini dibuat dalam bahasa Indonesia dan bahasa Inggris."
BOTH_EN = "This text is made in Indonesian and English."


@pytest.fixture
def agreement(office: Office) -> UUID:
    """A Kesepakatan Bersama that is ready to be printed."""
    return an_agreement(office)


def write_clause_of_languages(office: Office, agreement: UUID, text_id: str, text_en: str) -> None:
    clause = next(row for row in rows(office, agreement) if row.key == "language_clause")
    write(office, clause.id, text_id, text_en)


@pytest.mark.parametrize(
    ("text_id", "text_en", "told"),
    [
        ("sebesar Rp52.245.500,00", "of Rp52,245,550.00", "52.245.500,00, English 52,245,550.00"),
        ("14 (empat belas) hari", "14 (fourteen) months", "14 hari, English 14 months"),
        ("tanggal 1 September 2022", "on 2 September 2022",
         "tanggal 1 September 2022, English 2 September 2022"),
        ("paling lambat 3 (tiga) bulan", "in due time", "3 bulan, English \N{EN DASH}"),
    ],
)  # fmt: skip
def test_numbers_that_differ_are_told_as_each_language_writes_them(
    text_id: str, text_en: str, told: str, office: Office, agreement: UUID
) -> None:
    write(office, first(office, agreement), text_id, text_en)
    finding = one(office, agreement, "figures-differ")
    assert not finding.blocking
    assert f"Indonesian {told}." in said(finding)


def test_a_field_of_one_language_counts_with_what_it_says(office: Office, agreement: UUID) -> None:
    clause = first(office, agreement)
    write(office, clause, "Berlaku {term}.", "Valid for 5 (five) years.")
    assert codes(office, agreement) == [("fields-differ", False)]
    write(office, clause, text_en="Valid for 4 (four) years.")
    assert ("figures-differ", False) in codes(office, agreement)


def test_amounts_are_looked_for_in_the_partner_s_language(office: Office) -> None:
    agreement = a_memorandum(office, layout=Layout.SEQUENCE, **KOREAN)
    clause = first(office, agreement)
    write(office, clause, "sebesar 52.245.500", "of 52,245,500", text_third="52,245,500 루피아")
    assert "figures-differ" not in dict(codes(office, agreement))
    write(office, clause, text_third="52,245,000 루피아")
    (finding,) = [f for f in found(office, agreement) if f.code == "figures-differ"]
    assert finding.language == "ko"


def test_a_field_whose_words_the_partner_s_language_lacks_is_told(office: Office) -> None:
    agreement = a_memorandum(office, layout=Layout.SEQUENCE, **KOREAN)
    clause = first(office, agreement)
    write(office, clause, text_third="{place} {kind} {term} {date} {parties.others}")
    (finding,) = [f for f in found(office, agreement) if f.code == "field-in-english"]
    assert not finding.blocking
    assert finding.language == "ko"
    assert "{parties.others}" in said(finding)
    assert "{place}" not in said(finding)
    write(office, clause, text_third="상대방")
    assert "field-in-english" not in dict(codes(office, agreement))


def test_references_to_other_places_are_told_though_the_numbers_are_the_same(
    office: Office, agreement: UUID
) -> None:
    write(
        office, first(office, agreement), "Pasal 2 dan Pasal 1 ayat (1)", "Article 1 and Article 2"
    )
    assert codes(office, agreement) == [("references-differ", False)]


def test_a_defined_term_belongs_into_both_languages(office: Office, agreement: UUID) -> None:
    write(office, first(office, agreement), "PARA PIHAK sepakat.", "It is agreed.")
    finding = one(office, agreement, "defined-term-differs")
    assert not finding.blocking
    assert "“PARA PIHAK” in Indonesian only; its pair is “PARTIES”" in said(finding)


def test_a_term_defined_in_one_language_only_is_told(office: Office, agreement: UUID) -> None:
    write(office, first(office, agreement), "selanjutnya disebut **Aplikasi**.", "the application.")
    assert codes(office, agreement) == [("definitions-differ", False)]


def test_parties_keep_their_labels_across_the_languages(office: Office, agreement: UUID) -> None:
    write(office, first(office, agreement), "PIHAK KEDUA membayar.", "The FIRST PARTY pays.")
    told = [(f.code, f.values["term"]) for f in found(office, agreement)]
    assert told == [
        ("defined-term-differs", "PIHAK KEDUA"),
        ("defined-term-differs", "FIRST PARTY"),
    ]


def test_another_word_than_the_term_base_s_is_told_with_the_allowed_ones(
    office: Office, agreement: UUID
) -> None:
    write(office, first(office, agreement), "surat kuasa", "a mandate")
    finding = one(office, agreement, "term-deviates")
    assert not finding.blocking
    assert "power… of attorney, full powers" in said(finding)


def test_two_styles_for_the_first_party_are_told_row_by_row(
    office: Office, agreement: UUID
) -> None:
    clause = first(office, agreement)
    write(office, clause, "PIHAK PERTAMA membayar.", "The FIRST PARTY pays.")
    finding = one(office, agreement, "mixed-party-labels")
    assert (finding.blocking, finding.clause_id) == (False, clause)
    alter(office, agreement, party_style=PartyStyle.PERTAMA)
    assert found(office, agreement) == []


def test_a_paper_in_columns_says_which_text_prevails(office: Office, agreement: UUID) -> None:
    remove(office, agreement, lambda row: row.key == "language_clause")
    told = [(f.code, f.blocking, f.language) for f in found(office, agreement)]
    assert told == [
        ("missing-language-clause", True, "id"),
        ("missing-language-clause", True, "en"),
    ]
    alter(office, agreement, layout=Layout.SEQUENCE)
    assert found(office, agreement) == []


def test_a_memorandum_says_in_which_languages_it_is_made_in_any_layout(office: Office) -> None:
    agreement = a_memorandum(office)
    remove(office, agreement, lambda row: "{languages}" in row.text_id)
    assert codes(office, agreement).count(("missing-language-clause", True)) == 2


def test_a_sentence_in_own_words_may_stand_for_the_clause(office: Office, agreement: UUID) -> None:
    text_id = f"{BOTH} Naskah bahasa Indonesia yang berlaku."
    text_en = f"{BOTH_EN} The Indonesian text shall prevail."
    write_clause_of_languages(office, agreement, text_id, text_en)
    assert found(office, agreement) == []


@pytest.mark.parametrize(
    ("text_id", "text_en"),
    [
        (BOTH, BOTH_EN),
        (f"{BOTH} Semua naskah memiliki keabsahan yang sama.", f"{BOTH_EN} Both are authentic."),
        (f"{BOTH} Naskah bahasa Inggris yang berlaku.", f"{BOTH_EN} The English text prevails."),
    ],
)
def test_at_home_a_sentence_in_own_words_lets_the_indonesian_prevail(
    text_id: str, text_en: str, office: Office, agreement: UUID
) -> None:
    write_clause_of_languages(office, agreement, text_id, text_en)
    assert codes(office, agreement) == [("wrong-language-clause", True)] * 2


@pytest.mark.parametrize("clause", ["equal", "en_prevails"])
def test_at_home_no_other_text_may_prevail(clause: str, office: Office, agreement: UUID) -> None:
    alter(office, agreement, language_clause=clause)
    assert codes(office, agreement) == [("wrong-language-clause", True)]


@pytest.mark.parametrize("clause", ["equal", "en_prevails", "id_prevails"])
def test_abroad_any_may(clause: str, office: Office) -> None:
    agreement = a_memorandum(office, language_clause=clause)
    assert [code for code, blocking in codes(office, agreement) if blocking] == []


def test_a_third_language_cannot_prevail_where_there_is_none(office: Office) -> None:
    agreement = a_memorandum(office)
    alter(office, agreement, language_clause="third_prevails")
    assert ("no-third-language", True) in codes(office, agreement)


def test_headings_are_proven_like_any_row(office: Office, agreement: UUID) -> None:
    write(office, first(office, agreement, Level.ARTICLE), "TAHUN 2022", "YEAR 2023")
    assert codes(office, agreement) == [("figures-differ", False)]
