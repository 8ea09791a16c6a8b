import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kunjungan.domain.bilingual import Language
from kunjungan.domain.citations import citations
from kunjungan.domain.clauses import Level
from kunjungan.domain.references import Outline, references
from kunjungan.domain.spots import spots

LEVELS = [
    Level.TEXT, Level.LETTER, Level.LETTER,
    Level.ARTICLE, Level.PARAGRAPH, Level.PARAGRAPH, Level.LETTER, Level.LETTER, Level.NUMBER,
    Level.ARTICLE, Level.PARAGRAPH,
    Level.ARTICLE, Level.TEXT, Level.LETTER, Level.LETTER,
    Level.CLOSING, Level.ANNEX, Level.ARTICLE, Level.PARAGRAPH, Level.PARAGRAPH,
]  # fmt: skip
"""Article 1 has two paragraphs, the second with letters a and b; 2 has one; 3 letters a and b."""

SPOTS = spots(LEVELS)
OUTLINE = Outline(SPOTS)
OPENING, IN_1_1, IN_1_2, IN_2, IN_3_A, IN_ANNEX = 0, 4, 5, 10, 13, 18


def pointed(text: str, language: Language = "id") -> list[tuple[int, ...]]:
    return [one.place for one in references(text, language)]


def nowhere(text: str, at: int = OPENING, language: Language = "id") -> list[str]:
    missing = OUTLINE.nowhere(references(text, language), SPOTS[at])
    return [spot.words.side(language) for spot in missing]


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("dalam Pasal 3 ayat (2) huruf a angka 1", "id", [(0, 3, 2, 1, 1)]),
        ("Pasal 3 ayat (1) dan ayat (2), Pasal 4, dan Pasal 5 huruf b", "id",
         [(0, 3, 1, 0, 0), (0, 3, 2, 0, 0), (0, 4, 0, 0, 0), (0, 5, 0, 2, 0)]),
        ("ayat (1) sampai dengan ayat (3)", "id", [(0, 0, 1, 0, 0), (0, 0, 3, 0, 0)]),
        ("ayat (1) dan (2)", "id", [(0, 0, 1, 0, 0), (0, 0, 2, 0, 0)]),
        ("huruf a dan b", "id", [(0, 0, 0, 1, 0), (0, 0, 0, 2, 0)]),
        ("huruf aa", "id", [(0, 0, 0, 27, 0)]),
        ("Lampiran IV", "id", [(4, 0, 0, 0, 0)]),
        ("ayat (2) Pasal 3", "id", [(0, 3, 2, 0, 0)]),
        ("Article 3 paragraph (2) letter a number 1", "en", [(0, 3, 2, 1, 1)]),
        ("letter a of paragraph (2) of Article 3", "en", [(0, 3, 2, 1, 0)]),
        ("paragraphs (1) and (2) of Article 3", "en", [(0, 3, 1, 0, 0), (0, 3, 2, 0, 0)]),
        ("Article 3(2)", "en", [(0, 3, 2, 0, 0)]),
        ("referred to in letter a and letter b", "en", [(0, 0, 0, 1, 0), (0, 0, 0, 2, 0)]),
        ("Annex II to this Agreement", "en", [(2, 0, 0, 0, 0)]),
        ("ayat (2) huruf a angka 1 huruf b) angka 2)", "id", [(0, 0, 2, 1, 1, 2, 2)]),
        ("paragraph (2) number 1 letter b) and letter c)", "en",
         [(0, 0, 2, 0, 1, 2, 0), (0, 0, 2, 0, 1, 3, 0)]),
        ("(sebagaimana dimaksud pada huruf a)", "id", [(0, 0, 0, 1)]),
    ],
)  # fmt: skip
def test_references_are_read_in_both_languages(
    text: str, language: Language, places: list[tuple[int, ...]]
) -> None:
    assert pointed(text, language) == [(*place, *(0,) * (7 - len(place))) for place in places]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("a letter of intent", "en"),
        ("the notice letter a month before", "en"),
        ("at Jalan Contoh Number 2", "en"),
        ("Law Number 23 of 2014", "en"),
        ("mencapai angka 5 persen", "id"),
        ("Pasal ini dan ayat ini", "id"),
        ("Pasal {number:3}", "id"),
    ],
)
def test_other_uses_of_the_words_are_no_references(text: str, language: Language) -> None:
    assert pointed(text, language) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Pasal 363 ayat (2) Undang-Undang Nomor 23 Tahun 2014", "id"),
        ("Pasal 18 ayat (6) Undang-Undang Dasar 1945", "id"),
        ("Pasal 6 ayat (1) dan Pasal 7 Peraturan Pemerintah Nomor 28 Tahun 2018", "id"),
        ("Undang-Undang Nomor 24 Tahun 2009 tentang Bendera dan Bahasa, Pasal 31", "id"),
        ("UU 24/2009 Pasal 31", "id"),
        ("Pasal 1320 KUHPerdata", "id"),
        ("Pasal 9 Kesepakatan Bersama tentang SPBE", "id"),
        ("Pasal 9 {umbrella.title}", "id"),
        ("Lampiran II Peraturan Menteri Dalam Negeri", "id"),
        ("Article 363 paragraph (2) of Law Number 23 of 2014", "en"),
        ("Article 6 of Government Regulation Number 28 of 2018", "en"),
        ("Law Number 24 of 2009, in particular Article 31", "en"),
        ("Article 9 of the Joint Agreement concerning SPBE", "en"),
        ("Annex II to the Regulation of the Minister of Home Affairs", "en"),
        ("Article 7 of the Vienna Convention", "en"),
    ],
)
def test_a_reference_into_a_law_or_another_document_is_never_one_to_nothing(
    text: str, language: Language
) -> None:
    assert nowhere(text, language=language) == []


@pytest.mark.parametrize(
    ("text", "at", "missing"),
    [
        ("Pasal 3", OPENING, []),
        ("Pasal 4", OPENING, ["Pasal 4"]),
        ("Pasal 0", OPENING, []),
        ("Pasal 4 {kind} ini", OPENING, ["Pasal 4"]),
        ("Pasal 9 Kesepakatan Bersama ini", OPENING, ["Pasal 9"]),
        ("Pasal 1 ayat (3)", OPENING, ["Pasal 1 ayat (3)"]),
        ("Pasal 1 ayat (2) huruf b", OPENING, []),
        ("Pasal 1 ayat (2) huruf c", OPENING, ["Pasal 1 ayat (2) huruf c"]),
        ("Pasal 1 huruf b", OPENING, []),
        ("Pasal 1 huruf b angka 1", OPENING, []),
        ("Pasal 3 huruf b", OPENING, []),
        ("ayat (1)", IN_1_2, []),
        ("ayat (1)", IN_2, ["Pasal 2 ayat (1)"]),
        ("ayat (2) huruf b", IN_1_1, []),
        ("huruf a", IN_3_A, []),
        ("huruf c", IN_3_A, ["Pasal 3 huruf c"]),
        ("huruf b", OPENING, []),
        ("Lampiran I", OPENING, []),
        ("Lampiran II", OPENING, ["Lampiran II"]),
        ("Pasal 1 ayat (2)", IN_ANNEX, []),
        ("Pasal 3 ayat (1), Pasal 3, dan Pasal 8", OPENING, ["Pasal 3 ayat (1)", "Pasal 8"]),
    ],
)
def test_a_reference_to_nothing_is_told_where_it_would_lead(
    text: str, at: int, missing: list[str]
) -> None:
    assert nowhere(text, at) == missing


def test_english_references_are_proven_too() -> None:
    assert nowhere("Article 4 of this Agreement", language="en") == ["Article 4"]
    assert nowhere("paragraph (2) of Article 2", language="en") == ["Article 2 paragraph (2)"]


@given(st.lists(st.sampled_from(Level), min_size=1, max_size=60), st.data())
def test_a_row_s_own_place_is_always_there_to_be_pointed_to(
    levels: list[Level], data: st.DataObject
) -> None:
    known = spots(levels)
    spot = data.draw(st.sampled_from(known))
    assume(not (spot.only_annex and spot.annex))
    for language in ("id", "en"):
        said = f"in {spot.words.side(language)}"
        assert Outline(known).nowhere(references(said, language), spot) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("menurut Pasal 3 ayat (1) dan ayat (2).", ["Pasal 3 ayat (1) dan ayat (2)"]),
        ("ayat (2) huruf a)", ["ayat (2) huruf a)"]),
        ("(ayat (2) huruf a)", ["ayat (2) huruf a"]),
        ("Pasal 3, lalu Pasal 4", ["Pasal 3", "Pasal 4"]),
    ],
)
def test_a_citation_tells_where_it_begins_and_ends(text: str, said: list[str]) -> None:
    assert [text[one.start : one.end] for one in citations(text, "id")] == said


@given(st.text("ayt ()123dnhurfPsl,ab", max_size=60))
def test_citations_never_overlap_and_keep_their_joints(text: str) -> None:
    end = 0
    for one in citations(text, "id"):
        assert end <= one.start < one.end <= len(text)
        assert len(one.joints) == len(one.places) - 1
        end = one.end


def test_the_only_annex_is_pointed_to_from_inside_without_a_number() -> None:
    assert nowhere("Pasal 1 ayat (2)", IN_ANNEX) == []


@given(st.text(), st.sampled_from(["id", "en"]))
def test_no_text_is_too_odd_to_be_read(text: str, language: Language) -> None:
    assert all(len(one.place) == 7 for one in references(text, language))
