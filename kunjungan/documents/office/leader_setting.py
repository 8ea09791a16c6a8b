"""Sets the lines of an agenda in one type size: hours, a title, quiet lines under it."""

from dataclasses import dataclass

from kunjungan.documents.office.leader_agenda import AgendaLine
from kunjungan.documents.setting.centred import filled_lines
from kunjungan.documents.setting.faces import FaceCase, FaceKey
from kunjungan.documents.setting.lines import Line

LEAD = 1.28
"""From one baseline to the next, in type sizes."""
_QUIET, _APART = 0.8, 0.75
"""How large quiet lines are, and the white over an item, in type sizes of the title."""


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A set line from ``x``, and how far under it the next one stands, in points."""

    line: Line
    x: float
    lead: float
    same: bool = False
    """True where it stands on the level of the row after it."""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """The set rows of something; its height in points."""

    rows: tuple[AgendaRow, ...]
    over: float

    @property
    def height(self) -> float:
        return self.over + sum(row.lead for row in self.rows if not row.same)


@dataclass(frozen=True, slots=True)
class AgendaColumn:
    """Where items stand under each other, and how large the type in it may be."""

    left: float
    width: float
    hours: float
    """The width of hours beside a title; 0 where they stand over it."""


class AgendaSetter:
    """Sets lines of an agenda in one type size."""

    def __init__(self, faces: FaceCase, column: AgendaColumn, size: float) -> None:
        self._faces = faces
        self._column = column
        self.size = size

    def item(self, line: AgendaLine) -> AgendaItem:
        """Return something with its hours, its title and its quiet lines."""
        column, quiet = self._column, self.size * _QUIET
        beside = column.hours > 0
        left = column.left + column.hours
        width = column.width - column.hours
        hours = self._rows(line.hours, "bold", self.size, column.left, column.hours or width)
        title = f"{line.title} ({line.tentative})" if line.tentative else line.title
        face: FaceKey = "bold_italic" if line.tentative else "bold"
        rows = self._rows(title, face, self.size, left, width)
        for words in line.details:
            rows += self._rows(words, "regular", quiet, left, width)
        return AgendaItem(
            tuple(_abreast(hours, rows) if beside else hours + rows), self.size * _APART
        )

    def heading(self, text: str) -> AgendaItem:
        """Return the name of a day over its column."""
        column = self._column
        rows = self._rows(text, "bold", self.size, column.left, column.width)
        return AgendaItem(tuple(rows), self.size * _APART)

    def words(self, text: str, face: FaceKey = "italic") -> AgendaItem:
        """Return a line that is no item, such as that nothing is planned."""
        rows = self._rows(text, face, self.size * _QUIET, self._column.left, self._column.width)
        return AgendaItem(tuple(rows), self.size * _APART)

    def _rows(
        self, text: str, face: FaceKey, size: float, left: float, width: float
    ) -> list[AgendaRow]:
        lines = filled_lines(self._faces, text, face, size, width - 2)
        return [AgendaRow(line, left, size * LEAD) for line in lines]


def _abreast(left: list[AgendaRow], right: list[AgendaRow]) -> list[AgendaRow]:
    """Return rows of two columns level by level, each level as high as its right one."""
    rows = list[AgendaRow]()
    for number in range(max(len(left), len(right))):
        beside = right[number : number + 1]
        for row in left[number : number + 1]:
            rows.append(AgendaRow(row.line, row.x, row.lead, same=bool(beside)))
        rows += beside
    return rows
