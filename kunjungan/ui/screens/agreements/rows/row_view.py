"""A column of rows of unlike height, of which only those near what one sees are built."""

from collections.abc import Hashable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget
from typing_extensions import override

from kunjungan.ui.screens.agreements.rows.row_heights import RowHeights

NEAR = 300
"""How far beyond the edges rows are kept ready, in pixels."""
_ROUNDS = 4


class Row(QWidget):
    """A row that knows how tall it must be."""

    def height_at(self, width: int) -> int:
        """Return how tall the row is so wide."""
        raise NotImplementedError

    def arrange(self) -> None:
        """Put the row's parts in place after it got its size."""

    @property
    def needed(self) -> bool:
        """Whether it must not be given up, however far it is from what one sees."""
        return False


R = TypeVar("R", bound=Row)
Anchor = tuple[Hashable, int]


class RowView(QAbstractScrollArea, Generic[R]):
    """Keeps the row one is in at its place while rows above it change, come and go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: Sequence[Hashable] = ()
        self._places: dict[Hashable, int] = {}
        self._rows: dict[Hashable, R] = {}
        self._heights = RowHeights()
        self._known: dict[Hashable, int] = {}
        self._arranging = False
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self.arrange)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def row(self, key: Hashable) -> R | None:
        """Return a row if it is near what one sees."""
        return self._rows.get(key)

    def scroll_place(self) -> int:
        """Return how far down one is, in pixels."""
        return self.verticalScrollBar().value()

    def where(self) -> Anchor | None:
        """Return the first row one sees and where its top stands, or None without rows."""
        return self._anchor(None)

    def go_back(self, where: Anchor) -> None:
        """Go where ``where`` was asked, whatever the rows' heights are by now."""
        for _ in range(2):  # once by the guess, once more by the true heights
            self._stand(where)
        QTimer.singleShot(0, self, partial(self._stand, where))  # in a window laid out by then

    def bring(self, key: Hashable) -> None:
        """Bring a row into sight, with a little of what is before it."""
        if key not in self._places:
            return
        place = self._places[key]
        for _ in range(2):  # once by the guess, once more by the true heights
            self._bring(place)
            self.arrange()

    @Slot()
    def arrange(self) -> None:
        """Build, measure and place the rows near what one sees."""
        if self._arranging:
            return
        self._arranging = True
        width, height = self.viewport().width(), self.viewport().height()
        near = range(0)
        for _ in range(_ROUNDS):
            top = self.scroll_place()
            first = self._heights.at(top)
            near = self._heights.between(top - NEAR, top + height + NEAR)
            moved = {place: self._measure(place, width) for place in near}
            self._set_range(top + sum(by for place, by in moved.items() if place < first))
            if not any(moved.values()):
                break
        self._put(near, width)
        self._arranging = False

    def _build_row(self, key: Hashable) -> R:
        raise NotImplementedError

    def _guess_height(self, key: Hashable) -> int:
        raise NotImplementedError

    def _show_keys(self, keys: Sequence[Hashable], *, stay_at: Hashable = None) -> None:
        """Take another order of rows, the one to stay at (or the first seen) kept in place."""
        anchor = self._anchor(stay_at)
        self._keys = keys
        self._places = {key: place for place, key in enumerate(keys)}
        for gone in self._rows.keys() - set(keys):
            self._drop(gone)
        self._guess_all(anchor)

    def _remeasure(self, *, stay_at: Hashable = None) -> None:
        """Forget all heights: the rows' width or type has changed."""
        anchor = self._anchor(stay_at)
        self._known.clear()
        self._guess_all(anchor)
        self._stand(anchor)  # now that the true heights are known

    def _guess_all(self, anchor: Anchor | None) -> None:
        known = self._known
        self._heights = RowHeights(
            [known[key] if key in known else self._guess_height(key) for key in self._keys]
        )
        self._stand(anchor)

    def _stand(self, anchor: Anchor | None) -> None:
        """Bring a row's top where it stood, and arrange what is near it."""
        if anchor is not None and anchor[0] in self._places:
            self._set_range(self._heights.top(self._places[anchor[0]]) - anchor[1])
        self.arrange()

    def _anchor(self, stay_at: Hashable) -> Anchor | None:
        if not len(self._heights):
            return None
        top = self.scroll_place()
        place = self._heights.at(top)
        if stay_at in self._rows and stay_at in self._places:
            place = self._places[stay_at]
        return self._keys[place], self._heights.top(place) - top

    def _measure(self, place: int, width: int) -> int:
        key = self._keys[place]
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = self._build_row(key)
            row.show()
        self._known[key] = row.height_at(width)
        return self._heights.mend(place, self._known[key])

    def _put(self, near: range, width: int) -> None:
        top = self.scroll_place()
        wanted = {self._keys[place] for place in near}
        for key, row in list(self._rows.items()):
            if key not in wanted and not row.needed and not _has_keyboard(row):
                self._drop(key)
                continue
            place = self._places[key]
            above, tall = self._heights.top(place) - top, self._heights.height(place)
            row.setGeometry(0, above, width, tall)
            row.arrange()

    def _drop(self, key: Hashable) -> None:
        row = self._rows.pop(key)
        if _has_keyboard(row):
            self.setFocus()  # or Qt would hand the keyboard to whatever row comes next
        row.hide()
        row.deleteLater()

    def _set_range(self, value: int) -> None:
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        bar.setRange(0, max(self._heights.total - height, 0))
        bar.setPageStep(height)
        bar.setSingleStep(40)
        bar.setValue(value)

    def _bring(self, place: int) -> None:
        top, tall = self._heights.top(place), self._heights.height(place)
        room, at = self.viewport().height(), self.scroll_place()
        spare = min(40, room // 4)
        if top < at:
            self._set_range(top - spare)
        elif top + tall > at + room:
            self._set_range(min(top + tall - room + spare, top))

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._remeasure()
        else:
            self._set_range(self.scroll_place())
            self.arrange()


def _has_keyboard(row: Row) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and row.isAncestorOf(focus)
