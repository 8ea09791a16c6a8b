"""Typing in a clause: its fields are chips; what they say, and what else is to be looked at."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kunjungan.ui.screens.agreements.rows.clause_field import ClauseField
from kunjungan.ui.screens.agreements.rows.clause_hints import Hint
from kunjungan.ui.screens.agreements.rows.clause_look import ClauseLook
from tests.ui.shared import QUIET, dressed

pytestmark = QUIET
Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
VALUES = {
    "place": "Kota Bandung",
    "date": "1 September 2022",
    "party2.label": "PIHAK KEDUA",
    "party2.name": "RIDHO YAHYA",
    "subject": "",
}


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


def test_a_field_is_passed_by_one_press_of_an_arrow(field: ClauseField, qtbot: QtBot) -> None:
    show(field, "di {place}.")
    at(field, 3)
    qtbot.keyClick(field, Key.Key_Right)
    assert field.textCursor().position() == len("di Kota Bandung")
    qtbot.keyClick(field, Key.Key_Left)
    assert field.textCursor().position() == 3


@pytest.mark.parametrize(
    ("place", "key", "held"),
    [
        (10, Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
        (10, Key.Key_Backspace, CONTROL),
        (3, Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (3, Key.Key_Delete, CONTROL),
    ],
)
def test_a_field_is_deleted_whole(
    field: ClauseField, qtbot: QtBot, place: int, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    show(field, "di {place}.")
    at(field, place)
    qtbot.keyClick(field, key, held)
    assert field.source() == "di ."


def test_what_is_typed_beside_a_field_is_no_part_of_it(field: ClauseField, qtbot: QtBot) -> None:
    show(field, "{place}{place}")
    at(field, 7)
    qtbot.keyClicks(field, " dan ")
    assert field.source() == "{place} dan {place}"
    at(field, 0)
    qtbot.keyClicks(field, "Di ")
    assert field.source() == "Di {place} dan {place}"


def test_a_selection_takes_fields_whole_and_copies_them_as_fields(
    field: ClauseField, qtbot: QtBot
) -> None:
    show(field, "di {place} saja")
    at(field, 3)
    qtbot.keyClick(field, Key.Key_Right, SHIFT)
    assert field.textCursor().selectedText() == "Kota Bandung"
    field.copy()
    assert QApplication.clipboard().text() == "Kota Bandung"
    qtbot.keyClick(field, Key.Key_End)
    field.paste()
    assert field.source() == "di {place} saja{place}"


def test_a_double_click_takes_the_whole_field(field: ClauseField, qtbot: QtBot) -> None:
    show(field, "{place}")
    middle = field.cursorRect().center()
    qtbot.mouseDClick(field.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert field.textCursor().selectedText() == "Kota Bandung"


def test_a_field_typed_by_its_name_becomes_a_chip(field: ClauseField, qtbot: QtBot) -> None:
    show(field, "di ")
    at(field, 3)
    qtbot.keyClicks(field, "{place}, {tempat}")
    assert field.source() == "di {place}, {tempat}"
    assert field.toPlainText() == "di Kota Bandung, {tempat}"


def test_a_field_without_a_value_shows_that_it_is_open(field: ClauseField) -> None:
    show(field, "tentang {subject}")
    assert field.toPlainText() == "tentang …"
    assert field.source() == "tentang {subject}"


def test_new_values_leave_the_cursor_at_its_letter(field: ClauseField) -> None:
    show(field, "di {place}, pada {date}")
    at(field, 13)
    before = field.toPlainText()[field.textCursor().position() :]
    field.show_text("di {place}, pada {date}", VALUES | {"place": "Bandung"}, ClauseLook())
    assert field.toPlainText()[field.textCursor().position() :] == before


def test_words_composed_by_an_input_method_stand_beside_a_field(field: ClauseField) -> None:
    show(field, "{place}")
    at(field, 7)
    written = QInputMethodEvent()
    written.setCommitString("합의")
    QApplication.sendEvent(field, written)
    assert field.source() == "{place}합의"


def test_letters_beyond_the_basic_plane_keep_their_places(field: ClauseField, qtbot: QtBot) -> None:
    show(field, "🏛🏛 {place} 🏛")
    at(field, 10)
    qtbot.keyClicks(field, "!")
    assert field.source() == "🏛🏛 {place}! 🏛"


def test_backspace_at_the_start_asks_to_join_and_del_at_the_end_too(
    field: ClauseField, qtbot: QtBot
) -> None:
    show(field, "ayat")
    asked: list[bool] = []
    field.join_wanted.connect(asked.append)
    at(field, 0)
    qtbot.keyClick(field, Key.Key_Backspace)
    at(field, 4)
    qtbot.keyClick(field, Key.Key_Delete)
    assert asked == [True, False]
    assert field.source() == "ayat"


def test_a_text_is_cut_where_words_stand_on_both_sides_of_the_cursor(field: ClauseField) -> None:
    show(field, "**satu** dua")
    places = []
    for place in (2, 9, 12):
        at(field, place)
        places.append(field.cut_place())
    assert places == [None, 9, None]


def test_a_field_tells_its_name_its_value_and_its_source(field: ClauseField, qtbot: QtBot) -> None:
    show(field, "{party2.name}")
    told = field._told_at(field.cursorRect().center())
    assert told.splitlines() == ["PIHAK KEDUA: Official's name", "RIDHO YAHYA", "From: PIHAK KEDUA"]
    wanted: list[object] = []
    field.source_wanted.connect(lambda source: wanted.append((source.about, source.seq)))
    at(field, 0)
    qtbot.keyClick(field, Key.Key_F2)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.keyClick(menu, Key.Key_Return)
    assert wanted == [("party", 2)]


def test_a_term_that_strays_is_underlined_and_its_offer_taken_by_key(
    field: ClauseField, qtbot: QtBot
) -> None:
    text = "{place}: the Agreement"
    show(field, text)
    start = text.index("Agreement")
    field.show_hints([Hint(start, len(text), "term", "Term base", ("Memorandum",))])
    (line,) = field.extraSelections()
    assert line.cursor.selectedText() == "Agreement"
    at(field, 0)
    qtbot.keyClicks(field, "In ")  # the line goes along with its words
    assert field._hints[0][0].selectedText() == "Agreement"
    qtbot.keyClick(field, Key.Key_Right)
    at(field, len("In {place}: th"))
    qtbot.keyClick(field, Key.Key_Period, CONTROL)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.keyClick(menu, Key.Key_Return)
    assert field.source() == "In {place}: the Memorandum"


def test_a_field_nobody_knows_is_underlined(field: ClauseField) -> None:
    show(field, "di {tempat} dan {place}")
    assert [line.cursor.selectedText() for line in field.extraSelections()] == ["{tempat}"]


def test_a_text_that_is_only_read_takes_nothing(field: ClauseField, qtbot: QtBot) -> None:
    show(field, "{place}")
    field.setReadOnly(True)
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Key.Key_B, CONTROL)
    field.write("y")
    assert field.source() == "{place}"
