"""Corrects one visum, or numbers a travel order before there is one."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr
from kunjungan.services.office import Office
from kunjungan.services.visum.recording import VisumEntry, edit_visum, number_order
from kunjungan.services.visum.register import VisumLine
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.visits.letters.fields import SignerPicker
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import LineField
from kunjungan.ui.widgets.form_dialog import FormDialog


class EntryDialog:
    """The travel order of a guest; with a visum also its days and who signs."""

    def __init__(self, office: Office, visit_id: UUID, line: VisumLine, parent: QWidget) -> None:
        self._office = office
        self._line = line
        who = line.name or screen_side(line.title)
        self.dialog = FormDialog(tr("Visum of {who}", who=who), tr("Keep visum"), parent)
        self.order, self.note = LineField(), LineField()
        self.arrived, self.departed = DateField(), DateField()
        self.signer = SignerPicker(office, visit_id)
        self.dialog.add(tr("Number of the travel order (SPPD)"), self.order)
        if line.id is not None:
            self.dialog.add(tr("Arrived on"), self.arrived, needed=True)
            self.dialog.add(tr("Departed on"), self.departed)
            self.dialog.add(tr("Signed by"), self.signer, needed=True)
            self.dialog.add(tr("Note"), self.note, hint=tr("Not printed."))
        self._show(line)

    def save(self) -> None:
        """Keep what was entered; RuleBroken for days that cannot be."""
        line = self._line
        if line.id is None:
            number_order(self._office, line.attendee_id, self.order.value())
            return
        form = VisumEntry(
            signer_id=self.signer.value(),
            arrived_on=needed_day(self.arrived),
            departed_on=self.departed.day(),
            travel_order=self.order.value(),
            note=self.note.value(),
            version=line.version,
        )
        edit_visum(self._office, line.id, form)

    def _show(self, line: VisumLine) -> None:
        self.order.set_value(line.travel_order)
        self.arrived.show_day(line.arrived_on)
        self.departed.show_day(line.departed_on)
        self.signer.set_value(line.signer_id)
        self.note.set_value(line.note)


def needed_day(field: DateField) -> date:
    """Return the day of arrival.

    Raises:
        RuleBroken: there is none.
    """
    day = field.day()
    if day is None:
        raise RuleBroken(later("Enter the day of arrival."))
    return day
