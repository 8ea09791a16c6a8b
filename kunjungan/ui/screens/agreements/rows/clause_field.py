"""One side of a clause with its keys: going on, joining, marking, asking what a field says."""

from collections.abc import Callable
from types import MappingProxyType

from PySide6.QtCore import QEvent, QLocale, QMimeData, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.clauses import Column
from kunjungan.services.writing.paste import Clipping
from kunjungan.ui.screens.agreements.rows.chip_edit import CLAUSE, deletes_letter
from kunjungan.ui.screens.agreements.rows.clause_hints import Hint
from kunjungan.ui.screens.agreements.rows.clause_menu import add_field, add_hint, told_of_field
from kunjungan.ui.screens.agreements.rows.clause_paste import clean_words, holds_paragraphs
from kunjungan.ui.screens.agreements.rows.clause_text import Chip, chip_at
from kunjungan.ui.screens.agreements.rows.clause_writing import ClauseWriting
from kunjungan.ui.screens.agreements.rows.field_source import source_of
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.palette import current_tokens

_GIVEN_UP = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
"""Keys that belong to the whole program here: its undo knows every change."""
_MARKS = MappingProxyType({Qt.Key.Key_B: "**", Qt.Key.Key_I: "__"})
_CARRIED = frozenset(
    {
        Qt.FocusReason.MouseFocusReason,
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)
"""How the keyboard comes with a place of its own; otherwise it begins at the end."""


class ClauseField(ClauseWriting):
    """A text that grows with its words, in the language ``code`` of its ``column``.

    Signals:
        entered: The person has come to write here.
        left: The person has gone elsewhere, perhaps for a moment.
        done: The person is done writing here.
        resized: The text needs another height.
        pasted: Several paragraphs were pasted; carries the Clipping.
        join_wanted: The text is to join the row before it (True), or the next row this one.
        source_wanted: Where a field's words are entered is to be shown; carries its FieldSource.
    """

    entered = Signal()
    left = Signal()
    done = Signal()
    resized = Signal()
    pasted = Signal(object)
    join_wanted = Signal(bool)
    source_wanted = Signal(object)

    def __init__(
        self,
        column: Column,
        code: str,
        step: Callable[[bool], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.column: Column = column
        self._step = step
        self.owed = False
        self.setLocale(QLocale("en-GB" if code == "en" else code))
        self.setProperty("part", "clause")
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size)

    @Slot()
    def _on_size(self) -> None:
        self.resized.emit()

    def _at(self, place: int) -> tuple[Chip | None, Hint | None, QTextCursor]:
        """Return the field and the hint that a place touches, and the words the hint is about."""
        for words, hint in self._hints:
            if words.selectionStart() <= place <= words.selectionEnd():
                return None, hint, words
        return chip_at(self._runs, place), None, QTextCursor()

    def _fill(self, menu: QMenu, place: int) -> None:
        """Put into a menu what stands at a place."""
        chip, hint, words = self._at(place)
        if chip is not None:
            source = source_of(chip.name, self._values)
            go = lambda: self.source_wanted.emit(source)  # noqa: E731 - one signal
            add_field(menu, source, self._values.get(chip.name, ""), go)
        if hint is not None and not self.isReadOnly():
            add_hint(menu, hint, lambda offer: self._put(words, offer))

    def _put(self, words: QTextCursor, offer: str) -> None:
        self.setTextCursor(words)
        self.write(offer)

    def _ask(self) -> None:
        """Tell what stands at the cursor, else offer what the next place to look at asks for."""
        place = self.textCursor().position()
        ahead = [words for words, _ in self._hints if words.selectionEnd() >= place]
        chip, hint, _ = self._at(place)
        if chip is None and hint is None and ahead:
            self.setTextCursor(ahead[0])
            place = ahead[0].selectionStart()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, place)
        if not menu.isEmpty():
            menu.popup(self.viewport().mapToGlobal(self.cursorRect().bottomLeft() + QPoint(0, 4)))

    def _joins(self, event: QKeyEvent) -> bool | None:
        """Tell whether a key joins this row to the one before (True) or the next to it (False)."""
        cursor = self.textCursor()
        if self.isReadOnly() or cursor.hasSelection():
            return None
        if cursor.atStart() and deletes_letter(event, Qt.Key.Key_Backspace):
            return True
        return False if cursor.atEnd() and deletes_letter(event, Qt.Key.Key_Delete) else None

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.isReadOnly() and event.reason() not in _CARRIED:
            self.moveCursor(QTextCursor.MoveOperation.End)
        self.entered.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if any(event.matches(key) for key in _GIVEN_UP):
                self.left.emit()
                event.ignore()
                return False
            if _asks(event) or (_mark_of(event) and not self.isReadOnly()):
                event.accept()
                return True
        return super().event(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            if words := self._told_at(event.pos()):
                QToolTip.showText(event.globalPos(), words, self.viewport())
                return True
            QToolTip.hideText()
        return super().viewportEvent(event)

    def _told_at(self, at: QPoint) -> str:
        place = self.document().documentLayout().hitTest(at, Qt.HitTestAccuracy.ExactHit)
        chip, hint, _ = self._at(place) if place >= 0 else (None, None, None)
        if hint is not None:
            return hint.words
        if chip is None:
            return ""
        source = source_of(chip.name, self._values)
        return told_of_field(source, self._values.get(chip.name, ""))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if sign := _mark_of(event):
            self.mark(sign)
        elif _asks(event):
            self._ask()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._step(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        elif (before := self._joins(event)) is not None:
            self.join_wanted.emit(before)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._ask()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return self._step(next) or super().focusNextPrevChild(next)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or source.hasFormat(CLAUSE)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasFormat(CLAUSE):
            self.write(bytes(source.data(CLAUSE).data()).decode("utf-8", "replace"))
        elif holds_paragraphs(source):
            self.pasted.emit(Clipping(source.text(), source.html()))
        elif words := clean_words(source):
            self.write(words)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        if not self.isReadOnly():
            for action in menu.actions()[:3]:  # Qt's own undo and redo, which know less than ours
                menu.removeAction(action)
        first = QMenu(menu)
        place = self.cursorForPosition(event.pos()).position()
        self._fill(first, place)
        if not first.isEmpty():
            menu.insertActions(menu.actions()[0], first.actions())
            menu.insertSeparator(menu.actions()[len(first.actions())])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.owed or not self.document().isEmpty() or self._writes():
            return
        painter = QPainter(self.viewport())
        painter.setFont(font(TextRole.SMALL))
        painter.setPen(QColor(current_tokens().bad))
        words = tr("No text yet") if self.column == "id" else tr("Not translated yet")
        painter.drawText(self.viewport().rect(), int(Qt.AlignmentFlag.AlignTop), words)

    def _writes(self) -> bool:
        return self.hasFocus() and not self.isReadOnly()


def _asks(event: QKeyEvent) -> bool:
    """Tell the keys that ask what stands at the cursor: F2 and Ctrl+full stop."""
    if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
        return event.key() == Qt.Key.Key_Period
    return event.key() == Qt.Key.Key_F2 and event.modifiers() == Qt.KeyboardModifier.NoModifier


def _mark_of(event: QKeyEvent) -> str:
    if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
        return ""
    return _MARKS.get(Qt.Key(event.key()), "")
