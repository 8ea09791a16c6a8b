"""A clause being written: what is stored, what is shown of it, and what is to be looked at."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from kunjungan.ui.screens.agreements.rows.chip_edit import ChipEdit
from kunjungan.ui.screens.agreements.rows.clause_document import write_runs
from kunjungan.ui.screens.agreements.rows.clause_hints import Hint, unknown_fields
from kunjungan.ui.screens.agreements.rows.clause_look import ClauseLook, hint_format
from kunjungan.ui.screens.agreements.rows.clause_marks import stored
from kunjungan.ui.screens.agreements.rows.clause_text import (
    moved_place,
    runs_of,
    shown_place,
    typed_place,
)


class ClauseWriting(ChipEdit):
    """Shows a stored text as it will be printed, and knows at each key what it has become.

    Signals:
        typed: The person changed the text.
    """

    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = ""
        self._source = ""
        self._heard = ""
        self._astray = False
        self._values: Mapping[str, str] = MappingProxyType({})
        self._hints: list[tuple[QTextCursor, Hint]] = []
        self._told: Sequence[Hint] = ()
        self.setReadOnly(True)
        self.document().contentsChanged.connect(self._on_changed)

    def show_text(self, text: str, values: Mapping[str, str], look: ClauseLook) -> None:
        """Show a clause's stored text; what was typed and not yet kept stays as it is."""
        before = (self._source, self._values, self._look)
        if not self.unsaved or text == self._source:
            self._stored = self._source = text
        self._values, self._look = values, look
        if before != (self._source, values, look):
            self._redraw(before[0])

    def source(self) -> str:
        """Return the text as it would be stored, with its marks and fields."""
        return self._source

    @property
    def kept(self) -> str:
        """The stored text that the person types over."""
        return self._stored

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self._source != self._stored

    def height_at(self, width: int) -> int:
        """Return how tall the text stands in so many pixels."""
        document = self.document()
        if document.textWidth() != width:
            document.setTextWidth(width)
        return max(round(document.size().height() + 0.49), self._look.line)

    def write(self, text: str) -> None:
        """Put a text with marks and fields in at the cursor, as if typed."""
        if not self.isReadOnly():
            cursor = self.textCursor()
            write_runs(cursor, runs_of(text, self._values), self._look)
            self.setTextCursor(cursor)
            self._mend()

    def replace_all(self, text: str) -> None:
        """Put another text in the place of this one, as if typed."""
        self.selectAll()
        self.write(text)

    def mark(self, sign: str) -> None:
        """Set the selected words in bold or italic, or take that away."""
        if not self.isReadOnly():
            self.turn_face(sign)

    def cut_place(self) -> int | None:
        """Return where in the stored text the cursor parts words from words, if it does."""
        place = typed_place(self._runs, self.textCursor().position())
        parts = (self._source[:place], self._source[place:])
        return place if all(part.strip(" *_") for part in parts) else None

    def go_to(self, place: int) -> None:
        """Put the cursor at a place of the stored text."""
        shown = shown_place(self._runs, place)
        self._select(shown, shown)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Underline what is to be looked at, besides fields that nobody knows."""
        self._told = hints
        found = [*unknown_fields(self._source, self._values), *hints]
        if not found and not self._hints:
            return
        self._hints = [(self._span(hint), hint) for hint in found]
        self.setExtraSelections([_underlined(*each) for each in self._hints])

    def _span(self, hint: Hint) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(shown_place(self._runs, hint.start))
        cursor.setPosition(shown_place(self._runs, hint.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _redraw(self, before: str) -> None:
        """Show the text anew, the cursor at the same letter of a text that was ``before``."""
        cursor = self.textCursor()
        anchor, place = (
            moved_place(before, self._source, typed_place(self._runs, shown))
            for shown in (cursor.anchor(), cursor.position())
        )
        self._draw_source(anchor, place)
        self.show_hints(self._told if before == self._source else ())

    def _mend(self) -> None:
        """Show fields and faces that were just typed letter by letter as what they are."""
        if self._astray:
            head = stored(self.pieces(0, self.textCursor().position()))
            pairs = enumerate(zip(head, self._source, strict=False))
            place = next((at for at, (typed, kept) in pairs if typed != kept), len(head))
            self._draw_source(place, place)
            self.setCurrentCharFormat(QTextCharFormat())
            self.show_hints(())

    def _draw_source(self, anchor: int, place: int) -> None:
        runs = runs_of(self._source, self._values)
        self.draw(runs, shown_place(runs, anchor), shown_place(runs, place))
        self._heard, self._astray = stored(self.pieces()), False

    @Slot()
    def _on_changed(self) -> None:
        if self._drawing:
            return
        words = stored(self.pieces())
        runs = self._runs if words == self._heard else runs_of(words, self._values)
        self._astray = not self.is_as_drawn(runs)
        if not self._astray:
            self._runs = runs
        if words != self._heard:  # colours and words still being composed are told, too
            self._heard = self._source = words
            self.typed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        self._mend()

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._mend()


def _underlined(cursor: QTextCursor, hint: Hint) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor, made.format = cursor, hint_format(hint)
    return made
