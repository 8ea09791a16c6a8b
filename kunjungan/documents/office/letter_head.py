"""The head of a letter: emblem, names in capitals, address, and the double rule under a body's."""

from collections.abc import Iterator
from typing import NamedTuple

from kunjungan.documents.office.letter import Letterhead
from kunjungan.documents.office.sheet import ASCENT, OfficeSheet
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.pdf.pictures import Picture, picture
from kunjungan.documents.setting.centred import balanced_lines
from kunjungan.documents.setting.faces import FaceCase, FaceKey
from kunjungan.documents.setting.lines import Line
from kunjungan.documents.sheet import MM

_FIRST, _LAST, _ADDRESS, _SMALLEST = 13.0, 15.5, 9.0, 8.0
HEAD_SCALE, UNDER_HEAD = 0.72, 9.0
"""How large the head of a list is beside that of a letter, and the white under it, in points."""
_EMBLEM_WIDTH, _EMBLEM_HEIGHT = 21 * MM, 24 * MM
_UNDER_EMBLEM, _HEAVY, _THIN = 3 * MM, 2.2, 0.7


class _Row(NamedTuple):
    line: Line
    lead: float


class LetterheadSetter:
    """A letterhead that is set and knows its height.

    The emblem stands above, in the middle (PP 77/2007 art 15(1)); its proportions stay.
    """

    def __init__(
        self, faces: FaceCase, sheet: OfficeSheet, head: Letterhead, scale: float = 1.0
    ) -> None:
        """Take the head and its scale: lists have a smaller one than letters."""
        self._sheet = sheet
        self._head = head
        self._scale = scale
        self._shown: Picture | None = picture(head.emblem) if head.emblem else None
        self._rows = list(_rows(faces, head, sheet.measure, scale))

    @property
    def height(self) -> float:
        """How much of the page it takes, in points."""
        rule = 8.0 if self._head.ruled else 4.0
        return self._emblem + sum(row.lead for row in self._rows) + rule

    def draw(self, ink: Ink, top: float, language: str) -> None:
        """Draw it with its upper edge at ``top``."""
        if self._shown is not None:
            self._draw_emblem(ink, self._shown, top, language)
        y = top - self._emblem
        for number, row in enumerate(self._rows):
            with ink.tagged("P", language, key=f"head{number}{language}"):
                ink.centred(self._sheet.middle, y - ASCENT * row.line.size, row.line)
            y -= row.lead
        if self._head.ruled:
            self._rule(ink, y - 3)

    @property
    def _emblem(self) -> float:
        return self._scale * (_EMBLEM_HEIGHT + _UNDER_EMBLEM) if self._shown is not None else 0.0

    def _draw_emblem(self, ink: Ink, shown: Picture, top: float, language: str) -> None:
        scale = self._scale * min(_EMBLEM_WIDTH / shown.width, _EMBLEM_HEIGHT / shown.height)
        across, high = shown.width * scale, shown.height * scale
        with ink.tagged("Figure", language, alt=self._head.emblem_words):
            ink.picture(shown, self._sheet.middle - across / 2, top - high, across, high)

    def _rule(self, ink: Ink, y: float) -> None:
        with ink.artifact():
            for width, at in ((_HEAVY, y), (_THIN, y - 3.2)):
                ink.canvas.setLineWidth(width * self._scale)
                ink.canvas.line(self._sheet.left, at, self._sheet.right, at)


def _rows(faces: FaceCase, head: Letterhead, width: float, scale: float) -> Iterator[_Row]:
    last = len(head.lines) - 1
    for number, words in enumerate(head.lines):
        size = scale * (_LAST if number == last else _FIRST)
        for line in balanced_lines(faces, words, "bold", size, width):
            yield _Row(line, size * 1.3)
    face: FaceKey = "regular"
    small = max(_SMALLEST, scale * _ADDRESS)
    for line in balanced_lines(faces, head.address, face, small, width):
        yield _Row(line, small * 1.4)
