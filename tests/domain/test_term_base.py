import pytest

from kunjungan.domain.term_base import Term, TermBase, read_terms
from kunjungan.resources import resource

TERMS = read_terms(resource("data/terms.csv").read_text(encoding="utf-8"))
BASE = TermBase(TERMS)


def told(text_id: str, text_en: str) -> list[str]:
    return [term.id[0] for term in BASE.deviations(text_id, text_en)]


def test_the_shipped_terms_are_each_there_once_and_have_english() -> None:
    spellings = [spelling.casefold() for term in TERMS for spelling in term.id]
    assert len(set(spellings)) == len(spellings) > 80
    assert all(term.en and term.domain for term in TERMS)


@pytest.mark.parametrize(
    ("text_id", "text_en"),
    [
        ("Perjanjian Kerja Sama", "Cooperation Agreements"),
        ("bekerja sama dengan wali kota", "cooperating with the mayor"),
        ("lampirannya", "its annexes"),
        ("Peraturan Daerah", "Regional Regulation"),
        ("Kitab Undang-Undang Hukum Perdata", "Civil Code"),
        ("Keadaan  Kahar", "force\nmajeure"),
        ("perangkat daerah", "Regional Apparatus"),
        ("perkotaan", "urban"),
        ("", ""),
    ],
)
def test_the_office_s_own_words_are_not_told(text_id: str, text_en: str) -> None:
    assert told(text_id, text_en) == []


@pytest.mark.parametrize(
    ("text_id", "text_en", "term"),
    [
        ("Kabupaten Bandung", "Bandung District", "Kabupaten"),
        ("Wali Kota Bandung", "Governor of Bandung", "Wali Kota"),
        ("Walikota Bandung", "Major of Bandung", "Wali Kota"),
        ("Kesepakatan Bersama ini", "this Memorandum of Understanding", "Kesepakatan Bersama"),
        ("tercantum dalam lampirannya", "set out in its enclosure", "lampiran"),
        ("surat kuasa", "letter", "surat kuasa"),
        ("bermeterai cukup", "duly sealed", "bermeterai"),
    ],
)
def test_other_english_is_told_by_its_term(text_id: str, text_en: str, term: str) -> None:
    assert told(text_id, text_en) == [term]


def test_a_longer_term_hides_those_it_holds() -> None:
    terms = TermBase(
        [Term(("kerja sama",), ("cooperat*",)), Term(("kerja sama daerah",), ("pact",))]
    )
    assert [term.id[0] for term in terms.deviations("kerja sama daerah", "x")] == [
        "kerja sama daerah"
    ]
    assert [term.id[0] for term in terms.deviations("kerja sama, kerja sama daerah", "pact")] == [
        "kerja sama"
    ]
