"""Keeps watch, beside the screen's work, over printed cards that are no longer right."""

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kunjungan.domain.errors import OfficeError
from kunjungan.services.pack.outdated import outdated_cards
from kunjungan.services.seating import Moves
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.screens.visits.seating.moves_words import NOTHING


class DueWatch(QObject):
    """Knows what was found last, as ``cards``; one search runs at a time.

    Signals:
        found: A search has found other cards than the one before.
    """

    found = Signal()

    def __init__(self, context: ScreenContext, visit_id: UUID, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._visit_id = context, visit_id
        self._looking = self._again = False
        self.cards = NOTHING

    def look(self) -> None:
        """Look again; while a search runs, once it has ended."""
        self._again = self._looking
        if self._looking:
            return
        self._looking = True
        office, visit_id = self._context.office, self._visit_id
        self._context.background.run(
            lambda: outdated_cards(office, visit_id),
            done=self._on_found,
            refused=self._on_refused,
            owner=self,
        )

    def _on_found(self, cards: Moves) -> None:
        self._looking = False
        if cards != self.cards:
            self.cards = cards
            self.found.emit()
        if self._again:
            self.look()

    def _on_refused(self, _refusal: OfficeError) -> None:
        self._on_found(NOTHING)
