"""The facts of one guest beside the table, kept as soon as a field is left."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from kunjungan.domain.capacity import Capacity
from kunjungan.domain.errors import OfficeError, RuleBroken
from kunjungan.domain.posts import read_post
from kunjungan.i18n import tr
from kunjungan.services.delegations import AttendeeForm, attendee_form, edit_attendee
from kunjungan.services.guests.participants import Participant
from kunjungan.services.office import Office
from kunjungan.ui.labels import choices, refusal_words
from kunjungan.ui.screens.visits.pickers import RankPicker
from kunjungan.ui.screens.visits.words import law_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.fields import ChoiceField, LineField, TextField
from kunjungan.ui.widgets.form import Form


class GuestFields(Form):
    """Name on papers, salutation, both titles, precedence, capacity and note of one guest.

    Signals:
        left: Escape was pressed: what was typed is dropped and the list wants the keyboard.
    """

    left = Signal()

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._id: UUID | None = None
        self._form: AttendeeForm | None = None
        self._shown: dict[QWidget, Any] = {}
        self.card_name, self.honorific = LineField(), LineField(tr("Bapak or Ibu"))
        self.title_id, self.title_en = LineField(), LineField()
        self.group = RankPicker(office)
        self.law = set_role(QLabel(), TextRole.NOTE)
        self.law.setWordWrap(True)
        self.capacity = ChoiceField(choices(Capacity))
        self.note = TextField(2)
        self.refused = Notice(Tone.BAD, "")
        self._fields: tuple[Any, ...] = (
            self.card_name,
            self.honorific,
            self.title_id,
            self.title_en,
            self.group,
            self.capacity,
            self.note,
        )
        self._lay_out()
        self.setEnabled(not office.looking_on)

    def show_guest(self, guest: Participant, law: str) -> None:
        """Show a guest as recorded; what is being typed about the same guest stays."""
        same = guest.id == self._id
        try:
            form = attendee_form(self._office, guest.id)
        except OfficeError:
            return  # gone meanwhile; the table is about to say so
        self._id, self._form = guest.id, form
        self.refused.hide()
        self.card_name.setPlaceholderText(guest.name.plain or tr("(name to follow)"))
        self.law.setText(law or (law_words(form.group) if form.group else tr("Not decided yet")))
        values = _values(form)
        for field, value in zip(self._fields, values, strict=True):
            typing = same and field.hasFocus() and _read(field) != self._shown.get(field)
            if not typing and _read(field) != value:
                field.set_value(value)
            self._shown[field] = value

    @Slot()
    def keep(self) -> None:
        """Keep what was changed, as one change; a refusal stays under the fields."""
        form, guest_id = self._form, self._id
        if form is None or guest_id is None or not self.check():
            return
        read = [field.value() for field in self._fields]
        if read == list(_values(form)):
            return
        card, honorific, title_id, title_en, _, capacity, note = read
        group, local = self.group.rank()
        person = replace(form.person, card_name=card, honorific=honorific)
        wanted = replace(
            form,
            person=person,
            title_id=title_id,
            title_en=title_en,
            group=group,
            local_rank_id=local,
            capacity=capacity,
            note=note,
        )
        try:
            edit_attendee(self._office, guest_id, wanted)
        except OfficeError as refusal:
            self.refused.show_text(refusal_words(refusal))
            self.refused.show()

    def _lay_out(self) -> None:
        self.add(tr("Name on papers and cards"), self.card_name)
        self.add(tr("Salutation"), self.honorific)
        self.add(tr("Post (Indonesian)"), self.title_id)
        self.add(tr("Post (English)"), self.title_en)
        self.add(tr("Precedence"), self.group)
        self.add_widget(self.law)
        self.add(tr("Capacity"), self.capacity)
        self.add(tr("Note"), self.note)
        self.add_widget(self.refused)
        self.refused.hide()
        self.title_id.editingFinished.connect(self._complete)
        for field in (self.card_name, self.honorific, self.title_id, self.title_en):
            field.editingFinished.connect(self.keep)
        self.group.picked.connect(self.keep)
        self.capacity.activated.connect(self.keep)
        self.group.installEventFilter(self)
        self.note.installEventFilter(self)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._drop)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @Slot()
    def _complete(self) -> None:
        """Give a known post its English and its place in the order, where they are empty."""
        if self.title_id.value() == self._shown.get(self.title_id):
            return
        post = read_post(self.title_id.value())
        if post.known and not self.title_en.value():
            self.title_en.set_value(post.title.en)
        if post.known and not self.group.text():
            self.group.set_value(post.group)

    @Slot()
    def _drop(self) -> None:
        for field, value in self._shown.items():
            if _read(field) != value:
                field.set_value(value)  # type: ignore[attr-defined]  # every field has it
        self.left.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.keep()
        return super().eventFilter(watched, event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Lose nothing when the page is left in the middle of a word."""
        self.keep()
        super().hideEvent(event)


def _values(form: AttendeeForm) -> tuple[Any, ...]:
    """Return what the fields stand for, in their order."""
    return (
        form.person.card_name,
        form.person.honorific,
        form.title_id,
        form.title_en,
        form.local_rank_id or form.group,
        form.capacity,
        form.note,
    )


def _read(field: Any) -> object:  # noqa: ANN401  # any field
    try:
        return field.value()
    except RuleBroken:
        return field.text()
