import pytest

from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.defined_terms import DefinedTerms, defined_in, defined_pairs

PARTIES = Bilingual("PARA PIHAK", "PARTIES")
PARTY = Bilingual("PIHAK", "PARTY")
FIRST = Bilingual("PIHAK KESATU", "FIRST PARTY")
SPBE = Bilingual("SPBE", "EBGS")
TERMS = DefinedTerms([PARTIES, PARTY, FIRST, SPBE])


@pytest.mark.parametrize(
    ("text", "language", "terms"),
    [
        ("selanjutnya disebut **PIHAK KESATU**;", "id", ["PIHAK KESATU"]),
        ("secara bersama-sama disebut **PARA PIHAK** dan secara sendiri-sendiri disebut **PIHAK**",
         "id", ["PARA PIHAK", "PIHAK"]),
        ("yang selanjutnya disingkat SPBE adalah sistem", "id", ["SPBE"]),
        ("selanjutnya disebut “Para Pihak”,", "id", ["Para Pihak"]),
        ("selanjutnya disebut sebagai **“Aplikasi”**", "id", ["Aplikasi"]),
        ("selanjutnya disebut **{party1.label}**", "id", []),
        ("sebagaimana disebut dalam Pasal 3", "id", []),
        ("hereinafter referred to as the **FIRST PARTY**;", "en", ["FIRST PARTY"]),
        ("hereinafter jointly referred to as the **PARTIES** and individually as a **PARTY**",
         "en", ["PARTIES", "PARTY"]),
        ("hereinafter abbreviated as SPBE, is a system", "en", ["SPBE"]),
        ("hereinafter referred to as “the Parties”,", "en", ["Parties"]),
        ("acting as the Mayor", "en", []),
    ],
)  # fmt: skip
def test_definitions_are_read(text: str, language: Language, terms: list[str]) -> None:
    assert defined_in(text, language) == terms


def test_terms_are_paired_in_their_order_where_both_languages_define_as_many() -> None:
    both = ("disebut **PARA PIHAK** atau disebut **PIHAK**",
            "hereinafter called the **PARTIES**, each called a **PARTY**")  # fmt: skip
    lame = ("disebut **SPBE**", "the system")
    assert defined_pairs([both, lame]) == [PARTIES, PARTY]


def one_sided(text_id: str, text_en: str) -> list[tuple[str, str]]:
    return [(pair.id, language) for pair, language in TERMS.one_sided(text_id, text_en)]


@pytest.mark.parametrize(
    ("text_id", "text_en"),
    [
        ("PARA PIHAK sepakat", "the PARTIES agree"),
        ("masing-masing PIHAK menunjuk", "the PARTIES each appoint"),
        ("PARA PIHAK menunjuk", "each PARTY appoints"),
        ("PIHAK KESATU dan PIHAK lainnya", "the FIRST PARTY and the other PARTY"),
        ("penerapan SPBE", "the implementation of the EBGS"),
        ("biaya ditanggung bersama", "costs are shared"),
        ("pihak ketiga", "a third party"),
        ("PARA PIHAKNYA", "its parties"),
    ],
)
def test_a_term_used_in_both_languages_is_not_told(text_id: str, text_en: str) -> None:
    assert one_sided(text_id, text_en) == []


@pytest.mark.parametrize(
    ("text_id", "text_en", "told"),
    [
        ("PARA PIHAK sepakat", "they agree", [("PARA PIHAK", "id")]),
        ("biaya ditanggung bersama", "the PARTIES share the costs", [("PARA PIHAK", "en")]),
        ("PIHAK KESATU menanggung", "the PARTY bears", [("PIHAK KESATU", "id"), ("PIHAK", "en")]),
        ("PIHAK menanggung", "it bears", [("PIHAK", "id")]),
        ("penerapan SPBE", "the implementation of it", [("SPBE", "id")]),
    ],
)  # fmt: skip
def test_a_term_of_one_language_alone_is_told_with_its_language(
    text_id: str, text_en: str, told: list[tuple[str, str]]
) -> None:
    assert one_sided(text_id, text_en) == told


def test_a_number_that_the_text_does_not_define_is_not_told() -> None:
    terms = DefinedTerms([PARTIES])
    assert list(terms.one_sided("PIHAK yang mengalami", "the PARTY affected")) == []
    assert list(terms.one_sided("yang mengalami", "the PARTIES affected")) == [(PARTIES, "en")]


def test_without_definitions_nothing_is_told() -> None:
    assert list(DefinedTerms([]).one_sided("PARA PIHAK", "")) == []
