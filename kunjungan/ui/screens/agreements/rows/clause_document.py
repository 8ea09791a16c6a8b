"""A clause in a text document: written as it reads, and read back piece by piece."""

from collections.abc import Iterator, Sequence
from uuid import uuid4

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from kunjungan.ui.screens.agreements.rows.clause_look import (
    BAR,
    ClauseLook,
    bar_format,
    field_format,
)
from kunjungan.ui.screens.agreements.rows.clause_marks import Piece
from kunjungan.ui.screens.agreements.rows.clause_text import Run

FIELD = QTextFormat.Property.UserProperty.value + 1
"""The property that tells a field's letters from others: its own number and its name."""
_BREAKS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})


def show_runs(document: QTextDocument, runs: Sequence[Run], look: ClauseLook) -> None:
    """Write a clause into a document as it will read on paper."""
    document.clear()
    if document.defaultFont() != look.face():
        document.setDefaultFont(look.face())
    cursor = QTextCursor(document)
    cursor.setBlockFormat(look.block())
    write_runs(cursor, runs, look)


def write_runs(cursor: QTextCursor, runs: Sequence[Run], look: ClauseLook) -> None:
    """Put runs in at a cursor, over what is selected there."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    for run in runs:
        face = field_format() if run.field else QTextCharFormat()
        if run.field:
            face.setProperty(FIELD, f"{uuid4().hex}:{run.field}")
        set_face(face, bold=run.bold, italic=run.italic)
        if look.table and not run.field:
            _write_cells(cursor, run.text, face)
        else:
            cursor.insertText(run.text, face)
    cursor.endEditBlock()


def set_face(face: QTextCharFormat, *, bold: bool, italic: bool) -> None:
    """Give a format a face, none where none is wanted."""
    if bold:
        face.setFontWeight(QFont.Weight.Bold)
    if italic:
        face.setFontItalic(True)


def is_bold(face: QTextCharFormat) -> bool:
    """Tell whether letters are bold by themselves, not because all of their row is."""
    weighs = face.hasProperty(QTextFormat.Property.FontWeight.value)
    return weighs and face.fontWeight() > QFont.Weight.Normal


def pieces_in(document: QTextDocument, start: int = 0, end: int | None = None) -> list[Piece]:
    """Return what stands in a document between two places; a field is told once."""
    last = document.characterCount() if end is None else end
    pieces: list[Piece] = []
    told: set[str] = set()
    for at, text, face in _fragments(document):
        part = _between(text, start - at, last - at)
        field = str(face.property(FIELD) or "")
        if not part or field in told:
            continue
        if field:
            told.add(field)
            part = ""
        name = field.partition(":")[2]
        pieces.append(Piece(part.translate(_BREAKS), is_bold(face), face.fontItalic(), name))
    return pieces


def letters_in(document: QTextDocument) -> str:
    """Return the letters that a document shows."""
    return document.toRawText().translate(_BREAKS)


def field_around(document: QTextDocument, place: int) -> tuple[int, int] | None:
    """Return from where to where the field stands that a place is inside of, not at its edge."""
    step = document.findBlock(place).begin()
    while not step.atEnd():
        fragment = step.fragment()
        start, end = fragment.position(), fragment.position() + fragment.length()
        if start < place < end:
            return (start, end) if fragment.charFormat().hasProperty(FIELD) else None
        step += 1
    return None


def _fragments(document: QTextDocument) -> Iterator[tuple[int, str, QTextCharFormat]]:
    """Yield each run of letters of one look: where it begins, the letters, the look."""
    block = document.begin()
    while block.isValid():
        if block.blockNumber():
            yield block.position() - 1, "\n", QTextCharFormat()
        step = block.begin()
        while not step.atEnd():
            fragment = step.fragment()
            yield fragment.position(), fragment.text(), fragment.charFormat()
            step += 1
        block = block.next()


def _between(text: str, start: int, end: int) -> str:
    """Return the letters between two places, counted as Qt does."""
    if start <= 0 and end >= 2 * len(text):
        return text
    pairs = text.encode("utf-16-le", "surrogatepass")
    return pairs[2 * max(start, 0) : 2 * max(end, 0)].decode("utf-16-le", "replace")


def _write_cells(cursor: QTextCursor, text: str, face: QTextCharFormat) -> None:
    """Write the words of cells with a quiet line between them, letter for letter as stored."""
    for place, cell in enumerate(text.split("|")):
        if place:
            cursor.insertText(BAR, bar_format())
        cursor.insertText(cell, face)
