"""Bars over a plan: guests without a seat, and what a substitution or an absence moves."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.seating import Moves, PlanLine, PlanView
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.visits.seating.moves_words import cards_words, upset_words
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Banner

_SHOW = "seating.moves"


class Remarks(QWidget):
    """Shows a bar for each thing that waits for the officer; nothing where nothing does.

    Signals:
        plan_wanted: Another plan is to be shown; carries its id.
    """

    plan_wanted = Signal(object)

    def __init__(self, commands: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self._bars = QVBoxLayout(self)
        self._bars.setContentsMargins(0, 0, 0, 0)
        self._bars.setSpacing(6)

    def show_state(
        self, view: PlanView | None, moves: Moves, others: Sequence[PlanLine], *, waits: bool
    ) -> None:
        """Show what waits in a plan and in others; with ``waits`` the moves are to be made yet."""
        while (item := self._bars.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if view is not None and view.missing_seats:
            self._bars.addWidget(self._missing(view.missing_seats))
        if view is not None and waits:
            deeds = [(_SHOW, tr("What moved")), ("seating.arrange", tr("Arrange by rank"))]
            self._bars.addWidget(self._bar(Tone.WARN, upset_words(moves), deeds))
        elif moves.cards:
            deeds = [(_SHOW, tr("Which cards")), ("seating.print_changed", tr("Print them"))]
            self._bars.addWidget(self._bar(Tone.INFO, cards_words(moves), deeds))
        if others:
            self._bars.addWidget(self._elsewhere(others))
        self.setVisible(self._bars.count() > 0)

    def _missing(self, count: int) -> Banner:
        words = tr(
            "{count} guests more than seats. Nobody has lost a seat; they stand at the end of the "
            "list.",
            count=count,
        )
        return self._bar(Tone.WARN, words, [("seating.make_room", tr("Add rows"))])

    def _elsewhere(self, others: Sequence[PlanLine]) -> Banner:
        words = tr("Guests have changed in other plans, too.")
        deeds = [(screen_side(p.name), partial(self.plan_wanted.emit, p.id)) for p in others]
        return Banner(Tone.WARN, words, deeds, self)

    def _bar(self, tone: Tone, words: str, deeds: list[tuple[str, str]]) -> Banner:
        buttons = [(word, self._commands[name].trigger) for name, word in deeds]
        return Banner(tone, words, buttons, self)
