"""The form of an official: a person, the post, and from when to when."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity, title_line
from kunjungan.domain.names import parse_name
from kunjungan.domain.posts import Post, read_post
from kunjungan.domain.precedence import Group
from kunjungan.i18n import tr
from kunjungan.services.institutions import institution_form
from kunjungan.services.office import Office
from kunjungan.services.officials import (
    OfficialForm,
    appoint,
    edit_official,
    list_officials,
    official_form,
)
from kunjungan.services.people import PersonForm, person_form
from kunjungan.services.regions import government_of
from kunjungan.ui.labels import choices
from kunjungan.ui.screens.institutions.person_form import PersonFormDialog
from kunjungan.ui.screens.institutions.person_picker import PersonPicker
from kunjungan.ui.screens.institutions.post_field import PostField
from kunjungan.ui.screens.institutions.words import group_item, joined
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import CheckField, ChoiceField, LineField
from kunjungan.ui.widgets.search_picker import SearchPicker

_WIDTH = 620


def ask_new_official(
    office: Office, institution_id: UUID, parent: QWidget, *, person_id: UUID | None = None
) -> UUID | None:
    """Ask who holds a post in an institution; return the term's id, or None.

    ``person_id`` is who holds it where that is known already.
    """
    form = first_form(office, institution_id)
    dialog = OfficialDialog(office, form, parent, new=True)
    if person_id is not None:
        dialog.known.use(person_id)
    made: list[UUID] = []

    def save() -> None:
        made.append(appoint(office, dialog.values()))

    return made[-1] if dialog.run(save) else None


def ask_official(office: Office, tenure_id: UUID, parent: QWidget) -> bool:
    """Ask for changes to a term of office; True when kept. Raises NotFound when it is gone."""
    dialog = OfficialDialog(office, official_form(office, tenure_id), parent, new=False)
    return dialog.run(lambda: edit_official(office, tenure_id, dialog.values()))


def first_form(office: Office, institution_id: UUID) -> OfficialForm:
    """Return what a new official starts from: the head's post where nobody heads it today."""
    body = institution_form(office, institution_id)
    today = office.today()
    headed = any(
        line.is_head and line.holds_on(today) for line in list_officials(office, institution_id)
    )
    known = government_of(office, body.region_code) if body.region_code and not headed else None
    post = known.head if known else Bilingual("", "")
    group = read_post(post.id).group
    return OfficialForm(
        institution_id, PersonForm(""), post.id, post.en, is_head=not headed, group=group
    )


class OfficialDialog(PersonFormDialog):
    """Person, post in both languages, capacity, term, number and contacts."""

    def __init__(self, office: Office, form: OfficialForm, parent: QWidget, *, new: bool) -> None:
        body = institution_form(office, form.institution_id)
        title = tr("New official") if new else tr("Official")
        verb = tr("Add official") if new else tr("Save official")
        super().__init__(office, (title, verb), parent, intro=body.name_id)
        self._start = form
        self.signs_as = ""
        self.known = PersonPicker(office)
        self._make_post_fields(body.region_code)
        self._written = Notice(Tone.INFO, "")
        self._lay_out(new=new)
        self._show_start(form)
        self.show_person(form.person)
        self._listen()
        self.setMinimumWidth(_WIDTH)

    def values(self) -> OfficialForm:
        """Return the official as filled in; a known person keeps who it is."""
        post = self.post.value()
        return replace(
            self._start,
            person=self.person(self._start.person),
            title_id=post.id,
            title_en=post.en,
            is_head=self.is_head.value(),
            group=self.group.value(),
            capacity=self.capacity.value(),
            decree=self.decree.value(),
            decree_on=self.decree_on.day(),
            begins_on=self.begins.value(),
            ends_on=self.ends.value(),
            person_id=self._start.person_id or self.known.value(),
        )

    def _make_post_fields(self, region_code: str) -> None:
        known = government_of(self._office, region_code) if region_code else None
        self.post = PostField(known.place if known else "")
        self.is_head = CheckField(tr("Heads the institution"))
        self.capacity = ChoiceField(choices(Capacity))
        self.group = SearchPicker(tr("For example: mayors, art 11"))
        self.group.set_items([group_item(group) for group in Group])
        self.begins, self.ends = DateField(partial=True), DateField(partial=True)
        for field in (self.begins, self.ends):
            field.line.setPlaceholderText(tr("e.g. Sep 2018"))
        self.decree, self.decree_on = LineField(), DateField()

    def _lay_out(self, *, new: bool) -> None:
        if new:
            self.add(tr("Known person"), self.known)
        else:
            self.known.setParent(self)
            self.known.hide()
        self.add(tr("Name"), self.name, needed=True)
        self.add_calling()
        self.add_section(tr("Post"))
        self.add(tr("Title of the post"), self.post, needed=True)
        self.add("", self.is_head)
        self.add_pair((tr("Capacity"), self.capacity), (tr("Precedence"), self.group))
        self.add_widget(self._written)
        self.add_section(tr("Term of office"))
        self.add_pair((tr("From"), self.begins), (tr("Until"), self.ends))
        self.add_pair((tr("Decree"), self.decree), (tr("Date of the decree"), self.decree_on))
        self.add_cards()
        self.add_service()

    def _listen(self) -> None:
        self.known.changed.connect(self._on_known)
        self.known.wanted_new.connect(self._on_new_person)
        self.post.changed.connect(self._tell_post)
        self.post.known.connect(self._on_post)
        self.capacity.changed.connect(self._tell_post)
        self._tell_post()

    def _show_start(self, form: OfficialForm) -> None:
        self.post.set_value(Bilingual(form.title_id, form.title_en))
        self.is_head.set_value(form.is_head)
        self.group.set_value(form.group)
        self.capacity.set_value(form.capacity)
        self.decree.set_value(form.decree)
        self.decree_on.show_day(form.decree_on)
        self.begins.set_value(form.begins_on)
        self.ends.set_value(form.ends_on)

    @Slot()
    def _on_known(self) -> None:
        """Show the person picked, as recorded; the record is changed only by editing."""
        person_id = self.known.person()
        for field in self.person_fields:
            field.setEnabled(person_id is None)
        if person_id is not None:
            self.show_person(person_form(self._office, person_id))

    @Slot(str)
    def _on_new_person(self, text: str) -> None:
        self.known.set_value(None)
        self.name.set_value(parse_name(text))
        self.name.name.setFocus()

    @Slot(object)
    def _on_post(self, post: Post) -> None:
        """Take over what the list of positions says of a post that was picked."""
        if self.group.value() is None:
            self.group.set_value(post.group)
        if post.capacity is not Capacity.DEFINITIVE:
            self.capacity.set_value(post.capacity)

    @Slot()
    def _tell_post(self) -> None:
        """Show the post as papers will print it in this capacity."""
        line = title_line(self.post.value(), self.capacity.value())
        self.signs_as = tr("Signs as: {title}", title=joined(line.id, line.en))
        self._written.setVisible(bool(self.post.value().id))
        self._written.show_text(self.signs_as)
