"""The card of what needs attention, walked by keyboard."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.attention import Attention, AttentionArea
from kunjungan.i18n import tr
from kunjungan.ui.labels import label
from kunjungan.ui.screens.home.attention_row import HEIGHT, AttentionRow
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.empty_state import EmptyState
from kunjungan.ui.widgets.layouts import emptied, scrolling
from kunjungan.ui.widgets.segmented import Option, Segmented

_ALL = "all"
_HEAD = 48
_LEAST, _MOST = 3, 5
"""How many lines are shown without scrolling the card itself."""
_STEPS: Mapping[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}


class AttentionList(Card):
    """Lines by rank; arrows walk, Enter mends, S puts off until tomorrow, 1 to 4 filter.

    Signals:
        wanted: A line is to be mended; carries it.
        put_off: A line is to be put off; carries it.
    """

    wanted = Signal(object)
    put_off = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        self.filter = Segmented(_options(()), height=26)
        super().__init__(tr("Needs attention"), self.filter, parent)
        self._today = today
        self._lines: tuple[Attention, ...] = ()
        self.rows: list[AttentionRow] = []
        self._at = 0
        self._inside = QWidget(self)
        self._layout = QVBoxLayout(self._inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._scroll: QScrollArea = scrolling(self._inside, self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fill(self._scroll)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.filter.chosen.connect(self._on_filter)

    @property
    def current(self) -> Attention | None:
        """The line that the keyboard is on."""
        return self.rows[self._at].line if self.rows else None

    def show_lines(self, lines: Sequence[Attention], today: date) -> None:
        """Show what needs attention, the keyboard staying on its line where that still is."""
        kept = self.current.what if self.current else ""
        self._lines, self._today = tuple(lines), today
        self.filter.show_options(_options(lines))
        self._refill(kept)

    def _refill(self, kept: str = "") -> None:
        emptied(self._layout)
        area = self.filter.value()
        shown = [line for line in self._lines if area in {_ALL, line.area.value}]
        self.rows = [self._row(line) for line in shown]
        if not shown:
            calm = tr("Nothing needs attention")
            self._layout.addWidget(EmptyState("checkmark_circle", calm))
        self._layout.addStretch(1)
        places = [place for place, line in enumerate(shown) if line.what == kept]
        self.setMinimumHeight(_HEAD + HEIGHT * min(max(len(shown), _LEAST), _MOST))
        self._at = places[0] if places else min(self._at, max(len(shown) - 1, 0))
        self._mark()

    def _row(self, line: Attention) -> AttentionRow:
        made = AttentionRow(line, self._today, self._inside)
        made.pressed.connect(self.wanted)
        made.picked.connect(self._on_picked)
        self._layout.addWidget(made)
        return made

    def _mark(self) -> None:
        for place, shown in enumerate(self.rows):
            shown.mark(marked=place == self._at)
        if self.rows:
            self._scroll.ensureWidgetVisible(self.rows[self._at], 0, 0)
            self.setAccessibleDescription(self.rows[self._at].words)

    @Slot(str)
    def _on_filter(self, _key: str) -> None:
        self._at = 0
        self._refill()

    @Slot(object)
    def _on_picked(self, line: Attention) -> None:
        self.setFocus()
        self._at = next(place for place, shown in enumerate(self.rows) if shown.line is line)
        self._mark()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, line = event.key(), self.current
        if key in _STEPS and self.rows:
            self._at = min(max(self._at + _STEPS[key], 0), len(self.rows) - 1)
            self._mark()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and line:
            self.wanted.emit(line)
        elif key == Qt.Key.Key_S and line:
            self.put_off.emit(line)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_4:
            self.filter.set_value(
                [_ALL, *(area.value for area in AttentionArea)][key - Qt.Key.Key_1]
            )
            self._on_filter("")
        else:
            super().keyPressEvent(event)


def _options(lines: Sequence[Attention]) -> list[Option]:
    counts = {area: sum(line.area is area for line in lines) for area in AttentionArea}
    return [
        Option(_ALL, tr("All"), len(lines)),
        *(Option(area.value, label(area), count) for area, count in counts.items()),
    ]
