"""The fields of a guest that are the person's own, wherever the person comes to."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from kunjungan.domain.names import PersonName, read_nip
from kunjungan.i18n import tr
from kunjungan.services.people import PersonForm
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.fields import LineField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.name_field import PersonNameField


class PersonFields(QObject):
    """Name with titles, how cards and the MC say it, number, telephone, and needs."""

    def __init__(self, dialog: FormDialog) -> None:
        super().__init__(dialog)
        self.name = PersonNameField()
        self.card_name, self.honorific = LineField(), LineField(tr("Bapak or Ibu"))
        self.nip, self.phone = LineField(), LineField()
        self.nip_notice = Notice(Tone.WARN, "")
        self.rank, self.grade = LineField("Pembina Tingkat I"), LineField("IV/b")
        self.pronunciation = LineField()
        self.diet, self.access = LineField(), LineField()
        self.nip.changed.connect(self._on_nip)
        self._on_nip()

    def lay_out_name(self, dialog: FormDialog) -> None:
        """Add the name and how it is written and said."""
        hint = tr("Left empty, the name is still to follow; papers then leave a line for it.")
        dialog.add(tr("Name"), self.name, hint=hint)
        written = tr("Name on papers and cards"), self.card_name
        dialog.add_pair(written, (tr("Salutation"), self.honorific))

    def lay_out_facts(self, dialog: FormDialog) -> None:
        """Add number, telephone, rank, pronunciation and needs."""
        dialog.add_section(tr("Person"))
        dialog.add_pair((tr("NIP, if any"), self.nip), (tr("Telephone"), self.phone))
        dialog.add_widget(self.nip_notice)
        dialog.add_pair((tr("Rank"), self.rank), (tr("Grade"), self.grade))
        dialog.add_pair((tr("Diet"), self.diet), (tr("Other needs"), self.access))
        dialog.add(tr("How the name is said"), self.pronunciation)

    def show(self, person: PersonForm) -> None:
        """Show a person as recorded."""
        self.name.set_value(PersonName(person.name, person.titles_front, person.titles_back))
        for name in _LINES:
            getattr(self, name).set_value(getattr(person, name))

    def form(self, base: PersonForm) -> PersonForm:
        """Return what was filled in over what is recorded."""
        name = self.name.value()
        said = {name: getattr(self, name).value() for name in _LINES}
        return replace(
            base,
            name=name.plain,
            titles_front=name.front,
            titles_back=name.back,
            **{**said, "nip": read_nip(self.nip.value()).digits},
        )

    def let_edit(self, *, possible: bool) -> None:
        """Let the facts be typed, or only be read where somebody known was picked."""
        for field in (self.name, *(getattr(self, name) for name in _LINES)):
            field.setEnabled(possible)

    @Slot()
    def _on_nip(self) -> None:
        text = self.nip.value()
        warnings = read_nip(text).warnings if text else ()
        self.nip_notice.setVisible(bool(warnings))
        self.nip_notice.show_text(" ".join(tr(warning) for warning in warnings))


_LINES = (
    "card_name", "honorific", "nip", "phone", "rank", "grade", "pronunciation", "diet", "access",
)  # fmt: skip
"""The fields that are lines, by their names in the form of a person."""
