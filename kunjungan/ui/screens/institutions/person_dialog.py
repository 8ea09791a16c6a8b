"""The form of a person, whatever office they hold."""

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.duplicates.finding import Candidate, like
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm, add_person, edit_person, person_form
from kunjungan.ui.background import Background
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.screens.institutions.person_form import PersonFormDialog
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice

_WIDTH = 620


def ask_new_person(context: ScreenContext, parent: QWidget) -> UUID | None:
    """Ask for a person; return the id, or None for a change of mind."""
    office = context.office
    dialog = PersonDialog(office, PersonForm(""), parent, watch=context.background)
    made: list[UUID] = []

    def save() -> None:
        made.append(add_person(office, dialog.values()))

    return made[-1] if dialog.run(save) else None


def ask_person(office: Office, person_id: UUID, parent: QWidget) -> bool:
    """Ask for changes to a person; True when they were kept. Raises NotFound when gone."""
    dialog = PersonDialog(office, person_form(office, person_id), parent)
    return dialog.run(lambda: edit_person(office, person_id, dialog.values()))


class PersonDialog(PersonFormDialog):
    """Names, how one is called, photo, service, contacts and needs."""

    def __init__(
        self,
        office: Office,
        form: PersonForm,
        parent: QWidget,
        *,
        watch: Background | None = None,
    ) -> None:
        """Show a person's fields; with ``watch`` a new one's, who is compared with those known."""
        new = watch is not None
        title = tr("New person") if new else tr("Person")
        verb = tr("Add person") if new else tr("Save person")
        super().__init__(office, (title, verb), parent)
        self._watch = watch
        self._start = form
        self.twin = Notice(Tone.WARN, "")
        self.twin.hide()
        self.add(tr("Name"), self.name, needed=True)
        if new:
            self.add_widget(self.twin)
            for field in (self.nip, self.phone, self.email):
                field.editingFinished.connect(self._look)
            self.name.name.editingFinished.connect(self._look)
        self.add_calling()
        self.add_cards()
        self.add_service()
        self.show_person(form)
        self.setMinimumWidth(_WIDTH)

    def values(self) -> PersonForm:
        """Return the person as filled in."""
        return self.person(self._start)

    @Slot()
    def _look(self) -> None:
        """Compare with everybody known, so that nobody comes to stand twice in the records."""
        form = self.values()
        if self._watch is not None and form.name:
            self._watch.run(
                lambda: like(self._office, form),
                done=self._tell_twin,
                refused=lambda _refusal: None,
                owner=self,
                quick=True,
            )

    def _tell_twin(self, found: list[Candidate]) -> None:
        self.twin.setVisible(bool(found))
        if found:
            known = person_form(self._office, found[0].person_id)
            words = tr(
                "{name} is known already and may be the same person ({score} of 100).",
                name=known.name,
                score=found[0].likeness.score,
            )
            self.twin.show_text(words)
