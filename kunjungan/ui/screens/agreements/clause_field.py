"""One side of a clause: reads as it will be printed, and is typed with its marks and fields."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QLocale, QMimeData, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget
from typing_extensions import override

from kunjungan.domain.letters import without_unseen
from kunjungan.i18n import tr
from kunjungan.services.clauses import Column
from kunjungan.ui.screens.agreements.clause_look import ClauseLook, put_in, show_runs
from kunjungan.ui.screens.agreements.clause_text import Run, runs_of, shown_text, typed_place
from kunjungan.ui.screens.agreements.field_marker import FieldMarker
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.palette import current_tokens

_GIVEN_UP = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
"""Keys that belong to the whole program here: its undo knows every change."""
_WHITE = re.compile(r"\s+")
_MARKS = MappingProxyType({Qt.Key.Key_B: "**", Qt.Key.Key_I: "__"})
_STAYS = frozenset(
    {
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)


class ClauseField(QTextEdit):
    """A text that grows with its words; in it the marks show, outside it the finished words.

    ``code`` is the language written in its ``column`` of the row.

    Signals:
        entered: The person has come to write here.
        typed: The person changed the text.
        left: The person has gone elsewhere, perhaps for a moment.
        done: The person is done writing here.
        resized: The text needs another height.
    """

    entered = Signal()
    typed = Signal()
    left = Signal()
    done = Signal()
    resized = Signal()

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
        self.setLocale(QLocale("en-GB" if code == "en" else code))
        self._stored = ""
        self._source = ""
        self._drawn: str | None = None
        self._heard = ""
        self._values: Mapping[str, str] = MappingProxyType({})
        self._runs: list[Run] = []
        self._look = ClauseLook()
        self._open = False
        self._editing = False
        self.owed = False
        self._shown = QTextDocument(self)
        self._typing = QTextDocument(self)
        self._marker = FieldMarker(self._typing)
        self._build()

    def show_text(self, stored: str, values: Mapping[str, str], look: ClauseLook) -> None:
        """Show a clause's stored text; what was typed and not yet kept stays as it is."""
        if not self.unsaved or stored == self.source():
            self._take(stored)
        fresh = (values, look) != (self._values, self._look)
        self._values, self._look = values, look
        self._marker.known = frozenset(values)
        if self._editing:
            look.apply(self._typing)
        elif fresh or self._source != self._drawn:
            self._draw()

    def source(self) -> str:
        """Return the text as typed, with its marks and fields."""
        if not self._editing:
            return self._source
        return " ".join(self._typing.toRawText().split("\u2029"))

    def set_open(self, is_open: bool) -> None:
        """Let the text be changed, or only read and copied."""
        self._open = is_open
        if not is_open and self._editing:
            self._stop()
        self.setReadOnly(not is_open or not self._editing)

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.source() != self._stored

    @property
    def editing(self) -> bool:
        """Whether the person is writing here."""
        return self._editing

    def height_at(self, width: int) -> int:
        """Return how tall the text stands in so many pixels."""
        document = self.document()
        if document.textWidth() != width:
            document.setTextWidth(width)
        return max(round(document.size().height() + 0.49), self._look.line)

    def write(self, text: str) -> None:
        """Put text in at the cursor, as if typed."""
        if self._open:
            self._start()
            self.textCursor().insertText(text)

    def mark(self, sign: str) -> None:
        """Set the selected words in bold or italic, or take that away."""
        if not self._editing:
            return
        cursor = self.textCursor()
        words = cursor.selectedText()
        if len(words) > 2 * len(sign) and words.startswith(sign) and words.endswith(sign):
            cursor.insertText(words[len(sign) : -len(sign)])
            return
        start = cursor.selectionStart() + len(sign)
        cursor.insertText(f"{sign}{words}{sign}")
        cursor.setPosition(start)
        cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _build(self) -> None:
        self.setProperty("part", "clause")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(off)
        self.setHorizontalScrollBarPolicy(off)
        for document in (self._shown, self._typing):
            document.setDocumentMargin(0)
            document.setUndoRedoEnabled(False)
            document.documentLayout().documentSizeChanged.connect(self._on_size)
        self.setDocument(self._shown)
        self.setReadOnly(True)
        self._typing.contentsChanged.connect(self._on_typed)

    def _start(self, place: int | None = None) -> None:
        if self._editing or not self._open:
            return
        self._heard = self._source
        self._typing.setPlainText(self._source)
        self._look.apply(self._typing)
        self._editing = True
        self.setDocument(self._typing)
        self.setReadOnly(False)
        cursor = QTextCursor(self._typing)
        cursor.setPosition(len(self._source) if place is None else place)
        self.setTextCursor(cursor)
        self.resized.emit()

    def _stop(self) -> None:
        self._source = self.source()
        self._editing = False
        self._draw()
        self.setDocument(self._shown)
        self.setReadOnly(True)
        self.resized.emit()

    def _take(self, stored: str) -> None:
        self._stored = stored
        if self._editing and stored != self.source():
            self._heard = stored
            put_in(self._typing, stored)
        self._source = stored

    def _draw(self) -> None:
        self._drawn = self._source
        self._runs = runs_of(self._source, self._values)
        show_runs(self._shown, self._runs, self._look)

    def _typed_place(self, at: QPoint) -> int:
        return typed_place(self._runs, self.cursorForPosition(at).position())

    @Slot()
    def _on_typed(self) -> None:
        # The marker's own colouring is told as a change too; only other words are.
        if self._editing and self._heard != (words := self.source()):
            self._heard = words
            self.typed.emit()

    @Slot()
    def _on_size(self) -> None:
        self.resized.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._start()
        self.entered.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
        if self._editing and event.reason() not in _STAYS:
            self._stop()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        starts = self._open and not self._editing
        if starts and event.button() == Qt.MouseButton.LeftButton:
            self._start(self._typed_place(event.position().toPoint()))
            return
        super().mousePressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if any(event.matches(key) for key in _GIVEN_UP):
                self.left.emit()
                event.ignore()
                return False
            if self._editing and _mark_of(event):
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if sign := _mark_of(event):
            self.mark(sign)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._step(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return self._step(next) or super().focusNextPrevChild(next)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if words := without_unseen(source.text()).strip("\r\n"):
            self.textCursor().insertText(_WHITE.sub(" ", words))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        if not self.isReadOnly():
            for action in menu.actions()[:3]:  # Qt's own undo and redo, which know less than ours
                menu.removeAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.owed or self._editing or shown_text(self._runs):
            return
        painter = QPainter(self.viewport())
        painter.setFont(font(TextRole.SMALL))
        painter.setPen(QColor(current_tokens().bad))
        words = tr("No text yet") if self.column == "id" else tr("Not translated yet")
        painter.drawText(self.viewport().rect(), int(Qt.AlignmentFlag.AlignTop), words)


def _mark_of(event: QKeyEvent) -> str:
    if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
        return ""
    return _MARKS.get(Qt.Key(event.key()), "")
