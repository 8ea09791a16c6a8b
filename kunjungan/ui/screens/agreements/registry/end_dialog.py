"""Asks when and why an agreement ends before its time."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.registry.facts import EndForm, end_agreement
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import TextField
from kunjungan.ui.widgets.form_dialog import FormDialog


class EndDialog:
    """The day and the reason; both stay in the register."""

    def __init__(self, office: Office, agreement_id: UUID, parent: QWidget) -> None:
        self._office = office
        self._agreement = agreement_id
        intro = tr(
            "From that day the register calls it terminated (PP 28/2018 article 9). "
            "A change of leadership is no reason."
        )
        title = tr("End before its time")
        self.dialog = FormDialog(title, tr("End agreement"), parent, intro=intro)
        self.on = DateField()
        self.on.set_value(PartialDate.of(office.today()))
        self.reason = TextField(lines=2)
        self.dialog.add(tr("Ends on"), self.on, needed=True)
        self.dialog.add(tr("Reason"), self.reason, needed=True)

    def save(self) -> None:
        """Record the end."""
        chosen = self.on.value()
        if chosen is not None and chosen.full is not None:
            end_agreement(self._office, self._agreement, EndForm(chosen.full, self.reason.value()))


def ask_end(office: Office, agreement_id: UUID, parent: QWidget) -> bool:
    """Ask and record; return whether it was recorded."""
    asked = EndDialog(office, agreement_id, parent)
    done = asked.dialog.run(asked.save)
    asked.dialog.deleteLater()
    return done
