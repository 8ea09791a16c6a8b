"""The form of a term, and the one that records who approved some."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.domain.term_base import term_of
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.writing.term_approval import approve_terms
from kunjungan.services.writing.term_form import TermForm
from kunjungan.services.writing.terms import add_term, edit_term, term_form
from kunjungan.ui.term_words import DOMAINS, source_code, source_word
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import ChoiceField, LineField
from kunjungan.ui.widgets.form_dialog import FormDialog


def ask_new_term(office: Office, parent: QWidget) -> UUID | None:
    """Ask for a term; return its id, or None for a change of mind."""
    dialog = TermDialog(TermForm(""), parent)
    made: list[UUID] = []

    def save() -> None:
        made.append(add_term(office, dialog.values()))

    return made[-1] if dialog.run(save) else None


def ask_term(office: Office, term_id: UUID, parent: QWidget) -> bool:
    """Ask for changes to a term; True when they were kept. Raises NotFound when it is gone."""
    dialog = TermDialog(term_form(office, term_id), parent)
    return dialog.run(lambda: edit_term(office, term_id, dialog.values()))


def ask_approval(office: Office, term_ids: Sequence[UUID], parent: QWidget) -> bool:
    """Ask who approved terms and when; True when that was recorded."""
    dialog = FormDialog(
        tr("Approve terms"),
        tr("Approve terms: {count}", count=len(term_ids)),
        parent,
        intro=tr("A term whose words change later is to be approved again."),
    )
    by, on = LineField(office.user), DateField()
    by.set_value(office.user)
    on.set_value(PartialDate.of(office.today()))
    dialog.add(tr("Approved by"), by, needed=True)
    dialog.add(tr("Approved on"), on, needed=True)

    def save() -> None:
        approve_terms(office, term_ids, by=by.value(), on=on.day())

    return dialog.run(save)


class TermDialog(FormDialog):
    """Indonesian words, the English for them, English that is wrong, where it is taken from."""

    def __init__(self, form: TermForm, parent: QWidget) -> None:
        new = not form.version
        super().__init__(
            tr("New term") if new else tr("Edit term"),
            tr("Add term") if new else tr("Save term"),
            parent,
        )
        self._start = form
        self.words_id, self.words_en, self.never = LineField(), LineField(), LineField()
        others = [] if form.domain in DOMAINS else [(form.domain, form.domain)]
        self.domain = ChoiceField([*((key, tr(word)) for key, word in DOMAINS.items()), *others])
        self.source, self.note = LineField(), LineField()
        self._lay_out()
        self._show_start(form)

    def values(self) -> TermForm:
        """Return the term as filled in."""
        never = [f"!{word.strip().lstrip('!')}" for word in self.never.value().split(";")]
        english = [self.words_en.value(), *(word for word in never if len(word) > 1)]
        return replace(
            self._start,
            words_id=self.words_id.value(),
            words_en="; ".join(part for part in english if part),
            domain=self.domain.value(),
            source=source_code(self.source.value()),
            note=self.note.value(),
        )

    def _lay_out(self) -> None:
        spellings = tr("Several spellings are parted by a semicolon.")
        self.add(tr("Indonesian"), self.words_id, hint=spellings, needed=True)
        endings = tr("The best first, others after a semicolon. A star stands for any ending.")
        self.add(tr("English text"), self.words_en, hint=endings, needed=True)
        wrong = tr("English that is wrong for it; it is marked wherever it stands in its place.")
        self.add(tr("Never"), self.never, hint=wrong)
        self.add_pair((tr("Field"), self.domain), (tr("Source"), self.source))
        self.add(tr("Note"), self.note)

    def _show_start(self, form: TermForm) -> None:
        term = term_of(form.words_id, form.words_en)
        self.words_id.set_value(form.words_id)
        self.words_en.set_value("; ".join(term.en))
        self.never.set_value("; ".join(term.never))
        self.domain.set_value(form.domain)
        self.source.set_value(source_word(form.source))
        self.note.set_value(form.note)
