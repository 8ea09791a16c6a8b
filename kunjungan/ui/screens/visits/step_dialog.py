"""The form of one step of the checklist."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.checklist_lines import read_countdown
from kunjungan.domain.checklists import BLOCKS, blocks, countdown
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.tasks import TaskForm, add_task, edit_task, task_form
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import CheckField, LineField, TypedLine
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


class CountdownField(TypedLine):
    """Days before the visit as offices write them: H-7, H, H+7; or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("H-7", parent)
        self.setFixedWidth(96)

    def value(self) -> int | None:
        """Return the days before the visit, after it below 0; RuleBroken for anything else."""
        return read_countdown(self.text())

    def set_value(self, value: int | None) -> None:
        """Show days before the visit, or nothing."""
        self.setText("" if value is None else countdown(value))


class StepDialog(FormDialog):
    """What is to be done, where it belongs, by whom, and until when or how long before."""

    def __init__(self, form: TaskForm, parent: QWidget) -> None:
        new = form.version == 0
        super().__init__(
            tr("New step") if new else tr("Step"),
            verb=tr("Add step") if new else tr("Save step"),
            parent=parent,
        )
        self._kept = form
        self.title, self.area, self.owner = LineField(), LineField(), LineField()
        self.due, self.before = DateField(), CountdownField()
        self.blocking = CheckField(tr("The visit is not called ready before it is done"))
        self._lay_out()
        self._show(form)
        self.before.changed.connect(self._on_before)

    def form(self) -> TaskForm:
        """Return what was filled in."""
        own = BLOCKS if self.blocking.value() else ""
        return TaskForm(
            self.title.value(),
            self.area.value(),
            self.owner.value(),
            self.due.day(),
            self._kept.version,
            self.before.value(),
            own if self._kept.code in {"", BLOCKS} else self._kept.code,
        )

    def _lay_out(self) -> None:
        self.add(tr("What is to be done"), self.title, needed=True)
        self.add(
            tr("Area"), self.area, hint=tr("Steps of one area stand together in the checklist.")
        )
        self.add(tr("In charge"), self.owner)
        self.add_pair((tr("Due"), self.due), (tr("Or counted from the visit"), self.before))
        self.add("", self.blocking)

    def _show(self, form: TaskForm) -> None:
        self.title.set_value(form.title)
        self.area.set_value(form.area)
        self.owner.set_value(form.owner)
        self.due.show_day(form.due_on)
        self.before.set_value(form.days_before)
        self.blocking.set_value(blocks(form.code))
        self.blocking.setEnabled(form.code in {"", BLOCKS})
        self._on_before()

    def _on_before(self) -> None:
        """A step that is counted from the visit has no due day of its own."""
        self.due.setEnabled(not self.before.text().strip())
