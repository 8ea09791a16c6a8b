"""What is due with agreements, and what can be done about it at once."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kunjungan.domain.days import PartialDate
from kunjungan.domain.registry import Due
from kunjungan.i18n import tr
from kunjungan.services.registry.reminders import ReminderLine, put_off, settle
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import brief_day
from kunjungan.ui.labels import screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.agreements.registry.words import left_words, names
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.layouts import WidgetRow
from kunjungan.ui.widgets.rows_model import Align, Cell, Column

_WEEK = 7


class ReminderList(QWidget):
    """Reminders with the buttons that settle them; ``buttons`` stand wherever there is room.

    Signals:
        opened: An agreement was asked for; carries its id.
        renewal_wanted: An agreement shall be extended; carries its id.
    """

    opened = Signal(object)
    renewal_wanted = Signal(object)

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.table = DataTable(_columns(), key=lambda line: (line.agreement_id, line.what),
                               parent=self)  # fmt: skip
        self.table.setProperty("frame", "")
        self.table.show_empty("checkmark_circle", tr("Nothing is due"))
        self.renew = button(tr("Extend"), self._renew, parent=self)
        self.done = button(tr("Dealt with"), self._settle, parent=self)
        self.later = button(tr("Put off…"), self._put_off, parent=self)
        self.buttons = WidgetRow(parent=parent)
        self.buttons.refill([self.renew, self.done, self.later])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.table.opened.connect(lambda line: self.opened.emit(line.agreement_id))
        self.table.picked.connect(self._on_picked)
        self.setFocusProxy(self.table)

    def show_lines(self, lines: Sequence[ReminderLine]) -> None:
        """Show what is due now."""
        self.table.show_rows(lines)
        if lines and self.table.current() is None:
            self.table.select((lines[0].agreement_id, lines[0].what))
        self._on_picked(self.table.current())

    def put_off_until(self, line: ReminderLine, until: date) -> None:
        """Keep a reminder quiet until a day."""
        put_off(self._context.office, line.agreement_id, line.what, until)
        self._context.toast(tr("Put off until {day}", day=brief_day(until, year=True)), undo=True)

    def _on_picked(self, line: ReminderLine | None) -> None:
        self.done.setEnabled(line is not None)
        self.later.setEnabled(line is not None)
        self.renew.setEnabled(line is not None and line.kind is Due.ENDING)

    def _renew(self) -> None:
        if (line := self.table.current()) is not None:
            self.renewal_wanted.emit(line.agreement_id)

    def _settle(self) -> None:
        if (line := self.table.current()) is not None:
            with refusals_shown(self):
                settle(self._context.office, line.agreement_id, line.what)
                self._context.toast(tr("Reminder settled"), undo=True)

    def _put_off(self) -> None:
        line = self.table.current()
        if line is None:
            return
        dialog = FormDialog(tr("Put off the reminder"), tr("Put off"), self.window())
        until = DateField()
        today = self._context.office.today()
        until.set_value(PartialDate.of(date.fromordinal(today.toordinal() + _WEEK)))
        dialog.add(tr("Quiet until"), until, needed=True)
        dialog.run(partial(self._save, line, until))
        dialog.deleteLater()

    def _save(self, line: ReminderLine, field: DateField) -> None:
        chosen = field.value()
        if chosen is not None and chosen.full is not None:
            self.put_off_until(line, chosen.full)


def _columns() -> list[Column[ReminderLine]]:
    return [
        Column(tr("Due since"), _due, 110),
        Column(tr("Matter"), lambda line: Cell(what_words(line), bold=True), key="what"),
        Column(tr("Partner"), lambda line: Cell(names(line.partners)), key="partner"),
        Column(tr("Subject"), lambda line: Cell(screen_side(line.subject)), hide_below=760),
        Column(tr("Time left"), _left, 96, Align.RIGHT),
    ]


def what_words(line: ReminderLine) -> str:
    """Return what a reminder is about in a few words."""
    if line.kind is Due.TASK:
        return line.title
    if line.kind is Due.ORIGINAL:
        no = line.what.partition(":")[2]
        return tr("Original {number} is not back from {who}", number=no, who=line.title)
    if line.ends_on is None:
        return ""
    day = brief_day(line.ends_on, year=True)
    over = line.days_left is not None and line.days_left < 0
    return tr("ended on {day}", day=day) if over else tr("ends on {day}", day=day)


def _due(line: ReminderLine) -> Cell:
    tip = (
        tr("put off before, until {day}", day=brief_day(line.put_off, year=True))
        if line.put_off
        else ""
    )
    return Cell(brief_day(line.due_on, year=True), tone=Tone.WARN, tip=tip)


def _left(line: ReminderLine) -> Cell:
    if line.days_left is None or line.ends_on is None:
        return Cell("—", quiet=True)
    return Cell(left_words(line.days_left, line.ends_on))
