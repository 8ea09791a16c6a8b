"""The middle of the page: the two languages' headings over the rows of text."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.bilingual import Language
from kunjungan.i18n import tr
from kunjungan.ui.screens.agreements.clause_rows import ClauseRows, Write
from kunjungan.ui.screens.agreements.row_cells import PAD, Sides, cells_of
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.palette import current_tokens

_HEAD = 30
_COLUMNS: dict[str, Sides] = {"both": ("id", "en"), "id": ("id",), "en": ("en",)}


class Editor(QFrame):
    """Rows of text under the names of their languages."""

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "pane")
        self.rows = ClauseRows(write, self)
        self._head = _Head(self.rows, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self.rows, 1)
        self.setFocusProxy(self.rows)

    def show_columns(self, key: str) -> None:
        """Show ``both`` languages beside each other, or one of them."""
        sides = _COLUMNS.get(key, _COLUMNS["both"])
        self._head.show_sides(sides)
        self.rows.show_sides(sides)


class _Head(QFrame):
    """The names of the languages, over their columns."""

    def __init__(self, rows: ClauseRows, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("frame", "band")
        self.setFixedHeight(_HEAD)
        self._rows = rows
        self._sides: Sides = ("id", "en")

    def show_sides(self, sides: Sides) -> None:
        """Name these columns."""
        self._sides = sides
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        tokens = current_tokens()
        cells = cells_of(self._rows.viewport().width(), self._sides)
        for side, cell in cells.items():
            room = QRect(cell.left() + PAD, 0, cell.width() - 2 * PAD, _HEAD - 1)
            painter.setFont(font(TextRole.LABEL))
            painter.setPen(QColor(tokens.text2))
            middle = int(Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(room, middle, _language(side))
            if side == "id":
                width = painter.fontMetrics().horizontalAdvance(_language(side)) + 8
                painter.setFont(font(TextRole.SMALL))
                painter.drawText(room.adjusted(width, 0, 0, 0), middle, tr("authoritative text"))
            painter.setPen(QColor(tokens.border))
            painter.drawLine(cell.left() - 1, 0, cell.left() - 1, _HEAD)


def _language(side: Language) -> str:
    return tr("Indonesian") if side == "id" else tr("English text")
