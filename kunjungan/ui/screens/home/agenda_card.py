"""What comes next in the calendar, day by day."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.date_words import clock
from kunjungan.i18n import tr
from kunjungan.ui.dates import long_day
from kunjungan.ui.labels import label, screen_side, tone
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.chips import Chip, ChipText
from kunjungan.ui.widgets.labels import ElidedLabel
from kunjungan.ui.widgets.layouts import CARD_PAD, column, emptied, row, scrolling

if TYPE_CHECKING:
    from kunjungan.services.calendar.occasions import Occasion

_TIME = 46


class AgendaCard(Card):
    """The next entries of the calendar under their days.

    Signals:
        wanted: An entry was opened; carries its occasion.
    """

    wanted = Signal(object)

    def __init__(self, open_calendar: Callable[[], object], parent: QWidget | None = None) -> None:
        aside = button(tr("Open calendar"), open_calendar, kind="link")
        super().__init__(tr("Coming up"), aside, parent)
        self._inside = QWidget(self)
        self._layout = QVBoxLayout(self._inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.fill(scrolling(self._inside, self))

    def show_entries(self, entries: Iterable["Occasion"], today: date) -> None:
        """Show entries, which come in the order of their time."""
        emptied(self._layout)
        for widget in self._lines(entries, today):
            self._layout.addWidget(widget)
        if not self._layout.count():
            quiet = set_role(QLabel(tr("Nothing planned in the weeks to come")), TextRole.SMALL)
            quiet.setContentsMargins(CARD_PAD, 10, CARD_PAD, 10)
            self._layout.addWidget(quiet)
        self._layout.addStretch(1)

    def _lines(self, entries: Iterable["Occasion"], today: date) -> Iterator[QWidget]:
        for day, own in groupby(entries, key=lambda one: max(one.on, today)):
            words = tr("Today · {day}", day=long_day(day)) if day == today else long_day(day)
            yield _day_line(words)
            for entry in own:
                made = EntryLine(entry, self._inside)
                made.wanted.connect(self.wanted)
                yield made


class EntryLine(QFrame):
    """An entry: its hour, what it is, and how it stands.

    Signals:
        wanted: The entry was clicked, or Enter was pressed on it; carries its occasion.
    """

    wanted = Signal(object)

    def __init__(self, entry: "Occasion", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        hour = set_role(QLabel(clock(entry.starts_at) if entry.starts_at else ""), TextRole.SMALL)
        hour.setFixedWidth(_TIME)
        title = ElidedLabel(screen_side(entry.title))
        title.setFont(font(TextRole.STRONG))
        about = ElidedLabel(entry.detail or entry.room or entry.place)
        set_role(about, TextRole.SMALL)
        about.setVisible(bool(about.text()))
        chip = _chip(entry)
        head = row(title, None, *([Chip(chip)] if chip else []), spacing=6)
        top = Qt.AlignmentFlag.AlignTop
        line = row(margins=(CARD_PAD, 7, CARD_PAD, 7))
        line.addWidget(hour, 0, top)
        line.addLayout(column(head, about, spacing=0), 1)
        self.setLayout(line)
        self.setAccessibleName(f"{hour.text()} {title.text()}, {about.text()}")

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.wanted.emit(self._entry)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.wanted.emit(self._entry)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(current_tokens().accent_text), 2))
            painter.drawRect(self.rect().adjusted(2, 2, -2, -2))


def _chip(entry: "Occasion") -> ChipText | None:
    if entry.clash:
        return ChipText(tr("Conflict"), Tone.WARN, "warning")
    if entry.tentative:
        return ChipText(tr("Tentative"), Tone.NEUTRAL)
    return ChipText(label(entry.stage), tone(entry.stage)) if entry.stage else None


def _day_line(words: str) -> QLabel:
    made = set_role(QLabel(words), TextRole.LABEL)
    made.setProperty("frame", "sunken")
    made.setContentsMargins(CARD_PAD, 6, CARD_PAD, 6)
    return made
