"""What the calendar warns of and what falls due after a visit: settings and quiet times."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from kunjungan.domain.quiet_times import QuietTime, quiet_times
from kunjungan.i18n import tr
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import hours_words, short_day
from kunjungan.ui.labels import screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.settings.list_page import ListPage
from kunjungan.ui.screens.settings.office_choices import OfficeChoices
from kunjungan.ui.screens.settings.quiet_dialog import ask_quiet_time, weekday_words
from kunjungan.ui.screens.settings.setting_row import settings_card, settings_page
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.chips import Chip, ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.fields import NumberField
from kunjungan.ui.widgets.layouts import column, framed, row
from kunjungan.ui.widgets.rows_model import Cell, Column

QUIET_ACTIONS = ("quiet.add",)
QUIET_MORE = ("quiet.edit", "quiet.remove")
_MINUTES = (0, 480)
_DAYS = (1, 365)
_TABLE_HEIGHT = 240


class CalendarPage(ListPage):
    """The minutes between two events, when things fall due, and the table of quiet times."""

    def __init__(self, context: ScreenContext, choices_of: OfficeChoices) -> None:
        table = DataTable(_columns(), key=lambda one: one.line)
        super().__init__(context, table, "setting")
        table.setMinimumHeight(_TABLE_HEIGHT)
        table.set_menu((*QUIET_MORE, None, *QUIET_ACTIONS), context.commands)
        quiet = Card(tr("Quiet times"))
        quiet.add(_told_of_quiet())
        quiet.add(table)
        page = settings_page(_between_card(choices_of), quiet, _due_card(choices_of))
        self.setLayout(column(page))
        self.reload()

    @override
    def answers(self) -> dict[str, Callable[[], None]]:
        found: dict[str, Callable[[], None]] = {"quiet.add": self.add}
        if self.table.current() is not None:
            found |= {"quiet.edit": self.edit, "quiet.remove": self.remove}
        return found

    @override
    def reload(self) -> None:
        rows = quiet_times(office_settings(self._office).quiet_times)
        self.table.show_empty(
            "calendar",
            tr("No quiet times"),
            tr("The calendar then warns of no prayer."),
            self._context.commands["quiet.add"],
        )
        self.show_lines(rows, tr("Warnings only; nothing is forbidden"))

    @Slot()
    def add(self) -> None:
        """Ask for a time that is better left free."""
        made = ask_quiet_time(None, self._added, self)
        if made is not None:
            self.table.select(made.line)
            self._context.toast(tr("Quiet time added"), undo=True)

    @override
    @Slot()
    def edit(self) -> None:
        one = self.table.current()
        made = ask_quiet_time(one, self._swapped(one), self) if one is not None else None
        if made is not None:
            self.table.select(made.line)
            self._context.toast(tr("Quiet time changed"), undo=True)

    def remove(self) -> None:
        """Warn of this time no longer."""
        if (one := self.table.current()) is not None:
            with refusals_shown(self):
                self._keep([each for each in self._lines() if each != one.line])
                self._context.toast(tr("Quiet time removed"), undo=True)

    def _added(self, made: QuietTime) -> None:
        self._keep([*self._lines(), made.line])

    def _swapped(self, old: QuietTime) -> Callable[[QuietTime], None]:
        def keep(made: QuietTime) -> None:
            self._keep([made.line if each == old.line else each for each in self._lines()])

        return keep

    def _lines(self) -> list[str]:
        """Return the lines as they would be written, whatever blanks they were typed with."""
        return [one.line for one in quiet_times(office_settings(self._office).quiet_times)]

    def _keep(self, lines: list[str]) -> None:
        now = office_settings(self._office)
        change_settings(self._office, replace(now, quiet_times=tuple(dict.fromkeys(lines))))


def _told_of_quiet() -> QWidget:
    """Return what the table is for and what it rests on."""
    told = tr("The calendar and the rundown warn of events in these hours; dates are for Ramadan.")
    words = set_role(QLabel(told), TextRole.SMALL)
    words.setWordWrap(True)
    head = row(words, Chip(ChipText(tr("Office practice"))))
    head.setStretch(0, 1)
    return framed(head)


def _between_card(row_of: OfficeChoices) -> Card:
    return settings_card(
        tr("Between two events"),
        row_of.row(
            "turnaround_minutes",
            tr("Turn-around of a room"),
            tr("Minutes between two seatings; a room or a session may have its own."),
            NumberField(*_MINUTES),
        ),
        row_of.row(
            "travel_minutes",
            tr("Travel between places"),
            tr("Minutes that people and vehicles need between two different places."),
            NumberField(*_MINUTES),
        ),
    )


def _due_card(row_of: OfficeChoices) -> Card:
    return settings_card(
        tr("Due after a letter, a visit, a gift"),
        row_of.row(
            "reply_days",
            tr("Answer to a letter"),
            tr("Days after a letter of request came in."),
            NumberField(*_DAYS),
        ),
        row_of.row(
            "report_days",
            tr("Report of a visit"),
            tr("Days after the visit."),
            NumberField(*_DAYS),
        ),
        row_of.row(
            "gift_report_days",
            tr("Report of a gift"),
            tr("Working days until a gift is to be reported to the integrity unit."),
            NumberField(*_DAYS),
        ),
        row_of.row(
            "contact_months",
            tr("Contacts of guests"),
            tr("Months after the last visit until their contacts may be removed."),
            NumberField(1, 240),
        ),
    )


def _columns() -> list[Column[QuietTime]]:
    return [
        Column(tr("Name"), lambda one: Cell(screen_side(one.name), bold=True)),
        Column(tr("Days"), lambda one: weekday_words(one.weekdays), 190),
        Column(tr("Hours"), lambda one: hours_words(one.starts_at, one.ends_at), 120),
        Column(tr("Dates"), _range, 190, hide_below=620),
    ]


def _range(one: QuietTime) -> Cell:
    if one.since is None and one.until is None:
        return Cell(tr("always"), quiet=True)
    first, last = (short_day(day, year=True) if day else "…" for day in (one.since, one.until))
    return Cell(f"{first} \N{EN DASH} {last}")
