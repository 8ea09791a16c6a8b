"""The form of a time of the day that is better left free."""

from collections.abc import Callable, Collection
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import weekday
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.quiet_times import EVERY_DAY, QuietTime, check_quiet_time
from kunjungan.i18n import later, tr
from kunjungan.ui.labels import screen_side
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import CheckField, LineField, TimeField
from kunjungan.ui.widgets.form_dialog import FormDialog

_SHORT = 3
_A_SUNDAY = date(2022, 8, 28)


def ask_quiet_time(
    start: QuietTime | None, keep: Callable[[QuietTime], None], parent: QWidget
) -> QuietTime | None:
    """Ask for a quiet time and hand it to ``keep``; return it, or None for a change of mind."""
    dialog = QuietDialog(start, parent)
    made: list[QuietTime] = []

    def save() -> None:
        made.append(dialog.values())
        keep(made[-1])

    return made[-1] if dialog.run(save) else None


def weekday_words(days: Collection[int]) -> str:
    """Return weekdays in short: "every day", "all but Friday", "Mon, Tue"."""
    left = EVERY_DAY - set(days)
    if not left:
        return tr("every day")
    if len(left) == 1:
        return tr("all but {day}", day=_day_word(*left))
    return ", ".join(_day_word(day)[:_SHORT] for day in sorted(days))


class WeekdaysField(QWidget):
    """Some days of the week, each with its box; 1 is Monday.

    Signals:
        changed: A day was ticked or unticked.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.boxes = {day: CheckField(_day_word(day)[:_SHORT], self) for day in range(1, 8)}
        for day, box in self.boxes.items():
            box.setAccessibleName(_day_word(day))
            box.changed.connect(self.changed)
            layout.addWidget(box)
        layout.addStretch(1)
        self.setFocusProxy(self.boxes[1])

    def value(self) -> frozenset[int]:
        """Return the days that are ticked."""
        return frozenset(day for day, box in self.boxes.items() if box.value())

    def set_value(self, days: Collection[int]) -> None:
        """Tick some days and no others."""
        for day, box in self.boxes.items():
            box.set_value(day in days)


class QuietDialog(FormDialog):
    """Name in both languages, weekdays, hours, and the first and last day if it has any."""

    def __init__(self, start: QuietTime | None, parent: QWidget) -> None:
        super().__init__(
            tr("Edit quiet time") if start else tr("New quiet time"),
            tr("Save quiet time") if start else tr("Add quiet time"),
            parent,
        )
        self.name_id, self.name_en, self.days = LineField(), LineField(), WeekdaysField()
        self.starts, self.ends = TimeField(), TimeField()
        self.since, self.until = DateField(), DateField()
        self.add_pair((tr("Indonesian"), self.name_id), (tr("English"), self.name_en))
        self.add(tr("Days"), self.days)
        self.add_pair((tr("Starts"), self.starts), (tr("Ends"), self.ends))
        self.add_pair((tr("First day"), self.since), (tr("Last day"), self.until))
        self.days.set_value(start.weekdays if start else EVERY_DAY)
        if start is not None:
            self._show_start(start)

    def values(self) -> QuietTime:
        """Return the quiet time as filled in; RuleBroken says what it lacks."""
        starts, ends = self.starts.value(), self.ends.value()
        if starts is None or ends is None:
            raise RuleBroken(later("Say from when to when."))
        name = self.name_id.value()
        made = QuietTime(
            self.days.value(),
            starts,
            ends,
            self.since.day(),
            self.until.day(),
            Bilingual(name, self.name_en.value() or name),
        )
        check_quiet_time(made)
        return made

    def _show_start(self, start: QuietTime) -> None:
        self.name_id.set_value(start.name.id)
        self.name_en.set_value(start.name.en)
        self.starts.set_value(start.starts_at)
        self.ends.set_value(start.ends_at)
        self.since.show_day(start.since)
        self.until.show_day(start.until)


def _day_word(day: int) -> str:
    return screen_side(weekday(_A_SUNDAY + timedelta(days=day)))
