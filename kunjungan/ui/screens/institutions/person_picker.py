"""Picks somebody the office knows already, however many people it knows."""

from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.names import PersonName
from kunjungan.i18n import later, tr
from kunjungan.services.finding import people_naming
from kunjungan.services.office import Office
from kunjungan.services.people import person_form
from kunjungan.ui.screens.institutions.words import joined
from kunjungan.ui.widgets.search_picker import Item, SearchPicker


class PersonPicker(SearchPicker):
    """Looks for people while one types; who is not known yet is a new person."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        hint = tr("Type a name to use somebody already known")
        super().__init__(hint, new_text=later("New person “{text}”"), parent=parent)
        self._office = office

    def person(self) -> UUID | None:
        """Return the person that the field stands for now, if any."""
        try:
            key = self.value()
        except RuleBroken:
            return None
        return key if isinstance(key, UUID) else None

    def use(self, person_id: UUID) -> None:
        """Stand for somebody known; raises NotFound when gone."""
        form = person_form(self._office, person_id)
        name = PersonName(form.name, form.titles_front, form.titles_back).full
        self.set_items([Item(person_id, name)])
        self.set_value(person_id)

    @override
    def matches(self, text: str) -> list[Item]:
        return [
            Item(line.id, line.name.full, joined(line.post, line.nip))
            for line in people_naming(self._office, text)
        ]
