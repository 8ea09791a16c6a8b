"""How a row is drawn around its texts: its number, its lines, and the sign of its state."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from kunjungan.domain.clauses import Level
from kunjungan.services.clauses import ClauseLine, Column
from kunjungan.ui.screens.agreements.rows.clause_field import ClauseField
from kunjungan.ui.screens.agreements.rows.clause_look import ClauseLook
from kunjungan.ui.screens.agreements.rows.row_cells import (
    BOTH,
    GAP,
    NUMBER_WIDTH,
    STATE_WIDTH,
    TOP,
    Sides,
    cells_of,
)
from kunjungan.ui.screens.agreements.rows.row_state import RowState
from kunjungan.ui.screens.agreements.rows.row_view import Row
from kunjungan.ui.screens.agreements.rows.third import Third
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.tokens import Tokens, ink

_LEFT = 12
_INDENT: Mapping[Level, int] = MappingProxyType(
    {Level.LETTER: 10, Level.NUMBER: 10, Level.SUBLETTER: 14, Level.SUBNUMBER: 14}
)


class PaintedRow(Row):
    """A row with number, lines and state; its texts lie in the cells between."""

    def __init__(self, line: ClauseLine, third: Third | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.line = line
        self.third = third
        self.current = False
        self.fields: dict[Column, ClauseField] = {}
        self._sides: Sides = BOTH
        self._state: RowState | None = None
        self._look = ClauseLook()

    def show_state(self, state: RowState | None) -> None:
        """Say at the row's end how its languages agree."""
        if state != self._state:
            self._state = state
            self.setAccessibleDescription(state.words if state else "")
            self.update()

    def _mark(self, side: Column) -> str:
        if side == "third":
            return self.third.marks.get(self.line.id, "") if self.third else ""
        return self.line.marker.side(side)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._state is not None:
            QToolTip.showText(event.globalPos(), self._state.words, self)
            return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        fill = tokens.sel if self.current else tokens.bg if self._look.heading else tokens.surface
        painter.fillRect(self.rect(), QColor(fill))
        cells = cells_of(self.width(), self._sides)
        self._draw_lines(painter, tokens, cells)
        for side, field in self.fields.items():
            if field.hasFocus() and side in cells:
                cell = cells[side].intersected(self.rect())
                cell.setBottom(min(cell.bottom(), field.geometry().bottom() + GAP))
                painter.setPen(QPen(QColor(tokens.accent_text), 2))
                painter.setBrush(QColor(tokens.surface))
                painter.drawRect(QRectF(cell).adjusted(1, 1, -1.5, -1.5))
        self._draw_marker(painter, tokens, cells)
        self._draw_state(painter, tokens)

    def _draw_lines(self, painter: QPainter, tokens: Tokens, cells: Mapping[Column, QRect]) -> None:
        painter.setPen(QColor(tokens.line))
        bottom = self.height() - 1
        painter.drawLine(0, bottom, self.width(), bottom)
        for cell in cells.values():
            painter.drawLine(cell.left() - 1, 0, cell.left() - 1, bottom)
        edge = self.width() - STATE_WIDTH
        painter.drawLine(edge, 0, edge, bottom)

    def _draw_marker(
        self, painter: QPainter, tokens: Tokens, cells: Mapping[Column, QRect]
    ) -> None:
        painter.setFont(self._look.face())
        if not self._look.heading:
            painter.setPen(QColor(tokens.text2))
            left = _LEFT + _INDENT.get(self.line.level, 0)
            room = QRect(left, TOP, NUMBER_WIDTH - left, self._look.line)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom), self.line.marker.id)
            return
        painter.setPen(QColor(tokens.text))
        for side, cell in cells.items():
            room = QRect(cell.left(), TOP, cell.width(), self._look.line)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            painter.drawText(room, int(flags), self._mark(side))

    def _draw_state(self, painter: QPainter, tokens: Tokens) -> None:
        if self._state is not None:
            colour = ink(tokens, self._state.tone).text
            image = pixmap(self._state.icon, 16, colour, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(self.width() - STATE_WIDTH + 9, TOP + 2), image)
