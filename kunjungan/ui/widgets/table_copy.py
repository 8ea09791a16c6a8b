"""Rows of a table as text for the clipboard, so that a spreadsheet takes them as cells."""

from typing import Any

from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.rows_model import Cell, RowsModel


def rows_as_text(table: DataTable[Any]) -> str:
    """Return the selected rows under their headings: a line each, cells apart by tabs."""
    view = table.view
    model, header = view.model(), view.horizontalHeader()
    chosen = sorted(index.row() for index in view.selectionModel().selectedRows())
    places = (header.logicalIndex(at) for at in range(header.count()))
    shown = [at for at in places if not view.isColumnHidden(at)]
    lines = ["\t".join(table.columns[at].title for at in shown)]
    for row in chosen:
        cells = [model.cell(model.index(row, at)) for at in shown if isinstance(model, RowsModel)]
        lines.append("\t".join(_plain(cell) for cell in cells if isinstance(cell, Cell)))
    return "\n".join(lines)


def _plain(cell: Cell) -> str:
    return " ".join(cell.words.split())
