"""What the program is, and whose work it carries."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from kunjungan.i18n import tr
from kunjungan.ui.screens.settings.licences import WORKS, Work, licence_text, program_version
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import CARD_GAP, column, row
from kunjungan.ui.widgets.rows_model import Cell, Column


class AboutPage(QWidget):
    """The version, the works of others at the left, the licence of the one picked at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = tr("Kunjungan {version}", version=program_version()).strip()
        title = set_role(QLabel(name, self), TextRole.SUBTITLE)
        words = set_role(
            QLabel(tr("Visits, delegations and bilingual agreements."), self), TextRole.SMALL
        )
        self.works = DataTable(_columns(), key=lambda work: work.name, two_lines=True, parent=self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Licence"))
        panes = row(self.works, self.text, spacing=CARD_GAP)
        panes.setStretch(0, 2)
        panes.setStretch(1, 3)
        layout = column(title, words, panes, spacing=2)
        layout.insertSpacing(2, 10)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self.works.picked.connect(self._on_picked)
        self.works.show_rows(WORKS)
        self.works.select(WORKS[0].name)
        self.setFocusProxy(self.works)

    @Slot(object)
    def _on_picked(self, work: Work | None) -> None:
        if work is None:
            return
        parts = (f"{work.name}\n{work.by}\n{work.licence}", tr(work.note), licence_text(work))
        self.text.setPlainText("\n\n".join(part for part in parts if part))


def _columns() -> list[Column[Work]]:
    return [
        Column(tr("Work"), lambda work: Cell(work.name, detail=work.by, bold=True)),
        Column(tr("Licence"), lambda work: Cell(work.licence, quiet=True), width=140),
    ]
