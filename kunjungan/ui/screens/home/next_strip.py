"""The strip of the next visit: its day, its stage, how ready it is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.ui.dates import hours_words, short_day, short_month, weekday_words
from kunjungan.ui.labels import label, screen_side, tone
from kunjungan.ui.screens.home.words import days_words
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.chips import Chip, ChipText
from kunjungan.ui.widgets.labels import ElidedLabel
from kunjungan.ui.widgets.layouts import CARD_PAD, column, framed, row

if TYPE_CHECKING:
    from kunjungan.services.home.next_visit import NextVisit

_TILE = QSize(52, 60)
_HEAD = 16
_BAR = 6


class NextStrip(QFrame):
    """The visit that comes next.

    Signals:
        wanted: The visit is to be opened; carries its id.
    """

    wanted = Signal(object)

    def __init__(self, visit: "NextVisit", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "card")
        self.open = Button(tr("Open visit"), icon="arrow_right", parent=self)
        self.open.clicked.connect(lambda: self.wanted.emit(visit.id))
        self._ready = framed(self._readiness(visit), self)
        self._ready.setFixedWidth(250)
        words = framed(self._words(visit), self)
        line = row(DayTile(visit, self), words, self._ready, self.open, spacing=18)
        line.setStretch(1, 1)
        line.setContentsMargins(CARD_PAD, 10, CARD_PAD, 10)
        self.setLayout(line)

    def _words(self, visit: "NextVisit") -> QVBoxLayout:
        off = set_role(QLabel(days_words(visit.days)), TextRole.STRONG)
        off.setStyleSheet(f"color: {current_tokens().accent_text}")
        chip = Chip(ChipText(label(visit.stage), tone(visit.stage)))
        title = ElidedLabel(visit.title)
        title.setFont(font(TextRole.CARD))
        about = ElidedLabel(" · ".join(part for part in _about(visit) if part))
        set_role(about, TextRole.SMALL)
        return column(row(off, chip, None), title, about, spacing=2)

    def _readiness(self, visit: "NextVisit") -> QVBoxLayout:
        count = tr("{done} of {all} steps", done=visit.steps_done, all=visit.steps)
        counted = set_role(QLabel(count if visit.steps else tr("No steps yet")), TextRole.STRONG)
        bar = ReadinessBar(visit.steps_done, visit.steps)
        following = ElidedLabel(_next_words(visit))
        set_role(following, TextRole.NOTE)
        return column(row(QLabel(tr("Readiness")), None, counted), bar, following, spacing=4)


class DayTile(QWidget):
    """A leaf of the calendar: month, day, weekday."""

    def __init__(self, visit: "NextVisit", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._month = short_month(visit.on.month).upper()
        self._day = str(visit.on.day)
        self._weekday = weekday_words(visit.on)
        self.setFixedSize(_TILE)
        self.setAccessibleName(short_day(visit.on, year=True))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.5, 0.5, _TILE.width() - 1, _TILE.height() - 1)
        path = QPainterPath()
        path.addRoundedRect(box, 5, 5)
        painter.fillPath(path, QColor(tokens.surface))
        painter.setClipPath(path)
        painter.fillRect(QRectF(0, 0, _TILE.width(), _HEAD), QColor(tokens.accent))
        painter.setClipping(False)
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.drawPath(path)
        middle = Qt.AlignmentFlag.AlignCenter
        painter.setFont(font(TextRole.NOTE))
        painter.setPen(QColor(tokens.on_accent))
        painter.drawText(QRectF(0, 0, _TILE.width(), _HEAD), middle, self._month)
        painter.setPen(QColor(tokens.text2))
        painter.drawText(QRectF(0, 41, _TILE.width(), 16), middle, self._weekday)
        painter.setFont(font(TextRole.TITLE))
        painter.setPen(QColor(tokens.text))
        painter.drawText(QRectF(0, _HEAD, _TILE.width(), 26), middle, self._day)


class ReadinessBar(QWidget):
    """How many steps of all are done, as a bar; the words beside it say the same."""

    def __init__(self, done: int, every: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = done / every if every else 0.0
        self.setFixedHeight(_BAR)
        self.setAccessibleName(tr("{done} of {all} steps", done=done, all=every))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for share, colour in ((1.0, tokens.line), (self._share, tokens.accent)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(0, 0, self.width() * share, _BAR), 3, 3)


def _about(visit: "NextVisit") -> tuple[str, ...]:
    guests = tr("{count} guests", count=visit.guests) if visit.guests else ""
    texts = tr("{count} agreements", count=visit.agreements) if visit.agreements else ""
    return hours_words(visit.when.starts_at, visit.when.ends_at), visit.place, guests, texts


def _next_words(visit: "NextVisit") -> str:
    if visit.step is None:
        return tr("All steps are done") if visit.steps else ""
    step = screen_side(visit.step)
    if visit.step_due is None:
        return tr("Next: {step}", step=step)
    return tr("Next: {step} ({day})", step=step, day=short_day(visit.step_due))
