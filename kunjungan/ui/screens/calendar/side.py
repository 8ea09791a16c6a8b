"""The cards beside the calendar: clashes, what moves, what is shown, filters, and a word."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.calendar.conflicts import ConflictLine
from kunjungan.services.calendar.occasions import MonthOnly
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.dates import partial_words
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.calendar.conflict_card import ConflictCard
from kunjungan.ui.screens.calendar.filter_card import FilterCard
from kunjungan.ui.screens.calendar.move_card import MoveCard
from kunjungan.ui.screens.calendar.reader import Found
from kunjungan.ui.screens.calendar.shown_card import ShownCard
from kunjungan.ui.screens.calendar.sieve import Group, Sieve, View
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.layouts import CARD_GAP

_LINK = 184
"""The room of a link in a card, in pixels; a longer one is cut and told whole as a tip."""


class SideCards(QWidget):
    """The calendar's right side, the most urgent card first.

    Signals:
        sieved: Other kinds or filters; carries the sieve.
    """

    sieved = Signal(object)

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._sieve = Sieve()
        self.conflict, self.move_card = ConflictCard(self), MoveCard(self)
        self.kinds, self.filters = ShownCard(self), FilterCard(self)
        self.note = NoteCard(context, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(CARD_GAP)
        for card in (self.move_card, self.conflict, self.note, self.kinds, self.filters):
            layout.addWidget(card)
        layout.addStretch(1)
        self.kinds.toggled.connect(self._on_kind)
        self.filters.changed.connect(self.sieved)
        self.note.cleared.connect(lambda: self.sieved.emit(self._sieve.unfiltered()))

    def show_found(self, found: Found, sieve: Sieve) -> None:
        """Show what a range holds, and what of it is shown."""
        self._sieve = sieve
        counts = sieve.counts(found.occasions)
        counts[Group.HOLIDAYS] = len(found.marks)
        self.kinds.show_counts(sieve, counts)
        self.filters.show_filters(sieve, found.occasions)
        self.note.show_found(found, sieve)

    def show_clashes(self, lines: Sequence[ConflictLine], found: Found) -> None:
        """Show the clashes of a range."""
        titles = {one.ref: screen_side(one.title) for one in found.occasions}
        self.conflict.show_lines(lines, titles, _when_words(self._sieve.view))

    def _on_kind(self, name: str, shown: bool) -> None:
        group = Group(name)
        hidden = self._sieve.hidden - {group} if shown else self._sieve.hidden | {group}
        self.sieved.emit(replace(self._sieve, hidden=hidden))


class NoteCard(Card):
    """Says that nothing is there or all is filtered away, and which visits have no day yet.

    Signals:
        cleared: Everything is to be shown again.
    """

    cleared = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._context = context
        self.words = set_role(QLabel(self), TextRole.SMALL)
        self.words.setWordWrap(True)
        self.add(self.words)
        self._links: list[QWidget] = []

    def show_found(self, found: Found, sieve: Sieve) -> None:
        """Show the card where there is something to say."""
        visits = [one for one in found.occasions if one.visit_id is not None]
        empty = _empty_words(sieve.view) if not visits else ""
        away = (
            sieve.narrowed and bool(found.occasions) and not any(map(sieve.lets, found.occasions))
        )
        if away:
            empty = tr("The filter lets nothing of these days through")
        undated = found.undated if sieve.view is View.MONTH else ()
        lead = tr("Day not known yet:") if undated else ""
        self.words.setText("\n".join(filter(None, (empty, lead))))
        self._show_links([*([self._all()] if away else []), *map(self._link, undated)])
        self.setVisible(bool(empty or undated))

    def _show_links(self, links: Sequence[QWidget]) -> None:
        for link in self._links:
            self.body.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = list(links)
        for link in links:
            self.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _all(self) -> QWidget:
        return button(tr("Show all"), self.cleared.emit, kind="link", parent=self)

    def _link(self, one: MonthOnly) -> QWidget:
        address = Address("visits", one.visit_id)
        words = f"{one.title} ({partial_words(one.on)})"
        link = button(words, lambda: self._context.navigate(address), kind="link", parent=self)
        link.setMaximumWidth(_LINK)
        link.setToolTip(words)
        return link


def _empty_words(view: View) -> str:
    return {
        View.MONTH: tr("No visits this month yet"),
        View.WEEK: tr("No visits this week yet"),
        View.DAY: tr("No visits this day yet"),
        View.AGENDA: tr("No visits in these days yet"),
    }[view]


def _when_words(view: View) -> str:
    return {
        View.MONTH: tr("this month"),
        View.WEEK: tr("this week"),
        View.DAY: tr("this day"),
        View.AGENDA: tr("in these days"),
    }[view]
