"""The text of an agreement as a Word document: its languages side by side, for lawyers to mark.

It is a text to work on and says so in its head: no emblems, no stamp, no foot of an original.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from kunjungan.documents import phrases
from kunjungan.documents.content import AgreementContent, Piece, RichTexts, State, Texts
from kunjungan.documents.word.parts import (
    add_page_number,
    direct,
    fix_widths,
    keep_whole,
    known_to_xml,
    new_document,
    repeat,
    speak,
    written,
)
from kunjungan.domain.clauses import LISTED, Level
from kunjungan.domain.languages import tongue
from kunjungan.domain.richtext import Rich, Span

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_HEADINGS = frozenset({Level.ARTICLE, Level.ANNEX})
_CELLS = frozenset({Level.TABLE_HEAD, Level.TABLE_ROW})
_HANG_MM = 7.0
_DEPTHS = (Level.PARAGRAPH, *LISTED)
"""The levels that stand one inside the other."""
_LINES_TO_SIGN = 4
_BEFORE_ARTICLE = 9.0


def agreement_docx(content: AgreementContent) -> bytes:
    """Return an agreement as a .docx: a row for each clause, a column for each of its languages.

    Annexes come after the signatures, their tables full width. Equal content gives equal bytes.
    """
    paper = _WordPaper(content)
    body, annexes = _apart(content.pieces)
    paper.add_head()
    paper.add_title()
    paper.add_pieces(body)
    paper.add_signatures()
    if annexes:
        paper.document.add_page_break()
        paper.add_pieces(annexes)
    return written(paper.document)


def _apart(pieces: Sequence[Piece]) -> tuple[Sequence[Piece], Sequence[Piece]]:
    """Return what stands before the first annex, and the rest."""
    first = next((n for n, piece in enumerate(pieces) if piece.level is Level.ANNEX), len(pieces))
    return pieces[:first], pieces[first:]


def _around(level: Level, open_levels: list[Level]) -> list[Level]:
    """Return the numbered levels that a clause of this level still stands in."""
    if level not in _DEPTHS:
        return []
    return [other for other in open_levels if _DEPTHS.index(other) < _DEPTHS.index(level)]


@dataclass(frozen=True, slots=True)
class _Look:
    """How a text stands in its cell."""

    bold: bool = False
    centred: bool = False
    start_mm: float = 0.0
    before_pt: float = 0.0


class _WordPaper:
    """One Word document while it is written."""

    def __init__(self, content: AgreementContent) -> None:
        self._content = content
        self._languages = content.languages
        self.document: Document = new_document(
            content.paper, phrases.title_line(content), content.author
        )

    def add_head(self) -> None:
        """Say in the head of each page which draft this is; the foot counts the pages."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - heavy, only when exported

        content = self._content
        words = phrases.STATE_HEAD[State.DRAFT]
        draft = " / ".join(text.format(draft=content.draft_no) for text in words.values())
        marks = (draft, content.printed_at, content.reference, content.fingerprint[:8])
        section = self.document.sections[0]
        section.header.paragraphs[0].text = known_to_xml(" · ".join(filter(None, marks)))
        foot = section.footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
        add_page_number(foot)

    def add_title(self) -> None:
        """Add the title in each language, and the parties' numbers."""
        content = self._content
        table = self._table()
        for cell, language in zip(table.add_row().cells, self._languages, strict=True):
            self._write(cell.paragraphs[0], (Span(tongue(language).native),), language)
        repeat(table.rows[0])
        names = [party.government for party in content.parties]
        joined: list[Texts] = [content.title, content.between, *names[:-1], content.joining]
        for texts in (*joined, names[-1], content.about, content.subject):
            self._row(table, tuple((Span(text),) for text in texts), _Look(bold=True, centred=True))
        if content.numbers:
            for party in content.parties:
                number = party.number or "…………………………"
                words = [phrases.said(phrases.NUMBER, code) for code in self._languages]
                rich = tuple((Span(f"{word}: {number}"),) for word in words)
                self._row(table, rich, _Look(centred=True))
        self.document.add_paragraph()

    def add_pieces(self, pieces: Sequence[Piece]) -> None:
        """Add clauses as rows of one table, and each run of table rows as a table of its own."""
        for cells, run in groupby(pieces, key=lambda piece: piece.level in _CELLS):
            if cells:
                self._add_grid(list(run))
                continue
            table, open_levels = self._table(), list[Level]()
            for piece in run:
                open_levels = _around(piece.level, open_levels)
                self._clause(table, piece, len(open_levels) * _HANG_MM)
                open_levels += [piece.level] if piece.level in _DEPTHS and piece.marker[0] else []
        self.document.add_paragraph()

    def add_signatures(self) -> None:
        """Add who signs, two beside each other, with room between office and name."""
        content = self._content
        table = self.document.add_table(0, 2)
        signing = [(each.label, each.office, each.name) for each in content.parties]
        signing += [(each.caption, each.office, each.name) for each in content.witnesses]
        for first in range(0, len(signing), 2):
            row = table.add_row()
            keep_whole(row)
            for cell, (label, office, name) in zip(
                row.cells, signing[first : first + 2], strict=False
            ):
                self._sign(cell, (label, office, name))
        fix_widths(table, self.document.sections[0], (0.5, 0.5))

    def _sign(self, cell: "_Cell", texts: tuple[Texts, Texts, Texts]) -> None:
        label, office, name = texts
        paragraph = cell.paragraphs[0]
        for words, bold in ((label, True), (office, False)):
            for text, language in zip(words, self._languages, strict=True):
                self._write(paragraph, (Span(text, bold),), language, _Look(centred=True))
                paragraph = cell.add_paragraph()
        for _ in range(_LINES_TO_SIGN - 1):
            paragraph = cell.add_paragraph()
        for text in dict.fromkeys(name):
            self._write(paragraph, (Span(text, bold=True),), "id", _Look(centred=True))
            paragraph = cell.add_paragraph()

    def _clause(self, table: "Table", piece: Piece, start_mm: float) -> None:
        if piece.level in _HEADINGS:
            markers = tuple((Span(marker),) for marker in piece.marker)
            self._row(table, markers, _Look(bold=True, centred=True, before_pt=_BEFORE_ARTICLE))
            self._row(table, piece.text, _Look(bold=True, centred=True))
            return
        marked = tuple(
            (Span(f"{marker}\t"), *text) if marker else text
            for marker, text in zip(piece.marker, piece.text, strict=True)
        )
        self._row(table, marked, _Look(start_mm=start_mm))

    def _add_grid(self, rows: Sequence[Piece]) -> None:
        """Add a table with rules: each cell in every language, once where they are equal."""
        columns = max(len(piece.cells) for piece in rows)
        table = self.document.add_table(0, columns, style="Table Grid")
        for piece in rows:
            row = table.add_row()
            keep_whole(row)
            if piece.level is Level.TABLE_HEAD:
                repeat(row)
            look = _Look(bold=piece.level is Level.TABLE_HEAD)
            for cell, texts in zip(row.cells, piece.cells, strict=False):
                self._fill(cell, texts, look)

    def _fill(self, cell: "_Cell", texts: RichTexts, look: _Look) -> None:
        paragraph = cell.paragraphs[0]
        for number, text in enumerate(dict.fromkeys(texts)):
            language = self._languages[texts.index(text)]
            self._write(paragraph if number == 0 else cell.add_paragraph(), text, language, look)

    def _table(self) -> "Table":
        count = len(self._languages)
        table: Table = self.document.add_table(0, count)
        fix_widths(table, self.document.sections[0], [1 / count] * count)
        return table

    def _row(self, table: "Table", texts: RichTexts, look: _Look) -> None:
        cells = table.add_row().cells
        for cell, text, language in zip(cells, texts, self._languages, strict=True):
            self._write(cell.paragraphs[0], text, language, look)

    def _write(
        self, paragraph: "Paragraph", text: Rich, language: str, look: _Look | None = None
    ) -> None:
        """Write a text; its own line ends stay, and its number hangs before it."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - heavy, only when exported
        from docx.shared import Mm, Pt  # noqa: PLC0415 - heavy, only when exported

        look = look or _Look()
        direct(paragraph, language)
        if look.before_pt:
            paragraph.paragraph_format.space_before = Pt(look.before_pt)
        if look.centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.keep_with_next = True
        elif text and text[0].text.endswith("\t"):
            paragraph.paragraph_format.left_indent = Mm(look.start_mm + _HANG_MM)
            paragraph.paragraph_format.first_line_indent = Mm(-_HANG_MM)
        for span in text:
            run = paragraph.add_run(known_to_xml(span.text))
            run.bold = (span.bold or look.bold) or None
            run.italic = span.italic or None
            speak(run, language)
