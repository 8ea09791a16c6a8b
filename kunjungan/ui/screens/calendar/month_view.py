"""The month: weeks under each other with their numbers, Monday first."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.calendar.occasions import Occasion
from kunjungan.ui.dates import brief_day, weekday_words
from kunjungan.ui.screens.calendar.board import Box
from kunjungan.ui.screens.calendar.board_pointer import PointerBoard, Press
from kunjungan.ui.screens.calendar.drag import Drag, Grip, draw_days, shifted_day
from kunjungan.ui.screens.calendar.entry_look import weekend
from kunjungan.ui.screens.calendar.entry_paint import (
    clash_width,
    paint_clash,
    paint_dragging,
    paint_line,
    strength,
)
from kunjungan.ui.screens.calendar.month_grid import ONE, TWO, fit, tops, week_number
from kunjungan.ui.screens.calendar.shown import Shown, whole_day
from kunjungan.ui.screens.calendar.words import entry_title, holiday_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.tokens import Tokens

_HEAD, _NUMBERS = 28, 36
_TOP, _LEAST, _SIDE = 25, 78, 5
_EDGE = 6
_HOUR = 46
_SUNDAY, _SATURDAY = 6, 5


class MonthView(PointerBoard):
    """Cells of days with entries in a line or two, and how many more there are."""

    stretch_cursor = Qt.CursorShape.SizeHorCursor

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(shown, parent)
        self.setAccessibleName(tr("Month"))
        self.more: dict[date, int] = {}
        self.fit()

    @override
    def fit(self) -> None:
        high = max(self.viewport().height() - _HEAD, 1)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(round(self._row * self._weeks - high), 0))
        bar.setPageStep(high)
        bar.setSingleStep(round(self._row / 3))

    @override
    def place(self) -> list[Box]:
        self.more = {}
        found: list[Box] = []
        clip = QRectF(0, _HEAD, self.viewport().width(), self.viewport().height() - _HEAD)
        for day, entries in self.by_day.items():
            found += self._place_day(day, entries, clip)
        return found

    @override
    def day_at(self, at: QPointF) -> date | None:
        inside = at.x() >= _NUMBERS and at.y() >= _HEAD
        week = int((at.y() - _HEAD + self.verticalScrollBar().value()) // self._row)
        if not inside or not 0 <= week < self._weeks:
            return None
        column = min(int((at.x() - _NUMBERS) // self._wide), 6)
        return shifted_day(self.shown.since, 7 * week + column)

    @override
    def cell_of(self, day: date) -> QRectF:
        week, column = divmod((day - self.shown.since).days, 7)
        top = _HEAD + week * self._row - self.verticalScrollBar().value()
        return QRectF(_NUMBERS + column * self._wide, top, self._wide, self._row)

    @override
    def top_edge(self) -> float:
        return _HEAD

    @override
    def drops(self, drag: Drag) -> Sequence[QRectF]:
        since, until = self.shown.since, shifted_day(self.shown.until, -1)
        days = (max(drag.slot.on, since), min(drag.slot.until, until))
        count = (days[1] - days[0]).days + 1
        cells = [self.cell_of(shifted_day(days[0], by)) for by in range(max(count, 0))]
        return [
            QRectF(cell.left() + _SIDE, cell.top() + _TOP, cell.width() - 2 * _SIDE + 1, TWO + 2)
            for cell in cells
        ]

    @override
    def grip_at(self, box: Box, at: QPointF) -> Grip:
        one = box.occasion
        if not whole_day(one):
            return Grip.WHOLE
        if box.day == one.last and at.x() > box.rect.right() - _EDGE:
            return Grip.END
        return Grip.START if box.day == one.on and at.x() < box.rect.left() + _EDGE else Grip.WHOLE

    @override
    def pulled_to(self, press: Press, at: QPointF) -> Drag | None:
        day, held = self.day_at(at), self.held(press)
        if day is None:
            return None
        if held is None:
            return draw_days(press.day, day)
        return held.by((day - press.day).days)

    @override
    def arrow(self, across: int, down: int) -> tuple[int, int]:
        return across + 7 * down, 0

    @override
    def more_at(self, at: QPointF) -> date | None:
        day = self.day_at(at)
        if day is None or not self.more.get(day):
            return None
        cell = self.cell_of(day)
        return day if at.y() > cell.bottom() - ONE - 2 else None

    @override
    def paint(self, painter: QPainter, tokens: Tokens) -> None:
        area = QRectF(self.viewport().rect())
        painter.fillRect(area, QColor(tokens.surface))
        painter.setClipRect(area.adjusted(0, _HEAD, 0, 0))
        boxes = self.boxes()
        for day in self.by_day:
            self._paint_day(painter, day, tokens)
        self._paint_lines(painter, tokens)
        for box in boxes:
            painter.setOpacity(strength(self, box))
            paint_line(self, painter, box, tokens)
        painter.setOpacity(1.0)
        painter.setClipping(False)
        self._paint_head(painter, tokens)

    @override
    def paint_carried(self, painter: QPainter, tokens: Tokens) -> None:
        painter.setClipRect(self.viewport().rect().adjusted(0, _HEAD, 0, 0))
        paint_dragging(self, painter, tokens)

    @property
    def _weeks(self) -> int:
        return max((self.shown.until - self.shown.since).days // 7, 1)

    @property
    def _row(self) -> float:
        return max((self.viewport().height() - _HEAD) / self._weeks, _LEAST)

    @property
    def _wide(self) -> float:
        return max((self.viewport().width() - _NUMBERS) / 7, 1.0)

    def _place_day(self, day: date, entries: Sequence[Occasion], clip: QRectF) -> list[Box]:
        cell = self.cell_of(day)
        width = cell.width() - 2 * _SIDE + 1
        wanted = [self._lines(one, day, width) for one in entries]
        fitted = fit(wanted, cell.height() - _TOP - 3)
        if fitted.hidden:
            self.more[day] = fitted.hidden
        places = zip(entries, fitted.lines, tops(fitted.lines), strict=False)
        return [
            Box(one, day, QRectF(cell.left() + _SIDE, cell.top() + _TOP + top, width,
                                 TWO if lines > 1 else ONE), clip, lines)
            for one, lines, top in places
        ]  # fmt: skip

    def _lines(self, one: Occasion, day: date, width: float) -> int:
        """Return how many lines the title of an entry wants in a cell."""
        room = width - (_HOUR if one.starts_at is not None else 0) - 3
        metrics = self.texts.metrics(TextRole.NOTE)
        return 1 if metrics.horizontalAdvance(entry_title(one, day)) <= room else 2

    def _paint_day(self, painter: QPainter, day: date, tokens: Tokens) -> None:
        cell, mark = self.cell_of(day), self.shown.marks.get(day)
        if day.weekday() >= _SATURDAY:
            painter.fillRect(cell, weekend(tokens))
        if day == self.day and self.ref is None and self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent_text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(cell.adjusted(2, 2, -1, -1))
        closed = mark is not None and mark.closed
        red = closed or (day.weekday() == _SUNDAY and not self._outside(day))
        colour = tokens.bad if red else tokens.text3 if self._outside(day) else tokens.text
        words = brief_day(day) if self._names_month(day) else str(day.day)
        end = self._paint_number(painter, day, words, colour, tokens)
        self._paint_notes(painter, day, cell, end, tokens)

    def _names_month(self, day: date) -> bool:
        """Tell whether a day outside the month is the first of its own that is shown."""
        return self._outside(day) and (day == self.shown.since or day.day == 1)

    def _outside(self, day: date) -> bool:
        return (day.year, day.month) != (self.shown.day.year, self.shown.day.month)

    def _paint_number(
        self, painter: QPainter, day: date, words: str, colour: str, tokens: Tokens
    ) -> float:
        """Write the day, on a disc when it is today; return where the words end."""
        cell, metrics = self.cell_of(day), self.texts.metrics(TextRole.STRONG)
        wide = metrics.horizontalAdvance(words)
        at = cell.topLeft() + QPointF(8, 4)
        if day == self.shown.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(QRectF(at.x() - 1, at.y(), wide + 13, 19), 9.5, 9.5)
            at.setX(at.x() + 5)
            colour = tokens.on_accent
        self.texts.write(painter, at, [words], TextRole.STRONG, colour)
        return at.x() + wide

    def _paint_notes(
        self, painter: QPainter, day: date, cell: QRectF, left: float, tokens: Tokens
    ) -> None:
        """Write a day's holidays, that it has a clash, and how many entries did not fit."""
        right = cell.right() - 5
        if any(one.clash for one in self.by_day[day]):
            right -= clash_width(self)
            paint_clash(self, painter, QPointF(right, cell.top() + 6), tokens)
        if (words := holiday_words(self.shown.marks.get(day))) and right - left > 24:
            cut = self.texts.cut(words, TextRole.NOTE, right - left - 9)
            at = QPointF(left + 8, cell.top() + 6)
            self.texts.write(painter, at, cut, TextRole.NOTE, tokens.bad)
        if more := self.more.get(day):
            line = tr("+{count} more", count=more)
            at = QPointF(cell.left() + _SIDE + 8, cell.bottom() - ONE)
            self.texts.write(painter, at, [line], TextRole.LABEL, tokens.accent_text)

    def _paint_lines(self, painter: QPainter, tokens: Tokens) -> None:
        painter.setPen(QPen(QColor(tokens.line), 1))
        height, scrolled = self.viewport().height(), self.verticalScrollBar().value()
        for column in range(7):
            x = round(_NUMBERS + column * self._wide) + 0.5
            painter.drawLine(QPointF(x, _HEAD), QPointF(x, height))
        for week in range(self._weeks):
            top = round(_HEAD + week * self._row - scrolled) + 0.5
            painter.drawLine(QPointF(0, top), QPointF(self.viewport().width(), top))
            number = str(week_number(shifted_day(self.shown.since, 7 * week)))
            painter.save()
            room = QRectF(0, top + 4, _NUMBERS, 20)
            self.texts.centre(painter, room, number, TextRole.NOTE, tokens.text3)
            painter.restore()

    def _paint_head(self, painter: QPainter, tokens: Tokens) -> None:
        head = QRectF(0, 0, self.viewport().width(), _HEAD)
        painter.fillRect(head, QColor(tokens.sunken))
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.drawLine(QPointF(0, _HEAD - 0.5), QPointF(head.right(), _HEAD - 0.5))
        for column in range(7):
            day = shifted_day(self.shown.since, column)
            room = QRectF(_NUMBERS + column * self._wide + 8, 0, self._wide - 10, _HEAD)
            colour = tokens.bad if column == _SUNDAY else tokens.text2
            self.texts.beside(painter, room, weekday_words(day), TextRole.LABEL, colour)
