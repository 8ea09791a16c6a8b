"""The text of an agreement to write in: going about in it, and handing on what was typed."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kunjungan.services.clauses import ClauseLine, Column
from kunjungan.ui.screens.agreements.rows.clause_field import ClauseField
from kunjungan.ui.screens.agreements.rows.clause_list import ClauseList
from kunjungan.ui.screens.agreements.rows.clause_row import ClauseRow
from kunjungan.ui.screens.agreements.rows.clause_text import same_cut
from kunjungan.ui.screens.agreements.rows.row_cells import Sides, SideValues

PAUSE_MS = 300

Write = Callable[[UUID, Column, str, int], bool]


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a row is cut in two: the place in each stored text, None where it stays whole."""

    clause_id: UUID
    at_id: int | None = None
    at_en: int | None = None
    at_third: int | None = None


class ClauseRows(ClauseList):
    """Rows of text; what was typed is handed on at every pause and when its row is left.

    ``write`` takes the clause, the language, the words and the version they were typed over; it
    says whether they were kept.

    Signals:
        picked: The person came to another row; carries its line, or None where there is none.
        column_wanted: A language that is not in sight is to be seen; carries its column.
        typing: A text was typed in just now, and nothing of it is handed on yet.
        kept: What was typed has been handed on; carries its line and column.
        field_entered: The person came to write in a text; carries its line and column.
    """

    picked = Signal(object)
    column_wanted = Signal(str)
    typing = Signal()
    kept = Signal(object, str)
    field_entered = Signal(object, str)

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._write = write
        self._side: Column = "id"
        self._strip: QWidget | None = None
        self._refused: dict[ClauseField, str] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)

    @override
    def show_lines(self, lines: Sequence[ClauseLine], values: SideValues, *, is_open: bool) -> None:
        before, order = self._current, list(self._lines)
        writing = (field := self.field()) is not None and field.hasFocus()
        super().show_lines(lines, values, is_open=is_open)
        if before is not None and self._current is None:
            self._go_near(order, before, write=writing)

    def _go_near(self, order: Sequence[Hashable], gone: UUID, *, write: bool) -> None:
        """Go to the row that stood nearest to one that is gone, those before it first."""
        place = order.index(gone)
        near = [*reversed(order[:place]), *order[place + 1 :]]
        kept = next((key for key in near if key in self._lines), None)
        if isinstance(kept, UUID):
            self.go_to(kept, self._side, write=write)
        else:
            self.picked.emit(None)

    @override
    def show_sides(self, sides: Sides) -> None:
        self._side = self._side if self._side in sides else sides[0]
        super().show_sides(sides)

    def show_strip(self, strip: QWidget | None) -> None:
        """Have a strip under the English text one is in, until one goes to another row."""
        self._strip = strip
        if (row := self.row(self._current)) is not None:
            row.show_under(strip)

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

    def cut(self) -> Cut | None:
        """Return where the cursor parts a text into two rows, None where there is no such place.

        Between two sentences the other languages are parted at the same one.
        """
        row, field = self.row(self._current), self.field()
        if row is None or field is None or not field.hasFocus():
            return None
        place = field.cut_place()
        if place is None:
            return None
        places = {
            f"at_{side}": place
            if other is field
            else same_cut(field.source(), place, other.source())
            for side, other in row.fields.items()
        }
        return Cut(row.line.id, **places)

    def go_to(
        self,
        clause_id: UUID,
        side: Column | None = None,
        *,
        write: bool = True,
        at: int | None = None,
    ) -> None:
        """Bring a clause into sight and, with ``write``, the keyboard into its text.

        The cursor comes to a place ``at`` of the stored text, else to its end.
        """
        if clause_id not in self._lines:
            return
        if side is not None and side not in self._sides:
            self.column_wanted.emit(side)
        if side in self._sides:
            self._side = side
        self.bring(clause_id)
        self._pick(clause_id)
        field = self.field()
        if write and field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.bring(clause_id)
            if at is not None:
                field.go_to(at)

    def forget(self) -> None:
        """Leave this text for another one."""
        self._current = None
        self._known.clear()

    @Slot()
    def flush(self) -> bool:
        """Hand on what was typed and is not kept yet; False when some of it was refused."""
        self._pause.stop()
        for row in list(self._rows.values()):
            for side, text in row.unsaved().items():
                field = row.fields[side]
                if self._refused.get(field) == text:
                    continue
                if self._write(row.line.id, side, text, row.seen[side]):
                    self._refused.pop(field, None)
                    self._look_over(row)
                    self.kept.emit(row.line, side)
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
        row = self._made_row(key, self._step)
        row.entered.connect(lambda field: self._on_entered(row, field))
        row.typed.connect(self._on_typed)
        row.left.connect(self.flush)
        row.done.connect(self.setFocus)
        return row

    def _pick(self, clause_id: UUID) -> None:
        if clause_id == self._current:
            return
        if self._strip is not None:
            self.show_strip(None)
        self._current = clause_id
        for key, row in self._rows.items():
            row.set_current(current=key == clause_id)
        self.picked.emit(self.current())

    def _step(self, field: ClauseField, on: bool) -> bool:  # as Qt asks it
        """Go to the other language or the next row; False at either end of the text."""
        sides, here = self._sides, self._current
        if here is None or field.column not in sides:
            return False
        count = len(sides)
        place = self._places[here] * count + sides.index(field.column) + (1 if on else -1)
        if not 0 <= place < len(self._keys) * count:
            return False
        self.go_to(self._lines[self._keys[place // count]].id, sides[place % count])
        return True

    def _on_entered(self, row: ClauseRow, field: ClauseField) -> None:
        if row.line.id in self._lines:
            self._side = field.column
            self._pick(row.line.id)
            self.field_entered.emit(row.line, field.column)

    @Slot(object)
    def _on_typed(self, _field: ClauseField) -> None:
        self._pause.start()
        self.typing.emit()

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
            place = min(max(self._places[here] + by, 0), len(self._keys) - 1)
            self.go_to(self._lines[self._keys[place]].id, write=False)
        else:
            super().keyPressEvent(event)
