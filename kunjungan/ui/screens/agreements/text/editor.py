"""The middle of the page: the languages' headings over the rows of text."""

from collections.abc import Mapping
from typing import get_args
from uuid import UUID

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.clauses import Column
from kunjungan.ui.screens.agreements.rows.clause_columns import column_name
from kunjungan.ui.screens.agreements.rows.clause_rows import ClauseRows, Write
from kunjungan.ui.screens.agreements.rows.row_cells import BOTH, PAD, Sides, cells_of
from kunjungan.ui.screens.agreements.rows.third import Third
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.widgets.empty_state import EmptyState

_HEAD = 30
_COLUMNS: dict[str, Sides] = {
    "both": BOTH,
    "id": ("id",),
    "en": ("en",),
    "third": ("id", "third"),
    "all": ("id", "en", "third"),
}


class Editor(QFrame):
    """Rows of text under the names of their languages."""

    def __init__(
        self, write: Write, commands: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("frame", "pane")
        self.rows = ClauseRows(write, self)
        self._head = _Head(self.rows, self)
        self._empty = EmptyState("document_edit", tr("No text yet"), parent=self)
        self._empty.show_words(
            "document_edit",
            tr("No text yet"),
            tr("Begin with standard clauses, a text you have, or a first article."),
            commands["clause.standard"],
            [commands[name] for name in ("clause.copy", "clause.paste")],
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self._empty, 1)
        self.show_empty(empty=False)
        self.setFocusProxy(self.rows)

    def show_empty(self, *, empty: bool) -> None:
        """Show how a text begins in place of rows, where there are none."""
        self._empty.setVisible(empty)
        self.rows.setVisible(not empty)

    def show_third(self, third: Third | None, columns: str) -> None:
        """Have a third language in every row, or two languages only; see ``show_columns``."""
        other = (third is None) != (self._head.third is None)
        self._head.third = third
        self.rows.show_third(third)
        if other:
            self.show_columns(columns)

    def remember(self) -> dict[str, object]:
        """Return where one is in the text, and how large it is."""
        here = self.rows.current()
        return {
            "clause": str(here.id) if here else "",
            "language": self.rows.side,
            "where": self.rows.where(),
            "zoom": self.rows.zoom,
        }

    def recall(self, state: Mapping[str, object]) -> None:
        """Go back to where ``remember`` was asked."""
        if isinstance(zoom := state.get("zoom"), int):
            self.rows.set_zoom(zoom)
        if isinstance(clause := state.get("clause"), str) and clause:
            language = state.get("language")
            columns: tuple[Column, ...] = get_args(Column)
            side = next((each for each in columns if each == language), None)
            self.rows.go_to(UUID(clause), side, write=False)
        if isinstance(where := state.get("where"), tuple):
            self.rows.go_back(where)

    def show_columns(self, key: str) -> None:
        """Show ``both`` home languages, one of them, Indonesian with the ``third``, or ``all``."""
        sides = _COLUMNS.get(key, BOTH)
        self._head.show_sides(sides)
        self.rows.show_sides(sides)


class _Head(QFrame):
    """The names of the languages, over their columns."""

    def __init__(self, rows: ClauseRows, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("frame", "band")
        self.setFixedHeight(_HEAD)
        self._rows = rows
        self._sides: Sides = BOTH
        self.third: Third | None = None

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
            name = column_name(side, self.third)
            painter.drawText(room, middle, name)
            if side == "id":
                width = painter.fontMetrics().horizontalAdvance(name) + 4
                painter.setFont(font(TextRole.SMALL))
                beside = room.adjusted(width, 0, 0, 0)
                words = painter.fontMetrics().elidedText(
                    "· " + tr("authoritative text"), Qt.TextElideMode.ElideRight, beside.width()
                )
                painter.drawText(beside, middle, words)
            painter.setPen(QColor(tokens.border))
            painter.drawLine(cell.left() - 1, 0, cell.left() - 1, _HEAD)
