"""How a clause looks on screen: its type, its lines, its fields."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from kunjungan.ui.screens.agreements.clause_text import Run
from kunjungan.ui.theme.fonts import clause_font
from kunjungan.ui.theme.palette import current_tokens

LINE = 1.46
"""Line height in letters' height: 19 to 13, 21 to 14."""
BAR = "\N{BOX DRAWINGS LIGHT VERTICAL}"
"""Stands for the bar that parts the cells of a table."""


@dataclass(frozen=True, slots=True)
class ClauseLook:
    """Letters ``pixels`` high; a heading stands bold in the middle.

    In a ``table`` the bars between cells are drawn apart from the words, the cells of its head
    ``bold``. ``rtl`` is for a language that is written from right to left.
    """

    pixels: int = 13
    heading: bool = False
    bold: bool = False
    table: bool = False
    rtl: bool = False

    @property
    def line(self) -> int:
        """The height of a line in pixels."""
        return round(self.pixels * LINE)

    def face(self) -> QFont:
        """Return the typeface."""
        made = clause_font(self.pixels)
        made.setBold(self.heading or self.bold)
        return made

    def block(self) -> QTextBlockFormat:
        """Return the paragraph's lines and where they stand."""
        made = QTextBlockFormat()
        made.setLineHeight(self.line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if self.heading:
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if self.rtl:
            made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        return made

    def apply(self, document: QTextDocument) -> None:
        """Give a whole document this look, its words untouched."""
        if document.defaultFont() != self.face():
            document.setDefaultFont(self.face())
        cursor = QTextCursor(document)
        if cursor.blockFormat() != self.block():
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.setBlockFormat(self.block())


def show_runs(document: QTextDocument, runs: Sequence[Run], look: ClauseLook) -> None:
    """Write a clause into a document as it will read on paper."""
    document.clear()
    document.setDefaultFont(look.face())
    cursor = QTextCursor(document)
    cursor.setBlockFormat(look.block())
    for run in runs:
        face = field_format() if run.field else QTextCharFormat()
        if run.bold or look.heading or look.bold:
            face.setFontWeight(QFont.Weight.Bold)
        face.setFontItalic(run.italic)
        if look.table and not run.field:
            _write_cells(cursor, run.text, face)
        else:
            cursor.insertText(run.text, face)


def _write_cells(cursor: QTextCursor, text: str, face: QTextCharFormat) -> None:
    """Write the words of cells with a quiet line between them, letter for letter as typed."""
    bar = QTextCharFormat()
    bar.setForeground(QColor(current_tokens().stroke))
    for place, cell in enumerate(text.split("|")):
        if place:
            cursor.insertText(BAR, bar)
        cursor.insertText(cell, face)


def put_in(document: QTextDocument, text: str) -> None:
    """Change a document to a text, touching only the middle that differs."""
    old = document.toRawText()
    shorter = min(len(old), len(text))
    head = next((at for at in range(shorter) if old[at] != text[at]), shorter)
    tail = 0
    while tail < shorter - head and old[-1 - tail] == text[-1 - tail]:
        tail += 1
    cursor = QTextCursor(document)
    cursor.setPosition(head)
    cursor.setPosition(len(old) - tail, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text[head : len(text) - tail])


def field_format() -> QTextCharFormat:
    """Return the look of a place that the program fills in: tinted and underlined."""
    tokens = current_tokens()
    made = QTextCharFormat()
    made.setBackground(QColor(tokens.accent_soft))
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    made.setUnderlineColor(QColor(tokens.accent_line))
    return made
