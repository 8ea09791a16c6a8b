"""Under the register: what ends when, or what is due, one of them at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.registry.reminders import ReminderLine
from kunjungan.services.registry.row import RegisterRow
from kunjungan.services.registry.timeline import SPANS, timeline
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.screens.agreements.registry.reminder_list import ReminderList
from kunjungan.ui.screens.agreements.registry.timeline_view import TimelineView
from kunjungan.ui.widgets.empty_state import EmptyState
from kunjungan.ui.widgets.layouts import CARD_PAD, row
from kunjungan.ui.widgets.segmented import Option, Segmented

TIMELINE, REMINDERS = "timeline", "reminders"
_USUAL = 12
_LOWEST = 124


class BottomCard(QFrame):
    """The line of time and the reminders.

    Signals:
        opened: An agreement was asked for; carries its id.
    """

    opened = Signal(object)

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("frame", "card")
        self._context = context
        self._rows: Sequence[RegisterRow] = ()
        self._due = 0
        self.choice = Segmented(self._options(), self, height=26)
        self.span = Segmented(_spans(), self, height=26)
        self.span.set_value(str(_USUAL))
        self.line = TimelineView(self)
        self.reminders = ReminderList(context, self)
        self._empty = EmptyState("calendar", "", parent=self)
        self._stack = QStackedWidget(self)
        self._build()
        self.choice.chosen.connect(self._show)
        self.span.chosen.connect(self._show)
        self.line.opened.connect(self.opened)
        self.reminders.opened.connect(self.opened)

    def show_rows(self, rows: Sequence[RegisterRow], due: Sequence[ReminderLine]) -> None:
        """Show the ends of these agreements, and what is due."""
        self._rows = rows
        self._due = len(due)
        self.choice.show_options(self._options())
        self.reminders.show_lines(due)
        self._show()

    def turn_to(self, what: str) -> None:
        """Show the line of time or the reminders, and give them the keyboard."""
        self.choice.set_value(what)
        self._show()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Let the keyboard work in what is shown."""
        (self.reminders if self.choice.value() == REMINDERS else self.line).setFocus()

    def _options(self) -> list[Option]:
        return [
            Option(TIMELINE, tr("Expiry timeline")),
            Option(REMINDERS, tr("Reminders"), self._due),
        ]

    def _build(self) -> None:
        for widget in (self.line, self.reminders, self._empty):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        head = row(self.choice, None, self.span, self.reminders.buttons)
        head.setContentsMargins(CARD_PAD, 8, CARD_PAD, 4)
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(_LOWEST)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    @Slot()
    def _show(self) -> None:
        reminders = self.choice.value() == REMINDERS
        self.span.setVisible(not reminders)
        self.reminders.buttons.setVisible(reminders)
        if reminders:
            self._stack.setCurrentWidget(self.reminders)
            return
        months = int(self.span.value() or _USUAL)
        line = timeline(self._rows, self._context.office.today(), months)
        self.line.show_line(line)
        if line.endings:
            self._stack.setCurrentWidget(self.line)
            return
        words = tr("Nothing ends before {day}", day=f"{line.until:%d-%m-%Y}")
        self._empty.show_words("calendar", words)
        self._stack.setCurrentWidget(self._empty)


def _spans() -> list[Option]:
    words = {6: tr("6 months"), 12: tr("12 months"), 36: tr("3 years")}
    return [Option(str(months), words[months]) for months in SPANS]
