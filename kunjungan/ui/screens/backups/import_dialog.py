"""Shows what an import would add, leave and refuse, before anything is written."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QFrame, QLabel, QVBoxLayout, QWidget

from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import tr
from kunjungan.services.transfer import ImportReport
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.table_words import table_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.cards import Fact, FactsList
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import column, framed, row
from kunjungan.ui.widgets.rows_model import Cell, Column

_PAD = 18
_SIZE = (640, 460)
_SMALL = (560, 260)


@dataclass(frozen=True, slots=True)
class _Line:
    """A record of the file that is not taken over, and why."""

    place: str
    state: ChipText
    reason: str


class ImportDialog(QDialog):
    """Counts by kind, and every record that stays out with the reason for it.

    ``said`` is the counts in one line, for screen readers.
    """

    def __init__(self, name: str, report: ImportReport, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import"))
        lines = _lines(report)
        self.said = ""
        self.resize(*_SIZE if lines else _SMALL)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._body(name, report, lines), 1)
        layout.addWidget(self._footer(report))
        self.setAccessibleDescription(self.said)

    def _body(self, name: str, report: ImportReport, lines: Sequence[_Line]) -> QWidget:
        facts = FactsList(150, self)
        told = _facts(report)
        self.said = "; ".join(f"{fact.label}: {fact.value}" for fact in told)
        facts.show_facts(told)
        body = column(
            set_role(QLabel(name, self), TextRole.SUBTITLE),
            facts,
            spacing=10,
            margins=(_PAD, 16, _PAD, 16),
        )
        if report.missing_files:
            text = tr(
                "Files that records name but it lacks: {count}", count=len(report.missing_files)
            )
            body.addWidget(Notice(Tone.WARN, text, self))
        if lines:
            body.addWidget(self._table(lines), 1)
        else:
            body.addStretch(1)
        return framed(body, self)

    def _table(self, lines: Sequence[_Line]) -> DataTable[_Line]:
        columns = [
            Column[_Line](tr("In the file"), _where),
            Column[_Line]("", lambda line: Cell("", chip=line.state), width=110),
        ]
        table = DataTable(columns, key=lambda line: line.place, two_lines=True, parent=self)
        table.show_rows(lines)
        return table

    def _footer(self, report: ImportReport) -> QFrame:
        footer = QFrame(self)
        footer.setProperty("frame", "sunken")
        cancel = Button(tr("Cancel") if report.new else tr("Close"), parent=footer)
        cancel.clicked.connect(self.reject)
        verb = Button(_verb(len(report.new)), kind="primary", parent=footer)
        verb.clicked.connect(self.accept)
        verb.setVisible(bool(report.new))
        verb.setDefault(bool(report.new))
        footer.setLayout(row(None, cancel, verb, margins=(_PAD, 10, _PAD, 10)))
        return footer


def _where(line: _Line) -> Cell:
    return Cell(line.place, detail=line.reason, tip=line.reason)


def _verb(count: int) -> str:
    return tr("Import 1 record") if count == 1 else tr("Import {count} records", count=count)


def _facts(report: ImportReport) -> list[Fact]:
    if report.refused:
        refused = tr("Faults: {count}; nothing can be imported", count=len(report.refused))
        return [Fact(tr("Cannot be read"), refused)]
    kinds = Counter(line.kind for line in report.new)
    new = ", ".join(f"{table_words(kind)} {count}" for kind, count in kinds.most_common())
    return [
        Fact(tr("New"), new or tr("nothing")),
        Fact(tr("The same already"), str(len(report.same))),
        Fact(tr("Left as they are here"), str(len(report.differing))),
    ]


def _lines(report: ImportReport) -> list[_Line]:
    bad, warn = ChipText(tr("Wrong"), Tone.BAD), ChipText(tr("Kept as it is"), Tone.WARN)
    return [
        *(
            _Line(line.place, bad, refusal_words(OfficeError(line.reason, **line.values)))
            for line in report.refused
        ),
        *(_Line(line.place, warn, tr(line.reason)) for line in report.differing),
    ]
