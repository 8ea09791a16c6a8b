"""Reads what Word, Google Docs, LibreOffice and web pages put on the clipboard as HTML."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kunjungan.domain.cleaning import clean
from kunjungan.domain.marking import marked
from kunjungan.domain.paste_marks import BULLET, list_number
from kunjungan.domain.pasting import MAX_BLOCKS, MAX_LETTERS, Block, Grid, Paragraph
from kunjungan.domain.richtext import Span

_UNSEEN = frozenset(
    {
        "script", "style", "head", "title", "noscript", "template", "svg", "math", "object",
        "iframe", "textarea", "select", "button", "del", "s", "strike", "xml", "audio", "video",
        "canvas",
    }
)  # fmt: skip
"""What a page does not show as text, and what a writer has struck out."""
_BLOCKS = frozenset(
    {
        "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article",
        "header", "footer", "main", "aside", "dl", "dt", "dd", "pre", "hr", "address", "figure",
        "figcaption", "center", "form", "fieldset", "body", "ul", "ol", "table", "tr", "td", "th",
    }
)  # fmt: skip
"""What begins and ends a paragraph."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD, _ITALIC = frozenset({"b", "strong", "th"}), frozenset({"i", "em", "cite", "dfn"})
_WEIGHT = re.compile(r"font-weight\s*:\s*(\w+)")
_SLANT = re.compile(r"font-style\s*:\s*(\w+)")
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden")
_IGNORED = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center")
_LIST_TYPE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)")
_TYPES = {
    "1": "1", "a": "a", "A": "A", "i": "i", "I": "I", "decimal": "1", "lower-alpha": "a",
    "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i",
    "upper-roman": "I", "none": "",
}  # fmt: skip
_CHUNK = 1 << 16
_WHITE = re.compile(r"\s+")


def blocks_of_html(html: str) -> list[Block]:
    """Return the paragraphs and tables of a page, without tags, scripts and hidden text.

    Any text is read, however broken or deep; bold and italic become marks. Of more than
    ``MAX_BLOCKS`` paragraphs one more is read, so that it can be seen.
    """
    from lxml import etree  # type: ignore[import-untyped] # noqa: PLC0415 - heavy, only for a paste

    start = html.find("<") if html.lstrip().startswith("Version:") else 0
    text = html[max(start, 0) :].encode("utf-8", "ignore").replace(b"\0", b"")
    reader = _Reader()
    if text.strip():
        parser = etree.HTMLParser(
            target=reader, encoding="utf-8", recover=True, huge_tree=True, no_network=True
        )
        for start in range(0, len(text), _CHUNK):
            if not reader.full:
                parser.feed(text[start : start + _CHUNK])
        parser.close()
    return reader.blocks()


@dataclass(slots=True)
class _Element:
    tag: str
    bold: bool
    italic: bool
    unseen: bool
    numbering: bool = False


@dataclass(slots=True)
class _List:
    kind: str
    count: int = 0


@dataclass(slots=True)
class _Table:
    rows: list[list[list[Paragraph]]] = field(default_factory=list)


@dataclass(slots=True)
class _Line:
    """What is known of the paragraph that is being read."""

    spans: list[Span] = field(default_factory=list)
    mark: str = ""
    depth: int = 0
    heading: bool = False


class _Reader:
    """Is told of tags and text in order, and keeps paragraphs."""

    def __init__(self) -> None:
        self._open = [_Element("", bold=False, italic=False, unseen=False)]
        self._lists: list[_List] = []
        self._tables: list[_Table] = []
        self._blocks: list[Block] = []
        self._line = _Line()
        self._soft = False
        self._count = self._letters_read = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        name, style = tag.casefold(), attributes.get("style", "").casefold()
        above = self._open[-1]
        bold, italic = _faces(name, style, above)
        unseen = above.unseen or name in _UNSEEN or _HIDDEN.search(style) is not None
        numbering = above.numbering or _IGNORED.search(style) is not None
        self._open.append(_Element(name, bold, italic, unseen, numbering))
        if unseen:
            return
        if name == "br":
            self._end_line(soft=True)
        elif name in _BLOCKS:
            self._end_line()
            self._begin(name, attributes, style)

    def end(self, tag: str) -> None:
        """End an element."""
        name = tag.casefold()
        element = self._open.pop() if len(self._open) > 1 else self._open[0]
        if element.unseen:
            return
        if name in _BLOCKS:
            self._end_line()
        if name in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif name == "table" and self._tables:
            self._end_table(self._tables.pop())

    def data(self, text: str) -> None:
        """Take letters."""
        element = self._open[-1]
        if element.unseen or self.full:
            return
        self._letters_read += len(text)
        if element.tag == "pre":
            first, *rest = clean(text).split("\n")
            self._letters(first, element)
            for line in rest:
                self._end_line(soft=False)
                self._letters(line, element)
        elif element.numbering:
            self._line.mark += clean(text).strip()
        else:
            self._letters(_WHITE.sub(" ", clean(text)), element)

    @property
    def full(self) -> bool:
        """Whether more was read than an agreement can hold, and nothing more will be."""
        most = self._count > MAX_BLOCKS or len(self._line.spans) > MAX_BLOCKS
        return most or self._letters_read > MAX_LETTERS

    def comment(self, text: str) -> None:
        """Pass over a comment: Word hides what is for itself in them."""

    def pi(self, target: str, data: str | None = None) -> None:
        """Pass over an instruction."""

    def close(self) -> None:
        """Finish the last paragraph and the tables that were never closed."""
        self._end_line()
        while self._tables:
            self._end_table(self._tables.pop())

    def blocks(self) -> list[Block]:
        """Return what was read."""
        return self._blocks

    def _begin(self, name: str, attributes: Mapping[str, str], style: str) -> None:
        line = self._line
        line.heading = name in _HEADINGS or name == "center" or attributes.get("align") == "center"
        line.heading = line.heading or _CENTRED.search(style) is not None
        if name in ("ul", "ol"):
            kind = _list_kind(attributes, style) if name == "ol" else BULLET
            self._lists.append(_List(kind, _integer(attributes.get("start"), 1) - 1))
        elif name == "li":
            self._begin_item(attributes, style)
        elif name == "table":
            self._tables.append(_Table())
        elif name == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif name in ("td", "th") and self._tables:
            rows = self._tables[-1].rows
            (rows[-1] if rows else _new_row(rows)).append([])

    def _begin_item(self, attributes: Mapping[str, str], style: str) -> None:
        own = self._lists[-1] if self._lists else _List(BULLET)
        own.count = _integer(attributes.get("value"), own.count + 1)
        kind = _TYPES.get(found[1], own.kind) if (found := _LIST_TYPE.search(style)) else own.kind
        numbered = own.kind != BULLET and kind
        self._line.mark = f"{list_number(kind, own.count)}." if numbered else own.kind
        self._line.depth = len(self._lists)

    def _letters(self, text: str, element: _Element) -> None:
        spans = self._line.spans
        if not spans or spans[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text:
            spans.append(Span(text, element.bold, element.italic))

    def _end_line(self, *, soft: bool = False) -> None:
        line, was_soft = self._line, self._soft
        text = marked(line.spans).strip()
        if not text:
            if soft or not line.mark:
                self._soft = False
            if line.mark and not soft:
                self._line.spans = []
                return
            self._line = _Line(mark=line.mark, depth=line.depth) if line.mark else _Line()
            return
        wholly_bold = all(span.bold for span in line.spans if span.text.strip())
        heading = line.heading or wholly_bold
        self._put(Paragraph(text, line.mark, line.depth, heading=heading, soft=was_soft))
        self._line, self._soft = _Line(heading=line.heading and soft), soft

    def _put(self, paragraph: Paragraph) -> None:
        self._count += 1
        if not self._tables:
            self._blocks.append(paragraph)
            return
        rows = self._tables[-1].rows
        row = rows[-1] if rows else _new_row(rows)
        if not row:
            row.append([])
        row[-1].append(paragraph)

    def _end_table(self, table: _Table) -> None:
        """Keep a table; one inside another's cell becomes paragraphs of that."""
        grid = Grid(tuple(tuple(tuple(cell) for cell in row) for row in table.rows))
        if not self._tables:
            self._blocks.append(grid)
            return
        for part in grid.paragraphs:
            self._put(part)


def _new_row(rows: list[list[list[Paragraph]]]) -> list[list[Paragraph]]:
    rows.append([])
    return rows[-1]


def _faces(name: str, style: str, above: _Element) -> tuple[bool, bool]:
    """Return whether an element is bold and italic; what its style says decides."""
    bold, italic = above.bold or name in _BOLD, above.italic or name in _ITALIC
    if found := _WEIGHT.search(style):
        bold = found[1] in ("bold", "bolder") or (found[1].isdigit() and int(found[1]) >= 600)
    if found := _SLANT.search(style):
        italic = found[1] in ("italic", "oblique")
    return bold, italic


def _list_kind(attributes: Mapping[str, str], style: str) -> str:
    found = _LIST_TYPE.search(style)
    return _TYPES.get(found[1] if found else attributes.get("type", "1"), "1")


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.strip().isdecimal() and len(text) < 5 else otherwise
