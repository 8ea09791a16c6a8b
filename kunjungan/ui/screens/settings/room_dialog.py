"""The form of a room or a vehicle."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.visit_words import ResourceKind
from kunjungan.i18n import tr
from kunjungan.services.calendar.resources import (
    ResourceForm,
    add_resource,
    edit_resource,
    resource_form,
)
from kunjungan.services.office import Office
from kunjungan.ui.labels import choices
from kunjungan.ui.widgets.fields import ChoiceField, LineField, NumberField
from kunjungan.ui.widgets.form_dialog import FormDialog

_MINUTES = (0, 480)


def ask_new_resource(office: Office, kind: ResourceKind, parent: QWidget) -> UUID | None:
    """Ask for a room or vehicle; return its id, or None for a change of mind."""
    dialog = RoomDialog(ResourceForm(kind, ""), parent)
    made: list[UUID] = []

    def save() -> None:
        made.append(add_resource(office, dialog.values()))

    return made[-1] if dialog.run(save) else None


def ask_resource(office: Office, resource_id: UUID, parent: QWidget) -> bool:
    """Ask for changes; True when they were kept. Raises NotFound when it is gone."""
    dialog = RoomDialog(resource_form(office, resource_id), parent)
    return dialog.run(lambda: edit_resource(office, resource_id, dialog.values()))


class RoomDialog(FormDialog):
    """Name, place, seats, minutes between two uses, and a vehicle's plate."""

    def __init__(self, form: ResourceForm, parent: QWidget) -> None:
        new = not form.version
        super().__init__(
            tr("New room or vehicle") if new else tr("Edit room or vehicle"),
            tr("Add") if new else tr("Save"),
            parent,
        )
        self._start = form
        self.kind = ChoiceField(choices(ResourceKind))
        self.name, self.place, self.plate, self.note = (LineField() for _ in range(4))
        self.seats, self.turnaround = NumberField(0, 99999), NumberField(*_MINUTES)
        self._lay_out(new=new)
        self._show_start(form)

    def values(self) -> ResourceForm:
        """Return the room or vehicle as filled in."""
        return replace(
            self._start,
            kind=self.kind.value(),
            name=self.name.value(),
            place=self.place.value(),
            seats=self.seats.value(),
            turnaround=self.turnaround.value(),
            plate=self.plate.value(),
            note=self.note.value(),
        )

    def _lay_out(self, *, new: bool) -> None:
        self.kind.setEnabled(new)
        self.add(tr("Kind"), self.kind)
        known = tr(
            "It is known by its name wherever it is used; another one is written there, too."
        )
        self.add(tr("Name"), self.name, hint=known, needed=True)
        self.add(tr("Place"), self.place, hint=tr("The building or address where it is."))
        self.add_pair((tr("Seats"), self.seats), (tr("Plate"), self.plate))
        empty = tr("Minutes that it needs before the next use; empty for the office's setting.")
        self.add(tr("Minutes between uses"), self.turnaround, hint=empty)
        self.add(tr("Note"), self.note)

    def _show_start(self, form: ResourceForm) -> None:
        self.kind.set_value(form.kind)
        self.name.set_value(form.name)
        self.place.set_value(form.place)
        self.seats.set_value(form.seats)
        self.turnaround.set_value(form.turnaround)
        self.plate.set_value(form.plate)
        self.note.set_value(form.note)
