"""The form of an assignment: the duty, who or which vehicle, for what, and when."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.visit_words import Duty, ResourceKind
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.officials import list_officials
from kunjungan.services.overview import VisitOverview
from kunjungan.services.visiting.crew import (
    AssignmentForm,
    assign,
    assignment_form,
    edit_assignment,
)
from kunjungan.services.visiting.sessions import SessionLine, list_sessions
from kunjungan.ui.dates import hours_words
from kunjungan.ui.labels import choices, screen_side
from kunjungan.ui.screens.visits.board.choices import hosting_institution, resource_field
from kunjungan.ui.screens.visits.words import body_name, joined
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import ChoiceField, LineField, TextField, TimeField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.search_picker import Item
from kunjungan.ui.widgets.suggest_field import SuggestField


def ask_new_crew(
    office: Office, seen: VisitOverview, session_id: UUID | None, parent: QWidget
) -> UUID | None:
    """Ask whom to assign, at first to this session; return the assignment's id when kept."""
    form = AssignmentForm(Duty.LIAISON, session_id=session_id)
    dialog = CrewDialog(office, seen, form, parent)
    kept: list[UUID] = []
    done = dialog.run(lambda: kept.append(assign(office, seen.id, dialog.form())))
    return kept[0] if done else None


def ask_crew(office: Office, seen: VisitOverview, assignment_id: UUID, parent: QWidget) -> bool:
    """Ask for changes to an assignment; True when they were kept."""
    dialog = CrewDialog(office, seen, assignment_form(office, assignment_id), parent)
    return dialog.run(lambda: edit_assignment(office, assignment_id, dialog.form()))


class CrewDialog(FormDialog):
    """An official of the own office or any other name, a vehicle, session, delegation, hours."""

    def __init__(
        self, office: Office, seen: VisitOverview, form: AssignmentForm, parent: QWidget
    ) -> None:
        new = form.version == 0
        super().__init__(
            tr("Assign crew") if new else tr("Crew"),
            tr("Assign") if new else tr("Save crew"),
            parent,
            intro=seen.title,
        )
        self._version = form.version
        self.duty = ChoiceField(choices(Duty))
        self.person = people_field(office, seen)
        self.phone, self.note = LineField(), TextField(2)
        self.vehicle = resource_field(office, ResourceKind.VEHICLE, tr("A vehicle, if any"))
        self.session = ChoiceField(_sessions(list_sessions(office, seen.id)))
        bodies = [(line.id, body_name(line)) for line in seen.delegations]
        self.delegation = ChoiceField([(None, tr("No delegation in particular")), *bodies])
        self.day, self.starts, self.ends = DateField(), TimeField(), TimeField()
        self._lay_out()
        self._show(form)

    def form(self) -> AssignmentForm:
        """Return what was filled in."""
        person = self.person.key()
        return AssignmentForm(
            duty=self.duty.value(),
            person_id=person if isinstance(person, UUID) else None,
            name="" if isinstance(person, UUID) else self.person.value(),
            phone=self.phone.value(),
            vehicle=self.vehicle.value(),
            session_id=self.session.value(),
            delegation_id=self.delegation.value(),
            on=self.day.day(),
            starts_at=self.starts.value(),
            ends_at=self.ends.value(),
            note=self.note.value(),
            version=self._version,
        )

    def _lay_out(self) -> None:
        self.add(tr("Role"), self.duty)
        self.add(tr("Name"), self.person)
        self.add_pair((tr("Phone"), self.phone), (tr("Vehicle"), self.vehicle))
        self.add(tr("Session"), self.session)
        self.add(tr("Delegation"), self.delegation)
        self.add_section(tr("Own hours"))
        self.add_pair((tr("Day"), self.day), (tr("Starts"), self.starts), (tr("Ends"), self.ends))
        self.add(tr("Note"), self.note, hint=tr("Without own hours: those of session or visit."))

    def _show(self, form: AssignmentForm) -> None:
        self.duty.set_value(form.duty)
        if form.person_id is not None:
            self.person.pick(form.person_id)
        else:
            self.person.set_value(form.name)
        self.phone.set_value(form.phone)
        self.vehicle.set_value(form.vehicle)
        self.session.set_value(form.session_id)
        self.delegation.set_value(form.delegation_id)
        self.day.show_day(form.on)
        self.starts.set_value(form.starts_at)
        self.ends.set_value(form.ends_at)
        self.note.set_value(form.note)


def people_field(office: Office, seen: VisitOverview) -> SuggestField:
    """Return a line that offers the officials of the own office, each once."""
    own = hosting_institution(office, seen.id)
    field = SuggestField(tr("An official of the office, or any other name"))
    people = {
        line.person_id: Item(line.person_id, line.name.full, screen_side(line.post))
        for line in (list_officials(office, own) if own else ())
    }
    field.set_items(list(people.values()))
    return field


def _sessions(lines: list[SessionLine]) -> list[tuple[UUID | None, str]]:
    named: list[tuple[UUID | None, str]] = [
        (line.id, joined(screen_side(line.title), hours_words(line.starts_at, line.ends_at)))
        for line in lines
    ]
    return [(None, tr("The whole visit")), *named]
