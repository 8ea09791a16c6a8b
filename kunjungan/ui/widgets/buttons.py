"""Buttons: one look for each weight of doing, with the key drawn inside where there is one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from kunjungan.ui.actions import keys_text, plain_text
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.icons import icon as themed_icon
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.tokens import Tokens
from kunjungan.ui.widgets.chips import draw_key, key_width

_PAD = 12
_GAP = 7
_ICON = 16
_LINKS = ("link", "crumb")


class Button(QPushButton):
    """A push button with icon, words and key; ``kind`` is plain, primary, danger or link."""

    def __init__(
        self, text: str, *, icon: str = "", kind: str = "plain", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._icon = icon
        self._kind = kind
        self._keys = ""
        self._bare = False
        self.setProperty("kind", kind)
        self.setFont(font(TextRole.STRONG if kind == "primary" else TextRole.BODY))
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor if kind == "link" else self.cursor())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_quiet(self) -> None:
        """Write the words as secondary, as crumbs are."""
        self._kind = "crumb"
        self.update()

    def show_icon(self, icon: str) -> None:
        """Draw another icon before the words."""
        self._icon = icon
        self.updateGeometry()

    def show_keys(self, keys: str) -> None:
        """Draw a key at the button's end."""
        self._keys = keys
        self.updateGeometry()

    def show_bare(self, *, bare: bool) -> None:
        """Leave the words out where there is no room for them; a tip says them then."""
        self._bare = bare
        self.setToolTip(self.toolTip() or self.text())
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        pad = 0 if self._kind in _LINKS else _PAD
        width = 2 * pad + QFontMetricsF(self.font()).horizontalAdvance(self._words)
        width += _ICON + (_GAP if self._words else 0) if self._icon else 0
        width += key_width(self._keys) + _GAP + 1 if self._keys else 0
        return QSize(round(width + 0.49), 20 if self._kind in _LINKS else 30)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        tokens = current_tokens()
        colour = self._colour(tokens)
        spare = self.width() - self.sizeHint().width()
        x = max(spare, 0) / 2 + (0 if self._kind in _LINKS else _PAD)
        middle = self.height() / 2
        if self._icon:
            image = pixmap(self._icon, _ICON, colour, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(x, middle - _ICON / 2), image)
            x += _ICON + (_GAP if self._words else 0)
        face = self.font()
        face.setUnderline(self._kind in _LINKS and self.underMouse() and self.isEnabled())
        painter.setFont(face)
        painter.setPen(QColor(colour))
        wide = QFontMetricsF(face).horizontalAdvance(self._words) + min(spare, 0)
        words = QFontMetricsF(face).elidedText(self._words, Qt.TextElideMode.ElideRight, wide + 0.5)
        room = QRectF(x, 0, self.width() - x, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
        if self._keys:
            x += wide + _GAP
            self._draw_keys(painter, QPointF(x, middle), tokens)

    @property
    def _words(self) -> str:
        return "" if self._bare else self.text()

    def _colour(self, tokens: Tokens) -> str:
        if not self.isEnabled():
            return tokens.text3
        colours = {
            "primary": tokens.on_accent,
            "danger": tokens.bad,
            "link": tokens.accent_text,
            "crumb": tokens.text2,
        }
        return colours.get(self._kind, tokens.text)

    def _draw_keys(self, painter: QPainter, at: QPointF, tokens: Tokens) -> None:
        bright = self._kind == "primary" and self.isEnabled()
        ink = tokens.on_accent if bright else tokens.text3
        edge = tokens.accent_line if bright else tokens.neutral_line
        draw_key(painter, at, self._keys, ink, edge)


class CommandButton(Button):
    """A button of a command: its words, icon, key, whether it is open now, and why it never is."""

    def __init__(
        self,
        action: QAction,
        *,
        text: str = "",
        kind: str = "plain",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text or plain_text(action), icon=icon, kind=kind, parent=parent)
        self._action = action
        self.show_keys(keys_text(action))
        self.setToolTip(action.whatsThis())
        self.setEnabled(action.isEnabled())
        action.enabledChanged.connect(self.setEnabled)
        self.clicked.connect(action.trigger)


def button(
    text: str,
    run: Callable[[], object],
    *,
    icon: str = "",
    kind: str = "plain",
    parent: QWidget | None = None,
) -> Button:
    """Return a button that calls ``run``."""
    made = Button(text, icon=icon, kind=kind, parent=parent)
    made.clicked.connect(partial(_call, run))
    return made


def icon_button(
    icon: str, tip: str, run: Callable[[], object], parent: QWidget | None = None
) -> QToolButton:
    """Return a button that is only an icon; ``tip`` says in words what it does."""
    made = QToolButton(parent)
    made.setProperty("kind", "quiet")
    made.setIcon(themed_icon(icon))
    made.setIconSize(QSize(_ICON, _ICON))
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.clicked.connect(partial(_call, run))
    return made


def command_icon(
    action: QAction, icon: str, tip: str, parent: QWidget | None = None
) -> QToolButton:
    """Return an icon of a command: open while it is, or with why it never is as its tip."""
    made = icon_button(icon, tip, action.trigger, parent)
    made.setToolTip(action.whatsThis() or tip)
    made.setEnabled(action.isEnabled())
    action.enabledChanged.connect(made.setEnabled)
    return made


def _call(run: Callable[[], object], _checked: bool = False) -> None:
    run()
