"""The places at the window's left, as words or as a rail of icons."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.ui.context import Address
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tokens, ink
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.layouts import emptied
from kunjungan.ui.widgets.page import Place, Section

WIDE = 176
RAIL = 52
_ROW = 34
_RECENT_ROW = 40


class Sidebar(QFrame):
    """Where one can go; the place one is at is marked.

    Signals:
        wanted: A place or record was asked for; carries its address.
    """

    wanted = Signal(object)

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "sidebar")
        self.setAccessibleName(tr("Places"))
        self._places = places
        self._buttons: dict[str, NavButton] = {}
        self._group = QButtonGroup(self)
        self._recent = QWidget(self)
        self._recent_layout = QVBoxLayout(self._recent)
        self._recent_layout.setContentsMargins(0, 8, 0, 0)
        self._recent_layout.setSpacing(0)
        self._rail = False
        self._build()
        self.set_rail(rail=False)

    def set_rail(self, *, rail: bool) -> None:
        """Show icons only, or icons with words."""
        self._rail = rail
        self.setFixedWidth(RAIL if rail else WIDE)
        for made in self._buttons.values():
            made.set_rail(rail=rail)
        self._recent.setVisible(not rail)

    def mark(self, place: str) -> None:
        """Mark where one is."""
        if made := self._buttons.get(place):
            made.setChecked(True)

    def show_badges(self, counts: Mapping[str, ChipText | None]) -> None:
        """Show how much waits at each place."""
        for key, badge in counts.items():
            self._buttons[key].show_badge(badge)

    def show_recent(self, recent: Sequence[tuple[str, str, str]]) -> None:
        """Show the records opened last: address, title, and what they are."""
        emptied(self._recent_layout)
        if not recent:
            return
        caption = set_role(QLabel(tr("Opened last"), self._recent), TextRole.LABEL)
        caption.setContentsMargins(10, 4, 0, 4)
        self._recent_layout.addWidget(caption)
        for text, title, detail in recent:
            if address := Address.parse(text):
                link = RecentButton(title, detail, self._recent)
                link.clicked.connect(partial(self._go, address))
                self._recent_layout.addWidget(link)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 10, 8, 10)
        layout.setSpacing(2)
        self._add_section(layout, Section.MAIN)
        line = QFrame(self)
        line.setProperty("frame", "edge")
        layout.addSpacing(6)
        layout.addWidget(line)
        layout.addSpacing(6)
        self._add_section(layout, Section.OFFICE)
        layout.addWidget(self._recent)
        layout.addStretch(1)
        self._add_section(layout, Section.FOOT)

    def _add_section(self, layout: QVBoxLayout, section: Section) -> None:
        for place in self._places:
            if place.section is section:
                made = NavButton(tr(place.title), place.icon, self)
                made.clicked.connect(partial(self._go, Address(place.key)))
                self._buttons[place.key] = made
                made.setShortcut(f"Ctrl+{len(self._buttons)}")
                self._group.addButton(made)
                layout.addWidget(made)

    def _go(self, address: Address, _checked: bool = False) -> None:
        self.wanted.emit(address)


class NavButton(QAbstractButton):
    """A place: icon, word, and what waits there."""

    def __init__(self, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self._icon_name = icon
        self._badge: ChipText | None = None
        self._rail = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rail(self, *, rail: bool) -> None:
        """Show the icon only; the tooltip has the word, and the key in any case."""
        self._rail = rail
        keys = self.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = f"{self.text()} ({keys})" if keys else self.text()
        self.setToolTip(words if rail else keys)
        self.update()

    def show_badge(self, badge: ChipText | None) -> None:
        """Show how much waits there."""
        self._badge = badge
        words = f"{self.text()}, {badge.text}" if badge else self.text()
        self.setAccessibleName(words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(RAIL - 16, _ROW)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.isChecked()
        self._paint_ground(painter, tokens)
        colour = tokens.accent_text if here else tokens.text2
        image = pixmap(self._icon_name, 20, colour, self.devicePixelRatioF())
        left = (self.width() - 20) / 2 if self._rail else 10.0
        painter.drawPixmap(QPointF(left, (self.height() - 20) / 2), image)
        if self._rail:
            return
        room = QRectF(38, 0, self.width() - 42, self.height() - 1)
        if self._badge is not None:
            room.setRight(self._paint_badge(painter, self._badge, tokens) - 4)
        painter.setFont(font(TextRole.STRONG if here else TextRole.BODY))
        painter.setPen(QColor(colour))
        metrics = QFontMetricsF(painter.font())
        cut = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), cut)

    def _paint_ground(self, painter: QPainter, tokens: Tokens) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(QColor(tokens.border))
            painter.setBrush(QColor(tokens.surface))
            painter.drawRoundedRect(box, 5, 5)
            bar = QRectF(0, 8, 3, self.height() - 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_text))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(box, 5, 5)

    def _paint_badge(self, painter: QPainter, badge: ChipText, tokens: Tokens) -> float:
        colours = ink(tokens, badge.tone)
        face = font(TextRole.NOTE)
        width = max(20.0, QFontMetricsF(face).horizontalAdvance(badge.text) + 12)
        box = QRectF(self.width() - width - 8, (self.height() - 18) / 2, width, 18)
        painter.setPen(QColor(colours.line))
        painter.setBrush(QColor(colours.soft))
        painter.drawRoundedRect(box, 9, 9)
        painter.setFont(face)
        painter.setPen(QColor(colours.text))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), badge.text)
        return box.left()


class RecentButton(QAbstractButton):
    """A record opened lately: its name and, quieter, what it is."""

    def __init__(self, title: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title)
        self.setAccessibleName(f"{title}, {detail}")
        self.setToolTip(title)
        self._detail = detail
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(100, _RECENT_ROW)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        room = QRectF(10, 3, self.width() - 16, 18)
        for text, role, colour in (
            (self.text(), TextRole.SMALL, tokens.text2),
            (self._detail, TextRole.NOTE, tokens.text3),
        ):
            painter.setFont(font(role))
            painter.setPen(QColor(colour))
            metrics = QFontMetricsF(painter.font())
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), cut)
            room.translate(0, 16)
