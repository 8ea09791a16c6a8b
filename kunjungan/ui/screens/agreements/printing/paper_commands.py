"""What one can do with an agreement as a whole: print, export, sign, register, draft anew."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QWidget

from kunjungan.domain.stages import AgreementStage
from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.agreements import new_draft, remove_agreement
from kunjungan.services.parties import OPEN
from kunjungan.services.preflight import without_press
from kunjungan.services.set_paper import SetPaper
from kunjungan.services.word_export import export_word, word_name
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.files import in_documents
from kunjungan.ui.messages import ask, refusals_shown, show_refusal
from kunjungan.ui.screens.agreements.printing.print_dialog import (
    COPY,
    DRAFT,
    ORIGINALS,
    PrintDialog,
)
from kunjungan.ui.screens.agreements.printing.prints_dialog import PrintsDialog
from kunjungan.ui.screens.agreements.signing.register_dialog import ask_register
from kunjungan.ui.screens.agreements.signing.signing_dialog import SigningDialog

Answers = dict[str, Callable[[], None]]


class PaperCommands:
    """Answers the commands of the agreement on screen; ``flush`` keeps what is being typed."""

    def __init__(
        self,
        context: ScreenContext,
        flush: Callable[[], bool],
        show_blockers: Callable[[], None],
        parent: QWidget,
    ) -> None:
        self._context = context
        self._flush = flush
        self._show_blockers = show_blockers
        self._parent = parent
        self._view: AgreementView | None = None
        self._blocking = 0
        self._paper_of: Callable[[UUID], SetPaper | None] = lambda _id: None

    def show(
        self, view: AgreementView, blocking: int, paper_of: Callable[[UUID], SetPaper | None]
    ) -> None:
        """Work on this agreement from now on; ``paper_of`` gives what its preview shows."""
        self._view = view
        self._blocking = blocking
        self._paper_of = paper_of

    def answers(self) -> Answers:
        """Return what can be done now, by the commands' names."""
        view = self._view
        if view is None:
            return {}
        marked = DRAFT if view.stage in OPEN else COPY
        found: Answers = {
            "agreement.print": self.print_originals,
            "agreement.print_draft": partial(self._print, marked),
            "agreement.prints": self.show_prints,
            "agreement.word": self.export,
        }
        if not self._context.office.looking_on:  # whatever comes out is logged
            found["page.print"] = self.print_originals
            found["page.save_pdf"] = partial(self._print, DRAFT if self._blocking else ORIGINALS)
        if view.open:
            found["agreement.remove"] = self.remove
        if view.locked and view.stage is AgreementStage.FINAL and not view.signed:
            found["agreement.new_draft"] = self.start_draft
        if view.printed == view.originals or view.signed:
            found["agreement.sign"] = self.sign
        if view.stage is AgreementStage.SIGNED:
            found["agreement.register"] = self.enter_register
        return found

    def print_originals(self) -> None:
        """Ask how to print the originals, or show what blocks them as it stands at this moment."""
        view = self._view if self._flush() else None
        if view is None:
            return
        office, paper = self._context.office, self._paper_of(view.id)
        found = without_press(office, view.id, paper) if view.open else []
        if any(finding.blocking for finding in found):
            self._show_blockers()
        else:
            self._print(ORIGINALS)

    def show_prints(self) -> None:
        """Show the print log."""
        if (view := self._view) is not None:
            PrintsDialog(self._context.office, view, self._parent).exec()

    def export(self) -> None:
        """Ask for a file and write the text into it as a Word document."""
        view = self._view if self._flush() else None
        if view is None:
            return
        office = self._context.office
        start = in_documents(word_name(office, view.id))
        chosen, _ = QFileDialog.getSaveFileName(
            self._parent, tr("Export to Word"), start, tr("Word document (*.docx)")
        )
        if chosen:
            path = Path(chosen)
            path = path if path.suffix.lower() == ".docx" else path.with_name(f"{path.name}.docx")
            self._context.background.run(
                lambda: export_word(office, view.id, path),
                done=lambda made: self._context.toast(tr("Exported: {name}", name=made.name)),
                refused=partial(show_refusal, self._parent),
                owner=self._parent,
            )

    def sign(self) -> None:
        """Show the signing sheet."""
        if (view := self._view) is not None:
            dialog = SigningDialog(self._context.office, view, self._parent)
            dialog.recorded.connect(self._on_recorded)
            dialog.exec()

    def enter_register(self) -> None:
        """Enter the agreement in the register."""
        if (view := self._view) is not None:
            number = ask_register(self._context.office, view, self._parent)
            if number:
                self._context.toast(tr("Registered as {number}", number=number))

    def start_draft(self) -> None:
        """Open the locked text again as the next draft."""
        if (view := self._view) is not None:
            with refusals_shown(self._parent):
                number = new_draft(self._context.office, view.id)
                words = tr("Draft {number} started; printed papers are outdated", number=number)
                self._context.toast(words, undo=True)

    def remove(self) -> None:
        """Remove the draft with its text."""
        view = self._view
        if view is None or not self._flush():
            return
        title = tr("Remove this draft?")
        words = tr("Its text, parties and planned originals go with it. This can be undone.")
        if ask(self._parent, title, words, verb=tr("Remove agreement")):
            with refusals_shown(self._parent):
                remove_agreement(self._context.office, view.id)
                self._context.navigate(Address("agreements"))
                self._context.toast(tr("Agreement removed"), undo=True)

    def _print(self, ticked: str) -> None:
        if (view := self._view) is None or not self._flush():
            return
        dialog = PrintDialog(self._context, view, ticked, self._parent)
        dialog.printed.connect(self._context.toast)
        dialog.blockers_wanted.connect(self._show_blockers)
        dialog.exec()
        dialog.deleteLater()

    def _on_recorded(self, due: int) -> None:
        words = tr("Every signature is recorded") if not due else tr("Signatures recorded")
        self._context.toast(words)
