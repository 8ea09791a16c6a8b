"""A field for a day, or for as much of it as is known."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
    QWidgetAction,
)
from typing_extensions import override

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr
from kunjungan.ui.dates import partial_words, read_day, typed_day
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.icons import icon
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import icon_button
from kunjungan.ui.widgets.labels import ElidedLabel

_WIDTH = 104


class DateField(QWidget):
    """A day typed in digits or words, or picked; with ``partial`` a month or year will do.

    Signals:
        changed: The text changed.
    """

    changed = Signal()

    def __init__(self, *, partial: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._partial = partial
        self.line = QLineEdit(self)
        self.line.setFixedWidth(_WIDTH)
        self.line.setPlaceholderText(tr("dd-mm-yyyy"))
        if partial:
            self.line.setToolTip(tr("dd-mm-yyyy, month or year"))
        self._words = set_role(_DayWords(parent=self), TextRole.SMALL)
        picker = icon_button("calendar", tr("Pick a day"), self._open_calendar, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(picker)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout.addWidget(self._words, 1)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._on_text)
        self.line.editingFinished.connect(self._tidy)

    def value(self) -> PartialDate | None:
        """Return the date, or None for an empty field.

        Raises:
            RuleBroken: the text is no date, or only a month where a day is needed.
        """
        text = self.line.text().strip()
        if not text:
            return None
        on = read_day(text)
        if on.full is None and not self._partial:
            raise RuleBroken(
                later("“{text}” is not a full date. Write it like 01-09-2022."), text=text
            )
        return on

    def set_value(self, value: PartialDate | None) -> None:
        """Show a date."""
        self.line.setText("" if value is None else typed_day(value))

    def day(self) -> date | None:
        """Return the full day, None where the field is empty or holds less; raises as ``value``."""
        on = self.value()
        return on.full if on else None

    def show_day(self, day: date | None) -> None:
        """Show a day, or none."""
        self.set_value(PartialDate.of(day) if day else None)

    @Slot()
    def _on_text(self) -> None:
        try:
            on = self.value()
            self._words.setText("" if on is None or on.full is None else partial_words(on))
        except RuleBroken:
            self._words.setText("")
        self.changed.emit()

    @Slot()
    def _tidy(self) -> None:
        try:
            self.set_value(self.value())
        except RuleBroken:
            return  # stays as typed; the form says what is wrong

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = _calendar(menu)
        try:
            on = self.value()
            if on is not None:
                calendar.setSelectedDate(QDate(on.first.year, on.first.month, on.first.day))
        except RuleBroken:
            calendar.showToday()
        calendar.clicked.connect(self._on_picked)
        calendar.clicked.connect(menu.close)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.popup(self.line.mapToGlobal(QPoint(0, self.line.height() + 2)))

    @Slot(QDate)
    def _on_picked(self, day: QDate) -> None:
        self.set_value(PartialDate(day.year(), day.month(), day.day()))


class _DayWords(ElidedLabel):
    """A day in words, or only its weekday where there is no room for more."""

    @override
    def cut(self) -> str:
        weekday, _, _ = self.text().partition(",")
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.width()
        return self.text() if fits else weekday


def _calendar(parent: QWidget) -> QCalendarWidget:
    """Return a month to pick from, Monday first, Sundays not in alarm red."""
    made = QCalendarWidget(parent)
    made.setLocale(QLocale())  # its own, or a new parent would set Sunday first again
    made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    made.setMinimumSize(QSize(270, 220))
    for name, drawing, tip in (
        ("qt_calendar_prevmonth", "chevron_left", tr("Previous month")),
        ("qt_calendar_nextmonth", "chevron_right", tr("Next month")),
    ):
        if arrow := made.findChild(QToolButton, name):
            arrow.setIcon(icon(drawing))
            arrow.setToolTip(tip)
            arrow.setAccessibleName(tip)
    plain = QTextCharFormat()
    plain.setForeground(made.palette().text())
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        made.setWeekdayTextFormat(day, plain)
    return made
