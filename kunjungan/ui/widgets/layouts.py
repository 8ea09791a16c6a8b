"""Rows, columns and panes with the spaces of the house."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

PAGE_PAD = 18
CARD_PAD = 14
CARD_GAP = 12
GAP = 8
LABEL_GAP = 3
_SHARE_UNDER = 0.38
_LOW, _BESIDE_IF_LOW = 420, 720
_NO_LIMIT = 16_777_215

Item = QWidget | QLayout | None
Margins = tuple[int, int, int, int]
"""White round a layout in pixels: left, top, right, bottom."""
_NONE = (0, 0, 0, 0)


def row(*items: Item, spacing: int = GAP, margins: Margins = _NONE) -> QHBoxLayout:
    """Return widgets side by side; None is a space that takes what is left."""
    made = QHBoxLayout()
    _fill(made, items, spacing, margins)
    return made


def column(*items: Item, spacing: int = GAP, margins: Margins = _NONE) -> QVBoxLayout:
    """Return widgets one under the other; None is a space that takes what is left."""
    made = QVBoxLayout()
    _fill(made, items, spacing, margins)
    return made


def dialog_foot(*items: Item) -> QFrame:
    """Return the sunken line under a dialog, such as a refusal, None and the buttons."""
    made = QFrame()
    made.setProperty("frame", "sunken")
    made.setLayout(row(*items, margins=(PAGE_PAD, 10, PAGE_PAD, 10)))
    return made


def framed(layout: QLayout, parent: QWidget | None = None) -> QWidget:
    """Return a plain widget that holds a layout."""
    made = QWidget(parent)
    made.setLayout(layout)
    return made


def rule(parent: QWidget | None = None) -> QFrame:
    """Return a hairline across its card."""
    made = QFrame(parent)
    made.setProperty("frame", "rule")
    return made


def emptied(layout: QLayout) -> None:
    """Let everything go that stands in a layout."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            emptied(inner)


def scrolling(content: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """Return a pane that scrolls up and down where its content is taller."""
    made = QScrollArea(parent)
    content.setProperty("clear", "true")
    made.setFrameShape(QScrollArea.Shape.NoFrame)
    made.setWidgetResizable(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setWidget(content)
    return made


class WidgetRow(QWidget):
    """A row whose widgets are replaced together."""

    def __init__(self, spacing: int = GAP, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)

    def refill(self, widgets: Sequence[QWidget]) -> None:
        """Show these widgets instead of the former ones, which are let go."""
        emptied(self._row)
        for widget in widgets:
            self._row.addWidget(widget)


class SidePanes(QWidget):
    """A main pane with side cards: beside it where there is room, else under it.

    The side scrolls by itself where it is higher than its share.
    """

    def __init__(
        self,
        main: QWidget,
        side: QWidget,
        *,
        side_width: int = 318,
        beside_from: int = 860,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._side = scrolling(framed(column(side)), self)
        self._side_width = side_width
        self._beside_from = beside_from
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(CARD_GAP)
        self._box.addWidget(main, 1)
        self._box.addWidget(self._side)
        self._arrange()

    def show_side(self, *, shown: bool) -> None:
        """Show or hide the side; the main pane takes its room."""
        self._side.setVisible(shown)

    def _arrange(self) -> None:
        low = self.height() < _LOW  # under each other both would show next to nothing
        beside = self.width() >= (_BESIDE_IF_LOW if low else self._beside_from)
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        width = min(self._side_width, self.width() // 2 - CARD_GAP)
        height = round(self.height() * _SHARE_UNDER)
        self._side.setMinimumSize(width if beside else 0, 0 if beside else height)
        self._side.setMaximumSize(width if beside else _NO_LIMIT, _NO_LIMIT if beside else height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _fill(
    box: QBoxLayout,
    items: tuple[Item, ...],
    spacing: int,
    margins: tuple[int, int, int, int],
) -> None:
    box.setSpacing(spacing)
    box.setContentsMargins(*margins)
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        else:
            box.addWidget(item)
