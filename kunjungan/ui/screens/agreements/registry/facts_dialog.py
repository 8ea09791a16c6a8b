"""Asks for an agreement's field of cooperation, its unit, and a note; also after signing."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.registry.facts import edit_register_facts, known_words, register_facts
from kunjungan.ui.widgets.fields import LineField, TextField
from kunjungan.ui.widgets.form_dialog import FormDialog


class RegisterFactsDialog:
    """What the register says beside the text of the agreement."""

    def __init__(self, office: Office, agreement_id: UUID, parent: QWidget) -> None:
        self._office = office
        self._agreement = agreement_id
        self._form = register_facts(office, agreement_id)
        fields, units = known_words(office)
        self.dialog = FormDialog(tr("Field and unit"), tr("Save"), parent)
        self.field = _line(self._form.field, fields)
        self.unit = _line(self._form.unit, units)
        self.note = TextField(lines=2)
        self.note.set_value(self._form.note)
        self.dialog.add(tr("Field of cooperation"), self.field,
                        hint=tr("The register is filtered by it."))  # fmt: skip
        self.dialog.add(tr("Unit (OPD) that carries it out"), self.unit)
        self.dialog.add(tr("Note"), self.note)

    def save(self) -> None:
        """Keep what was entered."""
        form = replace(
            self._form,
            field=self.field.value(),
            unit=self.unit.value(),
            note=self.note.value(),
        )
        edit_register_facts(self._office, self._agreement, form)


def ask_register_facts(office: Office, agreement_id: UUID, parent: QWidget) -> bool:
    """Ask and keep; return whether anything was kept."""
    asked = RegisterFactsDialog(office, agreement_id, parent)
    done = asked.dialog.run(asked.save)
    asked.dialog.deleteLater()
    return done


def _line(value: str, known: list[str]) -> LineField:
    """Return a field that offers what the register knows already."""
    made = LineField()
    made.set_value(value)
    offers = QCompleter(known, made)
    offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    offers.setFilterMode(Qt.MatchFlag.MatchContains)
    made.setCompleter(offers)
    return made
