"""What the import of a register shows: where it comes from, its columns, its rows."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.registry.importing import ImportDone, RegisterPlan, said
from kunjungan.ui.screens.agreements.registry.import_columns import ColumnStrip
from kunjungan.ui.screens.agreements.registry.import_table import (
    ImportLine,
    import_lines,
    import_table,
)
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.fields import CheckField, ChoiceField
from kunjungan.ui.widgets.labels import ElidedLabel
from kunjungan.ui.widgets.layouts import framed, row
from kunjungan.ui.widgets.segmented import Option, Segmented

ALL, FAULTY = "all", "faulty"
_PAD = 18
_HEADS = 30


class ImportParts(QWidget):
    """File, sheet, head, columns, filter and rows, one under the other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.source = set_role(ElidedLabel("", self), TextRole.STRONG)
        self.choose = Button(tr("Choose a file…"), icon="folder_open", parent=self)
        self.sheet = ChoiceField(parent=self)
        self.head = ChoiceField(parent=self)
        self.strip = ColumnStrip(self)
        self.filter = Segmented([Option(ALL, tr("All")), Option(FAULTY, tr("With faults"))], self)
        self.mend = CheckField(tr("Also take rows with day and month swapped"), self)
        self.table = import_table(self)
        self._counts = ""
        self._where = self._choices()
        self._narrowing = framed(row(self.filter, None, self.mend), self)
        self._build()
        self.table.picked.connect(self._tell)

    def say_reading(self, name: str) -> None:
        """Say that a file is being read."""
        self.source.setText(tr("Reading {name}…", name=name))
        if not self.strip.isVisible():
            self.table.show_empty("document", tr("Reading {name}…", name=name))

    def say_writing(self, count: int) -> None:
        """Say that rows are being taken over."""
        self.source.setText(tr("Taking over {count} rows…", count=count))

    def say_saved(self, name: str) -> None:
        """Say where the rows are that were not taken."""
        self.source.setText(tr("Saved: {name}", name=name))

    def show_columns(self, plan: RegisterPlan) -> None:
        """Show the sheets of a file, its heads and its columns."""
        table = plan.table
        samples = table[plan.head + 1 : plan.head + 30]
        sheets = [(sheet.name, sheet.name) for sheet in plan.sheets]
        heads = [(place, str(place + 1)) for place in range(min(len(table), _HEADS))]
        _offer(self.sheet, sheets, plan.sheet)
        _offer(self.head, heads, plan.head)
        self.sheet.setEnabled(len(sheets) > 1)
        filled = [row for row in samples if any(cell is not None for cell in row)]
        self.strip.show_columns(plan.titles, filled, plan.columns)
        for before, after in pairwise([self.head, *self.strip.fields()]):
            QWidget.setTabOrder(before, after)

    def show_rows(self, plan: RegisterPlan | None) -> None:
        """Show the rows of a plan, or how to begin."""
        for part in (self._where, self.strip, self._narrowing):
            part.setVisible(plan is not None)
        if plan is None:
            self.source.setText("")
            self._counts = ""
            self.table.show_rows([])
            self._say_begin()
            return
        refused = plan.refused
        self.source.setText(plan.name)
        self.filter.show_options(
            [
                Option(ALL, tr("All"), len(plan.rows)),
                Option(FAULTY, tr("With faults"), len(refused)),
            ]
        )
        self._counts = tr(
            "Ready: {ready}. Not taken: {refused}.", ready=len(plan.good), refused=len(refused)
        )
        rows = refused if self.filter.value() == FAULTY else plan.rows
        self.table.show_empty(*_nothing(plan, faulty=self.filter.value() == FAULTY))
        self.table.show_rows(import_lines(plan, rows))

    def show_result(self, plan: RegisterPlan, done: ImportDone) -> None:
        """Show what came in, and the rows that did not."""
        for part in (self.choose, self._where, self.strip, self._narrowing):
            part.hide()
        self.source.setText(
            tr(
                "Taken over: {taken}. New partners: {partners}. Not taken: {refused}.",
                taken=len(done.agreements),
                partners=done.partners,
                refused=len(plan.refused),
            )
        )
        self.table.show_rows(import_lines(plan, plan.refused))

    def _tell(self, line: ImportLine | None) -> None:
        """Say in full under the rows why the current one is not taken, else how many are."""
        self.table.set_footer((said(line.row.faults) if line is not None else "") or self._counts)

    def _build(self) -> None:
        self.sheet.setAccessibleName(tr("Sheet"))
        self.head.setAccessibleName(tr("Row with the heads"))
        top = row(self.source, None, self.choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PAD, 14, _PAD, 12)
        layout.setSpacing(10)
        layout.addLayout(top)
        for part in (self._where, self.strip, self._narrowing):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        self.setFocusProxy(self.choose)

    def _choices(self) -> QWidget:
        labels = [QLabel(words, self) for words in (tr("Sheet"), tr("Row with the heads"))]
        sheet, head = (set_role(label, TextRole.SMALL) for label in labels)
        return framed(row(sheet, self.sheet, head, self.head, None), self)

    def _say_begin(self) -> None:
        self.table.show_empty(
            "arrow_import",
            tr("Choose the file of the old register, or drop it here"),
            tr("Excel, OpenDocument or CSV. Nothing is written before you say so."),
        )


def _offer(field: ChoiceField, offered: Sequence[tuple[object, str]], chosen: object) -> None:
    """Offer values with one chosen, without telling anyone."""
    field.blockSignals(True)
    field.show_choices(offered)
    field.set_value(chosen)
    field.blockSignals(False)


def _nothing(plan: RegisterPlan, *, faulty: bool) -> tuple[str, str, str]:
    """Return what stands in place of rows where there are none."""
    if faulty and plan.rows:
        return "checkmark_circle", tr("No row has a fault"), ""
    return "document", tr("No rows stand below the heads"), tr("Choose another row or sheet.")
