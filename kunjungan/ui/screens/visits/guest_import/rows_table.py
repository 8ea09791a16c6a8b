"""The rows of a guest list as they stand in the file, each with what becomes of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QWidget
from typing_extensions import override

from kunjungan.domain.register_cells import text_of
from kunjungan.domain.register_heads import column_letters
from kunjungan.i18n import tr
from kunjungan.services.guest_import.judged import JudgedRow, State
from kunjungan.services.guest_import.rejects import reason
from kunjungan.ui.screens.visits.guest_import.cell_editor import CellEditor
from kunjungan.ui.screens.visits.guest_import.field_header import FieldHeader, Heading
from kunjungan.ui.screens.visits.guest_import.plan import ImportPlan
from kunjungan.ui.screens.visits.guest_import.words import row_chip
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.widgets.row_delegate import PAD, RowDelegate
from kunjungan.ui.widgets.rows_model import Align, Cell, Column, RowsModel
from kunjungan.ui.widgets.table_view import TableView

_ROW, _NUMBER, _RESULT, _NARROWEST = 28, 56, 224, 128
_LOOKED, _SHORTEST, _LONGEST, _LETTER = 60, 11, 24, 7
"""Rows that a column's width is taken from, the letters it counts for, pixels a letter takes."""
MOST_SHOWN = 60
"""A list has fewer columns; those behind them are shown only where they are taken for something."""


class RowsTable(TableView):
    """Every row with its cells, the one that is wrong outlined, under heads that can be chosen.

    Signals:
        said: A person said what a column of the file is; carries its place and the field or None.
        edited: A cell was put right; carries the row's number, the column's place and the text.
        went: Another row is current; carries it or None.
    """

    said = Signal(int, object)
    edited = Signal(int, int, str)
    went = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(two_lines=False, parent=parent)
        self._places: list[int] = []
        self._rows: Sequence[JudgedRow] = ()
        self._rows_model = RowsModel[JudgedRow]([], self)
        self.head = FieldHeader(self)
        self.setHorizontalHeader(self.head)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setItemDelegate(_Outlining(self))
        self.verticalHeader().setMinimumSectionSize(_ROW)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setAccessibleName(tr("Rows of the list"))
        self.editor = CellEditor(self.viewport())
        self.editor.kept.connect(self._on_kept)
        self.editor.left.connect(self.setFocus)
        self.head.said.connect(self.said)
        self.wanted.connect(self.edit_cell)

    def show_plan(self, plan: ImportPlan, rows: Sequence[JudgedRow]) -> None:
        """Show rows of a plan; the current one stays where it still is shown."""
        number, column = self.number(), max(self.currentIndex().column(), 0)
        places = _shown(plan)
        self.editor.hide()
        if places != self._places or not self._rows_model.columnCount():
            self._places = places
            self._rebuild()
        self._rows = rows
        self._rows_model.show_items(rows)
        self._fit()
        self.head.show_headings(self._headings(plan))
        self.go(number, column)

    def number(self) -> int:
        """Return the number of the current row in the file, 0 for none."""
        row = self.row()
        return row.number if row is not None else 0

    def row(self) -> JudgedRow | None:
        """Return the current row, if any."""
        return self.shown_row(self.currentIndex().row())

    def shown_row(self, line: int) -> JudgedRow | None:
        """Return the row that stands in a line of the table, if any."""
        return self._rows[line] if 0 <= line < len(self._rows) else None

    def go(self, number: int, column: int = 0) -> None:
        """Make a row current by its number; the first where it is not shown."""
        at = next((n for n, row in enumerate(self._rows) if row.number == number), 0)
        if self._rows:
            self.setCurrentIndex(self._rows_model.index(at, column))
            self.scrollTo(self.currentIndex())
        self._on_current()

    @Slot()
    def edit_cell(self) -> None:
        """Put right the cell on the keyboard, else the wrong one of the row."""
        row, place = self.row(), self.place_of(self.currentIndex().column())
        if row is None:
            return
        if place is None or (row.column is not None and row.state is State.BAD):
            place = row.column if row.column in self._places else None
        if place is None:
            place = next(iter(self._places), None)
        if place is not None:
            index = self._rows_model.index(self.currentIndex().row(), self._places.index(place) + 1)
            self.scrollTo(index)
            self.editor.open(self.visualRect(index), (row.number, place), _text(row, place))

    def place_of(self, column: int) -> int | None:
        """Return the place in the file of a column that is shown; None for the program's own."""
        return self._places[column - 1] if 0 < column <= len(self._places) else None

    def _rebuild(self) -> None:
        old = self._rows_model
        cells = [Column[JudgedRow]("", _cell_of(place)) for place in self._places]
        self._rows_model = RowsModel[JudgedRow](
            [
                Column(tr("Row"), lambda row: Cell(str(row.number), quiet=True), align=Align.RIGHT),
                *cells,
                Column(tr("Result"), lambda row: Cell("", chip=row_chip(row), tip=reason(row))),
            ],
            self,
        )
        self.setModel(self._rows_model)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        old.deleteLater()

    def _headings(self, plan: ImportPlan) -> list[Heading]:
        titles = plan.sheet.titles(plan.head)
        middle = [
            Heading(
                (text_of(titles[place]) if place < len(titles) else "") or column_letters(place),
                place,
                plan.columns.get(place),
            )
            for place in self._places
        ]
        return [Heading(tr("Row")), *middle, Heading(tr("Result"))]

    def _fit(self) -> None:
        """Share the width by what stands in the columns; too many put the result on the left."""
        count = len(self._places)
        if not count or self.model() is not self._rows_model:
            return
        wanted = [self._wanted(place) for place in self._places]
        left = self.viewport().width() - _NUMBER - _RESULT
        spare = max(left - count * _NARROWEST, 0)
        shares = [_NARROWEST + wide * spare // sum(wanted) for wide in wanted]
        crowded = sum(shares) > left
        if crowded:
            shares = [max(_NARROWEST, wide * _LETTER + 2 * PAD) for wide in wanted]
        self.setColumnWidth(0, _NUMBER)
        for column, wide in enumerate(shares, 1):
            self.setColumnWidth(column, wide)
        self.setColumnWidth(count + 1, max(_RESULT, _RESULT + left - sum(shares)))
        self.head.moveSection(self.head.visualIndex(count + 1), 1 if crowded else count + 1)

    def _wanted(self, place: int) -> int:
        """Return how much of the width a column asks for."""
        letters = max((len(_text(row, place)) for row in self._rows[:_LOOKED]), default=0)
        return min(max(letters + 2, _SHORTEST), _LONGEST)

    @Slot()
    def _on_current(self, *_: QModelIndex) -> None:
        self.went.emit(self.row())

    @Slot(object, str)
    def _on_kept(self, cell: tuple[int, int], text: str) -> None:
        self.setFocus()
        self.edited.emit(*cell, text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.edit_cell()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class _Outlining(RowDelegate):
    """Draws a red line round the cell that a row's fault is about."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        view = self.parent()
        if not isinstance(view, RowsTable):
            return
        row = view.shown_row(index.row())
        wrong = row is not None and row.state is State.BAD and row.column is not None
        if not wrong or row is None or view.place_of(index.column()) != row.column:
            return
        painter.save()
        painter.setPen(QPen(QColor(current_tokens().bad), 1.6))
        painter.drawRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -2))
        painter.restore()


def _shown(plan: ImportPlan) -> list[int]:
    """Return the columns that hold anything, so many of them, and all that are taken."""
    rows = plan.judged.rows if plan.judged else ()
    filled = {at for row in rows for at, cell in enumerate(row.cells) if text_of(cell)}
    titled = {at for at, cell in enumerate(plan.sheet.titles(plan.head)) if text_of(cell)}
    return sorted({*sorted(filled | titled)[:MOST_SHOWN], *plan.columns})


def _cell_of(place: int) -> Callable[[JudgedRow], Cell]:
    return lambda row: Cell(_text(row, place), tip=_text(row, place))


def _text(row: JudgedRow, place: int) -> str:
    return text_of(row.cells[place]) if place < len(row.cells) else ""
