"""Two languages are brought together by their structure, and what has no partner is seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.aligning import align, matches
from kunjungan.domain.pasting import PastedRow, blocks_of_text
from kunjungan.domain.recognising import rows_of

TITLES = {
    "MAKSUD DAN TUJUAN": "PURPOSE AND OBJECTIVES",
    "OBJEK": "OBJECT",
    "RUANG LINGKUP": "SCOPE",
    "PELAKSANAAN": "IMPLEMENTATION",
    "PEMBIAYAAN": "FINANCING",
    "JANGKA WAKTU": "TERM",
    "KEADAAN KAHAR": "FORCE MAJEURE",
    "PERUBAHAN": "AMENDMENT",
}


def text(word: str, titles: list[str], *, numbers: list[int] | None = None) -> list[PastedRow]:
    lines = []
    for place, title in enumerate(titles):
        number = numbers[place] if numbers else place + 1
        lines += [f"{word} {number}", title, "(1) satu;", "(2) dua:", "a. tiga."]
    return rows_of(blocks_of_text("\n".join(lines)))


def titles_paired(one: list[PastedRow], two: list[PastedRow]) -> list[tuple[str, str]]:
    return [
        (pair.id.text if pair.id else "", pair.en.text if pair.en else "")
        for pair in align(one, two)
        if (pair.id or pair.en).mark.startswith(("Pasal", "Article"))  # type: ignore[union-attr]
    ]


@given(st.sets(st.sampled_from(sorted(TITLES)), min_size=1), st.booleans())
def test_a_missing_article_does_not_shift_the_others(missing: set[str], keeps: bool) -> None:
    kept = [title for title in TITLES if title not in missing]
    numbers = [list(TITLES).index(title) + 1 for title in kept] if keeps else None
    one = text("Pasal", list(TITLES))
    two = text("Article", [TITLES[title] for title in kept], numbers=numbers)
    assert titles_paired(one, two) == [
        (title, "" if title in missing else english) for title, english in TITLES.items()
    ]


def test_rows_of_a_partner_are_paired_by_their_numbers() -> None:
    one = rows_of(blocks_of_text("Pasal 1\nX\n(1) a\n(2) b\n(3) c"))
    two = rows_of(blocks_of_text("Article 1\nY\n(1) a\n(3) c"))
    assert [(pair.id and pair.id.text, pair.en and pair.en.text) for pair in align(one, two)] == [
        ("X", "Y"), ("a", "a"), ("b", None), ("c", "c"),
    ]  # fmt: skip


def test_other_forms_of_numbers_are_paired_in_turn() -> None:
    one = rows_of(blocks_of_text("Pasal 1\nX\nIntro:\na. a\nb. b"))
    two = rows_of(blocks_of_text("Article 1\nY\nIntro:\n1. a\n2. b"))
    assert all(pair.id and pair.en for pair in align(one, two))


ROWS = st.lists(
    st.sampled_from(["Pasal 1", "Pasal 2", "(1) a", "(2) b", "a. c", "b. d", "Teks.", "1. e"]),
    max_size=14,
).map(lambda lines: rows_of(blocks_of_text("\n".join(lines))))


@given(ROWS, ROWS)
def test_each_row_comes_once_and_in_order(one: list[PastedRow], two: list[PastedRow]) -> None:
    pairs = matches(one, two)
    assert [first for first, _ in pairs if first is not None] == list(range(len(one)))
    assert [second for _, second in pairs if second is not None] == list(range(len(two)))


@given(ROWS)
def test_a_text_is_the_partner_of_itself(rows: list[PastedRow]) -> None:
    assert all(one == two for one, two in matches(rows, rows))


@pytest.mark.parametrize("count", [0, 500])
def test_very_many_articles_are_paired_by_number(count: int) -> None:
    titles = [f"JUDUL {n}" for n in range(count)]
    one, two = text("Pasal", titles), text("Article", titles)
    assert matches(one, two) == [(n, n) for n in range(4 * count)]
