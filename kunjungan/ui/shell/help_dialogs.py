"""What the keys do."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.ui.action_list import ACTIONS
from kunjungan.ui.actions import MENUS, keys_text, plain_text
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import row
from kunjungan.ui.widgets.rows_model import Cell, Column, Group

_Line = tuple[str, str, str]


class KeysDialog(QDialog):
    """Every command with a key, by menu; those that work here are in bold."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        self.resize(480, 460)
        columns = [
            Column[_Line](tr("Command"), lambda line: _command(actions[line[0]])),
            Column[_Line](tr("Key"), lambda line: line[2], width=150),
        ]
        table = DataTable(columns, key=lambda line: line[0], parent=self)
        table.show_rows(_lines(actions), group=lambda line: Group(line[1]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 18, 18, 14)
        layout.setSpacing(12)
        layout.addWidget(table, 1)
        layout.addLayout(row(None, button(tr("Close"), self.accept, parent=self)))


def _lines(actions: Mapping[str, QAction]) -> list[_Line]:
    return [
        (spec.name, tr(MENUS[spec.menu]).replace("&", ""), keys)
        for spec in ACTIONS
        if (keys := keys_text(actions[spec.name]))
    ]


def _command(action: QAction) -> Cell:
    return Cell(plain_text(action), bold=action.isEnabled(), quiet=not action.isEnabled())
