"""The print log of one agreement."""

from datetime import tzinfo

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.office import Office
from kunjungan.services.print_log import PrintLine, list_prints
from kunjungan.ui.labels import language_word
from kunjungan.ui.screens.agreements.facts.facts_words import pages_words, what_words, when_words
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import dialog_foot
from kunjungan.ui.widgets.rows_model import Align, Cell, Column

_SIZE = (920, 440)
_PAD = 18


class PrintsDialog(QDialog):
    """What was printed, when, by whom, and whether the text has moved on since."""

    def __init__(self, office: Office, view: AgreementView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Print log"))
        room = parent.window().size()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 40))
        zone = office.now().tzinfo
        self.table = DataTable(_columns(zone), key=id, parent=self)
        self.table.show_empty("print", tr("Nothing printed yet"))
        lines = list_prints(office, view.id)
        self.table.show_rows(lines)
        stale = sum(line.stale for line in lines)
        words = tr("{count} printings, outdated: {stale}", count=len(lines), stale=stale)
        self.table.set_footer(words)
        close = Button(tr("Close"), parent=self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        footer = dialog_foot(None, close)
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
        Column(tr("Language"), _language, width=104),
        Column(tr("When"), lambda line: when_words(line, zone), width=142),
        Column(tr("By"), lambda line: Cell(line.by, tip=line.by), width=116),
        Column(tr("Draft"), lambda line: str(line.draft_no), width=58, align=Align.RIGHT),
        Column(tr("Format"), lambda line: line.paper.value.upper(), width=70),
        Column(tr("Pages"), pages_words, width=92, align=Align.RIGHT),
        Column(tr("Copies"), lambda line: str(line.copies), width=74, align=Align.RIGHT),
        Column(tr("State"), _state, width=112),
    ]


def _language(line: PrintLine) -> Cell:
    return Cell(language_word(line.language) or tr("all"), quiet=not line.language)


def _state(line: PrintLine) -> Cell:
    if line.stale:
        return Cell("", chip=ChipText(tr("outdated"), Tone.WARN))
    return Cell("", chip=ChipText(tr("current"), Tone.OK))
