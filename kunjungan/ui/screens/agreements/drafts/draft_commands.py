"""What one can do with the drafts of an agreement: keep one, compare two, send the sheet round."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.drafts.keeping import keep_and_start
from kunjungan.services.drafts.text_refs import TextRef
from kunjungan.services.office import Office
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.screens.agreements.drafts.compare_dialog import CompareDialog, last_kept
from kunjungan.ui.screens.agreements.drafts.sheet_dialog import SheetDialog
from kunjungan.ui.widgets.fields import LineField
from kunjungan.ui.widgets.form_dialog import FormDialog

Answers = dict[str, Callable[[], None]]


class DraftCommands(QObject):
    """Answers the commands of the agreement on screen; ``flush`` keeps what is being typed.

    Signals:
        row_wanted: A row of the text is to be shown; carries its id.
    """

    row_wanted = Signal(object)

    def __init__(self, context: ScreenContext, flush: Callable[[], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._flush = flush
        self._parent = parent
        self._view: AgreementView | None = None

    def show(self, view: AgreementView) -> None:
        """Work on this agreement from now on."""
        self._view = view

    def answers(self) -> Answers:
        """Return what can be done now, by the commands' names."""
        if self._view is None:
            return {}
        found: Answers = {
            "agreement.compare": self.compare,
            "agreement.clearance": self.show_sheet,
        }
        if self._view.open:
            found["agreement.keep_draft"] = self.keep
        return found

    def compare(self) -> None:
        """Show the present text beside the last draft that was kept."""
        view = self._view if self._flush() else None
        if view is not None:
            left = last_kept(self._context.office, view.id)
            open_compare(self._context, view, left, self._parent, self.row_wanted.emit)

    def keep(self) -> None:
        """Ask for a note, keep the present draft and start the next."""
        view = self._view if self._flush() else None
        if view is not None and (number := ask_note(self._context.office, view, self._parent)):
            words = tr("Draft {number} kept; draft {next} started", number=number - 1, next=number)
            self._context.toast(words, undo=True)

    def show_sheet(self) -> None:
        """Show the clearance sheet, to be printed or saved."""
        view = self._view if self._flush() else None
        if view is not None:
            dialog = SheetDialog(self._context, view, self._parent)
            dialog.finished_with.connect(self._context.toast)
            dialog.exec()
            dialog.deleteLater()


def open_compare(
    context: ScreenContext,
    view: AgreementView,
    left: TextRef,
    parent: QWidget,
    go_to_row: Callable[[UUID], object],
) -> None:
    """Show a text beside the present one of an agreement; ``go_to_row`` leads back into it."""
    dialog = CompareDialog(context, view, left, parent)
    dialog.row_wanted.connect(go_to_row)
    dialog.restored.connect(
        lambda number: context.toast(
            tr("Draft {number} is the present text again", number=number), undo=True
        )
    )
    dialog.exec()
    dialog.deleteLater()


def ask_note(office: Office, view: AgreementView, parent: QWidget) -> int:
    """Ask why a draft is kept and keep it; return the number of the next one, 0 for none."""
    title = tr("Keep draft {number}", number=view.draft_no)
    words = tr(
        "Its text stays in the archive as it is now, and can be compared and restored at any "
        "time. You go on writing in draft {number}.",
        number=view.draft_no + 1,
    )
    dialog = FormDialog(title, tr("Keep the draft"), parent, intro=words)
    note = LineField(tr("such as: sent to the partner"))
    dialog.add(tr("Note"), note)
    made: list[int] = []
    dialog.run(lambda: made.append(keep_and_start(office, view.id, note.value())))
    return made[0] if made else 0
