"""The print log of one agreement."""

from datetime import tzinfo

from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.office import Office
from kunjungan.services.printing import PrintLine, list_prints
from kunjungan.ui.screens.agreements.facts_words import what_words, when_words
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import row
from kunjungan.ui.widgets.rows_model import Align, Cell, Column

_SIZE = (820, 420)
_PAD = 18


class PrintsDialog(QDialog):
    """What was printed, when, by whom, and whether the text has moved on since."""

    def __init__(self, office: Office, view: AgreementView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Print log"))
        self.resize(*_SIZE)
        zone = office.now().tzinfo
        self.table = DataTable(_columns(zone), key=lambda line: (line.at, line.what), parent=self)
        self.table.show_empty("print", tr("Nothing printed yet"))
        lines = list_prints(office, view.id)
        self.table.show_rows(lines)
        self.table.set_footer(tr("{count} printings", count=len(lines)))
        close = Button(tr("Close"), parent=self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        footer = QFrame(self)
        footer.setProperty("frame", "sunken")
        footer.setLayout(row(None, close, margins=(_PAD, 10, _PAD, 10)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        inside = QVBoxLayout()
        inside.setContentsMargins(_PAD, 14, _PAD, 12)
        inside.addWidget(self.table)
        layout.addLayout(inside, 1)
        layout.addWidget(footer)


def _columns(zone: tzinfo | None) -> list[Column[PrintLine]]:
    return [
        Column(tr("Document"), lambda line: Cell(what_words(line), bold=True)),
        Column(tr("When"), lambda line: when_words(line, zone), width=150),
        Column(tr("By"), lambda line: line.by, width=110),
        Column(tr("Draft"), lambda line: str(line.draft_no), width=64, align=Align.RIGHT),
        Column(tr("Format"), lambda line: line.paper.value.upper(), width=70),
        Column(tr("Pages"), lambda line: str(line.pages), width=88, align=Align.RIGHT),
        Column(tr("Copies"), lambda line: str(line.copies), width=88, align=Align.RIGHT),
        Column(tr("State"), _state, width=120),
    ]


def _state(line: PrintLine) -> Cell:
    if line.stale:
        return Cell("", chip=ChipText(tr("outdated"), Tone.WARN))
    return Cell("", chip=ChipText(tr("current"), Tone.OK))
