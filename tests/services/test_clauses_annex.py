"""Articles of the text and of an annex keep to their own part, and go without the other."""

from uuid import UUID

import pytest

from kunjungan.domain.clauses import Level
from kunjungan.services.clauses import list_clauses, write_clause
from kunjungan.services.office import Office
from kunjungan.services.writing.shape import add_clause, move_clause, remove_clause
from tests.builders import an_agreement

PARTS = (
    (Level.ANNEX, "LAMPIRAN SATU"),
    (Level.ARTICLE, "A"),
    (Level.PARAGRAPH, "a satu"),
    (Level.ARTICLE, "B"),
    (Level.PARAGRAPH, "b satu"),
    (Level.ANNEX, "LAMPIRAN DUA"),
    (Level.ARTICLE, "C"),
)


@pytest.fixture
def agreement(office: Office) -> UUID:
    """An agreement with two annexes behind its closing, articles in each."""
    made = an_agreement(office)
    after = list_clauses(office, made)[-1].id
    for level, text in PARTS:
        after = add_clause(office, made, level, after=after)
        write_clause(office, after, "id", text)
    return made


def annexes(office: Office, agreement: UUID) -> list[str]:
    texts = [line.text.id for line in list_clauses(office, agreement)]
    return texts[texts.index("LAMPIRAN SATU") :]


def row(office: Office, agreement: UUID, text: str) -> UUID:
    return next(line.id for line in list_clauses(office, agreement) if line.text.id == text)


def test_removing_the_last_article_of_an_annex_leaves_the_next_annex(
    office: Office, agreement: UUID
) -> None:
    remove_clause(office, row(office, agreement, "B"))
    assert annexes(office, agreement) == ["LAMPIRAN SATU", "A", "a satu", "LAMPIRAN DUA", "C"]


@pytest.mark.parametrize(("moved", "by"), [("A", 1), ("A", 9), ("B", -1), ("B", -9)])
def test_an_article_moves_within_its_annex_only(
    office: Office, agreement: UUID, moved: str, by: int
) -> None:
    move_clause(office, row(office, agreement, moved), by)
    assert annexes(office, agreement) == [
        "LAMPIRAN SATU",
        "B",
        "b satu",
        "A",
        "a satu",
        "LAMPIRAN DUA",
        "C",
    ]


def test_the_last_article_of_the_text_does_not_move_into_an_annex(
    office: Office, agreement: UUID
) -> None:
    before = [line.id for line in list_clauses(office, agreement)]
    articles = [line for line in list_clauses(office, agreement) if line.level is Level.ARTICLE]
    move_clause(office, articles[-4].id, 1)
    assert [line.id for line in list_clauses(office, agreement)] == before
