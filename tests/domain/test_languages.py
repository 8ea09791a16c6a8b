import re
import unicodedata
from dataclasses import fields

import pytest

from kunjungan.domain.clause_marks import markers
from kunjungan.domain.clauses import Level
from kunjungan.domain.errors import NotFound
from kunjungan.domain.kind_rules import ABROAD
from kunjungan.domain.languages import Tongue, third_tongues, tongue
from kunjungan.domain.layouts import HOME_LANGUAGES

ALL = (*(tongue(code) for code in HOME_LANGUAGES), *third_tongues())
SCRIPTS = {
    "ru": {"CYRILLIC"},
    "th": {"THAI"},
    "zh-Hans": {"CJK"},
    "zh-Hant": {"CJK"},
    "ja": {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"},
    "ko": {"HANGUL"},
    "ar": {"ARABIC"},
    "he": {"HEBREW"},
}
PLACES = {
    "article": ["n"],
    "for_party": ["party"],
    "page": ["page", "pages"],
    "original": ["holder", "no", "originals"],
    "original_alone": ["no", "originals"],
    "draft": ["draft"],
    "annex": [],
    "between": [],
    "joining": [],
    "about": [],
    "copy": [],
}


def places(pattern: str) -> list[str]:
    return sorted(re.findall(r"\{(\w+)\}", pattern))


def scripts(each: Tongue) -> set[str]:
    words = [getattr(each, field.name) for field in fields(each)]
    said = [text for text in words[2:] if isinstance(text, str)]
    letters = {
        letter for text in said for letter in re.sub(r"\{\w+\}", "", text) if letter.isalpha()
    }
    return {unicodedata.name(letter).split()[0] for letter in letters}


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.code)
def test_a_language_has_every_word_with_its_places_and_in_its_own_script(each: Tongue) -> None:
    asked = {name: places(getattr(each, name)) for name in PLACES}
    assert asked.pop("annex") in (["n"], ["roman"])
    assert asked == {name: filled for name, filled in PLACES.items() if name != "annex"}
    assert all(getattr(each, name) for name in PLACES if name != "between")
    assert each.name.complete
    assert scripts(each) <= SCRIPTS.get(each.code, {"LATIN"})


def test_the_languages_from_right_to_left_are_those_of_arabic_and_hebrew_script() -> None:
    assert {each.code for each in ALL if each.right_to_left} == {"ar", "he"}


def test_partners_choose_among_sixteen_languages_none_of_them_ours() -> None:
    codes = [each.code for each in third_tongues()]
    assert set(codes) == {
        *("ms", "nl", "de", "fr", "es", "pt", "ru", "tr", "vi", "th"),
        *("zh-Hans", "zh-Hant", "ja", "ko", "ar", "he"),
    }
    names = [each.name.id for each in third_tongues()]
    assert names == sorted(names)
    assert len({each.native for each in ALL}) == len(ALL)


def test_our_own_languages_say_what_agreements_say() -> None:
    words = [tongue(code) for code in HOME_LANGUAGES]
    levels = [*[Level.ARTICLE] * 4, Level.ANNEX, Level.ANNEX]
    marks = markers(levels)
    for each, side in zip(words, HOME_LANGUAGES, strict=True):
        assert each.article_mark(4) == getattr(marks[3], side)
        assert each.annex_mark(2) == getattr(marks[5], side)
        between, joining = (getattr(word, side) for word in ABROAD)
        assert (each.capitals(each.between), each.capitals(each.joining)) == (between, joining)


def test_articles_and_annexes_are_marked_as_each_language_does_it() -> None:
    assert [tongue(code).article_mark(3) for code in ("ja", "ko", "ar")] == [
        "第3条",
        "제3조",
        "المادة 3",
    ]
    assert [tongue(code).annex_mark(4) for code in ("fr", "ru", "tr")] == [
        "ANNEXE IV",
        "ПРИЛОЖЕНИЕ 4",
        "EK 4",
    ]


def test_a_turkish_i_keeps_its_dot_in_capitals() -> None:
    assert tongue("tr").capitals("İzmir Belediyesi") == "İZMİR BELEDİYESİ"
    assert tongue("en").capitals("City") == "CITY"


def test_a_language_without_words_is_refused_by_its_code() -> None:
    with pytest.raises(NotFound, match="xx"):
        tongue("xx")
