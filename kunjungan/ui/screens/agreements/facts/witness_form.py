"""Asks for one who signs without being a party: from the officials, or as it is to be printed."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr
from kunjungan.services.officials import OfficialLine
from kunjungan.services.witnesses import WitnessForm
from kunjungan.ui.labels import WITNESS_ROLES, screen_side, word_choices
from kunjungan.ui.screens.agreements.facts.form_parts import show_field
from kunjungan.ui.widgets.bilingual_field import BilingualField
from kunjungan.ui.widgets.fields import ChoiceField, LineField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.search_picker import Item, SearchPicker

_POST, _WORDS = "post", "words"


class WitnessDialog:
    """The fields of one witness."""

    def __init__(
        self,
        form: WitnessForm | None,
        officials: Sequence[OfficialLine],
        institutions: dict[UUID, str],
        parent: QWidget,
    ) -> None:
        self.made: WitnessForm | None = None
        title = tr("Witness") if form is not None else tr("New witness")
        verb = tr("Keep witness") if form is not None else tr("Add witness")
        self.dialog = FormDialog(title, verb, parent)
        self.role = ChoiceField(word_choices(WITNESS_ROLES))
        self.source = ChoiceField(
            [(_POST, tr("One of the officials")), (_WORDS, tr("Another person, as written here"))]
        )
        self.official = SearchPicker(tr("Name, post or institution"))
        self.name = LineField()
        self.post = BilingualField()
        self.official.set_items([_item(line, institutions) for line in officials])
        self.dialog.add_pair((tr("Signs as"), self.role), (tr("Who"), self.source))
        self.dialog.add(tr("Official"), self.official)
        self.dialog.add(tr("Name"), self.name)
        self.dialog.add(tr("Position"), self.post)
        self.source.changed.connect(self._refresh)
        self._fill(form or WitnessForm())
        self._refresh()

    def save(self) -> None:
        """Take what was entered; RuleBroken for a witness whom nobody could name."""
        role = self.role.value()
        if self.source.value() == _POST:
            tenure: UUID | None = self.official.value()
            if tenure is None:
                raise RuleBroken(later("Pick an official, or write the name yourself."))
            self.made = WitnessForm(role, tenure)
            return
        if not self.name.value():
            raise RuleBroken(later("A witness needs a post or a name."))
        post = self.post.value()
        self.made = WitnessForm(role, None, self.name.value(), post.id, post.en)

    def _fill(self, form: WitnessForm) -> None:
        self.role.set_value(form.role)
        self.source.set_value(_WORDS if form.name and form.tenure_id is None else _POST)
        self.official.set_value(form.tenure_id)
        self.name.set_value(form.name)
        self.post.set_value(Bilingual(form.office_id, form.office_en))

    def _refresh(self) -> None:
        written = self.source.value() == _WORDS
        show_field(self.official, shown=not written)
        show_field(self.name, shown=written)
        show_field(self.post, shown=written)


def _item(line: OfficialLine, institutions: dict[UUID, str]) -> Item:
    body = institutions.get(line.institution_id, "")
    return Item(line.id, line.name.full, f"{screen_side(line.post)} · {body}")
