"""The form of a gift."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.overview import VisitOverview
from kunjungan.services.visiting.gifts import GiftForm, add_gift, edit_gift, gift_form
from kunjungan.ui.labels import word_choices
from kunjungan.ui.screens.visits.gifts.money_field import MoneyField
from kunjungan.ui.screens.visits.gifts.words import DIRECTION_WORDS
from kunjungan.ui.screens.visits.words import body_name
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import ChoiceField, LineField, NumberField, TextField
from kunjungan.ui.widgets.form_dialog import FormDialog


def ask_gift(office: Office, seen: VisitOverview, gift_id: UUID | None, parent: QWidget) -> bool:
    """Ask for a new gift of a visit, or for changes to one; True when it was kept."""
    form = GiftForm("") if gift_id is None else gift_form(office, gift_id)
    dialog = GiftDialog(seen, form, parent)
    if gift_id is None:
        return dialog.run(lambda: add_gift(office, seen.id, dialog.form()))
    return dialog.run(lambda: edit_gift(office, gift_id, dialog.form()))


class GiftDialog(FormDialog):
    """What, given or received, its value, who, where it is kept, whether it was reported."""

    def __init__(self, seen: VisitOverview, form: GiftForm, parent: QWidget) -> None:
        new = form.version == 0
        super().__init__(
            tr("New gift") if new else tr("Gift"),
            tr("Enter gift") if new else tr("Save gift"),
            parent,
            intro=seen.title,
        )
        self._version = form.version
        self.what, self.direction = LineField(), ChoiceField(word_choices(DIRECTION_WORDS))
        self.count, self.money = NumberField(1, 9999), MoneyField()
        bodies = [(line.id, body_name(line)) for line in seen.delegations]
        self.whom = ChoiceField([(None, tr("Nobody in particular")), *bodies])
        self.giver, self.receiver = LineField(), LineField()
        self.day, self.reported = DateField(), DateField()
        self.kept, self.note = LineField(), TextField(2)
        self._lay_out()
        self._show(form)
        self.direction.changed.connect(self._on_direction)
        self._on_direction()

    def form(self) -> GiftForm:
        """Return what was filled in."""
        received = self.direction.value() == "received"
        return GiftForm(
            what=self.what.value(),
            direction=self.direction.value(),
            delegation_id=self.whom.value(),
            count=self.count.value() or 1,
            value=self.money.value(),
            giver=self.giver.value(),
            receiver=self.receiver.value(),
            on=self.day.day(),
            kept_at=self.kept.value(),
            reported_on=self.reported.day() if received else None,
            note=self.note.value(),
            version=self._version,
        )

    def _lay_out(self) -> None:
        self.add(tr("Gift"), self.what, needed=True)
        self.add_pair((tr("Direction"), self.direction), (tr("Delegation"), self.whom))
        self.add_pair((tr("Pieces"), self.count), (tr("Value of all in rupiah"), self.money))
        self.add_pair((tr("Giver"), self.giver), (tr("Receiver"), self.receiver))
        self.add_pair((tr("Day"), self.day), (tr("Kept at"), self.kept))
        self.add(
            tr("Reported on"),
            self.reported,
            hint=tr("What was received is reported to the integrity unit (UPG) in time."),
        )
        self.add(tr("Note"), self.note)

    def _show(self, form: GiftForm) -> None:
        self.what.set_value(form.what)
        self.direction.set_value(form.direction)
        self.count.set_value(form.count)
        self.money.set_value(form.value)
        self.whom.set_value(form.delegation_id)
        self.giver.set_value(form.giver)
        self.receiver.set_value(form.receiver)
        self.day.show_day(form.on)
        self.reported.show_day(form.reported_on)
        self.kept.set_value(form.kept_at)
        self.note.set_value(form.note)

    def _on_direction(self) -> None:
        self.reported.setEnabled(self.direction.value() == "received")
