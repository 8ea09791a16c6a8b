"""The agenda: what comes, day by day, as a list."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.calendar.occasions import Occasion, Ref
from kunjungan.ui.dates import brief_day, hours_words, long_day
from kunjungan.ui.labels import label, screen_side, tone
from kunjungan.ui.screens.calendar.board_keys import LETTERS
from kunjungan.ui.screens.calendar.shown import Shown, in_order
from kunjungan.ui.screens.calendar.words import entry_kind, holiday_words
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.rows_model import Cell, Column, Group


class AgendaView(DataTable[Occasion]):
    """Entries under the days on which they begin; the keyboard goes from one to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = [
            Column[Occasion](tr("Hours"), _hours, 108),
            Column[Occasion](tr("What is on"), _what),
            Column[Occasion](tr("State"), _state, 132),
            Column[Occasion](tr("Room"), _room, 170, hide_below=640),
            Column[Occasion](tr("Leader"), lambda one: one.leader, 170, hide_below=820),
        ]
        super().__init__(columns, key=lambda one: one.ref, two_lines=True, parent=parent)
        self.view.setAccessibleName(tr("Agenda"))
        self.shown: Shown | None = None

    def show_days(self, shown: Shown, action: QAction) -> None:
        """Show what begins, or goes on, from a day on; ``action`` helps where there is nothing."""
        self.shown = shown
        self.show_empty(
            "calendar",
            tr("Nothing planned from this day on"),
            tr("Go to another day, or place a visit."),
            action,
        )
        self.show_rows(in_order_of_days(shown), self._day_line)

    def select_ref(self, ref: Ref | None) -> None:
        """Make an entry current, where it is in the list."""
        if ref is not None:
            self.select(ref)

    @override
    def _items(self) -> list[Occasion | Group]:
        """Return the entries by day, and a bare heading for a day that has nothing but a name."""
        days: defaultdict[date, list[Occasion]] = defaultdict(list)
        for one in self._rows:
            days[self._listed(one)].append(one)
        named = self.shown.marks if self.shown is not None else {}
        ordered = sorted({*days, *named})
        return [line for day in ordered for line in (self._heading(day), *days.get(day, ()))]

    def _listed(self, one: Occasion) -> date:
        return max(one.on, self.shown.since) if self.shown is not None else one.on

    def _day_line(self, one: Occasion) -> Group:
        return self._heading(self._listed(one))

    def _heading(self, day: date) -> Group:
        shown = self.shown
        holiday = holiday_words(shown.marks.get(day)) if shown is not None else ""
        today = tr("today") if shown is not None and day == shown.today else ""
        return Group(long_day(day), " · ".join(filter(None, (today, holiday))))


def agenda_keys(commands: Mapping[str, QAction]) -> dict[Qt.Key, QAction]:
    """Return the single keys of the agenda: they are those of the other views."""
    return {key: commands[name] for key, name in LETTERS.items()}


def in_order_of_days(shown: Shown) -> list[Occasion]:
    """Return the entries by the day on which they are listed, whole days first."""
    return sorted(in_order(shown.occasions), key=lambda one: max(one.on, shown.since))


def _hours(one: Occasion) -> Cell:
    words = hours_words(one.starts_at, one.ends_at)
    last = tr("until {day}", day=brief_day(one.last)) if one.last > one.on else ""
    return Cell(words, last, bold=True) if words else Cell(tr("All day"), last, quiet=True)


def _what(one: Occasion) -> Cell:
    guests = tr("{count} guests", count=one.guests) if one.guests else ""
    detail = " · ".join(filter(None, (one.detail or entry_kind(one), guests)))
    return Cell(screen_side(one.title), detail, bold=True)


def _state(one: Occasion) -> Cell:
    if one.clash:
        return Cell("", chip=ChipText(tr("Clash"), Tone.WARN, "warning"))
    if one.stage is not None:
        return Cell("", chip=ChipText(label(one.stage), tone(one.stage)))
    words = tr("tentative") if one.tentative else label(one.kind)
    return Cell("", chip=ChipText(words[:1].upper() + words[1:]))


def _room(one: Occasion) -> Cell:
    return Cell(one.room or one.place, one.place if one.room else "")
