"""What helps with the words of a text: translations met before, and clauses from elsewhere."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.screens.agreements.rows.clause_rows import ClauseRows
from kunjungan.ui.screens.agreements.writing.borrow_dialog import COPY, STANDARD, BorrowDialog
from kunjungan.ui.screens.agreements.writing.suggestions import Suggestions

Answers = dict[str, Callable[[], None]]


class WordCommands(QObject):
    """Answers the commands of the text on screen; ``flush`` keeps what is being typed.

    Signals:
        changed: Other commands are open now.
    """

    changed = Signal()

    def __init__(
        self,
        context: ScreenContext,
        rows: ClauseRows,
        flush: Callable[[], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._rows = rows
        self._flush = flush
        self._parent = parent
        self._view: AgreementView | None = None
        self.suggestions = Suggestions(context, rows, parent)
        self.suggestions.changed.connect(self.changed)

    def show(self, view: AgreementView) -> None:
        """Work on this agreement from now on."""
        self._view = view
        self.suggestions.show(view)

    def answers(self) -> Answers:
        """Return what can be done now, by the commands' names."""
        view = self._view
        found: Answers = {"clause.terms": self.open_terms}
        if view is not None and view.open:
            found["clause.standard"] = lambda: self.borrow(STANDARD)
            found["clause.copy"] = lambda: self.borrow(COPY)
            found |= self.suggestions.answers()
        return found

    def open_terms(self) -> None:
        """Go to the office's term base."""
        self._context.navigate(Address("settings", tab="terms"))

    def borrow(self, start: str) -> None:
        """Ask which clauses to take from a standard text or another agreement; insert them."""
        if self._view is None or not self._flush():
            return
        here = self._rows.current()
        dialog = BorrowDialog(self._context.office, self._view, self._parent)
        dialog.begin(start, here.id if here else None)
        dialog.exec()
        made = dialog.made
        dialog.deleteLater()
        if made:
            self._context.toast(tr("{count} rows inserted", count=len(made)), undo=True)
            self._rows.go_to(made[0])
