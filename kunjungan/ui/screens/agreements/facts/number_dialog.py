"""Asks for a party's number alone, when the text is locked."""

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView, PartyLine
from kunjungan.services.office import Office
from kunjungan.services.parties import set_number
from kunjungan.ui.labels import screen_side
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import LineField
from kunjungan.ui.widgets.form_dialog import FormDialog


class NumberDialog:
    """The number of a party whose text is locked: partners often send theirs weeks later."""

    def __init__(self, office: Office, view: AgreementView, seq: int, parent: QWidget) -> None:
        self._office = office
        self._view = view
        self._seq = seq
        party = view.parties[seq - 1]
        self.dialog = FormDialog(title_of(party), tr("Enter number"), parent)
        self.number = LineField()
        self.number_on = DateField()
        self.dialog.add(
            tr("Number"), self.number, hint=tr("Printed papers keep what stood on them.")
        )
        self.dialog.add(tr("dated"), self.number_on)
        self.number.set_value(party.number)
        self.number_on.show_day(party.number_on)

    def save(self) -> None:
        """Keep the number."""
        number, on = self.number.value(), self.number_on.day()
        set_number(self._office, self._view.id, self._seq, number, on)


def title_of(party: PartyLine) -> str:
    """Return a party by its label and institution."""
    return f"{screen_side(party.label)}: {screen_side(party.body)}"
