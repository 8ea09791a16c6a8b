"""The holidays by year: edited by hand, or taken in from the yearly list."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from kunjungan.i18n import later, tr
from kunjungan.services.calendar.holidays import (
    HolidayLine,
    holiday_years,
    import_holidays,
    list_holidays,
    remove_holiday,
)
from kunjungan.services.calendar.marks import missing_years
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import long_day
from kunjungan.ui.labels import label
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.settings.holiday_dialog import ask_holiday, ask_new_holiday
from kunjungan.ui.screens.settings.list_page import ListPage
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.fields import ChoiceField
from kunjungan.ui.widgets.layouts import column, row
from kunjungan.ui.widgets.rows_model import Cell, Column

HOLIDAY_ACTIONS = ("holiday.add", "holiday.import")
HOLIDAY_MORE = ("holiday.edit", "holiday.remove")
_YEAR_WIDTH = 110


class HolidaysPage(ListPage):
    """One year at a time; a year that is not filled in yet says so."""

    def __init__(self, context: ScreenContext) -> None:
        table = DataTable(_columns(), key=lambda line: line.id)
        super().__init__(context, table, "holiday")
        self.year = ChoiceField()
        self.year.setAccessibleName(tr("Year"))
        self.year.setFixedWidth(_YEAR_WIDTH)
        self.missing = Notice(Tone.WARN, "", self)
        self._asked = context.office.today().year
        head = row(self.year, self.missing, None)
        head.setStretch(1, 1)
        body = column(head, table, spacing=10)
        body.setStretch(1, 1)
        self.setLayout(body)
        table.set_menu(("holiday.edit", "holiday.add", None, "holiday.remove"), context.commands)
        self.year.changed.connect(self._show)
        self.show_year(self._asked)

    def show_year(self, year: int) -> None:
        """Show the days of a year, also of one that has none yet."""
        self._asked = year
        self.reload()
        self.year.set_value(year)

    @override
    def answers(self) -> dict[str, Callable[[], None]]:
        found: dict[str, Callable[[], None]] = {
            "holiday.add": self.add,
            "holiday.import": self.import_list,
        }
        if self.table.current() is not None:
            found |= {"holiday.edit": self.edit, "holiday.remove": self.remove}
        return found

    @override
    def reload(self) -> None:
        years = {*holiday_years(self._office), self._asked}
        self.year.show_choices([(year, str(year)) for year in sorted(years, reverse=True)])
        self._show()

    @Slot()
    def add(self) -> None:
        """Ask for a holiday or an observance of the year that is shown."""
        made = ask_new_holiday(self._office, date(self.year.value(), 1, 1), self)
        if made is not None:
            self.show_year(made[1].year)
            self.table.select(made[0])
            self._context.toast(tr("Holiday added"), undo=True)

    @override
    @Slot()
    def edit(self) -> None:
        line = self.table.current()
        with refusals_shown(self):
            if line is not None and ask_holiday(self._office, line.id, self):
                self._context.toast(tr("Holiday changed"), undo=True)

    def remove(self) -> None:
        """Remove the day; the office then works on it."""
        line = self.table.current()
        if line is not None:
            with refusals_shown(self):
                remove_holiday(self._office, line.id)
                self._context.toast(tr("{name} removed", name=line.name_id), undo=True)

    def import_list(self) -> None:
        """Ask for the yearly list and take it in."""
        kinds = tr("Lists of holidays ({kinds})", kinds="*.csv *.xlsx *.ods *.xls *.txt")
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Import holidays"), "", kinds)
        if not chosen:
            return
        with refusals_shown(self):
            done = import_holidays(self._office, Path(chosen))
            self.show_year(done.years[-1])
            told = tr(
                "{years}: new {added}, corrected {corrected}, removed {removed}, as before {same}.",
                years=", ".join(map(str, done.years)),
                added=done.added,
                corrected=done.corrected,
                removed=done.removed,
                same=done.same,
            )
            self._context.toast(told, undo=bool(done.added or done.corrected or done.removed))

    @Slot()
    def _show(self) -> None:
        year = self.year.value()
        lines = list_holidays(self._office, year)
        gone = bool(missing_years(self._office, [year]))
        self.missing.setVisible(gone)
        words = later("The holidays of {year} are not filled in yet. Import the yearly list.")
        self.missing.show_text(tr(words, year=year))
        self.table.show_empty(
            "calendar", tr("No days yet"), tr("Import the yearly list, or add a day."),
            self._context.commands["holiday.import"],
        )  # fmt: skip
        self.show_lines(lines, tr("Shown: {count}", count=len(lines)))


def _columns() -> list[Column[HolidayLine]]:
    return [
        Column(tr("Date"), lambda line: long_day(line.on), 230, sort=lambda line: line.on),
        Column(tr("Indonesian"), lambda line: line.name_id, sort=lambda line: line.name_id),
        Column(tr("English"), _english, sort=lambda line: line.name_en, hide_below=760),
        Column(tr("Kind"), _kind, 150, sort=lambda line: line.kind),
    ]


def _english(line: HolidayLine) -> Cell:
    return Cell(line.name_en, quiet=True)


def _kind(line: HolidayLine) -> Cell:
    return Cell(label(line.kind), quiet=True)
