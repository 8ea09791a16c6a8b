"""The rows of a text as they are shown: languages, fields, states, hints, size of letters."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kunjungan.services.clauses import ClauseLine, Column
from kunjungan.services.preflight import Finding
from kunjungan.ui.screens.agreements.rows.clause_field import ClauseField
from kunjungan.ui.screens.agreements.rows.clause_hints import FindTerms, Spellers
from kunjungan.ui.screens.agreements.rows.clause_look import LINE
from kunjungan.ui.screens.agreements.rows.clause_row import ClauseRow
from kunjungan.ui.screens.agreements.rows.row_cells import (
    BOTH,
    NUMBER_WIDTH,
    PAD,
    STATE_WIDTH,
    TOP,
    Sides,
    SideValues,
)
from kunjungan.ui.screens.agreements.rows.row_state import state_of
from kunjungan.ui.screens.agreements.rows.row_view import RowView
from kunjungan.ui.screens.agreements.rows.third import Third

SMALLEST, LARGEST = 11, 26
_LETTER = 0.52
"""How wide a letter is on the whole, in its height."""
_NO_VALUES: SideValues = MappingProxyType({"id": MappingProxyType({}), "en": MappingProxyType({})})

References = Mapping[UUID, SideValues]
"""What the references in a row say, by row."""


class ClauseList(RowView[ClauseRow]):
    """Shows each row near what one sees; ``current`` is the one that keeps its place on screen.

    Signals:
        reviewed: A translation still holds; carries the clause and the column.
        pasted: Several paragraphs were pasted; carries the Clipping, the line and the column.
        join_wanted: A row is to join the one before it; carries its id and the column.
        source_wanted: Where a field's words are entered is to be shown; carries its FieldSource.
    """

    reviewed = Signal(object, str)
    pasted = Signal(object, object, str)
    join_wanted = Signal(object, str)
    source_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[Hashable, ClauseLine] = {}
        self._values: SideValues = _NO_VALUES
        self._references: References = {}
        self._findings: Mapping[UUID, Sequence[Finding]] = {}
        self._find_terms: FindTerms = _no_terms
        self._spellers: Spellers = {}
        self._third: Third | None = None
        self._open = False
        self._sides: Sides = BOTH
        self._pixels = 13
        self._current: UUID | None = None

    def show_lines(self, lines: Sequence[ClauseLine], values: SideValues, *, is_open: bool) -> None:
        """Show the text; who is writing stays at the same letter, the page at the same place."""
        self._lines = {line.id: line for line in lines}
        self._values, self._open = values, is_open
        if self._current not in self._lines:
            self._current = None
        for row in self._shown():
            self._fill(row)
        self._show_keys([line.id for line in lines], stay_at=self._current)

    def show_references(self, references: References) -> None:
        """Take what the references in each row say, for the next ``show_lines``."""
        self._references = references

    def show_terms(self, find: FindTerms) -> None:
        """Mark in the English texts what ``find`` says strays from the office's terms."""
        self._find_terms = find
        for row in self._rows.values():
            self._look_over(row)

    def show_spelling(self, spellers: Spellers) -> None:
        """Mark what these do not know in their languages; nobody marks nothing."""
        self._spellers = spellers
        for row in self._rows.values():
            self._look_over(row)

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
        for row in self._shown():
            self._show_state(row)

    def show_sides(self, sides: Sides) -> None:
        """Show these languages beside each other."""
        self._sides = sides
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

    def unsaved(self) -> dict[UUID, dict[Column, str]]:
        """Return what is typed and not kept yet, by row and language."""
        found = {row.line.id: row.unsaved() for row in self._rows.values()}
        return {row: texts for row, texts in found.items() if texts}

    def _made_row(self, key: Hashable, step: Callable[[ClauseField, bool], bool]) -> ClauseRow:
        """Return a row that shows what it is to show; ``step`` is where Tab and Enter go."""
        row = ClauseRow(self._lines[key], self._third, step, self.viewport())
        row.show_sides(self._sides)
        row.resized.connect(self._late.start)
        row.reviewed.connect(lambda side: self.reviewed.emit(row.line, side))
        row.source_wanted.connect(self.source_wanted)
        row.pasted.connect(lambda field, what: self.pasted.emit(what, row.line, field.column))
        row.join_wanted.connect(lambda field, before: self._on_join(row, field, before=before))
        row.set_current(current=key == self._current)
        self._fill(row)
        return row

    @override
    def _guess_height(self, key: Hashable) -> int:
        room = (self.viewport().width() - NUMBER_WIDTH - STATE_WIDTH) / len(self._sides)
        letters = max((room - 2 * PAD) / (self._pixels * _LETTER), 8)
        line = self._lines[key]
        longest = max(len(line.text.id), len(line.text.en), len(line.third))
        return (int(longest / letters) + 1) * round(self._pixels * LINE) + 2 * TOP + 1

    def _shown(self) -> list[ClauseRow]:
        """Return the rows near what one sees that belong to the text as it is now."""
        return [row for key, row in self._rows.items() if key in self._lines]

    def _fill(self, row: ClauseRow) -> None:
        line = self._lines[row.line.id]
        own = self._references.get(line.id)
        values = self._values
        if own is not None:
            values = {side: {**said, **own.get(side, {})} for side, said in values.items()}
        row.third = self._third
        row.show_line(line, values, pixels=self._pixels, is_open=self._open)
        self._look_over(row)
        self._show_state(row)

    def _look_over(self, row: ClauseRow) -> None:
        row.look_over(self._find_terms, self._spellers)

    def _show_state(self, row: ClauseRow) -> None:
        found = self._findings.get(row.line.id, ())
        row.show_state(state_of(row.line, self._third, found))

    def _on_join(self, row: ClauseRow, field: ClauseField, *, before: bool) -> None:
        """Ask that a row joins the one before it, or the one behind joins it."""
        place = self._places[row.line.id] + (0 if before else 1)
        if 0 < place < len(self._keys):
            self.join_wanted.emit(self._keys[place], field.column)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._pixels + (1 if event.angleDelta().y() > 0 else -1))
            event.accept()
        else:
            super().wheelEvent(event)


def _no_terms(_text_id: str, _text_en: str) -> tuple[()]:
    """Find nothing, where nobody said what the office's terms are."""
    return ()
