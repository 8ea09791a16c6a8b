"""Choosing the checklist that a visit starts from."""

from uuid import UUID

from PySide6.QtWidgets import QLabel, QWidget

from kunjungan.domain.checklists import countdown
from kunjungan.domain.visit_words import VisitKind
from kunjungan.i18n import tr
from kunjungan.services.checklists.checklist import apply_checklist
from kunjungan.services.checklists.templates import ChecklistTemplate, list_checklists
from kunjungan.services.office import Office
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.screens.visits.words import joined
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.fields import ChoiceField
from kunjungan.ui.widgets.form_dialog import FormDialog


def ask_checklist(office: Office, visit_id: UUID, kind: VisitKind, parent: QWidget) -> int | None:
    """Ask for a checklist and lay it out; return how many steps are new, or None."""
    dialog = LayoutDialog(list_checklists(office, kind), parent)
    added: list[int] = []

    def save() -> None:
        added.append(apply_checklist(office, visit_id, kind, dialog.chosen().steps))

    return added[0] if dialog.run(save) else None


class LayoutDialog(FormDialog):
    """Picks a checklist and shows its steps before they are added."""

    def __init__(self, templates: list[ChecklistTemplate], parent: QWidget) -> None:
        super().__init__(
            tr("Lay out a checklist"),
            tr("Add steps"),
            parent,
            intro=tr("Steps that the visit has already are not added again."),
        )
        self._templates = templates
        words = [(place, template_name(one)) for place, one in enumerate(templates)]
        self.template = ChoiceField(words)
        self._steps = set_role(QLabel(), TextRole.SMALL)
        self._steps.setWordWrap(True)
        self.add(tr("Checklist"), self.template)
        self.add_widget(self._steps)
        self.template.changed.connect(self._show)
        self._show()

    def chosen(self) -> ChecklistTemplate:
        """Return the checklist that was chosen."""
        place: int = self.template.value()
        return self._templates[place]

    def _show(self) -> None:
        steps = self.chosen().steps
        words = (_step(one.days_before, screen_side(one.name)) for one in steps)
        self._steps.setText("\n".join(words))
        self._verb.setText(tr("Add {count} steps", count=len(steps)))


def template_name(template: ChecklistTemplate) -> str:
    """Return what a checklist is called: by its own name, or by the kind of visit it is for."""
    if template.id is None and template.kind is not None:
        return label(template.kind)
    kind = label(template.kind) if template.kind else tr("any visit")
    return joined(screen_side(template.name), kind)


def _step(days_before: int | None, name: str) -> str:
    return name if days_before is None else f"{countdown(days_before)}  {name}"
