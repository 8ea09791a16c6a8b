"""The fields of a letter of request, as two forms have them."""

from uuid import UUID

from kunjungan.i18n import tr
from kunjungan.services.delegations import DelegationForm
from kunjungan.services.office import Office
from kunjungan.ui.screens.visits.dates_field import DatesField
from kunjungan.ui.screens.visits.pickers import InstitutionPicker, OfficialPicker
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import LineField, NumberField
from kunjungan.ui.widgets.form_dialog import FormDialog


class LetterFields:
    """Who comes and who leads them, the letter with its dates, the number announced, whom to ring.

    They are laid out in a dialog, part by part.
    """

    def __init__(self, office: Office) -> None:
        self.institution = InstitutionPicker(office)
        self.head = OfficialPicker(office)
        self.letter, self.letter_on = LineField(), DateField()
        self.received_on, self.agenda = DateField(), LineField()
        self.proposed = DatesField()
        self.announced = NumberField()
        self.contact, self.phone = LineField(), LineField()
        self.institution.chosen.connect(self._on_institution)

    def lay_out_sender(self, form: FormDialog, sender: str) -> None:
        """Put the institution and its head into a form."""
        form.add(sender, self.institution, needed=True)
        form.add(tr("Head of delegation"), self.head)

    def lay_out_letter(self, form: FormDialog) -> None:
        """Put the letter itself into a form."""
        form.add_pair((tr("Number"), self.letter), (tr("Dated"), self.letter_on))
        form.add_pair((tr("Agenda number"), self.agenda), (tr("Received on"), self.received_on))
        form.add(
            tr("Dates proposed"),
            self.proposed,
            hint=tr("One or more, apart by commas; a month is enough."),
        )

    def lay_out_contact(self, form: FormDialog) -> None:
        """Put whom to ring into a form."""
        form.add_pair((tr("Contact"), self.contact), (tr("Telephone"), self.phone))

    def show(self, form: DelegationForm) -> None:
        """Show what is recorded."""
        self.institution.set_value(form.institution_id)
        self.head.show_institution(form.institution_id)
        self.head.set_value(form.head_tenure_id)
        self.letter.set_value(form.letter_number)
        self.letter_on.show_day(form.letter_on)
        self.received_on.show_day(form.received_on)
        self.agenda.set_value(form.agenda_number)
        self.proposed.set_value(form.proposed)
        self.announced.set_value(form.announced)
        self.contact.set_value(form.contact)
        self.phone.set_value(form.contact_phone)

    def form(self) -> DelegationForm:
        """Return what was filled in, as a new delegation."""
        return DelegationForm(
            self.institution.value(),
            self.head.value(),
            self.announced.value(),
            self.letter.value(),
            self.letter_on.day(),
            self.received_on.day(),
            self.agenda.value(),
            self.proposed.value(),
            self.contact.value(),
            self.phone.value(),
        )

    def _on_institution(self, institution_id: UUID | None) -> None:
        self.head.show_institution(institution_id, head_first=True)
