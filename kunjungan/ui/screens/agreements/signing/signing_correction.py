"""Corrects how a signature was recorded: day, place, medium, and why."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.originals import Medium
from kunjungan.i18n import later, tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.office import Office
from kunjungan.services.signing import SignatureForm, SignatureLine, correct_signature
from kunjungan.ui.labels import choices
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import ChoiceField, LineField
from kunjungan.ui.widgets.form_dialog import FormDialog

_NO_DAY = later("Enter the day of signing.")


def ask_correction(
    office: Office, view: AgreementView, line: SignatureLine, parent: QWidget
) -> bool:
    """Ask what of a recorded signature is wrong, and why; False when the person gave up."""
    words = tr(
        "The paper stays as it was signed; only its record is corrected, and the reason is kept "
        "in the history."
    )
    name = line.substitute.name.full if line.substitute else line.signatory or line.party
    title = tr("Signature of {name}, original {number}", name=name, number=line.original_no)
    dialog = FormDialog(title, tr("Correct the record"), parent, intro=words)
    on, place = DateField(), LineField()
    medium, why = ChoiceField(choices(Medium)), LineField()
    dialog.add_pair((tr("Day of signing"), on), (tr("Place"), place))
    dialog.add(tr("Signed"), medium)
    dialog.add(tr("Why it is corrected"), why, needed=True)
    on.show_day(line.on)
    place.set_value(line.place)
    medium.set_value(line.medium)
    signed = _as_form(line)

    def save() -> None:
        day: PartialDate | None = on.value()
        if day is None or day.full is None:
            raise RuleBroken(_NO_DAY)
        form = replace(signed, on=day.full, place=place.value(), medium=medium.value())
        correct_signature(office, view.id, form, why.value())

    return dialog.run(save)


def _as_form(line: SignatureLine) -> SignatureForm:
    """Return a recorded signature as it stands."""
    if line.on is None:
        raise ValueError("this signature is not recorded")
    return SignatureForm(
        line.original_no,
        line.seq,
        line.on,
        line.place,
        line.medium or Medium.WET,
        line.substitute.id if line.substitute else None,
        line.authority,
    )
