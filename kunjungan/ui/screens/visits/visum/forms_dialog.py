"""The forms of travel orders: corrected, copied for another region, tried on plain paper."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.paper import Paper
from kunjungan.domain.visum_forms import VisumForm
from kunjungan.i18n import tr
from kunjungan.services.visum.calibrating import (
    calibration_name,
    calibration_pdf,
    write_calibration,
)
from kunjungan.services.visum.forms import (
    forms_of_visit,
    list_forms,
    own_forms,
    remove_form,
    save_form,
)
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.printing.paper_dialog import PaperDialog, PlainPaper
from kunjungan.ui.screens.visits.visum.form_dialog import VisumFormDialog
from kunjungan.ui.tab_stops import go_on
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import Button, button
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import PAGE_PAD, column, dialog_foot, row
from kunjungan.ui.widgets.rows_model import Cell, Column

_SIZE = (680, 420)


class FormsDialog(QDialog):
    """One line a form; those that this visit's delegations have are marked."""

    def __init__(self, context: ScreenContext, visit_id: UUID, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Forms of travel orders"))
        self._context = context
        self._used = forms_of_visit(context.office, visit_id)
        self._own: frozenset[str] = frozenset()
        columns: list[Column[VisumForm]] = [
            Column(tr("Form"), self._name),
            Column(tr("Paper"), lambda form: Cell(form.paper.value.upper()), width=70),
            Column(tr("Regions"), _regions, width=120),
            Column(tr("In this visit"), self._in_visit, width=150),
        ]
        self.table = DataTable[VisumForm](columns, key=lambda form: form.slug, parent=self)
        self._remove = button(tr("Remove"), self.remove, icon="delete", parent=self)
        self._build()
        self.reload()

    def reload(self) -> None:
        """Read the forms again."""
        self._own = own_forms(self._context.office)
        self.table.show_rows(list_forms(self._context.office))
        self.table.settle()
        self._on_picked()

    def edit(self) -> None:
        """Change the form that the keyboard is on; a shipped one becomes the office's own."""
        if (form := self.table.current()) is not None:
            self._ask(form)

    def copy(self) -> None:
        """Make a form for another region from the one that the keyboard is on."""
        if (form := self.table.current()) is not None:
            name = tr("{name} (copy)", name=form.name.id)
            self._ask(replace(form, slug="", name=Bilingual(name, name), regions=()))

    def remove(self) -> None:
        """Remove the office's own form; a corrected one is again as it was shipped."""
        if (form := self.table.current()) is not None:
            with refusals_shown(self):
                remove_form(self._context.office, form.slug)
                self._context.toast(tr("Form removed"), undo=True)
            self.reload()

    def calibrate(self) -> None:
        """Show the calibration page of the form that the keyboard is on."""
        form = self.table.current()
        if form is None:
            return
        content = PlainPaper(
            title=tr("Calibration page: {name}", name=screen_side(form.name)),
            verb=tr("Print page"),
            printed=tr("Calibration page printed"),
            paper=form.paper,
            make=lambda paper: _page(form, paper),
            name=lambda: calibration_name(form),
            write=lambda path, paper: _write(form, path, paper),
        )
        dialog = PaperDialog(self._context, content, self)
        dialog.finished_with.connect(self._context.toast)
        dialog.exec()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return go_on(self, forward=next) or super().focusNextPrevChild(next)

    def _ask(self, form: VisumForm) -> None:
        asked = VisumFormDialog(form, self)
        if asked.dialog.run(lambda: save_form(self._context.office, asked.value())):
            self._context.toast(tr("Form kept"), undo=True)
            self.reload()

    def _build(self) -> None:
        self.table.opened.connect(self.edit)
        self.table.picked.connect(self._on_picked)
        tools = row(
            button(tr("Edit…"), self.edit, icon="edit", parent=self),
            button(tr("Copy for another region…"), self.copy, icon="document_copy", parent=self),
            button(tr("Calibration page…"), self.calibrate, icon="print", parent=self),
            self._remove,
            None,
        )
        close = Button(tr("Close"), parent=self)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(column(tools, self.table, margins=(PAGE_PAD, 14, PAGE_PAD, 14)), 1)
        layout.addWidget(dialog_foot(None, close))
        self.resize(*_SIZE)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_picked(self) -> None:
        form = self.table.current()
        self._remove.setEnabled(form is not None and form.slug in self._own)

    def _name(self, form: VisumForm) -> Cell:
        own = ChipText(tr("Own")) if form.slug in self._own else None
        return Cell(screen_side(form.name), bold=True, chip=own)

    def _in_visit(self, form: VisumForm) -> Cell:
        bodies = self._used.get(form.slug, ())
        return Cell(", ".join(bodies), tone=Tone.INFO)


def _regions(form: VisumForm) -> Cell:
    return Cell(", ".join(form.regions) or tr("any"), quiet=not form.regions)


def _page(form: VisumForm, paper: Paper) -> Callable[[], bytes]:
    return lambda: calibration_pdf(replace(form, paper=paper))


def _write(form: VisumForm, path: Path, paper: Paper) -> Path:
    return write_calibration(replace(form, paper=paper), path)
