"""The form of a session: what, when, where, with whom and for whom."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.days import PartialDate
from kunjungan.domain.visit_words import ResourceKind
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.overview import VisitOverview
from kunjungan.services.visiting.sessions import (
    SessionForm,
    add_session,
    edit_session,
    list_sessions,
    session_form,
)
from kunjungan.ui.screens.visits.board.choices import (
    DelegationsField,
    hosting_institution,
    resource_field,
)
from kunjungan.ui.screens.visits.pickers import OfficialPicker
from kunjungan.ui.widgets.bilingual_field import BilingualField
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import LineField, NumberField, TextField, TimeField
from kunjungan.ui.widgets.form_dialog import FormDialog


def ask_new_session(office: Office, seen: VisitOverview, parent: QWidget) -> UUID | None:
    """Ask for a new session, right after the last one; return its id when kept."""
    lines = list_sessions(office, seen.id)
    last = lines[-1] if lines else None
    form = SessionForm(
        "",
        on=last.on if last else None,
        starts_at=(last.ends_at or last.starts_at) if last else seen.when.starts_at,
        place=last.place if last else seen.place,
        room=last.room if last else seen.room,
        host_tenure_id=last.host_tenure_id if last else None,
    )
    dialog = SessionDialog(office, seen, form, (), parent)
    kept: list[UUID] = []
    done = dialog.run(
        lambda: kept.append(add_session(office, seen.id, dialog.form(), dialog.whom.value()))
    )
    return kept[0] if done else None


def ask_session(office: Office, seen: VisitOverview, session_id: UUID, parent: QWidget) -> bool:
    """Ask for changes to a session; True when they were kept."""
    form = session_form(office, session_id)
    lines = list_sessions(office, seen.id)
    whom = next((line.delegations for line in lines if line.id == session_id), ())
    dialog = SessionDialog(office, seen, form, whom, parent)
    return dialog.run(lambda: edit_session(office, session_id, dialog.form(), dialog.whom.value()))


class SessionDialog(FormDialog):
    """Title in both languages, day and hours, place and room, host, delegations, turn-around."""

    def __init__(
        self,
        office: Office,
        seen: VisitOverview,
        form: SessionForm,
        whom: Collection[UUID],
        parent: QWidget,
    ) -> None:
        new = form.version == 0
        super().__init__(
            tr("New session") if new else tr("Session"),
            tr("Add session") if new else tr("Save session"),
            parent,
            intro=seen.title,
        )
        self._seen, self._version = seen, form.version
        self.title, self.day = BilingualField(), DateField()
        self.starts, self.ends = TimeField(), TimeField()
        self.place = LineField()
        self.room = resource_field(office, ResourceKind.ROOM, tr("A room, or any other name"))
        self.host = OfficialPicker(office)
        self.host.show_institution(hosting_institution(office, seen.id))
        self.whom = DelegationsField(seen.delegations)
        self.turnaround = NumberField(0, 600)
        self.note = TextField(2)
        self._lay_out()
        self._show(form, whom)

    def form(self) -> SessionForm:
        """Return what was filled in; the visit's own first day is kept as none."""
        title = self.title.value()
        return SessionForm(
            title.id,
            title.en,
            self._own_day(self.day.day()),
            self.starts.value(),
            self.ends.value(),
            self.place.value(),
            self.room.value(),
            self.host.value(),
            self.turnaround.value(),
            self.note.value(),
            self._version,
        )

    def _own_day(self, day: date | None) -> date | None:
        return None if day == self._seen.when.on.full else day

    def _lay_out(self) -> None:
        self.add(tr("Title"), self.title, needed=True)
        self.add_pair((tr("Day"), self.day), (tr("Starts"), self.starts), (tr("Ends"), self.ends))
        if len(self._seen.delegations) > 1:
            self.add(tr("For"), self.whom, hint=tr("None ticked: a joint session for everybody."))
        self.add_pair((tr("Place"), self.place), (tr("Room"), self.room))
        self.add(tr("Host"), self.host)
        self.add(
            tr("Minutes to turn the room round before it"),
            self.turnaround,
            hint=tr("Empty: as the room needs, else the office's setting."),
        )
        self.add(tr("Note"), self.note)

    def _show(self, form: SessionForm, whom: Collection[UUID]) -> None:
        self.title.set_value(Bilingual(form.title_id, form.title_en))
        on = PartialDate.of(form.on) if form.on else self._seen.when.on
        self.day.set_value(on if on.full else None)
        self.starts.set_value(form.starts_at)
        self.ends.set_value(form.ends_at)
        self.place.set_value(form.place)
        self.room.set_value(form.room)
        self.host.set_value(form.host_tenure_id)
        self.whom.set_value(whom)
        self.turnaround.set_value(form.turnaround)
        self.note.set_value(form.note)
