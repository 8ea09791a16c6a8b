"""Asks who comes in the place of a guest: somebody listed already, or somebody new."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr
from kunjungan.services.delegations import AttendeeForm
from kunjungan.services.guests.participants import Participant
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.representing import represent, represent_by_new
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.visits.guest_rows import guest_words
from kunjungan.ui.screens.visits.pickers import RankPicker
from kunjungan.ui.screens.visits.words import joined
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.bilingual_field import BilingualField
from kunjungan.ui.widgets.form import Form
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.layouts import framed, row
from kunjungan.ui.widgets.name_field import PersonNameField
from kunjungan.ui.widgets.search_picker import Item, SearchPicker
from kunjungan.ui.widgets.segmented import Option, Segmented

LISTED, NEW = "listed", "new"


def ask_substitute(
    office: Office, absent: Participant, guests: Sequence[Participant], parent: QWidget
) -> UUID | None:
    """Ask who comes in a guest's place and keep it; return who that is, None when given up."""
    dialog = RepresentDialog(office, absent, guests, parent)
    kept: list[UUID] = []

    def save() -> None:
        if dialog.kind.value() == NEW:
            kept.append(represent_by_new(office, absent.id, dialog.new_guest()))
        else:
            by = dialog.chosen()
            represent(office, absent.id, by)
            kept.append(by)

    return kept[0] if dialog.run(save) else None


class RepresentDialog(FormDialog):
    """The guests who can come in somebody's place, or the name and post of a new one."""

    def __init__(
        self,
        office: Office,
        absent: Participant,
        guests: Sequence[Participant],
        parent: QWidget,
    ) -> None:
        intro = tr(
            "{name} will be shown as represented. Whoever comes instead is seated by the own rank, "
            "not in the place of the one who is absent (UU 9/2010 art 15).",
            name=guest_words(absent),
        )
        super().__init__(tr("Represented by"), tr("Replace guest"), parent, intro=intro)
        options = [Option(LISTED, tr("On the list")), Option(NEW, tr("Somebody new"))]
        self.kind = Segmented(options)
        self.guest = SearchPicker(tr("Name or post"))
        self.name, self.post, self.group = PersonNameField(), BilingualField(), RankPicker(office)
        self._listed, self._new = Form(), Form()
        possible = _possible(absent, guests)
        self.guest.set_items([_item(one) for one in possible])
        nearest = [one.id for one in possible if one.delegation_id == absent.delegation_id]
        self.guest.set_value(nearest[0] if nearest else None)
        self._lay_out()
        self.kind.chosen.connect(self._on_kind)
        self._on_kind()

    def chosen(self) -> UUID:
        """Return who was picked from the list; RuleBroken while nobody is."""
        key = self.guest.value()
        if not isinstance(key, UUID):
            raise RuleBroken(later("Pick one from the list, or choose “Somebody new”."))
        return key

    def new_guest(self) -> AttendeeForm:
        """Return the new guest as filled in; RuleBroken without name and post."""
        name, post = self.name.value(), self.post.value()
        if not name.plain and not post.id:
            raise RuleBroken(later("Give at least the post of whoever comes."))
        person = PersonForm(name.plain, name.front, name.back)
        group, local = self.group.rank()
        form = AttendeeForm(person, post.id, post.en, group, "member", "confirmed")
        return replace(form, local_rank_id=local)

    def _lay_out(self) -> None:
        self.add_widget(framed(row(self.kind, None)))
        self._listed.add(tr("Guest"), self.guest)
        self._new.add(tr("Name"), self.name)
        self._new.add(tr("Post"), self.post)
        self._new.add(tr("Precedence"), self.group)
        note = tr("The place in the order is that of the own post.")
        self._new.add_widget(set_role(QLabel(note), TextRole.NOTE))
        for form in (self._listed, self._new):
            self.add_widget(form)

    @Slot()
    def _on_kind(self) -> None:
        new = self.kind.value() == NEW
        self._new.setVisible(new)
        self._listed.setVisible(not new)
        self.adjustSize()


def _possible(absent: Participant, guests: Sequence[Participant]) -> list[Participant]:
    """Return who may come in the place: those of the same party first, each in their order."""
    free = [
        one
        for one in guests
        if one.id != absent.id
        and one.attendance != "represented"
        and one.represents_id in {None, absent.id}
    ]
    return sorted(free, key=lambda one: one.delegation_id != absent.delegation_id)


def _item(guest: Participant) -> Item:
    detail = joined(screen_side(guest.title), screen_side(guest.body))
    return Item(guest.id, guest_words(guest), detail)
