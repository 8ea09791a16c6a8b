"""Typing in a clause: emphasis is seen, pasted words are cleaned, what is kept reads the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kunjungan.ui.screens.agreements.rows.clause_field import ClauseField
from kunjungan.ui.screens.agreements.rows.clause_look import BAR, ClauseLook
from kunjungan.ui.screens.agreements.rows.clause_marks import Piece, stored
from kunjungan.ui.screens.agreements.rows.clause_text import (
    moved_place,
    runs_of,
    shown_place,
    shown_text,
    typed_place,
)
from tests.ui.shared import QUIET, dressed

pytestmark = QUIET
Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
VALUES = {"place": "Kota Bandung"}


@pytest.fixture
def field(qapp: QApplication, qtbot: QtBot) -> ClauseField:
    dressed(qapp)
    made = ClauseField("id", "id", lambda _on: True)
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.setReadOnly(False)
    made.show()
    made.setFocus()
    return made


def show(field: ClauseField, text: str, look: ClauseLook | None = None) -> None:
    field.show_text(text, VALUES, look or ClauseLook())


def at(field: ClauseField, place: int) -> None:
    field.go_to(place)


def test_emphasis_is_seen_and_not_its_marks(field: ClauseField, qtbot: QtBot) -> None:
    show(field, "**PARA PIHAK** dan __force majeure__")
    assert field.toPlainText() == "PARA PIHAK dan force majeure"
    at(field, len(field.source()))
    qtbot.keyClicks(field, "s")
    assert field.source() == "**PARA PIHAK** dan __force majeures__"


def test_bold_and_italic_are_set_and_taken_away_by_their_keys(
    field: ClauseField, qtbot: QtBot
) -> None:
    show(field, "sesuai hukum")
    for key, marked in ((Key.Key_B, "**sesuai hukum**"), (Key.Key_I, "__sesuai hukum__")):
        field.selectAll()
        qtbot.keyClick(field, key, CONTROL)
        assert field.source() == marked
        qtbot.keyClick(field, key, CONTROL)
        assert field.source() == "sesuai hukum"


def test_bold_without_a_selection_is_for_what_is_typed_next(
    field: ClauseField, qtbot: QtBot
) -> None:
    show(field, "a ")
    at(field, 2)
    qtbot.keyClick(field, Key.Key_B, CONTROL)
    qtbot.keyClicks(field, "b c")
    qtbot.keyClick(field, Key.Key_B, CONTROL)
    qtbot.keyClicks(field, " d")
    assert field.source() == "a **b c** d"


def test_marks_typed_by_hand_are_read_and_what_follows_is_plain(
    field: ClauseField, qtbot: QtBot
) -> None:
    show(field, "")
    qtbot.keyClicks(field, "**tebal** __miring__ biasa")
    assert field.toPlainText() == "tebal miring biasa"
    assert field.source() == "**tebal** __miring__ biasa"


def test_letters_before_a_word_in_italics_join_it(field: ClauseField, qtbot: QtBot) -> None:
    show(field, "a __mice__")
    at(field, 2)
    qtbot.keyClicks(field, "x")
    assert field.source() == "a __xmice__"


def test_the_cells_of_a_table_part_at_the_bar_one_types(field: ClauseField, qtbot: QtBot) -> None:
    show(field, "satu|dua", ClauseLook(table=True))
    at(field, 4)
    qtbot.keyClicks(field, "|1")
    assert field.source() == "satu|1|dua"
    assert field.toPlainText() == f"satu{BAR}1{BAR}dua"


def test_one_paragraph_of_a_web_page_is_put_in_place_without_its_tags(field: ClauseField) -> None:
    show(field, "")
    clip = QMimeData()
    clip.setHtml("<p style='color:red'>Para&nbsp;<b>Pihak</b>\n <i>sepakat</i><br></p>")
    field.insertFromMimeData(clip)
    assert field.source() == "Para **Pihak** __sepakat__"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>satu</p><p>dua</p>", "satu\ndua"),
        ("<table><tr><td>satu</td><td>one</td></tr></table>", "satu\tone"),
        ("", "Pasal 1\nObjek"),
        ("", "satu.\ndua."),
        ("", "satu\n\ndua"),
    ],
)
def test_several_paragraphs_are_handed_on_and_change_nothing(
    field: ClauseField, html: str, text: str
) -> None:
    show(field, "tetap")
    handed: list[object] = []
    field.pasted.connect(handed.append)
    clip = QMimeData()
    clip.setText(text)
    if html:
        clip.setHtml(html)
    field.insertFromMimeData(clip)
    assert len(handed) == 1
    assert field.source() == "tetap"


PIECES = st.lists(
    st.builds(
        Piece, st.sampled_from(["kata", "b c", " ", ". ", "ya"]), st.booleans(), st.booleans()
    ),
    max_size=6,
)


@given(PIECES)
def test_what_is_stored_reads_as_it_was_shown(pieces: list[Piece]) -> None:
    text = stored(pieces)
    runs = runs_of(text, {})
    assert shown_text(runs) == "".join(piece.text for piece in pieces)
    again = stored([Piece(run.text, run.bold, run.italic) for run in runs])
    assert again == text


@given(st.text(alphabet="ab *_{}.", max_size=30), st.integers(0, 30))
def test_a_place_comes_back_from_the_screen(typed: str, place: int) -> None:
    runs = runs_of(typed, {"a": "lama", "b": ""})
    shown = shown_place(runs, min(place, len(typed)))
    assert 0 <= shown <= len(shown_text(runs))
    assert shown_place(runs, typed_place(runs, shown)) == shown


@given(st.text("ab", max_size=8), st.text("ab", max_size=8), st.integers(0, 8))
def test_a_place_stays_inside_a_text_that_changed(old: str, new: str, place: int) -> None:
    moved = moved_place(old, new, min(place, len(old)))
    assert 0 <= moved <= len(new)
    assert moved_place(old, old, min(place, len(old))) == min(place, len(old))
