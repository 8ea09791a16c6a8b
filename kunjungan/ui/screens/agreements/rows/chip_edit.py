"""A text to type in, in which each field is one unit: for the cursor, for deleting, for copying."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QMimeData, Qt, Slot
from PySide6.QtGui import (
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget
from typing_extensions import override

from kunjungan.ui.screens.agreements.rows.clause_document import (
    FIELD,
    field_around,
    is_bold,
    letters_in,
    pieces_in,
    set_face,
    show_runs,
)
from kunjungan.ui.screens.agreements.rows.clause_look import BAR, ClauseLook
from kunjungan.ui.screens.agreements.rows.clause_marks import Piece, stored
from kunjungan.ui.screens.agreements.rows.clause_text import Run, shown_text

CLAUSE = "application/x-kunjungan-clause"
"""How words are copied with their marks and fields."""
_KEEP, _GO = QTextCursor.MoveMode.KeepAnchor, QTextCursor.MoveMode.MoveAnchor
_Step = QTextCursor.MoveOperation
_LETTER = MappingProxyType(
    {Qt.Key.Key_Backspace: _Step.PreviousCharacter, Qt.Key.Key_Delete: _Step.NextCharacter}
)
_MORE: Mapping[QKeySequence.StandardKey, QTextCursor.MoveOperation] = MappingProxyType(
    {
        QKeySequence.StandardKey.DeleteStartOfWord: _Step.PreviousWord,
        QKeySequence.StandardKey.DeleteEndOfWord: _Step.NextWord,
        QKeySequence.StandardKey.DeleteEndOfLine: _Step.EndOfBlock,
    }
)
"""How far the keys delete that delete more than a letter."""


class ChipEdit(QTextEdit):
    """Shows runs of text; what is typed between its fields leaves them whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: Sequence[Run] = ()
        self._look = ClauseLook()
        self._drawing = False
        self._stood = 0
        self._by_key = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(off)
        self.setHorizontalScrollBarPolicy(off)
        self.cursorPositionChanged.connect(self._on_cursor)

    def draw(self, runs: Sequence[Run], anchor: int, place: int) -> None:
        """Show other runs, the cursor from one of their places to another."""
        self._drawing = True
        self._runs = runs
        show_runs(self.document(), runs, self._look)
        self._select(anchor, place)
        self._drawing = False

    def pieces(self, start: int = 0, end: int | None = None) -> list[Piece]:
        """Return what stands between two places."""
        found = pieces_in(self.document(), start, end)
        if self._look.table:
            return [replace(piece, text=piece.text.replace(BAR, "|")) for piece in found]
        return found

    def is_as_drawn(self, runs: Sequence[Run]) -> bool:
        """Tell whether the letters in sight are those of these runs."""
        shown = shown_text(runs)
        if self._look.table:
            shown = shown.replace("|", BAR)
        return shown == letters_in(self.document())

    def turn_face(self, sign: str) -> None:
        """Set the selected words, or what is typed next, in bold (``**``) or italic (``__``).

        Where all of it is so already, that is taken away.
        """
        bold = sign == "**"
        cursor, here = self.textCursor(), self.currentCharFormat()
        chosen = self.pieces(cursor.selectionStart(), cursor.selectionEnd())
        words = [piece for piece in chosen if piece.field or piece.text.strip()]
        is_set = is_bold(here) if bold else here.fontItalic()
        if cursor.hasSelection():
            is_set = all(piece.bold if bold else piece.italic for piece in words)
        face = QTextCharFormat()
        if bold:
            face.setFontWeight(QFont.Weight.Normal if is_set else QFont.Weight.Bold)
        else:
            face.setFontItalic(not is_set)
        self.mergeCurrentCharFormat(face)

    def _select(self, anchor: int, place: int) -> None:
        cursor = self.textCursor()
        last = self.document().characterCount() - 1
        cursor.setPosition(min(anchor, last))
        cursor.setPosition(min(place, last), _KEEP if anchor != place else _GO)
        self._stood = cursor.position()
        self.setTextCursor(cursor)

    @Slot()
    def _on_cursor(self) -> None:
        """Step over a field whole, wherever the cursor came from."""
        if self._drawing:
            return
        cursor = self.textCursor()
        place, anchor = cursor.position(), cursor.anchor()
        towards = (place > self._stood) - (place < self._stood) if self._by_key else 0
        self._stood = place
        if cursor.hasSelection():
            away = 1 if place > anchor else -1
            new = self._outside(anchor, -away), self._outside(place, towards or away)
        else:
            new = (self._outside(place, towards),) * 2
        if new != (anchor, place):
            self._drawing = True
            self._select(*new)
            self._drawing = False

    def _outside(self, place: int, towards: int) -> int:
        """Return a place, or the edge of the field it is inside of: onwards, back, or nearest."""
        field = field_around(self.document(), place)
        if field is None:
            return place
        start, end = field
        return end if (towards > 0 if towards else place * 2 >= start + end) else start

    def _free(self) -> None:
        """Have what is typed next belong to no field."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.removeSelectedText()
            self.setTextCursor(cursor)
        face = self.currentCharFormat()
        if face.hasProperty(FIELD):
            plain = QTextCharFormat()
            set_face(plain, bold=is_bold(face), italic=face.fontItalic())
            self.setCurrentCharFormat(plain)

    def _deletes_field(self, event: QKeyEvent) -> bool:
        """Delete as a key asks where that meets a field; False where it does not."""
        step, cursor = _deletes(event), self.textCursor()
        if step is None or cursor.hasSelection():
            return False
        here = cursor.position()
        cursor.movePosition(step, _KEEP)
        end = self._outside(cursor.position(), 1 if cursor.position() > here else -1)
        if all(not piece.field for piece in self.pieces(*sorted((here, end)))):
            return False
        cursor.setPosition(end, _KEEP)
        cursor.removeSelectedText()
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        if _types(event):
            self._free()
        self._by_key = True
        if not self._deletes_field(event):
            super().keyPressEvent(event)
        self._by_key = False

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not self.isReadOnly() and (event.commitString() or event.preeditString()):
            self._free()
        super().inputMethodEvent(event)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        made = super().createMimeDataFromSelection()
        cursor = self.textCursor()
        words = stored(self.pieces(cursor.selectionStart(), cursor.selectionEnd()))
        made.setData(CLAUSE, words.encode())
        return made


def deletes_letter(event: QKeyEvent, key: Qt.Key) -> bool:
    """Tell whether Backspace or Del was pressed to delete a letter."""
    shifted = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    return event.key() == key and not event.modifiers() & ~shifted


def _deletes(event: QKeyEvent) -> QTextCursor.MoveOperation | None:
    letter = (step for key, step in _LETTER.items() if deletes_letter(event, key))
    more = (step for key, step in _MORE.items() if event.matches(key))
    return next((step for steps in (letter, more) for step in steps), None)


def _types(event: QKeyEvent) -> bool:
    held = event.modifiers() & (
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    alt_gr = held == (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return bool(event.text()) and event.text().isprintable() and (not held or alt_gr)
