"""The proof that originals differ in nothing but the order of the parties."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.alternat_proof import Differing, PartyNames, Row, differing
from kunjungan.domain.clauses import Level

NAMES = PartyNames(
    [
        {"Pemerintah Kota Bandung", "the Government of the City of Bandung", "PIHAK KESATU"},
        {"Pemerintah Kota Bandung Barat", "City of Suwon", "PIHAK KEDUA", "수원시",
         "the City of Suwon, Republic of Korea"},
        {"İstanbul Büyükşehir Belediyesi", "the City of Istanbul", "PIHAK KETIGA"},
    ],
    ("dan", "and", "및"),
)  # fmt: skip
USUAL, TURNED = (1, 2, 3), (2, 1, 3)


def text(words: str, *more: str) -> Row:
    return Row(Level.TEXT, ("",), (words, *more))


def party(mark: str, words: str) -> Row:
    return Row(Level.PARTY, (mark,), (words,))


def found(
    first: Sequence[Row], second: Sequence[Row], orders: tuple[Sequence[int], Sequence[int]]
) -> list[Differing]:
    return list(differing(first, second, NAMES, orders))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("PIHAK KESATU dan PIHAK KEDUA sepakat.", "PIHAK KEDUA dan PIHAK KESATU sepakat."),
        (
            "The Government of the City of Bandung and the City of Suwon,",
            "The City of Suwon and the Government of the City of Bandung,",
        ),
        (
            "The City of Suwon, Republic of Korea, and the Government of the City of Bandung",
            "The Government of the City of Bandung and the City of Suwon, Republic of Korea",
        ),
        ("PEMERINTAH KOTA BANDUNG, PIHAK KEDUA", "PIHAK KEDUA, PEMERINTAH KOTA BANDUNG"),
        ("수원시 및 Pemerintah Kota Bandung", "Pemerintah Kota Bandung 및 수원시"),
        (
            "the City of Suwon, the City of Istanbul, and the Government of the City of Bandung",
            "the City of Istanbul, the Government of the City of Bandung, and the City of Suwon",
        ),
    ],
)
def test_a_listing_may_name_the_parties_in_another_order(one: str, two: str) -> None:
    assert found([text(one)], [text(two)], (USUAL, TURNED)) == [Differing(0, 1, order=True)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("PIHAK KESATU membayar PIHAK KEDUA.", "PIHAK KEDUA membayar PIHAK KESATU."),
        ("PIHAK KESATU dan PIHAK KEDUA", "PIHAK KESATU dan PIHAK KESATU"),
        ("PIHAK KESATU dan PIHAK KEDUA", "PIHAK KEDUA dan PIHAK KETIGA"),
        ("PIHAK KESATU membayar 10.", "PIHAK KESATU membayar 100."),
        ("Pemerintah Kota Bandung hadir.", "Pemerintah Kota Bandung Barat hadir."),
        (
            "PIHAK KESATU and PIHAK KEDUA bear 40 and 60 per cent respectively.",
            "PIHAK KEDUA and PIHAK KESATU bear 40 and 60 per cent respectively.",
        ),
    ],
)
def test_an_obligation_never_changes_its_party(one: str, two: str) -> None:
    assert found([text(one)], [text(two)], (USUAL, TURNED)) == [Differing(0, 1, order=False)]


def test_two_listings_that_turn_together_say_the_same_respectively() -> None:
    row = "{0} and {1}, called {0} and {1} respectively."
    one = text(row.format("PIHAK KESATU", "PIHAK KEDUA"))
    two = text(row.format("PIHAK KEDUA", "PIHAK KESATU"))
    assert found([one], [two], (USUAL, TURNED)) == [Differing(0, 1, order=True)]


def test_party_rows_move_and_leave_their_marks_and_ends() -> None:
    first = [party("I.", "PIHAK KESATU, di Bandung; dan"), party("II.", "PIHAK KEDUA, di Suwon.")]
    second = [party("I.", "PIHAK KEDUA, di Suwon; dan"), party("II.", "PIHAK KESATU, di Bandung.")]
    assert found(first, second, (USUAL, TURNED)) == [Differing(0, 2, order=True)]


def test_a_mark_or_an_end_that_moved_along_is_no_matter_of_order() -> None:
    first = [party("I.", "PIHAK KESATU;"), party("II.", "PIHAK KEDUA.")]
    ends = [party("I.", "PIHAK KEDUA."), party("II.", "PIHAK KESATU;")]
    marks = [party("II.", "PIHAK KEDUA;"), party("I.", "PIHAK KESATU.")]
    for second in (ends, marks):
        assert [each.order for each in found(first, second, (USUAL, TURNED))] == [False]


def test_what_stands_under_a_party_moves_with_it() -> None:
    under = Row(Level.LETTER, ("a.",), ("PIHAK KEDUA menerima laporan.",))
    first = [party("I.", "PIHAK KESATU;"), under, party("II.", "PIHAK KEDUA.")]
    second = [party("I.", "PIHAK KEDUA;"), party("II.", "PIHAK KESATU."), under]
    assert found(first, second, (USUAL, TURNED)) == [Differing(0, 3, order=True)]
    taken = [second[0], under, second[1]]
    assert [each.order for each in found(first, taken, (USUAL, TURNED))] == [False]


def test_rows_in_another_order_than_the_parties_are_found() -> None:
    first = [party("I.", "PIHAK KESATU;"), party("II.", "PIHAK KEDUA;")]
    second = [party("I.", "PIHAK KEDUA;"), party("II.", "PIHAK KESATU;")]
    assert [each.order for each in found(first, second, (USUAL, USUAL))] == [False]


def test_rows_that_name_no_party_never_move() -> None:
    first, second = [text("Satu."), text("Dua.")], [text("Dua."), text("Satu.")]
    assert [each.order for each in found(first, second, (USUAL, TURNED))] == [False]


def test_a_row_more_is_found() -> None:
    rows = [text("Satu.")]
    assert found(rows, [*rows, text("Dua.")], (USUAL, USUAL)) == [Differing(1, 2, order=False)]


def test_a_difference_in_the_second_language_is_found() -> None:
    one, two = text("PIHAK KESATU", "He pays 5."), text("PIHAK KESATU", "He pays 6.")
    assert found([one], [two], (USUAL, USUAL)) == [Differing(0, 1, order=False)]


ORDERS = st.permutations(range(4)).map(lambda order: [place + 1 for place in order])
WORDS = st.text(st.characters(exclude_characters="\ue000\ue001"), max_size=12)


@given(ORDERS, st.lists(WORDS, max_size=4))
def test_any_order_of_the_parties_is_told_from_everything_else(
    order: list[int], others: list[str]
) -> None:
    names = PartyNames([{f"@{number}@"} for number in range(1, 5)])
    usual = [1, 2, 3, 4]

    def rows(parties: list[int]) -> list[Row]:
        listing = ", ".join(f"@{number}@" for number in parties)
        return [
            text(f"{listing} sepakat"),
            *(party("-", f"@{number}@;") for number in parties),
            *(text(words) for words in others),
        ]

    turned = rows(order)
    assert all(each.order for each in differing(rows(usual), turned, names, (usual, order)))
    spoilt = [*turned[:-1], text(turned[-1].texts[0] + "x")]
    assert not all(each.order for each in differing(rows(usual), spoilt, names, (usual, order)))


@given(st.lists(st.text(max_size=8), max_size=3), st.text(max_size=30))
def test_any_names_and_any_text_can_be_compared(called: list[str], words: str) -> None:
    names = PartyNames([called, ["B"]])
    rows = [text(words)]
    assert list(differing(rows, rows, names, ((1, 2), (2, 1)))) == []
    assert names.same_but_for_listings(words, words)
