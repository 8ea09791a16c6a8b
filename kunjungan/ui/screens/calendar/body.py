"""The calendar under its heading: the views with the cards beside them, or over them."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QScrollArea, QToolButton, QVBoxLayout, QWidget

from kunjungan.domain.check_lines import CheckLine
from kunjungan.i18n import tr
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.screens.calendar.drag import Drag
from kunjungan.ui.screens.calendar.move_card import MoveCard
from kunjungan.ui.screens.calendar.side import SideCards
from kunjungan.ui.screens.calendar.sieve import View
from kunjungan.ui.screens.calendar.steps import Steps
from kunjungan.ui.screens.calendar.views import Views
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.layouts import SidePanes
from kunjungan.ui.widgets.page_header import PageHeader
from kunjungan.ui.widgets.segmented import Option, Segmented

SIDE = 248
_DRAWER_BELOW, _FEW_BELOW = 900, 1010
_FLOAT = 14
_FLOAT_WIDTH = 320
"""How wide the card of a move is over the view: wide enough that few lines break."""


class Body(QWidget):
    """Views and cards; where there is little room the cards are a drawer."""

    def __init__(self, context: ScreenContext, header: PageHeader, parent: QWidget) -> None:
        super().__init__(parent)
        self._commands = context.commands
        self._header = header
        self.views = Views(context, self)
        self.side = SideCards(context, self)
        self._panes = SidePanes(self.views, self.side, side_width=SIDE, beside_from=0, parent=self)
        self.floating = MoveCard(self)
        self.floating.setFixedWidth(_FLOAT_WIDTH)
        self.switch = Segmented(_options(), self)
        for segment, key in zip(self.switch.findChildren(QToolButton), "BPHA", strict=True):
            segment.setToolTip(f"{segment.text()} ({key})")
        self._drawer = Button(tr("Filter"), icon="filter", parent=self)
        self._drawer.show_bare(bare=True)
        self._drawer.setCheckable(True)
        self._drawer.toggled.connect(self._fit)
        self._room: tuple[bool, bool] | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._panes)
        header.show_beside(Steps(context.commands, header))
        header.show_beside(self._drawer)
        header.show_switch(self.switch)
        self.switch.chosen.connect(self._on_view)
        self.views.resized.connect(self._fit)
        self.setFocusProxy(self.views)

    def show_view(self, view: View) -> None:
        """Mark the view that is on screen."""
        self.switch.set_value(view.value)
        for each in View:
            self._commands[f"calendar.{each}"].setChecked(each is view)

    def show_clashes(self, count: int) -> None:
        """Let the button of the drawer say that there are clashes while the cards are away."""
        self._drawer.show_icon("warning" if count else "filter")
        words = tr("Filter and {count} clashes", count=count) if count else tr("Filter")
        self._drawer.setToolTip(words)
        self._drawer.setAccessibleName(words)

    def show_move(self, drag: Drag | None, lines: Sequence[CheckLine]) -> None:
        """Show what a move means in its card, or over the view where the cards are put away."""
        away = self._is_drawer and not self._drawer.isChecked()
        card, other = self.side.move_card, self.floating
        if away:
            card, other = other, card
        other.hide()
        if drag is None:
            card.hide()
            return
        card.show_drag(drag, lines)
        if away:
            self._float()
        elif (pane := self._panes.findChild(QScrollArea)) is not None:
            pane.ensureWidgetVisible(card)

    @property
    def _is_drawer(self) -> bool:
        return self.width() < _DRAWER_BELOW

    @Slot()
    def _fit(self) -> None:
        """Put the cards away where there is no room, and words of the heading where few fit."""
        self._drawer.setVisible(self._is_drawer)
        self._panes.show_side(shown=not self._is_drawer or self._drawer.isChecked())
        few = self.width() < _FEW_BELOW
        room = (few, self._is_drawer)
        if room != self._room:
            self._room = room
            files = ("calendar.import", "calendar.export")
            if few:
                main = ("visit.schedule", tr("New")) if self._is_drawer else "visit.schedule"
                self._header.show_actions(main, more=files)
            else:
                self._header.show_actions("visit.schedule", files[0], more=files[1:])

    def _float(self) -> None:
        """Put the card into the lower corner that what is carried is not in."""
        card, board = self.floating, self.views.board
        card.setFixedHeight(min(card.high, self.height() - _FLOAT))
        drops = board.drops(board.drag) if board is not None and board.drag is not None else ()
        at = drops[0].center() if drops else None
        left = at is not None and at.x() > self.width() / 2
        x = _FLOAT if left else self.width() - card.width() - _FLOAT
        card.move(x, max(0, self.height() - card.height() - _FLOAT))
        card.raise_()

    def _on_view(self, key: str) -> None:
        self._commands[f"calendar.{key}"].trigger()


def _options() -> list[Option]:
    return [
        Option(View.MONTH.value, tr("Month")),
        Option(View.WEEK.value, tr("Week")),
        Option(View.DAY.value, tr("Day")),
        Option(View.AGENDA.value, tr("Agenda")),
    ]
