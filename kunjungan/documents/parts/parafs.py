"""Boxes at the foot of a page for the initials of every party (office practice)."""

from dataclasses import dataclass
from math import ceil

from kunjungan.documents import phrases
from kunjungan.documents.content import AgreementContent, PartyBlock, State
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.centred import balanced_lines, line_width, single_line
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.setting.lines import Line
from kunjungan.documents.sheet import MM, PARAF_HEIGHT, PARAF_WIDTH, PARAFS_IN_A_ROW, Sheet

_LOW = 8.5 * MM
"""The height of a box where there are three rows of them."""
_IN_A_CROWD = 6
"""So many boxes stand in a row where there are more than two full rows of the usual ones."""
_APART = 1 * MM
_WORDS = 11 * MM
"""Room for the words beside the boxes."""
_LABEL_SIZES = (5.6, 5.2, 4.8)
_INSET = 3.0
_LABEL_LEAD = 5.4
_SIZE, _LEAD = 6.8, 8.3
_GREY, _PALE = 0.25, 0.45


@dataclass(frozen=True, slots=True)
class _Grid:
    """How the boxes stand: so many across, in rows, all of one size in points."""

    across: int
    rows: int
    width: float
    height: float


class Parafs:
    """A box for each party, in printed order, with its label; as wide and high as it needs.

    A translation has none. A copy has only the room for them, so that its pages end where those
    of its original do.
    """

    def __init__(self, faces: FaceCase, sheet: Sheet, content: AgreementContent) -> None:
        self._right = sheet.right
        self._grid = _grid(len(content.parties))
        signed = any(content.official) and content.state is not State.TRANSLATION
        room = signed and bool(content.parties)
        self.height = self._height if room else 0.0
        self.width = self._across + _WORDS if room else 0.0
        shown = room and content.state is not State.COPY
        boxed = enumerate(content.parties, 1) if shown else ()
        self._labels = [self._label(faces, number, party) for number, party in boxed]
        self._words = [
            single_line(faces, phrases.said(phrases.INITIALS, language), "foot", _SIZE)
            for language in content.languages[:2]
        ]

    def draw(self, ink: Ink, top: float) -> None:
        """Draw the boxes with their upper edge at ``top``, at the right edge of the text."""
        if not self._labels:
            return
        grid, canvas = self._grid, ink.canvas
        start = self._right - self._across
        canvas.setLineWidth(0.5)
        canvas.setStrokeGray(_PALE)
        canvas.setFillGray(_PALE)
        for number, lines in enumerate(self._labels):
            row, column = divmod(number, grid.across)
            x, y = start + column * grid.width, top - row * (grid.height + _APART)
            canvas.rect(x, y - grid.height, grid.width, grid.height)
            for place, line in enumerate(lines):
                ink.line(x + _INSET, y - 7.0 - place * _LABEL_LEAD, line)
        canvas.setFillGray(_GREY)
        for number, line in enumerate(self._words):
            x = start - 2 * MM - line_width(ink.faces, line)
            ink.line(x, top - 5.0 - number * _LEAD, line)
        canvas.setStrokeGray(0)
        canvas.setFillGray(0)

    @property
    def _across(self) -> float:
        return self._grid.across * self._grid.width

    @property
    def _height(self) -> float:
        return self._grid.rows * (self._grid.height + _APART) - _APART

    def _label(self, faces: FaceCase, number: int, party: PartyBlock) -> list[Line]:
        """Return what a box is called: its party on a line or two, else only that one's number."""
        text, width = party.paraf or party.label[0], self._grid.width - 2 * _INSET
        for size in _LABEL_SIZES:
            line = single_line(faces, text, "foot", size)
            if line_width(faces, line) <= width:
                return [line]
        lines = balanced_lines(faces, text, "foot", _LABEL_SIZES[-1], width)
        if len(lines) > 2:
            return [single_line(faces, str(number), "foot", _LABEL_SIZES[0])]
        return lines


def _grid(parties: int) -> _Grid:
    """Return the grid for so many boxes: usual ones in up to two rows, then smaller ones.

    The rows are filled evenly, and 18 boxes are no higher than 28 mm.
    """
    usual = parties <= 2 * PARAFS_IN_A_ROW
    rows = max(1, ceil(parties / (PARAFS_IN_A_ROW if usual else _IN_A_CROWD)))
    across = max(1, ceil(parties / rows))
    width = min(PARAF_WIDTH, PARAFS_IN_A_ROW * PARAF_WIDTH / across)
    return _Grid(across, rows, width, PARAF_HEIGHT if rows <= 2 else _LOW)
