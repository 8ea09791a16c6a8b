"""A clause as it is shown and as it is typed, the parts of a text, and heights of rows."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clause_marks import markers
from kunjungan.domain.clauses import Level
from kunjungan.services.clauses import ClauseLine
from kunjungan.ui.screens.agreements.rows.clause_text import runs_of, shown_text, typed_place
from kunjungan.ui.screens.agreements.rows.row_heights import RowHeights
from kunjungan.ui.screens.agreements.text.sections import (
    next_problem,
    section_at,
    sections_of,
    translated,
)

VALUES = {"party1.name": "YANA MULYANA", "place": "Bandung", "empty": ""}
TYPED = "**{party1.name}**, di {place}; {unknown} __miring__ {empty}"


def text(*rows: tuple[Level, str, str]) -> list[ClauseLine]:
    marks = markers([level for level, _, _ in rows])
    return [
        ClauseLine(uuid4(), level, mark, Bilingual(words_id, words_en), "", 1)
        for (level, words_id, words_en), mark in zip(rows, marks, strict=True)
    ]


TEXT = (
    (Level.TEXT, "Pada hari ini", "On this day"),
    (Level.PARTY, "Yana", "Yana"),
    (Level.PARTY, "Ridho", ""),
    (Level.TEXT, "menerangkan", "declare"),
    (Level.LETTER, "bahwa", "that"),
    (Level.ARTICLE, "OBJEK", "OBJECT"),
    (Level.PARAGRAPH, "Objek", ""),
    (Level.ARTICLE, "RUANG LINGKUP", "SCOPE"),
    (Level.PARAGRAPH, "Ruang", "Scope"),
    (Level.CLOSING, "Demikian", "Done"),
)


def test_fields_read_as_on_paper_and_unknown_ones_as_typed() -> None:
    runs = runs_of(TYPED, VALUES)
    assert shown_text(runs) == "YANA MULYANA, di Bandung; {unknown} miring …"
    faces = {(run.text, run.bold, run.italic, run.field) for run in runs}
    assert ("YANA MULYANA", True, False, "party1.name") in faces
    assert ("miring", False, True, "") in faces


@pytest.mark.parametrize(
    ("shown", "typed"),
    [(0, "{party1"), (12, "**, di"), (14, "di {place}"), (18, "{place}"), (23, "; {unk")],
)
def test_a_click_in_the_shown_words_finds_its_place_in_the_typed_ones(
    shown: int, typed: str
) -> None:
    place = typed_place(runs_of(TYPED, VALUES), shown)
    assert TYPED[place:].startswith(typed)


@given(st.text(alphabet="ab *_{}.", max_size=30))
def test_every_shown_place_lies_in_the_typed_text_and_none_comes_before_the_last(
    typed: str,
) -> None:
    runs = runs_of(typed, {"a": "lama", "b": ""})
    places = [typed_place(runs, at) for at in range(len(shown_text(runs)) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(typed) for place in places)


def test_a_text_falls_into_opening_parties_articles_and_closing() -> None:
    sections = sections_of(text(*TEXT))
    assert [(part.title, len(part.rows), part.missing) for part in sections] == [
        ("Considerations", 1, 0),
        ("The parties", 2, 1),
        ("Considerations", 2, 0),
        ("1 Object", 2, 1),
        ("2 Scope", 2, 0),
        ("Closing words", 1, 0),
    ]


def test_a_row_is_found_in_its_part() -> None:
    lines = text(*TEXT)
    sections = sections_of(lines)
    assert section_at(sections, lines[6].id) == 3
    assert section_at(sections, None) == -1


def test_the_next_problem_goes_round_the_end_and_back() -> None:
    lines = text(*TEXT)

    def found(after: UUID | None, *, back: bool = False) -> int:
        problem = next_problem(lines, after, back=back)
        assert problem is not None
        assert problem.column == "en"
        return lines.index(problem.line)

    assert found(None) == 2
    assert found(lines[2].id) == 6
    assert found(lines[6].id) == 2
    assert found(lines[6].id, back=True) == 2
    assert translated(lines) == (6, 8)


def test_a_complete_text_has_no_problem() -> None:
    assert next_problem(text((Level.TEXT, "Ada", "There")), None) is None


@given(st.lists(st.integers(1, 200), min_size=1, max_size=40), st.data())
def test_mending_a_height_moves_what_is_below_and_nothing_else(
    heights: list[int], data: st.DataObject
) -> None:
    rows = RowHeights(heights)
    place = data.draw(st.integers(0, len(heights) - 1))
    tops = [rows.top(row) for row in range(len(heights))]
    moved = rows.mend(place, 77)
    assert moved == 77 - heights[place]
    assert [rows.top(row) for row in range(place + 1)] == tops[: place + 1]
    assert [rows.top(row) - moved for row in range(place + 1, len(heights))] == tops[place + 1 :]
    assert rows.total == sum(heights) + moved


@given(st.lists(st.integers(1, 200), min_size=1, max_size=40), st.integers(-50, 9000))
def test_the_row_at_a_height_is_the_one_that_covers_it(heights: list[int], y: int) -> None:
    rows = RowHeights(heights)
    row = rows.at(y)
    if 0 <= y < rows.total:
        assert rows.top(row) <= y < rows.top(row) + rows.height(row)
    else:
        assert row in {0, len(heights) - 1}
