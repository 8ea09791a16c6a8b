"""What is put into a text from elsewhere: the clipboard, a file, references to other rows."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.clauses import ClauseLine, Column
from kunjungan.services.writing.cross_references import link_references, reference_to
from kunjungan.services.writing.paste import Clipping, clipping_of_file
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.agreements.rows.clause_rows import ClauseRows
from kunjungan.ui.screens.agreements.writing.paste_dialog import FILES, PasteDialog, copied
from kunjungan.ui.screens.agreements.writing.reference_dialog import ask_row


class InsertCommands:
    """Answers the commands of an open text; ``flush`` keeps what is being typed."""

    def __init__(
        self,
        context: ScreenContext,
        rows: ClauseRows,
        flush: Callable[[], bool],
        parent: QWidget,
    ) -> None:
        self._context = context
        self._rows = rows
        self._flush = flush
        self._parent = parent
        self._view: AgreementView | None = None
        self._lines: Sequence[ClauseLine] = ()
        rows.pasted.connect(self.paste_beside)

    def show(self, view: AgreementView, lines: Sequence[ClauseLine]) -> None:
        """Work on this text from now on."""
        self._view, self._lines = view, lines

    def answers(self) -> dict[str, Callable[[], None]]:
        """Return what can be done now, by the commands' names."""
        found: dict[str, Callable[[], None]] = {
            "clause.paste": self.paste,
            "clause.paste_file": self.choose_file,
            "clause.link_references": self.link,
        }
        if self._rows.current() is not None:
            found["clause.reference"] = self.refer
        return found

    def paste(self) -> None:
        """Show what of the clipboard would become which rows, and insert it when that is right."""
        here, side = self._rows.current(), self._rows.side
        self._ask(copied(QGuiApplication.clipboard().mimeData()), tr("the clipboard"), here, side)

    def paste_beside(self, clipping: Clipping, line: ClauseLine, column: Column) -> None:
        """Show the same for several paragraphs that were pasted into one row."""
        self._ask(clipping, tr("the clipboard"), line, column)

    def choose_file(self) -> None:
        """Ask for a document and show what of it would become which rows."""
        kinds = tr("Documents ({kinds})", kinds=FILES)
        chosen, _ = QFileDialog.getOpenFileName(self._parent, tr("Insert from a file"), "", kinds)
        if chosen:
            path, here = Path(chosen), self._rows.current()
            with refusals_shown(self._parent):
                self._ask(clipping_of_file(path), path.name, here, self._rows.side)

    def refer(self) -> None:
        """Write a reference to another row where one writes; its words follow the numbering."""
        here, field = self._rows.current(), self._rows.field()
        if here is None or field is None:
            return
        target = ask_row(self._lines, here.id, self._parent)
        if target is not None:
            with refusals_shown(self._parent):
                field.write(reference_to(self._context.office, here.id, target))

    def link(self) -> None:
        """Let written references follow the numbering, wherever both languages have them."""
        if self._view is None or not self._flush():
            return
        with refusals_shown(self._parent):
            count = link_references(self._context.office, self._view.id)
            words = tr("References linked: {count}", count=count)
            self._context.toast(words if count else tr("No reference to link"), undo=bool(count))

    def _ask(
        self, clipping: Clipping, source: str, here: ClauseLine | None, column: Column
    ) -> None:
        if self._view is None or not self._flush():
            return
        dialog = PasteDialog(self._context.office, self._view, self._lines, self._parent)
        dialog.begin(clipping, source, here.id if here else None, column)
        dialog.exec()
        made = dialog.made
        dialog.deleteLater()
        if made:
            self._context.toast(tr("{count} rows inserted", count=len(made)), undo=True)
            self._rows.go_to(made[0])
