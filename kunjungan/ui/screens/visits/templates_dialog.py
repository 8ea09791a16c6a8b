"""The office's own checklists: kept from a visit, renamed, rearranged, removed."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.checklists.templates import (
    ChecklistForm,
    ChecklistTemplate,
    add_checklist,
    checklist_form,
    edit_checklist,
    form_from_visit,
    list_checklists,
    remove_checklist,
)
from kunjungan.services.overview import VisitOverview
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.visits.template_dialog import TemplateDialog
from kunjungan.ui.widgets.buttons import Button, button
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import PAGE_PAD, column, dialog_foot, row
from kunjungan.ui.widgets.rows_model import Align, Cell, Column

_SIZE = (600, 400)


class TemplatesDialog(QDialog):
    """The own checklists; a new one takes the steps of the visit on screen."""

    def __init__(self, context: ScreenContext, seen: VisitOverview, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Own checklists"))
        self._context = context
        self._seen = seen
        self.table = DataTable[ChecklistTemplate](_columns(), key=lambda one: one.id, parent=self)
        self._change = button(tr("Edit…"), self.edit, icon="edit", parent=self)
        self._remove = button(tr("Remove"), self.remove, icon="delete", parent=self)
        self._build()
        self.reload()

    def reload(self) -> None:
        """Read the own checklists again."""
        own = [one for one in list_checklists(self._context.office) if one.id is not None]
        self.table.show_rows(own)
        self.table.settle()
        for each in (self._change, self._remove):
            each.setEnabled(bool(own))

    def keep(self) -> None:
        """Keep the steps of the visit as a new checklist."""
        form = form_from_visit(self._context.office, self._seen.id, self._seen.kind)
        self._ask(form, None)

    def edit(self) -> None:
        """Change the checklist that the keyboard is on."""
        with refusals_shown(self):
            if (one := self.table.current()) is not None and one.id is not None:
                self._ask(checklist_form(self._context.office, one.id), one.id)

    def remove(self) -> None:
        """Remove the checklist that the keyboard is on; undo brings it back."""
        with refusals_shown(self):
            if (one := self.table.current()) is not None and one.id is not None:
                remove_checklist(self._context.office, one.id)
                self._context.toast(tr("Checklist removed"), undo=True)
        self.reload()

    def _ask(self, form: ChecklistForm, template_id: UUID | None) -> None:
        office, dialog = self._context.office, TemplateDialog(form, self)
        if template_id is None:
            kept = dialog.run(lambda: add_checklist(office, dialog.values()))
        else:
            kept = dialog.run(lambda: edit_checklist(office, template_id, dialog.values()))
        if kept:
            self._context.toast(tr("Checklist kept"), undo=True)
        self.reload()

    def _build(self) -> None:
        self.table.show_empty(
            "clipboard_task",
            tr("No own checklist yet"),
            tr("Arrange the steps of a visit as you like them, then keep them here."),
        )
        self.table.opened.connect(self.edit)
        tools = row(
            button(tr("Keep this visit's steps…"), self.keep, icon="add", parent=self),
            self._change,
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


def _columns() -> list[Column[ChecklistTemplate]]:
    return [
        Column(tr("Checklist"), lambda one: Cell(screen_side(one.name), bold=True)),
        Column(
            tr("Kind"),
            lambda one: Cell(label(one.kind) if one.kind else tr("any visit"), quiet=True),
            width=180,
        ),
        Column(tr("Steps"), lambda one: Cell(str(len(one.steps))), width=80, align=Align.RIGHT),
    ]
