import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.term_base import Term, TermBase, term_of
from kunjungan.resources import resource

SHIPPED = resource("data/terms.csv").read_text(encoding="utf-8").splitlines()
TERMS = [
    term_of(row["id"], row["en"], row["domain"], row["note"]) for row in csv.DictReader(SHIPPED)
]
BASE = TermBase(TERMS)


def told(text_id: str, text_en: str) -> list[str]:
    return [found.term.id[0] for found in BASE.found(text_id, text_en)]


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
        ("bermeterai cukup", "duly sealed", "bermeterai cukup"),
    ],
)
def test_other_english_is_told_by_its_term(text_id: str, text_en: str, term: str) -> None:
    assert told(text_id, text_en) == [term]


def test_a_longer_term_hides_those_it_holds() -> None:
    terms = TermBase(
        [Term(("kerja sama",), ("cooperat*",)), Term(("kerja sama daerah",), ("pact",))]
    )
    assert [found.term.id[0] for found in terms.found("kerja sama daerah", "x")] == [
        "kerja sama daerah"
    ]
    assert [found.term.id[0] for found in terms.found("kerja sama, kerja sama daerah", "pact")] == [
        "kerja sama"
    ]


OWN = TermBase(
    [
        term_of("Kesepakatan Bersama", "Joint Agreement*; !Memorandum of Understanding"),
        term_of("Perjanjian Kerja Sama; PKS", "Cooperation Agreement*"),
        term_of("Kabupaten", "Regency; Regenc*; !District*"),
        term_of("Kecamatan", "District*"),
    ]
)


def places(text_id: str, text_en: str) -> list[tuple[str, str]]:
    return [
        (found.term.id[0], text_en[found.start : found.end])
        for found in OWN.found(text_id, text_en)
    ]


@pytest.mark.parametrize(
    ("text_id", "text_en", "found"),
    [
        ("Kesepakatan Bersama", "this Memorandum of Understanding",
         [("Kesepakatan Bersama", "Memorandum of Understanding")]),
        ("Kesepakatan Bersama", "this Agreement", [("Kesepakatan Bersama", "Agreement")]),
        ("Kesepakatan Bersama", "this paper", [("Kesepakatan Bersama", "")]),
        ("Kesepakatan Bersama dan Perjanjian Kerja Sama",
         "this paper and the Cooperation Agreements", [("Kesepakatan Bersama", "")]),
        ("Kesepakatan Bersama ini; Kesepakatan Bersama itu", "this Joint Agreement; that Agreement",
         [("Kesepakatan Bersama", "Agreement")]),
        ("Kesepakatan Bersama ini; Kesepakatan Bersama itu", "this Joint Agreement; it", []),
        ("Kabupaten A", "the Regency, a District", [("Kabupaten", "District")]),
        ("Kecamatan B, Kabupaten A", "District of B, Regency of A", []),
        ("PKS", "cooperation agreement", []),
    ],
)  # fmt: skip
def test_a_deviation_says_which_words_stand_in_the_term_s_place(
    text_id: str, text_en: str, found: list[tuple[str, str]]
) -> None:
    assert places(text_id, text_en) == found


def test_marks_and_fields_neither_hide_a_term_nor_are_words() -> None:
    text_en = "{party1.district} and the __District__"
    assert places("**Kabupaten** A", text_en) == [("Kabupaten", "District")]
    assert places("{kabupaten}", "paper") == []
    assert places("Kesepakatan **Bersama**", "**Joint** Agreement") == []


def test_words_that_a_stop_or_a_field_parts_are_no_term() -> None:
    assert places("Kesepakatan. Bersama", "x") == []
    assert places("Kesepakatan {kind} Bersama", "x") == []


def test_no_shipped_term_offers_the_stem_of_a_word() -> None:
    stems = ("cooperat", "nanc", "minat", "egenc", "cretar", "cit", "organi", "stud", "cop")
    assert [term.offer for term in TERMS if term.offer.endswith(stems)] == []
    assert all(term.offer for term in TERMS)


texts = st.text(st.sampled_from("KabupatenDistrict *_{}.1 Regncy"), max_size=40)


@given(texts, texts)
def test_a_found_place_lies_in_the_text_and_is_none_of_the_right_words(
    text_id: str, text_en: str
) -> None:
    for found in OWN.found(text_id, text_en):
        assert 0 <= found.start <= found.end <= len(text_en)
        assert text_en[found.start : found.end].casefold() not in {"regency", "joint agreement"}


@given(st.sampled_from(TERMS), st.sampled_from(["{} ini", "pada {}", "**{}**", "“{}”"]))
def test_the_office_s_own_english_is_never_told(term: Term, frame: str) -> None:
    assert term not in [
        found.term for found in BASE.found(frame.format(term.id[0]), frame.format(term.offer))
    ]
