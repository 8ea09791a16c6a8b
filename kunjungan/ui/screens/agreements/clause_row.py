"""A clause as a row: its number, its text in each language, and how they agree."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from kunjungan.domain.clauses import Level
from kunjungan.services.clauses import ClauseLine, Column
from kunjungan.ui.screens.agreements.clause_columns import (
    column_name,
    lacks,
    look_of,
    to_review,
    words_in,
)
from kunjungan.ui.screens.agreements.clause_field import ClauseField
from kunjungan.ui.screens.agreements.clause_look import ClauseLook
from kunjungan.ui.screens.agreements.review_strip import STRIP, ReviewStrip
from kunjungan.ui.screens.agreements.row_cells import (
    BOTH,
    NUMBER_WIDTH,
    PAD,
    STATE_WIDTH,
    TOP,
    Sides,
    SideValues,
    cells_of,
)
from kunjungan.ui.screens.agreements.row_state import RowState
from kunjungan.ui.screens.agreements.row_view import Row
from kunjungan.ui.screens.agreements.third import Third
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.tokens import Tokens, Tone, ink

_INDENT = {Level.LETTER: 10, Level.NUMBER: 10}
_ICONS = {Tone.OK: "checkmark_circle", Tone.WARN: "warning", Tone.BAD: "error_circle"}


class ClauseRow(Row):
    """One clause; its texts share the height of the tallest one.

    Signals:
        entered: The person came to write in one of its texts; carries the field.
        typed: A text changed; carries the field.
        left: A text was left; carries the field.
        done: The person is done writing in a text.
        resized: The row needs another height.
        reviewed: A translation still holds; carries its column.
    """

    entered = Signal(object)
    typed = Signal(object)
    left = Signal(object)
    done = Signal()
    resized = Signal()
    reviewed = Signal(str)

    def __init__(
        self,
        line: ClauseLine,
        third: Third | None,
        step: Callable[[ClauseField, bool], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.line = line
        self.seen: dict[Column, int] = {}
        self.current = False
        self.third = third
        self._sides: Sides = BOTH
        self._state: RowState | None = None
        self._look = ClauseLook()
        self._kept_height = 0
        self.fields: dict[Column, ClauseField] = {
            side: self._field(side, side, step) for side in BOTH
        }
        if third is not None:
            self.fields["third"] = self._field("third", third.code, step)
        self._strips: dict[Column, ReviewStrip] = {}

    def show_line(
        self, line: ClauseLine, values: SideValues, *, pixels: int, is_open: bool
    ) -> None:
        """Show a clause with its fields filled; whoever writes in it goes on writing."""
        self.line = line
        self._look = look_of(line, pixels)
        for side, field in self.fields.items():
            field.owed = side == "id" or lacks(line, side)
            field.set_open(is_open)
            self._show_strip(side, shown=is_open and to_review(line, side))
            rtl = side == "third" and self.third is not None and self.third.rtl
            look = replace(self._look, rtl=rtl)
            field.show_text(words_in(line, side), values[side], look)
            if not field.unsaved:
                self.seen[side] = line.version
            name = f"{self._mark(side)} {column_name(side, self.third)}"
            field.setAccessibleName(name.strip())
        self.setAccessibleName(line.marker.id)
        self.update()

    def show_state(self, state: RowState | None) -> None:
        """Say at the row's end how its languages agree."""
        if state != self._state:
            self._state = state
            self.setAccessibleDescription(state.words if state else "")
            self.update()

    def show_sides(self, sides: Sides) -> None:
        """Show these languages beside each other."""
        self._sides = sides
        for parts in (self.fields, self._strips):
            for side, part in parts.items():
                part.setVisible(side in sides)

    def set_current(self, *, current: bool) -> None:
        """Tint the row as the one the person is in."""
        if current != self.current:
            self.current = current
            self._kept_height = self.height() if current else 0
            self.update()

    @override
    def height_at(self, width: int) -> int:
        """Return how tall the row is so wide; entering a text never makes it shorter."""
        cells = cells_of(width, self._sides)
        tallest = max(
            self.fields[side].height_at(cells[side].width() - 2 * PAD) + self._strip(side)
            for side in self._sides
        )
        head = self._look.line if self._look.heading else 0
        return max(tallest + head + 2 * TOP + 1, self._kept_height)

    @override
    def arrange(self) -> None:
        """Put the texts into their cells."""
        head = self._look.line if self._look.heading else 0
        for side, cell in cells_of(self.width(), self._sides).items():
            room = cell.adjusted(PAD, TOP + head, -PAD, 0)
            under = self._strip(side)
            room.setHeight(max(self.height() - TOP - head - under - 2, self._look.line))
            self.fields[side].setGeometry(room)
            if side in self._strips:
                strip = QRect(room.left(), self.height() - under - 3, room.width(), under)
                self._strips[side].setGeometry(strip)

    def _strip(self, side: Column) -> int:
        return STRIP if side in self._strips else 0

    def _show_strip(self, side: Column, *, shown: bool) -> None:
        """Put what is to be reviewed under a translation, or take it away."""
        if shown == (side in self._strips):
            return
        if shown:
            made = self._strips[side] = ReviewStrip(self)
            made.reviewed.connect(lambda: self.reviewed.emit(side))
            made.setVisible(side in self._sides)
        else:
            gone = self._strips.pop(side)
            gone.hide()
            gone.deleteLater()
        self._kept_height = 0

    def _mark(self, side: Column) -> str:
        if side == "third":
            return self.third.marks.get(self.line.id, "") if self.third else ""
        return self.line.marker.side(side)

    def _field(
        self, side: Column, code: str, step: Callable[[ClauseField, bool], bool]
    ) -> ClauseField:
        field = ClauseField(side, code, lambda on: step(field, on), self)
        field.entered.connect(lambda: self._on_entered(field))
        field.typed.connect(lambda: self.typed.emit(field))
        field.left.connect(lambda: self._on_left(field))
        field.resized.connect(self.resized)
        field.done.connect(self.done)
        return field

    def _on_entered(self, field: ClauseField) -> None:
        self.update()
        self.entered.emit(field)

    def _on_left(self, field: ClauseField) -> None:
        self.update()
        self.left.emit(field)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        cells = cells_of(self.width(), self._sides)
        side = next((side for side, cell in cells.items() if cell.contains(at)), self._sides[0])
        self.fields[side].setFocus()

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
                box = QRectF(cells[side].intersected(self.rect())).adjusted(0, 0, -1, -1)
                painter.setPen(QPen(QColor(tokens.accent_text), 2))
                painter.setBrush(QColor(tokens.surface))
                painter.drawRect(box.adjusted(1, 1, -0.5, -0.5))
        self._draw_marker(painter, tokens, cells)
        self._draw_state(painter)

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
            left = 12 + _INDENT.get(self.line.level, 0)
            room = QRect(left, TOP, NUMBER_WIDTH - left, self._look.line)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom), self.line.marker.id)
            return
        painter.setPen(QColor(tokens.text))
        for side, cell in cells.items():
            room = QRect(cell.left(), TOP, cell.width(), self._look.line)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            painter.drawText(room, int(flags), self._mark(side))

    def _draw_state(self, painter: QPainter) -> None:
        if self._state is None:
            return
        colour = ink(current_tokens(), self._state.tone).text
        image = pixmap(_ICONS[self._state.tone], 16, colour, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(self.width() - STATE_WIDTH + 9, TOP + 2), image)
