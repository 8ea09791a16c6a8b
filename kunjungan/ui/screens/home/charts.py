"""Two small charts, painted; every value is written beside its mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.ui.dates import short_month
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.palette import current_tokens

if TYPE_CHECKING:
    from kunjungan.services.home.figures import Months, TimeLeft

_HEIGHT = 104
_UNDER, _OVER = 18, 16
_BAR = 14
_LINE = 20
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class MonthBars(QWidget):
    """Visits received, a bar a month up to this one, which is darker."""

    def __init__(self, months: "Months", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = months.counts
        self._names = [short_month(no + 1) for no in range(len(self._counts))]
        said = ", ".join(f"{name} {n}" for name, n in zip(self._names, self._counts, strict=True))
        title = tr("Visits received in {year}", year=months.year)
        self.setAccessibleName(f"{title}: {said}")
        self.setFixedHeight(_HEIGHT)

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(TextRole.NOTE))
        most, room = max(self._counts, default=0), _HEIGHT - _UNDER - _OVER
        wide = self.width() / max(len(self._counts), 6)
        bar = min(wide * 0.72, 36.0)
        for place, count in enumerate(self._counts):
            left, high = place * wide, room * count / most if most else 0.0
            last = place == len(self._counts) - 1
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent if last else tokens.accent_line))
            at = QRectF(left + (wide - bar) / 2, _OVER + room - high, bar, high)
            painter.drawRoundedRect(at, 2, 2)
            painter.setPen(QColor(tokens.text2))
            over = QRectF(left, at.top() - _OVER, wide, _OVER)
            painter.drawText(over, _MIDDLE, str(count))
            under = QRectF(left, _HEIGHT - _UNDER, wide, _UNDER)
            painter.drawText(under, _MIDDLE, self._names[place])
        painter.fillRect(QRectF(0, _HEIGHT - _UNDER, self.width(), 1), QColor(tokens.line))


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole with its words and the colour that it is drawn in."""

    words: str
    count: int
    colour: str


class TimeLeftBar(QWidget):
    """Agreements in force as one bar in three parts, each part written below it."""

    def __init__(self, left: "TimeLeft", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = left
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_BAR + 8 + 3 * _LINE)
        said = ", ".join(f"{part.words}: {part.count}" for part in self._parts())
        self.setAccessibleName(f"{tr('Agreements in force')}: {said}")

    def _parts(self) -> Sequence[Share]:
        tokens = current_tokens()
        return (
            Share(tr("In force for more than a year"), self._left.long, tokens.accent),
            Share(tr("End within 91 to 365 days"), self._left.year, tokens.accent_line),
            Share(tr("End within 90 days"), self._left.near, tokens.warn),
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        parts = self._parts()
        whole, at = sum(part.count for part in parts), 0.0
        painter.fillRect(QRectF(0, 0, self.width(), _BAR), QColor(tokens.line))
        for line, part in enumerate(parts):
            width = self.width() * part.count / whole if whole else 0.0
            painter.fillRect(QRectF(at, 0, max(width - 2, 0.0), _BAR), QColor(part.colour))
            at += width
            self._write(painter, line, part)

    def _write(self, painter: QPainter, line: int, part: Share) -> None:
        tokens = current_tokens()
        top = _BAR + 8 + line * _LINE
        painter.fillRect(QRectF(0, top + 5, 10, 10), QColor(part.colour))
        painter.setPen(QColor(tokens.text))
        painter.setFont(font(TextRole.SMALL))
        room = QRectF(18, top, self.width() - 18, _LINE)
        sides = Qt.AlignmentFlag
        painter.drawText(room, sides.AlignLeft | sides.AlignVCenter, part.words)
        painter.setFont(font(TextRole.LABEL))
        painter.drawText(room, sides.AlignRight | sides.AlignVCenter, str(part.count))
