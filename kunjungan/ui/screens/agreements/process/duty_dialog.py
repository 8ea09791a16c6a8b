"""The form of one duty: what is owed, by whom, until when, and when it was done."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.office import Office
from kunjungan.services.process.duties import DutyForm, add_duty, duty_form, edit_duty
from kunjungan.services.process.duty_lines import due_after, signed_on
from kunjungan.ui.labels import screen_side, word_choices
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import ChoiceField, LineField, NumberField, TextField
from kunjungan.ui.widgets.form_dialog import FormDialog

_UNITS = {
    "working_days": later("working days"),
    "days": later("days"),
    "months": later("months"),
}
_MOST = 999


class DutyDialog:
    """The fields of a duty; a span typed beside the last day counts it from a day.

    ``start`` is the day spans are counted from: that of the last signature, else today.
    """

    def __init__(
        self, office: Office, view: AgreementView, form: DutyForm, start: date, parent: QWidget
    ) -> None:
        new = form.version == 0
        self._office = office
        self._version = form.version
        self.dialog = FormDialog(
            tr("New duty") if new else tr("Duty"),
            tr("Add duty") if new else tr("Save duty"),
            parent,
        )
        self.title = TextField(2)
        self.party = ChoiceField(
            [(0, tr("Nobody in particular")), *((p.seq, screen_side(p.body)) for p in view.parties)]
        )
        self.owner, self.due, self.done = LineField(), DateField(), DateField()
        self.count, self.unit = NumberField(0, _MOST), ChoiceField(word_choices(_UNITS))
        self.start = DateField()
        self._lay_out()
        self._fill(form, start)
        for field in (self.count, self.unit, self.start):
            field.changed.connect(self._on_span)

    def form(self) -> DutyForm:
        """Return what was filled in."""
        return DutyForm(
            self.title.value(),
            self.party.value(),
            self.owner.value(),
            self.due.day(),
            self.done.day(),
            self._version,
        )

    def _lay_out(self) -> None:
        add, add_pair = self.dialog.add, self.dialog.add_pair
        add(tr("What is to be done"), self.title, needed=True)
        add_pair((tr("Owed by"), self.party), (tr("In charge"), self.owner))
        add(tr("Due"), self.due, hint=tr("A day, or a span counted from a day:"))
        add_pair(
            (tr("Span"), self.count),
            (tr("counted in"), self.unit),
            (tr("counted from"), self.start),
        )
        add(tr("Done on"), self.done, hint=tr("May be past, for what is entered late."))

    def _fill(self, form: DutyForm, start: date) -> None:
        self.title.set_value(form.title)
        self.party.set_value(form.party)
        self.owner.set_value(form.owner)
        self.start.set_value(PartialDate.of(start))
        for field, day in ((self.due, form.due_on), (self.done, form.done_on)):
            field.show_day(day)

    def _on_span(self) -> None:
        """Count the last day anew; a field that cannot be read yet leaves it as it is."""
        try:
            start, count = self.start.day(), self.count.value()
        except RuleBroken:
            return
        if start is not None and count:
            day = due_after(self._office, start, self.unit.value(), count)
            self.due.set_value(PartialDate.of(day))


def ask_duty(office: Office, view: AgreementView, task_id: UUID | None, parent: QWidget) -> bool:
    """Ask for a new duty of an agreement, or for changes to one; True when it was kept."""
    form = DutyForm("") if task_id is None else duty_form(office, task_id)
    start = signed_on(office, view.id) or office.today()
    asked = DutyDialog(office, view, form, start, parent)
    if task_id is None:
        return asked.dialog.run(lambda: add_duty(office, view.id, asked.form()))
    return asked.dialog.run(lambda: edit_duty(office, task_id, asked.form()))
