"""Asks where an original lies, to whom it is lent, and tells where it was before."""

from dataclasses import replace
from datetime import date, datetime, tzinfo
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import later, tr
from kunjungan.services.office import Office
from kunjungan.services.process.custody import CustodyLine
from kunjungan.services.process.custody_history import CustodyStep, custody_history
from kunjungan.services.process.lending import CustodyForm, custody_form, record_copy, set_custody
from kunjungan.ui.dates import short_day
from kunjungan.ui.screens.agreements.process.file_words import full_moment
from kunjungan.ui.widgets.cards import Fact, FactsList
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import LineField
from kunjungan.ui.widgets.form_dialog import FormDialog

_STEPS = 6
"""So many of the latest steps are told."""
_WHAT = {
    "kept_at": later("Kept at"),
    "lent_to": later("Lent to"),
    "due_back_on": later("Due back"),
}
_ARROW = "\N{RIGHTWARDS ARROW}"


class CustodyFields:
    """Where a paper lies, in a form."""

    def __init__(self, dialog: FormDialog, form: CustodyForm) -> None:
        self._form = form
        self.kept_at = LineField(tr("such as: archive room, cabinet 3"))
        self.lent_to = LineField()
        self.due_back_on = DateField()
        dialog.add(tr("Kept at"), self.kept_at)
        dialog.add_pair((tr("Lent to"), self.lent_to), (tr("Due back"), self.due_back_on))
        self.kept_at.set_value(form.kept_at)
        self.lent_to.set_value(form.lent_to)
        due = form.due_back_on
        self.due_back_on.show_day(due)

    def form(self) -> CustodyForm:
        """Return what was entered."""
        return replace(
            self._form,
            kept_at=self.kept_at.value(),
            lent_to=self.lent_to.value(),
            due_back_on=self.due_back_on.day(),
        )


def ask_custody(office: Office, agreement: CustodyLine, parent: QWidget) -> bool:
    """Ask where an original lies; False when the person gave up."""
    title = tr("Original {number}, kept by {who}", number=agreement.no, who=agreement.holder)
    dialog = FormDialog(title, tr("Save"), parent)
    fields = CustodyFields(dialog, custody_form(office, agreement.agreement_id, agreement.no))
    steps = custody_history(office, agreement.id)[:_STEPS]
    if steps:
        dialog.add_section(tr("Before"))
        told = FactsList(150, dialog)
        told.show_facts([_fact(step, office.now().tzinfo) for step in steps])
        dialog.add_widget(told)
    return dialog.run(
        lambda: set_custody(office, agreement.agreement_id, agreement.no, fields.form())
    )


def ask_copy(office: Office, agreement_id: UUID, parent: QWidget) -> bool:
    """Ask for a paper that the office holds of an old agreement; False when given up."""
    words = tr("This agreement was made without this program. Say which paper of it is held.")
    dialog = FormDialog(tr("Record a paper that is held"), tr("Record"), parent, intro=words)
    fields = CustodyFields(dialog, CustodyForm())
    return dialog.run(lambda: record_copy(office, agreement_id, fields.form()))


def _fact(step: CustodyStep, zone: tzinfo | None) -> Fact:
    when = full_moment(step.at, zone)
    before, now = _value(step.old), _value(step.new)
    change = f"{before} {_ARROW} {now}" if before else now
    return Fact(f"{when}, {step.who}", f"{tr(_WHAT[step.field])}: {change}")


def _value(value: object) -> str:
    if isinstance(value, date) and not isinstance(value, datetime):
        return short_day(value, year=True)
    return str(value or "—")
