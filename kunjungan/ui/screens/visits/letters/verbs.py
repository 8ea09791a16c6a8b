"""What can be done with a letter: asks what is needed, does it, offers to undo it."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.visit_words import LetterKind
from kunjungan.i18n import tr
from kunjungan.services.letters.form import LetterForm
from kunjungan.services.letters.letters import (
    add_letter,
    edit_letter,
    letter_form,
    mark_answered,
    mark_sent,
    new_letter,
    remove_letter,
)
from kunjungan.services.letters.lines import LetterLine
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.visits.letters.day_dialog import ask_day
from kunjungan.ui.screens.visits.letters.editor import LetterEditor
from kunjungan.ui.screens.visits.letters.emblems_dialog import EmblemsDialog
from kunjungan.ui.screens.visits.letters.paper import LetterPaperDialog


class LetterVerbs:
    """The verbs of the letters' tab."""

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        self._context = context
        self._office = context.office
        self._parent = parent

    def write(self, visit_id: UUID, kind: LetterKind, delegation_id: UUID | None) -> UUID | None:
        """Open a new letter, filled from the visit; return its id once it is kept."""
        form = None
        with refusals_shown(self._parent):
            form = new_letter(self._office, visit_id, kind, delegation_id)
        return self._keep(visit_id, form) if form else None

    def write_again(self, line: LetterLine) -> UUID | None:
        """Open a letter anew as the visit stands now, to the same addressee in the same language.

        Signer, nature and copies are those of the old one; it has no number yet.
        """
        form = None
        with refusals_shown(self._parent):
            old = letter_form(self._office, line.id)
            fresh = new_letter(
                self._office, line.visit_id, line.kind, line.delegation_id, line.language
            )
            form = replace(
                fresh,
                signer_id=old.signer_id,
                nature=old.nature,
                to_id=old.to_id,
                to_en=old.to_en,
                to_place=old.to_place,
                copies=old.copies,
            )
        return self._keep(line.visit_id, form) if form else None

    def edit(self, line: LetterLine) -> None:
        """Open a letter; one that was sent is only shown."""
        if line.sent_on is not None:
            self.bring_to_paper(line)
            return
        with refusals_shown(self._parent):
            form = letter_form(self._office, line.id)
            editor = LetterEditor(self._context, line.visit_id, form, self._parent)
            if editor.run(lambda filled: edit_letter(self._office, line.id, filled)):
                self._context.toast(tr("Letter changed"), undo=True)

    def bring_to_paper(self, line: LetterLine) -> None:
        """Show a letter as printed, to print it or save it as PDF."""
        with refusals_shown(self._parent):
            dialog = LetterPaperDialog(self._context, line, self._parent)
            dialog.finished_with.connect(self._context.toast)
            dialog.exec()

    def mark_sent(self, line: LetterLine) -> None:
        """Ask on which day a letter went out."""
        if ask_day(
            self._parent,
            tr("Letter sent"),
            tr("Mark as sent"),
            self._office.today(),
            lambda day: mark_sent(self._office, line.id, day),
        ):
            self._context.toast(tr("Letter marked as sent"), undo=True)

    def mark_answered(self, line: LetterLine) -> None:
        """Ask on which day the answer to a letter came."""
        if ask_day(
            self._parent,
            tr("Answer received"),
            tr("Mark as answered"),
            self._office.today(),
            lambda day: mark_answered(self._office, line.id, day),
        ):
            self._context.toast(tr("Letter marked as answered"), undo=True)

    def remove(self, line: LetterLine) -> None:
        """Remove a letter; undo brings it back."""
        with refusals_shown(self._parent):
            remove_letter(self._office, line.id)
            self._context.toast(tr("Letter removed"), undo=True)

    def choose_emblems(self) -> None:
        """Show the pictures of the letterhead and take others."""
        EmblemsDialog(self._context, self._parent).exec()

    def _keep(self, visit_id: UUID, form: LetterForm) -> UUID | None:
        made: list[UUID] = []
        editor = LetterEditor(self._context, visit_id, form, self._parent)
        if not editor.run(lambda filled: made.append(add_letter(self._office, visit_id, filled))):
            return None
        self._context.toast(tr("Letter kept as a draft"), undo=True)
        return made[0]
