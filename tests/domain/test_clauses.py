from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.articles import ARTICLE_NAMES, REQUIRED, ArticleKey
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clause_marks import Mark, markers, marks
from kunjungan.domain.clauses import LISTED, Level, is_inside, missing_articles, untranslated

SIGNS = {
    "t": Level.TEXT,
    "I": Level.PARTY,
    "A": Level.ARTICLE,
    "p": Level.PARAGRAPH,
    "l": Level.LETTER,
    "n": Level.NUMBER,
    "s": Level.SUBLETTER,
    "u": Level.SUBNUMBER,
    "c": Level.CLOSING,
    "X": Level.ANNEX,
    "h": Level.TABLE_HEAD,
    "r": Level.TABLE_ROW,
}


@dataclass(frozen=True)
class Row:
    level: Level
    text_id: str
    text_en: str


def marked(signs: str) -> list[str]:
    return [mark.id for mark in markers([SIGNS[sign] for sign in signs])]


@pytest.mark.parametrize(
    ("signs", "marks"),
    [
        ("tIIt", ["", "I.", "II.", ""]),
        ("tlltnn", ["", "a.", "b.", "", "1.", "2."]),
        ("AppApp", ["Pasal 1", "(1)", "(2)", "Pasal 2", "(1)", "(2)"]),
        (
            "AplnnlnplAp",
            ["Pasal 1", "(1)", "a.", "1.", "2.", "b.", "1.", "(2)", "a.", "Pasal 2", ""],
        ),
        ("plnsusunsp", ["(1)", "a.", "1.", "a)", "1)", "b)", "1)", "2.", "a)", "(2)"]),
        ("lsls", ["a.", "a)", "b.", "a)"]),
        ("AllAl", ["Pasal 1", "a.", "b.", "Pasal 2", "a."]),
        ("Apc", ["Pasal 1", "", ""]),
        ("AtpAppc", ["Pasal 1", "", "", "Pasal 2", "(1)", "(2)", ""]),
        ("ApplXln", ["Pasal 1", "(1)", "(2)", "a.", "LAMPIRAN", "a.", "1."]),
        ("nXnXn", ["1.", "LAMPIRAN I", "1.", "LAMPIRAN II", "1."]),
        (
            "AAXAppXA",
            ["Pasal 1", "Pasal 2", "LAMPIRAN I", "Pasal 1", "(1)", "(2)", "LAMPIRAN II", "Pasal 1"],
        ),
        ("Xp", ["LAMPIRAN", ""]),
        ("ApXp", ["Pasal 1", "", "LAMPIRAN", ""]),
        ("lhrrl", ["a.", "", "", "", "b."]),
        ("", []),
    ],
)
def test_numbering_begins_anew_under_each_clause_above(signs: str, marks: list[str]) -> None:
    assert marked(signs) == marks


def test_an_only_paragraph_carries_no_number() -> None:
    assert marked("Apll") == ["Pasal 1", "", "a.", "b."]


def test_letters_go_on_past_z() -> None:
    marks = marked("A" + "l" * 54)[1:]
    assert marks[:2] == ["a.", "b."]
    assert marks[25:29] == ["z.", "aa.", "bb.", "cc."]
    assert marks[51:54] == ["zz.", "aaa.", "bbb."]


def test_articles_are_named_in_both_languages_and_other_marks_are_shared() -> None:
    article, paragraph, *_ = markers([Level.ARTICLE, Level.PARAGRAPH, Level.PARAGRAPH])
    assert article == Bilingual("Pasal 1", "Article 1")
    assert paragraph == Bilingual("(1)", "(1)")


def test_annexes_are_named_in_both_languages_and_numbered_if_there_are_several() -> None:
    assert markers([Level.ANNEX]) == [Bilingual("LAMPIRAN", "ANNEX")]
    assert markers([Level.ANNEX] * 4)[3] == Bilingual("LAMPIRAN IV", "ANNEX IV")


@given(st.lists(st.sampled_from([level for level in Level if level is not Level.ANNEX])))
def test_articles_count_through_whatever_stands_between(levels: list[Level]) -> None:
    marks = markers(levels)
    assert len(marks) == len(levels)
    articles = [m.en for m, level in zip(marks, levels, strict=True) if level is Level.ARTICLE]
    assert articles == [f"Article {n + 1}" for n in range(len(articles))]


@given(st.lists(st.sampled_from(Level), max_size=80))
def test_a_list_counts_on_until_a_row_above_it_begins_it_anew(levels: list[Level]) -> None:
    for at, mark in enumerate(marks(levels)):
        if mark is not None and mark.level in LISTED:
            before = [n for n in range(at) if is_inside(mark.level, levels[n])]
            since = levels[before[-1] + 1 if before else 0 : at + 1]
            assert mark.count == since.count(mark.level)


@given(st.lists(st.sampled_from(Level), max_size=80))
def test_a_text_is_numbered_in_an_annex_as_if_it_stood_alone(levels: list[Level]) -> None:
    first = [Level.ARTICLE, Level.PARAGRAPH, Level.PARAGRAPH, Level.LETTER, Level.ANNEX]
    inside = [level for level in levels if level is not Level.ANNEX]
    assert markers([*first, *inside])[len(first) :] == markers(inside)


def test_what_is_numbered_has_the_same_number_in_every_language() -> None:
    levels = [Level.ANNEX, Level.ARTICLE, Level.TABLE_ROW, Level.LETTER, Level.ANNEX]
    assert marks(levels) == [
        Mark(Level.ANNEX, 1), Mark(Level.ARTICLE, 1), None, Mark(Level.LETTER, 1),
        Mark(Level.ANNEX, 2),
    ]  # fmt: skip
    assert marks(levels[:2])[0] == Mark(Level.ANNEX, 0)


@pytest.mark.parametrize("level", Level)
def test_a_very_long_list_still_has_its_marks(level: Level) -> None:
    assert len(markers([level] * 3999)) == 3999


def test_a_clause_in_one_language_only_is_found() -> None:
    rows = [
        Row(Level.ARTICLE, "Objek", "Object"),
        Row(Level.PARAGRAPH, "Isi", " "),
        Row(Level.PARAGRAPH, "", "Content"),
        Row(Level.ARTICLE, "", ""),
    ]
    assert untranslated(rows) == [1, 2]


def test_a_figure_in_a_table_needs_no_translation() -> None:
    rows = [
        Row(Level.TABLE_ROW, "1 | Replikasi | Rp1.000,00", "| Replication"),
        Row(Level.TABLE_ROW, "1 | Replikasi", ""),
        Row(Level.TABLE_ROW, "1 | 2", ""),
        Row(Level.PARAGRAPH, "1", ""),
    ]
    assert untranslated(rows) == [1, 3]


def test_a_contract_must_say_what_the_law_demands() -> None:
    demanded = {ArticleKey.RIGHTS, ArticleKey.TERM, ArticleKey.DISPUTES, ArticleKey.SANCTIONS}
    assert demanded <= set(missing_articles(AgreementKind.CONTRACT, []))
    assert ArticleKey.SANCTIONS not in missing_articles(AgreementKind.PKS, [])


def test_a_complete_text_misses_nothing() -> None:
    keys = [key.value for key in ArticleKey]
    assert all(missing_articles(kind, keys) == () for kind in AgreementKind)
    some = ["purpose", "object", "scope", "implementation", "financing", "term", "amendment"]
    assert missing_articles(AgreementKind.KB, some) == (ArticleKey.DISPUTES, ArticleKey.CLOSING)


def test_articles_have_names_in_both_languages_and_kinds_their_row() -> None:
    assert set(ARTICLE_NAMES) == set(ArticleKey)
    assert all(name.complete for name in ARTICLE_NAMES.values())
    assert set(REQUIRED) == set(AgreementKind)
