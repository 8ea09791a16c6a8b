"""Adding on the way who holds a post in an institution."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity
from kunjungan.domain.names import parse_name
from kunjungan.i18n import tr
from kunjungan.services.institutions import institution_form
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, appoint, list_officials
from kunjungan.services.people import PersonForm
from kunjungan.services.regions import government_of
from kunjungan.ui.labels import choices
from kunjungan.ui.widgets.bilingual_field import BilingualField
from kunjungan.ui.widgets.fields import CheckField, ChoiceField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.name_field import PersonNameField


def ask_new_official(
    office: Office, institution_id: UUID, name: str, parent: QWidget
) -> UUID | None:
    """Ask for a person and the post held in an institution; return the term's id."""
    dialog = OfficialDialog(office, institution_id, name, parent)
    return dialog.made if dialog.run(dialog.save) else None


class OfficialDialog(FormDialog):
    """Name, post and capacity; an institution without a head is offered its head's post."""

    def __init__(self, office: Office, institution_id: UUID, name: str, parent: QWidget) -> None:
        body = institution_form(office, institution_id)
        super().__init__(tr("New official"), tr("Add official"), parent, intro=body.name_id)
        self._office = office
        self._institution = institution_id
        self.made: UUID | None = None
        self.name = PersonNameField()
        self.post = BilingualField()
        self.capacity = ChoiceField(choices(Capacity))
        self.is_head = CheckField(tr("Heads the institution"))
        self.add(tr("Name"), self.name, needed=True)
        self.add(tr("Post"), self.post, needed=True)
        self.add(tr("Capacity"), self.capacity)
        self.add("", self.is_head)
        self.name.set_value(parse_name(name))
        headless = not any(line.is_head for line in list_officials(office, institution_id))
        known = government_of(office, body.region_code) if body.region_code else None
        self.is_head.set_value(headless)
        self.post.set_value(known.head if headless and known else Bilingual("", ""))

    def save(self) -> None:
        """Add the person and the term of office."""
        name, post = self.name.value(), self.post.value()
        self.made = appoint(
            self._office,
            OfficialForm(
                self._institution,
                PersonForm(name.plain, name.front, name.back),
                post.id,
                post.en,
                is_head=self.is_head.value(),
                capacity=self.capacity.value(),
            ),
        )
