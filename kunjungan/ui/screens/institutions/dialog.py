"""The form of an institution; a region fills in all that follows from it."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.precedence import Group
from kunjungan.domain.regions import RegionKind, place_name
from kunjungan.i18n import tr
from kunjungan.services.institutions import (
    InstitutionForm,
    add_institution,
    edit_institution,
    institution_form,
    list_institutions,
)
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, add_with_head
from kunjungan.services.people import PersonForm
from kunjungan.services.regions import RegionGovernment, RegionLine, government_of, list_regions
from kunjungan.ui.labels import choices, label, screen_side
from kunjungan.ui.screens.institutions.picture_field import PictureField
from kunjungan.ui.screens.institutions.words import body_words, joined, region_item
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.bilingual_field import BilingualField
from kunjungan.ui.widgets.fields import ChoiceField, LineField, TextField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.name_field import PersonNameField
from kunjungan.ui.widgets.search_picker import Item, SearchPicker

LOGO = QSize(84, 84)
NEW = InstitutionForm(InstitutionKind.REGION, "")


def ask_new_institution(office: Office, parent: QWidget) -> UUID | None:
    """Ask for an institution, perhaps with its head; return its id, or None for a change of mind.

    Both are one step for undo.
    """
    dialog = InstitutionDialog(office, None, NEW, parent)
    made: list[UUID] = []

    def save() -> None:
        head = dialog.head_form()
        form = dialog.values()
        made.append(
            add_institution(office, form) if head is None else add_with_head(office, form, head)
        )

    return made[-1] if dialog.run(save) else None


def ask_institution(office: Office, institution_id: UUID, parent: QWidget) -> bool:
    """Ask for changes to an institution; True when they were kept. Raises NotFound when gone."""
    form = institution_form(office, institution_id)
    dialog = InstitutionDialog(office, institution_id, form, parent)
    return dialog.run(lambda: edit_institution(office, institution_id, dialog.values()))


class InstitutionDialog(FormDialog):
    """Names in both languages, region, what stands on paper; for a new one also its head."""

    def __init__(
        self, office: Office, institution_id: UUID | None, form: InstitutionForm, parent: QWidget
    ) -> None:
        new = institution_id is None
        title = tr("New institution") if new else tr("Institution")
        verb = tr("Add institution") if new else tr("Save institution")
        super().__init__(title, verb, parent)
        self._office = office
        self._start = form
        self._others = [line for line in list_institutions(office) if line.id != institution_id]
        self._filled: RegionGovernment | None = None
        self.region = SearchPicker(tr("Type a part of its name or its code"))
        self.kind = ChoiceField(choices(InstitutionKind))
        self.name, self.full_style = BilingualField(), BilingualField(lines=2)
        self.short, self.city = LineField(), LineField()
        self.part_of = SearchPicker(tr("The one above it, if any"))
        self.address = BilingualField()
        self.note = TextField(2)
        self.head, self.post = PersonNameField(), BilingualField()
        self.logo = PictureField(office, LOGO, "building_government")
        self._told = Notice(Tone.INFO, "")
        self.twin = Notice(Tone.WARN, "")
        self._offer()
        self._lay_out(new=new)
        self._show_start(form)
        self.region.picked.connect(self._on_region)
        self.region.changed.connect(self._tell_region)
        self._tell_region()

    def values(self) -> InstitutionForm:
        """Return the institution as filled in."""
        name, style, address = self.name.value(), self.full_style.value(), self.address.value()
        post = self.post.value()
        return replace(
            self._start,
            kind=self.kind.value(),
            name_id=name.id,
            name_en=name.en,
            short_name=self.short.value(),
            region_code=self.region.value() or "",
            parent_id=self.part_of.value(),
            address_id=address.id,
            address_en=address.en,
            city_id=self.city.value(),
            full_style_id=style.id,
            full_style_en=style.en,
            note=self.note.value(),
            logo_sha=self.logo.value(),
            head_id=post.id,
            head_en=post.en,
        )

    def head_form(self) -> OfficialForm | None:
        """Return who heads a new institution, or None where nobody was named."""
        name, post = self.head.value(), self.post.value()
        if not name.plain:
            return None
        person = PersonForm(name.plain, name.front, name.back)
        group = _head_group(self.region.value())
        return OfficialForm(UUID(int=0), person, post.id, post.en, is_head=True, group=group)

    def _offer(self) -> None:
        self._regions = {region.code: region for region in list_regions(self._office)}
        self.region.set_items([region_item(region) for region in self._regions.values()])
        self.part_of.set_items(
            [Item(line.id, screen_side(line.name), body_words(line)) for line in self._others]
        )

    def _lay_out(self, *, new: bool) -> None:
        hint = tr("Fills in names, short name, place and its head's title. Leave empty for others.")
        self.add(tr("From the list of regions"), self.region, hint=hint if new else "")
        self.add_widget(self._told)
        self.add_widget(self.twin)
        self.add(tr("Official name"), self.name, needed=True)
        self.add_pair((tr("Kind"), self.kind), (tr("Short name"), self.short))
        self.add_section(tr("Its head, if known") if new else tr("Its head"))
        if new:
            self.add(tr("Name"), self.head)
        else:
            self.head.setParent(self)
            self.head.hide()
        self.add(tr("Post"), self.post)
        self.add_section(tr("On paper"))
        self.add(tr("Coat of arms or logo"), self.logo)
        self.add_pair((tr("Place of signing"), self.city), (tr("Part of"), self.part_of))
        self.add(tr("Address"), self.address)
        style_hint = tr("How an agreement names it; left empty, by its official name.")
        self.add(tr("Full style"), self.full_style, hint=style_hint)
        self.add(tr("Note"), self.note)

    def _show_start(self, form: InstitutionForm) -> None:
        self.region.set_value(form.region_code or None)
        self.kind.set_value(form.kind)
        self.name.set_value(Bilingual(form.name_id, form.name_en))
        self.short.set_value(form.short_name)
        self.part_of.set_value(form.parent_id)
        self.address.set_value(Bilingual(form.address_id, form.address_en))
        self.city.set_value(form.city_id)
        self.full_style.set_value(Bilingual(form.full_style_id, form.full_style_en))
        self.note.set_value(form.note)
        self.post.set_value(Bilingual(form.head_id, form.head_en))
        self.logo.set_value(form.logo_sha)

    @Slot(object)
    def _on_region(self, code: str) -> None:
        """Fill in what follows from the region, except what somebody wrote otherwise."""
        known = government_of(self._office, code)
        if known is None:
            return
        before = self._filled
        self.kind.set_value(InstitutionKind.REGION)
        for field, now, old in (
            (self.name, known.government, before.government if before else None),
            (self.post, known.head, before.head if before else None),
        ):
            if field.value() in (Bilingual("", ""), old):
                field.set_value(now)
        for line, text, last in (
            (self.short, known.short, before.short if before else None),
            (self.city, known.place, before.place if before else None),
        ):
            if line.value() in ("", last):
                line.set_value(text)
        self._filled = known

    @Slot()
    def _tell_region(self) -> None:
        """Say which region it is, by code and kind, and whether it is on the list already."""
        name = self.region.text().strip()
        region = next((line for line in self._regions.values() if line.name == name), None)
        self._told.setVisible(region is not None)
        other = None
        if region is not None:
            self._told.show_text(self._region_words(region))
            other = next((o for o in self._others if o.region_code == region.code), None)
        self.twin.setVisible(other is not None)
        if other is not None:
            text = tr("{name} is on the list already.", name=screen_side(other.name))
            self.twin.show_text(text)

    def _region_words(self, region: RegionLine) -> str:
        """Return code, kind and province, and which other region is called the same."""
        words = joined(region.code, label(region.kind), region.province)
        place = place_name(region.name)
        same = [r for r in self._regions.values() if r.code != region.code and _alike(r, place)]
        if not same:
            return words
        others = joined(*(f"{other.code} {other.name}" for other in same))
        warning = tr("Not to be confused with {others}.", others=others)
        return f"{words}. {warning}"


def _alike(region: RegionLine, place: Bilingual) -> bool:
    return region.kind is not RegionKind.PROVINCE and place_name(region.name) == place


def _head_group(code: str | None) -> Group | None:
    """Return where a visiting head of a region stands (UU 9/2010 arts 9 and 10)."""
    if not code:
        return None
    return Group.VISITING_REGION_HEADS if "." in code else Group.VISITING_GOVERNORS
