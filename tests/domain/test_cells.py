import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.cells import cells, english_figure, level_cells
from kunjungan.domain.number_words import figure


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("1 | Replikasi | 52.245.500", ["1", "Replikasi", "52.245.500"]),
        ("a | | c", ["a", "", "c"]),
        ("| a |", ["", "a", ""]),
        ("a|b", ["a|b"]),
        ("", [""]),
    ],
)
def test_a_row_is_cut_at_bars_with_white_round_them(text: str, row: list[str]) -> None:
    assert cells(text) == row


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("52.245.500", "52,245,500"),
        ("Rp52.245.500,00", "Rp52,245,500.00"),
        ("Rp 1.000", "Rp 1,000"),
        ("-1.250,75", "-1,250.75"),
        ("12,5 %", "12.5 %"),
        ("1 Agustus 2022", "1 August 2022"),
        ("Desember 2022", "December 2022"),
        ("01-09-2022", "01-09-2022"),
        ("2022-2024", "2022-2024"),
        ("{money:5000}", "{money:5000}"),
        ("Rp{number:5000}", "Rp{number:5000}"),
        ("{umbrella.date}", "{umbrella.date}"),
        ("1.2", "1.2"),
        ("3.", "3."),
        ("-", "-"),
        ("", ""),
        ("Jumlah", ""),
        ("3 bulan", ""),
        ("12 Foo 2022", ""),
        ("{money:5000} dan lain-lain", ""),
    ],
)
def test_only_numbers_amounts_and_dates_are_put_into_english(text: str, english: str) -> None:
    assert english_figure(text) == english


@given(st.integers(0, 10**15))
def test_every_number_takes_the_notation_of_the_other_language(number: int) -> None:
    both = figure(number)
    assert english_figure(both.id) == both.en
    assert english_figure(f"Rp{both.id},00") == f"Rp{both.en}.00"


def test_the_cells_of_both_languages_stand_level_and_only_empty_ones_are_filled() -> None:
    assert level_cells("1 | Satu | 1.000 | Akhir", "| One | 999") == [
        Bilingual("1", "1"),
        Bilingual("Satu", "One"),
        Bilingual("1.000", "999"),
        Bilingual("Akhir", ""),
    ]


@given(st.text(), st.text())
def test_any_text_has_as_many_cells_in_both_languages(text_id: str, text_en: str) -> None:
    both = level_cells(text_id, text_en)
    assert [cell.id for cell in both][: len(cells(text_id))] == cells(text_id)
    assert len(both) == max(len(cells(text_id)), len(cells(text_en)))
