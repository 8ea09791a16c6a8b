"""The form of a letter: what is common to its languages, then a part for each of them."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.letters.drafting import UNANSWERED
from kunjungan.services.letters.form import LetterForm
from kunjungan.services.letters.numbers import next_letter_number
from kunjungan.services.letters.papers import NATURES
from kunjungan.services.office import Office
from kunjungan.ui.labels import screen_side, word_choices
from kunjungan.ui.screens.visits.letters.fields import (
    NumberLine,
    SignerPicker,
    day_or,
)
from kunjungan.ui.screens.visits.letters.words import TONGUES
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import ChoiceField, LineField, TextField
from kunjungan.ui.widgets.form import Form
from kunjungan.ui.widgets.layouts import column

_PAD = 18


class TongueForm(Form):
    """Subject, addressee and text of a letter in one language."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subject, self.to = LineField(), TextField(1, 5)
        self.body = TextField(9, 18)
        self.add_section(title)
        self.add(tr("Subject line"), self.subject)
        self.add(tr("To"), self.to, hint=tr("Posts, not names; each on a line of its own."))
        self.add(
            tr("Text"),
            self.body,
            hint=tr("An empty line parts paragraphs. “place : hall” and “1. …” stand in line."),
        )

    def show_texts(self, subject: str, to: str, body: str) -> None:
        """Fill the fields."""
        self.subject.set_value(subject)
        self.to.set_value(to)
        self.body.set_value(body)


class LetterForms(QWidget):
    """All fields of a letter; those of a language it is not written in are hidden.

    Signals:
        changed: Something was typed or chosen.
    """

    changed = Signal()

    def __init__(
        self, office: Office, visit_id: UUID, form: LetterForm, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._form = form
        self.language = ChoiceField(word_choices(TONGUES))
        self.signer = SignerPicker(office, visit_id)
        self.number = NumberLine(self._next_number)
        self.on, self.answer_by = DateField(), DateField()
        self.nature = ChoiceField(_natures(form.nature))
        self.enclosed, self.to_place = LineField(), LineField()
        self.copies, self.note = TextField(2, 6), TextField(1, 4)
        self.head = self._head()
        self.indonesian = TongueForm(tr("In Indonesian"), self)
        self.english = TongueForm(tr("In English"), self)
        self.foot = self._foot()
        parts = (self.head, self.indonesian, self.english, self.foot)
        self.setLayout(column(*parts, None, spacing=10, margins=(_PAD, 14, _PAD, 14)))
        self._show(form)
        for each in (self.head, self.indonesian, self.english, self.foot):
            each.changed.connect(self._on_changed)

    def check(self) -> bool:
        """Return whether every field can be read."""
        refused = [
            form for form in (self.foot, *self._tongues()[::-1], self.head) if not form.check()
        ]  # the uppermost gets the keyboard last
        return not refused

    def value(self) -> LetterForm:
        """Return the letter as it is filled in; RuleBroken where a field cannot be read."""
        old = self._form
        return LetterForm(
            kind=old.kind,
            language=self.language.value(),
            delegation_id=old.delegation_id,
            signer_id=self.signer.value(),
            number=self.number.value(),
            on=self.on.day(),
            nature=self.nature.value(),
            enclosed=self.enclosed.value(),
            subject_id=self.indonesian.subject.value(),
            subject_en=self.english.subject.value(),
            to_id=self.indonesian.to.value(),
            to_en=self.english.to.value(),
            to_place=self.to_place.value(),
            body_id=self.indonesian.body.value(),
            body_en=self.english.body.value(),
            copies=tuple(filter(None, map(str.strip, self.copies.value().split("\n")))),
            answer_by=self.answer_by.day(),
            note=self.note.value(),
            version=old.version,
        )

    def _head(self) -> Form:
        form = Form(self)
        form.add_pair((tr("Language"), self.language), (tr("Nature"), self.nature))
        form.add(tr("Signed by"), self.signer, hint=tr("The letterhead follows the signer."))
        form.add(tr("Number"), self.number)
        form.add(tr("Date of the letter"), self.on)
        place = (tr("Place of the addressee"), self.to_place)
        form.add_pair((tr("Enclosure"), self.enclosed), place)
        return form

    def _foot(self) -> Form:
        form = Form(self)
        form.add(
            tr("Copies"), self.copies, hint=tr("A line each; the English stands after a bar |.")
        )
        if self._form.kind not in UNANSWERED:
            form.add(tr("Answer expected by"), self.answer_by)
        form.add(tr("Note"), self.note, hint=tr("Not printed."))
        return form

    def _show(self, form: LetterForm) -> None:
        self.language.set_value(form.language)
        self.signer.set_value(form.signer_id)
        self.number.set_value(form.number)
        self.on.show_day(form.on)
        self.answer_by.show_day(form.answer_by)
        self.nature.set_value(form.nature)
        self.enclosed.set_value(form.enclosed)
        self.to_place.set_value(form.to_place)
        self.copies.set_value("\n".join(form.copies))
        self.note.set_value(form.note)
        self.indonesian.show_texts(form.subject_id, form.to_id, form.body_id)
        self.english.show_texts(form.subject_en, form.to_en, form.body_en)
        self._show_tongues()

    def _next_number(self) -> str:
        on = day_or(self.on, self._office.today())
        return next_letter_number(self._office, self._form.kind, on)

    def _tongues(self) -> list[TongueForm]:
        chosen = self.language.value()
        forms = {"id": self.indonesian, "en": self.english}
        return [form for key, form in forms.items() if chosen in {key, "both"}]

    def _show_tongues(self) -> None:
        shown = self._tongues()
        for form in (self.indonesian, self.english):
            form.setVisible(form in shown)

    def _on_changed(self) -> None:
        self._show_tongues()
        self.changed.emit()


def _natures(own: str) -> list[tuple[str, str]]:
    """Return the natures to choose from; one of a letter's own stays among them."""
    known = [(key, screen_side(pair)) for key, pair in NATURES.items()]
    return known if own in NATURES else [(own, own or "-"), *known]
