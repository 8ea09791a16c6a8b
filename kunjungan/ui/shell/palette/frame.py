"""The parts round the palette's list: the line one types in, the foot, the veil behind it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.roles import set_property, set_role
from kunjungan.ui.widgets.chips import KeyHint
from kunjungan.ui.widgets.fields import TypedLine
from kunjungan.ui.widgets.layouts import row

LINE, FOOT = 52, 32
_VEIL = 92
_HINT_FROM = 600


class TypingLine(QFrame):
    """A magnifying glass, the line, and which signs narrow the search."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(LINE)
        self.field = TypedLine(tr("Search, or run a command…"), self)
        self.field.setAccessibleName(tr("Name, subject, number, or a command"))
        face = font(TextRole.SUBTITLE)
        face.setWeight(QFont.Weight.Normal)
        self.field.setFont(face)
        set_property(self.field, "part", "inner")
        self._glass = QLabel(self)
        self._hint = QWidget(self)
        self._build()

    def _build(self) -> None:
        ratio = self.devicePixelRatioF()
        self._glass.setPixmap(pixmap("search", 20, current_tokens().accent_text, ratio))
        words = [tr("type"), tr("commands,"), tr("people,"), tr("agreements")]
        labels = [set_role(QLabel(word, self._hint), TextRole.SMALL) for word in words]
        keys = [KeyHint(key, self._hint) for key in (">", "@", "#")]
        parts = [labels[0]]
        hint = row(*parts, keys[0], labels[1], keys[1], labels[2], keys[2], labels[3], spacing=5)
        self._hint.setLayout(hint)
        self.setLayout(row(self._glass, self.field, self._hint, spacing=12, margins=(18, 0, 16, 0)))

    def fit(self, width: int) -> None:
        """Leave the hint away where it would take the room of what is typed."""
        long = self.field.fontMetrics().horizontalAdvance(self.field.text()) > width - 430
        self._hint.setVisible(width >= _HINT_FROM and not long)


class Foot(QFrame):
    """The keys, and how much was found how quickly."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(FOOT)
        set_property(self, "frame", "sunken")
        self._found = set_role(QLabel(self), TextRole.SMALL)
        keys: list[QWidget | None] = []
        for key, word in (("↑↓", tr("choose")), ("Enter", tr("open")), ("Esc", tr("close"))):
            keys += [KeyHint(key, self), set_role(QLabel(word, self), TextRole.SMALL)]
        self.setLayout(row(*keys, None, self._found, spacing=6, margins=(16, 0, 16, 0)))

    def say(self, words: str) -> None:
        """Say what was found."""
        self._found.setText(words)


class Veil(QWidget):
    """Darkens the window behind the palette, and keeps its size.

    Signals:
        clicked: Somebody pressed beside the palette.
    """

    clicked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        window.installEventFilter(self)
        self.setGeometry(window.rect())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        dark = QColor(Qt.GlobalColor.black)
        dark.setAlpha(_VEIL)
        QPainter(self).fillRect(self.rect(), dark)
