"""The calendar's views in one card: only the one on screen has the days."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.services.calendar.occasions import Occasion, Ref
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.screens.calendar.agenda_view import AgendaView, agenda_keys
from kunjungan.ui.screens.calendar.board_pointer import PointerBoard
from kunjungan.ui.screens.calendar.hours_view import HoursView
from kunjungan.ui.screens.calendar.menu import ON_DAY, ON_ENTRY
from kunjungan.ui.screens.calendar.month_view import MonthView
from kunjungan.ui.screens.calendar.shown import Shown, range_of
from kunjungan.ui.screens.calendar.sieve import View
from kunjungan.ui.theme.roles import set_property
from kunjungan.ui.widgets.list_keys import ListKeys


class Views(QFrame):
    """Month, week, day or agenda; speaks for whichever is on screen.

    Signals:
        picked: Another day or entry is chosen.
        resized: The card has another size.
        menu_wanted: The menu was asked for; carries where on screen.
        opened, day_opened, day_wanted, asked, dragged, dropped: As those of a board.
    """

    picked = Signal()
    resized = Signal()
    menu_wanted = Signal(QPoint)
    opened = Signal(object)
    day_opened = Signal(object)
    day_wanted = Signal(object)
    asked = Signal(str)
    dragged = Signal(object)
    dropped = Signal(object)

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "card")
        today = context.office.today()
        empty = Shown(View.MONTH, today, *range_of(View.MONTH, today), today)
        self.month, self.hours = MonthView(empty, self), HoursView(empty, self)
        self.hours.clock = context.office.now
        self.agenda = AgendaView(self)
        self.boards: tuple[PointerBoard, ...] = (self.month, self.hours)
        self._create: QAction = context.commands["visit.schedule"]
        self._stack = QStackedWidget(self)
        for view in (self.month, self.hours, self.agenda):
            self._stack.addWidget(view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._stack)
        for board in self.boards:
            self._listen(board)
        self.agenda.picked.connect(self.picked)
        self.agenda.opened.connect(self.opened)
        ListKeys(self.agenda.view, agenda_keys(context.commands))
        self.agenda.set_menu((*ON_ENTRY, *ON_DAY), context.commands)

    def show_days(self, shown: Shown, ref: Ref | None) -> None:
        """Show a range in its view, with an entry chosen where it is there."""
        set_property(self, "frame", "bare" if shown.view is View.AGENDA else "card")
        if shown.view is View.AGENDA:
            self._stack.setCurrentWidget(self.agenda)
            self.agenda.show_days(shown, self._create)
            self.agenda.select_ref(ref)
        else:
            board = self.month if shown.view is View.MONTH else self.hours
            board.ref = ref
            self._stack.setCurrentWidget(board)
            board.show_days(shown)
        self.setFocusProxy(self.inner)

    @property
    def board(self) -> PointerBoard | None:
        """The month or the hours, whichever is on screen; None while the agenda is."""
        return next((one for one in self.boards if one is self._stack.currentWidget()), None)

    @property
    def inner(self) -> QWidget:
        """What takes the keyboard."""
        board = self.board
        return board if board is not None else self.agenda.view

    def current(self) -> Occasion | None:
        """Return the chosen entry."""
        board = self.board
        return board.current() if board is not None else self.agenda.current()

    def _listen(self, board: PointerBoard) -> None:
        board.picked.connect(self.picked)
        board.menu_wanted.connect(self.menu_wanted)
        board.opened.connect(self.opened)
        board.day_opened.connect(self.day_opened)
        board.day_wanted.connect(self.day_wanted)
        board.asked.connect(self.asked)
        board.dragged.connect(self.dragged)
        board.dropped.connect(self.dropped)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
