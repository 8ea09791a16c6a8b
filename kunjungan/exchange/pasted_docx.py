"""Reads the paragraphs and tables of a Word document, with the numbers its lists give them."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.marking import marked
from kunjungan.domain.pasting import MAX_BLOCKS, MAX_LETTERS, Block, Grid, Paragraph
from kunjungan.i18n import later

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]
from kunjungan.exchange.docx_lists import lists_of, styles_of
from kunjungan.exchange.docx_parts import BROKEN, part_of
from kunjungan.exchange.docx_words import W, lines_of, value_of

_OLD_WORD = b"\xd0\xcf\x11\xe0"
_OLD = later(
    "This Word file is protected by a password or is of the old kind (.doc). "
    "Open it in Word, save it as .docx without a password, and choose that file."
)


def blocks_of_docx(data: bytes) -> list[Block]:
    """Return what stands in the body of a .docx; text struck out by a reviewer is left away.

    Raises:
        RuleBroken: it is no .docx, is damaged, protected or unpacks to far too much.
    """
    if data.startswith(_OLD_WORD):
        raise RuleBroken(_OLD)
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            reader = _Reader(part_of(parts, "numbering"), part_of(parts, "styles"))
            document = part_of(parts, "document")
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise RuleBroken(BROKEN) from error
    body = document.find(f"{W}body") if document is not None else None
    if body is None:
        raise RuleBroken(BROKEN)
    return list(reader.blocks(body))


class _Reader:
    """Reads the body, with the lists and styles of its document."""

    def __init__(self, numbering: "_Element | None", styles: "_Element | None") -> None:
        self._lists = dict(lists_of(numbering)) if numbering is not None else {}
        self._styles = dict(styles_of(styles)) if styles is not None else {}
        self._count = self._letters = 0

    def blocks(self, parent: "_Element") -> Iterator[Block]:
        """Yield what stands in a body, a cell or a frame of it; one too much, then no more."""
        for child in parent:
            if self._count > MAX_BLOCKS or self._letters > MAX_LETTERS:
                return
            if child.tag == f"{W}p":
                yield from self._paragraphs(child)
            elif child.tag == f"{W}tbl":
                yield self._grid(child)
            elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}smartTag"):
                yield from self.blocks(child)

    def _grid(self, table: "_Element") -> Grid:
        rows = (row.iterfind(f"{W}tc") for row in table.iterfind(f"{W}tr"))
        return Grid(tuple(tuple(tuple(self._cell(cell)) for cell in row) for row in rows))

    def _cell(self, cell: "_Element") -> Iterator[Paragraph]:
        for block in self.blocks(cell):
            if isinstance(block, Grid):
                yield from block.paragraphs
            else:
                yield block

    def _paragraphs(self, paragraph: "_Element") -> Iterator[Paragraph]:
        properties = paragraph.find(f"{W}pPr")
        style = value_of(properties, "pStyle")
        mark = self._mark(properties, style)
        heading = style.casefold().startswith(("heading", "judul", "title"))
        heading = heading or value_of(properties, "jc") == "center"
        soft = False
        for spans in lines_of(paragraph):
            text = marked(spans).strip()
            self._count += 1
            self._letters += len(text)
            if text or mark:
                bold = bool(text) and all(span.bold for span in spans if span.text.strip())
                yield Paragraph(text, mark, heading=heading or bold, soft=soft)
            mark, soft = "", True

    def _mark(self, properties: "_Element | None", style: str) -> str:
        numbered = properties.find(f"{W}numPr") if properties is not None else None
        number, depth = self._styles.get(style, ("", 0))
        if numbered is not None:
            number = value_of(numbered, "numId") or number
            depth = int(value_of(numbered, "ilvl") or depth)
        found = self._lists.get(number)
        return found.next_mark(depth) if found else ""
