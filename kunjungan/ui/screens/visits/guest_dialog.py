"""The form of a guest."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.names import parse_name
from kunjungan.i18n import later, tr
from kunjungan.services.delegations import (
    AttendeeForm,
    add_attendee,
    add_to_own_party,
    attendee_form,
    edit_attendee,
)
from kunjungan.services.duplicates.finding import like
from kunjungan.services.guests.participants import Participant
from kunjungan.services.office import Office
from kunjungan.services.officials import official_form
from kunjungan.services.people import PersonForm, person_form
from kunjungan.ui.screens.visits.guest_part import PartFields
from kunjungan.ui.screens.visits.guest_person import PersonFields
from kunjungan.ui.screens.visits.guest_rows import OWN, Party
from kunjungan.ui.screens.visits.pickers import PersonPicker
from kunjungan.ui.widgets.fields import ChoiceField
from kunjungan.ui.widgets.form_dialog import FormDialog

EMPTY = AttendeeForm(PersonForm(""))


@dataclass(frozen=True, slots=True)
class GuestPlace:
    """Where a guest is added or stands: the visit, its parties, and who else is there."""

    visit_id: UUID
    parties: Sequence[Party]
    guests: Sequence[Participant]
    own_id: UUID | None = None


def ask_new_guest(
    office: Office, place: GuestPlace, chosen: str, form: AttendeeForm, parent: QWidget
) -> UUID | None:
    """Ask for a guest of one of the parties, ``chosen`` at first; return the guest's id."""
    dialog = GuestDialog(office, form, parent, place)
    dialog.party.set_value(chosen)
    dialog.known.setFocus()
    kept: list[UUID] = []

    def save() -> None:
        dialog.warn_of_namesake()
        party, values = dialog.party.value(), dialog.values()
        if party == OWN:
            kept.append(add_to_own_party(office, place.visit_id, values))
        else:
            kept.append(add_attendee(office, UUID(party), values))

    return kept[0] if dialog.run(save) else None


def ask_guest(office: Office, place: GuestPlace, attendee_id: UUID, parent: QWidget) -> bool:
    """Ask for changes to a guest; True when they were kept. Raises NotFound when gone."""
    others = [guest for guest in place.guests if guest.id != attendee_id]
    alone = replace(place, parties=(), guests=others)
    dialog = GuestDialog(office, attendee_form(office, attendee_id), parent, alone)
    return dialog.run(lambda: edit_attendee(office, attendee_id, dialog.values()))


class GuestDialog(FormDialog):
    """Name with titles, post in both languages, precedence, part, answer and needs.

    A new guest comes with one of the parties of ``place``; without any, a guest is being changed.
    Somebody known can be picked for a new guest, and for one whose name was still to follow.
    """

    def __init__(
        self, office: Office, form: AttendeeForm, parent: QWidget, place: GuestPlace
    ) -> None:
        new = bool(place.parties)
        super().__init__(
            tr("New guest") if new else tr("Guest"),
            tr("Add guest") if new else tr("Save guest"),
            parent,
        )
        self._office = office
        self._guest = form
        self._warned = ""
        self._own_id = place.own_id
        self._bodies = {line.key: line.delegation for line in place.parties}
        self.party = ChoiceField([(line.key, line.name) for line in place.parties])
        self.known = PersonPicker(office)
        self.person = PersonFields(self)
        self.part = PartFields(self, office, place.guests)
        self._lay_out(new=new)
        self.person.show(form.person)
        self.part.show(form)
        self.known.changed.connect(self._on_known)
        self.known.wanted_new.connect(self._on_new_person)
        self.party.changed.connect(self._on_party)
        self._on_party()

    def values(self) -> AttendeeForm:
        """Return what was filled in; a known person keeps the name on record."""
        person = self.person.form(self._guest.person)
        picked = self.known.value() or self._guest.person_id
        return self.part.form(replace(self._guest, person=person, person_id=picked))

    def warn_of_namesake(self) -> None:
        """Refuse once where somebody like that is known; pressed again, it is another one."""
        plain = self.person.name.value().plain
        if not plain or self.known.person() is not None or plain == self._warned:
            return
        same = like(self._office, self.person.form(self._guest.person))
        if same:
            self._warned = plain
            message = later(
                "{name} is already known. Pick the name under “Known person”, "
                "or press again to add another person of that name."
            )
            known = person_form(self._office, same[0].person_id)
            raise RuleBroken(message, name=known.name)

    def _lay_out(self, *, new: bool) -> None:
        if new:
            self.add(tr("Delegation"), self.party)
        if new or not self._guest.person.name:
            self.add(tr("Known person"), self.known)
        for unused in (self.party, self.known):
            if unused.parent() is None:
                unused.setParent(self)
                unused.hide()
        self.person.lay_out_name(self)
        self.part.lay_out_post(self)
        self.part.lay_out_part(self)
        self.person.lay_out_facts(self)

    @Slot()
    def _on_party(self) -> None:
        line = self._bodies.get(self.party.value())
        body = line.institution_id if line else self._own_id
        if body is not None:
            self.known.show_institution(body)

    @Slot()
    def _on_known(self) -> None:
        person_id = self.known.person()
        self.person.let_edit(possible=person_id is None)
        if person_id is None:
            return
        self.person.show(person_form(self._office, person_id))
        official = self.known.official(person_id)
        if official is not None:
            form = official_form(self._office, official.id)
            self.part.post.set_value(official.post)
            self.part.group.set_value(form.group)
            self.part.capacity.set_value(form.capacity)
            self.part.since.set_value(form.begins_on)

    @Slot(str)
    def _on_new_person(self, text: str) -> None:
        self.known.set_value(None)
        self.person.name.set_value(parse_name(text))
        self.person.name.name.setFocus()
