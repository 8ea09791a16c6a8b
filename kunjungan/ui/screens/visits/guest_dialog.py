"""The form of a guest."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.names import PersonName, parse_name, read_nip, search_key
from kunjungan.i18n import later, tr
from kunjungan.services.delegation_lines import DelegationLine
from kunjungan.services.delegations import AttendeeForm, add_attendee, attendee_form, edit_attendee
from kunjungan.services.finding import people_naming
from kunjungan.services.office import Office
from kunjungan.services.officials import official_form
from kunjungan.services.people import PersonForm, person_form
from kunjungan.ui.labels import ATTENDANCES, ROLES, word_choices
from kunjungan.ui.screens.visits.pickers import GroupPicker, PersonPicker
from kunjungan.ui.screens.visits.words import body_name
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.bilingual_field import BilingualField
from kunjungan.ui.widgets.fields import ChoiceField, LineField, TextField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.name_field import PersonNameField

EMPTY = AttendeeForm(PersonForm(""))


def ask_new_guest(
    office: Office, delegations: Sequence[DelegationLine], chosen: UUID, parent: QWidget
) -> UUID | None:
    """Ask for a guest of one of the delegations, ``chosen`` at first; return the guest's id."""
    dialog = GuestDialog(office, EMPTY, parent, delegations)
    dialog.delegation.set_value(chosen)
    dialog.known.setFocus()
    kept: list[UUID] = []

    def save() -> None:
        dialog.warn_of_namesake()
        kept.append(add_attendee(office, dialog.delegation.value(), dialog.values()))

    return kept[0] if dialog.run(save) else None


def ask_guest(office: Office, attendee_id: UUID, parent: QWidget) -> bool:
    """Ask for changes to a guest; True when they were kept. Raises NotFound when gone."""
    dialog = GuestDialog(office, attendee_form(office, attendee_id), parent)
    return dialog.run(lambda: edit_attendee(office, attendee_id, dialog.values()))


class GuestDialog(FormDialog):
    """Name with titles, post in both languages, precedence, role and answer.

    A new guest comes with one of ``delegations``; without any, a guest is being changed.
    """

    def __init__(
        self,
        office: Office,
        form: AttendeeForm,
        parent: QWidget,
        delegations: Sequence[DelegationLine] = (),
    ) -> None:
        new = bool(delegations)
        super().__init__(
            tr("New guest") if new else tr("Guest"),
            tr("Add guest") if new else tr("Save guest"),
            parent,
        )
        self._office = office
        self._guest = form
        self._warned = ""
        self._bodies = {line.id: line.institution_id for line in delegations}
        self.delegation = ChoiceField([(line.id, body_name(line)) for line in delegations])
        self.known = PersonPicker(office)
        self.name = PersonNameField()
        self.nip, self.phone = LineField(), LineField()
        self.nip_notice = Notice(Tone.WARN, "")
        self.post = BilingualField()
        self.group = GroupPicker()
        self.role = ChoiceField(word_choices(ROLES))
        self.attendance = ChoiceField(word_choices(ATTENDANCES))
        self.note = TextField(2)
        self._lay_out(new=new)
        self._show(form)
        self.nip.changed.connect(self._on_nip)
        self.known.changed.connect(self._on_known)
        self.known.wanted_new.connect(self._on_new_person)
        self.delegation.changed.connect(self._on_delegation)
        self._on_nip()
        self._on_delegation()

    def values(self) -> AttendeeForm:
        """Return what was filled in; a known person keeps the name on record."""
        name, post = self.name.value(), self.post.value()
        person = replace(
            self._guest.person,
            name=name.plain,
            titles_front=name.front,
            titles_back=name.back,
            nip=read_nip(self.nip.value()).digits,
            phone=self.phone.value(),
        )
        return AttendeeForm(
            person,
            post.id,
            post.en,
            self.group.value(),
            self.role.value(),
            self.attendance.value(),
            self.note.value(),
            self._guest.person_id or self.known.value(),
            self._guest.version,
        )

    def warn_of_namesake(self) -> None:
        """Refuse once where somebody of that name is known; pressed again, it is another one."""
        plain = self.name.value().plain
        if self.known.person() is not None or plain == self._warned:
            return
        key = search_key(plain)
        same = [p for p in people_naming(self._office, plain) if search_key(p.name.plain) == key]
        if same:
            self._warned = plain
            message = later(
                "{name} is already known. Pick the name under “Known person”, "
                "or press again to add another person of that name."
            )
            raise RuleBroken(message, name=same[0].name.full)

    def _lay_out(self, *, new: bool) -> None:
        if new:
            self.add(tr("Delegation"), self.delegation)
            self.add(tr("Known person"), self.known)
        else:
            for unused in (self.delegation, self.known):
                unused.setParent(self)
                unused.hide()
        self.add(tr("Name"), self.name, needed=True)
        self.add_pair((tr("NIP, if any"), self.nip), (tr("Telephone"), self.phone))
        self.add_widget(self.nip_notice)
        self.add(tr("Post"), self.post)
        self.add(tr("Precedence"), self.group)
        self.add_pair((tr("Role"), self.role), (tr("Attendance"), self.attendance))
        self.add(tr("Note"), self.note)

    def _show(self, form: AttendeeForm) -> None:
        person = form.person
        self.name.set_value(PersonName(person.name, person.titles_front, person.titles_back))
        self.nip.set_value(person.nip)
        self.phone.set_value(person.phone)
        self.post.set_value(Bilingual(form.title_id, form.title_en))
        self.group.set_value(form.group)
        self.role.set_value(form.role)
        self.attendance.set_value(form.attendance)
        self.note.set_value(form.note)

    @Slot()
    def _on_delegation(self) -> None:
        body = self._bodies.get(self.delegation.value())
        if body is not None:
            self.known.show_institution(body)

    @Slot()
    def _on_nip(self) -> None:
        text = self.nip.value()
        warnings = read_nip(text).warnings if text else ()
        self.nip_notice.setVisible(bool(warnings))
        self.nip_notice.show_text(" ".join(tr(warning) for warning in warnings))

    @Slot()
    def _on_known(self) -> None:
        person_id = self.known.person()
        for field in (self.name, self.nip, self.phone):
            field.setEnabled(person_id is None)
        if person_id is None:
            return
        person = person_form(self._office, person_id)
        self.name.set_value(PersonName(person.name, person.titles_front, person.titles_back))
        self.nip.set_value(person.nip)
        self.phone.set_value(person.phone)
        official = self.known.official(person_id)
        if official is not None:
            self.post.set_value(official.post)
            self.group.set_value(official_form(self._office, official.id).group)

    @Slot(str)
    def _on_new_person(self, text: str) -> None:
        self.known.set_value(None)
        self.name.set_value(parse_name(text))
        self.name.name.setFocus()
