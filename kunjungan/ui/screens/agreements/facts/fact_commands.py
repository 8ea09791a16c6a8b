"""What one can do with an agreement's data: facts, date, parties, originals, witnesses."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from kunjungan.domain.stages import AgreementStage
from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import long_day
from kunjungan.ui.screens.agreements.facts.facts_dialog import ask_facts
from kunjungan.ui.screens.agreements.facts.originals_dialog import OriginalsDialog
from kunjungan.ui.screens.agreements.facts.party_dialog import ask_party
from kunjungan.ui.screens.agreements.facts.redate_dialog import ask_new_day
from kunjungan.ui.screens.agreements.facts.witnesses_dialog import ask_witnesses

Answers = dict[str, Callable[[], None]]
_DATED = frozenset({AgreementStage.DRAFT, AgreementStage.FINAL})


class FactCommands:
    """Answers the commands about the data of the agreement on screen.

    ``flush`` keeps what is being typed, ``go_to_row`` shows a row of the text by its place.
    """

    def __init__(
        self,
        context: ScreenContext,
        flush: Callable[[], bool],
        go_to_row: Callable[[int], None],
        parent: QWidget,
    ) -> None:
        self._context = context
        self._flush = flush
        self._go_to_row = go_to_row
        self._parent = parent
        self._view: AgreementView | None = None

    def show(self, view: AgreementView) -> None:
        """Work on this agreement from now on."""
        self._view = view

    def answers(self) -> Answers:
        """Return what can be done now, by the commands' names."""
        view = self._view
        if view is None:
            return {}
        found: Answers = {
            "agreement.number": partial(self.enter_party, len(view.parties)),
            "agreement.originals": self.show_originals,
            "agreement.witnesses": self.enter_witnesses,
        }
        if view.open:
            found["agreement.facts"] = self.edit_facts
        if view.stage in _DATED and not view.signed:
            found["agreement.redate"] = self.redate
        return found

    def edit_facts(self, column: str = "") -> None:
        """Ask for the agreement's data, beginning at a field."""
        view = self._view if self._flush() else None
        office = self._context.office
        if view is not None and ask_facts(office, view.id, self._parent, column=column):
            self._context.toast(tr("Data saved"), undo=True)

    def redate(self) -> None:
        """Ask for another day of signing and move all that follows from it."""
        view = self._view if self._flush() else None
        if view is None:
            return
        moved = ask_new_day(self._context.office, view.id, self._parent)
        if moved is None:
            return
        day, stale = moved.day, moved.result.stale
        words = tr("Signing moved to {day}", day=long_day(day))
        if stale:
            words = tr("{what}; outdated papers: {count}", what=words, count=stale)
        self._context.toast(words, undo=True)

    def enter_party(self, seq: int, column: str = "") -> None:
        """Ask for a party's signatory and number, beginning at a field."""
        view = self._view if self._flush() else None
        office = self._context.office
        if view is not None and ask_party(office, view, seq, self._parent, column=column):
            self._context.toast(tr("Party saved"), undo=True)

    def show_originals(self) -> None:
        """Show the originals and the proof that they say the same."""
        view = self._view if self._flush() else None
        if view is None:
            return
        dialog = OriginalsDialog(self._context, view, self._parent)
        dialog.row_wanted.connect(self._go_to_row)
        dialog.exec()
        if dialog.changed:
            self._context.toast(tr("Originals saved"), undo=True)
        dialog.deleteLater()

    def enter_witnesses(self) -> None:
        """Ask who signs besides the parties."""
        view = self._view if self._flush() else None
        office = self._context.office
        if view is not None and ask_witnesses(office, view.id, self._parent, is_open=view.open):
            self._context.toast(tr("Witnesses saved"), undo=True)
