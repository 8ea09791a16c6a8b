"""Adding an institution on the way, from the list of regions or by its name."""

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.precedence import Group
from kunjungan.domain.regions import may_be_party
from kunjungan.i18n import tr
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, appoint
from kunjungan.services.people import PersonForm
from kunjungan.services.regions import government_of, list_regions
from kunjungan.ui.labels import choices
from kunjungan.ui.widgets.bilingual_field import BilingualField
from kunjungan.ui.widgets.fields import ChoiceField, LineField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.name_field import PersonNameField
from kunjungan.ui.widgets.search_picker import Item, SearchPicker

_HEAD = Bilingual("Pimpinan", "Head")
"""What a head is called whose post was not named; it goes on record in both languages."""


def ask_new_institution(
    office: Office, parent: QWidget, *, region: str = "", name: str = ""
) -> UUID | None:
    """Ask for an institution, filled in from a region's code or a name; return its id."""
    dialog = InstitutionDialog(office, parent)
    dialog.start_with(region=region, name=name)
    return dialog.made if dialog.run(dialog.save) else None


class InstitutionDialog(FormDialog):
    """A region fills in everything that follows from it; the head may be added at once."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(tr("New institution"), tr("Add institution"), parent)
        self._office = office
        self.made: UUID | None = None
        self.region = SearchPicker(tr("Only for a regional government"))
        self.region.set_items(
            [
                Item(line.code, line.name, line.province)
                for line in list_regions(office)
                if may_be_party(line.kind)
            ]
        )
        self.kind = ChoiceField(choices(InstitutionKind))
        self.name, self.post = BilingualField(), BilingualField()
        self.short, self.city = LineField(), LineField()
        self.head = PersonNameField()
        self._lay_out()
        self.region.picked.connect(self._on_region)

    def start_with(self, *, region: str, name: str) -> None:
        """Fill in what is known: a region's code, or only a name."""
        if region:
            self.region.set_value(region)
            self._on_region(region)
            self.head.name.setFocus()
        else:
            self.kind.set_value(InstitutionKind.ORGANISATION)
            self.name.set_value(Bilingual(name, ""))
            self.name.english.setFocus()

    def save(self) -> None:
        """Add the institution, and its head where one was named."""
        name, region = self.name.value(), self.region.value()
        self.made = add_institution(
            self._office,
            InstitutionForm(
                self.kind.value(),
                name.id,
                name.en,
                self.short.value(),
                region_code=region or "",
                city_id=self.city.value(),
            ),
        )
        head, post = self.head.value(), self.post.value()
        if head.plain:
            appoint(
                self._office,
                OfficialForm(
                    self.made,
                    PersonForm(head.plain, head.front, head.back),
                    post.id or _HEAD.id,
                    post.en or _HEAD.en,
                    is_head=True,
                    group=_head_group(region),
                ),
            )

    def _lay_out(self) -> None:
        self.add(tr("Region"), self.region)
        self.add(tr("Official name"), self.name, needed=True)
        self.add_pair((tr("Kind"), self.kind), (tr("Short name"), self.short))
        self.add(tr("Place of signing"), self.city)
        self.add_section(tr("Its head, if known"))
        self.add(tr("Name"), self.head)
        self.add(tr("Post"), self.post)

    @Slot(object)
    def _on_region(self, code: str) -> None:
        known = government_of(self._office, code)
        if known is None:
            return
        self.kind.set_value(InstitutionKind.REGION)
        self.name.set_value(known.government)
        self.short.set_value(known.short)
        self.city.set_value(known.place)
        self.post.set_value(known.head)


def _head_group(region: str | None) -> Group | None:
    """Return where a visiting head of a region stands (UU 9/2010 arts 9 and 10)."""
    if not region:
        return None
    return Group.VISITING_REGION_HEADS if "." in region else Group.VISITING_GOVERNORS
