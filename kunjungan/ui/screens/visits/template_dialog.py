"""The form of an own checklist: a line for each step."""

from PySide6.QtWidgets import QWidget

from kunjungan.domain.checklist_lines import step_lines, steps_from
from kunjungan.domain.visit_words import VisitKind
from kunjungan.i18n import tr
from kunjungan.services.checklists.templates import ChecklistForm
from kunjungan.ui.labels import label
from kunjungan.ui.widgets.bilingual_field import BilingualField
from kunjungan.ui.widgets.fields import ChoiceField, TextField
from kunjungan.ui.widgets.form_dialog import FormDialog


class TemplateDialog(FormDialog):
    """Its name in both languages, the kind of visit it is for, and its steps as lines."""

    def __init__(self, form: ChecklistForm, parent: QWidget) -> None:
        super().__init__(tr("Own checklist"), tr("Keep checklist"), parent)
        self._version = form.version
        self.name = BilingualField()
        kinds = [(kind, label(kind)) for kind in VisitKind]
        self.kind = ChoiceField([(None, tr("any visit")), *kinds])
        self.steps = TextField(8, 14)
        self.add(tr("Name"), self.name, needed=True)
        self.add(tr("For"), self.kind)
        self.add(
            tr("Steps, one a line"),
            self.steps,
            needed=True,
            hint=tr(
                "H-7 | area | what is to be done | in English | in charge | ! where it blocks. "
                "Steps named as in the program's own list tick themselves."
            ),
        )
        self.name.set_value(form.name)
        self.kind.set_value(form.kind)
        self.steps.set_value(step_lines(form.steps))

    def values(self) -> ChecklistForm:
        """Return what was filled in; raises RuleBroken with a line that is no step."""
        return ChecklistForm(
            self.name.value(), steps_from(self.steps.value()), self.kind.value(), self._version
        )
