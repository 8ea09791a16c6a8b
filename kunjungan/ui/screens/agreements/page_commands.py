"""What one can do with an agreement as a whole, from its text as from its process."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from kunjungan.domain.stages import AgreementStage
from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.preflight import Finding
from kunjungan.services.process.addendum import draft_addendum
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.agreements.drafts.draft_commands import DraftCommands
from kunjungan.ui.screens.agreements.facts.fact_commands import FactCommands
from kunjungan.ui.screens.agreements.printing.paper_commands import PaperCommands
from kunjungan.ui.screens.agreements.text.text_view import TextView
from kunjungan.ui.screens.agreements.writing.word_commands import WordCommands
from kunjungan.ui.widgets.banner import Buttons

Answers = dict[str, Callable[[], object]]


class PageCommands:
    """Gathers the commands on data, papers, drafts and words of the agreement on screen."""

    def __init__(
        self,
        context: ScreenContext,
        text: TextView,
        show_blockers: Callable[[], None],
        parent: QWidget,
    ) -> None:
        self._context = context
        self._text = text
        self._parent = parent
        self._view: AgreementView | None = None
        flush = text.flush
        self.facts = FactCommands(context, flush, text.go_to_row, parent)
        self.papers = PaperCommands(context, flush, show_blockers, parent)
        self.drafts = DraftCommands(context, flush, parent)
        self.words = WordCommands(context, text.rows, flush, parent)

    def show(self, view: AgreementView) -> None:
        """Work on this agreement from now on."""
        self._view = view
        for commands in (self.facts, self.drafts, self.words):
            commands.show(view)

    def show_findings(self, view: AgreementView, findings: Sequence[Finding] | None) -> None:
        """Print only what is not blocked by these findings; None are not known yet."""
        blocking = sum(finding.blocking for finding in findings or ())
        self.papers.show(view, blocking, self._text.side.preview.paper_of)

    def answers(self) -> Answers:
        """Return what can be done now, by the commands' names."""
        found: Answers = {
            **self.papers.answers(),
            **self.facts.answers(),
            **self.drafts.answers(),
            **self.words.answers(),
        }
        return found | {"agreement.addendum": self.add_addendum} if self._amendable else found

    def ways_out(self) -> Buttons:
        """Return what leads on from a text that is only read, as the bar over it offers it."""
        view = self._view
        if view is None or view.open:
            return ()
        if self._amendable:
            return [(tr("Draft an addendum"), self.add_addendum)]
        if view.stage is AgreementStage.FINAL and not view.signed:
            words = tr("Start draft {number}", number=view.draft_no + 1)
            return [(words, self.papers.start_draft)]
        return ()

    def add_addendum(self) -> None:
        """Draft an addendum to the signed agreement with its parties, and open it."""
        if self._view is None:
            return
        with refusals_shown(self._parent):
            made = draft_addendum(self._context.office, self._view.id)
            self._context.navigate(Address("agreements", made))
            self._context.toast(tr("Addendum drafted"), undo=True)

    @property
    def _amendable(self) -> bool:
        in_force = {AgreementStage.SIGNED, AgreementStage.REGISTERED}
        return self._view is not None and self._view.stage in in_force
