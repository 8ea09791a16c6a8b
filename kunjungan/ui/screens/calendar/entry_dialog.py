"""The form of a calendar entry, which tells while it is filled in what it would clash with."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QCompleter, QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.event_times import Zone
from kunjungan.domain.visit_words import EntryKind
from kunjungan.i18n import later, tr
from kunjungan.services.calendar.entries import EntryForm, add_entry, edit_entry, entry_form
from kunjungan.services.calendar.entry_check import entry_check
from kunjungan.services.calendar.home import Home, home
from kunjungan.services.calendar.moving import Slot as Hours
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialLine
from kunjungan.ui.labels import choices, screen_side
from kunjungan.ui.widgets.check_lines import CheckLines
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import CheckField, ChoiceField, LineField, TextField, TimeField
from kunjungan.ui.widgets.form_dialog import FormDialog

_NEEDED = later("Fill in this field.")
_MOST = 3
_PAUSE_MS = 250


def ask_new_entry(office: Office, slot: Hours, parent: QWidget) -> UUID | None:
    """Ask for a new entry on days and hours, and return its id when kept."""
    around = home(office)
    form = EntryForm(
        title="",
        on=slot.on,
        until=slot.until,
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        zone=around.zone,
        tenure_id=around.head.id if around.head else None,
    )
    dialog = EntryDialog(office, around, form, parent)
    kept: list[UUID] = []
    saved = dialog.run(lambda: kept.append(add_entry(office, dialog.values())))
    return kept[0] if saved else None


def ask_entry(office: Office, entry_id: UUID, parent: QWidget) -> bool:
    """Ask for changes to an entry; True when they were kept. Raises NotFound when it is gone."""
    form = entry_form(office, entry_id)
    dialog = EntryDialog(office, home(office), form, parent, entry_id)
    return dialog.run(lambda: edit_entry(office, entry_id, dialog.values()))


class EntryDialog(FormDialog):
    """What, whose agenda, when, where; the clashes stand under the hours as they arise."""

    def __init__(
        self,
        office: Office,
        around: Home,
        form: EntryForm,
        parent: QWidget,
        entry_id: UUID | None = None,
    ) -> None:
        new = entry_id is None
        super().__init__(
            tr("New calendar entry") if new else tr("Calendar entry"),
            tr("Add entry") if new else tr("Save entry"),
            parent,
        )
        self._office, self._entry, self._version = office, entry_id, form.version
        self.title = LineField(tr("For example: coordination meeting"))
        self.kind = ChoiceField(choices(EntryKind))
        self.leader = ChoiceField(leader_choices(around, form.tenure_id))
        self.on, self.until = DateField(), DateField()
        self.starts, self.ends = TimeField(), TimeField()
        self.zone = ChoiceField([(zone, zone.label) for zone in Zone])
        self.place, self.room = LineField(), LineField()
        self.tentative = CheckField(tr("Tentative: it may still be dropped"))
        self.note = TextField(2)
        self.clashes = CheckLines(self)
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self.check)
        _offer_rooms(self.room, around.rooms)
        self._lay_out()
        self._show(form)
        self._form.changed.connect(self._later.start)
        self.check()

    def values(self) -> EntryForm:
        """Return what was filled in; raises RuleBroken for a field that cannot be read."""
        on, until = self.on.value(), self.until.value()
        if on is None or on.full is None:
            raise RuleBroken(_NEEDED)
        return EntryForm(
            title=self.title.value(),
            on=on.full,
            until=until.full if until and until != on else None,
            starts_at=self.starts.value(),
            ends_at=self.ends.value(),
            zone=self.zone.value(),
            kind=self.kind.value(),
            tenure_id=self.leader.value(),
            tentative=self.tentative.value(),
            place=self.place.value(),
            room=self.room.value(),
            note=self.note.value(),
            version=self._version,
        )

    @Slot()
    def check(self) -> None:
        """Say what the entry would clash with as it is filled in now."""
        try:
            self.clashes.show_lines(entry_check(self._office, self.values(), self._entry)[:_MOST])
        except RuleBroken:
            self.clashes.show_lines(())

    def _lay_out(self) -> None:
        self.add(tr("Title"), self.title, needed=True)
        self.add_pair((tr("Kind"), self.kind), (tr("In whose agenda"), self.leader))
        self.add_pair((tr("First day") + " *", self.on), (tr("Last day, if another"), self.until))
        self._form.set_needed(self.on)
        self.add_pair(
            (tr("Starts"), self.starts), (tr("Ends"), self.ends), (tr("Local time of"), self.zone)
        )
        self.add_widget(self.clashes)
        self.add_pair((tr("Room"), self.room), (tr("Place"), self.place))
        self.add("", self.tentative)
        self.add(tr("Note"), self.note)

    def _show(self, form: EntryForm) -> None:
        several = form.until is not None and form.until != form.on
        self.title.set_value(form.title)
        self.kind.set_value(form.kind)
        self.leader.set_value(form.tenure_id)
        self.on.set_value(PartialDate.of(form.on))
        self.until.set_value(PartialDate.of(form.until) if several and form.until else None)
        self.starts.set_value(form.starts_at)
        self.ends.set_value(form.ends_at)
        self.zone.set_value(form.zone)
        self.place.set_value(form.place)
        self.room.set_value(form.room)
        self.tentative.set_value(form.tentative)
        self.note.set_value(form.note)


def leader_choices(around: Home, kept: UUID | None = None) -> list[tuple[UUID | None, str]]:
    """Return in whose agenda an entry may be; ``kept`` is one who may no longer be in office."""
    known = [(one.id, _leader(one)) for one in around.leaders]
    other = [(kept, tr("as before"))] if kept and kept not in dict(known) else []
    return [(None, tr("nobody in particular")), *known, *other]


def _leader(line: OfficialLine) -> str:
    return f"{line.name.full}, {screen_side(line.post)}"


def _offer_rooms(field: LineField, rooms: Sequence[str]) -> None:
    """Complete the rooms that the office described; any other name may be typed, too."""
    completer = QCompleter(list(rooms), field)
    completer.setCaseSensitivity(completer.caseSensitivity().CaseInsensitive)
    completer.setFilterMode(completer.filterMode().MatchContains)
    field.setCompleter(completer)
