"""The form of one step of the checklist."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.tasks import TaskForm, add_task, edit_task, task_form
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import LineField
from kunjungan.ui.widgets.form_dialog import FormDialog


def ask_step(
    office: Office, visit_id: UUID, step_id: UUID | None, area: str, parent: QWidget
) -> bool:
    """Ask for a new step in ``area``, or for changes to one; True when it was kept."""
    form = TaskForm("", area) if step_id is None else task_form(office, step_id)
    dialog = StepDialog(form, parent)
    if step_id is None:
        return dialog.run(lambda: add_task(office, visit_id, dialog.form()))
    return dialog.run(lambda: edit_task(office, step_id, dialog.form()))


class StepDialog(FormDialog):
    """What is to be done, where it belongs, by whom and until when."""

    def __init__(self, form: TaskForm, parent: QWidget) -> None:
        new = form.version == 0
        super().__init__(
            tr("New step") if new else tr("Step"),
            verb=tr("Add step") if new else tr("Save step"),
            parent=parent,
        )
        self._version = form.version
        self.title, self.area, self.owner = LineField(), LineField(), LineField()
        self.due = DateField()
        self.add(tr("What is to be done"), self.title, needed=True)
        self.add(
            tr("Area"), self.area, hint=tr("Steps of one area stand together in the checklist.")
        )
        self.add(tr("In charge"), self.owner)
        self.add(tr("Due"), self.due)
        self.title.set_value(form.title)
        self.area.set_value(form.area)
        self.owner.set_value(form.owner)
        self.due.set_value(PartialDate.of(form.due_on) if form.due_on else None)

    def form(self) -> TaskForm:
        """Return what was filled in."""
        due = self.due.value()
        return TaskForm(
            self.title.value(),
            self.area.value(),
            self.owner.value(),
            due.full if due else None,
            self._version,
        )
