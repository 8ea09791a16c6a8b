"""Draws a signing table as the audience sees it: who sits where, folders, pens, flags."""

from collections.abc import Iterator, Sequence

from kunjungan.documents.office.both_words import Sayer, both_lines, inline
from kunjungan.documents.office.sheet import OfficeSheet
from kunjungan.documents.office.signing_card import CardSeat
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.centred import balanced_lines, single_line
from kunjungan.documents.setting.lines import Line
from kunjungan.documents.sheet import MM
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.spoken import BLANK

_SEEN = Bilingual("Dilihat dari hadirin", "Seen from the audience")
_NAME, _POST, _SMALL, _FOLDER = 12.5, 9.5, 8.0, 9.5
_FOLDER_WIDTH, _FOLDER_HEIGHT, _SHADE = 26 * MM, 15 * MM, 0.9
_FLAG_ROOM, _FLAG, _TABLE, _UNDER, _GAP = 22 * MM, 25 * MM, 20 * MM, 11 * MM, 10.0
"""Room beside the table for flags, over it for them, for the table, under it; white at names."""

_FLAG_LEAD = 8.5
Shown = tuple[Sequence[CardSeat], tuple[Bilingual, Bilingual]]
"""The seats and the flags behind them, both from the audience's left."""
Row = tuple[Line, float]
"""A set line and how far under the one before it stands."""


class SigningTable:
    """A table that is set and knows its height, between the margins of a sheet."""

    def __init__(self, ink: Ink, sheet: OfficeSheet, shown: Shown, say: Sayer) -> None:
        self._ink, self._sheet, self._say = ink, sheet, say
        self._seats, self._flags = shown
        self._left, self._right = sheet.left + _FLAG_ROOM, sheet.right - _FLAG_ROOM
        self._share = (self._right - self._left) / max(1, len(self._seats))
        self._rows = [list(self._words(seat)) for seat in self._seats]
        self._named = [self._flag_name(words) for words in self._flags]
        lowest = max(map(len, self._named)) * _FLAG_LEAD
        self._under = max(_UNDER, lowest + _GAP)

    @property
    def height(self) -> float:
        """How much of the page it takes, in points."""
        return max(_FLAG, self._over) + _TABLE + self._under

    @property
    def _over(self) -> float:
        return max((sum(lead for _, lead in rows) for rows in self._rows), default=0.0) + _GAP

    def draw(self, top: float) -> None:
        """Draw who sits there, the table with its folders, and the flags, under ``top``."""
        ink, table = self._ink, top - self.height + self._under
        with ink.artifact():
            ink.canvas.setLineWidth(0.8)
            ink.canvas.setFillGray(0.97)
            ink.canvas.roundRect(self._left, table, self._right - self._left, _TABLE, 3, fill=1)
            ink.canvas.setFillGray(0)
        for place, (seat, rows) in enumerate(zip(self._seats, self._rows, strict=True)):
            middle = self._left + (place + 0.5) * self._share
            _draw_folder(ink, middle, table + 2.5 * MM, self._say(seat.folder))
            y = table + _TABLE + self._over - _GAP / 2
            for line, lead in rows:
                y -= lead
                with ink.tagged("P", "id"):
                    ink.centred(middle, y, line)
        sides = self._sheet.left + 10 * MM, self._sheet.right - 10 * MM
        for name, x in zip(self._named, sides, strict=True):
            if name:
                _draw_flag(ink, x, table, name)
        seen = single_line(ink.faces, inline(self._say(_SEEN)), "foot", _SMALL)
        with ink.tagged("P", "id"):
            ink.centred(self._sheet.middle, table - 5 * MM, seen)

    def _flag_name(self, words: Bilingual) -> list[Line]:
        said = inline(self._say(words))
        return balanced_lines(self._ink.faces, said, "foot", 7.0, _FLAG_ROOM - 2 * MM)

    def _words(self, seat: CardSeat) -> Iterator[Row]:
        """Yield who sits there: the party, the name and how it is said, the post."""
        post = self._say(seat.post)
        for words, key, size in (
            (inline(self._say(seat.party)), "foot", _SMALL),
            (seat.name or BLANK, "bold" if seat.name else "regular", _NAME),
            (f"[{seat.said}]" if seat.said and seat.name else "", "italic", _POST),
            (post.id, "regular", _POST),
            (post.en if post.en != post.id else "", "italic", _POST),
        ):
            for line in balanced_lines(self._ink.faces, words, key, size, self._share - 8):
                yield line, size * 1.25


def _draw_folder(ink: Ink, middle: float, below: float, words: Bilingual) -> None:
    """Draw an open folder with its original, and the pen at its right."""
    canvas, left = ink.canvas, middle - _FOLDER_WIDTH / 2
    with ink.artifact():
        canvas.setLineWidth(0.8)
        canvas.setFillGray(1)
        canvas.rect(left, below, _FOLDER_WIDTH, _FOLDER_HEIGHT, fill=1)
        canvas.setFillGray(0)
        canvas.setLineWidth(0.3)
        canvas.line(middle, below, middle, below + 3)
        canvas.line(middle, below + _FOLDER_HEIGHT - 3, middle, below + _FOLDER_HEIGHT)
        canvas.setLineWidth(1.6)
        pen = left + _FOLDER_WIDTH + 3 * MM
        canvas.line(pen, below + 3, pen + 3, below + _FOLDER_HEIGHT - 3)
    lines = both_lines(ink.faces, words, "bold", _FOLDER, _FOLDER_WIDTH - 6)
    y = below + _FOLDER_HEIGHT / 2 + (len(lines) / 2 - 0.8) * _FOLDER * 1.2
    for number, line in enumerate(lines):
        with ink.tagged("P", "id"):
            ink.centred(middle, y - number * _FOLDER * 1.2, line)


def _draw_flag(ink: Ink, x: float, below: float, name: Sequence[Line]) -> None:
    """Draw a flag on its pole with its name under it (UU 24/2009 arts 16 to 18)."""
    canvas, high = ink.canvas, _FLAG + 14 * MM
    with ink.artifact():
        canvas.setLineWidth(1.2)
        canvas.line(x - 5 * MM, below, x - 5 * MM, below + high)
        canvas.setLineWidth(0.5)
        canvas.setFillGray(0.55)
        canvas.rect(x - 5 * MM, below + high - 6 * MM, 13 * MM, 6 * MM, fill=1)
        canvas.setFillGray(1)
        canvas.rect(x - 5 * MM, below + high - 12 * MM, 13 * MM, 6 * MM, fill=1)
        canvas.setFillGray(0)
    for number, line in enumerate(name):
        with ink.tagged("P", "id"):
            ink.centred(x, below - 9 - number * _FLAG_LEAD, line)
