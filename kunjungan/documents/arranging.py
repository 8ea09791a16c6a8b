"""Turns the clauses of an agreement into paragraph pairs: numbers, indents, headings, white."""

from kunjungan.documents import phrases
from kunjungan.documents.centred import balanced_lines, line_width, single_line
from kunjungan.documents.compositor import Compositor, Style
from kunjungan.documents.content import Piece, State
from kunjungan.documents.faces import FaceCase, FaceKey
from kunjungan.documents.lines import Line
from kunjungan.documents.rows import Row
from kunjungan.documents.sheet import Sheet
from kunjungan.domain.bilingual import Language
from kunjungan.domain.clauses import Level
from kunjungan.domain.richtext import Rich, Span, plain

_HANG = 20.0
"""Between the edge of a numbered paragraph's number and its text, in points."""
_NESTED_HANG = 16.0
_AFTER_MARKER = 4.0

Columns = tuple[tuple[Line, ...], tuple[Line, ...]]


class Arranger:
    """Makes the rows of one agreement, keeping track of how deep its lists are."""

    def __init__(self, faces: FaceCase, compositor: Compositor, sheet: Sheet, state: State) -> None:
        self._faces = faces
        self._compositor = compositor
        self._sheet = sheet
        self._draft = state is State.DRAFT
        self._paragraph_at = 0.0
        self._letter_at: float | None = None
        self._numbers: dict[tuple[str, FaceKey], Line] = {}

    def rows(self, pieces: tuple[Piece, ...]) -> list[Row]:
        """Return a pair for every clause."""
        rows: list[Row] = []
        for number, piece in enumerate(pieces):
            if piece.level is Level.ARTICLE:
                rows.append(self._heading(number, piece))
            else:
                rows.append(self._clause(number, piece))
        return rows

    def _heading(self, number: int, piece: Piece) -> Row:
        self._paragraph_at, self._letter_at = 0.0, None
        columns = (
            self._heading_lines(piece.marker.id, piece.id, "id"),
            self._heading_lines(piece.marker.en, piece.en, "en"),
        )
        return Row(
            number,
            *columns,
            indent=0.0,
            marker_at=0.0,
            markers=((), ()),
            before=self._sheet.lead,
            centred=True,
            keep_next=True,
            pale=_blank_sides(piece),
        )

    def _heading_lines(self, marker: str, title: Rich, language: Language) -> tuple[Line, ...]:
        key: FaceKey = "bold" if language == "id" else "bold_italic"
        words = plain(title).strip() or (phrases.UNTRANSLATED if self._draft else "")
        width = self._sheet.measure * 0.96
        return tuple(
            line
            for text in (marker, words)
            for line in balanced_lines(self._faces, text, key, self._sheet.size, width)
        )

    def _clause(self, number: int, piece: Piece) -> Row:
        marker_at, indent = self._indents(piece)
        measure = self._sheet.measure - indent
        item = piece.level in (Level.LETTER, Level.NUMBER)
        return Row(
            number,
            self._lines(piece.id, "id", measure),
            self._lines(piece.en, "en", measure),
            indent,
            marker_at,
            self._markers(piece),
            self._sheet.item_gap if item else self._sheet.paragraph_gap,
            keep_next=any(plain(text).rstrip().endswith(":") for text in (piece.id, piece.en)),
            closing=piece.level is Level.CLOSING,
            pale=_blank_sides(piece),
        )

    def _lines(self, text: Rich, language: Language, measure: float) -> tuple[Line, ...]:
        """Set one side of a clause; what is not written yet is said in drafts, else left white."""
        if not plain(text).strip():
            text = (Span(phrases.UNTRANSLATED),) if self._draft else ()
        return self._compositor.lines(text, Style(language, self._sheet.size, measure))

    def _indents(self, piece: Piece) -> tuple[float, float]:
        """Return where the number stands and where the text begins, in points."""
        level, marker = piece.level, piece.marker
        if level is Level.LETTER:
            start, hang = self._paragraph_at, _NESTED_HANG if self._paragraph_at else _HANG
        elif level is Level.NUMBER:
            start = self._paragraph_at if self._letter_at is None else self._letter_at
            hang = _NESTED_HANG if start else _HANG
        else:
            start, hang = 0.0, _HANG if marker.id or marker.en else 0.0
        text_at = start + max(hang, self._marker_width(piece))
        if level is Level.LETTER:
            self._letter_at = text_at
        elif level is not Level.NUMBER:
            self._paragraph_at, self._letter_at = text_at, None
        return start, text_at

    def _marker_width(self, piece: Piece) -> float:
        widths = [line_width(self._faces, line) for side in self._markers(piece) for line in side]
        return max(widths) + _AFTER_MARKER if widths else 0.0

    def _markers(self, piece: Piece) -> Columns:
        return self._marker(piece.marker.id, "regular"), self._marker(piece.marker.en, "italic")

    def _marker(self, text: str, key: FaceKey) -> tuple[Line, ...]:
        """Return a number as a line, the same one for all clauses that bear it; nothing if none."""
        if not text:
            return ()
        known = self._numbers.get((text, key))
        if known is None:
            known = single_line(self._faces, text, key, self._sheet.size)
            self._numbers[(text, key)] = known
        return (known,)


def _blank_sides(piece: Piece) -> tuple[bool, bool]:
    return not plain(piece.id).strip(), not plain(piece.en).strip()
