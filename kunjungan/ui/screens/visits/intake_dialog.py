"""The form of a letter of request, from which a visit begins or grows."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.domain.stages import OVER
from kunjungan.domain.visit_words import VisitKind
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.reception.intake import LetterForm, Taken, take_letter
from kunjungan.services.visit_lists import list_visits
from kunjungan.ui.dates import partial_words
from kunjungan.ui.labels import DIRECTIONS, label, word_choices
from kunjungan.ui.screens.visits.file_field import FileField
from kunjungan.ui.screens.visits.letter_fields import LetterFields
from kunjungan.ui.screens.visits.words import bodies_words, joined
from kunjungan.ui.widgets.bilingual_field import BilingualField
from kunjungan.ui.widgets.fields import ChoiceField, LineField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.search_picker import Item, SearchPicker


def ask_letter(office: Office, visit_id: UUID | None, parent: QWidget) -> Taken | None:
    """Ask for a letter of request, perhaps one more of a visit; return what it became, or None."""
    dialog = IntakeDialog(office, visit_id, parent)
    kept: list[Taken] = []

    def save() -> None:
        kept.append(take_letter(office, dialog.values()))

    return kept[0] if dialog.run(save) else None


class IntakeDialog(FormDialog):
    """Who writes, the letter itself, what it asks for; a visit it belongs to, or a new one."""

    def __init__(self, office: Office, visit_id: UUID | None, parent: QWidget) -> None:
        super().__init__(tr("Letter of request"), tr("Record letter"), parent)
        self.letter = LetterFields(office)
        self.visit = SearchPicker(tr("A new visit"))
        self.visit.set_items(_visits(office))
        self.kind = ChoiceField([(kind, label(kind)) for kind in VisitKind])
        self.direction = ChoiceField(word_choices(DIRECTIONS))
        self.title = LineField(tr("Called by its sender where empty"))
        self.theme = BilingualField()
        self.scan = FileField(tr("Scan of the letter"))
        self._lay_out()
        self.letter.received_on.set_value(PartialDate.of(office.today()))
        self.visit.changed.connect(self._on_visit)
        self.visit.set_value(visit_id)

    def values(self) -> LetterForm:
        """Return what was filled in."""
        theme = self.theme.value()
        return LetterForm(
            self.letter.form(),
            self.title.value(),
            theme.id,
            theme.en,
            self.kind.value(),
            self.direction.value(),
            self.scan.value(),
            self.visit.value(),
        )

    def _lay_out(self) -> None:
        self.letter.lay_out_sender(self, tr("Sender"))
        self.letter.lay_out_letter(self)
        self.add_pair((tr("Guests announced"), self.letter.announced), (tr("Kind"), self.kind))
        self.letter.lay_out_contact(self)
        self.add(tr("Scan of the letter"), self.scan, hint=tr("It is kept byte for byte."))
        self.add_section(tr("Visit"))
        self.add(
            tr("Belongs to"),
            self.visit,
            hint=tr("Empty for a new visit; one more letter adds a delegation to a visit."),
        )
        self.add_pair((tr("Title"), self.title), (tr("Direction"), self.direction))
        self.add(tr("Theme"), self.theme)

    def _on_visit(self) -> None:
        """A visit that there is already has its own title, theme, kind and direction."""
        for field in (self.title, self.theme, self.kind, self.direction):
            field.setEnabled(not self.visit.text().strip())


def _visits(office: Office) -> list[Item]:
    return [
        Item(line.id, line.title, joined(partial_words(line.on), bodies_words(line)))
        for line in list_visits(office)
        if line.stage not in OVER
    ]
