"""What is pasted, as it is read: paragraphs and tables first, rows of an agreement afterwards."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kunjungan.domain.clauses import Level
from kunjungan.domain.cleaning import clean

MAX_BLOCKS = 3000
"""More paragraphs make no agreement, but a book or an attack."""
MAX_LETTERS = 600_000
"""So many letters has an agreement of 100 pages in two languages."""
MAX_PARAGRAPH = 20_000
"""So many letters are ten pages; no clause has as many."""
_MOST_MARKS = 400
"""A paragraph with more marks of bold and italic is read without any."""
_WRAPPED = 55
"""A line of so many letters without an end may go on in the next one."""
_PAGE_NUMBER = re.compile(
    r"[-\u2013\u2014] ?\d{1,3} ?[-\u2013\u2014]|(?:Page|Halaman) \d{1,3}(?: (?:of|dari) \d{1,3})?",
    re.IGNORECASE,
)
_OPEN_WORD = re.compile(
    r"\b(?:dan|atau|yang|dalam|pada|dengan|untuk|dari|oleh|kepada|serta|antara|and|or|the|of|in|to"
    r"|by|with|for|between|this)$"
)
"""A word that no paragraph ends with."""
_OPEN_END = re.compile(r"[^.;:!?)\]”\"*_]$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, its words with ``**`` and ``__`` for bold and italic.

    ``mark`` is the number that a list gave it and that is not part of its words, ``depth`` how deep
    that list stood if it says so, ``heading`` that it looks like one, ``soft`` that the
    line above goes on in it.
    """

    text: str
    mark: str = ""
    depth: int = 0
    heading: bool = False
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells of paragraphs."""

    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...]

    @property
    def columns(self) -> int:
        """How many cells its longest row has."""
        return max((len(row) for row in self.rows), default=0)

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """All that stands in it, cell after cell."""
        return (part for row in self.rows for cell in row for part in cell)


Block = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class PastedRow:
    """A row found in what was pasted; its number stands apart from its words.

    ``number`` is the one it had (0 for none), ``mark`` how that was written. What stands ``apart``
    is a title or a signature, which an agreement's paper prints by itself.
    """

    level: Level
    text: str
    number: int = 0
    mark: str = ""
    apart: bool = False


def blocks_of_text(text: str) -> list[Block]:
    """Return the paragraphs of a plain text, its page numbers left out; tabs make a table."""
    lines = [line.strip() for line in _lines(text)]
    if (grid := _tabbed(text)) is not None:
        return [grid]
    spaced = "" in lines[1:-1]
    found: list[Block] = []
    before = ""
    for line in lines:
        if line and not _PAGE_NUMBER.fullmatch(line):
            found.append(Paragraph(line, soft=_goes_on(before, line, spaced=spaced)))
            before = line
        elif not line:
            before = ""
    return found


def with_words(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks without those that hold no words, and without numbers of pages."""
    for block in blocks:
        if isinstance(block, Grid):
            rows = (tuple(tuple(map(_tamed, cell)) for cell in row) for row in block.rows)
            kept = tuple(row for row in rows if any(row))
            if kept:
                yield Grid(kept)
        elif (block.text.strip() or block.mark) and not _PAGE_NUMBER.fullmatch(block.text.strip()):
            yield _tamed(block)


def _tamed(part: Paragraph) -> Paragraph:
    """Return a paragraph whose marks can be read in no time."""
    if part.text.count("**") + part.text.count("__") <= _MOST_MARKS:
        return part
    return replace(part, text=part.text.replace("*", "").replace("__", ""))


def _lines(text: str) -> list[str]:
    return clean(text).split("\n")


def _goes_on(before: str, line: str, *, spaced: bool) -> bool:
    """Say whether a line is the rest of a paragraph that was cut to a width."""
    if not before or not line[0].isalpha():
        return False
    if line[0].islower():
        return not re.match(r"[a-z]{1,2}[.)] ", line)
    if _OPEN_WORD.search(before):
        return True
    long = len(before) >= _WRAPPED and _OPEN_END.search(before) is not None
    return spaced and long and not re.match(r"(?:Pasal|Article|BAB|Section) \d", line)


def _tabbed(text: str) -> Grid | None:
    """Return lines of a sheet as a table: as many tabs in each, and more than numbers before."""
    lines = [line for line in text.replace("\r\n", "\n").split("\n") if line.strip()]
    counts = {line.count("\t") for line in lines}
    if len(lines) < 2 or len(counts) != 1 or not counts.pop():
        return None
    cells = [[clean(cell).strip() for cell in line.split("\t")] for line in lines]
    if all(len(row[0]) <= 6 for row in cells) and len(cells[0]) == 2:
        return None
    return Grid(tuple(tuple(_cell(text) for text in row) for row in cells))


def _cell(text: str) -> tuple[Paragraph, ...]:
    return (Paragraph(text),) if text else ()


def cell_text(cell: Sequence[Paragraph]) -> str:
    """Return the words of a table's cell on one line, its bars made harmless."""
    words = " ".join(f"{part.mark} {part.text}".strip() for part in cell)
    return " ".join(words.replace("|", "/").split())
