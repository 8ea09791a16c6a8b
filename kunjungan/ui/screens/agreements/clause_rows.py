"""The text of an agreement to write in, its languages side by side."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kunjungan.services.clauses import ClauseLine, Column
from kunjungan.services.preflight import Finding
from kunjungan.ui.screens.agreements.clause_columns import words_in
from kunjungan.ui.screens.agreements.clause_field import ClauseField
from kunjungan.ui.screens.agreements.clause_look import LINE
from kunjungan.ui.screens.agreements.clause_row import ClauseRow
from kunjungan.ui.screens.agreements.row_cells import (
    BOTH,
    NUMBER_WIDTH,
    PAD,
    STATE_WIDTH,
    TOP,
    Sides,
    SideValues,
)
from kunjungan.ui.screens.agreements.row_state import state_of
from kunjungan.ui.screens.agreements.row_view import RowView
from kunjungan.ui.screens.agreements.third import Third

PAUSE_MS = 300
SMALLEST, LARGEST = 11, 26
_NO_VALUES: SideValues = MappingProxyType({"id": MappingProxyType({}), "en": MappingProxyType({})})

Write = Callable[[UUID, Column, str, int], bool]


class ClauseRows(RowView[ClauseRow]):
    """Rows of text; what was typed is handed on at every pause and when its row is left.

    ``write`` takes the clause, the language, the words and the version they were typed over; it
    says whether they were kept.

    Signals:
        picked: The person came to another row; carries its line, or None where there is none.
        column_wanted: A language that is not in sight is to be seen; carries its column.
        reviewed: A translation still holds; carries the clause and the column.
    """

    picked = Signal(object)
    column_wanted = Signal(str)
    reviewed = Signal(object, str)

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._write = write
        self._lines: dict[Hashable, ClauseLine] = {}
        self._values: SideValues = _NO_VALUES
        self._findings: Mapping[UUID, Sequence[Finding]] = {}
        self._third: Third | None = None
        self._open = False
        self._sides: Sides = BOTH
        self._pixels = 13
        self._current: UUID | None = None
        self._side: Column = "id"
        self._refused: dict[ClauseField, str] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)

    def show_lines(self, lines: Sequence[ClauseLine], values: SideValues, *, is_open: bool) -> None:
        """Show the text; who is writing stays at the same letter, the page at the same place."""
        self._lines = {line.id: line for line in lines}
        self._values, self._open = values, is_open
        before = self._current
        if self._current not in self._lines:
            self._current = None
        for key, row in self._rows.items():
            if key in self._lines:
                self._fill(row)
        self._show_keys([line.id for line in lines], stay_at=self._current)
        if self._current != before:
            self.picked.emit(None)

    def show_third(self, third: Third | None) -> None:
        """Have a third language in every row, or two languages only."""
        code = third.code if third else ""
        if code != (self._third.code if self._third else ""):
            for key in list(self._rows):
                self._drop(key)
        self._third = third

    def show_findings(self, findings: Mapping[UUID, Sequence[Finding]]) -> None:
        """Say at each row's end what was found in it."""
        self._findings = findings
        for key, row in self._rows.items():
            if key in self._lines:
                self._show_state(row)

    def show_sides(self, sides: Sides) -> None:
        """Show these languages beside each other."""
        self._sides = sides
        self._side = self._side if self._side in sides else sides[0]
        for row in self._rows.values():
            row.show_sides(sides)
        self._remeasure(stay_at=self._current)

    def set_zoom(self, pixels: int) -> None:
        """Show the letters so high, from 11 to 26 pixels."""
        self._pixels = min(max(pixels, SMALLEST), LARGEST)
        for row in self._rows.values():
            self._fill(row)
        self._remeasure(stay_at=self._current)

    @property
    def zoom(self) -> int:
        """How high the letters are, in pixels."""
        return self._pixels

    @property
    def side(self) -> Column:
        """The language the person is in."""
        return self._side

    def current(self) -> ClauseLine | None:
        """Return the clause the person is in, if any."""
        return self._lines.get(self._current) if self._current else None

    def field(self) -> ClauseField | None:
        """Return the text the person is in, if there is one."""
        row = self.row(self._current)
        return row.fields[self._side] if row else None

    def go_to(self, clause_id: UUID, side: Column | None = None, *, write: bool = True) -> None:
        """Bring a clause into sight and, with ``write``, the keyboard into its text."""
        if clause_id not in self._lines:
            return
        if side is not None and side not in self._sides:
            self.column_wanted.emit(side)
        if side in self._sides:
            self._side = side
        self.bring(clause_id)
        self._pick(clause_id)
        row = self.row(clause_id)
        if write and row is not None:
            row.fields[self._side].setFocus(Qt.FocusReason.OtherFocusReason)
            self.bring(clause_id)

    def forget(self) -> None:
        """Leave this text for another one."""
        self._current = None
        self._known.clear()

    @Slot()
    def flush(self) -> bool:
        """Hand on what was typed and is not kept yet; False when some of it was refused."""
        self._pause.stop()
        for row in list(self._rows.values()):
            for side, field in row.fields.items():
                text = field.source()
                if not field.unsaved or self._refused.get(field) == text:
                    continue
                if self._write(row.line.id, side, text, row.seen[side]):
                    self._refused.pop(field, None)
                else:
                    self._refused[field] = text
        return not self._refused

    def retry(self) -> bool:
        """Hand on once more what was refused."""
        self._refused.clear()
        return self.flush()

    def give_up(self) -> None:
        """Let go of what was refused and show what is stored."""
        self._refused.clear()
        self._pause.stop()
        for key in list(self._rows):
            self._drop(key)
        self.arrange()

    @override
    def _build_row(self, key: Hashable) -> ClauseRow:
        row = ClauseRow(self._lines[key], self._third, self._step, self.viewport())
        row.show_sides(self._sides)
        row.entered.connect(self._on_entered)
        row.typed.connect(self._pause.start)
        row.left.connect(self.flush)
        row.resized.connect(self._late.start)
        row.done.connect(self.setFocus)
        row.reviewed.connect(lambda side: self.reviewed.emit(row.line, side))
        row.set_current(current=key == self._current)
        self._fill(row)
        return row

    @override
    def _guess_height(self, key: Hashable) -> int:
        room = (self.viewport().width() - NUMBER_WIDTH - STATE_WIDTH) / len(self._sides)
        letters = max((room - 2 * PAD) / (self._pixels * 0.52), 8)
        line = self._lines[key]
        lines = int(max(len(words_in(line, side)) for side in self._sides) / letters) + 1
        return lines * round(self._pixels * LINE) + 2 * TOP + 1

    def _fill(self, row: ClauseRow) -> None:
        line = self._lines[row.line.id]
        row.third = self._third
        row.show_line(line, self._values, pixels=self._pixels, is_open=self._open)
        self._show_state(row)

    def _show_state(self, row: ClauseRow) -> None:
        found = self._findings.get(row.line.id, ())
        row.show_state(state_of(row.line, self._third, found))

    def _pick(self, clause_id: UUID) -> None:
        if clause_id == self._current:
            return
        self._current = clause_id
        for key, row in self._rows.items():
            row.set_current(current=key == clause_id)
        self.picked.emit(self.current())

    def _step(self, field: ClauseField, on: bool) -> bool:  # as Qt asks it
        """Go to the other language or the next row; False at either end of the text."""
        places = [(key, side) for key in self._keys for side in self._sides]
        here = places.index((self._current, field.column)) + (1 if on else -1)
        if not 0 <= here < len(places):
            return False
        key, side = places[here]
        self.go_to(self._lines[key].id, side)
        return True

    @Slot(object)
    def _on_entered(self, field: ClauseField) -> None:
        for key, row in self._rows.items():
            if field in row.fields.values() and key in self._lines:
                self._side = field.column
                self._pick(self._lines[key].id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go over the rows; Enter or F2 begins to write in one, Esc in a text comes back here."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        here = self._current or next(iter(self._lines), None)
        if here is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.go_to(self._lines[here].id)
        elif by := steps.get(Qt.Key(event.key())):
            place = min(max(self._keys.index(here) + by, 0), len(self._keys) - 1)
            self.go_to(self._lines[self._keys[place]].id, write=False)
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._pixels + (1 if event.angleDelta().y() > 0 else -1))
            event.accept()
        else:
            super().wheelEvent(event)
