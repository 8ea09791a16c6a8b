"""The form of a lodging: the hotel, its nights and rooms."""

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.travel.changing import MOST, LodgingForm
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import LineField, NumberField, TextField
from kunjungan.ui.widgets.form_dialog import FormDialog


class LodgingDialog(FormDialog):
    """Which hotel, from which night until which day, how many rooms, for whom."""

    def __init__(self, form: LodgingForm, body: str, parent: QWidget) -> None:
        new = form.version == 0
        super().__init__(
            tr("New lodging") if new else tr("Lodging"),
            tr("Enter lodging") if new else tr("Save lodging"),
            parent,
            intro=body,
        )
        self._version = form.version
        self.hotel, self.place, self.phone = LineField(), LineField(), LineField()
        self.first, self.last = DateField(), DateField()
        self.rooms, self.who = NumberField(1, MOST), LineField()
        self.note = TextField(2)
        self._lay_out()
        self._show(form)

    def form(self) -> LodgingForm:
        """Return what was filled in."""
        return LodgingForm(
            hotel=self.hotel.value(),
            place=self.place.value(),
            phone=self.phone.value(),
            on=self.first.day(),
            until=self.last.day(),
            rooms=self.rooms.value(),
            who=self.who.value(),
            note=self.note.value(),
            version=self._version,
        )

    def _lay_out(self) -> None:
        self.add(tr("Hotel"), self.hotel, needed=True)
        self.add_pair((tr("Address"), self.place), (tr("Telephone"), self.phone))
        self.add_pair((tr("From the night of"), self.first), (tr("Until"), self.last))
        self.add_pair((tr("Bedrooms"), self.rooms), (tr("Who, if not all"), self.who))
        self.add(tr("Note"), self.note)

    def _show(self, form: LodgingForm) -> None:
        self.hotel.set_value(form.hotel)
        self.place.set_value(form.place)
        self.phone.set_value(form.phone)
        self.first.show_day(form.on)
        self.last.show_day(form.until)
        self.rooms.set_value(form.rooms)
        self.who.set_value(form.who)
        self.note.set_value(form.note)
