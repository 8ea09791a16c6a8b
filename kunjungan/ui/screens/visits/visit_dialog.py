"""The form of a visit."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QLabel, QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.days import PartialDate
from kunjungan.domain.event_times import Zone
from kunjungan.domain.visit_words import VisitKind
from kunjungan.domain.zones_abroad import zones_abroad
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.office_settings import office_settings
from kunjungan.services.visits import VisitForm, edit_visit, schedule_visit, visit_form
from kunjungan.ui.labels import DIRECTIONS, label, word_choices
from kunjungan.ui.screens.visits.moves_notice import MovesNotice
from kunjungan.ui.screens.visits.pickers import InstitutionPicker, OfficialPicker
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.bilingual_field import BilingualField
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import ChoiceField, LineField, TextField, TimeField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.search_picker import Item, SearchPicker


def ask_new_visit(
    office: Office, title: str, on: PartialDate | None, parent: QWidget
) -> UUID | None:
    """Ask for a new visit, its title and day perhaps known; return its id, or None."""
    dialog = VisitDialog(office, None, parent)
    dialog.title.set_value(title)
    dialog.on.set_value(on)
    dialog.host.set_value(office_settings(office).own_institution)
    dialog.title.setFocus()
    kept: list[UUID] = []

    def save() -> None:
        kept.append(schedule_visit(office, dialog.values(), known_on=dialog.letter_day()))

    return kept[0] if dialog.run(save) else None


def ask_visit(office: Office, visit_id: UUID, parent: QWidget) -> bool:
    """Ask for changes to a visit; True when they were kept. Raises NotFound when it is gone."""
    dialog = VisitDialog(office, visit_form(office, visit_id), parent)
    dialog.moves.watch(visit_id)
    return dialog.run(
        lambda: edit_visit(
            office, visit_id, dialog.values(), redating=dialog.moves.redating.value()
        )
    )


class VisitDialog(FormDialog):
    """What, when as far as it is known, where, and who receives."""

    def __init__(self, office: Office, form: VisitForm | None, parent: QWidget) -> None:
        super().__init__(
            tr("New visit") if form is None else tr("Visit"),
            tr("Schedule visit") if form is None else tr("Save visit"),
            parent,
        )
        self._version = form.version if form else 0
        self._sample = form.sample if form else False
        self.title = LineField(tr("For example: SPBE study visit"))
        self.theme = BilingualField()
        self.direction = ChoiceField(word_choices(DIRECTIONS))
        self.on, self.until = DateField(partial=True), DateField(partial=True)
        self.starts, self.ends = TimeField(), TimeField()
        self.zone = ChoiceField([(zone, zone.label) for zone in Zone])
        self.place, self.room = LineField(), LineField()
        self.host, self.official = InstitutionPicker(office), OfficialPicker(office)
        self.kind = ChoiceField([(kind, label(kind)) for kind in VisitKind])
        self.abroad = SearchPicker(tr("Only abroad: Asia/Tokyo"))
        self.abroad.set_items([Item(zone, zone) for zone in zones_abroad()])
        self.moves = MovesNotice(office, self.on, self.until)
        self.letter = DateField()
        self.note = TextField(2)
        unknown = form is None and office_settings(office).own_institution is None
        self._lay_out(new=form is None, own_unknown=unknown)
        self.host.chosen.connect(self._on_host)
        if form is not None:
            self._show(form)

    def values(self) -> VisitForm:
        """Return what was filled in."""
        theme = self.theme.value()
        on = self.on.value()
        assert on is not None  # the form refuses an empty first day
        return VisitForm(
            self.title.value(),
            on,
            self.until.value(),
            self.starts.value(),
            self.ends.value(),
            self.zone.value(),
            theme.id,
            theme.en,
            self.direction.value(),
            self.host.value(),
            self.official.value(),
            self.place.value(),
            self.room.value(),
            self.note.value(),
            self._sample,
            self._version,
            self.kind.value(),
            self.abroad.value() or "",
        )

    def letter_day(self) -> date | None:
        """Return the day its letter came, where it was entered."""
        return self.letter.day()

    def _lay_out(self, *, new: bool, own_unknown: bool) -> None:
        self.add(tr("Title"), self.title, needed=True)
        self.add_pair((tr("Kind"), self.kind), (tr("Direction"), self.direction))
        self.add(tr("Theme"), self.theme)
        self.add_section(tr("When and where"))
        self.add_pair((tr("First day") + " *", self.on), (tr("Last day, if another"), self.until))
        self._form.set_needed(self.on)
        hint = tr("A month or a year is enough while the day is not known.")
        self.add_widget(set_role(QLabel(hint), TextRole.NOTE))
        self.add_widget(self.moves)
        self.add_pair(
            (tr("Starts"), self.starts), (tr("Ends"), self.ends), (tr("Local time of"), self.zone)
        )
        self.add(tr("Time zone abroad"), self.abroad)
        self.add_pair((tr("Place"), self.place), (tr("Room"), self.room))
        self.add_section(tr("Host"))
        self.add_pair((tr("Institution"), self.host), (tr("Received by"), self.official))
        if own_unknown:
            hint = tr("The first host becomes your own institution; Settings can change it.")
            self.add_widget(set_role(QLabel(hint), TextRole.NOTE))
        self.add_section(tr("More"))
        if new:
            self.add(tr("Letter received on"), self.letter)
        self.add(tr("Note"), self.note)

    def _show(self, form: VisitForm) -> None:
        self.title.set_value(form.title)
        self.theme.set_value(Bilingual(form.theme_id, form.theme_en))
        self.direction.set_value(form.direction)
        self.kind.set_value(form.kind)
        self.abroad.set_value(form.abroad or None)
        self.on.set_value(form.on)
        self.until.set_value(form.until)
        self.starts.set_value(form.starts_at)
        self.ends.set_value(form.ends_at)
        self.zone.set_value(form.zone)
        self.host.set_value(form.host_id)
        self.official.set_value(form.host_tenure_id)
        self.place.set_value(form.place)
        self.room.set_value(form.room)
        self.note.set_value(form.note)

    def _on_host(self, institution_id: UUID | None) -> None:
        self.official.show_institution(institution_id, head_first=True)
