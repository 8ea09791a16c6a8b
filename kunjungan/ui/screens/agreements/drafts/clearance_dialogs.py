"""Asks what an office said of a text: cleared, returned, or still nothing."""

from PySide6.QtWidgets import QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.drafts.clearance import (
    ClearanceStep,
    RecordForm,
    clear,
    reopen,
    return_,
)
from kunjungan.services.drafts.listing import list_drafts
from kunjungan.services.office import Office
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.agreements.drafts.draft_words import SHORT, draft_name
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import ChoiceField, LineField, TextField
from kunjungan.ui.widgets.form_dialog import FormDialog

_CLEARED, _RETURNED, _WAITING = "cleared", "returned", "waiting"


class RecordDialog:
    """What one step of the route said, of which text, and when."""

    def __init__(
        self, office: Office, view: AgreementView, step: ClearanceStep, parent: QWidget
    ) -> None:
        self._office = office
        self._view = view
        self._step = step
        title = tr("Clearance: {office}", office=screen_side(step.office))
        self.dialog = FormDialog(title, tr("Save record"), parent, intro=step.party_name)
        options = [
            (_CLEARED, tr("Cleared the text")),
            (_RETURNED, tr("Returned it with remarks")),
        ]
        if step.outcome:
            options.append((_WAITING, tr("Has said nothing yet")))
        self.outcome = ChoiceField(options)
        self.on = DateField()
        self.text = ChoiceField(self._texts())
        self.name = LineField()
        self.note = TextField(2)
        self._fill()
        self.dialog.add(tr("What it said"), self.outcome)
        self.dialog.add_pair((tr("On"), self.on), (tr("Which text"), self.text))
        self.dialog.add(tr("Name"), self.name, hint=tr("Who put the initials."))
        self.dialog.add(
            tr("Note"), self.note, hint=tr("What is to be changed, if it was returned.")
        )

    def save(self) -> None:
        """Record it, in one step that undo takes back."""
        said = self.outcome.value()
        if said == _WAITING:
            reopen(self._office, self._view.id, self._step.seq)
            return
        on: PartialDate | None = self.on.value()
        if on is None or on.full is None:
            raise RuleBroken(later("Enter the day on which it was said."))
        form = RecordForm(
            on.full,
            self.name.value(),
            self.note.value(),
            self.text.value(),
            self._step.version,
        )
        (return_ if said == _RETURNED else clear)(self._office, self._view.id, self._step.seq, form)

    def _texts(self) -> list[tuple[int, str]]:
        """Return the drafts that may have been seen; 0 stands for the present text."""
        return [
            (0 if line.present else line.no, f"{draft_name(line)} · {line.fingerprint[:SHORT]}")
            for line in list_drafts(self._office, self._view.id)
        ]

    def _fill(self) -> None:
        step = self._step
        self.outcome.set_value(step.outcome or _CLEARED)
        kept = None if step.stale else step.done_on
        self.on.set_value(PartialDate.of(kept or self._office.today()))
        self.name.set_value(step.name)
        self.note.set_value(step.note)


def ask_record(office: Office, view: AgreementView, step: ClearanceStep, parent: QWidget) -> bool:
    """Ask what an office said; True when that was recorded."""
    asked = RecordDialog(office, view, step, parent)
    return asked.dialog.run(asked.save)
