"""The form that starts a visit from another."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.reception.copying import CopyForm, copy_visit
from kunjungan.services.visits import visit_form
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import CheckField, LineField
from kunjungan.ui.widgets.form_dialog import FormDialog


def ask_copy(office: Office, visit_id: UUID, parent: QWidget) -> UUID | None:
    """Ask for the new visit's day and parts; return the id of the new visit, or None."""
    dialog = CopyDialog(visit_form(office, visit_id).title, parent)
    kept: list[UUID] = []

    def save() -> None:
        kept.append(copy_visit(office, visit_id, dialog.values()))

    return kept[0] if dialog.run(save) else None


class CopyDialog(FormDialog):
    """Title, first day, and which parts come along."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(
            tr("Duplicate visit"),
            tr("Duplicate visit"),
            parent,
            intro=tr(
                "Facts and delegations come along. What was sent, confirmed, done, reported or "
                "signed stays behind."
            ),
        )
        self.title = LineField()
        self.title.set_value(title)
        self.on = DateField(partial=True)
        self.people = CheckField(tr("Guests, to be invited anew"))
        self.sessions = CheckField(tr("Sessions and rundown"))
        self.steps = CheckField(tr("Checklist, counted from the new day"))
        self.crew = CheckField(tr("Crew and vehicles"))
        self.letters = CheckField(tr("Letters, as drafts"))
        self.add(tr("Title"), self.title, needed=True)
        self.add(tr("First day"), self.on, needed=True, hint=tr("A month is enough."))
        self.add_section(tr("Take along"))
        for part in (self.people, self.sessions, self.steps, self.crew, self.letters):
            part.set_value(part is not self.letters)
            self.add("", part)
        self.on.setFocus()

    def values(self) -> CopyForm:
        """Return what was filled in."""
        on = self.on.value()
        assert on is not None  # the form refuses an empty first day
        return CopyForm(
            self.title.value(),
            on,
            self.people.value(),
            self.sessions.value(),
            self.steps.value(),
            self.crew.value(),
            self.letters.value(),
        )
