"""The fields of a guest that hold for one visit: post, precedence, part, answer, vehicle."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject
from typing_extensions import override

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity
from kunjungan.domain.posts import read_post
from kunjungan.i18n import tr
from kunjungan.services.delegations import AttendeeForm
from kunjungan.services.guests.participants import Participant
from kunjungan.services.office import Office
from kunjungan.ui.guest_words import ATTENDANCES, ROLES
from kunjungan.ui.labels import choices, word_choices
from kunjungan.ui.screens.visits.guest_rows import guest_words
from kunjungan.ui.screens.visits.pickers import RankPicker
from kunjungan.ui.widgets.bilingual_field import BilingualField
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import CheckField, ChoiceField, LineField, TextField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.search_picker import Item
from kunjungan.ui.widgets.suggest_field import SuggestField


class PartFields(QObject):
    """What somebody is and does at a visit; ``guests`` are the others, to go with."""

    def __init__(self, dialog: FormDialog, office: Office, guests: Sequence[Participant]) -> None:
        super().__init__(dialog)
        self.post = BilingualField()
        self.group = RankPicker(office)
        self.capacity = ChoiceField(choices(Capacity))
        self.since = DateField(partial=True)
        self.former = CheckField(tr("Former official: ranks after those in office"))
        self.role = ChoiceField(word_choices(ROLES))
        self.attendance = ChoiceField(word_choices(ATTENDANCES))
        self.vehicle = SuggestField(tr("Car 1, bus"))
        self.travel_order = LineField()
        others = [(guest.id, guest_words(guest)) for guest in guests]
        self.companion_of_id = ChoiceField([(None, tr("nobody")), *others])
        self.note = TextField(2)
        self.post.indonesian.installEventFilter(self)
        self.vehicle.set_items(vehicles(guests))

    def lay_out_post(self, dialog: FormDialog) -> None:
        """Add the post and its place in the order."""
        dialog.add(tr("Post"), self.post)
        dialog.add(tr("Precedence"), self.group)
        dialog.add_pair((tr("Capacity"), self.capacity), (tr("In office since"), self.since))
        dialog.add("", self.former)

    def lay_out_part(self, dialog: FormDialog) -> None:
        """Add what the guest does at the visit."""
        dialog.add_section(tr("At this visit"))
        dialog.add_pair((tr("Role"), self.role), (tr("Attendance"), self.attendance))
        dialog.add(tr("Goes with (spouse, aide, interpreter)"), self.companion_of_id)
        dialog.add_pair(
            (tr("Vehicle"), self.vehicle), (tr("Travel order (SPPD)"), self.travel_order)
        )
        dialog.add(tr("Note"), self.note)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fill in what the list of posts knows of the one that was typed."""
        if event.type() == QEvent.Type.FocusOut:
            self.complete()
        return False

    def complete(self) -> None:
        """Give a known post its English and its place in the order, where they are empty."""
        typed = self.post.value()
        known = read_post(typed.id)
        if known.known and not typed.en:
            self.post.set_value(Bilingual(typed.id, known.title.en))
        if known.known and not self.group.text():
            self.group.set_value(known.group)

    def show(self, form: AttendeeForm) -> None:
        """Show a guest as recorded."""
        self.post.set_value(Bilingual(form.title_id, form.title_en))
        self.group.set_value(form.local_rank_id or form.group)
        for name in _OWN:
            getattr(self, name).set_value(getattr(form, name))

    def form(self, base: AttendeeForm) -> AttendeeForm:
        """Return what was filled in over what is recorded."""
        post = self.post.value()
        group, local = self.group.rank()
        said = {name: getattr(self, name).value() for name in _OWN}
        return replace(
            base, title_id=post.id, title_en=post.en, group=group, local_rank_id=local, **said
        )


def vehicles(guests: Sequence[Participant]) -> list[Item]:
    """Return the vehicles that guests go in, to pick from."""
    return [Item(car, car) for car in sorted({one.vehicle for one in guests if one.vehicle})]


_OWN = (
    "capacity", "since", "former", "role", "attendance", "vehicle", "travel_order",
    "companion_of_id", "note",
)  # fmt: skip
"""The other fields, by their names in the form of a guest."""
