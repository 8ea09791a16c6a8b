"""A clause as a row: its number, its text in each language, and how they agree."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kunjungan.services.clauses import ClauseLine, Column
from kunjungan.ui.screens.agreements.rows.clause_columns import (
    column_name,
    lacks,
    look_of,
    to_review,
    words_in,
)
from kunjungan.ui.screens.agreements.rows.clause_field import ClauseField
from kunjungan.ui.screens.agreements.rows.clause_hints import (
    FindTerms,
    Spellers,
    spelling_hints,
    term_hints,
)
from kunjungan.ui.screens.agreements.rows.review_strip import STRIP, ReviewStrip
from kunjungan.ui.screens.agreements.rows.row_cells import (
    BOTH,
    GAP,
    PAD,
    TOP,
    Sides,
    SideValues,
    cells_of,
)
from kunjungan.ui.screens.agreements.rows.row_paint import PaintedRow
from kunjungan.ui.screens.agreements.rows.third import Third


class ClauseRow(PaintedRow):
    """One clause; its texts share the height of the tallest one.

    Signals:
        entered: The person came to write in one of its texts; carries the field.
        typed: A text changed; carries the field.
        left: A text was left; carries the field.
        done: The person is done writing in a text.
        resized: The row needs another height.
        reviewed: A translation still holds; carries its column.
        pasted: Several paragraphs were pasted into a text; carries the field and the Clipping.
        join_wanted: The row joins the one before (True), or the next one it; carries the field.
        source_wanted: Where a field's words are entered is to be shown; carries its FieldSource.
    """

    entered = Signal(object)
    typed = Signal(object)
    left = Signal(object)
    done = Signal()
    resized = Signal()
    reviewed = Signal(str)
    pasted = Signal(object, object)
    join_wanted = Signal(object, bool)
    source_wanted = Signal(object)

    def __init__(
        self,
        line: ClauseLine,
        third: Third | None,
        step: Callable[[ClauseField, bool], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(line, third, parent)
        self.seen: dict[Column, int] = {}
        self._kept_height = 0
        self._looked_over: object = None
        self.fields = {side: self._field(side, side, step) for side in BOTH}
        if third is not None:
            self.fields["third"] = self._field("third", third.code, step)
        self._strips: dict[Column, ReviewStrip] = {}
        self._under: QWidget | None = None

    def show_line(
        self, line: ClauseLine, values: SideValues, *, pixels: int, is_open: bool
    ) -> None:
        """Show a clause with its fields filled; whoever writes in it goes on writing."""
        self.line = line
        self._look = look_of(line, pixels)
        for side, field in self.fields.items():
            field.owed = side == "id" or lacks(line, side)
            field.setReadOnly(not is_open)
            self._show_strip(side, shown=is_open and to_review(line, side))
            rtl = side == "third" and self.third is not None and self.third.rtl
            look = replace(self._look, rtl=rtl)
            field.show_text(words_in(line, side), values[side], look)
            if not field.unsaved:
                self.seen[side] = line.version
            name = f"{self._mark(side)} {column_name(side, self.third)}"
            field.setAccessibleName(name.strip())
        self.setAccessibleName(line.marker.id)
        self.update()

    def look_over(self, terms: FindTerms, spellers: Spellers) -> None:
        """Mark what strays from the office's terms or is misspelled, as typed by now."""
        texts = {side: field.source() for side, field in self.fields.items()}
        seen = (texts, terms, spellers)
        if seen == self._looked_over:
            return
        self._looked_over = seen
        strays = list(term_hints(terms(texts["id"], texts["en"])))
        for side, field in self.fields.items():
            slips = spellers[side].slips(texts[side]) if side in spellers else ()
            field.show_hints([*(strays if side == "en" else ()), *spelling_hints(slips)])

    def unsaved(self) -> dict[Column, str]:
        """Return what is typed and not kept yet, by language."""
        return {side: field.source() for side, field in self.fields.items() if field.unsaved}

    @property
    @override
    def needed(self) -> bool:
        """Whether words would be lost with the row."""
        return any(field.unsaved for field in self.fields.values())

    def show_under(self, strip: QWidget | None) -> None:
        """Have a strip under the English text, instead of the one before; None for none."""
        if self._under is not None and self._under is not strip and self._under.parent() is self:
            self._under.hide()
            self._under.setParent(None)
        self._under = strip
        self._kept_height = 0
        if strip is not None:
            strip.setParent(self)
            strip.setVisible("en" in self._sides)
        self.resized.emit()

    def show_sides(self, sides: Sides) -> None:
        """Show these languages beside each other."""
        self._sides = sides
        for parts in (self.fields, self._strips):
            for side, part in parts.items():
                part.setVisible(side in sides)

    def set_current(self, *, current: bool) -> None:
        """Tint the row as the one the person is in."""
        if current != self.current:
            self.current = current
            self._kept_height = self.height() if current else 0
            self.update()

    @override
    def height_at(self, width: int) -> int:
        """Return how tall the row is so wide; entering a text never makes it shorter."""
        cells = cells_of(width, self._sides)
        rooms = {side: cells[side].width() - 2 * PAD for side in self._sides}
        tallest = max(
            self.fields[side].height_at(room) + self._strip(side) + self._below(side, room)
            for side, room in rooms.items()
        )
        head = self._look.line if self._look.heading else 0
        return max(tallest + head + 2 * TOP + 1, self._kept_height)

    @override
    def arrange(self) -> None:
        """Put the texts into their cells, what stands under a text right below it."""
        head = self._look.line if self._look.heading else 0
        for side, cell in cells_of(self.width(), self._sides).items():
            room = cell.adjusted(PAD, TOP + head, -PAD, 0)
            strip, below = self._strip(side), self._below(side, room.width())
            tall = self.height() - TOP - head - strip - below - 2
            if below:
                tall = self.fields[side].height_at(room.width()) + GAP
            room.setHeight(max(tall, self._look.line))
            self.fields[side].setGeometry(room)
            if self._under is not None and below:
                self._under.setGeometry(room.left(), room.bottom(), room.width(), below - GAP)
            if side in self._strips:
                top = self.height() - strip - 3
                self._strips[side].setGeometry(room.left(), top, room.width(), strip)

    def _strip(self, side: Column) -> int:
        return STRIP if side in self._strips else 0

    def _below(self, side: Column, room: int) -> int:
        """Return how much room a strip takes under a text."""
        if side != "en" or self._under is None:
            return 0
        tall = self._under.heightForWidth(room) if self._under.hasHeightForWidth() else 0
        return max(tall, self._under.sizeHint().height() if tall <= 0 else 0) + GAP

    def _show_strip(self, side: Column, *, shown: bool) -> None:
        """Put what is to be reviewed under a translation, or take it away."""
        if shown == (side in self._strips):
            return
        if shown:
            made = self._strips[side] = ReviewStrip(self)
            made.reviewed.connect(lambda: self.reviewed.emit(side))
            made.setVisible(side in self._sides)
        else:
            gone = self._strips.pop(side)
            gone.hide()
            gone.deleteLater()
        self._kept_height = 0

    def _field(
        self, side: Column, code: str, step: Callable[[ClauseField, bool], bool]
    ) -> ClauseField:
        field = ClauseField(side, code, lambda on: step(field, on), self)
        field.entered.connect(lambda: self._on_entered(field))
        field.typed.connect(lambda: self.typed.emit(field))
        field.left.connect(lambda: self._on_left(field))
        field.resized.connect(self.resized)
        field.done.connect(self.done)
        field.source_wanted.connect(self.source_wanted)
        field.pasted.connect(lambda clipping: self.pasted.emit(field, clipping))
        field.join_wanted.connect(lambda before: self.join_wanted.emit(field, before))
        return field

    def _on_entered(self, field: ClauseField) -> None:
        self.update()
        self.entered.emit(field)

    def _on_left(self, field: ClauseField) -> None:
        self.update()
        self.left.emit(field)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        cells = cells_of(self.width(), self._sides)
        side = next((side for side, cell in cells.items() if cell.contains(at)), self._sides[0])
        self.fields[side].setFocus()
