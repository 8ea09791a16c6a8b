"""A text in two languages is told apart: by columns, one after the other, or row by row."""

import pytest

from kunjungan.domain.pasting import Block, Grid, Paragraph, blocks_of_text
from kunjungan.domain.two_languages import language_of, told_apart


def words(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def grid(*rows: tuple[str, ...]) -> Grid:
    return Grid(tuple(tuple((Paragraph(cell),) if cell else () for cell in row) for row in rows))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("PARA PIHAK sepakat untuk bekerja sama.", "id"),
        ("The Parties agree to cooperate.", "en"),
        ("Pasal 3", "id"),
        ("Article 3", "en"),
        ("FORCE MAJEURE", "en"),
        ("12 345", None),
        ("", None),
    ],
)
def test_a_language_is_known_by_its_small_words(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_two_columns_are_the_text_in_two_languages() -> None:
    two = told_apart([grid(("Pasal 1", "Article 1"), ("Untuk PARA PIHAK", "For the PARTIES"))])
    assert (words(two.id), words(two.en)) == (
        ["Pasal 1", "Untuk PARA PIHAK"],
        ["Article 1", "For the PARTIES"],
    )
    assert two.side_by_side


def test_english_may_stand_on_the_left() -> None:
    two = told_apart([grid(("Article 1", "Pasal 1"), ("For the PARTIES", "Untuk PARA PIHAK"))])
    assert words(two.id) == ["Pasal 1", "Untuk PARA PIHAK"]


def test_a_column_of_numbers_belongs_to_both() -> None:
    two = told_apart([grid(("(1)", "Untuk para pihak", "For the parties"))])
    assert [part.mark for part in (*two.id, *two.en) if isinstance(part, Paragraph)] == [
        "(1)",
        "(1)",
    ]


def test_a_table_of_figures_stays_a_table() -> None:
    table = grid(("Kegiatan untuk para pihak", "Biaya dan waktu"), ("Satu", "5"))
    two = told_apart([table])
    assert two.id == [table]
    assert not two.side_by_side


def test_row_by_row_and_one_after_the_other_are_told_apart() -> None:
    text = "Pasal 1\nOBJEK\n(1) untuk ini\nArticle 1\nOBJECT\n(1) for this\n(2) 300\n"
    two = told_apart(blocks_of_text(text))
    assert words(two.id) == ["Pasal 1", "OBJEK", "(1) untuk ini"]
    assert words(two.en) == ["Article 1", "OBJECT", "(1) for this", "(2) 300"]


def test_a_title_is_in_the_language_of_its_number() -> None:
    two = told_apart(blocks_of_text("Pasal 15\nFORCE MAJEURE\nArticle 15\nFORCE MAJEURE"))
    assert words(two.id) == ["Pasal 15", "FORCE MAJEURE"]
    assert words(two.en) == ["Article 15", "FORCE MAJEURE"]


def test_a_heading_in_both_languages_stands_in_both() -> None:
    two = told_apart(blocks_of_text("Pasal 1 / Article 1\nUntuk ini\nFor this"))
    assert (words(two.id), words(two.en)) == (["Pasal 1", "Untuk ini"], ["Article 1", "For this"])
