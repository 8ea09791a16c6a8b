from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.documents.setting.hyphenation.english import English
from kunjungan.documents.setting.hyphenation.indonesian import SHORT_PREFIXES, Indonesian
from kunjungan.documents.setting.hyphenation.words import Divider

INDONESIAN = """
    pe-me-rin-tahan pe-me-rin-tah ke-se-pa-katan pe-nye-leng-ga-raan pe-lak-sa-naan me-lak-sa-na-kan
    mem-per-tang-gung-ja-wab-kan ber-akhir ber-akhir-nya meng-akhiri ter-utama per-aturan
    per-usa-haan antar-pe-me-rin-tah infra-struk-tur tran-spa-ran ke-bi-jakan tin-dakan pen-di-dikan
    ke-amanan
    ke-adaan ke-uangan se-ba-gai-mana dae-rah masya-ra-kat ber-ke-si-nam-bungan per-se-li-sihan
    perun-dingan pe-rang-kat-nya ke-imi-gra-sian peng-awasan peng-alaman ke-pu-tusan-nya di-ada-kan
    pe-rin-tisan ke-be-rang-katan beri-siko mem-be-ri-kan pem-be-ri-ta-huan meng-un-dur-kan undangan
"""
ENGLISH = """
    under-stand-ing coop-er-a-tion gov-ern-ment beyond imple-men-ta-tion elec-tronic agree-ment
    here-inafter respec-tive stake-hold-ers
"""
WHOLE: list[tuple[str, str]] = [
    ("Prabumulih", "id"),
    ("Wastukancana", "en"),
    ("KESEPAKATAN", "id"),
    ("Diskominfo", "id"),
    ("01-09-2022", "id"),
    ("415.4/0127-KSD/2022", "id"),
    ("5.000.000.000,00", "id"),
    ("iPemerintahan", "id"),
    ("kota", "id"),
]


def hyphened(word: str, places: tuple[int, ...]) -> str:
    return "-".join(word[start:stop] for start, stop in pairwise([0, *places, len(word)]))


@pytest.mark.parametrize("divided", INDONESIAN.split())
def test_indonesian_words_are_divided_by_the_spelling_rules(divided: str) -> None:
    word = divided.replace("-", "")
    assert hyphened(word, Indonesian().divisions(word)) == divided


@pytest.mark.parametrize("divided", ENGLISH.split())
def test_english_words_are_divided_by_the_american_patterns(divided: str) -> None:
    word = divided.replace("-", "")
    assert hyphened(word, English().divisions(word)) == divided


@pytest.mark.parametrize(("word", "language"), WHOLE)
def test_names_short_forms_numbers_and_dates_stay_whole(word: str, language: str) -> None:
    assert Divider().soft(word, language) == ()


def test_terms_that_papers_write_with_a_capital_may_be_divided() -> None:
    assert Divider().soft("Kesepakatan", "id") == (2, 4, 6)
    assert Divider().soft("(Memorandum,", "en") == (4, 5, 8)


def test_a_hyphen_that_is_there_is_not_doubled() -> None:
    assert Divider().soft("masing-masing", "id") == ()
    assert Divider.hard("masing-masing") == (7,)


def test_addresses_are_cut_at_their_marks_without_a_hyphen() -> None:
    assert Divider().soft("diskominfo@bandung.example.go.id", "id") == ()
    assert Divider.hard("diskominfo@bandung.example.go.id") == (11, 19, 27, 30)


@given(st.text("abdegiklmnoprstuy", min_size=1, max_size=24))
def test_parts_are_never_too_short_nor_without_a_vowel(word: str) -> None:
    places = Indonesian().divisions(word)
    assert all(3 <= place <= len(word) - 3 for place in places[1:])
    if places:
        least = 2 if word.startswith(SHORT_PREFIXES) else 3
        assert least <= places[0] <= len(word) - 3
    for start, stop in pairwise(places):
        assert set(word[start:stop]) & set("aeiou")


@pytest.mark.parametrize(
    "word",
    ["[YA-na", "mul-YA-na]", "wi-JA-ya", "RID-ho", "KTP-el"],
)
def test_how_a_name_is_said_is_not_cut_at_its_hyphens(word: str) -> None:
    assert Divider.hard(word) == ()
    assert Divider.hard("masing-masing") == (7,)
    assert Divider.hard("Negara-negara") == (7,)
