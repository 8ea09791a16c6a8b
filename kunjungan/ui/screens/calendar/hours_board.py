"""The week and the day as a board: columns of hours, where things stand and what is dragged."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from PySide6.QtCore import QPointF, QRectF, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.calendar.moving import Slot
from kunjungan.services.calendar.occasions import Ref
from kunjungan.ui.screens.calendar.board import Box
from kunjungan.ui.screens.calendar.board_pointer import PointerBoard, Press
from kunjungan.ui.screens.calendar.drag import (
    Drag,
    Grip,
    draw_days,
    draw_hours,
    minute_of,
    snapped,
    span_of,
)
from kunjungan.ui.screens.calendar.hours_place import HEAD, HOUR, plan_hours
from kunjungan.ui.screens.calendar.shown import Shown
from kunjungan.ui.screens.calendar.sieve import View

_EDGE = 6
_MORNING = 7 * 60 + 40
_MINUTE_MS = 60_000


class HoursBoard(PointerBoard):
    """Columns of hours; what overlaps stands side by side."""

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(shown, parent)
        self.setAccessibleName(tr("Week") if shown.view is View.WEEK else tr("Day"))
        self.clock: Callable[[], datetime] = lambda: datetime.now(UTC)
        self.plan = plan_hours(shown.days(), self.by_day, self.viewport().width())
        self._scrolled = False
        timer = QTimer(self)
        timer.timeout.connect(self.viewport().update)
        timer.start(_MINUTE_MS)

    @override
    def show_days(self, shown: Shown) -> None:
        super().show_days(shown)
        if not self._scrolled:
            self._scrolled = True
            self.verticalScrollBar().setValue(round(self._first_minute() * HOUR / 60))

    def minute_at(self, y: float) -> int:
        """Return the minute of the day at a height of the view."""
        return round((y - self.plan.top + self.verticalScrollBar().value()) * 60 / HOUR)

    @override
    def fit(self) -> None:
        self.plan = plan_hours(self.shown.days(), self.by_day, self.viewport().width())
        room = max(self.viewport().height() - self.plan.top, 1)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(round(24 * HOUR - room), 0))
        bar.setPageStep(round(room))
        bar.setSingleStep(HOUR // 2)

    @override
    def place(self) -> list[Box]:
        plan = self.plan
        down = plan.top - self.verticalScrollBar().value()
        area = QRectF(self.viewport().rect())
        above, below = area.adjusted(0, HEAD, 0, 0), area.adjusted(0, plan.top, 0, 0)
        found = [
            Box(s.occasion, plan.days[s.first], plan.strip_rect(s), above)
            for s in plan.strips
            if s.line < plan.shown_lines
        ]
        for day in plan.days:
            for one, lane in plan.timed[day]:
                rect = plan.timed_rect(one, day, lane).translated(0, down)
                found.append(Box(one, day, rect, below))
        return found

    @override
    def day_at(self, at: QPointF) -> date | None:
        column = self.plan.column_at(at.x())
        return self.plan.days[column] if column is not None else None

    @override
    def cell_of(self, day: date) -> QRectF:
        at = self.plan.column(day)
        if not 0 <= at < len(self.plan.days):
            return QRectF()
        left, right = self.plan.edges[at], self.plan.edges[at + 1]
        return QRectF(left, self.plan.top, right - left, self.viewport().height() - self.plan.top)

    @override
    def top_edge(self) -> float:
        return self.plan.top

    @override
    def drops(self, drag: Drag) -> Sequence[QRectF]:
        slot, plan = drag.slot, self.plan
        if slot.starts_at is None or slot.on != slot.until:
            first, last = plan.column(slot.on), plan.column(slot.until)
            if last < 0 or first >= len(plan.days):
                return []
            first, last = max(first, 0), min(last, len(plan.days) - 1)
            left, right = plan.edges[first], plan.edges[last + 1]
            return [QRectF(left + 3, HEAD + 3, right - left - 5, plan.top - HEAD - 6)]
        if not 0 <= plan.column(slot.on) < len(plan.days):
            return []
        return [self._hours_rect(slot)]

    @override
    def grip_at(self, box: Box, at: QPointF) -> Grip:
        if box.clip.top() < self.plan.top:
            if at.x() > box.rect.right() - _EDGE:
                return Grip.END
            return Grip.START if at.x() < box.rect.left() + _EDGE else Grip.WHOLE
        if at.y() > box.rect.bottom() - _EDGE:
            return Grip.END
        short = box.rect.height() < 4 * _EDGE
        return Grip.START if at.y() < box.rect.top() + _EDGE and not short else Grip.WHOLE

    @override
    def pulled_to(self, press: Press, at: QPointF) -> Drag | None:
        day, held = self.day_at(at), self.held(press)
        if day is None:
            return None
        if held is None:
            return self._drawn(press, day, at)
        days = (day - press.day).days
        if press.box is not None and press.box.clip.top() < self.plan.top:
            return held.by(days)
        pulled = snapped_by(self.minute_at(at.y()) - self._pressed_minute(press))
        return held.by(days if press.grip is Grip.WHOLE else 0, pulled)

    @override
    def walk(self, across: int, down: int) -> None:
        if across:
            super().walk(across, 0)
        elif not self._step_within(down):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + down * HOUR)

    @override
    def more_at(self, at: QPointF) -> date | None:
        column = self.plan.column_at(at.x())
        if column is None or not self.plan.hidden(column):
            return None
        line = self.plan.top - 24
        return self.plan.days[column] if line <= at.y() < self.plan.top else None

    def strip_boxes(self) -> list[Box]:
        """Return the bars of whole days."""
        return [box for box in self.boxes() if box.clip.top() < self.plan.top]

    def hour_boxes(self) -> list[Box]:
        """Return the entries among the hours."""
        return [box for box in self.boxes() if box.clip.top() >= self.plan.top]

    def _drawn(self, press: Press, day: date, at: QPointF) -> Drag:
        if press.at.y() < self.plan.top:
            return draw_days(press.day, day)
        return draw_hours(press.day, self._pressed_minute(press), self.minute_at(at.y()))

    def _pressed_minute(self, press: Press) -> int:
        moved = press.scrolled - self.verticalScrollBar().value()
        return self.minute_at(press.at.y() + moved)

    def _hours_rect(self, slot: Slot) -> QRectF:
        assert slot.starts_at is not None  # only what has hours stands among them
        start, end = span_of(slot.starts_at, slot.ends_at)
        cell, scrolled = self.cell_of(slot.on), self.verticalScrollBar().value()
        top = self.plan.top + start * HOUR / 60 - scrolled
        return QRectF(cell.left() + 2, top, cell.width() - 5, (end - start) * HOUR / 60)

    def _step_within(self, by: int) -> bool:
        """Choose the next or previous entry of the same day; False at the day's ends."""
        refs: list[Ref] = [one.ref for one in self.by_day.get(self.day, [])]
        at = refs.index(self.ref) + by if self.ref in refs else 0 if by > 0 else len(refs) - 1
        if not 0 <= at < len(refs):
            return False
        self.choose(self.day, refs[at])
        return True

    def _first_minute(self) -> int:
        """Return where the view begins: in the morning, or where its first entry does."""
        starts = [
            minute_of(one.starts_at)
            for entries in self.plan.timed.values()
            for one, _ in entries
            if one.starts_at is not None
        ]
        return max(min([_MORNING, *(start - 20 for start in starts)]), 0)


def snapped_by(minutes: int) -> int:
    """Return a distance in steps of the clock, up or down."""
    return snapped(minutes) if minutes >= 0 else -snapped(-minutes)
