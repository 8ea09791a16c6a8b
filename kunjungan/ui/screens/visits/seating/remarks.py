"""Bars over a plan: guests without a seat, and what a substitution or an absence moves."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.precedence.order import RankedGuest
from kunjungan.services.seating import Moves, PlanLine, SeatingState
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.visits.seating.moves_words import cards_words, upset_words
from kunjungan.ui.screens.visits.seating.words import guest_name
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Banner
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.layouts import emptied

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
        self._low = self._unfolded = False
        self._more = button("", self._unfold, parent=self)
        self._more.hide()

    def make_room(self, *, low: bool) -> None:
        """Show only the first bar in a low window, until the others are asked for."""
        if low != self._low:
            self._low, self._unfolded = low, False
            self._fold()

    def show_state(self, state: SeatingState, moves: Moves, *, waits: bool) -> None:
        """Show what waits in a plan and in others; with ``waits`` the moves are to be made yet."""
        view, others = state.view, state.others
        self._more.setParent(self)
        self._more.hide()
        emptied(self._bars)
        if view is not None and view.missing_seats:
            self._bars.addWidget(self._missing(view.missing_seats))
        if view is not None and view.twice:
            self._bars.addWidget(self._twice(view.twice))
        if unpaired := state.order.unpaired:
            self._bars.addWidget(self._unpaired(unpaired))
        if view is not None and waits:
            deeds = [(_SHOW, tr("What moved")), ("seating.arrange", tr("Arrange by rank"))]
            self._bars.addWidget(self._bar(Tone.WARN, upset_words(moves), deeds))
        elif moves.cards:
            deeds = [(_SHOW, tr("Which cards")), ("seating.print_changed", tr("Print them"))]
            self._bars.addWidget(self._bar(Tone.INFO, cards_words(moves), deeds))
        if others:
            self._bars.addWidget(self._elsewhere(others))
        self._fold()
        self.setVisible(self._bars.count() > 0)

    def _fold(self) -> None:
        """Hide all but the first bar where there is little room; a button tells how many."""
        bars = [
            item.widget() for at in range(self._bars.count()) if (item := self._bars.itemAt(at))
        ]
        folded = self._low and not self._unfolded and len(bars) > 1
        for place, bar in enumerate(bars):
            if bar is not None:
                bar.setVisible(not place or not folded)
        self._more.setText(tr("{count} more", count=len(bars) - 1))
        self._more.setVisible(folded)
        first = bars[0].layout() if bars and bars[0] is not None else None
        if folded and first is not None:
            first.addWidget(self._more)

    def _unfold(self) -> None:
        self._unfolded = True
        self._fold()

    def _missing(self, count: int) -> Banner:
        one = tr("One guest more than seats. Nobody has lost a seat.")
        words = tr(
            "{count} guests more than seats. Nobody has lost a seat; they stand at the end of the "
            "list.",
            count=count,
        )
        words = one if count == 1 else words
        return self._bar(Tone.WARN, words, [("seating.make_room", tr("Add rows"))])

    def _twice(self, guests: Sequence[RankedGuest]) -> Banner:
        names = ", ".join(dict.fromkeys(guest_name(line.guest) for line in guests))
        words = tr("On two lists, and so with two seats: {names}.", names=names)
        return self._bar(Tone.WARN, words, [])

    def _unpaired(self, guests: Sequence[RankedGuest]) -> Banner:
        names = ", ".join(guest_name(line.guest) for line in guests)
        words = tr("Whose spouse? Name under Delegations with whom they go: {names}.", names=names)
        return self._bar(Tone.WARN, words, [])

    def _elsewhere(self, others: Sequence[PlanLine]) -> Banner:
        words = tr("Guests have changed in other plans, too.")
        deeds = [(screen_side(p.name), partial(self.plan_wanted.emit, p.id)) for p in others]
        return Banner(Tone.WARN, words, deeds, self)

    def _bar(self, tone: Tone, words: str, deeds: list[tuple[str, str]]) -> Banner:
        buttons = [(word, self._commands[name].trigger) for name, word in deeds]
        return Banner(tone, words, buttons, self)
