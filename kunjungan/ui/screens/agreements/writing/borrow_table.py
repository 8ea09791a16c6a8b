"""The rows of a text to take from: ticked one by one or whole articles at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.clauses import Level
from kunjungan.domain.cross_references import Signposts
from kunjungan.domain.names import search_key
from kunjungan.domain.richtext import Rich, plain, rich
from kunjungan.domain.shape import HEADINGS, rows_under
from kunjungan.domain.spots import spots
from kunjungan.i18n import tr
from kunjungan.services.writing.borrowing import BorrowedRow
from kunjungan.ui.labels import screen_side
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.rows_model import Cell, Column

Values = Mapping[str, Bilingual]


@dataclass(frozen=True, slots=True)
class LentLine:
    """A row in the table: its place in its text, where it stands, whether it is taken.

    ``said`` is what references in it say there.
    """

    place: int
    row: BorrowedRow
    spot: Bilingual
    said: Values
    taken: bool = False

    @property
    def heading(self) -> bool:
        """Whether it carries the rows behind it."""
        return self.row.level in HEADINGS


def lent_lines(rows: Sequence[BorrowedRow], taken: Collection[int]) -> list[LentLine]:
    """Return the rows of a text as lines of the table."""
    levels = [row.level for row in rows]
    at, posts = spots(levels), Signposts(levels, [row.anchor for row in rows])
    return [
        LentLine(
            place, row, spot.words, posts.said(place, row.text.id, row.text.en), place in taken
        )
        for place, (row, spot) in enumerate(zip(rows, at, strict=True))
    ]


def matching(lines: Sequence[LentLine], words: str) -> list[LentLine]:
    """Return the lines that hold all the words, a heading with all its rows; no words, all."""
    wanted = search_key(words).split()
    levels = [line.row.level for line in lines]
    found: set[int] = set()
    for line in lines:
        text = search_key(f"{line.spot.id} {line.row.text.id} {line.spot.en} {line.row.text.en}")
        if all(word in text for word in wanted):
            found |= set(with_rows(levels, line.place))
            found |= _heads(lines, line.place)
    return [line for line in lines if line.place in found]


def with_rows(levels: Sequence[Level], place: int) -> range:
    """Return the places of a row and, of a heading, the rows that belong to it."""
    under = rows_under(levels, place) if levels[place] in HEADINGS else 0
    return range(place, place + 1 + under)


def filled(line: LentLine, side: Language, values: Values) -> Rich:
    """Return what a row says in a language, fields as the text that it comes into fills them."""
    known = {**values, **line.said}
    said = {name: value.side(side) for name, value in known.items() if value.side(side)}
    return rich(line.row.text.side(side), said)


def lent_table(values: Values, parent: QWidget) -> DataTable[LentLine]:
    """Return the table, still empty; ``values`` are what fields say in the text they come into."""
    columns = [
        Column[LentLine](tr("Number"), _number, 118),
        Column[LentLine](tr("Indonesian"), lambda line: _words(line, "id", values)),
        Column[LentLine](
            tr("English text"), lambda line: _words(line, "en", values), hide_below=430
        ),
    ]
    return DataTable(columns, key=lambda line: line.place, parent=parent)


def _number(line: LentLine) -> Cell:
    mark = screen_side(line.row.marker) or "\N{EN DASH}"
    return Cell(mark, checked=line.taken, bold=line.heading)


def _words(line: LentLine, side: Language, values: Values) -> Cell:
    words = " ".join(plain(filled(line, side, values)).split())
    return Cell(words, bold=line.heading, quiet=not line.heading and not line.taken)


def _heads(lines: Sequence[LentLine], place: int) -> set[int]:
    """Return the place of the heading over a row, if it has one."""
    before = (line.place for line in reversed(lines[: place + 1]) if line.heading)
    return {head for head in [next(before, None)] if head is not None}
