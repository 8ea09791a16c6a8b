"""A line that needs attention: what, why, by when, and the button that mends it."""

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from kunjungan.domain.attention import Attention
from kunjungan.i18n import tr
from kunjungan.ui.screens.home.words import ICONS, VERBS, due_words, sentence
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.tokens import Tone, ink
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.labels import ElidedLabel
from kunjungan.ui.widgets.layouts import column, framed, row

HEIGHT = 44
_ICON = 20
_DUE, _BUTTON = 108, 132


class AttentionRow(QFrame):
    """One line of the list; marked while the keyboard is on it.

    Signals:
        pressed: The button was pressed; carries the line.
        picked: The row was clicked; carries the line.
    """

    pressed = Signal(object)
    picked = Signal(object)

    def __init__(self, line: Attention, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.marked = False
        self._hovered = False
        self._due, self._tone = due_words(line.due_on, today)
        self.button = Button(tr(VERBS[line.kind]), parent=self)
        self.button.setFixedHeight(28)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(lambda: self.pressed.emit(self.line))
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(self.words)
        self._build()

    @property
    def words(self) -> str:
        """All that the row says, for screen readers."""
        parts = (sentence(self.line.title), sentence(self.line.cause), self._due)
        return ", ".join(part for part in parts if part)

    def mark(self, *, marked: bool) -> None:
        """Show that the keyboard is on this row, or not."""
        self.marked = marked
        self.update()

    def _build(self) -> None:
        title = _label(sentence(self.line.title), TextRole.STRONG, "")
        cause = _label(sentence(self.line.cause), TextRole.SMALL, "")
        due = _label(self._due, TextRole.SMALL, self._colour)
        due.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        due.setFixedWidth(_DUE)
        words = column(title, cause, spacing=0)
        foot = framed(row(None, self.button))
        foot.setFixedWidth(_BUTTON)
        foot.setProperty("clear", "true")
        line = row(words, due, foot, margins=(16 + _ICON + 12, 4, 12, 4))
        line.setStretch(0, 1)
        self.setLayout(line)

    @property
    def _colour(self) -> str:
        tokens = current_tokens()
        if self._tone is Tone.PLAIN:
            return tokens.text2
        return ink(tokens, self._tone).text

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        ground = tokens.sel if self.marked else tokens.hover if self._hovered else tokens.surface
        painter.fillRect(self.rect(), QColor(ground))
        painter.fillRect(QRectF(0, HEIGHT - 1, self.width(), 1), QColor(tokens.line))
        if self.marked:
            painter.fillRect(QRectF(0, 0, 3, HEIGHT), QColor(tokens.accent_text))
        blocking = self.line.blocking or self._tone is Tone.BAD
        colour = ink(tokens, Tone.BAD if blocking else Tone.WARN).text
        image = pixmap(ICONS[self.line.kind], _ICON, colour, self.devicePixelRatioF())
        painter.drawPixmap(16, (HEIGHT - _ICON) // 2, image)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.picked.emit(self.line)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit(self.line)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    @override
    def leaveEvent(self, event: object) -> None:
        self._hovered = False
        self.update()


def _label(text: str, role: TextRole, colour: str) -> QLabel:
    made = ElidedLabel(text)
    made.setFont(font(role))
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    if role is TextRole.SMALL:
        made.setStyleSheet(f"color: {colour or current_tokens().text2}; background: transparent")
    else:
        made.setStyleSheet("background: transparent")
    return made
