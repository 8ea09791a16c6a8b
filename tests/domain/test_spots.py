import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.clause_marks import bare_marker, marks
from kunjungan.domain.clauses import Level
from kunjungan.domain.spots import spots

SIGNS = {
    "t": Level.TEXT, "I": Level.PARTY, "A": Level.ARTICLE, "p": Level.PARAGRAPH,
    "l": Level.LETTER, "n": Level.NUMBER, "c": Level.CLOSING, "X": Level.ANNEX,
    "h": Level.TABLE_HEAD, "r": Level.TABLE_ROW, "s": Level.SUBLETTER, "u": Level.SUBNUMBER,
}  # fmt: skip


def places(signs: str, language: str = "id") -> list[str]:
    return [getattr(spot.words, language) for spot in spots([SIGNS[sign] for sign in signs])]


@pytest.mark.parametrize(
    ("signs", "last"),
    [
        ("t", "Pembukaan"),
        ("tII", "Pembukaan pihak II"),
        ("tIItll", "Pembukaan huruf b"),
        ("tlltn", "Pembukaan angka 1"),
        ("tA", "Pasal 1"),
        ("AppApp", "Pasal 2 ayat (2)"),
        ("Applln", "Pasal 1 ayat (2) huruf b angka 1"),
        ("Applnsus", "Pasal 1 ayat (2) huruf a angka 1 huruf b)"),
        ("Applnsu", "Pasal 1 ayat (2) huruf a angka 1 huruf a) angka 1)"),
        ("Ap", "Pasal 1"),
        ("Atll", "Pasal 1 huruf b"),
        ("Athrr", "Pasal 1 baris tabel 2"),
        ("Atlhr", "Pasal 1 huruf a baris tabel 1"),
        ("Apc", "Penutup"),
        ("ApcX", "Lampiran"),
        ("ApcXthr", "Lampiran baris tabel 1"),
        ("ApcXthrthr", "Lampiran baris tabel 1"),
        ("ApcXtXh", "Lampiran II kepala tabel"),
        ("AApcXAppp", "Lampiran Pasal 1 ayat (3)"),
    ],
)
def test_a_row_is_cited_by_the_marks_printed_round_it(signs: str, last: str) -> None:
    assert places(signs)[-1] == last


def test_both_languages_cite_the_same_place() -> None:
    assert places("Applln", "en")[-1] == "Article 1 paragraph (2) letter b number 1"
    assert places("AcX", "en")[-1] == "Annex"


@given(st.lists(st.sampled_from(Level), max_size=60))
def test_a_place_ends_in_the_row_s_own_printed_mark(levels: list[Level]) -> None:
    for spot, mark in zip(spots(levels), marks(levels), strict=True):
        if mark is not None and mark.level not in {Level.ARTICLE, Level.ANNEX}:
            assert spot.words.id.endswith(bare_marker(mark).rstrip("."))
        if mark is not None and mark.level is Level.ARTICLE:
            assert spot.words.id.endswith(f"Pasal {mark.count}")
