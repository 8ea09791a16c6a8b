"""Sets a leader's day or week on one page in large type: ``day_sheet``, ``week_sheet``.

The type shrinks in steps until all fits; at the smallest one the page says in words how many
items are left out. Nothing is dropped without a word.
"""

from collections.abc import Sequence
from itertools import accumulate

from kunjungan.documents.office.leader_agenda import (
    NOT_ALL,
    NOT_ALL_SHORT,
    NOTHING,
    AgendaDay,
    LeaderSheet,
)
from kunjungan.documents.office.leader_setting import (
    LEAD,
    AgendaColumn,
    AgendaItem,
    AgendaSetter,
)
from kunjungan.documents.office.sheet import ASCENT
from kunjungan.documents.pdf.archive import About, sayable
from kunjungan.documents.pdf.finishing import file_of
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.pdf.tree import tag_of
from kunjungan.documents.setting.centred import filled_lines
from kunjungan.documents.setting.faces import FaceCase, FaceKey
from kunjungan.documents.setting.lines import Line
from kunjungan.documents.sheet import MM

_DAY_SIZES = (19.0, 17.0, 15.0, 13.5, 12.0, 11.0, 10.0)
_WEEK_SIZES = (15.0, 13.5, 12.0, 11.0, 10.0, 9.0, 8.0)
"""Type sizes of a title, the largest first."""
_EDGE, _FOOT, _GUTTER = 15 * MM, 12 * MM, 4 * MM
_HEAD, _SUBHEAD = 22.0, 15.0
_BUSY, _BUSIEST = 0.3, 5
"""How much wider an item makes its day, and how many count."""
_HOURS = 0.27
"""How much of the width of a day the hours take."""


def day_sheet(sheet: LeaderSheet) -> bytes:
    """Return a leader's day as PDF, upright."""
    width, height = (side * MM for side in sheet.paper.size_mm)
    page = _Page(sheet, width, height)
    room = width - 2 * _EDGE
    columns = [AgendaColumn(_EDGE, room, room * _HOURS)]
    return page.finished(columns, _DAY_SIZES, short=False)


def week_sheet(sheet: LeaderSheet, *, upright: bool = False) -> bytes:
    """Return a leader's week as PDF on its side, a column a day, wider the more it holds.

    With ``upright`` the same page is turned for a printer that takes upright paper only.
    """
    height, width = (side * MM for side in sheet.paper.size_mm)
    page = _Page(sheet, width, height, upright=upright)
    wanted = [1 + _BUSY * min(len(day.lines), _BUSIEST) for day in sheet.days]
    share = (width - 2 * _EDGE + _GUTTER) / max(1.0, sum(wanted))
    ends = [share * end for end in accumulate(wanted)]
    columns = [
        AgendaColumn(_EDGE + end - share * own, share * own - _GUTTER, 0.0)
        for end, own in zip(ends, wanted, strict=True)
    ]
    return page.finished(columns, _WEEK_SIZES, short=True)


class _Page:
    """The one page of a sheet."""

    def __init__(
        self, sheet: LeaderSheet, width: float, height: float, *, upright: bool = False
    ) -> None:
        self._sheet = sheet
        self._faces = FaceCase()
        self._ink = Ink(self._faces, *((height, width) if upright else (width, height)))
        if upright:
            self._ink.canvas.translate(height, 0)
            self._ink.canvas.rotate(90)
        self._width, self._height = width, height
        self._part = 0

    def finished(
        self, columns: Sequence[AgendaColumn], sizes: Sequence[float], *, short: bool
    ) -> bytes:
        """Return the file: its head, every day in its column, the foot."""
        top = self._draw_head()
        room = top - _EDGE - _FOOT
        size = next((s for s in sizes if self._fits(columns, s, room, short=short)), sizes[-1])
        for column, day in zip(columns, self._sheet.days, strict=True):
            self._draw_day(AgendaSetter(self._faces, column, size), column, day, top, short=short)
        self._draw_foot()
        self._ink.next_page()
        about = About(
            sayable(f"{self._sheet.title}, {self._sheet.subtitle}"),
            sayable(self._sheet.author),
            (tag_of(self._sheet.language),),
        )
        return file_of(self._ink, about)

    def _fits(
        self, columns: Sequence[AgendaColumn], size: float, room: float, *, short: bool
    ) -> bool:
        return all(
            sum(item.height for item in self._items(AgendaSetter(self._faces, column, size), day,
                                                    short=short)) <= room
            for column, day in zip(columns, self._sheet.days, strict=True)
        )  # fmt: skip

    def _items(self, setter: AgendaSetter, day: AgendaDay, *, short: bool) -> list[AgendaItem]:
        """Return all that a day's column holds."""
        head = [setter.heading(day.heading)] if short else []
        head += [setter.words(name) for name in day.holidays]
        lines = [setter.item(line) for line in day.lines]
        nothing = NOTHING.side(self._sheet.language)
        return [*head, *(lines or [setter.words(nothing)])]

    def _draw_day(
        self, setter: AgendaSetter, column: AgendaColumn, day: AgendaDay, top: float, *, short: bool
    ) -> None:
        """Draw a day's items from the top; what does not fit is counted in words."""
        items = self._items(setter, day, short=short)
        room, used = top - _EDGE - _FOOT, 0.0
        whole = sum(item.height for item in items) <= room
        form = (NOT_ALL_SHORT if short else NOT_ALL).side(self._sheet.language)

        def tell(left: int) -> AgendaItem:
            return setter.words(form.format(count=left), "bold")

        for number, item in enumerate(items):
            spare = 0.0 if whole else tell(99).height
            if used + item.height + spare > room:
                self._draw(tell(len(items) - number), column, top - used, ruled=True)
                return
            self._draw(item, column, top - used, ruled=number > 0)
            used += item.height

    def _draw(self, item: AgendaItem, column: AgendaColumn, top: float, *, ruled: bool) -> None:
        if ruled:
            with self._ink.artifact():
                self._ink.canvas.setLineWidth(0.4)
                y = top - item.over / 3
                self._ink.canvas.line(column.left, y, column.left + column.width, y)
        y = top - item.over
        for row in item.rows:
            self._say(row.line, row.x, y - ASCENT * row.line.size)
            y -= 0.0 if row.same else row.lead

    def _draw_head(self) -> float:
        """Draw title, days and a heavy rule; return where the text begins."""
        y, sheet, room = self._height - _EDGE, self._sheet, self._width - 2 * _EDGE
        heads: tuple[tuple[str, FaceKey, float], ...] = (
            (sheet.title, "bold", _HEAD),
            (sheet.subtitle, "regular", _SUBHEAD),
        )
        for words, face, size in heads:
            for line in filled_lines(self._faces, words, face, size, room):
                self._say(line, _EDGE, y - ASCENT * size, "H1" if size == _HEAD else "P")
                y -= size * LEAD
        y -= 4
        with self._ink.artifact():
            self._ink.canvas.setLineWidth(1.2)
            self._ink.canvas.line(_EDGE, y, self._width - _EDGE, y)
        return y

    def _draw_foot(self) -> None:
        with self._ink.artifact("Pagination"):
            self._ink.canvas.setFillGray(0.25)
            for line in filled_lines(
                self._faces, self._sheet.foot, "foot", 8.0, self._width - 2 * _EDGE
            )[:1]:
                self._ink.line(_EDGE, _FOOT, line)
            self._ink.canvas.setFillGray(0)

    def _say(self, line: Line, x: float, y: float, role: str = "P") -> None:
        self._part += 1
        with self._ink.tagged(role, self._sheet.language, key=f"agenda{self._part}"):
            self._ink.line(x, y, line)
