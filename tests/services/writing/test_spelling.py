"""Hints at misspelled words: found in both languages, and never where no word is meant."""

import pytest

from kunjungan.services.agreement_template import standard_texts
from kunjungan.services.writing.spelling import Speller, Spoken, speller


def of(language: Spoken) -> Speller:
    made = speller(language, ["garuda"])
    assert made is not None
    return made


def slips(language: Spoken, text: str) -> list[str]:
    return [slip.word for slip in of(language).slips(text)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "perjanjan"), ("id", "melaksankan"), ("id", "dimaksut"), ("id", "pertukran"),
        ("en", "agrement"), ("en", "goverment"), ("en", "coperation"), ("en", "recieve"),
    ],
)  # fmt: skip
def test_a_misspelled_word_is_found(language: Spoken, text: str) -> None:
    assert slips(language, f"dan {text} the") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "{party1.xyzname} {number:5000}",
        "Zxqwv SPBEX Kemenkomdigi",
        "__zxqwv kwert__",
        "a) xy, 5xyzt, info@zxqwv.id, https://zxqwv",
        "garuda",
        "memberitahukannya ditandatangani penandatanganan ketidakhadirannya",
        "sama-sama masing-masing",
    ],
)
def test_names_fields_abbreviations_and_known_words_are_left_alone(text: str) -> None:
    assert slips("id", text) == []


def test_a_slip_tells_its_place_and_what_may_be_meant() -> None:
    text = "{place} **pelaksanan** kerja"
    (slip,) = of("id").slips(text)
    assert text[slip.start : slip.end] == "pelaksanan"
    assert "pelaksanaan" in slip.offers


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_standard_texts_hold_no_slip(language: Spoken) -> None:
    both = list(standard_texts())
    texts = [text_id if language == "id" else text_en for _, text_id, text_en in both]
    assert [slip.word for text in texts for slip in of(language).slips(text)] == []
