"""What one can do with an agreement as a whole: print, sign, register, draft anew, remove."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from kunjungan.domain.stages import AgreementStage
from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.agreements import new_draft, remove_agreement
from kunjungan.services.parties import OPEN
from kunjungan.services.readiness import Finding
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.messages import ask, refusals_shown
from kunjungan.ui.screens.agreements.facts_dialog import ask_facts
from kunjungan.ui.screens.agreements.party_dialog import ask_party
from kunjungan.ui.screens.agreements.print_dialog import COPY, DRAFT, ORIGINALS, PrintDialog
from kunjungan.ui.screens.agreements.prints_dialog import PrintsDialog
from kunjungan.ui.screens.agreements.register_dialog import ask_register
from kunjungan.ui.screens.agreements.signing import SigningDialog

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

    def show(self, view: AgreementView, blocking: int) -> None:
        """Work on this agreement from now on, whose originals so many things block."""
        self._view = view
        self._blocking = blocking

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
            "agreement.number": partial(self.enter_party, len(view.parties)),
            "page.print": self.print_originals,
            "page.save_pdf": partial(self._print, DRAFT if self._blocking else ORIGINALS),
        }
        if view.open:
            found |= {"agreement.facts": self.edit_facts, "agreement.remove": self.remove}
        if view.locked and view.stage is AgreementStage.FINAL and not view.signed:
            found["agreement.new_draft"] = self.start_draft
        if view.printed == view.originals or view.signed:
            found["agreement.sign"] = self.sign
        if view.stage is AgreementStage.SIGNED:
            found["agreement.register"] = self.enter_register
        return found

    def print_originals(self) -> None:
        """Ask how to print the originals, or show what blocks them."""
        if not self._flush():
            return
        if self._blocking:
            self._show_blockers()
        else:
            self._print(ORIGINALS)

    def edit_facts(self) -> None:
        """Ask for the agreement's data."""
        view = self._view if self._flush() else None
        if view is not None and ask_facts(self._context.office, view.id, self._parent):
            self._context.toast(tr("Data saved"), undo=True)

    def enter_party(self, seq: int) -> None:
        """Ask for a party's signatory and number."""
        view = self._view if self._flush() else None
        if view is not None and ask_party(self._context.office, view, seq, self._parent):
            self._context.toast(tr("Party saved"), undo=True)

    def show_prints(self) -> None:
        """Show the print log."""
        if (view := self._view) is not None:
            PrintsDialog(self._context.office, view, self._parent).exec()

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

    def mend(self, finding: Finding) -> None:
        """Open what a finding about data or a party is mended by."""
        if finding.about == "institution" and self._view is not None:
            body = self._view.parties[finding.seq - 1].institution_id
            self._context.navigate(Address("institutions", body))
        elif finding.about == "facts":
            self.edit_facts()
        else:
            self.enter_party(finding.seq)

    def open_fact(self, what: str) -> None:
        """Open what a card of facts asks for: ``facts``, ``party:2``, ``prints`` and so on."""
        name, _, seq = what.partition(":")
        found = {
            "facts": self.edit_facts,
            "prints": self.show_prints,
            "sign": self.sign,
            "register": self.enter_register,
        }
        if seq:
            self.enter_party(int(seq))
        else:
            found[name]()

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
