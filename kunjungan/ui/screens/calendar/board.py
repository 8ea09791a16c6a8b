"""What the month and the hour grid share: choosing, painting, and dragging by pointer or key."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget
from typing_extensions import override

from kunjungan.services.calendar.occasions import Occasion, Ref
from kunjungan.ui.dates import long_day
from kunjungan.ui.screens.calendar.drag import Drag
from kunjungan.ui.screens.calendar.shown import Shown
from kunjungan.ui.screens.calendar.texts import Texts
from kunjungan.ui.screens.calendar.words import day_description, entry_description, entry_title
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.tokens import Tokens
from kunjungan.ui.widgets.spoken import Part, Spoken

FAINT = 0.45
"""How strongly an entry is drawn at the place that it is dragged away from."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where an entry is drawn on one of its days, in the view's own pixels, within ``clip``."""

    occasion: Occasion
    day: date
    rect: QRectF
    clip: QRectF
    lines: int = 1

    @property
    def seen(self) -> QRectF:
        """The part that is on screen."""
        return self.rect.intersected(self.clip)


class Board(QAbstractScrollArea):
    """Days with their entries; knows which day and entry are chosen, and what is dragged.

    Signals:
        picked: Another day or entry is chosen, or none.
        opened: An entry was asked for; carries the occasion.
        day_opened: A day was asked for with all that it holds; carries the date.
        day_wanted: A day outside what is shown was gone to; carries the date.
        asked: A command was asked for by a key or a double click; carries its name.
        dragged: What is dragged, or None when it was let go or given up.
        dropped: What was dragged was let go at another place; carries the drag.
        menu_wanted: The menu was asked for; carries where on screen.
    """

    picked = Signal()
    opened = Signal(object)
    day_opened = Signal(object)
    day_wanted = Signal(object)
    asked = Signal(str)
    dragged = Signal(object)
    dropped = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = shown
        self.by_day = shown.by_day()
        self.day = shown.day
        self.ref: Ref | None = None
        self.drag: Drag | None = None
        self.clashing = False
        self.pointer: QPointF | None = None
        self.texts = Texts()
        self._boxes: list[Box] | None = None
        self._still: QPixmap | None = None
        self.spoken = Spoken(self, self.viewport())
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self.lay_out)

    def show_days(self, shown: Shown) -> None:
        """Show another range or other entries; what was chosen stays chosen while it is there."""
        self.shown, self.day = shown, shown.day
        self.by_day = shown.by_day()
        if self.current() is None:
            self.ref = None
        self.fit()
        self.lay_out()
        self.tell()

    def lay_out(self) -> None:
        """Place everything anew at the next painting."""
        self._boxes = self._still = None
        self.spoken.soon()
        self.viewport().update()

    def boxes(self) -> list[Box]:
        """Return where the entries are drawn, in reading order."""
        if self._boxes is None:
            self._boxes = self.place()
        return self._boxes

    @abstractmethod
    def fit(self) -> None:
        """Tell the scroll bar how much there is."""

    @abstractmethod
    def place(self) -> list[Box]:
        """Work out where the entries are drawn."""

    @abstractmethod
    def day_at(self, at: QPointF) -> date | None:
        """Return the day under a point."""

    @abstractmethod
    def cell_of(self, day: date) -> QRectF:
        """Return the part of the view that a day has."""

    @abstractmethod
    def paint(self, painter: QPainter, tokens: Tokens) -> None:
        """Paint the days and their entries."""

    @abstractmethod
    def paint_carried(self, painter: QPainter, tokens: Tokens) -> None:
        """Paint what is dragged, over the days."""

    @abstractmethod
    def drops(self, drag: Drag) -> Sequence[QRectF]:
        """Return where what is dragged would be drawn, the part with the words first."""

    def current(self) -> Occasion | None:
        """Return the chosen entry, if one is chosen and shown."""
        found = (one for one in self.shown.occasions if one.ref == self.ref)
        return next(found, None) if self.ref is not None else None

    def entries(self) -> list[tuple[date, Occasion]]:
        """Return the entries in reading order, each on the first of its days that is shown."""
        known: set[Ref] = set()
        found: list[tuple[date, Occasion]] = []
        for day, entries in self.by_day.items():
            fresh = [one for one in entries if one.ref not in known]
            known.update(one.ref for one in fresh)
            found += [(day, one) for one in fresh]
        return found

    def box_at(self, at: QPointF) -> Box | None:
        """Return the entry under a point."""
        return next((box for box in reversed(self.boxes()) if box.seen.contains(at)), None)

    def box_of(self, ref: Ref | None) -> Box | None:
        """Return where an entry is drawn first."""
        return next((box for box in self.boxes() if box.occasion.ref == ref), None)

    def choose(self, day: date, ref: Ref | None = None, *, reveal: bool = True) -> None:
        """Choose a day, and an entry on it or none; ``reveal`` scrolls to it."""
        if not self.shown.since <= day < self.shown.until:
            self.day_wanted.emit(day)
            return
        self.day, self.ref = day, ref
        if reveal:
            self.reveal()
        self.viewport().update()
        self.tell()
        self.picked.emit()

    def reveal(self) -> None:
        """Scroll so that what is chosen can be seen."""
        box = self.box_of(self.ref)
        rect = box.rect if box is not None else self.cell_of(self.day)
        area = self.viewport().rect()
        if rect.height() > area.height() and box is None:
            return
        over, under = self.top_edge() - rect.top(), rect.bottom() - area.bottom()
        bar = self.verticalScrollBar()
        bar.setValue(round(bar.value() + (-over if over > 0 else max(min(under, -over), 0))))

    def top_edge(self) -> float:
        """Return where the part that scrolls begins."""
        return 0.0

    def tell(self) -> None:
        """Say to screen readers what is chosen."""
        one = self.current()
        words = self.words_of(self.day)
        if one is not None:
            words = entry_description(one, max(self.day, one.on))
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            self.spoken.soon()
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def words_of(self, day: date) -> str:
        """Return what a day holds, for those who do not see it."""
        return day_description(day, self.by_day.get(day, []), self.shown.marks.get(day))

    def parts(self) -> Iterator[Part]:
        """Yield the days and the entries that can be seen, for screen readers."""
        for day in self.by_day:
            rect, chosen = self.cell_of(day).toRect(), day == self.day and self.ref is None
            yield Part(long_day(day), self.words_of(day), rect, chosen)
        for box in self.boxes():
            one, chosen = box.occasion, box.occasion.ref == self.ref
            words = entry_description(one, box.day)
            yield Part(entry_title(one, box.day), words, box.seen.toRect(), chosen)

    def carry(self, drag: Drag | None) -> None:
        """Show another state of the drag, and tell who checks it."""
        if drag != self.drag:
            self.drag, self.clashing = drag, False
            self.dragged.emit(drag)
        if drag is None:
            self.pointer = None
        self.viewport().update()

    def let_go(self) -> None:
        """End the drag where it is; one that went nowhere is simply over."""
        drag = self.drag
        self.carry(None)
        if drag is not None and drag.moved:
            self.dropped.emit(drag)

    def menu_place(self) -> QPoint:
        """Return where the menu opens when a key asks for it."""
        box = self.box_of(self.ref)
        rect = box.seen if box is not None else self.cell_of(self.day)
        at = rect.center() if box is None else rect.bottomLeft()
        return self.viewport().mapToGlobal(at.toPoint())

    def _still_picture(self) -> QPixmap:
        """Return the days as they stay while something is dragged over them, painted once."""
        if self._still is None:
            ratio = self.devicePixelRatioF()
            made = QPixmap(self.viewport().size() * ratio)
            made.setDevicePixelRatio(ratio)
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint(painter, current_tokens())
            painter.end()
            self._still = made
        return self._still

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.drag is None:
            self._still = None
            self.paint(painter, current_tokens())
        else:
            painter.drawPixmap(0, 0, self._still_picture())
            self.paint_carried(painter, current_tokens())
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
        self.lay_out()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            box = self.box_at(QPointF(event.pos()))
            words = entry_description(box.occasion, box.day) if box is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(self.menu_place() if by_key else event.globalPos())
